/* SPDX-License-Identifier: MIT */
/* table.c - pipe tables. Columns share the measure by what their widest cell
 * needs; rows stand on the grid, so a table keeps step with the text beside
 * it. Each row is a slug: a long table runs on in the next column. */
#include "layout/figure.h"
#include "layout/galley.h"

#define MOST_TABLES       3 /* a table of up to a third of a column is short */
#define CELL_GAP_PERMILLE 500 /* of the cell's size, kept between columns */

typedef struct table_setting {
    bul_caster *caster;
    const bul_table *table;
    bul_mpt *x;     /* of each column */
    bul_mpt *width; /* of each column */
    bul_set_text *cells;
    bool open; /* rows of one line: the eye needs no rules between them */
} table_setting;

static const bul_style *cell_style(const bul_template *t, size_t row)
{
    return &t->styles[row == 0 ? BUL_STYLE_TABLE_HEAD : BUL_STYLE_TABLE_CELL];
}

static const bul_runs *cell_at(const bul_table *table, size_t row,
                               size_t column)
{
    return &table->cells[row * table->column_count + column];
}

static bul_mpt natural_width(const bul_compositor *c, const bul_style *style,
                             const bul_runs *runs)
{
    bul_mpt width = 0;
    for (size_t i = 0; i < runs->count; i++)
        width += bul_compositor_width(c, style, runs->items[i].text);
    return width;
}

static bul_mpt cell_gap(const bul_template *t)
{
    return bul_mpt_scale(t->styles[BUL_STYLE_TABLE_CELL].size,
                         CELL_GAP_PERMILLE, 1000);
}

/* Widest cell of a column, with the white at both sides. */
static bul_mpt column_width(const bul_compositor *c, const bul_table *table,
                            size_t column)
{
    bul_mpt widest = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        bul_mpt width = natural_width(c, cell_style(c->template, row),
                                      cell_at(table, row, column));
        if (width > widest)
            widest = width;
    }
    return widest + 2 * cell_gap(c->template);
}

bul_mpt bul_table_width(const bul_compositor *c, const bul_table *table)
{
    bul_mpt width = 0;
    for (size_t i = 0; i < table->column_count; i++)
        width += column_width(c, table, i);
    return width;
}

bool bul_table_is_wide(const bul_compositor *c, const bul_table *table,
                       bul_mpt measure, int column_count)
{
    /* One that would fill more than half a page runs on from column to column
     * instead: a block that spans columns is never split. */
    size_t rows = table->row_count * (size_t)c->template->table_rows;
    return column_count > 1 && column_count != BUL_PICTURES_WIDE &&
           rows <= (size_t)c->template->line_count / 2 &&
           bul_table_width(c, table) > measure;
}

static void measure_columns(table_setting *s)
{
    const bul_table *table = s->table;
    bul_mpt gap = cell_gap(s->caster->c->template);
    int64_t total = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        s->width[i] = column_width(s->caster->c, table, i);
        total += s->width[i];
    }
    /* Spare room is shared alike; want is shared by size. */
    int64_t spare = s->caster->measure - total;
    bul_mpt x = s->caster->x;
    for (size_t i = 0; i < table->column_count; i++) {
        if (spare >= 0)
            s->width[i] += (bul_mpt)(spare / (int64_t)table->column_count);
        else
            s->width[i] = bul_mpt_scale(s->width[i], s->caster->measure, total);
        s->x[i] = x + gap;
        x += s->width[i];
        s->width[i] -= 2 * gap;
    }
}

static bul_style_align align_of(bul_cell_align align)
{
    if (align == BUL_CELL_CENTER)
        return BUL_STYLE_CENTER;
    return align == BUL_CELL_RIGHT ? BUL_STYLE_RIGHT : BUL_STYLE_LEFT;
}

static void add_rule(bul_caster *caster, bul_slug *slug, bul_mpt y,
                     bul_mpt weight)
{
    bul_block_add_bar(caster->c->arena, &slug->type,
                      (bul_bar){.x = caster->x,
                                .y = y - weight / 2,
                                .w = caster->measure,
                                .h = weight,
                                .color = caster->c->template->rule_color});
}

static void set_row(const table_setting *s, size_t row, bul_set_text *cells)
{
    const bul_compositor *c = s->caster->c;
    for (size_t i = 0; i < s->table->column_count; i++) {
        bul_style style = *cell_style(c->template, row);
        style.align = align_of(s->table->aligns[i]);
        bul_styled_runs styled = {0};
        bul_compositor_add_runs(c, &style, cell_at(s->table, row, i), &styled);
        cells[i] = bul_compositor_set(c, &style, styled.items, styled.count,
                                      s->width[i]);
    }
}

static size_t lines_in_row(const table_setting *s, size_t row)
{
    const bul_set_text *cells = s->cells + row * s->table->column_count;
    size_t lines = 1;
    for (size_t i = 0; i < s->table->column_count; i++)
        lines = cells[i].line_count > lines ? cells[i].line_count : lines;
    return lines;
}

static void set_rows(table_setting *s)
{
    const bul_table *table = s->table;
    s->cells = BUL_NEW(s->caster->c->arena, bul_set_text,
                       table->row_count * table->column_count);
    s->open = s->caster->c->template->table_rows == 1;
    for (size_t row = 0; row < table->row_count; row++) {
        set_row(s, row, s->cells + row * table->column_count);
        if (lines_in_row(s, row) > 1)
            s->open = false;
    }
}

/* 合计: a last row that begins in bold. */
static bool is_total(const bul_table *table, size_t row)
{
    if (row + 1 != table->row_count)
        return false;
    const bul_runs *first = cell_at(table, row, 0);
    return first->count > 0 && (first->items[0].flags & BUL_RUN_STRONG);
}

static bul_mpt rule_under(const table_setting *s, size_t row)
{
    const bul_template *t = s->caster->c->template;
    if (row + 1 == s->table->row_count)
        return t->table_rule;
    bool is_part = row == 0 || is_total(s->table, row + 1);
    return is_part || !s->open ? t->table_hairline : 0;
}

static void add_row(const table_setting *s, size_t row)
{
    bul_caster *caster = s->caster;
    const bul_template *t = caster->c->template;
    const bul_style *style = cell_style(t, row);
    const bul_set_text *cells = s->cells + row * s->table->column_count;
    size_t lines = lines_in_row(s, row);
    bul_slug *slug = bul_caster_add(caster, (int)lines - 1 + t->table_rows,
                                    BUL_ROLE_TABLE, (bul_span){0});
    bul_mpt depth = slug->rows * t->leading;
    bul_mpt first = (depth - (bul_mpt)(lines - 1) * t->leading) / 2 -
                    style->size / 2 + bul_style_baseline(style);
    bul_arena *arena = caster->c->arena;
    uint32_t number = (uint32_t)row + 1;
    bul_block_add_mark(arena, &slug->type, BUL_ITEM_BEGIN, BUL_ROLE_ROW,
                       number);
    for (size_t i = 0; i < s->table->column_count; i++) {
        uint32_t column = (uint32_t)i + 1;
        bul_block_add_mark(arena, &slug->type, BUL_ITEM_BEGIN, BUL_ROLE_CELL,
                           column);
        for (size_t n = 0; n < cells[i].line_count; n++)
            bul_block_add_line(arena, &slug->type, &cells[i].lines[n],
                               s->x[i] + style->left,
                               first + (bul_mpt)n * t->leading);
        bul_block_add_mark(arena, &slug->type, BUL_ITEM_END, BUL_ROLE_CELL,
                           column);
    }
    bul_block_add_mark(arena, &slug->type, BUL_ITEM_END, BUL_ROLE_ROW, number);
    if (row == 0)
        add_rule(caster, slug, 0, t->table_rule);
    bul_mpt rule = rule_under(s, row);
    if (rule > 0)
        add_rule(caster, slug, depth, rule);
    if (row == 0)
        slug->flags = BUL_SLUG_KEEP_NEXT;
}

static void add_line(bul_caster *caster, const bul_line_of_text *line,
                     bul_style_name name, unsigned flags)
{
    if (line->text.len == 0)
        return;
    const bul_style *style = &caster->c->template->styles[name];
    bul_set_text text = bul_compositor_line(caster->c, style, line->text,
                                            line->span, caster->measure);
    size_t first = caster->galley->slugs.count;
    bul_caster_add_text(caster, &text, style, BUL_ROLE_TABLE, line->span);
    /* Type larger than the text hangs lower: it is raised clear of the rule. */
    bul_mpt larger =
        style->size - caster->c->template->styles[BUL_STYLE_BODY].size;
    for (size_t i = first; i < caster->galley->slugs.count; i++) {
        bul_slug *slug = &caster->galley->slugs.items[i];
        slug->flags = flags;
        if (larger > 0)
            bul_block_move(&slug->type, 0, -larger / 2);
    }
}

void bul_caster_add_table(bul_caster *caster, const bul_table *table,
                          bul_span span)
{
    bul_arena *arena = caster->c->arena;
    table_setting s = {.caster = caster,
                       .table = table,
                       .x = BUL_NEW(arena, bul_mpt, table->column_count),
                       .width = BUL_NEW(arena, bul_mpt, table->column_count)};
    /* A short table is not parted. */
    bool is_short = table->row_count * MOST_TABLES <=
                    (size_t)caster->c->template->line_count;
    if (is_short)
        caster->keep_group = ++caster->group_count;
    add_line(caster, &table->title, BUL_STYLE_TABLE_TITLE, BUL_SLUG_KEEP_NEXT);
    measure_columns(&s);
    set_rows(&s);
    for (size_t row = 0; row < table->row_count; row++)
        add_row(&s, row);
    /* The note belongs to the last row. */
    if (table->note.text.len > 0 && caster->galley->slugs.count > 0)
        BUL_LAST(&caster->galley->slugs)->flags |= BUL_SLUG_KEEP_NEXT;
    add_line(caster, &table->note, BUL_STYLE_TABLE_NOTE, 0);
    if (is_short)
        caster->keep_group = 0;
    bul_caster_add_white(caster, 1, span);
    BUL_LAST(&caster->galley->slugs)->flags = BUL_SLUG_WHITE;
}

bul_set_figure bul_table_set(const bul_compositor *c, const bul_table *table,
                             bul_mpt width, bul_span span)
{
    bul_galley galley = {.measure = width};
    bul_caster caster = {
        .c = c, .galley = &galley, .measure = width, .column_count = 1};
    bul_caster_add_table(&caster, table, span);
    bul_set_figure set = {0};
    bul_block_add_mark(c->arena, &set.type, BUL_ITEM_BEGIN, BUL_ROLE_TABLE, 0);
    for (size_t i = 0; i < galley.slugs.count; i++) {
        const bul_slug *slug = &galley.slugs.items[i];
        if (slug->flags & BUL_SLUG_WHITE)
            continue;
        bul_block_add_block(c->arena, &set.type, &slug->type, 0,
                            set.rows * c->template->leading);
        set.rows += slug->rows;
    }
    bul_block_add_mark(c->arena, &set.type, BUL_ITEM_END, BUL_ROLE_TABLE, 0);
    return set;
}
