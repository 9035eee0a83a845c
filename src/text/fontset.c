/* SPDX-License-Identifier: MIT */
/* fontset.c - faces by name. */
#include "text/fontset.h"

#include "text/fontset_parts.h"

#define WEIGHT_SLACK 50 /* what still counts as the weight asked for */

/* What one call asks for. */
typedef struct face_wish {
    bul_locale locale;
    bul_str family;
    bul_genre genre;
    unsigned weight;
    bul_span span;
} face_wish;

bul_fontset *bul_fontset_open(bul_arena *arena, const bul_world *world,
                              bul_diag *diag, bul_font_sources sources)
{
    bul_fontset *set = BUL_NEW(arena, bul_fontset, 1);
    set->store.arena = arena;
    set->store.world = world;
    set->store.sources = sources;
    set->diag = diag;
    return set;
}

static unsigned weight_gap(unsigned a, unsigned b)
{
    return a > b ? a - b : b - a;
}

/* ---- The user's own ---- */

/* A file answers to a family by the name inside it or by its file name, which
 * is what a clerk sees in the folder; to the short names of styles only by
 * the whole of it, or 宋徽宗瘦金体.ttf would be 宋. */
static bool answers_to(const bul_face *face, bul_str family, bool by_start)
{
    bul_str name = bul_path_name(face->path);
    if (bul_str_equal(face->family, family))
        return true;
    if (!bul_str_starts(name, family))
        return false;
    return by_start || (name.len > family.len && name.ptr[family.len] == '.');
}

static const bul_face *find_own(bul_fontset *set, bul_str family,
                                unsigned weight, bool by_start)
{
    const bul_face_list *own = bul_font_store_own(&set->store);
    const bul_face *best = NULL;
    for (size_t i = 0; i < own->count; i++) {
        const bul_face *face = own->items[i];
        if (answers_to(face, family, by_start) &&
            (best == NULL || weight_gap(face->weight, weight) <
                                 weight_gap(best->weight, weight)))
            best = face;
    }
    return best;
}

/* 仿宋, 小标宋 and the like: the user's under any of its names, then the
 * system's. */
static const bul_face *find_any(bul_fontset *set, bul_locale locale,
                                bul_genre genre, unsigned weight)
{
    const char *const *families = bul_font_families(locale, genre);
    for (const char *const *name = families; *name; name++) {
        const bul_face *face = find_own(set, bul_str_from(*name), weight, true);
        if (face)
            return face;
    }
    for (const char *const *name = families; *name; name++) {
        const bul_face *face =
            bul_font_store_system(&set->store, bul_str_from(*name), weight);
        if (face)
            return face;
    }
    return NULL;
}

/* ---- 宋 and 黑 of a locale ---- */

static const bul_face *look_for_native(bul_fontset *set, bul_locale locale,
                                       bul_genre genre, unsigned weight)
{
    const char *const *name = bul_font_families(locale, genre);
    for (; *name; name++) {
        bul_str family = bul_str_from(*name);
        const bul_face *face = find_own(set, family, weight, true);
        if (face && weight_gap(face->weight, weight) <= WEIGHT_SLACK)
            return face;
        face = bul_font_store_system(&set->store, family, weight);
        if (face && weight_gap(face->weight, weight) <= WEIGHT_SLACK)
            return face;
    }
    return NULL;
}

const bul_face *bul_fontset_native(bul_fontset *set, bul_locale locale,
                                   bul_genre genre, unsigned weight)
{
    unsigned step = weight < BUL_WEIGHT_BOLD_LEAST ? 0 : weight < 800 ? 1 : 2;
    bul_native_face *native = &set->natives[locale][genre][step];
    if (!native->is_known) {
        native->is_known = true;
        native->face = look_for_native(set, locale, genre, weight);
    }
    return native->face;
}

static void report_not_installed(bul_fontset *set, const face_wish *wish,
                                 bul_genre genre, unsigned weight)
{
    static const bul_str locale_names[BUL_LOCALE_COUNT] = {
        BUL_STR_INIT("简体"), BUL_STR_INIT("台湾繁体"),
        BUL_STR_INIT("香港繁体"), BUL_STR_INIT("日文"), BUL_STR_INIT("韩文")};
    bool is_extra = weight > BUL_WEIGHT_BOLD;
    bool *is_asked = &set->asked[wish->locale][genre][is_extra];
    if (*is_asked)
        return;
    *is_asked = true;
    set->lacks_locale = true;
    bul_str name = bul_str_from(bul_font_families(wish->locale, genre)[0]);
    if (weight >= BUL_WEIGHT_BOLD)
        name = bul_str_join(set->store.arena, name,
                            is_extra ? BUL_STR(" Black") : BUL_STR(" Bold"));
    bul_args args = BUL_ARGS(
        name, locale_names[wish->locale], bul_locale_tag(wish->locale),
        is_extra ? BUL_STR("fonts-noto-cjk-extra") : BUL_STR("fonts-noto-cjk"));
    bul_report(set->diag,
               set->store.sources.without_system ? BUL_MSG_FONT_SYSTEM_UNUSED
                                                 : BUL_MSG_FONT_NOT_INSTALLED,
               wish->span, args);
}

/* 宋, 黑 (and in ZH_HANS 楷), from the pack or the system. */
static const bul_face *find_genre(bul_fontset *set, const face_wish *wish,
                                  bul_genre genre, unsigned weight)
{
    const bul_pack_face *pack = bul_pack_find(genre, weight);
    if (wish->locale != BUL_LOCALE_ZH_HANS) {
        const bul_face *face =
            bul_fontset_native(set, wish->locale, pack->genre, pack->weight);
        if (face)
            return face;
        report_not_installed(set, wish, pack->genre, pack->weight);
    }
    const bul_face *face = bul_font_store_pack(&set->store, pack);
    if (face == NULL)
        bul_report(set->diag, BUL_MSG_FONT_NO_PACK, wish->span,
                   BUL_ARGS(pack->file));
    return face;
}

/* ---- By name ---- */

static const bul_face *stand_in(bul_fontset *set, const face_wish *wish,
                                bul_genre genre, unsigned weight,
                                const char *name)
{
    const bul_face *face = find_genre(set, wish, genre, weight);
    if (face)
        bul_report(set->diag, BUL_MSG_FONT_SUBSTITUTED, wish->span,
                   BUL_ARGS(wish->family, bul_str_from(name)));
    return face;
}

/* 楷, 仿宋, 小标宋 that neither user nor system has. */
static const bul_face *replace_genre(bul_fontset *set, const face_wish *wish)
{
    bool is_bold = wish->weight >= BUL_WEIGHT_BOLD_LEAST;
    if (wish->genre == BUL_GENRE_TITLE)
        return stand_in(set, wish, BUL_GENRE_SONG,
                        is_bold ? wish->weight : BUL_WEIGHT_BOLD, "宋体 Bold");
    if (wish->genre == BUL_GENRE_FANG && is_bold)
        return stand_in(set, wish, BUL_GENRE_HEI, wish->weight, "黑体");
    if (wish->locale == BUL_LOCALE_ZH_HANS)
        return wish->genre == BUL_GENRE_FANG
                   ? stand_in(set, wish, BUL_GENRE_KAI, wish->weight, "楷体")
                   : find_genre(set, wish, BUL_GENRE_KAI, wish->weight);
    const bul_face *kai =
        wish->genre == BUL_GENRE_FANG
            ? find_any(set, wish->locale, BUL_GENRE_KAI, wish->weight)
            : NULL;
    if (kai == NULL)
        return stand_in(set, wish, BUL_GENRE_SONG, wish->weight, "宋体");
    bul_report(set->diag, BUL_MSG_FONT_SUBSTITUTED, wish->span,
               BUL_ARGS(wish->family, BUL_STR("楷体")));
    return kai;
}

static const bul_face *find_face(bul_fontset *set, const face_wish *wish)
{
    bool is_style = wish->genre <= BUL_GENRE_KAI;
    const bul_face *face = find_own(set, wish->family, wish->weight, !is_style);
    if (face)
        return face;
    if (wish->genre == BUL_GENRE_SONG || wish->genre == BUL_GENRE_HEI)
        return find_genre(set, wish, wish->genre, wish->weight);
    if (wish->genre != BUL_GENRE_NONE) {
        face = find_any(set, wish->locale, wish->genre, wish->weight);
        return face ? face : replace_genre(set, wish);
    }
    face = bul_font_store_system(&set->store, wish->family, wish->weight);
    if (face)
        return face;
    face = find_genre(set, wish, BUL_GENRE_SONG, wish->weight);
    if (face)
        bul_report(set->diag, BUL_MSG_FONT_MISSING, wish->span,
                   BUL_ARGS(wish->family));
    return face;
}

/* A family without a bold face: typography wants a face that differs, not
 * the same one smeared. */
static bool lacks_bold(const face_wish *wish, const bul_face *face)
{
    return face && wish->weight >= BUL_WEIGHT_BOLD_LEAST &&
           face->weight < BUL_WEIGHT_BOLD_LEAST &&
           wish->genre != BUL_GENRE_TITLE;
}

const bul_face *bul_fontset_find_in(bul_fontset *set, bul_locale locale,
                                    bul_str family, unsigned weight,
                                    bul_span span)
{
    for (size_t i = 0; i < set->found.count; i++) {
        const bul_found_face *found = &set->found.items[i];
        if (found->weight == weight && found->locale == locale &&
            bul_str_equal(found->family, family))
            return found->face;
    }
    face_wish wish = {locale, family, bul_font_genre(family), weight, span};
    const bul_face *face = find_face(set, &wish);
    if (lacks_bold(&wish, face)) {
        const bul_face *hei = find_genre(set, &wish, BUL_GENRE_HEI, weight);
        bul_report(set->diag, BUL_MSG_FONT_NO_BOLD, span, BUL_ARGS(family));
        face = hei ? hei : face;
    }
    *BUL_PUSH(set->store.arena, &set->found) =
        (bul_found_face){locale, family, weight, face};
    return face;
}

/* ---- What there is ---- */

static void list_face(const bul_face *face, bul_text *text)
{
    if (face == NULL)
        return;
    bul_text_add(text, face->family);
    bul_text_addf(text, " %u  ", face->weight);
    bul_text_add(text, face->path);
    bul_text_add(text, BUL_STR("\n"));
}

void bul_fontset_list(bul_fontset *set, bul_text *text)
{
    size_t count;
    const bul_pack_face *pack = bul_pack_faces(&count);
    for (size_t i = 0; i < count; i++)
        list_face(bul_font_store_pack(&set->store, &pack[i]), text);
    const bul_face_list *own = bul_font_store_own(&set->store);
    for (size_t i = 0; i < own->count; i++)
        list_face(own->items[i], text);
}
