/* SPDX-License-Identifier: MIT */
/* modular_jump.c - an article begun on one page and continued on another
 * (转版): its text is parted between two paragraphs, and both parts are then
 * articles that fill rectangles like others. At least eight lines stand before
 * the jump and ten after it. */
#include "layout/modular_parts.h"

#define LEAST_BEFORE 8
#define LEAST_AFTER  10

static bool may_jump(const bul_modular_run *m, const bul_elastic *elastic)
{
    const bul_article *article = elastic->article;
    if (article->jump == BUL_JUMP_NEVER || article->is_vertical ||
        article->has_vertical_title || article->is_boxed ||
        article->level == BUL_LEVEL_BRIEF || elastic->jumps_to > 0 ||
        elastic->jumps_from > 0)
        return false;
    if (article->jump == BUL_JUMP_ALWAYS)
        return true; /* asked for, not a way out */
    return !m->is_strict && (article->jump != BUL_JUMP_BY_POLICY ||
                             m->report->jumps < m->issue->policy.jumps);
}

/* Rows of the slugs [first, end). */
static int rows_of(const bul_galley *galley, size_t first, size_t end)
{
    int rows = 0;
    for (size_t i = first; i < end; i++)
        rows += galley->slugs.items[i].rows;
    return rows;
}

/* Does a paragraph end before slug `at`, and no crosshead stand there alone? */
static bool may_part(const bul_galley *galley, size_t at)
{
    const bul_slug *before = &galley->slugs.items[at - 1];
    const bul_slug *after = &galley->slugs.items[at];
    return (before->flags & BUL_SLUG_ENDS) && (before->flags & BUL_SLUG_TEXT) &&
           !(before->flags & BUL_SLUG_KEEP_NEXT) &&
           (before->keep_group == 0 ||
            before->keep_group != after->keep_group) &&
           rows_of(galley, 0, at) >= LEAST_BEFORE &&
           rows_of(galley, at, galley->slugs.count) >= LEAST_AFTER;
}

static bul_galley *part_of(const bul_modular_run *m, const bul_galley *galley,
                           size_t first, size_t end)
{
    bul_galley *part = BUL_NEW(m->c->arena, bul_galley, 1);
    part->measure = galley->measure;
    for (size_t i = first; i < end; i++)
        *BUL_PUSH(m->c->arena, &part->slugs) = galley->slugs.items[i];
    return part;
}

static bul_str reference(const bul_modular_run *m, bul_str before, size_t page)
{
    bul_text text = bul_text_in(m->c->arena);
    bul_text_add(&text, before);
    bul_text_add_int(&text, (int64_t)page);
    bul_text_add(&text, BUL_STR("版）"));
    return bul_text_str(&text);
}

/* （下转第2版） on a line of its own, at the right. */
static void add_reference(const bul_modular_run *m, bul_galley *galley,
                          size_t page)
{
    bul_caster caster = {
        .c = m->c, .galley = galley, .measure = galley->measure};
    const bul_style *style = &m->c->template->styles[BUL_STYLE_SOURCE];
    bul_style right = *style;
    right.align = BUL_STYLE_RIGHT;
    bul_set_text text = bul_compositor_line(
        m->c, &right, reference(m, BUL_STR("（下转第"), page), (bul_span){0},
        galley->measure);
    bul_caster_add_text(&caster, &text, &right, BUL_ROLE_HEAD_LINE,
                        (bul_span){0});
}

/* The article as it is continued: its short title, and where it comes from. */
static const bul_article *continued(const bul_modular_run *m,
                                    const bul_article *article, size_t page)
{
    bul_article *rest = BUL_NEW(m->c->arena, bul_article, 1);
    rest->file = article->file;
    rest->title = article->short_title.text.len > 0 ? article->short_title
                                                    : article->title;
    rest->subtitle.text = reference(m, BUL_STR("（上接第"), page);
    rest->section = article->section;
    rest->level = BUL_LEVEL_NORMAL;
    rest->locale = article->locale;
    return rest;
}

typedef struct jump {
    bul_modular_run *m;
    size_t from;  /* page, from 0 */
    size_t piece; /* of that page */
    bul_galley *galley;
    size_t at; /* slug that is continued */
} jump;

static bul_elastic *set_front(const jump *j, size_t to)
{
    bul_modular_run *m = j->m;
    const bul_elastic *whole = m->pages[j->from].elastics[j->piece];
    bul_elastic_scope scope = bul_modular_scope(m, whole->article);
    scope.may_frame = false;
    scope.galley = part_of(m, j->galley, 0, j->at);
    add_reference(m, scope.galley, to + 1);
    bul_elastic *front = bul_elastic_set(m->c, whole->article, whole->number,
                                         whole->section, scope);
    front->jumps_to = to + 1;
    return front;
}

static bul_elastic *set_rest(const jump *j)
{
    bul_modular_run *m = j->m;
    const bul_elastic *whole = m->pages[j->from].elastics[j->piece];
    const bul_article *rest = continued(m, whole->article, j->from + 1);
    bul_elastic_scope scope = bul_modular_scope(m, rest);
    scope.may_frame = false;
    scope.galley = part_of(m, j->galley, j->at, j->galley->slugs.count);
    bul_elastic *elastic = bul_elastic_set(m->c, rest, whole->number,
                                           (bul_line_of_text){0}, scope);
    elastic->jumps_from = j->from + 1;
    return elastic;
}

/* Both pages have to close. */
static bool try_pages(const jump *j, size_t to)
{
    bul_modular_run *m = j->m;
    bul_modular_page from = m->pages[j->from], other = m->pages[to];
    if (other.count >= BUL_MODULAR_PIECES)
        return false;
    from.elastics[j->piece] = set_front(j, to);
    if (!bul_modular_page_solve(m->c, &from, 0))
        return false;
    other.elastics[other.count++] = set_rest(j);
    if (!bul_modular_page_solve(m->c, &other, 0))
        return false;
    bul_modular_step(m, BUL_LADDER_JUMP, j->from,
                     from.elastics[j->piece]->number, (int)to + 1);
    m->pages[j->from] = from;
    m->pages[to] = other;
    m->report->jumps++;
    return true;
}

/* The nearest later page first, then the others. */
static bool try_split(const jump *j)
{
    size_t count = j->m->page_count;
    for (size_t step = 1; step < count; step++)
        if (try_pages(j, (j->from + step) % count))
            return true;
    return false;
}

static bool jump_piece(bul_modular_run *m, size_t index, size_t piece)
{
    jump j = {.m = m, .from = index, .piece = piece};
    j.galley = bul_elastic_body(m->pages[index].elastics[piece]);
    if (j.galley == NULL || j.galley->foot_count > 0)
        return false;
    /* As much as can be read in one place stays there. */
    for (j.at = j.galley->slugs.count - 1; j.at > 0; j.at--)
        if (may_part(j.galley, j.at) && try_split(&j))
            return true;
    return false;
}

static int length_of(const bul_elastic *elastic)
{
    const bul_galley *galley = bul_elastic_body(elastic);
    return galley ? rows_of(galley, 0, galley->slugs.count) : 0;
}

bool bul_modular_jump(bul_modular_run *m, size_t index, bul_entry *must)
{
    bul_modular_page *page = &m->pages[index];
    bool tried[BUL_PAGE_PIECES] = {false};
    for (size_t round = 0; round < page->count; round++) {
        size_t best = page->count;
        for (size_t i = 0; i < page->count; i++)
            if (!tried[i] && may_jump(m, page->elastics[i]) &&
                (must == NULL || page->elastics[i] == must->elastic) &&
                (best == page->count || length_of(page->elastics[i]) >
                                            length_of(page->elastics[best])))
                best = i;
        if (best == page->count)
            return false;
        tried[best] = true;
        if (jump_piece(m, index, best))
            return true;
    }
    return false;
}
