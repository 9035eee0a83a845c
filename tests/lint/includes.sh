#!/bin/sh
# SPDX-License-Identifier: MIT
# includes.sh - who may include whom.
#
#     tests/lint/includes.sh [TREE]        checks TREE/src (default: this tree)
#     tests/lint/includes.sh --self-test   checks the check
#
# The table of rooms and the table of libraries are below; src/README.md tells
# why they are so. Prints "file:line: what" and exits 1 for each violation.
set -eu
LC_ALL=C
export LC_ALL

# Every room may also include itself and bulletin.h. "top" is src/ itself: the
# story (bulletin*.c), whose files share document.h.
rooms='
base:
picture: base
ink: picture base
source: base
issue: source picture base
template: source base
text: base
makeup: base
sheet: base
layout: sheet makeup issue template text picture base
preflight: layout picture ink text base
proof: layout text picture base
pdf: layout text picture ink base
archive: base
cli:
top: base picture ink source issue template text sheet layout preflight proof pdf archive
'

# A library's headers, as a pattern, and the one room that may include them.
libraries='
^hpdf:pdf
^nettle/:pdf
^libdeflate\.h$:pdf
^ft2build\.h$:text
^freetype/:text
^FT_:text
^hb[-.]:text
^hb-ot\.h$:text
^fontconfig/:text
^fribidi:text
^hyphen\.h$:text
^libfyaml\.h$:source
^cmark:source
^iconv\.h$:source
^spng\.h$:picture
^jpeglib\.h$:picture
^jerror\.h$:picture
^qrencode\.h$:picture
^lcms2\.h$:ink
^cmocka:tests
'

# What C and POSIX bring. Not here on purpose: locale.h (setlocale would turn
# the points of a PDF into commas). An unknown header must be entered in one
# of the tables.
system='assert ctype dirent errno fcntl float fenv inttypes limits math poll
pthread setjmp signal stdarg stdatomic stdbool stddef stdint stdio stdlib
stdnoreturn string strings termios time unistd wchar'

check_tree() {
    found=$(cd "$1" && find src -name '*.[ch]' | sort)
    [ -n "$found" ] || { echo "no sources in $1/src" >&2; return 1; }
    # shellcheck disable=SC2086
    (cd "$1" && awk -v rooms="$rooms" -v libraries="$libraries" \
        -v system_names="$system" '
function complain(what) {
    printf "%s:%d: %s\n", FILENAME, FNR, what
    is_bad = 1
}
function room_of(path,   parts, count) {
    count = split(path, parts, "/")
    return count == 1 ? "top" : parts[1]
}
function check_ours(name,   there) {
    if (name == "bulletin.h")
        return
    if (name == "document.h" && here == "top")
        return
    if (name !~ /^[a-z_]+\/[a-z0-9_]+\.(h|def)$/)
        return complain("\"" name "\" is not written from src/ (room/file.h)")
    there = room_of(name)
    if (there != here && !((here, there) in allowed))
        complain(here " may not include " name)
}
function check_library(name,   i) {
    for (i = 1; i <= library_count; i++) {
        if (name !~ pattern[i])
            continue
        if (owner[i] != here)
            complain("<" name "> belongs to " owner[i] ", not to " here)
        return
    }
    if (name !~ /^(sys|linux|sanitizer)\// && !(name in is_system))
        complain("<" name "> is in no table of includes.sh")
}
BEGIN {
    count = split(rooms, line, "\n")
    for (i = 1; i <= count; i++) {
        words = split(line[i], word, /[: ]+/)
        for (j = 2; j <= words; j++)
            allowed[word[1], word[j]] = 1
        if (words > 0)
            is_room[word[1]] = 1
    }
    count = split(libraries, line, "\n")
    for (i = 1; i <= count; i++) {
        if (line[i] == "")
            continue
        split(line[i], word, ":")
        pattern[++library_count] = word[1]
        owner[library_count] = word[2]
    }
    count = split(system_names, word, /[ \n]+/)
    for (i = 1; i <= count; i++)
        is_system[word[i] ".h"] = 1
}
FNR == 1 {
    here = room_of(substr(FILENAME, length("src/") + 1))
    if (!(here in is_room))
        complain("room " here " is in no table of includes.sh")
}
/^[ \t]*#[ \t]*include/ {
    name = $0
    sub(/^[ \t]*#[ \t]*include[ \t]*/, "", name)
    kind = substr(name, 1, 1)
    if (kind == "\"" || kind == "<") {
        name = substr(name, 2)
        sub(/[">].*/, "", name)
    } else {
        sub(/[ \t].*/, "", name)
    }
    if (kind == "\"")
        check_ours(name)
    else
        check_library(name)
}
END { exit is_bad }
' $found)
}

# ---- The check checked: one wrong line at a time must be caught. ----

tries=0
failures=0

# try yes|no FILE LINE: is a FILE with that LINE caught?
try() {
    tries=$((tries + 1))
    rm -rf "$tree/src"
    mkdir -p "$tree/$(dirname "$2")"
    printf '/* a file */\n%s\n' "$3" >"$tree/$2"
    if said=$(check_tree "$tree"); then is_caught=no; else is_caught=yes; fi
    case $said in
    "$2:2: "* | "$2:1: room "*) ;;
    '') [ $is_caught = no ] || is_caught="without a word" ;;
    *) is_caught="at the wrong place" ;;
    esac
    [ "$is_caught" = "$1" ] && return
    failures=$((failures + 1))
    echo "self-test: $2 with '$3': caught: $is_caught, wanted: $1"
}

try_rooms() {
    all='base picture source issue template text layout preflight proof pdf cli'
    for here in $all top; do
        file=src/$here/x.c
        [ $here = top ] && file=src/bulletin.c
        may=$(echo "$rooms" | sed -n "s/^$here://p")
        for there in $all; do
            wanted=yes
            case " $may $here " in *" $there "*) wanted=no ;; esac
            try $wanted $file "#include \"$there/y.h\""
        done
        try no $file '#include "bulletin.h"'
    done
}

try_libraries() {
    for pair in hpdf.h:pdf hpdf_objects.h:pdf nettle/aes.h:pdf \
        libdeflate.h:pdf ft2build.h:text freetype/freetype.h:text \
        hb.h:text hb-ft.h:text fontconfig/fontconfig.h:text \
        fribidi.h:text hyphen.h:text \
        libfyaml.h:source cmark.h:source iconv.h:source spng.h:picture \
        jpeglib.h:picture qrencode.h:picture cmocka.h:tests; do
        header=${pair%:*}
        for here in base picture source text layout pdf cli; do
            wanted=yes
            [ $here = "${pair#*:}" ] && wanted=no
            try $wanted src/$here/x.c "#include <$header>"
        done
    done
    try no src/text/x.c '#include FT_FREETYPE_H'
    try yes src/layout/x.c '#include FT_FREETYPE_H'
}

self_test() {
    tree=$(mktemp -d)
    trap 'rm -rf "$tree"' EXIT
    # The table itself, in words that do not come from it.
    try yes src/text/x.c '#include "layout/page.h"'
    try yes src/base/x.h '#include "source/yaml.h"'
    try yes src/cli/x.c '#include "base/str.h"'
    try yes src/pdf/x.c '#include "issue/issue.h"'
    try no src/pdf/x.c '#include "layout/page.h"'
    try yes src/template/x.c '#include "text/face.h"'
    try_rooms
    try_libraries
    # How includes are written.
    try yes src/text/x.c '#include "face.h"'
    try yes src/text/x.c '#include "../text/face.h"'
    try yes src/text/x.c '  #  include  "layout/page.h" /* why */'
    try yes src/base/x.c '#include <locale.h>'
    try yes src/base/x.c '#include <curl/curl.h>'
    try no src/base/x.c '#include <sys/stat.h>'
    try no src/base/x.c '#include "base/messages.def"'
    try yes src/parlour/x.c ''
    echo "includes.sh --self-test: $tries tries, $failures failed"
    [ $failures -eq 0 ]
}

case ${1-} in
--self-test) self_test ;;
*) check_tree "${1-$(dirname "$0")/../..}" ;;
esac
