/* SPDX-License-Identifier: MIT */
#include "layout/figure.h"

#include "layout/galley.h"

bool bul_figure_is_wide(const bul_figure *figure, int column_count)
{
    if (figure->place == BUL_PLACE_INLINE)
        return false;
    return column_count >= BUL_ALL_WIDE ||
           (column_count > 1 && bul_figure_columns(figure, column_count) > 1);
}

int bul_figure_columns(const bul_figure *figure, int column_count)
{
    int columns = figure->columns;
    if (columns <= 0) /* 栏宽 not said: one column of two, two of more */
        columns = column_count > 2 && figure->place != BUL_PLACE_AUTO ? 2 : 1;
    return columns > column_count ? column_count : columns;
}

/* Depth of a picture that ends on the ink foot of its last row. */
static bul_mpt depth_of_rows(const bul_template *t, int rows)
{
    return rows * t->leading - 2 * t->ink_top;
}

/* A picture's shape. Where lines run down the page it is told along and across
 * them: the picture stands upright, so its height is its width here. */
typedef struct picture_shape {
    int64_t width, height;
} picture_shape;

static picture_shape shape_of(const bul_compositor *c,
                              const bul_picture *picture)
{
    int64_t w = bul_picture_seen_width(picture);
    int64_t h = bul_picture_seen_height(picture);
    return c->is_vertical ? (picture_shape){h, w} : (picture_shape){w, h};
}

/* Rows a picture of its own shape takes at a width, to the nearest line. */
static int rows_of_picture(const bul_compositor *c, const bul_picture *picture,
                           bul_mpt width)
{
    const bul_template *t = c->template;
    picture_shape shape = shape_of(c, picture);
    int64_t natural = width * shape.height / shape.width;
    int64_t rows = (natural + 2 * t->ink_top + t->leading / 2) / t->leading;
    return rows < 2 ? 2 : rows > INT16_MAX ? INT16_MAX : (int)rows;
}

int bul_figure_rows(const bul_compositor *c, const bul_figure *figure,
                    bul_mpt width)
{
    return figure->picture ? rows_of_picture(c, figure->picture, width) : 0;
}

/* Thousandths to cut off each of two sides so that `have` becomes `want`. */
static uint16_t crop_of(int64_t have, int64_t want)
{
    if (have <= want)
        return 0;
    return (uint16_t)((have - want) * 1000 / (2 * have));
}

/* What is read out instead of the picture. */
static bul_str alt_of(const bul_compositor *c, const bul_figure *figure)
{
    const bul_runs *caption = &figure->caption;
    if (figure->alt.text.len > 0 || caption->count == 0)
        return figure->alt.text;
    if (caption->count == 1)
        return caption->items[0].text;
    bul_text text = bul_text_in(c->arena);
    for (size_t i = 0; i < caption->count; i++)
        bul_text_add(&text, caption->items[i].text);
    return bul_text_str(&text);
}

static void add_picture(const bul_compositor *c, bul_set_figure *set,
                        const bul_figure *figure, bul_mpt x, bul_mpt width,
                        bul_mpt depth)
{
    const bul_picture *picture = figure->picture;
    if (figure->is_whole) { /* a chart: rather white beside it than a cut */
        picture_shape whole = shape_of(c, picture);
        bul_mpt own = bul_mpt_scale(width, whole.height, whole.width);
        bul_mpt narrow = bul_mpt_scale(depth, whole.width, whole.height);
        x += own > depth ? (width - narrow) / 2 : 0;
        width = own > depth ? narrow : width;
        depth = own > depth ? depth : own;
    }
    bul_item *item = BUL_PUSH(c->arena, &set->type.items);
    item->type = BUL_ITEM_PICTURE;
    bul_placed_picture *placed = &item->as.picture;
    placed->x = x;
    placed->y = c->template->ink_top;
    placed->w = width;
    placed->h = depth;
    placed->picture = picture;
    placed->span = figure->file.span;
    placed->caption = alt_of(c, figure);
    picture_shape shape = shape_of(c, picture);
    bul_mpt natural = bul_mpt_scale(width, shape.height, shape.width);
    uint16_t ends = crop_of(natural, depth);
    uint16_t sides = 0;
    if (natural < depth)
        sides = crop_of(bul_mpt_scale(depth, shape.width, shape.height), width);
    placed->crop_ends = c->is_vertical ? sides : ends;
    placed->crop_sides = c->is_vertical ? ends : sides;
}

/* Caption and credit, as wide as the picture, from `place` down. The credit
 * stands at the right of the caption's last line where there is room, else on
 * a line of its own. Yields the foot of the last square. */
static bul_mpt add_caption(const bul_compositor *c, bul_set_figure *set,
                           const bul_figure *figure, bul_bar place)
{
    const bul_style *style = &c->template->styles[BUL_STYLE_CAPTION];
    const bul_style *credit = &c->template->styles[BUL_STYLE_CREDIT];
    bul_mpt last_width = 0;
    bul_mpt baseline = place.y + bul_style_baseline(style) - style->leading;
    if (figure->caption.count > 0) {
        bul_styled_runs styled = {0};
        bul_compositor_add_runs(c, style, &figure->caption, &styled);
        bul_set_text text =
            bul_compositor_set(c, style, styled.items, styled.count, place.w);
        for (size_t i = 0; i < text.line_count; i++) {
            baseline += style->leading;
            last_width = text.lines[i].x + text.lines[i].width;
            bul_block_add_line(c->arena, &set->type, &text.lines[i],
                               style->left, baseline);
        }
    }
    if (figure->credit.text.len > 0) {
        bul_mpt credit_width =
            bul_compositor_width(c, credit, figure->credit.text);
        bool beside = last_width > 0 &&
                      last_width + credit_width + style->size <= place.w;
        if (!beside)
            baseline += style->leading;
        bul_style right = *credit;
        right.align = BUL_STYLE_RIGHT;
        bul_set_text text = bul_compositor_line(c, &right, figure->credit.text,
                                                figure->credit.span, place.w);
        if (text.line_count > 0)
            bul_block_add_line(c->arena, &set->type, &text.lines[0],
                               credit->left, baseline);
    }
    return baseline + style->size - bul_style_baseline(style);
}

static bool has_caption(const bul_figure *figure)
{
    return figure->caption.count > 0 || figure->credit.text.len > 0;
}

/* `shown` is the picture's width; rows 0: there is none. */
static bul_set_figure set_figure(const bul_compositor *c,
                                 const bul_figure *figure, bul_mpt width,
                                 bul_mpt shown, int rows)
{
    bul_set_figure set = {0};
    const bul_template *t = c->template;
    bul_mpt foot = 0;
    bul_bar caption = {.w = width};
    if (rows > 0) {
        bul_mpt depth = depth_of_rows(t, rows);
        caption = (bul_bar){.x = (width - shown) / 2, .w = shown};
        add_picture(c, &set, figure, caption.x, shown, depth);
        foot = t->ink_top + depth;
        set.rows = rows;
    }
    if (has_caption(figure)) {
        caption.y = foot + t->caption_gap;
        foot = add_caption(c, &set, figure, caption);
        set.rows = bul_grid_rows(t, foot - t->ink_top);
    }
    return set;
}

bul_set_figure bul_figure_set(const bul_compositor *c, const bul_figure *figure,
                              bul_mpt width, int row_limit)
{
    if (figure->picture == NULL)
        return set_figure(c, figure, width, width, 0);
    int limit = row_limit - (has_caption(figure) ? 2 : 0);
    int rows = rows_of_picture(c, figure->picture, width);
    if (rows <= limit)
        return set_figure(c, figure, width, width, rows);
    /* Too deep: narrower, in the middle, rather than cut. */
    picture_shape shape = shape_of(c, figure->picture);
    bul_mpt shown = bul_mpt_scale(depth_of_rows(c->template, limit),
                                  shape.width, shape.height);
    return set_figure(c, figure, width, shown, limit);
}

bul_set_figure bul_figure_set_deep(const bul_compositor *c,
                                   const bul_figure *figure, bul_mpt width,
                                   int picture_rows)
{
    return set_figure(c, figure, width, width,
                      figure->picture ? picture_rows : 0);
}

void bul_caster_add_figure(bul_caster *caster, const bul_figure *figure)
{
    const bul_compositor *c = caster->c;
    int limit = c->template->line_count * 3 / 5;
    bul_set_figure set = bul_figure_set(c, figure, caster->measure, limit);
    if (set.rows == 0)
        return;
    bul_slug *slug =
        bul_caster_add(caster, set.rows + 1, BUL_ROLE_FIGURE, figure->span);
    slug->flags = BUL_SLUG_FLOATS;
    slug->white = 1;
    slug->keep_group = 0;
    slug->type = set.type;
}
