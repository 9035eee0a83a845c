#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The structure tree as poppler reads it: each article once, whole, in order,
over columns and pages."""
import os
import re

from expected import Issue, squash
from finished import ROOT, Tap, make, structure, work_folder

# Those of the second kind take fonts of the system.
SAMPLES = ("digest/issue", "jianbao/issue", "tabloid/issue", "typography/grid",
           "typography/issue", "typography/styles/issue",
           "typography/vertical")
SYSTEM = ("typography/taiwan", "typography/uyghur")


def tree_of(pdf):
    """Lines of the tree: (depth, what an element is or the text it has)."""
    _, out, _ = structure.run("pdfinfo", "-struct-text", pdf)
    lines = []
    for line in out.splitlines():
        words = line.strip()
        depth = (len(line) - len(line.lstrip())) // 2
        text = re.fullmatch(r'"(.*)"', words)
        if text:
            lines.append((depth, None, text.group(1)))
        elif words:
            lines.append((depth, words.split()[0], ""))
    return lines


def articles_of(lines):
    """For each Art: the elements in it with their texts."""
    found = []
    depth_of_art = None
    for depth, kind, text in lines:
        if depth_of_art is not None and depth <= depth_of_art:
            depth_of_art = None
        if kind == "Art":
            depth_of_art = depth
            found.append([])
        elif depth_of_art is not None and kind:
            found[-1].append([kind, ""])
        elif depth_of_art is not None and found[-1]:
            found[-1][-1][1] += text
    return found


# poppler tells a stretch that runs to the left as it is seen, line by line.
LEFTWARD = re.compile("[\u0600-\u06ff\ufb50-\ufeff][\u0600-\u06ff\ufb50-\ufeff"
                      "0-9-]*")


def sorted_stretches(text):
    return LEFTWARD.sub(lambda match: "".join(sorted(match.group(0))), text)


def text_of(article):
    return sorted_stretches(squash("".join(text for _, text in article)))


def article_faults(issue, found):
    faults = []
    texts = [text_of(article) for article in found]
    for article in issue.articles:
        own = [i for i, text in enumerate(texts)
               if article.text[:12] in text or article.text[-12:] in text]
        if len(own) != 1:
            faults.append("%s: in %d articles" % (article.text[:12], len(own)))
            continue
        text = texts[own[0]]
        for part in sorted(article.floats, key=len, reverse=True):
            if part not in text:
                faults.append("%s: missing: %s" % (article.text[:12], part))
            text = text.replace(part, "", 1)
        if text.count(sorted_stretches(article.text)) != 1:
            faults.append("%s: reads %s" % (article.text[:12], text))
    return faults


def heading_faults(lines):
    """Headings begin at one and leave none out."""
    last = 0
    for _, kind, _ in lines:
        match = re.fullmatch(r"H(\d)", kind or "")
        if not match:
            continue
        level = int(match.group(1))
        if level > last + 1:
            yield "H%d follows H%d" % (level, last)
        last = level


def elements_of(pdf):
    """Dictionaries of the elements, in no order."""
    _, objects = structure.catalog(pdf)
    values = [item.get("value") for item in objects.values()
              if isinstance(item, dict)]
    return [value for value in values
            if isinstance(value, dict) and "/S" in value and "/P" in value]


def languages_of(pdf):
    """The document's language, and what elements are in another."""
    root, _ = structure.catalog(pdf)
    return [root.get("/Lang")] + sorted(
        element["/S"] + " " + element["/Lang"]
        for element in elements_of(pdf) if "/Lang" in element)


def tree_root(pdf):
    """The root of the tree and everything in the file, by reference."""
    root, objects = structure.catalog(pdf)
    return objects["obj:" + root["/StructTreeRoot"]]["value"], objects


def name_faults(elements, pairs):
    """Art, H1 that is a title, and Note have names; the tree has those, in
    order, and each leads to its element. pairs: (name, element)."""
    names = [name for name, _ in pairs]
    faults = [] if names == sorted(set(names)) else ["names are in disorder"]
    faults += ["%s is named %s" % (element.get("/ID"), name)
               for name, element in pairs if element.get("/ID") != name]
    own = [e["/ID"] for e in elements if "/ID" in e]
    if sorted(own) != sorted(names):
        faults.append("not in the tree: %s" % (set(own) ^ set(names)))
    return faults + ["%s without a name" % e["/S"] for e in elements
                     if e["/S"] in ("/Art", "/Note") and "/ID" not in e]


STANDARD = set("/Document /Art /Div /Span /P /H1 /H2 /L /LI /LBody /TOC /TOCI "
               "/BlockQuote /Caption /Figure /Table /TR /TH /TD /Note "
               "/Link".split())


def element_faults(elements, roles):
    """Types are standard or have a role; figures and links have a text, heads of
    tables a scope."""
    for element in elements:
        kind = element["/S"]
        if roles.get(kind, kind) not in STANDARD or \
                kind in STANDARD and kind in roles:
            yield "type %s" % kind
        if kind in ("/Figure", "/Link") and len(element.get("/Alt", "u:")) < 3:
            yield "%s without a text" % kind
        if kind == "/TH" and \
                element.get("/A", {}).get("/Scope") != "/Column":
            yield "a head without a scope"


def check_elements(tap, name, pdf):
    root, objects = tree_root(pdf)
    listed = objects["obj:" + root["/IDTree"]]["value"]["/Names"]
    pairs = [(listed[i], objects["obj:" + listed[i + 1]]["value"])
             for i in range(0, len(listed), 2)]
    elements = elements_of(pdf)
    tap.empty(name_faults(elements, pairs), name + ": names of elements")
    tap.empty(element_faults(elements, root["/RoleMap"]),
              name + ": elements are what they should be")
    for faults, what in (
            (name_faults(elements, pairs[:-1]), "a name is not in the tree"),
            (name_faults(elements, pairs[::-1]), "names in disorder"),
            (name_faults(elements + [{"/S": "/Art"}], pairs), "no name"),
            (element_faults([{"/S": "/Masthead"}], {}), "no role"),
            (element_faults(elements, {"/P": "/Div"}), "a role for P"),
            (element_faults([{"/S": "/Figure", "/Alt": "u:"}], {}), "no text"),
            (element_faults([{"/S": "/TH"}], {}), "no scope")):
        tap.caught(faults, name + ": control, " + what)


ISSUE = "名称: 报\n期号: 1\n日期: 2026-11-20\n版式: jianbao\n%s稿件: [a.md, b.md]\n"
WORDS = "---\n标题: 一\n---\n\n甲[one%s two]{语言=en}乙[three]{language=en}丙。\n"


def check_languages(tap):
    """Said of the issue, of an article, and of words, over a line's end."""
    for keys, wanted in (("", "zh-Hans"), ("语言: ug\n", "ug")):
        with work_folder() as folder:
            texts = {"issue.yaml": ISSUE % keys,
                     "a.md": WORDS % (" and" * 30),
                     "b.md": "---\n标题: 二\n语言: 英文\n---\n\nOne.\n"}
            for file_name, text in texts.items():
                with open(os.path.join(folder, file_name), "w",
                          encoding="utf-8") as file:
                    file.write(text)
            pdf = os.path.join(folder, "out.pdf")
            make(os.path.join(folder, "issue.yaml"), pdf, product="screen")
            tap.equal(languages_of(pdf), ["u:" + wanted, "/Art u:en",
                                          "/Span u:en", "/Span u:en"],
                      "languages of an issue in " + wanted)


def check(tap, name, of_system=False):
    issue = Issue(os.path.join(ROOT, "samples", name + ".yaml"))
    with work_folder() as folder:
        pdf = os.path.join(folder, "out.pdf")
        status, told = make(issue.path, pdf, product="screen",
                            of_system=of_system)
        if of_system and "[text/no-glyph]" in told:
            tap.skip(name + ": no fonts")
            return
        tap.equal(status, 0, name + ": is made")
        lines = tree_of(pdf)
        check_elements(tap, name, pdf)
    found = articles_of(lines)
    tap.empty(article_faults(issue, found),
              name + ": each article is read once, whole, in order")
    tap.empty(heading_faults(lines), name + ": headings leave no level out")
    check_controls(tap, name, issue, found)


def check_controls(tap, name, issue, found):
    tap.caught(article_faults(issue, found[1:]),
               name + ": control, an article is missing")
    tap.caught(article_faults(issue, found + found[-1:]),
               name + ": control, an article is read twice")
    turned = [list(reversed(article)) for article in found]
    tap.caught(article_faults(issue, turned),
               name + ": control, an article is read backwards")
    cut = [[[kind, text[:-1]] for kind, text in article] for article in found]
    tap.caught(article_faults(issue, cut),
               name + ": control, elements lose their ends")


def main():
    tap = Tap()
    for sample in SAMPLES:
        check(tap, sample)
    for sample in SYSTEM:
        check(tap, sample, of_system=True)
    check_languages(tap)
    tap.caught(heading_faults([(0, "H1", ""), (0, "H3", "")]),
               "control, a level is left out")
    tap.done()


if __name__ == "__main__":
    main()
