/** The page: the document on the left, one unit under it on the right, what there is to say about both below. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { textOf } from '../engine/index.ts';
import { useDesk, useSession, useWords } from './context.ts';
import { CurveView } from './curve/curve.tsx';
import { YamlView } from './editor/yaml-view.tsx';
import { OpenButtons } from './files/actions.tsx';
import { Foot } from './foot/foot.tsx';
import { Header } from './header.tsx';
import { Hint } from './hint.tsx';
import { Notices } from './notices.tsx';
import { Explanation } from './score/explanation.tsx';
import { PrintedSheet } from './score/printed.tsx';
import { Sheet, Total } from './score/sheet.tsx';
import type { LeftView, RightView } from './session.ts';
import { ColumnSwitch } from './table/columns.tsx';
import { Table } from './table/table.tsx';
import { NoScore, UnitBar } from './unit/bar.tsx';
import { UnitForm } from './unit/form.tsx';

/** The whole page. */
export function App(): JSX.Element {
  const session = useSession();
  const desk = useDesk();
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      const saves = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's';
      if (saves) void desk.save();
      if (saves || session.takeKey(event)) event.preventDefault();
    };
    document.addEventListener('keydown', keys);
    return () => {
      document.removeEventListener('keydown', keys);
    };
  }, [session, desk]);
  return (
    <>
      <Header />
      <Hint />
      <Notices />
      <main>
        <Left />
        <Right />
      </main>
      <Foot />
      <PrintedSheet />
    </>
  );
}

function Left(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const view = session.left.value;
  const titles: readonly (readonly [LeftView, string])[] = [
    ['table', words.table],
    ['yaml', words.yaml],
  ];
  const fault = session.broken.value ? session.opened.value.loaded.diagnostics[0] : undefined;
  return (
    <section class="left">
      <div class="tabs">
        <nav role="tablist">
          {titles.map(([kind, title]) => (
            <button
              key={kind}
              type="button"
              role="tab"
              aria-selected={view === kind}
              onClick={() => {
                session.editing.value = undefined;
                session.left.value = kind;
              }}
            >
              {title}
            </button>
          ))}
        </nav>
        {view === 'table' && <ColumnSwitch />}
        <span class="quiet tagline">{session.isPublished() ? words.readOnly : words.tagline}</span>
      </div>
      {fault && (
        <p class="broken" role="alert">
          {words.brokenYaml} {textOf(fault, words.lang)}
        </p>
      )}
      <div class={`body ${view}`}>
        {view === 'yaml' ? <YamlView /> : session.rows.value.length === 0 ? <Empty /> : <Table />}
      </div>
    </section>
  );
}

/** A document without a row: ways to begin. */
function Empty(): JSX.Element {
  const words = useWords();
  return (
    <div class="hint begin">
      <p>{words.emptyTable}</p>
      <OpenButtons />
    </div>
  );
}

function Right(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const view = session.right.value;
  const titles: readonly (readonly [RightView, string])[] = [
    ['score', words.score],
    ['data', words.data],
    ['explanation', words.explanation],
    ['curve', words.curve],
  ];
  return (
    <section class="right">
      <UnitBar />
      {session.result.value === undefined ? <NoScore /> : <Total />}
      <nav class="tabs" role="tablist">
        {titles.map(([kind, title]) => (
          <button
            key={kind}
            type="button"
            role="tab"
            aria-selected={view === kind}
            onClick={() => (session.right.value = kind)}
          >
            {title}
          </button>
        ))}
      </nav>
      <div class="body">
        {view === 'score' && <Sheet />}
        {view === 'data' && <UnitForm />}
        {view === 'explanation' && (
          <>
            <Explanation />
            <CurveView />
          </>
        )}
        {view === 'curve' && <CurveView />}
      </div>
    </section>
  );
}
