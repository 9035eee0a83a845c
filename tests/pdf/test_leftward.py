#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Words that run to the left inside a Chinese line (Uyghur): on the page their
letters go from right to left, copied they read as they were written."""
import os
import re
import subprocess

from expected import squash
from finished import PROGRAM, Tap, work_folder

FONT = "UKIJ Tuz"
WORDS = "شىنجاڭ ئۇيغۇر"
BEFORE, AFTER = "新疆（", "）发出2026年第3号通知。"
LAYOUT = """title: 试
paper: A4
body: {font: 宋, size: 10pt, leading: 18pt}
measure: 40字
top: 40pt
lines: 30
heads: {normal: {}}
"""


def has_font():
    try:
        found = subprocess.run(["fc-list", FONT], capture_output=True)
    except OSError:
        return False
    return bool(found.stdout.strip())


def make(folder, body):
    files = {"issue.yaml": "name: 试\nlayout: l.yaml\narticles: [a.md]\n",
             "l.yaml": LAYOUT, "a.md": "---\ntitle: 题\n---\n%s\n" % body}
    for name, text in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    pdf = os.path.join(folder, "out.pdf")
    subprocess.run([PROGRAM, "make", folder, "-q", "-o", pdf], check=True)
    return pdf


def copied(pdf):
    """Without the signs of direction that poppler adds."""
    shown = subprocess.run(["pdftotext", "-enc", "UTF-8", pdf, "-"],
                           check=True, capture_output=True).stdout.decode()
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", shown)


def places(pdf):
    """Characters of the body's line with their x, in the file's order."""
    trace = subprocess.run(["mutool", "draw", "-q", "-F", "trace", pdf],
                           check=True, capture_output=True).stdout.decode()
    return [(c, float(x)) for c, x in re.findall(
        r'unicode="(.)" glyph="[^"]*" x="([^"]*)"', trace)]


def leftward_faults(found):
    """In the file's order Chinese goes to the right and a Uyghur word lies
    where it is seen: the second word to the left of the first."""
    first = [x for c, x in found if c == "ش"]
    second = [x for c, x in found if c == "غ"]
    han = [x for c, x in found if c in "新疆发出"]
    if not first or not second or len(han) < 4:
        return ["characters are missing: %r" % (found,)]
    faults = []
    if not second[0] < first[0]:
        faults.append("the second word stands to the right of the first")
    if not han[1] < second[0] or not first[0] < han[2]:
        faults.append("the words stand outside their brackets")
    if han != sorted(han):
        faults.append("Chinese does not go to the right")
    return faults


def main():
    tap = Tap()
    if not has_font():
        tap.skip("no font " + FONT)
        tap.done()
    with work_folder() as folder:
        pdf = make(folder, BEFORE + WORDS + AFTER)
        text = copied(pdf)
        tap.ok(WORDS in text, "the words copy as they were written", text)
        tap.ok("2026年第3号通知" in squash(text), "and so does what follows",
               text)
        found = places(pdf)
        tap.empty(leftward_faults(found), "letters go from right to left")
        mirrored = [(c, -x) for c, x in found]
        tap.ok(leftward_faults(mirrored), "a mirrored page is seen")
        tap.ok(leftward_faults(found[:3]), "missing letters are seen")
    tap.done()


if __name__ == "__main__":
    main()
