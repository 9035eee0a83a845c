#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes opportunity_table.c from the Unicode data.

    python3 src/text/opportunity_table.py [UCD] > src/text/opportunity_table.c

UCD is a folder with LineBreak.txt, EastAsianWidth.txt, UnicodeData.txt and
emoji/emoji-data.txt, by default where Debian's unicode-data puts them. The
names of the classes are read from opportunity_table.h."""
import os
import re
import sys

UCD = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
HERE = os.path.dirname(os.path.abspath(__file__))
BLOCK = 64
STAGED_END = 0x20000

# ---- What the database says of each character. ----


def fields(name):
    with open(os.path.join(UCD, name), encoding="utf-8") as lines:
        for line in lines:
            row = [field.strip() for field in line.split("#")[0].split(";")]
            if len(row) > 1:
                yield row


def spread(name, default, wanted=None):
    """A property for every code point."""
    values = [default] * 0x110000
    for row in fields(name):
        first, _, last = row[0].partition("..")
        if wanted is None or row[1] == wanted:
            for code in range(int(first, 16), int(last or first, 16) + 1):
                values[code] = row[1]
    return values


def categories():
    values = ["Cn"] * 0x110000
    first = 0
    for row in fields("UnicodeData.txt"):
        code = int(row[0], 16)
        if not row[1].endswith(", Last>"):
            first = code
        for each in range(first, code + 1):
            values[each] = row[2]
    return values


def version():
    with open(os.path.join(UCD, "LineBreak.txt"), encoding="utf-8") as lines:
        return re.search(r"LineBreak-([0-9.]+)\.txt", lines.readline())[1]


def kept_for_ideographs():
    """Blocks whose unassigned code points are ID and wide."""
    for first, last in ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF),
                        (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)):
        yield from range(first, last + 1)


LINE_BREAK = spread("LineBreak.txt", "XX")
WIDTH = spread("EastAsianWidth.txt", "N")
CATEGORY = categories()
PICTOGRAPHIC = spread("emoji/emoji-data.txt", "", "Extended_Pictographic")
for code in kept_for_ideographs():
    if CATEGORY[code] == "Cn":
        LINE_BREAK[code] = "ID"
        WIDTH[code] = "W"
for first, last, value in ((0x1F000, 0x1FAFF, "ID"), (0x1FC00, 0x1FFFD, "ID"),
                           (0x20A0, 0x20CF, "PR")):
    for code in range(first, last + 1):
        if CATEGORY[code] == "Cn":
            LINE_BREAK[code] = value


def is_wide(code):
    return WIDTH[code] in ("F", "W", "H")


def plain_class(code):
    """LB1, and the classes that LB30 and LB30b split."""
    value = LINE_BREAK[code]
    if value == "SA":
        return "CM" if CATEGORY[code] in ("Mn", "Mc") else "AL"
    if value == "OP" and not is_wide(code):
        return "NARROW_OP"
    if value == "ID" and PICTOGRAPHIC[code] and CATEGORY[code] == "Cn":
        return "EMOJI_KEPT"
    return {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS",
            "NL": "LF"}.get(value, value)


# ---- What our rules make of some. ----

SINGLE = {
    "OPENING_QUOTE": "“‘", "CLOSING_QUOTE": "”’", "MIDDLE_DOT": "·‧",
    "CONNECTOR": "–～〜・･", "DASH": "—―", "DOTS": "…⋯‥", "HYPHEN": "-‐",
    "HY": "－", "SOFT_HYPHEN": "\u00AD", "TILDE": "~", "PLUS": "+＋",
    "STOP": "！？‼⁇⁈⁉", "PAUSE": "，、。：；．｡､", "SLASH": "／",
    "SQUARE": "[［", "AL": "|", "NU": "０１２３４５６７８９", "ORDINAL": "第",
    "RAISED": "¹²³⁰⁴⁵⁶⁷⁸⁹",
    "COUNTER": "年月日时時分秒号號期届屆次个個名人元岁歲周週"
               "万萬亿億件位家条條项項页頁章节節版卷层層楼樓倍度天点點種种",
}
OWN = {ord(char): name for name, chars in SINGLE.items() for char in chars}
CIRCLED = ((0x2460, 0x2473), (0x24EA, 0x24FF), (0x2776, 0x2793),
           (0x3251, 0x325F), (0x32B1, 0x32BF))
SQUARED_UNITS = (0x3371, 0x33DF)  # ㎡ ㎏
FIRST_SYMBOL = 0x2190  # arrows and what comes after them


def own_class(code):
    plain = plain_class(code)
    if code in OWN:
        return OWN[code]
    if any(first <= code <= last for first, last in CIRCLED):
        return "CIRCLED"
    if SQUARED_UNITS[0] <= code <= SQUARED_UNITS[1]:
        return "PO"
    if LINE_BREAK[code] == "AI" and code >= FIRST_SYMBOL:
        return "SYMBOL"
    wide = {"IS": "PAUSE", "EX": "STOP"}
    narrow = {"IS": "LATIN_MARK", "EX": "LATIN_STOP", "CL": "CP"}
    if plain == "PR":
        return "PREFIX"
    return (wide if is_wide(code) else narrow).get(plain, plain)


# ---- What happens between two classes. ----

HANGUL = "JL JV JT H2 H3"
LETTERS = "AL HL"
ANY = None


def without(names):
    return [name for name in PAIRED if name not in names.split()]


def rules_of_numbers_and_scripts(openers):
    """LB23 to LB30b. LB30a and the longer part of LB25 are code."""
    return [
        (LETTERS, "NU", "×"), ("NU", LETTERS, "×"),
        ("PR", "ID EB EM EMOJI_KEPT", "×"), ("ID EB EM EMOJI_KEPT", "PO", "×"),
        ("PR PO", LETTERS, "×"), (LETTERS, "PR PO", "×"),
        ("PR PO NU HY " + openers, "NU", "×"),
        ("JL", "JL JV H2 H3", "×"), ("JV H2", "JV JT", "×"),
        ("JT H3", "JT", "×"), (HANGUL, "PO", "×"), ("PR", HANGUL, "×"),
        (LETTERS, LETTERS, "×"), ("IS", LETTERS, "×"),
        (LETTERS + " NU", "NARROW_OP", "×"), ("CP", LETTERS + " NU", "×"),
        ("EB EMOJI_KEPT", "EM", "×"),
    ]


def plain_rules():
    """LB11 to LB30b; ×× holds over spaces too."""
    return [
        (ANY, "WJ", "××"), ("WJ", ANY, "×"),
        ("GL", ANY, "×"), (without("BA HY"), "GL", "×"),
        (ANY, "EX CL CP IS SY", "××"),
        ("OP NARROW_OP", ANY, "××"), ("QU", "OP NARROW_OP", "××"),
        ("CL CP", "NS", "××"), ("B2", "B2", "××"),
        (ANY, "QU", "×"), ("QU", ANY, "×"),
        (ANY, "CB", "÷"), ("CB", ANY, "÷"),
        (ANY, "BA HY NS", "×"), ("BB", ANY, "×"), ("SY", "HL", "×"),
        (ANY, "IN", "×"),
    ] + rules_of_numbers_and_scripts("OP NARROW_OP")


def own_rules(level):
    """The same with ours among them. At no level is a unit parted: stacked
    stops, Latin words with their signs and brackets, numbers."""
    free = level == "none"
    rules = [
        (ANY, "WJ", "××"), ("WJ", ANY, "×"),
        ("GL", ANY, "×"), (without("BA HY"), "GL", "×"),
        ("STOP", "STOP", "×"),
        (ANY, "EX CP IS SY", "××"), ("NARROW_OP", ANY, "××"),
    ]
    if not free:  # basic: clreq 3.1.3
        rules += [(ANY, "CL STOP CONNECTOR SOLIDUS", "××"), ("OP", ANY, "××")]
    if level in ("gb", "strict"):  # GB/T 15834 5.1.9
        rules += [("SOLIDUS SY", ANY, "×")]
    if level == "strict":
        rules += [(ANY, "B2 ELLIPSIS", "××")]
    rules += [("QU", "OP NARROW_OP", "××")]
    if not free:
        rules += [("CL CP", "NS", "××")]
    rules += [
        (ANY, "QU", "×"), ("QU", ANY, "×"),
        (ANY, "CB", "÷"), ("CB", ANY, "÷"),
        (ANY, "BA HY" if free else "BA HY NS", "×"), ("BB", ANY, "×"),
        (ANY, "IN", "×"),
        (LETTERS + " NU EX IS SY CP PO PR", "ELLIPSIS", "×"),
        ("EX IS SY CP PO PR", LETTERS + " NU NARROW_OP PO PR", "×"),
    ]
    return rules + rules_of_numbers_and_scripts("NARROW_OP")


def covers(names, name):
    if names is ANY:
        return True
    return name in (names.split() if isinstance(names, str) else names)


def verdict(rules, before, after):
    """0 breaks, 1 holds, 2 holds over spaces too (bul_line_verdict)."""
    found = [what for left, right, what in rules
             if covers(left, before) and covers(right, after)]
    if "××" in found:
        return 2
    return 1 if found and found[0] == "×" else 0


def pair(tables, before, after):
    bits = 0
    for i, rules in enumerate(tables):
        bits |= verdict(rules, before, after) << (2 * i)
    return bits


# ---- Writing. ----


def class_names():
    with open(os.path.join(HERE, "opportunity_table.h"),
              encoding="utf-8") as header:
        names = re.findall(r"^    BUL_LINE_([A-Z0-9_]+)\b.*,|"
                           r"^    BUL_LINE_(CLASS_COUNT)$",
                           header.read().split("bul_line_class;")[0], re.M)
    return [a or b for a, b in names]


def show_numbers(head, numbers):
    print(f"\n{head} = {{")
    line = "   "
    for number in numbers:
        if len(line) + len(str(number)) + 2 > 80:
            print(line)
            line = "   "
        line += f" {number},"
    print(line)
    print("};")


def show_pairs():
    tables = [plain_rules()] + [own_rules(level)
                                for level in ("none", "basic", "gb", "strict")]
    print("\nconst uint16_t bul_line_pairs[BUL_LINE_PAIRED_COUNT]"
          "[BUL_LINE_PAIRED_COUNT] = {")
    for before in PAIRED:
        row = ", ".join(str(pair(tables, before, after)) for after in PAIRED)
        print(f"    /* {before} */\n    {{{row}}},")
    print("};")


def show_stages(kind_of):
    blocks, places, stage1, stage2 = {}, [], [], []
    for start in range(0, STAGED_END, BLOCK):
        block = tuple(kind_of[start:start + BLOCK])
        if block not in blocks:
            blocks[block] = len(stage2)
            stage2 += block
        stage1.append(blocks[block])
    show_numbers("const uint16_t bul_line_stage1[]", stage1)
    show_numbers("const uint8_t bul_line_stage2[]", stage2)


def show_ranges(kind_of):
    ranges = []
    for code in range(STAGED_END, 0x110000):
        if ranges and ranges[-1][1] == code - 1 and \
                ranges[-1][2] == kind_of[code]:
            ranges[-1][1] = code
        elif kind_of[code]:
            ranges.append([code, code, kind_of[code]])
    print("\nconst bul_line_range bul_line_ranges[] = {")
    for first, last, kind in ranges:
        print(f"    {{0x{first:X}, 0x{last:X}, {kind}}},")
    print("};\nconst size_t bul_line_range_count =\n"
          "    sizeof bul_line_ranges / sizeof bul_line_ranges[0];")


CLASSES = class_names()
PAIRED = CLASSES[:CLASSES.index("STOP") + 1]


def main():
    kinds = {("AL", "AL"): 0}
    kind_of = []
    for each in range(0x110000):
        kind = (plain_class(each), own_class(each))
        kind_of.append(kinds.setdefault(kind, len(kinds)))
    print("/* SPDX-License-Identifier: MIT */")
    print("/* opportunity_table.c - written by opportunity_table.py from "
          f"Unicode {version()}. */")
    print("/* clang-format off */")
    print('#include "text/opportunity_table.h"')
    show_pairs()
    print("\nconst bul_line_kind bul_line_kinds[] = {")
    for plain, own in kinds:
        print(f"    {{BUL_LINE_{plain}, BUL_LINE_{own}}},")
    print("};")
    show_stages(kind_of)
    show_ranges(kind_of)


main()
