/* SPDX-License-Identifier: MIT */
/* summary.h - the last lines of a run: how long it took, what came of it. */
#ifndef BUL_CLI_SUMMARY_H
#define BUL_CLI_SUMMARY_H

#include "cli/job.h"

/* The stages and their milliseconds: a table on stderr, or a JSON object. */
void bul_summary_timings(const bul_job *job, uint64_t total_us);

/* One line of text: on success to a terminal or with --verbose, on failure
 * always. As JSON always one object, the last of the run. */
void bul_summary_print(const bul_job *job, int code, uint64_t total_us);

#endif
