/* SPDX-License-Identifier: MIT */
/* flow.c - articles in order (流排): walking pages, not articles.
 *
 * THE MODEL. A page is a stack of rows; a row is one story over the whole
 * width, or several side by side whose columns add up to it. A row is tried in
 * the grid lines that are left: kept if it fits, split over the page's end if
 * it is a single story with room enough for a beginning, dropped otherwise,
 * and then the page is closed. Only when a page is closed is it drawn, so
 * that lines left over can be spread over the gaps between its rows and the
 * last row ends on the foot.
 *
 * WHAT MOVES. Galleys are never changed; each story has a cursor, and only a
 * kept attempt moves it.
 *
 * THE TAIL of a 简报 stands on the foot of the last page: the last story is
 * tried in the lines above it first.
 *
 * A VERTICAL PAGE (竖排) is made like any other, x running along its lines and
 * y across them, and turned when it is closed. */
#include "layout/flow.h"

#include "layout/headline.h"
#include "layout/page_draft.h"

#define FEWEST_START_ROWS 4 /* of text under a head before a page may end */

typedef struct flow {
    bul_stone *stone;
    const bul_compositor *c;
    const bul_issue *issue;
    const size_t *order; /* articles to be placed, by their indexes */
    size_t count;
    size_t next; /* of `order` */
    bul_str last_section;
    bul_page_draft draft; /* the page being made */
} flow;

static const bul_template *template_of(const flow *m)
{
    return m->c->template;
}

static const bul_article *article_at(const flow *m, size_t n)
{
    return m->issue->articles.items[m->order[n]];
}

static size_t page_number(const flow *m)
{
    return bul_stone_page_number(m->stone);
}

static void open_page(flow *m)
{
    m->draft = bul_page_draft_open(
        m->c, bul_stone_first_row(m->stone, page_number(m)));
}

static bool page_is_empty(const flow *m)
{
    return bul_page_draft_is_empty(&m->draft);
}

/* ---- Closing a page. ---- */

/* Where a story begins, down the page. */
static bul_mpt story_y(const flow *m, const bul_page_row *row, size_t n)
{
    const bul_template *t = template_of(m);
    return m->c->is_vertical ? bul_template_column_x(t, row->stories[n].column)
                             : t->top + row->top * t->leading;
}

static void begin_stories(const flow *m)
{
    for (size_t i = 0; i < m->draft.rows.count; i++) {
        const bul_page_row *row = &m->draft.rows.items[i];
        for (size_t n = 0; n < row->count; n++)
            bul_stone_begin_story(m->stone, row->stories[n].story,
                                  story_y(m, row, n));
    }
}

static void close_page(flow *m, bool is_last)
{
    bul_page *page = bul_stone_open_page(m->stone);
    if (!is_last)
        bul_page_draft_spread(&m->draft);
    begin_stories(m);
    bul_page_draft_draw(&m->draft, page);
    bul_stone_close_page(m->stone, page, is_last);
}

static void next_page(flow *m)
{
    close_page(m, false);
    open_page(m);
}

static bool at_page_limit(flow *m)
{
    return bul_stone_at_page_limit(m->stone);
}

/* ---- Rows. ---- */

static void keep(bul_page_row *row, bul_story *story,
                 const bul_attempt *attempt, int column)
{
    if (row->count == BUL_ROW_STORIES)
        return;
    row->stories[row->count++] = (bul_placed_story){story, *attempt, column};
    story->cursor = attempt->cursor;
}

static bool is_last_article(const flow *m, const bul_story *story)
{
    return story->number == m->order[m->count - 1] + 1;
}

/* Enough of the story to be worth beginning it here. */
static bool starts_well(const bul_story *story, const bul_attempt *attempt,
                        int rows)
{
    /* A picture that finds no room is not left for a page of its own. */
    if (attempt->is_empty || attempt->lacks_wides)
        return false;
    return story->cursor.head_is_set ||
           rows >= attempt->head_rows + FEWEST_START_ROWS;
}

/* Nothing of the story goes even onto an empty page: say so and go on. */
static void give_up(flow *m, bul_story *story)
{
    bul_report(
        m->c->diag, BUL_MSG_LAYOUT_NO_ROOM,
        story->article->title.text.len > 0 ? story->article->title.span
                                           : story->article->file.span,
        BUL_ARGS(bul_headline_plain(m->c->arena, story->article->title.text)));
}

/* The last story ends on this page but for the tail: some of it goes with the
 * tail to the next, or all of it where only a poor beginning would stay. */
static void carry_over(flow *m, const bul_story *story, bool is_tallest,
                       bul_attempt *attempt)
{
    int rows = attempt->rows - FEWEST_START_ROWS;
    bul_attempt shorter =
        bul_story_attempt(m->c, story, rows, is_tallest, m->c->arena);
    if (!is_tallest && !starts_well(story, &shorter, rows))
        *attempt = (bul_attempt){.is_empty = true};
    else if (!shorter.is_empty)
        *attempt = shorter;
}

/* A story alone over the full width: page after page until it ends. */
static void place_story(flow *m, bul_story *story)
{
    bool is_last = is_last_article(m, story);
    for (;;) {
        int left = bul_page_draft_rows_left(&m->draft);
        bool tallest = page_is_empty(m);
        int above_tail = left - (is_last ? m->stone->tail.rows : 0);
        bul_attempt attempt = bul_story_balance(
            m->c, story, above_tail > 0 ? above_tail : 0, tallest, m->c->arena);
        if (!attempt.is_done && is_last && m->stone->tail.rows > 0) {
            attempt =
                bul_story_balance(m->c, story, left, tallest, m->c->arena);
            if (attempt.is_done)
                carry_over(m, story, tallest, &attempt);
        }
        /* An empty page takes what it can. */
        if (attempt.is_done || starts_well(story, &attempt, left) ||
            (page_is_empty(m) && !attempt.is_empty)) {
            bul_page_row *row = bul_page_draft_add(&m->draft, attempt.rows);
            keep(row, story, &attempt, 0);
        } else if (page_is_empty(m)) {
            give_up(m, story);
            return;
        }
        if (attempt.is_done)
            return;
        if (at_page_limit(m))
            return;
        next_page(m);
    }
}

/* Tries stories side by side; the row is as deep as its deepest. */
static bool place_row(flow *m, bul_story **stories, size_t count)
{
    int left = bul_page_draft_rows_left(&m->draft);
    if (is_last_article(m, stories[count - 1]))
        left -= m->stone->tail.rows;
    bul_attempt attempts[BUL_ROW_STORIES];
    int rows = 0;
    for (size_t i = 0; i < count; i++) {
        attempts[i] = bul_story_balance(m->c, stories[i], left,
                                        page_is_empty(m), m->c->arena);
        if (left <= 0 || !attempts[i].is_done)
            return false;
        rows = attempts[i].rows > rows ? attempts[i].rows : rows;
    }
    bul_page_row *row = bul_page_draft_add(&m->draft, rows);
    int column = 0;
    for (size_t i = 0; i < count; i++) {
        keep(row, stories[i], &attempts[i], column);
        column += stories[i]->columns;
    }
    return true;
}

/* ---- Articles to rows. ---- */

static int wanted_columns(const flow *m, const bul_article *article)
{
    const bul_template *t = template_of(m);
    int columns = article->columns;
    if (columns <= 0)
        columns = t->heads[article->level].columns;
    return columns <= 0 || columns > t->column_count ? t->column_count
                                                     : columns;
}

/* The label of an article's section: printed where the section begins. */
static bul_line_of_text new_section(flow *m, const bul_article *article)
{
    bul_line_of_text section = article->section;
    if (section.text.len == 0 || bul_str_equal(section.text, m->last_section))
        return (bul_line_of_text){0};
    m->last_section = section.text;
    return section;
}

static bul_story *set_story(flow *m, size_t n, int columns)
{
    const bul_article *article = article_at(m, n);
    return bul_story_set(m->c, article, (uint32_t)m->order[n] + 1, columns,
                         new_section(m, article));
}

/* How many articles from `next` on share a row, and how wide each is. The last
 * takes what is left. */
static size_t row_of(const flow *m, int *columns)
{
    int total = template_of(m)->column_count;
    int used = 0;
    size_t count = 0;
    for (size_t i = m->next; i < m->count; i++) {
        const bul_article *article = article_at(m, i);
        int wanted = wanted_columns(m, article);
        bool other_page = i > m->next && article->page > 0 &&
                          article->page != article_at(m, m->next)->page;
        if (used + wanted > total || count == BUL_ROW_STORIES || other_page)
            break;
        columns[count++] = wanted;
        used += wanted;
    }
    columns[count - 1] += total - used;
    return count;
}

/* An article that names its page begins there. */
static void turn_to_page(flow *m, const bul_article *article)
{
    if (article->page <= 0)
        return;
    size_t wanted = (size_t)article->page;
    if (wanted < page_number(m)) {
        bul_report(
            m->c->diag, BUL_MSG_LAYOUT_PAGE_PASSED, article->file.span,
            BUL_ARGS(bul_headline_plain(m->c->arena, article->title.text),
                     bul_str_int(m->c->arena, article->page)));
        return;
    }
    while (page_number(m) < wanted && !at_page_limit(m))
        next_page(m);
}

static void place_next(flow *m)
{
    int columns[BUL_ROW_STORIES];
    bul_str section = m->last_section;
    turn_to_page(m, article_at(m, m->next));
    size_t count = row_of(m, columns);
    bul_story *stories[BUL_ROW_STORIES];
    for (size_t i = 0; i < count; i++)
        stories[i] = set_story(m, m->next + i, columns[i]);
    if (count == 1 && columns[0] == template_of(m)->column_count) {
        place_story(m, stories[0]);
    } else if (!place_row(m, stories, count)) {
        if (!page_is_empty(m)) {
            if (at_page_limit(m))
                return;
            next_page(m);
        }
        if (!place_row(m, stories, count)) {
            /* Too deep for any page: each goes over the full width. */
            m->last_section = section;
            for (size_t i = 0; i < count; i++)
                place_story(
                    m, set_story(m, m->next + i, template_of(m)->column_count));
        }
    }
    m->next += count;
}

/* ---- The end. ---- */

static void close_edition(flow *m)
{
    bool tail_fits = m->draft.foot - m->draft.row >= m->stone->tail.rows;
    if (m->stone->tail.rows > 0 && !tail_fits && !page_is_empty(m) &&
        !at_page_limit(m))
        next_page(m);
    bool is_blank = page_is_empty(m) && m->stone->tail.rows == 0;
    if (!is_blank || m->stone->edition->pages.count == 0)
        close_page(m, true);
}

void bul_flow(bul_stone *stone, const size_t *order, size_t count)
{
    flow m = {.stone = stone,
              .c = stone->c,
              .issue = stone->issue,
              .order = order,
              .count = count};
    open_page(&m);
    while (m.next < count && !stone->edition->is_cut)
        place_next(&m);
    close_edition(&m);
}
