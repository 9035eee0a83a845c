# SPDX-License-Identifier: MIT
"""checks.py - what the cases ask of lines: each yields faults as texts.
They know nothing of the program; test_cases.py feeds them its lines, and bad
ones made by hand."""
from classes import is_han, is_latin
from measures import solid

EXACT = 0.01  # em
NOTHING_HANGS = "nothing hangs"


def off(got, want, near=EXACT):
    return got is None or abs(got - want) > near


def start_of(line, c):
    """Where a character stands, or None."""
    return next((x for x, char in zip(line.xs, line.chars) if char.c == c),
                None)


def opens_at(lines, c, want):
    """The black half of the mark before the first c stands at `want`, and c
    half an em (and what the line is stretched by) to its right."""
    if not lines or len(lines[0]) < 3 or lines[0].chars[1].c != c:
        return ["%s is not second: %s" % (c, lines)]
    line = lines[0]
    stretch = max(0.0, line.step(1) - 1)
    faults = []
    if off(solid(line, 0)[0], want):
        faults.append("%s opens at %.3f, not %.3f: %s" % (
            line.text[0], solid(line, 0)[0], want, line.text))
    if off(line.xs[1], want + 0.5 + stretch):
        faults.append("%s at %.3f, not %.3f: %s" % (
            c, line.xs[1], want + 0.5 + stretch, line.text))
    return faults


def starts(lines, marks):
    return ["begins with %s: %s" % (line.text[0], line.text)
            for line in lines if line.text[0] in marks]


def whole_pairs(lines, c):
    """Pairs of c are in one line, and inside the measure."""
    faults = [] if any(c in line.text for line in lines) else ["no " + c]
    for line in lines:
        if line.text.count(c) % 2:
            faults.append("%s%s is parted: %s" % (c, c, line.text))
        for x, char in zip(line.xs, line.chars):
            if c in char.c and (x + char.adv > line.measure + EXACT or
                                x < -EXACT):
                faults.append("%s at %.3f of %g: %s" % (c, x, line.measure,
                                                        line.text))
    return faults


def even_latin(lines):
    """The white before and after a Latin run is the same."""
    faults, seen = [], 0
    for line in lines:
        kinds = [is_latin(char.c[0]) for char in line.chars]
        before = [line.gap(i) for i in range(len(line) - 1)
                  if not kinds[i] and kinds[i + 1]]
        after = [line.gap(i) for i in range(len(line) - 1)
                 if kinds[i] and not kinds[i + 1]]
        seen += min(len(before), len(after))
        faults += ["%.3f before, %.3f after: %s" % (a, b, line.text)
                   for a, b in zip(before, after) if off(a, b, 0.002)]
    return faults if seen else ["no Latin run between hanzi"]


def white_around(lines, run, want=0.25):
    """What stands before and after a run of text, in em."""
    text = lines[0].text if lines else ""
    at = text.find(run)
    if at < 1 or len(lines[0]) != len(text):
        return ["%s is not in %s" % (run, text)]
    ends = (at - 1, at + len(run) - 1)
    return ["%.3f beside %s: %s" % (lines[0].gap(i), run, text)
            for i in ends if off(lines[0].gap(i), want)]


def step_after(lines, pair, want):
    """From the first character of a pair to the second, in em."""
    found = [line.step(i) for line in lines for i in range(len(line) - 1)
             if line.chars[i].c + line.chars[i + 1].c == pair]
    if not found:
        return ["there is no %s" % pair]
    return ["%s: %.3f em, not %.3f" % (pair, step, want) for step in found
            if off(step, want)]


def steps(lines, want):
    """Every character of the lines takes so much, and the first is at 0."""
    faults = [] if lines else ["there are no lines"]
    for line in lines:
        if off(line.xs[0], 0):
            faults.append("begins at %.3f: %s" % (line.xs[0], line.text))
        faults += ["%s takes %.3f: %s" % (line.chars[i].c, line.step(i),
                                          line.text)
                   for i in range(len(line) - 1) if off(line.step(i), want)]
    return faults


def even_steps(lines):
    """All characters of a line stand as far from each other."""
    faults = [] if any(len(line) > 2 for line in lines) else ["no lines"]
    for line in lines:
        taken = [line.step(i) for i in range(len(line) - 1)]
        if taken and max(taken) - min(taken) > 0.005:
            faults.append("%.3f to %.3f: %s" % (min(taken), max(taken),
                                                line.text))
    return faults


def hung(lines, count):
    """At least one comma or stop hangs outside a line of `count` hanzi; and
    nothing else does, nor two in a line."""
    faults, seen = [], 0
    for line in lines:
        out = [i for i, x in enumerate(line.xs) if x > line.measure - EXACT]
        for i in out:
            if line.chars[i].c not in "，、。" or i != len(line) - 1:
                faults.append("%s hangs: %s" % (line.chars[i].c, line.text))
        if out and sum(is_han(c.c) for c in line.chars) == count:
            seen += 1
    return faults if seen else faults + [NOTHING_HANGS]


def right_edges(lines, want):
    ends = [line.xs[-1] + line.chars[-1].adv for line in lines]
    if len(ends) < 2:
        return ["%d lines" % len(ends)]
    return ["ends at %.3f: %s" % (end, line.text)
            for end, line in zip(ends, lines) if off(end, want)]


def left_edges(lines, wants):
    """Where each line begins; the last want is that of all further lines."""
    faults = [] if len(lines) >= len(wants) else ["%d lines" % len(lines)]
    for i, line in enumerate(lines):
        want = wants[min(i, len(wants) - 1)]
        if off(solid(line, 0)[0], want):
            faults.append("begins at %.3f, not %.3f: %s"
                          % (solid(line, 0)[0], want, line.text))
    return faults


def on_grid(lines):
    """Every hanzi stands on one of the squares of the first line, of one
    width."""
    if len(lines) < 2:
        return ["%d lines" % len(lines)]
    first = [x for x, char in zip(lines[0].xs, lines[0].chars)
             if is_han(char.c)]
    square = min(b - a for a, b in zip(first, first[1:]))
    faults = []
    for line in lines:
        for x, char in zip(line.xs, line.chars):
            place = (x - first[0]) / square
            if is_han(char.c) and off(place, round(place)):
                faults.append("%s at %.3f, squares of %.3f: %s"
                              % (char.c, x, square, line.text))
    return faults


def same_places(lines, others):
    """Two settings are one to the eye."""
    if [line.text for line in lines] != [line.text for line in others]:
        return ["%s\nand %s" % (lines, others)]
    if not lines:
        return ["there are no lines"]
    return ["%s at %.3f and %.3f" % (char.c, x, y)
            for line, other in zip(lines, others)
            for char, x, y in zip(line.chars, line.xs, other.xs)
            if off(x, y)]


def breaks_at(lines, text, allowed):
    """Lines end after so many characters of the text, and nowhere else."""
    if "".join(line.text for line in lines) != text:
        return ["set is %s" % lines]
    faults, at = [], 0
    for line in lines[:-1]:
        at += len(line.text)
        if at not in allowed:
            faults.append("breaks %s|%s" % (text[:at], text[at:]))
    return faults if len(lines) > 1 else ["no break"]


def one_baseline(chars, text):
    """The text stands on one baseline, beginning with its label."""
    row = [char for char in chars if char.y == chars[0].y] if chars else []
    shown = "".join(char.c for char in row)
    return [] if shown.startswith(text) else ["on the baseline: %s" % shown]


def underlined(strokes, line, first, last):
    """A line is drawn under first … last: not further, and hardly less."""
    left = start_of(line, first)
    right = start_of(line, last)
    if left is None or right is None:
        return ["no %s or %s in %s" % (first, last, line.text)]
    right += 1
    found = [((s.left - line.left) / line.size, (s.right - line.left) /
              line.size) for s in strokes
             if line.y - 0.1 * line.size < s.top < line.y + 0.6 * line.size]
    if not found:
        return ["nothing is drawn under %s" % line.text]
    a, b = min(s[0] for s in found), max(s[1] for s in found)
    if not (left - EXACT <= a <= left + 0.13 and
            right - 0.13 <= b <= right + EXACT):
        return ["drawn from %.3f to %.3f, not %.3f to %.3f"
                % (a, b, left, right)]
    return []
