/* SPDX-License-Identifier: MIT */
/* cmd_proof.c - an issue to a readable proof. */
#include "cli/commands.h"
#include "cli/job.h"

int bul_command_proof(const bul_arguments *arguments)
{
    static bul_job job; /* large: it holds paths */
    return bul_job_tell(&job, arguments, bul_write_proof);
}
