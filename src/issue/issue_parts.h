/* SPDX-License-Identifier: MIT */
/* issue_parts.h - what the files of issue/ share. */
#ifndef BUL_ISSUE_ISSUE_PARTS_H
#define BUL_ISSUE_ISSUE_PARTS_H

#include "issue/issue.h"
#include "source/markdown.h"
#include "source/source.h"
#include "source/yaml.h"

/* ---- key_text.c ---- */

/* A key's text with its place; empty where absent. */
bul_line_of_text bul_line_from_key(const bul_yaml *map, const char *name);
/* A text by its lines (`|` has several), a list by its items. */
bul_lines_of_text bul_lines_from_key(bul_arena *arena, const bul_yaml *map,
                                     const char *name);
/* A key as the file has it, in one language or the other. */
bul_str bul_key_as_written(const bul_yaml *map, const char *name);

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

/* A picture that was read before, and by which name it was found. */
typedef struct bul_shelved_picture {
    bul_str place;
    const bul_picture *picture;
} bul_shelved_picture;

/* Pictures that many articles name are read once. */
typedef BUL_LIST(bul_shelved_picture) bul_picture_shelf;

/* What reading a figure needs: paths are tried beneath the folder of the issue,
 * then beneath that of the article. */
typedef struct bul_figure_reader {
    const bul_opener *opener;
    bul_str article_folder;   /* beneath the issue's */
    bul_picture_shelf *shelf; /* NULL: nothing is remembered */
} bul_figure_reader;

/* One item of 图片. */
bul_figure bul_figure_from_key(const bul_figure_reader *reader,
                               const bul_yaml *value);
bul_figure bul_figure_from_md(const bul_figure_reader *reader,
                              const bul_md_block *block);

/* ---- body.c ---- */

bul_line_of_text bul_line_from_md(bul_md_text text);
/* With all that a run carries. */
bul_runs bul_runs_from_md(bul_arena *arena, const bul_md_runs *from);

bul_blocks bul_body_from_md(const bul_figure_reader *reader,
                            const bul_md_blocks *blocks);

/* ---- dateline.c ---- */

/* Marks 本讯（通讯员 …） and 新华社北京9月7日电（记者 …） at the head of the
 * first paragraph, unless the author styled it. */
void bul_dateline_mark(bul_arena *arena, bul_blocks *blocks);

/* ---- quotes_read.c ---- */

/* 引语, once the text is read. Reports article/quote for what does not stand in
 * it, and leaves it out. */
void bul_quotes_read(bul_arena *arena, bul_diag *diag, bul_article *article,
                     const bul_yaml *map);

/* ---- words_read.c ---- */

/* What a text is in, and by whose rules it is set: a language that has none
 * here (English) is set by those of the text around it. */
typedef struct bul_speech {
    bul_locale locale;
    bul_str language; /* BCP 47 */
} bul_speech;

/* What the key `language` says, or `absent`. Reports key/not-a-choice. */
bul_speech bul_speech_read(bul_arena *arena, bul_diag *diag,
                           const bul_yaml *map, bul_speech absent);

#define BUL_MAX_WORDS      20000
#define BUL_MAX_WORD_BYTES 60 /* 20 hanzi */

/* The words of a key (词语, 人名): a list, or the name of a .txt file with one
 * word a line. Reports issue/word, issue/words, issue/words-file and what
 * bul_source_read does. */
bul_lines_of_text bul_words_read(const bul_opener *opener, const bul_yaml *map,
                                 const char *name);

/* ---- article_list.c ---- */

/* Reads the articles an issue lists into it, and after them its 补白; false when the list was written so
 * that it could not be read, which has been reported. */
bool bul_article_list_read(const bul_opener *opener, bul_issue *issue,
                           const bul_yaml *map);

/* ---- makeup_read.c ---- */

/* 版数 排法 规则. Reports key/not-pages, key/pages-reversed and
 * key/out-of-range. */
void bul_makeup_read(bul_arena *arena, bul_diag *diag, bul_issue *issue,
                     const bul_yaml *map);

/* ---- print_read.c ---- */

/* 印刷; `map` may be NULL. */
bul_print bul_print_read(const bul_yaml *map);

/* ---- pins.c ---- */

/* Takes away the pins that cannot hold: a place of a page that an article
 * before it has, a 报眼 on another page than the first. Reports issue/pin-twice
 * and issue/pin-ear. */
void bul_pins_settle(const bul_opener *opener, bul_issue *issue);

/* ---- archive.c ---- */

/* Whether 期号 and 总期号 go on from those of the issues in 往期; `own` is the
 * text of this one. Reports issue/number-gap, issue/number-repeat,
 * issue/no-archive and file/outside. */
void bul_archive_check(const bul_opener *opener, const bul_issue *issue,
                       const bul_yaml *map, const bul_source *own);

/* ---- article_read.c ---- */

/* What the issue says of an article. */
typedef struct bul_article_custom {
    bul_speech speech;      /* unless the article has its own */
    bool is_normalized;     /* 规范标点 */
    bool is_filler;         /* listed as 补白 */
    const bul_yaml *listed; /* where it is listed with keys; or NULL */
    bul_picture_shelf *shelf;
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
