/* SPDX-License-Identifier: MIT */
/* main.c - the program: a table of commands, and one of them is run. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/report.h"
#include "cli/signals.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const bul_option_id program_options[] = {
    BUL_OPTION_LANG, BUL_OPTION_VERSION, BUL_OPTION_HELP};
static const bul_option_id make_options[] = {BUL_OPTION_OUTPUT_PDF,
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
                                             BUL_OPTION_COLOR,
                                             BUL_OPTION_LANG,
                                             BUL_OPTION_QUIET,
                                             BUL_OPTION_VERBOSE,
                                             BUL_OPTION_HELP};
static const bul_option_id check_options[] = {BUL_OPTION_STRICT,
                                              BUL_OPTION_LAYOUT,
                                              BUL_OPTION_FOR,
                                              BUL_OPTION_TIMINGS,
                                              BUL_OPTION_WARNINGS_AS_ERRORS,
                                              BUL_OPTION_MAX_PAGES,
                                              BUL_OPTION_DATA,
                                              BUL_OPTION_FONT_PATH,
                                              BUL_OPTION_NO_SYSTEM_FONTS,
                                              BUL_OPTION_FORMAT,
                                              BUL_OPTION_COLOR,
                                              BUL_OPTION_LANG,
                                              BUL_OPTION_QUIET,
                                              BUL_OPTION_VERBOSE,
                                              BUL_OPTION_HELP};
static const bul_option_id proof_options[] = {
    BUL_OPTION_OUTPUT_TEXT, BUL_OPTION_LAYOUT,
    BUL_OPTION_TIMINGS,     BUL_OPTION_WARNINGS_AS_ERRORS,
    BUL_OPTION_MAX_PAGES,   BUL_OPTION_DATA,
    BUL_OPTION_FONT_PATH,   BUL_OPTION_NO_SYSTEM_FONTS,
    BUL_OPTION_FORMAT,      BUL_OPTION_COLOR,
    BUL_OPTION_LANG,        BUL_OPTION_QUIET,
    BUL_OPTION_VERBOSE,     BUL_OPTION_HELP};
static const bul_option_id verify_options[] = {
    BUL_OPTION_TIMINGS, BUL_OPTION_WARNINGS_AS_ERRORS,
    BUL_OPTION_DATA,    BUL_OPTION_FONT_PATH,
    BUL_OPTION_FORMAT,  BUL_OPTION_COLOR,
    BUL_OPTION_LANG,    BUL_OPTION_QUIET,
    BUL_OPTION_VERBOSE, BUL_OPTION_HELP};
static const bul_option_id schema_options[] = {
    BUL_OPTION_SCHEMA_FORM, BUL_OPTION_LANG, BUL_OPTION_HELP};
static const bul_option_id list_options[] = {
    BUL_OPTION_DATA, BUL_OPTION_FONT_PATH, BUL_OPTION_NO_SYSTEM_FONTS,
    BUL_OPTION_LANG, BUL_OPTION_HELP};
static const bul_option_id plain_options[] = {BUL_OPTION_LANG, BUL_OPTION_HELP};
static const bul_option_id new_options[] = {
    BUL_OPTION_COLOR, BUL_OPTION_LANG, BUL_OPTION_QUIET, BUL_OPTION_VERBOSE,
    BUL_OPTION_HELP};

#define OPTIONS(array) .options = (array), .option_count = COUNT(array)

static const bul_command program = {
    .name = "",
    .summary = BUL_WORD_PROGRAM_SUMMARY,
    .example = BUL_WORD_PROGRAM_EXAMPLE,
    OPTIONS(program_options),
};

static const bul_command commands[] = {
    {.name = "make",
     .summary = BUL_WORD_CMD_MAKE,
     .example = BUL_WORD_EG_MAKE,
     .synopsis = "[ISSUE]",
     .operand = BUL_OPERAND_ISSUE,
     OPTIONS(make_options),
     .run = bul_command_make},
    {.name = "check",
     .summary = BUL_WORD_CMD_CHECK,
     .example = BUL_WORD_EG_CHECK,
     .synopsis = "[ISSUE]",
     .operand = BUL_OPERAND_ISSUE,
     OPTIONS(check_options),
     .run = bul_command_check},
    {.name = "proof",
     .summary = BUL_WORD_CMD_PROOF,
     .example = BUL_WORD_EG_PROOF,
     .synopsis = "[ISSUE]",
     .operand = BUL_OPERAND_ISSUE,
     OPTIONS(proof_options),
     .run = bul_command_proof},
    {.name = "fit",
     .summary = BUL_WORD_CMD_FIT,
     .example = BUL_WORD_EG_FIT,
     .synopsis = "[ISSUE]",
     .operand = BUL_OPERAND_ISSUE,
     OPTIONS(proof_options),
     .run = bul_command_fit},
    {.name = "explain",
     .summary = BUL_WORD_CMD_EXPLAIN,
     .example = BUL_WORD_EG_EXPLAIN,
     .synopsis = "[ISSUE] ARTICLE",
     .operand = BUL_OPERAND_ARTICLE,
     .needs_operand = true,
     OPTIONS(proof_options),
     .run = bul_command_explain},
    {.name = "diff",
     .summary = BUL_WORD_CMD_DIFF,
     .example = BUL_WORD_EG_DIFF,
     .synopsis = "OLD NEW",
     .operand = BUL_OPERAND_ISSUES,
     .needs_operand = true,
     OPTIONS(proof_options),
     .run = bul_command_diff},
    {.name = "verify",
     .summary = BUL_WORD_CMD_VERIFY,
     .example = BUL_WORD_EG_VERIFY,
     .synopsis = "PDF",
     .operand = BUL_OPERAND_PDF,
     .needs_operand = true,
     OPTIONS(verify_options),
     .run = bul_command_verify},
    {.name = "new",
     .summary = BUL_WORD_CMD_NEW,
     .example = BUL_WORD_EG_NEW,
     .synopsis = "DIR",
     .operand = BUL_OPERAND_FOLDER,
     .needs_operand = true,
     OPTIONS(new_options),
     .run = bul_command_new},
    {.name = "list",
     .summary = BUL_WORD_CMD_LIST,
     .example = BUL_WORD_EG_LIST,
     .synopsis = "",
     OPTIONS(list_options),
     .run = bul_command_list},
    {.name = "schema",
     .summary = BUL_WORD_CMD_SCHEMA,
     .example = BUL_WORD_EG_SCHEMA,
     .synopsis = "issue|article|layout",
     .operand = BUL_OPERAND_CHOICE,
     .operand_choices = "issue article layout",
     .needs_operand = true,
     OPTIONS(schema_options),
     .run = bul_command_schema},
    {.name = "completions",
     .summary = BUL_WORD_CMD_COMPLETIONS,
     .example = BUL_WORD_EG_COMPLETIONS,
     .synopsis = "bash|zsh|fish",
     .operand = BUL_OPERAND_CHOICE,
     .operand_choices = "bash zsh fish",
     .needs_operand = true,
     OPTIONS(plain_options),
     .run = bul_command_completions},
    {.name = "help",
     .summary = BUL_WORD_CMD_HELP,
     .example = BUL_WORD_EG_HELP,
     .synopsis = "[COMMAND]",
     .operand = BUL_OPERAND_COMMAND,
     OPTIONS(plain_options),
     .run = bul_command_help},
};

const bul_command *bul_command_at(size_t index)
{
    return index < COUNT(commands) ? &commands[index] : NULL;
}

const bul_command *bul_command_find(const char *name)
{
    for (size_t i = 0; i < COUNT(commands); i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

const bul_command *bul_command_program(void)
{
    return &program;
}

/* A word that is no command: perhaps mistyped, perhaps an issue. */
static int fail_command(bul_message_language language, const char *given)
{
    const char *best = NULL;
    size_t best_distance = 3;
    struct stat there;
    for (size_t i = 0; i < COUNT(commands); i++) {
        size_t distance = bul_word_distance(given, commands[i].name);
        if (distance < best_distance &&
            distance * 2 <= strlen(commands[i].name)) {
            best = commands[i].name;
            best_distance = distance;
        }
    }
    if (best != NULL)
        return bul_usage_fail(language, NULL, BUL_WORD_USAGE_NEAR_COMMAND,
                              BUL_WITH(given, best));
    bool is_path = strchr(given, '/') != NULL || stat(given, &there) == 0;
    return bul_usage_fail(language, NULL,
                          is_path ? BUL_WORD_USAGE_FILE_AS_COMMAND
                                  : BUL_WORD_USAGE_UNKNOWN_COMMAND,
                          BUL_WITH(given));
}

static void print_version(bul_message_language language)
{
    bul_phrase phrase;
    bul_word_phrase(&phrase, BUL_WORD_VERSION, language,
                    BUL_WITH(bul_version()));
    puts(phrase.text);
}

/* Options before the command: --version, --help, --lang. Takes them out of
 * the front of *argv. */
static int run_program_options(bul_arguments *arguments, char **argv)
{
    if (!bul_arguments_read(arguments, &program, argv))
        return BUL_EXIT_USAGE;
    if (arguments->given[BUL_OPTION_VERSION])
        print_version(arguments->language);
    else if (arguments->given[BUL_OPTION_HELP])
        bul_help_print(NULL, arguments->language);
    else
        return bul_usage_fail(arguments->language, NULL,
                              BUL_WORD_USAGE_NO_COMMAND, BUL_WITH_NOTHING);
    return BUL_EXIT_OK;
}

/* Steps over "--lang X" before the command; its value is known already. */
static char **skip_language(char **argv)
{
    while (*argv != NULL && strncmp(*argv, "--lang", 6) == 0) {
        if (strncmp(*argv, "--lang=", 7) != 0 &&
            (strcmp(*argv, "--lang") != 0 || argv[1] == NULL))
            break;
        bool is_pair = (*argv)[6] == '\0';
        const char *value = is_pair ? argv[1] : *argv + 7;
        if (!bul_choice_has(bul_option_at(BUL_OPTION_LANG)->choices, value))
            break;
        argv += is_pair ? 2 : 1;
    }
    return argv;
}

static int run(char **argv)
{
    bul_arguments arguments = {0};
    arguments.language = bul_language_choose(bul_arguments_language(argv));
    char **rest = skip_language(argv);
    if (*rest == NULL || (*rest)[0] == '-')
        return run_program_options(&arguments, argv);
    const bul_command *command = bul_command_find(*rest);
    if (command == NULL)
        return fail_command(arguments.language, *rest);
    if (!bul_arguments_read(&arguments, command, rest + 1))
        return BUL_EXIT_USAGE;
    if (arguments.given[BUL_OPTION_HELP]) {
        bul_help_print(command, arguments.language);
        return BUL_EXIT_OK;
    }
    return command->run(&arguments);
}

/* What was printed counts only when it arrived: a full disk shows here. A
 * standard output that was closed from the start is nobody's loss. */
static int finish(int code, bul_message_language language)
{
    errno = 0;
    bool good = fflush(stdout) == 0 && !ferror(stdout);
    if (good)
        good = close(STDOUT_FILENO) == 0 || errno == EBADF;
    if (good)
        return code;
    bul_display display = {.language = language, .to = stderr};
    char reason[32];
    snprintf(reason, sizeof reason, "errno %d", errno);
    bul_display_problem(
        &display, bul_output_problem(errno),
        BUL_WITH(bul_word_text(BUL_WORD_STANDARD_OUTPUT, language), reason));
    return code == BUL_EXIT_OK ? BUL_EXIT_IO : code;
}

int main(int argc, char **argv)
{
    bul_signals_install();
    char **rest = argv + (argc > 0);
    int code = run(rest);
    return finish(code, bul_language_choose(bul_arguments_language(rest)));
}
