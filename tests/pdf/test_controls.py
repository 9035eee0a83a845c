#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Can the checks fail? Each is given something damaged and must find it."""
import os
import re
import subprocess

from copied import pages_of, strange_characters, text_faults
from expected import Issue
from finished import (ROOT, Tap, make, structure, told_faults, wanted_links,
                      work_folder)
import lines as rules

tap = Tap()


# ---- Text. ----

def without(text, at, count=1):
    return text[:at] + text[at + count:]


def text_controls(issue, pages):
    def caught(damaged, name):
        tap.caught(text_faults(issue, damaged), "found: " + name)

    tap.empty(text_faults(issue, pages), "an undamaged text has no faults")
    first, last = pages[0], pages[-1]
    middle = len(first) // 2
    caught([without(first, middle)] + pages[1:], "a character is lost")
    caught([first[:middle] + first[middle] + first[middle:]] + pages[1:],
           "a character is there twice")
    caught([first[:middle] + first[middle + 1] + first[middle] +
            first[middle + 2:]] + pages[1:], "two characters change places")
    caught([first[1:]] + pages[1:], "the furniture lacks a character")
    caught([first] + [without(last, len(last) - 1)] if len(pages) > 1 else
           [without(first, len(first) - 1)], "the end lacks a character")
    caught(pages + [last], "a page comes twice")
    if len(pages) > 1:
        caught(pages[:-1], "a page is missing")
        caught(pages[::-1], "pages change places")
    for article in issue.articles:
        for text in article.floats[:1]:
            caught([page.replace(text, "") for page in pages],
                   "a caption or table is missing: %s…" % text[:8])
    tap.caught(strange_characters(["一\u2f00"]), "found: a Kangxi radical")
    tap.caught(strange_characters(["一\u2eda"]), "found: a CJK radical")
    tap.caught(strange_characters(["\ufffd"]), "found: a replacement character")
    tap.caught(strange_characters(["\ue123"]), "found: a private character")
    tap.empty(strange_characters(["一，“工”A1"]), "plain text is not strange")


# ---- Files. ----

class Damage:
    """Copies of a PDF in which one thing is changed, by hand as it were."""

    def __init__(self, pdf, folder):
        self.folder = folder
        self.count = 0
        self.plain = os.path.join(folder, "plain.pdf")
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", pdf,
                        self.plain], check=True)

    def change(self, pattern, replacement):
        with open(self.plain, "rb") as file:
            old = file.read()
        new = re.sub(pattern, replacement, old, count=1, flags=re.S)
        assert new != old, pattern
        self.count += 1
        path = os.path.join(self.folder, "damaged%d.pdf" % self.count)
        fixed = subprocess.run(["fix-qdf"], input=new, capture_output=True)
        with open(path, "wb") as file:
            file.write(fixed.stdout)
        return path


def glyph_faults(pdf):
    return structure.glyph_faults(structure.trace(pdf))


def file_controls(issue, pdf, folder):
    grid = rules.Grid(issue.layout)
    size = (grid.width, grid.height)
    damage = Damage(pdf, folder)
    whole = damage.plain
    tap.empty(glyph_faults(whole) + structure.font_faults(whole) +
              structure.qpdf_faults(whole) + told_faults(issue, whole) +
              structure.box_faults(whole, size, grid.bleed) +
              text_faults(issue, pages_of(whole)),
              "an undamaged copy has no faults")

    path = damage.change(rb"\[<[0-9a-f]{4}", b"[<0000")
    tap.caught(glyph_faults(path), "found: a .notdef")
    path = damage.change(rb"beginbfchar\n<([0-9a-f]{4})> ?<[0-9A-Fa-f]{4}>",
                         rb"beginbfchar\n<\1><2F00>")
    tap.caught(text_faults(issue, pages_of(path)),
               "found: a glyph that copies as another character")
    tap.caught(strange_characters(pages_of(path)),
               "found: a glyph that copies as a radical")
    path = damage.change(rb"/ToUnicode \d+ 0 R", b"")
    tap.caught(structure.font_faults(path), "found: a font without ToUnicode")
    path = damage.change(rb"/FontFile[23] \d+ 0 R", b"")
    tap.caught(structure.font_faults(path), "found: a font not embedded")
    path = damage.change(rb"/BaseFont /[A-Z]{6}\+", b"/BaseFont /")
    tap.caught(structure.font_faults(path), "found: a font not cut")
    for kind in ("Type 1            WinAnsi         ", "Type 1C           Custom          ",
                 "TrueType          WinAnsi         ", "Type 3            Custom          "):
        tap.caught(structure.font_list_faults(
            ["AAAAAA+A    %s yes yes yes     16  0" % kind]),
            "found: a font of " + " ".join(kind.split()[:2]))
    path = damage.change(rb"(/TrimBox \[\s+)[\d.]+", rb"\g<1>20")
    tap.caught(structure.box_faults(path, size, grid.bleed),
               "found: a wrong TrimBox")
    path = damage.change(rb"(/MediaBox \[\s+\d+\s+\d+\s+)[\d.]+", rb"\g<1>500")
    tap.caught(structure.box_faults(path, size, grid.bleed),
               "found: a wrong MediaBox")
    path = damage.change(rb"/Lang \(zh-Hans\)", b"/Lang (en)")
    tap.caught(told_faults(issue, path), "found: a wrong language")
    path = damage.change(rb"/PageLabels \d+ 0 R", b"")
    tap.caught(told_faults(issue, path), "found: no page labels")
    path = damage.change(rb"(/Title <feff)[0-9a-f]{4}", rb"\g<1>4e00")
    tap.caught(told_faults(issue, path), "found: a wrong title or bookmark")
    cut_short = os.path.join(folder, "short.pdf")
    with open(pdf, "rb") as file, open(cut_short, "wb") as out:
        out.write(file.read()[:-400])
    tap.caught(structure.qpdf_faults(cut_short), "found: a file cut short")
    tap.caught(structure.glyph_faults([]), "found: pages without glyphs")


# ---- Lines. ----

GRID = rules.Grid({"body": {"size": "10pt", "leading": "15pt"},
                   "paper": "320pt x 320pt", "columns": "2",
                   "measure": "12字", "gutter": "20pt", "left": "30pt",
                   "top": "40pt", "lines": "16"})
SONG, HEI = "AAAAAA+Song", "AAAAAA+Hei"


def line(text, column=0, row=0, step=10.0, indent=0.0, shift=0.0, font=SONG):
    x = GRID.column_lefts()[column] + indent
    y = 320 - (40 + 11.3 + 15 * row + shift)
    return (font, 10.0, [(c, 7, x + i * step, y) for i, c in enumerate(text)])


def judged(*spans):
    lines = rules.lines_of([list(spans)], GRID)
    return lines, rules.body_lines(lines, GRID)


FULL = "十二个汉字排成一整行字啊"


def line_controls():
    good = [line(FULL, 0, row) for row in range(4)] + \
           [line(FULL, 1, row) for row in range(4)]
    lines, body = judged(*good)
    tap.empty(rules.mark_faults(lines) + rules.crowded_faults(lines) +
              rules.single_faults(body, GRID) + rules.edge_faults(body, GRID) +
              rules.grid_faults(body, GRID) +
              rules.feet_faults(body, GRID, [1]),
              "good lines have no faults")
    tap.equal(len(body), 8, "and all of them are seen")
    for mark in "，。、；：！？）》”’」…—·～／":
        lines, _ = judged(*good, line(mark + "开头的行", 0, 5))
        tap.caught(rules.mark_faults(lines),
                   "found: a line that begins with " + mark)
    for pair in ("——", "……"):
        lines, _ = judged(*good, line(pair + "开头的行", 0, 5))
        tap.empty(rules.mark_faults(lines), "a line may begin with " + pair)
    for mark in "（《“‘「／":
        lines, _ = judged(*good, line("结尾的行" + mark, 0, 5))
        tap.caught(rules.mark_faults(lines),
                   "found: a line that ends with " + mark)
    lines, _ = judged(*good, line("挤在一起的字", 0, 5, step=9.9))
    tap.caught(rules.crowded_faults(lines), "found: hanzi nearer than 1 em")
    for text in ("字", "字。", "字。”"):
        _, body = judged(*good, line(text, 0, 5))
        tap.caught(rules.single_faults(body, GRID),
                   "found: a last line of " + text)
    _, body = judged(*good, line(FULL + "外", 0, 5))
    tap.caught(rules.edge_faults(body, GRID), "found: a line too long")
    _, body = judged(*good, line(FULL[:-1] + "，", 1, 5, step=10.6))
    tap.caught(rules.edge_faults(body, GRID), "found: a mark not trimmed")
    _, body = judged(*good, line(FULL, 0, 5, shift=0.5))
    tap.caught(rules.grid_faults(body, GRID), "found: a line off the grid")
    _, body = judged(*good, *[line(FULL, 1, row, shift=1) for row in (5, 6)])
    tap.caught(rules.grid_faults(body, GRID), "found: a column off the grid")
    _, body = judged(*good, line(FULL, 0, 5), line(FULL, 0, 6))
    tap.caught(rules.feet_faults(body, GRID, [1]), "found: uneven columns")
    _, body = judged(*good[:4])
    tap.caught(rules.feet_faults(body, GRID, [1]), "found: an empty column")


def main():
    path = os.path.join(ROOT, "samples", "digest", "issue.yaml")
    issue = Issue(path)
    with work_folder() as folder:
        pdf = os.path.join(folder, "out.pdf")
        status, told = make(path, pdf)
        if tap.ok(status == 0, "the digest sample is made", told):
            text_controls(issue, pages_of(pdf))
            file_controls(issue, pdf, folder)
            tap.ok(wanted_links(issue), "the sample has links to look for")
            tap.caught(wanted_links(issue) - set(), "found: a link is missing")
    line_controls()
    tap.done()


if __name__ == "__main__":
    main()
