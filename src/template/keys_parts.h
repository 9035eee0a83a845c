/* SPDX-License-Identifier: MIT */
/* keys_parts.h - what the tables of keys share. */
#ifndef BUL_TEMPLATE_KEYS_PARTS_H
#define BUL_TEMPLATE_KEYS_PARTS_H

#include "source/schema.h"

extern const bul_schema bul_direction_schema;
extern const bul_schema bul_side_column_schema;
extern const bul_schema bul_breaks_schema;
extern const bul_schema bul_punctuation_schema;
extern const bul_schema bul_notes_schema;
extern const bul_schema bul_breaker_schema;
extern const bul_schema bul_makeup_schema;

#endif
