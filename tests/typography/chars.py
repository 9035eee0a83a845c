# SPDX-License-Identifier: MIT
"""chars.py - the characters of a finished PDF, and the lines they stand in.

Everything is read from `mutool trace`, so it is what is on the paper, to
about 0.0002 em. x and y are points from the top left corner of the page, y
down; advances are the font's own, in em, before any kerning or justification.

A line is what the content stream sets on one baseline without a break. Spaces
are not characters here: where one was typed, there is a gap."""
import collections
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "pdf"))
sys.path.insert(0, os.path.join(HERE, "..", "support"))

import structure  # noqa: E402

Char = collections.namedtuple("Char", "c x y adv size font glyph turned")
# Stroke: what was drawn, not set: the box of a path, and its kind.
Stroke = collections.namedtuple("Stroke", "kind left top right bottom")

PAGE = re.compile(r"<page .*?</page>", re.S)
TEXT = re.compile(r"<fill_text[^>]* transform=\"([^\"]*)\">(.*?)</fill_text>",
                  re.S)
SPAN = re.compile(r'<span font="([^"]*)"[^>]* trm="([^"]*)">(.*?)</span>',
                  re.S)
GLYPH = re.compile(r'<g unicode="([^"]*)"(?: glyph="(-?\d+)")? '
                   r'x="([^"]*)" y="([^"]*)" adv="([^"]*)"')
PATH = re.compile(r"<(fill|stroke)_path[^>]* transform=\"([^\"]*)\"[^>]*>"
                  r"(.*?)</\1_path>", re.S)
POINT = re.compile(r'\bx[123]?="([^"]*)" y[123]?="([^"]*)"')
SPACES = "\u3000\u00a0 \t"
HYPHEN = "\u00ad"  # of a word divided in two; copies out as nothing


def numbers(text):
    return [float(word) for word in text.split()]


def placed(matrix, x, y):
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def trace(pdf):
    """The XML of every page, references resolved."""
    _, out, _ = structure.run("mutool", "trace", pdf)
    out = re.sub(r"&#x?[0-9a-fA-F]+;", structure.reference, out)
    return PAGE.findall(out)


def chars_of(page):
    """The characters of a page, in the order of the content."""
    found = []
    for transform, spans in TEXT.findall(page):
        matrix = numbers(transform)
        for font, trm, glyphs in SPAN.findall(spans):
            a, b, c, d = numbers(trm)
            size, turned = max(abs(a), abs(b)), abs(b) > abs(a)
            for text, glyph, x, y, adv in GLYPH.findall(glyphs):
                text = structure.xml_text(text).replace(HYPHEN, "-")
                if not glyph and found:  # more text of the glyph before
                    found[-1] = found[-1]._replace(c=found[-1].c + text)
                    continue
                x, y = placed(matrix, float(x), float(y))
                found.append(Char(text, x, y, float(adv), size,
                                  font.split("+")[-1], int(glyph), turned))
    return [char for char in found if char.c.strip(SPACES)]


def strokes_of(page):
    """What a page draws: the boxes of its paths, each closed part by
    itself."""
    found = []
    for kind, transform, path in PATH.findall(page):
        matrix = numbers(transform)
        for part in path.split("<moveto")[1:]:
            points = [placed(matrix, float(x), float(y))
                      for x, y in POINT.findall(part)]
            xs, ys = zip(*points)
            found.append(Stroke(kind, min(xs), min(ys), max(xs), max(ys)))
    return found


class Line:
    """A line of characters with x in em from the left edge of its column.

    `measure` is its column's width in em; `is_last` says that it ends its
    paragraph, and so is not justified."""

    def __init__(self, chars, left, size, measure, is_last=False):
        self.chars = chars
        self.size = size
        self.left = left
        self.measure = measure
        self.is_last = is_last
        self.y = chars[0].y
        self.xs = [(char.x - left) / size for char in chars]
        self.page = 0
        self.starts_at = self.ends_at = None  # in the text of its source

    @property
    def text(self):
        return "".join(char.c for char in self.chars)

    def __len__(self):
        return len(self.chars)

    def step(self, i):
        """From the origin of character i to that of the next, in em."""
        return self.xs[i + 1] - self.xs[i]

    def gap(self, i):
        """What is left between character i's own width and the next."""
        return self.step(i) - self.chars[i].adv

    def __repr__(self):
        return "<%s>" % self.text


def rows_of(chars, near=0.02):
    """Cuts characters into rows of one baseline, in the order of content."""
    rows = []
    for char in chars:
        last = rows[-1][-1] if rows else None
        if last and abs(last.y - char.y) < near and char.x > last.x - near:
            rows[-1].append(char)
        else:
            rows.append([char])
    return rows


def lines_of(chars, left, size, measure):
    """The lines that characters of one size make in one column."""
    body = [char for char in chars if abs(char.size - size) < 0.01]
    return [Line(row, left, size, measure) for row in rows_of(body)]
