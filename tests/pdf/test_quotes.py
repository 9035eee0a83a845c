#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Pull quotes (引语块) in finished PDFs: a sentence of the article, large, with
text over it and under it and away from where the article says it; and once
only in the tags. Each check is given something spoilt."""
import copy
import os

import yaml
from expected import squash
from finished import ROOT, Tap, make, structure, work_folder
from lines import Grid, lines_of
from papers import Made, Paper, closed_faults, lost
from test_tags import articles_of, text_of, tree_of

LARGE = {"tabloid": 14, "tabloid-six": 13, "broadsheet": 15, "digest": 14}
LINES = (91, 57, 41, 33, 25, 19)    # of articles: nearly a page
AWAY = 6    # rows between the quote and its sentence in a column


class Quoting(Paper):
    """Each article offers the first sentence of some of its paragraphs."""

    def __init__(self, seed, keys):
        super().__init__(seed, keys)
        self.offered = {}

    def article(self, lines, level):
        body = self.body(lines)
        paragraphs = body.split("\n\n")
        offered = ["，".join(paragraph.split("，")[:2])
                   for paragraph in paragraphs[1::3]]
        front = "标题: %s\n级别: %s\n引语:\n%s" % (
            self.hanzi(9), level,
            "".join("  - %s\n" % quote for quote in offered))
        name = self.put(front, body)
        self.offered[name] = [squash(quote) for quote in offered]


def page_of(seed, keys="版数: 1", less=0):
    paper = Quoting(seed, keys)
    for number, lines in enumerate(LINES):
        paper.article(lines - less, "头条" if number == 0 else "一般")
    return paper


def grid_of(layout):
    with open(os.path.join(ROOT, "layouts", layout + ".yaml"),
              encoding="utf-8") as file:
        return Grid(yaml.load(file, yaml.BaseLoader))


class Page:
    """Where lines of the text and of quotes stand on page 1, in points from
    the top left corner of the trimmed page."""

    def __init__(self, made, layout):
        self.made = made
        self.grid = grid_of(layout)
        lines = lines_of(structure.trace(made.pdf)[:1], self.grid)
        self.body = [line for line in lines
                     if abs(line.size - self.grid.size) < 0.01]
        self.large = [line for line in lines
                      if abs(line.size - LARGE[layout]) < 0.01 and
                      self.grid.holds(line)]

    def rows_of(self, line):
        return self.grid.place(line)[1] / self.grid.leading

    def column_of(self, line):
        return int((self.grid.place(line)[0] - self.grid.left + 1) //
                   (self.grid.measure + self.grid.gutter))

    def lines_saying(self, sentence):
        """Lines of the text that a sentence stands in."""
        text = "".join(line.text for line in self.body)
        at, found = text.find(sentence), []
        if at < 0:
            return []
        start = 0
        for line in self.body:
            end = start + len(line.text)
            if start < at + len(sentence) and end > at:
                found.append(line)
            start = end
        return found


def quotes_told(made):
    return [(block["file"], squash(block["pull_quote"]), block)
            for _, block in made.blocks() if block.get("pull_quote")]


def quote_faults(page, offered):
    """All that is large is what the report tells, each told once, and text
    stands about it."""
    told = quotes_told(page.made)
    faults = []
    large = "".join(line.text for line in page.large)
    if sorted(large) != sorted("".join(quote for _, quote, _ in told)):
        faults.append("large: %s" % large)
    text = page.made.pages[0]
    for name, quote, block in told:
        if quote not in offered.get(name, []):
            faults.append("%s does not offer %s" % (name, quote))
        if text.count(quote) != 2:
            faults.append("%s is printed %d times" % (quote, text.count(quote)))
        lines = [line for line in page.large if line.text in quote]
        faults += place_faults(page, quote, lines, block)
    return faults


def place_faults(page, quote, lines, block):
    if not lines:
        return ["%s is not large" % quote]
    faults = []
    rows = [page.rows_of(line) for line in lines]
    column = min(page.column_of(line) for line in lines)
    first = page.grid.top / page.grid.leading + \
        page.made.report["pages"][0]["first_row"] + block["row"]
    if min(rows) < first + 5 or max(rows) > first + block["rows"] - 4:
        faults.append("%s: at the head or foot of its article" % quote)
    for line in page.lines_saying(quote):
        row = page.rows_of(line)
        if page.column_of(line) == column and \
                min(rows) - AWAY < row < max(rows) + AWAY:
            faults.append("%s: stands beside itself" % quote)
    return faults


def tag_faults(pdf, told):
    """In the tree each sentence is said once."""
    texts = [text_of(article) for article in articles_of(tree_of(pdf))]
    faults = []
    for _, quote, _ in told:
        count = sum(text.count(quote) for text in texts)
        if count != 1:
            faults.append("%s is said %d times" % (quote, count))
    return faults


def check_pages(tap, folder):
    found = None
    count = 0
    for seed in range(40, 52):
        paper = page_of(seed)
        made = Made(paper, os.path.join(folder, "p%d" % seed))
        told = quotes_told(made)
        if made.status or closed_faults(made.report, 1) or not told:
            continue
        name = "page %d, quotes %d" % (seed, len(told))
        count += len(told)
        tap.empty(quote_faults(Page(made, "tabloid"), paper.offered),
                  name + ": large, as told, with text about them")
        tap.empty(lost(made, paper.order), name + ": nothing is lost")
        found = found or (paper, made)
    if tap.ok(count >= 5, "quotes are used where pages are short: %d" % count):
        check_controls(tap, *found)
        check_tags(tap, folder, *found)


def check_controls(tap, paper, made):
    page = Page(made, "tabloid")
    name, quote, _ = quotes_told(made)[0]

    def spoilt(what, change, offered=paper.offered):
        wrong = copy.copy(page)
        wrong.made = copy.copy(made)
        wrong.made.report = copy.deepcopy(made.report)
        wrong.made.pages = list(made.pages)
        change(wrong)
        tap.caught(quote_faults(wrong, offered), "found: " + what)

    def at_row_of(line):
        def move(wrong):
            wrong.large = [one._replace(y=line.y) if one.text in quote else one
                           for one in page.large]
        return move

    def told_as(text):
        def change(wrong):
            for block in wrong.made.report["pages"][0]["blocks"]:
                if block["file"] == name:
                    block["pull_quote"] = text
        return change

    spoilt("a sentence that is not offered", lambda wrong: None, {name: []})
    spoilt("another sentence told", told_as("天地玄黄"))
    spoilt("none told", told_as(""))
    spoilt("none large", lambda wrong: setattr(wrong, "large", []))
    spoilt("a sentence printed once",
           lambda wrong: setattr(wrong.made, "pages",
                                 [made.pages[0].replace(quote, "", 1)]))
    spoilt("a quote at the foot of the page", at_row_of(
        min(page.body, key=lambda line: line.y)))
    near = page.lines_saying(quote)[0]
    spoilt("a quote beside its sentence", lambda wrong: setattr(
        wrong, "large", [one._replace(x=near.x, y=near.y)
                         if one.text in quote else one for one in page.large]))


def check_tags(tap, folder, paper, made):
    """On screens, where there are tags."""
    pdf = os.path.join(folder, "screen.pdf")
    status, told = make(made.path, pdf, product="screen")
    tap.equal(status, 0, "the page for screens is made")
    tap.empty(tag_faults(pdf, quotes_told(made)),
              "tags: each sentence is said once")
    texts = [text_of(article) for article in articles_of(tree_of(pdf))]
    tap.equal(sorted(text for text in texts),
              sorted(made.article(name).text for name in paper.order),
              "tags: each article is what its author wrote")
    tap.caught(tag_faults(pdf, [("", "从没有说过的话", {})]),
               "found: a sentence that is not said")
    # A paragraph is in the tree: what it says is said twice with its quote.
    other = os.path.join(folder, "twice")
    twice = copy.deepcopy(paper)
    name, quote, _ = quotes_told(made)[0]
    twice.texts[name] += "\n" + quote + "。\n"
    path = twice.write(other)
    make(path, os.path.join(other, "out.pdf"), product="screen")
    tap.caught(tag_faults(os.path.join(other, "out.pdf"), [(name, quote, {})]),
               "found: a sentence that is said twice")


def check_without(tap, folder):
    """Only the article's key and the layout's together give a quote."""
    paper = next(paper for paper in map(page_of, range(40, 52)) if quotes_told(
        Made(paper, os.path.join(folder, "with"))))
    for name, text in paper.texts.items():
        front, body = text.split("---\n\n", 1)
        paper.texts[name] = front[:front.index("引语:")] + "---\n\n" + body
    made = Made(paper, os.path.join(folder, "without"))
    tap.equal(quotes_told(made), [], "no 引语, no quote")
    tap.empty([line.text for line in Page(made, "tabloid").large],
              "and nothing is large")
    tap.empty(lost(made, paper.order), "and nothing is lost")
    plain = os.path.join(folder, "plain")
    paper = page_of(40)
    paper.write(plain)
    with open(os.path.join(ROOT, "layouts", "tabloid.yaml"),
              encoding="utf-8") as file:
        layout = file.read()
    start = layout.index("pull_quote:\n")
    end = layout.index("\n\n", start)
    bare = os.path.join(plain, "plain.yaml")
    with open(bare, "w", encoding="utf-8") as file:
        file.write(layout[:start] + layout[end + 1:])
    made = Made(paper, plain, "--layout", bare)
    tap.equal(made.status, 0, "a layout without 引语块 is made")
    tap.equal(quotes_told(made), [], "and has none")


def check_layouts(tap, folder):
    for layout, keys in (("tabloid-six", "版数: 1"), ("broadsheet", "版数: 1"),
                         ("digest", "版数: 2\n排法: 模块")):
        count = 0
        for seed in range(40, 60):
            paper = page_of(seed, keys)
            for _ in range(2 if layout == "broadsheet" else 0):
                for lines in LINES:
                    paper.article(lines, "一般")
            made = Made(paper, os.path.join(folder, "l"), "--layout", layout)
            if made.status or not quotes_told(made):
                continue
            count += 1
            pages = {page["page"] for page, block in made.blocks()
                     if block.get("pull_quote")}
            if pages != {1}:
                continue
            tap.empty(quote_faults(Page(made, layout), paper.offered),
                      "%s %d: large, as told, with text about them"
                      % (layout, seed))
            break
        tap.ok(count > 0, layout + ": has quotes")


def main():
    tap = Tap()
    for check in (check_pages, check_without, check_layouts):
        with work_folder() as folder:
            check(tap, folder)
    tap.done()


if __name__ == "__main__":
    main()
