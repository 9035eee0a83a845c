# SPDX-License-Identifier: MIT
"""expected.py - what an issue must print, read from its files a second time.

A reader of its own, so that a fault of the program's reader is not copied: it
knows the plain subset of YAML and Markdown that samples use and nothing of
layout. All texts come out squashed: no white space, NFC.

    issue = Issue("samples/digest/issue.yaml")
    issue.articles[0].text        kicker title … body, in reading order
    issue.articles[0].floats      texts that may stand elsewhere on the page:
                                  caption + credit, tables, key figures
    issue.furniture(page, pages)  what stands around the articles

Rules, in the order they are applied to a body: a blank line ends a block; a
line that begins with a list mark, #, >, |, ::: or ![ begins one; the lines of
a paragraph are joined; marks (** * ` [](…) []{…} \\) are taken off, and the
bar in a title that only says where it may be parted. Notes are taken
out first and come last, numbered as they are called.
"""
import datetime
import glob
import os
import re
import unicodedata

import yaml

ALIASES = {
    "标题": "title", "主题": "title", "引题": "kicker", "眉题": "kicker",
    "肩题": "kicker", "副题": "subtitle", "副标题": "subtitle",
    "提要": "summary", "级别": "level", "栏目": "section", "作者": "byline",
    "来源": "source", "日期": "date", "编者按": "note", "图片": "photos",
    "引语": "quotes", "抽言": "quotes", "说明": "caption", "摄影": "credit", "角色": "role", "身份": "role",
    "姓名": "names", "方式": "kind", "单位": "agency", "草稿": "draft",
    "名称": "name", "副标": "slogan", "标注": "marking", "期号": "issue",
    "总期号": "total", "刊期": "schedule", "主办": "publisher",
    "编印": "department", "联系方式": "contact", "版式": "layout",
    "稿件": "articles", "版面": "pages_plan", "导读": "index",
    "编辑": "editors", "报": "report_to", "报送": "report_to",
    "送": "copy_to", "抄送": "copy_to", "发": "issue_to", "印发": "issue_to",
    "印数": "copies", "准印信息": "imprint", "准印证号": "permit",
    "发送对象": "audience", "印刷单位": "printer", "印刷日期": "print_date",
    "主编": "chief", "责任编辑": "duty", "校对": "proof", "签发": "sign",
    "文件": "file", "版次": "page", "简讯": "brief", "图片新闻": "photo",
}


def squash(text):
    """No white space (that of headlines set wide, of line ends), NFC."""
    return unicodedata.normalize("NFC", re.sub(r"[\s\u3000]+", "", text))


class Loader(yaml.SafeLoader):
    """Every value a string: 0000 must stay 0000, a date as written."""


Loader.yaml_implicit_resolvers = {}


def load(text):
    return translate(yaml.load(text, Loader) or {})


def translate(value, inside=None):
    if isinstance(value, dict):
        out = {}
        for key, item in value.items():
            name = ALIASES.get(key, key)
            if inside == "editors" and key == "版式":
                name = "layout"
            if inside == "pages_plan":
                name = {"责任编辑": "editor", "版名": "title"}.get(key, name)
            out[name] = translate(item, name)
        return out
    if isinstance(value, list):
        return [translate(item, inside) for item in value]
    return value


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


# ---- Inline marks. ----

def plain(text):
    """Markdown's inline marks taken off."""
    kept = []

    def keep(match):
        kept.append(match.group(1))
        return "\ue000%d\ue001" % (len(kept) - 1)

    text = re.sub(r"\\\n", "\n", text)
    text = re.sub(r"\\([!-/:-@\[-`{-~])", keep, text)
    text = re.sub(r"`+([^`]*)`+", keep, text)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)(\{[^}]*\})?", "", text)
    text = re.sub(r"\[([^\]]*)\]\{[^}]*\}", r"\1", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<(https?://[^>]*|mailto:[^>]*)>", r"\1", text)
    text = re.sub(r"\*\*([^*]+)\*\*", r"\1", text)
    text = re.sub(r"\*([^*]+)\*", r"\1", text)
    return re.sub(r"\ue000(\d+)\ue001", lambda m: kept[int(m.group(1))], text)


NOTE_LINES = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?!\[\^).*\S.*)*)\n?",
                        re.M)


def sign(number):
    """① to ㊿, then [51]."""
    for first, last, code in ((1, 20, 0x2460), (21, 35, 0x3251),
                              (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(code + number - first)
    return "[%d]" % number


def take_notes(body):
    """The body with numbers for its calls, and the text of the notes."""
    notes = dict(NOTE_LINES.findall(body))
    called = []

    def number(match):
        if match.group(1) not in notes:
            return match.group(0)
        if match.group(1) not in called:
            called.append(match.group(1))
        return sign(called.index(match.group(1)) + 1)

    body = re.sub(r"\[\^([^\]\s]+)\]", number, NOTE_LINES.sub("\n", body))
    return body, "".join(sign(i) + plain(notes[label])
                         for i, label in enumerate(called, 1))


def credit_text(credit):
    credit = re.sub(r"^摄影[：: 　]|^摄[：:]", "", (credit or "").strip()).strip()
    told = ("摄", "供图", "制图", "图片", "绘", "提供", "图/")
    if credit and not any(word in credit for word in told):
        credit += "摄"
    return credit


# ---- The body. ----

ITEM = re.compile(r"^\s*((?:[一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）"
                  r"|\d+[.．、)]|（\d+）|[①-⑳])\s*|[-*+•]\s+)(.*)$")
FIGURE = re.compile(r"^!\[([^\]]*)\]\(\s*(\S+?)(?:\s+\"([^\"]*)\")?\s*\)"
                    r"(?:\{[^}]*\})?\s*$")
BOX = re.compile(r"^:::+\s*(\S*)\s*(.*?)\s*$")
RULE = re.compile(r"^\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?\s*$")
NOTE = re.compile(r"^(单位|注|数据来源|资料来源)[：:]")
QR = ("二维码", "qr", "QR")
NUMBER = ("数字", "number")


class Body:
    """Squashed text of a body, and what may float out of it."""

    def __init__(self, text):
        self.parts = []     # in reading order
        self.floats = []
        self.pending = []   # lines of the block being read
        self.table = []     # rows and title of the table being read
        self.box = []       # the open boxes: a list of texts, or None
        self.is_quote = False
        for line in text.splitlines():
            self.take(line)
        self.end_table()
        self.flush()
        self.text = squash("".join(self.parts))
        self.floats = [f for f in map(squash, self.floats) if f]

    def add(self, text):
        inner = self.box[-1] if self.box else None
        (self.parts if inner is None else inner).append(text)

    def flush(self):
        text = re.sub(r"\{(不拆|keep)\}\s*$", "", "\n".join(self.pending))
        self.add(plain(text))
        self.pending = []

    def end_table(self):
        if self.table:
            self.floats.append("".join(self.table))
        self.table = []

    def take(self, line):
        figure, box = FIGURE.match(line), BOX.match(line)
        quote = line.lstrip().startswith(">")
        if quote != self.is_quote:
            self.flush()
        self.is_quote = quote
        if self.take_table(line):
            return
        if not line.strip():
            self.flush()
        elif box:
            self.flush()
            self.take_box(box)
        elif figure:
            self.flush()
            self.floats.append(plain(figure.group(1)) +
                               credit_text(figure.group(3)))
        elif re.match(r"^#{1,6}\s*[^#\s]", line):
            self.flush()
            self.add(plain(line.lstrip("# ")))
        elif quote:
            self.pending.append(line.lstrip()[1:])
        elif re.match(r"^\s*([-*_]\s*){3,}$", line):
            self.flush()
        elif ITEM.match(line):
            self.flush()
            self.take_item(ITEM.match(line))
        else:
            self.pending.append(line)

    def take_item(self, match):
        label = match.group(1).strip()
        self.add("•" if label in ("-", "*", "+", "•") else label)
        self.pending.append(match.group(2))

    def take_table(self, line):
        """A title 表：…, rows, a note; blank lines may stand between."""
        text = line.strip()
        title = re.match(r"^表[：:]\s*(.*)$", text)
        if title:
            self.flush()
            self.table = [title.group(1)]
        elif text.startswith("|"):
            self.flush()
            if not RULE.match(text):
                cells = re.split(r"(?<!\\)\|", text.strip("|"))
                self.table.append("".join(map(plain, cells)))
        elif self.table and NOTE.match(text):
            self.table.append(text)
            self.end_table()
        elif self.table and text:
            self.end_table()
            return False
        else:
            return bool(self.table)
        return True

    def take_box(self, match):
        kind, title = match.groups()
        if not kind and not title:
            inner = self.box.pop() if self.box else None
            if inner is not None:
                self.floats.append("".join(inner))
        elif kind in QR or kind in NUMBER:
            self.box.append([])
        else:
            self.box.append(self.box[-1] if self.box else None)
            self.add(kind)
            self.add(plain(title))


# ---- Articles. ----

class Article:
    def __init__(self, path):
        with open(path, encoding="utf-8-sig", newline=None) as file:
            text = file.read()
        front, body = {}, text
        match = re.match(r"^---\s*\n(.*?)\n---\s*(?:\n|$)(.*)", text, re.S)
        if match:
            front, body = load(match.group(1)), match.group(2)
        self.front = front
        self.is_draft = front.get("draft") in ("yes", "true", "是")
        body, notes = take_notes(body)
        read = Body(body)
        front["title"] = front.get("title", "").replace("|", "")
        self.title = squash(front["title"])
        self.section = squash(front.get("section", ""))
        self.head = squash("".join(
            [front.get("kicker", ""), front.get("title", ""),
             front.get("subtitle", "")] + self.lines("summary") +
            [self.byline()]))
        self.text = self.head + squash(
            self.note() + read.text + self.source() + notes)
        self.floats = [c for c in self.photo_captions() if c] + read.floats
        self.quotes = [squash(line) for line in self.lines("quotes")]

    def lines(self, key):
        return [line for item in as_list(self.front.get(key))
                for line in item.splitlines()]

    def note(self):
        lines = self.lines("note")
        return ("编者按：" if lines else "") + "".join(lines)

    def byline(self):
        parts = []
        for entry in as_list(self.front.get("byline")):
            if isinstance(entry, str):
                parts.append(entry)
                continue
            parts.append(entry.get("agency", "") + entry.get("role", "") +
                         "".join(as_list(entry.get("names"))) +
                         entry.get("kind", ""))
        return "".join(parts)

    def source(self):
        source = self.front.get("source", "").strip()
        date = self.front.get("date", "")
        if source and not source.startswith(("来源", "据", "（")):
            source = "来源：" + source
        return source + (iso(date) if date else "")

    def photo_captions(self):
        found = []
        for photo in as_list(self.front.get("photos")):
            if isinstance(photo, dict):
                found.append(squash(photo.get("caption", "") +
                                    credit_text(photo.get("credit"))))
        return found


def ymd(text):
    year, month, day = re.findall(r"\d+", text)
    return int(year), int(month), int(day)


def iso(text):
    return "%04d-%02d-%02d" % ymd(text)


def chinese_date(text):
    return "%d年%d月%d日" % ymd(text)


# ---- The issue. ----

class Issue:
    def __init__(self, path):
        self.path = path
        self.folder = os.path.dirname(os.path.abspath(path))
        with open(path, encoding="utf-8-sig") as file:
            self.keys = load(file.read())
        self.articles = [a for a in map(Article, self.article_paths())
                         if not a.is_draft]
        self.layout = self.read_layout()

    def article_paths(self):
        paths = []
        for item in as_list(self.keys.get("articles")):
            name = item["file"] if isinstance(item, dict) else item
            found = [os.path.join(self.folder, name)]
            if "*" in name:
                found = sorted(glob.glob(found[0]))
            paths += [p for p in found if p not in paths]
        return paths

    def read_layout(self):
        name = self.keys.get("layout", "digest")
        root = os.path.dirname(os.path.dirname(os.path.dirname(
            os.path.abspath(__file__))))
        path = os.path.join(root, "layouts", name + ".yaml")
        if name.endswith(".yaml"):
            path = os.path.join(self.folder, name)
        with open(path, encoding="utf-8") as file:
            return yaml.load(file, Loader)

    def variables(self, page, pages):
        values = {"page": str(page), "pages": str(pages)}
        for key, value in self.keys.items():
            if isinstance(value, dict):
                for inner, text in value.items():
                    values[key + "." + inner] = text
            elif isinstance(value, list):
                if all(isinstance(v, str) for v in value):
                    values[key] = "、".join(value)
            else:
                values[key] = value
        for key in ("issue", "total", "copies"):
            if key in values:
                values[key] = re.sub(r"\D", "", values[key])
        if "date" in values:
            day = datetime.date(*ymd(values["date"]))
            values["weekday"] = "星期" + "一二三四五六日"[day.weekday()]
            values["date"] = chinese_date(values["date"])
        if "imprint.print_date" in values:
            values["imprint.print_date"] = chinese_date(
                values["imprint.print_date"])
        for plan in as_list(self.keys.get("pages_plan")):
            if plan.get("page") == str(page):
                values["page_title"] = plan.get("title", "")
                values["page_editor"] = plan.get("editor", "")
        return values

    def furniture(self, page, pages):
        """Squashed texts that stand around the articles of a page."""
        values = self.variables(page, pages)
        sets = ["every_page", "first_page" if page == 1 else "inner_page"]
        if page == 1 and self.keys.get("index"):
            sets.append("index")
        texts = []
        for name in sets:
            for item in self.layout.get(name, {}).get("items", []):
                side = item.get("side")
                if side == ("even" if page % 2 else "odd"):
                    continue
                texts.append(fill(item.get("text", ""), values))
        if page == pages:
            for row in self.layout.get("tail", {}).get("rows", []):
                left = fill(row.get("left", ""), values)
                texts += [left, fill(row.get("right", ""), values)]
        return [squash(t) for t in texts if squash(t)]

    def index_titles(self):
        """Titles of the index (导读) on page 1."""
        index = self.keys.get("index")
        if index in (None, "off", "无"):
            return []
        if isinstance(index, str):
            return [a.title for a in self.articles[1:] if a.title and
                    a.front.get("level") not in ("brief", "photo", "简讯",
                                                 "图片新闻")]
        return [squash(Article(os.path.join(self.folder, name)).title)
                for name in index]


def fill(pattern, values):
    """{name} is a value; […] goes when a value in it is empty, and outside
    brackets an empty value makes the whole text go."""
    misses = False
    out = []
    for optional, plain_part in re.findall(r"\[([^\]]*)\]|([^\[\]]+)", pattern):
        part = optional or plain_part
        names = re.findall(r"\{([^}]*)\}", part)
        empty = any(not values.get(name) for name in names)
        if empty and not optional:
            misses = True
        if not (empty and optional):
            out.append(re.sub(r"\{([^}]*)\}",
                              lambda m: values.get(m.group(1)) or "", part))
    return "" if misses else "".join(out)
