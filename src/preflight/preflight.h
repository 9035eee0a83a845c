/* SPDX-License-Identifier: MIT */
/* preflight.h - finished pages looked at as a print shop would (印前检查), before
 * anything is written: what is told names the article and the line, not an
 * object of the PDF. */
#ifndef BUL_PREFLIGHT_PREFLIGHT_H
#define BUL_PREFLIGHT_PREFLIGHT_H

#include "base/diag.h"
#include "base/product.h"
#include "layout/page.h"

/* Looks at all pages with the eyes of the product: the press wants everything,
 * the office pictures and type that its printer can print, screens and archives
 * nothing. Warns, once for each kind and page: preflight/resolution,
 * preflight/hairline, preflight/reversed, preflight/small-inks,
 * preflight/ink-limit, preflight/edge, preflight/bleed.
 *
 * Not looked for, since they cannot come about: fonts that may not be embedded
 * are refused when they are opened, white is never set to overprint
 * (pdf/pdf_ink.c), and pictures in light become inks (ink/photo.c). */
void bul_preflight(const bul_edition *edition, const bul_product *product,
                   bul_arena *arena, bul_diag *diag);

#endif
