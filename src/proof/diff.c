/* SPDX-License-Identifier: MIT */
/* diff.c - what became of each article, then of the furniture and the pages. */
#include "proof/diff.h"

#include "proof/changes.h"
#include "proof/diff_places.h"
#include "proof/diff_text.h"
#include "proof/diff_words.h"
#include "proof/proof_line.h"

typedef struct bul_diff {
    const bul_told_issue *before, *after;
    bul_message_language language;
    bul_arena *arena, *scratch;
    bul_text text;
} bul_diff;

static void add_line(bul_diff *d, bul_text *text, bul_diff_word word,
                     bul_diff_args args)
{
    bul_text_add(text, BUL_STR("  "));
    bul_diff_add_words(text, word, d->language, args);
    bul_text_add_char(text, '\n');
}

static void add_heading(bul_diff *d, bul_diff_word word, bul_diff_args args)
{
    bul_text_add_char(&d->text, '\n');
    bul_diff_add_words(&d->text, word, d->language, args);
    bul_text_add_char(&d->text, '\n');
}

static bul_str number(const bul_diff *d, size_t n)
{
    return bul_str_int(d->arena, (int64_t)n);
}

/* ---- Places. ---- */

/* 54.6 for 546. */
static bul_str tenths(const bul_diff *d, int n)
{
    bul_text text = bul_text_in(d->arena);
    int size = n < 0 ? -n : n;
    bul_text_addf(&text, "%s%d.%d", n < 0 ? "-" : "", size / 10, size % 10);
    return bul_text_str(&text);
}

static bul_str place_words(const bul_diff *d, const bul_place_of_part *p)
{
    bul_text text = bul_text_in(d->arena);
    bul_str page = number(d, p->page);
    if (p->is_in_rows)
        bul_diff_add_words(&text, BUL_DIFF_PLACE_IN_ROWS, d->language,
                           BUL_DIFF_ARGS(page, bul_str_int(d->arena, p->x),
                                         bul_str_int(d->arena, p->y)));
    else
        bul_diff_add_words(
            &text, BUL_DIFF_PLACE_IN_MM, d->language,
            BUL_DIFF_ARGS(page, tenths(d, p->x), tenths(d, p->y)));
    return bul_text_str(&text);
}

static bul_str size_words(const bul_diff *d, const bul_place_of_part *p)
{
    bul_text text = bul_text_in(d->arena);
    if (p->is_in_rows)
        bul_diff_add_words(&text, BUL_DIFF_SIZE_IN_ROWS, d->language,
                           BUL_DIFF_ARGS(bul_str_int(d->arena, p->w),
                                         bul_str_int(d->arena, p->h)));
    else
        bul_diff_add_words(&text, BUL_DIFF_SIZE_IN_MM, d->language,
                           BUL_DIFF_ARGS(tenths(d, p->w), tenths(d, p->h)));
    return bul_text_str(&text);
}

/* Where the two are measured in different ways, only the page is compared; on
 * pages of rectangles one of them is the ear. */
static void compare_part(bul_diff *d, bul_text *text,
                         const bul_place_of_part *old,
                         const bul_place_of_part *new)
{
    bool is_alike = old->is_in_rows == new->is_in_rows;
    bool is_moved = is_alike ? old->x != new->x || old->y != new->y
                             : d->before->edition->report != NULL &&
                                   d->after->edition->report != NULL;
    if (old->page != new->page || is_moved)
        add_line(d, text, BUL_DIFF_MOVED,
                 BUL_DIFF_ARGS(place_words(d, old), place_words(d, new)));
    if (is_alike && (old->w != new->w || old->h != new->h))
        add_line(d, text, BUL_DIFF_RESIZED,
                 BUL_DIFF_ARGS(size_words(d, old), size_words(d, new)));
}

static void compare_places(bul_diff *d, bul_text *text, uint32_t old,
                           uint32_t new)
{
    bul_places a = bul_places_of(d->arena, d->before->edition, old);
    bul_places b = bul_places_of(d->arena, d->after->edition, new);
    for (size_t i = 0; i < a.count || i < b.count; i++) {
        if (i >= b.count)
            add_line(d, text, BUL_DIFF_PART_REMOVED,
                     BUL_DIFF_ARGS(place_words(d, &a.items[i])));
        else if (i >= a.count)
            add_line(d, text, BUL_DIFF_PART_ADDED,
                     BUL_DIFF_ARGS(place_words(d, &b.items[i])));
        else
            compare_part(d, text, &a.items[i], &b.items[i]);
    }
}

/* ---- Lines. ---- */

static bul_symbols symbols_of(const bul_diff *d, bul_text_table *table,
                              const bul_lines *lines)
{
    bul_symbols symbols = {0};
    for (size_t i = 0; i < lines->count; i++)
        bul_symbols_add(d->arena, &symbols, table, lines->items[i]);
    return symbols;
}

/* How many lines there are that were not there before. */
static void compare_lines(bul_diff *d, bul_text *text, uint32_t old,
                          uint32_t new)
{
    bul_text_table table = {0};
    bul_lines a = bul_lines_of(d->arena, d->before->edition, old, 0);
    bul_lines b = bul_lines_of(d->arena, d->after->edition, new, 0);
    bul_symbols before = symbols_of(d, &table, &a);
    bul_symbols after = symbols_of(d, &table, &b);
    bool *same_a = BUL_NEW(d->arena, bool, before.count + 1);
    bool *same_b = BUL_NEW(d->arena, bool, after.count + 1);
    bul_changes_mark(&before, &after, same_a, same_b, d->scratch);
    size_t count = 0;
    for (size_t i = 0; i < after.count; i++)
        count += same_b[i] ? 0 : 1;
    if (count > 0 || before.count != after.count)
        add_line(d, text, BUL_DIFF_REFLOWED,
                 BUL_DIFF_ARGS(number(d, count), number(d, before.count),
                               number(d, after.count)));
}

/* ---- Articles. ---- */

#define NONE SIZE_MAX

static bool is_match(const bul_told_article *a, const bul_told_article *b,
                     bool by_file)
{
    return by_file ? a->file.len > 0 && bul_str_equal(a->file, b->file)
                   : a->title.len > 0 && bul_str_equal(a->title, b->title);
}

/* By new article, the old one it was; NONE where there was none. */
static size_t *match_articles(const bul_diff *d, bool *is_taken, bool by_file,
                              size_t *matches)
{
    for (size_t n = 0; n < d->after->article_count; n++)
        for (size_t i = 0; i < d->before->article_count && matches[n] == NONE;
             i++) {
            if (is_taken[i] || !is_match(&d->before->articles[i],
                                         &d->after->articles[n], by_file))
                continue;
            matches[n] = i;
            is_taken[i] = true;
        }
    return matches;
}

static bul_str article_name(const bul_diff *d, const bul_told_article *article)
{
    bul_text text = bul_text_in(d->arena);
    bul_proof_text_add(&text, article->file);
    if (article->title.len > 0) {
        bul_text_add(&text, BUL_STR("　"));
        bul_proof_text_add(&text, article->title);
    }
    return bul_text_str(&text);
}

static void compare_article(bul_diff *d, size_t old, size_t new)
{
    const bul_told_article *a = &d->before->articles[old];
    const bul_told_article *b = &d->after->articles[new];
    bul_text text = bul_text_in(d->arena);
    bul_diff_add_passages(&text, &a->passages, &b->passages, d->language,
                          d->scratch);
    compare_places(d, &text, (uint32_t)old + 1, (uint32_t) new + 1);
    compare_lines(d, &text, (uint32_t)old + 1, (uint32_t) new + 1);
    if (text.len == 0)
        return;
    bul_text_addf(&d->text, "\n");
    bul_text_add(&d->text, article_name(d, b));
    bul_text_add_char(&d->text, '\n');
    bul_text_add(&d->text, bul_text_str(&text));
}

static void compare_articles(bul_diff *d)
{
    size_t *matches = BUL_NEW(d->arena, size_t, d->after->article_count + 1);
    bool *is_taken = BUL_NEW(d->arena, bool, d->before->article_count + 1);
    for (size_t n = 0; n < d->after->article_count; n++)
        matches[n] = NONE;
    match_articles(d, is_taken, true, matches);
    match_articles(d, is_taken, false, matches);
    for (size_t n = 0; n < d->after->article_count; n++) {
        if (matches[n] != NONE)
            compare_article(d, matches[n], n);
        else
            add_heading(d, BUL_DIFF_ARTICLE_ADDED,
                        BUL_DIFF_ARGS(article_name(d, &d->after->articles[n])));
    }
    for (size_t i = 0; i < d->before->article_count; i++)
        if (!is_taken[i])
            add_heading(
                d, BUL_DIFF_ARTICLE_REMOVED,
                BUL_DIFF_ARGS(article_name(d, &d->before->articles[i])));
}

/* ---- Pages. ---- */

static bul_passages furniture_of(const bul_diff *d, const bul_told_issue *issue,
                                 size_t page)
{
    bul_passages passages = {0};
    bul_lines lines = bul_lines_of(d->arena, issue->edition, 0, page);
    for (size_t i = 0; i < lines.count; i++)
        *BUL_PUSH(d->arena, &passages) = (bul_passage){
            .kind = BUL_PASSAGE_FURNITURE, .text = lines.items[i]};
    return passages;
}

static void compare_furniture(bul_diff *d, size_t page)
{
    bul_text text = bul_text_in(d->arena);
    bul_passages a = furniture_of(d, d->before, page);
    bul_passages b = furniture_of(d, d->after, page);
    bul_diff_add_passages(&text, &a, &b, d->language, d->scratch);
    if (text.len == 0)
        return;
    add_heading(d, BUL_DIFF_FURNITURE, BUL_DIFF_ARGS(number(d, page)));
    bul_text_add(&d->text, bul_text_str(&text));
}

static void compare_pages(bul_diff *d)
{
    size_t a = d->before->edition->pages.count;
    size_t b = d->after->edition->pages.count;
    for (size_t page = 1; page <= a || page <= b; page++) {
        if (page > a)
            add_heading(d, BUL_DIFF_PAGE_ADDED, BUL_DIFF_ARGS(number(d, page)));
        else if (page > b)
            add_heading(d, BUL_DIFF_PAGE_REMOVED,
                        BUL_DIFF_ARGS(number(d, page)));
        else
            compare_furniture(d, page);
    }
}

/* ---- The whole. ---- */

static void add_issue(bul_diff *d, bul_diff_word word,
                      const bul_told_issue *issue)
{
    const bul_edition *edition = issue->edition;
    bul_text title = bul_text_in(d->arena), date = bul_text_in(d->arena);
    bul_proof_text_add(&title, edition->title);
    if (edition->year != 0)
        bul_text_addf(&date, "%04d-%02d-%02d", edition->year, edition->month,
                      edition->day);
    else
        bul_text_add_char(&date, '-');
    bul_diff_add_words(&d->text, word, d->language,
                       BUL_DIFF_ARGS(bul_text_str(&title), bul_text_str(&date),
                                     number(d, edition->pages.count)));
    bul_text_add_char(&d->text, '\n');
}

bul_status bul_diff_write(const bul_told_issue *before,
                          const bul_told_issue *after,
                          bul_message_language language, bul_arena *arena,
                          bul_arena *scratch, bul_sink sink)
{
    bul_diff d = {.before = before,
                  .after = after,
                  .language = language,
                  .arena = arena,
                  .scratch = scratch,
                  .text = bul_text_in(arena)};
    add_issue(&d, BUL_DIFF_BEFORE, before);
    add_issue(&d, BUL_DIFF_AFTER, after);
    size_t head = d.text.len;
    compare_articles(&d);
    compare_pages(&d);
    if (d.text.len == head)
        add_heading(&d, BUL_DIFF_NONE, BUL_DIFF_ARGS({0}));
    bul_str text = bul_text_str(&d.text);
    return sink.write(sink.state, text.ptr, text.len) ? BUL_OK : BUL_IO_ERROR;
}
