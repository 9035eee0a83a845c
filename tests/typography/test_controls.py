#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""For every rule of rules.py: a check that finds nothing where the rule is on,
and finds something where it is switched off. A rule without a control is a
failure of this test, and so is a control without a rule."""
import sys

import controls
import controls_of_lines  # noqa: F401  these fill controls.CONTROLS
import controls_of_marks  # noqa: F401
import rules
from cases import Absent
from tap import Tap


def shown(keys):
    return ", ".join("%s: %s" % item for item in keys.items()) or "as it is"


def check_rule(tap, rule):
    check, on, off = controls.CONTROLS[rule]
    name = rule + (" (%s)" % rules.RULES[rule] if rules.RULES[rule] else "")
    try:
        wrong = controls.faults(check, on)
        found = controls.faults(check, off)
    except Absent as reason:
        tap.skip("%s: %s" % (name, reason))
        return
    tap.ok(not wrong and found, "%s; off with %s" % (name, shown(off)),
           *(["with it on: %s" % fault for fault in wrong[:5]] or
             ["with it off nothing is found"]))


def main():
    tap = Tap()
    tap.empty(rules.absent(), "the controls of other tests are there")
    for rule in rules.RULES:
        if rule in controls.CONTROLS:
            check_rule(tap, rule)
        else:
            where = rules.IN_C.get(rule) or rules.ELSEWHERE.get(rule)
            tap.ok(where, "%s: %s" % (rule, ": ".join(where or ())),
                   "it has no control")
    known = set(controls.CONTROLS) | set(rules.IN_C) | set(rules.ELSEWHERE)
    tap.equal(sorted(known - set(rules.RULES)), [],
              "every control is of a rule")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
