# SPDX-License-Identifier: MIT
"""cases.py - what the cases of test_cases.py are kept in and run by."""
import setting

CASES = []


class Absent(Exception):
    """What a case needs beyond the program is not on this machine."""


class Case:
    """A row of typst-gap-cases.tsv."""

    def __init__(self, row):
        self.text = row["text"].replace("\\n", "\n")
        em = row["measure_em"]
        self.em = None if em == "-" else float(em)
        self.name = "%s %s: %s" % (row["id"], row["feature"],
                                   row["expectation"])

    def rows(self):
        return self.text.split("\n")


def case(number, control, *needs, off=None):
    """Registers a case: what it needs the program to know, and `off`: the
    key that switches its rule, and the case set without the rule."""
    def keep(function):
        CASES.append(("tg" + number, function, control, needs, off))
        return function
    return keep


def lines_of(done):
    """The lines of a setting; a fault where there is none."""
    if not done.ok:
        raise AssertionError("status %d\n%s" % (done.status, done.told))
    return done.lines


def set_plain(text, measure, keys=None, indent=0, **more):
    return lines_of(setting.set_text(text, measure, keys, indent=indent,
                                     **more))


def faults_of(function, c):
    try:
        return list(function(c))
    except AssertionError as error:
        return [str(error)]


def run_case(tap, c, function, needs):
    wanted = setting.missing(*needs)
    try:
        faults = faults_of(function, c) if not wanted else ["not asked"]
    except Absent as reason:
        tap.skip("%s: %s" % (c.name, reason))
        return
    if wanted:
        tap.todo(faults, c.name, "bulletin does not know " + " ".join(wanted))
    else:
        tap.empty(faults, c.name)


def run_controls(tap, name, c, control, off):
    tap.caught(list(control() or []), name + " control: a bad line is found")
    if not off:
        return
    switch, set_without = off
    if setting.missing(switch):
        tap.todo(["not asked"], name + " control: with its rule off",
                 "bulletin does not know " + switch)
    else:
        try:
            found = list(set_without(c))
        except AssertionError as error:  # not set at all: that shows nothing
            found = []
            print("#   %s" % error)
        tap.caught(found, name + " control: fails with its rule off")
