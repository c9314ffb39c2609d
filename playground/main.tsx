/** Begins a sitting with what was last at hand, or with the sample, and shows it. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { compareIn } from './compare/comparison.ts';
import { ComparisonContext, DeskContext, type Editors, EditorsContext, SessionContext } from './context.ts';
import { FaultBoundary } from './fault.tsx';
import { Desk } from './files/desk.ts';
import { autosave, opening, restore } from './files/drafts.ts';
import { trialIn } from './files/share.ts';
import { workOffline } from './offline/register.ts';
import '@fontsource-variable/noto-sans-sc/wght.css';
import './style.css';
import './work.css';
import './print.css';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has a place for the page');
const session = restore(globalThis.localStorage, await trialIn(location.hash));
const opened = opening(globalThis.localStorage);
const desk = new Desk(session);
history.replaceState(null, '', location.pathname + location.search);
effect(() => {
  document.documentElement.lang = session.lang.value === 'zh' ? 'zh-CN' : 'en';
});
const editors: { loaded?: Promise<Editors> } = {};
const load = (): Promise<Editors> =>
  (editors.loaded ??= import('./editor/monaco.ts').then(({ prepareMonaco }) => prepareMonaco()));
render(
  <SessionContext.Provider value={session}>
    <DeskContext.Provider value={desk}>
      <ComparisonContext.Provider value={compareIn(session)}>
        <EditorsContext.Provider value={load}>
          <FaultBoundary>
            <App />
          </FaultBoundary>
        </EditorsContext.Provider>
      </ComparisonContext.Provider>
    </DeskContext.Provider>
  </SessionContext.Provider>,
  root,
);
const keep = autosave(session, globalThis.localStorage);
opened();
addEventListener('beforeunload', (event) => {
  keep();
  // Asked only where something would be lost: it is in no file, and the browser could not keep it as a draft.
  if (session.savedAt.value === undefined && desk.unsaved.value.length > 0) event.preventDefault();
});
requestIdleCallback(() => {
  void load().then(workOffline);
});
