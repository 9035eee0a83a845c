#!/bin/sh
# SPDX-License-Identifier: MIT
# report.t - the report of make-up: where it goes, what is in it, when there is
# none.
. "$(dirname "$0")/tap.sh"

cp -R "$root/samples/tabloid" issue
report=issue/榆港工友-004.report.json

run make issue
is "$code" 0 "make"
empty err "silent"
ok "a report beside the PDF" test -f "$report"
ok "no temporary file is left" no_temporaries issue
cp "$report" first.json
rm "$report"
(cd issue && "$BULLETIN" make issue.yaml)
ok "the same bytes again, from another folder" cmp "$report" first.json
run make issue
ok "an earlier report is replaced" cmp "$report" first.json
unlike "$report" "$work|$root" "no path of the machine"

cat >read.py <<'PYTHON'
import json, sys
r = json.load(open(sys.argv[1], encoding="utf-8"))
print(eval("(" + sys.argv[2] + ")"))
PYTHON
says() { # expression want name
    python3 read.py "${report_read:-first.json}" "$1" >said 2>&1
    is "$(cat said)" "$2" "$3"
}
says '[r["report"], r["mode"], r["pages_count"]]' "[1, 'modular', 4]" \
    "its version, how it was made, its pages"
says '[r["issue"]["name"], r["issue"]["number"], r["issue"]["date"]]' \
    "['榆港工友', '4', '2026-04-30']" "whose it is"
says '[p["page"] for p in r["pages"]]' "[1, 2, 3, 4]" "every page in order"
says 'sum(p["cells"] for p in r["pages"]) == r["cells"]' True \
    "cells of the issue are those of its pages"
says 'sum(p["blank_cells"] for p in r["pages"]) == r["blank_cells"]' True \
    "and so are blank ones"
says 'all(p["cells"] == p["columns"] * p["rows"] for p in r["pages"])' True \
    "cells are columns by rows"
says 'all(p["blank_cells"] == sum(b["blanks"] for b in p["blocks"])
    + p["white_cells"] + p["columns"] * p["white_rows"] for p in r["pages"])' \
    True "blank ones are those of blocks and of white"
says 'all(0 <= b["column"] and b["column"] + b["columns"] <= p["columns"] and
    0 <= b["row"] and b["row"] + b["rows"] <= p["rows"]
    for p in r["pages"] for b in p["blocks"])' True "blocks lie on their pages"
says 'sorted(int(n) for p in r["pages"] for n in
    "".join(c if c.isdigit() else " " for c in p["tree"]).split())
    == sorted(b["article"] for p in r["pages"] for b in p["blocks"])' True \
    "trees name the articles of the blocks"
says 'all(p["x_edges"] == len({e for b in p["blocks"]
    for e in (b["column"], b["column"] + b["columns"])}) and
    p["y_edges"] == len({e for b in p["blocks"]
    for e in (b["row"], b["row"] + b["rows"])}) for p in r["pages"])' True \
    "edges are counted"
says 'all(p["concordant"] >= 1 and p["discordant"] >= 0 for p in r["pages"])' \
    True "heads are held against levels"
says 'sorted(i["file"] for p in r["pages"] for i in p["images"]) ==
    sorted("图片/" + name for name in __import__("os").listdir("issue/图片"))' \
    True "every picture of the issue is listed"
says 'all(i["article"] in {b["article"] for b in p["blocks"]}
    for p in r["pages"] for i in p["images"])' True \
    "on the page of its article"
says 'all(i["ppi"] > 100 and 0 <= i["crop_permille"] < 500 and
    i["file"].startswith("图片/") for p in r["pages"] for i in p["images"])' \
    True "with its resolution in print and what was cut off"
says '[b["file"] for p in r["pages"] for b in p["blocks"]
    if b["article"] == 1 and b["title_points"] == 47.5]' \
    "['稿件/01-绝活课.md']" "sizes of titles are points"
is "$(grep -c '"head_row"' first.json)" \
    "$(grep -o '"head_row"' first.json | wc -l)" "a line for each block"

# An issue made in order: pages, and nothing about rectangles.
run new flow
sed 's/^版式:.*/&\n排法: 流排/' flow/issue.yaml >flow/.new
mv flow/.new flow/issue.yaml
run make flow -o flow.pdf
is "$code" 0 "an issue made in order"
report_read=flow.report.json
says '[r["mode"], r["pages_count"] == len(r["pages"]), r["cells"], r["steps"],
    {p["flow"] for p in r["pages"]}, [b for p in r["pages"] for b in p["blocks"]]]' \
    "['flow', True, 0, [], {True}, []]" "has pages without blocks"
report_read=

# A name with quotes and a backslash stays valid JSON.
cp -R flow odd
sed -i 's/^名称:.*/名称: "甲\\"乙\\\\丙"/' odd/issue.yaml
run make odd -o odd.pdf
is "$code" 0 "a name with quotes"
report_read=odd.report.json
says 'r["issue"]["name"]' '甲"乙\丙' "is read as it was written"
report_read=

# ---- Where it goes.

run make issue -o out.pdf --report elsewhere.json
is "$code" 0 "--report FILE"
ok "it is there" cmp elsewhere.json first.json
not_ok "and not beside the PDF" test -e out.report.json
run make issue -o plain
ok "a PDF of another name: the ending is added" cmp plain.report.json first.json
run make issue -o none.pdf --no-report
is "$code" 0 "--no-report"
not_ok "none is written" test -e none.report.json
run make issue -o -
not_ok "a PDF on stdout has none" test -e -- -.report.json
run make issue -o - --report piped.json
ok "unless it is asked for" cmp piped.json first.json
mkfifo pipe
cat pipe >/dev/null &
run make issue -o pipe
is "$code" 0 "a PDF into a pipe"
not_ok "has none" test -e pipe.report.json
run make issue --report - --lang en
is "$code" 2 "--report -: wrong usage"
like err 'report does not go to standard output' "and says so"
run make issue --report x.json --no-report --lang en
is "$code" 2 "--report and --no-report: wrong usage"
like err 'exclude one another' "and says so"
rm "$report"
for command in check proof; do
    run $command issue
    not_ok "$command writes none beside the issue" test -e "$report"
done

# ---- What it must not cost.

cp issue/稿件/02-集体合同.md article.md
cp article.md before.md
run make issue -o out.pdf --report article.md --lang en
is "$code" 4 "an article, by a slip: status 4"
like err 'error\[output/not-a-report-there\]' "and says so"
ok "the article is as it was" cmp article.md before.md
run make issue -o out.pdf --report out.pdf --lang en
is "$code" 4 "the PDF itself: status 4"
ok "the PDF is whole" is_whole_pdf out.pdf
run make issue -o out.pdf --report no/such/r.json --lang en
is "$code" 4 "a folder that is missing: status 4"
like err 'output/no-folder' "and says so"
: >empty.json
run make issue -o out.pdf --report empty.json
ok "an empty file is replaced" cmp empty.json first.json
cp -R issue broken
sed -i 's|^稿件:$|&\n  - 稿件/99.md|' broken/issue.yaml
cp first.json keep.report.json
run make broken -o keep.pdf
is "$code" 1 "an issue with errors"
ok "leaves the earlier report" cmp keep.report.json first.json

done_testing
