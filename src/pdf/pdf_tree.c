/* SPDX-License-Identifier: MIT */
/* pdf_tree.c - the elements of the structure tree as objects, and the tree of
 * parents, which leads from a page's content back to them. */
#include "pdf/pdf_parts.h"

static void add_ref(bul_content *out, HPDF_Dict object)
{
    bul_content_int(out, bul_haru_number(object));
    BUL_CONTENT_ADD(out, " 0 R ");
}

static void add_hex_text(bul_content *out, bul_str text)
{
    BUL_CONTENT_ADD(out, "<FEFF");
    bul_content_utf16(out, text);
    BUL_CONTENT_ADD(out, ">");
}

static HPDF_Dict page_object(const bul_pdf *pdf, uint32_t page_index)
{
    return pdf->pages.items[page_index];
}

/* ---- Elements ---- */

static void add_part(bul_pdf *pdf, bul_content *out, const bul_tag *tag,
                     const bul_tag_part *part)
{
    switch (part->kind) {
    case BUL_TAG_ELEMENT:
        add_ref(out, pdf->tags.items.items[part->number - 1].object);
        return;
    case BUL_TAG_ANNOTATION:
        BUL_CONTENT_ADD(out, "<</Type/OBJR/Obj ");
        add_ref(out, pdf->tags.annotations.items[part->number].object);
        BUL_CONTENT_ADD(out, "/Pg ");
        add_ref(out, page_object(pdf, part->page_index));
        BUL_CONTENT_ADD(out, ">>");
        return;
    case BUL_TAG_CONTENT:
        break;
    }
    if (part->page_index == tag->page_index) {
        bul_content_int(out, part->number);
        BUL_CONTENT_ADD(out, " ");
        return;
    }
    BUL_CONTENT_ADD(out, "<</Type/MCR/Pg ");
    add_ref(out, page_object(pdf, part->page_index));
    BUL_CONTENT_ADD(out, "/MCID ");
    bul_content_int(out, part->number);
    BUL_CONTENT_ADD(out, ">>");
}

/* What an element says of itself beside its children. */
static void add_attributes(bul_content *out, const bul_tag *tag)
{
    static const bul_tag_words no_words = {0};
    const bul_tag_words *words = tag->words ? tag->words : &no_words;
    bul_str type = bul_str_from(tag->type);
    bool is_figure = bul_str_equal(type, BUL_STR("Figure"));
    if (is_figure || words->alt.len > 0) {
        BUL_CONTENT_ADD(out, "/Alt");
        add_hex_text(out, words->alt.len > 0 ? words->alt : BUL_STR("图"));
    }
    if (words->language.len > 0) { /* a tag: letters, digits and "-" */
        BUL_CONTENT_ADD(out, "/Lang(");
        bul_content_add(out, words->language);
        BUL_CONTENT_ADD(out, ")");
    }
    if (bul_str_equal(type, BUL_STR("TH")))
        BUL_CONTENT_ADD(out, "/A<</O/Table/Scope/Column>>");
    if (bul_str_equal(type, BUL_STR("L")))
        BUL_CONTENT_ADD(out, "/A<</O/List/ListNumbering/None>>");
    if (words->name.len > 0) {
        BUL_CONTENT_ADD(out, "/ID(");
        bul_content_add(out, words->name);
        BUL_CONTENT_ADD(out, ")");
    }
}

static void write_element(bul_pdf *pdf, size_t number, HPDF_Dict root)
{
    const bul_tag *tag = &pdf->tags.items.items[number - 1];
    bul_content out = {.arena = pdf->arena};
    BUL_CONTENT_ADD(&out, "/");
    bul_content_add(&out, bul_str_from(tag->type));
    BUL_CONTENT_ADD(&out, "/P ");
    add_ref(&out, tag->parent > 0
                      ? pdf->tags.items.items[tag->parent - 1].object
                      : root);
    if (tag->parts.count > 0 && tag->parent > 0) {
        BUL_CONTENT_ADD(&out, "/Pg ");
        add_ref(&out, page_object(pdf, tag->page_index));
    }
    add_attributes(&out, tag);
    BUL_CONTENT_ADD(&out, "/K[");
    for (size_t i = 0; i < tag->parts.count; i++)
        add_part(pdf, &out, tag, &tag->parts.items[i]);
    BUL_CONTENT_ADD(&out, "]");
    bul_haru_put_raw(&pdf->haru, tag->object, "S", bul_content_str(&out));
}

/* ---- The tree of parents ---- */

/* By number: each page's elements in the order of their MCIDs, then each
 * annotation's one. */
static bul_str parent_numbers(bul_pdf *pdf)
{
    const bul_tags *tags = &pdf->tags;
    bul_content out = {.arena = pdf->arena};
    BUL_CONTENT_ADD(&out, "[");
    for (size_t p = 0; p < tags->pages.count; p++) {
        const bul_page_tags *page = &tags->pages.items[p];
        bul_content_int(&out, (int64_t)p);
        BUL_CONTENT_ADD(&out, "[");
        for (size_t i = 0; i < page->count; i++)
            add_ref(&out, tags->items.items[page->items[i] - 1].object);
        BUL_CONTENT_ADD(&out, "]\n");
    }
    for (size_t i = 0; i < tags->annotations.count; i++) {
        bul_content_int(&out, (int64_t)(tags->pages.count + i));
        BUL_CONTENT_ADD(&out, " ");
        add_ref(&out,
                tags->items.items[tags->annotations.items[i].tag - 1].object);
    }
    BUL_CONTENT_ADD(&out, "]");
    return bul_content_str(&out);
}

/* ---- Names ---- */

static void name(bul_tags *tags, size_t number, const char *kind, size_t which)
{
    bul_text text = bul_text_in(tags->arena);
    bul_text_addf(&text, "%s%08zX", kind, which);
    bul_tag_words_of(tags, number)->name = bul_text_str(&text);
    *BUL_PUSH(tags->arena, &tags->named) = (uint32_t)number;
}

/* The elements of one role, in the order they are read. */
static void name_role(bul_tags *tags, bul_role role, const char *kind)
{
    size_t which = 0;
    for (size_t i = 1; i <= tags->items.count; i++) {
        const bul_tag *tag = &tags->items.items[i - 1];
        if (tag->mark.role == role && tag->parent > 0)
            name(tags, i, kind, ++which);
    }
}

/* Articles, their titles and notes are named by the order in which they are
 * read: another order in the list of articles, with the same pages, gives the
 * same names. The tree wants them sorted: art, head, note. */
static void name_all(bul_tags *tags)
{
    name_role(tags, BUL_ROLE_ARTICLE, "art");
    name_role(tags, BUL_ROLE_HEADLINE, "head");
    name_role(tags, BUL_ROLE_NOTE, "note");
}

static bul_str list_names(bul_pdf *pdf)
{
    const bul_tags *tags = &pdf->tags;
    bul_content out = {.arena = pdf->arena};
    BUL_CONTENT_ADD(&out, "[");
    for (size_t i = 0; i < tags->named.count; i++) {
        const bul_tag *tag = &tags->items.items[tags->named.items[i] - 1];
        BUL_CONTENT_ADD(&out, "(");
        bul_content_add(&out, tag->words->name);
        BUL_CONTENT_ADD(&out, ")");
        add_ref(&out, tag->object);
    }
    BUL_CONTENT_ADD(&out, "]");
    return bul_content_str(&out);
}

void bul_pdf_write_tree(bul_pdf *pdf)
{
    bul_tags *tags = &pdf->tags;
    HPDF_Dict root = bul_haru_object(&pdf->haru);
    HPDF_Dict parents = bul_haru_object(&pdf->haru);
    HPDF_Dict catalog = pdf->haru.doc->catalog;
    for (size_t i = 0; i < tags->items.count; i++)
        tags->items.items[i].object = bul_haru_object(&pdf->haru);
    if (!root || bul_haru_status(&pdf->haru) != BUL_OK)
        return;
    name_all(tags);
    for (size_t i = 1; i <= tags->items.count; i++)
        write_element(pdf, i, root);
    bul_haru_put_name(root, "Type", "StructTreeRoot");
    bul_haru_put(root, "K", tags->items.items[0].object);
    bul_haru_put(root, "ParentTree", parents);
    bul_haru_put_int(root, "ParentTreeNextKey",
                     (int32_t)(tags->pages.count + tags->annotations.count));
    bul_haru_put_raw(&pdf->haru, parents, "Nums", parent_numbers(pdf));
    if (tags->named.count > 0) {
        HPDF_Dict names = bul_haru_object(&pdf->haru);
        bul_haru_put_raw(&pdf->haru, names, "Names", list_names(pdf));
        bul_haru_put(root, "IDTree", names);
    }
    bul_haru_put_raw(&pdf->haru, root, "RoleMap",
                     BUL_STR("<</Masthead/Div/Tail/P>>"));
    bul_haru_put(catalog, "StructTreeRoot", root);
    bul_haru_put_true(bul_haru_dict(&pdf->haru, catalog, "MarkInfo"), "Marked");
}
