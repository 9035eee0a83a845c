# SPDX-License-Identifier: MIT
"""checks.py - what the report of a made-up issue must say, counted again.

Places of blocks and heads are read from report.json; nothing else of it is
believed: cells, faults between heads, order and white are counted here by
rules of their own (bulletins call them 并题, 叠题, 背题), and the report's own
counts must agree. Levels come from the articles' files.

    found = figures(report, levels, gap)   counts, by page
    found.faults                           what must never be
"""
import collections

# The order of weight of levels.
RANKS = {"头条": 6, "二条": 5, "要闻": 4, "一般": 3, "文苑": 2, "人物": 2,
         "图片新闻": 2, "简讯": 1}
BAND = (-80, 20)  # thousandths: where pages have to close without a hand

Head = collections.namedtuple("Head", "file column columns row rows points "
                              "boxed foot")
PageFigures = collections.namedtuple(
    "PageFigures", "number is_closed cells blank bumps stacked foot_heads "
    "inversions")


# ---- Cells. ----

def cell_faults(page, gap):
    """Each cell in one block: blocks with the gap under them must tile the
    page and the gap under it. White that the report owns to is left out, of
    pages that it calls open."""
    columns, rows = page["columns"], page["rows"]
    depth = rows - page["white_rows"] + gap
    owner = {}
    faults = []
    for block in page["blocks"]:
        if not is_inside(block, columns, rows - page["white_rows"]):
            faults.append("page %d: %s stands outside the page"
                          % (page["page"], block["file"]))
            continue
        for column in range(block["column"],
                            block["column"] + block["columns"]):
            for row in range(block["row"], block["row"] + block["rows"] + gap):
                if (column, row) in owner:
                    faults.append("page %d: %s and %s overlap at column %d, "
                                  "row %d" % (page["page"], block["file"],
                                              owner[column, row], column, row))
                owner[column, row] = block["file"]
    bare = columns * depth - len(owner) - page.get("white_cells", 0)
    most = 0 if page["closed"] else columns * gap * (len(page["blocks"]) + 1)
    if not 0 <= bare <= most:
        faults.append("page %d: %d cells are in no block"
                      % (page["page"], bare))
    return faults[:4]


def is_inside(block, columns, rows):
    return (block["column"] >= 0 and block["row"] >= 0 and
            block["columns"] > 0 and block["rows"] > 0 and
            block["column"] + block["columns"] <= columns and
            block["row"] + block["rows"] <= rows)


# ---- Heads. ----

def heads_of(page, textless=()):
    """`textless` articles have no text that could stand elsewhere."""
    found = []
    for block in page["blocks"]:
        if block["head_rows"] > 0:
            row = block["row"] + block["head_row"]
            found.append(Head(
                block["file"], block["column"], block["head_columns"], row,
                block["head_rows"], block["title_points"], block["boxed"],
                block["file"] not in textless and
                row + block["head_rows"] >= block["row"] + block["rows"]))
    return found


def shared(a, a_size, b, b_size):
    return max(0, min(a + a_size, b + b_size) - max(a, b))


def is_bump(a, b):
    """并题: side by side with nothing between, over more than half of the one
    that is less high. A frame parts them."""
    if a.boxed or b.boxed:
        return False
    touch = (a.column + a.columns == b.column or
             b.column + b.columns == a.column)
    return touch and (shared(a.row, a.rows, b.row, b.rows) * 2 >
                      min(a.rows, b.rows))


def is_stacked(upper, lower, gap):
    """叠题: a head with nothing but the gap between it and the one above."""
    if upper.boxed or lower.boxed or upper.row >= lower.row:
        return False
    return (upper.row + upper.rows + gap >= lower.row and
            shared(upper.column, upper.columns, lower.column,
                   lower.columns) > 0)


def bumps_of(heads):
    return sum(is_bump(a, b) for i, a in enumerate(heads) for b in heads[:i])


def stacked_of(heads, gap):
    return sum(is_stacked(a, b, gap) for a in heads for b in heads)


def inversions_of(page, levels):
    """Bigger titles on articles of lower level, pair by pair."""
    count = 0
    seen = [(RANKS[levels[b["file"]]], b["title_points"])
            for b in page["blocks"] if b["file"] in levels and
            b["title_points"] > 0 and not b["jumps_from"]]
    for rank, points in seen:
        for other_rank, other_points in seen:
            count += rank < other_rank and points > other_points
    return count


# ---- Pages. ----

def blank_of(page):
    return (sum(block["blanks"] for block in page["blocks"]) +
            page["columns"] * page["white_rows"] +
            page.get("white_cells", 0))


def late_steps(report):
    """Pages that needed L4 or more. The step of an article that found no page
    names none; its pages at the end tell of it."""
    return {step["page"] for step in report["steps"]
            if step["step"] >= "L4" and not (step["step"] == "L7" and
                                             step["article"])}


def count_page(page, levels, gap, late, textless):
    heads = heads_of(page, textless)
    return PageFigures(
        page["page"],
        (page["closed"] and page["white_rows"] == 0 and
         page.get("white_cells", 0) == 0 and page["page"] not in late),
        page["columns"] * page["rows"], blank_of(page), bumps_of(heads),
        stacked_of(heads, gap), sum(head.foot for head in heads),
        inversions_of(page, levels))


def agreement_faults(page, counted):
    faults = []
    for name, ours in (("bumps", counted.bumps),
                       ("stacked_heads", counted.stacked),
                       ("foot_heads", counted.foot_heads),
                       ("inversions", counted.inversions)):
        if page[name] != ours:
            faults.append("page %d: the report says %s %d, it is %d"
                          % (page["page"], name, page[name], ours))
    return faults


def article_faults(report, levels, may_hold):
    """Every article on a page, or on those at the end, and once only."""
    seen = collections.Counter(
        (block["file"], bool(block["jumps_from"]))
        for page in report["pages"] for block in page["blocks"])
    faults = ["%s is set %d times" % (name, count)
              for (name, _), count in seen.items() if count > 1]
    held = [entry["file"] for entry in report["held"]]
    if held and not may_hold:
        faults.append("held though the issue does not allow it: " +
                      " ".join(held))
    flows = any(page["flow"] for page in report["pages"])
    placed = {name for name, _ in seen}
    lost = set(levels) - placed - set(held)
    briefs = {name for name in levels if levels[name] == "简讯"}
    if placed & briefs:  # a block of briefs bears the name of its first
        lost -= briefs
    if lost and not flows:
        faults.append("on no page: " + " ".join(sorted(lost)))
    return faults + ["not of this issue: " + name
                     for name in placed - set(levels)]


def jump_faults(report, allowed):
    """Each 下转 has its 上接 and the other way round."""
    onward, back = set(), set()
    for page in report["pages"]:
        for block in page["blocks"]:
            if block["jumps_to"]:
                onward.add((block["file"], page["page"], block["jumps_to"]))
            if block["jumps_from"]:
                back.add((block["file"], block["jumps_from"], page["page"]))
    faults = ["%s: pages %d to %d at one end only" % odd
              for odd in sorted(onward ^ back)]
    if len(onward) > allowed:
        faults.append("%d jumps, %d are allowed" % (len(onward), allowed))
    if report["jumps"] != len(onward):
        faults.append("the report says %d jumps, it is %d"
                      % (report["jumps"], len(onward)))
    return faults


class Figures:
    """All that is counted of one issue's report."""

    def __init__(self, report, levels, gap, jumps=0, may_hold=False,
                 textless=()):
        made = [p for p in report["pages"] if not p["flow"]]
        late = late_steps(report)
        self.pages = [count_page(page, levels, gap, late, textless)
                      for page in made]
        self.flow_pages = len(report["pages"]) - len(made)
        self.held = len(report["held"])
        self.jumps = sum(bool(b["jumps_to"]) for p in made
                         for b in p["blocks"])
        cells = sum(p["columns"] * (p["rows"] + gap) for p in made)
        self.volume = (report["copy_cells"] * 1000 // cells - 1000
                       if cells else None)
        self.faults = article_faults(report, levels, may_hold)
        self.faults += jump_faults(report, jumps)
        for page, counted in zip(made, self.pages):
            self.faults += cell_faults(page, gap)
            self.faults += agreement_faults(page, counted)
        if not self.pages:
            self.faults.append("no page is made up")

    def is_in_band(self):
        return (self.volume is not None and
                BAND[0] <= self.volume <= BAND[1])

    def closed_pages(self):
        return 0 if self.held else sum(p.is_closed for p in self.pages)

    def page_count(self):
        return len(self.pages) + self.flow_pages
