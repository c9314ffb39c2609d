/** The examples of the ruleset at hand, examined again a moment after it last changed; what is shown meanwhile is the last there was. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Session } from '../session.ts';
import type { ShownExamples } from './examined.ts';
import Examiner from './worker.ts?worker';

/** What is known of the examples, and whether it is of an earlier state. */
export interface Watched {
  readonly shown: ReadonlySignal<ShownExamples | undefined>;
  readonly stale: ReadonlySignal<boolean>;
}

const PAUSE = 250;

/** Watches the examples as long as somebody looks. */
export function useExamples(session: Session): Watched {
  const shown: Signal<ShownExamples | undefined> = useMemo(() => signal(undefined), []);
  const stale = useMemo(() => signal(true), []);
  useEffect(() => {
    const worker = new Examiner();
    const state = { asked: 0, answered: 0, timer: 0 };
    worker.addEventListener('message', ({ data }: MessageEvent<ShownExamples | undefined>) => {
      state.answered += 1;
      if (data !== undefined) shown.value = data;
      stale.value = state.answered < state.asked;
    });
    const stop = session.snapshot.subscribe(({ ruleset }) => {
      stale.value = true;
      clearTimeout(state.timer);
      state.timer = window.setTimeout(() => {
        state.asked += 1;
        worker.postMessage(ruleset.read.text);
      }, PAUSE);
    });
    return () => {
      stop();
      clearTimeout(state.timer);
      worker.terminate();
    };
  }, [session]);
  return { shown, stale };
}
