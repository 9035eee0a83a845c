/* SPDX-License-Identifier: MIT */
/* commands.h - what each command runs. All yield the exit status (bul_exit);
 * what went wrong has been said on stderr. */
#ifndef BUL_CLI_COMMANDS_H
#define BUL_CLI_COMMANDS_H

#include "cli/options.h"

int bul_command_make(const bul_arguments *arguments);
int bul_command_check(const bul_arguments *arguments);
int bul_command_proof(const bul_arguments *arguments);
int bul_command_fit(const bul_arguments *arguments);
int bul_command_explain(const bul_arguments *arguments);
int bul_command_diff(const bul_arguments *arguments);
int bul_command_verify(const bul_arguments *arguments);
int bul_command_schema(const bul_arguments *arguments);
int bul_command_list(const bul_arguments *arguments);
int bul_command_new(const bul_arguments *arguments);
int bul_command_completions(const bul_arguments *arguments);
int bul_command_help(const bul_arguments *arguments);

/* Prints the help of one command, or of the program, to stdout. */
void bul_help_print(const bul_command *command, bul_message_language language);

#endif
