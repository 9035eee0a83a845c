# SPDX-License-Identifier: MIT
"""controls_of_marks.py - controls of what begins and ends a line, and of the
width of marks."""
import checks
import measures
import setting
from cases import Absent, lines_of, set_plain
from checks import EXACT
from controls import FILLER, control, running
from synthetic import line as by_hand

TAIWAN = "Noto Serif CJK TC"
NONE = {"breaks": "无"}
PLAIN = {"punctuation": "原样"}
LINE_END = {"punctuation": "行末半角"}


def begin(keys, *marks):
    text = running(*marks) + FILLER
    return [fault for measure in (5, 7, 8, 11)
            for fault in checks.starts(set_plain(text, measure, keys),
                                       "".join(marks))]


def end(keys, *marks):
    text = "".join(FILLER[:n] + mark for n in range(1, 13)
                   for mark in marks) + FILLER
    return ["ends with %s: %s" % (line.text[-1], line.text)
            for measure in (5, 7, 8, 11)
            for line in set_plain(text, measure, keys)
            if line.text[-1] in marks]


# ---- Beginnings and ends. ----

for rule_, marks_, where_, off_ in (
        ("pauses begin no line", "，、；：", begin, NONE),
        ("stops begin no line", "。？！", begin, NONE),
        ("connectors begin no line", "–～", begin, NONE),
        ("interpuncts begin no line", "·", begin, NONE),
        ("solidus begins no line", "／", begin, NONE),
        ("opening marks end no line", "“‘（《【", end, NONE),
        ("solidus ends no line", "／", end, {"breaks": "基本"})):
    control(rule_, off=off_)(
        lambda keys, marks=marks_, where=where_: where(keys, *marks))


@control("closing marks begin no line", off=NONE)
def closing(keys):
    text = "".join("%s%s%s%s" % (FILLER[:n], a, FILLER[n], b)
                   for n in range(1, 13)
                   for a, b in ("“”", "（）", "《》")) + FILLER
    for measure in (5, 7, 8, 11):
        yield from checks.starts(set_plain(text, measure, keys), "”）》")


@control("strict dashes and dots", on={"breaks": "严格"},
         off={"breaks": "国标"})
def strict(keys):
    yield from begin(keys, "——", "……")


@control("mark at a line's end", off=PLAIN)
def line_end(keys):
    for line in set_plain(running("，"), 9, keys):
        room = measures.end_room(line)
        if room and abs(room - 0.5) > EXACT:
            yield "%s takes %.3f: %s" % (line.text[-1], room, line.text)


# ---- Width of marks. ----

def steps(text, *wants):
    """A check that pairs of a text take so much, in a line with room."""
    def check(keys):
        lines = set_plain(text, 30, keys)
        for pair, want in wants:
            yield from checks.step_after(lines, pair, want)
    return check


control("stacked stops", off=PLAIN)(
    steps("真的？！后来！！！完", ("？！", 0.5), ("！后", 0.5), ("！完", 1.0)))
control("two marks that meet", off=LINE_END)(
    steps("他说：“好。”后", ("：“", 0.5), ("。”", 0.5), ("”后", 1.0)))
control("brackets that meet", off=LINE_END)(
    steps("见（“甲”）后", ("（“", 0.5), ("”）", 0.5), ("）后", 1.0)))
control("full style", off={"punctuation": "半角"})(
    steps("甲，乙。丙", ("，乙", 1.0), ("。丙", 1.0)))
control("half style", {"punctuation": "半角"})(
    steps("甲，乙。丙", ("，乙", 0.5), ("。丙", 0.5)))
control("kaiming style", {"punctuation": "开明"})(
    steps("甲，乙。丙", ("，乙", 0.5), ("。丙", 1.0)))
control("line-end style", LINE_END)(
    steps("甲：“乙", ("：“", 1.0)))


@control("none beside marks", off={"made": "by hand"})
def beside_marks(keys):
    lines = [by_hand("甲，ab，乙", 20, gaps={1: 0.25})] if keys else \
        set_plain("甲，ab，乙", 20)
    yield from checks.step_after(lines, "，a", 1.0)


@control("marks of Taiwan", {"language": "zh-Hant-TW"})
def centred(keys):
    """In a font that has them in the middle."""
    if not setting.has_font(TAIWAN):
        raise Absent("no font " + TAIWAN)
    done = setting.set_bodies(["我，「這」"], 20, indent=0, font=TAIWAN,
                              issue_keys=keys)
    yield from checks.step_after(lines_of(done), "，「", 0.75)


@control("bracket at a line's start", off=PLAIN)
def bracket(keys):
    yield from checks.opens_at(set_plain("《新生》" + FILLER, 8, keys), "新", 0)


@control("bracket after the indent", off=PLAIN)
def indented(keys):
    yield from checks.opens_at(set_plain("《新生》" + FILLER, 8, keys,
                                         indent=2), "新", 2)


TIGHT = "甲乙丙，丁戊己庚辛，壬癸子丑寅卯辰巳午未天地玄黄"


@control("squeeze before carrying down", off=PLAIN)
def squeeze(keys):
    first = set_plain(TIGHT, 9, keys)[0].text
    yield from [] if first == TIGHT[:10] else ["carried down: " + first]


@control("blanks give before hanzi", off=PLAIN)
def solid(keys):
    yield from ["%.3f between hanzi: %s" % (measures.widest_gap(line),
                                            line.text)
                for line in set_plain(TIGHT, 9, keys)[:1]
                if measures.widest_gap(line) > EXACT]
