/* SPDX-License-Identifier: MIT */
/* report.h - telling the user what happened, as text or as JSON.
 *
 * Text goes to stderr. JSON goes to stdout, one object a line, unless stdout
 * carries the PDF or the proof: then to stderr as well. */
#ifndef BUL_CLI_REPORT_H
#define BUL_CLI_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "cli/options.h"

/* Reports shown as text before the rest is only counted. */
#define BUL_SHOWN_REPORT_MAX 100

typedef struct bul_display {
    bul_message_language language;
    FILE *to;
    bool is_json;
    bool has_color;
    bool is_quiet;   /* errors only */
    bool is_verbose; /* notes and summary wherever `to` leads */
    bool is_terminal;
} bul_display;

/* Sets the display up from --format, --color, --quiet, --verbose, NO_COLOR and
 * TERM. Colour: only on a terminal and never with NO_COLOR, unless --color
 * says otherwise. */
void bul_display_init(bul_display *display, const bul_arguments *arguments,
                      bool stdout_is_taken);

/* Shows one report: place, severity, code, sentence, source line with a caret
 * that counts columns of the terminal, hint. */
void bul_display_report(const bul_display *display,
                        const bul_diagnostic *report);

/* Shows the reports of a document: errors first in line for the room there
 * is, in the order of the files. NULL shows nothing. */
void bul_display_reports(const bul_display *display, const bul_doc *doc);

/* Shows what went wrong outside the issue. */
void bul_display_problem(const bul_display *display, bul_problem problem,
                         bul_word_args args);

/* One line of plain words, to a terminal or with --verbose only. */
void bul_display_line(const bul_display *display, bul_word word,
                      bul_word_args args);

#endif
