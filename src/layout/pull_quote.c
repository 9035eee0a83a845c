/* SPDX-License-Identifier: MIT */
#include "layout/pull_quote.h"

#include "layout/galley.h"
#include "layout/title.h"

#define MOST_LINES 6

/* Its parts, from the upper rule to the lower. */
typedef struct quote_parts {
    bul_set_text mark, text;
    bul_mpt indent; /* of the text: the mark stands before it */
    bul_mpt pad;    /* from a rule to the ink of the text */
    bul_mpt depth;
} quote_parts;

static quote_parts set_parts(const bul_compositor *compositor,
                             const bul_article *article, size_t index,
                             bul_mpt width)
{
    const bul_template *t = compositor->template;
    const bul_pull_quote_plan *plan = &t->pull_quote;
    const bul_line_of_text *quote = &article->quotes.items[index];
    const bul_style *style = &plan->style;
    bul_compositor c = *compositor;
    c.vocabulary = bul_title_vocabulary(compositor, article);
    quote_parts parts = {0};
    if (plan->mark.size > 0) {
        parts.mark = bul_compositor_line(&c, &plan->mark, BUL_STR("“"),
                                         quote->span, width);
        parts.indent = parts.mark.width + style->size / 3;
    }
    parts.text = bul_compositor_line(&c, style, quote->text, quote->span,
                                     width - parts.indent);
    int lines = (int)parts.text.line_count;
    parts.pad = plan->rule > 0 ? t->leading * 2 / 3 : 0;
    parts.depth = (lines - 1) * style->leading + style->size +
                  2 * (plan->rule + parts.pad);
    return parts;
}

int bul_pull_quote_rows(const bul_compositor *c, const bul_article *article,
                        size_t index, bul_mpt width)
{
    quote_parts parts = set_parts(c, article, index, width);
    if (parts.text.line_count == 0 || parts.text.line_count > MOST_LINES)
        return 0;
    return bul_grid_rows(c->template, parts.depth + c->template->leading);
}

static void add_lines(const bul_compositor *c, bul_block_of_type *block,
                      const bul_style *style, const bul_set_text *text,
                      bul_mpt x, bul_mpt y)
{
    for (size_t i = 0; i < text->line_count; i++)
        bul_block_add_line(c->arena, block, &text->lines[i], x + style->left,
                           y + bul_style_baseline(style) +
                               (bul_mpt)i * style->leading);
}

static void add_rule(const bul_compositor *c, bul_block_of_type *block,
                     bul_mpt width, bul_mpt y)
{
    const bul_pull_quote_plan *plan = &c->template->pull_quote;
    if (plan->rule > 0)
        bul_block_add_bar(
            c->arena, block,
            (bul_bar){0, y, width, plan->rule, plan->rule_color, 0});
}

bul_block_of_type bul_pull_quote_set(const bul_compositor *c,
                                     const bul_article *article, size_t index,
                                     bul_mpt width, int rows)
{
    const bul_pull_quote_plan *plan = &c->template->pull_quote;
    quote_parts parts = set_parts(c, article, index, width);
    bul_block_of_type block = {0};
    bul_mpt top = (rows * c->template->leading - parts.depth) / 2;
    bul_mpt y = top + plan->rule + parts.pad;
    add_rule(c, &block, width, top);
    add_lines(c, &block, &plan->mark, &parts.mark, 0, y);
    add_lines(c, &block, &plan->style, &parts.text, parts.indent, y);
    add_rule(c, &block, width, top + parts.depth - plan->rule);
    return block;
}
