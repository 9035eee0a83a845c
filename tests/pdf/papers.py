# SPDX-License-Identifier: MIT
"""papers.py - tabloids written by dice, and what became of them.

    paper = Paper(46, "版数: 1")
    name = paper.add(40, "位置: 左上", level="要闻")     forty lines of text
    made = Made(paper, folder)
    made.report, made.pages, made.told
    closed_faults(made.report, 1)       the report, checked cell by cell
    lost(made, paper.order)             articles that are not in the PDF
"""
import json
import os
import random
import re
import subprocess

from copied import pages_of
from expected import Article, squash
from finished import make

HANZI = bytes(b for high in range(0xB0, 0xD7) for low in range(0xA1, 0xFF)
              for b in (high, low)).decode("gb2312")
EM = 14     # characters of a line of the tabloid


# ---- Issues made by dice. ----

class Paper:
    """A tabloid. Articles are named in the order they are added."""

    def __init__(self, seed, keys=""):
        self.dice = random.Random(seed)
        self.keys = keys
        self.texts = {}
        self.order = []

    def hanzi(self, count):
        return "".join(self.dice.choice(HANZI) for _ in range(count))

    def paragraph(self, count):
        parts = []
        while count > 1:
            length = min(self.dice.randint(5, 14), count - 1)
            parts.append(self.hanzi(length))
            count -= length + 1
        return "，".join(parts) + "。"

    def body(self, lines):
        """So many lines of fourteen characters, nearly."""
        parts = []
        while lines > 0:
            some = min(lines, self.dice.randint(3, 6))
            parts.append(self.paragraph(some * EM - self.dice.randint(4, 9)))
            lines -= some
        return "\n\n".join(parts)

    def add(self, lines, keys="", title=9, level="一般"):
        return self.put("标题: %s\n级别: %s\n%s"
                        % (self.hanzi(title), level, keys), self.body(lines))

    def put(self, front, body):
        name = "%02d.md" % len(self.order)
        self.texts[name] = "---\n%s\n---\n\n%s\n" % (front.strip(), body)
        self.order.append(name)
        return name

    def write(self, folder, order=None):
        os.makedirs(folder, exist_ok=True)
        for name, text in self.texts.items():
            with open(os.path.join(folder, name), "w",
                      encoding="utf-8") as file:
                file.write(text)
        path = os.path.join(folder, "issue.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write("名称: 报\n期号: 1\n日期: 2026-11-20\n版式: tabloid\n"
                       "%s\n稿件: [%s]\n" % (self.keys,
                                             ", ".join(order or self.order)))
        return path


class Made:
    """What became of an issue."""

    def __init__(self, paper, folder, *options, order=None):
        self.folder = folder
        self.pdf = os.path.join(folder, "out.pdf")
        self.path = paper.write(folder, order)
        self.status, self.told = make(self.path, self.pdf, *options)
        self.report = read_report(self.pdf) if self.status == 0 else {}
        self.pages = pages_of(self.pdf) if self.status == 0 else []

    def article(self, name):
        return Article(os.path.join(self.folder, name))

    def blocks(self):
        return [(page, block) for page in self.report.get("pages", [])
                for block in page["blocks"]]

    def block(self, name):
        """The page and the block of an article's beginning."""
        for page, block in self.blocks():
            if block["file"] == name and not block["jumps_from"]:
                return page, block
        return None, None

    def page_of(self, name):
        page, _ = self.block(name)
        return page["page"] if page else None

    def warnings(self):
        """Codes, each once, as they come."""
        codes = re.findall(r"\bwarning\[([^\]]*)\]", self.told)
        return list(dict.fromkeys(codes))


def read_report(pdf):
    with open(pdf[:-4] + ".report.json", encoding="utf-8") as file:
        return json.load(file)


# ---- What must hold. ----

def page_faults(page):
    """Every cell is in one block, or in the gap between two; a block lies on
    the page."""
    number = page["page"]
    faults = []
    cells = {}
    for block in page["blocks"]:
        for column in range(block["column"],
                            block["column"] + block["columns"]):
            for row in range(block["row"], block["row"] + block["rows"]):
                if (column, row) in cells:
                    faults.append("page %d: %d and %d overlap at %d, %d" % (
                        number, cells[column, row], block["article"],
                        column, row))
                if not (0 <= column < page["columns"] and
                        0 <= row < page["rows"]):
                    faults.append("page %d: %d goes beyond it"
                                  % (number, block["article"]))
                cells[column, row] = block["article"]
    for column in range(page["columns"]):
        free = [row for row in range(page["rows"])
                if (column, row) not in cells]
        faults += ["page %d: nothing at %d, %d" % (number, column, row)
                   for row in free
                   if (column, row - 1) not in cells or
                   (column, row + 1) not in cells]
    return faults


def closed_faults(report, pages):
    faults = []
    if report["pages_count"] != pages:
        faults.append("%d pages" % report["pages_count"])
    for page in report["pages"]:
        if not page["closed"] or page["white_rows"] or page["white_cells"]:
            faults.append("page %d is open" % page["page"])
        if page["cells"] != page["columns"] * page["rows"]:
            faults.append("page %d: %d cells" % (page["page"], page["cells"]))
        faults += page_faults(page)
    return faults


def lost(made, names):
    """Articles whose text is not printed, each in one piece, once."""
    text = "".join(made.pages)
    return ["%s is there %d times" % (name, text.count(made.article(name).text))
            for name in names
            if text.count(made.article(name).text) != 1]


def printed_lines(pdf, page):
    text = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", "-f",
                           str(page), "-l", str(page), pdf, "-"], check=True,
                          capture_output=True).stdout.decode()
    return [squash(line) for line in text.splitlines() if len(squash(line)) > 1]
