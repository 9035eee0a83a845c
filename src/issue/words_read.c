/* SPDX-License-Identifier: MIT */
/* words_read.c - 语言 词语 人名: what an issue says of its words. */
#include "base/utf8.h"
#include "issue/issue_parts.h"
#include "source/spoken.h"

/* ---- 语言. ---- */

bul_speech bul_speech_read(bul_arena *arena, bul_diag *diag,
                           const bul_yaml *map, bul_speech absent)
{
    bul_speech speech = absent;
    bul_line_of_text line = bul_line_from_key(map, "language");
    if (line.text.len == 0)
        return speech;
    bul_spoken spoken = {bul_key_as_written(map, "language"), line.text,
                         line.span};
    bul_spoken_read(arena, diag, spoken, &speech.language);
    bul_locale_find(line.text, &speech.locale);
    return speech;
}

/* ---- 词语 人名. ---- */

typedef struct wording {
    const bul_opener *opener;
    bul_lines_of_text words;
    bool is_full;
} wording;

static void add_word(wording *w, bul_str word, bul_span span)
{
    const bul_opener *opener = w->opener;
    word = bul_str_trim(word);
    if (word.len == 0 || w->is_full)
        return;
    if (word.len > BUL_MAX_WORD_BYTES) {
        bul_report(
            opener->diag, BUL_MSG_ISSUE_WORD_LONG, span,
            BUL_ARGS(word, bul_str_int(opener->arena, BUL_MAX_WORD_BYTES / 3)));
        return;
    }
    w->is_full = w->words.count == BUL_MAX_WORDS;
    if (w->is_full)
        bul_report(opener->diag, BUL_MSG_ISSUE_WORDS_MANY, span,
                   BUL_ARGS(bul_str_int(opener->arena, BUL_MAX_WORDS)));
    else
        *BUL_PUSH(opener->arena, &w->words) = (bul_line_of_text){word, span};
}

/* One word a line; what follows a # is a remark. */
static void add_file(wording *w, bul_line_of_text file)
{
    bul_source source;
    bul_str line;
    if (!bul_source_read(w->opener, (bul_named_file){file.text, file.span},
                         BUL_ISSUE_MAX_BYTES, &source))
        return;
    bul_str rest = source.text;
    while (bul_str_cut(&rest, '\n', &line) && !w->is_full) {
        bul_str word = bul_str_trim(
            bul_str_sub(line, 0, bul_str_find(line, BUL_STR("#"))));
        size_t from = (size_t)(word.ptr - source.text.ptr);
        add_word(w, word, bul_source_span(&source, from, from + word.len));
    }
}

/* "词语.txt" "词表/人名.csv": a dot and some letters at the end. */
static bool is_file(bul_str text)
{
    size_t dot = text.len;
    while (dot > 0 && text.ptr[dot - 1] != '.') {
        char c = (char)(text.ptr[dot - 1] | 0x20);
        if (c < 'a' || c > 'z')
            return false;
        dot--;
    }
    return dot > 1 && dot < text.len && text.len - dot <= 4;
}

static bool is_apart(uint32_t c)
{
    return c == '\n' || c == ',' || c == ';' || c == 0xFF0C || c == 0xFF1B ||
           c == 0x3001;
}

/* Several words may stand in one line: "集体协商、工会主席". */
static void add_line(wording *w, bul_line_of_text line)
{
    size_t from = 0;
    for (size_t at = 0; at < line.text.len && !w->is_full;) {
        size_t end = at;
        if (!is_apart(bul_utf8_next(line.text, &at)))
            continue;
        add_word(w, bul_str_sub(line.text, from, end), line.span);
        from = at;
    }
    add_word(w, bul_str_sub(line.text, from, line.text.len), line.span);
}

bul_lines_of_text bul_words_read(const bul_opener *opener, const bul_yaml *map,
                                 const char *name)
{
    wording w = {.opener = opener};
    const bul_yaml *value = bul_yaml_find(map, name);
    for (size_t i = 0; i < bul_yaml_item_count(value); i++) {
        const bul_yaml *item = bul_yaml_item(value, i);
        bul_line_of_text line = {bul_str_trim(item->text), item->span};
        if (bul_str_ends(line.text, BUL_STR(".txt")))
            add_file(&w, line);
        else if (is_file(line.text))
            bul_report(opener->diag, BUL_MSG_ISSUE_WORDS_FILE, line.span,
                       BUL_ARGS(line.text));
        else
            add_line(&w, line);
    }
    return w.words;
}
