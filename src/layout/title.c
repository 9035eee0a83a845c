/* SPDX-License-Identifier: MIT */
#include "layout/title.h"

#include "layout/headline.h"

bul_style bul_title_at_size(const bul_style *style, bul_mpt size)
{
    bul_style resized = *style;
    resized.leading = bul_mpt_scale(style->leading, size, style->size);
    resized.size = size;
    return resized;
}

/* U+200B stands for each bar, in a run of its own, so that it gets into
 * nothing that is printed or copied. */
bul_set_text bul_title_set(const bul_compositor *c, const bul_style *style,
                           const bul_line_of_text *title, bul_mpt width)
{
    bul_styled_runs runs = {0};
    bul_str rest = title->text;
    bul_str piece;
    bul_span span = title->span;
    while (bul_str_cut(&rest, BUL_HEADLINE_BAR, &piece)) {
        if (runs.count > 0) {
            *BUL_PUSH(c->arena, &runs) =
                bul_compositor_run(c, style, BUL_STR("\xE2\x80\x8B"), span);
            span.start++;
        }
        *BUL_PUSH(c->arena, &runs) = bul_compositor_run(c, style, piece, span);
        span.start += (uint32_t)piece.len;
    }
    return bul_compositor_set(c, style, runs.items, runs.count, width);
}

bul_str bul_title_vocabulary(const bul_compositor *c,
                             const bul_article *article)
{
    bul_text text = bul_text_in(c->arena);
    bul_text_add(&text, c->vocabulary);
    bul_text_add(&text, BUL_STR("\n"));
    for (size_t i = 0; i < article->blocks.count; i++) {
        const bul_runs *runs = &article->blocks.items[i].runs;
        for (size_t n = 0; n < runs->count; n++)
            bul_text_add(&text, runs->items[n].text);
        bul_text_add(&text, BUL_STR("\n"));
    }
    return bul_text_str(&text);
}

static void add_words(bul_text *text, const bul_lines_of_text *words)
{
    for (size_t i = 0; i < words->count; i++) {
        bul_text_add(text, words->items[i].text);
        bul_text_add(text, BUL_STR("\n"));
    }
}

bul_str bul_title_words(bul_arena *arena, const bul_lines_of_text *terms,
                        const bul_lines_of_text *names)
{
    bul_text text = bul_text_in(arena);
    add_words(&text, terms);
    add_words(&text, names);
    return bul_text_str(&text);
}
