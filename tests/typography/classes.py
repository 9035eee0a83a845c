# SPDX-License-Identifier: MIT
"""classes.py - classes of characters and units that are not parted, as the
measuring needs them: clreq 3.1, GB/T 15834-2011 part 5. None of it is asked
of the program."""
import re
import unicodedata

OPEN = set("“‘（〔［｛《〈「『【〖")
CLOSE = set("”’）〕］｝》〉」』】〗")
PAUSE = set("，、；：")
STOP = set("。．！？")
MIDDLE = set("·・‧")
CONNECT = set("–—～-‐")
SOLIDUS = set("/／")
RIGHT = CLOSE | PAUSE | STOP  # ink on the left, blank on the right
MARKS = OPEN | RIGHT
HALF_CLOSE = set(",.;:!?)]}%％‰℃°′″")
HALF_OPEN = set("([{")
PAIRS = ("——", "……", "⋯⋯")
SIGNS = "±+＋−－"
MONEY = "¥￥$£€№#"
UNITS = "%％‰°℃′″"


def is_han(c):
    return ("\u4e00" <= c <= "\u9fff" or "\u3400" <= c <= "\u4dbf" or
            "\U00020000" <= c <= "\U000323af" or c in "〇々")


def is_square(c):
    """Hanzi and what stands as one."""
    return is_han(c) or "\u3040" <= c <= "\u30ff" or "\uff10" <= c <= "\uff5a"


def is_latin(c):
    """Beside which hanzi have their quarter of an em: letters, digits, and
    the signs that belong to a number."""
    if is_square(c) or ord(c) > 0x2fff:
        return False
    return unicodedata.category(c)[0] in "LN" or c in SIGNS + MONEY + UNITS


def is_word(c):
    """Counts when a last line is looked at: no mark."""
    return unicodedata.category(c[0])[0] in "LN"


def may_start(text):
    """May a line begin so? (GB level)"""
    first = text[0]
    if text[:2] in PAIRS:
        return True
    return first not in (RIGHT | MIDDLE | CONNECT | SOLIDUS | HALF_CLOSE)


def may_end(text):
    """May a line end so? (GB level)"""
    return text[-1] not in (OPEN | SOLIDUS | HALF_OPEN)


NUMBER = re.compile(
    r"(?:(?<![0-9A-Za-z\u2010-\u2013—-])[%s-])?[%s]?"
    r"[0-9０-９]+(?:[.,:/．][0-9０-９]+)*[%s%s]?"
    % (SIGNS, MONEY, UNITS, MONEY))
WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z]+)*")
STACKED = re.compile(r"[？！?!‼⁇⁈⁉]{2,}")
RUN = re.compile(r"—{2,}|…{2,}|⋯{2,}")
NOTE = re.compile(r"\S\[\d{1,2}\]")
URL = re.compile(r"(?:https?://|www\.)[!-~]+")


def urls(text):
    """Spans in which a line may end after / . ? & = and -."""
    return [match.span() for match in URL.finditer(text)]


def units(text):
    """Spans of text that no line may part, except Latin words (`words`)."""
    within = urls(text)
    found = []
    for pattern in (NUMBER, STACKED, NOTE):
        found += [m.span() for m in pattern.finditer(text)]
    for match in RUN.finditer(text):
        start, end = match.span()
        found += [(i, min(i + 2, end)) for i in range(start, end, 2)]
    return [(a, b) for a, b in found if b - a > 1 and
            not any(u <= a < v for u, v in within)]


def words(text):
    """Spans of Latin words and codes: parted by a hyphen or not at all."""
    within = urls(text)
    return [m.span() for m in WORD.finditer(text)
            if m.end() - m.start() > 1 and
            not any(u <= m.start() < v for u, v in within)]
