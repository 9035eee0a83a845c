/* SPDX-License-Identifier: MIT */
#include "text/word_list.h"

#include "base/utf8.h"

/* The first row whose first character is not below this one. */
static size_t row_of(uint32_t first)
{
    size_t low = 0;
    size_t high = bul_word_row_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (bul_word_rows[middle].first < first)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Entries are text, told from class and cost by being no ASCII. */
static void search_row(const bul_word_row *row, bul_str rest, size_t head_bytes,
                       void (*found)(void *context, bul_listed_word word),
                       void *context)
{
    const char *block = bul_word_blocks[row->block];
    for (size_t at = row->start; at < row->end;) {
        size_t end = at;
        while ((unsigned char)block[end] >= 0x80)
            end++;
        if (bul_str_starts(rest, (bul_str){block + at, end - at}))
            found(context, (bul_listed_word){head_bytes + end - at,
                                             (bul_word_class)block[end],
                                             block[end + 1] - '0' +
                                                 BUL_WORD_LEAST_COST});
        at = end + 2;
    }
}

void bul_word_list_search(bul_str text,
                          void (*found)(void *context, bul_listed_word word),
                          void *context)
{
    if (text.len == 0)
        return;
    size_t head_bytes = 0;
    uint32_t first = bul_utf8_next(text, &head_bytes);
    bul_str rest = bul_str_sub(text, head_bytes, text.len);
    for (size_t i = row_of(first);
         i < bul_word_row_count && bul_word_rows[i].first == first; i++)
        search_row(&bul_word_rows[i], rest, head_bytes, found, context);
}
