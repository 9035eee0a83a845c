/* SPDX-License-Identifier: MIT */
/* job.c - from the command line to pages, and from pages to a file. */
#include "cli/job.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/summary.h"

static uint64_t now_us(void)
{
    const bul_world *world = bul_world_real();
    return world->clock_us == NULL ? 0 : world->clock_us(world->state);
}

static bul_profile profile_of(const bul_arguments *arguments)
{
    static const struct {
        const char *name;
        bul_profile profile;
    } profiles[] = {{"screen", BUL_PROFILE_SCREEN},
                    {"archive", BUL_PROFILE_ARCHIVE},
                    {"office", BUL_PROFILE_OFFICE},
                    {"press", BUL_PROFILE_PRESS},
                    {"press-legacy", BUL_PROFILE_PRESS_LEGACY}};
    const char *wanted = arguments->values[BUL_OPTION_FOR];
    for (size_t i = 0; wanted && i < sizeof profiles / sizeof *profiles; i++)
        if (strcmp(wanted, profiles[i].name) == 0)
            return profiles[i].profile;
    return BUL_PROFILE_BY_ISSUE;
}

static bul_sheets sheets_of(const bul_arguments *arguments)
{
    static const char *const names[] = {
        [BUL_SHEETS_SINGLE] = "single",   [BUL_SHEETS_FOLD] = "fold",
        [BUL_SHEETS_SADDLE] = "saddle",   [BUL_SHEETS_TWO_UP] = "two-up",
        [BUL_SHEETS_FOUR_UP] = "four-up", [BUL_SHEETS_EIGHT_UP] = "eight-up",
        [BUL_SHEETS_REPEAT] = "repeat"};
    const char *wanted = arguments->values[BUL_OPTION_SHEETS];
    for (int i = BUL_SHEETS_SINGLE; wanted && i <= BUL_SHEETS_REPEAT; i++)
        if (strcmp(wanted, names[i]) == 0)
            return (bul_sheets)i;
    return BUL_SHEETS_BY_ISSUE;
}

/* The choices were looked at when the line was read. */
static void take_plate(bul_options *options, const bul_arguments *arguments)
{
    if (bul_arguments_choose(arguments, BUL_OPTION_PLATE, "red"))
        options->plate = BUL_PLATE_SPOT;
    else if (bul_arguments_choose(arguments, BUL_OPTION_PLATE, "black"))
        options->plate = BUL_PLATE_BLACK;
    if (arguments->given[BUL_OPTION_NUDGE])
        (void)bul_shift_read(arguments->values[BUL_OPTION_NUDGE],
                             &options->nudge_x, &options->nudge_y);
}

bool bul_job_options(bul_options *options, bul_data_dirs *dirs,
                     const bul_arguments *arguments, const bul_display *display)
{
    if (!bul_data_dirs_find(dirs, arguments->values[BUL_OPTION_DATA])) {
        bul_display_problem(display, BUL_PROBLEM_DATA_MISSING,
                            BUL_WITH(dirs->missing));
        return false;
    }
    memset(options, 0, sizeof *options);
    options->language = arguments->language;
    options->data_dirs = dirs->list;
    options->font_dirs = arguments->font_dirs;
    options->without_system_fonts =
        arguments->given[BUL_OPTION_NO_SYSTEM_FONTS];
    options->layout = arguments->values[BUL_OPTION_LAYOUT];
    options->profile = profile_of(arguments);
    take_plate(options, arguments);
    options->sheets = sheets_of(arguments);
    options->outline_text = arguments->given[BUL_OPTION_OUTLINE];
    options->press_marks = arguments->given[BUL_OPTION_MARKS];
    options->proof_sheets = arguments->given[BUL_OPTION_PROOF];
    options->is_strict = arguments->given[BUL_OPTION_STRICT];
    options->near_report = arguments->values[BUL_OPTION_NEAR];
    options->advises = strcmp(arguments->command->name, "fit") == 0 ||
                       strcmp(arguments->command->name, "explain") == 0;
    if (arguments->given[BUL_OPTION_MAX_PAGES])
        options->max_pages =
            strtoul(arguments->values[BUL_OPTION_MAX_PAGES], NULL, 10);
    return true;
}

/* ---- Finding the issue. ---- */

static int refuse_issue(const bul_job *job, bul_problem problem,
                        const char *path)
{
    bul_display_problem(&job->display, problem, BUL_WITH(path));
    return BUL_EXIT_IO;
}

/* A folder stands for the issue.yaml in it, nothing for the one here. */
static int find_issue(bul_job *job)
{
    struct stat there;
    const char *given = job->arguments->operand;
    const char *path = given == NULL ? "issue.yaml" : given;
    bool is_folder = stat(path, &there) == 0 && S_ISDIR(there.st_mode);
    size_t length = strlen(path);
    while (is_folder && length > 1 && path[length - 1] == '/')
        length--;
    if (length + sizeof "/issue.yaml" > sizeof job->issue_path)
        return refuse_issue(job, BUL_PROBLEM_PATH_TOO_LONG, path);
    memcpy(job->issue_path, path, length);
    strcpy(job->issue_path + length, is_folder ? "/issue.yaml" : "");
    if (stat(job->issue_path, &there) != 0 &&
        (errno == ENOENT || errno == ENOTDIR))
        return refuse_issue(job,
                            given == NULL ? BUL_PROBLEM_NO_ISSUE_HERE
                                          : BUL_PROBLEM_ISSUE_MISSING,
                            job->issue_path);
    return BUL_EXIT_OK;
}

/* ---- Running. ---- */

static int exit_of(bul_status status)
{
    switch (status) {
    case BUL_OK:
        return BUL_EXIT_OK;
    case BUL_INPUT_ERRORS:
        return BUL_EXIT_INPUT;
    case BUL_IO_ERROR:
        return BUL_EXIT_IO;
    case BUL_LIMIT:
    case BUL_NO_MEMORY:
        return BUL_EXIT_LIMIT;
    }
    return BUL_EXIT_INTERNAL;
}

int bul_job_judge(const bul_job *job, bul_status status)
{
    if (status != BUL_OK)
        return exit_of(status);
    if (bul_error_count(job->doc) > 0)
        return BUL_EXIT_INPUT;
    if (bul_warning_count(job->doc) > 0 &&
        job->arguments->given[BUL_OPTION_WARNINGS_AS_ERRORS])
        return BUL_EXIT_WARNINGS;
    return BUL_EXIT_OK;
}

/* A failure that no report speaks of must not be silent. */
static void explain(bul_job *job, bul_status status)
{
    static const bul_problem problems[] = {
        [BUL_OK] = BUL_PROBLEM_NONE,
        [BUL_INPUT_ERRORS] = BUL_PROBLEM_INPUT_FAILED,
        [BUL_IO_ERROR] = BUL_PROBLEM_WORLD_FAILED,
        [BUL_LIMIT] = BUL_PROBLEM_LIMIT_REACHED,
        [BUL_NO_MEMORY] = BUL_PROBLEM_NO_MEMORY,
    };
    bool is_reported = job->doc != NULL && bul_error_count(job->doc) > 0;
    if (status == BUL_OK || job->is_explained ||
        (is_reported && status != BUL_NO_MEMORY))
        return;
    bul_display_problem(&job->display, problems[status], BUL_WITH_NOTHING);
    job->is_explained = true;
}

int bul_job_prepare(bul_job *job, const bul_arguments *arguments,
                    bool stdout_is_taken)
{
    memset(job, 0, sizeof *job);
    job->arguments = arguments;
    job->started_us = now_us();
    bul_display_init(&job->display, arguments, stdout_is_taken);
    if (!bul_job_options(&job->options, &job->data_dirs, arguments,
                         &job->display)) {
        job->is_explained = true;
        return BUL_EXIT_IO;
    }
    return BUL_EXIT_OK;
}

int bul_job_run(bul_job *job, bul_status (*work)(bul_job *job))
{
    bul_status status = work(job);
    explain(job, status);
    return bul_job_judge(job, status);
}

static bul_status make_pages(bul_job *job)
{
    bul_status status =
        bul_open(bul_world_real(), &job->options, job->issue_path, &job->doc);
    return status == BUL_OK ? bul_typeset(job->doc) : status;
}

int bul_job_begin(bul_job *job, const bul_arguments *arguments,
                  bool stdout_is_taken)
{
    int code = bul_job_prepare(job, arguments, stdout_is_taken);
    if (code != BUL_EXIT_OK)
        return code;
    code = find_issue(job);
    job->is_explained = code != BUL_EXIT_OK;
    return code == BUL_EXIT_OK ? bul_job_run(job, make_pages) : code;
}

int bul_job_inspect(bul_job *job)
{
    bul_status status = bul_inspect(job->doc);
    explain(job, status);
    return bul_job_judge(job, status);
}

static int fail_output(bul_job *job, const bul_output *output)
{
    bul_display_problem(&job->display, output->problem,
                        BUL_WITH(output->shown, output->reason));
    job->is_explained = true;
    return output->problem == BUL_PROBLEM_OUTPUT_BROKEN_PDF ? BUL_EXIT_INTERNAL
                                                            : BUL_EXIT_IO;
}

int bul_job_refuse_path(bul_job *job, const char *path)
{
    bul_display_problem(&job->display, BUL_PROBLEM_PATH_TOO_LONG,
                        BUL_WITH(path));
    job->is_explained = true;
    return BUL_EXIT_IO;
}

int bul_job_write(bul_job *job, bul_output_kind kind, const char *path,
                  bul_job_writer write)
{
    static bul_output output; /* large: it holds a buffer */
    const char *target = path == NULL ? job->target : path;
    if (!bul_output_open(&output, kind, target, job->issue_path)) {
        bul_output_abandon(&output);
        return fail_output(job, &output);
    }
    bul_status status = write(job->doc, bul_output_sink(&output));
    int code = bul_job_judge(job, status);
    if (output.problem != BUL_PROBLEM_NONE)
        code = fail_output(job, &output);
    else
        explain(job, status);
    if (code != BUL_EXIT_OK) {
        bul_output_abandon(&output);
        return code;
    }
    uint64_t from_us = now_us();
    if (!bul_output_commit(&output))
        code = fail_output(job, &output);
    job->save_us += now_us() - from_us;
    job->has_file = code == BUL_EXIT_OK && !output.is_direct;
    return code;
}

static bool say_to_stderr(void *state, const void *bytes, size_t count)
{
    (void)state;
    return fwrite(bytes, 1, count, stderr) == count;
}

/* What would close the pages; for a script the reports will do. */
static void show_repairs(const bul_job *job)
{
    bul_sink sink = {.write = say_to_stderr};
    if (job->doc && bul_is_open(job->doc) && !job->display.is_json)
        (void)bul_write_fit(job->doc, sink);
}

int bul_job_end(bul_job *job, int code)
{
    uint64_t total_us = now_us() - job->started_us;
    bul_display_reports(&job->display, job->doc);
    show_repairs(job);
    if (job->arguments->given[BUL_OPTION_TIMINGS] && job->doc != NULL)
        bul_summary_timings(job, total_us);
    bul_summary_print(job, code, total_us);
    bul_close(job->doc);
    job->doc = NULL;
    return code;
}

int bul_job_tell(bul_job *job, const bul_arguments *arguments,
                 bul_job_writer write)
{
    const char *wanted = arguments->values[BUL_OPTION_OUTPUT_TEXT];
    if (wanted == NULL)
        wanted = "-";
    int code = bul_job_begin(job, arguments, strcmp(wanted, "-") == 0);
    if (strlen(wanted) >= sizeof job->target)
        return bul_job_end(job, bul_job_refuse_path(job, wanted));
    strcpy(job->target, wanted);
    if (code == BUL_EXIT_OK)
        code = bul_job_write(job, BUL_OUTPUT_PROOF, NULL, write);
    return bul_job_end(job, code);
}
