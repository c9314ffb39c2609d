/**
 * The page without a network: what it has loaded once is answered from here when the network is gone. It keeps one build at a time and
 * knows nothing of drafts, which are the browser's own.
 */
import type { Loaded } from './loaded.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const loaded: unknown = event.data;
  if (isLoaded(loaded)) event.waitUntil(keep(loaded));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(request.mode === 'navigate' ? fresh(request) : kept(request));
});

/** One build, one answer: servers may say that it varies by headers, which it does not. */
const WHATEVER = { ignoreVary: true };

/** The newest page there is; the one kept when there is no network. */
async function fresh(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const found = await caches.match(self.registration.scope, WHATEVER);
    if (found === undefined) throw error;
    return found;
  }
}

/** Parts of a build never change: what is kept is as good as new. */
async function kept(request: Request): Promise<Response> {
  return (await caches.match(request, WHATEVER)) ?? fetch(request);
}

async function keep({ build, addresses }: Loaded): Promise<void> {
  const cache = await caches.open(build);
  for (const address of [self.registration.scope, ...addresses]) {
    if (address === self.registration.scope || (await cache.match(address, WHATEVER)) === undefined)
      await cache.add(address);
  }
  // The old build goes when the new one is whole.
  for (const name of await caches.keys()) if (name !== build) await caches.delete(name);
}

function isLoaded(found: unknown): found is Loaded {
  return (
    typeof found === 'object' &&
    found !== null &&
    'build' in found &&
    'addresses' in found &&
    Array.isArray(found.addresses)
  );
}
