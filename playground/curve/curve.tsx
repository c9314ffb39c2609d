/**
 * The scoring curve of the selected indicator, with its thresholds to drag and the same as a table; or, where points do not follow one
 * number, why there is none. The exact curve is the engine's; here it only gets pixels.
 */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { coresOf, type Measure, measuresOf, type Rational } from '../../dsl/index.ts';
import { curves, type Indicator, type IndicatorCurve, type Row } from '../../engine/index.ts';
import { editionName } from '../compare/panel.tsx';
import { useComparison, useSession, useWords } from '../context.ts';
import { passageOf } from '../editor/source.ts';
import { selectedIn } from '../selected.ts';
import { Coloured } from '../table/coloured.tsx';
import type { Words } from '../words.ts';
import { Handles } from './handles.tsx';
import { Plot } from './plot.tsx';
import { Stretches } from './stretches.tsx';

/** The curve of what is selected. */
export function CurveView(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const ruleset = session.good.value?.linked?.ruleset;
  const unit = session.unit.value?.unit;
  const base = useComparison().base.value?.linked?.ruleset;
  const draw = useMemo(() => ruleset && curves(ruleset, unit), [ruleset, unit]);
  const selected = selectedIn(session);
  if (selected === undefined) return <p class="hint">{words.noSelection}</p>;
  const { indicator, row } = selected;
  const drawn = indicator && draw?.(indicator);
  if (drawn === undefined)
    return (
      <p class="hint nocurve">
        {words.noCurve.lead}
        {whyNone(indicator, words)}
      </p>
    );
  const trial = session.trial.value;
  const tried = trial && ruleset && curves(ruleset, trial.unit)(drawn.indicator);
  const old = base?.indicators.find(({ name }) => name === drawn.indicator.name);
  const changed =
    base !== undefined && old !== undefined && old.leaf.standard.text !== drawn.indicator.leaf.standard.text;
  const before = changed ? curves(base, unit)(old) : undefined;
  return <Figure key={session.selected.value} drawn={drawn} row={row} trial={tried} before={before} />;
}

interface FigureProps {
  readonly drawn: IndicatorCurve;
  readonly row: Row;
  /** as it would be with what is tried out */
  readonly trial: IndicatorCurve | undefined;
  /** in the edition compared with, where that says something else */
  readonly before: IndicatorCurve | undefined;
}

function Figure({ drawn, row, trial, before }: FigureProps): JSX.Element {
  const session = useSession();
  const words = useWords();
  // While a threshold is dragged the axes stand still under it.
  const [held, setHeld] = useState<{ readonly low: Rational; readonly high: Rational } | undefined>();
  const edition = useComparison().edition.value;
  const window = held ?? { low: drawn.low, high: drawn.high };
  const sentence = row.cells.评分标准[0]?.text;
  const open = session.good.value;
  const others = askedBy(drawn.indicator).filter(({ key }) => key !== drawn.measure.key);
  return (
    <figure class="curve">
      <figcaption>
        {drawn.indicator.name}
        <span class="quiet"> {words.drag.hint}</span>
        {before && edition && <span class="quiet"> {words.before(editionName(edition, words))}</span>}
      </figcaption>
      {sentence && (
        <p class="sentence">
          <Coloured text={sentence.text} passage={open && passageOf(open, sentence)} />
        </p>
      )}
      {others.length > 0 && <p class="quiet">{words.noCurve.others(namesOf(others, words))}</p>}
      <Plot
        drawn={drawn}
        window={window}
        before={before}
        trial={trial}
        handles={(axis) => (
          <Handles
            drawn={drawn}
            window={window}
            row={row}
            axis={axis}
            onHold={(on) => setHeld(on ? window : undefined)}
          />
        )}
      />
      <Stretches drawn={drawn} />
    </figure>
  );
}

/** What the points of an indicator hang on, under its first reading. */
function askedBy({ readings: [first] }: Indicator): readonly Measure[] {
  const asked = first === undefined ? [] : coresOf(first.standard).flatMap(measuresOf);
  return [...new Map(asked.map((each) => [each.key, each])).values()];
}

function namesOf(measures: readonly Measure[], { lang }: Words): string {
  return measures.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ');
}

/** Why an indicator has no curve, in words. */
function whyNone(indicator: Indicator | undefined, words: Words): string {
  const { noCurve } = words;
  if (indicator === undefined || indicator.readings.length === 0) return noCurve.fault;
  const asked = askedBy(indicator);
  const numbers = asked.filter(({ type }) => type.kind === 'number' || type.kind === 'date');
  if (numbers.length > 1) return noCurve.several(namesOf(asked, words));
  if (numbers.length === 0 && asked.length > 0) return noCurve.judged(namesOf(asked, words));
  return numbers.length === 0 ? noCurve.other : noCurve.unknown;
}
