/** What a page has loaded: told to the service worker, so that it is there without a network next time. */

/** The parts of one build that were loaded; `build` tells it from others. */
export interface Loaded {
  readonly build: string;
  readonly addresses: readonly string[];
}
