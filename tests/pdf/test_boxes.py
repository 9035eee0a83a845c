#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every sample for every use: page boxes as the layout says, to a hundredth of a
millimetre, and files that qpdf and MuPDF read without a word.

The trimmed page is the layout's paper. For the press the sheet is larger by the
bleed on each side; elsewhere it is the trimmed page itself.
"""
import os
import re

from finished import ROOT, Issue, Tap, make, rules, structure, work_folder

USES = {"press": True, "press-legacy": True, "office": False,
        "screen": False, "archive": False}
SAMPLES = ("digest/issue", "jianbao/issue", "tabloid/issue", "typography/grid",
           "typography/issue", "typography/styles/issue",
           "typography/vertical")
SYSTEM = ("typography/taiwan", "typography/uyghur")
MM = 72 / 25.4


# ---- Boxes ----

def boxes_of(pdf):
    """Boxes of each page, by name, in millimetres."""
    root, objects = structure.catalog(pdf)
    pages = []
    waiting = [root["/Pages"]]
    while waiting:
        node = objects["obj:" + waiting.pop(0)]["value"]
        if node["/Type"] == "/Pages":
            waiting = node["/Kids"] + waiting
            continue
        pages.append({name: [side / MM for side in node[name]]
                      for name in node if name.endswith("Box")})
    return pages


def wanted_boxes(layout, has_bleed):
    grid = rules.Grid(layout)
    bleed = grid.bleed / MM if has_bleed else 0
    width, height = grid.width / MM, grid.height / MM
    sheet = [0, 0, width + 2 * bleed, height + 2 * bleed]
    return {"/MediaBox": sheet, "/BleedBox": sheet,
            "/TrimBox": [bleed, bleed, bleed + width, bleed + height]}


def box_faults(pages, wanted):
    faults = [] if pages else ["no pages"]
    for number, page in enumerate(pages, 1):
        if set(page) != set(wanted):
            faults.append("page %d has %s" % (number, sorted(page)))
        faults += ["page %d: %s is %s, not %s" % (number, name, page[name], want)
                   for name, want in wanted.items() if name in page and
                   max(abs(a - b) for a, b in zip(page[name], want)) >= 0.01]
    return faults


# ---- Readers ----

def mutool_faults(pdf):
    """Reads every page. That it was built without ICC is no fault of the file's."""
    status, _, err = structure.run("timeout", "60", "mutool", "draw", "-q", "-F",
                                   "trace", "-o", os.devnull, pdf)
    faults = [line for line in err.splitlines() if "ICC support" not in line]
    return faults + (["mutool: %d" % status] if status else [])


def damaged(pdf, out, change):
    with open(pdf, "rb") as file:
        data = file.read()
    with open(out, "wb") as file:
        file.write(change(data))
    return out


def cut_short(data):
    return data[:len(data) // 2]


def garbled(data):
    """Every stream begins with bytes that deflate knows nothing of."""
    return re.sub(rb"(\Wstream\r?\n)....", rb"\1????", data, flags=re.S)


# ---- Samples ----

def check(tap, name, of_system=False):
    issue = Issue(os.path.join(ROOT, "samples", name + ".yaml"))
    for use, has_bleed in USES.items():
        with work_folder() as folder:
            pdf = os.path.join(folder, "out.pdf")
            status, told = make(issue.path, pdf, product=use,
                                of_system=of_system)
            if of_system and "[text/no-glyph]" in told:
                tap.skip(name + ": no fonts")
                return
            what = "%s for %s: " % (name, use)
            if not tap.equal(status, 0, what + "is made"):
                continue
            tap.empty(box_faults(boxes_of(pdf),
                                 wanted_boxes(issue.layout, has_bleed)),
                      what + "page boxes")
            tap.empty(structure.qpdf_faults(pdf), what + "qpdf says nothing")
            tap.empty(mutool_faults(pdf), what + "MuPDF says nothing")


def check_controls(tap):
    issue = Issue(os.path.join(ROOT, "samples", "tabloid/issue.yaml"))
    with work_folder() as folder:
        pdf = os.path.join(folder, "out.pdf")
        make(issue.path, pdf)
        pages = boxes_of(pdf)
        wanted = wanted_boxes(issue.layout, True)
        for side in range(4):
            moved = dict(wanted, **{"/TrimBox": list(wanted["/TrimBox"])})
            moved["/TrimBox"][side] += 0.011
            tap.caught(box_faults(pages, moved),
                       "control, a side %d that is off" % side)
        tap.caught(box_faults(pages, wanted_boxes(issue.layout, False)),
                   "control, a bleed that should not be")
        tap.caught(box_faults([{}], wanted), "control, no boxes")
        tap.caught(box_faults([], wanted), "control, no pages")
        bad = os.path.join(folder, "bad.pdf")
        tap.caught(structure.qpdf_faults(damaged(pdf, bad, cut_short)),
                   "control, qpdf: cut short")
        make(issue.path, pdf, product="press-legacy")
        tap.caught(mutool_faults(damaged(pdf, bad, garbled)),
                   "control, MuPDF: a stream is not what it says")


tap = Tap()
check_controls(tap)
for sample in SAMPLES:
    check(tap, sample)
for sample in SYSTEM:
    check(tap, sample, of_system=True)
tap.done()
