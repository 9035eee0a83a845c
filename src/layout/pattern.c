/* SPDX-License-Identifier: MIT */
#include "layout/pattern.h"

typedef struct filling {
    bul_arena *arena;
    const bul_pattern_values *values;
    bul_text text;
    bul_span span;
    bool misses; /* a value outside brackets is empty */
} filling;

static const bul_page_plan *plan_of(const bul_pattern_values *values)
{
    const bul_issue *issue = values->issue;
    for (size_t i = 0; i < issue->pages.count; i++)
        if ((size_t)issue->pages.items[i].page == values->page)
            return &issue->pages.items[i];
    return NULL;
}

/* The variables of a page. */
typedef enum page_variable {
    PAGE_NUMBER,
    PAGE_COUNT,
    PAGE_TITLE,
    PAGE_EDITOR,
    PAGE_VARIABLE_COUNT
} page_variable;

static const bul_str page_names[PAGE_VARIABLE_COUNT][2] = {
    {BUL_STR_INIT("page"), BUL_STR_INIT("版次")},
    {BUL_STR_INIT("pages"), BUL_STR_INIT("版数")},
    {BUL_STR_INIT("page_title"), BUL_STR_INIT("版名")},
    {BUL_STR_INIT("page_editor"), BUL_STR_INIT("本版编辑")}};

static page_variable page_variable_of(bul_str name)
{
    int i = 0;
    while (i < PAGE_VARIABLE_COUNT && !bul_str_equal(name, page_names[i][0]) &&
           !bul_str_equal(name, page_names[i][1]))
        i++;
    return (page_variable)i;
}

/* A number that is not known, in a tail, is empty. */
static bul_line_of_text number_text(const filling *f, size_t number)
{
    bul_line_of_text line = {0};
    if (number > 0)
        line.text = bul_str_int(f->arena, (int64_t)number);
    return line;
}

static bul_line_of_text value_of(const filling *f, bul_str name)
{
    const bul_pattern_values *values = f->values;
    const bul_page_plan *plan = plan_of(values);
    bul_line_of_text none = {0};
    switch (page_variable_of(name)) {
    case PAGE_NUMBER:
        return number_text(f, values->page);
    case PAGE_COUNT:
        return number_text(f, values->pages);
    case PAGE_TITLE:
        return plan ? plan->title : none;
    case PAGE_EDITOR:
        return plan ? plan->editor : none;
    case PAGE_VARIABLE_COUNT:
        break;
    }
    return bul_issue_variable(values->issue, bul_issue_variable_name(name));
}

bul_str bul_pattern_unknown(bul_str pattern)
{
    while (pattern.len > 0) {
        size_t open = bul_str_find(pattern, BUL_STR("{"));
        pattern = bul_str_sub(pattern, open + 1, pattern.len);
        size_t close = bul_str_find(pattern, BUL_STR("}"));
        bul_str name = bul_str_sub(pattern, 0, close);
        if (close < pattern.len &&
            page_variable_of(name) == PAGE_VARIABLE_COUNT &&
            bul_issue_variable_name(name).len == 0)
            return name;
        pattern = bul_str_sub(pattern, close + 1, pattern.len);
    }
    return (bul_str){0};
}

/* Fills one piece without brackets; false when a value in it is empty. */
static bool fill_piece(filling *f, bul_str piece)
{
    bool full = true;
    while (piece.len > 0) {
        size_t open = bul_str_find(piece, BUL_STR("{"));
        bul_text_add(&f->text, bul_str_sub(piece, 0, open));
        piece = bul_str_sub(piece, open, piece.len);
        size_t close = bul_str_find(piece, BUL_STR("}"));
        if (piece.len == 0 || close == piece.len) {
            bul_text_add(&f->text, piece);
            break;
        }
        bul_line_of_text value = value_of(f, bul_str_sub(piece, 1, close));
        full = full && value.text.len > 0;
        if (f->span.file == 0)
            f->span = value.span;
        bul_text_add(&f->text, value.text);
        piece = bul_str_sub(piece, close + 1, piece.len);
    }
    return full;
}

static void fill_optional(filling *f, bul_str piece)
{
    size_t before = f->text.len;
    bul_span span = f->span;
    if (fill_piece(f, piece))
        return;
    f->text.len = before;
    f->span = span;
}

bul_str bul_pattern_fill(bul_arena *arena, bul_str pattern,
                         const bul_pattern_values *values, bul_span *span)
{
    filling f = {.arena = arena, .values = values, .text = bul_text_in(arena)};
    while (pattern.len > 0) {
        size_t open = bul_str_find(pattern, BUL_STR("["));
        f.misses = !fill_piece(&f, bul_str_sub(pattern, 0, open)) || f.misses;
        pattern = bul_str_sub(pattern, open + 1, pattern.len);
        size_t close = bul_str_find(pattern, BUL_STR("]"));
        fill_optional(&f, bul_str_sub(pattern, 0, close));
        pattern = bul_str_sub(pattern, close + 1, pattern.len);
    }
    *span = f.span;
    if (f.misses)
        return (bul_str){0};
    return bul_str_trim(bul_text_str(&f.text));
}
