/* SPDX-License-Identifier: MIT */
/* modular_briefs.c - many small items make one box, not forty. */
#include "base/utf8.h"
#include "layout/modular_parts.h"

#define MOST_CHARACTERS 600 /* in one box of briefs */

static size_t length_of(const bul_article *article)
{
    size_t length = 0;
    for (size_t i = 0; i < article->blocks.count; i++) {
        const bul_runs *runs = &article->blocks.items[i].runs;
        for (size_t n = 0; n < runs->count; n++)
            length += bul_utf8_count(runs->items[n].text);
    }
    return length + bul_utf8_count(article->title.text);
}

static bool may_join(const bul_article *article)
{
    return article->level == BUL_LEVEL_BRIEF && article->figures.count == 0 &&
           article->notes.count == 0 && article->pin == BUL_PIN_NONE &&
           !article->is_vertical;
}

static bool belong(const bul_article *a, const bul_article *b)
{
    return a->page == b->page && a->columns == b->columns &&
           a->locale == b->locale && a->trim == b->trim &&
           bul_str_equal(a->section.text, b->section.text);
}

/* Its title becomes the head of its first item. */
static void append(bul_arena *arena, bul_article *box,
                   const bul_article *article)
{
    bool is_headed = article->blocks.count > 0 &&
                     article->blocks.items[0].kind == BUL_BLOCK_CROSSHEAD;
    if (article->title.text.len > 0 && !is_headed) {
        bul_block head = {.kind = BUL_BLOCK_CROSSHEAD,
                          .level = 2,
                          .span = article->title.span};
        *BUL_PUSH(arena, &head.runs) =
            (bul_run){.text = article->title.text, .span = article->title.span};
        *BUL_PUSH(arena, &box->blocks) = head;
    }
    for (size_t i = 0; i < article->blocks.count; i++)
        *BUL_PUSH(arena, &box->blocks) = article->blocks.items[i];
}

static bul_article *open_box(bul_arena *arena, const bul_article *first)
{
    bul_article *box = BUL_NEW(arena, bul_article, 1);
    *box = *first;
    box->title = (bul_line_of_text){0};
    box->titles.count = 0;
    box->short_title = (bul_line_of_text){0};
    box->blocks = (bul_blocks){0};
    append(arena, box, first);
    return box;
}

/* Takes those after `first` that go into its box off the list. */
static void fill_box(bul_modular_run *m, size_t first)
{
    bul_arena *arena = m->c->arena;
    bul_entry *one = &m->entries[first];
    const bul_article *article = one->article;
    size_t length = length_of(article);
    bul_article *box = NULL;
    size_t kept = first + 1;
    for (size_t i = first + 1; i < m->count; i++) {
        bul_entry *other = &m->entries[i];
        size_t more = length_of(other->article);
        if (!may_join(other->article) || !belong(article, other->article) ||
            length + more > MOST_CHARACTERS) {
            m->entries[kept++] = *other;
            continue;
        }
        if (box == NULL)
            box = open_box(arena, article);
        append(arena, box, other->article);
        *BUL_PUSH(arena, &one->joined) = other->index;
        length += more;
    }
    m->count = kept;
    if (box)
        one->article = box;
}

void bul_modular_join_briefs(bul_modular_run *m)
{
    for (size_t i = 0; i < m->count; i++)
        if (may_join(m->entries[i].article))
            fill_box(m, i);
}
