/* SPDX-License-Identifier: MIT */
/* condition.h - ways of printing (印刷条件) by their names: paper, profile and
 * limit of ink, from layouts/inks/conditions.yaml of the data folders. */
#ifndef BUL_TEMPLATE_CONDITION_H
#define BUL_TEMPLATE_CONDITION_H

#include "base/diag.h"
#include "base/world.h"

typedef struct bul_named_condition {
    bul_str name;       /* "coated" */
    bul_str identifier; /* as the ICC's registry has it: "FOGRA39" */
    bul_str title;
    bul_str folder;  /* where the file stands that tells of it … */
    bul_str profile; /* … and, beneath it, the ICC profile */
    int ink_limit;   /* percent of all inks together, 100 to 400 */
} bul_named_condition;

/* Looks for a name or an alias ("新闻纸"), in the first folder that has it.
 * False when there is none: ink/no-condition at `span`, with the names there
 * are; what is wrong in the files is reported there. */
bool bul_condition_find(bul_arena *arena, const bul_world *world,
                        bul_diag *diag, const char *const *data_dirs,
                        bul_str name, bul_span span,
                        bul_named_condition *condition);

/* The keys of conditions.yaml. */
const struct bul_schema *bul_condition_schema(void);

#endif
