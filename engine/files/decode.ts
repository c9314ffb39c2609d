/**
 * Bytes to text: UTF-8 and nothing else, with a word for those who saved as something else. Spans count the text as decoded, a
 * byte order mark included, so an edit made by span leaves the rest of a file as it was.
 */
import { type Diagnostic, emptySpan } from '../../dsl/index.ts';
import { diagnoseFile } from './messages.ts';

/** The part of TextDecoder used here; every browser has it, and Node. */
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** The largest file that is read, in bytes (or UTF-16 units of text). */
export const MAX_SIZE = 2 * 1024 * 1024;

/** The text of a file, or why there is none. */
export function decode(source: Uint8Array | string): { readonly text: string; readonly diagnostic?: Diagnostic } {
  if (source.length > MAX_SIZE) {
    const data = { size: megabytes(source.length), limit: megabytes(MAX_SIZE) };
    return { text: '', diagnostic: diagnoseFile('file-too-large', emptySpan(0), data) };
  }
  const text = typeof source === 'string' ? source : decodeAs('utf-8', source);
  // A file of UTF-16 in Latin letters is valid UTF-8 too, full of NULs.
  if (text === undefined || (typeof source !== 'string' && text.includes('\0'))) {
    const guess = typeof source === 'string' ? undefined : guessEncoding(source);
    return { text: '', diagnostic: diagnoseFile('not-utf8', emptySpan(0), guess === undefined ? {} : { guess }) };
  }
  if (/^[\s\uFEFF]*$/.test(text)) return { text, diagnostic: diagnoseFile('file-empty', emptySpan(0)) };
  return { text };
}

function megabytes(size: number): string {
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function guessEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0)) return 'UTF-16';
  return decodeAs('gb18030', bytes) === undefined ? undefined : 'GBK';
}
