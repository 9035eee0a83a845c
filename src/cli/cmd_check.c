/* SPDX-License-Identifier: MIT */
/* cmd_check.c - everything make does, but nothing is written. */
#include "cli/commands.h"
#include "cli/job.h"

int bul_command_check(const bul_arguments *arguments)
{
    static bul_job job; /* large: it holds paths */
    int code = bul_job_begin(&job, arguments, false);
    if (code == BUL_EXIT_OK)
        code = bul_job_inspect(&job);
    return bul_job_end(&job, code);
}
