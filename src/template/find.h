/* SPDX-License-Identifier: MIT */
/* find.h - where layout files are; private to template/. */
#ifndef BUL_TEMPLATE_FIND_H
#define BUL_TEMPLATE_FIND_H

#include "source/source.h"

/* A name ("digest") is looked for in the layouts/ of the data folders, a path
 * in the folder. False when there is none (reported, with the names
 * there are). */
bool bul_template_find(const bul_opener *opener, const char *const *data_dirs,
                       bul_named_file named, bul_source *source);

#endif
