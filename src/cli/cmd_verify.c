/* SPDX-License-Identifier: MIT */
/* cmd_verify.c - a finished PDF against the sources it carries. */
#include <string.h>

#include "cli/commands.h"
#include "cli/job.h"

static bul_status verify(bul_job *job)
{
    return bul_verify(bul_world_real(), &job->options, job->issue_path,
                      &job->doc);
}

int bul_command_verify(const bul_arguments *arguments)
{
    static bul_job job; /* large: it holds paths */
    const char *path = arguments->operand;
    int code = bul_job_prepare(&job, arguments, false);
    if (code != BUL_EXIT_OK)
        return bul_job_end(&job, code);
    if (strlen(path) >= sizeof job.issue_path)
        return bul_job_end(&job, bul_job_refuse_path(&job, path));
    strcpy(job.issue_path, path);
    job.is_verified = true;
    return bul_job_end(&job, bul_job_run(&job, verify));
}
