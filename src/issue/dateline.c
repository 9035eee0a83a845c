/* SPDX-License-Identifier: MIT */
/* dateline.c - 讯头 and 电头: 本讯（通讯员 林小禾）, 新华社北京9月7日电.
 *
 * Wire copy names agency, place and date in that order. Recognised at the head
 * of the first paragraph only, and only where nothing is styled yet. */
#include "issue/issue_parts.h"

#define LONGEST 120 /* bytes from 新华社 to 电 */

/* The bytes of the head without its bracket, or 0. */
static size_t head_len(bul_str text)
{
    static const char *const words[] = {"本报讯", "本刊讯", "本网讯", "本讯",
                                        NULL};
    for (size_t i = 0; words[i] != NULL; i++) {
        bul_str word = bul_str_from(words[i]);
        if (bul_str_starts(text, word))
            return word.len;
    }
    bool is_wire = bul_str_starts(text, BUL_STR("新华社")) ||
                   bul_str_starts(text, BUL_STR("据新华社"));
    bul_str dian = BUL_STR("电");
    size_t at = bul_str_find(text, dian);
    bul_str before = bul_str_sub(text, 0, at);
    bool is_sentence = bul_str_find(before, BUL_STR("。")) < before.len ||
                       bul_str_find(before, BUL_STR("，")) < before.len;
    return is_wire && at < LONGEST && at < text.len && !is_sentence
               ? at + dian.len
               : 0;
}

/* The bytes of （…） at `from`, or 0. */
static size_t bracket_len(bul_str text, size_t from)
{
    bul_str rest = bul_str_sub(text, from, text.len);
    bul_str close = BUL_STR("）");
    size_t end = bul_str_find(rest, close);
    if (!bul_str_starts(rest, BUL_STR("（")) || end == rest.len)
        return 0;
    return end + close.len;
}

static void add_part(bul_arena *arena, bul_runs *runs, const bul_run *whole,
                     size_t from, size_t to, unsigned flags)
{
    if (from == to)
        return;
    bul_run *run = BUL_PUSH(arena, runs);
    *run = *whole;
    run->text = bul_str_sub(whole->text, from, to);
    run->flags |= flags;
    run->span.start = whole->span.start + (uint32_t)from;
    run->span.end = whole->span.start + (uint32_t)to;
}

void bul_dateline_mark(bul_arena *arena, bul_blocks *blocks)
{
    if (blocks->count == 0 || blocks->items[0].runs.count == 0 ||
        blocks->items[0].kind != BUL_BLOCK_PARAGRAPH)
        return;
    bul_block *block = &blocks->items[0];
    bul_run whole = block->runs.items[0];
    bool is_plain = whole.flags == 0 && whole.group == 0;
    size_t head = is_plain ? head_len(whole.text) : 0;
    size_t bracket = bracket_len(whole.text, head);
    bool is_exact = whole.span.end - whole.span.start == whole.text.len;
    if (head == 0 || !is_exact)
        return;
    bul_runs runs = {0};
    size_t body = head + bracket;
    add_part(arena, &runs, &whole, 0, head, BUL_RUN_STRONG);
    add_part(arena, &runs, &whole, head, body, BUL_RUN_EMPHASIS);
    add_part(arena, &runs, &whole, body, whole.text.len, 0);
    for (size_t i = 1; i < block->runs.count; i++)
        *BUL_PUSH(arena, &runs) = block->runs.items[i];
    block->runs = runs;
}
