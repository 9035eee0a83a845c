#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Copy made by dice at every measure from 5 to 40 em, in finished PDFs of two
columns: what sweep.py checks, over all of them. Each check is then seen to
fail, with its rule switched off or on a sheet that was spoilt."""
import concurrent.futures
import copy
import sys

import sweep
from tap import Tap

MEASURES = range(5, 41)
ROUNDS = 3
WORKERS = 2


def faults_at(place):
    """Runs of the program do not hold the interpreter."""
    measure, round_ = place
    sheet = sweep.set_copy(measure, round_=round_)
    return place, len(sheet.lines), sweep.faults_of(sheet)


def set_all():
    places = [(measure, round_) for measure in MEASURES
              for round_ in range(ROUNDS)]
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(faults_at, places))


def check_all(tap, results):
    for key, name in sweep.CHECKS:
        tap.empty(["%d em, round %d: %s" % (*place, fault)
                   for place, _, faults in results
                   for fault in faults.get(key, [])],
                  "5 to 40 em: " + name)
    seen = {place[0] for place, count, _ in results if count > 10}
    tap.equal(sorted(set(MEASURES) - seen), [], "every measure was set")


# ---- Controls. ----

OFF = (
    ("prohibition", "breaks", "无"),
    ("edge", "hanging", "是"),
    ("latin", "han_latin", "0"),
)


def faults_off(key, layout_key, value):
    """What a check finds with a rule switched off, at some measures."""
    return [fault for measure in (11, 14, 17)
            for fault in sweep.faults_of(sweep.set_copy(
                measure, {layout_key: value})).get(key, [])]


def moved(sheet, dx=0.0, dy=0.0):
    """The second column elsewhere."""
    spoilt = copy.copy(sheet)
    spoilt.columns = [sheet.columns[0], [shifted(line, dx, dy)
                                         for line in sheet.columns[1]]]
    spoilt.lines = spoilt.columns[0] + spoilt.columns[1]
    return spoilt


def shifted(line, dx, dy):
    chars = [c._replace(x=c.x + dx * i, y=c.y + dy)
             for i, c in enumerate(line.chars)]
    return type(line)(chars, line.left, line.size, line.measure, line.is_last)


def reworded(sheet):
    """As if it had been written otherwise."""
    spoilt = copy.copy(sheet)
    spoilt.paragraphs = list(sheet.paragraphs)
    text = spoilt.paragraphs[2]
    spoilt.paragraphs[2] = text[:9] + text[10:]
    return spoilt


def parted(sheet):
    """Every line gives its last character to the next of its paragraph."""
    spoilt = copy.copy(sheet)
    spoilt.lines = []
    for lines in sweep.paragraphs_of(sheet)[0]:
        chars = [c for line in lines for c in line.chars]
        ends = [len(line.chars) for line in lines]
        ends = [sum(ends[:i + 1]) - 1 for i in range(len(ends) - 1)]
        for start, end in zip([0] + ends, ends + [len(chars)]):
            spoilt.lines.append(type(lines[0])(
                chars[start:end], lines[0].left, sweep.SIZE, sheet.measure))
    return spoilt


def controls(tap):
    sheets = [sweep.set_copy(measure) for measure in (14, 17, 22, 30)]
    tap.ok(not any(any(sweep.faults_of(sheet).values()) for sheet in sheets),
           "control: nothing is found in what is right")
    for key, layout_key, value in OFF:
        tap.caught(faults_off(key, layout_key, value),
                   "control: %s, with %s: %s" % (key, layout_key, value))
    spoilt = (
        ("text", "a character is lost", reworded),
        ("copied", "a character is lost", reworded),
        ("split", "lines end elsewhere", parted),
        ("shrunk", "each character 0.05 pt nearer",
         lambda sheet: moved(sheet, dx=-0.05)),
        ("edge", "each character 0.2 pt farther",
         lambda sheet: moved(sheet, dx=0.2)),
        ("baseline", "a column 0.2 pt lower",
         lambda sheet: moved(sheet, dy=0.2)),
    )
    for key, name, spoil in spoilt:
        tap.caught([fault for sheet in sheets
                    for fault in sweep.faults_of(spoil(sheet))[key]],
                   "control: %s, when %s" % (key, name))
    tap.equal(sorted({key for key, _, _ in spoilt + OFF}),
              sorted(key for key, _ in sweep.CHECKS),
              "every check has its control")


def main():
    tap = Tap()
    check_all(tap, set_all())
    controls(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
