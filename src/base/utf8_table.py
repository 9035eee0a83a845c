#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes utf8_table.c from the Unicode data Python carries.

    python3 src/base/utf8_table.py > src/base/utf8_table.c

Width 0: controls, marks (Mn, Me), format characters (Cf) but the soft hyphen,
and the Hangul vowels and finals that join the syllable before them.
Width 2: East Asian Width W and F (UAX #11), and what is not assigned in the
blocks kept for ideographs (UAX #11 gives W there too)."""
import unicodedata

KEPT_FOR_IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF),
                       (0x20000, 0x2FFFD), (0x30000, 0x3FFFD))


def is_zero(code):
    if 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF:
        return unicodedata.category(chr(code)) == "Lo"
    return (unicodedata.category(chr(code)) in ("Cc", "Mn", "Me", "Cf")
            and code != 0xAD)


def is_wide(code):
    if is_zero(code):
        return False
    return (any(first <= code <= last for first, last in KEPT_FOR_IDEOGRAPHS)
            or (unicodedata.category(chr(code)) != "Cn"  # Python says F there
                and unicodedata.east_asian_width(chr(code)) in "WF"))


def ranges(belongs):
    found = []
    for code in range(0x110000):
        if not belongs(code):
            continue
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def show(name, found):
    print(f"\nconst bul_utf8_range bul_utf8_{name}_ranges[] = {{")
    pairs = [f"{{0x{first:04X}, 0x{last:04X}}}," for first, last in found]
    for i in range(0, len(pairs), 3):
        print("    " + " ".join(pairs[i:i + 3]))
    print("};")
    print(f"const size_t bul_utf8_{name}_range_count =")
    print(f"    sizeof bul_utf8_{name}_ranges /"
          f" sizeof bul_utf8_{name}_ranges[0];")


print("/* SPDX-License-Identifier: MIT */")
print("/* utf8_table.c - written by utf8_table.py from Unicode "
      f"{unicodedata.unidata_version}. */")
print("/* clang-format off */")
print('#include "base/utf8_table.h"')
show("zero", ranges(is_zero))
show("wide", ranges(is_wide))
