/* SPDX-License-Identifier: MIT */
/* print_read.c - 印刷: what an issue says of how it is printed. */
#include "issue/issue_parts.h"
#include "issue/keys.h"

/* 专色红, or a map that says what it looks like. */
static void read_spot(bul_print *print, const bul_yaml *map)
{
    const bul_yaml *spot = bul_yaml_find(map, "spot");
    bool is_map = spot != NULL && spot->form == BUL_FORM_MAP;
    print->spot = is_map ? bul_line_from_key(spot, "name")
                         : bul_line_from_key(map, "spot");
    if (is_map)
        print->spot_looks = bul_line_from_key(spot, "inks");
}

bul_print bul_print_read(const bul_yaml *map)
{
    bul_print print = {
        .profile =
            (bul_profile)bul_yaml_choice(map, "for", BUL_PROFILE_BY_ISSUE),
        .condition = bul_line_from_key(map, "condition"),
        .sheets = (bul_sheets)bul_yaml_choice(map, "sheets", 0),
        .paper = bul_line_from_key(map, "paper"),
        .binding = (bul_binding)bul_yaml_choice(map, "binding", 0),
        .creep = bul_line_from_key(map, "creep"),
        .has_marks = bul_yaml_bool(map, "marks", false),
        .has_outlines = bul_yaml_bool(map, "outline_text", false),
        .ink_limit = (int)bul_yaml_int(map, "ink_limit", 0)};
    read_spot(&print, map);
    return print;
}
