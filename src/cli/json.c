/* SPDX-License-Identifier: MIT */
/* json.c - JSON (RFC 8259) by hand: four shapes are all it takes. */
#include "cli/json.h"

#include <inttypes.h>

#include "cli/shown.h"

static void escape(FILE *to, uint32_t code_point)
{
    if (code_point > 0xFFFF) {
        uint32_t rest = code_point - 0x10000;
        fprintf(to, "\\u%04x\\u%04x", (unsigned)(0xD800 + (rest >> 10)),
                (unsigned)(0xDC00 + (rest & 0x3FF)));
    } else {
        fprintf(to, "\\u%04x", (unsigned)code_point);
    }
}

void bul_json_string(FILE *to, const char *text)
{
    fputc('"', to);
    while (*text != '\0') {
        uint32_t code_point;
        size_t length = bul_shown_decode(text, &code_point);
        if (code_point >= BUL_SHOWN_BAD_BYTE)
            fputs("\xEF\xBF\xBD", to);
        else if (code_point == '"' || code_point == '\\')
            fprintf(to, "\\%c", (char)code_point);
        else if (bul_shown_is_control(code_point))
            escape(to, code_point);
        else
            fwrite(text, 1, length, to);
        text += length;
    }
    fputc('"', to);
}

void bul_json_text(FILE *to, const char *key, const char *text)
{
    fprintf(to, ",\"%s\":", key);
    bul_json_string(to, text);
}

void bul_json_number(FILE *to, const char *key, uint64_t number)
{
    fprintf(to, ",\"%s\":%" PRIu64, key, number);
}

void bul_json_open(FILE *to, const char *type)
{
    fprintf(to, "{\"type\":\"%s\"", type);
}

void bul_json_close(FILE *to)
{
    fputs("}\n", to);
}
