/* SPDX-License-Identifier: MIT */
/* shown.h - text as a terminal may see it.
 *
 * File names, keys and source lines come from the outside and could hold
 * escape sequences or characters that turn the line around. Whatever is not
 * plainly printable is shown by its number: <U+001B>, <U+202E>, <xFF>. */
#ifndef BUL_CLI_SHOWN_H
#define BUL_CLI_SHOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* One character as it is shown. */
typedef struct bul_shown {
    char text[16];    /* NUL-terminated */
    size_t width;     /* columns of a terminal: 汉字 take 2 */
    size_t raw_width; /* columns had it been printed raw */
} bul_shown;

/* Decodes one code point of `text`, which must not be at its NUL; returns the
 * bytes it takes. Malformed bytes yield 1 and set *code_point to
 * BUL_SHOWN_BAD_BYTE plus the byte. */
#define BUL_SHOWN_BAD_BYTE 0x110000u
size_t bul_shown_decode(const char *text, uint32_t *code_point);

/* A control or an invisible character that may not be printed raw. */
bool bul_shown_is_control(uint32_t code_point);

/* How the character at `text` is shown; returns the bytes it takes. */
size_t bul_shown_next(const char *text, bul_shown *shown);

void bul_shown_print(FILE *to, const char *text);
size_t bul_shown_width(const char *text); /* columns of the whole text */

#endif
