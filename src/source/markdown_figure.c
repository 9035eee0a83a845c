/* SPDX-License-Identifier: MIT */
/* markdown_figure.c - ![说明](文件 "摄影：某"){width=2} alone on its line.
 *
 * Read by ourselves and not by cmark, because file names in offices have
 * blanks and brackets in them: the target runs to the last parenthesis of the
 * line. Full-width ！ ［ ］ 【 】 （ ） are taken for their twins, with a warning,
 * and so is the line "图片: 照片.jpg", which belongs above the text. */
#include <string.h>

#include "source/markdown_parts.h"

typedef struct figure_line {
    bul_md_range caption;
    bul_md_range target;
    bool is_wide;
} figure_line;

/* Moves *from past `ascii` or its full-width twin. */
static bool skip_sign(bul_md_reading *r, bul_md_range *range, const char *ascii,
                      const char *wide, bool *is_wide)
{
    bul_str rest = bul_md_slice(r, *range);
    bul_str narrow_sign = bul_str_from(ascii);
    bul_str wide_sign = bul_str_from(wide);
    if (bul_str_starts(rest, narrow_sign)) {
        range->from += narrow_sign.len;
        return true;
    }
    if (!bul_str_starts(rest, wide_sign))
        return false;
    range->from += wide_sign.len;
    *is_wide = true;
    return true;
}

/* Cuts the caption off *text, up to "](" in any of its widths; false where
 * there is none. */
static bool cut_caption(const bul_md_reading *r, bul_md_range *text,
                        bul_md_range *caption, bool *is_wide)
{
    static const char *const closings[] = {"]", "］", "】"};
    static const char *const openings[] = {"(", "（"};
    bul_str rest = bul_md_slice(r, *text);
    size_t end = rest.len;
    size_t closing_len = 0;
    for (size_t i = 0; i < 6; i++) {
        bul_str closing = bul_str_from(closings[i % 3]);
        size_t at =
            bul_str_find(rest, bul_str_join(r->arena, closing,
                                            bul_str_from(openings[i / 3])));
        if (at >= end)
            continue;
        end = at;
        closing_len = closing.len;
    }
    *is_wide = *is_wide || closing_len > 1;
    *caption = (bul_md_range){text->from, text->from + end};
    text->from += end + closing_len;
    return closing_len > 0;
}

static bool take_closing_paren(bul_md_reading *r, bul_md_range *range,
                               bool *is_wide)
{
    bul_str rest = bul_md_slice(r, *range);
    if (bul_str_ends(rest, BUL_STR(")"))) {
        range->to--;
        return true;
    }
    if (!bul_str_ends(rest, BUL_STR("）")))
        return false;
    range->to -= strlen("）");
    *is_wide = true;
    return true;
}

static bool take_apart(bul_md_reading *r, bul_md_range text,
                       figure_line *figure)
{
    *figure = (figure_line){.is_wide = false};
    if (!skip_sign(r, &text, "!", "！", &figure->is_wide) ||
        (!skip_sign(r, &text, "[", "［", &figure->is_wide) &&
         !skip_sign(r, &text, "[", "【", &figure->is_wide)) ||
        !cut_caption(r, &text, &figure->caption, &figure->is_wide))
        return false;
    figure->target = text;
    if (!skip_sign(r, &figure->target, "(", "（", &figure->is_wide) ||
        !take_closing_paren(r, &figure->target, &figure->is_wide))
        return false;
    figure->target = bul_md_trim(r, figure->target);
    return figure->target.from < figure->target.to;
}

/* Takes a text in quotes, of one kind or the other, off the end. */
static bul_md_range take_credit(bul_md_reading *r, bul_md_range *target)
{
    static const char *const quotes[][2] = {
        {"\"", "\""}, {"“", "”"}, {"'", "'"}, {"”", "”"}, {"“", "“"}};
    bul_str text = bul_md_slice(r, *target);
    for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++) {
        bul_str open =
            bul_str_join(r->arena, BUL_STR(" "), bul_str_from(quotes[i][0]));
        bul_str close = bul_str_from(quotes[i][1]);
        size_t at = bul_str_find(text, open);
        if (!bul_str_ends(text, close) || at + open.len + close.len > text.len)
            continue;
        bul_md_range credit = {target->from + at + open.len,
                               target->to - close.len};
        target->to = target->from + at;
        *target = bul_md_trim(r, *target);
        return bul_md_trim(r, credit);
    }
    return (bul_md_range){target->to, target->to};
}

/* ---- 图片: 照片.jpg ---- */

static bool ends_as_picture(bul_str name)
{
    static const char *const endings[] = {".jpg", ".jpeg", ".png"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        bul_str ending = bul_str_from(endings[i]);
        if (name.len <= ending.len)
            continue;
        size_t n = 0;
        const char *tail = name.ptr + name.len - ending.len;
        while (n < ending.len &&
               (tail[n] == ending.ptr[n] || (tail[n] | 0x20) == ending.ptr[n]))
            n++;
        if (n == ending.len)
            return true;
    }
    return false;
}

/* The file of "图片: 照片.jpg", or an empty range. */
static bul_md_range named_file(const bul_md_reading *r, bul_md_range whole)
{
    static const char *const words[] = {"图片：", "图片:", "配图：", "配图:"};
    bul_md_range none = {whole.to, whole.to};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (!bul_str_starts(bul_md_slice(r, whole), bul_str_from(words[i])))
            continue;
        whole.from += strlen(words[i]);
        whole = bul_md_trim(r, whole);
        return ends_as_picture(bul_md_slice(r, whole)) ? whole : none;
    }
    return none;
}

bool bul_md_begins_figure(const bul_md_reading *r, bul_md_range line)
{
    bul_md_range whole = bul_md_trim(r, line);
    bul_str text = bul_md_slice(r, whole);
    bul_md_range file = named_file(r, whole);
    return bul_str_starts(text, BUL_STR("![")) ||
           bul_str_starts(text, BUL_STR("！")) || file.from < file.to;
}

static bool add_named(bul_md_reading *r, bul_md_range whole,
                      bul_md_blocks *blocks)
{
    bul_md_range file = named_file(r, whole);
    if (file.from == file.to)
        return false;
    bul_report(r->diag, BUL_MSG_MARKDOWN_NAMED_FIGURE, bul_md_span(r, whole),
               BUL_ARGS(bul_md_slice(r, file)));
    bul_md_block *block =
        bul_md_push(r, blocks, BUL_MD_FIGURE, bul_md_span(r, whole));
    if (block != NULL)
        block->figure.file = bul_md_text_of(r, file);
    return true;
}

/* ---- The line. ---- */

bool bul_md_add_figure(bul_md_reading *r, bul_md_range line,
                       bul_md_blocks *blocks)
{
    figure_line parts;
    bul_md_attributes attributes = {0};
    bul_md_range whole = bul_md_trim(r, line);
    bul_str head = bul_md_slice(r, whole);
    if (!bul_str_starts(head, BUL_STR("!")) &&
        !bul_str_starts(head, BUL_STR("！")))
        return add_named(r, whole, blocks);
    bul_md_range text = bul_md_take_attributes(r, whole, &attributes);
    if (!take_apart(r, text, &parts))
        return false;
    if (parts.is_wide)
        bul_report(r->diag, BUL_MSG_MARKDOWN_WIDE_SIGN, bul_md_span(r, whole),
                   BUL_NO_ARGS);
    bul_md_block *block =
        bul_md_push(r, blocks, BUL_MD_FIGURE, bul_md_span(r, whole));
    if (block == NULL)
        return true;
    bul_md_range credit = take_credit(r, &parts.target);
    bul_str target = bul_md_slice(r, parts.target);
    if (bul_str_starts(target, BUL_STR("<")) &&
        bul_str_ends(target, BUL_STR(">")))
        parts.target =
            (bul_md_range){parts.target.from + 1, parts.target.to - 1};
    block->attributes = attributes;
    block->figure.file = bul_md_text_of(r, parts.target);
    block->figure.credit = bul_md_text_of(r, credit);
    block->runs = bul_md_inline(r, parts.caption);
    return true;
}
