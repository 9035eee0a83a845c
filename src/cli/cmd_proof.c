/* SPDX-License-Identifier: MIT */
/* cmd_proof.c - an issue to a readable proof. */
#include <string.h>

#include "cli/commands.h"
#include "cli/job.h"

int bul_command_proof(const bul_arguments *arguments)
{
    static bul_job job; /* large: it holds paths */
    const char *wanted = arguments->values[BUL_OPTION_OUTPUT_TEXT];
    if (wanted == NULL)
        wanted = "-";
    int code = bul_job_begin(&job, arguments, strcmp(wanted, "-") == 0);
    if (strlen(wanted) >= sizeof job.target)
        return bul_job_end(&job, bul_job_refuse_path(&job, wanted));
    strcpy(job.target, wanted);
    if (code == BUL_EXIT_OK)
        code = bul_job_write(&job, BUL_OUTPUT_PROOF, NULL, bul_write_proof);
    return bul_job_end(&job, code);
}
