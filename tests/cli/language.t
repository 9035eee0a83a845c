#!/bin/sh
# SPDX-License-Identifier: MIT
# language.t - which language is spoken, and that no locale is needed.
. "$(dirname "$0")/tap.sh"

speaks() { # zh|en name variables…
    want=$1 name=$2
    shift 2
    case $want in zh) word='没有写命令' ;; *) word='no command given' ;; esac
    env "$@" "$BULLETIN" 2>err >out
    like err "$word" "$name"
}

speaks zh "nothing set: Chinese" A=b
speaks zh "LANG=C" LANG=C
speaks zh "LANG=C.UTF-8" LANG=C.UTF-8
speaks zh "LANG=POSIX" LANG=POSIX
speaks zh "LANG=zh_CN.UTF-8" LANG=zh_CN.UTF-8
speaks en "LANG=en_GB.UTF-8" LANG=en_GB.UTF-8
speaks en "LANG=de_DE" LANG=de_DE
speaks en "LC_MESSAGES goes before LANG" LANG=zh_CN LC_MESSAGES=en_US
speaks zh "LC_ALL goes before LC_MESSAGES" LC_ALL=zh_TW LC_MESSAGES=en_US
speaks en "BULLETIN_LANG goes before LC_ALL" BULLETIN_LANG=en LC_ALL=zh_CN
speaks en "an empty variable is not set" LC_ALL= LANG=en_US

surroundings='LANG=en_US BULLETIN_LANG=en'
run make --lang zh --frobnicate
like err '没有“--frobnicate”' "--lang goes before all, wherever it stands"
surroundings=
run make --lang=en --frobnicate
like err "no option '--frobnicate'" "--lang=en"
run make --frobnicate --lang en
like err "no option '--frobnicate'" "--lang behind the mistake"
mkdir broken && echo "稿件: [99.md]" >broken/issue.yaml
run --lang en check broken
like err "cannot find|missing|not" "the library speaks the same language"
run check broken --no-system-fonts
like err '找不到' "and Chinese by default"

# A comma as decimal point would break a PDF; the locale must not be looked at.
run new issue
if [ "$code" -eq 0 ]; then
    run make issue -o plain.pdf
    surroundings=LC_ALL=de_DE.UTF-8
    run make issue -o german.pdf --lang zh
    ok "the same bytes under another locale" cmp plain.pdf german.pdf
else
    result 1 "bulletin new"
fi

done_testing
