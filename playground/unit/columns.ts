/**
 * What there is to fill in for a unit under a ruleset, in order: the figures of the data dictionary and the answers of assessors, each
 * with the keys it is written under. Form, new file and table of units all go by this list.
 */
import type { Measure } from '../../dsl/index.ts';
import type { Indicator, Ruleset, TreePath } from '../../engine/index.ts';

/** An answer of an indicator's assessor. */
export interface Answer {
  readonly path: TreePath;
  readonly label: string;
  readonly unit: string;
  readonly measure: Measure | undefined;
}

/** The figures that are one number, date or word each; tables are not among them. */
export function figuresOf({ file, fields }: Ruleset): readonly string[] {
  return file.fields.map(({ name }) => name.text).filter((name) => fields.get(name)?.type.kind !== 'records');
}

/** The indicators somebody has to judge. */
export function judgedOf({ indicators }: Ruleset): readonly Indicator[] {
  return indicators.filter(({ phrases, level, choice }) => phrases.length > 0 || level || choice);
}

/** What there is to answer of an indicator. */
export function answersOf({ name, phrases, level, choice }: Indicator): readonly Answer[] {
  return [
    ...phrases.map((phrase) => ({
      path: ['评定', name, phrase.name],
      label: phrase.name,
      unit: phrase.type.kind === 'number' ? phrase.unit.name : '',
      measure: phrase,
    })),
    ...(level ? [{ path: ['评定', name, '等级'], label: '等级', unit: '', measure: level }] : []),
    ...(choice ? [{ path: ['评定', name, '评分'], label: '评分', unit: '分', measure: undefined }] : []),
  ];
}
