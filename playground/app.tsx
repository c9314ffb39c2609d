/** The page: the document on the left, one unit under it on the right, what there is to say about both below. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { textOf } from '../engine/index.ts';
import { useSession, useWords } from './context.ts';
import { CurveView } from './curve/curve.tsx';
import { YamlView } from './editor/yaml-view.tsx';
import { FindingsPanel } from './findings/panel.tsx';
import { Header } from './header.tsx';
import { Explanation } from './score/explanation.tsx';
import { Sheet, Total } from './score/sheet.tsx';
import type { LeftView, RightView } from './session.ts';
import { Table } from './table/table.tsx';
import { UnitForm } from './unit/form.tsx';

/** The whole page. */
export function App(): JSX.Element {
  const session = useSession();
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (session.takeKey(event)) event.preventDefault();
    };
    document.addEventListener('keydown', keys);
    return () => {
      document.removeEventListener('keydown', keys);
    };
  }, [session]);
  return (
    <>
      <Header />
      <Notices />
      <main>
        <Left />
        <Right />
      </main>
      <FindingsPanel />
    </>
  );
}

/** What was done for the author, until it is read. */
function Notices(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const notice = session.notice.value;
  return (
    <div role="status" class="notices">
      {notice && (
        <p class="notice">
          {words.notice[notice.kind]}
          {notice.size !== undefined && words.size(notice.size)}{' '}
          <button type="button" onClick={() => (session.notice.value = undefined)}>
            {words.close}
          </button>
        </p>
      )}
    </div>
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
      <nav class="tabs" role="tablist">
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
        <span class="quiet tagline">{session.isPublished() ? words.readOnly : words.tagline}</span>
      </nav>
      {fault && (
        <p class="broken" role="alert">
          {words.brokenYaml} {textOf(fault, words.lang)}
        </p>
      )}
      <div class={`body ${view}`}>{view === 'table' ? <Table /> : <YamlView />}</div>
    </section>
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
      <Total />
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
