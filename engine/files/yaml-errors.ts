/**
 * What the YAML parser complains of, in our words: what is wrong on this line, and what to write instead.
 * One finding a line, as one slip makes a parser complain of all that follows.
 */
import type { Diagnostic, Fix, Span } from '../../dsl/index.ts';
import { diagnoseFile, type EngineCode } from './messages.ts';
import { type Complaint, type Faults, indentationFinding, lineAt, tabFinding } from './yaml-indentation.ts';

const MOST = 50;

/** Is this about a quote that opens and never closes? */
export function isUnclosedQuote({ message }: Pick<Complaint, 'message'>): boolean {
  return message.startsWith('Missing closing');
}

/** Findings for the complaints of the parser about `text`; a line out of line is the last, for the rest follows from it. */
export function syntaxFindings(complaints: readonly Complaint[], text: string, faults: Faults): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  let line = { start: 0, end: -1 };
  for (const complaint of complaints.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    if (complaint.pos[0] <= line.end) continue;
    line = lineAt(text, complaint.pos[0]);
    const stray = tabFinding(text, line, faults) ?? indentationFinding(complaint, complaints, text, faults);
    findings.push(stray ?? lineFinding(text, line) ?? finding(complaint, text));
    if (stray !== undefined || findings.length === MOST) break;
  }
  return findings;
}

/** Slips that show on the line itself, whatever the parser makes of them. */
function lineFinding(text: string, line: Span): Diagnostic | undefined {
  const content = text.slice(line.start, line.end);
  const colon = /^(?:[ ]|- )*([^\s"'#&*!|>%@`{[：:-][^\s：:]*)([：:])(?=\S|$)/.exec(content);
  if (colon === null || (colon[2] === ':' && content.length === colon[0].length)) return undefined;
  const [all, key = '', sign] = colon;
  const end = line.start + all.length;
  const code = sign === ':' ? 'colon-without-space' : 'full-width-colon';
  const fix = replacement(
    { start: end - 1, end },
    content.length === all.length ? ':' : ': ',
    '改为“: ”',
    'write “: ”',
  );
  return diagnoseFile(code, { start: end - 1, end }, { key }, [fix]);
}

function finding({ code, pos, message }: Complaint, text: string): Diagnostic {
  const start = Math.min(pos[0], text.length);
  const span = { start, end: Math.max(start, Math.min(pos[1], lineAt(text, start).end)) };
  const words = text.slice(span.start, lineAt(text, span.start).end).trim();
  const missing = /(?:end with a |Missing )(\S)/.exec(message)?.[1];
  const unclosed = ']},'.includes(missing ?? ' ');
  if (message.startsWith('Tags and anchors')) {
    const sign = Math.max(text.lastIndexOf('!', span.start - 1), text.lastIndexOf('&', span.start - 1), 0);
    return diagnoseFile('reserved-start', { start: sign, end: sign + 1 }, { text: text.charAt(sign) });
  }
  if (isUnclosedQuote({ message })) return diagnoseFile('unclosed-quote', span);
  if (unclosed && missing !== undefined) return diagnoseFile('unclosed-collection', span, { expected: missing });
  if (message.endsWith('at node end')) {
    const starts = text.slice(lineAt(text, span.start).start, span.start).trim() === '';
    return starts ? diagnoseFile('bad-indentation', span) : diagnoseFile('text-after-value', span, { text: words });
  }
  if (message.startsWith('Block scalar header')) {
    return diagnoseFile('reserved-start', span, { text: text.charAt(span.start - 1) });
  }
  if (code === 'BAD_SCALAR_START') return diagnoseFile('reserved-start', span, { text: words.charAt(0) });
  if (code === 'BAD_DQ_ESCAPE')
    return diagnoseFile('bad-escape', span, { text: text.slice(span.start, span.start + 2) });
  if (code === 'TAG_RESOLVE_FAILED')
    return diagnoseFile('tag-not-allowed', span, { tag: words.split(/\s/, 1).join('') });
  if (code === 'BAD_ALIAS') return diagnoseFile('unknown-alias', span, { name: words.slice(1) });
  return diagnoseFile(CODES[code] ?? 'yaml-syntax', span);
}

const CODES: Readonly<Partial<Record<string, EngineCode>>> = {
  TAB_AS_INDENT: 'tab-indentation',
  BAD_INDENT: 'bad-indentation',
  MULTILINE_IMPLICIT_KEY: 'missing-colon',
  MISSING_CHAR: 'missing-colon',
  BLOCK_AS_IMPLICIT_KEY: 'colon-in-text',
  MULTIPLE_DOCS: 'several-documents',
  NON_STRING_KEY: 'key-not-text',
  RESOURCE_EXHAUSTION: 'nested-too-deep',
  DUPLICATE_KEY: 'duplicate-key',
};

function replacement(span: Span, text: string, zh: string, en: string): Fix {
  return { title: { zh, en }, edits: [{ span, text }] };
}
