/** How the selected indicator came by its points: the paragraph a report would have, and the curve's place to look further. */
import type { JSX } from 'preact';
import { explain, needText, shownPoints } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { selectedIn } from '../selected.ts';

/** The explanation of what is selected. */
export function Explanation(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const indicator = selectedIn(session)?.result;
  if (indicator === undefined) return <p class="hint">{words.noSelection}</p>;
  return (
    <article class="explanation">
      <h3>
        {indicator.name}
        <span class="quiet">
          {indicator.points === undefined ? words.status[indicator.status] : shownPoints(indicator.points)} /{' '}
          {shownPoints(indicator.weight)}
        </span>
      </h3>
      <p>{explain(indicator, words.lang)}</p>
      {indicator.needs.length > 0 && (
        <p class="quiet">
          {words.missing}：{indicator.needs.map((need) => needText(need, words.lang)).join('、')}
        </p>
      )}
    </article>
  );
}
