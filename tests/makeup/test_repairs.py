#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What `bulletin fit` advises, done: does the page close then?

Issues that dice wrote and that do not close: for each repair that is told,
exactly the named characters are cut or put in, in the named paragraphs, and
the issue is made up again. The page has to close, no other to open, and where
an article was to come back one more has to stand on the pages. The control:
as many characters, in other paragraphs."""
import copy
import multiprocessing
import os
import subprocess
import tempfile

import controls  # noqa: F401  (finds tests/support)
import generate
import repairs
from tap import Tap

PROGRAM = os.path.abspath(os.environ.get("BULLETIN", "build/bulletin"))
CASES = [(name, count, seed, volume)
         for name, count, volumes in (("tabloid", 2, (20, 120)),
                                      ("tabloid", 3, (120, 200)),
                                      ("a4", 1, (20,)),
                                      ("a4", 2, (-300, 20, 200)))
         for seed in range(8) for volume in volumes]
LEAST_ISSUES = 20  # with advice, of these cases
EACH = 2           # repairs of an issue that are done
FEW = 12           # lines: what closes by accident closes with many


class State:
    """What fit says of an issue."""

    def __init__(self, issue, folder):
        done = subprocess.run(
            [PROGRAM, "fit", issue.put(folder), "--lang", "zh",
             "--no-system-fonts"], capture_output=True, timeout=60,
            encoding="utf-8")
        self.text = done.stdout
        self.open, self.pages = repairs.open_pages(done.stdout)
        self.articles = sum(repairs.article_counts(done.stdout))

    def keeps(self, before, repair):
        return (repair.page not in self.open and
                not self.open - before.open and
                (not repair.brings_back or self.articles > before.articles))


def with_edits(issue, title, edits):
    other = copy.deepcopy(issue)
    article, = [a for a in other.articles if a.title == title]
    repairs.apply(article, edits)
    return other


def measure(case):
    """Repairs, whether each came true, and whether its control did."""
    issue = generate.Issue(*case)
    found = []
    with tempfile.TemporaryDirectory(prefix="bulletin-repairs.") as folder:
        before = State(issue, os.path.join(folder, "before"))
        for i, repair in enumerate(repairs.advice(before.text)[:EACH]):
            edited = with_edits(issue, repair.title, repair.edits)
            state = State(edited, os.path.join(folder, "after%d" % i))
            wrong = repairs.misplaced(
                [a for a in issue.articles if a.title == repair.title][0],
                repair.edits)
            control = None
            if wrong and repair.lines <= FEW:
                control = State(with_edits(issue, repair.title, wrong),
                                os.path.join(folder, "wrong%d" % i))
            found.append((repair, state.keeps(before, repair),
                          control and control.keeps(before, repair)))
    return case, found


def main():
    tap = Tap()
    with multiprocessing.Pool(2) as pool:
        results = [r for r in pool.map(measure, CASES) if r[1]]
    tap.ok(len(results) >= LEAST_ISSUES,
           "%d issues get advice" % len(results))
    controls = []
    for case, found in results:
        for repair, is_true, control in found:
            tap.ok(is_true, "%s %d, seed %d, %+d: page %d, %s: %d characters, "
                   "%d lines" % (case + (repair.page, repair.title,
                                         repair.characters, repair.lines)))
            controls += [control] if control is not None else []
    tap.ok(len(controls) >= 4 and sum(controls) * 2 < len(controls),
           "in other paragraphs: %d of %d close" % (sum(controls),
                                                    len(controls)))
    tap.done()


if __name__ == "__main__":
    main()
