/* SPDX-License-Identifier: MIT */
#include "layout/ear.h"

#include "layout/copyfit.h"
#include "layout/elastic_parts.h"
#include "layout/headline.h"
#include "layout/modular_page.h"

#define MOST_LINES  40 /* too long, that are taken out one by one */
#define HEAD_LEVELS 7

/* ---- The place. ---- */

/* A page that is no larger than the place: whole characters, what is left over
 * parts the columns. */
static const bul_template *place_of(bul_arena *arena, const bul_template *t)
{
    bul_template *place = BUL_NEW(arena, bul_template, 1);
    const bul_ear *ear = &t->ear;
    bul_mpt em = t->styles[BUL_STYLE_BODY].size;
    *place = *t;
    place->column_count = ear->columns;
    place->measure = (ear->w - (ear->columns - 1) * t->gutter) / ear->columns;
    if (ear->columns > 1) {
        place->measure -= place->measure % em;
        place->gutter =
            (ear->w - ear->columns * place->measure) / (ear->columns - 1);
    }
    place->line_count = ear->rows;
    place->section_height = 0;
    for (int level = 0; level < HEAD_LEVELS; level++)
        place->heads[level] = ear->head;
    return place;
}

const bul_template *bul_ear_template(bul_arena *arena,
                                     const bul_template *template)
{
    bul_template *page = BUL_NEW(arena, bul_template, 1);
    *page = *template;
    const bul_ear *ear = &template->ear;
    if (ear->has_index)
        page->index = ear->index;
    bul_fixtures first = ear->has_first ? ear->first : template->first;
    page->first = (bul_fixtures){.depth = first.depth};
    for (size_t i = 0; i < first.items.count; i++)
        *BUL_PUSH(arena, &page->first.items) = first.items.items[i];
    for (size_t i = 0; i < ear->own.items.count; i++)
        *BUL_PUSH(arena, &page->first.items) = ear->own.items.items[i];
    return page;
}

/* ---- The article. ---- */

static const bul_article *find_article(const bul_issue *issue, size_t *index)
{
    for (size_t i = 0; i < issue->articles.count; i++) {
        const bul_article *article = issue->articles.items[i];
        if (article->pin == BUL_PIN_EAR && !article->is_filler &&
            article->page <= 1) {
            *index = i;
            return article;
        }
    }
    return NULL;
}

/* As it stands there: no frame in the frame, no label, its pictures beside the
 * head, since the place is flat. */
static const bul_article *dressed(bul_arena *arena, const bul_article *article,
                                  int columns)
{
    bul_article *copy = BUL_NEW(arena, bul_article, 1);
    *copy = *article;
    copy->is_boxed = false;
    copy->columns = 0;
    copy->section = (bul_line_of_text){0};
    if (copy->level == BUL_LEVEL_BRIEF)
        copy->level = BUL_LEVEL_NORMAL;
    copy->figures.items = NULL;
    copy->figures.count = copy->figures.room = 0;
    for (size_t i = 0; i < article->figures.count; i++) {
        bul_figure *figure = BUL_PUSH(arena, &copy->figures);
        *figure = article->figures.items[i];
        if (columns > 1 && figure->place != BUL_PLACE_INLINE)
            figure->place = BUL_PLACE_BESIDE;
    }
    return copy;
}

/* ---- Fitting. ---- */

typedef struct fitting {
    bul_ear_setting *ear;
    const bul_article *article;
    bul_elastic_scope scope;
} fitting;

/* The cheapest way to fill the place to its foot. */
static bool fill(const fitting *f, bul_elastic_scope scope)
{
    bul_ear_setting *ear = f->ear;
    const bul_elastic *elastic =
        bul_elastic_set(&ear->c, f->article, (uint32_t)ear->index + 1,
                        (bul_line_of_text){0}, scope);
    bool found = false;
    for (size_t i = 0; i < elastic->areas.count; i++) {
        const bul_area *area = &elastic->areas.items[i];
        if (area->rows != scope.rows ||
            (found && area->cost >= elastic->areas.items[ear->area].cost))
            continue;
        ear->area = i;
        found = true;
    }
    ear->elastic = elastic;
    return found;
}

static bul_repair start(const fitting *f, bul_repair_kind kind)
{
    return (bul_repair){
        .page = 1,
        .kind = kind,
        .article = (uint32_t)f->ear->index + 1,
        .title = bul_headline_plain(f->ear->c.arena, f->article->title.text),
        .is_for_ear = true};
}

static int characters_of_line(const bul_template *place)
{
    return place->measure / place->styles[BUL_STYLE_BODY].size;
}

/* By counting: rows that the body and the least head have too many. */
static int cells_over(const fitting *f)
{
    const bul_elastic *elastic = f->ear->elastic;
    const bul_elastic_span *span =
        elastic->spans.count > 0 ? elastic->spans.items[0] : NULL;
    if (span == NULL || span->heads.count == 0)
        return 0;
    int head = span->heads.items[0].head.rows;
    for (size_t i = 1; i < span->heads.count; i++)
        if (span->heads.items[i].head.rows < head)
            head = span->heads.items[i].head.rows;
    return span->texts.items[0].cells - f->scope.most * (f->scope.rows - head);
}

/* What to cut so that it goes in: told by trying, where lines can be taken out
 * that end paragraphs. False: no cut of the text would do. */
static bool find_cut(const fitting *f, bul_repair *repair)
{
    const bul_template *place = f->ear->c.template;
    int over = cells_over(f);
    bul_galley *body = bul_elastic_body(f->ear->elastic);
    for (int lines = 1; body && lines <= MOST_LINES; lines++) {
        *repair = start(f, BUL_REPAIR_CUT);
        bul_elastic_scope scope = f->scope;
        scope.galley =
            bul_copyfit_vary(f->ear->c.arena, f->article, body, -lines, repair);
        if (scope.galley == NULL)
            break;
        bul_ear_setting kept = *f->ear;
        bool fits = fill(f, scope);
        *f->ear = kept;
        if (fits)
            return true;
    }
    *repair = start(f, BUL_REPAIR_CUT);
    repair->lines = -over;
    repair->characters = over * characters_of_line(place);
    return over > 0;
}

static void tell_over(const fitting *f)
{
    bul_ear_setting *ear = f->ear;
    const bul_compositor *c = &ear->c;
    const bul_template *place = c->template;
    ear->has_repair = find_cut(f, &ear->repair);
    if (ear->has_repair)
        bul_report(c->diag, BUL_MSG_LAYOUT_EAR_OVER, f->article->file.span,
                   BUL_ARGS(ear->repair.title,
                            bul_str_int(c->arena, ear->repair.characters)));
    else
        bul_report(c->diag, BUL_MSG_LAYOUT_EAR_NO_ROOM, f->article->file.span,
                   BUL_ARGS(start(f, BUL_REPAIR_CUT).title,
                            bul_str_int(c->arena, place->line_count)));
}

static void tell_short(const fitting *f)
{
    bul_ear_setting *ear = f->ear;
    const bul_compositor *c = &ear->c;
    const bul_elastic *elastic = ear->elastic;
    size_t variant = elastic->areas.items[ear->area].variant;
    ear->has_repair = true;
    ear->repair = start(f, BUL_REPAIR_ADD);
    ear->repair.lines = elastic->variants.items[variant].blanks;
    ear->repair.characters =
        ear->repair.lines * characters_of_line(c->template);
    bul_report(c->diag, BUL_MSG_LAYOUT_EAR_SHORT, f->article->file.span,
               BUL_ARGS(ear->repair.title,
                        bul_str_int(c->arena, ear->repair.lines),
                        bul_str_int(c->arena, ear->repair.characters)));
}

/* As it is; without what may be dropped; with white at its foot. */
static void fit(const fitting *f, const bul_policy *policy)
{
    bul_elastic_scope loose = f->scope, open = f->scope;
    loose.may_drop = !policy->keeps_pictures;
    loose.may_drop_text = !policy->keeps_marked;
    open.extra_blanks = open.rows;
    f->ear->is_taken = fill(f, f->scope) || fill(f, loose);
    if (f->ear->is_taken)
        return;
    f->ear->is_taken = fill(f, open);
    if (f->ear->is_taken)
        tell_short(f);
    else
        tell_over(f);
}

const bul_ear_setting *bul_ear_set(const bul_compositor *c,
                                   const bul_issue *issue)
{
    const bul_template *t = c->template;
    size_t index;
    const bul_article *article = find_article(issue, &index);
    if (article == NULL)
        return NULL;
    if (t->ear.rows == 0) {
        bul_report(c->diag, BUL_MSG_LAYOUT_NO_EAR, article->file.span,
                   BUL_ARGS(bul_headline_plain(c->arena, article->title.text)));
        return NULL;
    }
    bul_ear_setting *ear = BUL_NEW(c->arena, bul_ear_setting, 1);
    ear->index = index;
    ear->c = *c;
    ear->c.template = place_of(c->arena, t);
    fitting f = {.ear = ear,
                 .article = dressed(c->arena, article, t->ear.columns),
                 .scope = {.rows = t->ear.rows,
                           .fewest = t->ear.columns,
                           .most = t->ear.columns,
                           .is_zone = true}};
    fit(&f, &issue->policy);
    return ear;
}

/* ---- Drawing. ---- */

void bul_ear_draw(bul_stone *stone, const bul_ear_setting *ear, bul_page *onto,
                  bul_page_report *report)
{
    const bul_template *t = stone->c->template;
    const bul_area *area = &ear->elastic->areas.items[ear->area];
    bul_part part = {
        .columns = area->columns, .rows = area->rows, .area = ear->area};
    bul_attempt attempt;
    bul_story *story =
        bul_elastic_story(&ear->c, ear->elastic,
                          bul_modular_variant(ear->elastic, &part), &attempt);
    bul_mpt x = t->left + t->ear.x, y = t->top + t->ear.y;
    bul_stone_begin_story(stone, story, y);
    bul_story_draw(&ear->c, story, &attempt, onto, x, y, part.rows);
    bul_zone_report *zone = BUL_PUSH(stone->c->arena, &report->zones);
    zone->zone = BUL_ZONE_EAR;
    zone->x = x;
    zone->y = y;
    zone->w = t->ear.w;
    zone->h = t->ear.rows * t->leading;
    zone->block = bul_modular_block(&ear->c, ear->elastic, &part, &attempt);
    *BUL_PUSH(stone->c->arena, &zone->articles) = ear->elastic->number;
}
