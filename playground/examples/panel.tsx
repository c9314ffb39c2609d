/** 样例: which hold and which do not, what they touch of each indicator, and the ones that are missing, added by a click. */
import type { JSX } from 'preact';
import { addContent, type Content, nodeAt, type Row, type SourceFile } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { pathKey, type Session } from '../session.ts';
import type { ShownCoverage, ShownExamples, ShownSuggestion } from './examined.ts';
import { useExamples } from './watch.ts';

/** The examples of the ruleset at hand. */
export function ExamplesPanel(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const { shown, stale } = useExamples(session);
  const examples = shown.value;
  if (examples === undefined) return <p class="quiet none">{words.samples.loading}</p>;
  const failed = examples.examples.filter(({ faults }) => faults.length > 0);
  const suggested = examples.coverage.filter(({ suggestions }) => suggestions.length > 0);
  const count = suggested.reduce((sum, { suggestions }) => sum + suggestions.length, 0);
  return (
    <div class={stale.value ? 'samples stale' : 'samples'} aria-busy={stale.value}>
      <p role="status">
        <strong>{words.samples.held(examples.examples.length - failed.length, examples.examples.length)}</strong>
        {count > 0 && (
          <button type="button" class="fix" onClick={() => addAll(session, suggested)}>
            {words.samples.addAll(count)}
          </button>
        )}
      </p>
      {failed.map(({ indicator, note, faults }, index) => (
        <div key={index} class="line">
          <Place name={indicator} />
          <div class="finding error">
            <span class="sign" aria-hidden="true">
              ✕
            </span>
            {note}：{faults.map((fault) => fault[words.lang]).join('；')}
          </div>
        </div>
      ))}
      <table class="coverage">
        <thead>
          <tr>
            <th scope="col">{words.columns.指标}</th>
            <th scope="col">{words.samples.examples}</th>
            <th scope="col">{words.samples.clauses}</th>
            <th scope="col">{words.samples.boundaries}</th>
            <th scope="col">{words.samples.missing}</th>
          </tr>
        </thead>
        <tbody>
          {examples.coverage.map((one) => (
            <Coverage key={[...one.path, one.indicator].join('/')} one={one} examples={examples} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CoverageProps {
  readonly one: ShownCoverage;
  readonly examples: ShownExamples;
}

function Coverage({ one, examples }: CoverageProps): JSX.Element {
  const session = useSession();
  const words = useWords();
  const own = examples.examples.filter(({ indicator }) => indicator === one.indicator);
  const held = own.filter(({ faults }) => faults.length === 0).length;
  const touched = one.clauses.filter((clause) => clause.touched).length;
  return (
    <tr>
      <td>
        <Place name={one.indicator} />
      </td>
      <td class={held < own.length ? 'lacking' : undefined}>
        {held < own.length ? '✕ ' : ''}
        {words.samples.ofAll(held, own.length)}
      </td>
      <td
        class={touched < one.clauses.length ? 'lacking' : undefined}
        title={one.clauses.map((clause) => `${clause.touched ? '●' : '○'} ${clause.text}`).join('\n')}
      >
        {touched < one.clauses.length ? '○ ' : ''}
        {words.samples.ofAll(touched, one.clauses.length)}
      </td>
      <td>
        {one.boundaries.map(({ at, sides }) => (
          <span
            key={at}
            class="boundary"
            title={sides.map(({ value, tried }) => `${tried ? '●' : '○'} ${value}`).join('\n')}
          >
            {at}
            {sides.map(({ side, tried }) => (
              <span
                key={side}
                class={tried ? 'tried' : 'lacking'}
                aria-label={words.samples.side(side, tried)}
                role="img"
              >
                {tried ? '●' : '○'}
              </span>
            ))}
          </span>
        ))}
      </td>
      <td>
        {one.suggestions.map((suggestion) => (
          <button
            key={suggestion.note}
            type="button"
            class="fix"
            onClick={() => {
              session.settle();
              session.changeRuleset((file) => added(file, rowOf(session, one), one.indicator, suggestion));
            }}
          >
            {words.samples.add(suggestion.note, suggestion.points)}
          </button>
        ))}
      </td>
    </tr>
  );
}

/** The name of an indicator that selects it. */
function Place({ name }: { readonly name: string | undefined }): JSX.Element {
  const session = useSession();
  const words = useWords();
  const row = session.rows.value.find((each) => each.name === name);
  if (name === undefined || row === undefined) return <span class="place">{name ?? words.samples.whole}</span>;
  return (
    <button type="button" class="link place" onClick={() => (session.selected.value = pathKey(row.path))}>
      {name}
    </button>
  );
}

/** Adds every example that is missing, as one step. */
function addAll(session: Session, all: readonly ShownCoverage[]): void {
  session.settle();
  session.changeRuleset((file) => {
    const lacking = all.flatMap((one) => one.suggestions.map((suggestion) => ({ one, suggestion })));
    return lacking.reduce<SourceFile | undefined>(
      (changed, { one, suggestion }) => changed && added(changed, rowOf(session, one), one.indicator, suggestion),
      file,
    );
  });
}

function rowOf(session: Session, { path, indicator }: ShownCoverage): Row | undefined {
  const above: string[] = [];
  return session.rows.value.find(({ depth, name, kind }) => {
    above.length = depth;
    const own = kind === 'leaf' && name === indicator && above.join('\n') === path.join('\n');
    above.push(name);
    return own;
  });
}

/** The file with an example more, its points marked as computed. */
function added(
  file: SourceFile,
  row: Row | undefined,
  name: string,
  { note, data, answers, points }: ShownSuggestion,
): SourceFile | undefined {
  if (row === undefined) return undefined;
  const list = [...row.path, '样例'];
  const entries = (pairs: ShownSuggestion['data']): Content => new Map(pairs.map(({ name: key, text }) => [key, text]));
  const item = new Map<string, Content>([
    ['说明', `${note}（得分由计算得出，待人工确认）`],
    ...(data.length === 0 ? [] : [['数据', entries(data)] as const]),
    ...(answers.length === 0 ? [] : [['评定', new Map([[name, entries(answers)]])] as const]),
    ['得分', points],
  ]);
  const node = nodeAt(file.root, list);
  return addContent(file, list, node?.kind === 'list' ? node.items.length : 0, item);
}
