/* SPDX-License-Identifier: MIT */
/* keys.c - every key a layout file may hold, with its Chinese names. */
#include "template/keys.h"

#include <stddef.h>

#include "template/keys_parts.h"
#include "template/template.h"

/* Relative units are checked against these and read again once the body size
 * and the grid are known. */
#define ANY_EM                                                                 \
    {                                                                          \
        .em = 10000, .line = 15000                                             \
    }

static const bul_schema text = {.forms = BUL_FORM_TEXT};
static const bul_schema number = {
    .forms = BUL_FORM_INTEGER, .min = 1, .max = 400};
static const bul_schema columns = {
    .forms = BUL_FORM_INTEGER, .min = 1, .max = 12};
static const bul_schema spans = {.forms = BUL_FORM_INTEGER | BUL_FORM_LIST,
                                 .items = &columns,
                                 .min = 1,
                                 .max = 12};
/* Lengths: any that is no slip of the pen; not negative; and of type, which
 * must have some size. In millipoints. */
#define FARTHEST 5000000
static const bul_schema length = {.forms = BUL_FORM_LENGTH,
                                  .min = -FARTHEST,
                                  .max = FARTHEST,
                                  .measure = ANY_EM};
static const bul_schema extent = {
    .forms = BUL_FORM_LENGTH, .min = 0, .max = FARTHEST, .measure = ANY_EM};
static const bul_schema type_size = {
    .forms = BUL_FORM_LENGTH, .min = 1000, .max = 1000000, .measure = ANY_EM};
static const bul_schema column_width = {
    .forms = BUL_FORM_LENGTH, .min = 10000, .max = FARTHEST, .measure = ANY_EM};
static const bul_schema truth = {.forms = BUL_FORM_BOOL};
static const bul_schema type_sizes = {.forms = BUL_FORM_LENGTH | BUL_FORM_LIST,
                                      .items = &type_size,
                                      .min = 1000,
                                      .max = 1000000,
                                      .measure = ANY_EM};
static const bul_schema at_list = {.forms = BUL_FORM_LIST, .items = &length};
static const bul_schema color_table = {.forms = BUL_FORM_TABLE, .items = &text};

static const bul_schema_choice align_choices[] = {
    {"justify", "两端", BUL_STYLE_JUSTIFY},
    {"left", "左 居左", BUL_STYLE_LEFT},
    {"center", "中 居中", BUL_STYLE_CENTER},
    {"right", "右 居右", BUL_STYLE_RIGHT},
    {"spread", "撑满 均排", BUL_STYLE_SPREAD},
    {NULL, NULL, 0}};
static const bul_schema align = {.forms = BUL_FORM_CHOICE,
                                 .choices = align_choices};

static const bul_schema_choice weight_choices[] = {{"regular", "常规", 400},
                                                   {"bold", "粗", 700},
                                                   {"black", "特粗", 900},
                                                   {NULL, NULL, 0}};
static const bul_schema weight = {.forms = BUL_FORM_CHOICE,
                                  .choices = weight_choices};

static const bul_schema_choice quote_choices[] = {
    {"full", "全角", 0}, {"half", "半角", 1}, {NULL, NULL, 0}};
static const bul_schema quotes = {.forms = BUL_FORM_CHOICE,
                                  .choices = quote_choices};

static const bul_schema_choice side_choices[] = {
    {"both", "每页", BUL_SIDE_BOTH},
    {"odd", "单页", BUL_SIDE_ODD},
    {"even", "双页", BUL_SIDE_EVEN},
    {NULL, NULL, 0}};
static const bul_schema side = {.forms = BUL_FORM_CHOICE,
                                .choices = side_choices};

static const bul_schema_choice leader_choices[] = {
    {"none", "无", 0}, {"dots", "点线", 1}, {NULL, NULL, 0}};
static const bul_schema leader = {.forms = BUL_FORM_CHOICE,
                                  .choices = leader_choices};

static const bul_schema_key style_keys[] = {
    {"font", "字体", &text, false,
     "字体：宋、黑、楷、仿宋、小标宋，或字体文件里的名字",
     "typeface: 宋, 黑, 楷, 仿宋, 小标宋 or a name from a font file"},
    {"weight", "字重", &weight, false, "常规、粗、特粗",
     "regular, bold or black"},
    {"size", "字号", &type_sizes, false, "字号；标题可列几个，从大到小试",
     "size; titles may list several, tried in order"},
    {"leading", "行距", &type_size, false,
     "行到行的距离；正文里的样式都跟网格走",
     "baseline to baseline; styles within the text keep to the grid"},
    {"align", "对齐", &align, false, "两端、左、中、右、撑满",
     "justify, left, center, right or spread"},
    {"indent", "首行缩进", &length, false, "第一行缩进",
     "indent of the first line"},
    {"hang", "悬挂缩进", &length, false, "其余各行缩进",
     "indent of the other lines"},
    {"left", "左空", &extent, false, "左边空出", "white kept at the left"},
    {"right", "右空", &extent, false, "右边空出", "white kept at the right"},
    {"above", "段前", &extent, false, "上面空出", "white above"},
    {"below", "段后", &extent, false, "下面空出", "white below"},
    {"tracking", "字距", &length, false, "字与字之间加空",
     "white added between characters"},
    {"color", "颜色", &text, false,
     "颜色名、“6%”（黑的百分比）或“C0 M100 Y95 K5”",
     "a name of `colors`, \"6%\" of black, or \"C0 M100 Y95 K5\""},
    {"quotes", "引号", &quotes, false, "引号和括号占全角还是半角",
     "quotes and brackets full or half width"},
    {"lines", "行数", &number, false, "标题最多几行", "most lines of a title"},
    {"spread_short", "短题均排", &extent, false,
     "二到四个字的标题均匀排到这么宽；0 是不要",
     "titles of two to four hanzi are spread to this width; 0: not"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema style = {.forms = BUL_FORM_MAP, .keys = style_keys};

/* Fonts alone: what ** ** and * * change. */
static const bul_schema_key font_style_keys[] = {
    {"font", "字体", &text, false,
     "字体：宋、黑、楷、仿宋、小标宋，或字体文件里的名字",
     "typeface: 宋, 黑, 楷, 仿宋, 小标宋 or a name from a font file"},
    {"weight", "字重", &weight, false, "常规、粗、特粗",
     "regular, bold or black"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema font_style = {.forms = BUL_FORM_MAP,
                                      .keys = font_style_keys};

/* Text on the grid: its leading is the grid's. */
static const bul_schema_key text_style_keys[] = {
    {"font", "字体", &text, false,
     "字体：宋、黑、楷、仿宋、小标宋，或字体文件里的名字",
     "typeface: 宋, 黑, 楷, 仿宋, 小标宋 or a name from a font file"},
    {"weight", "字重", &weight, false, "常规、粗、特粗",
     "regular, bold or black"},
    {"size", "字号", &type_sizes, false, "字号；标题可列几个，从大到小试",
     "size; titles may list several, tried in order"},
    {"align", "对齐", &align, false, "两端、左、中、右、撑满",
     "justify, left, center, right or spread"},
    {"indent", "首行缩进", &length, false, "第一行缩进",
     "indent of the first line"},
    {"hang", "悬挂缩进", &length, false, "其余各行缩进",
     "indent of the other lines"},
    {"left", "左空", &extent, false, "左边空出", "white kept at the left"},
    {"right", "右空", &extent, false, "右边空出", "white kept at the right"},
    {"above", "段前", &extent, false, "上面空出", "white above"},
    {"below", "段后", &extent, false, "下面空出", "white below"},
    {"tracking", "字距", &length, false, "字与字之间加空",
     "white added between characters"},
    {"color", "颜色", &text, false,
     "颜色名、“6%”（黑的百分比）或“C0 M100 Y95 K5”",
     "a name of `colors`, \"6%\" of black, or \"C0 M100 Y95 K5\""},
    {"quotes", "引号", &quotes, false, "引号和括号占全角还是半角",
     "quotes and brackets full or half width"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema text_style = {.forms = BUL_FORM_MAP,
                                      .keys = text_style_keys};

const char *const bul_template_style_names[] = {
    "body",           "strong",      "emphasis",
    "code",           "crosshead",   "item_han",
    "item_han_paren", "item_digit",  "item_digit_paren",
    "item_bullet",    "quote",       "note",
    "source",         "caption",     "credit",
    "box_label",      "box_title",   "box_text",
    "brief_lead",     "table_title", "table_head",
    "table_cell",     "table_note",  "number",
    "number_unit",    "number_note", "section",
    "footnote"};

static const bul_schema_key styles_keys[] = {
    {"body", "正文", &text_style, false, "正文", "running text"},
    {"strong", "强调 黑体字", &font_style, false, "**…** 用的字体",
     "font of **…**"},
    {"emphasis", "楷体字", &font_style, false, "*…* 用的字体", "font of *…*"},
    {"code", "代码", &font_style, false, "`…` 用的字体", "font of `…`"},
    {"crosshead", "小标题", &text_style, false, "小标题", "crossheads"},
    {"item_han", "一、", &text_style, false, "一、二、三、各条",
     "items numbered 一、"},
    {"item_han_paren", "（一）", &text_style, false, "（一）（二）各条",
     "items numbered （一）"},
    {"item_digit", "1.", &text_style, false, "1. 2. 各条", "items numbered 1."},
    {"item_digit_paren", "（1）", &text_style, false, "（1）（2）各条",
     "items numbered （1）"},
    {"item_bullet", "圆点", &text_style, false, "• 各条", "bulleted items"},
    {"quote", "引文", &text_style, false, "引文、诗", "quotes and verse"},
    {"note", "编者按", &text_style, false, "编者按", "editor's note"},
    {"source", "来源", &text_style, false, "文末的来源",
     "source at the end of an article"},
    {"caption", "图片说明", &style, false, "图片说明", "captions"},
    {"credit", "摄影", &style, false, "摄影者", "picture credits"},
    {"box_label", "框题", &style, false, "文框上的栏名", "label of a box"},
    {"box_title", "框内标题", &text_style, false, "文框里的标题",
     "title in a box"},
    {"box_text", "框内正文", &text_style, false, "文框里的正文",
     "text in a box"},
    {"brief_lead", "简讯题", &font_style, false, "简讯开头的黑体字",
     "run-in head of a brief"},
    {"table_title", "表题", &text_style, false, "表题", "table titles"},
    {"table_head", "表头", &text_style, false, "表头", "table heads"},
    {"table_cell", "表格", &text_style, false, "表格里的字", "table cells"},
    {"table_note", "表注", &text_style, false, "表注", "table notes"},
    {"number", "数字", &style, false, "“数字”框里的大数",
     "the figure of a number box"},
    {"number_unit", "数字单位", &style, false, "大数的单位", "its unit"},
    {"number_note", "数字说明", &style, false, "大数下面的话",
     "the line under it"},
    {"section", "栏目", &style, false, "栏目条上的字", "section labels"},
    {"footnote", "注文", &text_style, false, "注释的文字",
     "notes called in the text"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema styles = {.forms = BUL_FORM_MAP, .keys = styles_keys};

static const bul_schema drop_lines = {
    .forms = BUL_FORM_INTEGER, .min = 0, .max = 5};

static const bul_schema_key head_keys[] = {
    {"columns", "占栏", &columns, false, "题占几栏；不写是整篇的宽",
     "columns an article of this level takes; absent: all"},
    {"spans", "栏数", &spans, false,
     "模块排法里最少、最多占几栏，如 [2, 4]；不写是几栏都行",
     "fewest and most columns it may take in modular make-up, such as [2, 4]; "
     "absent: any"},
    {"kicker", "引题", &style, false, "引题", "kicker"},
    {"title", "主题", &style, false, "主题", "title"},
    {"side_title", "竖题", &style, false, "竖题的主题；不写照主题",
     "title of an article whose head stands beside its text"},
    {"subtitle", "副题", &style, false, "副题", "subtitle"},
    {"summary", "提要", &style, false, "提要", "summary lines"},
    {"byline", "作者", &style, false, "作者行", "byline"},
    {"drop_cap", "首字下沉", &drop_lines, false,
     "正文第一个字占几行，2 到 5；0 是不要",
     "lines the first character of the text is set over; 0: none"},
    {"above", "题上", &extent, false, "题上面的空", "white over the head"},
    {"below", "题下", &extent, false, "题下面的空", "white under the head"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema head = {.forms = BUL_FORM_MAP, .keys = head_keys};

const char *const bul_template_head_names[] = {
    "normal", "lead", "second", "major", "soft", "brief", "photo"};

static const bul_schema_key heads_keys[] = {
    {"normal", "一般", &head, true, "一般稿；没写的级别都照它",
     "ordinary articles; other levels fall back to it"},
    {"lead", "头条", &head, false, "头条", "the lead"},
    {"second", "二条", &head, false, "二条", "second story"},
    {"major", "要闻", &head, false, "要闻", "major stories"},
    {"soft", "文苑", &head, false, "文苑、人物", "soft stories"},
    {"brief", "简讯", &head, false, "简讯", "briefs"},
    {"photo", "图片新闻", &head, false, "图片新闻", "photo news"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema heads = {.forms = BUL_FORM_MAP, .keys = heads_keys};

static const bul_schema_key fixture_keys[] = {
    {"text", "文字", &text, false,
     "印出的文字；{…} 换成期刊里的值，[…] 里的值为空就整段不印",
     "text; {key} is replaced, […] vanishes when a value in it is empty"},
    {"bar", "色块", &text, false, "色块或线的颜色",
     "colour of a filled bar or rule"},
    {"frame", "线框", &text, false, "线框的颜色", "colour of an outline"},
    {"index", "导读", &truth, false, "导读条目排在这里",
     "the index entries stand here"},
    {"at", "位置", &at_list, true, "左上角，从版心左上角算：[向右, 向下]",
     "top left corner, from that of the type area: [right, down]"},
    {"width", "宽", &extent, false, "宽；不写是版心的宽",
     "width; absent: the type area's"},
    {"height", "高", &extent, false, "高", "height"},
    {"weight", "线粗", &extent, false, "线框的粗细", "line weight of a frame"},
    {"style", "样式", &style, false, "字的样式", "style of the text"},
    {"side", "单双页", &side, false, "只印在单页或双页",
     "on odd or even pages only"},
    {"columns", "分栏", &columns, false, "导读分几栏", "columns of the index"},
    {"pitch", "条距", &type_size, false, "导读条目之间的距离",
     "distance between index entries"},
    {"number_style", "页码样式", &style, false, "导读里版次的样式",
     "style of the index's page numbers"},
    {"leader", "引线", &leader, false, "条目和版次之间的点线",
     "leader between entry and page"},
    {"rule", "条线", &extent, false, "导读条目之间的细线",
     "rule between index entries"},
    {"direction", "排向", &bul_direction_schema, false,
     "竖排的版式里，写“横排”就横着排，位置从看到的版心左上角算",
     "across: in a vertical layout, set across and placed as it is seen"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema fixture = {.forms = BUL_FORM_MAP, .keys = fixture_keys};
static const bul_schema fixture_list = {.forms = BUL_FORM_LIST,
                                        .items = &fixture};

static const bul_schema_key fixtures_keys[] = {
    {"depth", "占高", &extent, false, "从版心顶上占去的高",
     "depth taken from the top of the type area"},
    {"items", "部件", &fixture_list, false, "文字、线和色块",
     "texts, rules and tints"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema_key plain_fixtures_keys[] = {
    {"items", "部件", &fixture_list, false, "文字、线和色块",
     "texts, rules and tints"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema plain_fixtures = {.forms = BUL_FORM_MAP,
                                          .keys = plain_fixtures_keys};
static const bul_schema fixtures = {.forms = BUL_FORM_MAP,
                                    .keys = fixtures_keys};

static const bul_schema_key ear_keys[] = {
    {"at", "位置", &at_list, true, "文字的左上角，从版心左上角算：[向右, 向下]",
     "top left corner of its text, from that of the type area: [right, down]"},
    {"width", "宽", &column_width, true, "文字的宽", "width of its text"},
    {"lines", "行数", &number, true, "排几行，题也算在内",
     "grid lines, those of the head too"},
    {"columns", "分栏", &columns, false, "文字分几栏；不写是一栏",
     "columns of its text; one unless said"},
    {"head", "题", &head, false, "稿件的题；没写的照“一般”",
     "head of the article; what is absent is as in `normal`"},
    {"items", "部件", &fixture_list, false, "有稿件时才画的线框等",
     "frame and the like, drawn where an article stands in it"},
    {"first_page", "首页", &fixtures, false,
     "有稿件时用的报头，如窄一些的；不写用“首页”",
     "masthead where an article stands in it, such as a narrower one; absent: "
     "first_page"},
    {"index", "导读条", &fixtures, false, "有稿件时用的导读条；不写用“导读条”",
     "index where an article stands in it; absent: index"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema ear = {.forms = BUL_FORM_MAP, .keys = ear_keys};

static const bul_schema_key pull_quote_keys[] = {
    {"spans", "栏数", &spans, false,
     "占几栏，或最少、最多占几栏，如 [1, 2]；不写是一栏",
     "columns it takes, or fewest and most, such as [1, 2]; one unless said"},
    {"lines", "行数", &number, false,
     "正文有这么多行的稿件才用，一篇只用一句；不写是 24",
     "lines of text an article must have for one; 24 unless said"},
    {"style", "样式", &style, false, "引语的字；不写是楷体，比正文大三分之一",
     "its type; 楷, a third larger than the text, unless said"},
    {"rule", "线", &extent, false, "上下的线；0 是不要",
     "rules over and under it; 0: none"},
    {"rule_color", "线色", &text, false, "线的颜色；不写照版式的线色",
     "colour of these; absent: the layout's rule_color"},
    {"mark", "引号", &style, false, "前面的大引号；不写是不要",
     "the large quotation mark before it; absent: none"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema pull_quote = {.forms = BUL_FORM_MAP,
                                      .keys = pull_quote_keys};

static const bul_schema_key tail_row_keys[] = {
    {"left", "左", &text, false, "左边的文字", "text at the left"},
    {"right", "右", &text, false, "右边的文字", "text at the right"},
    {"rule", "线", &extent, false, "这一行上面的线", "rule over the row"},
    {"height", "高", &extent, false, "一行的高", "height of one line"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema tail_row = {.forms = BUL_FORM_MAP,
                                    .keys = tail_row_keys};
static const bul_schema tail_rows = {.forms = BUL_FORM_LIST,
                                     .items = &tail_row};

static const bul_schema_key tail_keys[] = {
    {"style", "样式", &style, false, "报尾的字", "style of the tail"},
    {"rows", "各行", &tail_rows, true, "各行；值都为空的行不印",
     "rows; one whose values are all empty is not printed"},
    {"first_rule", "首线", &extent, false,
     "最上面的线，不管第一行是哪一行；不写照那一行的线",
     "rule over whichever row comes first; absent: as that row says"},
    {"rule", "末线", &extent, false, "最下面的线", "rule under the last row"},
    {"inset", "缩进", &extent, false, "两边各缩进", "white at both sides"},
    {"above", "上空", &extent, false, "正文到报尾至少空出",
     "least white between text and tail"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema tail = {.forms = BUL_FORM_MAP, .keys = tail_keys};

static const bul_schema_key body_keys[] = {
    {"font", "字体", &text, false, "正文字体", "font of the text"},
    {"size", "字号", &type_size, true, "正文字号；以后的“字”就是它",
     "size of the text: what 字 means from here on"},
    {"leading", "行距", &type_size, true, "行距；以后的“行”就是它",
     "grid pitch: what 行 means from here on"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema body = {.forms = BUL_FORM_MAP, .keys = body_keys};

static const bul_schema_key story_keys[] = {
    {"rule", "线", &extent, false, "篇与篇之间的横线；0 是不要",
     "rule between rows of articles; 0: none"},
    {"rows", "行数", &number, false, "篇与篇之间空几行",
     "grid lines between rows of articles"},
    {"column_rule", "竖线", &extent, false, "左右两篇之间的竖线",
     "rule between articles side by side"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema story = {.forms = BUL_FORM_MAP, .keys = story_keys};

static const bul_schema_key box_keys[] = {
    {"inset", "缩进", &extent, false, "框里文字离两边",
     "text from the sides of a box"},
    {"rule", "上线", &extent, false, "框顶的粗线", "heavy rule on top"},
    {"frame", "框线", &extent, false, "四边的细线；0 是不要",
     "outline; 0: none"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema box = {.forms = BUL_FORM_MAP, .keys = box_keys};

static const bul_schema_key table_keys[] = {
    {"rule", "粗线", &extent, false, "表的上下线",
     "rules over and under a table"},
    {"hairline", "细线", &extent, false, "表里的线", "rules inside a table"},
    {"lines", "行数", &columns, false, "每行占几个正文行",
     "grid lines a table row takes"},
    {NULL, NULL, NULL, false, NULL, NULL}};
static const bul_schema table = {.forms = BUL_FORM_MAP, .keys = table_keys};

static const bul_schema_key keys[] = {
    {"title", "名称", &text, true, "版式的名称", "what the layout is called"},
    {"paper", "纸张", &text, true,
     "成品尺寸：A4、四开、大16开等（bulletin list 列出全部），"
     "或“275mm x 390mm”",
     "trimmed size: A4, 四开, 大16开 … (bulletin list has them all) or "
     "\"275mm x 390mm\""},
    {"bleed", "出血", &extent, false, "出血", "bleed beyond each edge"},
    {"body", "正文", &body, true, "正文的字体、字号、行距",
     "font, size and pitch of the text"},
    {"columns", "栏数", &columns, false, "基本栏数", "columns of the page"},
    {"measure", "栏宽", &column_width, true, "一栏的宽，最好是整字",
     "width of a column, best in whole 字"},
    {"gutter", "栏距", &extent, false, "栏与栏之间", "white between columns"},
    {"top", "天头", &extent, true, "纸边到版心的上沿",
     "edge of the paper to the type area"},
    {"left", "订口", &extent, false, "纸边到版心的左沿；不写是居中",
     "the same at the left; absent: centred"},
    {"lines", "行数", &number, true, "一页的行数", "grid lines of a page"},
    {"makeup", "排法", &bul_makeup_schema, false,
     "流排：按顺序往下排；模块：每篇一块，拼满一版；默认流排",
     "flow: in the order of the list; modular: each a rectangle, pages filled "
     "exactly; flow unless said"},
    {"pages", "版数", &number, false, "这一期没写版数时排几版；不写是够用为止",
     "pages of an issue that does not say; absent: as many as it takes"},
    {"direction", "排向", &bul_direction_schema, false, "横排或竖排",
     "lines across or down the page"},
    {"breaks", "禁则", &bul_breaks_schema, false,
     "行首行末禁则：无、基本、国标、严格；默认国标",
     "what may not begin or end a line: none, basic, gb or strict"},
    {"punctuation", "标点", &bul_punctuation_schema, false,
     "标点风格：全角、半角、开明、行末半角、原样；默认全角",
     "width of marks: full, half, kaiming, line_end or plain"},
    {"hanging", "标点悬挂", &truth, false, "行末的，、。挂在行外；默认否",
     "marks at a line's end may hang outside; off unless said"},
    {"hyphenate", "断词", &truth, false, "西文单词可以在行末断开；默认是",
     "words may be divided; on unless said"},
    {"grid", "字格", &truth, false, "正文纵横对齐，每字一格；默认否",
     "every character of the text in a square; off unless said"},
    {"breaker", "断行", &bul_breaker_schema, false,
     "全段：整段一起断行；逐行：一行一行断，只作比较用",
     "total: the whole paragraph at once; first: line by line, for drafts"},
    {"han_latin", "汉西间距", &extent, false,
     "汉字与西文、数字之间；默认 0.25 字",
     "white between hanzi and Latin; 0.25 字 unless said"},
    {"colors", "颜色", &color_table, false, "颜色名和它的油墨",
     "names of colours and their inks"},
    {"accent", "主色", &text, false, "栏目条、框线等用的颜色",
     "colour of labels and rules of boxes"},
    {"tint", "底色", &text, false, "文框的底色", "ground of boxes"},
    {"rule_color", "线色", &text, false, "细线的颜色", "colour of thin rules"},
    {"styles", "样式", &styles, false, "各种文字的样式",
     "styles of the kinds of text"},
    {"heads", "题", &heads, true, "各级别稿件的题", "heads by level"},
    {"first_page", "首页", &fixtures, false, "第一页顶上的报头",
     "masthead of page 1"},
    {"index", "导读条", &fixtures, false, "报头下面的导读；没有导读就不印",
     "index under the masthead; absent without entries"},
    {"ear", "报眼", &ear, false, "报头旁边的一块，排写了“位置: 报眼”的稿件",
     "a place beside the masthead for the article pinned to it"},
    {"side_column", "边栏", &bul_side_column_schema, false,
     "写“位置: 边栏”的稿件在哪一边；默认右",
     "side of articles pinned to `side`: right unless said"},
    {"inner_page", "内页", &fixtures, false, "第二页起的报眉",
     "running head from page 2"},
    {"every_page", "每页", &plain_fixtures, false, "每页都有的，如页码",
     "on every page: folios"},
    {"tail", "报尾", &tail, false, "最后一页底下的报尾",
     "tail at the foot of the last page"},
    {"story", "篇间", &story, false, "篇与篇之间", "between articles"},
    {"box", "文框", &box, false, "文框", "boxes"},
    {"table", "表格线", &table, false, "表格", "tables"},
    {"pull_quote", "引语块", &pull_quote, false,
     "稿件里写了“引语”的，版面有空时放大排在文中；不写是不用；只用于模块排法",
     "how sentences named by `quotes` are set large in the text, in modular "
     "make-up; absent: they are not"},
    {"section_height", "栏目条高", &extent, false, "栏目条的高；0 是不印栏目",
     "height of section labels; 0: not printed"},
    {"notes", "注释位置", &bul_notes_schema, false,
     "注文印在哪里：文末、栏末；默认文末",
     "notes at the end of the article, or at the foot of the column"},
    {"caption_gap", "图说间距", &extent, false, "图片到说明",
     "picture to caption"},
    {NULL, NULL, NULL, false, NULL, NULL}};

const bul_schema bul_template_keys = {.forms = BUL_FORM_MAP, .keys = keys};
