/* SPDX-License-Identifier: MIT */
/* keys_choices.c - the keys of a layout file that take one of a few words. */
#include <stddef.h>

#include "base/rules.h"
#include "template/keys_parts.h"

static const bul_schema_choice direction_choices[] = {
    {"across", "横排", 0}, {"down", "竖排", 1}, {NULL, NULL, 0}};
const bul_schema bul_direction_schema = {.forms = BUL_FORM_CHOICE,
                                         .choices = direction_choices};

static const bul_schema_choice side_column_choices[] = {
    {"right", "右", 0}, {"left", "左", 1}, {NULL, NULL, 0}};
const bul_schema bul_side_column_schema = {.forms = BUL_FORM_CHOICE,
                                           .choices = side_column_choices};

static const bul_schema_choice breaks_choices[] = {
    {"none", "无", BUL_BREAKS_NONE},
    {"basic", "基本", BUL_BREAKS_BASIC},
    {"gb", "国标", BUL_BREAKS_GB},
    {"strict", "严格", BUL_BREAKS_STRICT},
    {NULL, NULL, 0}};
const bul_schema bul_breaks_schema = {.forms = BUL_FORM_CHOICE,
                                      .choices = breaks_choices};

static const bul_schema_choice punctuation_choices[] = {
    {"full", "全角", BUL_MARKS_FULL},
    {"half", "半角", BUL_MARKS_HALF},
    {"kaiming", "开明", BUL_MARKS_KAIMING},
    {"line_end", "行末半角", BUL_MARKS_LINE_END},
    {"plain", "原样", BUL_MARKS_PLAIN},
    {NULL, NULL, 0}};
const bul_schema bul_punctuation_schema = {.forms = BUL_FORM_CHOICE,
                                           .choices = punctuation_choices};

static const bul_schema_choice notes_choices[] = {
    {"end", "文末", 0}, {"foot", "栏末", 1}, {NULL, NULL, 0}};
const bul_schema bul_notes_schema = {.forms = BUL_FORM_CHOICE,
                                     .choices = notes_choices};

static const bul_schema_choice breaker_choices[] = {
    {"total", "全段", 0}, {"first", "逐行", 1}, {NULL, NULL, 0}};
const bul_schema bul_breaker_schema = {.forms = BUL_FORM_CHOICE,
                                       .choices = breaker_choices};

static const bul_schema_choice makeup_choices[] = {
    {"flow", "流排", 0}, {"modular", "模块", 1}, {NULL, NULL, 0}};
const bul_schema bul_makeup_schema = {.forms = BUL_FORM_CHOICE,
                                      .choices = makeup_choices};
