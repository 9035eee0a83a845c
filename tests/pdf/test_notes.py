#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Notes, their calls, and large initials copy out of a PDF as they were
written: the number of a note with its word and before its text, a large
character at the head of its paragraph."""
import os
import shutil

from expected import Issue, sign, take_notes
from finished import HERE, Tap, make, pages_of, structure, text_faults, \
    work_folder

GOLDEN = os.path.join(os.path.dirname(HERE), "golden")


def check(tap, case):
    path = os.path.join(GOLDEN, case, "issue.yaml")
    with work_folder() as folder:
        pdf = os.path.join(folder, "out.pdf")
        status, told = make(path, pdf)
        if not tap.ok(status == 0, case + ": is made", told):
            return
        tap.empty(structure.qpdf_faults(pdf), case + ": qpdf finds nothing")
        pages = pages_of(pdf)
        tap.empty(text_faults(Issue(path), pages), case + ": copies whole")
        spoilt(tap, case, path, pages)


def spoilt(tap, case, path, pages):
    """The same pages do not fit an issue that says something else."""
    for what, old, new in (("a call", "①", ""), ("a number", "③", "②"),
                           ("a letter", "G", ""), ("a hanzi", "大", "小")):
        issue = Issue(path)
        for article in issue.articles:
            article.text = article.text.replace(old, new, 1)
        if any(old in "".join(page) for page in pages):
            tap.caught(text_faults(issue, pages),
                       "%s: control: %s is missed" % (case, what))


def check_reader(tap):
    """The reader that the check rests on."""
    body, notes = take_notes("甲[^b]乙[^a]丙[^b]丁[^c]\n\n[^a]: 先\n写\n\n[^b]: 后\n"
                             "[^d]: 无\n")
    tap.equal(body.strip(), "甲①乙②丙①丁[^c]", "calls are numbered")
    tap.equal(notes, "①后②先\n写", "notes come as they are called")
    tap.equal([sign(n) for n in (20, 21, 36, 50, 51)],
              ["⑳", "㉑", "㊱", "㊿", "[51]"], "numbers have their signs")


def check_many(tap):
    """More notes than a column holds, at the feet of columns: none is lost."""
    with work_folder() as folder:
        case = os.path.join(GOLDEN, "notes-at-feet")
        for name in ("issue.yaml", "small.yaml"):
            shutil.copy(os.path.join(case, name), folder)
        text = "".join("工会[^%d]办事。\n\n" % n for n in range(60))
        text += "".join("[^%d]: 第%d条注文，写得长一些。\n" % (n, n)
                        for n in range(60))
        text += "而且最后一条很长，一栏放不下。" * 30
        path = os.path.join(folder, "a.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write("---\ntitle: 很多注\n---\n" + text)
        pdf = os.path.join(folder, "out.pdf")
        status, told = make(os.path.join(folder, "issue.yaml"), pdf)
        if not tap.ok(status == 0, "many notes: they are made", told):
            return
        text = "".join(pages_of(pdf))
        lost = [n for n in range(60) if text.count("第%d条注文" % n) != 1]
        tap.empty(lost, "many notes: each is printed once")
        calls = [n for n in range(60) if text.count(sign(n + 1)) != 2]
        tap.empty(calls, "many notes: each number twice")
        tap.equal(text.count("一栏放不下"), 30, "many notes: the longest whole")


def main():
    tap = Tap()
    check_reader(tap)
    for case in ("notes", "notes-at-feet", "drop-cap"):
        check(tap, case)
    check_many(tap)
    tap.done()


if __name__ == "__main__":
    main()
