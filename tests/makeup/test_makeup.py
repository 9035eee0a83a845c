#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Twelve issues of the bench, and the checks of the bench checked.

The bars that hold for every issue hold here (no text lost, no cell uncovered,
the report's counts right); shares, averages and times say nothing of twelve:
`make makeup-bench` has those."""
import controls
import bench
import generate
from tap import Tap

ISSUES = 12


def main():
    tap = Tap()
    controls.check_all(tap)
    for result in bench.measure_all(ISSUES, 2):
        name = "%s, %d a page, seed %d" % result.case
        if not tap.empty(result.faults, name + ": sound") or \
                not result.figures:
            continue
        figures = result.figures
        tap.equal(len(figures.pages), generate.PAGES, name + ": four pages")
        tap.equal(sum(p.inversions for p in figures.pages), 0,
                  name + ": heads in the order of levels")
        if figures.is_in_band():
            tap.equal((figures.closed_pages(), figures.flow_pages),
                      (generate.PAGES, 0), name + ": all pages closed")
    tap.done()


if __name__ == "__main__":
    main()
