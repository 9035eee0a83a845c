/* SPDX-License-Identifier: MIT */
/* cmd_fit.c - what would close the pages of an issue, and why an article
 * stands where it does. */
#include "cli/commands.h"
#include "cli/job.h"

static bul_job job; /* large: it holds paths */

int bul_command_fit(const bul_arguments *arguments)
{
    return bul_job_tell(&job, arguments, bul_write_fit);
}

static bul_status write_explain(bul_doc *doc, bul_sink sink)
{
    return bul_write_explain(doc, job.arguments->after, sink);
}

int bul_command_explain(const bul_arguments *arguments)
{
    return bul_job_tell(&job, arguments, write_explain);
}
