# SPDX-License-Identifier: MIT
"""controls.py - reports, texts and tables spoilt in one way each: every check
of the bench must find what it is for. Needs no program."""
import copy
import os
import sys
import tempfile
import types

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "support"))

import bench  # noqa: E402
import checks  # noqa: E402
import generate  # noqa: E402
import printed  # noqa: E402
import readback  # noqa: E402
from tap import Tap  # noqa: E402

GAP = 1
LEVELS = {"1.md": "头条", "2.md": "要闻", "3.md": "一般"}


# ---- A report by hand: one page of 3 x 20, a lead over two articles. ----

def block(file, column, row, columns, rows, points, head_rows=3):
    return {"file": file, "column": column, "row": row, "columns": columns,
            "rows": rows, "head_row": 0, "head_columns": columns,
            "head_rows": head_rows, "title_points": points, "title_lines": 1,
            "blanks": 1, "boxed": False, "pictures": 0, "dropped_pictures": 0,
            "dropped_paragraphs": 0, "other_title": False, "jumps_to": 0,
            "jumps_from": 0}


def good_report():
    right = block("3.md", 2, 10, 1, 10, 20)
    right["head_row"] = 5  # under its picture
    page = {"page": 1, "flow": False, "columns": 3, "rows": 20, "closed": True,
            "white_rows": 0, "bumps": 0, "stacked_heads": 0, "foot_heads": 0,
            "inversions": 0,
            "blocks": [block("1.md", 0, 0, 3, 9, 40),
                       block("2.md", 0, 10, 2, 10, 26), right]}
    return {"report": 1, "copy_cells": 63, "jumps": 0, "held": [],
            "steps": [{"step": "L1", "page": 1, "article": 0, "amount": 1}],
            "pages": [page]}


def figures(report, **more):
    return checks.Figures(report, LEVELS, GAP, **more)


def spoilt(change):
    report = copy.deepcopy(good_report())
    page = report["pages"][0]
    change(report, page, page["blocks"])
    return figures(report)


def sets(place, **values):
    def change(report, page, blocks):
        blocks[place].update(values)
    return change


def sets_page(**values):
    def change(report, page, blocks):
        page.update(values)
    return change


def flow_page(report, page, blocks):
    report["pages"].append({"page": 2, "flow": True, "blocks": []})


def step(name, article=0):
    def change(report, page, blocks):
        report["steps"].append({"step": name, "page": 1, "article": article,
                                "amount": 1})
    return change


# What must be called a fault.
FAULTS = {
    "a block one row deeper": sets(0, rows=10),
    "a block one row less deep": sets(1, rows=9),
    "a block one row lower, its foot outside": sets(2, row=11),
    "a block a column wider": sets(1, columns=3),
    "a block at a negative column": sets(1, column=-1),
    "a block taken away": lambda r, p, blocks: blocks.pop(),
    "white rows that are not white": sets_page(white_rows=1),
    "white in a page that calls itself closed": lambda r, p, blocks: (
        blocks.pop(), p.update(white_cells=10)),
    "an article set twice": sets(2, file="2.md"),
    "an article of no issue": sets(2, file="9.md"),
    "an article held": lambda r, p, b: r["held"].append({"file": "3.md"}),
    "a jump without its end": sets(0, jumps_to=2),
    "an end without its jump": sets(0, jumps_from=2),
    "jumps counted wrong": lambda r, p, b: r.update(jumps=1),
    "bumps counted wrong": sets_page(bumps=1),
    "stacked heads counted wrong": sets_page(stacked_heads=1),
    "heads at the foot counted wrong": sets_page(foot_heads=1),
    "inversions counted wrong": sets_page(inversions=1),
    "no page": lambda r, p, b: r["pages"].clear(),
}

# What must be counted: the figure of page 1, and the change that raises it.
COUNTS = {
    "two heads side by side": ("bumps", sets(2, head_row=0)),
    "… a head two rows lower, which is less than half": (
        None, sets(2, head_row=2)),
    "… and one row lower": ("bumps", sets(2, head_row=1)),
    "… but one is framed": (None, sets(2, head_row=0, boxed=True)),
    "… but a picture stands between": (
        None, lambda r, p, b: (b[2].update(head_row=0),
                               b[1].update(head_columns=1))),
    "a head over a head": ("stacked", lambda r, p, b: b[1].update(
        row=4, head_row=0)),
    "a head without text under it": ("foot_heads", sets(2, head_row=7)),
    "a bigger head on a lower level": ("inversions", sets(2,
                                                          title_points=27)),
    "white cells of a block": ("blank", sets(2, blanks=2)),
    "white rows at the foot": ("blank", sets_page(white_rows=1)),
}

OPEN = {
    "a page that says so": sets_page(closed=False),
    "white rows": sets_page(white_rows=1),
    "an article held": lambda r, p, b: r["held"].append({"file": "3.md"}),
    "a page at the end": flow_page,
    "step L4": step("L4"), "step L5": step("L5"), "step L6": step("L6"),
    "step L7": step("L7"),
}


def check_reports(tap):
    good = figures(good_report())
    tap.empty(good.faults, "a good report has no faults")
    tap.equal((good.closed_pages(), good.page_count(), good.volume),
              (1, 1, 0), "… one page of one is closed, the copy just fills it")
    for name, change in FAULTS.items():
        tap.caught(spoilt(change).faults, "found: " + name)
    for name, (figure, change) in COUNTS.items():
        was, now = good.pages[0], spoilt(change).pages[0]
        moved = [f for f in ("bumps", "stacked", "foot_heads", "inversions",
                             "blank") if getattr(now, f) > getattr(was, f)]
        tap.equal(moved, [figure] if figure else [], "counted: " + name)
    for name, change in OPEN.items():
        made = spoilt(change)
        tap.ok(made.closed_pages() < made.page_count(), "open: " + name)
    tap.equal(spoilt(step("L3")).closed_pages(), 1,
              "a page that took step L3 is closed")
    report = good_report()
    report["held"].append({"file": "3.md"})
    tap.ok(not any("held" in f for f in figures(report, may_hold=True).faults),
           "an article may be held where the issue says so")


# ---- Texts. ----

def copied_out(sources):
    """Pages as they come out of a PDF: captions stand inside the texts."""
    texts = []
    for source in sources:
        text = next(source.ways())[0]
        for caption, _ in source.floats:
            middle = len(text) // 2
            text = text[:middle] + caption + text[middle:]
        texts.append(text)
    half = len(texts) // 2
    return ["".join(texts[:half]), "".join(texts[half:])]


def blank_report(issue):
    page = dict(good_report()["pages"][0], blocks=[
        block(article.file, 0, 0, 1, 1, 20) for article in issue.articles])
    return dict(good_report(), pages=[page])


def swap(text, a, b):
    return text.replace(a, "\1").replace(b, a).replace("\1", b)


def check_texts(tap):
    issue = generate.Issue("a4", 4, 8)
    with tempfile.TemporaryDirectory() as folder:
        read = readback.Issue(issue.put(folder))
        sources = [readback.Source(path, article) for path, article in
                   zip(read.article_paths(), read.articles)]
    pages = copied_out(sources)
    report = blank_report(issue)

    def faults(changed, told=report):
        return readback.compare_sources(list(sources), told, changed)
    tap.empty(faults(pages), "text that is all there has no faults")
    bare = [s for s in sources[:len(sources) // 2] if not s.floats]
    body, other = (next(s.ways())[0] for s in bare[:2])
    tail, other = body[-9:], other[-9:]
    spoils = {
        "a character lost": [pages[0].replace(tail, tail[1:]), pages[1]],
        "a character twice": [pages[0].replace(tail, tail[0] + tail),
                              pages[1]],
        "ends of two articles exchanged": [swap(pages[0], tail, other),
                                           pages[1]],
        "an article lost": [pages[0].replace(body, ""), pages[1]],
        "an article twice": [pages[0] + body, pages[1]],
        "words that nobody wrote": [pages[0], pages[1] + "多余"],
    }
    caption = next(s.floats[0][0] for s in sources if s.floats and
                   not s.floats[0][1])
    spoils["a caption lost"] = [p.replace(caption, "") for p in pages]
    for name, changed in spoils.items():
        tap.caught(faults(changed), "found: " + name)
    check_told(tap, sources, pages, report, faults)
    check_jumps(tap, bare[0], pages, report, faults)


def check_told(tap, sources, pages, report, faults):
    """The report says another thing of how an article is printed."""
    for key, value in (("other_title", True), ("dropped_paragraphs", 1),
                       ("dropped_pictures", 1)):
        told = copy.deepcopy(report)
        told["pages"][0]["blocks"][0][key] = value
        tap.caught(faults(pages, told), "found: %s that is not so" % key)
    for source in sources:
        if len(source.titles) > 1:
            changed = [p.replace(source.title, source.titles[1], 1)
                       for p in pages]
            tap.caught(faults(changed), "found: another title, not reported")
            break


def check_jumps(tap, source, pages, report, faults):
    body = next(source.ways())[0]
    first, rest = body[:60], body[60:]
    jumped = [pages[0].replace(body, first + "（下转第2版）"),
              pages[1] + source.title + "（上接第1版）" + rest]
    told = copy.deepcopy(report)
    for block in told["pages"][0]["blocks"]:
        if block["file"] == source.name:
            block["jumps_to"] = 2
    tap.empty(faults(jumped, told), "an article continued on page 2 is whole")
    tap.caught(faults(jumped), "found: a jump that the report does not tell")
    tap.caught(faults([jumped[0], jumped[1].replace(rest, rest[1:])], told),
               "found: a character lost where it is continued")
    tap.caught(faults([jumped[0].replace("第2版", "第3版"), jumped[1]], told),
               "found: a wrong page after 下转")


# ---- Finished pages. ----

TRACE = """%s<fill_image transform="%s 0 -0 100 20 30" width="300" \
height="200"/>%s<g unicode="工" glyph="1" x="20" y="%s"/>"""
CLIP = """<clip_path><moveto x="20" y="360"/><lineto x="170" y="270"/>\
</clip_path>"""


def printed_page(width="150", y="370", clip="", end=""):
    return printed.Page(200.0, 400.0, TRACE % (clip, width, end, y))


def check_printed(tap):
    tap.empty(printed.squeezed_faults([printed_page()]),
              "a picture of its own shape is not squeezed")
    tap.caught(printed.squeezed_faults([printed_page("156")]),
               "found: a picture squeezed")
    cut = printed_page(clip=CLIP, end="<pop_clip/>")
    tap.equal(cut.pictures, [[20, 40, 170, 130]], "a picture cut at its ends")
    layout = types.SimpleNamespace(
        columns=2, measure=40.0, gutter=10.0, pitch=10.0, top=10.0, bleed=0.0,
        width=lambda count: 50.0 * count - 10.0)
    made = dict(block("1.md", 0, 0, 2, 4, 20), head_rows=2, boxed=False)
    page = printed.Page(130.0, 400.0, '<g unicode="工" glyph="1" x="%s" y="%s"/>'
                        % (71, 361))
    tap.equal(printed.Block(made, layout, page).white(), 3,
              "a glyph and a head take their cells, the rest is white")


# ---- The table. ----

def result(**changes):
    page = checks.PageFigures(1, True, 365, 1, 0, 0, 0, 0)
    page = page._replace(**{k: v for k, v in changes.items()
                            if k in checks.PageFigures._fields})
    counted = types.SimpleNamespace(
        pages=[page] * 4, flow_pages=changes.get("flow_pages", 0), held=0,
        jumps=changes.get("jumps", 0), volume=changes.get("volume", 0),
        is_in_band=lambda: changes.get("volume", 0) == 0,
        page_count=lambda: 4 + changes.get("flow_pages", 0),
        closed_pages=lambda: 4 * page.is_closed)
    return bench.Result(bench.Case(changes.get("format", "tabloid"), 7, 1),
                        counted, changes.get("ms", 10.0),
                        changes.get("faults", []), 0)


SHORT = {
    "a text that is lost": dict(faults=["title: after 3 of 9 characters"]),
    "a crash": dict(faults=["status -11: "]),
    "an overlap": dict(faults=["page 1: 1.md and 2.md overlap at column 1"]),
    "a picture squeezed": dict(faults=["page 1: a picture is squeezed"]),
    "a count of the report": dict(faults=["page 1: the report says bumps 1, "
                                          "it is 0"]),
    "open pages": dict(is_closed=False), "pages at the end": dict(
        flow_pages=1),
    "white": dict(blank=4), "heads side by side": dict(bumps=1),
    "stacked heads": dict(stacked=1), "heads at the foot": dict(foot_heads=1),
    "inversions": dict(inversions=1), "jumps": dict(jumps=1),
}


def count_short(results):
    return [name for name, _, _, is_met, is_time in bench.bars(results)
            if not is_met and not is_time]


def check_bars(tap):
    good = [result(), result(format="a4")]
    tap.equal(count_short(good), [], "a good run meets every bar")
    for name, changes in SHORT.items():
        tap.caught(count_short([good[1], result(**changes)]), "short: " + name)
    worst = [good[1]] * 9 + [result(format="a4", blank=19)]
    tap.equal(len(count_short(good + worst)), 1, "short: the worst page alone")
    tap.equal(count_short(good + [result(is_closed=False, volume=90)]), [],
              "pages with too much copy need not close")
    slow = [r for r in bench.bars([good[1], result(ms=9999.0)])
            if not r[3] and r[4]]
    tap.equal(len(slow), 2, "times are told, and fail nothing")


def check_generator(tap):
    one, two = (generate.Issue("tabloid", 5, 4).files() for _ in range(2))
    tap.ok(one == two, "a seed gives the same issue twice")
    tap.ok(one != generate.Issue("tabloid", 5, 5).files(),
           "another seed another one")
    for format in ("tabloid", "a4"):
        off = max(abs(issue.estimate - issue.capacity *
                      (1000 + issue.volume) / 1000) / issue.capacity
                  for issue in (generate.Issue(format, 4, seed)
                                for seed in range(30)))
        tap.ok(off < 0.02, "%s: bodies are written to the volume wanted"
               % format, "off by %.1f %%" % (100 * off))


def check_all(tap):
    check_reports(tap)
    check_texts(tap)
    check_printed(tap)
    check_bars(tap)
    check_generator(tap)


def main():
    tap = Tap()
    check_all(tap)
    print("1..%d" % tap.count)
    return 1 if tap.failed else 0
