/** The score of the unit: total and grade above, then every indicator with its value, points and the words that decided. */
import type { JSX } from 'preact';
import { type Rational, compare, divide, equal, toExactText, ZERO } from '../../dsl/index.ts';
import { basis, type IndicatorResult, needText, type ScoreResult, shownPoints } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { pathKey } from '../session.ts';
import type { Words } from '../words.ts';
import { trialTotal } from '../what-if/what-if.tsx';
import { Aligned } from './figures.tsx';
import { placedResults } from './placed.ts';

/** Keeps a sign on the line of the word before it. */
const WORD_JOINER = '\u2060';

/** The head of the right half: total, grade, how far to the next, and the bar of the groups. */
export function Total(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const result = session.result.value;
  if (result === undefined) return <p class="hint">{words.noUnit}</p>;
  const { total, grade } = result;
  const trial = trialTotal(session);
  const high = total.high === undefined ? '' : shownPoints(total.high);
  const shown = total.points === undefined ? words.range(shownPoints(total.low), high) : shownPoints(total.points);
  const label = grade?.low === grade?.high ? grade?.low : `${grade?.low ?? ''}—${grade?.high ?? ''}`;
  const unscored = result.indicators.filter(({ status }) => status !== 'scored' && status !== 'not-applicable').length;
  return (
    <header class="total" aria-live="polite">
      <strong class="points">{shown}</strong>
      <span class="of">/ {shownPoints(total.weight)}</span>
      {label !== undefined && <strong class="grade">{label}</strong>}
      <span class="quiet">
        {[
          grade?.above && words.gradeAbove(shownPoints(grade.above.distance)),
          grade?.next && words.gradeNext(grade.next.label, shownPoints(grade.next.distance)),
          unscored > 0 ? words.unscored(unscored) : undefined,
        ]
          .filter((text) => text !== undefined)
          .join('，')}
      </span>
      {trial && (
        <span class={trial.better === undefined ? 'trial' : trial.better ? 'trial better' : 'trial worse'}>
          {words.whatIf.tried(trial.shown)}
          <button type="button" class="fix" onClick={() => (session.tried.value = new Map())}>
            {words.whatIf.reset}
          </button>
        </span>
      )}
      <Bar result={result} />
    </header>
  );
}

/** The groups of the top level side by side, each as wide as its weight and filled as far as its points. */
function Bar({ result }: { readonly result: ScoreResult }): JSX.Element {
  return (
    <div class="bar">
      {result.groups
        .filter(({ path }) => path.length === 0)
        .map(({ name, weight, low }) => (
          <div
            key={name}
            style={{ flexGrow: Number(toExactText(weight)) || 1 }}
            title={`${name} ${shownPoints(low)} / ${shownPoints(weight)}`}
          >
            <div class="fill" style={{ width: `${percentOf(low, weight)}%` }} />
            <span>
              {name} {shownPoints(low)}
            </span>
          </div>
        ))}
    </div>
  );
}

/** A share in whole percent, for the width of a bar only. */
function percentOf(points: Rational, weight: Rational): string {
  const share = divide(points, weight);
  return share === undefined ? '0' : String(Math.round((Number(share.numerator) / Number(share.denominator)) * 100));
}

/** The sheet, by group. */
export function Sheet(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const result = session.result.value;
  if (result === undefined) return <></>;
  const placed = placedResults(session.rows.value, result, undefined);
  return (
    <table class="scores">
      <thead>
        <tr>
          <th scope="col">{words.columns.指标}</th>
          <th scope="col" class="figure">
            {words.value}
          </th>
          <th scope="col" class="figure whole">
            {words.score}
          </th>
          <th scope="col" class="figure whole of">
            {words.columns.分值}
          </th>
          <th scope="col">{words.reason}</th>
        </tr>
      </thead>
      <tbody>
        {placed.map(({ row, result: indicator, group }) => {
          const key = pathKey(row.path);
          const selected = session.selected.value === key;
          return (
            <tr
              key={key}
              class={[row.kind, `depth-${String(row.depth)}`, ...(selected ? ['selected'] : [])].join(' ')}
              aria-selected={selected}
              onClick={() => {
                session.selected.value = key;
                if (indicator !== undefined) session.right.value = 'explanation';
              }}
            >
              <td>
                {indicator === undefined ? (
                  row.name
                ) : (
                  <button type="button" class="link" aria-label={row.name}>
                    {row.name}
                    {indicator.origin === 'assumed' && (
                      <>
                        {WORD_JOINER}
                        <abbr title={words.assumed} aria-label={words.assumed}>
                          ※
                        </abbr>
                      </>
                    )}
                  </button>
                )}
              </td>
              <td class="figure">{indicator?.value?.shown ?? ''}</td>
              <td class="figure">
                <Aligned figure={pointsText(indicator ?? group, words)} />
              </td>
              <td class="figure of">
                <Aligned figure={shownPoints((indicator ?? group)?.weight ?? ZERO)} />
              </td>
              <td class="reason">{indicator && <Reason indicator={indicator} words={words} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What decided, with a sign of its status by shape; or why it is not scored. */
function Reason({ indicator, words }: { readonly indicator: IndicatorResult; readonly words: Words }): JSX.Element {
  const { status, points, weight, needs } = indicator;
  const sign = points === undefined ? '○' : equal(points, weight) ? '●' : compare(points, ZERO) === 0 ? '✕' : '◐';
  const text =
    status === 'scored'
      ? basis(indicator, words.lang)
      : [words.status[status], ...needs.slice(0, 3).map((need) => needText(need, words.lang))].join('：');
  return (
    <>
      <span class={`mark ${status}`} aria-hidden="true">
        {sign}
      </span>{' '}
      {text}
    </>
  );
}

interface Pointed {
  readonly points: Rational | undefined;
  readonly low: Rational;
  readonly high: Rational;
}

function pointsText(of: Pointed | undefined, words: Words): string {
  if (of === undefined) return '';
  return of.points === undefined ? words.range(shownPoints(of.low), shownPoints(of.high)) : shownPoints(of.points);
}
