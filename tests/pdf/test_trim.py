#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Articles that may lose their last paragraphs (删减: 从末段删), in finished
PDFs: what is printed is the beginning of the text, what is not is told by its
lines, and at least half of it stays. Each check is given something spoilt."""
import copy
import os
import re

from expected import squash
from finished import Tap, work_folder
from papers import Made, Paper, closed_faults, lost

OTHERS = (60, 44, 34, 26, 20, 14)
TOLD = re.compile(r"lines (\d+) to (\d+) of '[^']*' are left out: (\d+) para")


def long_paper(lines, keys):
    """A page with some lines too many, the lead longest."""
    paper = Paper(21, "版数: 1")
    lead = paper.add(lines, keys, level="头条")
    for some in OTHERS:
        paper.add(some)
    return paper, lead


def trim_faults(made, name):
    """Printed and told together are the article."""
    told = TOLD.search(made.told)
    _, block = made.block(name)
    if not told or not block:
        return ["nothing is told"]
    first, last, count = map(int, told.groups())
    faults = []
    if block.get("trimmed_lines") != [first, last]:
        faults.append("the report says %s" % block.get("trimmed_lines"))
    if block["dropped_paragraphs"] != count:
        faults.append("it says %d paragraphs" % block["dropped_paragraphs"])
    with open(os.path.join(made.folder, name), encoding="utf-8") as file:
        lines = file.read().splitlines()
    gone = [squash(line) for line in lines[first - 1:last] if line]
    body = [squash(line) for line in lines[lines.index("---", 1) + 1:] if line]
    if body[-len(gone):] != gone:
        faults.append("what is told is not the end of it")
    if len(gone) != count:
        faults.append("%d paragraphs are told by their lines" % len(gone))
    stays = body[:len(body) - len(gone)]
    text = "".join(made.pages)
    if "".join(stays) not in text:
        faults.append("what stays is not printed")
    if any(paragraph in text for paragraph in gone):
        faults.append("what goes is printed")
    if 2 * len("".join(stays)) < len("".join(body)):
        faults.append("less than half of it stays")
    return faults


def check_trim(tap, folder):
    for lines in (70, 82, 94, 106):
        paper, lead = long_paper(lines, "删减: 从末段删")
        made = Made(paper, os.path.join(folder, "t%d" % lines))
        name = "从末段删, %d lines" % lines
        tap.equal(made.warnings(), ["layout/trimmed"], name + ": is told")
        tap.empty(closed_faults(made.report, 1), name + ": the page closes")
        tap.empty(trim_faults(made, lead),
                  name + ": the end goes, as it is told")
        tap.empty(lost(made, paper.order[1:]),
                  name + ": the others are whole")
        if lines == 70:
            check_controls(tap, made, lead, paper.order[1])


def check_controls(tap, made, lead, other):
    def spoilt(what, change):
        wrong = copy.copy(made)
        wrong.report = copy.deepcopy(made.report)
        wrong.pages = list(made.pages)
        change(wrong)
        tap.caught(trim_faults(wrong, lead), "found: " + what)

    def printed(wrong):
        with open(os.path.join(made.folder, lead), encoding="utf-8") as file:
            wrong.pages.append(squash(file.read().splitlines()[-1]))

    def told(old, new):
        def change(wrong):
            wrong.told = re.sub(old, new, wrong.told)
        return change

    spoilt("the last paragraph printed after all", printed)
    spoilt("other lines told", told(r"lines \d+ to (\d+)", r"lines 9 to \1"))
    spoilt("more paragraphs told", told(r"out: (\d+)", r"out: 1\1"))
    spoilt("nothing told", told(r"are left out", ""))
    spoilt("a report without the lines",
           lambda wrong: wrong.block(lead)[1].pop("trimmed_lines"))
    tap.caught(trim_faults(made, other), "found: another article")


def check_without(tap, folder):
    """Only who says so loses anything, and only where there is need."""
    for number, keys in enumerate(("", "删减: 标记段", "删减: 不删")):
        paper, _ = long_paper(70, keys)
        made = Made(paper, os.path.join(folder, "k%d" % number))
        tap.empty(lost(made, paper.order),
                  "%s: all is printed" % (keys or "no 删减"))
    paper, _ = long_paper(70, "删减: 从末段删")
    paper.keys += "\n规则: {删减: 不删}"
    made = Made(paper, os.path.join(folder, "rule"))
    tap.empty(lost(made, paper.order), "规则 says 不删: all is printed")
    paper, lead = long_paper(50, "删减: 从末段删")
    made = Made(paper, os.path.join(folder, "fits"))
    if tap.empty(closed_faults(made.report, 1), "a page with the right copy"):
        tap.empty(lost(made, paper.order), "loses nothing")
        tap.equal(made.block(lead)[1].get("trimmed_lines"), None,
                  "and the report tells of no lines")


def main():
    tap = Tap()
    for check in (check_trim, check_without):
        with work_folder() as folder:
            check(tap, folder)
    tap.done()


if __name__ == "__main__":
    main()
