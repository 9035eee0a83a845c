/* SPDX-License-Identifier: MIT */
/* cmd_make.c - an issue to a PDF. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/job.h"

/* Beside issue.yaml, under the name the issue suggests. */
static bool suggest_target(bul_job *job)
{
    const char *name = bul_suggested_name(job->doc);
    const char *slash = strrchr(job->issue_path, '/');
    int folder = slash == NULL ? 0 : (int)(slash - job->issue_path) + 1;
    int length = snprintf(job->target, sizeof job->target, "%.*s%s", folder,
                          job->issue_path, name);
    return length > 0 && (size_t)length < sizeof job->target;
}

static bool find_target(bul_job *job)
{
    const char *wanted = job->arguments->values[BUL_OPTION_OUTPUT_PDF];
    if (wanted == NULL)
        return suggest_target(job);
    if (strlen(wanted) >= sizeof job->target)
        return false;
    strcpy(job->target, wanted);
    return true;
}

int bul_command_make(const bul_arguments *arguments)
{
    static bul_job job; /* large: it holds paths */
    const char *wanted = arguments->values[BUL_OPTION_OUTPUT_PDF];
    bool to_stdout = wanted != NULL && strcmp(wanted, "-") == 0;
    if (to_stdout && isatty(STDOUT_FILENO))
        return bul_usage_fail(arguments->language, arguments->command,
                              BUL_WORD_USAGE_TERMINAL, BUL_WITH_NOTHING);
    int code = bul_job_begin(&job, arguments, to_stdout);
    if (job.doc != NULL && !find_target(&job)) {
        bul_display_problem(&job.display, BUL_PROBLEM_PATH_TOO_LONG,
                            BUL_WITH(wanted == NULL ? job.issue_path : wanted));
        job.is_explained = true;
        code = BUL_EXIT_IO;
    }
    if (code == BUL_EXIT_OK)
        code = bul_job_write(&job, BUL_OUTPUT_PDF, bul_write_pdf);
    return bul_job_end(&job, code);
}
