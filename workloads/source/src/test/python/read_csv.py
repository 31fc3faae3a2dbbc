"""Reads documents of CSV, one in base64 a line, and prints the rows of each in JSON, or "refused"."""

import base64
import csv
import io
import json
import sys

csv.field_size_limit(1 << 30)
for line in sys.stdin:
    delimiter, document = line.rstrip("\n").split(" ")
    text = base64.b64decode(document).decode("utf-8")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=base64.b64decode(delimiter).decode(), strict=True)
    try:
        print(json.dumps([row for row in reader if row], ensure_ascii=True))
    except csv.Error:
        print('"refused"')
