/* SPDX-License-Identifier: MIT */
/* font_store.h - font files opened once: the user's, the pack's, the system's.
 * Which of them is wanted is for fontset.c and font_cover.c to say; only they
 * use this. */
#ifndef BUL_TEXT_FONT_STORE_H
#define BUL_TEXT_FONT_STORE_H

#include "base/list.h"
#include "text/font_alias.h"
#include "text/fontset.h"

/* A face opened, and the root its path starts from. */
typedef struct bul_stored_face {
    bul_str root;
    bul_face *face;
} bul_stored_face;

typedef BUL_LIST(const bul_face *) bul_face_list;

typedef struct bul_font_store {
    bul_arena *arena;
    const bul_world *world;
    bul_font_sources sources;
    BUL_LIST(bul_stored_face) faces; /* in order of first use */
    bul_face_list own;
    bool own_listed;
} bul_font_store;

/* The faces in the folders of the issue and the caller, every one of a
 * collection. The folders are read by the first question. */
const bul_face_list *bul_font_store_own(bul_font_store *store);

/* NULL where the file is missing or is no font. */
const bul_face *bul_font_store_pack(bul_font_store *store,
                                    const bul_pack_face *pack);

/* The installed face of exactly this family, nearest in weight, or NULL. */
const bul_face *bul_font_store_system(bul_font_store *store, bul_str family,
                                      unsigned weight);

/* An installed face that has the character, or NULL. */
const bul_face *bul_font_store_cover(bul_font_store *store, bul_locale locale,
                                     uint32_t code_point);

#endif
