#!/bin/sh
# SPDX-License-Identifier: MIT
# words.sh - names that say nothing, work left undone, and what is too long.
#
#     tests/lint/words.sh [TREE]        checks TREE/src and TREE/tests
#     tests/lint/words.sh --self-test   checks the check
#
# In C files: no empty words in names, no bul_… type ending in _t, no "#if 0",
# no function over 60 lines, no file over 500 (tables named *_table.c are
# free). In every file: a licence line and none of the marks of unfinished
# work. Prints "file:line: what" and exits 1 for each violation.
set -eu
LC_ALL=C
export LC_ALL

check_tree() {
    # This file names the words it looks for.
    found=$(cd "$1" && find src tests -type f \
        \( -name '*.[ch]' -o -name '*.def' -o -name '*.sh' -o -name '*.py' \) \
        ! -path tests/lint/words.sh | sort)
    [ -n "$found" ] || { echo "no files in $1" >&2; return 1; }
    # shellcheck disable=SC2086
    (cd "$1" && awk '
function complain(line, what) {
    printf "%s:%d: %s\n", FILENAME, line, what
    is_bad = 1
}
# The line without comments and the insides of strings. A comment may have
# begun on a line before.
function code_of(line,   code, at) {
    code = ""
    while (line != "") {
        if (in_comment) {
            at = index(line, "*/")
            if (at == 0)
                return code
            line = substr(line, at + 2)
            in_comment = 0
            continue
        }
        if (!match(line, /\/\*|\/\/|"|\047/))
            return code line
        code = code substr(line, 1, RSTART - 1)
        opening = substr(line, RSTART, 1)
        line = substr(line, RSTART)
        if (substr(line, 1, 2) == "//")
            return code
        if (opening == "/") {
            in_comment = 1
            line = substr(line, 3)
        } else if (opening == "\"" ? match(line, /^"([^"\\]|\\.)*"/) \
                                   : match(line, /^\047([^\047\\]|\\.)*\047/)) {
            code = code opening opening
            line = substr(line, RLENGTH + 1)
        } else {
            return code
        }
    }
    return code
}
function is_empty_word(name,   words, count, i) {
    count = split(name, words, /[_.\/-]/)
    for (i = 1; i <= count; i++)
        if (words[i] ~ /^(utils?|misc|common|helpers?|managers?|handlers?)$/)
            return 1
    return 0
}
# Names others gave: sigaction(2), libjpeg.
function is_foreign(name) {
    return name ~ /^(sa_handler|j_common_ptr)$/
}
function check_names(code,   name) {
    while (match(code, /[A-Za-z_][A-Za-z0-9_]*/)) {
        name = substr(code, RSTART, RLENGTH)
        code = substr(code, RSTART + RLENGTH)
        if (!is_foreign(name) && is_empty_word(name))
            complain(FNR, "the name " name " says nothing")
        if (name ~ /^bul_.*_t$/)
            complain(FNR, "the type " name " ends in _t")
    }
}
function check_marks(line,   word) {
    while (match(line, /[A-Za-z0-9_]+/)) {
        word = substr(line, RSTART, RLENGTH)
        line = substr(line, RSTART + RLENGTH)
        if (word ~ /^(TODO|FIXME|XXX|HACK)$/)
            complain(FNR, word " marks work left undone")
    }
}
function check_length() {
    if ($0 ~ /^{/)
        opened_at = FNR
    if ($0 ~ /^}/ && opened_at > 0) {
        if (FNR - opened_at + 1 > 60)
            complain(opened_at, "a function of " FNR - opened_at + 1 \
                     " lines; 60 are allowed")
        opened_at = 0
    }
    if (FNR == 501 && FILENAME !~ /_table\.c$/)
        complain(501, "a file of more than 500 lines")
}
function check_head() {
    if (is_c || FILENAME ~ /\.def$/) {
        if ($0 != "/* SPDX-License-Identifier: MIT */")
            complain(1, "the first line is not the licence line")
    } else if (FNR == 2 && !/SPDX-License-Identifier: MIT/ && !has_licence) {
        complain(2, "no licence line in the first two")
    }
    has_licence = FNR == 1 && /SPDX-License-Identifier: MIT/
}
FNR == 1 {
    is_c = FILENAME ~ /\.[ch]$/
    in_comment = 0
    opened_at = 0
    if (is_empty_word(FILENAME))
        complain(1, "the file name says nothing")
}
FNR == 1 || (FNR == 2 && FILENAME ~ /\.(sh|py)$/) { check_head() }
{ check_marks($0) }
is_c {
    check_names(code_of($0))
    check_length()
    if ($0 ~ /^[ \t]*#[ \t]*if[ \t]+0([^-+*\/<>=&|.xX0-9A-Za-z]|$)/)
        complain(FNR, "#if 0 keeps dead code")
}
END { exit is_bad }
' $found)
}

# ---- The check checked: each kind of violation, and what looks like one. ----

licence='/* SPDX-License-Identifier: MIT */'
tries=0
failures=0

# lines COUNT: that many lines of code.
lines() {
    awk -v count="$1" 'BEGIN { for (; count > 0; count--) print "    x();" }'
}

# put FILE CONTENT: a tree with this one file.
put() {
    rm -rf "$tree/src" "$tree/tests"
    mkdir -p "$tree/src" "$tree/tests" "$tree/$(dirname "$1")"
    printf '%s\n' "$2" >"$tree/$1"
}

# caught LINE PHRASE FILE CONTENT: is it found there, and nothing else?
caught() {
    tries=$((tries + 1))
    put "$3" "$4"
    status=0
    said=$(check_tree "$tree") || status=$?
    case $said in
    *"
"*) ;;
    "$3:$1: "*"$2"*) [ $status -eq 1 ] && return ;;
    esac
    failures=$((failures + 1))
    echo "self-test: wanted '$3:$1: …$2…', status 1; got '$said', $status"
}

# passes FILE CONTENT: is it let through?
passes() {
    tries=$((tries + 1))
    put "$1" "$2"
    if said=$(check_tree "$tree") && [ -z "$said" ]; then
        return
    fi
    failures=$((failures + 1))
    echo "self-test: wanted nothing, got '$said'"
}

try_names() {
    for word in util utils misc common helper helpers manager handler; do
        caught 2 "the name $word says" src/x.c "$licence
int $word;"
        caught 2 "the name bul_${word}_open says" src/x.h "$licence
void bul_${word}_open(void);"
        caught 1 "the file name says" "src/base/$word.c" "$licence"
        caught 1 "the file name says" "src/$word/x.c" "$licence"
    done
    caught 4 "the name page_helper says" src/x.c "$licence
/* a comment
   of a page_helper */ char *page = \"/*\";
int fine; /* helper */ int commons, page_helper;"
    passes src/x.c "$licence
/* a common helper */
int commonplace = 1; // a manager
const char *s = \"util \\\" handler\";
char c = '\"', helped;
struct sigaction a = {.sa_handler = 0}; j_common_ptr jpeg;"
    caught 2 "the type bul_page_t ends" src/x.h "$licence
typedef struct bul_page bul_page_t;"
    passes src/x.h "$licence
size_t bul_t_count; /* bul_page_t */ uint32_t bul_x;"
}

try_marks() {
    for word in TODO FIXME XXX HACK; do
        caught 2 "$word marks" src/x.c "$licence
/* $word: later */"
        caught 3 "$word marks" tests/x.sh "#!/bin/sh
# SPDX-License-Identifier: MIT
# $word"
        caught 2 "$word marks" src/x.def "$licence
BUL_MSG($word)"
    done
    passes src/x.c "$licence
char name[] = \"/tmp/x-XXXXXX\"; int TODOS, HACKED;"
    caught 2 "#if 0" src/x.c "$licence
#if 0
#endif"
    caught 2 "#if 0" src/x.c "$licence
# if 0 /* off */
#endif"
    passes src/x.c "$licence
#if 0x10 > 1
#endif"
}

try_heads() {
    caught 1 "first line is not" src/x.c "/* x.c */"
    caught 1 "first line is not" src/x.h "
$licence"
    caught 1 "first line is not" src/x.def "BUL_MSG(x)"
    caught 2 "no licence line" tests/x.sh "#!/bin/sh
echo"
    caught 2 "no licence line" src/x.py "#!/usr/bin/env python3
print()"
    passes tests/x.py "# SPDX-License-Identifier: MIT
print()"
    passes tests/x.sh "#!/bin/sh
# SPDX-License-Identifier: MIT"
}

try_lengths() {
    caught 3 "a function of 61 lines" src/x.c "$licence
void f(void)
{
$(lines 59)
}"
    passes src/x.c "$licence
void f(void)
{
$(lines 58)
}
void g(void)
{
$(lines 58)
}"
    caught 501 "more than 500 lines" src/x.c "$licence
$(lines 500)"
    passes src/x.c "$licence
$(lines 499)"
    passes src/x_table.c "$licence
$(lines 600)"
}

self_test() {
    tree=$(mktemp -d)
    trap 'rm -rf "$tree"' EXIT
    try_names
    try_marks
    try_heads
    try_lengths
    echo "words.sh --self-test: $tries tries, $failures failed"
    [ $failures -eq 0 ]
}

case ${1-} in
--self-test) self_test ;;
*) check_tree "${1-$(dirname "$0")/../..}" ;;
esac
