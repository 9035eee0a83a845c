#!/bin/sh
# SPDX-License-Identifier: MIT
# usage.t - wrong command lines: two lines on stderr, status 2; help on stdout.
. "$(dirname "$0")/tap.sh"

wrong() { # name pattern arguments…
    name=$1 pattern=$2
    shift 2
    run --lang en "$@"
    is "$code" 2 "$name: status 2"
    like err "$pattern" "$name: says what"
    lines err 2 "$name: two lines"
    empty out "$name: nothing on stdout"
}

touch here.yaml
wrong "no command" 'no command given'
wrong "unknown command" "no command 'frobnicate'" frobnicate
wrong "mistyped command" "did you mean 'make'" mkae
wrong "mistyped command, one letter too many" "did you mean 'check'" checkk
wrong "an issue as command" "bulletin make here.yaml" here.yaml
wrong "unknown option" "no option '--frobnicate'" make --frobnicate
wrong "unknown letter" "no option '-z'" make -z
wrong "mistyped option" "did you mean '--output'" make --ouput=x
wrong "half an option" "did you mean '--warnings-as-errors'" make --warnings
wrong "option of another command" "no option '--timings'" new --timings x
wrong "value missing" "'--output' needs FILE" make --output
wrong "value missing after a letter" "'-o' needs FILE" make -o
wrong "value too many" "'--timings' takes no value" make --timings=yes
wrong "empty value" "value of option '--layout' is empty" make --layout=
wrong "no such choice" "one of text json, not 'xml'" check --format xml
wrong "no such language" "one of zh en, not 'fr'" check --lang fr
wrong "number of nought" "not '0'" make --max-pages 0
wrong "number with letters" "not '12x'" make --max-pages 12x
wrong "number far too large" "not '99999999999999999999'" \
    make --max-pages 99999999999999999999
wrong "operand too many" "'b' is one argument too many" make a b
wrong "operand where none is taken" "'x' is one argument too many" list x
wrong "operand missing" "DIR is missing" new
wrong "no such kind of schema" "not one of issue article layout" schema poem
wrong "issue from stdin" "cannot come from standard input" make -
wrong "an article as issue" "'a/01.md' is an article" make a/01.md
wrong "help on nothing known" "no command 'poem'" help poem
wrong "near miss with a dash of control" 'no option .--a<U\+001B>\[31m' \
    make "$(printf -- '--a\033[31m')"

many=
i=0
while [ $i -lt 33 ]; do
    many="$many --font-path f"
    i=$((i + 1))
done
# shellcheck disable=SC2086
wrong "too many font folders" "32 times at most" list $many

run --help
is "$code" 0 "--help: status 0"
empty err "--help: nothing on stderr"
like out '^例：' "--help opens with an example"
run help make --lang en
like out '^Example:' "help in English"
like out '^  -o, --output FILE' "help shows short and long"
cp out by_help
run make --help --lang en
ok "help COMMAND and COMMAND --help are the same" cmp out by_help
run new --help
is "$code" 0 "--help needs no operand"

run --version
is "$code" 0 "--version: status 0"
like out '^bulletin [0-9]+\.[0-9]+\.[0-9]+$' "--version"
run -V --lang en
is "$code" 0 "-V"

run -- make
is "$code" 2 "an operand is no command"

done_testing
