#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""make-issue.py - an issue of any size from the articles of samples/.

    tests/bench/make-issue.py 400 build/bench/400

Each article has about 1,900 characters: paragraphs and crossheads of all
samples in an order of its own, so that no two texts are the same, and one
picture. The same number gives the same issue, byte for byte.
"""
import glob
import os
import re
import shutil
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
CHARACTERS = 1900
PICTURE_EVERY = 1


def rolls(seed):
    """SplitMix64, so that no version of Python changes the issue."""
    state = seed
    while True:
        state = (state + 0x9E3779B97F4A7C15) % 2**64
        z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
        yield z ^ (z >> 31)


def shuffled(items, dice):
    items = list(items)
    for i in range(len(items) - 1, 0, -1):
        j = next(dice) % (i + 1)
        items[i], items[j] = items[j], items[i]
    return items


def is_prose(block):
    return not re.match(r"[|>:!\-#]|表[：:]|注[：:]|单位[：:]|\d+[.、]", block)


class Donor:
    """A sample's article: title, paragraphs, crossheads."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            _, front, body = file.read().split("---\n", 2)
        title = re.search(r"^(?:title|标题): *(.*)$", front, re.M)
        self.title = title.group(1).strip("\"'") if title else ""
        body = re.sub(r"^:::.*?^:::\s*$", "", body, flags=re.M | re.S)
        blocks = [b.strip() for b in re.split(r"\n\s*\n", body)]
        self.paragraphs = [b for b in blocks if b and is_prose(b)]
        self.heads = [b for b in blocks if re.match(r"## .*$", b)]


def donors():
    paths = sorted(glob.glob(os.path.join(ROOT, "samples", "*", "*", "*.md")))
    found = [Donor(path) for path in paths]
    return [d for d in found if d.title and len(d.paragraphs) >= 4]


def pictures():
    found = []
    for ending in ("jpg", "png"):
        found += glob.glob(os.path.join(ROOT, "samples", "*", "*",
                                        "*." + ending))
    return sorted(found)


def article(number, found, photos):
    dice = rolls(number)
    donor = found[next(dice) % len(found)]
    paragraphs = shuffled([p for d in found for p in d.paragraphs], dice)
    heads = shuffled([h for d in found for h in d.heads], dice)
    lines = ["---", 'title: "%s（%d）"' % (donor.title.replace('"', ""), number),
             "byline: 通讯员　第%d组" % (next(dice) % 90 + 10)]
    if photos and number % PICTURE_EVERY == 0:
        lines += ["photos:", "  - {file: images/%s, caption: 第%d篇的图片, "
                  "credit: 资料图片}" % (photos[number % len(photos)], number)]
    lines += ["---", ""]
    count = 0
    for i, paragraph in enumerate(paragraphs):
        if count >= CHARACTERS:
            break
        if i % 5 == 3 and heads:
            lines += [heads.pop(), ""]
        lines += [paragraph, ""]
        count += len(paragraph)
    return "\n".join(lines)


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def make(count, folder):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(os.path.join(folder, "articles"))
    os.makedirs(os.path.join(folder, "images"))
    found, photos = donors(), []
    for i, path in enumerate(pictures()):
        name = "%02d%s" % (i, os.path.splitext(path)[1])
        shutil.copyfile(path, os.path.join(folder, "images", name))
        photos.append(name)
    names = []
    for number in range(1, count + 1):
        names.append("articles/%04d.md" % number)
        write(os.path.join(folder, names[-1]),
              article(number, found, photos))
    write(os.path.join(folder, "issue.yaml"),
          "name: 一周工运\nissue: 46\ntotal: 46\ndate: 2026-11-20\n"
          "publisher: 市总工会\nlayout: digest\narticles:\n" +
          "".join("  - %s\n" % name for name in names))


def main():
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        sys.exit(__doc__)
    make(int(sys.argv[1]), sys.argv[2])


if __name__ == "__main__":
    main()
