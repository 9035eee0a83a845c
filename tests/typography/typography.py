#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""typography.py - how well Chinese is set, measured on a finished PDF.

    make typography             the table; fails where a bar is missed
    make typography TYPO=-v     and the worst lines
    tests/typography/typography.py -v --measure 14

Sets the corpus, a paragraph a page, 10.5 pt, 2 em of indent, justified, at
22 and 14 em, and holds the figures against bars. Skipped where the folder of
cases is not at hand."""
import argparse
import math
import os
import statistics
import sys

import classes
import measures
import setting

CORPUS = os.path.join(setting.CASES, "zh-corpus.txt")
BARS = {
    22: {"lines": 474, "p95": 0.035, "max": 0.15, "rhythm": 5.0},
    14: {"lines": 714, "p95": 0.084, "max": 0.18, "rhythm": 7.5},
}
ALWAYS = {"text": 0, "prohibition": 0, "split": 0, "shrunk": 0, "single": 0,
          "edge": 0, "latin": 0.5, "room": 0.5}
ROWS = (("lines", "lines"),
        ("text", "paragraphs whose text is another"),
        ("prohibition", "forbidden marks at line starts and ends"),
        ("split", "units parted"),
        ("shrunk", "lines with hanzi nearer than 1 em"),
        ("single", "last lines of one character"),
        ("edge", "lines that end off their measure"),
        ("median", "widest hanzi gap, median (em)"),
        ("p95", "widest hanzi gap, 95 % (em)"),
        ("max", "widest hanzi gap, most (em)"),
        ("over05", "justified lines with a gap > 0.05 em"),
        ("over1", "justified lines with a gap > 0.1 em"),
        ("rhythm", "lines squeezed harder than the one above (%)"),
        ("tight15", "lines with a mark squeezed > 0.15 em"),
        ("tight25", "lines with a mark squeezed > 0.25 em"),
        ("latin", "widest gap of hanzi and Latin (em)"),
        ("room", "most room of a mark at a line's end (em)"),
        ("hyphens", "words hyphenated"))
SHOWN = 12
PACK = str.maketrans("査", "查")  # a form that the fonts of the pack have not


class Report:
    """Figures of one measure, and the lines behind them."""

    def __init__(self):
        self.figures = {}
        self.worst = {}

    def count(self, key, faults):
        self.figures[key] = len(faults)
        self.worst[key] = list(faults)

    def most(self, key, values):
        """The largest of (value, line)."""
        values = sorted(values, key=lambda pair: -pair[0])
        self.figures[key] = values[0][0] if values else 0.0
        self.worst[key] = ["%.3f  %s" % (value, line.text)
                           for value, line in values[:SHOWN]]


def percentile(values, share):
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def measure_gaps(report, justified):
    gaps = [(measures.widest_gap(line), line) for line in justified]
    values = [gap for gap, _ in gaps] or [0.0]
    report.most("max", gaps)
    report.figures["median"] = statistics.median(values)
    report.figures["p95"] = percentile(values, 0.95)
    report.figures["over05"] = sum(g > 0.05 + measures.NEAR for g in values)
    report.figures["over1"] = sum(g > 0.1 + measures.NEAR for g in values)


def measure_marks(report, paragraphs, justified):
    uneven = [line for lines in paragraphs
              for line in measures.rhythm_lines(lines)]
    report.count("rhythm", ["%.3f  %s" % (measures.tightest(line), line.text)
                            for line in uneven])
    report.figures["rhythm"] = 100.0 * len(uneven) / max(1, len(justified))
    tight = [measures.tightest(line) for line in justified]
    report.figures["tight15"] = sum(t > 0.15 + measures.NEAR for t in tight)
    report.figures["tight25"] = sum(t > 0.25 + measures.NEAR for t in tight)
    rooms = [(measures.end_room(line), line) for line in justified]
    report.most("room", [pair for pair in rooms if pair[0] is not None])


def measured(paragraphs, texts, strange):
    """The figures of paragraphs (lists of lines) against their texts."""
    report = Report()
    strange = list(strange)
    for lines, text in zip(paragraphs, texts):
        strange += measures.place(lines, text)
        for line in lines:
            line.source = text
    every = [line for lines in paragraphs for line in lines]
    justified = [line for line in every if not line.is_last]
    report.figures["lines"] = len(every)
    report.count("text", strange)
    report.count("prohibition", measures.prohibition_faults(every))
    report.count("split", [fault for lines, text in zip(paragraphs, texts)
                           for fault in measures.split_faults(lines, text)])
    report.count("shrunk", measures.shrunk_faults(every))
    report.count("single", [fault for lines in paragraphs
                            for fault in measures.single_faults(lines)])
    report.count("edge", measures.edge_faults(every))
    measure_gaps(report, justified)
    measure_marks(report, paragraphs, justified)
    report.most("latin", [(gap, line) for line in every
                          for gap in measures.latin_gaps(line)])
    report.count("hyphens", [line.text for line in every
                             if getattr(line, "is_hyphenated", False)])
    return report


def bars_of(measure):
    return dict(ALWAYS, **BARS.get(measure, {}))


def missed(figures, bars):
    """Keys of the figures that fall short of their bars."""
    return [key for key, bar in bars.items()
            if figures[key] > bar + (measures.NEAR if key in
                                     ("room", "latin") else 1e-9)]


def set_corpus(measure, more=None):
    """Paragraphs, their texts, and what is wrong with what copies out;
    `more`: keys for the layout."""
    with open(CORPUS, encoding="utf-8") as file:
        texts = [row.strip().translate(PACK) for row in file if row.strip()]
    keys = {"hyphenate": "是"} if setting.knows("layout", "hyphenate") else {}
    done = setting.set_paragraphs(texts, measure, dict(keys, **(more or {})))
    if not done.ok:
        sys.exit("bulletin make: status %d\n%s" % (done.status, done.told))
    if len(done.pages) != len(texts):
        sys.exit("%d paragraphs, %d pages" % (len(texts), len(done.pages)))
    strange = []
    for copied, text in zip(done.copied, texts):
        strange += measures.copied_faults(copied, text, setting.TITLE)
    return [done.body(i) for i in range(len(texts))], texts, strange


def shown(value):
    return "%d" % value if isinstance(value, int) else "%.3f" % value


def show(measure, report, verbose):
    bars = bars_of(measure)
    short = missed(report.figures, bars)
    print("\n%d em%s" % (measure, "" if setting.knows("layout", "hyphenate")
                         else "  (this program does not hyphenate)"))
    for key, name in ROWS:
        bar = "<= " + shown(bars[key]) if key in bars else ""
        verdict = "" if key not in bars else "MISS" if key in short else "ok"
        print("  %-46s %8s  %-9s %s" % (name, shown(report.figures[key]), bar,
                                        verdict))
        if verbose or key in short:
            some = report.worst.get(key, [])
            for fault in some if verbose else some[:3]:
                print("      " + fault)
    return short


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-v", action="store_true", help="the worst lines")
    parser.add_argument("--measure", type=int, action="append",
                        help="in em; default 22 and 14")
    args = parser.parse_args()
    if not os.path.exists(CORPUS):
        print("skipped: there is no %s" % CORPUS)
        return 0
    short = []
    for measure in args.measure or sorted(BARS, reverse=True):
        report = measured(*set_corpus(measure))
        short += show(measure, report, args.v)
    print("\n%s" % ("%d bars missed" % len(short) if short
                    else "every bar is held"))
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
