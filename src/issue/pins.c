/* SPDX-License-Identifier: MIT */
/* pins.c - 位置: pins that cannot all hold, whatever the layout.
 *
 * Make-up may rely on it that what is left has no such conflict. */
#include "issue/issue_parts.h"
#include "issue/keys.h"

/* Is the section planned for the page, and for no other? */
static int page_of_section(const bul_issue *issue, bul_str section)
{
    int page = 0;
    for (size_t i = 0; i < issue->pages.count; i++) {
        const bul_page_plan *plan = &issue->pages.items[i];
        for (size_t j = 0; j < plan->sections.count; j++) {
            if (!bul_str_equal(plan->sections.items[j].text, section))
                continue;
            if (page != 0 && page != plan->page)
                return 0;
            page = plan->page;
        }
    }
    return page;
}

/* The page an article has to stand on; 0 where that is open. An ear is on the
 * first page. */
static int certain_page(const bul_issue *issue, const bul_article *article)
{
    if (article->page > 0)
        return article->page;
    if (issue->most_pages == 1)
        return 1;
    int page = article->section.text.len > 0
                   ? page_of_section(issue, article->section.text)
                   : 0;
    return page == 0 && article->pin == BUL_PIN_EAR ? 1 : page;
}

/* The headline; the file where there is none. */
static bul_line_of_text name_of(const bul_article *article)
{
    return article->title.text.len > 0 ? article->title : article->file;
}

static bul_str pin_name(bul_pin pin, bool is_chinese)
{
    const bul_schema_choice *choice = bul_pin_schema.choices;
    while (choice->value != (int)pin)
        choice++;
    return is_chinese ? bul_schema_alias(choice->aliases, 0)
                      : bul_str_from(choice->name);
}

static void report_ear(const bul_opener *opener, const bul_article *article,
                       int page)
{
    bul_line_of_text name = name_of(article);
    bul_report(opener->diag, BUL_MSG_ISSUE_PIN_EAR, name.span,
               BUL_ARGS(name.text, bul_str_int(opener->arena, page)));
}

static void report_twice(const bul_opener *opener, const bul_article *first,
                         const bul_article *second, int page)
{
    bul_line_of_text name = name_of(second);
    bul_report(
        opener->diag, BUL_MSG_ISSUE_PIN_TWICE, name.span,
        BUL_ARGS(bul_str_int(opener->arena, page), pin_name(second->pin, true),
                 pin_name(second->pin, false), name_of(first).text, name.text));
}

static bool is_side(bul_pin pin)
{
    return pin == BUL_PIN_SIDE || pin == BUL_PIN_LEFT_SIDE ||
           pin == BUL_PIN_RIGHT_SIDE;
}

/* 边栏 is either side: which one the layout knows alone. */
static bool are_same_place(bul_pin a, bul_pin b)
{
    bool is_any = a == BUL_PIN_SIDE || b == BUL_PIN_SIDE;
    return a == b || (is_any && is_side(a) && is_side(b));
}

/* The article listed before that has the place, or NULL. */
static const bul_article *find_rival(const bul_issue *issue, size_t index,
                                     int page)
{
    const bul_article *article = issue->articles.items[index];
    for (size_t i = 0; page > 0 && i < index; i++) {
        const bul_article *other = issue->articles.items[i];
        if (are_same_place(other->pin, article->pin) &&
            certain_page(issue, other) == page)
            return other;
    }
    return NULL;
}

void bul_pins_settle(const bul_opener *opener, bul_issue *issue)
{
    for (size_t i = 0; i < issue->articles.count; i++) {
        bul_article *article = issue->articles.items[i];
        if (article->pin == BUL_PIN_NONE)
            continue;
        int page = certain_page(issue, article);
        if (article->pin == BUL_PIN_EAR && page > 1) {
            report_ear(opener, article, page);
            article->pin = BUL_PIN_NONE;
            continue;
        }
        const bul_article *rival = find_rival(issue, i, page);
        if (rival != NULL) {
            report_twice(opener, rival, article, page);
            article->pin = BUL_PIN_NONE;
        }
    }
}
