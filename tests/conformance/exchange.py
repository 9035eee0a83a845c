# SPDX-License-Identifier: MIT
"""exchange.py - the structure of PDF/X-4 (ISO 15930-7) and PDF/X-1a:2003
(ISO 15930-4), as far as a file's objects tell it. There is no free validator;
so a file that passes has "structure checked", and is not certified.

Each function yields faults as texts, each beginning with the name of its
rule; no fault, nothing wrong."""
import os
import re
import struct

import pikepdf

RGB_OPERATORS = {"rg", "RG"}


def box(page, name):
    return [float(x) for x in page.obj.get(name, [])]


def holds(outer, inner):
    near = 0.001
    return (len(outer) == len(inner) == 4 and
            outer[0] <= inner[0] + near and outer[1] <= inner[1] + near and
            outer[2] >= inner[2] - near and outer[3] >= inner[3] - near)


def box_faults(pdf):
    for number, page in enumerate(pdf.pages, 1):
        media, bleed = box(page, "/MediaBox"), box(page, "/BleedBox")
        trim = box(page, "/TrimBox")
        if not trim or "/ArtBox" in page.obj:
            yield "boxes: page %d needs a TrimBox and no ArtBox" % number
        elif not (holds(media, bleed or media) and
                  holds(bleed or media, trim)):
            yield "boxes: page %d: trim, bleed and media do not nest" % number


def version_faults(pdf, version):
    info = pdf.docinfo
    if version == "PDF/X-4":
        xmp = bytes(pdf.Root.Metadata.read_bytes()).decode()
        if "<pdfxid:GTS_PDFXVersion>PDF/X-4<" not in xmp:
            yield "version: XMP does not say PDF/X-4"
        for name in ("xmpMM:DocumentID", "xmpMM:VersionID",
                     "xmpMM:RenditionClass", "xmp:MetadataDate"):
            if "<%s>" % name not in xmp:
                yield "version: XMP has no " + name
        if "<pdf:Trapped>False<" not in xmp:
            yield "trapped: XMP does not say"
        latest = 1.6
    else:
        if str(info.get("/GTS_PDFXVersion", "")) != version:
            yield "version: Info does not say " + version
        latest = 1.4
    if float(pdf.pdf_version) > latest:
        yield "version: PDF %s is later than %s" % (pdf.pdf_version, latest)
    if str(info.get("/Trapped", "")) not in ("/True", "/False"):
        yield "trapped: Info does not say"
    for key in ("/Title", "/CreationDate", "/ModDate"):
        if not str(info.get(key, "")):
            yield "info: no " + key


def file_faults(pdf):
    if pdf.is_encrypted:
        yield "encrypted"
    if len(pdf.trailer.get("/ID", [])) != 2:
        yield "id: the trailer has none"
    for key in ("/AcroForm", "/AA", "/OpenAction"):
        if key in pdf.Root:
            yield "actions: the catalogue has " + key
    names = pdf.Root.get("/Names", {})
    if "/JavaScript" in names:
        yield "actions: JavaScript"


def intent_faults(pdf):
    intents = [i for i in pdf.Root.get("/OutputIntents", [])
               if i.get("/S") == "/GTS_PDFX"]
    if len(intents) != 1:
        yield "intent: there are %d of PDF/X" % len(intents)
        return
    intent = intents[0]
    if not str(intent.get("/OutputConditionIdentifier", "")):
        yield "intent: no condition is named"
    profile = intent.get("/DestOutputProfile")
    if profile is None:
        yield "intent: no profile"
        return
    header = bytes(profile.read_bytes())[:24]
    kind, space = struct.unpack(">12x4s4s4x", header)
    if kind != b"prtr" or space != b"CMYK" or profile.get("/N") != 4:
        yield "intent: the profile is no printer's of four inks"


def content_faults(pdf):
    """RGB by operators, in pages and forms."""
    for number, page in enumerate(pdf.pages, 1):
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in RGB_OPERATORS:
                yield "rgb: page %d sets %s" % (number, name)
                break
            if name in ("cs", "CS") and str(operands[0]) == "/DeviceRGB":
                yield "rgb: page %d chooses DeviceRGB" % number
                break


def space_name(space):
    if isinstance(space, pikepdf.Array):
        return str(space[0])
    return str(space)


def object_faults(pdf, version):
    is_old = version != "PDF/X-4"
    for thing in pdf.objects:
        if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        kind = thing.get("/Type")
        if thing.get("/Subtype") == "/Image":
            space = space_name(thing.get("/ColorSpace", ""))
            # X-4 would take light with a profile; our press files have none.
            if space in ("/DeviceRGB", "/CalRGB", "/Lab", "/ICCBased"):
                yield "rgb: a picture in " + space
            if is_old and "/SMask" in thing:
                yield "transparency: a picture has a soft mask"
        if kind == "/FontDescriptor" and not any(
                key in thing for key in ("/FontFile", "/FontFile2",
                                         "/FontFile3")):
            yield "fonts: %s is not embedded" % thing.get("/FontName")
        if kind == "/ExtGState" and is_old and (
                float(thing.get("/ca", 1)) < 1 or
                float(thing.get("/CA", 1)) < 1):
            yield "transparency: a graphics state"
        if is_old and kind in ("/ObjStm", "/OCG", "/XRef"):
            yield "version: %s is later than PDF 1.4" % kind
        if "/TR" in thing and kind == "/ExtGState":
            yield "transfer: a graphics state has TR"
        if "LZW" in str(thing.get("/Filter", "")):
            yield "lzw: a stream is packed with it"


def annotation_faults(pdf):
    for number, page in enumerate(pdf.pages, 1):
        bleed = box(page, "/BleedBox") or box(page, "/MediaBox")
        for annotation in page.obj.get("/Annots", []):
            left, foot, right, head = [float(x) for x in annotation.Rect]
            if right > bleed[0] and left < bleed[2] and \
                    head > bleed[1] and foot < bleed[3]:
                yield "annotation: page %d has one on its area" % number


def faults(path, version):
    with pikepdf.open(path) as pdf:
        found = list(box_faults(pdf)) + list(version_faults(pdf, version))
        found += list(file_faults(pdf)) + list(intent_faults(pdf))
        found += list(content_faults(pdf)) + list(object_faults(pdf, version))
        found += list(annotation_faults(pdf))
    return found


# ---- Controls: each rule is seen to be broken. ----

def with_rgb(pdf):
    page = pdf.pages[0]
    page.contents_add(b"1 0 0 rg", prepend=True)


def with_light_picture(pdf):
    image = pdf.make_stream(b"\0\0\0", Type=pikepdf.Name.XObject,
                            Subtype=pikepdf.Name.Image, Width=1, Height=1,
                            BitsPerComponent=8,
                            ColorSpace=pikepdf.Name.DeviceRGB)
    pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(I99=image)


def with_link(pdf):
    page = pdf.pages[0].obj
    page.Annots = pikepdf.Array([pdf.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link,
        Rect=[100, 100, 200, 200]))])


def without_trim(pdf):
    del pdf.pages[0].obj["/TrimBox"]


def with_outer_trim(pdf):
    left, foot, right, head = [float(x) for x in pdf.pages[0].obj.MediaBox]
    pdf.pages[0].obj.TrimBox = [left - 9, foot, right, head]


def without_intent(pdf):
    del pdf.Root["/OutputIntents"]


def with_two_intents(pdf):
    intents = pdf.Root.OutputIntents
    intents.append(intents[0])


def with_screen_intent(pdf):
    intent = pdf.Root.OutputIntents[0]
    content = bytearray(intent.DestOutputProfile.read_bytes())
    content[12:16] = b"mntr"
    intent.DestOutputProfile = pdf.make_stream(bytes(content), N=4)


def without_trapped(pdf):
    pdf.docinfo["/Trapped"] = pikepdf.Name.Unknown


def without_title(pdf):
    del pdf.docinfo["/Title"]


def with_script(pdf):
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript,
                                             JS="app.beep()")


def without_font(pdf):
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and \
                thing.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile2", "/FontFile3"):
                if key in thing:
                    del thing[key]
            return


CONTROLS = [(with_rgb, "rgb"), (with_light_picture, "rgb"),
            (with_link, "annotation"),
            (without_trim, "boxes"), (with_outer_trim, "boxes"),
            (without_intent, "intent"), (with_two_intents, "intent"),
            (with_screen_intent, "intent"), (without_trapped, "trapped"),
            (without_title, "info"), (with_script, "actions"),
            (without_font, "fonts")]


def check_controls(tap, files, folder):
    out = os.path.join(folder, "broken.pdf")
    for use, version in (("press", "PDF/X-4"),
                         ("press-legacy", "PDF/X-1a:2003")):
        path = next(pdf for made_for, pdf in files
                    if made_for == use and "jianbao" in pdf)
        for damage, rule in CONTROLS:
            with pikepdf.open(path) as pdf:
                damage(pdf)
                pdf.save(out, force_version=pdf.pdf_version,
                         object_stream_mode=pikepdf.ObjectStreamMode.disable)
            found = [f for f in faults(out, version)
                     if re.match(rule + r"\b", f)]
            tap.caught(found, "control: %s, %s"
                       % (version, damage.__name__.replace("_", " ")))
    other = faults(path, "PDF/X-4")
    tap.caught([f for f in other if f.startswith("version")],
               "control: an X-1a file is no X-4")
