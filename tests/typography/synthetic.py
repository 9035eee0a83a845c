# SPDX-License-Identifier: MIT
"""synthetic.py - lines made by hand, for negative controls: what would a
check say of a line that stands so?

    line("文字，文字", 12)                  solid, from the left edge
    line("文字，文字", 12, gaps={1: -0.3})  the second character 0.3 em short
"""
from chars import Char, Line
from classes import MIDDLE, OPEN, RIGHT, is_latin

SIZE = 10.0


def advance(c):
    if c in MIDDLE or c in "-–.,/()[]!?;:'":
        return 0.5
    return 0.5 if is_latin(c) else 1.0


def line(text, measure, start=0.0, gap=0.0, gaps=None, is_last=False,
         row=0, font="Song"):
    """Characters at their own widths; marks that meet share their blank, a
    quarter of an em stands between hanzi and Latin. `gap` is added
    everywhere, `gaps[i]` after character i."""
    x, chars = start, []
    if text[0] in OPEN:
        x -= 0.5
    for i, c in enumerate(text):
        chars.append(Char(c, x * SIZE, 20.0 * row, advance(c), SIZE, font, 1,
                          False))
        x += advance(c) + gap + (gaps or {}).get(i, 0.0)
        if i + 1 < len(text):
            x += white(c, text[i + 1])
    return Line(chars, 0.0, SIZE, measure, is_last)


def white(left, right):
    """What stands between two characters beside their own widths."""
    if left in OPEN and right in OPEN:
        return -0.5
    if left in RIGHT and (right in RIGHT or right in OPEN):
        return -0.5
    if is_latin(left) != is_latin(right) and not {left, right} & (
            OPEN | RIGHT | MIDDLE | set("—…-–/()[].,:;!?")):
        return 0.25
    return 0.0


def paragraph(measure, *texts, **more):
    """Solid lines; the last is a last line."""
    lines = [line(text, measure, row=i, **more)
             for i, text in enumerate(texts)]
    lines[-1].is_last = True
    return lines
