/* SPDX-License-Identifier: MIT */
/* fontset.h - the faces of a document: found by name, opened when first used,
 * and which of them has a character.
 *
 * A family is looked for in this order: the issue's own fonts folder, further
 * folders of the caller, the pack that comes with the program, the system
 * (through fontconfig, and only then: asking it costs more than a page).
 *
 * The pack is Simplified Chinese. 宋 and 黑 of another locale are Noto Serif
 * and Sans CJK of the system, in that locale's forms, in the pack's weights;
 * where they are not installed that is an error naming the Debian package,
 * and the pack stands in.
 *
 * No bold is made by thickening outlines. Where a family has none, 黑 stands
 * in, as a compositor would do, so that what is strong looks it. */
#ifndef BUL_TEXT_FONTSET_H
#define BUL_TEXT_FONTSET_H

#include "base/diag.h"
#include "base/rules.h"
#include "base/world.h"
#include "text/face.h"

typedef struct bul_fontset bul_fontset;

/* Where fonts are. */
typedef struct bul_font_sources {
    bul_str issue_folder;         /* its fonts/ folder is used; empty: none */
    const char *const *font_dirs; /* ends with NULL; may be NULL */
    const char *const *data_dirs; /* each with a fonts/ folder: the pack */
    bool without_system;
} bul_font_sources;

bul_fontset *bul_fontset_open(bul_arena *arena, const bul_world *world,
                              bul_diag *diag, bul_font_sources sources);

/* The face for a family (宋, 黑体, SimSun, 方正小标宋 …) and weight (400, 700,
 * 900: the nearest there is). Raises at `span`, once for each question:
 * font/substituted, a warning: 小标宋 and 仿宋 have no free face, and 楷 has
 * none outside ZH_HANS; font/no-bold, a warning: 600 or more was asked of a
 * family that has only lighter faces (小标宋 is bold by design and exempt);
 * font/not-installed and font/missing, errors. A stand-in is given for each.
 * NULL only when the pack itself is missing (font/no-pack). */
const bul_face *bul_fontset_find_in(bul_fontset *set, bul_locale locale,
                                    bul_str family, unsigned weight,
                                    bul_span span);

/* `face` if it has the character, else a face of the locale (the pack's or
 * Noto CJK's, of the same style and boldness where it can be), the user's or
 * the system's that has it; NULL where none has. Raises text/other-font, a
 * warning, once for a character that only the latter two have. Whole sentences
 * are set in Uyghur or Korean: for letters of these there is no such warning,
 * but text/makeshift-font, once a script, where the system's face is one that
 * merely has them. */
const bul_face *bul_fontset_cover_in(bul_fontset *set, bul_locale locale,
                                     const bul_face *face, uint32_t code_point,
                                     bul_span span);

/* Reports text/no-glyph for a character that no face has, with the package
 * most likely to help. Where a package was named before, for a locale or for
 * the first letter of Arabic script, it says nothing more. */
void bul_fontset_report_missing(bul_fontset *set, uint32_t code_point,
                                bul_span span);

/* The face to take “ ” ‘ ’ from: `face`, or the locale's 宋 where its own are
 * narrow as in Latin (LXGW WenKai draws them 0.35 em wide) and those of 宋 are
 * not (in Korean they are: then `face` stays). Raises nothing. */
const bul_face *bul_fontset_quotes_in(bul_fontset *set, bul_locale locale,
                                      const bul_face *face);

/* The same for Simplified Chinese. */
static inline const bul_face *bul_fontset_find(bul_fontset *set, bul_str family,
                                               unsigned weight, bul_span span)
{
    return bul_fontset_find_in(set, BUL_LOCALE_ZH_HANS, family, weight, span);
}

static inline const bul_face *bul_fontset_cover(bul_fontset *set,
                                                const bul_face *face,
                                                uint32_t code_point,
                                                bul_span span)
{
    return bul_fontset_cover_in(set, BUL_LOCALE_ZH_HANS, face, code_point,
                                span);
}

static inline const bul_face *bul_fontset_quotes(bul_fontset *set,
                                                 const bul_face *face)
{
    return bul_fontset_quotes_in(set, BUL_LOCALE_ZH_HANS, face);
}

/* Writes the families and weights there are, one a line. */
void bul_fontset_list(bul_fontset *set, bul_text *text);

#endif
