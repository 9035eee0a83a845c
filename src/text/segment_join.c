/* SPDX-License-Identifier: MIT */
/* segment_join.c - words that the list has in pieces: 投递|员, 缩短|到, 照|发,
 * 老|电工. What is left as single hanzi is mostly no word by itself. */
#include "base/utf8.h"
#include "text/segment_parts.h"

typedef struct joiner {
    bul_str text;
    const bul_words *words;
} joiner;

static bool is_one_of(bul_str set, bul_str word)
{
    return word.len > 0 && bul_str_find(set, word) < set.len;
}

/* The index-th word if it is a single hanzi, else nothing. */
static bul_str single(const joiner *j, size_t index)
{
    if (index >= j->words->count)
        return BUL_STR("");
    const bul_word *word = &j->words->items[index];
    bool is_single = word->char_count == 1 && word->class != BUL_WORD_MARK &&
                     word->class != BUL_WORD_LATIN &&
                     word->class != BUL_WORD_SPACE;
    return is_single ? bul_str_sub(j->text, word->start, word->end)
                     : BUL_STR("");
}

static bool is_content(const bul_word *word)
{
    return word->class == BUL_WORD_NOUN || word->class == BUL_WORD_VERB ||
           word->class == BUL_WORD_ADJECTIVE || word->class == BUL_WORD_OTHER ||
           word->class == BUL_WORD_IDIOM;
}

/* 缩短到, 写给: a verb with what came of it. */
static bool is_complement(const bul_word *last, bul_str next)
{
    if (last->class != BUL_WORD_VERB)
        return false;
    if (is_one_of(BUL_STR("到成出"), next))
        return true;
    return last->char_count == 1 &&
           is_one_of(BUL_STR("进上下完好给入起开掉住走回向为满齐够"), next);
}

/* 投递员, 赔偿案, 检修法. */
static bool is_suffix(const bul_word *last, bul_str next)
{
    return last->char_count > 1 && is_content(last) && !last->counts &&
           is_one_of(
               BUL_STR(
                   "员者家工手师匠部处科室组队班厂店站馆院校所局厅署市县区镇"
                   "乡村街路桥河湾港山岛园案法规卡证券书信报刊费金款奖率度量"
                   "期日节季赛杯号线网群点表单册车船机器械品餐所房楼棚岗岭层"
                   "性化式型制系界业行族民众友伴员们卷帖令函条约权责税险案"),
               next);
}

/* 老电工, 新标准, 双职工. */
static bool is_prefix(bul_str word, const bul_word *next)
{
    return next->char_count > 1 && next->class == BUL_WORD_NOUN &&
           is_one_of(BUL_STR("老新小副大总双女男超好旧"), word);
}

static bool opens_word(const joiner *j, size_t index)
{
    return index + 1 < j->words->count &&
           is_prefix(single(j, index), &j->words->items[index + 1]);
}

static bool is_loose_single(const joiner *j, size_t index)
{
    bul_str word = single(j, index);
    return word.len > 0 && is_content(&j->words->items[index]) &&
           !is_one_of(BUL_STR("的地得之了着过们者吗呢吧等是有在与和及或为把将"
                              "被让给从向对由以于每各该本某这那首不未没也都就才"
                              "又再还更最很太已正能会要可应所"),
                      word);
}

/* How many of the single hanzi from here are one word, 照发 or 修表摊: longer
 * runs go in twos. */
static size_t loose_run(const joiner *j, size_t index)
{
    size_t run = 0;
    while (is_loose_single(j, index + run) && !opens_word(j, index + run))
        run++;
    return run > 3 ? 2 : run;
}

static void join(bul_word *last, const bul_word *next, bul_word_class class)
{
    last->end = next->end;
    last->char_count += next->char_count;
    last->class = class;
}

bul_words bul_segment_join(bul_arena *arena, bul_str text,
                           const bul_words *words)
{
    joiner j = {text, words};
    bul_words joined = {0};
    for (size_t i = 0; i < words->count; i++) {
        const bul_word *word = &words->items[i];
        bul_word *last = joined.count > 0 ? BUL_LAST(&joined) : NULL;
        bul_str one = single(&j, i);
        if (last && one.len > 0 && is_complement(last, one)) {
            join(last, word, BUL_WORD_VERB);
        } else if (last && one.len > 0 && is_suffix(last, one)) {
            join(last, word, BUL_WORD_NOUN);
        } else {
            last = BUL_PUSH(arena, &joined);
            *last = *word;
            bool is_verb = word->class == BUL_WORD_VERB;
            size_t run = loose_run(&j, i);
            if (run > 1)
                while (run-- > 1)
                    join(last, &words->items[++i],
                         is_verb ? BUL_WORD_VERB : BUL_WORD_NOUN);
            else if (opens_word(&j, i))
                join(last, &words->items[++i], BUL_WORD_NOUN);
        }
    }
    return joined;
}
