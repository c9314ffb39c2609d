/** The score sheet as it is printed: the unit, its total, every indicator with what decided, and by which edition; nothing of the app. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { shownPoints } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { Sheet } from './sheet.tsx';

/** The sheet, there only while it is printed. */
export function PrintedSheet(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => setPrinting(true);
    const end = (): void => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  const result = session.result.value;
  if (!printing || result === undefined) return <></>;
  const { ruleset, unit, total, grade, engine } = result;
  const points =
    total.points === undefined
      ? words.range(shownPoints(total.low), total.high === undefined ? '' : shownPoints(total.high))
      : shownPoints(total.points);
  const label = grade?.low === grade?.high ? grade?.low : `${grade?.low ?? ''}—${grade?.high ?? ''}`;
  const edition = `${words.year(ruleset.fiscalYear)}${words.edition(ruleset.edition)}`;
  const date = new Date().toLocaleDateString(words.lang === 'zh' ? 'zh-CN' : 'en-GB');
  return (
    <article class="printed">
      <h1>{ruleset.title}</h1>
      <p class="printed-head">
        <span>
          {words.unit}
          {words.colon}
          {unit.name}
        </span>
        <span>{words.year(unit.fiscalYear)}</span>
        <strong>
          {words.total} {points} / {shownPoints(total.weight)}
          {label !== undefined && ` ${label}`}
        </strong>
      </p>
      <Sheet />
      <footer class="printed-foot">
        <p>{words.printedSigns}</p>
        <p>
          <span>{words.printedBy(edition, engine)}</span>
          <span>{words.printedOn(date)}</span>
        </p>
        <p>{words.printedHash(ruleset.hash)}</p>
      </footer>
    </article>
  );
}
