/**
 * What begins here? Clause families are told apart by patterns over token letters (tokens.ts), tried in order: the first
 * that matches says which chunk the next tokens are. A new family is a line here and a small rule in the parser.
 */

/** Kinds of chunk the parser can be sent to. */
export type Ahead =
  | 'break'
  | 'heading'
  | 'mark'
  | 'stop'
  | 'series'
  | 'basis'
  | 'highest'
  | 'reading'
  | 'definition'
  | 'limit'
  | 'step'
  | 'note'
  | 'bracket'
  | 'award'
  | 'condition'
  | 'unknown';

const CLAUSES: readonly (readonly [Ahead, RegExp])[] = [
  ['break', /[,;:]/y],
  ['heading', /[PN](?:\([PWF]?e?p\))?:/y],
  ['mark', /m/y],
  ['stop', /X/y],
  ['series', /s/y],
  ['highest', /P?h/y],
  ['basis', /y?N?[qdo]K?n/y],
  ['reading', /N?C[q][xt]?(?:,?(?:i|U|0(?=\))|y[qpF]k?)|y?R)/y],
  [
    'definition',
    /[NP]C(?:\([^()]{0,60}\)|[^(),;:VF0GREUxCS]){0,60}[*/](?:\([^()]{0,60}\)|[^(),;:VF0GREUxCS]){0,60}(?=[,;]|$)/y,
  ],
  ['limit', /c?[FW]e?p(?=[,;)]|$)|P?V?MV*[pqFW]|Cpx?yp?V?pk?|P?y?[pq]u|C[p](?=[u,;)]|$)/y],
  ['step', /(?:[^,;:mVFR0XMG]{0,40}?t,)?[^,;:mVFR0XMG]{0,40}?E/y],
  ['note', /(?!\(p\))\([^()VFiUCRkSE0sX]{0,60}\)(?![-+*/C])/y],
  ['bracket', /[()](?![^()]{0,60}\)[-+*/C])|\)/y],
  [
    'award',
    /[cyVB]*(?:G|F|0|R|P?w|g[PL]|B?p(?![-~SKCe]|x?&)|W|V(?:[N@(IWqp]))|U|I|yP?[N@(]|yP[*/]|[NW@(][NWqp@()+*/-]{0,60}[*/][NWqp@()+*/-]{0,60}(?=[,;]|$)|[cyVB]+[qp]K?[-~][qp]|qK?[-~]pK?(?:S?w|(?=[,;)]|$))|y[qp].{0,20}?k/y,
  ],
  ['condition', /[NLPqpoda(@!ZHCQjbWIA]|-[qpdo]/y],
  ['unknown', /./y],
];

/** The chunk that begins at `index`. */
export function chunkAhead(letters: string, index: number): Ahead {
  for (const [ahead, pattern] of CLAUSES) {
    pattern.lastIndex = index;
    if (pattern.test(letters)) return ahead;
  }
  return 'unknown';
}

/** Forms of one condition. */
export type AtomAhead = 'not' | 'level' | 'otherwise' | 'beyond' | 'presence' | 'predicate' | 'holds';

const ATOMS: readonly (readonly [AtomAhead, RegExp])[] = [
  ['not', /!/y],
  ['level', /[PN]?e?L/y],
  ['otherwise', /[Qj]/y],
  ['beyond', /b|C(?=[x,;V0FRUGyc]|$)/y],
  ['presence', /[ZH]N/y],
  [
    'predicate',
    /(?![ZH])(?:(?:\([^()]{0,60}\)|[^,;:x&|VFRUGE0()]){0,60}?(?:[CSKa~]|[qpdo][-~][qpdo])|P?Ne?[qdo](?![PN])|[qpdo])/y,
  ],
  ['holds', /[^]/y],
];

/** The form of condition that begins at `index`. */
export function atomAhead(letters: string, index: number): AtomAhead {
  for (const [ahead, pattern] of ATOMS) {
    pattern.lastIndex = index;
    if (pattern.test(letters)) return ahead;
  }
  return 'holds';
}
