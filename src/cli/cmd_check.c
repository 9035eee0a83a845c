/* SPDX-License-Identifier: MIT */
/* cmd_check.c - everything make does, but nothing is written. */
#include "cli/commands.h"
#include "cli/job.h"

int bul_command_check(const bul_arguments *arguments)
{
    static bul_job job; /* large: it holds paths */
    int code = bul_job_begin(&job, arguments, false);
    return bul_job_end(&job, code);
}
