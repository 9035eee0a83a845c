/* SPDX-License-Identifier: MIT */
/* cmd_help.c - help, printed from the tables of commands and options. */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/shown.h"

static void pad(size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        putchar(' ');
}

/* "-o, --output FILE" or "    --timings"; returns its width. */
static size_t print_option_name(const bul_option *option, FILE *to)
{
    char text[96];
    int length;
    if (option->letter != 0)
        length = snprintf(text, sizeof text, "-%c, --%s", option->letter,
                          option->name);
    else
        length = snprintf(text, sizeof text, "    --%s", option->name);
    if (option->value != NULL)
        length += snprintf(text + length, sizeof text - (size_t)length, " %s",
                           option->value);
    fputs(text, to);
    return (size_t)length;
}

static void print_options(const bul_command *command,
                          bul_message_language language)
{
    printf("%s\n", bul_word_text(BUL_WORD_HELP_OPTIONS, language));
    for (size_t i = 0; i < command->option_count; i++) {
        const bul_option *option = bul_option_at(command->options[i]);
        fputs("  ", stdout);
        size_t width = print_option_name(option, stdout);
        pad(width, 26);
        printf("%s", bul_word_text(option->help, language));
        if (option->choices != NULL)
            printf(" [%s]", option->choices);
        putchar('\n');
    }
}

static void print_commands(bul_message_language language)
{
    const bul_command *command;
    printf("%s\n", bul_word_text(BUL_WORD_HELP_COMMANDS, language));
    for (size_t i = 0; (command = bul_command_at(i)) != NULL; i++) {
        int length = printf("  %s %s", command->name, command->synopsis);
        pad((size_t)length, 36);
        printf("%s\n", bul_word_text(command->summary, language));
    }
}

void bul_help_print(const bul_command *command, bul_message_language language)
{
    const bul_command *shown =
        command == NULL ? bul_command_program() : command;
    printf("bulletin%s%s - %s\n\n%s\n%s\n\n%sbulletin ",
           shown->name[0] == '\0' ? "" : " ", shown->name,
           bul_word_text(shown->summary, language),
           bul_word_text(BUL_WORD_HELP_EXAMPLE, language),
           bul_word_text(shown->example, language),
           bul_word_text(BUL_WORD_HELP_USAGE, language));
    const char *options = bul_word_text(BUL_WORD_HELP_OPTIONS_SHORT, language);
    if (command != NULL)
        printf("%s %s %s\n\n", command->name, options, command->synopsis);
    else
        printf("COMMAND %s\n\n", options);
    if (command == NULL) {
        print_commands(language);
        putchar('\n');
    }
    print_options(shown, language);
    printf("\n%s\n", bul_word_text(command == NULL ? BUL_WORD_HELP_MORE
                                                   : BUL_WORD_HELP_EXITS,
                                   language));
}

int bul_command_help(const bul_arguments *arguments)
{
    const bul_command *command = NULL;
    if (arguments->operand != NULL) {
        command = bul_command_find(arguments->operand);
        if (command == NULL)
            return bul_usage_fail(arguments->language, NULL,
                                  BUL_WORD_USAGE_UNKNOWN_COMMAND,
                                  BUL_WITH(arguments->operand));
    }
    bul_help_print(command, arguments->language);
    return BUL_EXIT_OK;
}
