/**
 * The hash of meaning: SHA-256 over a canonical text of everything in a ruleset that can change a result. Spelling, order of keys,
 * authorities, notes, examples and waivers are not in it; a version number of the form is.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  type Adjustment,
  type Band,
  type Core,
  type EffectResult,
  type IntervalSet,
  type Measure,
  type Standard,
  coreTextBy,
  measuresOf,
  nameKey,
  toExactText,
} from '../../dsl/index.ts';
import type { Ruleset } from './ruleset.ts';

/** Version of the canonical form; a ruleset hashed under another version must be hashed anew. */
const FORM = 1;

/** Hash of a ruleset's meaning, as `jichi1-` and 64 hexadecimal digits. */
export function meaningHash(ruleset: Omit<Ruleset, 'hash'>): string {
  return `jichi${String(FORM)}-${bytesToHex(sha256(utf8ToBytes(meaningText(ruleset))))}`;
}

function meaningText({
  file,
  definitions,
  indicators,
  checks,
  caps,
  grades,
  fields,
  spellings,
}: Omit<Ruleset, 'hash'>): string {
  const texts = new Texts();
  return JSON.stringify({
    family: file.family.text,
    year: file.fiscalYear,
    edition: file.edition,
    notApplicable: file.readings.filter(({ kind }) => kind === '不适用').map(({ choice }) => choice),
    rounding: [file.pointsRounding ?? null, file.totalRounding ?? null],
    // A setting that a file lacks has no place in the text, so that it may come to be without a new form.
    totalCap: caps.total && toExactText(caps.total),
    bonusCap: caps.bonus && toExactText(caps.bonus),
    fields: [...fields.values()].map(texts.measure).sort(),
    spellings: [...spellings].map(([spelling, name]) => [nameKey(spelling), nameKey(name)].join('=')).sort(),
    definitions: definitions.map(({ measure, value }) => `${texts.measure(measure)}=${texts.expression(value)}`).sort(),
    indicators: indicators.map(({ name, path, weight, readings, level }) => ({
      name: nameKey(name),
      path: path.map(nameKey),
      weight: toExactText(weight),
      level: level === undefined ? null : texts.measure(level),
      standards: readings.map(({ answers, standard, beyond }) => [
        [...answers.values()],
        texts.standard(standard),
        beyond.carried === undefined ? null : texts.standard(beyond.carried),
        beyond.effects.map(({ when, result }) => [texts.expression(when), result.kind, texts.effect(result)]),
      ]),
    })),
    checks: checks.map(({ relation, tolerance }) => [
      texts.expression(relation),
      tolerance === undefined ? null : texts.expression(tolerance.core),
    ]),
    grades: grades.map(({ label, when }) => [label, texts.expression(when)]),
  });
}

/** Canonical texts of one ruleset; of a measure that stands in many places it is made once. */
class Texts {
  private readonly keys = new Map<string, string>();
  private readonly measures = new Map<Measure, string>();

  /** A measure. A pure number is the same whether it is shown in % or not. */
  readonly measure = (measure: Measure): string => {
    const known = this.measures.get(measure);
    if (known !== undefined) return known;
    const { type, unit, range, whole } = measure;
    const shownIn = type.kind === 'number' && type.dimension.length === 0 ? '' : unit.name;
    const kind = type.kind === 'records' ? { kind: type.kind, columns: type.columns.map(this.measure).sort() } : type;
    const text = JSON.stringify([this.key(measure), kind, shownIn, rangeText(range), whole]);
    this.measures.set(measure, text);
    return text;
  };

  /** An expression in which a name is the same in every width. */
  expression(core: Core): string {
    return coreTextBy(core, (measure) => this.key(measure));
  }

  private key({ key }: Measure): string {
    const known = this.keys.get(key) ?? nameKey(key);
    this.keys.set(key, known);
    return known;
  }

  effect(result: EffectResult): unknown {
    switch (result.kind) {
      case 'grade':
        return result.label;
      case 'total':
        return this.expression(result.points);
      case 'items': {
        const named = result.targets.map((target) =>
          target.kind === 'indicator'
            ? nameKey(target.name)
            : [target.path.map(nameKey), target.but === undefined ? null : nameKey(target.but)],
        );
        return [named, toExactText(result.share)];
      }
    }
  }

  standard(standard: Standard): unknown {
    const text = (core: Core | undefined): unknown =>
      core === undefined ? null : [this.expression(core), measuresOf(core).map(this.measure)];
    const bandText = ({ when, award, adjusted }: Band): unknown => [
      text(when),
      text(award.value),
      award.choice === undefined
        ? null
        : [text(award.choice.low), award.choice.lowClosed, text(award.choice.high), award.choice.highClosed],
      adjusted,
    ];
    const stepText = ({ sign, amount, measure, origin, direction, width, reading, until }: Adjustment): unknown => [
      sign,
      text(amount),
      text(measure),
      text(origin),
      direction,
      text(width),
      reading,
      text(until),
    ];
    switch (standard.kind) {
      case 'case':
        return [
          standard.kinds ? 'kinds' : 'case',
          standard.arms.map(({ when, then }) => [text(when), this.standard(then)]),
          this.standard(standard.otherwise),
        ];
      case 'sum':
        return [
          standard.combine,
          standard.parts.map((part) => this.standard(part)),
          text(standard.floor.value),
          text(standard.cap.value),
        ];
      case 'part':
        return [
          'part',
          standard.bands.map(bandText),
          standard.fallback === undefined ? null : bandText(standard.fallback),
          standard.adjustments.map(stepText),
          standard.limits.map(({ adjustments, most }) => [adjustments, text(most)]),
          text(standard.floor.value),
          text(standard.cap.value),
          standard.spills,
        ];
    }
  }
}

function rangeText(range: IntervalSet): readonly unknown[] {
  const end = (value: IntervalSet[number]['low']): unknown =>
    value === undefined ? null : [toExactText(value.value), value.closed];
  return range.map(({ low, high }) => [end(low), end(high)]);
}
