/* SPDX-License-Identifier: MIT */
/* issue_parts.h - what the files of issue/ share. */
#ifndef BUL_ISSUE_ISSUE_PARTS_H
#define BUL_ISSUE_ISSUE_PARTS_H

#include "issue/issue.h"
#include "source/markdown.h"
#include "source/source.h"
#include "source/yaml.h"

/* A key's text with its place; empty where absent. */
bul_line_of_text bul_line_from_key(const bul_yaml *map, const char *name);
bul_line_of_text bul_line_from_md(bul_md_text text);

/* ---- front_matter.c ---- */

/* Where the YAML of an article lies, and where its body begins. */
typedef struct bul_front_matter {
    size_t from, to; /* both 0: there is none */
    size_t body;
} bul_front_matter;

/* Finds --- … --- at the head of the text. Reports article/open-front-matter
 * and article/no-fence where one of the lines is missing: then the front matter
 * is taken to end at the first blank line. */
bul_front_matter bul_front_matter_find(bul_diag *diag,
                                       const bul_source *source);

/* ---- byline.c ---- */

/* "云南网通讯员 龙张三 赵永丹 摄影报道": agency and role run together, then
 * the names and the kind, apart by one space; several entries apart by one
 * U+3000. */
bul_line_of_text bul_byline_compose(bul_arena *arena, const bul_yaml *value);
/* "来源：蓝影头条　2024-03-29" */
bul_line_of_text bul_source_compose(bul_arena *arena, const bul_yaml *map);
/* "乔一舟 摄" */
bul_str bul_credit_compose(bul_arena *arena, bul_str credit);

/* ---- figure_read.c ---- */

/* What reading a figure needs: paths are tried beneath the folder of the issue,
 * then beneath that of the article. */
typedef struct bul_figure_reader {
    const bul_opener *opener;
    bul_str article_folder; /* beneath the issue's */
} bul_figure_reader;

/* One item of 图片. */
bul_figure bul_figure_from_key(const bul_figure_reader *reader,
                               const bul_yaml *value);
bul_figure bul_figure_from_md(const bul_figure_reader *reader,
                              const bul_md_block *block);

/* ---- body.c ---- */

/* With all that a run carries. */
bul_runs bul_runs_from_md(bul_arena *arena, const bul_md_runs *from);

bul_blocks bul_body_from_md(const bul_figure_reader *reader,
                            const bul_md_blocks *blocks);

/* ---- dateline.c ---- */

/* Marks 本讯（通讯员 …） and 新华社北京9月7日电（记者 …） at the head of the
 * first paragraph, unless the author styled it. */
void bul_dateline_mark(bul_arena *arena, bul_blocks *blocks);

/* ---- words_read.c ---- */

/* The locale a key names, or `absent`. Reports key/not-a-choice. */
bul_locale bul_locale_read(bul_arena *arena, bul_diag *diag,
                           const bul_yaml *map, bul_locale absent);

#define BUL_MAX_WORDS      20000
#define BUL_MAX_WORD_BYTES 60 /* 20 hanzi */

/* The words of a key (词语, 人名): a list, or the name of a .txt file with one
 * word a line. Reports issue/word, issue/words, issue/words-file and what
 * bul_source_read does. */
bul_lines_of_text bul_words_read(const bul_opener *opener, const bul_yaml *map,
                                 const char *name);

/* ---- article_list.c ---- */

/* Reads the articles an issue lists into it; false when the list was written so
 * that it could not be read, which has been reported. */
bool bul_article_list_read(const bul_opener *opener, bul_issue *issue,
                           const bul_yaml *map);

/* ---- article_read.c ---- */

/* What the issue says for all its articles. */
typedef struct bul_article_custom {
    bul_locale locale;  /* unless the article has its own */
    bool is_normalized; /* 规范标点 */
} bul_article_custom;

typedef struct bul_article_reading {
    bul_article *article;
    bool is_draft;
} bul_article_reading;

bul_article_reading bul_article_read_with(const bul_opener *opener,
                                          bul_line_of_text file,
                                          bul_article_custom custom);

/* ---- variables.c ---- */

void bul_variables_read(bul_arena *arena, bul_issue *issue,
                        const bul_yaml *map);

/* ---- issue_check.c ---- */

/* Reports article/no-title, article/empty, article/no-photo at `head`, and
 * article/note-in-title. */
void bul_article_check(bul_diag *diag, const bul_article *article,
                       bul_span head);
/* Reports issue/empty at `head`, issue/page-twice. */
void bul_issue_check(bul_arena *arena, bul_diag *diag, const bul_issue *issue);

#endif
