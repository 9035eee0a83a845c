#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""floor.py - how near a PDF comes to the least it could have.

    tests/bench/floor.py a.pdf

The floor is what has to be there: the contents of the pages, deflated as hard
as zlib can, the cut fonts likewise, attached sources and colour profiles, and the
pictures as they are. Everything else (objects, structure, cross-references,
ToUnicode, XMP, keywords) is the file's own.
"""
import os
import sys
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "pdf"))

import objects  # noqa: E402


def number_of(reference):
    return int(reference.split()[0])


POINTERS = {"/Contents": "contents", "/FontFile2": "fonts",
            "/FontFile3": "fonts", "/DestOutputProfile": "profiles"}


def dictionaries(value):
    """A value's dictionaries, those within others too."""
    if isinstance(value, objects.Stream):
        value = value.keys
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from dictionaries(item)


def roles(found):
    """What streams are for, by number."""
    names = {}
    for keys in dictionaries(list(found.values())):
        for key, role in POINTERS.items():
            if isinstance(keys.get(key), str):
                names[number_of(keys[key])] = role
    for number, value in found.items():
        if not isinstance(value, objects.Stream):
            continue
        if value.keys.get("/Subtype") == "/Image":
            names[number] = "pictures"
        elif value.keys.get("/Type") == "/EmbeddedFile":
            names[number] = "sources"
    return names


def least(stream):
    if stream.keys.get("/Filter") != "/FlateDecode":
        return len(stream.data)
    return min(len(stream.data),
               len(zlib.compress(zlib.decompress(stream.data), 9)))


def floor(path):
    """{"contents": bytes, "fonts": …, …, "file": …}"""
    with open(path, "rb") as file:
        data = file.read()
    found, faults = objects.read(data)
    if faults:
        sys.exit("%s: %s" % (path, faults[0]))
    sums = {"contents": 0, "fonts": 0, "sources": 0, "profiles": 0,
            "pictures": 0, "file": len(data)}
    for number, role in roles(found).items():
        stream = found[number]
        sums[role] += (len(stream.data) if role == "pictures"
                       else least(stream))
    return sums


def ratio(sums):
    return sums["file"] / (sum(sums.values()) - sums["file"])


def main():
    for path in sys.argv[1:]:
        sums = floor(path)
        print("%s: %s; %.4f of the floor"
              % (path, ", ".join("%s %s" % (name, format(count, ",d"))
                                 for name, count in sums.items()),
                 ratio(sums)))


if __name__ == "__main__":
    main()
