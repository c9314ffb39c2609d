/**
 * What begins here? Clause families are told apart by patterns over token letters (tokens.ts), tried in order: the first
 * that matches says which chunk the next tokens are. A new family is a line here and a small rule in the parser.
 */
import { LEAF_LETTERS, LETTERS } from '../words/tokens.ts';

/** Kinds of chunk the parser can be sent to; `single` is a token that is a chunk by itself. */
export type Ahead =
  | 'single'
  | 'heading'
  | 'basis'
  | 'highest'
  | 'series'
  | 'reading'
  | 'definition'
  | 'limit'
  | 'step'
  | 'note'
  | 'award'
  | 'condition';

/** What begins with one of these letters, where the pattern fits; always, without a pattern. */
export interface Row<Kind> {
  readonly ahead: Kind;
  readonly starts: string;
  readonly pattern?: RegExp;
}

const ANY_LETTER = Object.values(LETTERS).join('');
const STEP_STARTS = ANY_LETTER.replace(/[,;:mrVFR0XMG]/g, '');

/** Clause families, the first that fits wins. */
export const CLAUSES: readonly Row<Ahead>[] = [
  { ahead: 'heading', starts: 'PN', pattern: /(?:PN|[PN])(?:\([PWF]?e?p\))?:/y },
  { ahead: 'series', starts: 'sypq', pattern: /s[pq]?|y?[pq]s/y },
  { ahead: 'single', starts: ',;:mXr' },
  { ahead: 'highest', starts: 'Ph', pattern: /P?h/y },
  { ahead: 'basis', starts: 'yNqdo', pattern: /(?:y?N?|Ny)[qdo]K?n/y },
  { ahead: 'reading', starts: 'NC', pattern: /N?C(?:[q][xt]?(?:,?(?:i|U|0(?=\))|y[qpF]k?)|y?R)|p[xt]?,?[iU])/y },
  {
    ahead: 'definition',
    starts: 'NP',
    pattern:
      /P?[NP]C(?:\((?:[^()]|\([^()]{0,60}\)){0,60}\)|[^(),;:VF0GREUxCS]){0,60}[*/](?:\((?:[^()]|\([^()]{0,60}\)){0,60}\)|[^(),;:VF0GREUxCS]){0,60}(?=[,;]|$)/y,
  },
  {
    ahead: 'limit',
    starts: 'cFWPVMCypq',
    pattern: /c?[FW]e?p(?=[,;:)m]|$)|P?V?MV*[pqFW]|Cpx?yp?V?pk?|P?y?[pq]u|C[p](?=[u,;)]|$)/y,
  },
  {
    ahead: 'step',
    starts: STEP_STARTS,
    pattern: /(?:[^,;:mrVFR0XMG]{0,40}?t,?)?[^,;:mrVFR0XMGCL!]{0,40}?E/y,
  },
  {
    ahead: 'note',
    starts: '(',
    pattern: /(?!\((?:p|qK?[-~]pK?|pK?[-~]pK?)\))\([^()VFiUCRkSE0sXh]{0,60}\)(?![-+*/C])/y,
  },
  { ahead: 'single', starts: '()', pattern: /[()](?![^()]{0,60}\)[-+*/C])|\)/y },
  {
    ahead: 'award',
    starts: 'cyVBGF0RPwgpWUIN@(q',
    pattern:
      /[cyVB]*(?:G|F|0|R|P?w|g(?:P|L(?!x|,?c?[VF0R]))|B?p(?![-~SKCe]|x?&)|W|V(?:[N@(IWqp]))|U|I|yP?[N@(]|yP[*/]|[NW@(][NWqp@()+*/-]{0,60}[*/][NWqp@()+*/-]{0,60}(?=[,;]|$)|[cyVB]+[qp]K?[-~][qp]|qK?[-~]pK?(?:S?w|(?=[,;)]|$))|y[qp].{0,20}?k/y,
  },
  { ahead: 'condition', starts: '-NLPqpoda(@!ZHCQjbWIA‖τπδεg', pattern: /[NLPqpoda(@!ZHCQjbWIA‖τπδε]|-[qpdo]|gL/y },
];

/** Forms of one condition. */
export type AtomAhead =
  'not' | 'level' | 'otherwise' | 'beyond' | 'presence' | 'change' | 'jointly' | 'predicate' | 'holds';

/** The forms, the first that fits wins. */
export const ATOMS: readonly Row<AtomAhead>[] = [
  { ahead: 'not', starts: '!' },
  { ahead: 'level', starts: 'PNeLg', pattern: /[PN]?[eg]?L/y },
  { ahead: 'otherwise', starts: 'Qj' },
  { ahead: 'beyond', starts: 'bC', pattern: /b|C(?=[x,;V0FRUGyc]|$)/y },
  { ahead: 'presence', starts: 'ZH', pattern: /[ZH]N/y },
  { ahead: 'jointly', starts: 'Nε', pattern: /(?:N(?:[J,|&]N)*)?ε|N(?:\|N)+(?=e?[Caqdo])/y },
  { ahead: 'change', starts: 'NPJτπδ', pattern: /(?:P(?=[πδ])|N)?(?:[Jτ](?:π?N|π)π?|π)?δ/y },
  {
    ahead: 'predicate',
    starts: ANY_LETTER.replace(/[ZH,;:x&|rVFRUGE0)]/g, ''),
    pattern:
      /(?![ZH])(?:(?:\([^()]{0,60}\)|[^,;:x&|rVFRUGE0()m]){0,60}?(?:[CSKa~]|[qpdo][-~][qpdo])|P?Ne?[qdo](?![PN])|[qpdo])/y,
  },
];

/** Forms of one amount. */
export type AmountAhead = 'plain' | 'full' | 'formula' | 'label' | 'ofWeight' | 'sharing' | 'expression' | 'missing';

/** The forms, the first that fits wins. */
export const AMOUNTS: readonly Row<AmountAhead>[] = [
  { ahead: 'plain', starts: '0URw' },
  { ahead: 'full', starts: 'F' },
  { ahead: 'formula', starts: 'G' },
  { ahead: 'label', starts: 'g' },
  { ahead: 'ofWeight', starts: 'W', pattern: /W[qp]/y },
  { ahead: 'sharing', starts: 'qp', pattern: /[qp]K?[-~]|q(?![*/])/y },
  { ahead: 'expression', starts: `${LEAF_LETTERS}+-*/C&|!AJ(@I` },
];

const CLAUSES_BY_LETTER = byLetter(CLAUSES);
const ATOMS_BY_LETTER = byLetter(ATOMS);
const AMOUNTS_BY_LETTER = byLetter(AMOUNTS);

function byLetter<Kind>(rows: readonly Row<Kind>[]): ReadonlyMap<string, readonly Row<Kind>[]> {
  return new Map(
    [...new Set(ANY_LETTER)].map((letter) => [letter, rows.filter(({ starts }) => starts.includes(letter))]),
  );
}

/** The chunk that begins at `index`. */
export function chunkAhead(letters: string, index: number): Ahead {
  return ahead(CLAUSES_BY_LETTER, letters, index) ?? 'single';
}

/** The form of condition that begins at `index`. */
export function atomAhead(letters: string, index: number): AtomAhead {
  return ahead(ATOMS_BY_LETTER, letters, index) ?? 'holds';
}

/** The form of amount that begins at `index`. */
export function amountAhead(letters: string, index: number): AmountAhead {
  return ahead(AMOUNTS_BY_LETTER, letters, index) ?? 'missing';
}

function ahead<Kind>(
  rows: ReadonlyMap<string, readonly Row<Kind>[]>,
  letters: string,
  index: number,
): Kind | undefined {
  for (const { ahead, pattern } of rows.get(letters.charAt(index)) ?? []) {
    if (pattern === undefined) return ahead;
    pattern.lastIndex = index;
    if (pattern.test(letters)) return ahead;
  }
  return undefined;
}
