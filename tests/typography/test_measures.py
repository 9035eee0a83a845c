#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Can the figures of `make typography` fall short? Each is fed lines that
are good, and lines in which one thing is wrong."""
import sys

import chars  # noqa: F401  (finds tests/support)
import classes
import measures
import typography
from synthetic import line, paragraph
from tap import Tap

tap = Tap()


def near(got, want):
    return abs(got - want) < 1e-6


def figures_of(*lines, text=None):
    """The figures of one paragraph; its text is that of its lines."""
    text = text or "".join(each.text for each in lines)
    return typography.measured([list(lines)], [text], [])


GOOD = paragraph(6, "好的一行汉字", "它下面又一行", "第三行也一样", "末行不算")
BARS = typography.bars_of(22)


def falls_short(key, name, *lines, text=None):
    figures = figures_of(*lines, text=text).figures
    short = typography.missed(figures, {key: BARS[key]})
    tap.ok(short == [key], "%s: %s" % (key, name), figures[key])


def good_lines():
    report = figures_of(*GOOD)
    tap.equal(typography.missed(report.figures, BARS), [],
              "good lines miss no bar")
    tap.equal(report.figures["lines"], 4, "and all four are seen")
    tap.equal(set(BARS) - set(report.figures), set(), "every bar has a figure")
    for measure in typography.BARS:
        for key, bar in typography.bars_of(measure).items():
            figures = dict(typography.bars_of(measure))
            figures[key] = bar + (1 if isinstance(bar, int) else 0.01)
            tap.equal(typography.missed(figures, typography.bars_of(measure)),
                      [key], "%d em: %s has a bar" % (measure, key))


def texts():
    falls_short("text", "a character is lost", *GOOD, text="好的一行")
    falls_short("text", "a character is another", *GOOD,
                text="好的一行汉字它下边又一行第三行也一样末行不算")
    falls_short("text", "the end is missing", *GOOD,
                text="".join(each.text for each in GOOD) + "啊")
    cut = paragraph(6, "有一个hyphen-", "ation词")
    tap.empty(measures.place(cut, "有一个hyphenation词"),
              "text: an added hyphen at a line's end is none of the text")
    tap.ok(cut[0].is_hyphenated, "text: and it is seen")
    tap.caught(measures.place(paragraph(6, "有-一个"), "有一个"),
               "text: an added hyphen within a line is a fault")
    tap.empty(measures.copied_faults("题\n好的 一\n行", "好的 一行", "题"),
              "text: what is copied may break anywhere")
    tap.caught(measures.copied_faults("题\n好旳一\n行", "好的一行", "题"),
               "text: what is copied is another character")


def prohibition():
    for mark in "，。、；：！？）》”’」』】〕·–—～／,.)]%":
        falls_short("prohibition", "a line begins with " + mark,
                    *paragraph(6, "好的一行汉字", mark + "下一行的"))
    for mark in "（《“‘「『【〔／([":
        falls_short("prohibition", "a line ends with " + mark,
                    *paragraph(6, "好的一行字" + mark, "下一行的字"))
    for pair in ("——", "……"):
        tap.empty(measures.prohibition_faults(
            paragraph(6, "好的一行汉字", pair + "下一行")),
            "prohibition: a line may begin with " + pair)
    url = paragraph(12, "见https://a.cn/", "b")
    text = "见https://a.cn/b"
    typography.measured([url], [text], [])
    tap.empty(measures.prohibition_faults(url),
              "prohibition: an address may end a line with /")


UNITS = ("12|34", "5|%", "3|7℃", "37|℃", "±|5", "¥|1280", "3.|0", "1,|000",
         "10:|30", "-|5℃", "№|5", "词|[1]", "—|—", "…|…", "———|—",
         "？|！", "１２|３４", "Uni|code", "W|3C")


def split():
    for unit in UNITS:
        before, after = unit.split("|")
        falls_short("split", unit, *paragraph(9, "前面的" + before,
                                              after + "后面"))
    for whole in ("——|——", "……|……", "词|词", "A|", "2008-|1", "GB|字",
                  "15834—|2011"):
        before, after = whole.split("|")
        lines = paragraph(9, "前面的" + before, after + "后面")
        figures = figures_of(*lines).figures
        tap.equal(figures["split"], 0, "split: %s may be parted" % whole)
    words = paragraph(9, "前面的Uni-", "code后面")
    tap.equal(figures_of(*words, text="前面的Unicode后面").figures["split"], 0,
              "split: a hyphen may part a word")
    words = paragraph(9, "前面的U-", "nicode后面")
    falls_short("split", "a hyphen after one letter", *words,
                text="前面的Unicode后面")
    words = paragraph(9, "前面的12-", "34后面")
    falls_short("split", "a hyphen in a number", *words, text="前面的1234后面")
    tap.equal(classes.units("a 5%，b"), [(2, 4)], "units are found")


def hanzi():
    tight = line("好的一行汉字", 6, gaps={2: -0.004})
    falls_short("shrunk", "hanzi 0.996 em apart", tight, *GOOD[1:])
    for text in ("字", "字。", "字。”", "A", "。"):
        falls_short("single", "a last line of " + text,
                    *GOOD[:3], *paragraph(6, text))
    tap.empty(measures.single_faults(paragraph(6, "字。")),
              "single: a paragraph of one character is none")
    wide = line("好的一行汉字", 6, gaps={1: 0.2})
    falls_short("p95", "one line of three is wide", wide, *GOOD[1:])
    falls_short("max", "a gap of 0.2 em", wide, *GOOD[1:])
    figures = figures_of(wide, *GOOD[1:]).figures
    tap.equal((figures["over05"], figures["over1"], figures["median"]),
              (1, 1, 0.0), "gaps are counted")
    tap.ok(near(figures["max"], 0.2), "and measured", figures["max"])
    late = paragraph(6, "好的一行汉字", "末行")
    late[1] = line("末行", 6, gap=0.3, is_last=True)
    tap.equal(figures_of(*late).figures["max"], 0.0,
              "last lines are not measured")
    tap.ok(near(typography.percentile(range(1, 101), 0.95), 95),
           "the 95th of a hundred is the 95th")


def latin():
    falls_short("latin", "0.6 em before a letter",
                line("好的一A字", 5, gaps={2: 0.35}), GOOD[3])
    falls_short("latin", "0.6 em after a number",
                line("好的一50%字", 6, gaps={5: 0.35}), GOOD[3])
    gaps = measures.latin_gaps(line("好，A的", 6))
    tap.ok(len(gaps) == 1 and near(gaps[0], 0.25),
           "latin: a mark's blank is none", gaps)


def rhythm():
    loose = line("好，一二三四，", 7)
    tight = line("好，一二三四，", 7, gaps={1: -0.2})
    falls_short("rhythm", "a tight line under a loose one",
                loose, tight, GOOD[3])
    for name, lines in (
            ("under one as tight", (tight, tight, GOOD[3])),
            ("over a loose one", (tight, loose, GOOD[3])),
            ("as a last line", (loose, line("好，一二，", 7, is_last=True,
                                            gaps={1: -0.4})))):
        tap.equal(measures.rhythm_lines(list(lines)),
                  [tight] if lines[1] is tight and lines[0] is loose else [],
                  "rhythm: a tight line " + name + " is none")
    for text, lost in (("字，字", 0.2), ("字（字", 0.2), ("）（字", 0.2),
                       ("字”（", 0.2), ("A，字", 0.2)):
        where = 1 if text[1] in classes.RIGHT else 0
        got = measures.tightest(line(text + "。字", 9, gaps={where: -lost}))
        tap.ok(near(got, lost), "rhythm: what %s has lost" % text, got)
    for text in ("字。”字", "“‘字", "字·字", "·（字", "字——字", "字）。字"):
        got = measures.tightest(line(text, 9))
        tap.ok(near(got, 0), "rhythm: %s has lost nothing" % text, got)


def ends():
    full = line("好的一行字，", 6, gap=-0.0)
    falls_short("room", "a mark at the end takes an em", full, GOOD[3])
    falls_short("edge", "a line ends half an em short",
                line("好的一行字", 5.5), GOOD[3])
    falls_short("edge", "a line ends beyond its measure",
                line("好的一行字", 4.9), GOOD[3])
    falls_short("edge", "a last line ends beyond its measure",
                GOOD[0], line("好的一行字字字", 6, is_last=True))
    falls_short("edge", "a line begins outside",
                line("好的一行字啊", 6, start=-0.1, gaps={2: 0.1}), GOOD[3])
    half = line("好的一行字，", 5.5)
    tap.ok(near(measures.end_room(half), 0.5), "room: half an em is right")
    tap.empty(measures.edge_faults([half]), "edge: and ends at the measure")
    opened = line("（好的一行字", 5.5)
    tap.empty(measures.edge_faults([opened]),
              "edge: an opening mark's blank may stand outside")


def main():
    good_lines()
    texts()
    prohibition()
    split()
    hanzi()
    latin()
    rhythm()
    ends()
    figures = figures_of(*GOOD * 120).figures
    tap.equal(typography.missed(figures, {"lines": BARS["lines"]}), ["lines"],
              "lines: more of them than the bar")
    tap.done()


if __name__ == "__main__":
    sys.exit(main())
