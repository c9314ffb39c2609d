/**
 * An entry of a conformance list as its file says it, every figure still text. What does not fit the format is told as a difference
 * and left out; nothing is guessed. The format is documented in test/conformance/README.md.
 */
import type { ConformanceWords } from './words.ts';
import type { Difference } from './report.ts';
import { type EntryCase, type EntryInput, type ExpectedFinding, type Reader, readerOf } from './reader.ts';
import { entryOf } from '../files/shape.ts';
import type { SourceNode } from '../files/yaml.ts';

/** What is common to all entries. */
interface Head {
  readonly id: string;
  readonly family: string;
  readonly sentence: string;
  readonly findings: readonly ExpectedFinding[];
  /** 诊断 in prose: any finding of severity warning or above will do */
  readonly remark: boolean;
}

/** Conditions under which no clause, or two clauses, speak; undefined where the entry says nothing of them. */
interface Coverage {
  readonly gaps: readonly string[] | undefined;
  readonly overlaps: readonly string[] | undefined;
}

/** A scoring sentence. */
export interface StandardEntry extends Head, Coverage {
  readonly kind: 'standard';
  readonly weight: string;
  readonly cap: string | undefined;
  /** 量: a unit, or the words to choose from */
  readonly measures: ReadonlyMap<string, string | readonly string[]>;
  readonly conditions: ReadonlyMap<string, string>;
  readonly items: readonly string[];
  readonly levels: readonly string[];
  readonly aliases: ReadonlyMap<string, string>;
  readonly formulas: readonly string[];
  readonly cases: readonly EntryCase[];
  /** 未定 */
  readonly open: boolean;
  readonly readings: ReadonlyMap<string, readonly EntryCase[]>;
  readonly spills: readonly EntryCase[];
  readonly refused: readonly EntryInput[];
}

/** A grade table (族: 等次). */
export interface GradeEntry extends Head, Coverage {
  readonly kind: 'grade';
  readonly weight: string;
  readonly cases: readonly EntryCase[];
}

/** A formula line. */
export interface FormulaEntry extends Head {
  readonly kind: 'formula';
  readonly names: ReadonlyMap<string, string>;
  readonly inputs: ReadonlyMap<string, EntryInput>;
  readonly unit: string | undefined;
  readonly result: string | undefined;
}

/** An entry of any kind. */
export type Entry = StandardEntry | GradeEntry | FormulaEntry;

const READER_KEYS = ['编号', '族', '来源', '难度', '领域', '说明'];
const COVERAGE_KEYS = ['缺口', '重叠', '诊断'];
const STANDARD_KEYS = [
  ...['标准', '分值', '上限', '量', '清单', '等级', '条件', '别称', '公式'],
  ...['例', '未定', '读法', '溢出', '错', ...COVERAGE_KEYS],
];
const GRADE_KEYS = ['标准', '分值', '例', ...COVERAGE_KEYS];
const FORMULA_KEYS = ['公式', '名', '输入', '结果单位', '得', '诊断'];

/** An entry read, with what is wrong with it; no entry when what is wrong leaves nothing to run. */
export interface ReadEntry {
  readonly id: string;
  readonly family: string;
  readonly sentence: string;
  readonly entry: Entry | undefined;
  readonly faults: readonly Difference[];
}

/** Reads the entry that stands at `position` (from 1) of its list. */
export function readEntry(node: SourceNode, position: number, words: ConformanceWords): ReadEntry {
  const faults: Difference[] = [];
  const reader = readerOf(node, words, (expected, actual) => faults.push({ kind: 'entry', expected, actual }));
  const head = {
    id: reader.text('编号') ?? words.numbered(position),
    family: reader.text('族') ?? '',
    sentence: (entryOf(node, '标准') === undefined ? reader.texts('公式')?.[0] : reader.text('标准')) ?? '',
  };
  if (node.kind !== 'map') {
    faults.push({ kind: 'entry', expected: words.map, actual: words.found[node.kind] });
    return { ...head, entry: undefined, faults };
  }
  if (head.sentence === '') {
    faults.push({ kind: 'entry', expected: words.needed(words.kindKeys), actual: words.absent });
    return { ...head, entry: undefined, faults };
  }
  reader.need('编号');
  const kind = entryOf(node, '标准') === undefined ? 'formula' : head.family === '等次' ? 'grade' : 'standard';
  reader.only([...READER_KEYS, ...{ standard: STANDARD_KEYS, grade: GRADE_KEYS, formula: FORMULA_KEYS }[kind]]);
  const common = { ...head, ...reader.findings() };
  switch (kind) {
    case 'formula':
      return { ...head, entry: formulaEntry(common, reader), faults };
    case 'grade':
      return { ...head, entry: gradeEntry(common, reader), faults };
    case 'standard':
      return { ...head, entry: standardEntry(common, reader), faults };
  }
}

function standardEntry(head: Head, reader: Reader): StandardEntry | undefined {
  const weight = reader.need('分值');
  if (weight === undefined) return undefined;
  return {
    ...head,
    kind: 'standard',
    weight,
    cap: reader.text('上限'),
    measures: reader.units('量'),
    conditions: reader.pairs('条件'),
    items: reader.texts('清单') ?? [],
    levels: reader.texts('等级') ?? [],
    aliases: reader.pairs('别称'),
    formulas: reader.texts('公式') ?? [],
    cases: reader.cases('例'),
    open: reader.text('未定') === 'true' || reader.text('未定') === '是',
    readings: reader.readings('读法'),
    spills: reader.cases('溢出'),
    refused: reader.inputs('错'),
    gaps: reader.texts('缺口'),
    overlaps: reader.texts('重叠'),
  };
}

function gradeEntry(head: Head, reader: Reader): GradeEntry {
  const weight = reader.text('分值') ?? '100';
  const [gaps, overlaps] = [reader.texts('缺口'), reader.texts('重叠')];
  return { ...head, kind: 'grade', weight, cases: reader.cases('例'), gaps, overlaps };
}

function formulaEntry(head: Head, reader: Reader): FormulaEntry {
  const result = head.findings.length > 0 || head.remark ? reader.text('得') : reader.need('得');
  return {
    ...head,
    kind: 'formula',
    names: reader.pairs('名'),
    inputs: reader.values('输入'),
    unit: result === undefined ? reader.text('结果单位') : reader.need('结果单位'),
    result,
  };
}
