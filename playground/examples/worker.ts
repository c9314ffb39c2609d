/** Examines examples beside the page, so that nothing waits for them: a text comes in, what was found goes out. */
import { examined } from './examined.ts';

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  postMessage(typeof data === 'string' ? examined(data) : undefined);
});
