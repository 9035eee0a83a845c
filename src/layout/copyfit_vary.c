/* SPDX-License-Identifier: MIT */
/* copyfit_vary.c - a body as it would be with some characters cut or added.
 *
 * A paragraph loses a line when the characters of its last one are cut, and
 * gains one when its last line is filled and two characters more go over;
 * then a line more for each that is full. */
#include "base/utf8.h"
#include "layout/copyfit.h"

#define LEAST_OVER 2 /* characters of a new last line */

/* The end of a paragraph. */
typedef struct ending {
    size_t slug; /* its last line */
    bul_repair_place place;
    int lines; /* chosen to go or to come */
} ending;

typedef struct varying {
    bul_arena *arena;
    const bul_galley *galley;
    bool is_cut;
    int full; /* characters of a line */
    BUL_LIST(ending) endings;
} varying;

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

/* Which paragraph a line is of; false: none that an author would count. */
static bool find_paragraph(const bul_article *article, const bul_slug *slug,
                           bul_repair_place *place)
{
    *place = (bul_repair_place){0};
    for (size_t i = 0; i < article->blocks.count; i++) {
        const bul_block *block = &article->blocks.items[i];
        if (block->kind != BUL_BLOCK_PARAGRAPH)
            continue;
        place->paragraph++;
        place->block_index = i;
        if (block->span.file == slug->span.file &&
            block->span.start <= slug->span.start &&
            slug->span.start < block->span.end)
            return true;
    }
    return false;
}

static bool is_ending(const bul_slug *slug)
{
    return (slug->flags & BUL_SLUG_TEXT) && (slug->flags & BUL_SLUG_ENDS) &&
           slug->role == BUL_ROLE_PARAGRAPH && slug->notes == 0 &&
           slug->ground == NULL;
}

static void collect(varying *v, const bul_article *article)
{
    const bul_galley *galley = v->galley;
    for (size_t i = 0; i < galley->slugs.count - galley->foot_count; i++) {
        ending one = {.slug = i};
        if (is_ending(&galley->slugs.items[i]) &&
            find_paragraph(article, &galley->slugs.items[i], &one.place))
            *BUL_PUSH(v->arena, &v->endings) = one;
    }
}

/* Characters that one line more takes, or less; 0: it has no more to give. */
static int next_characters(const varying *v, const ending *one)
{
    const bul_slug *last = &v->galley->slugs.items[one->slug];
    if (!v->is_cut) {
        int over = one->lines > 0 ? v->full : v->full - characters_of(last);
        return (over > 0 ? over : 0) + (one->lines > 0 ? 0 : LEAST_OVER);
    }
    const bul_slug *slug = last - one->lines;
    bool may_go = (slug->flags & BUL_SLUG_STARTS) == 0 && slug->notes == 0;
    return may_go ? characters_of(slug) : 0;
}

/* A line where it takes the fewest characters. */
static bool take_line(varying *v)
{
    ending *best = NULL;
    int least = 0;
    for (size_t i = 0; i < v->endings.count; i++) {
        int characters = next_characters(v, &v->endings.items[i]);
        if (characters == 0 || (best && characters >= least))
            continue;
        best = &v->endings.items[i];
        least = characters;
    }
    if (best == NULL)
        return false;
    best->lines++;
    best->place.characters += least;
    return true;
}

static const ending *ending_at(const varying *v, size_t slug)
{
    for (size_t i = 0; i < v->endings.count; i++)
        if (v->endings.items[i].lines > 0 && v->endings.items[i].slug == slug)
            return &v->endings.items[i];
    return NULL;
}

static void take_away(bul_galley *varied, int lines)
{
    varied->slugs.count -= (size_t)lines - 1;
    BUL_LAST(&varied->slugs)->flags |= BUL_SLUG_ENDS;
}

static void put_more(const varying *v, bul_galley *varied, bul_slug slug,
                     int lines)
{
    slug.flags &= ~(unsigned)BUL_SLUG_ENDS;
    *BUL_PUSH(v->arena, &varied->slugs) = slug;
    slug.flags &= ~(unsigned)BUL_SLUG_STARTS;
    for (int i = 0; i < lines; i++)
        *BUL_PUSH(v->arena, &varied->slugs) = slug;
    BUL_LAST(&varied->slugs)->flags |= BUL_SLUG_ENDS;
}

static bul_galley *apply(const varying *v)
{
    bul_galley *varied = BUL_NEW(v->arena, bul_galley, 1);
    *varied = *v->galley;
    varied->slugs.items = NULL;
    varied->slugs.count = varied->slugs.room = 0;
    for (size_t i = 0; i < v->galley->slugs.count; i++) {
        const bul_slug *slug = &v->galley->slugs.items[i];
        const ending *one = ending_at(v, i);
        if (one == NULL)
            *BUL_PUSH(v->arena, &varied->slugs) = *slug;
        else if (v->is_cut)
            take_away(varied, one->lines);
        else
            put_more(v, varied, *slug, one->lines);
    }
    return varied;
}

bul_galley *bul_copyfit_vary(bul_arena *arena, const bul_article *article,
                             const bul_galley *galley, int lines,
                             bul_repair *repair)
{
    varying v = {.arena = arena,
                 .galley = galley,
                 .is_cut = lines < 0,
                 .full = characters_of_line(galley)};
    collect(&v, article);
    int wanted = v.is_cut ? -lines : lines;
    for (int i = 0; i < wanted; i++)
        if (!take_line(&v))
            return NULL;
    repair->lines = lines;
    for (size_t i = 0; i < v.endings.count; i++) {
        const ending *one = &v.endings.items[i];
        if (one->lines == 0)
            continue;
        *BUL_PUSH(arena, &repair->places) = one->place;
        repair->characters += one->place.characters;
    }
    return apply(&v);
}
