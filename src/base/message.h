/* SPDX-License-Identifier: MIT */
/* message.h - every message of the program, in Chinese and English.
 *
 * One table, messages.def, holds them side by side. Arguments are {0} to {4},
 * so that each language may put them in its own order. A message without a
 * hint has "" there. Codes are stable: a script may rely on them. */
#ifndef BUL_BASE_MESSAGE_H
#define BUL_BASE_MESSAGE_H

#include "base/str.h"

typedef enum bul_language {
    BUL_CHINESE,
    BUL_ENGLISH
} bul_language;

typedef enum bul_severity {
    BUL_ERROR,
    BUL_WARNING,
    BUL_NOTE
} bul_severity;

/* BUL_MSG(name, severity, code, zh, zh_hint, en, en_hint) */
typedef enum bul_message_id {
#define BUL_MSG(name, severity, code, zh, zh_hint, en, en_hint) BUL_MSG_##name,
#include "base/messages.def"
#undef BUL_MSG
    BUL_MSG_COUNT
} bul_message_id;

typedef struct bul_args {
    bul_str at[5];
} bul_args;

#define BUL_ARGS(...) ((bul_args){{__VA_ARGS__}})
#define BUL_NO_ARGS   ((bul_args){{{0}}})

bul_severity bul_message_severity(bul_message_id id);
bul_str bul_message_code(bul_message_id id);
/* The sentence with its arguments in place; empty hint where there is none. */
bul_str bul_message_text(bul_arena *arena, bul_message_id id,
                         bul_language language, const bul_args *args);
bul_str bul_message_hint(bul_arena *arena, bul_message_id id,
                         bul_language language, const bul_args *args);

#endif
