# SPDX-License-Identifier: MIT
"""rules.py - the rules of Chinese typesetting that this program promises, and
which test of the C code controls those that no layout or article can switch
off. The others are in test_controls.py.

Left out is what is for the author of a layout to decide: a measure of whole
em, the pitch of lines, the size of type."""
import os
import re

import setting

RULES = {
    # What may not begin or end a line, GB/T 15834-2011 5.1.
    "pauses begin no line": "，、；：",
    "stops begin no line": "。？！",
    "stacked stops": "two of ？！ take one em, three two",
    "closing marks begin no line": "” ’ ） 》 and the like",
    "opening marks end no line": "“ ‘ （ 《 and the like",
    "dashes in pairs": "—— is not parted",
    "dots in pairs": "…… is not parted, …… …… only in the middle",
    "connectors begin no line": "– ～ and a single —",
    "interpuncts begin no line": "·",
    "interpunct of half an em": "·",
    "solidus begins no line": "／",
    "solidus ends no line": "／, from level GB on",
    "strict dashes and dots": "—— …… begin no line at level strict",
    "mark at a line's end": "takes half an em",
    "curly quotes": "“ ‘ are opening, ” ’ closing marks in Chinese",
    # Units, clreq 3.1.5.
    "heaped stops stay together": "？！ ！！！",
    "digits stay together": "12 and １２",
    "numbers with their signs": "12% ±5 ¥30 1,234.5 10:30",
    "calls of notes": "stay with their word",
    "words are divided by hyphens": "or not at all",
    "hyphenation serves": "lines are not left loose for a long word",
    "addresses": "are parted after / . ? & = - alone",
    "ordinals": "第 stays with its number where that is cheap",
    "counted things": "so do 年 月 日",
    "units do not stretch": "nor what is beside a connector",
    "no parting without need": "but what is wider than any line",
    # Width of marks, clreq 3.1.6.
    "two marks that meet": "take an em and a half",
    "brackets that meet": "（“ and ”） take an em and a half",
    "bracket at a line's start": "loses its half em",
    "bracket after the indent": "loses it too",
    "squeeze before carrying down": "先挤进，后推出",
    "full style": "an em for every mark",
    "half style": "half an em for every mark",
    "kaiming style": "。？！ an em, the others half",
    "line-end style": "an em, half at the ends of lines",
    "marks of Taiwan": "stand in the middle of their em",
    # Justification, clreq 3.2.2.
    "blanks give before hanzi": "hanzi stay solid while a mark can give",
    "stops give last": "after brackets and ，、；",
    "white is stretched before hanzi": "word spaces, then beside Latin",
    "hanzi never shrink": "an em apart at least",
    "last lines keep their gaps": "",
    "both edges are met": "",
    "rhythm": "no line much tighter than the one above",
    "cheapest lines": "total fit costs no more than first fit",
    # Hanging.
    "nothing hangs": "unless it is asked for",
    "what hangs": "one of ，、。 at most",
    # Hanzi and Latin, clreq 3.2.4.
    "a quarter between hanzi and Latin": "",
    "across styles": "the same beside bold Latin",
    "beside code": "the same whatever sign begins it",
    "typed spaces": "are not added to it",
    "none beside marks": "a comma has white enough",
    # Paragraphs, columns, pages.
    "indent": "two em, every paragraph",
    "no single character": "单字不成行",
    "no widow": "no last line at the head of a column",
    "columns end level": "",
    "lines of all columns are level": "",
    "grid of characters": "every hanzi in a square",
    # Titles, GB/T 9704-2012 7.3.1.
    "titles end lines at words": "",
    "the author's bar": "breaks a title",
    "words of the article": "stay whole in its title",
    "no hourglass": "",
    "titles have no white beside Latin": "",
    "brackets at the edge of a title": "stand flush",
    "short titles are spread": "均排",
}

# Rules without a switch: the test that sees a law fail where they are broken
# by hand, or UAX #14 untailored to break them.
IN_C = {
    "dashes in pairs": ("property/test_units.c", "control_of_units"),
    "dots in pairs": ("unit/text/test_opportunity_units.c",
                      "runs_of_dashes_and_dots_part_between_pairs_only"),
    "interpunct of half an em": (
        "unit/text/test_spacing.c",
        "an_interpunct_takes_half_an_em_in_the_middle"),
    "curly quotes": ("unit/text/test_opportunity.c",
                     "curly_quotes_are_brackets_in_chinese"),
    "heaped stops stay together": ("property/test_units.c",
                                   "control_of_units"),
    "digits stay together": ("property/test_units.c", "control_of_units"),
    "numbers with their signs": ("property/test_units.c",
                                 "control_of_units"),
    "calls of notes": ("property/test_units.c", "control_of_runs"),
    "addresses": ("unit/text/test_opportunity_units.c",
                  "an_address_is_parted_at_its_points_only"),
    "ordinals": ("unit/text/test_opportunity.c", "ordinals_are_better_kept"),
    "counted things": ("unit/text/test_opportunity.c",
                       "numbers_are_better_kept_with_what_they_count"),
    "units do not stretch": ("property/test_ladder.c", "control_of_units"),
    "no parting without need": ("property/test_parting.c",
                                "control_of_parting"),
    "stops give last": ("property/test_ladder.c", "control_of_stops"),
    "white is stretched before hanzi": ("property/test_ladder.c",
                                        "control_of_stretching"),
    "rhythm": ("property/test_ladder.c",
               "law_lines_are_hardly_tighter_than_the_one_above"),
    "cheapest lines": ("property/test_linebreak.c", "control_of_costs"),
    "no widow": ("property/test_column.c",
                 "control_of_last_lines"),
}

# And those of other scripts.
ELSEWHERE = {
    "columns end level": ("pdf/test_controls.py", "feet_faults"),
    "lines of all columns are level": ("typography/test_sweep.py",
                                       "a column 0.2 pt lower"),
}


def source(path):
    with open(os.path.join(setting.ROOT, "tests", path),
              encoding="utf-8") as file:
        return file.read()


def absent():
    """Tests of IN_C and ELSEWHERE that are not where they should be."""
    faults = []
    for rule, (path, test) in IN_C.items():
        text = source(path)
        if not re.search(r"WORLD_TEST\(\s*%s\)|cmocka_unit_test\(%s\)"
                         % (test, test), text):
            faults.append("%s: %s has no test %s" % (rule, path, test))
    for rule, (path, word) in ELSEWHERE.items():
        if word not in source(path):
            faults.append("%s: %s has no %s" % (rule, path, word))
    return faults
