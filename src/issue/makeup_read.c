/* SPDX-License-Identifier: MIT */
/* makeup_read.c - 版数 排法 规则: what an issue says of its make-up. */
#include "base/utf8.h"
#include "issue/issue_parts.h"
#include "issue/keys.h"
#include "source/value.h"

/* ---- 版数. ---- */

/* 2-8 2～8 2至8 2到8, with any dash a keyboard has. */
static bool is_to(uint32_t c)
{
    return c == '-' || c == '~' || c == 0xFF0D || c == 0xFF5E || c == 0x301C ||
           (c >= 0x2010 && c <= 0x2015) || c == 0x81F3 || c == 0x5230;
}

/* False where the text is no two numbers. */
static bool read_range(bul_str text, int64_t *fewest, int64_t *most)
{
    size_t at = 0;
    while (at < text.len) {
        size_t from = at;
        if (is_to(bul_utf8_next(text, &at)))
            return bul_value_int(bul_str_sub(text, 0, from), fewest) &&
                   bul_value_int(bul_str_sub(text, at, text.len), most);
    }
    return false;
}

static void report_order(bul_arena *arena, bul_diag *diag,
                         bul_line_of_text pages, bul_str key, int64_t fewest,
                         int64_t most)
{
    bul_text range = bul_text_in(arena);
    bul_text_add_int(&range, fewest);
    bul_text_add(&range, BUL_STR("-"));
    bul_text_add_int(&range, most);
    bul_report(diag, BUL_MSG_KEY_PAGES_REVERSED, pages.span,
               BUL_ARGS(key, pages.text, bul_text_str(&range)));
}

static void read_page_range(bul_arena *arena, bul_diag *diag, bul_issue *issue,
                            const bul_yaml *map)
{
    int64_t fewest = 0;
    int64_t most = 0;
    bul_line_of_text pages = bul_line_from_key(map, "pages");
    bul_str key = bul_key_as_written(map, "pages");
    if (!read_range(pages.text, &fewest, &most)) {
        bul_report(diag, BUL_MSG_KEY_NOT_PAGES, pages.span,
                   BUL_ARGS(key, pages.text));
        return;
    }
    if (fewest < 1 || most < 1 || fewest > BUL_MAX_PAGE ||
        most > BUL_MAX_PAGE) {
        bul_report(diag, BUL_MSG_KEY_OUT_OF_RANGE, pages.span,
                   BUL_ARGS(key, pages.text, BUL_STR("1"),
                            bul_str_int(arena, BUL_MAX_PAGE)));
        return;
    }
    if (fewest > most)
        report_order(arena, diag, pages, key, most, fewest);
    issue->fewest_pages = (int)(fewest < most ? fewest : most);
    issue->most_pages = (int)(fewest < most ? most : fewest);
}

static void read_pages(bul_arena *arena, bul_diag *diag, bul_issue *issue,
                       const bul_yaml *map)
{
    const bul_yaml *pages = bul_yaml_find(map, "pages");
    if (pages != NULL && pages->form == BUL_FORM_TEXT)
        read_page_range(arena, diag, issue, map);
    else
        issue->fewest_pages = issue->most_pages =
            (int)bul_yaml_int(map, "pages", 0);
}

/* ---- 规则. ---- */

static bul_policy read_policy(const bul_yaml *map)
{
    /* A number, or a choice that stands for one. */
    const bul_yaml *jumps = bul_yaml_find(map, "jumps");
    return (bul_policy){
        .jumps = jumps == NULL ? 0 : (int)jumps->number,
        .keeps_marked = bul_yaml_choice(map, "trim", false) != 0,
        .keeps_pictures = bul_yaml_choice(map, "drop_photos", false) != 0,
        .may_hold = bul_yaml_bool(map, "hold", false),
        .is_strict = bul_yaml_bool(map, "strict", false)};
}

void bul_makeup_read(bul_arena *arena, bul_diag *diag, bul_issue *issue,
                     const bul_yaml *map)
{
    read_pages(arena, diag, issue, map);
    issue->mode =
        (bul_makeup_mode)bul_yaml_choice(map, "makeup", BUL_MAKEUP_BY_LAYOUT);
    issue->policy = read_policy(bul_yaml_find(map, "policy"));
}
