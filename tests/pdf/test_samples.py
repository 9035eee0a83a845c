#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The samples, each with the number of pages it was made for."""
import os

from finished import ROOT, Tap, check, make, structure, work_folder

PAGES = {"jianbao": 1, "digest": 4, "tabloid": 4}

tap = Tap()
folder = os.path.join(ROOT, "samples")
found = sorted(name for name in os.listdir(folder)
               if os.path.exists(os.path.join(folder, name, "issue.yaml")))
tap.equal(found, sorted(PAGES), "every sample is known here")
for name in found:
    path = os.path.join(folder, name, "issue.yaml")
    check(tap, name, path)
    with work_folder() as work:
        pdf = os.path.join(work, "out.pdf")
        make(path, pdf)
        told = structure.about(pdf).get("Pages") if os.path.exists(pdf) else ""
        tap.equal(told, str(PAGES.get(name)), name + ": pages")
tap.done()
