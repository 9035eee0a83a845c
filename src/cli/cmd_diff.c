/* SPDX-License-Identifier: MIT */
/* cmd_diff.c - two states of an issue, compared. */
#include <string.h>

#include "cli/commands.h"
#include "cli/job.h"

static bul_job before, after; /* large: they hold paths */

static bul_status write_diff(bul_doc *doc, bul_sink sink)
{
    return bul_write_diff(before.doc, doc, sink);
}

/* The second issue, once the first has its pages. */
static int compare(const bul_arguments *arguments, const char *wanted)
{
    int code = bul_job_begin(&after, arguments, strcmp(wanted, "-") == 0);
    after.started_us = before.started_us;
    if (strlen(wanted) >= sizeof after.target)
        return bul_job_refuse_path(&after, wanted);
    strcpy(after.target, wanted);
    if (code == BUL_EXIT_OK)
        code = bul_job_write(&after, BUL_OUTPUT_DIFF, NULL, write_diff);
    return code;
}

int bul_command_diff(const bul_arguments *arguments)
{
    bul_arguments second = *arguments;
    const char *wanted = arguments->values[BUL_OPTION_OUTPUT_TEXT];
    second.operand = arguments->after;
    if (wanted == NULL)
        wanted = "-";
    int code = bul_job_begin(&before, arguments, strcmp(wanted, "-") == 0);
    if (code != BUL_EXIT_OK)
        return bul_job_end(&before, code);
    code = compare(&second, wanted);
    bul_display_reports(&before.display, before.doc);
    bul_close(before.doc);
    return bul_job_end(&after, code);
}
