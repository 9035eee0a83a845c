#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes orientation_table.c from the Unicode data.

    python3 src/text/orientation_table.py [UCD] > src/text/orientation_table.c

UCD is a folder with VerticalOrientation.txt, by default where Debian's
unicode-data puts it. What is rotated (R) is left out."""
import os
import re
import sys

UCD = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
NAMES = {"U": "UPRIGHT", "Tu": "UPRIGHT_FORM", "Tr": "ROTATED_FORM"}


def read():
    """[first, last, value] in order, neighbours of one value joined."""
    with open(os.path.join(UCD, "VerticalOrientation.txt"),
              encoding="utf-8") as lines:
        version = re.search(r"-([0-9.]+)\.txt", next(lines))[1]
        rows = []
        for line in lines:
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            if len(fields) == 2:
                first, _, last = fields[0].partition("..")
                rows.append([int(first, 16), int(last or first, 16),
                             fields[1]])
    joined = []
    for row in sorted(rows):
        if joined and joined[-1][1] + 1 == row[0] and joined[-1][2] == row[2]:
            joined[-1][1] = row[1]
        else:
            joined.append(row)
    return version, joined


VERSION, RANGES = read()
print("/* SPDX-License-Identifier: MIT */")
print("/* orientation_table.c - written by orientation_table.py from Unicode "
      f"{VERSION}. */")
print("/* clang-format off */")
print('#include "text/orientation_table.h"')
print('\n#include "text/orientation.h"')
print("\nconst bul_orientation_range bul_orientation_ranges[] = {")
for first, last, value in RANGES:
    if value != "R":
        print(f"    {{0x{first:04X}, 0x{last:04X}, "
              f"BUL_ORIENTATION_{NAMES[value]}}},")
print("};\nconst size_t bul_orientation_range_count =\n"
      "    sizeof bul_orientation_ranges / sizeof bul_orientation_ranges[0];")
