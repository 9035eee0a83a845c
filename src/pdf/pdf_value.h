/* SPDX-License-Identifier: MIT */
/* pdf_value.h - values of a PDF (ISO 32000-1, 7.3) as slices of its text: a
 * value is found by stepping over those before it, and nothing is built. What
 * is no value comes out as an empty slice. */
#ifndef BUL_PDF_PDF_VALUE_H
#define BUL_PDF_PDF_VALUE_H

#include "base/str.h"

/* The value at or after *at, past blanks and comments; *at is moved past it.
 * A reference ("12 0 R") is one value. Empty at the end, at a bracket that
 * closes, and at what is no value; then *at is where it was. */
bul_str bul_pdf_value(bul_str text, size_t *at);

/* *at past blanks and comments. */
void bul_pdf_skip_blanks(bul_str text, size_t *at);

/* The value of a key ("Type") in a dictionary; empty where there is none. */
bul_str bul_pdf_find(bul_str dict, const char *key);

/* The next item of an array, from *at = 0; empty at its end. */
bul_str bul_pdf_item(bul_str array, size_t *at);

bool bul_pdf_is_dict(bul_str value);
bool bul_pdf_is_array(bul_str value);
/* Is it the name ("XRef")? Escapes of names are not undone. */
bool bul_pdf_is_name(bul_str value, const char *name);
/* A whole number from 0 up to `most`; false for everything else. */
bool bul_pdf_number(bul_str value, uint64_t most, uint64_t *number);
/* The object that a reference names. */
bool bul_pdf_reference(bul_str value, uint32_t *number);

#endif
