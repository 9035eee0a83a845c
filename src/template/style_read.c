/* SPDX-License-Identifier: MIT */
/* style_read.c - the parts a layout is made of: lengths, colours, styles. */
#include "template/reader.h"

bul_mpt bul_reader_length_of(const bul_template_reader *r, const bul_yaml *node,
                             bul_mpt absent)
{
    bul_mpt length;
    if (node == NULL || !bul_measure_read(node->text, r->base, &length))
        return absent;
    return length;
}

bul_mpt bul_reader_length(const bul_template_reader *r, const bul_yaml *map,
                          const char *key, bul_mpt absent)
{
    return bul_reader_length_of(r, bul_yaml_find(map, key), absent);
}

bul_color bul_reader_color(const bul_template_reader *r, const bul_yaml *map,
                           const char *key, bul_color absent)
{
    const bul_yaml *node = bul_yaml_find(map, key);
    if (node == NULL)
        return absent;
    bul_color color = absent;
    if (!bul_palette_read(&r->palette, node->text, &color))
        bul_report(r->diag, BUL_MSG_LAYOUT_BAD_COLOR, node->span,
                   BUL_ARGS(node->text));
    return color;
}

static void read_sizes(const bul_template_reader *r, const bul_yaml *map,
                       bul_style *style)
{
    const bul_yaml *sizes = bul_yaml_find(map, "size");
    size_t count = bul_yaml_item_count(sizes);
    for (size_t i = 0; i < count && i < BUL_STYLE_SIZES; i++)
        style->sizes[i] =
            bul_reader_length_of(r, bul_yaml_item(sizes, i), r->base.em);
    if (count > 0)
        style->size_count = count < BUL_STYLE_SIZES ? count : BUL_STYLE_SIZES;
    style->size = style->sizes[0];
}

/* Type that would stand on itself, or leave its column, is set plainly. */
static void check_style(const bul_template_reader *r, const bul_yaml *map,
                        bul_style *style)
{
    const bul_template *t = r->template;
    bul_mpt least = style->indent < style->hang ? style->indent : style->hang;
    bul_mpt most = style->indent > style->hang ? style->indent : style->hang;
    if (style->tracking < -style->size / 4) {
        bul_report(r->diag, BUL_MSG_LAYOUT_BAD_TRACKING,
                   bul_yaml_span(map, "tracking"), BUL_NO_ARGS);
        style->tracking = 0;
    }
    if (style->left + most + style->right <= r->room - r->base.em &&
        style->left + least >= -t->gutter && style->right >= -t->gutter)
        return;
    bul_report(r->diag, BUL_MSG_LAYOUT_BAD_INDENT, map->span, BUL_NO_ARGS);
    style->indent = style->hang = style->left = style->right = 0;
}

bul_style bul_reader_style(const bul_template_reader *r, const bul_yaml *map,
                           bul_style like)
{
    bul_style style = like;
    if (map == NULL)
        return style;
    if (bul_yaml_find(map, "font")) {
        style.family = bul_yaml_text(map, "font");
        style.family_span = bul_yaml_span(map, "font");
    }
    bul_mpt old_size = style.size;
    style.weight = (unsigned)bul_yaml_choice(map, "weight", (int)style.weight);
    read_sizes(r, map, &style);
    bool resized = style.size != old_size;
    style.leading = bul_reader_length(
        r, map, "leading", resized ? style.size * 13 / 10 : style.leading);
    style.align =
        (bul_style_align)bul_yaml_choice(map, "align", (int)style.align);
    style.indent = bul_reader_length(r, map, "indent", style.indent);
    style.has_own_indent =
        style.has_own_indent || bul_yaml_find(map, "indent") != NULL;
    style.hang = bul_reader_length(r, map, "hang", style.hang);
    style.left = bul_reader_length(r, map, "left", style.left);
    style.right = bul_reader_length(r, map, "right", style.right);
    style.above = bul_reader_length(r, map, "above", style.above);
    style.below = bul_reader_length(r, map, "below", style.below);
    style.tracking = bul_reader_length(r, map, "tracking", style.tracking);
    style.spread_short =
        bul_reader_length(r, map, "spread_short", style.spread_short);
    style.color = bul_reader_color(r, map, "color", style.color);
    style.half_quotes =
        bul_yaml_choice(map, "quotes", style.half_quotes ? 1 : 0) == 1;
    style.max_lines = (int)bul_yaml_int(map, "lines", style.max_lines);
    check_style(r, map, &style);
    return style;
}

bul_style bul_reader_plain_style(const bul_template_reader *r)
{
    bul_style style = r->template->styles[BUL_STYLE_BODY];
    style.indent = 0;
    style.align = BUL_STYLE_LEFT;
    return style;
}
