#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Pages filled exactly, as the finished PDF and the report beside it show
them: the tabloid sample, and small issues written here by dice, always the
same. Each check is given something spoilt."""
import copy
import hashlib
import os
import random
import shutil
import subprocess

from expected import Issue, squash
from finished import PROGRAM, ROOT, Tap, make, work_folder
from papers import (Made, Paper, closed_faults, lost, page_faults,
                    printed_lines, read_report)

LEAST_BEFORE, LEAST_AFTER = 8, 10       # lines about a jump


# ---- The sample. ----

def check_sample(tap):
    path = os.path.join(ROOT, "samples", "tabloid", "issue.yaml")
    with work_folder() as folder:
        pdf = os.path.join(folder, "out.pdf")
        status, told = make(path, pdf)
        if not tap.ok(status == 0, "the tabloid sample is made", told):
            return
        tap.equal(told, "", "without a warning")
        report = read_report(pdf)
    tap.empty(closed_faults(report, 4), "its four pages are filled exactly")
    files = [squash(block["file"]) for page in report["pages"]
             for block in page["blocks"]]
    issue = Issue(path)
    tap.equal(sorted(files), sorted(squash(item["file"]) for item in
                                    issue.keys["articles"]),
              "every article stands on them once")
    tap.equal([report["jumps"], report["held"], report["steps"]],
              [0, [], []], "nothing had to be done for that")
    check_sample_controls(tap, report)


def check_sample_controls(tap, report):
    def spoilt(name, change):
        other = copy.deepcopy(report)
        change(other["pages"][1])
        tap.caught(closed_faults(other, 4), "found: " + name)

    def first(page):
        return page["blocks"][0]

    spoilt("a block a row too deep",
           lambda page: first(page).update(rows=first(page)["rows"] + 2))
    spoilt("a block a row too high",
           lambda page: first(page).update(rows=first(page)["rows"] - 1))
    spoilt("a block beyond the page",
           lambda page: first(page).update(column=1))
    spoilt("a block that is missing", lambda page: page["blocks"].pop())
    spoilt("an open page", lambda page: page.update(closed=False))
    spoilt("white at the foot", lambda page: page.update(white_rows=1))
    spoilt("a page too many", lambda page: report["pages"] and
           page["blocks"].append(dict(first(page))))
    tap.caught(closed_faults(report, 5), "found: another number of pages")


# ---- 转版. ----

def crowded(seed, keys, more=""):
    """Too much for page 1, and room for it on page 2."""
    paper = Paper(seed, "版数: 2\n" + keys)
    long = paper.add(130, "版次: 1\n" + more, level="要闻")
    for lines in (52, 46, 40, 34):
        paper.add(lines, "版次: 1\n转版: 不转")
    for lines in (90, 70, 54, 40):
        paper.add(lines, "版次: 2\n转版: 不转")
    return paper, long


def jump_faults(article, name, pages, report):
    """Where the article is parted: both references, right pages, nothing lost
    between them."""
    parts = [(page["page"], block) for page in report["pages"]
             for block in page["blocks"] if block["file"] == name]
    begins = [part for part in parts if part[1]["jumps_to"]]
    rests = [part for part in parts if part[1]["jumps_from"]]
    if len(parts) != 2 or len(begins) != 1 or len(rests) != 1:
        return ["%d parts" % len(parts)]
    (first, begin), (second, rest) = begins[0], rests[0]
    faults = []
    if begin["jumps_to"] != second or rest["jumps_from"] != first:
        faults.append("the report has the pages wrong")
    onward = "（下转第%d版）" % second
    back = article.title + "（上接第%d版）" % first
    before, found, _ = pages[first - 1].partition(onward)
    if not found:
        return faults + ["no " + onward]
    _, found, after = pages[second - 1].partition(back)
    if not found:
        return faults + ["no " + back]
    start = before.rfind(article.head)
    shown = before[start:] if start >= 0 else ""
    wanted = article.text[len(shown):]
    if not shown or not article.text.startswith(shown):
        faults.append("the beginning is not as written")
    elif not wanted or not after.startswith(wanted):
        faults.append("the rest is not as written: %s… for %s…"
                      % (after[:20], wanted[:20]))
    return faults


def lines_of_parts(made, article, first, second):
    body = article.text[len(article.head):]
    return [sum(line in body for line in printed_lines(made.pdf, page))
            for page in (first, second)]


def parting_faults(lines):
    return ([] if lines[0] >= LEAST_BEFORE else ["%d lines before" % lines[0]]
            ) + ([] if lines[1] >= LEAST_AFTER else
                 ["%d lines after" % lines[1]])


def check_jump(tap, folder):
    paper, long = crowded(11, "规则: {转版: 1}")
    made = Made(paper, os.path.join(folder, "jump"))
    if not tap.equal([made.status, made.report.get("jumps")], [0, 1],
                     "转版: an article that is too long is continued"):
        return
    article = made.article(long)
    tap.equal(made.warnings(), [], "转版: no warning is left")
    tap.empty(closed_faults(made.report, 2), "转版: both pages are filled")
    tap.empty(jump_faults(article, long, made.pages, made.report),
              "转版: its text is whole, the references right")
    tap.empty(parting_faults(lines_of_parts(made, article, 1, 2)),
              "转版: eight lines at least before it, ten after")
    tap.empty(lost(made, [n for n in paper.order if n != long]),
              "转版: all others are whole on their pages")
    tap.equal([step["article"] for step in made.report["steps"]
               if step["what"] == "jump"], [1], "转版: the report tells it")
    check_jump_controls(tap, made, article, long)


def check_jump_controls(tap, made, article, name):
    def caught(pages, report, what):
        tap.caught(jump_faults(article, name, pages, report), "found: " + what)

    first, second = made.pages
    caught([first.replace("下转第2版", "下转第3版"), second], made.report,
           "a reference to another page")
    caught([first, second.replace("上接第1版", "上接第2版")], made.report,
           "a reference back to another page")
    at = second.index("（上接") + 20
    caught([first, second[:at] + second[at + 1:]], made.report,
           "a character lost after the jump")
    at = first.index("（下转") - 5
    caught([first[:at] + first[at + 1:], second], made.report,
           "a character lost before the jump")
    other = copy.deepcopy(made.report)
    for page in other["pages"]:
        for block in page["blocks"]:
            block["jumps_to"] = 0
    caught(made.pages, other, "a report without the jump")
    tap.caught(parting_faults([7, 10]), "found: seven lines before a jump")
    tap.caught(parting_faults([8, 9]), "found: nine lines after a jump")


def jump_marks(made):
    return [mark for mark in ("下转第", "上接第")
            if mark in "".join(made.pages)] + \
        [block["file"] for _, block in made.blocks()
         if block["jumps_to"] or block["jumps_from"]]


def strayed(made):
    """Articles that stand on another page than they ask for, untold."""
    found = []
    for page, block in made.blocks():
        article = made.article(block["file"])
        if article.front["page"] != str(page["page"]) and not any(
                "layout/other-page" in line and article.title in line
                for line in made.told.splitlines()):
            found.append("%s is on page %d" % (block["file"], page["page"]))
    return found


def check_no_jump(tap, folder):
    for name, keys, more in (("no rule", "", ""),
                             ("转版: 0", "规则: {转版: 0}", ""),
                             ("不转", "规则: {转版: 1}", "转版: 不转")):
        paper, _ = crowded(11, keys, more)
        made = Made(paper, os.path.join(folder, "whole" + name[-1]))
        tap.equal(made.status, 0, "%s: is made" % name)
        tap.empty(jump_marks(made), "%s: nothing is continued" % name)
        tap.empty(lost(made, paper.order), "%s: nothing is lost" % name)
        tap.empty(strayed(made), "%s: who is not on his page is told" % name)
    spoilt = copy.copy(made)
    spoilt.told = ""
    tap.caught(strayed(spoilt), "found: nothing told of another page")
    paper, _ = crowded(11, "规则: {转版: 1}")
    made = Made(paper, os.path.join(folder, "again"))
    tap.caught(jump_marks(made), "found: an article that is continued")


# ---- 留稿. ----

PAGE = (92, 58, 46, 34, 26)     # lines that fill page 1


def one_page(seed, keys="", lines=PAGE):
    paper = Paper(seed, "版数: 1\n" + keys)
    levels = ["头条", "要闻"] + ["一般"] * len(lines)
    for count, level in zip(lines, levels):
        paper.add(count, level=level)
    return paper


def check_hold(tap, folder):
    for keys in ("规则: {留稿: 是}", ""):
        paper = one_page(21, keys)
        least = paper.add(34, level="文苑")
        made = Made(paper, os.path.join(folder, "hold%d" % len(keys)))
        name = "留稿" if keys else "too much copy"
        if not tap.equal(made.status, 0, name + ": is made"):
            continue
        others = [n for n in paper.order if n != least]
        tap.empty(lost(made, others), name + ": all others are printed")
        tap.empty(page_faults(made.report["pages"][0]),
                  name + ": page 1 is filled")
        if keys:
            tap.equal([held["file"] for held in made.report["held"]], [least],
                      "留稿: the one of least weight is held over")
            tap.caught(lost(made, [least]), "留稿: and is not printed")
            tap.equal([s["article"] for s in made.report["steps"]
                       if s["what"] == "hold"], [len(paper.order)],
                      "留稿: the report tells it")
            tap.equal(len(made.pages), 1, "留稿: one page")
            tap.equal(made.warnings(), ["layout/held"],
                      "留稿: a warning says so")
        else:
            tap.equal(made.report["held"], [], "too much copy: none is held")
            tap.empty(lost(made, [least]), "too much copy: none is lost")
            tap.ok(made.article(least).text in made.pages[-1] and
                   len(made.pages) == 2,
                   "too much copy: the last one has a page of its own")
            tap.equal(made.warnings(), ["layout/too-much-copy"],
                      "too much copy: a warning says so")


# ---- 补白. ----

def with_filler(lines, filler_lines):
    paper = one_page(21, lines=lines)
    filler = paper.add(filler_lines)
    paper.order.remove(filler)
    paper.keys += "\n补白: [%s]" % filler
    return paper, filler


def check_filler(tap, folder):
    for name, lines, is_used in (("a page that is short", PAGE[:3], True),
                                 ("a page that is full", PAGE, False)):
        paper, filler = with_filler(lines, 60)
        made = Made(paper, os.path.join(folder, "filler%d" % is_used))
        tap.equal([made.status, made.warnings()], [0, []],
                  name + ": is made without a warning")
        tap.empty(closed_faults(made.report, 1), name + ": is filled")
        tap.equal(made.page_of(filler), 1 if is_used else None,
                  name + (": has the filler" if is_used else
                          ": has no filler"))
        tap.equal(len(lost(made, [filler])), 0 if is_used else 1,
                  name + ": so has the PDF" if is_used else
                  name + ": nor has the PDF")
        tap.equal([s["what"] for s in made.report["steps"]],
                  ["filler"] if is_used else [], name + ": the report agrees")
        tap.empty(lost(made, paper.order), name + ": all else is there")
    made = Made(one_page(21, lines=PAGE[:3]), os.path.join(folder, "short"))
    tap.ok("layout/page-open" in made.told,
           "without its filler the short page is open")
    paper, filler = with_filler(PAGE[:3], 9)
    made = Made(paper, os.path.join(folder, "small"))
    tap.equal(made.page_of(filler), None,
              "a filler too small to close the page is not used")


# ---- 简讯. ----

def check_briefs(tap, folder):
    paper = Paper(31, "版数: 2")
    briefs = [paper.add(3, level="简讯") for _ in range(40)]
    for lines in (90, 60, 50, 40, 40, 30, 30, 24):
        paper.add(lines, level="头条" if lines == 90 else "一般")
    made = Made(paper, os.path.join(folder, "briefs"))
    if not tap.equal([made.status, made.warnings()], [0, []],
                     "forty briefs: are made without a warning"):
        return
    boxes = [block for _, block in made.blocks() if block["file"] in briefs]
    tap.ok(2 <= len(boxes) <= 5, "forty briefs: become a few boxes",
           len(boxes))
    tap.empty([box["file"] for box in boxes if not box["boxed"]],
              "forty briefs: in frames")
    tap.empty(closed_faults(made.report, 2), "forty briefs: pages are filled")
    tap.empty(lost(made, paper.order), "forty briefs: none is lost")
    spoilt = copy.copy(made)
    title = made.article(briefs[20]).title
    spoilt.pages = [page.replace(title, "") for page in made.pages]
    tap.equal(len(lost(spoilt, briefs)), 1, "found: a brief without its title")


# ---- 位置. ----

def place_faults(page, block, pin):
    """Is the block in its corner?"""
    left, top = block["column"] == 0, block["row"] == 0
    right = block["column"] + block["columns"] == page["columns"]
    foot = block["row"] + block["rows"] == page["rows"]
    wanted = {"左上": left and top, "右上": right and top,
              "左下": left and foot, "右下": right and foot,
              "通栏顶": left and right and top,
              "通栏底": left and right and foot}
    return [] if wanted[pin] else ["%s: %d, %d" % (pin, block["column"],
                                                   block["row"])]


PINS = "左上 右上 左下 右下 通栏顶 通栏底".split()     # zones: test_zones.py


def check_pins(tap, folder):
    found = {}
    for number, pin in enumerate(PINS):
        paper = Paper(5, "版数: 1")
        for lines in (60, 50, 40, 30, 24, 16):
            paper.add(lines, level="要闻" if lines > 40 else "一般")
        pinned = paper.add(30, "位置: " + pin)
        made = Made(paper, os.path.join(folder, "pin%d" % number))
        page, block = made.block(pinned)
        if not tap.ok(block, pin + ": is on the page", made.told):
            continue
        found[pin] = page, block
        tap.empty(place_faults(page, block, pin), pin + ": is where it should")
        tap.equal(made.warnings(), [], pin + ": without a warning")
        tap.empty(closed_faults(made.report, 1), pin + ": the page is filled")
    for pin, other in (("左上", "右下"), ("右下", "左上"), ("左下", "右上"),
                       ("通栏顶", "通栏底"), ("右上", "左下")):
        if other in found:
            tap.caught(place_faults(*found[other], pin),
                       "found: not %s but %s" % (pin, other))


# ---- 版面. ----

def section_faults(made, wanted):
    return ["%s is on page %s" % (name, made.page_of(name))
            for name, page in wanted.items() if made.page_of(name) != page]


def check_sections(tap, folder):
    wanted = {}
    plans = [(1, "甲乡"), (2, "乙镇")]
    paper = Paper(51, "版数: 2\n版面:\n" + "".join(
        "  - {版次: %d, 标题: 版%d, 栏目: [%s]}\n" % (page, page, name)
        for page, name in plans))
    for lines in (80, 66, 52, 40, 32):
        for page, name in reversed(plans):
            wanted[paper.add(lines, "栏目: " + name)] = page
    made = Made(paper, os.path.join(folder, "sections"))
    tap.equal(made.status, 0, "栏目: the issue is made")
    tap.empty(section_faults(made, wanted),
              "栏目: articles stand on the page that plans theirs")
    tap.caught(section_faults(made, {n: 3 - p for n, p in wanted.items()}),
               "found: on another page")
    paper.keys = "版数: 2"
    made = Made(paper, os.path.join(folder, "free"))
    tap.caught(section_faults(made, wanted), "without a plan they are mixed")


# ---- A small edit. ----

def places(made):
    return {(block["file"], block["jumps_from"]):
            (page["page"], block["column"], block["row"], block["columns"],
             block["rows"]) for page, block in made.blocks()}


def moved(before, after, but=()):
    return sorted(key[0] for key in before.keys() | after.keys()
                  if key[0] not in but and before.get(key) != after.get(key))


def four_pages(seed):
    paper = Paper(seed, "版数: 4")
    for page in range(4):
        for number, lines in enumerate(PAGE if page == 0 else
                                       (100, 64, 52, 40, 30)):
            paper.add(lines + page, level=("头条", "要闻")[number]
                      if number < 2 else "一般")
    return paper


def check_near(tap, folder):
    """Three characters more, and the report of the last time."""
    told = subprocess.run([PROGRAM, "make", "--help"], capture_output=True)
    if "--near" not in told.stdout.decode():
        tap.skip("there is no --near")
        return
    paper = four_pages(81)
    first = Made(paper, os.path.join(folder, "first"))
    last = os.path.join(folder, "last.json")
    shutil.copyfile(first.pdf[:-4] + ".report.json", last)
    for name in paper.order[2::3]:
        text = paper.texts[name]
        at = text.index("，", len(text) // 2)
        paper.texts[name] = text[:at] + "工会人" + text[at:]
        again = Made(paper, os.path.join(folder, "near" + name), "--near", last)
        tap.equal([again.status, again.warnings()], [0, []],
                  "--near, %s edited: is made without a warning" % name)
        tap.equal(moved(places(first), places(again), (name,)), [],
                  "--near, %s edited: all others stand where they stood"
                  % name)
        tap.empty(lost(again, paper.order), "--near, %s edited: nothing is "
                  "lost" % name)
        paper.texts[name] = text
    other = Made(four_pages(82), os.path.join(folder, "other"))
    tap.caught(moved(places(first), places(other)),
               "found: other articles stand elsewhere")


# ---- Little copy. ----

def check_little(tap, folder):
    paper = Paper(71)
    paper.add(9)
    made = Made(paper, os.path.join(folder, "little"))
    tap.equal([made.status, len(made.pages)], [0, 1],
              "one short article: one page")
    tap.equal(made.warnings(), ["layout/page-open"],
              "one short article: the page is open, and said to be")
    tap.empty(lost(made, paper.order), "one short article: it is printed")
    page = made.report["pages"][0]
    tap.equal(page["closed"], False, "one short article: the report says so")
    tap.caught(closed_faults(made.report, 1), "found: a page that is open")


# ---- The same again. ----

def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def check_same(tap, folder):
    paper = four_pages(81)
    first = Made(paper, os.path.join(folder, "same"))
    again = Made(paper, os.path.join(folder, "别处", "又一处"))
    tap.equal(first.status, 0, "four pages are made")
    tap.equal(digest(again.pdf), digest(first.pdf),
              "from another folder: the same bytes")
    tap.equal(again.report, first.report, "and the same report")
    order = list(paper.order)
    random.Random(82).shuffle(order)
    other = Made(paper, os.path.join(folder, "order"), order=order)
    tap.equal(moved(places(first), places(other)), [],
              "listed in another order: every article in the same place")
    tap.ok(other.pages == first.pages, "and the same text on every page")
    tap.equal(digest(other.pdf), digest(first.pdf), "and the same bytes")
    paper.texts["03.md"] = paper.texts["03.md"].replace("。", "！", 1)
    third = Made(paper, os.path.join(folder, "edited"))
    tap.ok(digest(third.pdf) != digest(first.pdf), "another text, other bytes")
    spoilt = places(first)
    spoilt["03.md", 0] = (1, 0, 0, 1, 1)
    tap.equal(moved(places(first), spoilt), ["03.md"],
              "found: an article that moved")


def main():
    tap = Tap()
    check_sample(tap)
    for check in (check_jump, check_no_jump, check_hold, check_filler,
                  check_briefs, check_pins, check_sections, check_near,
                  check_little, check_same):
        with work_folder() as folder:
            check(tap, folder)
    tap.done()


if __name__ == "__main__":
    main()
