#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What stands between lines: dots of emphasis, lines under names and titles,
readings. Where it is drawn is read from the PDF, in em from the left edge and
the baseline. The controls move what was drawn."""
import sys

import setting
from classes import is_han
from tap import Tap

EXACT = 0.01  # em
TEXT = "本市[槐川，工会]{着重号}的职工[李四]{专名号}[张小三]{专名号}读" \
       "[红楼梦]{浪线}[三国]{浪线}ABC，[总票房]{下划线}500亿元，很多人"
PLAIN = "本市槐川，工会的职工李四张小三读红楼梦三国ABC，总票房500亿元，很多人"
NAMES = ("李四", "张小三")
TITLES = ("红楼梦", "三国")
MEASURES = (40, 22, 15, 14, 11, 9)


def near_line(done, line, above=False):
    """Boxes (left, right, top, bottom) drawn under or over a line, in em."""
    low, high = (-1.9, -0.7) if above else (0.0, 0.7)
    boxes = [((s.left - line.left) / line.size,
              (s.right - line.left) / line.size,
              (s.top - line.y) / line.size, (s.bottom - line.y) / line.size)
             for s in done.strokes[0]]
    return sorted(box for box in boxes
                  if low <= box[2] and box[3] <= high)


def is_dot(box):
    return box[1] - box[0] < 0.4 and box[3] - box[2] > 0.1


def dot_faults(line, text, boxes):
    """A dot under the middle of each hanzi of the text, none under a mark."""
    at = line.text.find(text)
    if at < 0:
        return ["%s is not in %s" % (text, line.text)]
    wanted = [line.xs[i] + 0.5 for i in range(at, at + len(text))
              if is_han(line.chars[i].c)]
    got = [(box[0] + box[1]) / 2 for box in boxes if is_dot(box)]
    faults = []
    if len(got) != len(wanted):
        faults.append("%d dots for %d hanzi: %s" % (len(got), len(wanted),
                                                    line.text))
    faults += ["a dot at %.3f, the hanzi's middle is %.3f" % pair
               for pair in zip(got, wanted) if abs(pair[0] - pair[1]) > EXACT]
    return faults


def stroke_faults(line, text, boxes):
    """One stroke under the text: not beyond it, hardly shorter."""
    at = line.text.find(text)
    if at < 0:
        return ["%s is not in %s" % (text, line.text)]
    left, right = line.xs[at], line.xs[at + len(text) - 1] + 1
    found = [box for box in boxes if not is_dot(box) and
             box[0] < right - 0.1 and box[1] > left + 0.1]
    if len(found) != 1:
        return ["%d strokes under %s: %s" % (len(found), text, found)]
    begin, end = found[0][:2]
    if not (left - EXACT <= begin <= left + 0.13 and
            right - 0.13 <= end <= right + EXACT):
        return ["%s from %.3f to %.3f, its stroke from %.3f to %.3f"
                % (text, left, right, begin, end)]
    return []


def apart_faults(line, texts, boxes):
    """The strokes of neighbours do not touch."""
    faults = []
    strokes = [box for box in boxes if not is_dot(box)]
    for a, b in zip(texts, texts[1:]):
        at = line.text.find(a + b)
        if at < 0:
            return ["%s%s is not in %s" % (a, b, line.text)]
        border = (line.xs[at + len(a) - 1] + 1 + line.xs[at + len(a)]) / 2
        if any(left < border + 0.03 and right > border - 0.03
               for left, right, _, _ in strokes):
            faults.append("between %s and %s at %.3f something is drawn: %s"
                          % (a, b, border, line.text))
    return faults


def part_faults(lines, done, text, needed):
    """Where a line's end parts it, each part has a stroke of its own."""
    if any(text in line.text for line in lines):
        return []
    for above, below in zip(lines, lines[1:]):
        for cut in range(1, len(text)):
            if (above.text.endswith(text[:cut]) and
                    below.text.startswith(text[cut:])):
                needed.append(text)
                return (stroke_faults(above, text[:cut],
                                      near_line(done, above)) +
                        stroke_faults(below, text[cut:],
                                      near_line(done, below)))
    return ["%s is nowhere" % text]


def with_line(lines, text):
    """The line that has all of a text, or None."""
    return next((line for line in lines if text in line.text), None)


def check_measure(tap, measure, parted):
    done = setting.set_bodies([TEXT], measure, indent=0)
    name = "%d em: " % measure
    if not tap.ok(done.ok, name + "is set", done.told):
        return
    lines = done.lines
    tap.equal(done.text, PLAIN, name + "nothing else is set as text")
    faults, seen = [], 0
    whole = with_line(lines, "槐川，工会")
    if whole:
        faults += dot_faults(whole, "槐川，工会", near_line(done, whole))
        seen += 1
    for text in NAMES + TITLES + ("总票房",):
        line = with_line(lines, text)
        if line:
            faults += stroke_faults(line, text, near_line(done, line))
            seen += 1
        else:
            faults += part_faults(lines, done, text, parted)
    for pair in (NAMES, TITLES):
        line = with_line(lines, "".join(pair))
        if line:
            faults += apart_faults(line, pair, near_line(done, line))
            seen += 1
    tap.empty(faults, name + "dots and strokes stand where they should")
    tap.ok(seen > 2, name + "and were looked at", seen)


def reading_faults(line, boxes, readings):
    """Over each hanzi something that begins and ends about it; between two
    readings an eighth of an em at least (a quarter of their own)."""
    if not boxes:
        return ["nothing is drawn over %s" % line.text]
    runs = [list(boxes[0][:2])]
    for left, right, _, _ in boxes[1:]:
        if left - runs[-1][1] >= 0.125:
            runs.append([left, right])
        else:
            runs[-1][1] = max(runs[-1][1], right)
    if len(runs) != readings:
        return ["%d readings stand apart: %s" % (len(runs), runs)]
    return ["a reading over %.3f to %.3f, its hanzi at %.3f" % (*run, x)
            for run, x in zip(runs, line.xs)
            if abs(sum(run) / 2 - (x + 0.5)) > 0.06]


def check_readings(tap):
    done = setting.set_bodies(["[工会]{拼音=gōng huì}说"], 20, indent=0)
    if not tap.ok(done.ok, "readings: are set", done.told):
        return
    line = done.lines[0]
    tap.equal(line.text, "工会说", "readings: are no text of the line")
    tap.ok("g" not in "".join(done.copied), "readings: are not copied",
           done.copied)
    boxes = near_line(done, line, above=True)
    tap.empty(reading_faults(line, boxes, 2),
              "readings: stand over their hanzi, apart")
    moved = [(a + 0.1, b + 0.1, c, d) for a, b, c, d in boxes]
    tap.caught(reading_faults(line, moved, 2),
               "control: readings 0.1 em to the right")
    tap.caught(reading_faults(line, [], 2), "control: no readings")


def controls(tap):
    done = setting.set_bodies([TEXT], 40, indent=0)
    line = done.lines[0]
    boxes = near_line(done, line)
    dots = [box for box in boxes if is_dot(box)]
    moved = [(a + 0.02, b + 0.02, c, d) for a, b, c, d in boxes]
    far = [(a - 0.15, b + 0.15, c, d) for a, b, c, d in boxes]
    tap.caught(dot_faults(line, "槐川，工会", moved),
               "control: dots 0.02 em off")
    tap.caught(dot_faults(line, "槐川，工会", boxes + dots[:1]),
               "control: a dot under a mark")
    tap.caught(stroke_faults(line, "李四", far), "control: a stroke too long")
    tap.caught(stroke_faults(line, "李四", dots), "control: no stroke")
    tap.caught(apart_faults(line, NAMES, far), "control: strokes that touch")


def main():
    tap = Tap()
    wanted = setting.missing(*("markup:" + sign for sign in (
        "着重号", "专名号", "浪线", "下划线", "拼音=wén")))
    if wanted:
        tap.todo(["not asked"], "marks between lines",
                 "bulletin does not know " + " ".join(wanted))
        return tap.done()
    parted = []
    for measure in MEASURES:
        check_measure(tap, measure, parted)
    tap.ok(parted, "some measure parts a name")
    check_readings(tap)
    controls(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
