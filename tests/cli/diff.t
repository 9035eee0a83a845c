#!/bin/sh
# SPDX-License-Identifier: MIT
# diff.t - two states of an issue: what was corrected and what that did.
. "$(dirname "$0")/tap.sh"

cp -R "$root/samples/tabloid" old
cp -R old new

run diff old new
is "$code" 0 "two alike: status 0"
empty err "nothing on stderr"
like out '^没有不同$' "says that there is no difference"
lines out 4 "and nothing else but which two"
run diff old/issue.yaml new/issue.yaml --lang en
like out '^no differences$' "files instead of folders, in English"

# ---- Text.

sed -i 's/五十一岁。$/六十一岁，还能响。/' new/稿件/15-修理摊.md
run diff old new
is "$code" 0 "one word: status 0 as well"
like out '^稿件/15-修理摊\.md　修得了伞 也修得了心情$' "names the article"
like out '文字　第1段：….*收音机\[-五-\]\{\+六\+\}十一岁\{\+，还能响\+\}。$' \
    "shows what was taken out and put in, in context"
like out '重排　[1-9][0-9]*行（原[0-9]+行，现[0-9]+行）' "counts lines"
unlike out '^稿件/0' "and speaks of no other article"
cp out first
run diff old new
ok "the same each time" cmp out first
run diff old new --lang en
like out 'text, paragraph 1: ….*\[-五-\]\{\+六\+\}' "in English"
run diff new old
like out '\[-六-\]\{\+五\+\}十一岁\[-，还能响-\]' "the other way round"
cp -R old title
sed -i 's/^标题:.*/标题: 全不一样/' title/稿件/15-修理摊.md
run diff old title
like out '文字　标题：\[-修得了伞 也修得了心情-\]\{\+全不一样\+\}' \
    "a title is another title, however different"

# A paragraph put in and one taken out leave the others alone.
cp -R old parts
python3 - <<'PYTHON'
path = "parts/稿件/01-绝活课.md"
parts = open(path, encoding="utf-8").read().split("\n\n")
assert len(parts) > 5
del parts[2]
parts.insert(4, "这一段是后来补写的，讲的是另一件事。")
open(path, "w", encoding="utf-8").write("\n\n".join(parts))
PYTHON
run diff old parts
is "$(grep -c '  文字' out)" 2 "a paragraph out, one in: two lines"
like out '文字　第[0-9]+段：\{\+这一段是后来补写的，讲的是另一件事。\+\}$' \
    "the new one as a whole"
like out '文字　第[0-9]+段：\[-[^]]+-\]$' "and the old one"

# A picture replaced under its name is seen; so is page furniture.
cp -R old picture
cp picture/图片/码头.jpg picture/图片/隧道.jpg
sed -i 's/^期号:.*/期号: 5/' picture/issue.yaml
run diff old picture
like out '^  换图　图片/隧道\.jpg' "another picture under the same name"
like out '^第2版　报头' "furniture has a place of its own"
like out '第\[-4-\]\{\+5\+\}期' "and shows its change"

# ---- Places.

cp -R old moved
sed -i '/21-下班号/d' moved/issue.yaml
printf -- '---\n标题: 新来的一篇\n---\n只有一句话。\n' >moved/稿件/22-新稿.md
echo '  - {file: 稿件/22-新稿.md, 版次: 4}' >add
sed -i '/20-征稿/r add' moved/issue.yaml
run diff old moved
like out '^新增稿件　稿件/22-新稿\.md　新来的一篇$' "an article added"
like out '^撤下稿件　稿件/21-下班号\.md　' "an article removed"
like out '^  移动　第4版第[1-5]栏第[0-9]+行 → 第4版第[1-5]栏第[0-9]+行$' \
    "a block moved"
like out '^  大小　[1-5]栏×[0-9]+行 → [1-5]栏×[0-9]+行$' "a block resized"
unlike out '^  文字' "where no text was changed, none is shown"

cp -R old renamed
mv renamed/稿件/19-饭盒.md renamed/稿件/19-另名.md
sed -i 's/19-饭盒/19-另名/' renamed/issue.yaml
run diff old renamed
unlike out '新增|撤下' "a file with another name is known by its title"

# Made in order: places are millimetres; pages come and go.
run new flow
sed -i 's/^版式:.*/&\n排法: 流排/' flow/issue.yaml
cp -R flow longer
i=0
while [ $i -lt 60 ]; do
    printf '\n又补了一段，说的是第%d件事，长短和别的差不多，好把版面推下去。\n' $i
    i=$((i + 1))
done >>longer/稿件/01-送温暖.md
run diff flow longer
is "$code" 0 "issues made in order"
like out '^  移动　第[0-9]+版左-?[0-9]+\.[0-9]上-?[0-9]+\.[0-9]毫米 → ' \
    "places in millimetres"
like out '^新增第[0-9]+版$' "a page added"
run diff longer flow
like out '^撤掉第[0-9]+版$' "a page removed"

# ---- Output and errors.

run diff old new -o changes.txt
is "$code" 0 "-o"
ok "-o: the same text" cmp changes.txt first
run diff old new -o changes.txt --lang en
is "$code" 0 "-o again replaces one, in another language too"
cp old/稿件/01-绝活课.md a.md
run diff old new -o a.md --lang en
is "$code" 4 "but not an article"
like err 'output/not-a-diff-there' "and says so"
run diff old --lang en
is "$code" 2 "one issue: wrong usage"
like err 'OLD NEW is missing' "and says so"
run diff old new old --lang en
is "$code" 2 "three: wrong usage"
run diff old new/稿件/01-绝活课.md --lang en
is "$code" 2 "an article is no issue"
run diff old nowhere --lang en
is "$code" 4 "a missing issue: status 4"
empty out "and nothing is written"
cp -R old broken
sed -i 's|^稿件:$|&\n  - 稿件/99.md|' broken/issue.yaml
for pair in "old broken" "broken old"; do
    # shellcheck disable=SC2086
    run diff $pair --lang en
    is "$code" 1 "$pair: status 1"
    like err 'broken/issue\.yaml:.*file/missing' "$pair: the place"
    empty out "$pair: nothing is written"
done

done_testing
