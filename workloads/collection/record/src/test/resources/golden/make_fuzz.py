"""Writes fuzz.jsonl.gz: random records, and the answers of the older system's functions.

    python3 make_fuzz.py FOLDER [CASES] > fuzz.jsonl.gz

FOLDER holds the older system's data.py; README.md says which and with what changes. The same seed gives the same cases.
"""

import gzip
import json
import random
import re
import struct
import sys

sys.path.insert(0, sys.argv[1])
from data import UCMessage  # noqa: E402

CASES = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
random.seed(20261119)

NAMES = [
    "a", "b", "_id", "$date", "$oid", "d_oid", "_archivedBy", "_archivedDateTime", "_removedDateTime", "createdDateTime",
    "_lastModifiedDateTime", "x$y", "nul\0", "\ue000", "\U0001f600", "é", "", "$archived",
]
STRINGS = [
    "", "plain", "2019-07-04T07:27:35.104+0000", "2019-07-04T07:27:35.104Z", "2019-07-04T07:27:35.104+0100",
    "2019-07-04T07:27:35.104-0100", "2019-7-4T7:27:35.1+01:00", "2010-13-14T15:01:02.000Z", "x2010-12-14T15:01:02.000Z",
    "2010-12-14T15:01:02.000Z\n", "0001-01-01T00:00:00.000Z", "costs $5", "a\0b", "the _archived and _archivedDateTime",
    "\"quoted\\\"\b\f\n\r\t\u0001\u007f", "\ue000 and \U0001f600 and é", "\\u0000", "\ud800",
]
# Deviations of the whole string or number are rare, as each hides the rest of its record.
RARE_STRINGS = {7, 9, 10, 16, 17}
WHITE_SPACE = ["", "", "", " ", "\n", "\t ", "\r\n"]


def white_space():
    return random.choice(WHITE_SPACE)


def string_text(text):
    out = []
    for character in text:
        point = ord(character)
        if character in '"\\' or point < 0x20 or 0xD800 <= point < 0xE000 or random.random() < 0.03:
            units = struct.unpack(f">{len(character.encode('utf-16-be', 'surrogatepass')) // 2}H",
                                  character.encode("utf-16-be", "surrogatepass"))
            out.append("".join(f"\\u{unit:04x}" for unit in units))
        elif character == "/" and random.random() < 0.5:
            out.append("\\/")
        else:
            out.append(character)
    return '"' + "".join(out) + '"'


def a_string():
    while True:
        index = random.randrange(len(STRINGS))
        if index not in RARE_STRINGS or random.random() < 0.04:
            return STRINGS[index]


def number_text():
    way = random.randrange(8)
    if way == 0:
        return str(random.randrange(-100, 100))
    if way == 1:
        return random.choice(["-0", "0", "0.0", "-0.0", "1e0", "10E2", "1.10", "1E5"])
    if way == 2:
        return str(random.randrange(10**29, 10**30))
    if way == 3:
        return f"{random.uniform(-1000, 1000):.{random.randrange(1, 18)}f}"
    if way == 4:
        return f"{random.random():.{random.randrange(0, 20)}e}"
    if way == 5:
        return f"{random.randrange(1, 10)}e{random.randrange(-330, 300)}"
    if way == 6:
        return f"{random.randrange(1, 100) / 10}E+{random.randrange(0, 20):02d}"
    while True:
        value = struct.unpack(">d", random.randbytes(8))[0]
        if value == value and abs(value) != float("inf"):
            return repr(value) if "." in repr(value) or "e" in repr(value) else repr(value) + ".0"


def value_text(depth):
    kind = random.random()
    if depth < 5 and kind < 0.22:
        return object_text(depth + 1)
    if depth < 5 and kind < 0.34:
        items = [value_text(depth + 1) for _ in range(random.randrange(0, 4))]
        return "[" + ",".join(white_space() + item + white_space() for item in items) + "]"
    if kind < 0.70:
        return string_text(a_string())
    if kind < 0.88:
        return number_text()
    return random.choice(["true", "false", "null"])


def object_text(depth, extra=()):
    if depth > 1 and random.random() < 0.2:
        return '{"$date":' + string_text(random.choice(STRINGS[2:7])) + "}"
    members = list(extra)
    for _ in range(random.randrange(0, 7)):
        name = random.choice(NAMES)
        # A last modified of another type rejects the record.
        value = value_text(depth) if depth > 1 or "DateTime" not in name or random.random() < 0.05 else \
            string_text(random.choice(STRINGS[2:7]))
        members.append((name, value))
    random.shuffle(members)
    pairs = [white_space() + string_text(name) + white_space() + ":" + white_space() + value for name, value in members]
    return "{" + ",".join(pairs) + white_space() + "}"


def case():
    is_audit = random.random() < 0.1
    message = {}
    if is_audit:
        message["_lastModifiedDateTime"] = random.choice(["2019-07-04T07:27:35.104+0000", True, 1.0, 12, None, {}, [], ""])
        parts = [("context", object_text(2)), ("auditType", random.choice(['"t"', "1", "[0]", '""', "null"]))]
        text = object_text(1, parts)
    else:
        text = object_text(1)
    message["dbObject"] = ""
    record = UCMessage(json.dumps({"message": message}), "data:businessAudit" if is_audit else "core:claim")
    found = {"message": message, "text": text, "steps": ["audit_context"] if is_audit else []}
    original = None
    try:
        record.set_decrypted_message(text).transform().validate().sanitise()
        original = record.utf8_decrypted_record
        found["operation"] = "DELETE" if record.is_delete else "INSERT"
    except Exception:
        pass
    deviation = declared(text, original)
    if deviation:
        found["deviation"] = deviation
    elif original is not None:
        found["value"] = original
    else:
        found.pop("operation", None)
    return found


def declared(text, original):
    """Deviation of docs/collection.md that the record runs into, or None."""
    strings = list(strings_of(json.loads(text)))
    if any("\\u0000" in string for string in strings):
        return "D5"
    if "2010-12-14T15:01:02.000Z\n" in strings:
        return "D3"
    if "0001-01-01T00:00:00.000Z" in strings:
        return "D4"
    if original is not None and re.search(r"[:\[,](-?Infinity|NaN)", original):
        return "D6"
    if any("\ud800" in string for string in strings):
        return "D7"
    return None


def strings_of(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings_of(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield name
            yield from strings_of(item)


with gzip.GzipFile(fileobj=sys.stdout.buffer, mode="wb", mtime=0) as out:
    for _ in range(CASES):
        out.write((json.dumps(case(), ensure_ascii=True, sort_keys=True) + "\n").encode())
