#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How a finished file is laid out: its cross-reference stream and its object
streams, read by the tests' own reader and by qpdf."""
import os
import re
import zlib

import objects
from finished import ROOT, Tap, make, work_folder

SAMPLES = ["jianbao/issue.yaml", "digest/issue.yaml", "tabloid/issue.yaml",
           "typography/issue.yaml", "typography/vertical.yaml"]

tap = Tap()


def check_sample(name, pdf):
    status, told = make(os.path.join(ROOT, "samples", name), pdf)
    tap.equal(status, 0, name + ": is made")
    with open(pdf, "rb") as file:
        data = file.read()
    found, faults = objects.read(data)
    tap.empty(faults, name + ": every object is where the file says")
    tap.empty(objects.table_faults(data), name + ": and nothing lies between")
    tap.empty(objects.packing_faults(found), name + ": packed")
    tap.empty(objects.against_qpdf(found, pdf),
              name + ": qpdf reads the same objects")
    return data, found


# ---- Can these checks fail? ----

def replaced(data, old, new, last=True):
    """The same length, so that offsets stay."""
    assert len(old) == len(new), (old, new)
    at = data.rfind(old) if last else data.find(old)
    assert at >= 0, old
    return data[:at] + new + data[at + len(old):]


def with_table(data, change):
    """The cross-reference stream unpacked, changed, and packed again."""
    at = int(re.search(rb"startxref\n(\d+)\n", data)[1])
    number = int(re.compile(rb"(\d+) 0 obj").match(data, at)[1])
    stream, end = objects.object_at(data, number, at, None)
    rows = bytearray(objects.unpacked(stream))
    change(rows, sum(stream.keys["/W"]))
    packed = zlib.compress(bytes(rows))
    keys = data[at:data.index(b"\nstream\r\n", at)]
    keys = re.sub(rb"/Length \d+", b"/Length %d" % len(packed), keys)
    keys = re.sub(rb"/DecodeParms <<.*?>>\n", b"", keys)
    return (data[:at] + keys + b"\nstream\r\n" + packed +
            b"\nendstream\nendobj\n" + data[end:])


def row_of(data, kind):
    """The first object of a kind: its number, where its row begins."""
    at = int(re.search(rb"startxref\n(\d+)\n", data)[1])
    table, _, _ = objects.xref_stream(data, at)
    return min(n for n, row in table.items() if row[0] == kind)


def controls(data):
    def caught(damaged, name):
        tap.caught(objects.table_faults(damaged), "found: " + name)

    def plus_one(row, column):
        def change(rows, width):
            rows[row * width + column] += 1
        return change

    first_at = row_of(data, 1)
    first_in = row_of(data, 2)
    same = with_table(data, lambda rows, width: None)
    tap.empty(objects.table_faults(same), "a table packed anew is as good")
    place = int(re.search(rb"/W \[1 (\d) 1\]", data)[1])  # its last byte
    caught(with_table(data, plus_one(first_at, place)), "an offset is one off")
    caught(with_table(data, plus_one(first_in, place)),
           "an object is said to be in another object stream")
    caught(with_table(data, plus_one(first_in, place + 1)),
           "an object has another place in its stream")
    caught(with_table(data, plus_one(first_at, 0)),
           "an object at an offset is said to be packed")
    caught(replaced(data, b"/W [1 ", b"/W [2 "), "columns of other widths")
    caught(replaced(data, b"/Type /XRef", b"/Type /Xref"), "no such type")
    caught(replaced(data, b"startxref\n", b"startxref "), "no startxref")
    caught(re.sub(rb"startxref\n(\d+)",
                  lambda m: b"startxref\n%d" % (int(m[1]) + 1), data),
           "startxref is one off")
    caught(re.sub(rb"(/Type /ObjStm\n/N )(\d)",
                  lambda m: m[1] + b"%d" % (int(m[2]) ^ 1), data, 1),
           "an object stream with another count")
    caught(re.sub(rb"(/Type /ObjStm\n/N \d+\n/First \d*)(\d)\n",
                  lambda m: m[1] + b"%d\n" % (int(m[2]) ^ 4), data, 1),
           "an object stream with another start")
    at = data.index(b"endobj\n") + 7
    caught(data[:at] + b"\n" + data[at:], "a byte too many")
    caught(data[:at - 20] + data[at - 19:], "a byte too few")


def qpdf_controls(found, pdf):
    def caught(number, value, name):
        tap.caught(objects.against_qpdf({**found, number: value}, pdf),
                   "differs from qpdf: " + name)

    number = min(n for n, v in found.items() if isinstance(v, dict) and
                 v.get("/Type") == "/Page")
    caught(number, {**found[number], "/Rotate": 90}, "a key more")
    caught(number, {**found[number], "/Parent": "1 0 R"}, "another parent")
    caught(number, None, "no object")
    caught(max(found) + 1, {}, "an object too many")
    tap.caught(objects.packing_faults({1: {}}), "found: nothing is packed")
    stream = objects.Stream({"/Length": "5 0 R"}, b"")
    tap.caught(objects.packing_faults({**found, 4: stream}),
               "found: an indirect length")


with work_folder() as folder:
    for sample in SAMPLES:
        path = os.path.join(folder, "out.pdf")
        whole, table = check_sample(sample, path)
    controls(whole)
    qpdf_controls(table, path)
tap.done()
