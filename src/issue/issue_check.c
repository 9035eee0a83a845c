/* SPDX-License-Identifier: MIT */
/* issue_check.c - what can be wrong before anything is laid out. */
#include "issue/issue_parts.h"

/* A brief is a set of items, a photo story a picture: both may go without. */
static bool needs_title(const bul_article *article)
{
    return article->level != BUL_LEVEL_BRIEF &&
           article->level != BUL_LEVEL_PHOTO;
}

/* A title is a line of plain text: nothing in it can call a note. */
static void check_title(bul_diag *diag, bul_line_of_text line)
{
    if (bul_str_find(line.text, BUL_STR("[^")) < line.text.len)
        bul_report(diag, BUL_MSG_ARTICLE_NOTE_IN_TITLE, line.span,
                   BUL_ARGS(line.text));
}

void bul_article_check(bul_diag *diag, const bul_article *article,
                       bul_span head)
{
    bul_args args = BUL_ARGS(article->file.text);
    check_title(diag, article->kicker);
    check_title(diag, article->title);
    check_title(diag, article->subtitle);
    check_title(diag, article->short_title);
    for (size_t i = 0; i < article->titles.count; i++)
        check_title(diag, article->titles.items[i]);
    if (article->title.text.len == 0 && needs_title(article))
        bul_report(diag, BUL_MSG_ARTICLE_NO_TITLE, head, args);
    if (article->title.text.len > 0)
        args.at[0] = article->title.text;
    if (article->blocks.count == 0 && article->level != BUL_LEVEL_PHOTO)
        bul_report(diag, BUL_MSG_ARTICLE_EMPTY, head, args);
    if (article->level == BUL_LEVEL_PHOTO && article->figures.count == 0 &&
        article->blocks.count == 0)
        bul_report(diag, BUL_MSG_ARTICLE_NO_PHOTO, head, args);
}

void bul_issue_check(bul_arena *arena, bul_diag *diag, const bul_issue *issue)
{
    for (size_t i = 0; i < issue->pages.count; i++)
        for (size_t j = 0; j < i; j++)
            if (issue->pages.items[i].page == issue->pages.items[j].page)
                bul_report(
                    diag, BUL_MSG_ISSUE_PAGE_TWICE, issue->pages.items[i].span,
                    BUL_ARGS(bul_str_int(arena, issue->pages.items[i].page)));
}
