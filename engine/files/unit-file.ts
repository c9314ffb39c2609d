/**
 * A unit's file: the figures a unit hands in, what its assessors judged, and what it claims for itself.
 * Figures stay texts here; the data dictionary of the ruleset says how to read them. Nothing absent is filled in.
 */
import { collector, type Diagnostic, type Report } from '../../dsl/index.ts';
import type { Text } from './locate.ts';
import { isStatement } from './schema.ts';
import { checkShape, isBlank } from './shape.ts';
import { asText, present, take, takeEntries, takeText, takeWhole } from './take.ts';
import { type ListNode, type MapEntry, type ReadYaml, readOnce, type SourceNode } from './yaml.ts';

/** One figure as it stands in the file: a text still to be read under the unit its field declares, or the words 不适用. */
export type Value =
  { readonly kind: 'value'; readonly value: Text } | { readonly kind: 'not-applicable'; readonly value: Text };

/** A figure in one of the places where it stands; `place` names it (表二, 正文第3页). */
export interface Statement {
  readonly given: Value;
  readonly place: Text;
  readonly note: Text | undefined;
}

/** A row of a table. A column left blank is absent. */
export interface Row {
  readonly cells: readonly Cell[];
}

/** A figure in a row; `name` is the column. */
export interface Cell {
  readonly name: Text;
  readonly given: Value;
}

/** What a unit gives for a field: one figure, the same figure from several places (the first counts), or the rows of a table. */
export type Given =
  | Value
  | { readonly kind: 'statements'; readonly statements: readonly [Statement, ...Statement[]] }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] };

/** A figure under the name of its field. A field that is missing has no Datum. */
export interface Datum {
  readonly name: Text;
  readonly given: Given;
}

/** What the assessors judged of one indicator. */
export interface Judgement {
  readonly indicator: Text;
  /** 等级: the level chosen. */
  readonly level: Finding | undefined;
  /** 评分: points given within the range the standard leaves. */
  readonly points: Finding | undefined;
  /** 理由 for the whole indicator. */
  readonly reason: Text | undefined;
  /** The phrases of its standard, answered. */
  readonly phrases: readonly PhraseFinding[];
}

/** An answer with its reason. */
export interface Finding {
  readonly given: Value;
  readonly reason: Text | undefined;
}

/** The answer to a phrase of a standard: 是, 否, a count, a level. */
export interface PhraseFinding extends Finding {
  readonly phrase: Text;
}

/** What the unit claims for one indicator or group. */
export interface IndicatorClaim {
  readonly indicator: Text;
  readonly ratio: Text | undefined;
  readonly points: Text | undefined;
  readonly weight: Text | undefined;
  readonly note: Text | undefined;
}

/** 自评: what the unit says it scored. */
export interface Claim {
  readonly indicators: readonly IndicatorClaim[];
  readonly total: Text | undefined;
  readonly grade: Text | undefined;
  readonly note: Text | undefined;
}

/** A unit's file. Nothing absent is filled in. */
export interface UnitFile {
  /** The path the file was read from, as given. */
  readonly file: string;
  readonly name: Text;
  readonly family: Text;
  readonly fiscalYear: number;
  readonly fiscalYearText: Text;
  readonly note: Text | undefined;
  readonly data: readonly Datum[];
  readonly judgements: readonly Judgement[];
  readonly claim: Claim | undefined;
}

/** A unit file read, with everything there is to say about it. */
export interface LoadedUnit {
  /** The file's text as decoded; every span of `diagnostics` and `unit` points into it. */
  readonly text: string;
  /** Its tree, for those who change it; absent when it cannot be read as one. */
  readonly root: SourceNode | undefined;
  /** Absent when the file cannot be read, or its head (单位, 家族, 年度) is not whole. Not to be scored while `diagnostics` holds an error. */
  readonly unit: UnitFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a unit file: bytes or text of `file`, or the file already read. Never throws on what it is given. */
export function loadUnit(source: Uint8Array | string | ReadYaml, file: string): LoadedUnit {
  const { text, root, diagnostics: found } = readOnce(source);
  const { report, diagnostics } = collector();
  found.forEach(report);
  return { text, root, unit: root === undefined ? undefined : readUnit(root, file, report), diagnostics };
}

function readUnit(root: SourceNode, file: string, report: Report): UnitFile | undefined {
  checkShape('unit', root, report);
  const name = takeText(root, '单位');
  const family = takeText(root, '家族');
  const fiscalYear = takeWhole(root, '年度');
  const fiscalYearText = takeText(root, '年度');
  if (name === undefined || family === undefined || fiscalYear === undefined || fiscalYearText === undefined) {
    return undefined;
  }
  return {
    file,
    name,
    family,
    fiscalYear,
    fiscalYearText,
    note: takeText(root, '说明'),
    data: readData(root),
    judgements: readJudgements(root),
    claim: readClaim(take(root, '自评')),
  };
}

/** 数据 of a unit or of an example. */
export function readData(node: SourceNode): readonly Datum[] {
  return present(
    takeEntries(node, '数据').map(({ key: name, value }) => {
      const given =
        value.kind === 'list' ? readFigures(value) : readValue(value.kind === 'map' ? take(value, '值') : value);
      return given === undefined ? undefined : { name, given };
    }),
  );
}

/** 评定 of a unit or of an example. */
export function readJudgements(node: SourceNode): readonly Judgement[] {
  return takeEntries(node, '评定').map(({ key: indicator, value }) => ({
    indicator,
    level: readFinding(take(value, '等级')),
    points: readFinding(take(value, '评分')),
    reason: takeText(value, '理由'),
    phrases: present((value.kind === 'map' ? value.entries : []).map(readPhrase)),
  }));
}

const RESERVED = ['等级', '评分', '理由'];

function readPhrase({ key: phrase, value }: MapEntry): PhraseFinding | undefined {
  const finding = RESERVED.includes(phrase.text) ? undefined : readFinding(value);
  return finding === undefined ? undefined : { phrase, ...finding };
}

function readFinding(node: SourceNode | undefined): Finding | undefined {
  const given = readValue(node?.kind === 'map' ? take(node, '值') : node);
  return given === undefined ? undefined : { given, reason: takeText(node, '理由') };
}

function readValue(node: SourceNode | undefined): Value | undefined {
  const value = asText(node);
  if (value === undefined) return undefined;
  return { kind: value.text.trim() === '不适用' ? 'not-applicable' : 'value', value };
}

function readFigures({ items }: ListNode): Given {
  const [first, ...rest] = present(items.map(readStatement));
  return first === undefined
    ? { kind: 'rows', rows: items.map(readRow) }
    : { kind: 'statements', statements: [first, ...rest] };
}

function readStatement(node: SourceNode): Statement | undefined {
  if (node.kind !== 'map' || !isStatement(node.entries.map(({ key }) => key.text))) return undefined;
  const given = readValue(take(node, '值'));
  const place = takeText(node, '处');
  return given === undefined || place === undefined ? undefined : { given, place, note: takeText(node, '说明') };
}

function readRow(node: SourceNode): Row {
  const entries = node.kind === 'map' ? node.entries.filter(({ value }) => !isBlank(value)) : [];
  return {
    cells: present(
      entries.map(({ key: name, value }) => {
        const given = readValue(value);
        return given === undefined ? undefined : { name, given };
      }),
    ),
  };
}

function readClaim(node: SourceNode | undefined): Claim | undefined {
  if (node?.kind !== 'map') return undefined;
  return {
    indicators: takeEntries(node, '指标').map(({ key: indicator, value }) => ({
      indicator,
      ratio: takeText(value, '比率'),
      points: takeText(value, '得分'),
      weight: takeText(value, '满分'),
      note: takeText(value, '说明'),
    })),
    total: takeText(node, '总分'),
    grade: takeText(node, '等次'),
    note: takeText(node, '说明'),
  };
}
