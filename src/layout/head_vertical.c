/* SPDX-License-Identifier: MIT */
/* head_vertical.c - heads whose lines run down the page.
 *
 * The title fills its line when it nearly does so by itself, and stands in the
 * middle of it otherwise; kicker and subtitle begin at the top, the byline
 * ends above the foot. */
#include "layout/head_vertical.h"

#include "layout/galley.h"
#include "layout/title.h"
#include "layout/turn.h"

/* A size in one line is worth this much of a larger one in two. */
#define ONE_LINE_PERMILLE 700
#define MOST_TITLE_LINES  2
#define FRAME_WEIGHT      750 /* where the layout gives boxes no outline */

/* The head in the making: x along the lines, y across them. */
typedef struct setting {
    const bul_compositor *c;
    const bul_article *article;
    bul_vertical_head *head;
    bool is_beside; /* 竖题 */
    bul_mpt length;
    bul_mpt y;
} setting;

static void mark(const bul_compositor *c, bul_block_of_type *block,
                 bul_item_type type, bul_role role)
{
    bul_item *item = BUL_PUSH(c->arena, &block->items);
    item->type = type;
    item->as.mark = (bul_mark){role, 0};
}

static void add_text(setting *s, const bul_style *style,
                     const bul_set_text *text, bul_role role)
{
    if (text->line_count == 0)
        return;
    if (s->y > 0) /* white between the parts */
        s->y += s->c->template->styles[BUL_STYLE_BODY].size / 2;
    s->y += style->above;
    mark(s->c, &s->head->type, BUL_ITEM_BEGIN, role);
    for (size_t i = 0; i < text->line_count; i++) {
        bul_mpt top = s->y + (style->leading - style->size) / 2;
        bul_block_add_line(s->c->arena, &s->head->type, &text->lines[i],
                           style->left, top + bul_style_baseline(style));
        s->y += style->leading;
    }
    mark(s->c, &s->head->type, BUL_ITEM_END, role);
    s->y += style->below;
}

static void add_line(setting *s, const bul_style *wanted, bul_style_align align,
                     const bul_line_of_text *line)
{
    if (line->text.len == 0)
        return;
    bul_style style = *wanted;
    style.align = align;
    bul_mpt foot = 2 * s->c->template->styles[BUL_STYLE_BODY].size;
    if (align == BUL_STYLE_RIGHT && s->length > 5 * foot)
        style.right += foot;
    bul_set_text text =
        bul_compositor_line(s->c, &style, line->text, line->span, s->length);
    add_text(s, &style, &text, BUL_ROLE_HEAD_LINE);
}

/* ---- The title. ---- */

static const bul_style *title_style(const setting *s)
{
    const bul_template *t = s->c->template;
    if (s->article->level == BUL_LEVEL_BRIEF)
        return &t->styles[BUL_STYLE_BOX_LABEL];
    const bul_head_plan *plan = &t->heads[s->article->level];
    return s->is_beside ? &plan->side_title : &plan->title;
}

/* The title's style at one of its sizes; leading keeps its proportion. */
static bul_style sized_title(const setting *s, size_t size_index)
{
    const bul_style *plan = title_style(s);
    bul_style style = bul_title_at_size(plan, plan->sizes[size_index]);
    style.align = BUL_STYLE_CENTER;
    style.max_lines = MOST_TITLE_LINES;
    return style;
}

static bul_set_text set_title(const setting *s, bul_style *style)
{
    bul_set_text text =
        bul_title_set(s->c, style, &s->article->title, s->length);
    if (text.line_count > 1)
        style->align = BUL_STYLE_LEFT;
    else if ((int64_t)text.width * 1000 >=
             (int64_t)s->length * BUL_TITLE_SPREAD_PERMILLE)
        style->align = BUL_STYLE_SPREAD;
    else
        return text;
    return bul_title_set(s->c, style, &s->article->title, s->length);
}

static void add_parts(setting *s, const bul_style *title,
                      const bul_set_text *text)
{
    const bul_head_plan *plan = &s->c->template->heads[s->article->level];
    const bul_article *article = s->article;
    add_line(s, &plan->kicker, BUL_STYLE_LEFT, &article->kicker);
    if (title)
        add_text(s, title, text, BUL_ROLE_HEADLINE);
    add_line(s, &plan->subtitle, BUL_STYLE_LEFT, &article->subtitle);
    for (size_t i = 0; i < article->summary.count; i++)
        add_line(s, &plan->summary, BUL_STYLE_LEFT, &article->summary.items[i]);
    add_line(s, &plan->byline, BUL_STYLE_RIGHT, &article->byline);
}

/* The whole head with its title in one of its sizes. */
static bul_vertical_head set_at(setting *s, size_t size_index,
                                size_t *line_count)
{
    bul_vertical_head head = {0};
    s->head = &head;
    s->y = 0;
    *line_count = 0;
    if (s->article->title.text.len > 0) {
        bul_style style = sized_title(s, size_index);
        bul_set_text text = set_title(s, &style);
        *line_count = text.line_count;
        add_parts(s, &style, &text);
    } else {
        add_parts(s, NULL, NULL);
    }
    head.depth = s->y;
    return head;
}

static bul_compositor down(const bul_compositor *c, const bul_article *article)
{
    bul_compositor own = *c;
    own.is_vertical = true;
    own.locale = article->locale;
    own.vocabulary = bul_title_vocabulary(c, article);
    return own;
}

static bul_vertical_head set_head(setting *s, bul_mpt room)
{
    const bul_style *plan = title_style(s);
    bul_vertical_head best = {0};
    bul_mpt best_size = 0;
    for (size_t i = 0; i < plan->size_count; i++) {
        size_t line_count;
        bul_vertical_head head = set_at(s, i, &line_count);
        head.fits =
            line_count <= MOST_TITLE_LINES && (room == 0 || head.depth <= room);
        bool is_last = i + 1 == plan->size_count;
        bool serves = head.fits || is_last;
        bool is_near = (int64_t)plan->sizes[i] * 1000 >=
                       (int64_t)best_size * ONE_LINE_PERMILLE;
        if (!best.fits && serves) {
            best = head;
            best_size = plan->sizes[i];
        } else if (best.fits && head.fits && is_near && line_count <= 1) {
            return head;
        }
        if (best.fits && line_count <= 1)
            return best;
    }
    return best;
}

bul_vertical_head bul_vertical_head_set(const bul_compositor *c,
                                        const bul_article *article,
                                        bul_mpt length, bul_mpt room)
{
    bul_compositor own = down(c, article);
    setting s = {.c = &own, .article = article, .length = length};
    return set_head(&s, room);
}

/* ---- 竖题. ---- */

/* White between the frame and the ends of the lines, and its sides. */
static bul_mpt pad_of(const bul_template *t)
{
    return t->styles[BUL_STYLE_BODY].size * 3 / 2;
}

static bul_mpt depth_of(const bul_template *t, int rows)
{
    return rows * t->leading - 2 * t->ink_top;
}

static bul_vertical_head set_beside(setting *s, bul_mpt width, int rows)
{
    const bul_template *t = s->c->template;
    bul_mpt em = t->styles[BUL_STYLE_BODY].size;
    s->length = depth_of(t, rows) - 2 * pad_of(t);
    if (s->length < em)
        s->length = em;
    return set_head(s, width - 2 * em);
}

static bool has_words(const bul_article *article)
{
    return article->title.text.len > 0 || article->kicker.text.len > 0 ||
           article->subtitle.text.len > 0 || article->summary.count > 0 ||
           article->byline.text.len > 0;
}

int bul_side_head_rows(const bul_compositor *c, const bul_article *article,
                       bul_mpt width)
{
    if (!has_words(article))
        return 0;
    bul_diag quiet; /* only what is kept may speak */
    bul_diag_init(&quiet, c->arena);
    bul_compositor own = down(c, article);
    own.diag = &quiet;
    setting s = {.c = &own, .article = article, .is_beside = true};
    const bul_template *t = c->template;
    int rows = bul_grid_rows(t, 2 * pad_of(t)) + 2;
    while (rows <= t->line_count && !set_beside(&s, width, rows).fits)
        rows++;
    return rows;
}

/* The outline of a place, drawn inside it. */
static void add_frame(bul_arena *arena, bul_block_of_type *block, bul_bar place,
                      bul_mpt line)
{
    bul_bar top = place;
    top.h = line;
    bul_bar foot = top;
    foot.y += place.h - line;
    bul_bar left = place;
    left.w = line;
    bul_bar right = left;
    right.x += place.w - line;
    bul_block_add_bar(arena, block, top);
    bul_block_add_bar(arena, block, foot);
    bul_block_add_bar(arena, block, left);
    bul_block_add_bar(arena, block, right);
}

bul_block_of_type bul_side_head_set(const bul_compositor *c,
                                    const bul_article *article, bul_mpt width,
                                    int rows, bool has_frame)
{
    const bul_template *t = c->template;
    bul_compositor own = down(c, article);
    setting s = {.c = &own, .article = article, .is_beside = true};
    bul_vertical_head head = set_beside(&s, width, rows);
    bul_mpt line = t->box_frame > 0 ? t->box_frame : FRAME_WEIGHT;
    bul_bar place = {.y = t->ink_top,
                     .w = width,
                     .h = depth_of(t, rows),
                     .color = t->rule_color};
    bul_block_of_type block = {0};
    if (has_frame) {
        mark(c, &block, BUL_ITEM_BEGIN, BUL_ROLE_FURNITURE);
        add_frame(c->arena, &block, place, line);
        mark(c, &block, BUL_ITEM_END, BUL_ROLE_FURNITURE);
    }
    bul_block_turn(c->arena, &head.type, head.depth);
    bul_block_add_block(c->arena, &block, &head.type, (width - head.depth) / 2,
                        place.y + pad_of(t));
    return block;
}
