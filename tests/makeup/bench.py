#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""bench.py - how well pages are made up: a thousand issues, counted.

    make makeup-bench                    1,000 issues, half tabloid, half A4
    make makeup-bench MAKEUP_ISSUES=60   fewer
    bench.py --one tabloid 7 46 --keep FOLDER    one of them, to be looked at
    bench.py --self-test                 do the checks find what is spoilt?

Issues are made by generate.py, PDFs by `bulletin make`; checks.py counts again
what the report says, readback.py reads the text back from the PDF. The table
at the end sets what was measured beside the bar. The status is 1 when a figure
falls short, times apart: a machine that is busy misses those.
"""
import argparse
import collections
import json
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)

import checks  # noqa: E402
import generate  # noqa: E402
import printed  # noqa: E402
import readback  # noqa: E402

PROGRAM = os.path.abspath(os.environ.get("BULLETIN", "build/bulletin"))
PER_PAGE = {"tabloid": (4, 5, 6, 7, 8, 9), "a4": (3, 4, 5)}
SECONDS = 60
STAGE = re.compile(r"^  makeup +([\d.]+) ms$", re.M)
PRINTED_EVERY = 20  # issues of which white and pictures are measured
TIMED = ("tabloid", 7)  # whose make-up time has a bar
BINS = ((-200, -100), (-100, -80), (-80, -50), (-50, -20), (-20, 20),
        (20, 50), (50, 100), (100, 300))

Case = collections.namedtuple("Case", "format per_page seed")
Result = collections.namedtuple("Result", "case figures ms faults wanted")


def cases(count):
    """Half of each format; articles a page in turn."""
    for i in range(count):
        name = ("tabloid", "a4")[i % 2]
        turns = PER_PAGE[name]
        yield Case(name, turns[i // 2 % len(turns)], i)


# ---- One issue. ----

def run(issue_path, pdf, report_path):
    return subprocess.run(
        [PROGRAM, "make", issue_path, "-o", pdf, "--for", "press",
         "--report", report_path, "--timings", "--lang", "en",
         "--no-system-fonts"],
        capture_output=True, timeout=SECONDS)


def measure(case, folder):
    issue = generate.Issue(*case)
    path = issue.put(folder)
    pdf = os.path.join(folder, "out.pdf")
    report_path = os.path.join(folder, "report.json")
    try:
        done = run(path, pdf, report_path)
    except subprocess.TimeoutExpired:
        return Result(case, None, None, ["takes too long"], issue.volume)
    told = done.stderr.decode("utf-8", "replace")
    if done.returncode != 0:
        return Result(case, None, None, ["status %d: %s"
                                         % (done.returncode, told[:300])],
                      issue.volume)
    with open(report_path, encoding="utf-8") as file:
        report = json.load(file)
    levels = {a.file: generate.NAMES[a.level] for a in issue.articles}
    figures = checks.Figures(report, levels, issue.layout.gap, issue.jumps)
    faults = figures.faults + readback.text_faults(path, pdf, report)
    if case.seed % PRINTED_EVERY < 2:  # one of each format
        faults += printed.printed_faults(pdf, report, issue.layout)
    stage = STAGE.search(told)
    return Result(case, figures, float(stage.group(1)) if stage else None,
                  faults, issue.volume)


def measure_apart(case):
    with tempfile.TemporaryDirectory(prefix="bulletin-makeup.") as folder:
        try:
            return measure(case, folder)
        except Exception as error:  # one issue must not end the others
            return Result(case, None, None, ["%s: %s" % (
                type(error).__name__, error)], 0)


def measure_all(count, processes):
    wanted = list(cases(count))
    found = []
    with multiprocessing.Pool(processes) as pool:
        for result in pool.imap(measure_apart, wanted):
            found.append(result)
            if sys.stderr.isatty():
                print("\r%d of %d" % (len(found), count), end="",
                      file=sys.stderr)
    return found


# ---- Tables. ----

def percent(part, whole):
    return 100.0 * part / whole if whole else 0.0


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0.0


class Sums:
    """What some results come to together."""

    def __init__(self, results):
        counted = [r for r in results if r.figures]
        self.issues = len(counted)
        band = [r for r in counted if r.figures.is_in_band()]
        self.band = len(band)
        self.closed = self.share_closed(counted)
        self.band_closed = self.share_closed(band)
        pages = [p for r in band for p in r.figures.pages]
        blanks = [percent(p.blank, p.cells) for p in pages]
        self.blank_mean, self.blank_worst = mean(blanks), max(blanks + [0.0])
        pages = [p for r in counted for p in r.figures.pages]
        self.bumps = sum(p.bumps for p in pages)
        self.stacked = sum(p.stacked for p in pages)
        self.foot_heads = sum(p.foot_heads for p in pages)
        self.inversions = sum(p.inversions for p in pages)
        self.faults_a_page = ((self.bumps + self.stacked + self.foot_heads) /
                              len(pages) if pages else 0.0)
        self.jumps = mean(r.figures.jumps for r in counted)
        times = [r.ms for r in counted if r.ms is not None]
        self.ms_mean, self.ms_worst = mean(times), max(times + [0.0])
        self.off = mean(r.figures.volume - r.wanted for r in counted)
        self.faulty = sum(bool(r.faults) for r in results)

    @staticmethod
    def share_closed(results):
        return percent(sum(r.figures.closed_pages() for r in results),
                       sum(r.figures.page_count() for r in results))


HEADS = ("issues", "closed %", "in band", "closed %", "blank %", "worst %",
         "bumps", "stacked", "foot", "orders", "jumps", "ms", "worst ms")


def row(name, sums):
    cells = (sums.issues, sums.closed, sums.band, sums.band_closed,
             sums.blank_mean, sums.blank_worst, sums.bumps, sums.stacked,
             sums.foot_heads, sums.inversions, sums.jumps, sums.ms_mean,
             sums.ms_worst)
    return "%-16s" % name + "".join(
        "%9d" % c if isinstance(c, int) else "%9.2f" % c for c in cells)


def show_rows(results):
    print("%-16s" % "articles a page" + "".join("%9s" % h for h in HEADS))
    for name, turns in PER_PAGE.items():
        for per_page in turns:
            some = [r for r in results if r.case[:2] == (name, per_page)]
            print(row("%s %d" % (name, per_page), Sums(some)))
    for name in PER_PAGE:
        print(row(name, Sums([r for r in results if r.case.format == name])))


def show_volumes(results):
    print("\npages closed, by copy in %% of what four pages hold\n%-16s"
          % "" + "".join("%14s" % name for name in PER_PAGE))
    for low, high in BINS:
        cells = ""
        for name in PER_PAGE:
            some = [r for r in results if r.figures and
                    r.case.format == name and r.figures.volume is not None and
                    low <= r.figures.volume < high]
            cells += ("%8.1f (%3d)" % (Sums(some).closed, len(some))
                      if some else "             -")
        print("%+4d to %+4d %%   " % (low // 10, high // 10) + cells)
    print("wanted beside true volume, mean: " + ", ".join(
        "%s %+.1f %%" % (name, Sums([r for r in results
                                     if r.case.format == name]).off / 10)
        for name in PER_PAGE))


def bars(results):
    """Name, measured, bar, whether it is met, whether it is a time."""
    each = {name: Sums([r for r in results if r.case.format == name])
            for name in PER_PAGE}
    everything = Sums(results)
    timed = Sums([r for r in results if r.case[:2] == TIMED])
    faults = [f for r in results for f in r.faults]
    cells = [f for f in faults if re.search(
        "overlap|in no block|outside", f)]
    squeezed = [f for f in faults if "squeezed" in f]
    told = [f for f in faults if "the report says" in f]
    lost = len(faults) - len(cells) - len(squeezed) - len(told)

    def most(name, value, bar, form="%.2f", is_time=False):
        return (name, form % value, "<= " + form % bar, value <= bar, is_time)
    yield most("lost text, crashes, messages", lost, 0, "%d")
    yield most("overlaps, cells uncovered", len(cells), 0, "%d")
    yield most("pictures squeezed", len(squeezed), 0, "%d")
    yield most("the report's own counts wrong", len(told), 0, "%d")
    for name, sums in each.items():
        if sums.band:
            yield ("%s: pages closed, -8 to +2 %% copy" % name,
                   "%.2f %%" % sums.band_closed, ">= 98.00 %",
                   sums.band_closed >= 98.0, False)
    for name, mean_bar, worst_bar in (("tabloid", 1.0, 3.0), ("a4", 2.0, 5.0)):
        yield most(name + ": blank column-lines, %",
                   each[name].blank_mean, mean_bar)
        yield most(name + ": blank column-lines, worst page, %",
                   each[name].blank_worst, worst_bar)
    yield most("heads side by side, stacked, at foot, a page",
               everything.faults_a_page, 0.03, "%.3f")
    yield most("heads against the order of levels", everything.inversions, 0,
               "%d")
    yield most("jumps an issue", everything.jumps, 0.2)
    yield most("make-up, tabloid, 7 articles a page, ms", timed.ms_mean, 100,
               "%.0f", True)
    yield most("make-up, worst, ms", timed.ms_worst, 500, "%.0f", True)


def show_bars(results):
    print("\n%-48s%12s%12s" % ("", "measured", "bar"))
    short = 0
    for name, value, bar, is_met, is_time in bars(results):
        word = "" if is_met else "  over (a time)" if is_time else "  SHORT"
        short += not is_met and not is_time
        print("%-48s%12s%12s%s" % (name, value, bar, word))
    return short


def show_faults(results, most=30):
    faulty = [r for r in results if r.faults]
    for result in faulty[:most]:
        print("%s %d %d: %s" % (*result.case, "; ".join(result.faults[:3])))
    if len(faulty) > most:
        print("… and %d issues more" % (len(faulty) - most))


def show_open(results, most=40):
    """Issues of the band with pages that did not close."""
    print("\nopen in the band:")
    for r in results:
        if r.figures and r.figures.is_in_band() and (
                r.figures.closed_pages() < r.figures.page_count()):
            print("  --one %s %d %d: %d of %d closed, copy %+.1f %%, "
                  "%d pages at the end" % (
                      *r.case, r.figures.closed_pages(),
                      r.figures.page_count(), r.figures.volume / 10,
                      r.figures.flow_pages))
            most -= 1
        if most == 0:
            return


def show_one(case, folder):
    result = measure(case, folder)
    for page in result.figures.pages if result.figures else ():
        print(page)
    print("volume %s, %s ms" % (result.figures and result.figures.volume,
                                result.ms))
    for fault in result.faults:
        print(fault)
    return 1 if result.faults else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--issues", type=int, default=1000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--one", nargs=3, metavar=("FORMAT", "N", "SEED"))
    parser.add_argument("--keep", default="makeup-issue")
    parser.add_argument("--open", action="store_true",
                        help="list issues with pages that did not close")
    parser.add_argument("--self-test", action="store_true")
    given = parser.parse_args()
    if given.self_test:
        import controls
        return controls.main()
    if given.one:
        name, per_page, seed = given.one
        return show_one(Case(name, int(per_page), int(seed)), given.keep)
    start = time.monotonic()
    results = measure_all(given.issues, given.processes)
    print("%d issues of %d pages, %.0f s\n" % (
        len(results), generate.PAGES, time.monotonic() - start))
    show_rows(results)
    show_volumes(results)
    short = show_bars(results)
    show_faults(results)
    if given.open:
        show_open(results)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
