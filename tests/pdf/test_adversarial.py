#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Issues that nobody would make, and some that somebody will: titles of 80
characters, portraits as high as a page, eight pictures in ten lines, layouts
edited to extremes. Each must end with a status of its own (0 made, 1 errors,
5 a limit), within ten seconds; where there is a PDF, qpdf is content, every
character of the articles is in it, none stands off the paper, and none on
another. Texts are made by dice, always the same."""
import collections
import os
import random
import re
import struct
import subprocess
import time
import zlib

import yaml

from expected import Loader, squash
from finished import ROOT, Tap, make, structure, work_folder
import lines as rules

HANZI = bytes(b for high in range(0xB0, 0xD7) for low in range(0xA1, 0xFF)
              for b in (high, low)).decode("gb2312")
LEVELS = "lead second major normal soft brief photo".split()
PLACES = "auto left right beside inline".split()
LAYOUTS = "tabloid digest jianbao".split()
MOST_SECONDS = 10
dice = random.Random(46)


def hanzi(count):
    return "".join(dice.choice(HANZI) for _ in range(count))


def prose(count):
    parts = []
    while count > 0:
        length = min(dice.randint(4, 14), count)
        parts.append(hanzi(length))
        count -= length
    return "，".join(parts) + "。"


def png(width, height):
    def chunk(kind, body):
        return (struct.pack(">I", len(body)) + kind + body +
                struct.pack(">I", zlib.crc32(kind + body)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) +
            chunk(b"IDAT", rows) + chunk(b"IEND", b""))


PICTURES = {"p.png": png(600, 400), "high.png": png(400, 1200),
            "wide.png": png(1800, 300)}


class Case:
    def __init__(self, name, layout, edits=(), keys="", status=0):
        self.name = "%s, %s" % (layout, name)
        self.layout, self.edits, self.keys = layout, edits, keys
        self.status = status
        self.articles, self.want = [], ""

    def add(self, front, body="", *want):
        """`want` is what must be in the PDF; its order does not matter."""
        self.articles.append("---\n%s\n---\n\n%s\n" % (front, body))
        self.want += "".join(want)
        return self

    def layout_text(self):
        path = os.path.join(ROOT, "layouts", self.layout + ".yaml")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for pattern, wanted in self.edits:
            text, count = re.subn(pattern, wanted, text, 1, re.M)
            if count == 0:
                raise ValueError("%s: no %s" % (self.name, pattern))
        return text

    def write(self, folder):
        def put(name, text):
            with open(os.path.join(folder, name), "w",
                      encoding="utf-8") as file:
                file.write(text)
        names = ["%02d.md" % i for i in range(len(self.articles))]
        for name, text in zip(names, self.articles):
            put(name, text)
        for name, body in PICTURES.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(body)
        put("own.yaml", self.layout_text())
        put("issue.yaml", "name: 报\nissue: 1\ndate: 2026-11-20\n"
            "layout: own.yaml\n%s\narticles: [%s]\n"
            % (self.keys, ", ".join(names)))
        return os.path.join(folder, "issue.yaml")


# ---- What must hold. ----

def missing(want, pdf):
    text = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"],
                          check=True, capture_output=True).stdout.decode()
    lost = (collections.Counter(squash(want)) -
            collections.Counter(squash(text)))
    return ["missing: " + "".join(sorted(lost.elements()))] if lost else []


class Glyph(collections.namedtuple("Glyph", "x y char size")):
    def is_off(self, width, height):
        return (self.x < -0.3 * self.size or self.x + 0.7 * self.size > width
                or self.y < 0.6 * self.size or self.y > height)

    def is_on(self, other):
        near = 0.55 * min(self.size, other.size)
        return (self != other and abs(self.x - other.x) < near and
                abs(self.y - other.y) < near)


def glyphs_of(spans, bleed, height):
    return [Glyph(x - bleed, height + bleed - y, c, size)
            for _, size, run in spans for c, _, x, y in run
            if c.strip("\u3000 \xa0")]


def overlaps(glyphs):
    """Hanzi that stand on others. Those near are found by a raster."""
    cells = collections.defaultdict(list)
    for glyph in filter(lambda g: rules.is_han(g.char), glyphs):
        cells[int(glyph.x // 60), int(glyph.y // 60)].append(glyph)
    for (x, y), here in list(cells.items()):
        near = [g for dx in (0, 1) for dy in (-1, 0, 1)
                for g in cells.get((x + dx, y + dy), ())]
        for glyph in here:
            for other in near:
                if glyph < other and glyph.is_on(other):
                    yield glyph, other


def place_faults(trace, width, height, bleed):
    faults = []
    for number, spans in enumerate(trace, 1):
        glyphs = glyphs_of(spans, bleed, height)
        faults += ["page %d: off the paper: %s %.0f %.0f"
                   % (number, g.char, g.x, g.y) for g in glyphs
                   if g.is_off(width, height)]
        faults += ["page %d: %s stands on %s at %.0f %.0f"
                   % (number, a.char, b.char, a.x, a.y)
                   for a, b in overlaps(glyphs)]
    return faults


def paper_of(case):
    layout = yaml.load(case.layout_text(), Loader)
    width, height = rules.paper(layout["paper"])
    return width, height, rules.length(layout.get("bleed", "0"))


def faults_of(case, folder):
    pdf = os.path.join(folder, "out.pdf")
    start = time.monotonic()
    status, told = make(case.write(folder), pdf)
    if time.monotonic() - start > MOST_SECONDS:
        return ["takes too long"]
    if status != case.status:
        return ["status %d: %s" % (status, told)]
    if status != 0:
        return ["there is a PDF"] if os.path.exists(pdf) else []
    return (structure.qpdf_faults(pdf) + missing(case.want, pdf) +
            place_faults(structure.trace(pdf), *paper_of(case)))


# ---- Cases. ----

def titles(layout, count, is_spaced):
    case = Case("titles of %d%s" % (count, ", spaced" * is_spaced), layout)
    for level in LEVELS:
        title, body, name = hanzi(count), prose(90), hanzi(3)
        if is_spaced:
            step = 1 if count < 9 else 7
            title = " ".join(title[i:i + step]
                             for i in range(0, count, step))
        rest = hanzi(count // 2 + 1)
        case.add("title: %s\nlevel: %s\nsubtitle: %s\nbyline: %s"
                 % (title, level, rest, name), body, title, body,
                 "" if level == "brief" else rest)
    return case


def pictures(layout, file):
    case = Case(file, layout)
    for _ in range(3):
        body, note = prose(300), hanzi(12)
        case.add("title: 图\nphotos: [{file: %s, caption: %s}, {file: %s, "
                 "caption: %s, width: 3, place: left}]"
                 % (file, note, file, note),
                 "%s\n\n![%s](%s){width=2 place=right}" % (body, note, file),
                 body, note * 3)
    return case


def eight_pictures(layout, place):
    notes = [hanzi(8) for _ in range(8)]
    photos = "".join("\n  - {file: %s, caption: %s, place: %s, width: %d}"
                     % (["p.png", "high.png"][i % 2], notes[i], place,
                        i % 3 + 1) for i in range(8))
    body = prose(120)
    return Case("eight pictures, " + place, layout).add(
        "title: 八图\nphotos:" + photos, body, body, *notes)


def table(columns, rows, length=2):
    cells = [[hanzi(length) for _ in range(columns)] for _ in range(rows)]
    lines = ["| %s |" % " | ".join(row) for row in cells]
    lines.insert(1, "|" + "---|" * columns)
    return "\n".join(lines) + "\n", "".join(map("".join, cells))


def tables(layout):
    wide, wide_text = table(12, 6)
    high, high_text = table(3, 200)
    boxed, boxed_text = table(4, 60)
    return Case("tables", layout).add("title: 宽", wide, wide_text).add(
        "title: 长", high, high_text).add(
        "title: 框", "::: 资料 题\n%s\n:::\n" % boxed, boxed_text)


def odd_ones(layout):
    case = Case("articles of one thing", layout)
    verse = [hanzi(7) for _ in range(60)]
    case.add("title: 诗\nlevel: soft",
             "\n".join("> %s\\" % line for line in verse), *verse)
    case.add("title: 图", "![只有图](p.png)", "只有图")
    case.add("title: 条", "- 甲乙\n- 丙丁", "甲乙丙丁")
    case.add("title: 空")
    case.add("title: 码", "::: 二维码 https://example.org/%s\n扫\n:::"
             % ("a1b2c3d4" * 125), "扫")
    inner = prose(200)
    case.add("title: 套\nbox: 是", "::: 资料 题\n%s\n\n::: 数字\n12人\n\n"
             "说明\n:::\n\n%s\n:::" % (inner, inner), inner * 2, "12人说明")
    deep = [hanzi(20) for _ in range(8)]
    case.add("title: 深", "\n".join("  " * i + "- " + text
                                   for i, text in enumerate(deep)), *deep)
    return case


def overlong(layout):
    section, source, words = hanzi(60), hanzi(80), "abcdefgh" * 25
    return Case("words wider than a column", layout).add(
        "title: %s\nsection: %s\nsource: %s\ncolumns: 1"
        % ("W" * 60, section, source),
        "见%s。\n\n[%s](https://example.org/%s)" % (words, words, words),
        "W" * 60, words * 2, source,
        section if layout != "jianbao" else "")


def pages(layout):
    body = prose(80)
    keys = "pages_plan: [{page: 1, title: 甲}, {page: 1999, title: 乙}]\n" \
           "index: auto"
    return Case("pages that are not there", layout, keys=keys).add(
        "title: 九\npage: 9", body, body).add("title: 后\npage: 2", body, body)


def story(case):
    body, more, note = prose(200), prose(80), hanzi(8)
    rows, rows_text = table(3, 4)
    case.add("title: %s\nlevel: lead\nphotos: [{file: p.png, caption: %s, "
             "width: 2, place: left}]" % (hanzi(10), note),
             "%s\n\n## 小标\n\n%s\n::: 资料 链接\n%s\n:::\n\n一、%s"
             % (body, rows, more, more), body, more * 2, note, rows_text)
    return case.add("title: 短\nlevel: brief", more, more)


FIRST, MEASURE = "^first_page:\n  depth: .*", "^measure: .*"
NARROW = [(MEASURE, "measure: 3字"), ("^box: .*", "box: {inset: 0}"),
          ("^columns: .*", "columns: 12"),
          # The number of later pages has a fixed place, beyond this paper.
          (r'^    - \{text: "\{page\}", at: \[600pt.*\n', "")]
EDITS = [
    ("twelve narrow columns", "tabloid", NARROW, 0),
    ("columns of one character", "tabloid",
     [(MEASURE, "measure: 10pt"), NARROW[1], NARROW[2]], 1),
    ("three lines", "digest", [("^lines: .*", "lines: 3")], 1),
    ("a masthead deeper than the page", "digest",
     [(FIRST, "first_page:\n  depth: 900mm")], 1),
    ("a tail deeper than the page", "jianbao",
     [("^  rows:\n", "  rows:\n    - {left: 一, height: 900mm}\n")], 1),
    ("indents wider than the column", "digest",
     [("^styles:\n", "styles:\n  body: {indent: 60字}\n")], 1),
    ("type on itself", "digest",
     [("^styles:\n", "styles:\n  body: {tracking: -60pt}\n")], 1),
    ("wide tracking", "jianbao",
     [("^styles:\n", "styles:\n  body: {tracking: 60pt}\n")], 0),
    ("captions 2000 points off", "tabloid",
     [("^caption_gap: .*", "caption_gap: 2000pt")], 1),
    ("300 rows between stories", "tabloid",
     [("^story: .*", "story: {rule: 1pt, rows: 300, column_rule: 1pt}")], 0),
]


def cases():
    for layout in LAYOUTS:
        yield titles(layout, 2, True)
        yield titles(layout, 80, False)
        yield titles(layout, 80, True)
        text = [prose(300) for _ in range(10)]
        yield Case("3,000 characters alone", layout).add(
            "title: 长", "\n\n".join(text), *text)
        briefs = Case("40 briefs", layout)
        for _ in range(40):
            body = prose(60)
            briefs.add("title: 简讯\nlevel: brief", body, body)
        yield briefs
        yield pictures(layout, "high.png")
        yield pictures(layout, "wide.png")
        for place in PLACES:
            yield eight_pictures(layout, place)
        yield tables(layout)
        yield odd_ones(layout)
        yield overlong(layout)
        yield pages(layout)
        yield Case("nothing", layout).add("level: brief")
    for name, layout, edits, status in EDITS:
        yield story(Case(name, layout, edits, status=status))


# ---- The checks checked. ----

def controls(tap, folder):
    case = Case("control", "digest").add("title: 题", "工会来了。", "工会来了")
    pdf = os.path.join(folder, "out.pdf")
    tap.empty(faults_of(case, folder), "a plain issue has no faults")
    tap.caught(missing("工会来了来", pdf), "found: a character is lost")
    trace = structure.trace(pdf)
    width, height, bleed = paper_of(case)
    tap.caught(place_faults(trace, width / 2, height, bleed),
               "found: characters off the paper")
    shifted = [[(font, size, [(c, g, x + 2, y) for c, g, x, y in run])
                for font, size, run in spans] for spans in trace]
    twice = [a + b for a, b in zip(trace, shifted)]
    tap.caught(place_faults(twice, width, height, bleed),
               "found: characters on others")


tap = Tap()
with work_folder() as folder:
    controls(tap, folder)
for case in cases():
    with work_folder() as folder:
        tap.empty(faults_of(case, folder), case.name)
tap.done()
