#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The tokens of clreq-unbreakable-tokens.tsv, none of which a line may part.

Each is repeated in running hanzi with 1, 2, 3 … of them between, so that it
meets the end of a line at every phase. Then: as many stand whole in a line as
were set, and they are everywhere as wide as alone. The controls are lines
made by hand."""
import os
import re
import sys

import classes
import measures
import setting
from synthetic import paragraph
from tap import Tap

FILLER = "槐川市总工会的职工食堂在星期三下午开会说明"
MEASURE = 16
NEAR = 0.01  # em
PAIRED = ("————", "…………")


def running(token, count=MEASURE + 2):
    """The token after 1, 2 … count hanzi, and where each begins."""
    text, starts = "", []
    for number in range(1, count + 1):
        text += (FILLER * 2)[number % 7:][:number]
        starts.append(len(text))
        text += token
    return text + FILLER[:3], starts


def placed(lines, text):
    faults = measures.place(lines, text)
    for each in lines:
        each.source = text
    return faults


def whole(lines, start, end):
    """The line that has the characters start … end of its text, or None."""
    for each in lines:
        if each.ends_at is not None and (each.starts_at <= start and
                                         end <= each.ends_at):
            return each
    return None


def parted(lines, token, starts):
    """Occurrences that no line has whole."""
    ends = [each.ends_at for each in lines[:-1]]
    faults = []
    for start in starts:
        if whole(lines, start, start + len(token)):
            continue
        cuts = [end - start for end in ends if end is not None and
                start < end < start + len(token)]
        if not all(may_part(token, cut) for cut in cuts):
            faults.append("%s, occurrence %d of %d" % (
                "|".join((token[:cuts[0]], token[cuts[0]:])) if cuts
                else token, starts.index(start) + 1, len(starts)))
    return faults


def may_part(token, cut):
    """A pair of pairs in its middle; an address after some signs."""
    if token in PAIRED:
        return cut == 2
    return bool(classes.urls(token)) and token[cut - 1] in "/?=&-."


def inner(line, start, token):
    """Widths of the characters of an occurrence, but for the last: to the
    next one's origin."""
    at, found = line.starts_at, []
    for i, char in enumerate(line.chars):
        while at < start and line.source[at].isspace():
            at += 1
        if start <= at and at + len(char.c) < start + len(token):
            found.append(line.step(i))
        at += len(char.c)
    return found


def uneven(lines, token, starts, alone):
    """Occurrences whose inner widths are not those of the token alone."""
    faults = []
    for number, start in enumerate(starts, 1):
        line = whole(lines, start, start + len(token))
        if not line:
            continue
        for i, (got, want) in enumerate(zip(inner(line, start, token),
                                            alone)):
            if abs(got - want) > NEAR:
                faults.append("occurrence %d: %.3f em after %s, not %.3f"
                              % (number, got, token[i], want))
    return faults


def alone_in_line(token):
    """Widths inside the token where nothing is justified."""
    text = "前" + token + "后"
    lines = setting.set_text(text, 40, indent=0).lines
    if placed(lines, text) or len(lines) != 1:
        return None, None
    return inner(lines[0], 1, token), lines[0]


def gaps_alone(row, token, widths, line):
    """What must hold of the token in a solid line: two stacked marks take an
    em (GB/T 15834 5.1.2), dashes and dots an em each, digits their own."""
    if widths is None or line is None:
        return ["not set as it is written"]
    taken = line.xs[-1] - line.xs[1]
    if "stacked" in row["rule"]:
        return [] if abs(taken - 1) <= NEAR else [
            "the pair takes %.3f em, not 1" % taken]
    if token[0] in "—…⸺":
        want = 2 if token == "⸺" else len(token)
        return [] if abs(taken - want) <= NEAR else [
            "%s takes %.3f em, not %d" % (token, taken, want)]
    if row["inner_gap_must_be_zero"] != "yes":
        return []
    return ["%.3f em between %s and %s" % (line.gap(i + 1), token[i],
                                           token[i + 1])
            for i in range(len(token) - 1)
            if abs(line.gap(i + 1)) > 0.02]  # kerning


def check_token(tap, row):
    token = row["token"]
    name = "%s (%s): " % (token, row["rule"])
    text, starts = running(token)
    done = setting.set_text(text, MEASURE, indent=0)
    if not tap.ok(done.ok, name + "is set", done.told):
        return
    lines = done.lines
    tap.empty(placed(lines, text), name + "copies as it is written")
    tap.empty(parted(lines, token, starts),
              name + "%d of %d stand whole" % (len(starts), len(starts)))
    tap.empty(measures.prohibition_faults(lines),
              name + "no mark at a wrong end of a line")
    widths, line = alone_in_line(token)
    tap.empty(gaps_alone(row, token, widths, line),
              name + "takes what it should where nothing is justified")
    if row["inner_gap_must_be_zero"] in ("yes", "between pairs only"):
        tap.empty(uneven(lines, token, starts, widths or []),
                  name + "is as wide in every line")
    phases = {whole(lines, start, start + 1).starts_at - start
              for start in starts if whole(lines, start, start + 1)}
    tap.ok(len(phases) > 2, name + "meets lines at many phases", phases)


def check_notes(tap):
    """A note's call stands in the line of the word it is called after."""
    name = "[^1]: a note's call stands by its word"
    marks = "".join("%s[^%d]" % (FILLER[:n], n) for n in range(1, 19))
    notes = "\n\n".join("[^%d]: 注。" % n for n in range(1, 19))
    done = setting.set_bodies([marks + "。\n\n" + notes], MEASURE, indent=0)
    if not tap.ok(done.ok, name + ": is set", done.told):
        return
    calls = setting.raised(done)
    tap.ok(len(calls) >= 18, name + ": all are printed", calls)
    faults = ["%s begins the line %s" % (call.c, each.text)
              for call, each in calls if call.x <= each.chars[0].x]
    tap.empty(faults, name)


def controls(tap):
    for token in ("95%", "0123456789", "——", "？！", "[1]"):
        text = "前面的字" + token + "后面的字"
        cut = 4 + len(token) - 1
        lines = paragraph(9, text[:cut], text[cut:])
        placed(lines, text)
        tap.caught(parted(lines, token, [4]), "control: %s is parted" % token)
    for token, cut in (("————", 2), ("…………", 2), ("https://a.cn/b", 8)):
        text = "前面" + token + "后面"
        lines = paragraph(20, text[:2 + cut], text[2 + cut:])
        placed(lines, text)
        tap.empty(parted(lines, token, [2]),
                  "control: %s may be parted there" % token)
        lines = paragraph(20, text[:3], text[3:])
        placed(lines, text)
        tap.caught(parted(lines, token, [2]),
                   "control: %s may not be parted elsewhere" % token)
    text = "前3.0后"
    loose = paragraph(9, text, gaps={2: 0.05})
    placed(loose, text)
    solid = paragraph(9, text)
    placed(solid, text)
    tap.caught(uneven(loose, "3.0", [1], inner(solid[0], 1, "3.0")),
               "control: a gap inside a number is found")
    row = {"rule": "stacked marks", "inner_gap_must_be_zero": "yes"}
    text = "前？！后"
    line = paragraph(9, text)[0]
    tap.caught(gaps_alone(row, "？！", [0.5], line),
               "control: a stacked pair of 1.5 em is found")
    row = {"rule": "digits", "inner_gap_must_be_zero": "yes"}
    tap.caught(gaps_alone(row, "3.0", [], loose[0]),
               "control: a gap inside a number alone is found")
    tap.caught(gaps_alone(row, "3.0", None, None),
               "control: a token that is set as another is found")


def main():
    tap = Tap()
    controls(tap)
    if not os.path.exists(setting.CASES):
        tap.skip("there is no %s" % setting.CASES)
        return tap.done()
    rows = setting.table("clreq-unbreakable-tokens.tsv")
    tap.ok(len(rows) > 20, "the file has its tokens", rows)
    for row in rows:
        check_token(tap, row)
    check_notes(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
