# SPDX-License-Identifier: MIT
"""controls_of_lines.py - controls of how a line is filled, of hanzi beside
Latin, of paragraphs and titles."""
import checks
import measures
import setting
from cases import lines_of, set_plain
from checks import EXACT
from controls import FILLER, control, running, set_styled, styled

LONG = "representatives，internationalization，organizations"
TITLE_SIZE = 20.0


# ---- Lines. ----

@control("hanzi never shrink", off={"body.tracking": "-0.05字"})
def shrunk(keys):
    yield from measures.shrunk_faults(set_styled(running("，"), 11, keys))


@control("last lines keep their gaps", off={"body.align": "spread"})
def last(keys):
    line = set_styled(FILLER[:14], 10, keys)[-1]
    yield from ["%.3f em apart: %s" % (gap, line.text)
                for gap in measures.han_gaps(line) if gap > EXACT]


@control("both edges are met", off={"body.align": "left"})
def edges(keys):
    yield from measures.edge_faults(set_styled(running("，"), 11, keys))


@control("nothing hangs", off={"hanging": "是"})
def inside(keys):
    yield from measures.edge_faults(set_plain(running("，"), 7, keys))


@control("what hangs", {"hanging": "是"}, {"hanging": "否"})
def hung(keys):
    """In lines that have no mark to squeeze."""
    lines = set_plain(FILLER[:9] + "，" + FILLER + "。", 9, keys,
                      styles={"body": {"align": "left"}})
    yield from checks.hung(lines, 9)


@control("words are divided by hyphens", {"hyphenate": "否"},
         {"hyphenate": "是"})
def undivided(keys):
    for measure in (9, 10, 11):
        lines = set_plain(running(LONG), measure, keys)
        measures.place(lines, running(LONG))
        yield from ["divided: " + line.text for line in lines
                    if line.is_hyphenated]


@control("hyphenation serves", {"hyphenate": "是"}, {"hyphenate": "否"})
def loose(keys):
    for line in set_plain(FILLER[:6] + LONG + FILLER, 11, keys):
        if not line.is_last and measures.widest_gap(line) > 0.4:
            yield "%.3f em: %s" % (measures.widest_gap(line), line.text)


@control("no single character", off={"breaker": "逐行"})
def single(keys):
    for measure in (5, 7, 10, 20):
        yield from measures.single_faults(set_plain(
            (FILLER * 2)[:measure * 2 + 1] + "。", measure, keys))


@control("indent", off={"indent": "0"})
def indent(keys):
    bodies = "\n\n".join((FILLER[:12], FILLER[5:17], FILLER[:3]))
    lines = lines_of(setting.set_bodies([bodies], 10,
                                        indent=0 if keys else 2))
    yield from checks.left_edges(lines, [2, 0, 2, 0, 2])


@control("grid of characters", {"grid": "是"}, {"grid": "否"})
def grid(keys):
    yield from checks.on_grid(set_plain("天生我材，必有12.5%用；" * 3, 9, keys))


# ---- Hanzi and Latin. ----

@control("a quarter between hanzi and Latin", off={"han_latin": "0"})
def quarter(keys):
    yield from checks.white_around(set_plain("汉字ab汉字", 20, keys), "ab")


@control("across styles", off={"han_latin": "0"})
def across(keys):
    for body in ("汉字**A**汉字", "**汉字**A汉字", "汉字[A](http://a.cn)汉字"):
        done = setting.set_bodies([body], 20, keys, indent=0)
        yield from checks.white_around(lines_of(done), "A")


@control("beside code", off={"markup": "removed"})
def code(keys):
    body = "汉字`(a)`汉字" if not keys else "汉字(a)汉字"
    lines = lines_of(setting.set_bodies([body], 20, indent=0))
    yield from checks.white_around(lines, "(a)")


@control("typed spaces", off={"typed": "twice"})
def typed(keys):
    """Twice: a no-break space beside the other adds to it."""
    text = "汉字\u00a0 A汉字" if keys else "汉字 A 汉字"
    yield from checks.white_around(set_plain(text, 20), "A")


# ---- Titles. ----

def set_title(title, measure, keys, **more):
    """The lines of a title; `measure` in its own em."""
    layout, _, style = styled(keys)
    style = dict({"size": "20pt", "leading": "30pt", "lines": 4}, **style)
    style = {key: value for key, value in style.items() if value != "absent"}
    done = setting.set_bodies(["正文。"], measure * TITLE_SIZE / setting.SIZE,
                              layout, title=title, title_style=style, **more)
    lines_of(done)
    lines = done.body(size=TITLE_SIZE)
    for line in lines:
        line.measure = measure
    return lines


@control("titles end lines at words", off={"title.lines": "absent"})
def words(keys):
    title = "总工会慰问一线环卫职工代表"
    yield from checks.breaks_at(set_title(title, 8, keys), title,
                                {3, 5, 7, 9, 11})


@control("no hourglass", off={"title.lines": "absent"})
def hourglass(keys):
    title = "县总工会开展夏季送清凉慰问一线职工活动"
    lines = set_title(title, 8, keys)
    counts = [len(line) for line in lines]
    yield from [] if len(counts) == 3 and counts[-1] >= 5 else \
        ["lines of %s characters" % counts]


@control("the author's bar", off={"bar": "removed"})
def bar(keys):
    title = "总工会慰|问一线职工"
    lines = set_title(title.replace("|", "") if keys else title, 7, {})
    yield from checks.breaks_at(lines, title.replace("|", ""), {4})


@control("words of the article", off={"terms": "removed"})
def terms(keys):
    title = "中文需要按词断行"
    lines = set_title(title, 5, {}, issue_keys={} if keys else
                      {"terms": "[需要按词, 断行]"})
    yield from checks.breaks_at(lines, title, {2, 6})


@control("titles have no white beside Latin", off={"title.lines": "absent"})
def title_latin(keys):
    yield from checks.white_around(set_title("召开AB会议", 10, keys), "AB", 0)


@control("brackets at the edge of a title", off={"punctuation": "原样"})
def title_bracket(keys):
    yield from checks.left_edges(set_title("“新生”开幕", 10, keys), [0])


@control("short titles are spread", {"title.spread_short": "160pt"})
def spread(keys):
    for line in set_title("工会", 10, keys):
        if abs(line.xs[-1] + 1 - line.xs[0] - 8) > 0.02:
            yield "takes %.3f em" % (line.xs[-1] + 1 - line.xs[0])
