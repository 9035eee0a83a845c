#!/bin/sh
# SPDX-License-Identifier: MIT
# json.t - reports for programs: one object a line, and nothing but.
. "$(dirname "$0")/tap.sh"

cat >read.py <<'PYTHON'
import json, sys
lines = open(sys.argv[1], "rb").read().decode("utf-8").split("\n")
assert lines.pop() == "", "the last line must end"
objects = [json.loads(line) for line in lines]
for o in objects[:-1]:
    assert o["type"] in ("diagnostic", "timings"), o
    if o["type"] == "diagnostic":
        assert set(o) == {"type", "severity", "code", "file", "line", "column",
                          "end_line", "end_column", "message", "hint"}, o
        assert o["severity"] in ("error", "warning", "note"), o
        assert o["code"] and o["message"], o
        assert all(isinstance(o[k], int)
                   for k in ("line", "column", "end_line", "end_column")), o
last = objects[-1]
assert set(last) == {"type", "exit", "errors", "warnings", "pages", "output",
                     "ms"}, last
assert last["type"] == "summary", last
count = lambda s: sum(o.get("severity") == s for o in objects)
print(last["exit"], last["errors"] == count("error"),
      last["warnings"] == count("warning"))
if len(sys.argv) > 2:
    print(eval(sys.argv[2]))
PYTHON

says() { # file want name [expression]
    python3 read.py "$1" ${4+"$4"} >said 2>&1
    is "$(cat said)" "$2" "$3"
}

run new issue
run make issue -o a.pdf --format json
is "$code" 0 "make --format json"
says out "0 True True
a.pdf" "reports and the summary are on stdout" 'last["output"]'
empty err "nothing on stderr"

cp -R issue broken
printf '%s\n' '  - 稿件/99.md' '  - "稿件/\"\\\u0001\u202e.md"' \
    '不认识的键: 1' >>broken/issue.yaml
run check broken --format json --lang en
is "$code" 1 "errors: the same status"
says out "1 True True
True" "quotes, backslashes and controls are escaped" \
    'any("\"" in o.get("message", "") for o in objects)'
unlike out "$(printf '\001')|$(printf '\342\200\256')" "no raw control"
python3 - out <<'PYTHON' >said
import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    o = json.loads(line)
    if o.get("code") == "file/missing" and "99" in o["message"]:
        lines = open("broken/issue.yaml", encoding="utf-8").read().split("\n")
        text = lines[o["line"] - 1]
        print(text[o["column"] - 1:o["end_column"] - 1])
PYTHON
is "$(cat said)" "稿件/99.md" "columns are characters, the end is exclusive"

run make broken --format json -o -
is "$code" 1 "-o -: status"
empty out "-o -: stdout is the PDF's"
says err "1 True True" "-o -: JSON goes to stderr"
run proof broken --format json
says err "1 True True" "proof: JSON goes to stderr"
run make issue -o no/a.pdf --format json
is "$code" 4 "an output that fails"
python3 -c 'import json; o = [json.loads(l) for l in open("out")]
print(o[0]["code"], o[1]["exit"])' >said
is "$(cat said)" "output/no-folder 4" "is an object like the others"
run make issue -o a.pdf --format json --timings
says out "0 True True
True" "--timings is one object" \
    'all(t["us"] >= 0 for t in objects[0]["stages"]) and objects[0]["total_us"] > 0'
empty err "--timings: nothing on stderr"
run make "$(printf 'bad\377name')" --format json
is "$code" 4 "a name that is no UTF-8"
ok "is valid JSON still" python3 -c \
    'import json; [json.loads(l) for l in open("out", encoding="utf-8")]'

# Text shows a hundred; JSON all.
cp -R issue many
i=0
while [ $i -lt 150 ]; do
    echo "  - 稿件/没有-$i.md"
    i=$((i + 1))
done >>many/issue.yaml
run check many --format json
is "$(grep -c '"file/missing"' out)" 150 "JSON has every report"
run check many --lang en
is "$(grep -c 'error\[file/missing\]' err)" 100 "text has a hundred"
like err '^50 more not shown' "and counts the rest"

done_testing
