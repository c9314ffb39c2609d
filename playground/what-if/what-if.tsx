/**
 * 试算: every input of an indicator on a slider, and what the indicator and the unit would score. The unit itself changes only when
 * what is tried is taken over, and then as one step that can be undone.
 */
import type { JSX } from 'preact';
import { factText, parseDecimal, type Rational, sign, subtract, toBase } from '../../dsl/index.ts';
import {
  type Change,
  type Indicator,
  type Input,
  inputsOf,
  type Ruleset,
  type ScoreResult,
  setText,
  shownPoints,
  type SourceFile,
  type UnitFile,
} from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { shownUnit } from '../curve/figures.ts';
import type { Session } from '../session.ts';
import { slotAt, slotsAt } from '../unit/places.ts';
import type { Words } from '../words.ts';
import { figureAt, placeOf, rangeOf } from './range.ts';

interface WhatIfProps {
  readonly ruleset: Ruleset;
  readonly unit: UnitFile;
  readonly indicator: Indicator;
}

/** The inputs of an indicator, to be tried otherwise. */
export function WhatIf({ ruleset, unit, indicator }: WhatIfProps): JSX.Element {
  const words = useWords();
  const inputs = inputsOf(ruleset, unit, indicator);
  return (
    <section class="whatif" aria-label={words.whatIf.title}>
      <h4>
        {words.whatIf.title}
        <span class="quiet">{words.whatIf.hint}</span>
      </h4>
      {inputs.map((input) => (
        <TryInput key={input.measure.key} input={input} />
      ))}
      <Outcome indicator={indicator} />
    </section>
  );
}

/** One input: a slider and a field, or a choice. */
function TryInput({ input }: { readonly input: Input }): JSX.Element | null {
  const session = useSession();
  const words = useWords();
  const { measure, value } = input;
  const tried = session.tried.value.get(measure.key);
  const has = typeof value === 'boolean' || typeof value === 'string' || figure(value) !== undefined;
  const own = has ? ownText(value, input) : '';
  const text = tried?.text ?? own;
  const put = (next: string): void => tryOut(session, input, next === own ? undefined : next);
  const name = (
    <span class={tried === undefined ? 'name' : 'name tried'} title={input.at.join(' › ')}>
      {measure.name}
    </span>
  );
  switch (measure.type.kind) {
    case 'records':
    case 'text':
      return null;
    case 'truth':
    case 'level': {
      const choices = measure.type.kind === 'level' ? measure.type.words : ['是', '否'];
      return (
        <label class="try">
          {name}
          <select value={text} onChange={({ currentTarget }) => put(currentTarget.value)}>
            {text === '' && <option value="">{words.notAnswered}</option>}
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {measure.type.kind === 'truth' ? (choice === '是' ? words.yes : words.no) : choice}
              </option>
            ))}
          </select>
          <Was text={tried === undefined ? '' : own} words={words} />
        </label>
      );
    }
    case 'date':
    case 'number': {
      const share = measure.type.kind === 'number' && measure.unit.dimension.length === 0;
      const range = measure.type.kind === 'number' ? rangeOf(measure, figure(value)) : undefined;
      const bare = share ? text.replace(/%$/, '') : text;
      const current = figureOf(bare, input);
      return (
        <div class="try">
          {name}
          {range === undefined ? (
            <span />
          ) : (
            <input
              type="range"
              aria-label={`${words.whatIf.slider}：${measure.name}`}
              aria-valuetext={`${bare}${shownUnit(measure).name}`}
              min={0}
              max={range.count}
              step={1}
              value={current === undefined ? 0 : placeOf(range, current)}
              onInput={({ currentTarget }) => put(factText(figureAt(range, Number(currentTarget.value)), measure))}
            />
          )}
          <input
            type="text"
            inputMode="decimal"
            aria-label={measure.name}
            value={bare}
            placeholder={words.missingFigure}
            onInput={({ currentTarget: { value: typed } }) =>
              put(share && typed.trim() !== '' ? `${typed.trim()}%` : typed)
            }
          />
          <span class="unit">{measure.type.kind === 'date' ? '' : shownUnit(measure).name}</span>
          <Was text={tried === undefined ? '' : own} words={words} />
        </div>
      );
    }
  }
}

function Was({ text, words }: { readonly text: string; readonly words: Words }): JSX.Element {
  return <span class="was">{text === '' ? '' : words.whatIf.was(text)}</span>;
}

/** What is tried comes to, for the indicator and for the unit, and what to do with it. */
function Outcome({ indicator }: { readonly indicator: Indicator }): JSX.Element {
  const session = useSession();
  const words = useWords();
  const [now, then] = [session.result.value, session.trial.value?.result];
  return (
    <div class="outcome" role="status">
      {now && then && (
        <>
          <span>
            {indicator.name} <Step from={pointsOf(now, indicator)} to={pointsOf(then, indicator)} />
          </span>
          <span>
            {words.total} <Step from={totalOf(now)} to={totalOf(then)} />{' '}
            <strong>{then.grade?.low === then.grade?.high ? then.grade?.low : ''}</strong>
          </span>
          <button type="button" class="fix" onClick={() => adopt(session)}>
            {words.whatIf.adopt}
          </button>
          <button type="button" class="fix" onClick={() => (session.tried.value = new Map())}>
            {words.whatIf.reset}
          </button>
        </>
      )}
    </div>
  );
}

function Step({ from, to }: { readonly from: string; readonly to: string }): JSX.Element {
  return from === to ? (
    <span class="step">{from}</span>
  ) : (
    <span class="step">
      {from} → <strong>{to}</strong>
    </span>
  );
}

function pointsOf({ indicators }: ScoreResult, { name, path }: Indicator): string {
  const own = indicators.find((each) => each.name === name && each.path.join('\n') === path.join('\n'));
  return own === undefined ? '—' : shownRange(own.points, own.low, own.high);
}

function totalOf({ total }: ScoreResult): string {
  return shownRange(total.points, total.low, total.high);
}

function shownRange(points: Rational | undefined, low: Rational, high: Rational | undefined): string {
  return points === undefined
    ? `${shownPoints(low)}—${high === undefined ? '' : shownPoints(high)}`
    : shownPoints(points);
}

/** Tries an input otherwise, or as the unit has it again. */
export function tryOut(session: Session, input: Input, text: string | undefined): void {
  const tried = new Map(session.tried.value);
  if (text === undefined) tried.delete(input.measure.key);
  else tried.set(input.measure.key, { input, text });
  session.tried.value = tried;
}

/** Writes everything that is tried into the unit's file, as one step. */
function adopt(session: Session): void {
  const changes = [...session.tried.value.values()];
  session.settle();
  if (session.changeUnit((file) => changes.reduce<SourceFile | undefined>(written, file)))
    session.tried.value = new Map();
}

/** How far the total moves by what is tried; undefined while nothing is. */
export function trialTotal(
  session: Session,
): { readonly shown: string; readonly better: boolean | undefined } | undefined {
  const [now, then] = [session.result.value?.total, session.trial.value?.result.total];
  if (now === undefined || then === undefined) return undefined;
  const by = now.points && then.points && sign(subtract(then.points, now.points));
  return {
    shown: shownRange(then.points, then.low, then.high),
    better: by === undefined || by === 0 ? undefined : by > 0,
  };
}

function written(file: SourceFile | undefined, { input: { at }, text }: Change): SourceFile | undefined {
  const [first] = file === undefined ? [] : slotsAt(file, at);
  return file && setText(file, slotAt(file, first?.[0] ?? at).path, text);
}

function figure(value: Input['value']): Rational | undefined {
  return typeof value === 'object' && 'numerator' in value ? value : undefined;
}

/** A value as the unit's file has it. */
function ownText(value: Input['value'], { measure }: Input): string {
  if (typeof value === 'boolean' || typeof value === 'string') return factText(value, measure);
  const number = figure(value);
  return number === undefined ? '' : factText(number, measure);
}

/** A figure as typed, in base units. */
function figureOf(text: string, { measure }: Input): Rational | undefined {
  const number = parseDecimal(text.trim());
  return number && toBase(number, shownUnit(measure));
}
