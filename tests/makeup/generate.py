#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""generate.py - an issue for make-up to try its hand on, made by dice.

    generate.py tabloid 7 46 FOLDER [--volume -30]

Format (tabloid: 5 columns x 73 rows, a4: 3 x 50), articles a page, seed,
folder. Four pages; the copy takes as much of them as --volume says, in
thousandths more or less than they hold; without it from -100 to +100, by the
dice. The same call writes the same bytes.

How much an article takes is estimated from the layout's own figures; bodies
are then written to the line, so that the whole comes out at the volume wanted.
What the copy really takes only the program knows (copy_cells of its report).
"""
import argparse
import math
import os
import random
import struct
import sys
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from layouts import PAGES, Layout, layout_text  # noqa: E402
from prose import Writer  # noqa: E402

RANKS = {"lead": 6, "second": 5, "major": 4, "normal": 3, "soft": 2,
         "brief": 1}
NAMES = {"lead": "头条", "second": "二条", "major": "要闻", "normal": "一般",
         "soft": "文苑", "brief": "简讯"}
# How long the bodies of a level are beside each other, before the dice.
LENGTHS = {"lead": 1.7, "second": 1.35, "major": 1.1, "normal": 0.8,
           "soft": 0.9, "brief": 0.6}
SPREAD = 0.4            # of the log-normal lengths
PHOTO_SHARE = 0.42
LEAST_LINES = {"tabloid": 14, "a4": 9}
MOST_SHARE = 0.62       # of a page that one body may take
SHAPES = {"wide.png": 2 / 3, "high.png": 4 / 3}
VOLUMES = (-100, 100)   # thousandths
# What the estimate lacks: cells an article, by format; found by comparing
# with the program's reports (bench.py prints both).
TUNING = {"tabloid": (1.033, 0.0), "a4": (1.048, 0.0)}


def png(width, height):
    """Grey, of so many pixels: few bytes."""
    def chunk(kind, body):
        return (struct.pack(">I", len(body)) + kind + body +
                struct.pack(">I", zlib.crc32(kind + body)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) +
            chunk(b"IDAT", rows) + chunk(b"IEND", b""))


PICTURES = {"wide.png": png(300, 200), "high.png": png(240, 320)}


class Photo:
    def __init__(self, dice, writer):
        self.file = dice.choice(sorted(SHAPES))
        self.caption = "图为" + writer.title(dice.randint(8, 16)) + "。"
        self.credit = writer.name() if dice.random() < 0.5 else ""
        self.columns = 2 if dice.random() < 0.15 else 0
        self.may_drop = dice.random() < 0.15

    def text(self):
        parts = ["文件: " + self.file, "说明: " + self.caption]
        if self.credit:
            parts.append("摄影: " + self.credit)
        if self.columns:
            parts.append("栏宽: %d" % self.columns)
        if self.may_drop:
            parts.append("可省: 是")
        return "  - {%s}" % ", ".join(parts)


class Article:
    """What the dice say of an article, then its body."""

    def __init__(self, dice, writer, number, level):
        self.dice, self.writer = dice, writer
        self.file, self.level = "%02d.md" % number, level
        self.weight = number
        is_brief = level == "brief"

        def maybe(share, make):
            return make() if dice.random() < share and not is_brief else ""
        self.title = "简讯" if is_brief else writer.title(self.title_length())
        self.short = maybe(0.1, lambda: writer.title(7))
        self.other = maybe(0.1, lambda: writer.title(
            max(7, len(self.title) - 5)))
        self.kicker = maybe(0.15, lambda: writer.title(dice.randint(8, 14)))
        self.subtitle = maybe(0.2, lambda: writer.title(dice.randint(10, 18)))
        self.byline = maybe(0.6, lambda: "通讯员 " + writer.name())
        self.photos = []
        if maybe(PHOTO_SHARE, lambda: True):
            self.photos.append(Photo(dice, writer))
        if level == "lead" and dice.random() < 0.3:
            self.photos.append(Photo(dice, writer))
        self.wish = LENGTHS[level] * math.exp(dice.gauss(0, SPREAD))
        if self.photos:  # short items get no picture
            self.wish *= 1.3
        self.body = []

    def title_length(self):
        """Eight to 24 characters; a lead's is cut to its place by an editor."""
        if self.level == "lead":
            return self.dice.randint(8, 14)
        return min(24, max(8, round(self.dice.gauss(14, 4))))

    def photo_columns(self, photo, columns):
        return min(photo.columns or (columns + 1) // 2, columns)

    def photo_rows(self, layout, photo, columns):
        return layout.picture_rows(self.photo_columns(photo, columns),
                                   SHAPES[photo.file], photo.caption)

    def columns(self, layout, lines):
        """It would take if nothing pressed: what weighs stands as wide as it
        may, where its text fills the columns beside its picture; the rest
        about as high as wide."""
        fewest, most = layout.spans(self.level)
        if RANKS[self.level] <= RANKS["normal"]:
            wanted = round(math.sqrt(lines * 1.3 * layout.pitch /
                                     (layout.measure + layout.gutter)))
            return min(max(wanted, fewest), most)
        for columns in range(most, fewest, -1):
            beside = sum((columns - self.photo_columns(photo, columns)) *
                         self.photo_rows(layout, photo, columns)
                         for photo in self.photos[:1])
            if lines >= beside:
                return columns
        return fewest

    def fixed_cells(self, layout, columns):
        """Of head, pictures and the gap below, in so many columns."""
        head = 2 if self.level == "brief" else layout.head_rows(
            self.level, columns, len(self.title), self.kicker, self.subtitle,
            self.byline)
        cells = columns * (head + layout.gap)
        for photo in self.photos:
            cells += (self.photo_columns(photo, columns) *
                      self.photo_rows(layout, photo, columns))
        return cells

    # ---- The body, to the line. ----

    def write(self, lines, characters):
        if self.level == "brief":
            self.write_items(lines, characters)
            return
        longest = 160 // characters
        marked = self.dice.random() < 0.1
        since = 0
        while lines > 0:
            if since > 8 and lines > 8 and self.dice.random() < 0.15:
                self.body.append("## " + self.writer.title(
                    self.dice.randint(5, 9)))
                lines, since = lines - 1, 0
                continue
            if lines > 6 and self.dice.random() < 0.04:
                lines -= self.write_list(characters)
                continue
            count = min(lines, self.dice.randint(3, longest))
            if lines - count in (1, 2):
                count = lines if lines <= longest else count - 2
            text = self.paragraph(count, characters)
            if marked and since > 3 and count <= 4:
                text, marked = text + "{可删}", False
            self.body.append(text)
            lines, since = lines - count, since + count

    def paragraph(self, lines, characters):
        """Of so many lines, the first indented by two characters."""
        most = lines * characters - 3
        least = max(4, most - characters + 5)
        return self.writer.paragraph(self.dice.randint(least, max(least,
                                                                  most)))

    def write_list(self, characters):
        count = self.dice.randint(3, 4)
        items = ["- " + self.writer.paragraph(
            self.dice.randint(7, characters - 3)) for _ in range(count)]
        self.body.append("\n".join(items))
        return count

    def write_items(self, lines, characters):
        while lines > 0:
            count = min(lines, self.dice.randint(2, 4))
            if lines - count == 1:
                count += 1
            name = self.writer.title(5)
            self.body.append("## %s\n%s" % (name, self.writer.paragraph(
                count * characters - 8 - self.dice.randint(0, 5))))
            lines -= count

    # ---- The file. ----

    def front(self):
        pairs = [("级别", NAMES[self.level]), ("引题", self.kicker),
                 ("标题", self.title), ("短标题", self.short),
                 ("备选标题", self.other), ("副题", self.subtitle),
                 ("作者", self.byline), ("权重", str(self.weight))]
        lines = ["%s: %s" % pair for pair in pairs if pair[1]]
        if self.photos:
            lines += ["图片:"] + [photo.text() for photo in self.photos]
        return "\n".join(lines)

    def text(self):
        return "---\n%s\n---\n\n%s\n" % (self.front(), "\n\n".join(self.body))


def levels(dice, count):
    """One lead, a second for each other page, the rest by share."""
    found = ["lead"] + ["second"] * min(PAGES - 1, count - 1)
    if dice.random() < 0.5 and count > len(found):
        found.append("brief")
    while len(found) < count:
        found.append(dice.choices(("major", "normal", "soft"),
                                  (35, 50, 15))[0])
    return found


def body_lines(articles, layout, cells, least):
    """Lines for each body, so that all take `cells` with their heads; and
    what heads and pictures take."""
    most = int(layout.page_cells * MOST_SHARE)
    lines, total = [40] * len(articles), sum(a.wish for a in articles)
    for _ in range(6):  # heads and pictures follow from the lengths
        fixed = sum(a.fixed_cells(layout, a.columns(layout, n))
                    for a, n in zip(articles, lines))
        lines = [min(max(round((cells - fixed) * a.wish / total), least), most)
                 for a in articles]
    fixed = sum(a.fixed_cells(layout, a.columns(layout, n))
                for a, n in zip(articles, lines))
    order = sorted(range(len(lines)), key=lambda i: -lines[i])
    for turn in range(40 * len(order)):
        off = cells - fixed - sum(lines)
        place, step = order[turn % len(order)], 1 if off > 0 else -1
        if off != 0 and least <= lines[place] + step <= most:
            lines[place] += step
    return lines, fixed


class Issue:
    """An issue in memory; `put` writes it."""

    def __init__(self, format, per_page, seed, volume=None):
        dice = random.Random("%s %d %d" % (format, per_page, seed))
        self.format, self.per_page, self.seed = format, per_page, seed
        self.layout = Layout(format)
        if volume is None:
            volume = dice.randint(*VOLUMES)
        self.volume = volume
        self.capacity = self.layout.page_cells * PAGES
        writer = Writer(dice)
        kinds = levels(dice, per_page * PAGES)
        self.articles = [Article(dice, writer, i + 1, level)
                         for i, level in enumerate(kinds)]
        self.jumps = 1 if dice.random() < 0.5 else 0
        factor, each = TUNING[format]
        wanted = self.capacity * (1000 + volume) / 1000
        cells = round((wanted - each * len(self.articles)) / factor)
        self.lines, fixed = body_lines(self.articles, self.layout, cells,
                                       LEAST_LINES[format])
        while fixed + sum(self.lines) > cells:  # bodies cannot be shorter
            [a for a in self.articles if a.photos][-1].photos.pop()
            self.lines, fixed = body_lines(self.articles, self.layout, cells,
                                           LEAST_LINES[format])
        for article, count in zip(self.articles, self.lines):
            article.write(count, self.layout.characters)
        self.estimate = round(factor * (fixed + sum(self.lines)) +
                              each * len(self.articles))

    def issue_text(self):
        lines = ["名称: 试报", "期号: %d" % (self.seed % 1000 + 1),
                 "日期: 2026-11-20", "版式: layout.yaml", "版数: %d" % PAGES,
                 "规则: {转版: %d}" % self.jumps, "稿件:"]
        return "\n".join(lines + ["  - " + a.file for a in self.articles]
                         ) + "\n"

    def files(self):
        found = {"issue.yaml": self.issue_text(),
                 "layout.yaml": layout_text(self.format)}
        found.update((a.file, a.text()) for a in self.articles)
        return found

    def put(self, folder):
        """Writes the issue; the path of its issue.yaml."""
        os.makedirs(folder, exist_ok=True)
        for name, text in self.files().items():
            with open(os.path.join(folder, name), "w",
                      encoding="utf-8") as file:
                file.write(text)
        for name, body in PICTURES.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(body)
        return os.path.join(folder, "issue.yaml")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("format", choices=("tabloid", "a4"))
    parser.add_argument("per_page", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("folder")
    parser.add_argument("--volume", type=int)
    given = parser.parse_args()
    issue = Issue(given.format, given.per_page, given.seed, given.volume)
    print("%s: %d articles, about %d of %d cells"
          % (issue.put(given.folder), len(issue.articles), issue.estimate,
             issue.capacity))


if __name__ == "__main__":
    main()
