/* SPDX-License-Identifier: MIT */
/* summary.c - timings and the closing line. */
#include "cli/summary.h"

#include <inttypes.h>
#include <string.h>

#include "cli/json.h"
#include "cli/shown.h"

static void print_timing(const char *stage, uint64_t us)
{
    size_t width = bul_shown_width(stage);
    fputs("  ", stderr);
    bul_shown_print(stderr, stage);
    fprintf(stderr, "%*s %9" PRIu64 ".%03u ms\n",
            (int)(width < 12 ? 12 - width : 0), "", us / 1000,
            (unsigned)(us % 1000));
}

static void print_timings_as_json(const bul_job *job, uint64_t total_us)
{
    FILE *to = job->display.to;
    bul_json_open(to, "timings");
    fputs(",\"stages\":[", to);
    for (size_t i = 0; i < bul_timing_count(job->doc); i++) {
        bul_timing timing = bul_timing_at(job->doc, i);
        fprintf(to, "%s{\"stage\":", i > 0 ? "," : "");
        bul_json_string(to, timing.stage);
        bul_json_number(to, "us", timing.us);
        fputc('}', to);
    }
    fputc(']', to);
    bul_json_number(to, "save_us", job->save_us);
    bul_json_number(to, "total_us", total_us);
    bul_json_close(to);
}

void bul_summary_timings(const bul_job *job, uint64_t total_us)
{
    if (job->display.is_json) {
        print_timings_as_json(job, total_us);
        return;
    }
    for (size_t i = 0; i < bul_timing_count(job->doc); i++) {
        bul_timing timing = bul_timing_at(job->doc, i);
        print_timing(timing.stage, timing.us);
    }
    if (job->save_us > 0)
        print_timing("save", job->save_us);
    print_timing(bul_word_text(BUL_WORD_TIMING_TOTAL, job->display.language),
                 total_us);
}

static bool has_target(const bul_job *job)
{
    return job->target[0] != '\0';
}

static void print_as_json(const bul_job *job, int code, uint64_t total_us)
{
    FILE *to = job->display.to;
    const bul_doc *doc = job->doc;
    bul_json_open(to, "summary");
    bul_json_number(to, "exit", (uint64_t)code);
    bul_json_number(to, "errors", doc == NULL ? 0 : bul_error_count(doc));
    bul_json_number(to, "warnings", doc == NULL ? 0 : bul_warning_count(doc));
    bul_json_number(to, "pages", doc == NULL ? 0 : bul_page_count(doc));
    bul_json_text(to, "output",
                  code == BUL_EXIT_OK && has_target(job) ? job->target : "");
    bul_json_number(to, "ms", total_us / 1000);
    bul_json_close(to);
}

static bul_word failure_word(const bul_job *job, int code)
{
    if (job->is_verified)
        return code == BUL_EXIT_INPUT      ? BUL_WORD_VERIFY_DIFFERS
               : code == BUL_EXIT_WARNINGS ? BUL_WORD_VERIFIED_TEXT
                                           : BUL_WORD_VERIFY_FAILED;
    if (code == BUL_EXIT_WARNINGS)
        return has_target(job) ? BUL_WORD_FAILED_WARNED
                               : BUL_WORD_FAILED_WARNED_CHECK;
    return has_target(job) ? BUL_WORD_FAILED : BUL_WORD_FAILED_CHECK;
}

static void print_failure(const bul_job *job, int code)
{
    char errors[32], warnings[32];
    bul_phrase phrase;
    snprintf(errors, sizeof errors, "%zu", bul_error_count(job->doc));
    snprintf(warnings, sizeof warnings, "%zu", bul_warning_count(job->doc));
    bul_word_phrase(&phrase, failure_word(job, code), job->display.language,
                    BUL_WITH(errors, warnings));
    fprintf(job->display.to, "%s\n", phrase.text);
}

static void print_success(const bul_job *job, uint64_t total_us)
{
    char pages[32], ms[32], warnings[32];
    size_t warning_count = bul_warning_count(job->doc);
    const char *target = job->target;
    bul_word word =
        warning_count > 0 ? BUL_WORD_CHECKED_WARNED : BUL_WORD_CHECKED;
    if (job->is_verified)
        word = warning_count > 0 ? BUL_WORD_VERIFIED_TEXT : BUL_WORD_VERIFIED;
    if (has_target(job))
        word = warning_count > 0 ? BUL_WORD_MADE_WARNED : BUL_WORD_MADE;
    if (strcmp(target, "-") == 0)
        target = bul_word_text(BUL_WORD_STANDARD_OUTPUT, job->display.language);
    snprintf(pages, sizeof pages, "%zu", bul_page_count(job->doc));
    snprintf(ms, sizeof ms, "%" PRIu64, (total_us + 500) / 1000);
    snprintf(warnings, sizeof warnings, "%zu", warning_count);
    bul_display_line(&job->display, word,
                     BUL_WITH(target, pages, ms, warnings));
}

void bul_summary_print(const bul_job *job, int code, uint64_t total_us)
{
    if (job->display.is_json)
        print_as_json(job, code, total_us);
    else if (code == BUL_EXIT_OK)
        print_success(job, total_us);
    else if (job->doc != NULL && !job->is_explained)
        print_failure(job, code);
}
