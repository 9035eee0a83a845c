/* SPDX-License-Identifier: MIT */
/* font_cover.c - faces by character: what stands in where a face lacks it. */
#include "text/fontset.h"
#include "text/fontset_parts.h"
#include "text/system_fonts.h"

#define QUOTE_FULL_WIDTH 900 /* thousandths of an em; below is Latin */

/* What kind of face it is, to find another like it. */
static bul_genre genre_of(bul_locale locale, const bul_face *face)
{
    if (face == NULL)
        return BUL_GENRE_SONG;
    for (unsigned genre = BUL_GENRE_SONG; genre <= BUL_GENRE_HEI; genre++) {
        const char *const *name = bul_font_families(locale, (bul_genre)genre);
        for (; *name; name++)
            if (bul_str_equal(face->family, bul_str_from(*name)))
                return (bul_genre)genre;
    }
    bul_genre genre = bul_font_genre(face->family);
    return genre <= BUL_GENRE_KAI ? genre : BUL_GENRE_SONG;
}

static const bul_face *having(const bul_face *face, uint32_t code_point)
{
    return face && bul_face_glyph(face, code_point) != 0 ? face : NULL;
}

/* Black is left out: it has no character that Bold lacks. */
static const bul_face *cover_from_natives(bul_fontset *set,
                                          const bul_covered_char *wish)
{
    unsigned weight = wish->is_bold ? BUL_WEIGHT_BOLD : BUL_WEIGHT_REGULAR;
    bul_genre order[] = {wish->genre, BUL_GENRE_SONG, BUL_GENRE_HEI};
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        if (order[i] > BUL_GENRE_HEI || wish->locale == BUL_LOCALE_ZH_HANS)
            continue;
        const bul_face *face =
            having(bul_fontset_native(set, wish->locale, order[i], weight),
                   wish->code_point);
        if (face)
            return face;
    }
    return NULL;
}

static const bul_face *cover_from_pack(bul_fontset *set,
                                       const bul_covered_char *wish)
{
    unsigned weight = wish->is_bold ? BUL_WEIGHT_BOLD : BUL_WEIGHT_REGULAR;
    bul_genre order[] = {wish->genre, BUL_GENRE_SONG, BUL_GENRE_HEI,
                         BUL_GENRE_KAI};
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        const bul_face *face = having(
            bul_font_store_pack(&set->store, bul_pack_find(order[i], weight)),
            wish->code_point);
        if (face)
            return face;
    }
    return NULL;
}

static const bul_face *cover_from_own(bul_fontset *set, uint32_t code_point)
{
    const bul_face_list *own = bul_font_store_own(&set->store);
    for (size_t i = 0; i < own->count; i++)
        if (bul_face_glyph(own->items[i], code_point) != 0)
            return own->items[i];
    return NULL;
}

/* The character itself and its number, for a message. */
static bul_args char_args(bul_arena *arena, uint32_t code_point, bul_str third)
{
    bul_text shown = bul_text_in(arena);
    bul_text_add_char(&shown, code_point);
    bul_text number = bul_text_in(arena);
    bul_text_addf(&number, "U+%04X", (unsigned)code_point);
    return BUL_ARGS(bul_text_str(&shown), bul_text_str(&number), third);
}

static void report_makeshift(bul_fontset *set, const bul_covered_char *wish,
                             bool *is_told, bul_span span)
{
    bul_arena *arena = set->store.arena;
    const char *family = bul_cstr(arena, wish->face->family);
    if (*is_told || bul_system_font_rank(wish->locale, wish->code_point,
                                         family) < BUL_FONT_MAKESHIFT)
        return;
    *is_told = true;
    bul_text shown = bul_text_in(arena);
    bul_text_add_char(&shown, wish->code_point);
    bul_report(set->diag, BUL_MSG_TEXT_MAKESHIFT_FONT, span,
               BUL_ARGS(bul_text_str(&shown), wish->face->family,
                        bul_font_package(wish->code_point)));
}

static void cover_from_system(bul_fontset *set, bul_covered_char *wish,
                              bul_span span)
{
    wish->face =
        bul_font_store_cover(&set->store, wish->locale, wish->code_point);
    if (wish->face && bul_font_is_arabic(wish->code_point))
        report_makeshift(set, wish, &set->told_arabic, span);
    else if (wish->face && bul_font_is_hangul(wish->code_point))
        report_makeshift(set, wish, &set->told_hangul, span);
}

static bool is_of_sentences(uint32_t code_point)
{
    return bul_font_is_arabic(code_point) || bul_font_is_hangul(code_point);
}

static void cover_elsewhere(bul_fontset *set, bul_covered_char *wish,
                            bul_span span)
{
    wish->face = cover_from_natives(set, wish);
    if (wish->face == NULL)
        wish->face = cover_from_pack(set, wish);
    if (wish->face)
        return;
    wish->is_foreign = true;
    wish->face = cover_from_own(set, wish->code_point);
    if (wish->face == NULL)
        cover_from_system(set, wish, span);
    if (wish->face && !is_of_sentences(wish->code_point))
        bul_report(
            set->diag, BUL_MSG_TEXT_OTHER_FONT, span,
            char_args(set->store.arena, wish->code_point, wish->face->family));
}

const bul_face *bul_fontset_cover_in(bul_fontset *set, bul_locale locale,
                                     const bul_face *face, uint32_t code_point,
                                     bul_span span)
{
    if (having(face, code_point))
        return face;
    bul_covered_char wish = {.code_point = code_point,
                             .locale = locale,
                             .genre = genre_of(locale, face),
                             .is_bold =
                                 face && face->weight >= BUL_WEIGHT_BOLD_LEAST};
    for (size_t i = 0; i < set->covered.count; i++) {
        const bul_covered_char *known = &set->covered.items[i];
        if (known->code_point == code_point && known->locale == locale &&
            (known->is_foreign ||
             (known->genre == wish.genre && known->is_bold == wish.is_bold)))
            return known->face;
    }
    cover_elsewhere(set, &wish, span);
    *BUL_PUSH(set->store.arena, &set->covered) = wish;
    return wish.face;
}

void bul_fontset_report_missing(bul_fontset *set, uint32_t code_point,
                                bul_span span)
{
    if (set->lacks_locale)
        return; /* the package that is missing has been named */
    if (bul_font_is_arabic(code_point)) {
        if (set->told_no_arabic)
            return;
        set->told_no_arabic = true;
    }
    bul_report(
        set->diag, BUL_MSG_TEXT_NO_GLYPH, span,
        char_args(set->store.arena, code_point, bul_font_package(code_point)));
}

static bool has_wide_quotes(const bul_face *face)
{
    uint32_t glyph = bul_face_glyph(face, 0x201C);
    return glyph != 0 && bul_face_advance(face, glyph) >= QUOTE_FULL_WIDTH;
}

const bul_face *bul_fontset_quotes_in(bul_fontset *set, bul_locale locale,
                                      const bul_face *face)
{
    if (has_wide_quotes(face))
        return face;
    const bul_pack_face *pack = bul_pack_find(BUL_GENRE_SONG, face->weight);
    const bul_face *song =
        locale == BUL_LOCALE_ZH_HANS
            ? bul_font_store_pack(&set->store, pack)
            : bul_fontset_native(set, locale, pack->genre, pack->weight);
    return song && has_wide_quotes(song) ? song : face;
}
