/* SPDX-License-Identifier: MIT */
/* job.h - one run over one issue: what make, check and proof have in common.
 *
 * A command begins the job (the issue is opened and typeset), writes if there
 * is something to write, shows the reports and ends the job. */
#ifndef BUL_CLI_JOB_H
#define BUL_CLI_JOB_H

#include "cli/data_dirs.h"
#include "cli/report.h"

typedef struct bul_job {
    const bul_arguments *arguments;
    bul_display display;
    bul_data_dirs data_dirs;
    bul_options options;
    char issue_path[PATH_MAX];
    char target[PATH_MAX]; /* of the output, as the user knows it */
    bul_doc *doc;          /* NULL when it never came to be */
    uint64_t started_us;
    uint64_t save_us;  /* putting the file in place; 0: nothing written */
    bool is_explained; /* a message has been shown for the failure */
    bool has_file;     /* the last output is a file, no device, no stdout */
    bool is_verified;  /* what is opened is a finished PDF */
} bul_job;

/* Finds the issue and the data, opens and typesets. BUL_EXIT_OK when pages
 * are there and nothing forbids to write them. `stdout_is_taken` when stdout
 * will carry the PDF or the proof. */
int bul_job_begin(bul_job *job, const bul_arguments *arguments,
                  bool stdout_is_taken);

/* The beginning of that: display, data folders, options. */
int bul_job_prepare(bul_job *job, const bul_arguments *arguments,
                    bool stdout_is_taken);

/* Does the library's part, which sets job->doc, and explains what comes of it.
 */
int bul_job_run(bul_job *job, bul_status (*work)(bul_job *job));

/* The exit status for a library status and the reports there are now. */
int bul_job_judge(const bul_job *job, bul_status status);

/* Looks at the pages as a print shop would; the exit status. */
int bul_job_inspect(bul_job *job);

typedef bul_status (*bul_job_writer)(bul_doc *doc, bul_sink sink);

/* Writes through `write` into a file, or job->target where `path` is NULL:
 * opens the output, lets the library write, looks at new reports, commits. */
int bul_job_write(bul_job *job, bul_output_kind kind, const char *path,
                  bul_job_writer write);

/* Says that a path is too long; yields the exit status. */
int bul_job_refuse_path(bul_job *job, const char *path);

/* A whole run that writes text: to --output, or to stdout. */
int bul_job_tell(bul_job *job, const bul_arguments *arguments,
                 bul_job_writer write);

/* Shows reports, timings and the summary, closes the document; yields
 * `code`. */
int bul_job_end(bul_job *job, int code);

/* Fills options from the arguments they share with `list`; false, with the
 * problem shown, when --data is no good. */
bool bul_job_options(bul_options *options, bul_data_dirs *dirs,
                     const bul_arguments *arguments,
                     const bul_display *display);

#endif
