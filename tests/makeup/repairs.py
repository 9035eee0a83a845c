# SPDX-License-Identifier: MIT
"""repairs.py - what `bulletin fit` advises, read and done to the letter.

    for repair in advice(text): repair.page, repair.title, repair.edits …
    apply(issue, repair)        the issue's files with the repair made
"""
import collections
import re

PAGE = re.compile(r"^第(\d+)版：")
LINE = re.compile(r"^  · 《(.*?)》((?:第\d+段[删加]\d+字、?)+)，共[删加](\d+)字"
                  r"[省多](\d+)行(.*)$")
EDIT = re.compile(r"第(\d+)段([删加])(\d+)字")
FILLER = re.compile(r"^  · 加一篇 (\d+) 栏 × (\d+) 行")
ADDED = "职工之家常来常往"  # what is put in: any characters will do
END = "。"

Repair = collections.namedtuple(
    "Repair", "page title edits characters lines brings_back")


def advice(text):
    """Repairs of copy, in the order they are told."""
    found, page = [], 0
    for line in text.splitlines():
        match = PAGE.match(line)
        page = int(match.group(1)) if match else page
        match = LINE.match(line)
        if match:
            edits = [(int(n), -int(count) if sign == "删" else int(count))
                     for n, sign, count in EDIT.findall(match.group(2))]
            found.append(Repair(page, match.group(1), edits,
                                int(match.group(3)), int(match.group(4)),
                                "回来" in match.group(5)))
    return found


def open_pages(text):
    """Numbers of the pages that fit says are open; how many there are."""
    states = re.findall(r"^第(\d+)版：(没有排满)?", text, re.M)
    return {int(n) for n, is_open in states if is_open}, len(states)


def is_paragraph(block):
    return not block.startswith(("## ", "- "))


def edited(paragraph, change):
    """Characters taken from the end, before its full stop, or put there."""
    mark = "{可删}" if paragraph.endswith("{可删}") else ""
    text = paragraph[:len(paragraph) - len(mark)]
    text = text[:len(text) - 1] if text.endswith(END) else text
    if change < 0:
        text = text[:change]
    else:
        text += (ADDED * (change // len(ADDED) + 1))[:change]
    return text + END + mark


def apply(article, edits):
    """Makes the edits in an article of generate.py; numbers of paragraphs
    count its paragraphs only, from 1."""
    places = [i for i, block in enumerate(article.body) if is_paragraph(block)]
    for number, change in edits:
        place = places[number - 1]
        article.body[place] = edited(article.body[place], change)


def misplaced(article, edits):
    """As many characters, all in one paragraph that is not named; None where
    none is long enough."""
    named = {number for number, _ in edits}
    texts = [block for block in article.body if is_paragraph(block)]
    total = sum(change for _, change in edits)
    others = [(len(text), n) for n, text in enumerate(texts, 1)
              if n not in named and len(text) > abs(total) + 20]
    return [(max(others)[1], total)] if others else None


def article_counts(text):
    """Articles of each page that is made of rectangles."""
    return [int(n) for n in re.findall(r"^第\d+版：(?:没有)?排满了?，(\d+) 篇",
                                       text, re.M)]
