/* SPDX-License-Identifier: MIT */
/* cmd_make.c - an issue to a PDF, with the report of its make-up. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/job.h"
#include "cli/shown.h"

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

/* ---- The report of make-up. ---- */

#define REPORT_SUFFIX ".report.json"

/* Beside the PDF, with another ending. False when the path is too long. */
static bool suggest_report(const bul_job *job, char *path, size_t room)
{
    size_t length = strlen(job->target);
    if (length > 4 && strcmp(job->target + length - 4, ".pdf") == 0)
        length -= 4;
    if (length + sizeof REPORT_SUFFIX > room)
        return false;
    memcpy(path, job->target, length);
    strcpy(path + length, REPORT_SUFFIX);
    return true;
}

/* A device or a stream has no place beside it. */
static int write_report(bul_job *job)
{
    static char path[PATH_MAX];
    const bul_arguments *arguments = job->arguments;
    const char *wanted = arguments->values[BUL_OPTION_REPORT];
    if (arguments->given[BUL_OPTION_NO_REPORT] ||
        (wanted == NULL && !job->has_file))
        return BUL_EXIT_OK;
    if (wanted == NULL && !suggest_report(job, path, sizeof path))
        return bul_job_refuse_path(job, job->target);
    return bul_job_write(job, BUL_OUTPUT_REPORT, wanted ? wanted : path,
                         bul_write_report);
}

/* ---- Pages that are open. ---- */

#define ASIDE_SUFFIX ".old.pdf"

/* "a.pdf" becomes "a.old.pdf". False when the path is too long. */
static bool suggest_aside(const bul_job *job, char *path, size_t room)
{
    size_t length = strlen(job->target);
    if (length > 4 && strcmp(job->target + length - 4, ".pdf") == 0)
        length -= 4;
    if (length + sizeof ASIDE_SUFFIX > room)
        return false;
    memcpy(path, job->target, length);
    strcpy(path + length, ASIDE_SUFFIX);
    return true;
}

/* Strict, and no PDF: an earlier one must not be taken for it. */
static int set_aside(bul_job *job)
{
    static char path[PATH_MAX];
    struct stat there;
    bul_phrase phrase;
    if (lstat(job->target, &there) != 0 ||
        !(S_ISREG(there.st_mode) || S_ISLNK(there.st_mode)))
        return BUL_EXIT_INPUT;
    if (!suggest_aside(job, path, sizeof path))
        return bul_job_refuse_path(job, job->target);
    if (rename(job->target, path) != 0) {
        bul_display_problem(&job->display, BUL_PROBLEM_OUTPUT_NOT_ASIDE,
                            BUL_WITH(job->target, strerror(errno)));
        return BUL_EXIT_INPUT;
    }
    bul_word_phrase(&phrase, BUL_WORD_SET_ASIDE, job->display.language,
                    BUL_WITH(path));
    if (!job->display.is_json && !job->display.is_quiet) {
        bul_shown_print(job->display.to, phrase.text);
        fputc('\n', job->display.to);
    }
    return BUL_EXIT_INPUT;
}

static bool is_stdout(const char *path)
{
    return path != NULL && strcmp(path, "-") == 0;
}

int bul_command_make(const bul_arguments *arguments)
{
    static bul_job job; /* large: it holds paths */
    const char *wanted = arguments->values[BUL_OPTION_OUTPUT_PDF];
    bul_word complaint = BUL_WORD_COUNT;
    if (is_stdout(wanted) && isatty(STDOUT_FILENO))
        complaint = BUL_WORD_USAGE_TERMINAL;
    else if (is_stdout(arguments->values[BUL_OPTION_REPORT]))
        complaint = BUL_WORD_USAGE_REPORT_STDOUT;
    else if (arguments->given[BUL_OPTION_REPORT] &&
             arguments->given[BUL_OPTION_NO_REPORT])
        complaint = BUL_WORD_USAGE_REPORT_OR_NONE;
    if (complaint != BUL_WORD_COUNT)
        return bul_usage_fail(arguments->language, arguments->command,
                              complaint, BUL_WITH_NOTHING);
    int code = bul_job_begin(&job, arguments, is_stdout(wanted));
    if (job.doc != NULL && !find_target(&job))
        code =
            bul_job_refuse_path(&job, wanted == NULL ? job.issue_path : wanted);
    if (code == BUL_EXIT_OK)
        code = bul_job_write(&job, BUL_OUTPUT_PDF, NULL, bul_write_pdf);
    if (code == BUL_EXIT_OK)
        code = write_report(&job);
    if (code == BUL_EXIT_INPUT && bul_is_open(job.doc) && !is_stdout(wanted))
        code = set_aside(&job);
    return bul_job_end(&job, code);
}
