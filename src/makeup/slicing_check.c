/* SPDX-License-Identifier: MIT */
/* slicing_check.c - a dummy looked at cell by cell, by none of the code that
 * made it. Cuts and cells are looked at apart: neither relies on the other. */
#include "makeup/slicing.h"

/* A cut divides its part into two that fill it, which stand behind it. */
static bool is_cut_sound(const bul_page_puzzle *puzzle, const bul_dummy *dummy,
                         size_t index)
{
    const bul_part *whole = &dummy->parts[index];
    if (whole->first <= index || whole->second <= whole->first ||
        whole->second >= dummy->part_count)
        return false;
    const bul_part *a = &dummy->parts[whole->first];
    const bul_part *b = &dummy->parts[whole->second];
    if (a->column != whole->column || a->row != whole->row)
        return false;
    if (whole->cut == BUL_CUT_DOWN)
        return a->row == b->row && a->rows == whole->rows &&
               b->rows == whole->rows && b->column == a->column + a->columns &&
               a->columns + b->columns == whole->columns;
    return a->column == b->column && a->columns == whole->columns &&
           b->columns == whole->columns &&
           b->row == a->row + a->rows + puzzle->gap &&
           a->rows + puzzle->gap + b->rows == whole->rows;
}

/* Marks the cells of a piece and of the gap under it. False: one of them is
 * not on the page, or is taken. */
static bool take_cells(const bul_page_puzzle *puzzle, const bul_part *part,
                       bool *taken)
{
    int depth = puzzle->rows + puzzle->gap;
    int right = part->column + part->columns;
    int foot = part->row + part->rows + puzzle->gap;
    if (part->column < 0 || right > puzzle->columns || part->row < 0 ||
        foot > depth)
        return false;
    for (int row = part->row; row < foot; row++)
        for (int column = part->column; column < right; column++) {
            bool *cell = &taken[row * puzzle->columns + column];
            if (*cell)
                return false;
            *cell = true;
        }
    return true;
}

static bool fills_its_area(const bul_page_puzzle *puzzle, const bul_part *part,
                           bool *is_placed)
{
    if (part->piece >= puzzle->piece_count || is_placed[part->piece])
        return false;
    is_placed[part->piece] = true;
    const bul_piece *piece = &puzzle->pieces[part->piece];
    return part->area < piece->area_count &&
           piece->areas[part->area].columns == part->columns &&
           piece->areas[part->area].rows == part->rows;
}

static bool are_parts_sound(const bul_page_puzzle *puzzle,
                            const bul_dummy *dummy, bul_arena *scratch)
{
    size_t cell_count =
        (size_t)puzzle->columns * (size_t)(puzzle->rows + puzzle->gap);
    bool *taken = BUL_NEW(scratch, bool, cell_count);
    bool *is_placed = BUL_NEW(scratch, bool, puzzle->piece_count);
    for (size_t i = 0; i < dummy->part_count; i++) {
        const bul_part *part = &dummy->parts[i];
        if (part->cut != BUL_CUT_NONE) {
            if (!is_cut_sound(puzzle, dummy, i))
                return false;
            continue;
        }
        if (!fills_its_area(puzzle, part, is_placed) ||
            !take_cells(puzzle, part, taken))
            return false;
    }
    for (size_t i = 0; i < puzzle->piece_count; i++)
        if (!is_placed[i])
            return false;
    for (size_t i = 0; i < cell_count; i++)
        if (!taken[i])
            return false;
    return true;
}

bool bul_dummy_is_sound(const bul_page_puzzle *puzzle, const bul_dummy *dummy,
                        bul_arena *scratch)
{
    if (!dummy->is_closed || dummy->part_count == 0)
        return false;
    const bul_part *page = &dummy->parts[0];
    if (page->column != 0 || page->row != 0 ||
        page->columns != puzzle->columns || page->rows != puzzle->rows)
        return false;
    bul_arena_mark mark = bul_arena_mark_now(scratch);
    bool is_sound = are_parts_sound(puzzle, dummy, scratch);
    bul_arena_rewind(scratch, mark);
    return is_sound;
}
