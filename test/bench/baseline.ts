/**
 * The bare parser that the language is measured against: Chevrotain’s lexer over four patterns and an embedded-actions parser with one
 * flat infix rule, its tree built by binding level. It does the least that any Chevrotain parser of expressions must.
 */
import { createToken, EmbeddedActionsParser, type IToken, Lexer, type ParserMethod } from 'chevrotain';

const Operator = createToken({ name: 'Operator', pattern: /[+\-×÷]/ });
const Figure = createToken({ name: 'Figure', pattern: /\d+/ });
const Name = createToken({ name: 'Name', pattern: /[\u4e00-\u9fff]+/ });
const Blank = createToken({ name: 'Blank', pattern: / +/, group: Lexer.SKIPPED });
const TYPES = [Blank, Name, Figure, Operator];

type Tree = string | { readonly operator: string; readonly left: Tree; readonly right: Tree };

const LEVELS: Readonly<Record<string, number>> = { '+': 1, '-': 1, '×': 2, '÷': 2 };

class FlatParser extends EmbeddedActionsParser {
  constructor() {
    super(TYPES, { maxLookahead: 1 });
    this.performSelfAnalysis();
  }

  readonly expression: ParserMethod<[], Tree> = this.RULE('expression', (): Tree => {
    const operands: Tree[] = [this.SUBRULE(this.operand)];
    const operators: IToken[] = [];
    this.MANY(() => {
      operators.push(this.CONSUME(Operator));
      operands.push(this.SUBRULE2(this.operand));
    });
    return this.ACTION(() => climb(operands, operators));
  });

  private readonly operand: ParserMethod<[], Tree> = this.RULE('operand', (): Tree =>
    this.OR([{ ALT: () => this.CONSUME(Figure).image }, { ALT: () => this.CONSUME(Name).image }]),
  );
}

function climb(operands: readonly Tree[], operators: readonly IToken[]): Tree {
  const values: Tree[] = [];
  const pending: string[] = [];
  const reduce = (): void => {
    const [right = '', left = '', operator = ''] = [values.pop(), values.pop(), pending.pop()];
    values.push({ operator, left, right });
  };
  operands.forEach((operand, index) => {
    values.push(operand);
    const next = operators[index]?.image;
    while (pending.length > 0 && (LEVELS[pending.at(-1) ?? ''] ?? 0) >= (LEVELS[next ?? ''] ?? 0)) reduce();
    if (next !== undefined) pending.push(next);
  });
  return values[0] ?? '';
}

const LEXER = new Lexer(TYPES, { ensureOptimizations: true, positionTracking: 'onlyOffset' });
const PARSER = new FlatParser();

/** Lexes and parses an infix text. */
export function parseFlat(text: string): Tree {
  PARSER.input = LEXER.tokenize(text).tokens;
  const tree = PARSER.expression();
  const [error] = PARSER.errors;
  if (error !== undefined) throw error;
  return tree;
}

/** An infix text of `count` tokens, an odd number at least as large. */
export function flatText(count: number): string {
  const operands = Array.from({ length: Math.floor(count / 2) + 1 }, (_, index) =>
    index % 2 === 0 ? '支出合计' : '100',
  );
  return operands.map((operand, index) => (index === 0 ? operand : `${'+×-÷'.charAt(index % 4)}${operand}`)).join('');
}
