# SPDX-License-Identifier: MIT
"""layouts.py - the two layouts of the bench, out of those of the project.

The type is theirs. Masthead, running heads, index and tail are taken away, so
that every page has the same rows for its articles: five columns of 73 rows on
a tabloid page (四开), three of 50 on an A4 one. What is known of heads and
columns for the estimates of generate.py is read here too."""
import math
import os
import re

import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
FURNITURE = ("first_page", "inner_page", "every_page", "index", "tail")
BASES = {"tabloid": ("tabloid", 73), "a4": ("digest", 50)}
PAGES = 4


class Loader(yaml.SafeLoader):
    """Every value a string."""


Loader.yaml_implicit_resolvers = {}


def base_text(format):
    path = os.path.join(ROOT, "layouts", BASES[format][0] + ".yaml")
    with open(path, encoding="utf-8") as file:
        return file.read()


def layout_text(format):
    """The layout's file: top-level keys that place furniture left out."""
    kept, skips = [], False
    for line in base_text(format).splitlines():
        if re.match(r"\w", line):
            skips = line.split(":")[0] in FURNITURE
        if not skips:
            kept.append(line)
    text = "\n".join(kept) + "\n"
    for key, value in (("lines", BASES[format][1]), ("makeup", "modular"),
                       ("pages", PAGES)):
        text = re.sub(r"^%s:.*\n" % key, "", text, flags=re.M)
        text += "%s: %s\n" % (key, value)
    return text


def points(text, em):
    """A length in points: 14pt, 14, 1.5字."""
    number, unit = re.match(r"^([\d.]+)\s*(\D*)$", str(text)).groups()
    return float(number) * {"字": em, "mm": 72 / 25.4}.get(unit, 1)


class Layout:
    """What an estimate needs of a layout; lengths in points."""

    def __init__(self, format):
        self.keys = yaml.load(layout_text(format), Loader)
        keys = self.keys
        self.em = points(keys["body"]["size"], 0)
        self.pitch = points(keys["body"]["leading"], 0)
        self.columns, self.rows = int(keys["columns"]), int(keys["lines"])
        self.measure = points(keys["measure"], self.em)
        self.gutter = points(keys["gutter"], self.em)
        self.top = points(keys["top"], self.em)
        self.bleed = points(keys.get("bleed", 0), self.em)
        self.characters = int(self.measure // self.em)
        self.gap = int(keys.get("story", {}).get("rows", 1))
        self.page_cells = self.columns * (self.rows + self.gap)

    def width(self, columns):
        return columns * (self.measure + self.gutter) - self.gutter

    def plan(self, level):
        plan = dict(self.keys["heads"]["normal"])
        plan.update(self.keys["heads"].get(level, {}))
        return plan

    def spans(self, level):
        spans = self.plan(level).get("spans", ["1", self.columns])
        return int(spans[0]), int(spans[1])

    def head_rows(self, level, columns, title, kicker, subtitle, byline):
        plan = self.plan(level)
        sizes = plan["title"]["size"]
        size = points(sizes[0] if isinstance(sizes, list) else sizes, self.em)
        lines = math.ceil(title * size / self.width(columns))
        depth = points(plan.get("above", 0), self.em)
        depth += lines * points(plan["title"]["leading"], self.em)
        for there, name in ((kicker, "kicker"), (subtitle, "subtitle"),
                            (byline, "byline")):
            if there:
                depth += points(plan[name]["leading"], self.em)
        return math.ceil((depth + points(plan.get("below", 0), self.em)) /
                         self.pitch)

    def picture_rows(self, columns, shape, caption):
        """Rows of a picture so wide, its caption's line included; `shape` is
        its height by its width."""
        depth = self.width(columns) * shape
        return round(depth / self.pitch) + (1 if caption else 0)
