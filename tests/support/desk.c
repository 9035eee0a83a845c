/* SPDX-License-Identifier: MIT */
/* desk.c - see desk.h. */
#include "support/desk.h"

#include <string.h>

#include "issue/read.h"
#include "template/read.h"

static void release_arena(void *arena)
{
    bul_arena_release(arena);
}

desk *desk_open(world *w, int columns, const char *more_keys)
{
    static const char *const data_dirs[] = {".", NULL};
    desk *d = BUL_NEW(&w->arena, desk, 1);
    d->w = w;
    d->scratch = BUL_NEW(&w->arena, bul_arena, 1);
    bul_arena_defer(&w->arena, release_arena, d->scratch);
    bul_text layout = bul_text_in(&w->arena);
    bul_text_addf(&layout, "columns: %d\n", columns);
    bul_text_add(&layout, bul_str_from(DESK_LAYOUT));
    bul_text_add(&layout, bul_str_from(more_keys));
    world_put_bytes(w, "layout.yaml", bul_text_str(&layout));
    d->template = bul_template_read(&w->arena, &w->files, &w->diag,
                                    (bul_layout_sources){0},
                                    BUL_STR("layout.yaml"), (bul_span){0});
    assert_non_null(d->template);
    assert_string_equal(world_last(w), "");
    d->c = (bul_compositor){.arena = &w->arena,
                            .scratch = d->scratch,
                            .diag = &w->diag,
                            .template = d->template};
    bul_font_sources fonts = {.data_dirs = data_dirs, .without_system = true};
    d->c.fonts = bul_fontset_open(&w->arena, bul_world_real(), &w->diag, fonts);
    d->c.setter = bul_setter_open(&w->arena, d->c.fonts, NULL);
    return d;
}

void desk_put(desk *d, const char *text)
{
    bul_text name = bul_text_in(&d->w->arena);
    size_t number = 1;
    for (size_t i = 0; i < d->w->puts.count; i++)
        number += strstr(d->w->puts.items[i].path, ".md") != NULL;
    bul_text_addf(&name, "%03zu.md", number);
    world_put(d->w, bul_cstr(&d->w->arena, bul_text_str(&name)), text);
}

bul_issue *desk_read(desk *d, const char *more_keys)
{
    world *w = d->w;
    bul_text yaml = bul_text_in(&w->arena);
    bul_text_add(&yaml, BUL_STR("name: 试刊\nlayout: layout.yaml\n"));
    bul_text_add(&yaml, bul_str_from(more_keys));
    if (strstr(more_keys, "articles:") == NULL) {
        bul_text_add(&yaml, BUL_STR("articles:\n"));
        for (size_t i = 0; i < w->puts.count; i++)
            if (strstr(w->puts.items[i].path, ".md"))
                bul_text_addf(&yaml, "  - %s\n", w->puts.items[i].path);
    }
    world_put_bytes(w, "issue.yaml", bul_text_str(&yaml));
    d->issue =
        bul_issue_read(&w->arena, &w->files, &w->diag, BUL_STR("issue.yaml"));
    assert_non_null(d->issue);
    return d->issue;
}

const bul_edition *desk_makeup(desk *d, const char *more_keys)
{
    return bul_makeup(&d->c, desk_read(d, more_keys),
                      (bul_makeup_options){.max_pages = 50});
}

const char *desk_han(desk *d, size_t count)
{
    bul_text text = bul_text_in(&d->w->arena);
    for (size_t i = 0; i < count; i++)
        bul_text_add_char(&text, 0x5DE5); /* 工 */
    return bul_cstr(&d->w->arena, bul_text_str(&text));
}

const char *desk_join(desk *d, const char *a, const char *b)
{
    bul_str both = bul_str_join(&d->w->arena, bul_str_from(a), bul_str_from(b));
    return bul_cstr(&d->w->arena, both);
}

const char *desk_page_text(desk *d, const bul_page *page)
{
    bul_text text = bul_text_in(&d->w->arena);
    for (size_t i = 0; i < page->items.count; i++) {
        const bul_item *item = &page->items.items[i];
        if (item->type != BUL_ITEM_GLYPHS)
            continue;
        bul_text_addf(&text, "%d %d ", (int)item->as.glyphs.x / 1000,
                      (int)item->as.glyphs.y / 1000);
        bul_text_add(&text, item->as.glyphs.text);
        bul_text_add(&text, BUL_STR("\n"));
    }
    return bul_cstr(&d->w->arena, bul_text_str(&text));
}

const char *desk_all_text(desk *d, const bul_edition *edition)
{
    bul_text text = bul_text_in(&d->w->arena);
    for (size_t p = 0; p < edition->pages.count; p++) {
        const bul_page *page = edition->pages.items[p];
        for (size_t i = 0; i < page->items.count; i++)
            if (page->items.items[i].type == BUL_ITEM_GLYPHS)
                bul_text_add(&text, page->items.items[i].as.glyphs.text);
    }
    return bul_cstr(&d->w->arena, bul_text_str(&text));
}

size_t desk_count(const char *text, const char *wanted)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, wanted)) != NULL; at++)
        count++;
    return count;
}

bul_mpt desk_find(desk *d, const bul_edition *edition, const char *wanted,
                  size_t *page_number)
{
    (void)d;
    for (size_t p = 0; p < edition->pages.count; p++) {
        const bul_page *page = edition->pages.items[p];
        for (size_t i = 0; i < page->items.count; i++) {
            const bul_item *item = &page->items.items[i];
            if (item->type != BUL_ITEM_GLYPHS)
                continue;
            bul_str text = item->as.glyphs.text;
            if (bul_str_find(text, bul_str_from(wanted)) == text.len)
                continue;
            *page_number = p + 1;
            return item->as.glyphs.y;
        }
    }
    print_error("not set anywhere: %s\n", wanted);
    fail();
    return 0;
}

void desk_put_body(desk *d, const char *keys, const char *title, size_t count)
{
    bul_text text = bul_text_in(&d->w->arena);
    bul_text_addf(&text, "---\ntitle: %s\n%s---\n\n", title, keys);
    for (; count > 78; count -= 78) {
        bul_text_add(&text, bul_str_from(desk_han(d, 78)));
        bul_text_add(&text, BUL_STR("\n\n"));
    }
    bul_text_add(&text, bul_str_from(desk_han(d, count)));
    desk_put(d, bul_cstr(&d->w->arena, bul_text_str(&text)));
}

size_t desk_of_lines(size_t line_count)
{
    size_t rest = line_count % 8;
    return line_count / 8 * 78 + (rest > 0 ? 10 * rest - 2 : 0);
}

size_t desk_set_characters(desk *d, const bul_edition *edition)
{
    return desk_count(desk_all_text(d, edition), "工");
}
