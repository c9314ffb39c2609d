/**
 * Units as a table of cells: a row for each unit under a head of names, or the same lying on its side with a column for each. Figures
 * stand under their names, answers under 评定/指标/要点, their reasons under the same with /理由. Tables within a unit, further
 * statements of a figure and what a unit claims for itself have no place in it; they stay in the unit's own file.
 */
import { type Content, nodeAt, type Ruleset, type SourceFile, writeYaml } from '../../engine/index.ts';
import { answersOf, figuresOf, judgedOf } from './columns.ts';
import { keyOf, slotAt, slotsAt, textAt } from './places.ts';

/** The family and year of units that do not say them. */
export interface Family {
  readonly family: string;
  readonly year: string;
}

const HEAD = ['单位', '家族', '年度', '说明'];
const REASON = '理由';

/** The units of a table: their files, or the name that stands over two of its columns. */
export type UnitsRead =
  { readonly units: readonly { readonly name: string; readonly text: string }[] } | { readonly twice: string };

/** The units in a table; undefined where it has no names of units. */
export function unitsIn(
  cells: readonly (readonly string[])[],
  { family, year }: Family,
  ruleset: Ruleset | undefined,
): UnitsRead | undefined {
  const upright = standing(cells, ruleset);
  const [names = [], ...rows] = upright;
  if (!names.includes('单位') || rows.length === 0) return undefined;
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined) return { twice };
  const units = rows.map((row, index) => {
    const given = new Map(names.map((name, at) => [name, row[at] ?? ''] as const));
    const name = given.get('单位') || `第${String(index + 1)}行`;
    const head: (readonly [string, Content])[] = [
      ['单位', name],
      ['家族', given.get('家族') || family],
      ['年度', (given.get('年度') || year).replace(/年?度?$/, '')],
      ...(given.get('说明') ? [['说明', given.get('说明') ?? ''] as const] : []),
    ];
    const figures = [...given].filter(([key, value]) => key !== '' && value !== '' && !HEAD.includes(key));
    const data = figures.filter(([key]) => !key.startsWith('评定/'));
    const answers = judgements(
      figures.filter(([key]) => key.startsWith('评定/')),
      ruleset,
    );
    const file: (readonly [string, Content])[] = [...head, ['数据', new Map(data)]];
    return { name, text: writeYaml(new Map(answers.size === 0 ? file : [...file, ['评定', answers]])) };
  });
  return { units };
}

/** The table with its names in the first row: turned where they stand in the first column. */
function standing(cells: readonly (readonly string[])[], ruleset: Ruleset | undefined): readonly (readonly string[])[] {
  const known = (name: string): boolean =>
    HEAD.includes(name) || name.startsWith('评定/') || ruleset?.spellings.has(name) === true;
  const across = (cells[0] ?? []).filter(known).length;
  const down = cells.filter(([name = '']) => known(name)).length;
  if (down <= across) return cells;
  const rows = cells.filter(([name = '']) => known(name) || name !== '');
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? '')).filter(
    (row, at) => at === 0 || row.some((cell) => cell !== ''),
  );
}

/** 评定, by indicator and answer; a reason stands beside its answer. */
function judgements(
  given: readonly (readonly [title: string, value: string])[],
  ruleset: Ruleset | undefined,
): ReadonlyMap<string, Content> {
  const known = new Map(
    (ruleset === undefined ? [] : judgedOf(ruleset)).flatMap((indicator) =>
      answersOf(indicator).map(({ path }) => [path.join('/'), path.map(String)] as const),
    ),
  );
  const byIndicator = new Map<string, Map<string, Content>>();
  const reasons = new Map(given.filter(([title]) => title.endsWith(`/${REASON}`)));
  for (const [title, value] of given) {
    if (reasons.has(title)) continue;
    const [, indicator = '', ...rest] = known.get(title) ?? title.split('/');
    const answers = byIndicator.get(indicator) ?? new Map<string, Content>();
    const reason = reasons.get(`${title}/${REASON}`);
    const both: readonly (readonly [string, Content])[] = [
      ['值', value],
      [REASON, reason ?? ''],
    ];
    byIndicator.set(indicator, answers.set(rest.join('/'), reason === undefined ? value : new Map(both)));
  }
  return byIndicator;
}

/** The table of these units: names in the first row, a row for each. */
export function tableOf(units: readonly SourceFile[], ruleset: Ruleset): readonly (readonly string[])[] {
  const figures = figuresOf(ruleset);
  const answers = judgedOf(ruleset).flatMap(answersOf);
  const names = [
    ...HEAD,
    ...figures,
    ...answers.flatMap(({ path }) => [path.join('/'), `${path.join('/')}/${REASON}`]),
  ];
  const rows = units.map((file) => [
    ...HEAD.map((key) => textAt(file, [key])),
    ...figures.map((name) => {
      const [first] = slotsAt(file, ['数据', keyOf(file, ruleset, name)]);
      return first === undefined ? '' : slotAt(file, first[0]).text;
    }),
    ...answers.flatMap(({ path }) => [slotAt(file, path).text, textAt(file, [...path, REASON])]),
  ]);
  const used = names.map((name, at) => !name.endsWith(`/${REASON}`) || rows.some((row) => row[at] !== ''));
  return [names, ...rows].map((row) => row.filter((_, at) => used[at] === true));
}

/** Whether a unit's file holds what a table of units has no place for. */
export function holdsMore(file: SourceFile): boolean {
  const data = nodeAt(file.root, ['数据']);
  const lists = data?.kind === 'map' && data.entries.some(({ value }) => value.kind === 'list');
  return lists || nodeAt(file.root, ['自评']) !== undefined;
}
