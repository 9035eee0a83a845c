/* SPDX-License-Identifier: MIT */
/* options.h - every option of every command, in one table.
 *
 * The table parses the command line, prints the help and writes the
 * completions; a test holds the manual page against it. */
#ifndef BUL_CLI_OPTIONS_H
#define BUL_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/words.h"

typedef enum bul_option_id {
    BUL_OPTION_OUTPUT_PDF,
    BUL_OPTION_OUTPUT_TEXT,
    BUL_OPTION_PROOF,
    BUL_OPTION_NEAR,
    BUL_OPTION_STRICT,
    BUL_OPTION_REPORT,
    BUL_OPTION_NO_REPORT,
    BUL_OPTION_LAYOUT,
    BUL_OPTION_FOR,
    BUL_OPTION_PLATE,
    BUL_OPTION_NUDGE,
    BUL_OPTION_SHEETS,
    BUL_OPTION_MARKS,
    BUL_OPTION_OUTLINE,
    BUL_OPTION_TIMINGS,
    BUL_OPTION_WARNINGS_AS_ERRORS,
    BUL_OPTION_MAX_PAGES,
    BUL_OPTION_DATA,
    BUL_OPTION_FONT_PATH,
    BUL_OPTION_NO_SYSTEM_FONTS,
    BUL_OPTION_FORMAT,
    BUL_OPTION_SCHEMA_FORM,
    BUL_OPTION_COLOR,
    BUL_OPTION_LANG,
    BUL_OPTION_QUIET,
    BUL_OPTION_VERBOSE,
    BUL_OPTION_VERSION,
    BUL_OPTION_HELP,
    BUL_OPTION_COUNT
} bul_option_id;

typedef enum bul_option_value {
    BUL_VALUE_NONE,
    BUL_VALUE_FILE,
    BUL_VALUE_FOLDER,
    BUL_VALUE_NAME,
    BUL_VALUE_NUMBER, /* 1 to 1000000 */
    BUL_VALUE_SHIFT,  /* "0.5,-1": millimetres in halves, to 10 each way */
    BUL_VALUE_CHOICE
} bul_option_value;

typedef struct bul_option {
    const char *name; /* without the dashes */
    char letter;      /* short form, or 0 */
    bul_option_value takes;
    const char *value;   /* what the help calls its value */
    const char *choices; /* "text json", the first is the default */
    bul_word help;
} bul_option;

/* Completion and checking of operands. */
typedef enum bul_operand {
    BUL_OPERAND_NONE,
    BUL_OPERAND_ISSUE,   /* issue.yaml or its folder */
    BUL_OPERAND_ISSUES,  /* two of them, before and after */
    BUL_OPERAND_ARTICLE, /* an article, or an issue and one of its articles */
    BUL_OPERAND_PDF,     /* a finished PDF */
    BUL_OPERAND_FOLDER,  /* a folder to make */
    BUL_OPERAND_CHOICE,  /* one of `operand_choices` */
    BUL_OPERAND_COMMAND  /* the name of a command */
} bul_operand;

typedef struct bul_arguments bul_arguments;

typedef struct bul_command {
    const char *name;
    bul_word summary;
    bul_word example;
    const char *synopsis; /* the operand as the usage shows it */
    bul_operand operand;
    const char *operand_choices; /* "bash zsh fish" */
    bool needs_operand;
    const bul_option_id *options;
    size_t option_count;
    int (*run)(const bul_arguments *arguments); /* yields the exit status */
} bul_command;

#define BUL_FONT_DIR_MAX 32

/* A command line that was understood. Strings are those of argv. */
struct bul_arguments {
    const bul_command *command;
    bul_message_language language;
    const char *operand; /* or NULL */
    const char *after;   /* the second of two issues, an article; or NULL */
    bool given[BUL_OPTION_COUNT];
    const char *values[BUL_OPTION_COUNT]; /* the last one given */
    const char *font_dirs[BUL_FONT_DIR_MAX + 1];
    size_t font_dir_count;
};

/* Exit statuses, never renumbered. */
typedef enum bul_exit {
    BUL_EXIT_OK = 0,
    BUL_EXIT_INPUT = 1,
    BUL_EXIT_USAGE = 2,
    BUL_EXIT_WARNINGS = 3,
    BUL_EXIT_IO = 4,
    BUL_EXIT_LIMIT = 5,
    BUL_EXIT_INTERNAL = 6
} bul_exit;

const bul_option *bul_option_at(bul_option_id id);

/* The commands, in the order of the help. */
const bul_command *bul_command_at(size_t index); /* NULL past the end */
const bul_command *bul_command_find(const char *name);
/* The options understood before any command. */
const bul_command *bul_command_program(void);

/* Reads `argv` (without the program and the command) into arguments. What is
 * wrong is printed; then false, and the exit status is BUL_EXIT_USAGE. */
bool bul_arguments_read(bul_arguments *arguments, const bul_command *command,
                        char *const *argv);

/* True where the option has this value (or, not given, this default). */
bool bul_arguments_choose(const bul_arguments *arguments, bul_option_id id,
                          const char *value);

/* Reads a BUL_VALUE_SHIFT as half millimetres to the right and down. False when
 * it is none. */
bool bul_shift_read(const char *value, int *x, int *y);

/* The value of --lang anywhere on a command line, or NULL: needed before the
 * line is read, to complain in the right language. */
const char *bul_arguments_language(char *const *argv);

/* True when `word` is one of the space-separated `choices`. */
bool bul_choice_has(const char *choices, const char *word);
/* Copies the next choice into `word` (BUL_CHOICE_ROOM bytes) and moves
 * *choices past it; false when there is none. */
#define BUL_CHOICE_ROOM 32
bool bul_choice_next(const char **choices, char *word);

/* Prints a complaint and where help is, two lines on stderr; yields
 * BUL_EXIT_USAGE. `command` may be NULL. */
int bul_usage_fail(bul_message_language language, const bul_command *command,
                   bul_word word, bul_word_args args);

/* How many edits (insert, delete, replace, swap) lie between two short words;
 * a large number when one is over 31 bytes. */
size_t bul_word_distance(const char *a, const char *b);

#endif
