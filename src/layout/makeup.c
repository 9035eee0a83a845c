/* SPDX-License-Identifier: MIT */
/* makeup.c - walking pages, not articles.
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
#include "layout/makeup.h"

#include "layout/furniture.h"
#include "layout/head.h"
#include "layout/headline.h"
#include "layout/page_draft.h"
#include "layout/title.h"
#include "layout/turn.h"

#define FEWEST_START_ROWS 4 /* of text under a head before a page may end */

typedef struct makeup {
    const bul_compositor *c;
    const bul_issue *issue;
    bul_makeup_options options;
    bul_edition *edition;
    bul_set_tail tail;
    size_t next; /* article */
    bul_str last_section;
    size_t *first_pages; /* by article, from 1 */

    bul_page_draft draft; /* the page being made */
} makeup;

static const bul_template *template_of(const makeup *m)
{
    return m->c->template;
}

static size_t page_number(const makeup *m)
{
    return m->edition->pages.count + 1;
}

static void open_page(makeup *m)
{
    m->draft = bul_page_draft_open(
        m->c, bul_furniture_rows(template_of(m), page_number(m),
                                 m->issue->index.count > 0));
}

static bool page_is_empty(const makeup *m)
{
    return bul_page_draft_is_empty(&m->draft);
}

/* ---- Closing a page. ---- */

static void bookmark(const makeup *m, const bul_placed_story *placed, bul_mpt y)
{
    const bul_article *article = placed->story->article;
    bul_arena *arena = m->c->arena;
    if (m->first_pages[placed->story->number - 1] != page_number(m) ||
        placed->attempt.head_rows == 0)
        return;
    bul_str title = bul_headline_plain(arena, article->title.text);
    if (title.len == 0)
        title = article->section.text;
    if (title.len > 0)
        *BUL_PUSH(arena, &m->edition->bookmarks) =
            (bul_bookmark){title, m->edition->pages.count, y};
}

/* Where a story begins, down the page. */
static bul_mpt story_y(const makeup *m, const bul_page_row *row, size_t n)
{
    const bul_template *t = template_of(m);
    return m->c->is_vertical ? bul_template_column_x(t, row->stories[n].column)
                             : t->top + row->top * t->leading;
}

static void bookmark_rows(const makeup *m)
{
    for (size_t i = 0; i < m->draft.rows.count; i++) {
        const bul_page_row *row = &m->draft.rows.items[i];
        for (size_t n = 0; n < row->count; n++)
            bookmark(m, &row->stories[n], story_y(m, row, n));
    }
}

static void close_page(makeup *m, bool is_last)
{
    const bul_template *t = template_of(m);
    bul_arena *arena = m->c->arena;
    bul_page *page = BUL_NEW(arena, bul_page, 1);
    page->width = t->page_width;
    page->height = t->page_height;
    page->bleed = t->bleed;
    page->number = page_number(m);
    page->label = bul_str_int(arena, (int64_t)page->number);
    if (!is_last)
        bul_page_draft_spread(&m->draft);
    bookmark_rows(m);
    bul_page_draft_draw(&m->draft, page);
    if (is_last)
        bul_tail_draw(m->c, &m->tail, page);
    if (m->c->is_vertical)
        bul_page_turn(arena, page);
    *BUL_PUSH(arena, &m->edition->pages) = page;
}

static void next_page(makeup *m)
{
    close_page(m, false);
    open_page(m);
}

/* The page being made is the last one allowed, and there is more copy. */
static bool at_page_limit(makeup *m)
{
    if (page_number(m) < m->options.max_pages)
        return false;
    if (!m->edition->is_cut)
        bul_report(
            m->c->diag, BUL_MSG_LAYOUT_TOO_MANY_PAGES, (bul_span){0},
            BUL_ARGS(bul_str_int(m->c->arena, (int64_t)m->options.max_pages)));
    m->edition->is_cut = true;
    return true;
}

/* ---- Rows. ---- */

static void keep(makeup *m, bul_page_row *row, bul_story *story,
                 const bul_attempt *attempt, int column)
{
    if (row->count == BUL_ROW_STORIES)
        return;
    row->stories[row->count++] = (bul_placed_story){story, *attempt, column};
    story->cursor = attempt->cursor;
    size_t *first = &m->first_pages[story->number - 1];
    if (*first == 0)
        *first = page_number(m);
}

static bool is_last_article(const makeup *m, const bul_story *story)
{
    return story->number == m->issue->articles.count;
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
static void give_up(makeup *m, bul_story *story)
{
    bul_report(
        m->c->diag, BUL_MSG_LAYOUT_NO_ROOM,
        story->article->title.text.len > 0 ? story->article->title.span
                                           : story->article->file.span,
        BUL_ARGS(bul_headline_plain(m->c->arena, story->article->title.text)));
}

/* The last story ends on this page but for the tail: some of it goes with the
 * tail to the next, or all of it where only a poor beginning would stay. */
static void carry_over(makeup *m, const bul_story *story, bool is_tallest,
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
static void place_story(makeup *m, bul_story *story)
{
    bool is_last = is_last_article(m, story);
    for (;;) {
        int left = bul_page_draft_rows_left(&m->draft);
        bool tallest = page_is_empty(m);
        int above_tail = left - (is_last ? m->tail.rows : 0);
        bul_attempt attempt = bul_story_balance(
            m->c, story, above_tail > 0 ? above_tail : 0, tallest, m->c->arena);
        if (!attempt.is_done && is_last && m->tail.rows > 0) {
            attempt =
                bul_story_balance(m->c, story, left, tallest, m->c->arena);
            if (attempt.is_done)
                carry_over(m, story, tallest, &attempt);
        }
        /* An empty page takes what it can. */
        if (attempt.is_done || starts_well(story, &attempt, left) ||
            (page_is_empty(m) && !attempt.is_empty)) {
            bul_page_row *row = bul_page_draft_add(&m->draft, attempt.rows);
            keep(m, row, story, &attempt, 0);
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
static bool place_row(makeup *m, bul_story **stories, size_t count)
{
    int left = bul_page_draft_rows_left(&m->draft);
    if (is_last_article(m, stories[count - 1]))
        left -= m->tail.rows;
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
        keep(m, row, stories[i], &attempts[i], column);
        column += stories[i]->columns;
    }
    return true;
}

/* ---- Articles to rows. ---- */

static int wanted_columns(const makeup *m, const bul_article *article)
{
    const bul_template *t = template_of(m);
    int columns = article->columns;
    if (columns <= 0)
        columns = t->heads[article->level].columns;
    return columns <= 0 || columns > t->column_count ? t->column_count
                                                     : columns;
}

/* The label of an article's section: printed where the section begins. */
static bul_line_of_text new_section(makeup *m, const bul_article *article)
{
    bul_line_of_text section = article->section;
    if (section.text.len == 0 || bul_str_equal(section.text, m->last_section))
        return (bul_line_of_text){0};
    m->last_section = section.text;
    return section;
}

static bul_story *set_story(makeup *m, size_t index, int columns)
{
    const bul_article *article = m->issue->articles.items[index];
    return bul_story_set(m->c, article, (uint32_t)index + 1, columns,
                         new_section(m, article));
}

/* How many articles from `next` on share a row, and how wide each is. The last
 * takes what is left. */
static size_t row_of(const makeup *m, int *columns)
{
    int total = template_of(m)->column_count;
    int used = 0;
    size_t count = 0;
    for (size_t i = m->next; i < m->issue->articles.count; i++) {
        const bul_article *article = m->issue->articles.items[i];
        int wanted = wanted_columns(m, article);
        bool other_page =
            i > m->next && article->page > 0 &&
            article->page != m->issue->articles.items[m->next]->page;
        if (used + wanted > total || count == BUL_ROW_STORIES || other_page)
            break;
        columns[count++] = wanted;
        used += wanted;
    }
    columns[count - 1] += total - used;
    return count;
}

/* An article that names its page begins there. */
static void turn_to_page(makeup *m, const bul_article *article)
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

static void place_next(makeup *m)
{
    int columns[BUL_ROW_STORIES];
    bul_str section = m->last_section;
    turn_to_page(m, m->issue->articles.items[m->next]);
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

static void close_edition(makeup *m)
{
    bool tail_fits = m->draft.foot - m->draft.row >= m->tail.rows;
    if (m->tail.rows > 0 && !tail_fits && !page_is_empty(m) &&
        !at_page_limit(m))
        next_page(m);
    bool is_blank = page_is_empty(m) && m->tail.rows == 0;
    if (!is_blank || m->edition->pages.count == 0)
        close_page(m, true);
}

/* Puts the items of one page before those of another. */
static void put_first(bul_arena *arena, bul_page *page, const bul_page *before)
{
    size_t count = before->items.count + page->items.count;
    bul_item *items = BUL_NEW(arena, bul_item, count);
    for (size_t i = 0; i < count; i++)
        items[i] = i < before->items.count
                       ? before->items.items[i]
                       : page->items.items[i - before->items.count];
    page->items.items = items;
    page->items.count = count;
    page->items.room = count;
}

/* Furniture is drawn last, when every page number is known, but stands first
 * in reading order. */
static void add_furniture(makeup *m)
{
    const bul_issue *issue = m->issue;
    bul_arena *arena = m->c->arena;
    bul_index_line *lines =
        BUL_NEW(arena, bul_index_line, issue->index.count + 1);
    for (size_t i = 0; i < issue->index.count; i++) {
        lines[i].title = issue->index.items[i].title;
        lines[i].title.text = bul_headline_plain(arena, lines[i].title.text);
        for (size_t n = 0; n < issue->articles.count; n++)
            if (issue->articles.items[n] == issue->index.items[i].article)
                lines[i].page = m->first_pages[n];
    }
    bul_index_lines index = {lines, issue->index.count};
    for (size_t i = 0; i < m->edition->pages.count; i++) {
        bul_page *page = m->edition->pages.items[i];
        bul_pattern_values values = {issue, page->number,
                                     m->edition->pages.count};
        bul_page furniture = {.width = page->width,
                              .height = page->height,
                              .number = page->number};
        bul_furniture_draw(m->c, &values, &index, &furniture);
        put_first(m->c->arena, page, &furniture);
    }
}

static void describe(makeup *m)
{
    const bul_issue *issue = m->issue;
    bul_edition *edition = m->edition;
    bul_pattern_values values = {.issue = issue};
    bul_span span;
    bul_str number = bul_pattern_fill(
        m->c->arena, BUL_STR("{name} 第{issue}期"), &values, &span);
    edition->title = number.len > 0 ? number : issue->name.text;
    edition->author = bul_issue_variable(issue, BUL_STR("publisher")).text;
    if (edition->author.len == 0)
        edition->author = bul_issue_variable(issue, BUL_STR("department")).text;
    edition->language = BUL_STR("zh-Hans");
    edition->year = issue->date.year;
    edition->month = issue->date.month;
    edition->day = issue->date.day;
}

const bul_edition *bul_makeup(const bul_compositor *compositor,
                              const bul_issue *issue,
                              bul_makeup_options options)
{
    bul_compositor own = *compositor;
    const bul_compositor *c = &own;
    own.is_vertical = c->template->rules.is_vertical;
    own.vocabulary = bul_title_words(c->arena, &issue->terms, &issue->names);
    makeup m = {.c = c,
                .issue = issue,
                .options = options,
                .edition = BUL_NEW(c->arena, bul_edition, 1),
                .tail = bul_tail_set(c, issue),
                .first_pages =
                    BUL_NEW(c->arena, size_t, issue->articles.count + 1)};
    bul_furniture_check(c);
    describe(&m);
    open_page(&m);
    while (m.next < issue->articles.count && !m.edition->is_cut)
        place_next(&m);
    close_edition(&m);
    add_furniture(&m);
    return m.edition;
}
