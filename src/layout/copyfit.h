/* SPDX-License-Identifier: MIT */
/* copyfit.h - what to cut or add so that a page closes (拼版前的增删).
 *
 * Nothing is estimated. The lines a paragraph would lose are taken out of the
 * set type, and the page is asked whether it would close; what it says yes to
 * is then made in the text, and the whole issue made up with it. Only what
 * keeps its word there is told. */
#ifndef BUL_LAYOUT_COPYFIT_H
#define BUL_LAYOUT_COPYFIT_H

#include "layout/modular_parts.h"

/* Adds to the report the cheapest repairs of a page, counted from 0. `extra`:
 * an article that should stand on it too, or NULL. */
void bul_copyfit_page(bul_modular_run *m, size_t index, bul_elastic *extra);

/* A body with some lines fewer (less than 0) or more, each where it takes the
 * fewest characters; NULL where it has not so many to give. */
bul_galley *bul_copyfit_vary(bul_arena *arena, const bul_article *article,
                             const bul_galley *galley, int lines,
                             bul_repair *repair);

/* The article with a repair made: characters are cut or added before the marks
 * that close a paragraph. */
const bul_article *bul_copyfit_edit(bul_arena *arena,
                                    const bul_article *article,
                                    const bul_repair *repair);

#endif
