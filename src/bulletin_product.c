/* SPDX-License-Identifier: MIT */
/* bulletin_product.c - what the PDF is made for, and what that needs besides
 * the pages: the profiles of its inks, the sources that go along. */
#include "document.h"

#define PROFILE_LIMIT_BYTES ((size_t)4 << 20)
#define SOURCE_LIMIT_BYTES  ((size_t)64 << 20)

/* ---- Profiles of inks (layouts/inks). ---- */

static bul_str read_profile(bul_doc *doc, bul_str name)
{
    const char *const *dirs = bul_doc_data_dirs(&doc->options);
    for (; *dirs; dirs++) {
        bul_str folder = bul_path_join(&doc->arena, bul_str_from(*dirs),
                                       BUL_STR("layouts/inks"));
        bul_str bytes;
        if (bul_world_open(doc->world, &doc->arena, folder, name,
                           PROFILE_LIMIT_BYTES, &bytes) == BUL_WORLD_OK)
            return bytes;
    }
    bul_report(&doc->diag, BUL_MSG_INK_PROFILE_MISSING, (bul_span){0},
               BUL_ARGS(name));
    return (bul_str){0};
}

static void find_condition(bul_doc *doc)
{
    bul_condition *condition = BUL_NEW(&doc->arena, bul_condition, 1);
    *condition = (bul_condition){
        .identifier = BUL_STR("FOGRA39"),
        .title = BUL_STR("Offset printing on coated paper (ISO 12647-2)"),
        .profile = read_profile(doc, BUL_STR("coated.icc")),
        .ink_limit = 300};
    doc->product.condition = condition;
}

/* ---- Sources. ---- */

static void attach(bul_doc *doc, bul_attachment *attachments, bul_str name,
                   const char *type)
{
    bul_str bytes;
    if (bul_world_open(doc->world, &doc->arena, doc->issue->folder, name,
                       SOURCE_LIMIT_BYTES, &bytes) != BUL_WORLD_OK)
        return;
    attachments[doc->product.attachment_count++] =
        (bul_attachment){name, bytes, type};
}

static void attach_sources(bul_doc *doc)
{
    const bul_issue *issue = doc->issue;
    bul_attachment *attachments =
        BUL_NEW(&doc->arena, bul_attachment, issue->articles.count + 1);
    doc->product.attachments = attachments;
    attach(doc, attachments, bul_path_name(issue->path), "application/yaml");
    for (size_t i = 0; i < issue->articles.count; i++)
        attach(doc, attachments, issue->articles.items[i]->file.text,
               "text/markdown");
}

void bul_doc_make_product(bul_doc *doc)
{
    bul_profile profile = doc->options.profile;
    if (profile == BUL_PROFILE_BY_ISSUE)
        profile = doc->issue->profile;
    doc->product = bul_product_for(profile);
    if (doc->product.exchange != BUL_EXCHANGE_NONE ||
        doc->product.archive_part > 0 ||
        doc->product.photos != BUL_PHOTOS_AS_THEY_ARE) {
        find_condition(doc);
        doc->product.screen_profile = read_profile(doc, BUL_STR("srgb.icc"));
    }
    if (doc->product.archive_part == 3)
        attach_sources(doc);
}
