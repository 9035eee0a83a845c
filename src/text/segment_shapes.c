/* SPDX-License-Identifier: MIT */
/* segment_shapes.c - words that have a shape rather than an entry: numbers
 * and names. */
#include "base/utf8.h"
#include "text/segment_parts.h"

#define COST_NUMBER       34
#define COST_DIGITS       6  /* they are no other word */
#define COST_NAME         76 /* 王铁山 */
#define COST_SHORT_NAME   70 /* 王军 */
#define BONUS_AFTER_TRADE 12 /* 检修工|陈大勇 */
#define MOST_NUMERALS     12

static bool is_one_of(bul_str set, uint32_t c)
{
    for (size_t at = 0; at < set.len;)
        if (bul_utf8_next(set, &at) == c)
            return true;
    return false;
}

static bool is_numeral(uint32_t c)
{
    return is_one_of(BUL_STR("零〇一二三四五六七八九十百千万亿两几数半"), c);
}

static bool is_measure(uint32_t c)
{
    return is_one_of(
        BUL_STR("个名位人次件项条张台辆间处所座栋家户支枝把本册份封篇期届批场"
                "幕轮回遍趟年月日天周岁时点分秒元角块万亿吨斤克米里度成倍亩平"
                "只头匹棵株朵颗粒片层级代种类样组队班门节课堂号路声杯碗盘瓶盏"
                "桩笔步趟口双对套副艘架部艇道根股线封对集首幅款句字页"),
        c);
}

/* Measures of two characters that the list may give to the next word. */
static uint32_t measure_length(const bul_segment_text *text, uint32_t at)
{
    static const char *const pairs[] = {
        "公里", "平方", "小时", "分钟", "公斤", "人次", "个月", "万元",
        "亿元", "平米", "周年", "周岁", "千米", "余人", "多名", "余名"};
    bul_str rest =
        bul_str_sub(text->text, text->chars[at].start, text->text.len);
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        if (bul_str_starts(rest, bul_str_from(pairs[i])))
            return 2;
    return at < text->char_count && is_measure(text->chars[at].code_point) ? 1
                                                                           : 0;
}

static bool starts_at(const bul_segment_text *text, uint32_t at, bul_str word)
{
    return bul_str_starts(
        bul_str_sub(text->text, text->chars[at].start, text->text.len), word);
}

static bool ends_at(const bul_segment_text *text, uint32_t at, bul_str word)
{
    return bul_str_ends(bul_str_sub(text->text, 0, text->chars[at].start),
                        word);
}

/* Characters of 第三, 百分之十八, 二十四万, 2026; 0: no number. */
static uint32_t number_length(const bul_segment_text *text, uint32_t at)
{
    uint32_t end = at;
    if (starts_at(text, end, BUL_STR("第")))
        end++;
    else if (starts_at(text, end, BUL_STR("百分之")) ||
             starts_at(text, end, BUL_STR("千分之")))
        end += 3;
    uint32_t first = end;
    while (end < text->char_count && end - first < MOST_NUMERALS &&
           is_numeral(text->chars[end].code_point))
        end++;
    if (end == first)
        while (end < text->char_count && text->chars[end].code_point >= '0' &&
               text->chars[end].code_point <= '9')
            end++;
    return end > first ? end - at : 0;
}

void bul_segment_offer_numbers(const bul_segment_text *text, uint32_t at,
                               bul_segment_offer *offer, void *context)
{
    uint32_t number = number_length(text, at);
    if (number == 0)
        return;
    int32_t cost = number > 1 ? COST_NUMBER + 4 : COST_NUMBER;
    if (text->chars[at].class == BUL_WORD_LATIN)
        cost = COST_DIGITS;
    offer(context, (bul_segment_candidate){.char_count = number,
                                           .cost = cost,
                                           .class = BUL_WORD_NUMERAL,
                                           .counts = true});
    uint32_t measure = measure_length(text, at + number);
    if (measure > 0)
        offer(context, (bul_segment_candidate){.char_count = number + measure,
                                               .cost = cost + 12,
                                               .class = BUL_WORD_NUMERAL,
                                               .counts = true});
}

/* Surnames that seldom are anything else. */
static bool is_surname(uint32_t c)
{
    return is_one_of(
        BUL_STR(
            "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧肖程曹袁"
            "邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范石姚谭"
            "廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚"
            "庞樊殷施陶翟颜倪严温芦俞章鲁葛韦申尤岳齐沙"),
        c);
}

/* 的 了 and such, which no name has. */
static bool is_no_given_name(uint32_t c)
{
    return is_one_of(
        BUL_STR("的了着过们和与及或在是有不为把被让从向对到给也都就还又再很更最"
                "这那我你他她它说上下里个名位人从等以于其之者所而但地得吗呢吧"
                "工会厂市县区省局部队组办约打写送进出去来看做用要能会可没"),
        c);
}

/* 工 员 长 师 匠 者 任 记 席 手 模 兵 医 司: what people are called before
 * their names. */
static bool follows_trade(const bul_segment_text *text, uint32_t at)
{
    static const char *const ends[] = {"工",   "员",   "长",   "师",   "匠",
                                       "者",   "主任", "书记", "主席", "手",
                                       "劳模", "标兵", "司机", "代表", "老"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (ends_at(text, at, bul_str_from(ends[i])))
            return true;
    return false;
}

static bool may_be_given(const bul_segment_text *text, uint32_t at)
{
    return at < text->char_count && text->chars[at].class == BUL_WORD_OTHER &&
           !is_no_given_name(text->chars[at].code_point) &&
           !is_numeral(text->chars[at].code_point);
}

void bul_segment_offer_names(const bul_segment_text *text, uint32_t at,
                             bul_segment_offer *offer, void *context)
{
    if (!is_surname(text->chars[at].code_point) || !may_be_given(text, at + 1))
        return;
    if (at + 2 < text->char_count && bul_segment_is_whole(text, at, 3))
        offer(context, (bul_segment_candidate){.char_count = 3,
                                               .cost = COST_SHORT_NAME / 2,
                                               .class = BUL_WORD_NOUN});
    int32_t bonus = follows_trade(text, at) ? BONUS_AFTER_TRADE : 0;
    offer(context, (bul_segment_candidate){.char_count = 2,
                                           .cost = COST_SHORT_NAME - bonus,
                                           .class = BUL_WORD_NOUN});
    if (may_be_given(text, at + 2))
        offer(context, (bul_segment_candidate){.char_count = 3,
                                               .cost = COST_NAME - bonus,
                                               .class = BUL_WORD_NOUN});
}
