/* SPDX-License-Identifier: MIT */
/* json.h - one JSON object a line, for programs that read the reports. */
#ifndef BUL_CLI_JSON_H
#define BUL_CLI_JSON_H

#include <stdint.h>
#include <stdio.h>

/* Writes a string in quotes. Valid JSON whatever the bytes: malformed UTF-8
 * becomes U+FFFD, controls and invisible characters become escapes. */
void bul_json_string(FILE *to, const char *text);

/* `,"key":"text"` and `,"key":number`: members after the type. */
void bul_json_text(FILE *to, const char *key, const char *text);
void bul_json_number(FILE *to, const char *key, uint64_t number);

/* Opens `{"type":"…"` and closes `}` with the end of the line. */
void bul_json_open(FILE *to, const char *type);
void bul_json_close(FILE *to);

#endif
