/* SPDX-License-Identifier: MIT */
/* copyfit_vary.c - a body as it would be with some characters cut or added.
 *
 * A paragraph loses a line when the characters of its last one are cut, and
 * gains one when its last line is filled and two characters more go over. */
#include "base/utf8.h"
#include "layout/copyfit.h"

#define LEAST_OVER 2 /* characters of a new last line */

typedef struct ending {
    size_t slug; /* the last line of a paragraph */
    uint32_t block;
    int paragraph;
    int characters; /* to cut or to add */
    bool is_taken;
} ending;

typedef BUL_LIST(ending) endings;

static int characters_of(const bul_slug *slug)
{
    int count = 0;
    for (size_t i = 0; i < slug->type.items.count; i++)
        if (slug->type.items.items[i].type == BUL_ITEM_GLYPHS)
            count +=
                (int)bul_utf8_count(slug->type.items.items[i].as.glyphs.text);
    return count;
}

/* Characters of the fullest line: nearly what any holds. */
static int characters_of_line(const bul_galley *galley)
{
    int most = 1;
    for (size_t i = 0; i < galley->slugs.count; i++) {
        const bul_slug *slug = &galley->slugs.items[i];
        bool is_inner = (slug->flags & BUL_SLUG_TEXT) &&
                        !(slug->flags & (BUL_SLUG_ENDS | BUL_SLUG_STARTS));
        int count = is_inner ? characters_of(slug) : 0;
        most = count > most ? count : most;
    }
    return most;
}

static bool is_ending(const bul_slug *slug, bool is_cut)
{
    bool has_more = !(slug->flags & BUL_SLUG_STARTS);
    return (slug->flags & BUL_SLUG_TEXT) && (slug->flags & BUL_SLUG_ENDS) &&
           slug->role == BUL_ROLE_PARAGRAPH && slug->notes == 0 &&
           slug->ground == NULL && (has_more || !is_cut);
}

static void collect(bul_arena *arena, const bul_galley *galley, bool is_cut,
                    endings *list)
{
    int full = characters_of_line(galley);
    int paragraph = 0;
    for (size_t i = 0; i < galley->slugs.count - galley->foot_count; i++) {
        const bul_slug *slug = &galley->slugs.items[i];
        if (slug->role == BUL_ROLE_PARAGRAPH && (slug->flags & BUL_SLUG_ENDS))
            paragraph++;
        if (!is_ending(slug, is_cut))
            continue;
        int count = characters_of(slug);
        int over = full - count > 0 ? full - count : 0;
        *BUL_PUSH(arena, list) =
            (ending){i, slug->block_number, paragraph,
                     is_cut ? count : over + LEAST_OVER, false};
    }
}

static bool take_cheapest(bul_arena *arena, endings *list, bul_repair *repair)
{
    ending *best = NULL;
    for (size_t i = 0; i < list->count; i++) {
        ending *one = &list->items[i];
        if (!one->is_taken &&
            (best == NULL || one->characters < best->characters))
            best = one;
    }
    if (best == NULL)
        return false;
    best->is_taken = true;
    repair->characters += best->characters;
    *BUL_PUSH(arena, &repair->places) =
        (bul_repair_place){best->block, best->paragraph, best->characters};
    return true;
}

static const ending *ending_at(const endings *list, size_t slug)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].is_taken && list->items[i].slug == slug)
            return &list->items[i];
    return NULL;
}

static bul_galley *apply(bul_arena *arena, const bul_galley *galley,
                         const endings *list, bool is_cut)
{
    bul_galley *varied = BUL_NEW(arena, bul_galley, 1);
    *varied = *galley;
    varied->slugs.items = NULL;
    varied->slugs.count = varied->slugs.room = 0;
    for (size_t i = 0; i < galley->slugs.count; i++) {
        bul_slug slug = galley->slugs.items[i];
        if (ending_at(list, i) == NULL) {
            *BUL_PUSH(arena, &varied->slugs) = slug;
            continue;
        }
        if (is_cut) {
            if (varied->slugs.count > 0)
                BUL_LAST(&varied->slugs)->flags |= BUL_SLUG_ENDS;
            continue;
        }
        slug.flags &= ~(unsigned)BUL_SLUG_ENDS;
        *BUL_PUSH(arena, &varied->slugs) = slug;
        slug.flags = (slug.flags | BUL_SLUG_ENDS) & ~(unsigned)BUL_SLUG_STARTS;
        *BUL_PUSH(arena, &varied->slugs) = slug;
    }
    return varied;
}

bul_galley *bul_copyfit_vary(bul_arena *arena, const bul_galley *galley,
                             int lines, bul_repair *repair)
{
    bool is_cut = lines < 0;
    endings list = {0};
    collect(arena, galley, is_cut, &list);
    int wanted = is_cut ? -lines : lines;
    for (int i = 0; i < wanted; i++)
        if (!take_cheapest(arena, &list, repair))
            return NULL;
    return apply(arena, galley, &list, is_cut);
}
