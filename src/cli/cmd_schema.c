/* SPDX-License-Identifier: MIT */
/* cmd_schema.c - the keys of issue.yaml, articles and layouts, for editors
 * (JSON Schema) and for the manual pages (mdoc). */
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/report.h"

int bul_command_schema(const bul_arguments *arguments)
{
    bul_sink sink = bul_output_stdout();
    bool as_mdoc =
        bul_arguments_choose(arguments, BUL_OPTION_SCHEMA_FORM, "mdoc");
    bul_status status = as_mdoc
                            ? bul_write_key_reference(arguments->operand, sink)
                            : bul_write_schema(arguments->operand, sink);
    if (status == BUL_OK || ferror(stdout))
        return BUL_EXIT_OK; /* a full disk is noticed at the end of main */
    bul_display display;
    bul_display_init(&display, arguments, true);
    bul_display_problem(&display,
                        status == BUL_NO_MEMORY ? BUL_PROBLEM_NO_MEMORY
                                                : BUL_PROBLEM_WORLD_FAILED,
                        BUL_WITH_NOTHING);
    return status == BUL_NO_MEMORY ? BUL_EXIT_LIMIT : BUL_EXIT_INTERNAL;
}
