/* SPDX-License-Identifier: MIT */
/* markdown_blocks.c - cmark's tree to blocks.
 *
 * The tree is walked in order, without recursion. cmark gives the place of a
 * text node as line and column, which go astray after continuation lines; so
 * a place is believed only if the text stands there, and else looked for from
 * where the last text ended. */
#include <string.h>

#include <cmark.h>

#include "source/markdown_parts.h"

#define LONGEST_SEARCH 4096 /* bytes of signs between two texts */
#define MAX_LISTS      (2 * BUL_MD_MAX_NESTING)

typedef struct walk {
    bul_md_reading *r;
    const bul_md_fed *fed;
    bul_md_blocks *blocks;
    bul_md_builder text;
    bul_md_builder caption; /* of an image in the text */
    bul_md_blocks figures;  /* images of the present paragraph */
    bul_md_block block;     /* being built: kind, level, mark, label */
    size_t cursor;          /* in the fed text: behind the last text */
    size_t quote_depth;
    size_t image_depth;
    size_t list_depth;
    int list_numbers[MAX_LISTS]; /* the next item's */
    bool opens_item;             /* the next paragraph is the item's first */
    bul_md_mark item_mark;
    bul_md_text item_label;
    int last_numbers[5]; /* by mark: what the last 一、 was */
    bool may_split;      /* list marks are looked for in this block */
} walk;

bul_md_block *bul_md_push(bul_md_reading *r, bul_md_blocks *blocks,
                          bul_md_kind kind, bul_span span)
{
    if (r->block_count == BUL_MD_MAX_BLOCKS) {
        if (!r->is_full)
            bul_report(r->diag, BUL_MSG_MARKDOWN_TOO_MANY, span,
                       BUL_ARGS(bul_str_int(r->arena, BUL_MD_MAX_BLOCKS)));
        r->is_full = true;
        return NULL;
    }
    r->block_count++;
    bul_md_block *block = BUL_PUSH(r->arena, blocks);
    block->kind = kind;
    block->span = span;
    return block;
}

/* ---- Where a literal stands. ---- */

/* Does the literal stand at `at`? Entities are compared by their signs. */
static bool stands_at(const bul_md_fed *fed, size_t at, bul_str literal)
{
    bool in_entity = false;
    size_t i = 0;
    while (i < literal.len) {
        if (at >= fed->text.len || fed->text.ptr[at] != literal.ptr[i])
            return false;
        if (literal.ptr[i] == BUL_MD_SIGN_ENTITY && !in_entity) {
            bul_str sign = BUL_STR("\x07");
            i++;
            at++;
            i += bul_str_find(bul_str_sub(literal, i, literal.len), sign);
            at += bul_str_find(bul_str_sub(fed->text, at, fed->text.len), sign);
            in_entity = true;
            continue;
        }
        in_entity = false;
        i++;
        at++;
    }
    return true;
}

/* fed->text.len when it is nowhere. */
static size_t locate(const walk *w, cmark_node *node, bul_str literal)
{
    size_t at = bul_md_fed_at(w->fed, cmark_node_get_start_line(node),
                              cmark_node_get_start_column(node));
    if (at >= w->cursor && stands_at(w->fed, at, literal))
        return at;
    for (at = w->cursor;
         at < w->fed->text.len && at < w->cursor + LONGEST_SEARCH; at++)
        if (stands_at(w->fed, at, literal))
            return at;
    return w->fed->text.len;
}

static bul_md_builder *present_builder(walk *w)
{
    return w->image_depth > 0 ? &w->caption : &w->text;
}

/* ---- Blocks. ---- */

static bool is_text_kind(bul_md_kind kind)
{
    return kind == BUL_MD_PARAGRAPH || kind == BUL_MD_ITEM;
}

static void finish_block(walk *w)
{
    bul_md_attributes attributes = {0};
    unsigned style = w->text.style;
    /* {不拆 可删} is often written {不拆}{可删}. */
    for (size_t before = SIZE_MAX; before != attributes.count;) {
        before = attributes.count;
        bul_md_take_run_attributes(w->r, &w->text.runs, &attributes);
    }
    bul_md_runs runs = bul_md_finish_runs(&w->text);
    w->text.style = style;
    if (runs.count == 0 && w->block.label.text.len == 0)
        return;
    bul_span span = w->block.label.span;
    if (w->block.label.text.len == 0)
        span = runs.items[0].span;
    if (runs.count > 0)
        span.end = BUL_LAST(&runs)->span.end;
    bul_md_block *block = bul_md_push(w->r, w->blocks, w->block.kind, span);
    if (block == NULL)
        return;
    block->runs = runs;
    block->level = w->block.level;
    block->mark = w->block.mark;
    block->label = w->block.label;
    block->attributes = attributes;
}

static void begin_block(walk *w, bul_md_kind kind, int level)
{
    w->block = (bul_md_block){.kind = kind, .level = level};
    w->text = (bul_md_builder){.r = w->r};
    w->may_split = is_text_kind(kind);
}

static void begin_paragraph(walk *w)
{
    if (w->quote_depth > 0) {
        begin_block(w, BUL_MD_QUOTE, 0);
        w->opens_item = false;
        return;
    }
    begin_block(w, w->opens_item ? BUL_MD_ITEM : BUL_MD_PARAGRAPH, 0);
    if (!w->opens_item)
        return;
    w->block.level = (int)w->list_depth;
    w->block.mark = w->item_mark;
    w->block.label = w->item_label;
    w->opens_item = false;
}

/* The figures of a paragraph's images come after it. */
static void end_paragraph(walk *w)
{
    finish_block(w);
    for (size_t i = 0; i < w->figures.count; i++) {
        bul_md_block *from = &w->figures.items[i];
        bul_md_block *to =
            bul_md_push(w->r, w->blocks, BUL_MD_FIGURE, from->span);
        if (to != NULL)
            *to = *from;
    }
    w->figures = (bul_md_blocks){0};
}

/* ---- Chinese list marks. ---- */

/* In the middle of a paragraph a mark counts only as the first of its kind, or
 * as the one after the last: a line may begin with a number by chance. */
static bool is_expected(const walk *w, const bul_md_label *label)
{
    if (w->text.runs.count == 0)
        return true;
    return label->number == 1 ||
           label->number == w->last_numbers[label->mark] + 1;
}

/* Begins an item if the text at hand begins with a list mark. Yields the
 * bytes the mark takes. */
static size_t split_at_label(walk *w, size_t at, bul_str literal)
{
    bul_md_label label;
    bool is_items_first =
        w->block.kind == BUL_MD_ITEM && w->text.runs.count == 0;
    if (!w->may_split || w->text.style != 0 || w->text.bracket_count > 0 ||
        w->image_depth > 0 || !bul_md_is_at_line_start(&w->text) ||
        is_items_first)
        return 0;
    size_t source = bul_md_source_at(w->fed, at);
    bul_str text =
        bul_str_sub(w->r->source->text, source, source + literal.len);
    if (!bul_md_label_read(text, &label) || !is_expected(w, &label))
        return 0;
    finish_block(w);
    begin_block(w, BUL_MD_ITEM, 1);
    w->block.mark = label.mark;
    w->block.label =
        bul_md_text_of(w->r, (bul_md_range){source, source + label.len});
    w->last_numbers[label.mark] = label.number;
    return label.len;
}

/* ---- Inlines. ---- */

/* A text that has no place: none of our signs may be printed. */
static bul_str without_signs(bul_arena *arena, bul_str literal)
{
    char *bytes = BUL_NEW(arena, char, literal.len);
    size_t len = 0;
    for (size_t i = 0; i < literal.len; i++)
        if ((unsigned char)literal.ptr[i] >= ' ')
            bytes[len++] = literal.ptr[i];
    return (bul_str){bytes, len};
}

static void add_text(walk *w, cmark_node *node, unsigned style)
{
    bul_str literal = bul_str_from(cmark_node_get_literal(node));
    size_t at = locate(w, node, literal);
    if (at == w->fed->text.len) {
        size_t source = bul_md_source_at(w->fed, w->cursor);
        bul_md_add_copy(present_builder(w), without_signs(w->r->arena, literal),
                        bul_source_span(w->r->source, source, source), style);
        return;
    }
    w->cursor = at + literal.len;
    if (literal.len > 0 && literal.ptr[0] == BUL_MD_SIGN_SKIP) {
        literal = bul_str_sub(literal, 1, literal.len);
        at++;
    }
    size_t skip = style == 0 ? split_at_label(w, at, literal) : 0;
    bul_md_add_fed(present_builder(w), w->fed, at + skip,
                   bul_str_sub(literal, skip, literal.len), style);
}

static bul_span node_span(const walk *w, cmark_node *node)
{
    size_t at = bul_md_fed_at(w->fed, cmark_node_get_start_line(node),
                              cmark_node_get_start_column(node));
    size_t source = bul_md_source_at(w->fed, at);
    size_t end = w->r->to;
    /* After continuation lines cmark's place may lie past the text. */
    return bul_source_span(w->r->source, source < end ? source : end,
                           source < end ? source + 1 : end);
}

static bool has_safe_scheme(bul_str url)
{
    return bul_str_starts(url, BUL_STR("http://")) ||
           bul_str_starts(url, BUL_STR("https://")) ||
           bul_str_starts(url, BUL_STR("mailto:"));
}

static void open_link(walk *w, cmark_node *node)
{
    bul_str url = bul_str_from(cmark_node_get_url(node));
    if (!has_safe_scheme(url)) {
        bul_report(w->r->diag, BUL_MSG_MARKDOWN_LINK_SCHEME, node_span(w, node),
                   BUL_ARGS(bul_str_copy(w->r->arena, url)));
        return;
    }
    present_builder(w)->url = bul_str_copy(w->r->arena, url);
}

static void close_image(walk *w, cmark_node *node)
{
    bul_span span = node_span(w, node);
    bul_md_block *figure = BUL_PUSH(w->r->arena, &w->figures);
    bul_arena *arena = w->r->arena;
    figure->kind = BUL_MD_FIGURE;
    figure->span = span;
    figure->runs = bul_md_finish_runs(&w->caption);
    figure->figure.file = (bul_md_text){
        bul_str_copy(arena, bul_str_from(cmark_node_get_url(node))), span};
    figure->figure.credit = (bul_md_text){
        bul_str_copy(arena, bul_str_from(cmark_node_get_title(node))), span};
    bul_report(w->r->diag, BUL_MSG_MARKDOWN_INLINE_FIGURE, span,
               BUL_ARGS(figure->figure.file.text));
}

static void enter_inline(walk *w, cmark_node *node)
{
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        add_text(w, node, 0);
        break;
    case CMARK_NODE_CODE:
        add_text(w, node, BUL_MD_CODE);
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        bul_md_end_line(present_builder(w));
        break;
    case CMARK_NODE_HTML_INLINE:
        bul_report(
            w->r->diag, BUL_MSG_MARKDOWN_HTML, node_span(w, node),
            BUL_ARGS(bul_str_copy(w->r->arena,
                                  bul_str_from(cmark_node_get_literal(node)))));
        break;
    case CMARK_NODE_LINK:
        open_link(w, node);
        break;
    case CMARK_NODE_IMAGE:
        if (w->image_depth++ == 0)
            w->caption = (bul_md_builder){.r = w->r};
        break;
    default:
        break;
    }
}

static void leave_inline(walk *w, cmark_node *node)
{
    if (cmark_node_get_type(node) == CMARK_NODE_LINK)
        present_builder(w)->url = (bul_str){0};
    if (cmark_node_get_type(node) == CMARK_NODE_IMAGE && --w->image_depth == 0)
        close_image(w, node);
}

/* ---- Lists. ---- */

static void enter_list(walk *w, cmark_node *node)
{
    if (w->list_depth < MAX_LISTS)
        w->list_numbers[w->list_depth] = cmark_node_get_list_start(node);
    w->list_depth++;
}

/* The label is what is written, unless the numbers written do not count. */
static void enter_item(walk *w, cmark_node *node)
{
    cmark_node *list = cmark_node_parent(node);
    size_t depth = w->list_depth < MAX_LISTS ? w->list_depth : MAX_LISTS;
    size_t at = bul_md_fed_at(w->fed, cmark_node_get_start_line(node),
                              cmark_node_get_start_column(node));
    while (at < w->fed->text.len && w->fed->text.ptr[at] == ' ')
        at++;
    size_t from = bul_md_source_at(w->fed, at);
    size_t to = from;
    const char *source = w->r->source->text.ptr;
    while (to < w->r->to && source[to] != ' ' && source[to] != '\t')
        to++;
    w->opens_item = true;
    w->item_mark = BUL_MD_MARK_BULLET;
    w->item_label = bul_md_text_of(w->r, (bul_md_range){from, to});
    if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST) {
        w->item_label.text = BUL_STR("•");
        return;
    }
    w->item_mark = BUL_MD_MARK_DIGIT;
    bul_text number = bul_text_in(w->r->arena);
    bul_text_add_int(&number, w->list_numbers[depth - 1]++);
    bul_text_add(&number,
                 bul_str_sub(w->item_label.text, w->item_label.text.len - 1,
                             w->item_label.text.len));
    if (!bul_str_equal(w->item_label.text, bul_text_str(&number)))
        w->item_label.text = bul_text_str(&number);
}

/* ---- The walk. ---- */

static void enter(walk *w, cmark_node *node)
{
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        w->quote_depth++;
        break;
    case CMARK_NODE_LIST:
        enter_list(w, node);
        break;
    case CMARK_NODE_ITEM:
        enter_item(w, node);
        break;
    case CMARK_NODE_PARAGRAPH:
        begin_paragraph(w);
        break;
    case CMARK_NODE_HEADING:
        begin_block(w, BUL_MD_HEADING, cmark_node_get_heading_level(node));
        break;
    default:
        enter_inline(w, node);
        break;
    }
}

static void leave(walk *w, cmark_node *node)
{
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        w->quote_depth--;
        break;
    case CMARK_NODE_LIST:
        w->list_depth--;
        break;
    case CMARK_NODE_ITEM:
        w->opens_item = false;
        break;
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
        end_paragraph(w);
        break;
    default:
        leave_inline(w, node);
        break;
    }
}

typedef void visit(walk *w, cmark_node *node);

/* Leaves the node and every parent it was the last child of; yields the node
 * to go on with, or NULL at the end. */
static cmark_node *climb(walk *w, cmark_node *node, const cmark_node *root,
                         visit *leave_node)
{
    for (;;) {
        leave_node(w, node);
        if (node == root)
            return NULL;
        cmark_node *next = cmark_node_next(node);
        if (next != NULL)
            return next;
        node = cmark_node_parent(node);
    }
}

/* Goes through the tree under `root` in order. */
static void walk_tree(walk *w, cmark_node *root, visit *enter_node,
                      visit *leave_node)
{
    cmark_node *node = root;
    while (node != NULL && !w->r->is_full) {
        enter_node(w, node);
        cmark_node *child = cmark_node_first_child(node);
        node = child != NULL ? child : climb(w, node, root, leave_node);
    }
}

void bul_md_add_chunk(bul_md_reading *r, bul_md_range chunk,
                      bul_md_blocks *blocks)
{
    bul_md_pieces pieces = bul_md_chunk_pieces(r, chunk);
    bul_md_fed fed = bul_md_feed(r, &pieces);
    walk w = {.r = r, .fed = &fed, .blocks = blocks, .text = {.r = r}};
    walk_tree(&w, fed.root, enter, leave);
    bul_md_fed_close(&fed);
}

void bul_md_walk_inlines(bul_md_reading *r, const bul_md_fed *fed,
                         bul_md_builder *b)
{
    bul_md_blocks none = {0};
    walk w = {.r = r, .fed = fed, .blocks = &none, .text = *b};
    walk_tree(&w, fed->root, enter_inline, leave_inline);
    *b = w.text;
}
