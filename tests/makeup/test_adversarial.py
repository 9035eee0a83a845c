#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Issues that no editor would plan, made up in rectangles: one long article
alone, forty briefs, nothing but portraits, no picture at all, titles of two
and of sixty characters, no article, nothing but pictures; leads only, all in
one corner, articles larger than a page. Each gives a PDF that qpdf is content
with, every character in it once and in order, every cell in one block; or a
message and no PDF."""
import json
import os
import random
import re
import subprocess
import tempfile

import bench
import checks
import controls  # noqa: F401  (finds tests/support)
import generate
import readback  # noqa: F401  (finds tests/pdf)
import structure
from layouts import Layout, layout_text
from prose import Writer
from tap import Tap

MOST_SECONDS = 10
dice = random.Random(46)
writer = Writer(dice)
LEVELS = ("头条", "二条", "要闻", "一般", "文苑")


class Case:
    """An issue's articles. `status`: 0 for a PDF, 1 for a message."""

    def __init__(self, name, keys="", status=0):
        self.name, self.keys, self.status = name, keys, status
        self.articles = []

    def add(self, level, title, body, more=""):
        front = "级别: %s\n" % level + ("标题: %s\n" % title if title else "")
        self.articles.append("---\n%s%s---\n\n%s\n" % (front, more, body))
        return self

    def files(self, format):
        files = {"%02d.md" % (i + 1): text
                 for i, text in enumerate(self.articles)}
        listed = "稿件: [%s]" % ", ".join(files)
        files["issue.yaml"] = ("名称: 试报\n期号: 1\n日期: 2026-11-20\n"
                               "版式: layout.yaml\n%s%s\n"
                               % (self.keys, listed))
        files["layout.yaml"] = layout_text(format)
        return files

    def textless(self):
        return {"%02d.md" % (i + 1) for i, text in enumerate(self.articles)
                if text.endswith("---\n\n\n")}

    def levels(self):
        return {"%02d.md" % (i + 1): re.search("级别: (.*)", text).group(1)
                for i, text in enumerate(self.articles)}


def prose(length, paragraph=100):
    parts = []
    while length > 0:
        count = min(paragraph, length)
        parts.append(writer.paragraph(max(count, 6)))
        length -= count
    return "\n\n".join(parts)


def photo(file, caption=None):
    return "图片:\n  - {文件: %s, 说明: %s}\n" % (
        file, caption or "图为" + writer.title(9) + "。")


# ---- The cases. ----

def long_alone(length):
    return Case("%d characters alone" % length).add(
        "头条", writer.title(12), prose(length))


def briefs(keys):
    case = Case("forty briefs, " + (keys.strip() or "any number of pages"),
                keys)
    for _ in range(40):
        case.add("简讯", "", "## %s\n%s" % (writer.title(5),
                                          writer.paragraph(50)))
    return case


def of_pictures(name, files, length):
    case = Case(name)
    for i in range(16):
        case.add(LEVELS[min(i, 4)], writer.title(12), prose(length),
                 photo(files[i % len(files)]))
    return case


def no_pictures():
    case = Case("no picture")
    for i in range(20):
        case.add(LEVELS[min(i, 4)], writer.title(14), prose(500))
    return case


def titles(length):
    case = Case("titles of %d characters" % length)
    for i in range(12):
        case.add(LEVELS[i % 5], writer.title(length), prose(500))
    return case


def only_pictures(level):
    case = Case("nothing but pictures, " + level)
    for i in range(12):
        title = "" if level == "图片新闻" else writer.title(8)
        case.add(level, title, "", photo(("wide.png", "high.png")[i % 2]))
    return case


def one_corner():
    case = Case("all in one corner")
    for i in range(8):
        case.add(LEVELS[i % 5], writer.title(10), prose(400), "位置: 左上\n")
    return case


def may_all_go():
    case = Case("every paragraph and picture may go")
    for i in range(16):
        body = prose(600).replace("\n\n", "{可删}\n\n") + "{可删}"
        case.add(LEVELS[min(i, 4)], writer.title(12), body,
                 "图片: [{文件: high.png, 说明: 图为%s。, 可省: 是}]\n"
                 % writer.title(8))
    return case


def all_jump():
    case = Case("every article continued", "规则: {转版: 100}\n")
    for i in range(8):
        case.add(LEVELS[min(i, 4)], writer.title(12), prose(900),
                 "转版: 必转\n")
    return case


def cases():
    yield long_alone(3000)
    yield long_alone(9000)
    yield long_alone(40)
    yield briefs("")
    yield briefs("版数: 1\n")
    yield of_pictures("nothing but portraits", ["high.png"], 300)
    yield of_pictures("pictures with a line of text", ["high.png", "wide.png"],
                      12)
    yield no_pictures()
    yield titles(2)
    yield titles(60)
    yield Case("no article", status=1)
    yield only_pictures("图片新闻")
    yield only_pictures("一般")
    leads = Case("leads only")
    for _ in range(9):
        leads.add("头条", writer.title(11), prose(500))
    yield leads
    yield one_corner()
    yield may_all_go()
    yield all_jump()
    yield Case("too much for one page", "版数: 1\n").add(
        "头条", writer.title(12), prose(5000)).add(
        "一般", writer.title(12), prose(3000))
    yield Case("a word", "版数: 4\n").add("一般", "人", "事。")


# ---- What must hold. ----

def run(case, format, folder):
    for name, text in case.files(format).items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    for name, body in generate.PICTURES.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(body)
    path, pdf, report = (os.path.join(folder, name) for name in
                         ("issue.yaml", "out.pdf", "report.json"))
    done = subprocess.run(
        [bench.PROGRAM, "make", path, "-o", pdf, "--report", report, "--lang",
         "en", "--no-system-fonts"], capture_output=True,
        timeout=MOST_SECONDS)
    return done.returncode, done.stderr.decode(), path, pdf, report


def open_faults(report, told):
    """A page that does not close, or that was added, is told of."""
    is_open = any(not page["closed"] for page in report["pages"])
    return ["pages are open and nothing is said"] if is_open and not told \
        else []


def faults_of(case, format, folder):
    try:
        status, told, path, pdf, report_path = run(case, format, folder)
    except subprocess.TimeoutExpired:
        return ["takes too long"]
    if status != case.status:
        return ["status %d: %s" % (status, told)]
    if status != 0:
        return ["a PDF is there"] * os.path.exists(pdf) + (
            [] if "error" in told else ["no message"])
    with open(report_path, encoding="utf-8") as file:
        report = json.load(file)
    if not any(not page["flow"] for page in report["pages"]):
        counted = []  # nothing could be made up
    else:
        counted = checks.Figures(report, case.levels(), Layout(format).gap,
                                 jumps=100, textless=case.textless()).faults
    return (structure.qpdf_faults(pdf) + counted +
            readback.text_faults(path, pdf, report) +
            open_faults(report, told))


def check_controls(tap):
    with tempfile.TemporaryDirectory(prefix="bulletin-makeup.") as folder:
        tap.caught(faults_of(Case("none", status=0), "a4", folder),
                   "found: no PDF where there should be one")
    with tempfile.TemporaryDirectory(prefix="bulletin-makeup.") as folder:
        case = Case("one", status=1).add("一般", "一二三", prose(100))
        tap.caught(faults_of(case, "a4", folder),
                   "found: a PDF where there should be a message")
    tap.caught(open_faults({"pages": [{"closed": False}]}, ""),
               "found: an open page without a word")


def main():
    tap = Tap()
    check_controls(tap)
    for format in ("tabloid", "a4"):
        for case in cases():
            with tempfile.TemporaryDirectory(
                    prefix="bulletin-makeup.") as folder:
                tap.empty(faults_of(case, format, folder),
                          "%s, %s" % (format, case.name))
    tap.done()


if __name__ == "__main__":
    main()
