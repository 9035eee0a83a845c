/* SPDX-License-Identifier: MIT */
/* options.c - the table of options, and reading a command line with it. */
#include "cli/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/shown.h"

static const bul_option table[BUL_OPTION_COUNT] = {
    [BUL_OPTION_OUTPUT_PDF] = {"output", 'o', BUL_VALUE_FILE, "FILE", NULL,
                               BUL_WORD_OPT_OUTPUT_PDF},
    [BUL_OPTION_OUTPUT_TEXT] = {"output", 'o', BUL_VALUE_FILE, "FILE", NULL,
                                BUL_WORD_OPT_OUTPUT_TEXT},
    [BUL_OPTION_PROOF] = {"proof", 0, BUL_VALUE_NONE, NULL, NULL,
                          BUL_WORD_OPT_PROOF},
    [BUL_OPTION_REPORT] = {"report", 0, BUL_VALUE_FILE, "FILE", NULL,
                           BUL_WORD_OPT_REPORT},
    [BUL_OPTION_NO_REPORT] = {"no-report", 0, BUL_VALUE_NONE, NULL, NULL,
                              BUL_WORD_OPT_NO_REPORT},
    [BUL_OPTION_NEAR] = {"near", 0, BUL_VALUE_FILE, "FILE", NULL,
                         BUL_WORD_OPT_NEAR},
    [BUL_OPTION_STRICT] = {"strict", 0, BUL_VALUE_NONE, NULL, NULL,
                           BUL_WORD_OPT_STRICT},
    [BUL_OPTION_LAYOUT] = {"layout", 'l', BUL_VALUE_NAME, "NAME", NULL,
                           BUL_WORD_OPT_LAYOUT},
    [BUL_OPTION_FOR] = {"for", 0, BUL_VALUE_CHOICE, "USE",
                        "screen archive office press press-legacy",
                        BUL_WORD_OPT_FOR},
    [BUL_OPTION_PLATE] = {"plate", 0, BUL_VALUE_CHOICE, "PLATE",
                          "all red black", BUL_WORD_OPT_PLATE},
    [BUL_OPTION_SHEETS] = {"sheets", 0, BUL_VALUE_CHOICE, "WAY",
                           "single fold saddle two-up four-up eight-up repeat",
                           BUL_WORD_OPT_SHEETS},
    [BUL_OPTION_MARKS] = {"marks", 0, BUL_VALUE_NONE, NULL, NULL,
                          BUL_WORD_OPT_MARKS},
    [BUL_OPTION_OUTLINE] = {"outline-text", 0, BUL_VALUE_NONE, NULL, NULL,
                            BUL_WORD_OPT_OUTLINE},
    [BUL_OPTION_NUDGE] = {"nudge", 0, BUL_VALUE_SHIFT, "X,Y", NULL,
                          BUL_WORD_OPT_NUDGE},
    [BUL_OPTION_TIMINGS] = {"timings", 0, BUL_VALUE_NONE, NULL, NULL,
                            BUL_WORD_OPT_TIMINGS},
    [BUL_OPTION_WARNINGS_AS_ERRORS] = {"warnings-as-errors", 0, BUL_VALUE_NONE,
                                       NULL, NULL,
                                       BUL_WORD_OPT_WARNINGS_AS_ERRORS},
    [BUL_OPTION_MAX_PAGES] = {"max-pages", 0, BUL_VALUE_NUMBER, "N", NULL,
                              BUL_WORD_OPT_MAX_PAGES},
    [BUL_OPTION_DATA] = {"data", 0, BUL_VALUE_FOLDER, "DIR", NULL,
                         BUL_WORD_OPT_DATA},
    [BUL_OPTION_FONT_PATH] = {"font-path", 0, BUL_VALUE_FOLDER, "DIR", NULL,
                              BUL_WORD_OPT_FONT_PATH},
    [BUL_OPTION_NO_SYSTEM_FONTS] = {"no-system-fonts", 0, BUL_VALUE_NONE, NULL,
                                    NULL, BUL_WORD_OPT_NO_SYSTEM_FONTS},
    [BUL_OPTION_FORMAT] = {"format", 0, BUL_VALUE_CHOICE, "FORM", "text json",
                           BUL_WORD_OPT_FORMAT},
    [BUL_OPTION_SCHEMA_FORM] = {"format", 0, BUL_VALUE_CHOICE, "FORM",
                                "json mdoc", BUL_WORD_OPT_SCHEMA_FORM},
    [BUL_OPTION_COLOR] = {"color", 0, BUL_VALUE_CHOICE, "WHEN",
                          "auto always never", BUL_WORD_OPT_COLOR},
    [BUL_OPTION_LANG] = {"lang", 0, BUL_VALUE_CHOICE, "LANG", "zh en",
                         BUL_WORD_OPT_LANG},
    [BUL_OPTION_QUIET] = {"quiet", 'q', BUL_VALUE_NONE, NULL, NULL,
                          BUL_WORD_OPT_QUIET},
    [BUL_OPTION_VERBOSE] = {"verbose", 'v', BUL_VALUE_NONE, NULL, NULL,
                            BUL_WORD_OPT_VERBOSE},
    [BUL_OPTION_VERSION] = {"version", 'V', BUL_VALUE_NONE, NULL, NULL,
                            BUL_WORD_OPT_VERSION},
    [BUL_OPTION_HELP] = {"help", 'h', BUL_VALUE_NONE, NULL, NULL,
                         BUL_WORD_OPT_HELP},
};

const bul_option *bul_option_at(bul_option_id id)
{
    return &table[id];
}

/* ---- Finding options. ---- */

static bool find_long(const bul_command *command, const char *name,
                      size_t length, bul_option_id *id)
{
    for (size_t i = 0; i < command->option_count; i++) {
        const char *known = table[command->options[i]].name;
        if (strlen(known) == length && strncmp(known, name, length) == 0) {
            *id = command->options[i];
            return true;
        }
    }
    return false;
}

static bool find_short(const bul_command *command, char letter,
                       bul_option_id *id)
{
    for (size_t i = 0; i < command->option_count; i++) {
        if (table[command->options[i]].letter == letter) {
            *id = command->options[i];
            return true;
        }
    }
    return false;
}

/* The option whose name is nearest to a mistyped one, or NULL. */
static const char *nearest_option(const bul_command *command, const char *name)
{
    const char *best = NULL;
    size_t best_distance = 3;
    for (size_t i = 0; i < command->option_count; i++) {
        const char *known = table[command->options[i]].name;
        size_t distance = bul_word_distance(name, known);
        bool continues =
            strlen(name) >= 3 && strncmp(known, name, strlen(name)) == 0;
        if (continues)
            distance = 0;
        if (distance < best_distance && distance * 2 <= strlen(known)) {
            best = known;
            best_distance = distance;
        }
    }
    return best;
}

static bool fail_unknown(const bul_arguments *arguments, const char *given)
{
    char name[BUL_CHOICE_ROOM], found[BUL_CHOICE_ROOM + 2];
    size_t length = strcspn(given, "=");
    const char *nearest = NULL;
    if (strncmp(given, "--", 2) == 0 && length - 2 < sizeof name) {
        memcpy(name, given + 2, length - 2);
        name[length - 2] = '\0';
        nearest = nearest_option(arguments->command, name);
    }
    if (nearest == NULL) {
        bul_usage_fail(arguments->language, arguments->command,
                       BUL_WORD_USAGE_UNKNOWN_OPTION, BUL_WITH(given));
        return false;
    }
    snprintf(found, sizeof found, "--%s", nearest);
    bul_usage_fail(arguments->language, arguments->command,
                   BUL_WORD_USAGE_NEAR_OPTION, BUL_WITH(given, found));
    return false;
}

/* ---- Taking values. ---- */

static bool is_number(const char *value)
{
    size_t digits = strspn(value, "0123456789");
    if (digits == 0 || value[digits] != '\0' || digits > 7)
        return false;
    unsigned long number = 0;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (unsigned long)(value[i] - '0');
    return number >= 1 && number <= 1000000;
}

/* Half millimetres, no more than twenty. */
static bool read_halves(const char *text, char **end, int *halves)
{
    double millimetres = strtod(text, end);
    double doubled = millimetres * 2;
    if (*end == text || doubled < -20 || doubled > 20 ||
        doubled != (double)(int)doubled)
        return false;
    *halves = (int)doubled;
    return true;
}

bool bul_shift_read(const char *value, int *x, int *y)
{
    char *end;
    return strspn(value, "0123456789.,+-") == strlen(value) &&
           read_halves(value, &end, x) && *end == ',' &&
           read_halves(end + 1, &end, y) && *end == '\0';
}

static bool fail(const bul_arguments *arguments, bul_word word,
                 bul_word_args args)
{
    bul_usage_fail(arguments->language, arguments->command, word, args);
    return false;
}

static bool take_value(bul_arguments *arguments, bul_option_id id,
                       const char *shown, const char *value)
{
    const bul_option *option = &table[id];
    if (value[0] == '\0')
        return fail(arguments, BUL_WORD_USAGE_EMPTY_VALUE, BUL_WITH(shown));
    if (option->takes == BUL_VALUE_CHOICE &&
        !bul_choice_has(option->choices, value))
        return fail(arguments, BUL_WORD_USAGE_BAD_CHOICE,
                    BUL_WITH(shown, value, option->choices));
    if (option->takes == BUL_VALUE_NUMBER && !is_number(value))
        return fail(arguments, BUL_WORD_USAGE_BAD_NUMBER,
                    BUL_WITH(shown, value));
    int x, y;
    if (option->takes == BUL_VALUE_SHIFT && !bul_shift_read(value, &x, &y))
        return fail(arguments, BUL_WORD_USAGE_BAD_SHIFT,
                    BUL_WITH(shown, value));
    if (id == BUL_OPTION_FONT_PATH) {
        if (arguments->font_dir_count == BUL_FONT_DIR_MAX)
            return fail(arguments, BUL_WORD_USAGE_TOO_MANY_FONTS,
                        BUL_WITH(shown, "32"));
        arguments->font_dirs[arguments->font_dir_count++] = value;
    }
    arguments->given[id] = true;
    arguments->values[id] = value;
    return true;
}

/* "--name", "--name=value", "--name value"; *next is moved past a value. */
static bool read_long(bul_arguments *arguments, const char *given,
                      char *const **next)
{
    bul_option_id id;
    char shown[BUL_CHOICE_ROOM + 2];
    size_t length = strcspn(given, "=");
    if (!find_long(arguments->command, given + 2, length - 2, &id))
        return fail_unknown(arguments, given);
    snprintf(shown, sizeof shown, "--%s", table[id].name);
    if (table[id].takes == BUL_VALUE_NONE) {
        if (given[length] == '=')
            return fail(arguments, BUL_WORD_USAGE_TAKES_NONE, BUL_WITH(shown));
        arguments->given[id] = true;
        return true;
    }
    if (given[length] == '=')
        return take_value(arguments, id, shown, given + length + 1);
    if (**next == NULL)
        return fail(arguments, BUL_WORD_USAGE_NEEDS_VALUE,
                    BUL_WITH(shown, table[id].value));
    return take_value(arguments, id, shown, *(*next)++);
}

/* "-q", "-qv", "-oFILE", "-o FILE". */
static bool read_short(bul_arguments *arguments, const char *given,
                       char *const **next)
{
    for (const char *letter = given + 1; *letter != '\0'; letter++) {
        bul_option_id id;
        char shown[3] = {'-', *letter, '\0'};
        if (!find_short(arguments->command, *letter, &id))
            return fail_unknown(arguments, given);
        if (table[id].takes == BUL_VALUE_NONE) {
            arguments->given[id] = true;
            continue;
        }
        if (letter[1] != '\0')
            return take_value(arguments, id, shown, letter + 1);
        if (**next == NULL)
            return fail(arguments, BUL_WORD_USAGE_NEEDS_VALUE,
                        BUL_WITH(shown, table[id].value));
        return take_value(arguments, id, shown, *(*next)++);
    }
    return true;
}

static bool is_article(const char *operand)
{
    size_t length = strlen(operand);
    return length > 3 && strcmp(operand + length - 3, ".md") == 0;
}

static bool take_operand(bul_arguments *arguments, const char *operand)
{
    const bul_command *command = arguments->command;
    bool is_pair = command->operand == BUL_OPERAND_ISSUES ||
                   command->operand == BUL_OPERAND_ARTICLE;
    bool is_issue = command->operand == BUL_OPERAND_ISSUES ||
                    command->operand == BUL_OPERAND_ISSUE;
    const char **place = is_pair && arguments->operand != NULL
                             ? &arguments->after
                             : &arguments->operand;
    if (command->operand == BUL_OPERAND_NONE || *place != NULL)
        return fail(arguments, BUL_WORD_USAGE_TOO_MANY, BUL_WITH(operand));
    if (command->operand == BUL_OPERAND_CHOICE &&
        !bul_choice_has(command->operand_choices, operand))
        return fail(arguments, BUL_WORD_USAGE_BAD_OPERAND,
                    BUL_WITH(operand, command->operand_choices));
    if (is_issue && strcmp(operand, "-") == 0)
        return fail(arguments, BUL_WORD_USAGE_ISSUE_FROM_STDIN,
                    BUL_WITH_NOTHING);
    if (is_issue && is_article(operand))
        return fail(arguments, BUL_WORD_USAGE_ARTICLE, BUL_WITH(operand));
    *place = operand;
    return true;
}

bool bul_arguments_read(bul_arguments *arguments, const bul_command *command,
                        char *const *argv)
{
    bool only_operands = false;
    arguments->command = command;
    while (*argv != NULL) {
        const char *given = *argv++;
        bool good;
        if (!only_operands && strcmp(given, "--") == 0) {
            only_operands = true;
            continue;
        }
        if (only_operands || given[0] != '-' || given[1] == '\0')
            good = take_operand(arguments, given);
        else if (given[1] == '-')
            good = read_long(arguments, given, &argv);
        else
            good = read_short(arguments, given, &argv);
        if (!good)
            return false;
    }
    /* A lone operand names the article; the issue lies here. */
    if (command->operand == BUL_OPERAND_ARTICLE && arguments->after == NULL) {
        arguments->after = arguments->operand;
        arguments->operand = NULL;
    }
    bool has_all = command->operand == BUL_OPERAND_ARTICLE
                       ? arguments->after != NULL
                       : arguments->operand != NULL &&
                             (command->operand != BUL_OPERAND_ISSUES ||
                              arguments->after != NULL);
    if (command->needs_operand && !has_all &&
        !arguments->given[BUL_OPTION_HELP])
        return fail(arguments, BUL_WORD_USAGE_TOO_FEW,
                    BUL_WITH(command->synopsis));
    return true;
}

bool bul_arguments_choose(const bul_arguments *arguments, bul_option_id id,
                          const char *value)
{
    if (arguments->given[id])
        return strcmp(arguments->values[id], value) == 0;
    char first[BUL_CHOICE_ROOM];
    const char *choices = table[id].choices;
    return bul_choice_next(&choices, first) && strcmp(first, value) == 0;
}

const char *bul_arguments_language(char *const *argv)
{
    const char *language = NULL;
    for (; *argv != NULL && strcmp(*argv, "--") != 0; argv++) {
        if (strncmp(*argv, "--lang=", 7) == 0)
            language = *argv + 7;
        else if (strcmp(*argv, "--lang") == 0 && argv[1] != NULL)
            language = *++argv;
    }
    return language;
}
