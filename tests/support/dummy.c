/* SPDX-License-Identifier: MIT */
/* dummy.c - pages sliced for unit tests. */
#include "support/dummy.h"

bul_dummy dummy_of(world *w, const bul_page_puzzle *page)
{
    bul_arena scratch = {0};
    bul_dummy dummy = bul_slice(page, &w->arena, &scratch);
    assert_true(dummy.is_closed);
    assert_true(bul_dummy_is_sound(page, &dummy, &scratch));
    assert_int_equal(scratch.used_bytes, 0);
    bul_arena_release(&scratch);
    return dummy;
}

bul_dummy dummy_refused(world *w, const bul_page_puzzle *page)
{
    bul_arena scratch = {0};
    bul_dummy dummy = bul_slice(page, &w->arena, &scratch);
    assert_int_equal(scratch.used_bytes, 0);
    bul_arena_release(&scratch);
    assert_false(dummy.is_closed);
    return dummy;
}

int32_t dummy_cost(world *w, const bul_page_puzzle *page)
{
    return dummy_of(w, page).cost;
}

const bul_part *dummy_part(const bul_dummy *dummy, size_t piece)
{
    size_t i = 0;
    while (i < dummy->part_count && (dummy->parts[i].cut != BUL_CUT_NONE ||
                                     dummy->parts[i].piece != piece))
        i++;
    assert_true(i < dummy->part_count);
    return &dummy->parts[i];
}

void dummy_stands(const bul_dummy *dummy, size_t piece, int column, int row)
{
    const bul_part *part = dummy_part(dummy, piece);
    assert_int_equal(part->column, column);
    assert_int_equal(part->row, row);
}
