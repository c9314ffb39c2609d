/** Makes the page work without a network, where the browser can: the service worker is told what has been loaded. */
import type { Loaded } from './loaded.ts';

/** Registers the service worker and tells it what was loaded so far. A browser that cannot do this is none the worse. */
export async function workOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const build = document.querySelector('script[type=module]')?.getAttribute('src') ?? 'page';
  try {
    await navigator.serviceWorker.register('./sw.js');
  } catch {
    // A folder opened as file:, or a browser that keeps nothing.
    return;
  }
  const { active } = await navigator.serviceWorker.ready;
  const addresses = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(location.origin));
  active?.postMessage({ build, addresses } satisfies Loaded);
}
