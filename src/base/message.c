/* SPDX-License-Identifier: MIT */
/* message.c - the table of messages and putting arguments into them. */
#include "base/message.h"

#include <assert.h>

#include "base/visible.h"

typedef struct message {
    bul_severity severity;
    bul_str code;
    bul_str text[2]; /* by bul_language */
    bul_str hint[2];
} message;

static const message messages[] = {
#define BUL_MSG(name, severity, code, zh, zh_hint, en, en_hint)                \
    {severity,                                                                 \
     BUL_STR_INIT(code),                                                       \
     {BUL_STR_INIT(zh), BUL_STR_INIT(en)},                                     \
     {BUL_STR_INIT(zh_hint), BUL_STR_INIT(en_hint)}},
#include "base/messages.def"
#undef BUL_MSG
};

static const message *message_at(bul_message_id id)
{
    assert((size_t)id < BUL_MSG_COUNT);
    return &messages[id];
}

bul_severity bul_message_severity(bul_message_id id)
{
    return message_at(id)->severity;
}

bul_str bul_message_code(bul_message_id id)
{
    return message_at(id)->code;
}

/* True at "{0}" to "{4}". */
static bool is_place(bul_str pattern, size_t at)
{
    return pattern.len - at >= 3 && pattern.ptr[at] == '{' &&
           pattern.ptr[at + 1] >= '0' && pattern.ptr[at + 1] <= '4' &&
           pattern.ptr[at + 2] == '}';
}

/* Arguments come from files, so they are made safe to show. */
static bul_str filled(bul_arena *arena, bul_str pattern, const bul_args *args)
{
    bul_text text = bul_text_in(arena);
    size_t copied = 0;
    for (size_t at = 0; at < pattern.len; at++) {
        if (!is_place(pattern, at))
            continue;
        size_t index = (size_t)(pattern.ptr[at + 1] - '0');
        bul_text_add(&text, bul_str_sub(pattern, copied, at));
        bul_text_add(&text, bul_visible_text(arena, args->at[index]));
        copied = at + 3;
    }
    if (copied == 0)
        return pattern;
    bul_text_add(&text, bul_str_sub(pattern, copied, pattern.len));
    return bul_text_str(&text);
}

bul_str bul_message_text(bul_arena *arena, bul_message_id id,
                         bul_language language, const bul_args *args)
{
    return filled(arena, message_at(id)->text[language], args);
}

bul_str bul_message_hint(bul_arena *arena, bul_message_id id,
                         bul_language language, const bul_args *args)
{
    return filled(arena, message_at(id)->hint[language], args);
}
