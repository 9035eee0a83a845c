#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The notice layout against GB/T 9704-2012, measured in the finished PDF.

The standard gives a type area of 156 x 225 mm and "usually" 22 lines of 28
characters that fill it. They fill it here like this: the squares of the first
line's characters touch its top, those of the 22nd line's its foot, the first
and the 28th character its sides. Each check is also given a notice made with
one figure of the layout spoilt, and must find that."""
import collections
import os
import re
import subprocess

from finished import ROOT, Tap, make, structure, work_folder

MM = 72 / 25.4
PAPER = 297 * MM
TOP, LEFT, WIDTH, HEIGHT = 37 * MM, 28 * MM, 156 * MM, 225 * MM
FOOT = TOP + HEIGHT
NEAR = 0.5 * MM
BODY, FOLIO = 15.79, 14
ABOVE_BASELINE = 0.88  # of a character's square

Line = collections.namedtuple("Line", "page left right top foot text")

HANZI = ("职工权益保障工作事关大局各级组织要认真落实责任加强检查指导"
         "及时发现问题研究解决办法确保各项措施落到实处取得实际成效")
NOTICE = """体例: 通知
版式: %s
名称: 榆港市总工会文件
副标: 榆工发〔2026〕14号
期号: 14
日期: 2026-05-06
编印: 榆港市总工会办公室
送: 市委办公室、市政府办公室
印发日期: 2026-05-06
稿件: [a.md]
"""


def paragraph(start, lines):
    """Hanzi for so many full lines and half of another."""
    return (HANZI * 40)[start:start + 26 + 28 * (lines - 1) + 14] + "。"


def write(folder, edits):
    """A notice of several pages, in a layout with some figures changed."""
    path = os.path.join(ROOT, "layouts", "notice.yaml")
    with open(path, encoding="utf-8") as file:
        layout = file.read()
    for old, new in edits:
        if old not in layout:
            raise ValueError("notice.yaml has no " + old)
        layout = layout.replace(old, new)
    paragraphs = [paragraph(0, 20), paragraph(7, 78), paragraph(15, 5)]
    texts = {"own.yaml": layout, "issue.yaml": NOTICE % "own.yaml",
             "a.md": "---\n标题: 关于开展劳动保护专项检查的通知\n"
                     "提要: 各区总工会：\n---\n\n" + "\n\n".join(paragraphs)}
    for name, text in texts.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    return os.path.join(folder, "issue.yaml")


class Notice:
    """A finished notice, read by other programs."""

    def __init__(self, folder, *edits):
        self.pdf = os.path.join(folder, "out.pdf")
        self.status, self.told = make(write(folder, edits), self.pdf)
        lines = list(lines_of(structure.trace(self.pdf)))
        self.pages = max(line.page for line, _ in lines)
        self.body = [line for line, size in lines if abs(size - BODY) < 1 and
                     line.foot < FOOT + 2 * MM]
        self.folios = [line for line, size in lines if size == FOLIO and
                       line.foot > FOOT + 2 * MM]

    def full_pages(self):
        """Those that running text fills: not the first, not the last."""
        pages = [[line for line in self.body if line.page == page]
                 for page in range(2, self.pages)]
        return [page for page in pages if page]

    def pixels(self, page, dpi, box):
        """A part of a page: rows of (red, green, blue)."""
        x, y, w, h = [round(side * dpi / 72) for side in box]
        out = subprocess.run(
            ["pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page),
             "-x", str(x), "-y", str(y), "-W", str(w), "-H", str(h),
             self.pdf], check=True, capture_output=True).stdout
        head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", out)
        w, h = int(head.group(1)), int(head.group(2))
        bits = out[head.end():]
        return [[tuple(bits[3 * (w * row + i):3 * (w * row + i) + 3])
                 for i in range(w)] for row in range(h)]

    def runs(self, page, dpi, box, has_ink):
        """The stretches down a part of a page that have ink, in points from
        the top of the paper."""
        rows = [any(map(has_ink, row)) for row in self.pixels(page, dpi, box)]
        first = round(box[1] * dpi / 72)
        found = []
        for i, inked in enumerate(rows):
            if inked and (i == 0 or not rows[i - 1]):
                found.append([first + i, first + i])
            if inked:
                found[-1][1] = first + i + 1
        return [(a * 72 / dpi, b * 72 / dpi) for a, b in found]


def lines_of(pages):
    """Lines and their sizes; sides are those of the characters' squares."""
    for number, spans in enumerate(pages, 1):
        rows = collections.defaultdict(list)
        for _, size, glyphs in spans:
            for c, _, x, y in glyphs:
                if c.strip("\u3000 \xa0"):
                    rows[round(y, 1), round(size, 2)].append((x, c))
        for (y, size), row in rows.items():
            row.sort()
            top = PAPER - y - ABOVE_BASELINE * size
            yield Line(number, row[0][0], row[-1][0] + size, top, top + size,
                       "".join(c for _, c in row)), size


def off(got, want, what, near=NEAR):
    return [] if abs(got - want) <= near else [
        "%s: %.2f mm, not %.2f" % (what, got / MM, want / MM)]


# ---- What the standard asks. ----

def line_count_faults(notice):
    """每面 22 行."""
    return ["page %d has %d lines" % (page[0].page, len(page))
            for page in notice.full_pages() if len(page) != 22]


def character_count_faults(notice):
    """每行 28 字: every line but the first and last of a paragraph."""
    faults = []
    for page in notice.full_pages():
        inner = [line for line in page if line.text[-1] != "。" and
                 line.left < LEFT + BODY]
        faults += ["page %d: %d characters: %s"
                   % (line.page, len(line.text), line.text)
                   for line in inner if len(line.text) != 28]
        faults += [] if inner else ["page %d: no full line" % page[0].page]
    return faults


def type_area_faults(notice):
    """版心 156 x 225 mm, filled to its four sides."""
    faults = []
    for page in notice.full_pages():
        where = "page %d: " % page[0].page
        left = min(line.left for line in page)
        right = max(line.right for line in page)
        top = min(line.top for line in page)
        foot = max(line.foot for line in page)
        faults += off(right - left, WIDTH, where + "width")
        faults += off(foot - top, HEIGHT, where + "height")
    return faults or ([] if notice.full_pages() else ["no full page"])


def margin_faults(notice):
    """天头 37 ± 1 mm, 订口 28 ± 1 mm."""
    faults = []
    for page in notice.full_pages():
        where = "page %d: " % page[0].page
        faults += off(min(line.top for line in page), TOP, where + "top", MM)
        faults += off(min(line.left for line in page), LEFT, where + "left",
                      MM)
    return faults


def folio_side_faults(notice):
    """— 1 —: odd pages at the right, even ones at the left, a character in."""
    faults = []
    for page in range(1, notice.pages + 1):
        found = [line for line in notice.folios if line.page == page]
        if [line.text for line in found] != ["—%d—" % page]:
            faults.append("page %d: %s" % (page, found))
        elif page % 2:
            faults += off(found[0].right, LEFT + WIDTH - FOLIO,
                          "page %d: right end" % page)
        else:
            faults += off(found[0].left, LEFT + FOLIO,
                          "page %d: left end" % page)
    return faults


def folio_depth_faults(notice):
    """The dashes beside the number stand 7 mm below the type area."""
    faults = []
    for line in notice.folios:
        box = (line.left + 2, FOOT + MM, FOLIO - 5, 15 * MM)
        dashes = notice.runs(line.page, 300, box, is_dark)
        if len(dashes) != 1:
            faults.append("page %d: %d dashes" % (line.page, len(dashes)))
        for top, foot in dashes:
            faults += off((top + foot) / 2 - FOOT, 7 * MM,
                          "page %d: dash" % line.page)
    return faults if notice.folios else ["no page numbers"]


def is_dark(pixel):
    return max(pixel) < 128


def is_red(pixel):
    red, green, blue = pixel
    return red > 128 and green < 128 and blue < 128


def mark_faults(notice):
    """发文机关标志: red, its top 35 mm below that of the type area."""
    box = (LEFT, 0, WIDTH, TOP + 80 * MM)
    found = notice.runs(1, 150, box, is_red)
    return off(found[0][0] - TOP, 35 * MM, "mark", MM) if found else ["no mark"]


def red_rule_faults(notice):
    """Over the whole type area, 4 mm under the document's number."""
    number = [line for line in notice.body if line.page == 1 and
              "〔2026〕" in line.text]
    if len(number) != 1:
        return ["document number: %s" % number]
    box = (0, number[0].foot, 210 * MM, 10 * MM)
    found = notice.runs(1, 150, box, is_red)
    if len(found) != 1:
        return ["%d red rules" % len(found)]
    faults = off(found[0][0] - number[0].foot, 4 * MM, "gap")
    (top, foot), middle = found[0], (LEFT + WIDTH / 2)
    rows = notice.pixels(1, 150, (0, (top + foot) / 2, 210 * MM, 1))
    inked = [i * 72 / 150 for i, pixel in enumerate(rows[0]) if is_red(pixel)]
    return (faults + off(inked[-1] - inked[0], WIDTH, "length") +
            off((inked[-1] + inked[0]) / 2, middle, "middle"))


def tail_faults(notice):
    """版记: rules of 0.35, 0.25 and 0.35 mm, the last on the foot of the type
    area of the last page. Beside the texts, which stand a character in."""
    box = (LEFT + WIDTH - 3 * MM, FOOT - 25 * MM, 2 * MM, 30 * MM)
    found = notice.runs(notice.pages, 600, box, is_dark)
    weights = [foot - top for top, foot in found]
    if len(weights) != 3:
        return ["%d rules" % len(weights)]
    return [fault for weight, want in zip(weights, (0.35, 0.25, 0.35))
            for fault in off(weight, want * MM, "rule", 0.05 * MM)] + off(
                found[-1][1], FOOT, "foot", 0.1 * MM)


CHECKS = [
    # check, what it claims, edits that it must notice
    (line_count_faults, "a page has 22 lines", [
        ("lines: 22", "lines: 21")]),
    (character_count_faults, "a line has 28 characters", [
        ("measure: 28字", "measure: 27字")]),
    (type_area_faults, "the text fills 156 x 225 mm", [
        ("leading: 29.62pt}\ncolumns", "leading: 28.99pt}\ncolumns")]),
    (type_area_faults, "its width is 156 mm", [
        ("size: 15.79pt", "size: 16pt")]),
    (margin_faults, "its top is 37 mm down", [
        ("top: 97.97pt", "top: 92pt")]),
    (margin_faults, "its left side is 28 mm in", [
        ("left: 28mm", "left: 26mm")]),
    (folio_side_faults, "page numbers stand at the outer side", [
        ("side: odd", "side: even")]),
    (folio_depth_faults, "page numbers stand 7 mm below the type area", [
        ("[0, 657pt]", "[0, 661pt]")]),
    (mark_faults, "the issuing body stands 35 mm down", [
        ("at: [0, 103.5pt]", "at: [0, 95pt]")]),
    (red_rule_faults, "the red rule is 4 mm under the number", [
        ("at: [0, 248.7pt]", "at: [0, 251pt]")]),
    (red_rule_faults, "the red rule is as wide as the type area", [
        ("at: [0, 248.7pt]", "width: 140mm, at: [0, 248.7pt]")]),
    (tail_faults, "the tail's outer rules are 0.35 mm", [
        ("first_rule: 0.35mm", "first_rule: 0.25mm")]),
    (tail_faults, "the tail's inner rule is 0.25 mm", [
        ("rule: 0.25mm", "rule: 0.5mm")]),
    (tail_faults, "the tail stands on the foot of the type area", [
        ("lines: 22", "lines: 21")]),
]


def check_notice(tap):
    with work_folder() as folder:
        notice = Notice(folder)
        tap.equal(notice.status, 0, "the notice is made")
        codes = set(re.findall(r"(?:error|warning)\[([^\]]+)\]", notice.told))
        tap.empty(codes - {"font/substituted"},
                  "it wants no more than its typefaces")
        tap.ok(len(notice.full_pages()) > 1, "it has pages full of text")
        for check in dict.fromkeys(check for check, _, _ in CHECKS):
            tap.empty(check(notice), check.__name__.replace("_", " "))


def check_controls(tap):
    for check, claim, edits in CHECKS:
        with work_folder() as folder:
            tap.caught(check(Notice(folder, *edits)), "noticed unless " + claim)


tap = Tap()
check_notice(tap)
check_controls(tap)
tap.done()
