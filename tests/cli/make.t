#!/bin/sh
# SPDX-License-Identifier: MIT
# make.t - the daily command: where the PDF goes, what is said, in what colour.
. "$(dirname "$0")/tap.sh"

run new issue
is "$code" 0 "a starter issue"

run make issue
is "$code" 0 "make FOLDER"
empty out "silent on stdout"
empty err "silent on stderr when that is no terminal"
pdf=$(ls issue/*.pdf)
is "$pdf" "issue/一周工运-001.pdf" "beside issue.yaml, by name and number"
ok "a whole PDF" is_whole_pdf "$pdf"
ok "no temporary file is left" no_temporaries issue

mv "$pdf" first.pdf
run make issue/issue.yaml
ok "make FILE makes the same bytes" cmp "$pdf" first.pdf
rm "$pdf"
(cd issue && "$BULLETIN" make)
ok "make alone takes ./issue.yaml" cmp "$pdf" first.pdf

run make issue -o other.pdf
ok "-o" cmp other.pdf first.pdf
run make issue --output=third.pdf
ok "--output=" cmp third.pdf first.pdf
run make issue -o -
is "$code" 0 "-o -: status"
ok "-o -: the PDF on stdout" cmp out first.pdf
empty err "-o -: nothing else"
run make -v --lang en issue -o v.pdf
like err '^made v\.pdf: pages [0-9]+, [0-9]+ ms$' "-v tells the result"
run make -qv issue -o v.pdf
empty err "-q wins over -v for the result"

mkdir bare
run make nowhere
is "$code" 4 "a missing issue: status 4"
like err '错误\[issue/missing\]: .*nowhere' "a missing issue: named"
run check bare
is "$code" 4 "a folder without an issue: status 4"
like err 'issue/missing.*bare/issue\.yaml' "a folder without an issue: named"
(cd bare && "$BULLETIN" make --lang en 2>../err; echo $? >../status)
is "$(cat status)" 4 "no issue.yaml here: status 4"
like err 'issue/none-here' "no issue.yaml here: says so"

# ---- errors and warnings

cp -R issue broken
echo '  - 稿件/99-没有.md' >>broken/issue.yaml
run make broken
is "$code" 1 "errors: status 1"
like err '^broken/issue\.yaml:[0-9]+:[0-9]+: 错误\[file/missing\]: .*99-没有' \
    "file, line, column, severity, code, sentence"
like err '^ +[0-9]+ \|   - 稿件/99-没有\.md$' "the source line"
like err '^      \|     \^~+$' "a caret under it"
like err '没有生成文件' "a last line tells that nothing was made"
is "$(find broken -name '*.pdf' -newer broken/issue.yaml | wc -l)" 0 \
    "and none is"
run make --lang en broken
like err ': error\[file/missing\]: ' "English"
like err '^errors 1, warnings 0; nothing was written$' "English last line"

# The caret stands under 汉字: columns before it are those of the text above.
python3 - err <<'PYTHON' >caret
import re, sys, unicodedata
width = lambda s: sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in s)
lines = open(sys.argv[1], encoding="utf-8").read().split("\n")
i = next(n for n, l in enumerate(lines) if re.match(r"^ +\| +\^", l))
source, caret = lines[i - 1].split("| ", 1)[1], lines[i].split("| ", 1)[1]
print(width(source[:source.index("稿件")]) == caret.index("^"),
      len(caret.strip()) == width("稿件/99-没有.md"))
PYTHON
is "$(cat caret)" "True True" "the caret counts columns"

cp -R issue warned
sed 's/期号: 1/期号： 1/' issue/issue.yaml >warned/issue.yaml
run check warned
is "$code" 0 "warnings alone: status 0"
like err '警告\[' "warnings are shown"
run make warned -q -o w.pdf
empty err "-q hides warnings"
run make warned --warnings-as-errors -o wae.pdf
is "$code" 3 "--warnings-as-errors: status 3"
not_ok "--warnings-as-errors: no PDF" test -e wae.pdf
run make warned --warnings-as-errors -q --lang en -o wae.pdf
like err '^no errors, but warnings [1-9]' "--warnings-as-errors: the last line says why"

cp -R issue long
{
    printf -- '---\n标题: 长篇\n---\n'
    i=0
    while [ $i -lt 400 ]; do
        printf '市总工会的慰问车停在三号站台，车上是两百份热汤和一摞防寒手套。\n\n'
        i=$((i + 1))
    done
} >long/稿件/03-长篇.md
echo '  - 稿件/03-长篇.md' >>long/issue.yaml
run make long -o long.pdf
is "$code" 0 "a long issue"
run make long --max-pages 1 -o limit.pdf --lang en
is "$code" 5 "--max-pages: status 5"
not_ok "--max-pages: no PDF" test -e limit.pdf

run make issue --layout no-such-layout
is "$code" 1 "an unknown layout: status 1"
like err 'no-such-layout' "an unknown layout: named"

# ---- timings

run make issue --timings -o t.pdf --lang en
like err '^  total +[0-9]+\.[0-9]{3} ms$' "--timings: a table with a total"
like err '^  save +[0-9]+\.[0-9]{3} ms$' "--timings: the disk is a line of it"

# ---- terminal

escape=$(printf '\033')
if has_terminals; then
    run_on_terminal make --lang en issue -o tty.pdf
    is "$code" 0 "on a terminal: status"
    like out '^made tty\.pdf: pages [0-9]+, [0-9]+ ms' "on a terminal: one line"
    run_on_terminal make issue -o -
    is "$code" 2 "no PDF to a terminal"
    run_on_terminal check broken
    like out "$escape\\[1;31m" "colour on a terminal"
    surroundings=NO_COLOR=1
    run_on_terminal check broken
    unlike out "$escape" "NO_COLOR"
    surroundings=NO_COLOR=
    run_on_terminal check broken
    like out "$escape" "an empty NO_COLOR is none"
    surroundings=TERM=dumb
    run_on_terminal check broken
    unlike out "$escape" "a dumb terminal"
    surroundings=
    run_on_terminal check broken --color never
    unlike out "$escape" "--color never"
else
    skip "no terminal can be opened here"
fi
run check broken --color always
like err "$escape" "--color always"
run check broken
unlike err "$escape" "no colour in a file"

# ---- what could steer a terminal

name=$(printf "a\033]0;x\007b")
cp -R issue steered
printf '  - "%s"\n' 'a\e]0;x\ab.md' >>steered/issue.yaml
run check steered
unlike err "$escape" "an escape in a value is not printed raw"
run check "$name"
unlike err "$escape" "nor one in a file name"

done_testing
