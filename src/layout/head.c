/* SPDX-License-Identifier: MIT */
#include "layout/head.h"

#include "base/utf8.h"
#include "layout/galley.h"
#include "layout/headline.h"
#include "layout/title.h"

/* The head in the making: y is the foot of what stands. */
typedef struct setting {
    const bul_compositor *c;
    bul_head *head;
    bul_mpt width;
    bul_mpt y;
    const bul_head_choice *choice; /* NULL: sizes are tried, faults told */
} setting;

static void begin(setting *s, bul_role role)
{
    bul_item *item = BUL_PUSH(s->c->arena, &s->head->type.items);
    item->type = BUL_ITEM_BEGIN;
    item->as.mark = (bul_mark){role, 0};
}

static void end(setting *s, bul_role role)
{
    bul_item *item = BUL_PUSH(s->c->arena, &s->head->type.items);
    item->type = BUL_ITEM_END;
    item->as.mark = (bul_mark){role, 0};
}

/* Lines at x, one under another. */
static void add_text_at(setting *s, const bul_style *style,
                        const bul_set_text *text, bul_role role, bul_mpt x)
{
    if (text->line_count == 0)
        return;
    if (role == BUL_ROLE_HEADLINE) {
        s->head->title_lines = (int)text->line_count;
        s->head->title_size = style->size;
        s->head->title_width = text->width;
        s->head->title_last = text->lines[text->line_count - 1].width;
    }
    s->y += style->above;
    begin(s, role);
    for (size_t i = 0; i < text->line_count; i++) {
        /* A line's square stands in the middle of its leading. */
        bul_mpt top = s->y + (style->leading - style->size) / 2;
        bul_block_add_line(s->c->arena, &s->head->type, &text->lines[i], x,
                           top + bul_style_baseline(style));
        s->y += style->leading;
    }
    end(s, role);
    s->y += style->below;
}

static void add_text(setting *s, const bul_style *style,
                     const bul_set_text *text, bul_role role)
{
    add_text_at(s, style, text, role, style->left);
}

static void add_line(setting *s, const bul_style *style,
                     const bul_line_of_text *line)
{
    if (line->text.len == 0)
        return;
    bul_set_text text =
        bul_compositor_line(s->c, style, line->text, line->span, s->width);
    add_text(s, style, &text, BUL_ROLE_HEAD_LINE);
}

static bul_set_text set_title(const setting *s, const bul_style *style,
                              const bul_line_of_text *title)
{
    bul_set_text text = bul_title_set(s->c, style, title, s->width);
    if (style->align != BUL_STYLE_SPREAD)
        return text;
    bul_style left = *style;
    left.align = BUL_STYLE_LEFT;
    bul_set_text natural = bul_title_set(s->c, &left, title, s->width);
    for (size_t i = 0; i < natural.line_count; i++)
        if ((int64_t)natural.lines[i].width * 1000 <
            (int64_t)s->width * BUL_TITLE_SPREAD_PERMILLE)
            return natural;
    return text;
}

/* ---- Short titles spread to a width (短题均排). ---- */

static bool is_short_title(bul_str text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len; count++)
        if (!bul_utf8_is_han(bul_utf8_next(text, &at)))
            return false;
    return count >= 2 && count <= 4;
}

/* Adds a title of two to four hanzi spread to the style's width for such;
 * false where the style has none, or the title is wider already. */
static bool add_spread_title(setting *s, const bul_style *style,
                             const bul_line_of_text *title)
{
    bul_mpt room = s->width - style->left - style->right;
    bul_mpt width = style->spread_short;
    if (width <= 0 || width > room || !is_short_title(title->text) ||
        bul_compositor_width(s->c, style, title->text) >= width)
        return false;
    bul_style spread = *style;
    spread.align = BUL_STYLE_SPREAD;
    spread.left = spread.right = spread.indent = spread.hang = 0;
    bul_set_text text =
        bul_compositor_line(s->c, &spread, title->text, title->span, width);
    bul_mpt x = style->left;
    if (style->align == BUL_STYLE_CENTER)
        x += (room - width) / 2;
    else if (style->align == BUL_STYLE_RIGHT)
        x += room - width;
    add_text_at(s, style, &text, BUL_ROLE_HEADLINE, x);
    return true;
}

/* ---- A title that is a little too long. ---- */

#define MOST_TO_CUT 4 /* characters; more would be another title */

static bool is_parted_by_author(bul_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = bul_utf8_next(text, &at);
        if (c == ' ' || c == 0x3000 || c == (uint32_t)BUL_HEADLINE_BAR)
            return true;
    }
    return false;
}

/* Characters to cut for the title to fill one line of a size; 0: none, or too
 * many to ask for. */
static int64_t to_cut(const setting *s, const bul_style *sized,
                      const bul_line_of_text *title)
{
    bul_mpt room = s->width - sized->left - sized->right;
    bul_mpt width = bul_compositor_width(
        s->c, sized, bul_headline_plain(s->c->arena, title->text));
    bul_mpt each = sized->size + sized->tracking;
    int64_t count = width > room ? (width - room + each - 1) / each : 0;
    return count <= MOST_TO_CUT ? count : 0;
}

/* Says so where a few characters fewer would save the second line, or would
 * let the only line keep its size. A title of two clauses is left alone: it
 * was written for its lines. */
static void advise(const setting *s, const bul_style *style,
                   const bul_style *best, size_t line_count,
                   const bul_line_of_text *title)
{
    bool is_reduced = line_count == 1 && best->size < style->size;
    bool is_folded = line_count == 2;
    if ((!is_reduced && !is_folded) || is_parted_by_author(title->text))
        return;
    int64_t cut = to_cut(s, is_reduced ? style : best, title);
    if (cut == 0)
        return;
    bul_str plain = bul_headline_plain(s->c->arena, title->text);
    bul_report(
        s->c->diag,
        is_reduced ? BUL_MSG_LAYOUT_TITLE_REDUCED : BUL_MSG_LAYOUT_TITLE_FOLDED,
        title->span,
        BUL_ARGS(bul_str_int(s->c->arena, (int64_t)bul_utf8_count(plain)),
                 bul_str_int(s->c->arena, cut)));
}

/* A somewhat smaller size is worth it where it saves a line, this much. */
#define SMALLER_PERMILLE 900

/* The title in the size that make-up has chosen. */
static void add_chosen_title(setting *s, const bul_style *style,
                             const bul_line_of_text *title)
{
    bul_style sized = bul_title_at_size(style, style->sizes[s->choice->size]);
    bul_set_text text = set_title(s, &sized, title);
    add_text(s, &sized, &text, BUL_ROLE_HEADLINE);
}

/* The first size at which the title has no more lines than it may; a little
 * smaller where that saves a line. */
static void add_title(setting *s, const bul_style *style,
                      const bul_line_of_text *title)
{
    if (title->text.len == 0 || add_spread_title(s, style, title))
        return;
    if (s->choice && s->choice->size >= 0) {
        add_chosen_title(s, style, title);
        return;
    }
    bul_style best = *style;
    bul_set_text text = {0};
    for (size_t i = 0; i < style->size_count; i++) {
        bul_style sized = bul_title_at_size(style, style->sizes[i]);
        bool close = (int64_t)sized.size * 1000 >=
                     (int64_t)style->size * SMALLER_PERMILLE;
        bool done = text.line_count > 0 &&
                    (style->max_lines == 0 ||
                     text.line_count <= (size_t)style->max_lines);
        if (done && (!close || text.line_count == 1))
            break;
        bul_set_text other = set_title(s, &sized, title);
        if (text.line_count == 0 || other.line_count < text.line_count) {
            text = other;
            best = sized;
        }
    }
    if (s->choice == NULL)
        advise(s, style, &best, text.line_count, title);
    add_text(s, &best, &text, BUL_ROLE_HEADLINE);
}

/* 栏目条: a block of colour with the section's name, and a rule to the end of
 * the measure. */
static void add_section(setting *s, const bul_line_of_text *section)
{
    const bul_template *t = s->c->template;
    if (section->text.len == 0 || t->section_height <= 0)
        return;
    const bul_style *style = &t->styles[BUL_STYLE_SECTION];
    bul_mpt pad = style->size;
    bul_mpt room = s->width - 2 * pad;
    bul_mpt text_width = bul_compositor_width(s->c, style, section->text);
    bool is_long = text_width > room; /* it takes several lines, and is seen */
    if (is_long)
        text_width = room;
    bul_set_text text =
        bul_compositor_line(s->c, style, section->text, section->span,
                            is_long ? room : text_width + pad);
    bul_mpt more =
        is_long ? (bul_mpt)(text.line_count - 1) * style->leading : 0;
    bul_mpt rule = 750;
    bul_bar bar = {
        0, s->y, text_width + 2 * pad, t->section_height + more, t->accent, 0};
    bul_block_add_bar(s->c->arena, &s->head->type, bar);
    bul_block_add_bar(s->c->arena, &s->head->type,
                      (bul_bar){bar.w, s->y + bar.h - rule, s->width - bar.w,
                                rule, t->accent, 0});
    bul_mpt first = s->y + (t->section_height - style->size) / 2 +
                    bul_style_baseline(style);
    begin(s, BUL_ROLE_HEAD_LINE);
    for (size_t i = 0; i < text.line_count; i++)
        bul_block_add_line(s->c->arena, &s->head->type, &text.lines[i], pad,
                           first + (bul_mpt)i * style->leading);
    end(s, BUL_ROLE_HEAD_LINE);
    s->y += bar.h + t->leading / 2;
}

static void add_lines(setting *s, const bul_head_plan *plan,
                      const bul_article *article)
{
    const bul_line_of_text *title =
        s->choice && s->choice->title ? s->choice->title : &article->title;
    add_line(s, &plan->kicker, &article->kicker);
    add_title(s, &plan->title, title);
    add_line(s, &plan->subtitle, &article->subtitle);
    for (size_t i = 0; i < article->summary.count; i++)
        add_line(s, &plan->summary, &article->summary.items[i]);
    add_line(s, &plan->byline, &article->byline);
}

static void set_open(setting *s, const bul_article *article,
                     const bul_line_of_text *section)
{
    const bul_head_plan *plan = &s->c->template->heads[article->level];
    add_section(s, section);
    s->y += plan->above;
    bul_mpt start = s->y;
    add_lines(s, plan, article);
    if (s->y == start && s->head->type.items.count == 0)
        return; /* nothing to print: no white either */
    s->head->rows = bul_grid_rows(s->c->template, s->y + plan->below);
}

bul_head bul_head_set(const bul_compositor *compositor,
                      const bul_article *article, bul_mpt width,
                      bul_line_of_text section)
{
    bul_head head = {0};
    bul_compositor c = *compositor;
    c.vocabulary = bul_title_vocabulary(compositor, article);
    setting s = {.c = &c, .head = &head, .width = width};
    set_open(&s, article, &section);
    return head;
}

/* White between the rule on top of a box and its first line. */
static bul_mpt box_top(const bul_template *t)
{
    return t->ink_top + t->box_rule + t->leading / 2;
}

static void set_boxed(setting *s, const bul_article *article)
{
    const bul_template *t = s->c->template;
    const bul_head_plan *plan = &t->heads[article->level];
    s->y = box_top(t);
    add_line(s, &t->styles[BUL_STYLE_BOX_LABEL], &article->section);
    add_lines(s, plan, article);
    s->head->rows = bul_grid_rows(t, s->y + plan->below);
}

bul_head bul_head_set_boxed(const bul_compositor *compositor,
                            const bul_article *article, bul_mpt width)
{
    bul_head head = {0};
    bul_compositor c = *compositor;
    c.vocabulary = bul_title_vocabulary(compositor, article);
    setting s = {.c = &c, .head = &head, .width = width};
    set_boxed(&s, article);
    return head;
}

/* White that make-up adds stands half over, half under the head; all of it
 * under one that begins with a label. */
static void add_white(const bul_compositor *c, bul_head *head, int rows,
                      bool has_label)
{
    if (head->rows == 0)
        return;
    head->rows += rows;
    if (!has_label)
        bul_block_move(&head->type, 0, rows * c->template->leading / 2);
}

bul_head bul_head_set_chosen(const bul_compositor *compositor,
                             const bul_article *article, bul_mpt width,
                             bul_line_of_text section, bool is_boxed,
                             bul_head_choice choice)
{
    bul_head head = {0};
    bul_compositor c = *compositor;
    c.vocabulary = bul_title_vocabulary(compositor, article);
    setting s = {.c = &c, .head = &head, .width = width, .choice = &choice};
    if (is_boxed)
        set_boxed(&s, article);
    else
        set_open(&s, article, &section);
    bool has_label = is_boxed || section.text.len > 0;
    add_white(&c, &head, choice.more_rows, has_label);
    return head;
}

bul_head bul_head_set_label(const bul_compositor *c, const bul_article *article,
                            bul_mpt width)
{
    bul_head head = {0};
    const bul_template *t = c->template;
    setting s = {.c = c, .head = &head, .width = width, .y = box_top(t)};
    bul_line_of_text label = article->title;
    if (label.text.len == 0)
        label = article->section;
    if (label.text.len == 0)
        label.text = BUL_STR("简讯");
    add_line(&s, &t->styles[BUL_STYLE_BOX_LABEL], &label);
    add_line(&s, &t->heads[article->level].byline, &article->byline);
    head.rows = bul_grid_rows(t, s.y + t->ink_top);
    return head;
}
