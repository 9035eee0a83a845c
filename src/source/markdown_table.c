/* SPDX-License-Identifier: MIT */
/* markdown_table.c - pipe tables.
 *
 *     表：各县区入会人数        a title, just above
 *     单位：人                  a note, above or below; 注：… as well
 *     | 县区 | 人数 |
 *     |------|-----:|           alignment: left, :-: centre, -: right
 *     | 东河 | 8 |
 *
 * Rows end at the first line without a pipe. "\|" is a pipe in a cell. */
#include <string.h>

#include "source/markdown_parts.h"

static bool has_pipe(const bul_md_reading *r, bul_md_range line)
{
    bul_str text = bul_md_slice(r, line);
    return bul_str_find(text, BUL_STR("|")) < text.len;
}

static bool starts_with_pipe(const bul_md_reading *r, bul_md_range line)
{
    return bul_str_starts(bul_md_slice(r, bul_md_trim(r, line)), BUL_STR("|"));
}

/* Is there anything but pipes and blanks? */
static bool has_cell(const bul_md_reading *r, bul_md_range line)
{
    bul_str text = bul_md_slice(r, line);
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '|' && text.ptr[i] != ' ' && text.ptr[i] != '\t')
            return true;
    return false;
}

/* |---|:-:| */
static bool is_alignment(const bul_md_reading *r, bul_md_range line)
{
    bul_str text = bul_md_slice(r, bul_md_trim(r, line));
    size_t dash_count = 0;
    size_t pipe_count = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c != '|' && c != '-' && c != ':' && c != ' ' && c != '\t')
            return false;
        dash_count += c == '-';
        pipe_count += c == '|';
    }
    return dash_count > 0 && pipe_count > 0;
}

static bool starts_with_any(bul_str text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (bul_str_starts(text, bul_str_from(*words)))
            return true;
    return false;
}

static bool is_title(bul_str line)
{
    static const char *const words[] = {"表：", "表:", NULL};
    return starts_with_any(line, words);
}

static bool is_note(bul_str line)
{
    static const char *const words[] = {
        "单位：", "单位:", "注：", "注:", "数据来源：", "资料来源：", NULL};
    return starts_with_any(line, words);
}

static bul_str line_text(const bul_md_reading *r, bul_md_range line)
{
    return bul_md_slice(r, bul_md_trim(r, line));
}

/* Past the lines of title and note before the rows, and an empty line that
 * many people leave under them. */
static size_t after_preface(const bul_md_reading *r, size_t at)
{
    size_t start = at;
    for (int i = 0; i < 2 && at < r->to; i++) {
        bul_md_range line = bul_md_line_at(r, at);
        bul_str text = line_text(r, line);
        if (has_pipe(r, line) || (!is_title(text) && !is_note(text)))
            break;
        at = bul_md_after_line(line);
    }
    if (at > start && at < r->to &&
        line_text(r, bul_md_line_at(r, at)).len == 0)
        at = bul_md_after_line(bul_md_line_at(r, at));
    return at;
}

/* ---- Rows. ---- */

/* Past a span of code that begins at `at`; a backtick without a partner in
 * the row is one character like any other. */
static size_t skip_code(const char *text, size_t at, size_t end)
{
    for (size_t close = at + 1; close < end; close++)
        if (text[close] == '`')
            return close + 1;
    return at + 1;
}

/* Cuts the next cell off *row, up to a pipe that is neither escaped nor in
 * code. */
static bool cut_cell(const bul_md_reading *r, bul_md_range *row,
                     bul_md_range *cell)
{
    const char *text = r->source->text.ptr;
    if (row->from >= row->to)
        return false;
    size_t at = row->from;
    while (at < row->to && text[at] != '|') {
        if (text[at] == '`')
            at = skip_code(text, at, row->to);
        else
            at += text[at] == '\\' && at + 1 < row->to ? 2 : 1;
    }
    *cell = (bul_md_range){row->from, at};
    row->from = at + 1;
    return true;
}

static bul_md_range inner_row(const bul_md_reading *r, bul_md_range line)
{
    const char *text = r->source->text.ptr;
    bul_md_range row = bul_md_trim(r, line);
    if (row.from < row.to && text[row.from] == '|')
        row.from++;
    bool ends_in_pipe = row.from < row.to && text[row.to - 1] == '|' &&
                        (row.to - row.from < 2 || text[row.to - 2] != '\\');
    if (ends_in_pipe)
        row.to--;
    /* An empty last cell "||" still counts. */
    if (ends_in_pipe && row.to > row.from && text[row.to - 1] == '|')
        row.to++;
    return row;
}

static bul_md_ranges row_cells(bul_md_reading *r, bul_md_range line)
{
    bul_md_ranges cells = {0};
    bul_md_range row = inner_row(r, line);
    bul_md_range cell;
    while (cut_cell(r, &row, &cell))
        *BUL_PUSH(r->arena, &cells) = cell;
    return cells;
}

static size_t count_cells(const bul_md_reading *r, bul_md_range line)
{
    bul_md_range row = inner_row(r, line);
    bul_md_range cell;
    size_t count = 0;
    while (cut_cell(r, &row, &cell))
        count++;
    return count;
}

/* Two lines cut by as many pipes, though without those at the edges: so
 * tables look that were copied from a page or a message. */
static bool are_bare_rows(const bul_md_reading *r, bul_md_range first,
                          bul_md_range second)
{
    bul_str text = line_text(r, first);
    size_t count = count_cells(r, first);
    return count > 1 && count == count_cells(r, second) &&
           has_cell(r, second) && strchr(">-*+#", text.ptr[0]) == NULL;
}

size_t bul_md_table_end(const bul_md_reading *r, size_t at)
{
    size_t start = at;
    at = after_preface(r, at);
    if (at >= r->to)
        return start;
    bul_md_range first = bul_md_line_at(r, at);
    size_t second_at = bul_md_after_line(first);
    if (!has_pipe(r, first) || !has_cell(r, first) || second_at >= r->to)
        return start;
    bul_md_range second = bul_md_line_at(r, second_at);
    bool has_alignment = is_alignment(r, second);
    bool has_pipes = starts_with_pipe(r, first) && starts_with_pipe(r, second);
    if (!has_alignment && !has_pipes && !are_bare_rows(r, first, second))
        return start;
    for (at = second_at; at < r->to;) {
        bul_md_range line = bul_md_line_at(r, at);
        if (bul_md_gives_note(r, line))
            return at;
        if (!has_pipe(r, line))
            return is_note(line_text(r, line)) ? bul_md_after_line(line) : at;
        at = bul_md_after_line(line);
    }
    return r->to;
}

static bul_md_align align_of(const bul_md_reading *r, bul_md_range cell)
{
    bul_str text = line_text(r, cell);
    bool left = bul_str_starts(text, BUL_STR(":"));
    bool right = bul_str_ends(text, BUL_STR(":"));
    return left && right ? BUL_MD_CENTER : right ? BUL_MD_RIGHT : BUL_MD_LEFT;
}

/* ---- The table. ---- */

typedef struct table_lines {
    bul_md_ranges rows;
    bul_md_range alignment;
    bool has_alignment;
    bul_md_text title, note;
} table_lines;

/* Two notes, such as 单位 above and 注 below, become one. */
static void add_note(bul_md_reading *r, table_lines *lines, bul_md_range range)
{
    bul_md_text more = bul_md_text_of(r, range);
    if (lines->note.text.len == 0) {
        lines->note = more;
        return;
    }
    bul_str apart = bul_str_join(r->arena, lines->note.text, BUL_STR("　"));
    lines->note.text = bul_str_join(r->arena, apart, more.text);
}

static table_lines sort_lines(bul_md_reading *r, bul_md_range lines)
{
    table_lines sorted = {.has_alignment = false};
    for (size_t at = lines.from; at < lines.to;) {
        bul_md_range line = bul_md_line_at(r, at);
        bul_md_range text = bul_md_trim(r, line);
        bul_str words = bul_md_slice(r, text);
        if (!has_pipe(r, line) && is_title(words)) {
            size_t skip = strlen("表") + (words.ptr[3] == ':' ? 1 : 3);
            sorted.title = bul_md_text_of(
                r, bul_md_trim(r, (bul_md_range){text.from + skip, text.to}));
        } else if (!has_pipe(r, line)) {
            if (words.len > 0)
                add_note(r, &sorted, text);
        } else if (sorted.rows.count == 1 && !sorted.has_alignment &&
                   is_alignment(r, line)) {
            sorted.alignment = line;
            sorted.has_alignment = true;
        } else {
            *BUL_PUSH(r->arena, &sorted.rows) = line;
        }
        at = bul_md_after_line(line);
    }
    return sorted;
}

static void report_row(bul_md_reading *r, bul_md_range line, size_t count,
                       size_t wanted)
{
    bul_message_id id = count > wanted ? BUL_MSG_MARKDOWN_TABLE_CELLS_MORE
                                       : BUL_MSG_MARKDOWN_TABLE_CELLS_FEWER;
    bul_report(r->diag, id, bul_md_span(r, bul_md_trim(r, line)),
               BUL_ARGS(bul_str_int(r->arena, (int64_t)count),
                        bul_str_int(r->arena, (int64_t)wanted)));
}

static void fill_row(bul_md_reading *r, bul_md_table *table, bul_md_range line,
                     size_t row_index)
{
    bul_md_ranges cells = row_cells(r, line);
    if (cells.count != table->column_count)
        report_row(r, line, cells.count, table->column_count);
    /* What is too much stays in the last cell, so that nothing is lost. */
    if (cells.count > table->column_count)
        cells.items[table->column_count - 1].to = BUL_LAST(&cells)->to;
    for (size_t i = 0; i < cells.count && i < table->column_count; i++)
        table->cells[row_index * table->column_count + i] =
            bul_md_inline(r, cells.items[i]);
}

static const bul_md_align *read_aligns(bul_md_reading *r,
                                       const table_lines *lines, size_t count)
{
    bul_md_align *aligns = BUL_NEW(r->arena, bul_md_align, count);
    bul_md_ranges cells = {0};
    if (lines->has_alignment)
        cells = row_cells(r, lines->alignment);
    for (size_t i = 0; i < cells.count && i < count; i++)
        aligns[i] = align_of(r, cells.items[i]);
    return aligns;
}

void bul_md_add_table(bul_md_reading *r, bul_md_range lines,
                      bul_md_blocks *blocks)
{
    table_lines sorted = sort_lines(r, lines);
    bul_md_range head = sorted.rows.items[0];
    bul_span span = bul_md_span(r, bul_md_trim(r, lines));
    bul_md_table *table = BUL_NEW(r->arena, bul_md_table, 1);
    table->column_count = row_cells(r, head).count;
    table->row_count = sorted.rows.count;
    table->title = sorted.title;
    table->note = sorted.note;
    if (!sorted.has_alignment)
        bul_report(r->diag, BUL_MSG_MARKDOWN_TABLE_RULE,
                   bul_md_span(r, bul_md_trim(r, head)), BUL_NO_ARGS);
    if (table->column_count > BUL_MD_MAX_COLUMNS ||
        table->row_count > BUL_MD_MAX_ROWS || table->column_count == 0) {
        bul_report(r->diag, BUL_MSG_MARKDOWN_TABLE_SIZE, span,
                   BUL_ARGS(bul_str_int(r->arena, BUL_MD_MAX_COLUMNS),
                            bul_str_int(r->arena, BUL_MD_MAX_ROWS)));
        return;
    }
    table->aligns = read_aligns(r, &sorted, table->column_count);
    table->cells =
        BUL_NEW(r->arena, bul_md_runs, table->row_count * table->column_count);
    for (size_t i = 0; i < table->row_count; i++)
        fill_row(r, table, sorted.rows.items[i], i);
    bul_md_block *block = bul_md_push(r, blocks, BUL_MD_TABLE, span);
    if (block != NULL)
        block->table = table;
}
