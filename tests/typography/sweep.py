# SPDX-License-Identifier: MIT
"""sweep.py - copy made by dice, set in two columns at any measure, and what
is wrong with it on paper.

    done = sweep.set_copy(17)
    sweep.faults_of(done)

The copy has what bulletins have: marks heaped and nested, words, numbers,
addresses, bold. What no line of a measure could hold is left out there."""
import os
import random
import re
import tempfile

import chars
import measures
import setting
from classes import CONNECT, MIDDLE, RIGHT, SOLIDUS, is_han

SIZE, LEADING, TOP, LEFT, GUTTER = setting.SIZE, 17.0, 40.0, 50.0, 21.0
ROWS = 190
PARAGRAPHS = 7
INDENT = 2
SQUARE_TOP = 0.88  # of the size: from the top of a square to its baseline
NEAR = 0.002  # em

HANZI = ("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可"
         "主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家")
MARKS = ("，", "。", "、", "；", "：", "！", "？", "，", "。", "……", "——", "？！",
         "！！！", "·", "～", "–", "…………")
PAIRS = ("“”", "‘’", "（）", "《》", "「」", "〈〉", "【】", "『』")
WORDS = ("GDP", "WTO", "A", "C++", "AT&T", "Bulletin", "OpenType", "e-mail",
         "PM2.5", "well-known", "Trade Union", "it’s", "internationalization",
         "workers’ rights", "representatives")
NUMBERS = ("12.5%", "2026", "25℃", "¥30", "3000", "10:00", "±5", "１２３４",
           "1,234,567.89", "２．５％", "30€", "1234567890", "第3", "60+",
           "JGJ/T 46", "3/5", "0.618")
ADDRESSES = ("https://www.example.org/news/2026-11/index.html?id=46&page=2",
             "gonghui@example.org", "www.acftu.example.cn")

LAYOUT = """title: 试排
paper: {width}pt x {height}pt
body: {{font: 宋, size: {size}pt, leading: {leading}pt}}
columns: 2
measure: {measure}pt
gutter: {gutter}pt
left: {left}pt
top: {top}pt
lines: {rows}
{keys}
styles:
  body: {{indent: 2字}}
  crosshead: {{size: 12pt}}
heads:
  normal:
    columns: 1
    title: {{size: 6pt, leading: {leading}pt, align: left}}
"""


# ---- Copy. ----

def widest_part(word):
    """Of what no line end parts, in em, on the safe side."""
    parts = re.split(r"(?<=[/.?&=@ -])", word) if "/" in word or "@" in word \
        else word.split(" ")
    return max(sum(1.0 if ord(c) > 0x2fff else 0.62 for c in part)
               for part in parts)


class Writer:
    def __init__(self, dice, measure):
        self.dice = dice
        room = measure - INDENT - 1.2
        self.depth = 2 if measure > 8 else 0
        self.words = [w for w in WORDS if widest_part(w) < room]
        self.numbers = [w for w in NUMBERS if widest_part(w) < room]
        self.addresses = [w for w in ADDRESSES if widest_part(w) < room]

    def hanzi(self, most):
        return "".join(self.dice.choice(HANZI)
                       for _ in range(self.dice.randint(1, most)))

    def enclosed(self, depth):
        start, end = self.dice.choice(PAIRS)
        inner = self.hanzi(6)
        if depth and self.dice.random() < 0.4:
            inner += self.enclosed(depth - 1)
        if self.depth and self.dice.random() < 0.3:
            inner += self.dice.choice(MARKS[:7])
        return start + inner + end

    def latin(self):
        lists = (self.words, self.words, self.numbers, self.numbers,
                 self.addresses)
        word = self.dice.choice(self.dice.choice([x for x in lists if x]))
        return " %s " % word if self.dice.random() < 0.3 else word

    def paragraph(self):
        text = self.hanzi(4)
        for _ in range(self.dice.randint(4, 12)):
            text += self.hanzi(9)
            if self.dice.random() < 0.25:
                text += self.enclosed(self.depth)
            if self.dice.random() < 0.35:
                text += self.latin()
            if self.dice.random() < 0.6:
                text = text.rstrip(" ") + self.dice.choice(MARKS)
        return text.rstrip(" ") + self.hanzi(2) + "。"


def marked_up(dice, text):
    """As Markdown, some stretches of hanzi in bold."""
    def strong(match):
        return "%s**%s**" % (match[1], match[2]) if dice.random() < 0.2 \
            else match[0]
    return re.sub("([%s])([%s]{2,5})(?=[%s])" % ((HANZI,) * 3), strong,
                  setting.escape(text))


# ---- Setting it. ----

class Sheet:
    """An article of one page: its paragraphs, and what was set."""

    def __init__(self, measure, paragraphs, status, told, page, copied):
        self.measure, self.paragraphs = measure, paragraphs
        self.status, self.told = status, told
        self.copied = copied
        self.columns = [self.column(page, i) for i in range(2)]
        self.lines = self.columns[0] + self.columns[1]

    def column(self, page, index):
        left = LEFT + index * (self.measure * SIZE + GUTTER)
        inside = [c for c in page
                  if left - 0.6 * SIZE < c.x < left + self.measure * SIZE + 5]
        return chars.lines_of(inside, left, SIZE, self.measure)


def layout_text(measure, keys):
    return LAYOUT.format(
        width="%.6g" % (2 * measure * SIZE + GUTTER + 2 * LEFT),
        height="%.6g" % (ROWS * LEADING + 2 * TOP), size=SIZE,
        leading=LEADING, measure="%.6g" % (measure * SIZE), gutter=GUTTER,
        left=LEFT, top=TOP, rows=ROWS, keys=setting.key_lines(keys))


def set_copy(measure, keys=None, round_=0):
    dice = random.Random(100 * round_ + measure)
    writer = Writer(dice, measure)
    paragraphs = [writer.paragraph() for _ in range(PARAGRAPHS)]
    bodies = [marked_up(dice, text) for text in paragraphs]
    bodies.insert(PARAGRAPHS // 2, "## 小题")
    keys = dict({"han_latin": "0.25字", "hyphenate": "是"}, **(keys or {}))
    with tempfile.TemporaryDirectory(prefix="bulletin-sweep.") as folder:
        setting.write(folder, "layout.yaml", layout_text(measure, keys))
        setting.write_issue(folder, ["\n\n".join(bodies)], {}, setting.TITLE)
        pdf = os.path.join(folder, "out.pdf")
        status, _, told = setting.run(
            "make", os.path.join(folder, "issue.yaml"), "-o", pdf,
            "--lang", "en", "--no-system-fonts")
        page, copied = [], ""
        if status == 0:
            page = chars.chars_of("".join(chars.trace(pdf)))
            _, copied, _ = chars.structure.run("pdftotext", "-raw", pdf, "-")
    return Sheet(measure, paragraphs, status, told, page, copied)


# ---- Checks. ----

def paragraphs_of(sheet):
    """The lines of each paragraph, placed in its text; and what is wrong."""
    found, at = [], 0
    for text in sheet.paragraphs:
        count, faults = 0, ["no lines"]
        while faults and at + count < len(sheet.lines):
            count += 1
            lines = sheet.lines[at:at + count]
            faults = measures.place(lines, text)
            if faults and not faults[0].startswith("the end"):
                break
        if faults:
            return found, faults
        for line in lines:
            line.source = text
        lines[-1].is_last = True
        found.append(lines)
        at += count
    rest = sheet.lines[at:]
    return found, ["more lines: %s" % rest] if rest else []


def copied_faults(sheet):
    """What pdftotext copies is the title, the text and the crosshead."""
    whole = setting.TITLE + "".join(
        ("小题" if i == PARAGRAPHS // 2 else "") + text
        for i, text in enumerate(sheet.paragraphs))
    rows = [measures.Copied(row) for row in
            sheet.copied.replace("\f", "").split("\n")]
    return measures.place([row for row in rows if row.text], whole, {})


def baseline_faults(sheet):
    """A whole number of lines from the top of the type area, in each
    column."""
    first = TOP + (LEADING - SIZE) / 2 + SQUARE_TOP * SIZE
    faults = [] if all(sheet.columns) else ["an empty column"]
    for line in sheet.lines:
        row = (line.y - first) / LEADING
        if abs(row - round(row)) * LEADING > 0.011:
            faults.append("%.3f lines down: %s" % (row, line.text))
    return faults


def edge_faults(lines):
    """No line goes beyond its measure, and one that is filled ends there.
    Letters have bearings and kerns of their own; an address alone in its line
    has nothing to stretch."""
    faults = []
    for line in lines:
        last = line.chars[-1].c[-1]
        is_square = is_han(last) or last in RIGHT
        off = measures.solid(line, len(line) - 1)[1] - line.measure
        if off > (0.01 if is_square else 0.05):
            faults.append("%.3f em too wide: %s" % (off, line.text))
        may_be_short = not gaps_that_stretch(line, False) and off < -1
        if not line.is_last and gaps_that_stretch(line, True) and (
                not may_be_short) and off < -(0.01 if is_square else 0.3):
            faults.append("%.3f em too short: %s" % (-off, line.text))
        if measures.solid(line, 0)[0] < -0.01:
            faults.append("begins outside: %s" % line.text)
    return faults


def is_wide(c):
    return ord(c) > 0x2fff or c in "“”‘’—…⋯"


def gaps_that_stretch(line, mixed):
    """Whether the line has gaps but for those inside words and beside a
    connector; with `mixed`, those of hanzi and Latin count."""
    shown = re.sub("(?<=[!-~]) (?=[!-~])", "　",
                   line.source[line.starts_at:line.ends_at])
    shown = shown.replace(" ", "")
    rigid = CONNECT | MIDDLE | SOLIDUS
    return any((is_wide(a) and is_wide(b)) or
               (mixed and is_wide(a) != is_wide(b))
               for a, b in zip(shown, shown[1:]) if not {a, b} & rigid)


def latin_faults(lines):
    """From an eighth of an em to a half, but where nothing else gives."""
    faults = []
    for line in lines:
        gaps = measures.latin_gaps(line)
        wide = [gap for gap in gaps if gap > 0.5 + NEAR and
                gaps_that_stretch(line, False)]
        tight = [gap for gap in gaps if gap < 0.125 - NEAR]
        faults += ["hanzi and Latin %.3f apart: %s" % (gap, line.text)
                   for gap in tight + wide]
    return faults


CHECKS = (
    ("text", "every character once and in order"),
    ("copied", "copies out as it was written"),
    ("prohibition", "no mark at a forbidden end"),
    ("split", "no unit is parted"),
    ("shrunk", "hanzi an em apart"),
    ("edge", "no line beyond its measure, justified lines fill it"),
    ("latin", "white between hanzi and Latin"),
    ("baseline", "baselines on the grid, level across columns"),
)


def faults_of(sheet):
    """Faults by the keys of CHECKS."""
    if sheet.status != 0:
        return {"text": [sheet.told]}
    paragraphs, strange = paragraphs_of(sheet)
    lines = [line for each in paragraphs for line in each]
    return {
        "text": strange,
        "copied": copied_faults(sheet),
        "prohibition": measures.prohibition_faults(lines),
        "split": [fault for each, text in zip(paragraphs, sheet.paragraphs)
                  for fault in measures.split_faults(each, text)],
        "shrunk": measures.shrunk_faults(lines),
        "edge": edge_faults(lines),
        "latin": latin_faults(lines),
        "baseline": baseline_faults(sheet),
    }
