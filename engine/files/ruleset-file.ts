/**
 * A ruleset file: the table of indicators as its owners wrote it, every text with its place in the file.
 * Sentences, formulas, units and expressions are still plain text here; linking gives them meaning.
 */
import { collector, type Diagnostic, type Report, type RoundingMode, type Span } from '../../dsl/index.ts';
import { type Declare, declarerAt } from './declaring.ts';
import type { Text } from './locate.ts';
import { type Remove, removerFor } from './removing.ts';
import {
  type Direction,
  DIRECTIONS,
  type Origin,
  ORIGINS,
  READING_CHOICES,
  type ReadingKind,
  ROUNDING_MODES,
  type RulesetStatus,
  STATUSES,
} from './schema.ts';
import { checkShape } from './shape.ts';
import { asText, present, take, takeChoice, takeEntries, takeItems, takeText, takeTexts, takeWhole } from './take.ts';
import { type Datum, type Judgement, readData, readJudgements } from './unit-file.ts';
import { type MapEntry, type ReadYaml, readOnce, type SourceNode } from './yaml.ts';

/** 得分取整, 总分取整: to how many decimal places, and how. */
export interface Rounding {
  readonly places: number;
  readonly mode: RoundingMode;
}

/** One setting of 读法; `choice` is one of those READING_CHOICES lists for its kind. */
export interface ReadingSetting {
  readonly kind: ReadingKind;
  readonly choice: string;
  readonly kindText: Text;
  readonly choiceText: Text;
}

/** An entry of the data dictionary, or a column of one of its tables. */
export interface Field {
  readonly name: Text;
  readonly unit: Text;
  /** 选项: the words a 等级 may take, best first. */
  readonly options: readonly Text[];
  /** 列: the columns of a 记录. */
  readonly columns: readonly Field[];
  /** 范围, as text: ≥0, 0%—100%. */
  readonly range: Text | undefined;
  /** 小数: how many decimal places a figure has. */
  readonly decimals: number | undefined;
  readonly meaning: Text | undefined;
  readonly aliases: readonly Text[];
  /** 处: where on the form it stands. */
  readonly place: Text | undefined;
  /** 必填; undefined when the file does not say. */
  readonly required: boolean | undefined;
}

/** A named constant; `value` may be an expression. */
export interface Parameter {
  readonly name: Text;
  readonly value: Text;
  readonly unit: Text | undefined;
  readonly meaning: Text | undefined;
  readonly authority: Text | undefined;
}

/** A name with what it stands for; `value` is absent where only the name is listed. */
export interface NamePair {
  readonly name: Text;
  readonly value: Text | undefined;
}

/** 豁免: a finding its author has seen and keeps, with the reason. */
export interface Waiver {
  readonly code: Text;
  /** The words the finding points at; absent: wherever it occurs in this indicator or file. */
  readonly place: Text | undefined;
  readonly reason: Text;
}

/** 样例: figures and answers with the result they must give. */
export interface Example {
  readonly span: Span;
  readonly note: Text | undefined;
  readonly data: readonly Datum[];
  readonly judgements: readonly Judgement[];
  /** 得分: of the indicator the example stands under. */
  readonly points: Text | undefined;
  readonly total: Text | undefined;
  readonly grade: Text | undefined;
  /** 指标: points expected, by indicator. */
  readonly indicators: readonly { readonly name: Text; readonly points: Text }[];
}

/** A heading of the table, with what stands under it. */
export interface IndicatorGroup {
  readonly kind: 'group';
  readonly name: Text;
  /** 分值: what the parts must sum to, where the table says. */
  readonly weight: Text | undefined;
  readonly children: readonly IndicatorNode[];
  readonly authority: Text | undefined;
  readonly note: Text | undefined;
}

/** A row of the table: one indicator. */
export interface IndicatorLeaf {
  readonly kind: 'leaf';
  readonly name: Text;
  /** 分值; may be an expression. */
  readonly weight: Text;
  /** 公式, as published; the first one defines the indicator's own measure. */
  readonly formulas: readonly Text[];
  readonly standard: Text;
  /** 量: the measures the standard speaks of; with a unit where the file gives one. */
  readonly measures: readonly NamePair[];
  /** 等级: the words this indicator is judged in, best first. */
  readonly levels: readonly Text[];
  /** 清单: the items the standard counts. */
  readonly items: readonly Text[];
  /** 条件: phrases declared as inputs of this indicator, with a unit where the file gives one. */
  readonly conditions: readonly NamePair[];
  /** 别称: a word of the sentence → the name it means here. */
  readonly aliases: readonly { readonly name: Text; readonly value: Text }[];
  /** 上限 */
  readonly cap: Text | undefined;
  readonly readings: readonly ReadingSetting[];
  readonly direction: Direction | undefined;
  readonly authority: Text | undefined;
  readonly note: Text | undefined;
  /** 来源: how sure the rule is. */
  readonly origin: Origin | undefined;
  readonly waivers: readonly Waiver[];
  readonly examples: readonly Example[];
  /** edits of the file that declare inputs of this indicator */
  readonly declare: Declare;
}

/** A node of the table. */
export type IndicatorNode = IndicatorGroup | IndicatorLeaf;

/** 勾稽: a relation between figures that must hold. */
export interface CrossCheck {
  /** where its item stands in the list */
  readonly span: Span;
  readonly expression: Text;
  readonly tolerance: Text | undefined;
  readonly note: Text | undefined;
}

/** A ruleset file. Lists that the file lacks are empty; anything else it lacks is absent, except 版次, which is 1. */
export interface RulesetFile {
  /** The path the file was read from, as given. */
  readonly file: string;
  readonly title: Text;
  readonly family: Text;
  readonly fiscalYear: number;
  readonly fiscalYearText: Text;
  readonly edition: number;
  readonly status: RulesetStatus;
  readonly statusText: Text;
  readonly authority: Text | undefined;
  readonly note: Text | undefined;
  /** 指纹: the hash of meaning of a published file. */
  readonly hash: Text | undefined;
  readonly pointsRounding: Rounding | undefined;
  readonly totalRounding: Rounding | undefined;
  /** 总分上限: the most the total can be. */
  readonly totalCap: Text | undefined;
  /** 加分上限: the most that bonuses, points beyond the weights, can come to together. */
  readonly bonusCap: Text | undefined;
  readonly readings: readonly ReadingSetting[];
  readonly fields: readonly Field[];
  readonly parameters: readonly Parameter[];
  readonly indicators: readonly IndicatorNode[];
  readonly crossChecks: readonly CrossCheck[];
  /** 等次: the grade table. */
  readonly grades: Text | undefined;
  readonly examples: readonly Example[];
  readonly waivers: readonly Waiver[];
  /** an edit of the file that takes out an entry */
  readonly remove: Remove;
}

/** A ruleset file read, with everything there is to say about it. */
export interface LoadedRuleset {
  /** The file's text as decoded; every span of `diagnostics` and `ruleset` points into it. */
  readonly text: string;
  /** Its tree, for those who change it; absent when it cannot be read as one. */
  readonly root: SourceNode | undefined;
  /**
   * What could be read, for editors to go on with; absent when the file cannot be read or its head (标题, 家族, 年度, 状态, 指标) is not whole.
   * What has a fault is left out of it, so it must not be scored while `diagnostics` holds an error.
   */
  readonly ruleset: RulesetFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a ruleset file: bytes or text of `file`, or the file already read. Never throws on what it is given. */
export function loadRuleset(source: Uint8Array | string | ReadYaml, file: string): LoadedRuleset {
  const { text, root, diagnostics: found } = readOnce(source);
  const { report, diagnostics } = collector();
  found.forEach(report);
  return { text, root, ruleset: root && readRuleset(text, root, file, report), diagnostics };
}

function readRuleset(text: string, root: SourceNode, file: string, report: Report): RulesetFile | undefined {
  checkShape('ruleset', root, report);
  const title = takeText(root, '标题');
  const family = takeText(root, '家族');
  const fiscalYear = takeWhole(root, '年度');
  const fiscalYearText = takeText(root, '年度');
  const status = takeChoice(root, '状态', STATUSES);
  const statusText = takeText(root, '状态');
  const indicators = readNodes(root, '指标');
  if (!title || !family || !fiscalYear || !fiscalYearText || !status || !statusText || indicators.length === 0) {
    return undefined;
  }
  return {
    file,
    title,
    family,
    fiscalYear,
    fiscalYearText,
    edition: takeWhole(root, '版次') ?? 1,
    status,
    statusText,
    authority: takeText(root, '依据'),
    note: takeText(root, '说明'),
    hash: takeText(root, '指纹'),
    pointsRounding: readRounding(take(root, '得分取整')),
    totalRounding: readRounding(take(root, '总分取整')),
    totalCap: takeText(root, '总分上限'),
    bonusCap: takeText(root, '加分上限'),
    readings: readReadings(root),
    fields: readFields(root, '数据'),
    parameters: present(takeEntries(root, '参数').map(readParameter)),
    indicators,
    crossChecks: present(takeItems(root, '勾稽').map(readCrossCheck)),
    grades: takeText(root, '等次'),
    examples: takeItems(root, '样例').map(readExample),
    waivers: present(takeItems(root, '豁免').map(readWaiver)),
    remove: removerFor(text, root),
  };
}

function readRounding(node: SourceNode | undefined): Rounding | undefined {
  const places = takeWhole(node, '小数');
  const mode = takeChoice(node, '方式', ROUNDING_MODES);
  return places === undefined || mode === undefined ? undefined : { places, mode };
}

function readReadings(node: SourceNode): readonly ReadingSetting[] {
  return present(
    takeEntries(node, '读法').map(({ key: kindText, value }) => {
      const choiceText = asText(value);
      const kind = isReadingKind(kindText.text) ? kindText.text : undefined;
      if (choiceText === undefined || kind === undefined) return undefined;
      const choice = READING_CHOICES[kind].find((each) => each === choiceText.text);
      return choice === undefined ? undefined : { kind, choice, kindText, choiceText };
    }),
  );
}

function isReadingKind(text: string): text is ReadingKind {
  return Object.hasOwn(READING_CHOICES, text);
}

function readFields(node: SourceNode, key: string): readonly Field[] {
  return present(
    takeEntries(node, key).map(({ key: name, value }) => {
      const unit = asText(value) ?? takeText(value, '单位');
      if (unit === undefined) return undefined;
      return {
        name,
        unit,
        options: takeTexts(value, '选项'),
        columns: readFields(value, '列'),
        range: takeText(value, '范围'),
        decimals: takeWhole(value, '小数'),
        meaning: takeText(value, '含义'),
        aliases: takeTexts(value, '别名'),
        place: takeText(value, '处'),
        required: takeChoice(value, '必填', { 是: true, 否: false }),
      };
    }),
  );
}

function readParameter({ key: name, value: node }: MapEntry): Parameter | undefined {
  const value = asText(node) ?? takeText(node, '值');
  if (value === undefined) return undefined;
  const unit = takeText(node, '单位');
  return { name, value, unit, meaning: takeText(node, '含义'), authority: takeText(node, '依据') };
}

function readNodes(node: SourceNode, key: string): readonly IndicatorNode[] {
  return present(
    takeItems(node, key).map((item) => (take(item, '下级') === undefined ? readLeaf(item) : readGroup(item))),
  );
}

function readGroup(node: SourceNode): IndicatorGroup | undefined {
  const name = takeText(node, '指标');
  if (name === undefined) return undefined;
  return {
    kind: 'group',
    name,
    weight: takeText(node, '分值'),
    children: readNodes(node, '下级'),
    authority: takeText(node, '依据'),
    note: takeText(node, '说明'),
  };
}

function readLeaf(node: SourceNode): IndicatorLeaf | undefined {
  const name = takeText(node, '指标');
  const weight = takeText(node, '分值');
  const standard = takeText(node, '评分标准');
  if (name === undefined || weight === undefined || standard === undefined) return undefined;
  return {
    kind: 'leaf',
    name,
    weight,
    formulas: takeTexts(node, '公式'),
    standard,
    measures: readPairs(node, '量'),
    levels: takeTexts(node, '等级'),
    items: takeTexts(node, '清单'),
    conditions: readPairs(node, '条件'),
    aliases: readPairs(node, '别称').flatMap(({ name: word, value }) => (value ? [{ name: word, value }] : [])),
    cap: takeText(node, '上限'),
    readings: readReadings(node),
    direction: takeChoice(node, '方向', DIRECTIONS),
    authority: takeText(node, '依据'),
    note: takeText(node, '说明'),
    origin: takeChoice(node, '来源', ORIGINS),
    waivers: present(takeItems(node, '豁免').map(readWaiver)),
    examples: takeItems(node, '样例').map(readExample),
    declare: declarerAt(node),
  };
}

/** Names with what they stand for, from a map, or names alone, from a list or a single text. */
function readPairs(node: SourceNode, key: string): readonly NamePair[] {
  const entries = takeEntries(node, key).map(({ key: name, value }) => ({ name, value: asText(value) }));
  return entries.length > 0 ? entries : takeTexts(node, key).map((name) => ({ name, value: undefined }));
}

function readCrossCheck(node: SourceNode): CrossCheck | undefined {
  const expression = takeText(node, '式');
  if (expression === undefined) return undefined;
  return { span: node.span, expression, tolerance: takeText(node, '容差'), note: takeText(node, '说明') };
}

function readWaiver(node: SourceNode): Waiver | undefined {
  const code = takeText(node, '码');
  const reason = takeText(node, '理由');
  return code === undefined || reason === undefined ? undefined : { code, place: takeText(node, '处'), reason };
}

function readExample(node: SourceNode): Example {
  return {
    span: node.span,
    note: takeText(node, '说明'),
    data: readData(node),
    judgements: readJudgements(node),
    points: takeText(node, '得分'),
    total: takeText(node, '总分'),
    grade: takeText(node, '等次'),
    indicators: readPairs(node, '指标').flatMap(({ name, value }) => (value ? [{ name, points: value }] : [])),
  };
}
