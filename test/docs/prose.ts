/**
 * The language reference in its own words: the sections in their order, what each says, in Chinese with the English beside it.
 * Tables, grammar and examples are not written here: page.ts fills them in from the language’s own tables.
 */
import type { Bilingual } from '../../dsl/text/diagnostic.ts';

/** A section; `id` is what examples name in 领域, and what a table is filled in by. */
export interface Section {
  readonly id: string;
  readonly title: Bilingual;
  /** paragraphs, and list items that begin with `- ` */
  readonly text: readonly Bilingual[];
}

const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** The reference. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'idea',
    title: both('原话就是程序', 'The official sentence is the program'),
    text: [
      both(
        '评分标准、公式、等次表照抄公文原话，就能运行：全角符号、没有空格、名称里带引号，都不必改。没有人手工翻译，也就不会与公文不一致。读不懂的地方会指出来，有几种读法的地方会列出来，从不替人猜。',
        'Scoring standards, formulas and grade tables run as they stand in the official document: full-width signs, no spaces, quotes in names. Nobody translates by hand, so nothing can differ from the document. What is not understood is pointed out, what can be read in several ways is listed, and nothing is guessed.',
      ),
    ],
  },
  {
    id: 'chunks',
    title: both('一句话是一串有类型的短语', 'A sentence is a run of typed chunks'),
    text: [
      both(
        '句子先按书写的顺序拆成短语，每一段属于下面的一类；先后怎样排列，语法都读得。短语合起来是什么意思，在下一步才决定。',
        'A sentence is first taken apart into chunks in the order written, each of one of these kinds, in whatever order they come. What they mean together is settled in the next step.',
      ),
    ],
  },
  {
    id: 'meaning',
    title: both('一种含义：情形、各项相加、一项得分', 'One meaning: case, sum and part'),
    text: [
      both(
        '不论怎样措辞，一条标准总是这三样东西组成的一棵小树。几段得分是互相排斥还是相加，看它们的条件：同一个量的各档、同一判断的各级互相排斥；各自独立的条件相加。',
        'However it is worded, a standard is a small tree of these three. Whether awards exclude each other or add up follows from their conditions: bands of one measure and levels of one judgement exclude each other, independent conditions add.',
      ),
    ],
  },
  {
    id: 'case',
    title: both('情形：由哪条规则说话', 'Case: which rule speaks'),
    text: [
      both(
        '一个是非条件给出满分或者不得分，旁边又有按量计分的规则，它就单独成为一种情形，先于其他规则；否决排在最前。',
        'A yes/no condition that gives full marks or none, beside a rule over a measure, is a case of its own and comes first; a veto comes before all others.',
      ),
    ],
  },
  {
    id: 'sum',
    title: both('各项相加', 'Sum: parts that add up'),
    text: [
      both(
        '各有分数的清单项和互不相干的条件相加；合计数与分值不符会提示。',
        'Items with points of their own and independent conditions add up; a sum that is not the weight is reported.',
      ),
    ],
  },
  {
    id: 'part',
    title: both(
      '一项得分＝基础分＋加减分，限于下限与上限之间',
      'Part: points = base + adjustments, within floor and cap',
    ),
    text: [
      both(
        '- 基础分是条件成立的那一档的得分。一档也不成立是空档，两档成立而分数不同是重叠，都会提示，遇到的单位不给分。',
        '- The base is the award of the one band that holds. None holding is a gap, two with different points an overlap: both are reported, and a unit that falls into one is not scored.',
      ),
      both(
        '- 加减分＝每步的分数×步数；步数是量离起点的距离除以步长。起点是满分的标准，句子另有说明的除外；一例、一次、一项各是一步。',
        '- An adjustment is an amount times a number of steps; steps are counted from the threshold of full marks unless the sentence names another origin. A case, an occurrence, an item is a step of one.',
      ),
      both(
        '- 下限是0分，上限是分值，句子另有说明的除外。只说“扣”的从满分扣起，只说“得、加”的从0分加起。',
        '- The floor is 0 and the cap the weight, unless the sentence says otherwise. A bare deduction starts from full marks, a bare bonus from 0.',
      ),
    ],
  },
  {
    id: 'names',
    title: both('名称和最长匹配', 'Names and the longest match'),
    text: [
      both(
        '数据、公式、参数的名称由规则集申报，另可写别名。读句子时，申报的名称与词表里的词一起比较，取最长的；一样长的取名称。所以名称里可以有“或”“和”和引号，前后不必加空格。等级词（优、中、差）只在自己的指标里算数。没有申报的话成为评定项，由评价人按原话填写是或否、次数。',
        'A ruleset declares the names of its data, formulas and parameters, with aliases. Declared names and the words of the vocabulary are matched together, longest first; at equal length the name wins. So a name may hold 或, 和 and quotes, and needs no spaces around it. Level words count only inside their own indicator. Prose that nobody declared becomes an input, asked of the assessor under exactly that wording.',
      ),
    ],
  },
  {
    id: 'numbers',
    title: both('数和单位', 'Numbers and units'),
    text: [
      both(
        '数可以写成`100`、`1,234.5`、`百分之五`、`一个`（后面有单位时）；日期写成`2021年3月31日`、`3月31日`、`2021-03-31`；名次写成`第3名`。加减乘除都不舍入，只有规则集写明取整时才取整。量纲不同的数不能相加、不能比较；同一量纲自动换算。',
        'A number may be written `100`, `1,234.5`, `百分之五`, or in characters before a unit; dates as `2021年3月31日`, `3月31日`, `2021-03-31`; ranks as `第3名`. Arithmetic never rounds; rounding happens only where the ruleset says so. Figures of different dimensions can neither be added nor compared; within a dimension they are converted exactly.',
      ),
    ],
  },
  {
    id: 'operators',
    title: both('运算符', 'Operators'),
    text: [
      both(
        '从松到紧排列，同级从左到右。除数为0时不给分，说明原因。',
        'From loosest to tightest; of one level from left to right. Over a divisor of 0 an indicator is not scored, and the reason is given.',
      ),
    ],
  },
  {
    id: 'functions',
    title: both('函数', 'Functions'),
    text: [both('函数名后面必须有括号。', 'The name of a function is followed by a bracket.')],
  },
  {
    id: 'rows',
    title: both('逐行汇总', 'Over the rows of a table'),
    text: [
      both(
        '单位为`记录`的数据是一张表，`列`里写明各列的名称和单位；单位数据里一行写成一条`- 列名: 值`。`合计、平均、最大、最小、个数`可以对表逐行计算，写法有两种：写明`表.列`，如`总支出＝合计（下属机构.基本支出）`；或者先写表，再写每行怎样算，这时列名可以单独写，如`达标数＝个数（下属机构，完成率≥60%）`、`加权完成率＝合计（绩效指标，权重×最小（完成率，100%））÷合计（绩效指标.权重）`。列名与别的数据同名的，在这里指列。',
        'A field in `记录` is a table whose columns, with their units, stand under `列`; a unit gives every row as `- column: value`. The functions sum, mean, largest, smallest and count run over rows in two ways: over `table.column`, or over a table and what to compute of each row, in which columns may be named alone. There a column comes before other data of the same name.',
      ),
      both(
        '有一行空着没有填，结果就是缺数据，不当作0；空表合计为0、个数为0，平均、最大、最小算不出来，并说明是空表。一次只汇总一张表；列不能离开汇总单独使用，`分值`不能写在里面。',
        'A blank cell makes the result missing, never 0. An empty table has the sum 0 and the count 0; a mean, a largest or a smallest there is none, and the reason is given. One table is gathered at a time; a column means nothing outside such a call, and 分值 nothing inside.',
      ),
    ],
  },
  {
    id: 'peers',
    title: both('与其他单位比较', 'Beside other units'),
    text: [
      both(
        '几个单位一起评分时，可以用各单位的名次、平均、最大、最小、中位数：`排名＝名次（完成率）`、`成本排名＝名次（－成本）`、`相对完成率＝完成率÷全体平均（完成率）×100%`、`与中位数之差＝完成率－全体中位数（完成率）`、`极差化＝（完成率－全体最小（完成率））÷（全体最大（完成率）－全体最小（完成率））`。名次大的在前，相等的并列取靠前的名次；指标的`方向`为越低越好的，`成本排名第1名`这样的话里小的在前。',
        'Units scored together may be compared by their place, mean, largest, smallest and median. The largest value comes first and equals share the better place; where the indicator’s 方向 is 越低越好, the smallest comes first in sentences such as 成本排名第1名.',
      ),
      both(
        '评分标准里照原话写：`高于平均值的得5分`、`完成率排名第1—3名得5分`、`得分＝（完成率－最小值）÷（最大值－最小值）×分值`、功效系数`得分＝（60%＋40%×（完成率－最小值）÷（最大值－最小值））×分值`。`平均值`、`最大值`这些词说的是本句里的量，本句没有的看前一句，再没有的是本指标的量；一句里有几个量的，写成`完成率的平均值`。`全省平均水平`说的不是一起评分的单位，另设数据。',
        'Standards keep their words: 平均值, 最大值 and the like speak of the measure named in the clause, else in the clause before, else of the indicator’s own; where a clause names several, write 完成率的平均值. 全省平均水平 is not of the units scored together: declare it as data.',
      ),
      both(
        '没有该数的单位不参加比较，说明里写明是哪些单位；只有一个单位时，这些数是缺的：需与其他单位一起评分。',
        'Units without the value are left out and named. A unit alone lacks these figures: it must be scored together with others.',
      ),
    ],
  },
  {
    id: 'vocabulary',
    title: both('词表', 'Vocabulary'),
    text: [
      both(
        '`甲(乙|丙|)丁`代表甲乙丁、甲丙丁、甲丁。全角半角不分。写明“旁边须有”的，旁边没有时就是普通文字：`超过`后面没有数，就不是比较。',
        '`甲(乙|丙|)丁` stands for 甲乙丁, 甲丙丁 and 甲丁. Full and half width are the same. Without what it needs beside it a word is mere prose.',
      ),
    ],
  },
  {
    id: 'readings',
    title: both('读法', 'Readings'),
    text: [
      both(
        '原话留下几种读法的，全部算一遍：结果相同就给分并注明；不同就是“未定”，给出最低和最高。可以改原话写明，也可以在指标或规则集的`读法`里选定。先后次序：原话、指标的设定、规则集的设定、惯例；设定与原话冲突是错误。',
        'Where the sentence leaves several readings, all are run: if they agree the indicator is scored and the agreement noted, if not it is open, with its lowest and highest points. The sentence may be amended, or a reading chosen under 读法 of the indicator or the ruleset. In order: the words of the sentence, the indicator’s setting, the ruleset’s, convention; a setting against the words is an error.',
      ),
      both(
        '- `不足一步`：不计、按一档计、按比例。',
        '- a part of a step: it counts nothing, a whole step, or pro rata.',
      ),
      both(
        '- `区间端点`：归高档、归低档。',
        '- an end that two bands share: to the band with more points, or with fewer.',
      ),
    ],
  },
  {
    id: 'conventions',
    title: both('惯例', 'Conventions'),
    text: [
      both(
        '- 端点含不含：先看自己的“含、不含”，再看相邻一档的，再按行文惯例（以上、以下、以内含；超过、不足、低于、高于不含），仍不能定的是一种读法。没有相邻一档的端点（100分、0分）含在内。',
        '- Whether an end is included: its own mark, else its neighbour’s, else the drafting convention (以上, 以下, 以内 include; 超过, 不足, 低于, 高于 do not), else it is an open reading. An end without a neighbour is included.',
      ),
      both(
        '- `100%计满分`：只往一头扣的，100%以上（或以下）都是满分；两头扣的，只有100%是满分。',
        '- `100%计满分` means at least (or at most) 100% when deductions run one way, exactly 100% when both.',
      ),
      both(
        '- 比率上的`5%`是5个百分点。单独一个量的“每相差”从0算起。',
        '- `5%` on a ratio is 5 percentage points. 每相差 on a lone measure counts from 0.',
      ),
      both('- 没有写“扣完为止”的，最低0分，给出警告。', '- Without a stop word the floor is 0, with a warning.'),
      both(
        '- 门槛朝一个方向排列的是阶梯，取成立的最高一档，不算重叠。',
        '- Thresholds in one direction are a ladder: the strictest that holds wins, and there is no overlap.',
      ),
    ],
  },
  {
    id: 'grades',
    title: both('等次表', 'Grade tables'),
    text: [
      both(
        '一行一个等次，可以是`90（含）—100分为优`，也可以是`优（90分以上）`、`≥90分为优`。空档和重叠照样提示。',
        'One grade a line, as `90（含）—100分为优`, `优（90分以上）` or `≥90分为优`. Gaps and overlaps are reported as in any standard.',
      ),
    ],
  },
  {
    id: 'diagnostics',
    title: both('提示', 'Diagnostics'),
    text: [
      both(
        '错误：照原话不能运行；警告：能运行，但作者应当看一看；提示：按惯例处理了，或者只是说明。例子写的是在一份完好的文件里改动的那一处。',
        'error: cannot be run as written; warning: runs, but the author should look; note: a convention was applied, or a remark. The examples show the one thing that was changed in a file without a fault.',
      ),
    ],
  },
  {
    id: 'grammar',
    title: both('语法一页', 'The grammar in a page'),
    text: [
      both(
        '`*`任意次，`+`至少一次，`[]`可有可无，`|`或者。语法包容一切文字：缺了运算数、括号，指出来接着读。',
        '`*` any number, `+` at least one, `[]` optional, `|` or. The grammar is total: a missing operand or bracket is reported, and reading goes on.',
      ),
    ],
  },
];
