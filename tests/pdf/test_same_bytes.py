#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Same issue, same product, same bytes: every sample for every use, made twice
in folders of other names, in other time zones, languages and with other
umasks; products differ from one another."""
import os
import shutil

from finished import ROOT, Tap, work_folder
from test_determinism import digest, run

SAMPLES = ("jianbao/issue", "digest/issue", "tabloid/issue",
           "typography/issue", "typography/vertical", "typography/grid")
USES = ("screen", "archive", "office", "press", "press-legacy")
PLACES = (("here", "UTC", "C", 0o022),
          ("又一处/更 深", "Asia/Kathmandu", "tr_TR.ISO-8859-9", 0o077))


def make_at(work, place, sample, use):
    """The PDF of a sample copied to a place of its own; None, with what was
    said, when it is not made."""
    name, zone, tongue, mask = place
    folder = os.path.join(work, name, os.path.dirname(sample))
    if not os.path.isdir(folder):
        shutil.copytree(os.path.join(ROOT, "samples",
                                     os.path.dirname(sample)), folder,
                        copy_function=shutil.copyfile)
    pdf = os.path.join(folder, use + ".pdf")
    issue = os.path.basename(sample) + ".yaml"
    if name != "here":
        issue = os.path.join(folder, issue)
    status, told = run(issue, pdf, folder, zone, tongue, mask, "--for", use)
    return (digest(pdf), "") if status == 0 else (None, told)


def main():
    tap = Tap()
    with work_folder() as work:
        for sample in SAMPLES:
            sums = set()
            for use in USES:
                made = [make_at(work, place, sample, use) for place in PLACES]
                tap.ok(made[0][0] and made[0][0] == made[1][0],
                       "%s for %s: same bytes" % (sample, use), made)
                sums.add(made[0][0])
            tap.equal(len(sums), len(USES), sample + ": uses differ in bytes")
    tap.done()


if __name__ == "__main__":
    main()
