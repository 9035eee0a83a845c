/* SPDX-License-Identifier: MIT */
/* report.c - reports in words and colours, or as JSON lines. */
#include "cli/report.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/excerpt.h"
#include "cli/json.h"
#include "cli/shown.h"

/* SGR sequences of ECMA-48. */
#define PLAIN "\033[0m"
#define BOLD  "\033[1m"
#define RED   "\033[1;31m"
#define PINK  "\033[1;35m"
#define BLUE  "\033[1;36m"

static bool wants_color(const bul_arguments *arguments, bool is_terminal)
{
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    if (!bul_arguments_choose(arguments, BUL_OPTION_COLOR, "auto"))
        return bul_arguments_choose(arguments, BUL_OPTION_COLOR, "always");
    return is_terminal && (no_color == NULL || no_color[0] == '\0') &&
           (term == NULL || strcmp(term, "dumb") != 0);
}

void bul_display_init(bul_display *display, const bul_arguments *arguments,
                      bool stdout_is_taken)
{
    memset(display, 0, sizeof *display);
    display->language = arguments->language;
    display->is_json =
        bul_arguments_choose(arguments, BUL_OPTION_FORMAT, "json");
    display->to = display->is_json && !stdout_is_taken ? stdout : stderr;
    display->is_terminal = isatty(fileno(display->to)) == 1;
    display->has_color = wants_color(arguments, display->is_terminal);
    display->is_quiet = arguments->given[BUL_OPTION_QUIET];
    display->is_verbose = arguments->given[BUL_OPTION_VERBOSE];
}

static void paint(const bul_display *display, const char *sequence)
{
    if (display->has_color)
        fputs(sequence, display->to);
}

static bul_word severity_word(bul_report_severity severity)
{
    switch (severity) {
    case BUL_REPORT_ERROR:
        return BUL_WORD_ERROR;
    case BUL_REPORT_WARNING:
        return BUL_WORD_WARNING;
    case BUL_REPORT_NOTE:
        break;
    }
    return BUL_WORD_NOTE;
}

static const char *severity_color(bul_report_severity severity)
{
    switch (severity) {
    case BUL_REPORT_ERROR:
        return RED;
    case BUL_REPORT_WARNING:
        return PINK;
    case BUL_REPORT_NOTE:
        break;
    }
    return BLUE;
}

/* ---- As JSON. ---- */

static void show_json(FILE *to, const bul_diagnostic *report)
{
    bul_json_open(to, "diagnostic");
    /* The words of --lang en: a script must not depend on the language. */
    bul_json_text(
        to, "severity",
        bul_word_text(severity_word(report->severity), BUL_LANG_ENGLISH));
    bul_json_text(to, "code", report->code);
    bul_json_text(to, "file", report->file);
    bul_json_number(to, "line", report->line);
    bul_json_number(to, "column", report->column);
    bul_json_number(to, "end_line", report->end_line);
    bul_json_number(to, "end_column", report->end_column);
    bul_json_text(to, "message", report->message);
    bul_json_text(to, "hint", report->hint);
    bul_json_close(to);
}

/* ---- As text. ---- */

static void show_place(const bul_display *display, const bul_diagnostic *report)
{
    if (report->file[0] == '\0') {
        fputs("bulletin: ", display->to);
        return;
    }
    paint(display, BOLD);
    bul_shown_print(display->to, report->file);
    if (report->line > 0)
        fprintf(display->to, ":%zu:%zu", report->line, report->column);
    paint(display, PLAIN);
    fputs(": ", display->to);
}

static void show_text(const bul_display *display, const bul_diagnostic *report)
{
    FILE *to = display->to;
    show_place(display, report);
    paint(display, severity_color(report->severity));
    fputs(bul_word_text(severity_word(report->severity), display->language),
          to);
    paint(display, PLAIN);
    fprintf(to, "[%s]: ", report->code);
    bul_shown_print(to, report->message);
    fputc('\n', to);
    if (report->line > 0 && report->excerpt[0] != '\0')
        bul_excerpt_print(to, report, display->has_color);
    if (report->hint[0] != '\0') {
        fprintf(to, "  %s", bul_word_text(BUL_WORD_HINT, display->language));
        bul_shown_print(to, report->hint);
        fputc('\n', to);
    }
}

void bul_display_report(const bul_display *display,
                        const bul_diagnostic *report)
{
    if (display->is_json)
        show_json(display->to, report);
    else
        show_text(display, report);
}

static bool is_wanted(const bul_display *display, const bul_diagnostic *report)
{
    if (display->is_json || report->severity == BUL_REPORT_ERROR)
        return true;
    if (report->severity == BUL_REPORT_WARNING)
        return !display->is_quiet;
    return display->is_verbose || (display->is_terminal && !display->is_quiet);
}

static void show_rest(const bul_display *display, size_t hidden_count)
{
    char number[32];
    bul_phrase phrase;
    if (hidden_count == 0)
        return;
    snprintf(number, sizeof number, "%zu", hidden_count);
    bul_word_phrase(&phrase, BUL_WORD_MORE_REPORTS, display->language,
                    BUL_WITH(number));
    fprintf(display->to, "%s\n", phrase.text);
}

void bul_display_reports(const bul_display *display, const bul_doc *doc)
{
    if (doc == NULL)
        return;
    size_t error_room = BUL_SHOWN_REPORT_MAX, hidden_count = 0;
    size_t other_room = bul_error_count(doc) < BUL_SHOWN_REPORT_MAX
                            ? BUL_SHOWN_REPORT_MAX - bul_error_count(doc)
                            : 0;
    for (size_t i = 0; i < bul_report_count(doc); i++) {
        bul_diagnostic report = bul_report_at(doc, i);
        size_t *room =
            report.severity == BUL_REPORT_ERROR ? &error_room : &other_room;
        if (!is_wanted(display, &report))
            continue;
        if (*room == 0 && !display->is_json) {
            hidden_count++;
            continue;
        }
        *room -= *room > 0;
        bul_display_report(display, &report);
    }
    show_rest(display, hidden_count);
}

void bul_display_problem(const bul_display *display, bul_problem problem,
                         bul_word_args args)
{
    bul_phrase phrase;
    bul_problem_phrase(&phrase, problem, display->language, args);
    bul_diagnostic report = {
        .severity = BUL_REPORT_ERROR,
        .code = bul_problem_code(problem),
        .message = phrase.text,
        .hint = bul_problem_hint(problem, display->language),
        .file = "",
        .excerpt = "",
    };
    bul_display_report(display, &report);
}

void bul_display_line(const bul_display *display, bul_word word,
                      bul_word_args args)
{
    bul_phrase phrase;
    if (display->is_quiet || (!display->is_terminal && !display->is_verbose))
        return;
    bul_word_phrase(&phrase, word, display->language, args);
    bul_shown_print(display->to, phrase.text);
    fputc('\n', display->to);
}
