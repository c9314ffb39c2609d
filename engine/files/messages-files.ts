/**
 * The part of the engine's catalogue that is about files before they mean anything: reading them, their YAML, their shape.
 */
import type { Catalogue } from '../../dsl/index.ts';

/** Codes a file can get before anything in it is looked at. */
export const FILE_MESSAGES = {
  // ---- the file
  'not-utf8': {
    severity: 'error',
    zh: '文件不是UTF-8编码[[（像是{guess}）]]，请另存为UTF-8',
    en: 'the file is not UTF-8[[ (it looks like {guess})]]; save it as UTF-8',
  },
  'file-empty': { severity: 'error', zh: '文件是空的', en: 'the file is empty' },
  'file-too-large': {
    severity: 'error',
    zh: '文件太大（{size}），最大{limit}，请拆开',
    en: 'the file is too large ({size}, at most {limit}); split it',
  },
  'not-a-map': {
    severity: 'error',
    zh: '文件应当由“名称: 内容”这样的行组成',
    en: 'the file should consist of lines like “name: content”',
  },
  // ---- YAML
  'tab-indentation': {
    severity: 'error',
    zh: '缩进用了制表符（Tab），请改用空格',
    en: 'a tab is used for indentation; use spaces',
  },
  'bad-indentation': {
    severity: 'error',
    zh: '缩进不齐，同一层的各行应当对齐',
    en: 'lines of one level should be indented alike',
  },
  'duplicate-key': {
    severity: 'error',
    zh: '“{key}”在同一处写了两次，请删去一个',
    en: '“{key}” is written twice in one place; remove one',
  },
  'key-not-text': {
    severity: 'error',
    zh: '冒号前应当是一个名称，不能是列表或几项内容',
    en: 'a key should be a name, not a list or a map',
  },
  'full-width-colon': {
    severity: 'error',
    zh: '“{key}”后面的冒号是全角的，请改为半角冒号加空格',
    en: 'the colon after “{key}” is full-width; write a half-width colon and a space',
  },
  'colon-without-space': {
    severity: 'error',
    zh: '“{key}”的冒号后面应当有一个空格',
    en: 'a space should follow the colon after “{key}”',
  },
  'missing-colon': {
    severity: 'error',
    zh: '这一行缺少“: ”（冒号加空格）',
    en: 'this line lacks “: ” (a colon and a space)',
  },
  'colon-in-text': {
    severity: 'error',
    zh: '文字里有“: ”，整段文字要加引号，或改用全角冒号',
    en: 'the text contains “: ”; put all of it in quotes',
  },
  'unclosed-quote': { severity: 'error', zh: '引号没有成对，请补上结尾的引号', en: 'the quote is never closed' },
  'unclosed-collection': {
    severity: 'error',
    zh: '缺少“{expected}”，括号没有成对或少了逗号',
    en: '“{expected}” is missing: a bracket is unbalanced or a comma left out',
  },
  'bad-escape': {
    severity: 'error',
    zh: '双引号里的“{text}”不是有效的转义，反斜杠请写两个，或改用单引号',
    en: '“{text}” is no escape; double the backslash, or use single quotes',
  },
  'reserved-start': {
    severity: 'error',
    zh: '文字不能以“{text}”开头，请给整段文字加引号',
    en: 'text cannot begin with “{text}”; put all of it in quotes',
  },
  'text-after-value': {
    severity: 'error',
    zh: '“{text}”接在一段完整的内容之后，读不出来；整段文字请加引号',
    en: '“{text}” follows a complete value and cannot be read; put all of the text in quotes',
  },
  'several-documents': {
    severity: 'error',
    zh: '一个文件只能有一份内容，请去掉分隔线“---”以下的部分，或另存一个文件',
    en: 'one file holds one document; remove what follows “---”, or save it apart',
  },
  'unknown-alias': {
    severity: 'error',
    zh: '“*{name}”前面没有对应的“&{name}”；若是普通文字，请加引号',
    en: 'no “&{name}” stands before “*{name}”; if it is ordinary text, quote it',
  },
  'too-many-aliases': {
    severity: 'error',
    zh: '引用（*…）展开后超过{limit}项，请直接写出内容',
    en: 'aliases (*…) expand to more than {limit} items; write the content out',
  },
  'merge-key': {
    severity: 'error',
    zh: '不支持“<<”合并，请直接写出各项',
    en: 'merging with “<<” is not supported; write the items out',
  },
  'tag-not-allowed': {
    severity: 'error',
    zh: '不支持标签“{tag}”；若是普通文字，请加引号',
    en: 'the tag “{tag}” is not supported; if it is ordinary text, quote it',
  },
  'nested-too-deep': {
    severity: 'error',
    zh: '层次超过{limit}层，请检查括号或缩进',
    en: 'nested deeper than {limit} levels; check brackets or indentation',
  },
  'yaml-syntax': {
    severity: 'error',
    zh: '这里的写法读不懂，请检查冒号、缩进、引号；含有特殊符号的文字可以加引号',
    en: 'this cannot be read; check colons, indentation and quotes',
  },
  // ---- the shape of a file
  'not-a-ruleset': {
    severity: 'error',
    zh: '这是单位数据文件，不是规则集',
    en: 'this is a unit’s data, not a ruleset',
  },
  'not-a-unit-file': {
    severity: 'error',
    zh: '这是规则集，不是单位数据文件',
    en: 'this is a ruleset, not a unit’s data',
  },
  'unknown-key': {
    severity: 'error',
    zh: '不认识的项“{key}”[[，是不是想写“{suggestion}”？]][[（这里可以写：{expected}）]]',
    en: 'unknown key “{key}”[[; did you mean “{suggestion}”?]][[ (known here: {expected})]]',
  },
  'missing-key': { severity: 'error', zh: '[[“{owner}”]]缺少“{keys}”', en: '“{keys}” missing[[ in “{owner}”]]' },
  'wrong-shape': {
    severity: 'error',
    zh: '[[“{key}”]]这里应当是{expected}，写的是{found}',
    en: '[[“{key}”: ]]expected {expectedEn}, found {foundEn}',
  },
  'unknown-choice': {
    severity: 'error',
    zh: '“{value}”不是可用的写法[[，是不是想写“{suggestion}”？]][[（可以写：{choices}）]]',
    en: '“{value}” is not one of the choices[[; did you mean “{suggestion}”?]][[ ({choices})]]',
  },
  'not-whole-number': {
    severity: 'error',
    zh: '“{value}”应当是{low}到{high}之间的整数',
    en: '“{value}” should be a whole number from {low} to {high}',
  },
  'not-a-slug': {
    severity: 'error',
    zh: '“{value}”只能用汉字、小写字母、数字和连字符，与规则集所在的文件夹同名',
    en: '“{value}” may hold only Chinese or lower-case letters, digits and hyphens, as the ruleset’s folder',
  },
  'empty-text': { severity: 'error', zh: '[[“{key}”]]这里不能空着', en: '[[“{key}”: ]]this cannot be left empty' },
} as const satisfies Catalogue;
