#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Cut the font pack of bulletin from Debian's Noto CJK and LXGW WenKai.

    make-pack.py DIRECTORY    write the seven faces into DIRECTORY
    make-pack.py --sources    are the installed packages the recorded ones?

Every face is a subset of a larger one: fewer characters, only the layout
features a Chinese page needs, only the Simplified Chinese (ZHS) forms, and a
name of its own.  The same packages always give the same bytes, so the pack in
the tree can be compared with a fresh one: `make fonts` does that.

Exit status: 0 done, 1 something is wrong, 2 wrong usage, 3 (--sources only)
the packages are missing or are not the recorded ones.
"""

import bz2
import copy
import os
import subprocess
import sys
from collections import namedtuple

try:
    import fontTools
    from fontTools import subset, ttLib
    from fontTools.misc import timeTools
except ImportError:
    fontTools = None

NOTO = "/usr/share/fonts/opentype/noto/"
WENKAI = "/usr/share/fonts/truetype/lxgw-wenkai/"
UNIHAN = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"

# What the committed faces were made from.  Change these together with the
# faces, SHA256SUMS and README.md.
PACKAGES = {
    "fonts-noto-cjk": "1:20220127+repack1-1",
    "fonts-noto-cjk-extra": "1:20220127+repack1-1",
    "fonts-lxgw-wenkai": "1.250+repack-1",
    "unicode-data": "15.0.0-1",
}
FONTTOOLS = "4.38.0"
PACK_DATE = "Thu Jan 01 00:00:00 2026"

Face = namedtuple("Face", "file source index source_name family zh style hanzi")

FACES = [
    Face("BulletinSong-Regular.otf", NOTO + "NotoSerifCJK-Regular.ttc", 2,
         "NotoSerifCJKsc-Regular", "Song", "宋体", "Regular", "full"),
    Face("BulletinSong-Bold.otf", NOTO + "NotoSerifCJK-Bold.ttc", 2,
         "NotoSerifCJKsc-Bold", "Song", "宋体", "Bold", "full"),
    Face("BulletinSong-Black.otf", NOTO + "NotoSerifCJK-Black.ttc", 2,
         "NotoSerifCJKsc-Black", "Song", "宋体", "Black", "gb2312"),
    Face("BulletinHei-Regular.otf", NOTO + "NotoSansCJK-Regular.ttc", 2,
         "NotoSansCJKsc-Regular", "Hei", "黑体", "Regular", "full"),
    Face("BulletinHei-Bold.otf", NOTO + "NotoSansCJK-Bold.ttc", 2,
         "NotoSansCJKsc-Bold", "Hei", "黑体", "Bold", "full"),
    Face("BulletinHei-Black.otf", NOTO + "NotoSansCJK-Black.ttc", 2,
         "NotoSansCJKsc-Black", "Hei", "黑体", "Black", "gb2312"),
    Face("BulletinKai-Regular.ttf", WENKAI + "LXGWWenKai-Regular.ttf", -1,
         "LXGWWenKai-Regular", "Kai", "楷体", "Regular", "full"),
]

STYLES_EN = {"Regular": "Regular", "Bold": "Bold", "Black": "Black"}
STYLES_ZH = {"Regular": "常规", "Bold": "粗体", "Black": "特粗"}

FEATURES = ("vert vrt2 halt palt vhal vpal kern vkrn pwid "
            "ccmp liga calt locl").split()

# Name records that act as a name; all others (copyright, trade mark, makers,
# licence) stay as the makers of the source wrote them.
NAMING_IDS = {1, 2, 3, 4, 6, 16, 17, 18, 20, 21, 22, 25}
SOURCE_WORDS = ("LXGW", "霞鹜", "Noto", "Klee")
EN, ZH = 0x409, 0x804

# Wanted beyond GB 2312, where the source has them: (first, last).
EXTRA_RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x00FF),     # ASCII, Latin-1
    (0x0100, 0x017F), (0x01CD, 0x01DC),     # Latin Extended-A, pinyin ǎ ǚ
    (0x01F8, 0x01F9), (0x1E3E, 0x1E3F),     # pinyin ǹ ḿ
    (0x0251, 0x0251), (0x0261, 0x0261),     # single-storey ɑ ɡ of primers
    (0x0300, 0x0301), (0x0304, 0x0304),     # tone marks for ê̄ ê̌ m̀
    (0x0308, 0x0308), (0x030C, 0x030C),
    (0x02C6, 0x02DC),                       # ˆ ˇ ˉ ˊ ˋ ˙ ˜
    (0x2000, 0x206F),                       # general punctuation
    (0x2070, 0x208E),                       # superior and inferior figures
    (0x20A9, 0x20AC),                       # ₩ €
    (0x2103, 0x2103), (0x2105, 0x2105),     # ℃ ℅
    (0x2109, 0x2109), (0x2113, 0x2113),     # ℉ ℓ
    (0x2116, 0x2116), (0x2121, 0x2122),     # № ℡ ™
    (0x2126, 0x2126), (0x212B, 0x212B),     # Ω Å
    (0x2150, 0x217F),                       # fractions, Roman figures
    (0x2190, 0x2199), (0x21D0, 0x21D4),     # arrows
    (0x2200, 0x22BF), (0x22EF, 0x22EF),     # mathematics, ⋯
    (0x2460, 0x249B), (0x24EA, 0x24F4),     # ①–⑳, ⑴, ⒈, ⓪ ⓫–⓴
    (0x2500, 0x25FF),                       # rules, blocks, ■ □ ▲ ● ◆
    (0x2600, 0x2606), (0x260E, 0x260F),     # ☀ ★ ☆ ☎ ☏
    (0x261C, 0x261F), (0x2640, 0x2642),     # ☞ ♀ ♂
    (0x2660, 0x266F),                       # ♠ ♥ ♪
    (0x2702, 0x2702), (0x2713, 0x2717),     # ✂ ✓ ✗
    (0x2756, 0x2756), (0x2776, 0x2793),     # ❖ ❶–❿
    (0x2E3A, 0x2E3B),                       # ⸺ ⸻
    (0x2FF0, 0x2FFB),                       # description of unencoded hanzi
    (0x3000, 0x303F), (0x3040, 0x30FF),     # CJK punctuation, kana
    (0x3105, 0x312F),                       # 注音
    (0x3220, 0x3232), (0x3251, 0x325F),     # ㈠ ㈱, ㉑–㉟
    (0x3280, 0x3289), (0x32A3, 0x32A8),     # ㊀ ㊣ ㊤ ㊨
    (0x32B1, 0x32BF),                       # ㊱–㊿
    (0x338E, 0x338F), (0x3396, 0x3398),     # ㎎ ㎏ ㎖ ㎘
    (0x339C, 0x33A6), (0x33C4, 0x33C4),     # ㎜ ㎡ ㎥, ㏄
    (0x33CE, 0x33D5),                       # ㏎ ㏑ ㏒ ㏕
    (0xFE10, 0xFE19), (0xFE30, 0xFE6B),     # vertical and small forms
    (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6),     # full-width forms
    (0xFFFD, 0xFFFD),
]


class PackError(Exception):
    """Something that stops the pack from being made, as one sentence."""


def gb2312_characters():
    """All 7,445 code points of GB 2312-80 as Python maps them."""
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((row, cell)).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return found


def is_hanzi(code):
    """Is this code point a unified ideograph (〇 counts as a symbol)?"""
    return 0x3400 <= code <= 0x9FFF or code >= 0x20000


def general_standard_hanzi():
    """The 8,105 hanzi of 通用规范汉字表, from Unihan's kTGH field."""
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        found = {int(line.split("\t")[0][2:], 16)
                 for line in lines if "\tkTGH\t" in line}
    if len(found) != 8105:
        raise PackError(f"kTGH in {UNIHAN} has {len(found)} hanzi, not 8105")
    return found


def required_characters(hanzi):
    """What a face must have: GB 2312, and the 8,105 for a text face."""
    required = gb2312_characters()
    if hanzi == "full":
        required |= general_standard_hanzi()
    return required


def wanted_characters(hanzi):
    """What a face should have as far as its source offers it."""
    wanted = required_characters(hanzi)
    for first, last in EXTRA_RANGES:
        wanted.update(range(first, last + 1))
    return wanted


def subset_options(face):
    """The choices for fontTools' subsetter; see the module's own text."""
    options = subset.Options()
    options.font_number = face.index
    options.layout_features = list(FEATURES)
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.name_legacy = False
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.canonical_order = True
    # The optional HarfBuzz packer would give other bytes where it is installed.
    options.harfbuzz_repacker = False
    # BASE has only coordinates, so it can stay whole.
    options.drop_tables = [t for t in options.drop_tables if t != "BASE"]
    options.no_subset_tables = options.no_subset_tables + ["BASE"]
    return options


def open_source(face, options):
    """Open the face's source and make sure that it is the one meant."""
    if not os.path.exists(face.source):
        raise PackError(f"{face.source} is missing: {install_hint()}")
    font = subset.load_font(face.source, options)
    name = font["name"].getDebugName(6)
    if name != face.source_name:
        raise PackError(f"face {face.index} of {face.source} is {name}, "
                        f"not {face.source_name}")
    return font


def simplified_chinese(script):
    """The ZHS language system of a script, or None."""
    for record in script.LangSysRecord:
        if record.LangSysTag == "ZHS ":
            return record.LangSys
    return None


def keep_only_zhs(table):
    """Let every script of GSUB or GPOS speak Simplified Chinese and only that.

    ZHS becomes each script's default, so a run that is tagged `en`, or with
    no language at all, gets the same dashes and quotation marks as the
    Chinese around it.  A table without ZHS (LXGW WenKai) knows one language
    anyway and is left alone.
    """
    scripts = {record.ScriptTag: record.Script
               for record in table.ScriptList.ScriptRecord}
    of_hanzi = simplified_chinese(scripts["hani"])
    if of_hanzi is None:
        return
    for script in scripts.values():
        # A copy: the subsetter renumbers each language system in place.
        chosen = simplified_chinese(script) or of_hanzi
        script.DefaultLangSys = copy.deepcopy(chosen)
        script.LangSysRecord = []
        script.LangSysCount = 0


def cut(font, face, options):
    """Reduce the font to its characters and features."""
    for tag in ("GSUB", "GPOS"):
        if tag in font:
            keep_only_zhs(font[tag].table)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted_characters(face.hanzi))
    subsetter.subset(font)


def postscript_name(face):
    """BulletinSong-Regular: the file name without its ending."""
    return os.path.splitext(face.file)[0]


def language_names(family, style, styles):
    """Family, style and full name records in the language of `styles`.

    Old programs know four styles to a family, so Black gets a family of its
    own in records 1 and 2 and the real one in 16 and 17.
    """
    full = f"{family} {styles[style]}"
    if style in ("Regular", "Bold"):
        return {1: family, 2: styles[style], 4: full}
    return {1: full, 2: styles["Regular"], 4: full,
            16: family, 17: styles[style]}


def rename_records(font, face):
    """Replace every name record that acts as a name."""
    table = font["name"]
    table.names = [r for r in table.names if r.nameID not in NAMING_IDS]
    version = table.getDebugName(5).split(";")[0].replace("Version ", "")
    english = language_names(f"Bulletin {face.family}", face.style, STYLES_EN)
    english[3] = f"{version};{postscript_name(face)}"
    english[6] = postscript_name(face)
    chinese = language_names(f"简报{face.zh}", face.style, STYLES_ZH)
    for language, records in ((EN, english), (ZH, chinese)):
        for name_id, text in records.items():
            table.setName(text, name_id, 3, 1, language)


def rename_cff(font, face):
    """Rename a CFF font inside its own table; the copyright Notice stays."""
    name = postscript_name(face)
    cff = font["CFF "].cff
    top = cff.topDictIndex[0]
    cff.fontNames = [name]
    top.FamilyName = f"Bulletin {face.family}"
    top.FullName = f"Bulletin {face.family} {face.style}"
    for part in top.FDArray:
        part.FontName = f"{name}-{part.FontName.rsplit('-', 1)[1]}"


def rename(font, face):
    """Give the face its own name everywhere and fix its dates."""
    rename_records(font, face)
    if "CFF " in font:
        rename_cff(font, face)
    font["OS/2"].achVendID = "NONE"
    date = timeTools.timestampFromString(PACK_DATE)
    font["head"].created = font["head"].modified = date


def metrics(font):
    """The figures that must come through unchanged."""
    hhea, vhea, os2 = font["hhea"], font["vhea"], font["OS/2"]
    return (font["head"].unitsPerEm, hhea.ascent, hhea.descent, hhea.lineGap,
            vhea.ascent, vhea.descent, vhea.lineGap, os2.sTypoAscender,
            os2.sTypoDescender, os2.sTypoLineGap, os2.usWinAscent,
            os2.usWinDescent, os2.usWeightClass, os2.fsType)


def check_names(font, face):
    """Stop if a name of the source is left where a name is read."""
    for record in font["name"].names:
        text = record.toUnicode()
        if record.nameID in NAMING_IDS and any(w in text for w in SOURCE_WORDS):
            raise PackError(f"{face.file}: name {record.nameID} is “{text}”")


def check(path, face, source_metrics):
    """Read the face again and stop if it isn't what README.md promises."""
    font = ttLib.TTFont(path, lazy=True)
    missing = required_characters(face.hanzi) - set(font.getBestCmap())
    if missing:
        raise PackError(f"{face.file}: {len(missing)} characters are missing, "
                        f"the first is U+{min(missing):04X}")
    if metrics(font) != source_metrics:
        raise PackError(f"{face.file}: the metrics have changed")
    if "CFF " in font and not hasattr(font["CFF "].cff[0], "ROS"):
        raise PackError(f"{face.file}: is not CID-keyed")
    check_names(font, face)
    return font


def make_face(face, directory):
    """Cut, rename, write and check one face; print one line about it."""
    options = subset_options(face)
    font = open_source(face, options)
    source_metrics = metrics(font)
    cut(font, face, options)
    rename(font, face)
    path = os.path.join(directory, face.file)
    subset.save_font(font, path, options)
    made = check(path, face, source_metrics)
    print(f"{face.file:26} {made['maxp'].numGlyphs:6} glyphs "
          f"{len(made.getBestCmap()):6} characters "
          f"{os.path.getsize(path):9} bytes", flush=True)


def install_hint():
    """The command that brings the sources."""
    return "apt install " + " ".join(PACKAGES) + " python3-fonttools"


def installed_version(package):
    """The installed version of a Debian package, or None."""
    query = ["dpkg-query", "--show",
             "--showformat=${db:Status-Status} ${Version}", package]
    try:
        answer = subprocess.run(query, stdout=subprocess.PIPE, text=True,
                                stderr=subprocess.DEVNULL, check=False)
    except FileNotFoundError:
        return None
    status, _, version = answer.stdout.strip().partition(" ")
    return version if status == "installed" else None


def source_differences():
    """One sentence for each source that isn't the recorded one."""
    found = []
    for package, recorded in PACKAGES.items():
        version = installed_version(package)
        if version is None:
            found.append(f"{package} is not installed: {install_hint()}")
        elif version != recorded:
            found.append(f"{package} {version} is installed, "
                         f"the pack was made from {recorded}")
    if fontTools is None:
        found.append(f"python3-fonttools is not installed: {install_hint()}")
    elif fontTools.version != FONTTOOLS:
        found.append(f"python3-fonttools {fontTools.version} is installed, "
                     f"the pack was made with {FONTTOOLS}")
    return found


def report_sources():
    """Say what keeps a fresh pack from being compared; 3 if anything does."""
    differences = source_differences()
    for sentence in differences:
        print(f"skipped: {sentence}")
    return 3 if differences else 0


def make_pack(directory):
    """Write all faces."""
    if fontTools is None:
        raise PackError(f"python3-fonttools is missing: {install_hint()}")
    if not os.path.exists(UNIHAN):
        raise PackError(f"{UNIHAN} is missing: {install_hint()}")
    os.makedirs(directory, exist_ok=True)
    for face in FACES:
        make_face(face, directory)
    return 0


def main(arguments):
    """Run what the command line asks for and return the exit status."""
    if arguments in (["-h"], ["--help"]):
        print(__doc__.strip())
        return 0
    if len(arguments) != 1:
        print("usage: make-pack.py DIRECTORY | --sources", file=sys.stderr)
        return 2
    if arguments[0] == "--sources":
        return report_sources()
    try:
        return make_pack(arguments[0])
    except PackError as error:
        print(f"make-pack.py: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
