/* SPDX-License-Identifier: MIT */
/* Real copy, read from the disk where it is at hand: BULLETIN_SHARED names the
 * folder; without it, ../shared beside the checkout is tried. */
#include <stdlib.h>

#include "bulletin.h"
#include "issue/read.h"
#include "support/world.h"

static bul_issue *read_shared(world *w, const char *name)
{
    const char *shared = getenv("BULLETIN_SHARED");
    bul_str folder = bul_str_from(shared != NULL ? shared : "../shared");
    bul_str path = bul_path_join(&w->arena, folder, bul_str_from(name));
    bul_str bytes;
    if (bul_world_open(bul_world_real(), &w->arena, (bul_str){0}, path,
                       BUL_PICTURE_MAX_BYTES, &bytes) != BUL_WORLD_OK)
        return NULL;
    return bul_issue_read(&w->arena, bul_world_real(), &w->diag, path);
}

static void check_article(const bul_article *article)
{
    size_t item_count = 0;
    size_t head_count = 0;
    assert_int_equal(article->level, BUL_LEVEL_LEAD);
    assert_int_equal(article->figures.count, 2);
    assert_non_null(article->figures.items[0].picture);
    assert_int_equal(article->figures.items[0].columns, 2);
    for (size_t i = 0; i < article->blocks.count; i++) {
        item_count += article->blocks.items[i].kind == BUL_BLOCK_ITEM;
        head_count += article->blocks.items[i].kind == BUL_BLOCK_CROSSHEAD;
    }
    assert_int_equal(item_count, 10);
    assert_int_equal(head_count, 3);
    assert_int_equal(article->blocks.count, 27);
}

static void a_real_bulletin_is_read_without_a_word(void **state)
{
    static const char *const names[] = {"input/kunming/issue.yaml",
                                        "input/kunming/digest.yaml"};
    world *w = *state;
    for (size_t i = 0; i < 2; i++) {
        bul_issue *issue = read_shared(w, names[i]);
        if (issue == NULL)
            skip();
        assert_string_equal(world_last(w), "");
        assert_int_equal(issue->articles.count, 1);
        check_article(issue->articles.items[0]);
    }
}

static void the_byline_is_that_of_the_paper(void **state)
{
    world *w = *state;
    bul_issue *issue = read_shared(w, "input/kunming/issue.yaml");
    if (issue == NULL)
        skip();
    assert_string_equal(
        bul_cstr(&w->arena, issue->articles.items[0]->byline.text),
        "云南网通讯员 龙张三 赵永丹 杨牧 吴楚 高伟 李琪 摄影报道");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_real_bulletin_is_read_without_a_word),
        WORLD_TEST(the_byline_is_that_of_the_paper),
    };
    return cmocka_run_group_tests_name("shared copy", tests, NULL, NULL);
}
