/* SPDX-License-Identifier: MIT */
/* excerpt.c - cutting a line to the width of a terminal around a place. */
#include "cli/excerpt.h"

#include "cli/shown.h"

/* With the line number it makes 80 columns. */
#define EXCERPT_WIDTH 70
/* Columns kept before the caret when the head of the line is cut off. */
#define EXCERPT_LEAD 24

/* A place in the line: byte, columns before it as shown, and as the library
 * counts them (an invisible character is shown by its number, and counts
 * nothing). */
typedef struct bul_stop {
    const char *at;
    size_t column;
    size_t raw_column;
} bul_stop;

static bul_stop step(bul_stop from, bul_shown *shown)
{
    size_t length = bul_shown_next(from.at, shown);
    return (bul_stop){from.at + length, from.column + shown->width,
                      from.raw_column + shown->raw_width};
}

/* The first place at or behind a column as the library counts. */
static bul_stop find_raw_column(const char *line, size_t raw_column)
{
    bul_stop stop = {line, 0, 0};
    bul_shown shown;
    while (*stop.at != '\0' && stop.raw_column < raw_column)
        stop = step(stop, &shown);
    return stop;
}

/* The first place at or behind a column as shown. */
static bul_stop find_column(const char *line, size_t column)
{
    bul_stop stop = {line, 0, 0};
    bul_shown shown;
    while (*stop.at != '\0' && stop.column < column)
        stop = step(stop, &shown);
    return stop;
}

/* Prints from `from` as far as the width goes; returns where it stopped. */
static bul_stop print_window(FILE *to, bul_stop from)
{
    bul_stop stop = from;
    bul_shown shown;
    while (*stop.at != '\0') {
        bul_stop next = step(stop, &shown);
        if (next.column - from.column > EXCERPT_WIDTH)
            break;
        fputs(shown.text, to);
        stop = next;
    }
    return stop;
}

static void print_times(FILE *to, char c, size_t count)
{
    for (size_t i = 0; i < count; i++)
        fputc(c, to);
}

void bul_excerpt_print(FILE *to, const bul_diagnostic *report, bool has_color)
{
    const char *line = report->excerpt;
    bul_stop caret = find_raw_column(line, report->caret_column);
    bul_stop end =
        find_raw_column(line, report->caret_column + report->caret_width);
    bul_stop from = {line, 0, 0};
    if (find_column(line, SIZE_MAX).column > EXCERPT_WIDTH &&
        caret.column > EXCERPT_WIDTH / 2)
        from = find_column(line, caret.column - EXCERPT_LEAD);
    bool is_cut = from.column > 0;
    fprintf(to, "%5zu | %s", report->line, is_cut ? "..." : "");
    bul_stop stop = print_window(to, from);
    fputs(*stop.at == '\0' ? "\n" : "...\n", to);

    if (end.column > stop.column)
        end = stop;
    size_t under = end.column > caret.column ? end.column - caret.column : 1;
    fputs("      | ", to);
    print_times(to, ' ', caret.column - from.column + (is_cut ? 3 : 0));
    fputs(has_color ? "\033[1;32m^" : "^", to);
    print_times(to, '~', under - 1);
    fputs(has_color ? "\033[0m\n" : "\n", to);
}
