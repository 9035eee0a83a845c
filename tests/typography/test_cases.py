#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The cases of typst-gap-cases.tsv, each set and looked at in the PDF.

A case is a function that yields what is wrong, its control a line made by
hand in which the check must find something. Where the program does not know a
key yet, the case is "to do"; once it knows it, the case must pass. Texts are
read from the file."""
import os
import re
import sys

import checks
import setting
from classes import may_start
from cases import (CASES, Absent, Case, case, lines_of, run_case, run_controls,
                   set_plain)
from measures import prohibition_faults
from setting import set_bodies
from synthetic import line, paragraph
from tap import Tap

TAIWAN = "Noto Serif CJK TC"

# ---- Line starts and ends. ----

@case("01", lambda: checks.starts([line("·罗塞蒂", 7)], "·"),
      off=("layout:breaks", lambda c: interpunct(c, {"breaks": "无"})))
def interpunct(c, keys=None):
    for measure in (c.em, 5, 6, 8, 9, 10, 11, 12):
        yield from checks.starts(set_plain(c.text, measure, keys), "·")


@case("02", lambda: checks.whole_pairs(
    [line("走后怎样？——", 6)], "—") and
    checks.whole_pairs(paragraph(9, "走后怎样—", "—别人"), "—"))
def dash(c):
    for measure in (c.em, 6, 7, 8, 10, 11, 12):
        yield from checks.whole_pairs(set_plain(c.text, measure), "—")


@case("03", lambda: checks.opens_at([line("《新生》", 8, start=2.5)], "新", 2))
def indented_bracket(c):
    for measure in (c.em, 9, 20):
        yield from checks.opens_at(set_plain(c.text, measure, indent=2),
                                   "新", 2)


@case("04", lambda: checks.opens_at([line("《新生》", 8, start=0.5)], "新", 0))
def bracket_at_start(c):
    for measure in (c.em, 9, 20):
        yield from checks.opens_at(set_plain(c.text, measure), "新", 0)


@case("24", lambda: prohibition_faults([line("，松黄", 7)]))
def mark_after_bracket(c):
    for measure in range(6, 41):
        for each in set_plain(c.text, measure, stands_in=True):
            if not may_start(each.text):
                yield "%d em: %s" % (measure, each.text)


# ---- White between hanzi and Latin. ----

@case("05", lambda: checks.even_latin([line("第1回", 3, gaps={0: 0.1})]))
def symmetry(c):
    for measure in (c.em, 3.1, 3.3, 20):
        yield from checks.even_latin(set_plain(c.text, measure))


@case("12", lambda: checks.white_around(
    [line("汉字A汉字", 9, gaps={1: -0.25})], "A"))
def beside_code(c):
    lines = lines_of(set_bodies([c.text], 20, indent=0))
    yield from checks.white_around(lines, re.search("`(.*)`", c.text)[1])


@case("13", lambda: checks.white_around(
    [line("汉字A汉字", 9, gaps={2: 0.25})], "A"))
def beside_formula(c):
    """The nearest we have to a formula: a letter in the slant or weight of
    emphasis."""
    for sign in ("*", "**"):
        lines = lines_of(set_bodies([c.text.replace("$", sign)], 20, indent=0))
        yield from checks.white_around(lines, "A")


@case("14", lambda: checks.right_edges(
    [line("国国", 3, start=1), line("TT", 3, start=1.75)], 3))
def at_forced_break(c):
    body = c.text.replace("\n", "\\\n")
    lines = lines_of(set_bodies([body], c.em, indent=0,
                                styles={"body": {"align": "right"}}))
    yield from checks.right_edges(lines, c.em)


@case("15", lambda: checks.underlined(
    [setting.chars.Stroke("fill", 0, 2, 35, 2.5)],
    line("总票房500", 9), "总", "房"), "markup:下划线")
def underline(c):
    name = re.search("_(.*)_", c.text)[1]
    body = re.sub(r" \(.*", "", c.text).replace("_%s_" % name,
                                                "[%s]{下划线}" % name)
    done = set_bodies([body], 20, indent=0)
    yield from checks.underlined(done.strokes[0], lines_of(done)[0],
                                 name[0], name[-1])


# ---- Marks. ----

@case("06", lambda: full_quotes([line("“T’P”", 9)]))
def quotes(c):
    yield from full_quotes(set_plain(c.text, 30))
    yield from full_quotes(set_plain(c.text.replace("'", "\u2019", 1), 30))


def full_quotes(lines):
    """Quotes beside hanzi take an em, an apostrophe between letters does not
    and is of the letters' font."""
    text = "".join(each.text for each in lines)
    found = [char for each in lines for char in each.chars]
    for before, char, after in zip(found, found[1:], found[2:]):
        between = before.c.isascii() and after.c.isascii()
        if char.c in "“”‘’" and not between and char.adv < 0.95:
            yield "%s takes %.3f em: %s" % (char.c, char.adv, text)
        room = (after.x - before.x) / before.size - before.adv
        if char.c in "'’" and between and before.c.isalpha() and (
                room > 0.45 or char.font != before.font):
            yield "%s takes %.3f em of %s: %s" % (char.c, room, char.font,
                                                  text)
    if not any(char.c in "'’" for char in found):
        yield "no apostrophe: " + text
    if found[0].adv < 0.95 or found[-1].adv < 0.95:
        yield "quotes at the ends are narrow: " + text


@case("07", lambda: checks.step_after([line("噫）．嘘", 9, gaps={1: 0.5})],
                                      "）．", 0.5))
def across_styles(c):
    for sign in ("*", "**"):
        body = c.text.replace("噫）", "%s噫）%s" % (sign, sign), 1)
        lines = lines_of(set_bodies([body], 20, indent=0, stands_in=True))
        yield from checks.step_after(lines, "）．", 0.5)
        fonts = {char.font for char in lines[0].chars}
        yield from [] if len(fonts) > 1 else ["no style boundary: %s" % fonts]


@case("08", lambda: checks.step_after([line("我，「這", 9)], "，「", 0.75),
      "issue:language")
def centred(c):
    """The marks of the pack are the Mainland's; those of a font of Taiwan
    stand in the middle of their em."""
    if not setting.has_font(TAIWAN):
        raise Absent("no font " + TAIWAN)
    lines = set_plain(c.text, 30, font=TAIWAN,
                      issue_keys={"language": "zh-Hant-TW"})
    yield from checks.step_after(lines, "，「", 0.75)
    yield from checks.step_after(lines, "。」", 0.75)


@case("09", lambda: checks.steps([line("（甲乙丙？）", 9, start=0.5)], 1),
      "layout:punctuation", off=("layout:punctuation", lambda c:
      checks.steps(set_plain(c.rows()[1], 20, {"punctuation": "全角"}), 1)))
def plain_marks(c):
    for row in c.rows():
        yield from checks.steps(set_plain(row, 20, {"punctuation": "原样"}), 1)


@case("10", lambda: checks.step_after([line("丙？）", 9, gaps={1: 0.5})],
                                      "？）", 0.5),
      off=("layout:punctuation",
           lambda c: mainland_marks(c, {"punctuation": "原样"})))
def mainland_marks(c, keys=None):
    lines = set_plain(c.text + "后", 20, keys)
    yield from checks.step_after(lines, "？）", 0.5)
    yield from checks.step_after(lines, "）后", 1.0)


@case("11", lambda: checks.hung([line("常迟，午饭之后", 7)], 7),
      "layout:hanging", off=("layout:hanging", lambda c: checks.hung(
          set_ragged(c, 9, "否"), 9)))
def hanging(c):
    """At 9 em nothing in the first line could be squeezed for its comma."""
    yield from checks.hung(set_ragged(c, 9, "是"), 9)
    for measure in (c.em, 5, 6, 8, 10):
        lines = set_ragged(c, measure, "是")
        yield from [fault for fault in checks.hung(lines, 0)
                    if fault != checks.NOTHING_HANGS]


def set_ragged(c, measure, hangs):
    return set_plain(c.text, measure, {"hanging": hangs},
                     styles={"body": {"align": "left"}})


# ---- Paragraphs, lists, titles. ----

@case("16", lambda: checks.left_edges(paragraph(10, "段首", "此处"), [2, 0]))
def after_block(c):
    """A paragraph goes on after a line of its own: forced breaks."""
    body = "\\\n".join(setting.escape(row) for row in c.rows())
    lines = lines_of(set_bodies([body], c.em, indent=2))
    yield from checks.left_edges(lines, [2, 0, 0])


HAN_ITEM = {"item_han": {"indent": "0", "hang": "2字"}}


@case("17", lambda: checks.step_after([line("一、标题", 9, gaps={1: 0.3})],
                                      "、标", 1.0))
def label(c):
    for body in (c.text, "## " + c.text):
        lines = lines_of(set_bodies([body], 20, indent=0, styles=HAN_ITEM))
        yield from checks.step_after(lines, "、标", 1.0)


@case("18", lambda: checks.left_edges(paragraph(5, "一、寻寻", "觅觅"), [0, 2]))
def label_hang(c):
    lines = lines_of(set_bodies([c.text], c.em, indent=0, styles=HAN_ITEM))
    yield from checks.left_edges(lines, [0, 2])


@case("19", lambda: checks.on_grid([line("天生我材", 5, gap=0.1),
                                    line("酒", 5, start=1.0)]),
      "layout:grid")
def grid(c):
    yield from checks.on_grid(set_plain(c.text, c.em, {"grid": "是"}))


@case("20", lambda: checks.on_grid([line("天生我材", 4),
                                    line("酒，千金", 4, gaps={1: -0.5})]),
      "layout:grid",
      off=("layout:grid", lambda c:
           checks.on_grid(set_plain(c.text, c.em, {"grid": "否"}))))
def grid_with_marks(c):
    yield from checks.on_grid(set_plain(c.text, c.em, {"grid": "是"}))


@case("21", lambda: checks.even_steps([line("勇踏前人", 9, gaps={1: -0.2})]))
def tracking(c):
    lines = lines_of(set_bodies([c.text], c.em, indent=0, styles={
        "body": {"tracking": "0.25字"}}))
    yield from checks.even_steps(lines)
    if any(each.step(0) < 1.24 for each in lines if len(each) > 1):
        yield "not letterspaced: %s" % lines


WORDS = {2, 4, 5, 6}  # 中文|需要|按|词|断行


@case("22", lambda: checks.breaks_at(paragraph(4, "中文需", "要按词断行"),
                                     "中文需要按词断行", WORDS),
      "issue:terms")
def title(c):
    for count in (4, 5, 6, 7):
        done = set_bodies(["正文。"], count * 20 / setting.SIZE, title=c.text,
                          title_style={"size": "20pt", "leading": "30pt",
                                       "lines": 4})
        lines_of(done)
        yield from checks.breaks_at(done.body(size=20.0), c.text, WORDS)


@case("23", lambda: checks.one_baseline(
    line("1", 9, row=1).chars + line("鲁镇", 9).chars, "1.鲁"))
def marker(c):
    for font in ("宋", "楷", "黑"):
        done = set_bodies([c.text], 12, indent=0, styles={
            "item_digit": {"font": font, "indent": "0", "hang": "1.5字"}})
        lines_of(done)
        body = [char for char in done.pages[0] if char.size > 9]
        yield from checks.one_baseline(body, c.text[:6].replace(" ", ""))


# ---- Source text, faces, numbers. ----

@case("25", lambda: checks.same_places([line("住，豫备", 9)],
                                       [line("住，豫备", 9, gaps={1: 0.3})]))
def joined_lines(c):
    yield from joined(c, "")


@case("26", lambda: checks.same_places([line("に、E", 9)],
                                       [line("に、E", 9, gaps={1: 0.3})]))
def joined_before_latin(c):
    yield from joined(c, "")


def joined(c, glue):
    """Lines of a source are set as if they were one."""
    as_one = set_plain(glue.join(c.rows()), 40, stands_in=True)
    lines = lines_of(set_bodies([c.text], 40, indent=0, stands_in=True))
    return checks.same_places(lines, as_one)


@case("27", lambda: no_bold([line("想做出", 9)], [line("最好的", 9)], ""))
def bold(c):
    inner = re.search(r"\*\*(.*)\*\*", c.text)[1]
    for strong in (None, {"font": "楷", "weight": "bold"}):
        styles = {"body": {"font": "楷"}}
        styles.update({"strong": strong} if strong else {})
        done = set_bodies([c.text], 20, indent=0, styles=styles)
        chars = lines_of(done)[0]
        at = chars.text.find(inner)
        yield from no_bold([chars.chars[:at]],
                           [chars.chars[at:at + len(inner)]], done.told)


def no_bold(plain, strong, told):
    """The strong characters are of the plain ones' face, and nobody says
    so."""
    faces = [{char.font for each in part for char in getattr(
        each, "chars", each)} for part in (plain, strong)]
    if faces[0] & faces[1] and not told:
        return ["strong is set in %s" % faces[1]]
    return []


@case("28", lambda: whole_number(paragraph(5, "20000", "0000"), "200000000"))
def numerals(c):
    """There is no numbering 壹 here: the digits print, and are not parted."""
    for measure in range(6, 12):
        lines = set_plain("数字" + c.text + "为" + c.text + "完", measure)
        yield from whole_number(lines, c.text)


def whole_number(lines, number):
    found = sum(each.text.count(number) for each in lines)
    return [] if found else ["%s is parted: %s" % (number, lines)]


def main():
    tap = Tap()
    if not os.path.exists(os.path.join(setting.CASES, "typst-gap-cases.tsv")):
        tap.skip("there is no %s" % setting.CASES)
        return tap.done()
    cases = {row["id"]: Case(row)
             for row in setting.table("typst-gap-cases.tsv")}
    tap.equal(sorted(each[0] for each in CASES), sorted(cases),
              "every row of the file has its check")
    for name, function, control, needs, off in sorted(CASES,
                                                      key=lambda e: e[0]):
        run_case(tap, cases[name], function, needs)
        run_controls(tap, name, cases[name], control, off)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
