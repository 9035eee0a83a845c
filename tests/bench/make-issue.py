#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""make-issue.py - an issue of any size from the articles of samples/.

    tests/bench/make-issue.py 400 build/bench/400
    tests/bench/make-issue.py 400 build/bench/400 2

Each article has about 1,900 characters: paragraphs and crossheads of all
samples in an order of its own, so that no two texts are the same, and one
picture: of the samples', or with a third argument one of its own that has so
many megabytes of noise. The same numbers give the same issue, byte for byte.
"""
import glob
import os
import re
import shutil
import sys

import noise

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


def copy_pictures(folder):
    names = []
    for i, path in enumerate(pictures()):
        names.append("%02d%s" % (i, os.path.splitext(path)[1]))
        shutil.copyfile(path, os.path.join(folder, names[-1]))
    return names


def make_pictures(folder, count, megabytes):
    names = []
    for i in range(count):
        names.append("%04d.jpg" % i)
        with open(os.path.join(folder, names[-1]), "wb") as file:
            file.write(noise.jpeg(i, noise.side_for(megabytes * 1e6)))
    return names


def make(count, folder, megabytes):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(os.path.join(folder, "articles"))
    images = os.path.join(folder, "images")
    os.makedirs(images)
    found = donors()
    photos = (make_pictures(images, count, megabytes) if megabytes
              else copy_pictures(images))
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
    numbers = sys.argv[1:2] + sys.argv[3:4]
    if len(sys.argv) not in (3, 4) or not all(n.isdigit() for n in numbers):
        sys.exit(__doc__)
    make(int(numbers[0]), sys.argv[2], int(numbers[1]) if numbers[1:] else 0)


if __name__ == "__main__":
    main()
