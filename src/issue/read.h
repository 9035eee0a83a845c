/* SPDX-License-Identifier: MIT */
/* read.h - issue.yaml and its articles, from the world to a bul_issue. */
#ifndef BUL_ISSUE_READ_H
#define BUL_ISSUE_READ_H

#include "base/diag.h"
#include "base/world.h"
#include "issue/issue.h"

/* Reads the issue and every file it names. Always yields an issue, with
 * stand-ins where something is wrong; diag->error_count tells. NULL only when
 * the issue file itself cannot be opened (reported). */
bul_issue *bul_issue_read(bul_arena *arena, const bul_world *world,
                          bul_diag *diag, bul_str path);

/* One article; `file` is its path beneath the issue's folder. Never NULL. */
bul_article *bul_article_read(bul_arena *arena, const bul_world *world,
                              bul_diag *diag, bul_str folder,
                              bul_line_of_text file);

/* Where articles stood, from the report.json of an earlier run; `path` is free.
 * Reports issue/not-a-report; the issue is then made up as if anew. */
void bul_last_places_read(bul_arena *arena, const bul_world *world,
                          bul_diag *diag, bul_str path, bul_issue *issue);

#endif
