/* SPDX-License-Identifier: MIT */
/* elastic_span.c - the parts of an article in so many columns, each in all its
 * ways. */
#include "layout/elastic_parts.h"
#include "layout/head_vertical.h"

#define MOST_HEAD_WHITE  2
#define LEAST_WHITE_HEAD 4   /* rows of a head that may have two of white */
#define LEAST_SHOWN      860 /* thousandths of a picture's own depth */
#define MOST_SHOWN       1120
#define PICTURE_SHARE    3 /* fifths of the page's depth it may take */
#define THIN_PERMILLE    450
#define STUB_PERMILLE    500
#define MOST_TITLES      6
#define LEAST_PICTURE    4  /* rows */
#define LOW_PLACE        20 /* rows: no room for a picture and text under it */

/* ---- Heads. ---- */

typedef struct head_setting {
    const bul_compositor *c;
    const bul_elastic *elastic;
    bul_elastic_span *span;
    bul_mpt width;
} head_setting;

/* Of heads equally deep the cheapest is kept. */
static void offer_head(const head_setting *s, const bul_head *head,
                       int32_t cost, bool is_other)
{
    for (size_t i = 0; i < s->span->heads.count; i++) {
        bul_elastic_head_way *way = &s->span->heads.items[i];
        if (way->head.rows != head->rows)
            continue;
        if (cost < way->cost)
            *way = (bul_elastic_head_way){*head, cost, is_other};
        return;
    }
    *BUL_PUSH(s->c->arena, &s->span->heads) =
        (bul_elastic_head_way){*head, cost, is_other};
}

/* The head with no, one or two rows of white more. */
static void offer_with_white(const head_setting *s, const bul_head *head,
                             bool has_label, int32_t cost, bool is_other)
{
    int most = head->rows == 0                 ? 0
               : head->rows < LEAST_WHITE_HEAD ? 1
                                               : MOST_HEAD_WHITE;
    for (int more = 0; more <= most; more++) {
        bul_head wider = *head;
        wider.rows += more;
        wider.type = (bul_block_of_type){0};
        bul_mpt y = has_label ? 0 : more * s->c->template->leading / 2;
        bul_block_add_block(s->c->arena, &wider.type, &head->type, 0, y);
        offer_head(s, &wider, cost + more * BUL_COST_HEAD_WHITE, is_other);
    }
}

static bul_head set_head(const head_setting *s, const bul_line_of_text *title,
                         int size)
{
    bul_head_choice choice = {.title = title, .size = size};
    return bul_head_set_chosen(s->c, s->elastic->article, s->width,
                               s->elastic->section, s->span->base.is_boxed,
                               choice);
}

static bool is_stub(const bul_head *head)
{
    return head->title_lines > 1 &&
           (int64_t)head->title_last * 1000 <
               (int64_t)head->title_width * STUB_PERMILLE;
}

/* One wording in each size, down to the first that needs a single line. A size
 * below the first that has no more lines than it may costs. */
static void offer_title(const head_setting *s, const bul_line_of_text *title,
                        int32_t cost)
{
    const bul_style *style =
        &s->c->template->heads[s->elastic->article->level].title;
    int allowed = style->max_lines > 0 ? style->max_lines : 2;
    bool has_label = s->span->base.is_boxed || s->elastic->section.text.len > 0;
    int nominal = -1;
    for (size_t i = 0; i < style->size_count; i++) {
        bul_head head = set_head(s, title, (int)i);
        bool is_last = i + 1 == style->size_count;
        int over = head.title_lines - allowed;
        if (over > 1 && !is_last)
            continue;
        if (nominal < 0 && (over <= 0 || is_last))
            nominal = (int)i;
        int off = nominal < 0 ? 1 : (int)i - nominal;
        bool is_thin = s->span->base.columns > 1 && head.title_lines == 1 &&
                       (int64_t)head.title_width * 1000 <
                           (int64_t)s->width * THIN_PERMILLE;
        offer_with_white(s, &head, has_label,
                         cost + off * BUL_COST_SIZE +
                             (over > 0 ? over * BUL_COST_LINES : 0) +
                             (is_thin ? BUL_COST_THIN_TITLE : 0) +
                             (is_stub(&head) ? BUL_COST_STUB : 0),
                         title != &s->elastic->article->title);
        if (head.title_lines <= 1)
            break;
    }
}

static void set_heads(const head_setting *s)
{
    const bul_article *article = s->elastic->article;
    if (s->span->base.side_rows > 0 || s->span->base.sidebar) {
        offer_head(s, &s->span->base.head, 0, false);
        return;
    }
    if (article->level == BUL_LEVEL_BRIEF || article->title.text.len == 0) {
        bul_head head = article->level == BUL_LEVEL_BRIEF
                            ? bul_head_set_label(s->c, article, s->width)
                            : set_head(s, NULL, -1);
        offer_with_white(s, &head, true, 0, false);
        return;
    }
    offer_title(s, &article->title, 0);
    for (size_t i = 0; i < article->titles.count && i < MOST_TITLES; i++)
        offer_title(s, &article->titles.items[i], BUL_COST_TITLE);
    if (article->short_title.text.len > 0)
        offer_title(s, &article->short_title, BUL_COST_TITLE);
}

/* ---- Pictures and tables. ---- */

typedef struct wide_setting {
    const bul_compositor *c;
    bul_elastic_span *span;
    const bul_elastic_scope *scope;
    int columns; /* it may take: those beside a head at the side */
} wide_setting;

static bul_mpt width_of(const bul_story *story, int columns)
{
    return columns * story->measure + (columns - 1) * story->gutter;
}

/* Columns the picture would have if nothing pressed: about half. */
static int own_columns(const wide_setting *s, const bul_figure *figure)
{
    int columns = figure->columns > 0 ? figure->columns : (s->columns + 1) / 2;
    return columns < s->columns ? columns : s->columns;
}

static void add_picture_ways(const wide_setting *s, bul_elastic_wide *wide,
                             int columns)
{
    bul_arena *arena = s->c->arena;
    bul_mpt width = width_of(&s->span->base, columns);
    int own = bul_figure_rows(s->c, wide->figure, width);
    bool is_low = s->scope->is_zone && s->scope->rows < LOW_PLACE;
    int limit = is_low ? s->scope->rows : s->scope->rows * PICTURE_SHARE / 5;
    bul_set_figure set = bul_figure_set_deep(s->c, wide->figure, width, own);
    int32_t away = columns - own_columns(s, wide->figure);
    int32_t cost = (away < 0 ? -away : away) * BUL_COST_PICTURE;
    bool is_whole = wide->figure->is_whole;
    int least = is_whole ? own : (own * LEAST_SHOWN + 999) / 1000;
    int most = is_whole ? own : own * MOST_SHOWN / 1000;
    for (int rows = least; rows <= most; rows++) {
        int more = rows - own;
        if (rows < LEAST_PICTURE || set.rows + more > limit)
            continue;
        *BUL_PUSH(arena, &wide->ways) = (bul_elastic_wide_way){
            {columns, more, set.rows + more},
            cost + (more < 0 ? -more : more) * BUL_COST_CROP};
    }
}

static void add_figure(const wide_setting *s, const bul_figure *figure)
{
    if (figure->picture == NULL || figure->place == BUL_PLACE_INLINE ||
        s->span->wide_count == BUL_ELASTIC_WIDES)
        return;
    bul_elastic_wide *wide = &s->span->wides[s->span->wide_count++];
    wide->figure = figure;
    wide->place = figure->place;
    int own = own_columns(s, figure);
    int fewest = own > 1 ? own - 1 : 1;
    int most = own < s->columns ? own + 1 : own;
    if (figure->columns > 0 || figure->place == BUL_PLACE_BESIDE)
        fewest = most = own;
    if (figure->place == BUL_PLACE_BESIDE && own == s->columns && own > 1)
        fewest = most = own - 1;
    for (int columns = fewest; columns <= most; columns++)
        add_picture_ways(s, wide, columns);
    /* Too deep for the page as wide as that: narrower, whatever was asked. */
    for (int columns = fewest - 1; wide->ways.count == 0 && columns > 0;
         columns--)
        add_picture_ways(s, wide, columns);
    if (figure->may_drop && s->scope->may_drop)
        *BUL_PUSH(s->c->arena, &wide->ways) =
            (bul_elastic_wide_way){{0}, BUL_COST_DROPPED};
}

/* False when the table asks for more columns than there are. */
static bool add_table(const wide_setting *s, const bul_block *block)
{
    bul_story *base = &s->span->base;
    if (s->span->galley_columns != BUL_ALL_WIDE ||
        !bul_table_is_wide(s->c, block->table, base->measure, BUL_ALL_WIDE))
        return true;
    bul_mpt needed = bul_table_width(s->c, block->table);
    int columns = 2;
    while (columns < BUL_STORY_MAX_COLUMNS && width_of(base, columns) < needed)
        columns++;
    int page = s->c->template->column_count;
    columns = columns < page ? columns : page;
    if (columns > s->columns)
        return false;
    if (s->span->wide_count == BUL_ELASTIC_WIDES)
        return true;
    bul_elastic_wide *wide = &s->span->wides[s->span->wide_count++];
    wide->table = block;
    bul_set_figure set =
        bul_table_set(s->c, block->table, width_of(base, columns), block->span);
    *BUL_PUSH(s->c->arena, &wide->ways) =
        (bul_elastic_wide_way){{columns, 0, set.rows}, 0};
    return true;
}

/* A picture that no way fits is left to one column, as deep as may be. */
static bool set_wides(const wide_setting *s, const bul_article *article)
{
    for (size_t i = 0; i < article->figures.count; i++)
        add_figure(s, &article->figures.items[i]);
    for (size_t i = 0; i < article->blocks.count; i++) {
        const bul_block *block = &article->blocks.items[i];
        if (block->kind == BUL_BLOCK_FIGURE)
            add_figure(s, block->figure);
        else if (block->kind == BUL_BLOCK_TABLE && !add_table(s, block))
            return false;
    }
    for (size_t i = 0; i < s->span->wide_count; i++)
        if (s->span->wides[i].ways.count == 0)
            return false;
    return true;
}

/* ---- The whole. ---- */

/* How the body is set: tables too wide for a column stay in it only where
 * there is no other. */
static int galley_columns(const bul_article *article, int columns)
{
    if (article->level == BUL_LEVEL_BRIEF)
        return 1;
    for (size_t i = 0; columns == 1 && i < article->blocks.count; i++)
        if (article->blocks.items[i].kind == BUL_BLOCK_TABLE)
            return BUL_PICTURES_WIDE;
    return BUL_ALL_WIDE;
}

bul_elastic_span *bul_elastic_span_set(const bul_compositor *c,
                                       const bul_elastic *elastic, int columns,
                                       bool is_framed,
                                       const bul_elastic_span *like,
                                       const bul_elastic_scope *scope)
{
    const bul_article *article = elastic->article;
    bul_elastic_span *span = BUL_NEW(c->arena, bul_elastic_span, 1);
    bul_story *base = &span->base;
    bul_story_begin(c, base, article, elastic->number, columns,
                    elastic->section, is_framed);
    span->galley_columns = galley_columns(article, columns);
    if (base->sidebar == NULL) {
        wide_setting wides = {c, span, scope, bul_story_text_columns(base)};
        if (!set_wides(&wides, article))
            return NULL;
        int beside = 0;
        for (size_t i = 0; i < span->wide_count; i++)
            if (span->wides[i].place == BUL_PLACE_BESIDE && columns > 1 &&
                base->side_rows == 0)
                beside = span->wides[i].ways.items[0].choice.columns;
        head_setting heads = {c, elastic, span,
                              width_of(base, columns - beside)};
        set_heads(&heads);
        if (like && like->base.measure == base->measure &&
            like->galley_columns == span->galley_columns)
            span->texts = like->texts;
        else
            bul_elastic_set_texts(c, article, span, scope);
        bul_elastic_set_quotes(c, article, span, scope);
    } else {
        head_setting heads = {c, elastic, span, width_of(base, columns)};
        set_heads(&heads);
        *BUL_PUSH(c->arena, &span->texts) =
            (bul_elastic_text){.galley = base->galley};
    }
    return span;
}
