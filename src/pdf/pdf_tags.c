/* SPDX-License-Identifier: MIT */
/* pdf_tags.c - from the marks of pages to elements of the structure tree. */
#include "pdf/pdf_tags.h"

/* ---- The list ---- */

static bul_tag *tag_at(const bul_tags *tags, size_t tag)
{
    return &tags->items.items[tag - 1];
}

const char *bul_tag_type(const bul_tags *tags, size_t tag)
{
    return tag_at(tags, tag)->type;
}

static size_t add_tag(bul_tags *tags, const char *type, size_t parent,
                      bul_mark mark, uint32_t page_index)
{
    bul_tag *tag = BUL_PUSH(tags->arena, &tags->items);
    size_t number = tags->items.count;
    tag->type = type;
    tag->parent = parent;
    tag->mark = mark;
    tag->page_index = page_index;
    if (parent > 0)
        *BUL_PUSH(tags->arena, &tag_at(tags, parent)->parts) =
            (bul_tag_part){.kind = BUL_TAG_ELEMENT, .number = (uint32_t)number};
    return number;
}

void bul_tags_init(bul_tags *tags, bul_arena *arena, const bul_edition *edition)
{
    *tags = (bul_tags){.arena = arena, .edition = edition};
    add_tag(tags, "Document", 0, (bul_mark){0}, 0);
}

/* The last element among the children that this mark made, or 0. */
static size_t find_child(const bul_tags *tags, size_t parent, bul_mark mark)
{
    const bul_tag *tag = tag_at(tags, parent);
    for (size_t i = tag->parts.count; i-- > 0;) {
        const bul_tag_part *part = &tag->parts.items[i];
        if (part->kind != BUL_TAG_ELEMENT)
            continue;
        const bul_tag *child = tag_at(tags, part->number);
        if (child->mark.role == mark.role && child->mark.number == mark.number)
            return part->number;
    }
    return 0;
}

/* ---- The path ---- */

bul_tag_path bul_tags_page(bul_tags *tags, size_t page_index)
{
    while (tags->pages.count <= page_index)
        (void)BUL_PUSH(tags->arena, &tags->pages);
    return (bul_tag_path){.tags = tags, .page_index = (uint32_t)page_index};
}

void bul_tag_path_begin(bul_tag_path *path, bul_mark mark)
{
    if (path->depth < BUL_TAG_DEPTH) {
        path->marks[path->depth] = mark;
        path->found[path->depth] = 0;
        path->captions[path->depth] = 0;
        /* What follows the rows of a table is not its title. */
        if (mark.role == BUL_ROLE_ROW && path->depth > 0)
            path->captions[path->depth - 1] = 0;
    }
    path->depth++;
}

void bul_tag_path_end(bul_tag_path *path)
{
    if (path->depth > 0)
        path->depth--;
}

static size_t make(bul_tag_path *path, const char *type, size_t parent,
                   bul_mark mark)
{
    return add_tag(path->tags, type, parent, mark, path->page_index);
}

/* Numbered blocks go on where they were left; those without are new ones. */
static size_t find_or_make(bul_tag_path *path, const char *type, size_t parent,
                           bul_mark mark)
{
    size_t found = mark.number > 0 ? find_child(path->tags, parent, mark) : 0;
    return found > 0 ? found : make(path, type, parent, mark);
}

/* The one element of its kind in the document: masthead, index. */
static size_t only_one(bul_tag_path *path, const char *type, bul_role role)
{
    bul_mark mark = {role, UINT32_MAX};
    return find_or_make(path, type, BUL_TAG_ROOT, mark);
}

bul_tag_words *bul_tag_words_of(bul_tags *tags, size_t tag)
{
    bul_tag *at = tag_at(tags, tag);
    if (!at->words)
        at->words = BUL_NEW(tags->arena, bul_tag_words, 1);
    return at->words;
}

static void set_language(bul_tags *tags, size_t tag, bul_str language)
{
    if (language.len > 0)
        bul_tag_words_of(tags, tag)->language = language;
}

static bul_str language_at(const bul_tags *tags, size_t tag)
{
    const bul_tag_words *words = tag_at(tags, tag)->words;
    return words ? words->language : (bul_str){0};
}

/* The article's language, where the edition's is another. */
static bul_str language_of(const bul_tags *tags, size_t number)
{
    const bul_edition *edition = tags->edition;
    if (number == 0 || number > edition->article_count)
        return (bul_str){0};
    bul_str language = edition->article_languages[number - 1];
    return bul_str_equal(language, edition->language) ? (bul_str){0} : language;
}

static size_t article_of(bul_tag_path *path, bul_mark mark)
{
    bul_tags *tags = path->tags;
    while (tags->articles.count <= mark.number)
        (void)BUL_PUSH(tags->arena, &tags->articles);
    if (tags->articles.items[mark.number] == 0) {
        size_t article = make(path, "Art", BUL_TAG_ROOT, mark);
        set_language(tags, article, language_of(tags, mark.number));
        tags->articles.items[mark.number] = (uint32_t)article;
    }
    return tags->articles.items[mark.number];
}

static bool has_headline(const bul_tags *tags, size_t article)
{
    const bul_tag *tag = tag_at(tags, article);
    for (size_t i = 0; i < tag->parts.count; i++)
        if (tag->parts.items[i].kind == BUL_TAG_ELEMENT &&
            tag_at(tags, tag->parts.items[i].number)->mark.role ==
                BUL_ROLE_HEADLINE)
            return true;
    return false;
}

/* The title over the part of an article on another page is no second head. */
static size_t headline_of(bul_tag_path *path, size_t parent, bul_mark mark)
{
    if (has_headline(path->tags, parent))
        return make(path, "P", parent, (bul_mark){BUL_ROLE_HEAD_LINE, 0});
    return make(path, "H1", parent, mark);
}

/* Items one after another are one list. */
static size_t list_item_of(bul_tag_path *path, size_t parent, bul_mark mark)
{
    bul_tags *tags = path->tags;
    const bul_tag *over = tag_at(tags, parent);
    size_t list = 0;
    for (size_t i = over->parts.count; i-- > 0 && list == 0;) {
        const bul_tag_part *part = &over->parts.items[i];
        if (part->kind != BUL_TAG_ELEMENT ||
            tag_at(tags, part->number)->mark.role != BUL_ROLE_LIST_ITEM)
            continue;
        bul_tag *found = tag_at(tags, part->number);
        if (found->mark.number == mark.number ||
            found->mark.number + 1 == mark.number)
            list = part->number;
        break;
    }
    if (list == 0)
        list = make(path, "L", parent, mark);
    tag_at(tags, list)->mark = mark;
    size_t item = find_or_make(path, "LI", list, mark);
    return find_or_make(path, "LBody", item, mark);
}

static size_t quote_of(bul_tag_path *path, size_t parent, bul_mark mark)
{
    size_t quote = find_or_make(path, "BlockQuote", parent, mark);
    return find_or_make(path, "P", quote, mark);
}

static size_t entry_of(bul_tag_path *path, bul_mark mark)
{
    size_t index = only_one(path, "TOC", BUL_ROLE_ENTRY);
    return make(path, "P", make(path, "TOCI", index, mark), mark);
}

static size_t resolve(bul_tag_path *path, size_t level);

/* The element around a mark: the next that is one. */
static size_t parent_of(bul_tag_path *path, size_t level)
{
    for (size_t i = level; i-- > 0;) {
        bul_role role = path->marks[i].role;
        if (role == BUL_ROLE_FURNITURE ||
            (role == BUL_ROLE_FIGURE &&
             path->marks[level].role == BUL_ROLE_TABLE))
            continue;
        return resolve(path, i);
    }
    return BUL_TAG_ROOT;
}

static size_t element_of(bul_tag_path *path, size_t level)
{
    bul_mark mark = path->marks[level];
    size_t parent = parent_of(path, level);
    switch (mark.role) {
    case BUL_ROLE_FURNITURE:
        return BUL_TAG_ARTIFACT;
    case BUL_ROLE_MASTHEAD:
        return make(path, "P", only_one(path, "Masthead", mark.role), mark);
    case BUL_ROLE_ENTRY:
        return entry_of(path, mark);
    case BUL_ROLE_ARTICLE:
        return article_of(path, mark);
    case BUL_ROLE_HEADLINE:
        return headline_of(path, parent, mark);
    case BUL_ROLE_CROSSHEAD:
        return find_or_make(
            path, has_headline(path->tags, parent) ? "H2" : "H1", parent, mark);
    case BUL_ROLE_LIST_ITEM:
        return list_item_of(path, parent, mark);
    case BUL_ROLE_QUOTE:
        return quote_of(path, parent, mark);
    case BUL_ROLE_FIGURE: /* each is one of its own */
        return make(path, "Figure", parent, mark);
    case BUL_ROLE_TABLE:
        return find_or_make(path, "Table", parent, mark);
    case BUL_ROLE_ROW:
        return find_or_make(path, "TR", parent, mark);
    case BUL_ROLE_CELL:
        return find_or_make(
            path, tag_at(path->tags, parent)->mark.number == 1 ? "TH" : "TD",
            parent, mark);
    case BUL_ROLE_NOTE:
        return find_or_make(path, "Note", parent, mark);
    case BUL_ROLE_TAIL:
        return make(path, "Tail", parent, mark);
    case BUL_ROLE_HEAD_LINE:
    case BUL_ROLE_PARAGRAPH:
    case BUL_ROLE_CAPTION:
    case BUL_ROLE_BOX:
        break;
    }
    return find_or_make(path, "P", parent, mark);
}

static size_t resolve(bul_tag_path *path, size_t level)
{
    if (path->found[level] == 0)
        path->found[level] = element_of(path, level);
    return path->found[level];
}

/* ---- Items ---- */

/* The words of a figure: its caption. */
static size_t caption_of(bul_tag_path *path, size_t level)
{
    size_t *caption = &path->captions[level];
    if (*caption == 0)
        *caption = make(path, "Caption", resolve(path, level),
                        (bul_mark){BUL_ROLE_CAPTION, 0});
    return *caption;
}

/* Title and note of a table stand before and after it. */
static size_t table_line_of(bul_tag_path *path, size_t level)
{
    size_t *line = &path->captions[level];
    if (*line == 0)
        *line = make(path, "P", parent_of(path, level),
                     (bul_mark){BUL_ROLE_CAPTION, 0});
    return *line;
}

/* Where nothing else was shown in between, a run goes on with the last. */
static size_t span_of(bul_tag_path *path, size_t within, bul_str language)
{
    bul_tags *tags = path->tags;
    const bul_tag *tag = tag_at(tags, within);
    const bul_tag_part *last =
        tag->parts.count > 0 ? BUL_LAST(&tag->parts) : NULL;
    if (last && last->kind == BUL_TAG_ELEMENT &&
        bul_str_equal(language_at(tags, last->number), language))
        return last->number;
    size_t span = make(path, "Span", within, (bul_mark){0});
    set_language(tags, span, language);
    return span;
}

static size_t element_of_item(bul_tag_path *path, const bul_item *item)
{
    if (path->depth == 0 || path->depth > BUL_TAG_DEPTH)
        return BUL_TAG_ARTIFACT;
    size_t level = path->depth - 1;
    bul_role role = path->marks[level].role;
    if (role == BUL_ROLE_FIGURE) {
        if (item->type == BUL_ITEM_GLYPHS)
            return caption_of(path, level);
        size_t figure = resolve(path, level);
        if (item->type == BUL_ITEM_PICTURE)
            bul_tag_words_of(path->tags, figure)->alt =
                item->as.picture.caption;
        if (item->type == BUL_ITEM_BAR) /* a module of one */
            bul_tag_words_of(path->tags, figure)->alt = BUL_STR("二维码");
        return figure;
    }
    if (item->type == BUL_ITEM_BAR)
        return BUL_TAG_ARTIFACT;
    if (role == BUL_ROLE_TABLE)
        return table_line_of(path, level);
    if (role == BUL_ROLE_ARTICLE || role == BUL_ROLE_ROW)
        return BUL_TAG_ARTIFACT;
    return resolve(path, level);
}

size_t bul_tag_path_of(bul_tag_path *path, const bul_item *item)
{
    size_t tag = element_of_item(path, item);
    bul_str language = item->type == BUL_ITEM_GLYPHS
                           ? bul_str_from(item->as.glyphs.language)
                           : (bul_str){0};
    return tag == BUL_TAG_ARTIFACT || language.len == 0
               ? tag
               : span_of(path, tag, language);
}

uint32_t bul_tag_path_show(bul_tag_path *path, size_t tag)
{
    bul_tags *tags = path->tags;
    bul_page_tags *page = &tags->pages.items[path->page_index];
    uint32_t number = (uint32_t)page->count;
    *BUL_PUSH(tags->arena, page) = (uint32_t)tag;
    *BUL_PUSH(tags->arena, &tag_at(tags, tag)->parts) =
        (bul_tag_part){.kind = BUL_TAG_CONTENT,
                       .page_index = path->page_index,
                       .number = number};
    return number;
}

uint32_t bul_tags_add_link(bul_tags *tags, size_t within, uint32_t page_index,
                           HPDF_Dict annotation, bul_str url, size_t page_count)
{
    size_t parent = within > BUL_TAG_ARTIFACT && within != BUL_TAG_NOTHING
                        ? within
                        : BUL_TAG_ROOT;
    size_t link = add_tag(tags, "Link", parent, (bul_mark){0}, page_index);
    bul_tag_words_of(tags, link)->alt = url;
    *BUL_PUSH(tags->arena, &tag_at(tags, link)->parts) =
        (bul_tag_part){.kind = BUL_TAG_ANNOTATION,
                       .page_index = page_index,
                       .number = (uint32_t)tags->annotations.count};
    *BUL_PUSH(tags->arena, &tags->annotations) =
        (bul_tag_annotation){annotation, (uint32_t)link};
    return (uint32_t)(page_count + tags->annotations.count - 1);
}
