/**
 * Bytes of a file that somebody opened, as text. The command line takes UTF-8 only and says so; here, where Excel's “CSV” is what
 * people have, what is no UTF-8 is read as UTF-16 or GB18030 (GBK) if it is that, and whoever opened it is told.
 */
import { readYaml } from '../../engine/index.ts';

/** The text, and the encoding where it was another than UTF-8; no text where it is none of those, or too long. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'GBK';
}

/** As large as the engine reads. */
const MOST_BYTES = 2 * 1024 * 1024;

/** The text of a file; a byte order mark is not part of it. */
export function decodeFile(bytes: Uint8Array): Decoded | 'too-large' | 'no-text' {
  if (bytes.length > MOST_BYTES) return 'too-large';
  const [first, second] = bytes;
  const little = first === 0xff && second === 0xfe;
  if (little || (first === 0xfe && second === 0xff)) {
    const text = decodeAs(little ? 'utf-16le' : 'utf-16be', bytes);
    return text === undefined ? 'no-text' : { text, encoding: 'UTF-16' };
  }
  const plain = decodeAs('utf-8', bytes);
  if (plain !== undefined && !plain.includes('\0')) return { text: plain, encoding: 'UTF-8' };
  const chinese = bytes.includes(0) ? undefined : decodeAs('gb18030', bytes);
  return chinese === undefined ? 'no-text' : { text: chinese, encoding: 'GBK' };
}

/** Whether a text is a ruleset, a unit, or neither, by the keys it begins with. */
export function kindOf(text: string): 'ruleset' | 'unit' | 'neither' {
  const { root } = readYaml(text);
  const keys = root?.kind === 'map' ? root.entries.map(({ key }) => key.text) : [];
  if (keys.includes('单位')) return 'unit';
  return keys.includes('指标') || keys.includes('标题') ? 'ruleset' : 'neither';
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
