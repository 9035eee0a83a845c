/* SPDX-License-Identifier: MIT */
/* bulletin_report.c - what a document says of itself: reports, timings, page
 * count, a name for its file. Strings are made when asked for and live in the
 * document's arena. */
#include <setjmp.h>

#include "document.h"

const char *const *bul_doc_data_dirs(const bul_options *options)
{
    static const char *const installed[] = {BUL_DATADIR, NULL};
    return options && options->data_dirs ? options->data_dirs : installed;
}

size_t bul_report_count(const bul_doc *doc)
{
    return doc ? doc->diag.entries.count : 0;
}

size_t bul_error_count(const bul_doc *doc)
{
    return doc ? doc->diag.error_count : 0;
}

size_t bul_warning_count(const bul_doc *doc)
{
    return doc ? doc->diag.warning_count : 0;
}

static void put_into_words(bul_doc *doc, const bul_diag_entry *entry,
                           bul_diagnostic *report)
{
    bul_arena *arena = &doc->arena;
    bul_language language =
        doc->options.language == BUL_LANG_ENGLISH ? BUL_ENGLISH : BUL_CHINESE;
    bul_place place = bul_diag_place(&doc->diag, entry->span);
    report->severity = (bul_report_severity)bul_message_severity(entry->id);
    report->code = bul_cstr(arena, bul_message_code(entry->id));
    report->message = bul_cstr(
        arena, bul_message_text(arena, entry->id, language, &entry->args));
    report->hint = bul_cstr(
        arena, bul_message_hint(arena, entry->id, language, &entry->args));
    report->file = bul_cstr(arena, place.file);
    report->line = place.line;
    report->column = place.column;
    report->end_line = place.end_line;
    report->end_column = place.end_column;
    report->excerpt = bul_cstr(arena, place.excerpt);
    report->caret_column = place.caret_at;
    report->caret_width = place.caret_width;
}

bul_diagnostic bul_report_at(const bul_doc *const_doc, size_t index)
{
    bul_diagnostic report = {.code = "memory",
                             .message = "out of memory",
                             .hint = "",
                             .file = "",
                             .excerpt = ""};
    /* Only the arena changes, which no reader sees. */
    bul_doc *doc;
    memcpy(&doc, &const_doc, sizeof doc);
    if (index >= doc->diag.entries.count || setjmp(doc->escape) != 0)
        return report;
    doc->arena.escape = &doc->escape;
    bul_diagnostic worded = report;
    put_into_words(doc, &doc->diag.entries.items[index], &worded);
    return worded;
}

size_t bul_page_count(const bul_doc *doc)
{
    if (doc->rebuilt)
        doc = doc->rebuilt;
    return doc->edition ? doc->edition->pages.count : 0;
}

/* "一周工运-046": characters that file systems refuse are left out. */
static bul_str name_from_issue(bul_arena *arena, const bul_issue *issue,
                               bul_str ending)
{
    bul_text name = bul_text_in(arena);
    bul_str title = issue->name.text;
    for (size_t i = 0; i < title.len; i++) {
        unsigned char c = (unsigned char)title.ptr[i];
        if (c > 0x20 && c != '/' && c != '\\' && c != ':' && c != '*' &&
            c != '?' && c != '"' && c != '<' && c != '>' && c != '|')
            bul_text_add(&name, bul_str_sub(title, i, i + 1));
    }
    bul_str number = bul_issue_variable(issue, BUL_STR("issue")).text;
    if (number.len > 0) {
        bul_text_add(&name, BUL_STR("-"));
        for (size_t i = number.len; i < 3; i++)
            bul_text_add(&name, BUL_STR("0"));
        bul_text_add(&name, number);
    }
    if (name.len == 0)
        bul_text_add(&name, BUL_STR("bulletin"));
    bul_text_add(&name, ending);
    return bul_text_str(&name);
}

const char *bul_suggested_name(const bul_doc *const_doc)
{
    bul_doc *doc;
    memcpy(&doc, &const_doc, sizeof doc);
    if (doc->issue == NULL || setjmp(doc->escape) != 0)
        return "bulletin.pdf";
    doc->arena.escape = &doc->escape;
    /* A proof sheet must not take the place of the bulletin itself. */
    bul_str ending =
        doc->options.proof_sheets ? BUL_STR("-样张.pdf") : BUL_STR(".pdf");
    return bul_cstr(&doc->arena,
                    name_from_issue(&doc->arena, doc->issue, ending));
}

size_t bul_timing_count(const bul_doc *doc)
{
    return doc ? doc->timing_count : 0;
}

bul_timing bul_timing_at(const bul_doc *doc, size_t index)
{
    return index < doc->timing_count ? doc->timings[index]
                                     : (bul_timing){"", 0};
}

const char *bul_version(void)
{
    return BUL_VERSION;
}
