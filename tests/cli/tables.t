#!/bin/sh
# SPDX-License-Identifier: MIT
# tables.t - completions, help and manual pages say the same.
. "$(dirname "$0")/tap.sh"

doc=$root/src/doc
commands='make check proof diff new list schema completions help'

run completions bash
is "$code" 0 "completions bash"
cp out bulletin.bash
ok "bash reads it" bash -n bulletin.bash
for shell in zsh fish; do
    run completions $shell --lang en
    cp out bulletin.$shell
    if command -v $shell >/dev/null; then
        ok "$shell reads it" $shell -n bulletin.$shell
    else
        like bulletin.$shell bulletin "completions $shell"
    fi
done

# What bash offers for a command is what its help shows.
for command in $commands; do
    run help "$command" --lang en
    is "$code" 0 "help $command"
    grep -Eo -- '--[a-z-]+' out | grep -v -- '--[a-z]*-$' | sort -u >by_help
    bash -c '. ./bulletin.bash
        COMP_WORDS=(bulletin "$1" "--") COMP_CWORD=2
        _bulletin; printf "%s\n" "${COMPREPLY[@]}"' - "$command" |
        sort -u >by_bash
    ok "$command: bash offers what the help shows" diff by_help by_bash
    for option in $(cat by_bash); do
        grep -q -- "-l ${option#--}" bulletin.fish || echo "$option"
        grep -q -- "$option" bulletin.zsh || echo "$option"
    done >missing
    empty missing "$command: zsh and fish have them too"
    sed -n '/^\.Sh OPTIONS/,/^\.Sh REPORTS/p' "$doc/bulletin.1" >options
    for option in $(cat by_bash); do
        grep -Eq -- "Fl -${option#--}( |\$)" options || echo "$option"
    done >missing
    ok "$command: bulletin.1 names every option" test ! -s missing
    like "$doc/bulletin.1" "^\.It Cm $command\$" "$command: bulletin.1 tells it"
done

# And bulletin.1 names no option that there is not.
for option in $(sed -n 's/^\.It .*Fl -\([a-z-]*\).*/--\1/p' options); do
    grep -q -- "-l ${option#--}\b" bulletin.fish ||
        "$BULLETIN" --help | grep -q -- "$option" || echo "$option"
done >missing
empty missing "bulletin.1 names nothing else"

offers() { # name want words…
    name=$1 want=$2
    shift 2
    bash -c '. ./bulletin.bash
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _bulletin; echo ${COMPREPLY[*]}' - "$@" >offered
    is "$(cat offered)" "$want" "bash: $name"
}
offers "commands" "check completions" bulletin c
offers "kinds of schema" "issue article layout" bulletin schema ""
offers "shells" "bash zsh fish" bulletin completions ""
offers "choices" "always" bulletin make --color al
offers "choices, not files" "text json" bulletin check --format ""
touch 'with space.yaml'
offers "files" "with space.yaml" bulletin make with

# Codes and statuses of the program are in the manual or in the header.
for status in 0 1 2 3 4 5 6 '130 , 143'; do
    like "$doc/bulletin.1" "^\.It $status\$" "bulletin.1: status $status"
done
for name in $(sed -n 's/^BUL_API .*\(bul_[a-z_]*\)(.*/\1/p' \
    "$root/src/bulletin.h"); do
    like "$doc/bulletin.3" "^\.F[no] $name( |\$)" "bulletin.3: $name"
done

if command -v mandoc >/dev/null; then
    for page in bulletin.1 bulletin.3; do
        ok "mandoc finds nothing in $page" \
            mandoc -T lint -W warning "$doc/$page"
    done
    for page in bulletin-issue.5 bulletin-layout.5; do
        cp "$doc/$page.in" page
        for kind in issue article layout; do
            run schema --format mdoc --lang en $kind
            sed -i -e "/^\.\\\\\" @keys $kind@/{r out
d}" page
        done
        ok "mandoc finds nothing in $page" mandoc -T lint -W warning page
        not_ok "every mark of $page is replaced" grep -q @keys page
    done
else
    skip "no mandoc"
fi

for kind in issue article layout; do
    run schema $kind
    is "$code" 0 "schema $kind"
    ok "schema $kind is JSON" python3 -m json.tool out
    like out 'draft-07' "schema $kind says its draft"
done

done_testing
