# SPDX-License-Identifier: MIT
"""objects.py - a PDF's objects by a reader of the tests' own, which trusts
nothing but the standard (ISO 32000-1, 7.3 and 7.5): the cross-reference table
or stream, object streams, values. It repairs nothing: what is not exactly so
is a fault.

    objects, faults = read(data)      {number: value}; a stream is a Stream
    table_faults(data)                and nothing lies between the objects
    against_qpdf(objects, pdf)        where qpdf reads something else
"""
import json
import re
import subprocess
import zlib

SPACE = b"\0\t\n\f\r "
DELIMITERS = b"()<>[]{}/%"
NUMBER = re.compile(rb"[+-]?(\d+\.?\d*|\.\d+)$")
REFERENCE = re.compile(rb"(\d+)[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+R(?![^\0\t\n"
                       rb"\f\r ()<>\[\]{}/%])")


class Fault(Exception):
    pass


class Stream:
    def __init__(self, keys, data):
        self.keys, self.data = keys, data


# ---- Values: as qpdf's JSON has them, strings as bytes. ----

class Values:
    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def skip(self):
        while self.at < len(self.data) and self.data[self.at] in SPACE:
            self.at += 1

    def starts(self, text):
        return self.data.startswith(text, self.at)

    def token(self):
        start = self.at
        while (self.at < len(self.data) and self.data[self.at] not in SPACE
               and self.data[self.at] not in DELIMITERS):
            self.at += 1
        return self.data[start:self.at]

    def value(self):
        self.skip()
        if self.at >= len(self.data):
            raise Fault("the data ends where a value should be")
        if self.starts(b"<<"):
            return self.dictionary()
        if self.starts(b"["):
            return self.array()
        if self.starts(b"("):
            return self.literal()
        if self.starts(b"<"):
            return self.hexadecimal()
        if self.starts(b"/"):
            self.at += 1
            return "/" + re.sub(rb"#([0-9A-Fa-f]{2})",
                                lambda m: bytes.fromhex(m[1].decode()),
                                self.token()).decode("utf-8", "replace")
        found = REFERENCE.match(self.data, self.at)
        if found:
            self.at = found.end()
            return "%d %d R" % (int(found[1]), int(found[2]))
        return self.word()

    def word(self):
        token = self.token()
        words = {b"true": True, b"false": False, b"null": None}
        if token in words:
            return words[token]
        if not NUMBER.match(token):
            raise Fault("no value: %r" % token)
        return float(token) if b"." in token else int(token)

    def dictionary(self):
        self.at += 2
        found = {}
        while True:
            self.skip()
            if self.starts(b">>"):
                self.at += 2
                return found
            key = self.value()
            if not isinstance(key, str) or not key.startswith("/"):
                raise Fault("a key is no name: %r" % (key,))
            if key in found:
                raise Fault("the key %s is there twice" % key)
            found[key] = self.value()

    def array(self):
        self.at += 1
        found = []
        while True:
            self.skip()
            if self.starts(b"]"):
                self.at += 1
                return found
            found.append(self.value())

    def hexadecimal(self):
        end = self.data.index(b">", self.at)
        digits = self.data[self.at + 1:end].decode()
        self.at = end + 1
        return bytes.fromhex(digits + "0" * (len(digits) % 2))

    def literal(self):
        depth, out = 0, bytearray()
        while True:
            c = self.data[self.at]
            self.at += 1
            if c == 0x5C:
                octal = re.match(rb"[0-7]{1,3}", self.data[self.at:self.at + 3])
                if octal:
                    out.append(int(octal[0], 8) & 255)
                    self.at += len(octal[0])
                else:
                    escaped = self.data[self.at:self.at + 1]
                    out += {b"n": b"\n", b"r": b"\r", b"t": b"\t",
                            b"b": b"\b", b"f": b"\f"}.get(escaped, escaped)
                    self.at += 1
                continue
            depth += (c == 0x28) - (c == 0x29)
            if depth == 0:
                return bytes(out)
            if not (c == 0x28 and depth == 1):
                out.append(c)


# ---- Objects. ----

def object_at(data, number, at, lengths):
    """The object that begins at an offset, and where it ends."""
    head = b"%d 0 obj\n" % number
    if not data.startswith(head, at):
        raise Fault("object %d is not at %d" % (number, at))
    values = Values(data, at + len(head))
    value = values.value()
    if data.startswith(b"\nstream\r\n", values.at):
        start = values.at + 9
        length = value.get("/Length")
        if isinstance(length, str):
            length = lengths(int(length.split()[0]))
        value = Stream(value, data[start:start + length])
        values.at = start + length
        if not data.startswith(b"\nendstream", values.at):
            raise Fault("the /Length of object %d is wrong" % number)
        values.at += 10
    if not data.startswith(b"\nendobj\n", values.at):
        raise Fault("object %d has no end" % number)
    return value, values.at + 8


def unpacked(stream):
    data = stream.data
    if stream.keys.get("/Filter") == "/FlateDecode":
        opener = zlib.decompressobj()
        data = opener.decompress(data)
        if not opener.eof or opener.unused_data:
            raise Fault("a deflated stream is not whole")
    parameters = stream.keys.get("/DecodeParms")
    if parameters is None:
        return data
    if parameters.get("/Predictor") != 12:
        raise Fault("a predictor that is not asked for here")
    return unpredicted(data, parameters["/Columns"])


def unpredicted(data, columns):
    """PNG's filter "up", which is all that is used here."""
    if len(data) % (columns + 1):
        raise Fault("rows do not fit the data")
    above, out = bytes(columns), bytearray()
    for at in range(0, len(data), columns + 1):
        if data[at] != 2:
            raise Fault("a row has filter %d" % data[at])
        above = bytes((a + b) & 255
                      for a, b in zip(data[at + 1:at + 1 + columns], above))
        out += above
    return bytes(out)


def xref_stream(data, at):
    """{number: (kind, place, index)} and the trailer's keys."""
    found = re.compile(rb"(\d+) 0 obj\n").match(data, at)
    if not found:
        raise Fault("no object at startxref")
    stream, end = object_at(data, int(found[1]), at, None)
    if stream.keys.get("/Type") != "/XRef" or "/Index" in stream.keys:
        raise Fault("no cross-reference stream over all objects")
    widths, size = stream.keys["/W"], stream.keys["/Size"]
    rows = unpacked(stream)
    if len(rows) != sum(widths) * size:
        raise Fault("%d bytes for %d rows" % (len(rows), size))
    table = {}
    for number in range(size):
        at, row = number * sum(widths), []
        for width in widths:
            row.append(int.from_bytes(rows[at:at + width], "big"))
            at += width
        table[number] = tuple(row)
    if table.pop(0)[0] != 0:
        raise Fault("object 0 is in use")
    return table, stream.keys, end


def xref_table(data, at):
    found = re.compile(rb"xref\n0 (\d+)\n").match(data, at)
    if not found:
        raise Fault("no table at startxref")
    table, at = {}, found.end()
    for number in range(int(found[1])):
        row = re.fullmatch(rb"(\d{10}) (\d{5}) ([fn])\r\n", data[at:at + 20])
        if not row or (row[3] == b"f") != (number == 0):
            raise Fault("row %d is wrong" % number)
        table[number] = (1, int(row[1]), 0)
        at += 20
    del table[0]
    if not data.startswith(b"trailer\n", at):
        raise Fault("no trailer")
    values = Values(data, at + 8)
    return table, values.value(), values.at + 1


def packed_objects(stream):
    """[(number, value)] of an object stream, which must be used up."""
    data, first = unpacked(stream), stream.keys["/First"]
    pairs = [int(word) for word in data[:first].split()]
    if len(pairs) != 2 * stream.keys["/N"]:
        raise Fault("%d numbers for /N %d" % (len(pairs), stream.keys["/N"]))
    found, end = [], 0
    for number, start in zip(pairs[::2], pairs[1::2]):
        if data[first + end:first + start].strip(SPACE):
            raise Fault("something lies before object %d" % number)
        values = Values(data[first:], start)
        found.append((number, values.value()))
        end = values.at
    if data[first + end:].strip(SPACE):
        raise Fault("something lies after the last object")
    return found


def parts(data):
    """Objects, trailer, and the extents (from, to) of all that lies at an
    offset. Raises Fault."""
    last = re.search(rb"startxref\n(\d+)\n%%EOF\n$", data)
    if not last:
        raise Fault("no startxref at the end")
    at = int(last[1])
    is_plain = data.startswith(b"xref\n", at)
    table, trailer, end = (xref_table if is_plain else xref_stream)(data, at)
    if end != last.start():
        raise Fault("something lies between the trailer and startxref")
    if trailer["/Size"] != max(table) + 1:
        raise Fault("/Size is %d" % trailer["/Size"])

    def lengths(number):
        return object_at(data, number, table[number][1], None)[0]

    objects, extents = {}, [(at, len(data))]
    for number, (kind, place, _) in table.items():
        if kind == 1:
            value, end = object_at(data, number, place, lengths)
            objects[number] = value
            if place != at:
                extents.append((place, end))
        elif kind != 2:
            raise Fault("object %d is nowhere" % number)
    unpack(table, objects)
    return objects, trailer, extents


def unpack(table, objects):
    holders = {place for kind, place, _ in table.values() if kind == 2}
    for holder in sorted(holders):
        stream = objects.get(holder)
        if not isinstance(stream, Stream) or \
                stream.keys.get("/Type") != "/ObjStm":
            raise Fault("object %d is no object stream" % holder)
        for index, (number, value) in enumerate(packed_objects(stream)):
            if table.get(number) != (2, holder, index):
                raise Fault("object %d is not known to be in %d at %d"
                            % (number, holder, index))
            objects[number] = value
    missing = set(table) - set(objects)
    if missing:
        raise Fault("not in their object streams: %s" % sorted(missing))


def read(data):
    try:
        objects, trailer, _ = parts(data)
        return objects, []
    except (Fault, ValueError, KeyError, TypeError, IndexError, zlib.error,
            AttributeError) as error:
        return {}, ["%s: %s" % (type(error).__name__, error)]


def table_faults(data):
    """Faults of reading; and every byte belongs to an object, the header or
    the end."""
    objects, faults = read(data)
    if faults:
        return faults
    extents = sorted(parts(data)[2])
    end = len(re.match(rb"%PDF-1\.\d\n%....\n", data, re.S)[0])
    for start, stop in extents:
        if start != end:
            faults.append("%d bytes at %d belong to no object"
                          % (start - end, end))
        end = stop
    return faults


def packing_faults(objects):
    """In a packed file: object streams hold what is no stream, and lengths are
    numbers."""
    faults = []
    for number, value in objects.items():
        if isinstance(value, Stream) and \
                not isinstance(value.keys.get("/Length"), int):
            faults.append("object %d has an indirect /Length" % number)
    kinds = [v.keys.get("/Type") for v in objects.values()
             if isinstance(v, Stream)]
    if "/ObjStm" not in kinds or kinds.count("/XRef") != 1:
        faults.append("streams are %s" % sorted(map(str, kinds)))
    return faults


# ---- Against qpdf. ----

def of_qpdf(value):
    """A value of qpdf's JSON with its strings as bytes."""
    if isinstance(value, dict):
        return {key: of_qpdf(item) for key, item in value.items()}
    if isinstance(value, list):
        return [of_qpdf(item) for item in value]
    if isinstance(value, str) and value.startswith("b:"):
        return bytes.fromhex(value[2:])
    if isinstance(value, str) and value.startswith("u:"):
        text = value[2:]
        return (text.encode("ascii") if text.isascii()
                else b"\xfe\xff" + text.encode("utf-16-be"))
    return value


def ours(value):
    """Texts that are all ASCII compare as such, however they are written."""
    if isinstance(value, dict):
        return {key: ours(item) for key, item in value.items()}
    if isinstance(value, list):
        return [ours(item) for item in value]
    if isinstance(value, bytes) and value.startswith(b"\xfe\xff"):
        text = value[2:].decode("utf-16-be", "replace")
        return text.encode("ascii") if text.isascii() else value
    return value


def against_qpdf(objects, pdf):
    done = subprocess.run(["qpdf", "--json", "--json-key=qpdf", pdf],
                          capture_output=True)
    told = json.loads(done.stdout)["qpdf"][1]
    told.pop("trailer")
    faults = []
    numbers = {int(re.match(r"obj:(\d+) 0 R$", key)[1]): entry
               for key, entry in told.items()}
    if set(numbers) != set(objects):
        faults.append("numbers: %s" % sorted(set(numbers) ^ set(objects)))
    for number in set(numbers) & set(objects):
        entry, value = numbers[number], objects[number]
        theirs = entry["stream"]["dict"] if "stream" in entry \
            else entry["value"]
        if ("stream" in entry) != isinstance(value, Stream):
            faults.append("object %d: a stream, or none" % number)
            continue
        own = value.keys if isinstance(value, Stream) else value
        if of_qpdf(theirs) != ours(own):
            faults.append("object %d: %r, qpdf %r" % (number, own, theirs))
    return faults
