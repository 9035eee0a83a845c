# SPDX-License-Identifier: MIT
"""prose.py - copy made by dice: titles, sentences, paragraphs of any length.

    writer = Writer(random.Random(7))
    writer.title(12)            a title of twelve characters
    writer.paragraph(90)        exactly ninety characters, the last a full stop

The words are those of src/text/words_union.txt, by class, and the small words
below that news is held together with. What comes out means nothing, but its
words, marks and numbers stand where they do in news.
"""
import collections
import os

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
WORDS = os.path.join(ROOT, "src", "text", "words_union.txt")

TIMES = "近日 日前 今年以来 上半年 当天 当晚 入冬以来 节前 周末 春节期间".split()
VERBS = ("开展 举办 组织 推进 完善 签订 落实 走访 慰问 建立 启动 发布 征集 "
         "培训 服务 帮助 解决 关心 支持 推动").split()
ADVERBS = "已经 还 正在 全面 不断 陆续 及时 主动 重点 逐步 共同 认真".split()
VERB_ENDS = "了 了 着 过 好".split()
PLACES = "车间 工地 站点 码头 社区 园区 食堂 学校 港口 矿区".split()
PEOPLE = "王师傅 李师傅 小陈 老周 工会主席 班组长 一名骑手 几位职工".split()
SAYS = "说 表示 介绍 告诉大家".split()
CLAUSES = ("SDV.O", "SDVO", "在P，SVEO", "T，SVE#O", "V.O", "S、S和SDVO",
           "SV《NN》", "为S提供O", "对N进行V", "O是S的N", "#参加V")


class Words:
    """The project's words of union news, by the letter of their class."""

    def __init__(self):
        self.by_class = collections.defaultdict(list)
        with open(WORDS, encoding="utf-8") as lines:
            for line in lines:
                if line.strip() and not line.startswith("#"):
                    letter, *own = line.split()
                    self.by_class[letter] += [w for w in own if len(w) > 1]
        self.nouns = self.by_class["n"]
        self.verbs = [w for w in self.by_class["v"] if len(w) < 4] + VERBS


class Writer:
    words = None

    def __init__(self, dice):
        if Writer.words is None:
            Writer.words = Words()
        self.dice = dice

    def noun(self):
        return self.dice.choice(self.words.nouns)

    def verb(self):
        return self.dice.choice(self.words.verbs)

    def number(self):
        count = self.dice.choice((self.dice.randint(2, 99),
                                  self.dice.randint(100, 4000)))
        return "%d%s" % (count, self.dice.choice("名个家场次项"))

    def sign(self, letter):
        """What a letter of a clause stands for."""
        choose = self.dice.choice
        made = {"S": self.noun, "O": self.noun, "N": self.noun,
                "V": self.verb, "#": self.number}.get(letter)
        if made:
            return made()
        lists = {"D": ADVERBS, "E": VERB_ENDS, "P": PLACES, "T": TIMES}
        if letter in lists:
            return choose(lists[letter])
        return "" if letter == "." else letter

    def clause(self):
        return "".join(map(self.sign, self.dice.choice(CLAUSES)))

    def speech(self):
        return "“%s，%s。”%s%s" % (
            self.clause(), self.clause(), self.dice.choice(PEOPLE),
            self.dice.choice(SAYS))

    def part(self):
        return self.speech() if self.dice.random() < 0.08 else self.clause()

    def paragraph(self, length):
        """Exactly so many characters, 4 or more; it begins with a hanzi that
        no list mark begins with."""
        text = self.dice.choice(TIMES) if length > 12 else ""
        while len(text) < length - 1:
            mark = self.dice.choice("，，，；。。") if text else ""
            text += mark + self.part()
        text = text[:length - 1]
        while text[-1] in "，；。、《“”": # a mark would stand before the stop
            text = text[:-1] + self.dice.choice("人事家路心手")
        return balanced(text) + "。"

    def title(self, length):
        text = ""
        while len(text) < length:
            text += self.dice.choice((self.noun, self.verb))()
        return text[:length]

    def name(self):
        return (self.dice.choice("林乔苏陶岑陆沈顾方白") +
                self.dice.choice("小一禾知青云舟夏") +
                self.dice.choice("满舟禾岳夏川宁安"))


def balanced(text):
    """Brackets and quotes that lost their partner become plain hanzi, so that
    the length stays."""
    out, opened = list(text), []
    pairs = {"“": "”", "《": "》"}
    for i, c in enumerate(text):
        if c in pairs:
            opened.append((pairs[c], i))
        elif c in pairs.values():
            if opened and opened[-1][0] == c:
                opened.pop()
            else:
                out[i] = "的"
    for _, i in opened:
        out[i] = "的"
    return "".join(out)
