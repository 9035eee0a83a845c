/* SPDX-License-Identifier: MIT */
/* proof_sheet.c - finished pages, moved onto larger sheets. What is added is
 * furniture and stands first, so that the rest reads as it did. */
#include "layout/proof_sheet.h"

#define NUMBERED_LINES 5     /* every so many grid lines */
#define NUMBER_SIZE    6500  /* 小六 */
#define NUMBER_GAP     5000  /* to the type area */
#define SLUG_SIZE      10500 /* 五号 */
#define SLUG_Y         42000 /* baseline, from the top of the sheet */
#define FRAME_WEIGHT   250   /* of the line where the sheet is trimmed */
#define PALE           ((bul_color){BUL_COLOR_GREY, 0, 0, 0, 600})
#define BLACK          ((bul_color){BUL_COLOR_GREY, 0, 0, 0, 1000})

typedef struct drawing {
    const bul_compositor *c;
    const bul_edition *edition;
    const bul_page *page; /* the finished one */
    bul_page *sheet;
} drawing;

static bul_style style_of(bul_mpt size, bul_color color)
{
    return (bul_style){.family = BUL_STR("宋"),
                       .weight = 400,
                       .size = size,
                       .leading = size * 3 / 2,
                       .align = BUL_STYLE_LEFT,
                       .color = color,
                       .max_lines = 1};
}

static void draw_line(const drawing *d, const bul_style *style, bul_str text,
                      bul_mpt x, bul_mpt y)
{
    bul_block_of_type block = {0};
    bul_set_text set =
        bul_compositor_line(d->c, style, text, (bul_span){0}, d->sheet->width);
    for (size_t i = 0; i < set.line_count; i++)
        bul_block_add_line(d->c->arena, &block, &set.lines[i], x,
                           y + (bul_mpt)i * style->leading);
    bul_page_add_block(d->c->arena, d->sheet, &block, 0, 0);
}

/* "样张 一周工运 第46期 第2版　一校____二校____三校____" */
static void draw_slug(const drawing *d)
{
    bul_arena *arena = d->c->arena;
    bul_text text = bul_text_in(arena);
    bul_text_add(&text, BUL_STR("样张 "));
    bul_text_add(&text, d->edition->title);
    bul_text_add(&text, BUL_STR(" 第"));
    bul_text_add_int(&text, (int64_t)d->page->number);
    bul_text_add(&text, BUL_STR("版　一校____二校____三校____"));
    bul_style style = style_of(SLUG_SIZE, BLACK);
    bul_str words = bul_text_str(&text);
    bul_mpt natural = bul_compositor_width(d->c, &style, words);
    if (natural > d->page->width)
        style.size = bul_mpt_scale(style.size, d->page->width, natural + 1);
    draw_line(d, &style, words, BUL_PROOF_MARGIN, SLUG_Y);
}

static void draw_frame(const drawing *d)
{
    bul_mpt from = BUL_PROOF_MARGIN, weight = FRAME_WEIGHT;
    bul_mpt w = d->page->width, h = d->page->height;
    const bul_bar sides[] = {
        {from - weight, from - weight, w + 2 * weight, weight, PALE, 0},
        {from - weight, from + h, w + 2 * weight, weight, PALE, 0},
        {from - weight, from, weight, h, PALE, 0},
        {from + w, from, weight, h, PALE, 0}};
    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++)
        bul_page_add_bar(d->c->arena, d->sheet, sides[i]);
}

/* At both ends of a line across, on the baseline of the body text. */
static void number_across(const drawing *d, const bul_style *style, int line,
                          bul_str number)
{
    const bul_template *t = d->c->template;
    bul_mpt size = t->styles[BUL_STYLE_BODY].size;
    bul_mpt left = BUL_PROOF_MARGIN + t->left;
    bul_mpt y = BUL_PROOF_MARGIN + t->top + (line - 1) * t->leading +
                (t->leading - size) / 2 +
                bul_mpt_scale(size, BUL_SQUARE_TOP, 1000);
    draw_line(d, style, number,
              left - NUMBER_GAP - bul_compositor_width(d->c, style, number), y);
    draw_line(d, style, number,
              left + bul_template_span(t, t->column_count) + NUMBER_GAP, y);
}

/* Over and under a line that runs down: the first is at the right. */
static void number_down(const drawing *d, const bul_style *style, int line,
                        bul_str number)
{
    const bul_template *t = d->c->template;
    bul_mpt top = BUL_PROOF_MARGIN + t->left;
    bul_mpt axis = BUL_PROOF_MARGIN + d->page->width - t->top -
                   line * t->leading + t->leading / 2;
    bul_mpt x = axis - bul_compositor_width(d->c, style, number) / 2;
    draw_line(d, style, number, x, top - NUMBER_GAP);
    draw_line(d, style, number, x,
              top + bul_template_span(t, t->column_count) + NUMBER_GAP +
                  style->size);
}

static void draw_numbers(const drawing *d)
{
    const bul_template *t = d->c->template;
    bul_style style = style_of(NUMBER_SIZE, PALE);
    for (int line = NUMBERED_LINES; line <= t->line_count;
         line += NUMBERED_LINES) {
        bul_str number = bul_str_int(d->c->arena, line);
        if (t->rules.is_vertical)
            number_down(d, &style, line, number);
        else
            number_across(d, &style, line, number);
    }
}

static bul_page *sheet_of(const bul_compositor *c, const bul_edition *edition,
                          const bul_page *page)
{
    bul_page *sheet = BUL_NEW(c->arena, bul_page, 1);
    sheet->width = page->width + 2 * BUL_PROOF_MARGIN;
    sheet->height = page->height + 2 * BUL_PROOF_MARGIN;
    sheet->number = page->number;
    sheet->label = page->label;
    drawing d = {c, edition, page, sheet};
    bul_page_begin(c->arena, sheet, BUL_ROLE_FURNITURE, 0);
    draw_slug(&d);
    draw_numbers(&d);
    draw_frame(&d);
    bul_page_end(c->arena, sheet, BUL_ROLE_FURNITURE, 0);
    bul_block_of_type all = {.items = page->items, .links = page->links};
    bul_page_add_block(c->arena, sheet, &all, BUL_PROOF_MARGIN,
                       BUL_PROOF_MARGIN);
    return sheet;
}

const bul_edition *bul_proof_sheets(const bul_compositor *compositor,
                                    const bul_edition *edition)
{
    bul_compositor across = *compositor;
    bul_arena *arena = across.arena;
    bul_edition *sheets = bul_arena_copy(arena, edition, sizeof *edition);
    across.is_vertical = false;
    memset(&sheets->pages, 0, sizeof sheets->pages);
    memset(&sheets->bookmarks, 0, sizeof sheets->bookmarks);
    for (size_t i = 0; i < edition->pages.count; i++)
        *BUL_PUSH(arena, &sheets->pages) =
            sheet_of(&across, edition, edition->pages.items[i]);
    for (size_t i = 0; i < edition->bookmarks.count; i++) {
        bul_bookmark *bookmark = BUL_PUSH(arena, &sheets->bookmarks);
        *bookmark = edition->bookmarks.items[i];
        bookmark->y += BUL_PROOF_MARGIN;
    }
    return sheets;
}
