#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""One and the same issue in every layout that ships: each makes a PDF without
an error, on its own paper, with every title in it."""
import glob
import os
import subprocess

import yaml

from expected import Issue, Loader, squash
from finished import ROOT, Tap, make, structure, work_folder
import lines as rules

ISSUE = os.path.join(ROOT, "samples", "tabloid", "issue.yaml")
LAYOUTS = ("a3-fold broadsheet digest digest-two jianbao large-type notice "
           "tabloid tabloid-six wall-a1 wall-a2").split()
LEVELS = "lead second major normal soft photo".split()
# Where titles are as large as those of the next level at most.
MAY_BE_EQUAL = {("second", "major"), ("normal", "soft"), ("normal", "photo")}


def read(name):
    path = os.path.join(ROOT, "layouts", name + ".yaml")
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader)


def size_faults(pdf, layout):
    grid = rules.Grid(layout)
    return structure.box_faults(pdf, (grid.width, grid.height), grid.bleed)


def title_faults(pdf, issue):
    text = squash(subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True,
                                 capture_output=True).stdout.decode())
    return [article.title for article in issue.articles
            if squash(article.title) not in text]


def title_sizes(layout, level):
    heads = layout["heads"]
    title = heads.get(level, {}).get("title", heads["normal"]["title"])
    sizes = title.get("size", heads["normal"]["title"]["size"])
    sizes = sizes if isinstance(sizes, list) else [sizes]
    return [float(str(s).replace("pt", "").replace("二号", "22"))
            for s in sizes]


def order_faults(layout):
    """No title is smaller than one of a lower level on the same page can be.
    A layout with one size for all has no order."""
    if len({size for level in LEVELS
            for size in title_sizes(layout, level)}) == 1:
        return []
    faults = []
    pairs = [("lead", "second"), ("second", "major"), ("major", "normal"),
             ("normal", "soft"), ("normal", "photo")]
    for upper, lower in pairs:
        least = min(title_sizes(layout, upper))
        most = max(title_sizes(layout, lower))
        if least < most or (least == most and
                            (upper, lower) not in MAY_BE_EQUAL):
            faults.append("%s %g, %s %g" % (upper, least, lower, most))
    return faults


def span_faults(layout):
    """Every level says how many columns it may take in modular make-up; one
    that matters more takes no fewer."""
    heads, columns = layout["heads"], int(layout["columns"])
    if columns == 1:
        return []
    spans = {level: heads.get(level, {}).get("spans",
                                             heads["normal"].get("spans"))
             for level in LEVELS}
    faults = ["%s: %s" % (level, span) for level, span in spans.items()
              if not span or not 1 <= int(span[0]) <= int(span[1]) <= columns]
    least = [int(span[0]) for span in list(spans.values())[:4] if span]
    return faults + ([] if least == sorted(least, reverse=True) else [least])


def check_layout(tap, name, issue):
    layout = read(name)
    tap.empty(order_faults(layout), name + ": sizes of titles keep their order")
    tap.empty(span_faults(layout), name + ": columns of heads")
    with work_folder() as folder:
        pdf = os.path.join(folder, "out.pdf")
        status, told = make(ISSUE, pdf, "--layout", name)
        if not tap.ok(status == 0, name + ": is made without an error", told):
            return
        tap.empty(structure.qpdf_faults(pdf), name + ": qpdf finds nothing")
        tap.empty(size_faults(pdf, layout), name + ": its own paper")
        tap.empty(title_faults(pdf, issue), name + ": every title is printed")
        other = read("wall-a2" if name != "wall-a2" else "tabloid")
        tap.caught(size_faults(pdf, other), name + ": no other paper")


def check_controls(tap, issue):
    spoilt = read("tabloid")
    spoilt["heads"]["lead"]["title"]["size"] = ["40pt", "29pt"]
    tap.caught(order_faults(spoilt), "a lead smaller than a second is seen")
    spoilt["heads"]["major"]["spans"] = ["3", "2"]
    tap.caught(span_faults(spoilt), "columns in the wrong order are seen")
    with work_folder() as folder:
        path = os.path.join(folder, "issue.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write("name: 报\nissue: 1\ndate: 2026-11-20\n"
                       "articles: [a.md]\n")
        with open(os.path.join(folder, "a.md"), "w", encoding="utf-8") as file:
            file.write("---\ntitle: 一篇\n---\n\n一段。\n")
        pdf = os.path.join(folder, "out.pdf")
        make(path, pdf)
        tap.caught(title_faults(pdf, issue), "titles that lack are seen")


tap = Tap()
found = sorted(os.path.basename(path)[:-5] for path in
               glob.glob(os.path.join(ROOT, "layouts", "*.yaml")))
tap.equal(found, LAYOUTS, "every layout is known here")
source = Issue(ISSUE)
for layout_name in LAYOUTS:
    check_layout(tap, layout_name, source)
check_controls(tap, source)
tap.done()
