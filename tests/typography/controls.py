# SPDX-License-Identifier: MIT
"""controls.py - where the controls of rules.py are kept.

    @control("rule", on={…}, off={…})
    def check(keys): yield faults of what is set with those keys

Keys are of the layout; "body.x" and "title.x" are of a style. A check finds
nothing with `on` and something with `off`."""
import setting

CONTROLS = {}
FILLER = "槐川市总工会的职工食堂在星期三下午开会说明"


def control(rule, on=None, off=None):
    def keep(check):
        assert rule not in CONTROLS, rule
        CONTROLS[rule] = (check, on or {}, off or {})
        return check
    return keep


def faults(check, keys):
    try:
        return list(check(keys))
    except AssertionError as error:
        return [str(error)]


def running(*marks):
    """The marks after 1, 2 … 12 hanzi, so that they meet the ends of lines."""
    return "".join(FILLER[:n] + mark for n in range(1, 13) for mark in marks)


def styled(keys):
    """The keys of the layout, the style of the body, and that of the title."""
    parts = {"layout": {}, "body": {}, "title": {}}
    for key, value in keys.items():
        where, _, name = key.rpartition(".")
        parts[where or "layout"][name] = value
    return parts["layout"], parts["body"], parts["title"]


def set_styled(text, measure, keys):
    layout, body, _ = styled(keys)
    return setting.set_text(text, measure, layout, indent=0,
                            styles={"body": body}).lines
