#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Can `make typography` miss its bars? The corpus, set with one rule switched
off in the layout, must miss the bars of that rule."""
import os
import sys

import setting
import typography
from tap import Tap

OFF = (
    ("breaks", "无", 22, {"prohibition"}),
    ("punctuation", "原样", 22, {"room"}),
    ("breaker", "逐行", 22, {"single"}),
    ("breaker", "逐行", 14, {"single", "max"}),
    ("hyphenate", "否", 14, {"max"}),
    ("hanging", "是", 14, {"edge"}),
)


def main():
    tap = Tap()
    if not os.path.exists(typography.CORPUS):
        tap.skip("there is no " + typography.CORPUS)
        return tap.done()
    for key, value, measure, wanted in OFF:
        name = "%d em, %s: %s: missed are %s" % (
            measure, key, value, ", ".join(sorted(wanted)))
        if setting.missing("layout:" + key):
            tap.todo(["not asked"], name, "bulletin does not know " + key)
            continue
        done = typography.set_corpus(measure, {key: value})
        figures = typography.measured(*done).figures
        short = typography.missed(figures, typography.bars_of(measure))
        tap.ok(wanted <= set(short), name, short, figures)
        tap.equal(figures["text"], 0, name + ", but no text is lost")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
