# SPDX-License-Identifier: MIT
"""measures.py - what is measured on the lines of a paragraph.

A paragraph is a list of `chars.Line`, placed against its source by `place`.
Faults are texts; measures are numbers in em. Every function is seen to fail
in test_measures.py."""
import collections

import classes
from classes import MIDDLE, OPEN, RIGHT, is_han, is_latin

NEAR = 0.002  # em: how exact positions are

Squeeze = collections.namedtuple("Squeeze", "taken mark")


# ---- The text. ----

# Drawn with one glyph; what copies out is the right one.
ALIKE = {"/": "／", "／": "/", "%": "％", "％": "%"}


def place(lines, text, alike=ALIKE):
    """Finds the lines in their text: sets starts_at and ends_at of each, and
    is_hyphenated where a line ends with a hyphen that is not in the text.
    White space does not count. Returns faults."""
    at = 0
    for line in lines:
        at = skip_space(text, at)
        line.starts_at, line.is_hyphenated = at, False
        shown = line.text
        for i, c in enumerate(shown):
            if c.isspace():
                continue
            at = skip_space(text, at)
            if text[at:at + 1] in (c, alike.get(c, c)):
                at += 1
            elif c in "-\u2010\u00ad" and i == len(shown) - 1:
                line.is_hyphenated = True
            else:
                return ["%r where the text has %r: %s"
                        % (c, text[at:at + 8], shown)]
        line.ends_at = at
    rest = text[at:].strip()
    return ["the end is missing: %s" % rest] if rest else []


def skip_space(text, at):
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def copied_faults(copied, text, title):
    """What pdftotext copies of a page against its text."""
    rows = [Copied(row) for row in copied.split("\n")]
    if rows and rows[0].text.strip() == title:
        rows = rows[1:]
    return place([row for row in rows if row.text.strip()], text, {})


class Copied:
    def __init__(self, text):
        self.text = text.strip()


# ---- Marks and units. ----

def prohibition_faults(lines):
    """行首行末禁则: what begins or ends a line and must not."""
    faults = []
    for line in lines:
        if not classes.may_start(line.text):
            faults.append("begins with %s: %s" % (line.text[0], line.text))
        if not classes.may_end(line.text) and not ends_in_url(line):
            faults.append("ends with %s: %s" % (line.text[-1], line.text))
    return faults


def ends_in_url(line):
    at = getattr(line, "ends_at", None)
    source = getattr(line, "source", "")
    return any(a < (at or 0) < b for a, b in classes.urls(source))


def split_faults(lines, text):
    """Units that a line's end parts; the lines are placed in the text."""
    spans = [(a, b, False) for a, b in classes.units(text)]
    spans += [(a, b, True) for a, b in classes.words(text)]
    faults = []
    for line in lines[:-1]:
        if line.ends_at is None:
            continue
        for start, end, may_hyphenate in spans:
            if (start < line.ends_at < end and
                    not (may_hyphenate and is_hyphenation(line, text))):
                faults.append("%s parted after %s: %s" % (
                    text[start:end], text[start:line.ends_at], line.text))
    return faults


def is_hyphenation(line, text):
    """A hyphen was added between two letters, two of each word at least."""
    around = text[line.ends_at - 2:line.ends_at + 2]
    return (line.is_hyphenated and len(around) == 4 and around.isalpha() and
            not any(map(classes.is_square, around)))


# ---- Hanzi. ----

def han_gaps(line):
    """Beyond an em, between adjacent hanzi."""
    pairs = zip(line.chars, line.chars[1:])
    return [line.step(i) - 1 for i, (a, b) in enumerate(pairs)
            if is_han(a.c) and is_han(b.c)]


def widest_gap(line):
    return max([0.0] + han_gaps(line))


def shrunk_faults(lines):
    return ["hanzi %.3f em apart: %s" % (1 + min(gaps), line.text)
            for line in lines for gaps in [han_gaps(line)]
            if gaps and min(gaps) < -NEAR]


def single_faults(lines):
    """孤字: a last line of one hanzi or letter, and its marks."""
    if len(lines) < 2:
        return []
    bare = [c for c in lines[-1].text if classes.is_word(c)]
    return ["last line: %s" % lines[-1].text] if len(bare) <= 1 else []


# ---- White between hanzi and Latin. ----

def latin_gaps(line):
    found = []
    for i, (a, b) in enumerate(zip(line.chars, line.chars[1:])):
        if ((is_han(a.c) and is_latin(b.c[0])) or
                (is_latin(a.c[-1]) and is_han(b.c))):
            found.append(line.gap(i))
    return found


# ---- Marks: what they lose, and what they take at a line's end. ----

def solid(line, i):
    """Left and right edge of what is black or rigid of a character."""
    char, x = line.chars[i], line.xs[i]
    first = char.c[0]
    if first in MIDDLE:
        middle = x + char.adv / 2
        return middle - 0.25, middle + 0.25
    if char.adv > 0.9 and first in OPEN:
        return x + 0.5, x + 1
    if char.adv > 0.9 and first in RIGHT:
        return x, x + 0.5
    return x, x + char.adv


def natural_blank(left, right):
    """The white that two neighbours have between them before any line is
    fitted, or None where no mark owns any (typography 2.1, 2.4)."""
    if left in OPEN or (left not in RIGHT and right not in OPEN):
        return None
    if left in RIGHT and (right in RIGHT or right in MIDDLE):
        return None
    if left in MIDDLE and right in OPEN:
        return None
    return 0.5


def squeezes(line):
    """What each blank of a line has lost, in em."""
    found = []
    for i in range(len(line) - 1):
        left, right = line.chars[i].c[-1], line.chars[i + 1].c[0]
        natural = natural_blank(left, right)
        if natural is not None:
            white = solid(line, i + 1)[0] - solid(line, i)[1]
            mark = left if left in RIGHT else right
            found.append(Squeeze(natural - white, mark))
    return found


def tightest(line):
    """The most that one mark of the line has lost; 0 where it has none."""
    return max([0.0] + [s.taken for s in squeezes(line)])


def rhythm_lines(lines):
    """Justified lines whose tightest mark is squeezed by over 0.15 em more
    than that of the line above."""
    return [below for above, below in zip(lines, lines[1:])
            if not below.is_last and
            tightest(below) - tightest(above) > 0.15 + NEAR]


def end_room(line):
    """The room a full-width mark takes at the end of a justified line, from
    its left edge to the end of the measure; None where there is none."""
    if line.is_last or line.chars[-1].c[0] not in RIGHT:
        return None
    return line.measure - line.xs[-1]


def edge_faults(lines):
    """A justified line ends where its measure ends (a mark's blank, and what
    has a side bearing of its own, left out); no line goes beyond."""
    faults = []
    for line in lines:
        left, _ = solid(line, 0)
        _, right = solid(line, len(line) - 1)
        slack = 0.01 if (is_han(line.chars[-1].c[-1]) or
                         line.chars[-1].c[-1] in RIGHT) else 0.3
        off = right - line.measure
        if off > 0.01 or (not line.is_last and off < -slack):
            faults.append("ends %+.3f em off its measure: %s"
                          % (off, line.text))
        if left < -0.01:
            faults.append("begins %.3f em outside: %s" % (-left, line.text))
    return faults
