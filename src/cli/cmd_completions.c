/* SPDX-License-Identifier: MIT */
/* cmd_completions.c - completion scripts, written from the tables. */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"

typedef void (*bul_shell_writer)(bul_message_language language);

/* ---- bash ---- */

static void write_bash_names(const bul_command *command)
{
    for (size_t i = 0; i < command->option_count; i++) {
        const bul_option *option = bul_option_at(command->options[i]);
        printf(" --%s", option->name);
        if (option->letter != 0)
            printf(" -%c", option->letter);
    }
}

static void write_bash_value(const char *command_name, const bul_option *option)
{
    printf("    %s:--%s", command_name, option->name);
    if (option->letter != 0)
        printf("|%s:-%c", command_name, option->letter);
    if (option->takes == BUL_VALUE_CHOICE)
        printf(") words='%s' kind= ;;\n", option->choices);
    else if (option->takes == BUL_VALUE_FOLDER)
        printf(") kind=-d ;;\n");
    else if (option->takes == BUL_VALUE_NUMBER)
        printf(") return ;;\n");
    else
        printf(") kind=-f ;;\n");
}

static void write_bash_values(const bul_command *command)
{
    for (size_t i = 0; i < command->option_count; i++) {
        const bul_option *option = bul_option_at(command->options[i]);
        if (option->takes != BUL_VALUE_NONE)
            write_bash_value(command->name, option);
    }
}

static void write_command_names(const char *separator)
{
    const bul_command *command;
    for (size_t i = 0; (command = bul_command_at(i)) != NULL; i++)
        printf("%s%s", i > 0 ? separator : "", command->name);
}

static void write_bash_command(const bul_command *command)
{
    printf("    %s)\n      options='", command->name);
    write_bash_names(command);
    printf("'\n");
    switch (command->operand) {
    case BUL_OPERAND_NONE:
        break;
    case BUL_OPERAND_ISSUE:
    case BUL_OPERAND_ISSUES:
    case BUL_OPERAND_ARTICLE:
    case BUL_OPERAND_PDF:
        printf("      kind=-f\n");
        break;
    case BUL_OPERAND_FOLDER:
        printf("      kind=-d\n");
        break;
    case BUL_OPERAND_CHOICE:
        printf("      words='%s'\n", command->operand_choices);
        break;
    case BUL_OPERAND_COMMAND:
        printf("      words='");
        write_command_names(" ");
        printf("'\n");
        break;
    }
    printf("      ;;\n");
}

static void write_bash(bul_message_language language)
{
    (void)language; /* bash shows no descriptions */
    const bul_command *command;
    printf("# bash completion for bulletin\n"
           "_bulletin()\n{\n"
           "  local current=${COMP_WORDS[COMP_CWORD]} words= kind= options=\n"
           "  local previous=${COMP_WORDS[COMP_CWORD-1]}\n"
           "  local command=${COMP_WORDS[1]}\n"
           "  COMPREPLY=()\n"
           "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    words='");
    write_command_names(" ");
    printf("'\n    options='");
    write_bash_names(bul_command_program());
    printf("'\n  else\n    case $command in\n");
    for (size_t i = 0; (command = bul_command_at(i)) != NULL; i++)
        write_bash_command(command);
    printf("    esac\n    case $command:$previous in\n");
    for (size_t i = 0; (command = bul_command_at(i)) != NULL; i++)
        write_bash_values(command);
    printf("    esac\n  fi\n"
           "  case $current in\n"
           "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$current\")) ;;\n"
           "    *) if [ -n \"$kind\" ]; then\n"
           "         local IFS=$'\\n'\n"
           "         compopt -o filenames 2>/dev/null\n"
           "         COMPREPLY=($(compgen $kind -- \"$current\"))\n"
           "       else\n"
           "         COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
           "       fi ;;\n"
           "  esac\n}\n"
           "complete -F _bulletin bulletin\n");
}

/* ---- zsh ---- */

/* Text inside '…[…]' of zsh and '…' of fish. */
static void write_quoted(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            fputs("'\\''", stdout);
        else if (*text == '[' || *text == ']' || *text == ':' || *text == '\\')
            printf("\\%c", *text);
        else
            putchar(*text);
    }
}

static void write_zsh_option(const bul_option *option,
                             bul_message_language language)
{
    const char *repeats =
        option == bul_option_at(BUL_OPTION_FONT_PATH) ? "*" : "";
    if (option->letter != 0)
        printf(" \\\n        '(-%c --%s)'{-%c,--%s}'[", option->letter,
               option->name, option->letter, option->name);
    else
        printf(" \\\n        '%s--%s[", repeats, option->name);
    write_quoted(bul_word_text(option->help, language));
    putchar(']');
    if (option->takes == BUL_VALUE_CHOICE)
        printf(":%s:(%s)", option->value, option->choices);
    else if (option->takes == BUL_VALUE_FOLDER)
        printf(":%s:_files -/", option->value);
    else if (option->takes == BUL_VALUE_NUMBER)
        printf(":%s:", option->value);
    else if (option->takes != BUL_VALUE_NONE)
        printf(":%s:_files", option->value);
    putchar('\'');
}

static void write_zsh_operand(const bul_command *command)
{
    switch (command->operand) {
    case BUL_OPERAND_NONE:
        break;
    case BUL_OPERAND_ISSUE:
        printf(" \\\n        '1:ISSUE:_files'");
        break;
    case BUL_OPERAND_ISSUES:
        printf(" \\\n        '1:OLD:_files' '2:NEW:_files'");
        break;
    case BUL_OPERAND_ARTICLE:
        printf(" \\\n        '1:ISSUE:_files' '2:ARTICLE:_files'");
        break;
    case BUL_OPERAND_PDF:
        printf(" \\\n        '1:PDF:_files -g \"*.pdf\"'");
        break;
    case BUL_OPERAND_FOLDER:
        printf(" \\\n        '1:DIR:_files -/'");
        break;
    case BUL_OPERAND_CHOICE:
        printf(" \\\n        '1:%s:(%s)'", "WORD", command->operand_choices);
        break;
    case BUL_OPERAND_COMMAND:
        printf(" \\\n        '1:COMMAND:(");
        write_command_names(" ");
        printf(")'");
        break;
    }
}

static void write_zsh(bul_message_language language)
{
    const bul_command *command;
    printf("#compdef bulletin\n# zsh completion for bulletin\n"
           "_bulletin() {\n  local -a commands\n  commands=(");
    for (size_t i = 0; (command = bul_command_at(i)) != NULL; i++) {
        printf("\n    '%s:", command->name);
        write_quoted(bul_word_text(command->summary, language));
        putchar('\'');
    }
    printf("\n  )\n  if (( CURRENT == 2 )); then\n"
           "    _describe command commands\n    return\n  fi\n"
           "  local command=$words[2]\n"
           "  shift words\n  (( CURRENT-- ))\n"
           "  case $command in\n");
    for (size_t i = 0; (command = bul_command_at(i)) != NULL; i++) {
        printf("    %s)\n      _arguments", command->name);
        for (size_t j = 0; j < command->option_count; j++)
            write_zsh_option(bul_option_at(command->options[j]), language);
        write_zsh_operand(command);
        printf("\n      ;;\n");
    }
    printf("  esac\n}\n_bulletin \"$@\"\n");
}

/* ---- fish ---- */

static void write_fish_option(const char *command_name,
                              const bul_option *option,
                              bul_message_language language)
{
    printf("complete -c bulletin -n '__fish_seen_subcommand_from %s' -l %s",
           command_name, option->name);
    if (option->letter != 0)
        printf(" -s %c", option->letter);
    if (option->takes == BUL_VALUE_CHOICE)
        printf(" -x -a '%s'", option->choices);
    else if (option->takes == BUL_VALUE_FOLDER)
        printf(" -x -a '(__fish_complete_directories)'");
    else if (option->takes == BUL_VALUE_NUMBER)
        printf(" -x");
    else if (option->takes != BUL_VALUE_NONE)
        printf(" -r -F");
    printf(" -d '%s'\n", bul_word_text(option->help, language));
}

static void write_fish_operand(const bul_command *command)
{
    bool has_words = command->operand == BUL_OPERAND_CHOICE ||
                     command->operand == BUL_OPERAND_COMMAND;
    if (!has_words && command->operand != BUL_OPERAND_NONE)
        return; /* files, as fish does by itself */
    printf("complete -c bulletin -f -n '__fish_seen_subcommand_from %s'",
           command->name);
    if (has_words) {
        printf(" -a '");
        if (command->operand == BUL_OPERAND_COMMAND)
            write_command_names(" ");
        else
            fputs(command->operand_choices, stdout);
        putchar('\'');
    }
    putchar('\n');
}

static void write_fish(bul_message_language language)
{
    const bul_command *command;
    printf("# fish completion for bulletin\n");
    for (size_t i = 0; (command = bul_command_at(i)) != NULL; i++) {
        printf(
            "complete -c bulletin -f -n __fish_use_subcommand -a %s -d '%s'\n",
            command->name, bul_word_text(command->summary, language));
        for (size_t j = 0; j < command->option_count; j++)
            write_fish_option(command->name, bul_option_at(command->options[j]),
                              language);
        write_fish_operand(command);
    }
}

int bul_command_completions(const bul_arguments *arguments)
{
    static const struct {
        const char *shell;
        bul_shell_writer write;
    } writers[] = {
        {"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};
    for (size_t i = 0; i < sizeof writers / sizeof writers[0]; i++)
        if (strcmp(arguments->operand, writers[i].shell) == 0)
            writers[i].write(arguments->language);
    return BUL_EXIT_OK;
}
