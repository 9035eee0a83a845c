#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Pictures with 裁切: 否 in finished PDFs, in both ways of make-up: the whole
picture is seen in its own shape, in the middle of its columns, with white
beside it or under it. What is seen of a picture is read off the page: its
box, cut by the paths that clip it. The same pictures without the key are the
control."""
import os
import re
import struct
import zlib

from finished import Tap, structure, work_folder
from papers import Made, Paper
from test_quotes import grid_of

# Shapes that are no whole number of lines deep in the columns they get.
SHAPES = {"a.png": (611, 397), "b.png": (401, 533), "c.png": (900, 307),
          "d.png": (500, 489)}
NEAR = 0.06    # points


def png(width, height):
    """Grey, of so many pixels: few bytes."""
    def chunk(kind, body):
        return (struct.pack(">I", len(body)) + kind + body +
                struct.pack(">I", zlib.crc32(kind + body)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) +
            chunk(b"IDAT", rows) + chunk(b"IEND", b""))


# ---- What is seen. ----

EVENT = re.compile(r"<clip_path[^>]*transform=\"([^\"]*)\">(.*?)</clip_path>|"
                   r"<(pop_clip)/>|<fill_image[^>]*transform=\"([^\"]*)\" "
                   r"width=\"(\d+)\" height=\"(\d+)\"", re.S)
POINT = re.compile(r'(?:x|cx3)="([-\d.]+)" (?:y|cy3)="([-\d.]+)"')


def moved(matrix, points):
    a, b, c, d, e, f = matrix
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]


def box_of(points):
    xs, ys = zip(*points)
    return min(xs), min(ys), max(xs), max(ys)


def meet(a, b):
    return (max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))


class Seen:
    """A picture: its whole box, what is seen of it, its pixels."""

    def __init__(self, whole, clips, pixels):
        self.whole, self.pixels = whole, pixels
        self.seen = whole
        for clip in clips:
            self.seen = meet(self.seen, clip)

    def width(self):
        return self.seen[2] - self.seen[0]

    def height(self):
        return self.seen[3] - self.seen[1]


def pictures_of(pdf):
    _, out, _ = structure.run("mutool", "trace", pdf)
    found, clips = [], []
    for clip, path, pop, image, width, height in EVENT.findall(out):
        if pop:
            clips.pop()
            continue
        matrix = [float(number) for number in (clip or image).split()]
        if image:
            corners = moved(matrix, ((0, 0), (1, 0), (0, 1), (1, 1)))
            found.append(Seen(box_of(corners), clips,
                              (int(width), int(height))))
        else:
            points = [(float(x), float(y)) for x, y in POINT.findall(path)]
            clips.append(box_of(moved(matrix, points)))
    return found


def is_cut(seen):
    return max(abs(a - b) for a, b in zip(seen.whole, seen.seen)) > NEAR


def columns_of(grid, seen):
    """Width of the columns it stands in, and how far it is off their middle."""
    middle = (seen.seen[0] + seen.seen[2]) / 2 - grid.bleed
    lefts = grid.column_lefts()
    best = None
    for first in range(grid.columns):
        for last in range(first, grid.columns):
            left, right = lefts[first], lefts[last] + grid.measure
            width = round(right - left, 2)
            if width + NEAR < seen.width():
                continue
            off = abs(middle - (left + right) / 2)
            if best is None or (width, off) < best:
                best = (width, off)
    return best


def whole_faults(grid, seen):
    """All of it, in its own shape, in the middle of its columns."""
    faults = []
    name = "%d × %d" % seen.pixels
    if is_cut(seen):
        faults.append("%s: cut" % name)
    shape = seen.pixels[0] / seen.pixels[1]
    if abs(seen.width() / seen.height() / shape - 1) > 0.002:
        faults.append("%s: in another shape" % name)
    columns = columns_of(grid, seen)
    if columns is None or columns[1] > NEAR:
        faults.append("%s: not in the middle of its columns" % name)
    return faults


def white_of(grid, seen):
    """Points of white at its sides, or between it and the last line that it
    would be deep if it were cut."""
    columns = columns_of(grid, seen)
    beside = columns[0] - seen.width()
    pitch, ink = grid.leading, grid.leading - grid.size
    over = (seen.height() + ink) % pitch
    return max(beside, min(over, pitch - over))


# ---- Making them. ----

class Pictured(Paper):
    """Leads only: they are never framed, so their columns are the page's."""

    def __init__(self, keys, key, widths):
        super().__init__(5, keys)
        for file, width in zip(SHAPES, widths):
            self.put("标题: %s\n级别: 头条\n图片:\n  - {文件: %s, 栏宽: %d, 说明: 图%s}"
                     % (self.hanzi(8), file, width,
                        "" if key is None else ", 裁切: " + key),
                     self.body(70))
        # One within the text.
        file, width = list(SHAPES)[0], widths[1]
        name = self.put("级别: 头条\n标题: " + self.hanzi(8), self.body(40))
        self.texts[name] += "\n![图](%s){栏宽=%d%s}\n\n%s\n" % (
            file, width, "" if key is None else " 裁切=" + key, self.body(30))

    def write(self, folder, order=None):
        path = super().write(folder, order)
        for name, shape in SHAPES.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(png(*shape))
        return path


WAYS = (("流排", "digest", "排法: 流排", (1, 2, 3, 1)),
        ("流排, two columns wide", "digest", "排法: 流排", (2, 1, 2, 2)),
        ("模块", "tabloid", "排法: 模块\n版数: 2", (2, 2, 3, 1)),
        ("模块", "digest", "排法: 模块\n版数: 3", (2, 1, 3, 1)))


def seen_with(key, way, folder):
    name, layout, keys, widths = way
    made = Made(Pictured(keys, key, widths), folder, "--layout", layout)
    return made, pictures_of(made.pdf) if made.status == 0 else []


def check(tap, way, folder):
    name = "%s (%s)" % way[:2]
    grid = grid_of(way[1])
    made, whole = seen_with("否", way, os.path.join(folder, "no"))
    tap.equal(made.status, 0, name + ": is made")
    tap.equal(len(whole), len(SHAPES) + 1, name + ": with all its pictures")
    for seen in whole:
        tap.empty(whole_faults(grid, seen),
                  name + ": %d × %d stands whole" % seen.pixels)
    tap.ok(any(white_of(grid, seen) > 1 for seen in whole),
           name + ": with white about it")
    tap.equal(sum(image["crop_permille"] for page in made.report["pages"]
                  for image in page.get("images", [])), 0,
              name + ": and the report says so")
    for key in (None, "是"):
        _, others = seen_with(key, way, os.path.join(folder, "yes"))
        cut = [seen for seen in others if is_cut(seen)]
        tap.ok(len(cut) >= 3 and all(whole_faults(grid, seen) for seen in cut),
               name + ": found, cut ones, where 裁切 is %s" % key)


def check_controls(tap):
    """The reading itself: what is cut, squeezed or out of the middle."""
    grid = grid_of("digest")
    left = grid.column_lefts()[0] + grid.bleed
    width = grid.measure

    def picture(x, w, h, clips=()):
        return Seen((left + x, 100, left + x + w, 100 + h), clips, (300, 200))

    high = width * 2 / 3
    tap.empty(whole_faults(grid, picture(0, width, high)),
              "a picture as wide as its column")
    tap.empty(whole_faults(grid, picture(6, width - 12, high - 8)),
              "a narrower one in the middle of it")
    tap.caught(whole_faults(grid, picture(0, width - 12, high - 8)),
               "found: out of the middle")
    tap.caught(whole_faults(grid, picture(0, width, high - 3)),
               "found: squeezed")
    clip = (left, 102, left + width, 90 + high)
    tap.caught(whole_faults(grid, picture(0, width, high, [clip])),
               "found: cut")


def main():
    tap = Tap()
    check_controls(tap)
    for way in WAYS:
        with work_folder() as folder:
            check(tap, way, folder)
    tap.done()


if __name__ == "__main__":
    main()
