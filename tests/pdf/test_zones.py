#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Zones of a page in finished PDFs: the article beside the nameplate (报眼) and
side columns (边栏). What stands in a zone is read off the page itself, from the
rectangle that the report gives. Each check is given something spoilt."""
import copy
import os
import re
import subprocess

from expected import squash
from finished import Tap, work_folder
from papers import Made, Paper, closed_faults, lost, page_faults

PITCH = 13      # points of a grid line of the three layouts
# Left and top of the type area and the width of the nameplate, in points.
PLACES = {"tabloid": (44.764, 42.5, 408), "tabloid-six": (43.264, 42.5, 459),
          "broadsheet": (53.256, 74, 621)}


def zone_of(made, page, kind):
    for zone in made.report["pages"][page - 1].get("zones", []):
        if zone["zone"] == kind:
            return zone
    return None


def text_in(pdf, page, zone, more=1):
    """Squashed text of a rectangle of the trimmed page, a little larger."""
    box = corner_of(pdf, page)
    x, y = zone["x"] + box[0] - more, zone["y"] + box[1] - more
    w, h = zone["width"] + 2 * more, zone["height"] + 2 * more
    text = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "-f", str(page), "-l", str(page),
         "-x", str(round(x)), "-y", str(round(y)), "-W", str(round(w)), "-H",
         str(round(h)), pdf, "-"], check=True, capture_output=True)
    return squash(text.stdout.decode())


def corner_of(pdf, page):
    """Left and top of the trimmed page within the sheet, in points."""
    told = subprocess.run(["pdfinfo", "-box", "-f", str(page), "-l", str(page),
                           pdf], check=True, capture_output=True)
    boxes = {name: [float(n) for n in numbers.split()] for name, numbers in
             re.findall(r"(MediaBox|TrimBox):\s+([\d. -]+)",
                        told.stdout.decode())}
    media, trim = boxes["MediaBox"], boxes["TrimBox"]
    return trim[0] - media[0], media[3] - trim[3]


# ---- 报眼. ----

def eared(seed, layout_lines, keys=""):
    """Page 1 with an article of so many lines for its ear, and a page 2."""
    paper = Paper(seed, "版数: 2\n主办: 甲市总工会\n" + keys)
    ear = paper.add(layout_lines, "位置: 报眼")
    for page, some in ((1, (84, 60, 44, 30, 20)), (2, (100, 70, 48, 36, 24))):
        for number, lines in enumerate(some):
            paper.add(lines, "版次: %d" % page,
                      level=("头条", "要闻")[number] if number < 2 else "一般")
    return paper, ear


def shorten(paper, name, count):
    """Takes characters out of the end of its text."""
    text = paper.texts[name]
    at = text.index("---\n\n") + 5
    paper.texts[name] = text[:at] + text[at:-count - 2] + text[-2:]


def ear_faults(made, name, layout, zone=None):
    """All of the article and nothing else stands right of the nameplate and
    above the grid."""
    zone = zone or zone_of(made, 1, "ear")
    if zone is None:
        return ["no ear"]
    page = made.report["pages"][0]
    faults = []
    if text_in(made.pdf, 1, zone) != made.article(name).text:
        faults.append("in it stands %r" % text_in(made.pdf, 1, zone)[:40])
    left, top, name_width = PLACES[layout]
    if zone["x"] < left + name_width:
        faults.append("it begins at %s" % zone["x"])
    if zone["y"] + zone["height"] > top + page["first_row"] * PITCH:
        faults.append("it reaches down to %s" % (zone["y"] + zone["height"]))
    if any(block["file"] == name for block in page["blocks"]):
        faults.append("it stands on the grid too")
    return faults


def told_characters(made):
    found = re.search(r"cut (\d+) characters and it goes in", made.told)
    return int(found.group(1)) if found else None


def check_ear(tap, folder):
    for layout in PLACES:
        paper, ear = eared(7, 20 if layout != "broadsheet" else 40)
        made = Made(paper, os.path.join(folder, layout), "--layout", layout)
        name = "报眼, %s" % layout
        if not tap.ok(made.status == 0 and "layout/ear-over" in made.told,
                      name + ": what is too long is told", made.told):
            continue
        tap.equal(zone_of(made, 1, "ear"), None, name + ": and not set there")
        tap.empty(lost(made, paper.order), name + ": nothing is lost")
        for _ in range(12):
            count = told_characters(made)
            if not count:
                break
            shorten(paper, ear, count)
            made = Made(paper, os.path.join(folder, layout), "--layout", layout)
        tap.ok("layout/ear" not in made.told, name + ": cut, it goes in",
               made.told)
        tap.empty(ear_faults(made, ear, layout),
                  name + ": alone beside the nameplate, above the grid")
        tap.empty(lost(made, paper.order), name + ": nothing is lost then")
        tap.empty(page_faults(made.report["pages"][0]) if layout == "tabloid"
                  else [], name + ": the page under it is filled")
        zone = zone_of(made, 1, "ear")
        if zone:
            tap.ok(zone["block"]["blanks"] <= 2,
                   name + ": two lines stay white at most")
            check_ear_controls(tap, made, ear, paper.order[1], layout)


def check_ear_controls(tap, made, ear, other, layout):
    zone = zone_of(made, 1, "ear")
    for change in ({"x": zone["x"] - 60}, {"y": zone["y"] + 40},
                   {"height": zone["height"] - PITCH}):
        tap.caught(ear_faults(made, ear, layout, dict(zone, **change)),
                   "found: %s of a place that is not it" % list(change)[0])
    tap.caught(ear_faults(made, other, layout), "found: another article")


def check_ear_advice(tap, folder):
    """One paragraph, of which as many characters as are told are cut."""
    paper, ear = eared(9, 1)
    front = paper.texts[ear][:paper.texts[ear].index("---\n\n") + 5]
    text = paper.hanzi(200)
    made = None
    for length in range(150, 200):
        paper.texts[ear] = front + text[:length] + "。\n"
        made = Made(paper, os.path.join(folder, "advice"))
        if told_characters(made):
            break
    count = told_characters(made)
    if not tap.ok(count, "报眼: a text grows until it is told to be too long",
                  made.told):
        return
    paper.texts[ear] = front + text[:length - count] + "。\n"
    made = Made(paper, os.path.join(folder, "cut"))
    tap.ok(zone_of(made, 1, "ear"),
           "报眼: cut by the %d characters that are told, it goes in" % count,
           made.told)


def check_no_ear(tap, folder):
    """Without such an article page 1 is what it was."""
    paper, ear = eared(7, 10, "导读: [01.md, 06.md]")
    made = Made(paper, os.path.join(folder, "with"))
    tap.ok(zone_of(made, 1, "ear"), "导读: stands with an ear", made.told)
    tap.ok("本期导读" not in made.pages[0] and "导读" in made.pages[0],
           "导读: as a strip where the ear is taken")
    paper.order.remove(ear)
    made = Made(paper, os.path.join(folder, "without"))
    tap.ok("本期导读" in made.pages[0], "导读: in the ear where it is not")
    tap.ok("zones" not in made.report["pages"][0],
           "and the report tells of no zone")


# ---- 边栏. ----

SOME = (60, 46, 34, 24, 18, 14, 10)   # lines of articles


def sided(seed, keys, lines=30, some=SOME):
    paper = Paper(seed, "版数: 1")
    side = paper.add(lines, keys)
    for number, count in enumerate(some):
        paper.add(count, level="要闻" if number == 0 else "一般")
    return paper, side


def side_faults(made, name, kind, columns, zone=None):
    """A column of its own from the first row to the last: the article at its
    top, nothing across its edge, and all that it says stands in it."""
    zone = zone or zone_of(made, 1, kind)
    page = made.report["pages"][0]
    if zone is None:
        return ["no side column"]
    first = 0 if kind == "left-side" else page["columns"] - columns
    faults = []
    inside = [block for block in page["blocks"]
              if first <= block["column"] and
              block["column"] + block["columns"] <= first + columns]
    for block in page["blocks"]:
        overlaps = (block["column"] < first + columns and
                    block["column"] + block["columns"] > first)
        if overlaps and block not in inside:
            faults.append("%s stands across its edge" % block["file"])
    inside.sort(key=lambda block: (block["row"], block["column"]))
    if not inside or inside[0]["file"] != name or inside[0]["row"] != 0:
        faults.append("another article is at its top")
    if [block["article"] for block in inside] != zone["articles"]:
        faults.append("it holds other articles than it says")
    foot = max((block["row"] + block["rows"] for block in inside), default=0)
    if foot != page["rows"]:
        faults.append("it ends at row %d of %d" % (foot, page["rows"]))
    if abs(zone["height"] - page["rows"] * PITCH) > 0.01:
        faults.append("it is %s points high" % zone["height"])
    text = text_in(made.pdf, 1, zone)
    wanted = "".join(made.article(block["file"]).text for block in inside)
    if text != wanted:
        faults.append("it prints %r…" % text[:30])
    return faults


SIDES = (("右边栏", "right-side", 1), ("左边栏", "left-side", 1),
         ("边栏", "right-side", 1), ("边栏\n占栏: 2", "right-side", 2))


def check_sides(tap, folder):
    for number, (keys, kind, columns) in enumerate(SIDES):
        paper, side = sided(5 + number, "位置: " + keys, 30 * columns,
                            SOME[:8 - columns])
        made = Made(paper, os.path.join(folder, "side%d" % number))
        name = squash(keys)
        tap.equal([made.status, made.warnings()], [0, []],
                  name + ": is made without a warning")
        tap.empty(closed_faults(made.report, 1),
                  name + ": every cell of the page is covered, once")
        tap.empty(side_faults(made, side, kind, columns),
                  name + ": a column from head to foot")
        tap.empty(lost(made, paper.order), name + ": nothing is lost")
        if number == 0:
            check_side_controls(tap, made, side, kind)


def check_side_controls(tap, made, side, kind):
    zone = zone_of(made, 1, kind)
    tap.caught(side_faults(made, side, "left-side", 1, zone),
               "found: a column at the other side")
    tap.caught(side_faults(made, side, kind, 2), "found: another width")
    tap.caught(side_faults(made, "01.md", kind, 1),
               "found: another article at its top")

    def spoilt(what, change):
        other = copy.copy(made)
        other.report = copy.deepcopy(made.report)
        change(other.report["pages"][0])
        tap.caught(side_faults(other, side, kind, 1), "found: " + what)

    def last(page):
        return max((b for b in page["blocks"] if b["article"] in
                    zone["articles"]), key=lambda b: b["row"])

    spoilt("a column that ends early",
           lambda page: last(page).update(rows=last(page)["rows"] - 1))
    spoilt("an article across its edge",
           lambda page: page["blocks"].append(
               {"article": 99, "file": "99.md", "column": 3, "columns": 2,
                "row": 9, "rows": 9}))
    spoilt("no zone told", lambda page: page.pop("zones"))
    spoilt("an article left out of what is told",
           lambda page: page["zones"][0]["articles"].pop())


def check_full_side(tap, folder):
    """As long as the page is deep: nothing needs to stand under it."""
    paper, side = sided(11, "位置: 边栏", 62)
    made = Made(paper, os.path.join(folder, "full"))
    zone = zone_of(made, 1, "right-side")
    tap.equal(zone and zone["articles"], [1], "边栏: one article fills it")
    tap.empty(side_faults(made, side, "right-side", 1), "边栏: to the foot")


def widely(lines):
    """A short article for the side; all others take two columns at least."""
    paper = Paper(13, "版数: 1")
    side = paper.add(24, "位置: 边栏")
    for more, level in ((36, "头条"), (14, "二条"), (0, "要闻"), (-12, "要闻")):
        paper.add(lines + more, level=level)
    return paper, side


def check_short_side(tap, folder):
    """Only articles of two columns and more: nothing can stand under it, and
    the page closes all the same."""
    paper, side = widely(46)
    made = Made(paper, os.path.join(folder, "short"))
    tap.equal(made.warnings(), ["layout/side-short"],
              "边栏 with nothing for its foot: is told")
    tap.equal(zone_of(made, 1, "right-side"), None, "and is no zone")
    tap.empty(lost(made, paper.order), "and nothing is lost")
    tap.empty(closed_faults(made.report, 1), "and the page is filled")
    page, block = made.block(side)
    tap.ok(block["row"] == 0 and
           block["column"] + block["columns"] == page["columns"],
           "and its article stands at the top of that side")


def check_side_fillers(tap, folder):
    """Two fillers go under an article that is too short for the column."""
    paper, side = widely(34)
    fillers = [paper.add(count) for count in (9, 12, 15, 18, 21)]
    for filler in fillers:
        paper.order.remove(filler)
    paper.keys += "\n补白: [%s]" % ", ".join(fillers)
    made = Made(paper, os.path.join(folder, "fillers"))
    tap.empty(closed_faults(made.report, 1),
              "边栏 with fillers: the page is filled")
    tap.empty(side_faults(made, side, "right-side", 1),
              "边栏 with fillers: they stand under it, to the foot")
    tap.equal([s["what"] for s in made.report["steps"]],
              ["filler", "filler"], "and the report tells of two")


def check_wide_side(tap, folder):
    """Longer than a page: the column is widened, and that is told."""
    paper, side = sided(17, "位置: 左边栏", 110, (70, 50, 30, 20, 12))
    made = Made(paper, os.path.join(folder, "wide"))
    tap.ok("layout/side-wide" in made.warnings(),
           "边栏 longer than a page: is told", made.told)
    tap.empty(lost(made, paper.order), "and nothing is lost")
    _, block = made.block(side)
    tap.equal(block and block["columns"], 2, "and it takes two columns")


def main():
    tap = Tap()
    for check in (check_ear, check_ear_advice, check_no_ear, check_sides,
                  check_full_side, check_short_side, check_side_fillers,
                  check_wide_side):
        with work_folder() as folder:
            check(tap, folder)
    tap.done()


if __name__ == "__main__":
    main()
