/* SPDX-License-Identifier: MIT */
/* starter.c - a small issue that can be made at once: the comments in it are
 * the first lesson. */
#include "cli/starter.h"

static const char issue_text[] =
    "# yaml-language-server: $schema=.bulletin/issue.schema.json\n"
    "#\n"
    "# 一期简报从这里开始：这个文件写名称、期号、日期和稿件清单。\n"
    "# 每行是“键: 值”，冒号用英文冒号，后面空一格；井号后面是说明。\n"
    "# 全部的键见：man bulletin-issue\n"
    "#\n"
    "# 在这个文件夹里运行 bulletin make，就得到 PDF；\n"
    "# bulletin check 只检查；bulletin list 列出可用的版式。\n"
    "名称: 一周工运\n"
    "期号: 1\n"
    "日期: {date}\n"
    "主办: 青禾市总工会\n"
    "\n"
    "# 稿件按这里的顺序排；一篇一个文件，路径从本文件夹算起。\n"
    "稿件:\n"
    "  - 稿件/01-送温暖.md\n"
    "  - 稿件/02-安全课.md\n"
    "\n"
    "# 题目断行时不拆开的词，用得着就去掉行首的井号：\n"
    "# 词语: [集体协商, 户外劳动者驿站]\n"
    "# 人名: 人名.txt\n";

static const char lead_text[] =
    "---\n"
    "# 两行“---”之间写这篇稿件的标题、作者等；下面是正文。\n"
    "# 正文里 **…** 是黑体；[鲁迅]{专名号}、[务必]{着重号}、\n"
    "# [工会]{拼音=gōng huì} 给字加标记；[^1] 加注。\n"
    "级别: 头条\n"
    "引题: 市总工会启动冬季送温暖行动\n"
    "标题: 热汤端到凌晨四点的站台\n"
    "副题: 十二个慰问组走进交通、环卫、快递一线\n"
    "作者: 通讯员 林小禾\n"
    "---\n"
    "凌晨四点，青禾北站的灯刚刚亮起。市总工会的慰问车停在三号站台，"
    "车上是两百份热汤和一摞防寒手套。\n"
    "\n"
    "“以前换班就啃冷馒头，今天是热的。”公交驾驶员端着碗说。\n"
    "\n"
    "## 十二个组，同一天出发\n"
    "\n"
    "按照安排，慰问行动分成十二个组，分别由班子成员带队，"
    "走进公交、地铁、环卫、快递、外卖、供热等六个行业。\n"
    "\n"
    "慰问不只送东西。各组还带着一张“需求单”，"
    "把体检、充电、休息点、子女托管四类问题逐条记下，三天内答复。\n"
    "\n"
    "## 清单上的事，件件有人管\n"
    "\n"
    "市总工会同步公布三项冬季服务：\n"
    "\n"
    "1. 户外劳动者驿站延长至晚十点；\n"
    "2. 每个驿站配备热水和药箱；\n"
    "3. 开通二十四小时法律咨询电话。\n"
    "\n"
    "去年冬天，同类行动共覆盖职工四千余人次。\n";

static const char second_text[] =
    "---\n"
    "标题: 安全课开进隧道口\n"
    "作者: 通讯员 岳青\n"
    "# 配图：把照片放进“图”文件夹，去掉下面两行开头的井号。\n"
    "# 图片:\n"
    "#   - {文件: 图/隧道.jpg, 说明: 安全员讲解逃生路线。, 摄影: 岳青}\n"
    "---\n"
    "近日，青禾市建设工会把安全课搬到在建隧道口，"
    "一百二十名工人现场练习逃生。\n"
    "\n"
    "课程由三部分组成：认标识、走路线、用器材。"
    "建设工会表示，年底前还将走进八个工地。\n"
    "\n"
    "> 不背条文，先把路走一遍。\n";

const char *const bul_starter_folders[] = {"稿件", ".bulletin"};
const size_t bul_starter_folder_count =
    sizeof bul_starter_folders / sizeof bul_starter_folders[0];

const bul_starter_file bul_starter_files[] = {
    {"issue.yaml", issue_text, NULL},
    {"稿件/01-送温暖.md", lead_text, NULL},
    {"稿件/02-安全课.md", second_text, NULL},
    {".bulletin/issue.schema.json", NULL, "issue"},
    {".bulletin/article.schema.json", NULL, "article"},
};
const size_t bul_starter_file_count =
    sizeof bul_starter_files / sizeof bul_starter_files[0];
