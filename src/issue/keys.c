/* SPDX-License-Identifier: MIT */
/* keys.c - the tables: every key that does something, with its aliases. */
#include "issue/keys.h"

#include "issue/issue.h"

#define MAX_PAGE    2000
#define MAX_COLUMNS 12

#define NO_KEY                                                                 \
    {                                                                          \
        NULL, NULL, NULL, false, NULL, NULL                                    \
    }
#define NO_CHOICE                                                              \
    {                                                                          \
        NULL, NULL, 0                                                          \
    }

/* ---- Values that several keys take. ---- */

static const bul_schema text = {.forms = BUL_FORM_TEXT};
static const bul_schema texts = {.forms = BUL_FORM_TEXT | BUL_FORM_LIST,
                                 .items = &text};
static const bul_schema truth = {.forms = BUL_FORM_BOOL};
static const bul_schema date = {.forms = BUL_FORM_DATE};
static const bul_schema count = {
    .forms = BUL_FORM_INTEGER, .min = 0, .max = 10000000};
static const bul_schema page = {
    .forms = BUL_FORM_INTEGER, .min = 1, .max = MAX_PAGE};
static const bul_schema columns = {
    .forms = BUL_FORM_INTEGER, .min = 1, .max = MAX_COLUMNS};

static const bul_schema_choice level_choices[] = {
    {"lead", "头条", BUL_LEVEL_LEAD},
    {"second", "二条", BUL_LEVEL_SECOND},
    {"major", "要闻", BUL_LEVEL_MAJOR},
    {"normal", "一般", BUL_LEVEL_NORMAL},
    {"soft", "文苑 人物", BUL_LEVEL_SOFT},
    {"brief", "简讯", BUL_LEVEL_BRIEF},
    {"photo", "图片新闻", BUL_LEVEL_PHOTO},
    NO_CHOICE};
static const bul_schema level = {.forms = BUL_FORM_CHOICE,
                                 .choices = level_choices};

/* ---- issue.yaml ---- */

static const bul_schema version = {
    .forms = BUL_FORM_INTEGER, .min = 1, .max = 1};

static const bul_schema_choice profile_choices[] = {{"jianbao", "简报", 0},
                                                    {"internal", "内部资料", 1},
                                                    {"newspaper", "报纸", 2},
                                                    {"digest", "周报", 3},
                                                    {"wall", "墙报", 4},
                                                    {"notice", "通知", 5},
                                                    NO_CHOICE};
static const bul_schema profile = {.forms = BUL_FORM_CHOICE,
                                   .choices = profile_choices};

static const bul_schema_key listed_keys[] = {
    {"file", "文件", &text, true, "稿件文件，可以用 * 代表一批",
     "the article file; * stands for several"},
    {"level", "级别", &level, false, "代替稿件里写的级别",
     "overrides the article's level"},
    {"page", "版次", &page, false, "代替稿件里写的版次",
     "overrides the article's page"},
    {"columns", "占栏", &columns, false, "代替稿件里写的占栏",
     "overrides the article's columns"},
    NO_KEY};
static const bul_schema listed = {.forms = BUL_FORM_TEXT | BUL_FORM_MAP,
                                  .keys = listed_keys};
static const bul_schema articles = {.forms = BUL_FORM_LIST, .items = &listed};

static const bul_schema_key plan_keys[] = {
    {"page", "版次", &page, true, "第几版", "number of the page"},
    {"title", "标题 版名", &text, false, "版名，印在报眉",
     "name of the page, in its running head"},
    {"editor", "责任编辑", &text, false, "本版责任编辑", "editor of the page"},
    NO_KEY};
static const bul_schema plan_item = {.forms = BUL_FORM_MAP, .keys = plan_keys};
static const bul_schema plan = {.forms = BUL_FORM_LIST, .items = &plan_item};

static const bul_schema_choice index_choices[] = {
    {"auto", "自动", BUL_INDEX_AUTO}, {"off", "无", BUL_INDEX_OFF}, NO_CHOICE};
static const bul_schema index_value = {.forms = BUL_FORM_CHOICE | BUL_FORM_LIST,
                                       .choices = index_choices,
                                       .items = &text};

static const bul_schema_key editor_keys[] = {
    {"chief", "主编", &text, false, "主编", "chief editor"},
    {"duty", "责任编辑", &text, false, "责任编辑", "editor on duty"},
    {"layout", "版式", &text, false, "版式编辑", "who made the layout"},
    {"proof", "校对", &text, false, "校对", "who read the proofs"},
    {"sign", "签发", &text, false, "签发人", "who signed the issue off"},
    NO_KEY};
static const bul_schema editors = {.forms = BUL_FORM_MAP, .keys = editor_keys};

static const bul_schema_key imprint_keys[] = {
    {"permit", "准印证号", &text, false, "内部资料准印证号",
     "number of the printing permit"},
    {"audience", "发送对象", &text, false, "发送对象", "whom the print is for"},
    {"printer", "印刷单位", &text, false, "印刷单位", "who prints it"},
    {"print_date", "印刷日期", &date, false, "印刷日期", "when it is printed"},
    NO_KEY};
static const bul_schema imprint = {.forms = BUL_FORM_MAP, .keys = imprint_keys};

static const bul_schema_key issue_keys[] = {
    {"bulletin", "版本", &version, false, "文件格式的版本，写 1",
     "version of this format: 1"},
    {"profile", "体例", &profile, false, "哪一类刊物",
     "the kind of publication"},
    {"name", "名称", &text, true, "报头上的名称", "name in the masthead"},
    {"slogan", "副标", &text, false, "名称旁的一句话",
     "a line beside the name"},
    {"marking", "标注", &text, false, "印在最上面，如“内部资料　注意保存”",
     "printed at the very top, such as a classification"},
    {"issue", "期号", &count, false, "第几期", "number of the issue"},
    {"total", "总期号", &count, false, "总第几期",
     "number counted from the first issue on"},
    {"date", "日期", &date, false, "出版日期，如 2026年11月20日",
     "date of the issue, such as 2026-11-20"},
    {"schedule", "刊期", &text, false, "多久一期，如“每周五出版”",
     "how often it appears"},
    {"publisher", "主办", &text, false, "主办单位", "who publishes it"},
    {"department", "编印", &text, false, "编印部门",
     "the department that makes it"},
    {"contact", "联系方式", &text, false, "电话、邮箱或地址",
     "telephone, mail or address"},
    {"layout", "版式", &text, false, "版式的名称或文件，不写用 digest",
     "name or file of the layout; digest if absent"},
    {"articles", "稿件", &articles, true, "稿件文件，按见报顺序",
     "the article files, in order"},
    {"pages_plan", "版面", &plan, false, "各版的版名和责任编辑",
     "title and editor of each page"},
    {"index", "导读", &index_value, false, "自动、无，或列出稿件文件",
     "auto, off, or a list of article files"},
    {"editors", "编辑", &editors, false, "本期编辑人员",
     "who edited the issue"},
    {"report_to", "报 报送", &texts, false, "版记：报", "tail: reported to"},
    {"copy_to", "送 抄送", &texts, false, "版记：送", "tail: copied to"},
    {"issue_to", "发 印发", &texts, false, "版记：发", "tail: issued to"},
    {"copies", "印数", &count, false, "印多少份", "number of copies"},
    {"printed_on", "印发日期", &date, false, "版记里的印发日期",
     "tail: date of issue"},
    {"imprint", "准印信息", &imprint, false, "内部资料的准印信息",
     "what an internal publication has to state"},
    {"language", "语言", &text, false,
     "zh-Hans、zh-Hant-TW、zh-Hant-HK、ja 或 ko；不写是简体中文",
     "zh-Hans (if absent), zh-Hant-TW, zh-Hant-HK, ja or ko"},
    {"terms", "词语", &texts, false,
     "题目断行时不拆开的词，或一个 .txt 文件，一行一个词",
     "words that titles keep whole, or a .txt file with one a line"},
    {"names", "人名", &texts, false,
     "题目断行时不拆开的人名，或一个 .txt 文件，一行一个",
     "names that titles keep whole, or a .txt file with one a line"},
    {"normalize", "规范标点", &truth, false,
     "稿件里汉字旁的 ... 排成 ……，-- 排成 ——；繁体、日文稿件的 “” 排成「」",
     "whether ... and -- beside hanzi become …… and ——, and in traditional "
     "Chinese and Japanese “” 「」"},
    NO_KEY};

const bul_schema bul_issue_schema = {.forms = BUL_FORM_MAP, .keys = issue_keys};

/* ---- Front matter. ---- */

static const bul_schema_key byline_keys[] = {
    {"role", "角色 身份", &text, false, "如 通讯员", "such as 通讯员"},
    {"names", "姓名", &texts, false, "一人或几人", "one name or several"},
    {"kind", "方式", &text, false, "如 文/图、摄影报道", "such as 摄影报道"},
    {"agency", "单位", &text, false, "所属单位，写在角色前",
     "whom they write for, set before the role"},
    NO_KEY};
static const bul_schema byline_item = {.forms = BUL_FORM_TEXT | BUL_FORM_MAP,
                                       .keys = byline_keys};
static const bul_schema byline = {.forms = BUL_FORM_TEXT | BUL_FORM_LIST |
                                           BUL_FORM_MAP,
                                  .keys = byline_keys,
                                  .items = &byline_item};

static const bul_schema_choice place_choices[] = {
    {"auto", "自动", BUL_PLACE_AUTO},     {"left", "左", BUL_PLACE_LEFT},
    {"right", "右", BUL_PLACE_RIGHT},     {"beside", "题旁", BUL_PLACE_BESIDE},
    {"inline", "文中", BUL_PLACE_INLINE}, NO_CHOICE};
static const bul_schema place = {.forms = BUL_FORM_CHOICE,
                                 .choices = place_choices};

static const bul_schema_key photo_keys[] = {
    {"file", "文件", &text, true, "图片文件", "the picture file"},
    {"caption", "说明", &text, false, "图片说明", "its caption"},
    {"credit", "摄影", &text, false, "摄影者", "who took it"},
    {"width", "栏宽", &columns, false, "占几栏宽", "how many columns wide"},
    {"place", "位置", &place, false, "左、右、题旁或文中",
     "left, right, beside the head, or inline"},
    NO_KEY};
static const bul_schema photo = {.forms = BUL_FORM_TEXT | BUL_FORM_MAP,
                                 .keys = photo_keys};
static const bul_schema photos = {.forms = BUL_FORM_LIST, .items = &photo};

static const bul_schema_key article_keys[] = {
    {"title", "标题 主题", &text, false, "主题；简讯和图片新闻可以不写",
     "the headline; briefs and photo stories may do without"},
    {"kicker", "引题 眉题 肩题", &text, false, "主题上面的一行",
     "a line above the headline"},
    {"subtitle", "副题 副标题", &text, false, "主题下面的一行",
     "a line below the headline"},
    {"summary", "提要", &texts, false, "提要题，一行或几行",
     "deck lines under the headline"},
    {"level", "级别", &level, false, "分量，决定题目大小和位置",
     "how much it weighs: size of its head, place on the page"},
    {"section", "栏目", &text, false, "栏目名", "name of the section"},
    {"byline", "作者", &byline, false, "一段文字，或角色、姓名、方式、单位",
     "a text, or role, names, kind and agency"},
    {"source", "来源", &text, false, "稿件来源", "where the story comes from"},
    {"date", "日期", &date, false, "原文日期，印在来源后面",
     "date of the original, printed after the source"},
    {"note", "编者按", &texts, false, "编者按，一段或几段",
     "editor's note, by paragraphs"},
    {"photos", "图片", &photos, false, "随稿图片", "pictures of the story"},
    {"columns", "占栏", &columns, false, "占几栏宽",
     "how many columns of the page it takes"},
    {"page", "版次", &page, false, "从第几版开始", "the page it starts on"},
    {"box", "加框", &truth, false, "是否加框", "whether it is framed"},
    {"vertical", "竖排", &truth, false, "正文是否竖排",
     "whether its text is set vertically"},
    {"vertical_title", "竖题", &truth, false, "标题是否竖排",
     "whether its title is set vertically"},
    {"language", "语言", &text, false, "与本期不同时写，写法相同",
     "where it differs from the issue's, which see"},
    {"draft", "草稿", &truth, false, "草稿不排", "a draft is left out"},
    NO_KEY};

const bul_schema bul_article_schema = {.forms = BUL_FORM_MAP,
                                       .keys = article_keys};

/* ---- Attributes in the text. ---- */

static const bul_schema_key figure_keys[] = {
    {"width", "栏宽", &columns, false, "占几栏宽", "how many columns wide"},
    {"place", "位置", &place, false, "左、右、题旁或文中",
     "left, right, beside the head, or inline"},
    NO_KEY};
const bul_schema bul_figure_schema = {.forms = BUL_FORM_MAP,
                                      .keys = figure_keys};

const bul_schema *bul_issue_schema_find(bul_str kind)
{
    if (bul_str_equal(kind, BUL_STR("issue")))
        return &bul_issue_schema;
    if (bul_str_equal(kind, BUL_STR("article")))
        return &bul_article_schema;
    return NULL;
}
