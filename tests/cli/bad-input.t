#!/bin/sh
# SPDX-License-Identifier: MIT
# bad-input.t - what can be wrong with an issue: each has its own code, is told
# with its place, and an earlier PDF stays as it was, byte for byte.
. "$(dirname "$0")/tap.sh"

# ---- A good issue, and the PDF an earlier run made of it. ----

mkdir good
cp "$root/tests/golden/figure/photos/wide.jpg" good/photo.jpg
cat >good/issue.yaml <<'YAML'
名称: 小报
期号: 7
日期: 2026-11-20
版式: jianbao
稿件:
  - a.md
  - b.md
YAML
cat >good/a.md <<'MARKDOWN'
---
标题: 第一篇
图片:
  - {文件: photo.jpg, 说明: 一张图}
---
第一篇的正文。
MARKDOWN
cat >good/b.md <<'MARKDOWN'
---
标题: 第二篇
---
第二篇的正文。
MARKDOWN
cat >picture.py <<'PYTHON'
"""picture.py WIDTH HEIGHT [ROWS]: a grey PNG on stdout that claims to be so
large; it has ROWS rows (all of them if absent)."""
import struct, sys, zlib
width, height = map(int, sys.argv[1:3])
rows = int(sys.argv[3]) if len(sys.argv) > 3 else height
def chunk(kind, body):
    return (struct.pack(">I", len(body)) + kind + body +
            struct.pack(">I", zlib.crc32(kind + body)))
out = sys.stdout.buffer
out.write(b"\x89PNG\r\n\x1a\n")
out.write(chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)))
packer = zlib.compressobj(9)
line = bytes(width + 1)
body = b"".join(packer.compress(line) for _ in range(rows)) + packer.flush()
out.write(chunk(b"IDAT", body))
out.write(chunk(b"IEND", b""))
PYTHON
cat >find.py <<'PYTHON'
"""find.py OUT CODE FILE:LINE: is there such an error? What else is there?"""
import json, sys
wanted = sys.argv[2], sys.argv[3]
found = []
for line in open(sys.argv[1], encoding="utf-8"):
    o = json.loads(line)
    if o["type"] == "diagnostic" and o["severity"] != "note":
        place = "%s:%d" % (o["file"], o["line"]) if o["line"] else o["file"]
        found.append((o["code"], place))
        if not o["message"] or not o["hint"]:
            print("no message or no hint: %s" % o)
print("yes" if wanted in found else "no: %s" % found)
PYTHON

run make good -o earlier.pdf
is "$code" 0 "the good issue is made"
empty err "and nothing is said"
cp earlier.pdf keep.pdf

fresh() { # a good issue to be spoilt
    rm -rf case
    cp -R good case
    mkdir out.d
    cp keep.pdf out.d/out.pdf
}

# bad NAME CODE STATUS FILE:LINE: the spoilt issue in case/
bad() {
    timeout 20 "$BULLETIN" make case -o out.d/out.pdf --no-system-fonts \
        --format json --lang en >out 2>err </dev/null
    is "$?" "$3" "$1: status $3"
    is "$(python3 find.py out "$2" "$4" 2>&1)" yes "$1: $2 at $4"
    empty err "$1: nothing on stderr"
    ok "$1: the earlier PDF is as it was" cmp out.d/out.pdf keep.pdf
    is "$(ls -A out.d)" out.pdf "$1: no temporary file"
    rm -rf out.d
}

add() { printf '%s\n' "$2" >>"case/$1"; }
swap() { # file sed-script
    sed "$2" "case/$1" >case/.new && mv case/.new "case/$1"
}

# ---- Files. ----

fresh; rm case/issue.yaml
bad "no issue.yaml" issue/missing 4 ""
fresh; rm case/issue.yaml; mkdir case/issue.yaml
bad "issue.yaml is a folder" file/not-a-file 4 ""
fresh; rm case/issue.yaml; mkfifo case/issue.yaml
bad "issue.yaml is a pipe" file/not-a-file 4 ""
fresh; add issue.yaml '  - c.md'
bad "an article is missing" file/missing 1 case/issue.yaml:8
fresh; mkdir case/c.md; add issue.yaml '  - c.md'
bad "an article is a folder" file/not-a-file 1 case/issue.yaml:8
fresh; mkfifo case/c.md; add issue.yaml '  - c.md'
bad "an article is a pipe" file/not-a-file 1 case/issue.yaml:8
fresh; ln -s /dev/zero case/c.md; add issue.yaml '  - c.md'
bad "an article is a device" file/outside 1 case/issue.yaml:8
fresh; swap a.md 's/photo\.jpg/no.jpg/'
bad "a picture is missing" file/missing 1 case/a.md:4
fresh; mkfifo case/pipe.jpg; swap a.md 's/photo\.jpg/pipe.jpg/'
bad "a picture is a pipe" file/not-a-file 1 case/a.md:4
if [ "$(id -u)" -ne 0 ]; then
    fresh; cp case/a.md case/c.md; chmod 0 case/c.md; add issue.yaml '  - c.md'
    bad "an article may not be read" file/unreadable 1 case/issue.yaml:8
else
    skip "root may read everything"
fi
fresh; head -c 9000000 /dev/zero | tr '\0' a >case/c.md; add issue.yaml '  - c.md'
bad "an article of 9 MB" file/too-large 1 case/issue.yaml:8
fresh; printf -- '---\n标题: 坏\n---\n\377\376\377\370\201\n' >case/b.md
bad "bytes that are no text" file/bad-bytes 1 case/b.md:1

# ---- Paths that leave the issue's folder. ----

printf -- '---\n标题: 外面\n---\n不该读到。\n' >outside.md
cp good/photo.jpg outside.jpg
fresh; add issue.yaml '  - ../outside.md'
bad "an article by ../" file/outside 1 case/issue.yaml:8
fresh; add issue.yaml "  - $work/outside.md"
bad "an article by an absolute path" file/outside 1 case/issue.yaml:8
fresh; ln -s ../outside.md case/c.md; add issue.yaml '  - c.md'
bad "an article by a link" file/outside 1 case/issue.yaml:8
fresh; ln -s .. case/up; add issue.yaml '  - up/outside.md'
bad "an article by a link to a folder" file/outside 1 case/issue.yaml:8
fresh; add issue.yaml '  - ../*.md'
bad "articles by a pattern" file/outside 1 case/issue.yaml:8
fresh; swap a.md 's#photo\.jpg#../outside.jpg#'
bad "a picture by ../" file/outside 1 case/a.md:4
fresh; ln -s ../outside.jpg case/p.jpg; swap a.md 's#photo\.jpg#p.jpg#'
bad "a picture by a link" file/outside 1 case/a.md:4

# ---- Pictures. ----

picture() { swap a.md "s/photo\\.jpg/$1/"; }

fresh; echo 'not a picture' >case/p.jpg; picture p.jpg
bad "a text as a picture" picture/unknown-type 1 case/a.md:4
fresh; printf 'GIF89a\1\0\1\0\0\0\0;' >case/p.jpg; picture p.jpg
bad "a GIF" picture/unknown-type 1 case/a.md:4
fresh; : >case/p.jpg; picture p.jpg
bad "an empty picture" picture/unknown-type 1 case/a.md:4
size=$(wc -c <good/photo.jpg)
fresh; head -c $((size / 2)) good/photo.jpg >case/p.jpg; picture p.jpg
bad "a JPEG cut in half" picture/truncated 1 case/a.md:4
fresh; head -c $((size - 2)) good/photo.jpg >case/p.jpg; picture p.jpg
bad "a JPEG without its end" picture/truncated 1 case/a.md:4
python3 picture.py 60 40 >whole.png
size=$(wc -c <whole.png)
fresh; head -c $((size - 20)) whole.png >case/p.png; picture p.png
bad "a PNG cut short" picture/truncated 1 case/a.md:4
fresh; python3 picture.py 60 40 20 >case/p.png; picture p.png
bad "a PNG with half its rows" picture/damaged 1 case/a.md:4
fresh; { head -c 44 whole.png; printf '\377\377\377'; tail -c +48 whole.png; } \
    >case/p.png; picture p.png
bad "a PNG with wrong bytes" picture/damaged 1 case/a.md:4
fresh; python3 picture.py 20001 1 >case/p.png; picture p.png
bad "a PNG 20001 pixels wide" picture/too-large 1 case/a.md:4
fresh; python3 picture.py 20000 20000 10 >case/p.png; picture p.png
bad "a PNG of 400 million pixels" picture/too-large 1 case/a.md:4
fresh; python3 picture.py 2147483647 2147483647 0 >case/p.png; picture p.png
bad "a PNG as large as can be said" picture/too-large 1 case/a.md:4

# A bomb: 90 million pixels of nothing in 90 kB. It may be set, or refused, but
# not take the machine with it.
fresh; python3 picture.py 10000 9000 >case/p.png; picture p.png
(ulimit -v 4000000 2>/dev/null
    timeout 60 "$BULLETIN" make case -o out.d/out.pdf --lang en) >out 2>err </dev/null
status=$?
if grep -aq __asan_init "$BULLETIN"; then
    skip "AddressSanitizer needs the memory the bomb is to be denied"
elif [ "$status" -eq 0 ]; then
    ok "a bomb of a picture is set" is_whole_pdf out.d/out.pdf
else
    like err 'error\[picture/|error\[limit/' "a bomb of a picture is refused"
fi
rm -rf out.d

# ---- issue.yaml. ----

fresh; add issue.yaml '名称: 又一个'
bad "a key given twice" yaml/duplicate-key 1 case/issue.yaml:8
fresh; add issue.yaml 'name: another'
bad "a key given twice, once in English" key/twice 1 case/issue.yaml:8
fresh; swap issue.yaml 's/^期号:/期号吗:/'
bad "an unknown key" key/unknown 1 case/issue.yaml:2
fresh; rm -r out.d; swap issue.yaml 's/^期号:/isue:/'
run check case --lang en
like err "did you mean 'issue'" "an unknown key: a guess"
fresh; swap issue.yaml 's/^期号: 7/期号: 七/'
bad "a word for a number" key/not-a-number 1 case/issue.yaml:2
fresh; swap issue.yaml 's/^日期: .*/日期: 明天/'
bad "a word for a date" key/not-a-date 1 case/issue.yaml:3
fresh; swap issue.yaml 's/^日期: .*/日期: 2026-02-30/'
bad "no such day" key/no-such-day 1 case/issue.yaml:3
fresh; swap issue.yaml 's/^名称: .*/名称: [一, 二]/'
bad "a list for a text" key/not-text 1 case/issue.yaml:1
fresh; add issue.yaml '编辑: 张三'
bad "a text for a map" key/not-a-map 1 case/issue.yaml:8
fresh; add issue.yaml '体例: 画报'
bad "none of the choices" key/not-a-choice 1 case/issue.yaml:8
fresh; swap issue.yaml '/^名称/d'
bad "a key missing" key/missing 1 case/issue.yaml:1
fresh; printf '名称: 小报\n稿件:\n\t- a.md\n' >case/issue.yaml
bad "tabs as indent" yaml/tab 1 case/issue.yaml:3
fresh; swap issue.yaml 's/^名称: .*/名称: "小报/'
bad "a quote never closed" yaml/missing-quote 1 case/issue.yaml:1
fresh; swap issue.yaml 's/^名称: .*/名称: *x/'
bad "an alias" yaml/anchor 1 case/issue.yaml:1
fresh; : >case/issue.yaml
bad "an empty file" key/missing 1 case/issue.yaml:1
fresh; swap issue.yaml '/^  - /d; s/^稿件:/稿件: []/'
bad "no articles" issue/empty 1 case/issue.yaml:5
fresh; swap issue.yaml 's/^版式: .*/版式: 没有/'
bad "an unknown layout" layout/missing 1 case/issue.yaml:4
fresh; python3 -c 'print("a: " + "[" * 5000)' >>case/issue.yaml
bad "nested without end" yaml/too-deep 1 case/issue.yaml:8

# Listed twice is a warning: the article is set once.
fresh; run make case -o once.pdf --no-report --for press
add issue.yaml '  - a.md'
run make case -o out.d/out.pdf --format json
is "$code" 0 "listed twice: status 0"
is "$(python3 find.py out issue/listed-twice case/issue.yaml:8)" yes \
    "listed twice: issue/listed-twice at case/issue.yaml:8"
# The sources that go along differ, the pages do not.
run make case -o out.d/out.pdf --for press
ok "listed twice: set once" cmp out.d/out.pdf once.pdf
run make case -o out.d/out.pdf --warnings-as-errors
is "$code" 3 "listed twice, warnings as errors: status 3"
rm -rf out.d

# ---- Articles. ----

fresh; printf -- '---\n标题: 不收口\n\n正文。\n' >case/b.md
bad "front matter never closed" article/open-front-matter 1 case/b.md:1
fresh; printf '没有标题，只有正文。\n' >case/b.md
bad "no title" article/no-title 1 case/b.md:1
fresh; printf -- '---\n标题: 框\n---\n::: 资料\n没完\n' >case/b.md
bad "a box never closed" markdown/box-open 1 case/b.md:4
fresh; printf -- '---\n标题: 甲\n---\n<script>x</script>\n' >case/b.md
bad "HTML" markdown/html 1 case/b.md:4
fresh; printf -- '---\n标题: 甲\n---\n没有的字：𪚥。\n' >case/b.md
bad "a character no font has" text/no-glyph 1 case/b.md:4

# ---- As many as there are, in one run. ----

fresh
add issue.yaml '  - c.md'
add issue.yaml '不认识: 1'
swap a.md 's/photo\.jpg/no.jpg/'
printf -- '---\n标题: 不收口\n\n正文。\n' >case/b.md
run make case -o out.d/out.pdf --format json
is "$code" 1 "four faults in three files: status 1"
for fault in "file/missing case/issue.yaml:8" "key/unknown case/issue.yaml:9" \
    "file/missing case/a.md:4" "article/open-front-matter case/b.md:1"; do
    # shellcheck disable=SC2086
    is "$(python3 find.py out $fault)" yes "four faults in one run: $fault"
done
rm -rf out.d

# ---- Where the PDF should go. ----

fresh; rm case/*.md; printf -- '---\n标题: 长\n---\n' >case/a.md
swap issue.yaml '/b\.md/d'
i=0
while [ $i -lt 400 ]; do
    printf '第%d段。这一段写得不短，为的是凑够页数，让上限起作用。\n\n' $i >>case/a.md
    i=$((i + 1))
done
run make case -o out.d/out.pdf --max-pages 3 --format json
is "$code" 5 "too many pages: status 5"
like out '"layout/too-many-pages"' "too many pages: layout/too-many-pages"
ok "too many pages: the earlier PDF is as it was" cmp out.d/out.pdf keep.pdf
rm -rf out.d

if [ "$(id -u)" -eq 0 ] && mkdir disk &&
    mount -t tmpfs -o size=256k none disk 2>/dev/null; then
    trap 'umount "$work/disk" 2>/dev/null; rm -rf "$work"' EXIT
    cp keep.pdf disk/out.pdf
    head -c 10000000 /dev/zero >disk/ballast 2>/dev/null
    run make good -o disk/out.pdf --format json --lang en
    is "$code" 4 "a full disk: status 4"
    like out '"output/disk-full"' "a full disk: output/disk-full"
    ok "a full disk: the earlier PDF is as it was" cmp disk/out.pdf keep.pdf
    is "$(ls -A disk)" "$(printf 'ballast\nout.pdf')" \
        "a full disk: no temporary file"
    rm disk/ballast
    run make good -o disk/out.pdf
    is "$code" 0 "with room again: status 0"
    umount disk
else
    skip "a small disk cannot be mounted here"
fi

done_testing
