/* SPDX-License-Identifier: MIT */
/* keys.h - the keys of a layout file; private to template/. */
#ifndef BUL_TEMPLATE_KEYS_H
#define BUL_TEMPLATE_KEYS_H

#include "source/schema.h"

extern const bul_schema bul_template_keys;

/* English names of the styles, in the order of bul_style_name. */
extern const char *const bul_template_style_names[];
/* Of the heads, in the order of bul_level. */
extern const char *const bul_template_head_names[];

#endif
