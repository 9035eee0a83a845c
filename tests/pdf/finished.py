# SPDX-License-Identifier: MIT
"""finished.py - everything that must hold for any finished bulletin.

    check(tap, "kunming", "../shared/input/kunming/issue.yaml")
"""
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "tests", "support"))

from copied import pages_of, strange_characters, text_faults  # noqa: E402
from expected import Issue, plain, squash  # noqa: E402
from tap import Tap  # noqa: E402,F401
import lines as rules  # noqa: E402
import structure  # noqa: E402

PROGRAM = os.path.abspath(os.environ.get("BULLETIN", "build/bulletin"))
SHARED = os.environ.get("BULLETIN_SHARED", os.path.join(ROOT, "..", "shared"))


def make(issue, pdf, *options, product="press", of_system=False):
    """Makes a PDF, as for the press with its bleed, with the fonts of the
    pack, or those of the system too; status and messages."""
    fonts = [] if of_system else ["--no-system-fonts"]
    done = subprocess.run([PROGRAM, "make", issue, "-o", pdf, "--for", product,
                           "--lang", "en", *fonts, *options],
                          capture_output=True)
    return done.returncode, done.stderr.decode()


def work_folder():
    return tempfile.TemporaryDirectory(prefix="bulletin-pdf.")


def told_faults(issue, pdf):
    """Title, language, page labels, outline: what the file says of itself."""
    faults = []
    title = structure.about(pdf).get("Title", "")
    wanted = squash(issue.keys["name"])
    if wanted not in squash(title):
        faults.append("title %r" % title)
    root, _ = structure.catalog(pdf)
    if root.get("/Lang") != "u:zh-Hans":
        faults.append("language %r" % root.get("/Lang"))
    for key in ("/PageLabels", "/Metadata", "/Outlines"):
        if key not in root:
            faults.append("no %s" % key)
    got = sorted(map(squash, structure.outline_titles(pdf)))
    want = sorted(a.title for a in issue.articles if a.title)
    if got != want:
        faults.append("outline has %d entries, the issue %d titles: %s"
                      % (len(got), len(want), set(want) ^ set(got)))
    return faults


def wanted_links(issue):
    found = set()
    for path in issue.article_paths():
        with open(path, encoding="utf-8-sig") as file:
            found.update(rules.re.findall(
                r"\]\(((?:https?://|mailto:)[^)\s]*)|<((?:https?://|mailto:)"
                r"[^>]*)>", file.read()))
    return {a or b for a, b in found}


def filled_pages(issue, pdf, count):
    """Pages that one article fills: it began before and goes on after."""
    starts = set()
    _, out, _ = structure.run("qpdf", "--json", "--json-key=outlines", pdf)
    for entry in structure.json.loads(out)["outlines"]:
        starts.add(entry["destpageposfrom1"])
    return [page for page in range(2, count)
            if page not in starts and page + 1 not in starts]


def check(tap, name, path):
    issue = Issue(path)
    with work_folder() as folder:
        pdf = os.path.join(folder, "out.pdf")
        status, told = make(path, pdf)
        if not tap.ok(status == 0, name + ": is made", told):
            return
        tap.equal(told, "", name + ": without a warning")
        check_file(tap, name, issue, pdf)
        check_links(tap, name, issue, folder)
        check_pages(tap, name, issue, pdf)


def check_file(tap, name, issue, pdf):
    grid = rules.Grid(issue.layout)
    tap.empty(structure.qpdf_faults(pdf), name + ": qpdf finds nothing")
    tap.empty(structure.font_faults(pdf),
              name + ": fonts are embedded, cut and CID-keyed")
    tap.empty(structure.box_faults(pdf, (grid.width, grid.height), grid.bleed),
              name + ": page boxes are the paper and its bleed")
    tap.empty(told_faults(issue, pdf),
              name + ": title, language, labels, outline")


def check_links(tap, name, issue, folder):
    """On paper there are none."""
    pdf = os.path.join(folder, "screen.pdf")
    make(issue.path, pdf, product="screen")
    missing = wanted_links(issue) - set(structure.link_targets(pdf))
    tap.empty(sorted(missing), name + ": links lead where they should")


def check_pages(tap, name, issue, pdf):
    copied = pages_of(pdf)
    tap.empty(text_faults(issue, copied),
              name + ": the text copies out whole and in order")
    tap.empty(strange_characters(copied),
              name + ": copies as hanzi, not as radicals")
    trace = structure.trace(pdf)
    tap.empty(structure.glyph_faults(trace),
              name + ": nothing prints as .notdef")
    if issue.layout.get("direction") == "down":
        return  # the rules below know lines that run across
    grid = rules.Grid(issue.layout)
    lines = rules.lines_of(trace, grid)
    body = rules.body_lines(lines, grid)
    tap.empty(rules.mark_faults(filter(grid.holds, lines)),
              name + ": marks stand at neither forbidden end of a line")
    tap.empty(rules.crowded_faults(lines), name + ": no hanzi is crowded")
    tap.empty(rules.single_faults(body, grid),
              name + ": no line of one character")
    tap.empty(rules.edge_faults(body, grid),
              name + ": lines stay in their columns")
    tap.empty(rules.grid_faults(body, grid),
              name + ": running text lies on one grid")
    if grid.columns > 1:
        pages = filled_pages(issue, pdf, len(trace))
        tap.empty(rules.feet_faults(body, grid, pages),
                  name + ": columns that one article fills end level")
