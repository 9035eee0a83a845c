# SPDX-License-Identifier: MIT
"""setting.py - has the program set a text, and reads what came out.

    lines = set_text("第1回", 3, indent=0).lines
    set_paragraphs(paragraphs, 22, {"hyphenate": "是"})

Each paragraph is an article on a page of its own under a tiny title. What a
program of today cannot be asked yet is left out: `knows("layout", key)`."""
import functools
import json
import os
import re
import subprocess
import tempfile

import chars

ROOT = os.path.dirname(os.path.dirname(chars.HERE))
PROGRAM = os.path.abspath(os.environ.get("BULLETIN", os.path.join(
    ROOT, "build", "bulletin")))
SHARED = os.environ.get("BULLETIN_SHARED", os.path.join(ROOT, "..", "shared"))
CASES = os.path.join(SHARED, "cases")
SIZE = 10.5
SONG = "宋"
LEFT = 60.0
TITLE = "题"
NO_GLYPH = re.compile(r"no font has '(.)'")

LAYOUT = """title: 试排
paper: {width}pt x {height}pt
body: {{font: {font}, size: {size}pt, leading: 21pt}}
columns: 1
measure: {measure}pt
left: {left}pt
top: 30pt
lines: {rows}
box: {{inset: 0}}
{keys}
styles:
{styles}
heads:
  normal:
    title: {{{title}}}
"""


def run(*words):
    done = subprocess.run([PROGRAM, *words], capture_output=True)
    return (done.returncode, done.stdout.decode("utf-8", "replace"),
            done.stderr.decode("utf-8", "replace"))


@functools.lru_cache(None)
def known_keys(kind):
    """Every key of issue, article or layout, by all its names."""
    status, out, err = run("schema", kind)
    if status != 0:
        raise SystemExit("bulletin schema %s: %s" % (kind, err))
    found = set()

    def look(value):
        if isinstance(value, dict):
            found.update(value.get("properties", {}))
            for part in value.values():
                look(part)
        elif isinstance(value, list):
            for part in value:
                look(part)
    look(json.loads(out))
    return frozenset(found)


def knows(kind, *keys):
    return all(key in known_keys(kind) for key in keys)


def escape(text):
    """Plain text as Markdown that means just that text."""
    text = re.sub(r"([\\`*_\[\]<>#{}|~!&])", r"\\\1", text)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", text)


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def key_lines(keys):
    return "\n".join("%s: %s" % item for item in keys.items())


def layout_text(measure, indent, keys, styles, title, font):
    body = dict(styles.get("body", {}), indent="%.6gpt" % (indent * SIZE))
    styles = dict(styles, body=body)
    rows = "\n".join("  %s: {%s}" % (name, ", ".join(
        "%s: %s" % pair for pair in style.items()))
        for name, style in styles.items())
    return LAYOUT.format(
        width="%.6g" % (measure * SIZE + 2 * LEFT), left=LEFT, rows=190,
        height=60 + 190 * 21, size=SIZE, measure="%.6g" % (measure * SIZE),
        font=font,
        keys=key_lines(keys), styles=rows,
        title=", ".join("%s: %s" % pair for pair in dict(
            {"size": "5pt", "leading": "21pt", "align": "left"},
            **title).items()))


def write_issue(folder, bodies, issue_keys, title):
    entries = []
    for number, body in enumerate(bodies, 1):
        name = "%d.md" % number
        write(folder, name, "---\ntitle: %s\n---\n%s\n" % (title, body))
        entries.append("  - {file: %s, page: %d}" % (name, number))
    write(folder, "issue.yaml",
          "name: 试\nlayout: layout.yaml\n%s\narticles:\n%s\n"
          % (key_lines(issue_keys), "\n".join(entries)))


class Setting:
    """What came of one run: messages, and per page lines, characters, and
    what was drawn. `copied` is what pdftotext copies of each page;
    `stood_in` are characters that no font of the pack has, for which 国 was
    set."""

    def __init__(self, status, told, pages, strokes, measure, copied):
        self.stood_in = ""
        self.status, self.told = status, told
        self.pages, self.strokes = pages, strokes
        self.measure = measure
        self.copied = copied
        self.ok = status == 0

    def body(self, page=0, size=SIZE):
        """Lines of the running text of a page."""
        lines = chars.lines_of(self.pages[page], LEFT, size, self.measure)
        for line in lines:
            line.page = page + 1
        if lines:
            lines[-1].is_last = True
        return lines

    @property
    def lines(self):
        return self.body() if self.ok else []

    @property
    def text(self):
        return "".join(line.text for line in self.lines)


def set_once(bodies, measure, keys, indent, styles, issue_keys, title,
             title_style, font):
    with tempfile.TemporaryDirectory(prefix="bulletin-typo.") as folder:
        write(folder, "layout.yaml", layout_text(
            measure, indent, keys, styles or {}, title_style or {}, font))
        write_issue(folder, bodies, issue_keys or {}, title)
        pdf = os.path.join(folder, "out.pdf")
        options = ["--no-system-fonts"] if font == SONG else []
        status, _, told = run("make", os.path.join(folder, "issue.yaml"),
                              "-o", pdf, "--lang", "en", *options)
        pages, strokes, copied = [], [], []
        if status == 0:
            traced = chars.trace(pdf)
            pages = [chars.chars_of(page) for page in traced]
            strokes = [chars.strokes_of(page) for page in traced]
            _, out, _ = chars.structure.run("pdftotext", "-raw", pdf, "-")
            copied = out.split("\f")[:-1]
    return Setting(status, told, pages, strokes, measure, copied)


def set_bodies(bodies, measure, keys=None, indent=2, styles=None,
               issue_keys=None, title=TITLE, title_style=None,
               stands_in=False, font=SONG):
    """Sets Markdown bodies, one a page. `measure` and `indent` in em. With
    `stands_in`, 国 is set for hanzi that the fonts of the pack have not;
    `font` may be one of the system."""
    keys = dict({"han_latin": "0.25字"}, **(keys or {}))
    more = (keys, indent, styles, issue_keys, title, title_style, font)
    done = set_once(bodies, measure, *more)
    lacking = "".join(sorted(set(NO_GLYPH.findall(done.told))))
    if stands_in and not done.ok and lacking:
        table = str.maketrans(lacking, "国" * len(lacking))
        done = set_once([body.translate(table) for body in bodies], measure,
                        *more)
        done.stood_in = lacking
    return done


def set_text(text, measure, keys=None, **more):
    """Sets one paragraph of plain text."""
    return set_bodies([escape(text)], measure, keys, **more)


def set_paragraphs(texts, measure, keys=None, **more):
    """Sets plain paragraphs, one a page."""
    return set_bodies([escape(text) for text in texts], measure, keys, **more)


@functools.lru_cache(None)
def reads(markup):
    """Does the program draw [文]{markup}, or print it?"""
    done = set_bodies(["[文]{%s}字" % markup], 20)
    return done.ok and done.text == "文字" and bool(done.strokes[0])


def raised(done, page=0):
    """Characters that stand small above a line of the body: calls of notes.
    With each, that line."""
    body = done.body(page)
    return [(char, line) for char in done.pages[page] for line in body
            if char.size < 0.8 * SIZE and 0.5 < line.y - char.y < 0.8 * SIZE]


def has_font(name):
    """Has the system such a font?"""
    try:
        done = subprocess.run(["fc-list", name], capture_output=True)
    except OSError:
        return False
    return bool(done.stdout.strip())


def missing(*needs):
    """Which of "layout:grid", "issue:language", "markup:着重号" the
    program does not know."""
    asks = {"markup": reads,
            "layout": lambda key: knows("layout", key),
            "issue": lambda key: knows("issue", key)}
    found = []
    for need in needs:
        kind, _, name = need.partition(":")
        if not asks[kind](name):
            found.append(need)
    return found


def table(name):
    """The rows of one of the .tsv files, as dicts by the names of its head."""
    with open(os.path.join(CASES, name), encoding="utf-8") as file:
        rows = [row.rstrip("\n").split("\t") for row in file
                if row.strip() and not row.startswith("# ")]
    return [dict(zip(rows[0], row)) for row in rows[1:]]
