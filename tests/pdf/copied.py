# SPDX-License-Identifier: MIT
"""copied.py - does a PDF's text, copied out, equal what the issue says?

    faults = text_faults(Issue(path), pages_of(pdf))

From each page the furniture is taken off first: it opens the page, and what
must stand there is known from the layout's patterns. The tail (报 送 发) closes
the last page. From the rest what floats is cut (captions, tables, key figures); then
every article must be there in one piece, and nothing may be left over. So each
character is found exactly once and in order, over columns and pages.
"""
import re
import subprocess

from expected import squash

CUT = "\0"


def pages_of(pdf):
    """Squashed text of each page, in the order of its content stream."""
    text = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"],
                          check=True, capture_output=True).stdout.decode()
    return [squash(page) for page in text.split("\f")[:-1]]


def take_front(text, furniture, titles, faults, page):
    """The page's text without the furniture at its front."""
    left = sorted(furniture, key=len, reverse=True)
    index = {title: re.compile(re.escape(title) + r"[.…·]*\d+版?")
             for title in titles}
    moved = True
    while moved:
        moved = False
        for title, pattern in list(index.items()):
            match = pattern.match(text)
            if match:
                text, moved = text[match.end():], True
                del index[title]
        for entry in left:
            if text.startswith(entry):
                text, moved = text[len(entry):], True
                left.remove(entry)
                break
    for entry in left + list(index):
        faults.append("page %d: furniture missing: %s; the page goes on: %s…"
                      % (page, entry, text[:30]))
    return text


def split_tail(issue, furniture, page, pages):
    tail = []
    if page == pages:
        plain = issue.layout.pop("tail", None)
        front = issue.furniture(page, pages)
        if plain is not None:
            issue.layout["tail"] = plain
        tail = furniture[len(front):]
        furniture = front
    return furniture, tail


def take_tail(text, tail, faults, page):
    for entry in reversed(tail):
        if text.endswith(entry):
            text = text[:-len(entry)]
        else:
            faults.append("page %d: tail missing: %s; the page ends …%s"
                          % (page, entry, text[-30:]))
    return text


def cut(text, wanted):
    at = text.find(wanted)
    if at < 0:
        return text, at
    return text[:at] + CUT * len(wanted) + text[at + len(wanted):], at


def longest_start(text, wanted):
    """How much of the beginning of `wanted` is in `text`, and where."""
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        if wanted[:middle] in text:
            low = middle
        else:
            high = middle - 1
    return low, text.find(wanted[:low])


def miss(article, wanted, text):
    length, at = longest_start(text, wanted)
    return ("%s: after %d of %d characters …%s| want |%s… found |%s…"
            % (article.title or "(no title)", length, len(wanted),
               wanted[max(0, length - 12):length], wanted[length:length + 20],
               text[at + length:at + length + 20].replace(CUT, "□")))


def take_article(article, text, faults):
    for wanted in (article.section + article.text, article.text):
        whole = text.replace(CUT, "")
        if wanted in whole:
            break
    else:
        faults.append(miss(article, article.text, text.replace(CUT, "")))
        return text
    return whole.replace(wanted, CUT, 1)


def without_quotes(issue, left):
    """Each sentence that an article offers may be there once more, large."""
    left = list(left)
    for quote in (quote for a in issue.articles for quote in a.quotes):
        for printed in ("“" + quote, quote):
            if printed in left:
                left.remove(printed)
                break
    return left


def text_faults(issue, pages):
    faults = []
    rest = []
    for number, text in enumerate(pages, 1):
        furniture, tail = split_tail(
            issue, issue.furniture(number, len(pages)), number, len(pages))
        titles = issue.index_titles() if number == 1 else []
        text = take_front(text, furniture, titles, faults, number)
        rest.append(take_tail(text, tail, faults, number))
    text = "".join(rest)
    floats = [f for a in issue.articles for f in a.floats]
    for wanted in sorted(floats, key=len, reverse=True):
        text, at = cut(text, wanted)
        if at < 0:
            faults.append("float missing: " + wanted)
    text = text.replace(CUT, "")
    for article in sorted(issue.articles, key=lambda a: -len(a.text)):
        text = take_article(article, text, faults)
    for left in without_quotes(issue, filter(None, text.split(CUT))):
        faults.append("left over: %s" % (left if len(left) < 60 else
                                         left[:40] + "…" + left[-15:]))
    return faults


def strange_characters(pages):
    """What no copied text may have: replacement characters, private ones,
    radicals that look like hanzi (U+2E80 to U+2FDF), compatibility hanzi."""
    faults = []
    for number, page in enumerate(pages, 1):
        for c in sorted(set(page)):
            code = ord(c)
            if (code < 0x20 or code == 0xFFFD or 0xE000 <= code <= 0xF8FF or
                    0x2E80 <= code <= 0x2FDF or code >= 0xF0000):
                faults.append("page %d: U+%04X" % (number, code))
    return faults
