# SPDX-License-Identifier: MIT
"""readback.py - is every article's text in the finished PDF, once, in order?

    faults = text_faults(issue.yaml, out.pdf, report)

What an article must print is read from its file by tests/pdf/expected.py, and
what the PDF says by copied.py. Make-up may choose between titles, leave out
paragraphs and pictures that say they may go, and continue an article on
another page; each way to print it is looked for, and the report must say the
same of it. The layouts have no furniture: what is left over when all articles are cut out is a
fault."""
import itertools
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "pdf"))

from copied import CUT, cut, miss, pages_of, strange_characters  # noqa: E402
from expected import Issue, as_list, credit_text, squash  # noqa: E402,F401

MARK = re.compile(r"^(.*)\{(?:可删|optional)\}\s*$", re.M)
LABEL = "简讯"  # over briefs that have no title, a block at a time
ONWARD, BACK = "（下转第%d版）", "（上接第%d版）"


def key(front, *names):
    for name in names:
        if name in front:
            return as_list(front[name])
    return []


class Source:
    """An article's file: its text in every way it may be printed."""

    def __init__(self, path, article):
        with open(path, encoding="utf-8") as file:
            self.marked = [squash(m.group(1))
                           for m in MARK.finditer(file.read())]
        front = article.front
        self.name = os.path.basename(path)
        self.title = article.title
        self.titles = [self.title] + [squash(t) for t in key(
            front, "titles", "备选标题") + key(front, "short_title", "短标题")]
        self.is_untitled_brief = not self.title and front.get("level") in (
            "简讯", "brief")
        self.kicker = squash(front.get("kicker", ""))
        self.raw = article.text
        self.floats = []
        for photo in as_list(front.get("photos")):
            text = squash(photo.get("caption", "") +
                          credit_text(photo.get("credit")))
            may_go = photo.get("可省", photo.get("optional")) in ("是", "yes")
            self.floats.append((text, may_go))

    def bodies(self):
        """The text with none, one, … of the paragraphs left out that may be,
        and how many those are."""
        for dropped in range(len(self.marked) + 1):
            for gone in itertools.combinations(range(len(self.marked)),
                                               dropped):
                text = self.raw
                for i, paragraph in enumerate(self.marked):
                    for word in ("{可删}", "{optional}"):
                        text = text.replace(paragraph + word,
                                            "" if i in gone else paragraph)
                yield text, dropped

    def ways(self):
        """Every text that may be printed: itself, paragraphs left out,
        whether its title is another."""
        start = len(self.kicker)
        for text, dropped in self.bodies():
            for title in self.titles:
                yield (text[:start] + title + text[start + len(self.title):],
                       dropped, title != self.title)


def blocks_by_article(report):
    found = {}
    for page in report["pages"]:
        for block in page.get("blocks", []):
            found.setdefault(block["file"], []).append((page["page"], block))
    return found


# ---- Cutting articles out. ----

def take_floats(source, blocks, text, faults):
    """Captions; each that is not there must be of a picture left out."""
    gone = 0
    for wanted, may_go in source.floats:
        text, at = cut(text, wanted) if wanted else (text, 0)
        if at < 0 and may_go:
            gone += 1
        elif at < 0:
            faults.append("%s: no caption %s" % (source.name, wanted))
    told = sum(block["dropped_pictures"] for _, block in blocks)
    if told != gone:
        faults.append("%s: the report says %d pictures are left out, it is %d"
                      % (source.name, told, gone))
    return text


def take_whole(wanted, text):
    return text.replace(wanted, CUT, 1) if wanted in text else None


def take_jumped(source, wanted, pages, text):
    """The first part ends with 下转, the second begins with a title and 上接."""
    onward, back = ONWARD % pages[1], BACK % pages[0]
    for match in re.finditer(re.escape(onward), text):
        length = ending(text[:match.start()], wanted)
        for title in source.titles:
            rest = title + back + wanted[length:]
            if length > 0 and rest in text:
                first = wanted[:length] + onward
                return text.replace(first, CUT, 1).replace(rest, CUT, 1)
    return None


def ending(text, wanted):
    """How much of the beginning of `wanted` `text` ends with, at the most."""
    for length in range(min(len(wanted), len(text)), 0, -1):
        if text.endswith(wanted[:length]):
            return length
    return 0


def told_faults(source, blocks, dropped, is_other):
    """What the report says of the way an article is printed in."""
    said = sum(block["dropped_paragraphs"] for _, block in blocks)
    said_other = any(block["other_title"] for _, block in blocks)
    faults = []
    if said != dropped:
        faults.append("%s: the report says %d paragraphs are left out, it is "
                      "%d" % (source.name, said, dropped))
    if said_other != is_other:
        faults.append("%s: the report says other_title %s, it is %s"
                      % (source.name, said_other, is_other))
    return faults


def take_article(source, blocks, text, faults):
    jumps = [(page, block["jumps_to"]) for page, block in blocks
             if block["jumps_to"]]
    for wanted, dropped, is_other in source.ways():
        left = (take_jumped(source, wanted, jumps[0], text) if jumps
                else take_whole(wanted, text))
        if left is not None:
            faults += told_faults(source, blocks, dropped, is_other)
            return left
    wanted = next(source.ways())[0]
    where = "pages %d and %d do not add up: " % jumps[0] if jumps else ""
    faults.append(where + miss(source, wanted, text))
    return text


def compare_sources(sources, report, pages):
    """Faults of the pages' text, beside the sources and the report."""
    faults = []
    blocks = blocks_by_article(report)
    held = {entry["file"] for entry in report["held"]}
    sources = [s for s in sources if s.name not in held]
    text = "".join(pages)
    for source in sources:
        text = take_floats(source, blocks.get(source.name, []), text, faults)
    text = text.replace(CUT, "")
    for source in sorted(sources, key=lambda s: -len(s.raw)):
        text = take_article(source, blocks.get(source.name, []),
                            text, faults)
    left = [part for part in text.split(CUT) if part]
    for source in sources:
        if source.is_untitled_brief and LABEL in left:
            left.remove(LABEL)
    return faults + ["left over: " + part[:60] for part in left]


def text_faults(issue_path, pdf, report):
    issue = Issue(issue_path)
    sources = [Source(path, article) for path, article in
               zip(issue.article_paths(), issue.articles)]
    pages = pages_of(pdf)
    return (compare_sources(sources, report, pages) +
            strange_characters(pages))
