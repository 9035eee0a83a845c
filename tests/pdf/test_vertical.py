#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Vertical text as other programs see it: it copies out in the order in which
it is read, its lines stand on the grid from right to left, marks and brackets
have their vertical forms."""
import os
import re
import subprocess

from expected import squash
from finished import HERE, PROGRAM, Tap, structure, work_folder

GOLDEN = os.path.join(os.path.dirname(HERE), "golden")
TURNED = "“”‘’（）《》…"  # on the page they are not the horizontal glyphs


def make(folder, case, turned_to=None):
    """A golden case's PDF; its page set across where that is asked for."""
    source = os.path.join(GOLDEN, case)
    for name in os.listdir(source):
        with open(os.path.join(source, name), encoding="utf-8") as file:
            text = file.read()
        if turned_to:
            text = text.replace("direction: down", "direction: " + turned_to)
            text = text.replace("paper: 400pt x 325pt", "paper: 400pt x 400pt")
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    pdf = os.path.join(folder, "out.pdf")
    subprocess.run([PROGRAM, "make", folder, "-q", "-o", pdf,
                    "--no-system-fonts"], check=True)
    return pdf


def text_of(program, pdf):
    words = {"pdftotext": ["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"],
             "mutool": ["mutool", "draw", "-q", "-F", "txt", pdf]}[program]
    shown = subprocess.run(words, check=True, capture_output=True)
    return squash(shown.stdout.decode())


def article_text(case, name):
    """Title, byline and paragraphs of an article, without their signs."""
    path = os.path.join(GOLDEN, case, name)
    with open(path, encoding="utf-8") as file:
        _, head, body = file.read().split("---\n", 2)
    keys = dict(line.split(": ", 1) for line in head.strip().split("\n"))
    parts = [keys["title"].replace("|", "")]
    parts += [keys[key] for key in ("subtitle", "byline") if key in keys]
    return squash("".join(parts) + re.sub(r"[#*]", "", body))


def trace_of(pdf):
    return subprocess.run(["mutool", "draw", "-q", "-F", "trace", pdf],
                          check=True, capture_output=True).stdout.decode()


def glyphs_of(pdf, wanted):
    """Numbers of the glyphs that print some characters."""
    found = {}
    for sign, glyph in re.findall(r'unicode="(.)" glyph="([^"]+)"',
                                  trace_of(pdf)):
        if sign in wanted:
            found.setdefault(sign, set()).add(glyph)
    return found


def columns_of(pdf):
    """The different x of hanzi of the text's size, ascending."""
    found = set()
    for span in re.findall(r'trm="10 0 0 10">(.*?)</span>', trace_of(pdf),
                           re.DOTALL):
        found.update(round(float(x), 1) for x in re.findall(
            r'unicode="[一-鿿]"[^/]* x="([^"]+)"', span))
    return sorted(found)


def are_apart(places, pitch):
    """Whole pitches from one to the next, to the tenth of a point."""
    rests = [(b - a) % pitch for a, b in zip(places, places[1:])]
    return len(places) > 5 and all(min(r, pitch - r) < 0.11 for r in rests)


def check_order(tap, case, pdf, names):
    for program in ("pdftotext", "mutool"):
        text = text_of(program, pdf)
        ends = []
        for name in names:
            at = text.find(article_text(case, name))
            tap.ok(at >= 0, "%s: %s gives %s whole" % (case, program, name),
                   text)
            ends.append(at)
        tap.equal(ends, sorted(ends), "%s: %s: in order" % (case, program))


def check_forms(tap, down, across):
    vertical, level = glyphs_of(down, TURNED), glyphs_of(across, TURNED)
    tap.equal(sorted(vertical), sorted(level), "the same marks are printed")
    for sign in sorted(level):
        tap.ok(not vertical[sign] & level[sign],
               "%s has a form of its own in vertical text" % sign,
               vertical[sign])


def main():
    tap = Tap()
    with work_folder() as folder, work_folder() as other:
        down = make(folder, "vertical-page")
        tap.empty(structure.qpdf_faults(down), "qpdf finds nothing")
        check_order(tap, "vertical-page", down, ["a.md"])
        across = make(other, "vertical-page", "across")
        check_forms(tap, down, across)
        tap.equal(text_of("mutool", down).count("“"),
                  text_of("mutool", across).count("“"),
                  "quotes copy as they were written")
        tap.ok(are_apart(columns_of(down), 15), "lines stand 15 pt apart",
               columns_of(down))
        tap.ok(not are_apart(columns_of(across), 15),
               "which hanzi of lines across do not")
    with work_folder() as folder:
        pdf = make(folder, "vertical-title")
        check_order(tap, "vertical-title", pdf, ["a.md", "b.md", "d.md"])
    tap.done()


if __name__ == "__main__":
    main()
