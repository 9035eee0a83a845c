/* SPDX-License-Identifier: MIT */
#include "layout/galley.h"

#include "layout/figure.h"
#include "layout/galley_vary.h"

bul_mpt bul_grid_baseline(const bul_template *template)
{
    return template->ink_top +
           bul_style_baseline(&template->styles[BUL_STYLE_BODY]);
}

int bul_grid_rows(const bul_template *template, bul_mpt depth)
{
    return depth <= 0
               ? 0
               : (int)((depth + template->leading - 1) / template->leading);
}

bul_slug *bul_caster_add(bul_caster *caster, int rows, bul_role role,
                         bul_span span)
{
    bul_slug *slug = BUL_PUSH(caster->c->arena, &caster->galley->slugs);
    slug->rows = rows;
    slug->role = role;
    slug->span = span;
    slug->ground = caster->ground;
    slug->block_number = caster->block_number;
    slug->keep_group = caster->keep_group;
    return slug;
}

void bul_caster_add_white(bul_caster *caster, int rows, bul_span span)
{
    if (rows <= 0)
        return;
    bul_slug *slug = bul_caster_add(caster, rows, BUL_ROLE_PARAGRAPH, span);
    slug->flags = BUL_SLUG_WHITE | BUL_SLUG_KEEP_NEXT;
}

void bul_caster_add_text(bul_caster *caster, const bul_set_text *text,
                         const bul_style *style, bul_role role, bul_span span)
{
    bul_arena *arena = caster->c->arena;
    bul_mpt baseline = bul_grid_baseline(caster->c->template);
    for (size_t i = 0; i < text->line_count; i++) {
        const bul_set_line *line = &text->lines[i];
        bul_span at = line->run_count ? line->runs[0].span : span;
        bul_slug *slug = bul_caster_add(caster, 1, role, at);
        slug->flags = BUL_SLUG_TEXT | (i == 0 ? BUL_SLUG_STARTS : 0u) |
                      (i + 1 == text->line_count ? BUL_SLUG_ENDS : 0u);
        bul_block_add_line(arena, &slug->type, line, caster->x + style->left,
                           baseline);
    }
}

static uint32_t new_group(bul_caster *caster)
{
    return ++caster->group_count;
}

/* White a style asks for above and below its paragraphs, in whole lines. */
static void add_white_of(bul_caster *caster, bul_mpt depth, bul_span span)
{
    bul_caster_add_white(caster, bul_grid_rows(caster->c->template, depth),
                         span);
}

/* 首字下沉: the large character hangs from the first line, and its lines stay
 * together. */
static void put_cap(bul_caster *caster, const bul_style *style, size_t first)
{
    bul_arena *arena = caster->c->arena;
    const bul_drop_cap *cap = caster->cap;
    bul_slug *slugs = caster->galley->slugs.items + first;
    bul_block_of_type type = {0};
    bul_block_add_block(arena, &type, &cap->type, caster->x + style->left, 0);
    bul_block_add_block(arena, &type, &slugs[0].type, 0, 0);
    slugs[0].type = type;
    uint32_t group =
        caster->keep_group ? caster->keep_group : new_group(caster);
    for (size_t i = 0; i < cap->drop.line_count; i++)
        slugs[i].keep_group = group;
}

static void add_copy(bul_caster *caster, const bul_copy *copy)
{
    if (bul_caster_may_vary(caster, copy)) {
        bul_caster_add_ways(caster, copy);
        return;
    }
    bul_set_text text = bul_compositor_set_beside(
        caster->c, copy->style, copy->styled->items, copy->styled->count,
        caster->measure, caster->cap ? caster->cap->drop : (bul_drop){0});
    size_t first = caster->galley->slugs.count;
    bul_caster_add_text(caster, &text, copy->style, copy->role, copy->span);
    for (size_t i = 0; i < 2; i++)
        if (copy->runs[i])
            bul_caster_mark_calls(caster, &text, copy->runs[i], first);
}

static void add_runs(bul_caster *caster, const bul_style *style,
                     const bul_runs *runs, bul_str label, bul_role role,
                     bul_span span)
{
    const bul_compositor *c = caster->c;
    bul_arena_mark mark = bul_arena_mark_now(c->scratch);
    bul_styled_runs styled = {0};
    if (label.len > 0) {
        *BUL_PUSH(c->scratch, &styled) =
            bul_compositor_run(c, style, label, span);
        BUL_LAST(&styled)->is_rigid = true;
        BUL_LAST(&styled)->fills = style->hang - style->indent;
    }
    bul_compositor_add_runs(c, style, runs, &styled);
    add_white_of(caster, style->above, span);
    size_t first = caster->galley->slugs.count;
    bul_copy copy = {style, &styled, {runs}, role, span};
    add_copy(caster, &copy);
    bul_arena_rewind(c->scratch, mark);
    if (caster->cap)
        put_cap(caster, style, first);
    if (style->below <= 0)
        return;
    add_white_of(caster, style->below, span);
    BUL_LAST(&caster->galley->slugs)->flags = BUL_SLUG_WHITE;
}

static void add_paragraph(bul_caster *caster, const bul_block *block,
                          const bul_style *style)
{
    bul_drop_cap cap;
    const bul_runs *runs = &block->runs;
    if (bul_drop_cap_set(caster->c, style, runs, caster->measure,
                         caster->drop_lines, &cap)) {
        caster->cap = &cap;
        runs = &cap.rest;
    }
    add_runs(caster, style, runs, (bul_str){0}, BUL_ROLE_PARAGRAPH,
             block->span);
    caster->cap = NULL;
    caster->drop_lines = 0;
}

static void add_crosshead(bul_caster *caster, const bul_block *block)
{
    const bul_style *style = &caster->c->template->styles[BUL_STYLE_CROSSHEAD];
    size_t first = caster->galley->slugs.count;
    add_runs(caster, style, &block->runs, (bul_str){0}, BUL_ROLE_CROSSHEAD,
             block->span);
    for (size_t i = first; i < caster->galley->slugs.count; i++) {
        bul_slug *slug = &caster->galley->slugs.items[i];
        slug->flags = (slug->flags & BUL_SLUG_WHITE) | BUL_SLUG_KEEP_NEXT;
    }
}

/* "1." and "•" want a space before the text; 一、 and （一） bring their own. */
static bul_str label_of(const bul_caster *caster, const bul_block *block)
{
    bool is_wide = block->item_kind != BUL_ITEM_DIGIT &&
                   block->item_kind != BUL_ITEM_BULLET;
    if (is_wide)
        return block->label.text;
    return bul_str_join(caster->c->arena, block->label.text, BUL_STR(" "));
}

static void add_item(bul_caster *caster, const bul_block *block)
{
    const bul_template *t = caster->c->template;
    bul_style style = t->styles[BUL_STYLE_ITEM_HAN + block->item_kind];
    int depth = block->level > 1 ? block->level - 1 : 0;
    style.indent += depth * t->styles[BUL_STYLE_BODY].size;
    style.hang += depth * t->styles[BUL_STYLE_BODY].size;
    bul_span span = block->label.text.len > 0 ? block->label.span : block->span;
    add_runs(caster, &style, &block->runs, label_of(caster, block),
             BUL_ROLE_LIST_ITEM, span);
}

static bool is_verse(const bul_block *block)
{
    for (size_t i = 0; i < block->runs.count; i++)
        if (block->runs.items[i].flags & BUL_RUN_NEWLINE)
            return true;
    return false;
}

/* Verse keeps its lines: each is a paragraph, and a poem is not split over
 * columns unless it is longer than one. */
static void add_quote(bul_caster *caster, const bul_block *block)
{
    bul_style style = caster->c->template->styles[BUL_STYLE_QUOTE];
    bool verse = is_verse(block);
    if (verse && caster->after_verse)
        bul_caster_add_white(caster, 1, block->span); /* between stanzas */
    if (verse) {
        style.hang = style.indent;
        style.align = BUL_STYLE_LEFT;
        caster->keep_group = new_group(caster);
    }
    add_runs(caster, &style, &block->runs, (bul_str){0}, BUL_ROLE_QUOTE,
             block->span);
    caster->keep_group = 0;
}

static void add_block(bul_caster *caster, const bul_block *block,
                      const bul_style *body)
{
    caster->block_number++;
    if (block->kind != BUL_BLOCK_PARAGRAPH && block->kind != BUL_BLOCK_FIGURE)
        caster->drop_lines = 0; /* no paragraph comes first */
    if (block->keep_together)
        caster->keep_group = new_group(caster);
    switch (block->kind) {
    case BUL_BLOCK_PARAGRAPH:
        add_paragraph(caster, block, body);
        break;
    case BUL_BLOCK_CROSSHEAD:
        add_crosshead(caster, block);
        break;
    case BUL_BLOCK_ITEM:
        add_item(caster, block);
        break;
    case BUL_BLOCK_QUOTE:
        add_quote(caster, block);
        break;
    case BUL_BLOCK_FIGURE:
        if (!bul_figure_is_wide(block->figure, caster->column_count))
            bul_caster_add_figure(caster, block->figure);
        break;
    case BUL_BLOCK_TABLE:
        if (!bul_table_is_wide(caster->c, block->table, caster->measure,
                               caster->column_count))
            bul_caster_add_table(caster, block->table, block->span);
        break;
    case BUL_BLOCK_BOX:
        bul_caster_add_box(caster, block->box, block->span);
        break;
    case BUL_BLOCK_QR:
        bul_caster_add_qr(caster, block);
        break;
    }
    if (block->keep_together)
        caster->keep_group = 0;
    caster->after_verse = block->kind == BUL_BLOCK_QUOTE && is_verse(block);
}

void bul_caster_add_blocks(bul_caster *caster, const bul_blocks *blocks,
                           const bul_style *body)
{
    for (size_t i = 0; i < blocks->count; i++)
        add_block(caster, &blocks->items[i], body);
}

/* Pictures of the front matter have no place in the text: those of one column
 * are spread over it, the k-th of n after k/(n+1) of the paragraphs. */
typedef struct spread {
    const bul_figure *figures[64];
    size_t count, placed;
    size_t block_count;
} spread;

static void collect_spread(const bul_article *article, int column_count,
                           spread *s)
{
    s->block_count = article->blocks.count;
    for (size_t i = 0; i < article->figures.count; i++) {
        const bul_figure *figure = &article->figures.items[i];
        if (!bul_figure_is_wide(figure, column_count) && s->count < 64)
            s->figures[s->count++] = figure;
    }
}

/* Never between a crosshead and its text. */
static bool figure_due(const spread *s, const bul_blocks *blocks, size_t done)
{
    if (s->placed >= s->count)
        return false;
    if (done == s->block_count)
        return true;
    bool after_head =
        done > 0 && blocks->items[done - 1].kind == BUL_BLOCK_CROSSHEAD;
    return !after_head &&
           done * (s->count + 1) >= (s->placed + 1) * s->block_count;
}

static void add_note(bul_caster *caster, const bul_article *article)
{
    const bul_compositor *c = caster->c;
    const bul_style *style = &c->template->styles[BUL_STYLE_NOTE];
    for (size_t i = 0; i < article->note.count; i++) {
        const bul_line_of_text *line = &article->note.items[i];
        bul_styled_run runs[2];
        size_t count = 0;
        if (i == 0) {
            bul_style strong = *style;
            strong.family = c->template->styles[BUL_STYLE_STRONG].family;
            strong.weight = c->template->styles[BUL_STYLE_STRONG].weight;
            runs[count++] =
                bul_compositor_run(c, &strong, BUL_STR("编者按："), line->span);
        }
        runs[count++] = bul_compositor_run(c, style, line->text, line->span);
        bul_set_text text =
            bul_compositor_set(c, style, runs, count, caster->measure);
        bul_caster_add_text(caster, &text, style, BUL_ROLE_PARAGRAPH,
                            line->span);
    }
}

static void add_source(bul_caster *caster, const bul_article *article)
{
    const bul_style *style = &caster->c->template->styles[BUL_STYLE_SOURCE];
    if (article->source.text.len == 0)
        return;
    bul_set_text text =
        bul_compositor_line(caster->c, style, article->source.text,
                            article->source.span, caster->measure);
    bul_caster_add_text(caster, &text, style, BUL_ROLE_PARAGRAPH,
                        article->source.span);
}

void bul_caster_add_article(bul_caster *caster, const bul_article *article)
{
    const bul_template *t = caster->c->template;
    if (!article->is_boxed)
        caster->drop_lines = t->heads[article->level].drop_lines;
    add_note(caster, article);
    spread s = {0};
    collect_spread(article, caster->column_count, &s);
    for (size_t i = 0; i <= article->blocks.count; i++) {
        while (figure_due(&s, &article->blocks, i)) {
            caster->block_number++;
            bul_caster_add_figure(caster, s.figures[s.placed++]);
        }
        if (i == article->blocks.count)
            break;
        size_t first = caster->galley->slugs.count;
        add_block(caster, &article->blocks.items[i],
                  &t->styles[BUL_STYLE_BODY]);
        bul_caster_offer_drop(caster, article, i, first);
    }
    bul_caster_offer_feet(caster, article);
    add_source(caster, article);
    bul_caster_add_notes(caster, article);
}

bul_galley *bul_galley_set(const bul_compositor *c, const bul_article *article,
                           bul_mpt measure, int column_count)
{
    bul_galley *galley = BUL_NEW(c->arena, bul_galley, 1);
    galley->measure = measure;
    bul_caster caster = {.c = c,
                         .galley = galley,
                         .measure = measure,
                         .column_count = column_count};
    bul_caster_add_article(&caster, article);
    return galley;
}

static void add_brief(bul_caster *caster, const bul_block *head,
                      const bul_block *text)
{
    const bul_compositor *c = caster->c;
    const bul_style *style = &c->template->styles[BUL_STYLE_BOX_TEXT];
    bul_style lead = c->template->styles[BUL_STYLE_BRIEF_LEAD];
    lead.size = style->size;
    bul_arena_mark mark = bul_arena_mark_now(c->scratch);
    bul_styled_runs styled = {0};
    if (head)
        bul_compositor_add_runs(c, &lead, &head->runs, &styled);
    if (text)
        bul_compositor_add_runs(c, style, &text->runs, &styled);
    bul_copy copy = {
        .style = style,
        .styled = &styled,
        .runs = {head ? &head->runs : NULL, text ? &text->runs : NULL},
        .role = BUL_ROLE_PARAGRAPH,
        .span = head ? head->span : text->span};
    add_copy(caster, &copy);
    bul_arena_rewind(c->scratch, mark);
}

void bul_caster_add_briefs(bul_caster *caster, const bul_article *article)
{
    const bul_style *style = &caster->c->template->styles[BUL_STYLE_BOX_TEXT];
    for (size_t i = 0; i < article->blocks.count; i++) {
        const bul_block *block = &article->blocks.items[i];
        const bul_block *next =
            i + 1 < article->blocks.count ? block + 1 : NULL;
        bool joins = block->kind == BUL_BLOCK_CROSSHEAD && next &&
                     next->kind == BUL_BLOCK_PARAGRAPH;
        size_t first = caster->galley->slugs.count;
        caster->block_number++;
        if (joins) {
            add_brief(caster, block, next);
            i++;
        } else if (block->kind == BUL_BLOCK_CROSSHEAD) {
            add_brief(caster, block, NULL);
        } else if (block->kind == BUL_BLOCK_PARAGRAPH) {
            add_brief(caster, NULL, block);
        } else {
            add_block(caster, block, style);
        }
        bul_caster_offer_drop(caster, article, i, first);
    }
    for (size_t i = 0; i < article->figures.count; i++)
        if (!bul_figure_is_wide(&article->figures.items[i], 1))
            bul_caster_add_figure(caster, &article->figures.items[i]);
    add_source(caster, article);
    bul_caster_add_notes(caster, article);
}

bul_galley *bul_galley_set_briefs(const bul_compositor *c,
                                  const bul_article *article, bul_mpt measure)
{
    bul_galley *galley = BUL_NEW(c->arena, bul_galley, 1);
    galley->measure = measure;
    bul_caster caster = {
        .c = c, .galley = galley, .measure = measure, .column_count = 1};
    bul_caster_add_briefs(&caster, article);
    return galley;
}
