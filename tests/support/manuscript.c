/* SPDX-License-Identifier: MIT */
/* manuscript.c - see manuscript.h. */
#include "support/manuscript.h"

#include "base/list.h"
#include "base/utf8.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static const char *const hanzi =
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可"
    "主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家"
    "电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合"
    "还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明"
    "看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想"
    "已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边";
static const char *const marks[] = {
    "，",  "。", "、", "；",   "：",   "！",   "？",     "，",   "。",
    "……",  "——", "⋯⋯", "？！", "！！", "？？", "！！！", "…………", "————",
    "———", "·",  "～", "—",    "–",    "／",   "…",      "！",   "、"};
static const char *const words[] = {"Bulletin",
                                    "GDP",
                                    "A",
                                    "WTO",
                                    "C++",
                                    "e-mail",
                                    "PM2.5",
                                    "AT&T",
                                    "Wi-Fi",
                                    "well-known",
                                    "COVID-19",
                                    "it’s",
                                    "OpenType",
                                    "Trade Union",
                                    "A/B",
                                    "and/or",
                                    "R&D",
                                    "workers’ rights",
                                    "internationalization",
                                    "representatives",
                                    "(ILO)",
                                    "T’Pol"};
static const char *const numbers[] = {
    "12.5%",     "2026",       "25℃",
    "¥30",       "3000",       "10:00",
    "3,000,000", "±5",         "-3",
    "№7",        "１２３４",   "２０２６",
    "¥1,234.56", "60+",        "第3",
    "3/5",       "1234567890", "100‰",
    "２．５％",  "１：２",     "30€",
    "[1]",       "①",          "GB/T 9704-2012",
    "JGJ/T 46",  "45°",        "+5",
    "0.618",     "3～5",       "１２３４５６７８９０１２"};
static const char *const addresses[] = {
    "https://www.example.org/news/2026-11/index.html?id=46&page=2",
    "www.acftu.example.cn", "gonghui@example.org", "http://a.cn/b.c-d/e_f",
    "https://example.org"};
static const char *const uyghur[] = {"ئۇيغۇر", "ئىشچىلار ئۇيۇشمىسى", "ئۈرۈمچى",
                                     "شىنجاڭ 2026 يىلى"};
static const char *const open_marks[] = {"“",  "‘",  "（", "《", "「",
                                         "〈", "【", "『", "［", "("};
static const char *const close_marks[] = {"”",  "’",  "）", "》", "」",
                                          "〉", "】", "』", "］", ")"};
static const char *const pinyin[] = {"gōng", "huì", "zhuāng", "ér", "shuāng"};

/* The text in the making, and where a run may well begin. */
typedef struct writer {
    dice *d;
    bul_arena *arena;
    unsigned parts;
    bul_text text;
    BUL_LIST(size_t) starts; /* of parts, by byte */
    BUL_LIST(size_t) ends_of_addresses;
    BUL_LIST(size_t) starts_of_addresses;
} writer;

static void add(writer *w, const char *part)
{
    bul_text_add(&w->text, bul_str_from(part));
}

static const char *any_of(writer *w, const char *const *list, size_t count)
{
    return list[dice_below(w->d, count)];
}

static void add_hanzi(writer *w, size_t count)
{
    bul_str all = bul_str_from(hanzi);
    for (; count > 0; count--) {
        size_t at = 3 * dice_below(w->d, all.len / 3);
        bul_text_add(&w->text, bul_str_sub(all, at, at + 3));
    }
}

/* Quoted, bracketed or in title marks, to three levels: never empty. */
static void add_enclosed(writer *w, int depth)
{
    size_t kind = dice_below(w->d, COUNT(open_marks));
    add(w, open_marks[kind]);
    if (depth > 0 && dice_chance(w->d, 30))
        add_enclosed(w, depth - 1);
    bool has_word = (w->parts & MANUSCRIPT_WORDS) && dice_chance(w->d, 15);
    if (has_word)
        add(w, any_of(w, words, COUNT(words)));
    if (!has_word || dice_chance(w->d, 50))
        add_hanzi(w, 1 + dice_below(w->d, 6));
    if (depth > 0 && dice_chance(w->d, 20))
        add_enclosed(w, depth - 1);
    if (dice_chance(w->d, 25))
        add(w, marks[dice_below(w->d, 10)]);
    add(w, close_marks[kind]);
}

static void add_address(writer *w)
{
    *BUL_PUSH(w->arena, &w->starts_of_addresses) = w->text.len;
    add(w, any_of(w, addresses, COUNT(addresses)));
    *BUL_PUSH(w->arena, &w->ends_of_addresses) = w->text.len;
}

static void add_latin(writer *w)
{
    bool is_spaced = w->text.len > 0 && dice_chance(w->d, 30);
    size_t kind = dice_below(w->d, 100);
    if (is_spaced)
        add(w, " ");
    if (kind < 40 && (w->parts & MANUSCRIPT_WORDS))
        add(w, any_of(w, words, COUNT(words)));
    else if (kind < 85 && (w->parts & MANUSCRIPT_NUMBERS))
        add(w, any_of(w, numbers, COUNT(numbers)));
    else if (kind < 93 && (w->parts & MANUSCRIPT_ADDRESSES))
        add_address(w);
    else if (w->parts & MANUSCRIPT_UYGHUR)
        add(w, any_of(w, uyghur, COUNT(uyghur)));
    else
        add(w, "A");
    if (is_spaced)
        add(w, " ");
}

static void write_text(writer *w)
{
    size_t parts = 2 + dice_below(w->d, 16);
    for (size_t i = 0; i < parts; i++) {
        *BUL_PUSH(w->arena, &w->starts) = w->text.len;
        if (i > 0 || dice_chance(w->d, 80))
            add_hanzi(w, 1 + dice_below(w->d, 9));
        if (dice_chance(w->d, 20))
            add_enclosed(w, 2);
        bool has_latin = (w->parts & MANUSCRIPT_LATIN) && dice_chance(w->d, 30);
        if (has_latin)
            add_latin(w);
        if (dice_chance(w->d, has_latin ? 30 : 60))
            add(w, any_of(w, marks, COUNT(marks)));
    }
    add(w, dice_chance(w->d, 50) ? "会。" : "会");
}

/* ---- Runs. ---- */

static bool is_hanzi_only(bul_str text)
{
    for (size_t at = 0; at < text.len;)
        if (!bul_utf8_is_han(bul_utf8_next(text, &at)))
            return false;
    return true;
}

/* As many syllables as hanzi, or one over all of them. */
static bul_str reading_of(writer *w, size_t hanzi_count)
{
    bul_text reading = bul_text_in(w->arena);
    size_t count = dice_chance(w->d, 80) ? hanzi_count : 1;
    for (size_t i = 0; i < count; i++) {
        bul_text_add(&reading, bul_str_from(i > 0 ? " " : ""));
        bul_text_add(&reading, bul_str_from(any_of(w, pinyin, COUNT(pinyin))));
    }
    return bul_text_str(&reading);
}

static void style_run(writer *w, bul_styled_run *run,
                      const manuscript_faces *faces, bool starts_part)
{
    static const unsigned line_marks[] = {
        BUL_LINE_MARK_DOTS, BUL_LINE_MARK_NAME, BUL_LINE_MARK_WAVE,
        BUL_LINE_MARK_LINE};
    size_t kind = dice_below(w->d, 100);
    if (kind < 15)
        run->face = faces->bold;
    else if (kind < 25)
        run->face = faces->kai;
    else if (kind < 32)
        run->is_code = true;
    else if (kind < 40)
        run->url = BUL_STR("https://example.org");
    else if (kind < 50)
        run->marks = line_marks[dice_below(w->d, 4)];
    else if (kind < 55 && starts_part)
        run->starts_line = true;
    else if (kind < 75 && run->text.len <= 12 && is_hanzi_only(run->text))
        run->ruby = reading_of(w, run->text.len / 3);
    run->group = 0;
}

/* A small figure after a character: the call of a note. */
static bool is_call(const writer *w, size_t start, size_t end)
{
    bul_str text = bul_text_str(&w->text);
    return start > 0 && end - start == 1 && text.ptr[start] >= '0' &&
           text.ptr[start] <= '9' && text.ptr[start - 1] != ' ';
}

/* Where the run that begins at `start` ends. */
static size_t run_end(writer *w, size_t start, size_t *part)
{
    bul_str text = bul_text_str(&w->text);
    size_t at = start;
    while (at < text.len) {
        bul_utf8_next(text, &at);
        while (*part < w->starts.count && w->starts.items[*part] < at)
            ++*part;
        bool is_start = *part < w->starts.count && w->starts.items[*part] == at;
        if (at == text.len || dice_chance(w->d, is_start ? 40 : 4))
            break;
    }
    return at;
}

static void cut_runs(writer *w, manuscript *m, const manuscript_faces *faces)
{
    BUL_LIST(bul_styled_run) runs = {0};
    size_t part = 0;
    bool has_styles = (w->parts & MANUSCRIPT_STYLES) && dice_chance(w->d, 60);
    for (size_t at = 0; at < m->text.len;) {
        size_t end = has_styles ? run_end(w, at, &part) : m->text.len;
        bul_styled_run *run = BUL_PUSH(w->arena, &runs);
        *run = (bul_styled_run){.text = bul_str_sub(m->text, at, end),
                                .face = faces->song,
                                .size = MANUSCRIPT_SIZE};
        bool starts_part = false;
        for (size_t i = 1; i < w->starts.count; i++)
            starts_part = starts_part || w->starts.items[i] == at;
        if (has_styles)
            style_run(w, run, faces, starts_part);
        if (has_styles && is_call(w, at, end)) {
            run->size = MANUSCRIPT_SIZE * 6 / 10;
            run->rise = MANUSCRIPT_SIZE / 3;
            run->attaches = true;
        }
        at = end;
    }
    m->runs = runs.items;
    m->run_count = runs.count;
}

manuscript manuscript_write(dice *d, bul_arena *arena, unsigned parts,
                            const manuscript_faces *faces)
{
    writer w = {
        .d = d, .arena = arena, .parts = parts, .text = bul_text_in(arena)};
    write_text(&w);
    manuscript m = {.text = bul_text_str(&w.text)};
    bool *in_address = BUL_NEW(arena, bool, m.text.len + 1);
    for (size_t i = 0; i < w.starts_of_addresses.count; i++)
        for (size_t at = w.starts_of_addresses.items[i];
             at < w.ends_of_addresses.items[i]; at++)
            in_address[at] = true;
    m.in_address = in_address;
    cut_runs(&w, &m, faces);
    return m;
}
