/* SPDX-License-Identifier: MIT */
/* diff_text.c - which passage became which, and the characters in which they
 * differ.
 *
 * Passages that are equal hold their places. Between them each old one may
 * have become a new one of its kind, in order, if that shares enough of its
 * characters; of all such pairings the one is taken that shares most. */
#include "proof/diff_text.h"

#include "base/utf8.h"
#include "proof/changes.h"
#include "proof/diff_words.h"
#include "proof/proof_line.h"

#define CONTEXT 8 /* characters shown at either side of a change */
#define ALIKE_PERMILLE                                                         \
    400 /* shared by two texts of which one became the other */
#define MOST_PAIRS    400 /* looked at between two equal passages */
#define ISLAND_WEIGHT 6   /* so much change around drowns one equal character */

/* ---- Characters. ---- */

typedef struct bul_compared {
    bul_symbols a, b;
    bool *same_a, *same_b;
} bul_compared;

static bul_compared compare(bul_arena *arena, bul_symbols a, bul_symbols b)
{
    bul_compared c = {.a = a,
                      .b = b,
                      .same_a = BUL_NEW(arena, bool, a.count + 1),
                      .same_b = BUL_NEW(arena, bool, b.count + 1)};
    bul_changes_mark(&c.a, &c.b, c.same_a, c.same_b, arena);
    return c;
}

static size_t count_same(const bul_compared *c)
{
    size_t count = 0;
    for (size_t i = 0; i < c->a.count; i++)
        count += c->same_a[i] ? 1 : 0;
    return count;
}

/* Steps over characters that are the same, or over a change. */
static void step_same(const bul_compared *c, size_t *i, size_t *n)
{
    while (*i < c->a.count && *n < c->b.count && c->same_a[*i] &&
           c->same_b[*n]) {
        ++*i;
        ++*n;
    }
}

static void step_change(const bul_compared *c, size_t *i, size_t *n)
{
    while (*i < c->a.count && !c->same_a[*i])
        ++*i;
    while (*n < c->b.count && !c->same_b[*n])
        ++*n;
}

/* A few characters that happen to be equal amid much that is not are read as
 * changed with it. */
static void drown_islands(const bul_compared *c)
{
    size_t i = 0, n = 0;
    step_same(c, &i, &n);
    while (i < c->a.count || n < c->b.count) {
        size_t from = i + n;
        step_change(c, &i, &n);
        size_t left = i + n - from, island_i = i, island_n = n;
        step_same(c, &i, &n);
        size_t island = i - island_i, after_i = i, after_n = n;
        step_change(c, &after_i, &after_n);
        size_t right = after_i + after_n - i - n;
        if (right == 0 || left + right < island * ISLAND_WEIGHT)
            continue;
        memset(c->same_a + island_i, false, island * sizeof *c->same_a);
        memset(c->same_b + island_n, false, island * sizeof *c->same_b);
    }
}

static void add_characters(bul_text *text, const bul_symbols *of, size_t from,
                           size_t to)
{
    bul_text shown = bul_text_in(text->arena);
    for (size_t i = from; i < to; i++)
        bul_text_add_char(&shown, of->items[i]);
    bul_proof_text_add(text, bul_text_str(&shown));
}

/* A blank where the context is cut off is no more than a blank. */
static void add_plain(bul_text *text, const bul_symbols *of, size_t from,
                      size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (of->items[i] == ' ' || of->items[i] == 0x3000)
            bul_text_add_char(text, of->items[i]);
        else
            add_characters(text, of, i, i + 1);
    }
}

static void add_marked(bul_text *text, const bul_symbols *of, size_t from,
                       size_t to, const char *marks)
{
    if (to == from)
        return;
    bul_text_addf(text, "%c%c", marks[0], marks[1]);
    add_characters(text, of, from, to);
    bul_text_addf(text, "%c%c", marks[1], marks[2]);
}

/* What is the same, between two changes or at an end: only what lies near. */
static void add_context(bul_text *text, const bul_symbols *of, size_t from,
                        size_t to, bool follows, bool precedes)
{
    size_t head = follows ? CONTEXT : 0, tail = precedes ? CONTEXT : 0;
    if (to - from <= head + tail + 1) {
        add_plain(text, of, from, to);
        return;
    }
    add_plain(text, of, from, from + head);
    bul_text_add(text, BUL_STR("…"));
    add_plain(text, of, to - tail, to);
}

void bul_diff_add_changes(bul_text *text, bul_str before, bul_str after,
                          bul_arena *scratch)
{
    bul_compared c = compare(scratch, bul_symbols_of(scratch, before),
                             bul_symbols_of(scratch, after));
    drown_islands(&c);
    for (size_t i = 0, n = 0; i < c.a.count || n < c.b.count;) {
        size_t from_i = i, from_n = n;
        step_same(&c, &i, &n);
        add_context(text, &c.a, from_i, i, from_i + from_n > 0,
                    i < c.a.count || n < c.b.count);
        from_i = i;
        from_n = n;
        step_change(&c, &i, &n);
        add_marked(text, &c.a, from_i, i, "[-]");
        add_marked(text, &c.b, from_n, n, "{+}");
    }
}

/* ---- Passages. ---- */

typedef struct bul_pairing {
    bul_text *text;
    bul_message_language language;
    const bul_passage *before, *after; /* between two equal passages */
    size_t before_count, after_count;
    bul_arena *scratch;
} bul_pairing;

/* There is one of these in an article: the old became the new, whatever it
 * says. */
static bool is_single(bul_passage_kind kind)
{
    return kind == BUL_PASSAGE_TITLE || kind == BUL_PASSAGE_KICKER ||
           kind == BUL_PASSAGE_SUBTITLE || kind == BUL_PASSAGE_BYLINE ||
           kind == BUL_PASSAGE_SECTION || kind == BUL_PASSAGE_SOURCE;
}

/* Characters that both have; 0 where one did not become the other. */
static size_t count_shared(const bul_passage *a, const bul_passage *b,
                           bul_arena *scratch)
{
    if (a->kind != b->kind)
        return 0;
    bul_arena_mark mark = bul_arena_mark_now(scratch);
    bul_compared c = compare(scratch, bul_symbols_of(scratch, a->text),
                             bul_symbols_of(scratch, b->text));
    size_t count = count_same(&c);
    bool is_alike =
        count * 2 * 1000 >= ALIKE_PERMILLE * (c.a.count + c.b.count);
    bul_arena_rewind(scratch, mark);
    if (is_single(a->kind))
        return count + 1;
    return is_alike ? count : 0;
}

static void add_passage(const bul_pairing *p, const bul_passage *old,
                        const bul_passage *new)
{
    bul_arena *scratch = p->scratch;
    const bul_passage *any = new ? new : old;
    bul_arena_mark mark = bul_arena_mark_now(scratch);
    bul_text line = bul_text_in(scratch);
    bul_text_add(&line, BUL_STR("  "));
    if (old && new && old->stamp != new->stamp &&
        bul_str_equal(old->text, new->text)) {
        bul_text name = bul_text_in(scratch);
        bul_proof_text_add(&name, new->text);
        bul_diff_add_words(&line, BUL_DIFF_PICTURE_BYTES, p->language,
                           BUL_DIFF_ARGS(bul_text_str(&name)));
    } else {
        bul_str name = bul_diff_passage_name(scratch, any, p->language);
        if (name.len > 0)
            bul_diff_add_words(&line, BUL_DIFF_TEXT, p->language,
                               BUL_DIFF_ARGS(name));
        bul_diff_add_changes(&line, old ? old->text : (bul_str){0},
                             new ? new->text : (bul_str){0}, scratch);
    }
    bul_text_add_char(&line, '\n');
    bul_text_add(p->text, bul_text_str(&line));
    bul_arena_rewind(scratch, mark);
}

/* Most characters shared by pairs of the old from i on with the new from n
 * on, at [i * (after_count + 1) + n]. */
static size_t *weigh_pairs(const bul_pairing *p, size_t *shared)
{
    size_t width = p->after_count + 1;
    size_t *best = BUL_NEW(p->scratch, size_t, (p->before_count + 1) * width);
    for (size_t i = p->before_count; i-- > 0;)
        for (size_t n = p->after_count; n-- > 0;) {
            size_t at = i * width + n;
            shared[at] = count_shared(&p->before[i], &p->after[n], p->scratch);
            size_t paired = shared[at] + best[at + width + 1];
            best[at] = best[at + 1] > best[at + width] ? best[at + 1]
                                                       : best[at + width];
            if (shared[at] > 0 && paired >= best[at])
                best[at] = paired;
        }
    return best;
}

static void add_gap(const bul_pairing *p)
{
    size_t width = p->after_count + 1, i = 0, n = 0;
    bool is_small = p->before_count * p->after_count <= MOST_PAIRS;
    bul_arena_mark mark = bul_arena_mark_now(p->scratch);
    size_t *shared =
        is_small ? BUL_NEW(p->scratch, size_t, (p->before_count + 1) * width)
                 : NULL;
    size_t *best = is_small ? weigh_pairs(p, shared) : NULL;
    while (i < p->before_count || n < p->after_count) {
        size_t at = i * width + n;
        bool has_both = i < p->before_count && n < p->after_count;
        if (has_both && best && shared[at] > 0 &&
            best[at] == shared[at] + best[at + width + 1])
            add_passage(p, &p->before[i++], &p->after[n++]);
        else if (i < p->before_count &&
                 (!has_both || !best || best[at] == best[at + width]))
            add_passage(p, &p->before[i++], NULL);
        else
            add_passage(p, NULL, &p->after[n++]);
    }
    bul_arena_rewind(p->scratch, mark);
}

static bul_symbols symbols_of(bul_arena *scratch, bul_text_table *table,
                              const bul_passages *passages)
{
    bul_symbols symbols = {0};
    for (size_t i = 0; i < passages->count; i++) {
        const bul_passage *passage = &passages->items[i];
        bul_text key = bul_text_in(scratch);
        bul_text_addf(&key, "%d %llx ", (int)passage->kind,
                      (unsigned long long)passage->stamp);
        bul_text_add(&key, passage->text);
        bul_symbols_add(scratch, &symbols, table, bul_text_str(&key));
    }
    return symbols;
}

void bul_diff_add_passages(bul_text *text, const bul_passages *before,
                           const bul_passages *after,
                           bul_message_language language, bul_arena *scratch)
{
    bul_text_table table = {0};
    bul_arena_mark mark = bul_arena_mark_now(scratch);
    bul_symbols a = symbols_of(scratch, &table, before);
    bul_symbols b = symbols_of(scratch, &table, after);
    bul_compared c = compare(scratch, a, b);
    for (size_t i = 0, n = 0; i < a.count || n < b.count;) {
        step_same(&c, &i, &n);
        size_t from_i = i, from_n = n;
        step_change(&c, &i, &n);
        bul_pairing p = {.text = text,
                         .language = language,
                         .before = before->items + from_i,
                         .after = after->items + from_n,
                         .before_count = i - from_i,
                         .after_count = n - from_n,
                         .scratch = scratch};
        add_gap(&p);
    }
    bul_arena_rewind(scratch, mark);
}
