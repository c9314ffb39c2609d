/**
 * A trial as a link: the ruleset and the unit compressed into the part of the address that never leaves the browser. What does not fit
 * is refused with its size; a link that is no trial of ours opens nothing.
 */
import type { Draft, DraftFile } from './drafts.ts';

const HEAD = '#jichi1=';

/** As much as browsers and mail programs carry without loss. */
const MOST_CHARACTERS = 32_000;

/** The link of a trial, or its length where that is too much. */
export async function linkTo(
  address: string,
  ruleset: DraftFile,
  unit: DraftFile | undefined,
): Promise<{ readonly link: string } | { readonly tooLong: number }> {
  const packed = await compress(JSON.stringify({ ruleset, units: unit === undefined ? [] : [unit] }));
  const link = `${address.split('#')[0] ?? ''}${HEAD}${packed}`;
  return link.length > MOST_CHARACTERS ? { tooLong: link.length } : { link };
}

/** What a link carries, as it would be kept; undefined when it carries nothing, null when it is damaged. */
export async function trialIn(hash: string): Promise<unknown> {
  if (!hash.startsWith(HEAD)) return undefined;
  try {
    const found: unknown = JSON.parse(await expand(hash.slice(HEAD.length)));
    return typeof found === 'object' && found !== null
      ? ({ lang: 'zh', unit: 0, ...found } satisfies Partial<Draft>)
      : null;
  } catch {
    return null;
  }
}

async function compress(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const MOST_BYTES = 5_000_000;

/** The text behind a link; one that unpacks beyond all measure is refused. */
async function expand(packed: string): Promise<string> {
  const letters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    text += decoder.decode(read.value, { stream: true });
    if (text.length > MOST_BYTES) throw new Error('a trial is never this long');
  }
  return text + decoder.decode();
}
