/**
 * The world of one run of the command: where it writes, where it stands, what its environment says; and colours, used only
 * where a person looks. Commands return what is to be written; only run.ts writes it.
 */
import { styleText } from 'node:util';

/** Something to write text to: a terminal, a pipe, or a test's buffer. */
export interface Sink {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** What a run sees of the world. */
export interface Io {
  readonly out: Sink;
  readonly err: Sink;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** 0 done · 1 the result is incomplete, or a finding counts as one · 2 the input cannot be used. */
export type ExitCode = 0 | 1 | 2;

/** What a command has to say, whole: written at once or not at all. */
export interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly code: ExitCode;
}

/** How texts stand out. */
export type Style = 'heading' | 'error' | 'warning' | 'info' | 'good' | 'faint';

/** Gives a text a style, or leaves it as it is where there are no colours. */
export type Paint = (style: Style, text: string) => string;

/** How wide the place is that text goes to, and whether it has colours. */
export interface Look {
  readonly width: number;
  readonly paint: Paint;
}

const FORMATS = {
  heading: 'bold',
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
  good: 'green',
  faint: 'dim',
} as const satisfies Record<Style, string>;

const WIDTH = 120;
const NARROWEST = 40;

/** No colours, and lines as wide as a file may have them. */
export const PLAIN: Look = { width: WIDTH, paint: (_style, text) => text };

/** How text looks on a sink: coloured only on a terminal, and only while NO_COLOR is not set (https://no-color.org). */
export function lookOf(sink: Sink, env: Io['env']): Look {
  if (sink.isTTY !== true) return PLAIN;
  const width = Math.max(NARROWEST, sink.columns ?? WIDTH);
  const plain = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return plain
    ? { width, paint: PLAIN.paint }
    : { width, paint: (style, text) => styleText(FORMATS[style], text, { validateStream: false }) };
}

// C0 and C1 controls, and the signs that turn the direction of writing: a file must not be able to rewrite the screen.
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text from a file made safe to show: tabs become one space, other controls a visible sign; every offset stays as it is. */
export function visible(text: string): string {
  return text.replace(CONTROL, (char) => {
    const code = char.charCodeAt(0);
    if (code === 9) return ' ';
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}

/** The same, with line breaks as spaces. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s*\n\s*/g, ' ');
}
