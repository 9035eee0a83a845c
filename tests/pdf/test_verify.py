#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""bulletin verify: every sample passes, from a place where none of its files
are; one changed byte of a source, of a page or of a picture does not. Files are
changed in place, and rewritten by another program and changed."""
import os
import re
import shutil
import subprocess
import zlib

from finished import PROGRAM, ROOT, Tap, make, work_folder

SAMPLES = ("jianbao/issue", "digest/issue", "tabloid/issue",
           "typography/issue", "typography/vertical", "typography/grid")
OBJECT = re.compile(rb"\n(\d+) 0 obj\n(.*?)\nstream\r?\n", re.S)


def verify(pdf, *options):
    done = subprocess.run([PROGRAM, "verify", os.path.basename(pdf), "--lang",
                           "en", *options], cwd=os.path.dirname(pdf),
                          capture_output=True)
    return done.returncode, done.stderr.decode()


def streams(data):
    """Dictionary, start and end of every stream of a file of ours."""
    for found in OBJECT.finditer(data):
        length = int(re.search(rb"/Length (\d+)", found[2])[1])
        yield found[2], found.end(), found.end() + length


def tightly(plain):
    """Packed by zlib as small as its settings go."""
    packed = []
    for memory in range(1, 10):
        for level in range(1, 10):
            for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED):
                packer = zlib.compressobj(level, zlib.DEFLATED, 15, memory,
                                          strategy)
                packed.append(packer.compress(plain) + packer.flush())
    return min(packed, key=len)


def changed(data, start, end, edit):
    """The stream with its unpacked bytes edited, packed to the same length,
    with a rest that readers pass over, and shortened where it would not fit;
    None where there is nothing to edit."""
    plain = zlib.decompress(data[start:end])
    new = edit(plain)
    if new is None or new == plain:
        return None
    packed = tightly(new)
    while len(packed) > end - start:
        new = new[:-1]
        packed = tightly(new)
    packed += b"\0" * (end - start - len(packed))
    return data[:start] + packed + data[end:]


def edited(data, wanted, edit):
    """The file with the first stream edited whose dictionary is wanted."""
    for about, start, end in streams(data):
        if wanted(about):
            found = changed(data, start, end, edit)
            if found:
                return found
    raise AssertionError("no stream could be edited")


def is_source(about):
    return b"/EmbeddedFile" in about and b"text#2Fmarkdown" in about


def swap(old, new):
    def edit(plain):
        return plain.replace(old, new, 1) if old in plain else None
    return edit


def flip_text(plain):
    """Another hanzi in the body of an article."""
    text = plain.decode()
    at = text.rfind("的")
    return None if at < 0 else (text[:at] + "了" + text[at + 1:]).encode()


def move_text(plain):
    """The first line of the page, in another place."""
    found = re.search(rb"(\d)\.\d+ Td", plain)
    if not found or b"BDC" not in plain:
        return None
    digit = b"1" if found[1] != b"1" else b"2"
    return plain[:found.start()] + digit + plain[found.start() + 1:]


def flip_jpeg(data):
    for about, start, end in streams(data):
        if b"/DCTDecode" in about:
            at = (start + end) // 2
            return data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]
    raise AssertionError("no JPEG")


def flip_png(data):
    for about, start, end in streams(data):
        if b"/Image" in about and b"/FlateDecode" in about:
            at = end - 1  # of the checksum
            return data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]
    raise AssertionError("no PNG")


def flip_attached_png(data):
    for about, start, end in streams(data):
        if b"image#2Fpng" in about:
            at = (start + end) // 2
            return data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]
    raise AssertionError("no PNG goes along")


def in_list(old, new):
    return lambda data: edited(data, lambda about: b"text#2Fplain" in about,
                               swap(old, new))


FORGERIES = (
    ("an article that goes along", "verify/source-changed",
     lambda data: edited(data, is_source, flip_text)),
    ("issue.yaml", "verify/source-changed",
     lambda data: edited(data, lambda about: b"application#2Fyaml" in about,
                         swap(b": 37", b": 38"))),
    ("the layout that goes along", "verify/source-changed",
     lambda data: edited(data, lambda about: b"application#2Fyaml" in about,
                         swap(b"columns", b"colunms"))),
    ("a PNG that goes along", "verify/source-changed", flip_attached_png),
    ("a JPEG of the pages", "verify/picture-changed", flip_jpeg),
    ("a PNG of the pages", "verify/altered", flip_png),
    ("a page", "verify/page", lambda data: edited(
        data, lambda about: b"/Type" not in about, move_text)),
    ("a byte of the head", "verify/altered",
     lambda data: data[:10] + b"\xE3" + data[11:]),
    ("the name of the program", "verify/altered",
     in_list(b"program bulletin 0", b"program bulletin 9")),
    ("the digest of an article", "verify/source-changed",
     lambda data: edited(data, lambda about: b"text#2Fplain" in about,
                         lambda plain: re.sub(
                             rb"(source00000001 \d+ )(.)",
                             lambda found: found[1] + (
                                 b"0" if found[2] != b"0" else b"1"),
                             plain, count=1))),
)


def check_samples(tap, work):
    for sample in SAMPLES:
        for product in ("screen", "archive"):
            pdf = os.path.join(work, "out.pdf")
            issue = os.path.join(ROOT, "samples", sample + ".yaml")
            status, told = make(issue, pdf, product=product)
            if tap.ok(status == 0, "%s for %s" % (sample, product), told):
                status, told = verify(pdf)
                tap.ok(status == 0 and not told,
                       "%s for %s: verified" % (sample, product), told)


def check_options(tap, work):
    """What the command line said is made again too."""
    pdf = os.path.join(work, "with.pdf")
    folder = os.path.join(work, "moved")
    shutil.copytree(os.path.join(ROOT, "samples", "digest"), folder,
                    copy_function=shutil.copyfile)
    issue = os.path.join(folder, "issue.yaml")
    layout = os.path.join(work, "own.yaml")
    shutil.copyfile(os.path.join(ROOT, "layouts", "tabloid.yaml"), layout)
    make(issue, pdf, "--report", os.path.join(work, "near.json"))
    for options in (("--proof",), ("--layout", "tabloid"),
                    ("--layout", layout), ("--data", "."), ("--nudge", "0.5,-1"),
                    ("--layout", "tabloid", "--near",
                     os.path.join(work, "near.json"))):
        name = "made with " + " ".join(map(os.path.basename, options))
        status, told = make(issue, pdf, *options, product="screen")
        if tap.ok(status == 0, name, told):
            os.rename(folder, folder + "-gone")
            os.rename(layout, layout + "-gone")
            status, told = verify(pdf)
            os.rename(folder + "-gone", folder)
            os.rename(layout + "-gone", layout)
            tap.ok(status == 0 and not told,
                   name + ": verified when all that is gone", told)


def check_forgeries(tap, pdf, data, forged):
    for name, code, forge in FORGERIES:
        with open(forged, "wb") as file:
            file.write(forge(data))
        with open(forged, "rb") as file:
            tap.ok(file.read() != data, name + ": is changed")
        status, told = verify(forged)
        tap.ok(status == 1 and code in told, name + ": is found out",
               "%d %s" % (status, told))


def check_rewritten(tap, pdf, forged):
    """Saved by another program: told so, and still found out."""
    subprocess.run(["qpdf", pdf, forged], check=True)
    status, told = verify(forged)
    tap.ok(status == 1 and "verify/altered" in told and
           "verify/page" not in told, "saved again: said so, pages are right",
           told)
    subprocess.run(["qpdf", "--qdf", "--normalize-content=n",
                    "--object-streams=disable", pdf, forged], check=True)
    with open(forged, "rb") as file:
        data = file.read()
    status, told = verify(forged)
    tap.ok(status == 1 and "verify/altered" in told and
           "verify/source" not in told and "verify/picture" not in told and
           "verify/page" not in told,
           "unpacked: sources, pictures and pages are right", told)
    at = data.index("职工".encode(), data.index(b"/EmbeddedFile"))
    with open(forged, "wb") as file:
        file.write(data[:at] + "员工".encode() + data[at + 6:])
    status, told = verify(forged)
    tap.ok(status == 1 and "verify/source-changed" in told,
           "unpacked and a word changed: found out", told)
    whole = os.path.join(os.path.dirname(pdf), "whole.pdf")
    make(os.path.join(ROOT, "samples/typography/issue.yaml"), whole,
         product="screen")
    subprocess.run(["qpdf", whole, "--pages", ".", "2-z", "--", forged],
                   check=True)
    status, told = verify(forged)
    tap.ok(status == 1 and "verify/page-count" in told,
           "a page taken out: found out", told)


def check_unusable(tap, pdf, data, forged):
    for product in ("press", "press-legacy", "office"):
        make(os.path.join(ROOT, "samples/jianbao/issue.yaml"), forged,
             product=product)
        status, told = verify(forged)
        tap.ok(status == 4 and "verify/no-sources" in told,
               product + ": says that it carries no sources", told)
    for name, bytes_ in (("nothing", b""), ("half a file",
                                            data[:len(data) // 2]),
                         ("text", b"what a day\n" * 50)):
        with open(forged, "wb") as file:
            file.write(bytes_)
        status, told = verify(forged)
        tap.ok(status == 4 and "verify/unreadable" in told,
               name + ": said to be unreadable", told)
    status, told = verify(os.path.join(os.path.dirname(pdf), "none.pdf"))
    tap.ok(status == 4 and "file/missing" in told, "no file: said so", told)


def renewed(data):
    """As a file whose program had another name, with an /ID that holds."""
    import hashlib
    data = in_list(b"program bulletin 0", b"program bulletin 9")(data)
    at = data.rindex(b"/ID [<")
    name = hashlib.sha256(data[:at]).hexdigest()[:32].upper().encode()
    return (data[:at] + b"/ID [<" + name + b"> <" + name + b">]" +
            data[data.index(b"]", at) + 1:])


def check_other_program(tap, data, forged):
    with open(forged, "wb") as file:
        file.write(renewed(data))
    status, told = verify(forged)
    tap.ok(status == 0 and "verify/other-program" in told,
           "of another program: text and places are compared", told)
    status, told = verify(forged, "--warnings-as-errors")
    tap.ok(status == 3, "and that can be asked to be no success", told)


def main():
    tap = Tap()
    with work_folder() as work:
        check_samples(tap, work)
        check_options(tap, work)
        pdf = os.path.join(work, "digest.pdf")
        forged = os.path.join(work, "forged.pdf")
        make(os.path.join(ROOT, "samples/digest/issue.yaml"), pdf,
             product="archive")
        with open(pdf, "rb") as file:
            data = file.read()
        check_forgeries(tap, pdf, data, forged)
        check_rewritten(tap, pdf, forged)
        check_unusable(tap, pdf, data, forged)
        check_other_program(tap, data, forged)
    tap.done()


if __name__ == "__main__":
    main()
