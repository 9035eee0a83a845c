/* SPDX-License-Identifier: MIT */
/* source.c - through the door of the world, with every failure named. */
#include "source/source.h"

#include "source/decode.h"
#include "source/near.h"

/* "站台.jpg" without ".jpg": endings would make short names look alike. */
static bul_str stem(bul_str name)
{
    for (size_t i = name.len; i > 1; i--)
        if (name.ptr[i - 1] == '.')
            return bul_str_sub(name, 0, i - 1);
    return name;
}

bul_str bul_file_nearest(const bul_opener *opener, bul_str path)
{
    bul_names names = {0};
    bul_str folder = bul_path_folder(path);
    if (bul_world_list(opener->world, opener->arena, opener->root,
                       folder.len > 0 ? folder : BUL_STR("."),
                       &names) != BUL_WORLD_OK)
        return (bul_str){0};
    bul_near near = {.word = stem(bul_path_name(path))};
    bul_str best = {0};
    for (size_t i = 0; i < names.count; i++) {
        bul_near_offer(&near, stem(names.items[i]));
        if (near.best.ptr == names.items[i].ptr)
            best = names.items[i];
    }
    if (best.len == 0 || folder.len == 0)
        return best;
    return bul_path_join(opener->arena, folder, best);
}

static void report_missing(const bul_opener *opener, bul_named_file named)
{
    bul_str near = bul_file_nearest(opener, named.path);
    if (near.len > 0)
        bul_report(opener->diag, BUL_MSG_FILE_MISSING_NEAR, named.span,
                   BUL_ARGS(named.path, near));
    else if (bul_str_find(named.path, BUL_STR("\\")) < named.path.len)
        bul_report(opener->diag, BUL_MSG_FILE_MISSING_BACKSLASH, named.span,
                   BUL_ARGS(named.path));
    else
        bul_report(opener->diag,
                   opener->root.len > 0 ? BUL_MSG_FILE_MISSING
                                        : BUL_MSG_FILE_MISSING_HERE,
                   named.span, BUL_ARGS(named.path));
}

static bul_str limit_in_words(bul_arena *arena, size_t limit_bytes)
{
    bul_text text = bul_text_in(arena);
    bul_text_add_int(&text, (int64_t)(limit_bytes >> 20));
    bul_text_add(&text, BUL_STR(" MB"));
    return bul_text_str(&text);
}

void bul_file_report(const bul_opener *opener, bul_named_file named,
                     size_t limit_bytes, bul_world_result result)
{
    bul_args args = BUL_ARGS(named.path);
    switch (result) {
    case BUL_WORLD_OK:
        break;
    case BUL_WORLD_MISSING:
        report_missing(opener, named);
        break;
    case BUL_WORLD_OUTSIDE:
        bul_report(opener->diag, BUL_MSG_FILE_OUTSIDE, named.span, args);
        break;
    case BUL_WORLD_NOT_A_FILE:
        bul_report(opener->diag, BUL_MSG_FILE_NOT_A_FILE, named.span, args);
        break;
    case BUL_WORLD_TOO_LARGE:
        args.at[1] = limit_in_words(opener->arena, limit_bytes);
        bul_report(opener->diag, BUL_MSG_FILE_TOO_LARGE, named.span, args);
        break;
    case BUL_WORLD_FAILED:
        bul_report(opener->diag, BUL_MSG_FILE_UNREADABLE, named.span, args);
        break;
    }
}

bool bul_file_open(const bul_opener *opener, bul_named_file named,
                   size_t limit_bytes, bul_str *bytes)
{
    bul_world_result result = BUL_WORLD_OUTSIDE;
    if (opener->root.len == 0 || !bul_path_escapes(named.path))
        result = bul_world_open(opener->world, opener->arena, opener->root,
                                named.path, limit_bytes, bytes);
    bul_file_report(opener, named, limit_bytes, result);
    return result == BUL_WORLD_OK;
}

bul_world_result bul_file_borrow(const bul_opener *opener, bul_str path,
                                 size_t limit_bytes, bul_loan *loan)
{
    *loan = (bul_loan){0};
    if (bul_path_escapes(path))
        return BUL_WORLD_OUTSIDE;
    return bul_world_borrow(opener->world, opener->arena, opener->root, path,
                            limit_bytes, loan);
}

bul_world_result bul_file_peek(const bul_opener *opener, bul_str path,
                               size_t limit_bytes, bul_str *bytes)
{
    bul_loan loan;
    bul_world_result result = bul_file_borrow(opener, path, limit_bytes, &loan);
    *bytes = loan.bytes;
    return result;
}

bul_span bul_source_span(const bul_source *source, size_t from, size_t to)
{
    return (bul_span){source->file, (uint32_t)from, (uint32_t)to};
}

static bul_str code_point_name(bul_arena *arena, uint32_t c)
{
    bul_text text = bul_text_in(arena);
    bul_text_addf(&text, "U+%04X", (unsigned)c);
    return bul_text_str(&text);
}

static void report_changes(const bul_opener *opener, const bul_source *source,
                           const bul_decoded *decoded)
{
    bul_arena *arena = opener->arena;
    bul_diag *diag = opener->diag;
    bul_span start = bul_source_span(source, 0, 0);
    if (decoded->encoding == BUL_ENCODING_GB18030)
        bul_report(diag, BUL_MSG_FILE_GB18030, start, BUL_NO_ARGS);
    if (decoded->encoding == BUL_ENCODING_UTF16)
        bul_report(diag, BUL_MSG_FILE_UTF16, start, BUL_NO_ARGS);
    if (decoded->had_bom)
        bul_report(diag, BUL_MSG_FILE_BOM, start, BUL_NO_ARGS);
    if (decoded->crlf_count > 0)
        bul_report(diag, BUL_MSG_FILE_CRLF, start, BUL_NO_ARGS);
    if (decoded->invisible_count > 0) {
        size_t at = decoded->invisible_at;
        bul_report(
            diag, BUL_MSG_FILE_INVISIBLE, bul_source_span(source, at, at),
            BUL_ARGS(bul_str_int(arena, (int64_t)decoded->invisible_count)));
    }
    if (decoded->control_count > 0) {
        size_t at = decoded->control_at;
        bul_report(diag, BUL_MSG_FILE_CONTROL, bul_source_span(source, at, at),
                   BUL_ARGS(bul_str_int(arena, (int64_t)decoded->control_count),
                            code_point_name(arena, decoded->control_first)));
    }
    if (decoded->tab_count > 0) {
        size_t at = decoded->tab_at;
        bul_report(diag, BUL_MSG_FILE_TAB, bul_source_span(source, at, at + 1),
                   BUL_ARGS(bul_str_int(arena, (int64_t)decoded->tab_count)));
    }
}

bool bul_source_from_bytes(const bul_opener *opener, bul_str path,
                           bul_str bytes, bul_source *source)
{
    bul_decoded decoded = bul_decode(opener->arena, bytes);
    *source = (bul_source){.path = path, .text = decoded.text};
    source->file = bul_diag_add_file(opener->diag, path, decoded.text);
    if (decoded.encoding == BUL_ENCODING_UNKNOWN) {
        bul_report(opener->diag, BUL_MSG_FILE_BAD_BYTES,
                   bul_source_span(source, 0, 0), BUL_NO_ARGS);
        return false;
    }
    report_changes(opener, source, &decoded);
    return true;
}

bool bul_source_read(const bul_opener *opener, bul_named_file named,
                     size_t limit_bytes, bul_source *source)
{
    bul_str bytes = {0};
    if (!bul_file_open(opener, named, limit_bytes, &bytes))
        return false;
    bul_str path = bul_path_join(opener->arena, opener->root, named.path);
    return bul_source_from_bytes(opener, path, bytes, source);
}
