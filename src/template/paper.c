/* SPDX-License-Identifier: MIT */
#include "template/paper.h"

typedef struct named_paper {
    bul_str name;
    double width_mm, height_mm;
} named_paper;

/* ISO 216; 四开 and 对开 as the mainland's newspapers trim them. */
static const named_paper papers[] = {
    {BUL_STR_INIT("A5"), 148, 210},   {BUL_STR_INIT("A4"), 210, 297},
    {BUL_STR_INIT("A3"), 297, 420},   {BUL_STR_INIT("A2"), 420, 594},
    {BUL_STR_INIT("A1"), 594, 841},   {BUL_STR_INIT("16开"), 185, 260},
    {BUL_STR_INIT("8开"), 260, 370},  {BUL_STR_INIT("八开"), 260, 370},
    {BUL_STR_INIT("四开"), 275, 390}, {BUL_STR_INIT("4开"), 275, 390},
    {BUL_STR_INIT("对开"), 390, 550},
};

static bool read_side(bul_str text, bul_mpt *length)
{
    bul_measure_base none = {0};
    return bul_measure_read(bul_str_trim(text), none, length) && *length > 0;
}

static bool cut_at(bul_str text, bul_str sign, bul_mpt *width, bul_mpt *height)
{
    size_t at = bul_str_find(text, sign);
    return at < text.len && read_side(bul_str_sub(text, 0, at), width) &&
           read_side(bul_str_sub(text, at + sign.len, text.len), height);
}

bool bul_paper_read(bul_str text, bul_mpt *width, bul_mpt *height)
{
    text = bul_str_trim(text);
    for (size_t i = 0; i < sizeof papers / sizeof papers[0]; i++) {
        if (!bul_str_equal(papers[i].name, text))
            continue;
        *width = bul_mpt_from_mm(papers[i].width_mm);
        *height = bul_mpt_from_mm(papers[i].height_mm);
        return true;
    }
    return cut_at(text, BUL_STR("x"), width, height) ||
           cut_at(text, BUL_STR("×"), width, height);
}
