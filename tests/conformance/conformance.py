#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""conformance.py - do the files keep what they claim?

    make conformance

Every sample is made for every use, and veraPDF is asked about each standard
that the file's own XMP claims (PDF/A, PDF/UA) and that it has to claim; press
files go through the checks of exchange.py (PDF/X) as well. Before that each
checker is shown a file that is broken, and has to say so.

Where Java or Maven is missing, or Maven finds no repository, nothing is checked,
in so many words.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "tests", "support"))
sys.path.insert(0, HERE)
import pikepdf  # noqa: E402
import exchange  # noqa: E402
from tap import Tap  # noqa: E402

PROGRAM = os.path.abspath(os.environ.get("BULLETIN", "build/bulletin"))
BUILD = os.path.abspath(os.environ.get("BUILD", "build"))
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"

# What a file made for this use has to claim, as veraPDF's flavours, and which
# PDF/X.
CLAIMS = {
    "screen": ({"3a", "ua1"}, None),
    "archive": ({"3a", "ua1"}, None),
    "office": (set(), None),
    "press": ({"2a", "ua1"}, "PDF/X-4"),
    "press-legacy": (set(), "PDF/X-1a:2003"),
}


# ---- veraPDF ----

def fetch():
    """The archive of veraPDF, by Maven; None where it cannot be had."""
    folder = os.path.join(BUILD, "verapdf")
    found = glob.glob(os.path.join(folder, "greenfield-apps-*.jar"))
    if not found:
        subprocess.run(["mvn", "-q", "-B", "-f", os.path.join(HERE, "pom.xml"),
                        "dependency:copy-dependencies",
                        "-DoutputDirectory=" + folder])
        found = glob.glob(os.path.join(folder, "greenfield-apps-*.jar"))
    return found[0] if found else None


def validate(archive, flavour, pdfs):
    """By file: what is broken, as "6.2.4.3-3", or None where it passes."""
    done = subprocess.run(
        ["java", "-cp", archive, MAIN, "-f", flavour, "--format", "text",
         "-v", *pdfs], capture_output=True, text=True)
    verdicts = {}
    faults = []
    name = None
    for line in done.stdout.splitlines():
        match = re.match(r"(PASS|FAIL) (.*) %s$" % flavour, line)
        if match:
            name = os.path.basename(match.group(2))
            faults = verdicts.setdefault(name, [])
            if match.group(1) == "FAIL":
                faults.append("fails")
        elif name and line.startswith("  FAIL"):
            faults.append(line.strip())
    return verdicts


# ---- Claims ----

def claims_of(pdf):
    """The standards that the XMP packet names, as veraPDF's flavours."""
    with open(pdf, "rb") as file:
        text = file.read().decode("latin-1")
    claims = set()
    part = re.search(r"<pdfaid:part>(\d)</pdfaid:part>\s*"
                     r"<pdfaid:conformance>(\w)<", text)
    if part:
        claims.add(part.group(1) + part.group(2).lower())
    if "<pdfuaid:part>1<" in text:
        claims.add("ua1")
    return claims


# ---- Files ----

def samples():
    for path in sorted(glob.glob(os.path.join(ROOT, "samples", "*",
                                              "*.yaml"))):
        with open(path, encoding="utf-8") as file:
            if re.search(r"^(版式|layout):", file.read(), re.M):
                yield path


def in_two_inks(folder):
    """The 简报 as a job in black and a spot ink (套红), with press marks."""
    copy = os.path.join(folder, "twoinks")
    shutil.copytree(os.path.join(ROOT, "samples", "jianbao"), copy)
    path = os.path.join(copy, "issue.yaml")
    with open(path, "a", encoding="utf-8") as file:
        file.write("印刷: {专色: 专色红, 裁切标记: 是}\n")
    return path


def made(folder):
    """Every sample for every use: (use, path of the PDF)."""
    for path in [*samples(), in_two_inks(folder)]:
        sample = os.path.basename(os.path.dirname(path)) + "-" + \
            os.path.basename(path)[:-len(".yaml")]
        for use in CLAIMS:
            pdf = os.path.join(folder, "%s.%s.pdf" % (sample, use))
            done = subprocess.run(
                [PROGRAM, "make", path, "-o", pdf, "--for", use, "--no-report",
                 "-q"], capture_output=True, text=True)
            if done.returncode != 0:
                raise RuntimeError(done.stderr)
            yield use, pdf


def damaged(pdf, out, damage):
    with pikepdf.open(pdf) as document:
        damage(document)
        document.save(out)
    return out


def without_structure(document):
    del document.Root["/StructTreeRoot"]


def without_intent(document):
    del document.Root["/OutputIntents"]


def without_claim(document):
    """The packet says nothing of PDF/A or PDF/UA."""
    packet = document.Root.Metadata.read_bytes()
    document.Root.Metadata.write(
        packet.replace(b"pdfuaid:part", b"pdfuaid:port")
        .replace(b"pdfaid:part", b"pdfaid:port"))


def without_alternatives(document):
    for thing in document.objects:
        if isinstance(thing, pikepdf.Dictionary) and \
                thing.get("/S") == "/Figure":
            del thing["/Alt"]


def check_controls(tap, archive, files, folder):
    screen = next(pdf for use, pdf in files
                  if use == "screen" and "digest" in pdf)
    out = os.path.join(folder, "broken.pdf")
    whole = damaged(screen, out, lambda document: None)
    for flavour in ("3a", "ua1"):
        tap.empty(validate(archive, flavour, [whole])["broken.pdf"],
                  "control: %s of a file that is saved again, whole" % flavour)
    for damage, flavours in ((without_structure, ("3a", "ua1")),
                             (without_intent, ("3a",)),
                             (without_claim, ("3a", "ua1")),
                             (without_alternatives, ("ua1",))):
        damaged(screen, out, damage)
        for flavour in flavours:
            tap.caught(validate(archive, flavour, [out])["broken.pdf"],
                       "control: %s %s"
                       % (flavour, damage.__name__.replace("_", " ")))


def check_claims(tap, archive, files):
    by_flavour = {}
    for use, pdf in files:
        name = os.path.basename(pdf)
        claims = claims_of(pdf)
        wanted, version = CLAIMS[use]
        tap.ok(wanted <= claims, name + ": claims what it should",
               "claims %s" % sorted(claims))
        for flavour in claims:
            by_flavour.setdefault(flavour, []).append(pdf)
        if version:
            tap.empty(exchange.faults(pdf, version), name + ": " + version)
    for flavour, pdfs in sorted(by_flavour.items()):
        verdicts = validate(archive, flavour, pdfs)
        for pdf in pdfs:
            name = os.path.basename(pdf)
            tap.empty(verdicts.get(name, ["was not looked at"]),
                      "%s: keeps %s" % (name, flavour))


def check_other_forms(tap, folder):
    """Type as outlines and pages on sheets claim PDF/X alone, and keep it."""
    issue = os.path.join(ROOT, "samples", "tabloid", "issue.yaml")
    for options in (["--outline-text"], ["--sheets", "saddle", "--marks"]):
        for use, version in (("press", "PDF/X-4"),
                             ("press-legacy", "PDF/X-1a:2003")):
            pdf = os.path.join(folder, "other.pdf")
            subprocess.run([PROGRAM, "make", issue, "-o", pdf, "--for", use,
                            "--no-report", "-q", *options], check=True)
            name = "%s, %s" % (version, " ".join(options))
            tap.empty(exchange.faults(pdf, version), name)
            with pikepdf.open(pdf) as document:
                packet = document.Root.Metadata.read_bytes()
            tap.ok(b"pdfaid:part" not in packet and b"pdfuaid" not in packet,
                   name + ": claims nothing else")


def main():
    if not (shutil.which("java") and shutil.which("mvn")):
        print("conformance: Java or Maven is missing, nothing was checked")
        return 0
    archive = fetch()
    if archive is None:
        print("conformance: veraPDF cannot be fetched, nothing was checked")
        return 0
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="bulletin-conformance.") as folder:
        files = list(made(folder))
        check_controls(tap, archive, files, folder)
        exchange.check_controls(tap, files, folder)
        check_claims(tap, archive, files)
        check_other_forms(tap, folder)
    print("%d passed, %d failed" % (tap.count - tap.failed, tap.failed))
    tap.done()
    return 0


if __name__ == "__main__":
    sys.exit(main())
