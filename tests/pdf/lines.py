# SPDX-License-Identifier: MIT
"""lines.py - the rules of typesetting, checked on where the glyphs of a
finished PDF stand. Nothing is asked of the program: the glyphs come from
`mutool trace` (structure.py), the grid from the layout's file.

A line is a stretch of glyphs on one baseline whose neighbours stand less than
1.3 em apart. Faults are texts."""
import collections
import re

NO_START = set("，。、；：！？）》〉」』】〕”’％‰℃…—～·／％,.;:!?)]}%")
NO_END = set("（《〈「『【〔“‘／([{")
HALF = set("，。、；：！？）》〉」』】〕”’")  # blank on the right
FAR = 1.3  # em
POINTS = {"mm": 72 / 25.4, "pt": 1.0}
SIZES = {"小五": 9, "五号": 10.5, "小四": 12, "四号": 14, "三号": 16}
PAPERS = {"A4": (210, 297), "四开": (275, 390), "A3": (297, 420),
          "A2": (420, 594), "A1": (594, 841), "对开": (390, 550),
          "A5": (148, 210)}

Line = collections.namedtuple("Line", "page x y size font text xs")


def is_han(c):
    return "\u4e00" <= c <= "\u9fff" or "\u3400" <= c <= "\u4dbf" or \
        "\U00020000" <= c <= "\U000323af"


def lines_of(pages, grid):
    """Lines of a trace (structure.trace), in the order of the content. A
    glyph at the left edge of a column begins a line."""
    lefts = [left + grid.bleed for left in grid.column_lefts()]
    found = []
    for number, spans in enumerate(pages, 1):
        glyphs = [(font, size, c, x, y) for font, size, run in spans
                  for c, _, x, y in run if c.strip("\u3000 \xa0")]
        glyphs = without_calls(glyphs)
        start = 0
        for i in range(1, len(glyphs) + 1):
            if (i == len(glyphs) or not continues(glyphs[i - 1], glyphs[i]) or
                    crosses(glyphs[i - 1], glyphs[i], lefts)):
                found.append(make_line(number, glyphs[start:i]))
                start = i
    return [line for line in found if line]


def without_calls(glyphs):
    """Calls of notes, small and raised, are no part of the line they stand in."""
    return [g for i, g in enumerate(glyphs)
            if not (i and "①" <= g[2] <= "⑳" and g[1] < 0.75 * glyphs[i - 1][1])]


def continues(left, right):
    em = left[1]
    step = (right[3] - left[3]) / em
    return (abs(left[4] - right[4]) < 0.01 and abs(em - right[1]) < 0.01 and
            0 < step < 1 + FAR)


def crosses(left, right, lefts):
    if right[3] - left[3] <= 1.4 * left[1]:
        return False
    return any(abs(right[3] - x) < 0.02 or
               abs(right[3] + 0.5 * right[1] - x) < 0.02 for x in lefts)


def make_line(page, glyphs):
    if not glyphs:
        return None
    fonts = collections.Counter(g[0] for g in glyphs)
    return Line(page, glyphs[0][3], glyphs[0][4], glyphs[0][1],
                fonts.most_common(1)[0][0], "".join(g[2] for g in glyphs),
                [g[3] for g in glyphs])


def tell(line, what):
    return "page %d, %.2f %.2f: %s: %s" % (line.page, line.x, line.y, what,
                                           line.text)


# ---- Geometry of a layout. ----

def length(text, em=None):
    text = str(text).strip()
    if text in SIZES:
        return float(SIZES[text])
    number, unit = re.match(r"^(-?[\d.]+)\s*(\D*)$", text).groups()
    if unit in ("字", "em"):
        return float(number) * em
    return float(number) * POINTS[unit or "pt"]


class Grid:
    """The columns and lines of a layout, in points from the trimmed top left
    corner; and how far the page's own origin lies outside (bleed)."""

    def __init__(self, layout):
        body = layout["body"]
        self.size = length(body["size"])
        self.leading = length(body["leading"])
        self.columns = int(layout.get("columns", 1))
        self.measure = length(layout["measure"], self.size)
        self.gutter = length(layout.get("gutter", "0"), self.size)
        self.top = length(layout["top"], self.size)
        self.lines = int(layout["lines"])
        self.bleed = length(layout.get("bleed", "0"))
        self.hangs = bool(layout.get("hanging"))
        self.width, self.height = paper(layout["paper"])
        span = self.columns * (self.measure + self.gutter) - self.gutter
        self.left = (length(layout["left"], self.size) if "left" in layout
                     else (self.width - span) / 2)

    def column_lefts(self):
        return [self.left + i * (self.measure + self.gutter)
                for i in range(self.columns)]

    def place(self, line):
        """x and y (down) of a line on the trimmed page."""
        return (line.x - self.bleed,
                self.height + self.bleed - line.y)

    def holds(self, line):
        """Inside the type area: no running head, no folio."""
        _, y = self.place(line)
        return self.top < y < self.top + self.lines * self.leading

    def column(self, line):
        """The column a body line stands in, or None."""
        x, _ = self.place(line)
        for i, left in enumerate(self.column_lefts()):
            if left - 0.6 * self.size <= x < left + self.measure:
                return i
        return None


def paper(text):
    if text in PAPERS:
        return tuple(side * POINTS["mm"] for side in PAPERS[text])
    return tuple(length(side) for side in re.split(r"[x×]", text))


# ---- The rules. ----

def body_lines(lines, grid):
    """Running text: size and face of the body, beginning in a column."""
    faces = collections.Counter()
    for line in lines:
        if abs(line.size - grid.size) < 0.01:
            faces[line.font] += len(line.text)
    if not faces:
        return []
    face = faces.most_common(1)[0][0]
    return [line for line in lines if line.font == face and
            abs(line.size - grid.size) < 0.01 and stands_in_column(line, grid)]


def stands_in_column(line, grid):
    """At a column's left edge or up to three em from it, by half ems."""
    column = grid.column(line)
    if column is None or not grid.holds(line):
        return False
    x, _ = grid.place(line)
    indent = (x - grid.column_lefts()[column]) / grid.size
    return indent <= 3.02 and abs(indent * 2 - round(indent * 2)) < 0.01


def mark_faults(lines, size_limit=12.5):
    """行首行末禁则: no line begins with a closing mark or ends with an opening
    one. Headlines, spread over their measure, are left out."""
    faults = []
    for line in lines:
        if line.size > size_limit or len(line.text) < 2:
            continue
        if line.text[0] in NO_START and line.text[:2] not in ("——", "……"):
            faults.append(tell(line, "begins with a closing mark"))
        if line.text[-1] in NO_END:
            faults.append(tell(line, "ends with an opening mark"))
    return faults


def crowded_faults(lines):
    """A hanzi is never nearer to the next than its own width."""
    faults = []
    for line in lines:
        for i in range(1, len(line.xs)):
            step = line.xs[i] - line.xs[i - 1]
            if (is_han(line.text[i - 1]) and is_han(line.text[i]) and
                    step < line.size - 0.011):
                faults.append(tell(line, "%s and %s stand %.3f pt apart"
                                   % (line.text[i - 1], line.text[i], step)))
    return faults


def single_faults(body, grid):
    """单字不成行: no line of running text is one character and its mark."""
    faults = []
    for line in body:
        x, _ = grid.place(line)
        left = grid.column_lefts()[grid.column(line)]
        bare = [c for c in line.text if c not in HALF]
        if len(bare) <= 1 and abs(x - left) < 0.05:
            faults.append(tell(line, "a line of one character"))
    return faults


def edge_faults(body, grid):
    """No line sticks out of its column; a mark at its end takes half an em."""
    faults = []
    for line in body:
        x, _ = grid.place(line)
        right = grid.column_lefts()[grid.column(line)] + grid.measure
        end = line.xs[-1] - grid.bleed
        width = 0.5 if line.text[-1] in HALF else 1.0
        if not is_han(line.text[-1]) and line.text[-1] not in HALF:
            continue  # Latin: its width is not known here
        if grid.hangs and line.text[-1] in "，、。":
            right += line.size  # 标点悬挂
        if end + width * line.size > right + 0.02:
            faults.append(tell(line, "ends %.2f pt beyond its column"
                               % (end + width * line.size - right)))
    return faults


def grid_faults(body, grid):
    """All baselines of running text lie on one grid of lines."""
    faults = []
    rows = collections.Counter()
    found = []
    for line in body:
        if len(line.text) * line.size < 0.6 * grid.measure:
            continue  # cells, labels
        _, y = grid.place(line)
        phase = round((y - grid.top) % grid.leading, 2) % grid.leading
        rows[phase] += 1
        found.append((phase, line))
    if not rows:
        return ["there is no running text"]
    main = rows.most_common(1)[0][0]
    if not 0 < main < grid.leading:
        faults.append("the grid does not begin at the top of the type area")
    for phase, line in found:
        off = abs(phase - main)
        if min(off, grid.leading - off) > 0.015:
            faults.append(tell(line, "%.2f pt off the grid" % (phase - main)))
    return faults


def column_feet(body, grid, page):
    """Row of the last line of running text in each column of a page."""
    feet = {}
    for line in body:
        if line.page == page:
            _, y = grid.place(line)
            column = grid.column(line)
            row = int((y - grid.top) // grid.leading)
            feet[column] = max(feet.get(column, 0), row)
    return feet


def feet_faults(body, grid, pages):
    """On pages that one article fills, the columns end within a line of each
    other (the line that the widow rule may take)."""
    faults = []
    for page in pages:
        feet = column_feet(body, grid, page)
        if len(feet) < grid.columns:
            faults.append("page %d: text in columns %s only"
                          % (page, sorted(feet)))
        elif max(feet.values()) - min(feet.values()) > 1:
            faults.append("page %d: columns end in lines %s" % (page, feet))
    return faults
