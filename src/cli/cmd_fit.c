/* SPDX-License-Identifier: MIT */
/* cmd_fit.c - what would close the pages of an issue, and why an article
 * stands where it does. */
#include <string.h>

#include "cli/commands.h"
#include "cli/job.h"

static bul_job job; /* large: it holds paths */

/* Typesets and writes text to the output, or to stdout. */
static int tell(const bul_arguments *arguments, bul_job_writer write)
{
    const char *wanted = arguments->values[BUL_OPTION_OUTPUT_TEXT];
    if (wanted == NULL)
        wanted = "-";
    int code = bul_job_begin(&job, arguments, strcmp(wanted, "-") == 0);
    if (strlen(wanted) >= sizeof job.target)
        return bul_job_end(&job, bul_job_refuse_path(&job, wanted));
    strcpy(job.target, wanted);
    if (code == BUL_EXIT_OK)
        code = bul_job_write(&job, BUL_OUTPUT_PROOF, NULL, write);
    return bul_job_end(&job, code);
}

int bul_command_fit(const bul_arguments *arguments)
{
    return tell(arguments, bul_write_fit);
}

static bul_status write_explain(bul_doc *doc, bul_sink sink)
{
    return bul_write_explain(doc, job.arguments->after, sink);
}

int bul_command_explain(const bul_arguments *arguments)
{
    return tell(arguments, write_explain);
}
