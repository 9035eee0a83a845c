/* SPDX-License-Identifier: MIT */
/* excerpt.h - the source line of a report with a caret beneath the place.
 *
 * A paragraph is one long line: only a stretch around the place is shown. The
 * caret counts columns of the terminal, so it stands under 汉字 too, and under
 * <U+202E> where a character is shown by its number. */
#ifndef BUL_CLI_EXCERPT_H
#define BUL_CLI_EXCERPT_H

#include <stdbool.h>
#include <stdio.h>

#include "bulletin.h"

/* Prints two lines: the excerpt behind its line number, and the caret. */
void bul_excerpt_print(FILE *to, const bul_diagnostic *report, bool has_color);

#endif
