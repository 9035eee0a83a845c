/* SPDX-License-Identifier: MIT */
/* keys.c - the tables: every key that does something, with its aliases. */
#include "issue/keys.h"

#define MAX_COLUMNS 12
#define MAX_JUMPS   100
#define MAX_WEIGHT  100
#define AUTO_JUMPS  3

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
    .forms = BUL_FORM_INTEGER, .min = 1, .max = BUL_MAX_PAGE};
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
    {"bottom", "倒头条", BUL_LEVEL_BOTTOM},
    {"filler", "补白", BUL_LEVEL_FILLER},
    NO_CHOICE};
static const bul_schema level = {.forms = BUL_FORM_CHOICE,
                                 .choices = level_choices};

static const bul_schema weight = {
    .forms = BUL_FORM_INTEGER, .min = -MAX_WEIGHT, .max = MAX_WEIGHT};

static const bul_schema_choice pin_choices[] = {
    {"auto", "自动", BUL_PIN_NONE},
    {"top-left", "左上", BUL_PIN_TOP_LEFT},
    {"top-right", "右上", BUL_PIN_TOP_RIGHT},
    {"bottom-left", "左下", BUL_PIN_FOOT_LEFT},
    {"bottom-right", "右下", BUL_PIN_FOOT_RIGHT},
    {"top", "通栏顶", BUL_PIN_TOP},
    {"foot", "通栏底 倒头条", BUL_PIN_FOOT},
    {"ear", "报眼", BUL_PIN_EAR},
    {"left-side", "左边栏", BUL_PIN_LEFT_SIDE},
    {"right-side", "右边栏", BUL_PIN_RIGHT_SIDE},
    {"side", "边栏", BUL_PIN_SIDE},
    NO_CHOICE};
const bul_schema bul_pin_schema = {.forms = BUL_FORM_CHOICE,
                                   .choices = pin_choices};

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
    {"weight", "权重", &weight, false, "代替稿件里写的权重",
     "overrides the article's weight"},
    {"pin", "位置", &bul_pin_schema, false, "代替稿件里写的位置",
     "overrides the article's pin"},
    NO_KEY};
static const bul_schema listed = {.forms = BUL_FORM_TEXT | BUL_FORM_MAP,
                                  .keys = listed_keys};
static const bul_schema articles = {.forms = BUL_FORM_LIST, .items = &listed};

static const bul_schema_key plan_keys[] = {
    {"page", "版次", &page, true, "第几版", "number of the page"},
    {"title", "标题 版名", &text, false, "版名，印在报眉",
     "name of the page, in its running head"},
    {"editor", "责任编辑", &text, false, "本版责任编辑", "editor of the page"},
    {"sections", "栏目", &texts, false, "哪些栏目的稿件放在这一版",
     "articles of these sections go on the page"},
    NO_KEY};
static const bul_schema plan_item = {.forms = BUL_FORM_MAP, .keys = plan_keys};
static const bul_schema plan = {.forms = BUL_FORM_LIST, .items = &plan_item};

static const bul_schema_choice pages_choices[] = {{"auto", "自动", 0},
                                                  NO_CHOICE};
static const bul_schema pages = {.forms = BUL_FORM_INTEGER | BUL_FORM_CHOICE |
                                          BUL_FORM_TEXT,
                                 .choices = pages_choices,
                                 .min = 1,
                                 .max = BUL_MAX_PAGE};

static const bul_schema_choice makeup_choices[] = {
    {"flow", "流排", BUL_MAKEUP_FLOW},
    {"modular", "模块", BUL_MAKEUP_MODULAR},
    NO_CHOICE};
static const bul_schema makeup = {.forms = BUL_FORM_CHOICE,
                                  .choices = makeup_choices};

static const bul_schema_choice jumps_choices[] = {{"auto", "自动", AUTO_JUMPS},
                                                  NO_CHOICE};
static const bul_schema jumps = {.forms = BUL_FORM_INTEGER | BUL_FORM_CHOICE,
                                 .choices = jumps_choices,
                                 .min = 0,
                                 .max = MAX_JUMPS};

static const bul_schema_choice keeps_marked_choices[] = {
    {"marked", "标记段", false}, {"none", "不删", true}, NO_CHOICE};
static const bul_schema keeps_marked = {.forms = BUL_FORM_CHOICE,
                                        .choices = keeps_marked_choices};

static const bul_schema_choice keeps_pictures_choices[] = {
    {"optional", "可省", false}, {"none", "不省", true}, NO_CHOICE};
static const bul_schema keeps_pictures = {.forms = BUL_FORM_CHOICE,
                                          .choices = keeps_pictures_choices};

static const bul_schema_key policy_keys[] = {
    {"jumps", "转版", &jumps, false, "一期最多几篇转版；自动是 3，不写是 0",
     "how many articles may be continued on another page; auto is 3, absent 0"},
    {"trim", "删减", &keeps_marked, false,
     "为了排满，可以删标了 {可删} 的段，或者都不删；不写是标记段",
     "whether paragraphs with {optional} may be left out to close a page; "
     "marked if absent"},
    {"drop_photos", "省图", &keeps_pictures, false,
     "为了排满，可以省去写了“可省”的图片，或者都不省；不写是可省",
     "whether pictures that say optional may be left out to close a page; "
     "optional if absent"},
    {"hold", "留稿", &truth, false, "排不下时，可否把最次要的稿件留到下期",
     "whether the least articles may be held back when there is no room"},
    {"strict", "严格", &truth, false,
     "是：版面排不满、稿件排不下就是错，不出 PDF；也不转版，不留稿",
     "yes: pages that do not close and copy that has no room are errors, and "
     "there is no PDF; nothing is continued elsewhere or held over"},
    NO_KEY};
static const bul_schema policy = {.forms = BUL_FORM_MAP, .keys = policy_keys};

static const bul_schema_choice use_choices[] = {
    {"screen", "屏幕", BUL_PROFILE_SCREEN},
    {"archive", "存档", BUL_PROFILE_ARCHIVE},
    {"office", "办公", BUL_PROFILE_OFFICE},
    {"press", "印厂", BUL_PROFILE_PRESS},
    {"press-legacy", "印厂旧版", BUL_PROFILE_PRESS_LEGACY},
    NO_CHOICE};
static const bul_schema use = {.forms = BUL_FORM_CHOICE,
                               .choices = use_choices};
static const bul_schema_key spot_keys[] = {
    {"name", "名称", &text, true, "专色的名称，印厂和版上都用它",
     "the name of the ink, on the plate and at the printer's"},
    {"inks", "油墨", &text, false,
     "看上去像哪几种墨，如 C0 M100 Y90 K0；不写是大红",
     "the process inks it looks like, such as C0 M100 Y90 K0; a full red if "
     "absent"},
    NO_KEY};
static const bul_schema spot = {.forms = BUL_FORM_TEXT | BUL_FORM_MAP,
                                .keys = spot_keys};
static const bul_schema ink_limit = {
    .forms = BUL_FORM_INTEGER, .min = 100, .max = 400};
static const bul_schema_choice sheets_choices[] = {
    {"single", "单页", BUL_SHEETS_SINGLE},
    {"fold", "对折", BUL_SHEETS_FOLD},
    {"saddle", "骑马钉", BUL_SHEETS_SADDLE},
    {"two-up", "二拼", BUL_SHEETS_TWO_UP},
    {"four-up", "四拼", BUL_SHEETS_FOUR_UP},
    {"eight-up", "八拼", BUL_SHEETS_EIGHT_UP},
    {"repeat", "双拼", BUL_SHEETS_REPEAT},
    NO_CHOICE};
static const bul_schema sheets = {.forms = BUL_FORM_CHOICE,
                                  .choices = sheets_choices};
static const bul_schema_choice binding_choices[] = {
    {"left", "左", BUL_BINDING_LEFT},
    {"right", "右", BUL_BINDING_RIGHT},
    NO_CHOICE};
static const bul_schema binding = {.forms = BUL_FORM_CHOICE,
                                   .choices = binding_choices};
static const bul_schema_key print_keys[] = {
    {"for", "用途", &use, false,
     "PDF 作什么用：屏幕、存档、办公、印厂、印厂旧版；不写是屏幕",
     "what the PDF is for; screen if absent"},
    {"sheets", "拼版", &sheets, false,
     "单页、对折、骑马钉、二拼、四拼、八拼（缩小）、双拼（同一版两份）",
     "how pages stand on sheets; single if absent"},
    {"paper", "纸张", &text, false,
     "拼版用的纸，如 A3、SRA3、大度对开、420×297毫米；不写就按大小配",
     "the paper of the sheets, such as A3 or SRA3; as large as needed if "
     "absent"},
    {"binding", "装订边", &binding, false, "左或右；不写时竖排在右，横排在左",
     "where the spine is; right if absent where lines run down the page"},
    {"creep", "爬移", &text, false,
     "骑马钉里外每差一张，版面向订口移多少，如 0.1mm",
     "how far pages move to the spine with each sheet further in"},
    {"marks", "裁切标记", &truth, false, "裁切线、折线、套准线、色标和印张说明",
     "crop, fold and register marks, colour bar and slug"},
    {"outline_text", "文字转曲", &truth, false,
     "印厂用的 PDF 里文字变成图形，不带字体；只有印厂要求时才用",
     "type as outlines and no fonts in files for the press, for shops that ask "
     "for it"},
    {"condition", "印刷条件", &text, false,
     "铜版纸、胶版纸、新闻纸，或印厂给的 .icc 文件；不写是铜版纸",
     "coated, uncoated, newsprint, or a printer's .icc file; coated if absent"},
    {"ink_limit", "总墨量", &ink_limit, false,
     "照片里一处最多叠多少墨，百分比；不写就按印刷条件",
     "the most ink in one place of a photograph, in percent; the condition's "
     "if absent"},
    {"spot", "专色", &spot, false,
     "套红：只用黑和这种专色，版面上凡有颜色的都用它，照片用黑",
     "two inks, black and this one: whatever has a colour is printed in it, "
     "photographs in black"},
    NO_KEY};
static const bul_schema print = {.forms = BUL_FORM_MAP, .keys = print_keys};

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
    {"fillers", "补白", &texts, false,
     "版面有空时用的短稿：文件、用 * 代表的一批，或一个文件夹",
     "short articles for pages that have room: files, patterns with *, or a "
     "folder"},
    {"pages", "版数", &pages, false, "4、2-8 或 自动；不写由版式决定",
     "4, 2-8 or auto; absent: as the layout says"},
    {"makeup", "排法", &makeup, false,
     "流排：按顺序往下排；模块：每篇一块，拼满一版；不写由版式决定",
     "flow: in the order of the list; modular: each a rectangle, pages filled "
     "exactly; absent: as the layout says"},
    {"policy", "规则", &policy, false, "为了把版排满，可以做什么",
     "what may be done so that pages close"},
    {"pages_plan", "版面", &plan, false, "各版的版名、责任编辑和栏目",
     "title, editor and sections of each page"},
    {"index", "导读", &index_value, false, "自动、无，或列出稿件文件",
     "auto, off, or a list of article files"},
    {"print", "印刷", &print, false, "怎样出 PDF", "how the PDF is made"},
    {"archive", "往期", &text, false,
     "放以前各期的文件夹，用来核对期号有没有跳号、重号",
     "folder of earlier issues: numbers that are skipped or used twice are "
     "reported"},
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
     "zh-Hans、zh-Hant-TW、zh-Hant-HK、ja 或 ko；不写是简体中文。别的语言（en、ug "
     "等）按简体中文的规矩排，朗读时不读错",
     "zh-Hans (if absent), zh-Hant-TW, zh-Hant-HK, ja or ko; others (en, ug) "
     "are set by the rules of zh-Hans and read out as what they are"},
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

/* A picture has these in front matter and in the text. */
#define ALT_KEY                                                                \
    {                                                                          \
        "alt", "替代文字", &text, false, "看不见图的人听到的话；不写就念说明", \
            "what is read out instead of it; the caption if absent"            \
    }
#define OPTIONAL_KEY                                                           \
    {                                                                          \
        "optional", "可省", &truth, false, "排不下时可以不登",                 \
            "may be left out where the page would not close"                   \
    }
#define CROP_KEY                                                               \
    {                                                                          \
        "crop", "裁切", &truth, false, "可否裁去边上一点；不写是可以",         \
            "whether its edges may be cut off a little; yes if absent"         \
    }

static const bul_schema_key photo_keys[] = {
    {"file", "文件", &text, true, "图片文件", "the picture file"},
    {"caption", "说明", &text, false, "图片说明", "its caption"},
    ALT_KEY,
    {"credit", "摄影", &text, false, "摄影者", "who took it"},
    {"width", "栏宽", &columns, false, "占几栏宽", "how many columns wide"},
    {"place", "位置", &place, false, "左、右、题旁或文中",
     "left, right, beside the head, or inline"},
    OPTIONAL_KEY,
    CROP_KEY,
    NO_KEY};
static const bul_schema photo = {.forms = BUL_FORM_TEXT | BUL_FORM_MAP,
                                 .keys = photo_keys};
static const bul_schema photos = {.forms = BUL_FORM_LIST, .items = &photo};

static const bul_schema_choice jump_choices[] = {
    {"never", "不转", BUL_JUMP_NEVER},
    {"allow", "可转", BUL_JUMP_ALLOWED},
    {"must", "必转", BUL_JUMP_ALWAYS},
    NO_CHOICE};
static const bul_schema jump = {.forms = BUL_FORM_CHOICE,
                                .choices = jump_choices};

static const bul_schema_choice trim_choices[] = {
    {"none", "不删", BUL_TRIM_NONE},
    {"marked", "仅删标记段 标记段", BUL_TRIM_MARKED},
    {"bottom", "从末段删", BUL_TRIM_FOOT},
    NO_CHOICE};
static const bul_schema trim = {.forms = BUL_FORM_CHOICE,
                                .choices = trim_choices};

static const bul_schema_key article_keys[] = {
    {"title", "标题 主题", &text, false, "主题；简讯和图片新闻可以不写",
     "the headline; briefs and photo stories may do without"},
    {"titles", "备选标题", &texts, false, "排不下时可以换用的主题，一个或几个",
     "other headlines that may be used where the first does not fit"},
    {"short_title", "短标题", &text, false, "导读和转版处用的短主题，也可备选",
     "a short headline for the index and for continuations; may be used where "
     "the others do not fit"},
    {"kicker", "引题 眉题 肩题", &text, false, "主题上面的一行",
     "a line above the headline"},
    {"subtitle", "副题 副标题", &text, false, "主题下面的一行",
     "a line below the headline"},
    {"summary", "提要", &texts, false, "提要题，一行或几行",
     "deck lines under the headline"},
    {"level", "级别", &level, false, "分量，决定题目大小和位置",
     "how much it weighs: size of its head, place on the page"},
    {"weight", "权重", &weight, false, "同一级别里谁更重要，不写是 0",
     "which matters more among articles of one level; 0 if absent"},
    {"section", "栏目", &text, false, "栏目名", "name of the section"},
    {"byline", "作者", &byline, false, "一段文字，或角色、姓名、方式、单位",
     "a text, or role, names, kind and agency"},
    {"source", "来源", &text, false, "稿件来源", "where the story comes from"},
    {"date", "日期", &date, false, "原文日期，印在来源后面",
     "date of the original, printed after the source"},
    {"note", "编者按", &texts, false, "编者按，一段或几段",
     "editor's note, by paragraphs"},
    {"quotes", "引语 抽言", &texts, false,
     "正文里的一句或几句原话，一字不差；版面有空时，拼版会挑一句放大，排在文中",
     "sentences of the text, word for word: modular make-up may set one of them "
     "large in the text where the page has room"},
    {"photos", "图片", &photos, false, "随稿图片", "pictures of the story"},
    {"columns", "占栏", &columns, false, "占几栏宽",
     "how many columns of the page it takes"},
    {"page", "版次", &page, false, "从第几版开始", "the page it starts on"},
    {"pin", "位置", &bul_pin_schema, false,
     "排在一版的什么地方；报眼是一版报头旁边那一块，边栏是从版心顶上通到版底的"
     "一栏（几栏写占栏），排不满的下面接别的稿件；只用于模块排法",
     "where on its page it stands, in modular make-up; ear: beside the "
     "nameplate of page 1; side: a column of its own (columns: more) from head "
     "to foot, with other articles under it where it is shorter"},
    {"jump", "转版", &jump, false, "可否转到别的版；不写照本期的规则",
     "whether its end may stand on another page; absent: as the issue's policy "
     "says"},
    {"trim", "删减", &trim, false,
     "为了排满，可以删什么：不删；标了 {可删} 的段；从末段删，就是从最后一段往前"
     "删，至少留下一半；不写照本期的规则",
     "what may be left out of it to close a page: none; paragraphs with "
     "{optional} (marked); bottom: these or its last paragraphs, as long as "
     "half of it stays; absent: as the issue's policy says"},
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
    ALT_KEY,
    OPTIONAL_KEY,
    CROP_KEY,
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
