/* SPDX-License-Identifier: MIT */
#include "text/phrase.h"

#include "base/utf8.h"

#define MOST_QUOTED 10 /* characters of a 《…》 or “…” that is kept whole */

enum {
    COST_AFTER_CLAUSE = 40, /* ， ： ！ and such */
    COST_AFTER_PAUSE = 150, /* 、 */
    COST_AT_QUOTATION = 200,
    COST_BEFORE_VERB = 120,
    COST_BEFORE_OPENING = 80, /* a preposition or conjunction opens a phrase */
    COST_AFTER_VERB = 350,
    COST_BETWEEN_VERBS = 250,
    COST_BETWEEN_NOUNS = 500,
    COST_BETWEEN_PAIRS = 420, /* 困难职工|帮扶工作 */
    COST_IN_PAIR = 650,       /* 平台|企业 */
    COST_BEFORE_NUMBER = 300,
    COST_AFTER_NUMBER = 700,
    COST_AFTER_ADJECTIVE = 500,
    COST_AFTER_ADVERB = 700,
    COST_AFTER_SINGLE = 800,
    COST_BEFORE_SINGLE = 1200,
    COST_ELSE = 300
};

/* A boundary between two words and what stands beside them. */
typedef struct seam {
    bul_str text;
    const bul_words *words;
    size_t right; /* index of the word after it */
    const bul_word *a, *b;
} seam;

static bul_str text_of(const seam *s, const bul_word *word)
{
    return bul_str_sub(s->text, word->start, word->end);
}

static bool is_among(const char *list, bul_str word)
{
    bul_str rest = bul_str_from(list);
    bul_str one;
    while (bul_str_cut(&rest, ' ', &one))
        if (bul_str_equal(one, word))
            return true;
    return false;
}

/* Never at the end of a line: function words that lean on what follows. */
static bool leans_right(bul_str word)
{
    return is_among(
        "的 之 地 与 和 及 或 以及 并 并且 而 暨 在 为 为了 把 将 是 "
        "对 对于 向 从 由 让 使 令 被 给 以 于 因 按 按照 据 根据 "
        "关于 通过 经 沿 替 跟 同 比 用 自 凭 靠 随 随着 当 至 到 "
        "每 各 该 本 某 这 那 这个 那个 首 不 未 没 没有 别 莫 也 都 "
        "就 才 又 再 还 更 最 很 太 已 正 能 会 要 可 可以 应 应当 必须 "
        "不用 所",
        word);
}

/* Never at the head of a line: particles that lean on what is before. */
static bool leans_left(bul_str word)
{
    return is_among("的 之 了 着 们 者 吗 呢 吧 啊 呀 嘛 啦 等 等等 起来 "
                    "下去 出来 以来 以上 以下 以内 左右 上下",
                    word);
}

static bool is_thing(const bul_word *word)
{
    return word->class == BUL_WORD_NOUN || word->class == BUL_WORD_LATIN ||
           word->class == BUL_WORD_OTHER || word->class == BUL_WORD_IDIOM ||
           word->class == BUL_WORD_PRONOUN;
}

/* 三百名, and what the list has of that kind: 一座. */
static bool counts(const bul_word *word)
{
    return word->counts || word->class == BUL_WORD_NUMERAL;
}

/* Single hanzi that are counted: 一张|表. */
static bool is_counted(bul_str word)
{
    bul_str list =
        BUL_STR("表单书信灯茶饭歌课路桥船车树花人店床椅票事话题戏药水米面菜伞鞋"
                "衣图画钱账粥汤酒线网门窗墙屋楼城山河鱼");
    return bul_str_find(list, word) < list.len;
}

static bool opens_phrase(const bul_word *word)
{
    return word->class == BUL_WORD_PREPOSITION ||
           word->class == BUL_WORD_CONJUNCTION ||
           word->class == BUL_WORD_ADVERB;
}

static uint32_t mark_of(const seam *s, const bul_word *word)
{
    size_t at = word->start;
    return bul_utf8_next(s->text, &at);
}

static bool is_opening_mark(uint32_t c)
{
    return c == 0x201C || c == 0x2018 || c == 0x300A || c == 0x3008 ||
           c == 0xFF08 || c == 0x300C || c == 0x300E || c == 0x3010;
}

static bool is_closing_mark(uint32_t c)
{
    return c == 0x201D || c == 0x2019 || c == 0x300B || c == 0x3009 ||
           c == 0xFF09 || c == 0x300D || c == 0x300F || c == 0x3011;
}

/* Characters of the quotation that holds the boundary; 0: none does. */
static uint32_t quoted_around(const seam *s)
{
    uint32_t count = 0;
    size_t i = s->right;
    for (int depth = 0; i-- > 0; count += s->words->items[i].char_count) {
        const bul_word *word = &s->words->items[i];
        if (word->class != BUL_WORD_MARK)
            continue;
        uint32_t c = mark_of(s, word);
        if (is_closing_mark(c))
            depth++;
        else if (is_opening_mark(c) && depth-- == 0)
            break;
    }
    if (i == SIZE_MAX)
        return 0;
    for (size_t n = s->right; n < s->words->count; n++) {
        const bul_word *word = &s->words->items[n];
        if (word->class == BUL_WORD_MARK && is_closing_mark(mark_of(s, word)))
            return count;
        count += word->char_count;
    }
    return 0;
}

static int cost_at_mark(const seam *s)
{
    if (s->a->class == BUL_WORD_MARK) {
        uint32_t c = mark_of(s, s->a);
        if (is_closing_mark(c)) /* “五一”加班, but 《…》施行 */
            return is_thing(s->b) ? COST_BETWEEN_NOUNS : COST_AT_QUOTATION;
        if (c == 0x00B7)
            return COST_AT_QUOTATION;
        return c == 0x3001 ? COST_AFTER_PAUSE : COST_AFTER_CLAUSE;
    }
    uint32_t next = mark_of(s, s->b);
    return is_opening_mark(next) ? COST_AT_QUOTATION : COST_BEFORE_SINGLE;
}

/* A single hanzi leans on its neighbour: 赔偿|案, 评|职称. */
static int cost_at_single(const seam *s)
{
    const bul_word *a = s->a;
    const bul_word *b = s->b;
    if (b->char_count == 1 && a->class != BUL_WORD_PARTICLE &&
        !opens_phrase(b) && b->class != BUL_WORD_PRONOUN) {
        const bul_word *next = b + 1;
        bool takes_object = s->right + 1 < s->words->count &&
                            next->class != BUL_WORD_MARK &&
                            next->char_count > 1;
        return takes_object && a->char_count > 1 ? COST_BETWEEN_VERBS
                                                 : COST_BEFORE_SINGLE;
    }
    if (a->char_count == 1 && a->class != BUL_WORD_PARTICLE &&
        a->class != BUL_WORD_LOCATIVE)
        return COST_AFTER_SINGLE;
    return 0;
}

static bool is_short(const bul_word *word)
{
    return word->char_count == 2 && !opens_phrase(word) &&
           (is_thing(word) || word->class == BUL_WORD_VERB);
}

/* Words of two hanzi go in pairs: four are two and two. */
static int cost_between_things(const seam *s)
{
    if (!is_short(s->a) || !is_short(s->b))
        return COST_BETWEEN_NOUNS;
    size_t run = 1; /* words before the seam, from where a clause began */
    for (const bul_word *word = s->a; run < s->right; run++, word--)
        if (!is_short(word - 1) ||
            (word->class == BUL_WORD_VERB && word[-1].class != BUL_WORD_VERB))
            break;
    return run % 2 == 1 ? COST_IN_PAIR : COST_BETWEEN_PAIRS;
}

static int cost_by_class(const seam *s)
{
    const bul_word *a = s->a;
    const bul_word *b = s->b;
    if (opens_phrase(b))
        return COST_BEFORE_OPENING;
    if (opens_phrase(a))
        return COST_AFTER_ADVERB;
    if (counts(a))
        return b->class == BUL_WORD_VERB ? COST_BEFORE_VERB : COST_AFTER_NUMBER;
    if (counts(b))
        return COST_BEFORE_NUMBER;
    if (a->class == BUL_WORD_ADJECTIVE)
        return is_thing(b) ? COST_AFTER_ADJECTIVE : COST_ELSE;
    if (a->class == BUL_WORD_VERB)
        return b->class == BUL_WORD_VERB ? COST_BETWEEN_VERBS : COST_AFTER_VERB;
    if (!is_thing(a))
        return COST_ELSE;
    if (b->class == BUL_WORD_VERB)
        return COST_BEFORE_VERB;
    return is_thing(b) ? cost_between_things(s) : COST_ELSE;
}

static int cost_of_seam(const seam *s)
{
    bul_str left = text_of(s, s->a);
    bul_str right = text_of(s, s->b);
    uint32_t quoted = quoted_around(s);
    if (leans_left(right) || s->b->class == BUL_WORD_MEASURE ||
        (s->a->class == BUL_WORD_VERB && is_among("过 地 得", right)))
        return BUL_PHRASE_BROKEN;
    if (s->b->char_count == 1 && (s->b->class == BUL_WORD_LOCATIVE ||
                                  (counts(s->a) && is_counted(right))))
        return BUL_PHRASE_BROKEN;
    if (quoted > 0 && quoted <= MOST_QUOTED)
        return BUL_PHRASE_BROKEN;
    if (leans_right(left))
        return BUL_PHRASE_HANGS;
    if (s->a->class == BUL_WORD_MARK || s->b->class == BUL_WORD_MARK)
        return cost_at_mark(s);
    int cost = cost_at_single(s);
    if (cost == 0)
        cost = cost_by_class(s);
    return quoted > 0 ? cost + COST_BETWEEN_NOUNS : cost;
}

int bul_phrase_cost(bul_str text, const bul_words *words, size_t at)
{
    seam s = {.text = text, .words = words};
    for (size_t i = 0; i < words->count; i++) {
        const bul_word *word = &words->items[i];
        if (word->class == BUL_WORD_SPACE)
            continue;
        if (word->start < at && at < word->end)
            return BUL_PHRASE_WORD;
        if (word->start >= at) {
            s.b = word;
            s.right = i;
            break;
        }
        s.a = word;
    }
    return s.a && s.b ? cost_of_seam(&s) : 0;
}
