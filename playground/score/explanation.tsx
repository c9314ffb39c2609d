/**
 * How the selected indicator came by its points: the paragraph a report would have, the clause that decided where it stands in the
 * sentence, why there are not more, what would give more, and the inputs to try otherwise.
 */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { curves, explain, explainSteps, type IndicatorResult, needText, shownPoints } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { selectedIn } from '../selected.ts';
import { WhatIf } from '../what-if/what-if.tsx';
import { Turning } from './turning.tsx';

/** The explanation of what is selected. */
export function Explanation(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const ruleset = session.good.value?.linked?.ruleset;
  const unit = session.unit.value?.unit;
  const { indicator, result } = selectedIn(session) ?? {};
  const draw = useMemo(() => ruleset && unit && curves(ruleset, unit), [ruleset, unit]);
  const curve = useMemo(() => indicator && draw?.(indicator), [draw, indicator]);
  if (result === undefined || indicator === undefined || ruleset === undefined || unit === undefined)
    return <p class="hint">{words.noSelection}</p>;
  const steps = explainSteps(result, words.lang);
  return (
    <article class="explanation">
      <h3>
        {result.name}
        <span class="quiet">
          {result.points === undefined ? words.status[result.status] : shownPoints(result.points)} /{' '}
          {shownPoints(result.weight)}
        </span>
      </h3>
      <p>{explain(result, words.lang)}</p>
      {result.needs.length > 0 && (
        <p class="quiet">
          {words.missing}：{result.needs.map((need) => needText(need, words.lang)).join('、')}
        </p>
      )}
      {steps.length > 1 && (
        <details class="steps">
          <summary>{words.why.steps}</summary>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      )}
      <h4>{words.why.decided}</h4>
      <Decided sentence={indicator.leaf.standard.text} result={result} none={words.why.none} />
      <Turning {...{ ruleset, unit, indicator, result, curve }} />
      <WhatIf {...{ ruleset, unit, indicator }} />
    </article>
  );
}

interface DecidedProps {
  readonly sentence: string;
  readonly result: IndicatorResult;
  readonly none: string;
}

/** The sentence, with the words in it that decided. */
function Decided({ sentence, result: { clause, trace }, none }: DecidedProps): JSX.Element {
  const words = [clause, ...trace.flatMap((step) => (step.kind === 'steps' ? [step.clause] : []))];
  const marks = words
    .flatMap((text) =>
      text === undefined || text === '' ? [] : [{ start: sentence.indexOf(text), length: text.length }],
    )
    .filter(({ start }) => start >= 0)
    .toSorted((left, right) => left.start - right.start);
  const pieces: JSX.Element[] = [];
  let done = 0;
  for (const { start, length } of marks) {
    if (start < done) continue;
    pieces.push(<span key={done}>{sentence.slice(done, start)}</span>);
    pieces.push(<mark key={start}>{sentence.slice(start, start + length)}</mark>);
    done = start + length;
  }
  return (
    <p>
      {pieces}
      {sentence.slice(done)}
      {pieces.length === 0 && <span class="quiet"> {none}</span>}
    </p>
  );
}
