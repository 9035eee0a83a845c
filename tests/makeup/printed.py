# SPDX-License-Identifier: MIT
"""printed.py - white and pictures of finished pages, as `mutool trace` sees
them: nothing is asked of the program but where its blocks stand.

    found = printed_faults(pdf, report, layout)

A cell of a block is white when neither its head nor a glyph nor a picture is
in it. The report's `blanks` must not be fewer; the white that frames and
captions have by design is no blank. A picture may be cut at its edges, never
squeezed."""
import re
import subprocess

SQUEEZED = 0.006  # a picture's shape may be off by so much
TOKEN = re.compile(
    r'<g unicode="([^"]*)" glyph="-?\d+" x="([^"]*)" y="([^"]*)"|'
    r'<fill_image [^>]*transform="([^"]*)" width="(\d+)" height="(\d+)"|'
    r'(<clip_path)|(<pop_clip)|<(?:moveto|lineto) x="([^"]*)" y="([^"]*)"')
PAGE = re.compile(r'<page number="\d+" mediabox="0 0 (\S+) ([^"]*)">(.*?)</page>',
                  re.S)


class Page:
    """Glyphs (x, baseline) and pictures (left, top, right, foot), in points
    from the top left corner of the sheet."""

    def __init__(self, width, height, text):
        self.width, self.height = width, height
        self.glyphs, self.pictures, self.shapes = [], [], []
        self.clips, self.points = [], None
        for match in TOKEN.finditer(text):
            self.take(match)

    def take(self, match):
        char, x, y, transform, w, h, clip, pop, px, py = match.groups()
        if clip:
            self.points = []
            self.clips.append(self.points)
        elif pop:
            if self.clips:
                self.clips.pop()
        elif px is not None:
            if self.points is not None:
                self.points.append((float(px), self.height - float(py)))
        elif transform:
            self.points = None
            self.take_picture(transform, int(w), int(h))
        else:
            self.points = None
            if char.strip("\u3000 \xa0"):
                self.glyphs.append((float(x), self.height - float(y)))

    def take_picture(self, transform, pixels, pixel_rows):
        a, _, _, d, x, y = map(float, transform.split())
        rect = [x, y, x + a, y + d]
        if d < 0:
            rect = [x, y + d, x + a, y]
        self.shapes.append(abs(a / d) / (pixels / pixel_rows))
        for points in filter(None, self.clips):
            xs, ys = zip(*points)
            rect = [max(rect[0], min(xs)), max(rect[1], min(ys)),
                    min(rect[2], max(xs)), min(rect[3], max(ys))]
        self.pictures.append(rect)


def pages_of(pdf):
    text = subprocess.run(["mutool", "trace", pdf], check=True,
                          capture_output=True).stdout.decode("utf-8",
                                                             "replace")
    return [Page(float(m.group(1)), float(m.group(2)), m.group(3))
            for m in PAGE.finditer(text)]


def squeezed_faults(pages):
    return ["page %d: a picture is squeezed, %.1f %%"
            % (number, 100 * (shape - 1))
            for number, page in enumerate(pages, 1) for shape in page.shapes
            if abs(shape - 1) > SQUEEZED]


# ---- White. ----

class Block:
    """The cells of a block that something stands in, from its top left."""

    def __init__(self, block, layout, page):
        self.columns, self.rows = block["columns"], block["rows"]
        # The type area is in the middle of the sheet's width.
        left = (page.width - layout.width(layout.columns)) / 2
        self.left = left + block["column"] * (layout.measure + layout.gutter)
        self.step = ((layout.width(self.columns) + layout.gutter) /
                     self.columns)
        self.top = (layout.bleed + layout.top + block["row"] * layout.pitch)
        self.pitch = layout.pitch
        self.taken = {(column, row)
                      for column in range(block["head_columns"])
                      for row in range(block["head_row"], block["head_row"] +
                                       block["head_rows"])}
        for x, y in page.glyphs:
            self.take(x + 1, y - 1, x + 1, y - 1)
        for rect in page.pictures:
            self.take(rect[0] + 1, rect[1] + 1, rect[2] - 1, rect[3] - 1)

    def take(self, x, y, right, foot):
        first, last = ((v - self.left) // self.step for v in (x, right))
        top, end = ((v - self.top) // self.pitch for v in (y, foot))
        for column in range(int(max(first, 0)),
                            int(min(last, self.columns - 1)) + 1):
            for row in range(int(max(top, 0)), int(min(end,
                                                       self.rows - 1)) + 1):
                self.taken.add((column, row))

    def white(self):
        return self.columns * self.rows - len(self.taken)


def white_of(pages, report, layout):
    """File, white counted, white told, for each block."""
    for told in report["pages"]:
        for block in told["blocks"]:
            counted = Block(block, layout, pages[told["page"] - 1]).white()
            yield told["page"], block, counted


def designed(block):
    """White cells of the design, at most: under the text of a frame, around a
    label, beside and under captions."""
    frame = 0 if not block["boxed"] else 1 if block["head_rows"] else 5
    return (frame * block["columns"] +
            block["pictures"] * (block["columns"] + 2))


def printed_faults(pdf, report, layout):
    pages = pages_of(pdf)
    faults = squeezed_faults(pages)
    for number, block, counted in white_of(pages, report, layout):
        if counted - designed(block) > block["blanks"]:
            faults.append("page %d: %s: the report says %d blank cells, it is "
                          "%d" % (number, block["file"], block["blanks"],
                                  counted))
    return faults
