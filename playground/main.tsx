/** Begins a sitting with what was last at hand, or with the sample, and shows it. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { type Editors, EditorsContext, SessionContext } from './context.ts';
import { autosave, restore } from './files/drafts.ts';
import { trialIn } from './files/share.ts';
import { workOffline } from './offline/register.ts';
import '@fontsource-variable/noto-sans-sc/wght.css';
import './style.css';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has a place for the page');
const session = restore(globalThis.localStorage, await trialIn(location.hash));
history.replaceState(null, '', location.pathname + location.search);
effect(() => autosave(session, globalThis.localStorage));
effect(() => {
  document.documentElement.lang = session.lang.value === 'zh' ? 'zh-CN' : 'en';
});
const editors: { loaded?: Promise<Editors> } = {};
const load = (): Promise<Editors> =>
  (editors.loaded ??= import('./editor/monaco.ts').then(({ prepareMonaco }) => prepareMonaco()));
render(
  <SessionContext.Provider value={session}>
    <EditorsContext.Provider value={load}>
      <App />
    </EditorsContext.Provider>
  </SessionContext.Provider>,
  root,
);
requestIdleCallback(() => {
  void load().then(workOffline);
});
