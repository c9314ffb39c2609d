/** 对比: what the draft says otherwise than the edition it is compared with, and what that does to every unit at hand. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { equal, type Rational, sign, subtract } from '../../dsl/index.ts';
import { gradeText, loadUnit, scorer, type ScoreResult, shownPoints } from '../../engine/index.ts';
import { useComparison, useSession, useWords } from '../context.ts';
import { pathKey } from '../session.ts';
import type { Edition } from './comparison.ts';

/** The comparison, with what to compare with. */
export function ComparePanel(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const comparison = useComparison();
  const edition = comparison.edition.value;
  const own = session.good.value?.loaded.ruleset?.family.text;
  const others = comparison.editions.filter(
    ({ head, text }) => head.family.text === own && text !== session.snapshot.value.ruleset.read.text,
  );
  const changes = comparison.changes.value;
  return (
    <div class="compare">
      <p>
        <label>
          {words.compare.with}{' '}
          <select
            value={edition?.file ?? ''}
            onChange={({ currentTarget: { value } }) => (comparison.chosen.value = value)}
          >
            {edition === undefined && <option value="">{words.compare.nothing}</option>}
            {others.map((each) => (
              <option key={each.file} value={each.file}>
                {editionName(each, words)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {changes && (
        <>
          <Impact />
          <h4>{words.compare.changed(changes.cells.length + changes.added.size + changes.removed.length)}</h4>
          {changes.cells.map(({ path, name, column, before, now }) => (
            <div key={pathKey(path)} class="line">
              <button
                type="button"
                class="link place"
                onClick={() => {
                  session.left.value = 'table';
                  session.selected.value = pathKey(path.slice(0, path.lastIndexOf(column)));
                }}
              >
                {name} · {words.columns[column]}
              </button>
              <div>
                <del>{before === '' ? words.empty : before}</del> <ins>{now === '' ? words.empty : now}</ins>
                <button
                  type="button"
                  class="fix"
                  onClick={() => {
                    session.settle();
                    session.setCell(path, before);
                    session.settle();
                  }}
                >
                  {words.compare.back}
                </button>
              </div>
            </div>
          ))}
          {session.rows.value
            .filter(({ path }) => changes.added.has(pathKey(path)))
            .map(({ path, name }) => (
              <div key={pathKey(path)} class="line">
                <button type="button" class="link place" onClick={() => (session.selected.value = pathKey(path))}>
                  {name}
                </button>
                <ins>{words.compare.added}</ins>
              </div>
            ))}
          {changes.removed.map((name) => (
            <div key={name} class="line">
              <span class="place">{name}</span>
              <del>{words.compare.removed}</del>
            </div>
          ))}
        </>
      )}
    </div>
  );
}

/** 2020年度 第1版 */
export function editionName({ head }: Edition, words: ReturnType<typeof useWords>): string {
  return [words.year(head.fiscalYear), words.edition(head.edition), words.statusNames[head.status]].join(' · ');
}

/** Every unit at hand under both editions. */
function Impact(): JSX.Element | null {
  const session = useSession();
  const words = useWords();
  const base = useComparison().base.value?.linked?.ruleset;
  const draft = session.good.value?.linked?.ruleset;
  const { units, unit: shown } = session.snapshot.value;
  const scored = useMemo(() => {
    if (base === undefined || draft === undefined) return [];
    const [before, now] = [scorer(base), scorer(draft)];
    return units.flatMap(({ file, read }, index) => {
      const { unit } = loadUnit(read, file);
      return unit === undefined ? [] : [{ index, name: unit.name.text, before: before(unit), now: now(unit) }];
    });
  }, [base, draft, units]);
  if (scored.length === 0) return null;
  return (
    <table class="impact">
      <thead>
        <tr>
          <th scope="col">{words.unit}</th>
          <th scope="col" class="figure">
            {words.compare.before}
          </th>
          <th scope="col" class="figure">
            {words.compare.now}
          </th>
          <th scope="col" class="figure">
            {words.compare.difference}
          </th>
          <th scope="col">{words.compare.grade}</th>
          <th scope="col">{words.compare.where}</th>
        </tr>
      </thead>
      <tbody>
        {scored.map(({ index, name, before, now }) => (
          <tr key={index}>
            <td>
              <button
                type="button"
                class="link place"
                aria-current={index === shown}
                onClick={() => session.showUnit(index)}
              >
                {name}
              </button>
            </td>
            <td class="figure">{totalText(before)}</td>
            <td class="figure">{totalText(now)}</td>
            <td class="figure">
              <Difference before={before.total.points} now={now.total.points} />
            </td>
            <td>{gradeStep(before, now)}</td>
            <td>
              {movedIn(before, now).map(({ name: indicator, from, to }) => (
                <span key={indicator} class="moved">
                  {indicator} {from} → {to}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Difference({
  before,
  now,
}: {
  readonly before: Rational | undefined;
  readonly now: Rational | undefined;
}): JSX.Element {
  if (before === undefined || now === undefined) return <span>—</span>;
  const by = subtract(now, before);
  const text = `${sign(by) > 0 ? '+' : ''}${shownPoints(by)}`;
  return <span class={sign(by) > 0 ? 'up' : sign(by) < 0 ? 'down' : ''}>{text}</span>;
}

interface Ranged {
  readonly points: Rational | undefined;
  readonly low: Rational;
  readonly high: Rational | undefined;
}

function rangeText({ points, low, high }: Ranged): string {
  return points === undefined
    ? `${shownPoints(low)}—${high === undefined ? '' : shownPoints(high)}`
    : shownPoints(points);
}

function totalText({ total }: ScoreResult): string {
  return rangeText(total);
}

function gradeStep(before: ScoreResult, now: ScoreResult): string {
  const [from, to] = [gradeText(before.grade) ?? '—', gradeText(now.grade) ?? '—'];
  return from === to ? to : `${from} → ${to}`;
}

/** Indicators of both editions whose points are others. */
function movedIn(before: ScoreResult, now: ScoreResult): readonly { name: string; from: string; to: string }[] {
  return now.indicators.flatMap((own) => {
    const old = before.indicators.find(({ name }) => name === own.name);
    if (old === undefined || isSame(old.points, own.points)) return [];
    return [{ name: own.name, from: rangeText(old), to: rangeText(own) }];
  });
}

function isSame(left: Rational | undefined, right: Rational | undefined): boolean {
  return left === undefined || right === undefined ? left === right : equal(left, right);
}
