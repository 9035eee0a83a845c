#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes word_list_table.c from the dictionary of jieba and words_union.txt.

    apt-get install python3-jieba
    python3 src/text/word_list.py \\
        /usr/lib/python3/dist-packages/jieba/dict.txt \\
        > src/text/word_list_table.c

jieba (MIT, Copyright 2012-2017 Sun Junyi) lists words with how often each was
counted and a part of speech. Kept are words of GB 2312 hanzi, up to five of
them, that were counted often enough; people's names only where they are very
frequent. A word's cost is -ln of its share, in quarters."""
import math
import os
import re
import sys

LEAST = 36            # counted less often: left out
LEAST_IDIOM = 30      # 成语: four characters that nothing else explains
LEAST_NAME = 250     # people, many of them of novels
LEAST_SINGLE = 20
MOST_CHARACTERS = 5   # of a general word; those of words_union.txt may be longer
UNION_COUNT = 4000    # what a word of words_union.txt counts as
LEAST_COST = 16       # the commonest word, 的, is 21
BLOCK_BYTES = 4000    # C11 promises strings of 4095
LINE_BYTES = 96

# jieba's tags to ours: n noun, v verb, a adjective, d adverb, m numeral,
# q measure, p preposition, c conjunction, u particle, r pronoun, f place
# behind a noun, i idiom or phrase, x other.
CLASSES = {"n": "n", "v": "v", "a": "a", "b": "a", "z": "a", "d": "d",
           "m": "m", "q": "q", "p": "p", "c": "c", "u": "u", "y": "u",
           "r": "r", "f": "f", "i": "i", "l": "i", "t": "n", "s": "n",
           "j": "n"}


def class_of(tag):
    """vn, verbs that name what is done (工作, 活动), are nouns to us; zg are
    characters that are no words."""
    if tag == "vn":
        return "n"
    return "x" if tag == "zg" else CLASSES.get(tag[0], "x")


def is_plain(word):
    try:
        word.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return re.fullmatch("[\u4e00-\u9fff]+", word) is not None


def least_count(word, tag):
    if len(word) == 1:
        return LEAST_SINGLE
    if tag in ("nr", "nrt", "nrfg"):
        return LEAST_NAME
    return LEAST_IDIOM if tag == "i" else LEAST


def read_general(path):
    words, total = {}, 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            word, count, tag = line.split()
            total += int(count)
            if (is_plain(word) and len(word) <= MOST_CHARACTERS
                    and int(count) >= least_count(word, tag)):
                words[word] = (int(count), class_of(tag))
    return words, total


def read_union(path, words):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.strip() or line.startswith("#"):
                continue
            letter, *own = line.split()
            for word in own:
                count = max(UNION_COUNT, words.get(word, (0,))[0])
                words[word] = (count, letter)


def sign(count, total):
    """The cost as a printable sign, none of ? (trigraphs) and \\."""
    cost = round(-4 * math.log(count / total)) - LEAST_COST
    code = min(max(cost, 0), ord("z") - ord("0")) + ord("0")
    return chr(code + 1 if chr(code) in "?\\" else code)


def rows_of(words, total):
    """(first character, entries): an entry is the rest of the word, its class
    and its cost."""
    rows = []
    for word in sorted(words, key=lambda w: w.encode("utf-8")):
        count, letter = words[word]
        entry = word[1:] + letter + sign(count, total)
        if not rows or rows[-1][0] != word[0]:
            rows.append((word[0], []))
        rows[-1][1].append(entry)
    return rows


def cut(entries):
    """Long rows in pieces that go into one block."""
    piece, size = [], 0
    for entry in entries:
        more = len(entry.encode("utf-8"))
        if size + more > BLOCK_BYTES:
            yield piece
            piece, size = [], 0
        piece.append(entry)
        size += more
    yield piece


def place(rows):
    """Blocks of text, and where each row lies: first, block, start, end."""
    blocks, places, used = [[]], [], 0
    for first, entries in rows:
        for piece in cut(entries):
            size = len("".join(piece).encode("utf-8"))
            if used + size > BLOCK_BYTES:
                blocks.append([])
                used = 0
            places.append((ord(first), len(blocks) - 1, used, used + size))
            blocks[-1].extend(piece)
            used += size
    return blocks, places


def show_block(entries):
    print("    {")
    line = ""
    for entry in entries:
        if len((line + entry).encode("utf-8")) > LINE_BYTES:
            print(f'"{line}"')
            line = ""
        line += entry
    print(f'"{line}"' + "},")


def show(blocks, places):
    print("/* SPDX-License-Identifier: MIT */")
    print("/* word_list_table.c - written by word_list.py from words_union.txt"
          " and the\n * dictionary of jieba 0.42.1, which is\n"
          " * Copyright 2012-2017 Sun Junyi, under the MIT licence"
          " (see LICENSE). */")
    print("/* clang-format off */")
    print('#include "text/word_list.h"\n')
    print("const bul_word_row bul_word_rows[] = {")
    for i in range(0, len(places), 3):
        print("    " + " ".join("{0x%04X, %d, %d, %d}," % place
                                for place in places[i:i + 3]))
    print("};\nconst size_t bul_word_row_count =")
    print("    sizeof bul_word_rows / sizeof bul_word_rows[0];\n")
    print("const char bul_word_blocks[][BUL_WORD_BLOCK_BYTES] = {")
    for entries in blocks:
        show_block(entries)
    print("};")


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    words, total = read_general(sys.argv[1])
    read_union(os.path.join(here, "words_union.txt"), words)
    show(*place(rows_of(words, total)))
    print(f"{len(words)} words", file=sys.stderr)


main()
