#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""floor.py - how near a PDF comes to the least it could have.

    tests/bench/floor.py a.pdf

The floor is what has to be there: the contents of the pages, deflated as hard
as zlib can, the cut fonts likewise, and the pictures as they are. Everything
else (objects, cross-references, ToUnicode, XMP, keywords) is the file's own.
"""
import os
import sys
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "pdf"))

import objects  # noqa: E402


def number_of(reference):
    return int(reference.split()[0])


def roles(found):
    """What streams are for, by number."""
    names = {}
    for value in found.values():
        keys = value.keys if isinstance(value, objects.Stream) else value
        if not isinstance(keys, dict):
            continue
        for key, role in (("/Contents", "contents"), ("/FontFile2", "fonts"),
                          ("/FontFile3", "fonts")):
            if isinstance(keys.get(key), str):
                names[number_of(keys[key])] = role
    for number, value in found.items():
        if isinstance(value, objects.Stream) and \
                value.keys.get("/Subtype") == "/Image":
            names[number] = "pictures"
    return names


def least(stream):
    if stream.keys.get("/Filter") != "/FlateDecode":
        return len(stream.data)
    return min(len(stream.data),
               len(zlib.compress(zlib.decompress(stream.data), 9)))


def floor(path):
    """{"contents": bytes, "fonts": …, "pictures": …, "file": …}"""
    with open(path, "rb") as file:
        data = file.read()
    found, faults = objects.read(data)
    if faults:
        sys.exit("%s: %s" % (path, faults[0]))
    sums = {"contents": 0, "fonts": 0, "pictures": 0, "file": len(data)}
    for number, role in roles(found).items():
        stream = found[number]
        sums[role] += (len(stream.data) if role == "pictures"
                       else least(stream))
    return sums


def ratio(sums):
    return sums["file"] / (sums["contents"] + sums["fonts"] +
                           sums["pictures"])


def main():
    for path in sys.argv[1:]:
        sums = floor(path)
        print("%s: %s; %.4f of the floor"
              % (path, ", ".join("%s %s" % (name, format(count, ",d"))
                                 for name, count in sums.items()),
                 ratio(sums)))


if __name__ == "__main__":
    main()
