/* SPDX-License-Identifier: MIT */
/* segment.c - the likeliest words, if each came by itself (unigram model).
 *
 * Every word that may stand at a place has a cost, -ln of its share of running
 * text in quarters; the words that cost least together are the ones taken, by
 * dynamic programming from the end. The list (word_list.h) gives most. Numbers
 * with their measure words, names of people, and what the article repeats are
 * further candidates, dear enough that listed words win where they explain
 * the text. */
#include "text/segment.h"

#include "base/utf8.h"
#include "text/segment_parts.h"

#define COST_UNLISTED 72 /* a hanzi that the list lacks */
#define COST_PLAIN    8  /* marks, Latin: there is no choice */
#define DEAREST       INT32_MAX

/* What is best from a place to the end. */
typedef struct step {
    int32_t cost;
    bul_segment_candidate word;
} step;

typedef struct lattice {
    const bul_segment_text *text;
    step *steps; /* one for each character, and the end */
    uint32_t at; /* the place being tried */
} lattice;

static void offer(void *context, bul_segment_candidate word)
{
    lattice *l = context;
    uint32_t end = l->at + word.char_count;
    int32_t cost = word.cost + l->steps[end].cost;
    if (cost >= l->steps[l->at].cost)
        return;
    l->steps[l->at].cost = cost;
    l->steps[l->at].word = word;
}

static void offer_listed(void *context, bul_listed_word listed)
{
    lattice *l = context;
    uint32_t end = l->at;
    size_t end_byte = l->text->chars[l->at].start + listed.bytes;
    while (end < l->text->char_count && l->text->chars[end].start < end_byte)
        end++;
    offer(l, (bul_segment_candidate){.char_count = end - l->at,
                                     .cost = listed.cost,
                                     .class = listed.class});
}

/* Letters, digits and signs side by side. */
static uint32_t latin_run(const bul_segment_text *text, uint32_t at)
{
    uint32_t end = at;
    while (end < text->char_count && text->chars[end].class == BUL_WORD_LATIN)
        end++;
    return end - at;
}

static void offer_at(lattice *l)
{
    const bul_segment_text *text = l->text;
    bul_word_class class = text->chars[l->at].class;
    bul_segment_candidate plain = {
        .char_count = 1, .cost = COST_PLAIN, .class = class};
    if (class == BUL_WORD_LATIN)
        plain.char_count = latin_run(text, l->at);
    if (class == BUL_WORD_OTHER)
        plain.cost = COST_UNLISTED;
    offer(l, plain);
    bul_segment_offer_numbers(text, l->at, offer, l);
    if (class != BUL_WORD_OTHER)
        return;
    bul_word_list_search(
        bul_str_sub(text->text, text->chars[l->at].start, text->text.len),
        offer_listed, l);
    bul_segment_offer_names(text, l->at, offer, l);
    bul_segment_offer_learnt(text, l->at, offer, l);
}

static bul_words words_of(bul_arena *arena, const lattice *l)
{
    bul_words words = {0};
    const bul_segment_text *text = l->text;
    for (uint32_t at = 0; at < text->char_count;) {
        bul_segment_candidate word = l->steps[at].word;
        uint32_t end = at + word.char_count;
        *BUL_PUSH(arena, &words) = (bul_word){.start = text->chars[at].start,
                                              .end = text->chars[end].start,
                                              .char_count = word.char_count,
                                              .class = word.class,
                                              .counts = word.counts};
        at = end;
    }
    return words;
}

bul_words bul_segment(bul_arena *arena, bul_str text, bul_str vocabulary)
{
    bul_segment_text taken = bul_segment_take(arena, text, vocabulary);
    lattice l = {.text = &taken,
                 .steps = BUL_NEW(arena, step, taken.char_count + 1)};
    for (l.at = taken.char_count; l.at-- > 0;) {
        l.steps[l.at].cost = DEAREST;
        offer_at(&l);
    }
    bul_words words = words_of(arena, &l);
    return bul_segment_join(arena, text, &words);
}
