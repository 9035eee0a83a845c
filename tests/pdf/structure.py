# SPDX-License-Identifier: MIT
"""structure.py - what other tools say of a finished PDF. Each function yields
faults as texts; no fault, nothing wrong."""
import json
import re
import subprocess
import xml.etree.ElementTree as xml


def run(*words):
    done = subprocess.run(words, capture_output=True)
    return (done.returncode, done.stdout.decode("utf-8", "replace"),
            done.stderr.decode("utf-8", "replace"))


def qpdf_faults(pdf):
    status, out, err = run("qpdf", "--check", pdf)
    return [] if status == 0 else (out + err).splitlines()


def font_faults(pdf):
    """Every font embedded, a subset, CID-keyed, and with a way back to
    Unicode; at least one."""
    _, out, _ = run("pdffonts", pdf)
    return font_list_faults(out.splitlines()[2:])


def font_list_faults(lines):
    """The same for the lines of pdffonts."""
    faults = [] if lines else ["there are no fonts"]
    for line in lines:
        match = re.match(r"(\S+)\s+(CID \S+(?: 0C)?(?: \(OT\))?|.*?)\s+(\S+)"
                         r"\s+(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+", line)
        if not match or not match.group(2).startswith("CID "):
            faults.append("no CID font: " + line)
        elif match.group(4, 5, 6) != ("yes", "yes", "yes"):
            faults.append("not embedded, cut and readable: " + line)
    return faults


def trace(pdf):
    """Pages of spans (font, size, glyphs); a glyph is (character, glyph id,
    x, y) in points, y up, as `mutool trace` tells it."""
    _, out, _ = run("mutool", "trace", pdf)
    pages = []
    out = re.sub(r"&#x?[0-9a-fA-F]+;", reference, out)
    out = re.sub(r"[\x00-\x08\x0b-\x1f]", "\ufffd", out)
    for page in re.findall(r"<page .*?</page>", out, re.S):
        spans = []
        for span in SPAN.finditer(page):
            glyphs = [(xml_text(g.group(1)), int(g.group(2)),
                       float(g.group(3)), float(g.group(4)))
                      for g in GLYPH.finditer(span.group(3))]
            spans.append((span.group(1), float(span.group(2).split()[0]),
                          glyphs))
        pages.append(spans)
    return pages


SPAN = re.compile(r'<span font="([^"]*)"[^>]* trm="([^"]*)">(.*?)</span>', re.S)
GLYPH = re.compile(r'<g unicode="([^"]*)" glyph="(-?\d+)" x="([^"]*)" '
                   r'y="([^"]*)"')


def reference(match):
    text = match.group(0)[2:-1]
    code = int(text[1:], 16) if text[0] in "xX" else int(text)
    if code in (0x22, 0x26, 0x3C, 0x3E):
        return match.group(0)
    return chr(code) if code < 0x110000 else "\ufffd"


def xml_text(text):
    if "&" not in text:
        return text
    return xml.fromstring("<t>%s</t>" % text).text


def glyph_faults(pages):
    """Nothing is .notdef (glyph 0), everything copies as a character."""
    faults = []
    for number, spans in enumerate(pages, 1):
        for font, _, glyphs in spans:
            for c, glyph, x, y in glyphs:
                if glyph <= 0:
                    faults.append("page %d, %.1f %.1f: .notdef in %s"
                                  % (number, x, y, font))
                elif c == "\ufffd":
                    faults.append("page %d, %.1f %.1f: glyph %d of %s copies "
                                  "as nothing" % (number, x, y, glyph, font))
    if not any(glyphs for spans in pages for _, _, glyphs in spans):
        faults.append("there are no glyphs")
    return faults


def page_boxes(pdf):
    """Per page: MediaBox, BleedBox, TrimBox as lists of four numbers."""
    _, out, _ = run("pdfinfo", "-box", "-f", "1", "-l", "9999", pdf)
    boxes = re.findall(r"Page\s+(\d+) (MediaBox|BleedBox|TrimBox):"
                       r"\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)", out)
    pages = {}
    for number, name, *sides in boxes:
        pages.setdefault(int(number), {})[name] = [float(s) for s in sides]
    return [pages[n] for n in sorted(pages)]


def box_faults(pdf, trim, bleed):
    """TrimBox is the paper, BleedBox and MediaBox the paper and its bleed;
    all in points."""
    faults = []
    boxes = page_boxes(pdf)
    for number, page in enumerate(boxes, 1):
        left, bottom, right, top = page.get("TrimBox", [0, 0, 0, 0])
        near = [abs(right - left - trim[0]), abs(top - bottom - trim[1])]
        whole = [0, 0, trim[0] + 2 * bleed, trim[1] + 2 * bleed]
        near += [abs(a - b) for name in ("MediaBox", "BleedBox")
                 for a, b in zip(page.get(name, [9e9] * 4), whole)]
        near += [abs(left - bleed), abs(bottom - bleed)]
        if max(near) > 0.02:
            faults.append("page %d: %s" % (number, page))
    return faults if boxes else ["no page boxes"]


def about(pdf):
    """What pdfinfo tells, by name."""
    _, out, _ = run("pdfinfo", pdf)
    return dict(re.findall(r"^([^:\n]+):\s*(.*)$", out, re.M))


def catalog(pdf):
    """The document's catalog, as qpdf shows it."""
    _, out, _ = run("qpdf", "--json", "--json-key=qpdf", pdf)
    objects = json.loads(out)["qpdf"][1]
    root = objects["trailer"]["value"]["/Root"]
    return objects["obj:" + root]["value"], objects


def outline_titles(pdf):
    _, out, _ = run("qpdf", "--json", "--json-key=outlines", pdf)
    return [entry["title"] for entry in json.loads(out)["outlines"]]


def link_targets(pdf):
    _, objects = catalog(pdf)
    targets = []
    for item in objects.values():
        value = item.get("value") if isinstance(item, dict) else None
        if isinstance(value, dict) and value.get("/Subtype") == "/Link":
            uri = value.get("/A", {}).get("/URI", "")
            targets.append(re.sub(r"^u:", "", uri))
    return targets
