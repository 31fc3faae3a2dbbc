"""Prints the CPU seconds that the older system's functions take for some lines.

    python3 reference.py FOLDER LINES KEYS COUNT

FOLDER holds its data.py; Crypto is pycryptodome's, in FOLDER/lib or installed.
"""

import base64
import binascii
import gzip
import json
import os
import sys
import time

folder, lines, keys, count = sys.argv[1:5]
sys.path[:0] = [folder, os.path.join(folder, "lib")]
from Crypto.Cipher import AES  # noqa: E402
from Crypto.Util import Counter  # noqa: E402
from data import UCMessage  # noqa: E402

with open(keys) as file:
    opened = json.load(file)


def decrypt(text, key, vector):
    start = int(binascii.hexlify(base64.b64decode(vector)), 16)
    counter = Counter.new(nbits=AES.block_size * 8, initial_value=start)
    cipher = AES.new(key=base64.b64decode(key), mode=AES.MODE_CTR, counter=counter)
    return cipher.decrypt(base64.b64decode(text)).decode("utf8")


begin = time.process_time()
with gzip.open(lines, "rt", encoding="utf-8") as file:
    for number, line in enumerate(file):
        if number == int(count):
            break
        message = UCMessage(line, "core:claim")
        encryption = message.encryption_materials
        key = opened[encryption.encryptedEncryptionKey]
        message.set_decrypted_message(decrypt(message.encrypted_db_object, key, encryption.initialisationVector))
        message.transform().validate().sanitise()
        assert message.utf8_decrypted_record
print(time.process_time() - begin)
