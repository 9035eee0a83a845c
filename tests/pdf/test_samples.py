#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The samples, each with the number of pages it was made for."""
import glob
import os
import re

from finished import ROOT, Tap, check, make, structure, work_folder

PAGES = {"digest/issue.yaml": 4, "jianbao/issue.yaml": 1,
         "tabloid/issue.yaml": 4, "typography/grid.yaml": 1,
         "typography/issue.yaml": 2, "typography/styles/issue.yaml": 1,
         "typography/vertical.yaml": 1}
# These take fonts of the system: only what has nothing to do with those.
SYSTEM = ["typography/taiwan.yaml", "typography/uyghur.yaml"]

FOLDER = os.path.join(ROOT, "samples")
CARDS = os.path.join(FOLDER, "typography", "styles")


def is_issue(path):
    with open(path, encoding="utf-8") as file:
        return re.search(r"^(articles|稿件):", file.read(), re.M)


def issues():
    paths = glob.glob(os.path.join(FOLDER, "**", "*.yaml"), recursive=True)
    return sorted(os.path.relpath(p, FOLDER) for p in paths if is_issue(p))


def check_sample(tap, name):
    path = os.path.join(FOLDER, name)
    check(tap, name, path)
    with work_folder() as work:
        pdf = os.path.join(work, "out.pdf")
        make(path, pdf)
        told = structure.about(pdf).get("Pages") if os.path.exists(pdf) else ""
        tap.equal(told, str(PAGES.get(name)), name + ": pages")


def check_system(tap, name):
    """Without its fonts a sample has no fault but missing letters."""
    with work_folder() as work:
        _, told = make(os.path.join(FOLDER, name), os.path.join(work, "x.pdf"))
    codes = set(re.findall(r"(?:error|warning)\[([^\]]+)\]", told))
    tap.empty(codes - {"text/no-glyph", "font/not-installed"},
              name + ": wants fonts and nothing else")


def check_cards(tap):
    """One text in five styles of marks: no two are set alike."""
    found = {}
    for layout in sorted(glob.glob(os.path.join(CARDS, "layouts", "*.yaml"))):
        name = os.path.basename(layout)
        with work_folder() as work:
            pdf = os.path.join(work, "out.pdf")
            status, told = make(os.path.join(CARDS, "issue.yaml"), pdf,
                                "--layout", layout)
            if tap.ok(status == 0 and not told, "card %s is made" % name, told):
                tap.equal(structure.about(pdf).get("Pages"), "1",
                          "card %s: pages" % name)
                found[name] = body_places(pdf)
    tap.equal(len(found), 5, "there are five cards")
    alike = [(a, b) for a in found for b in found
             if a < b and found[a] == found[b]]
    tap.empty(alike, "no two cards are set alike")


def body_places(pdf):
    """Where the glyphs of body size stand."""
    return [glyph for page in structure.trace(pdf)
            for font, size, glyphs in page if size == 10.5 and "Song" in font
            for glyph in glyphs]


tap = Tap()
tap.equal(issues(), sorted(list(PAGES) + SYSTEM), "every sample is known here")
for sample in sorted(PAGES):
    check_sample(tap, sample)
for sample in SYSTEM:
    check_system(tap, sample)
check_cards(tap)
tap.done()
