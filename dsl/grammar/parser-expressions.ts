/**
 * The grammar of expressions, shared by formulas and sentences:
 *
 *   expression := operand (operator operand)*          one flat rule over operators.ts
 *   operand    := leaf | － operand | 非 operand | primary [(与 primary)* 较低者]
 *   primary    := quantity | date | rank | name | phrase | 分值 | 满分 | （ expression ） | function（ expression ，… ）
 *               | 若 expression 则 expression 否则 expression
 *
 * The grammar is total: a missing operand or bracket is reported and parsing goes on, so one slip does not hide the next.
 */
import { EmbeddedActionsParser, type IToken, type ParserMethod } from 'chevrotain';
import type { BinaryOperator, Expression, Quantity } from '../text/ast.ts';
import type { Report } from '../text/diagnostic.ts';
import { payloadOf } from '../words/lexer.ts';
import { diagnose } from '../text/messages.ts';
import { levelOf } from '../words/operators.ts';
import { type Span, cover } from '../text/source.ts';
import { ALL_TYPES, LEAF, LEAF_LETTERS, type TokenKind, TYPES } from '../words/tokens.ts';

/** `all`: every operator · `arithmetic`: ＋－×÷ only, and a dash between two numbers is a range, left for the caller. */
export type Reach = 'all' | 'arithmetic';

const OPERATOR_OF: Partial<Record<TokenKind, BinaryOperator>> = {
  plus: '＋',
  dash: '－',
  times: '×',
  divide: '÷',
  and: '且',
  or: '或',
};
const OPERATOR_LETTERS: Readonly<Record<Reach, string>> = { all: '+-*/C&|', arithmetic: '+-*/' };

/** The number of the OR that `choose` records: a rule has at most one, beside others that count from 0. */
const CHOOSE = 9;

/** Span of a token. */
export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}

/** Expressions; the parser of sentences builds on it. */
export class ExpressionParser extends EmbeddedActionsParser {
  protected text = '';
  protected letters = '';
  protected report: Report = () => undefined;

  constructor() {
    super([...ALL_TYPES], { maxLookahead: 1, skipValidations: false, recoveryEnabled: false });
  }

  /** Index of the next token among all. */
  protected get index(): number {
    return payloadOf(this.LA(1)).index ?? this.letters.length;
  }

  /** Whether any token is left. */
  protected get more(): boolean {
    return this.index < this.letters.length;
  }

  /** Whether the letters from the next token on match a sticky pattern. All is seen while the grammar is recorded. */
  protected sees(pattern: RegExp): boolean {
    if (this.RECORDING_PHASE) return true;
    pattern.lastIndex = this.index;
    return pattern.test(this.letters);
  }

  /** Whether the next letter is one of these; as `sees`, at a glance. */
  protected isNext(letters: string): boolean {
    if (this.RECORDING_PHASE) return true;
    const letter = this.letters.charAt(this.index);
    return letter !== '' && letters.includes(letter);
  }

  /** Runs the alternative that the letters have decided on. Chevrotain records them all, as one OR. */
  protected choose<Name extends string, Tree>(
    alternatives: Readonly<Record<Name, () => Tree>>,
    decide: () => Name,
  ): Tree {
    if (!this.RECORDING_PHASE) return alternatives[decide()]();
    const recorded: readonly (() => Tree)[] = Object.values(alternatives);
    return this.or(CHOOSE, { IGNORE_AMBIGUITIES: true, DEF: recorded.map((ALT) => ({ ALT })) });
  }

  /** Where what was taken so far ends; of 的（含） the mark was taken first. */
  protected get here(): number {
    const last = [this.LA(0), this.LA(-1)].filter(({ startOffset }) => startOffset >= 0);
    return Math.max(0, ...last.map((token) => spanOf(token).end));
  }

  protected readonly expression: ParserMethod<[Reach], Expression> = this.RULE(
    'expression',
    (reach: Reach): Expression => {
      const first = this.SUBRULE(this.operand);
      if (!this.isNext(OPERATOR_LETTERS[reach])) return first;
      const operands: Expression[] = [first];
      const operators: BinaryOperator[] = [];
      this.MANY({
        GATE: () => this.operatorAhead(reach),
        DEF: () => {
          const token = this.OR([
            { ALT: () => this.CONSUME(TYPES.plus) },
            { ALT: () => this.CONSUME(TYPES.dash) },
            { ALT: () => this.CONSUME(TYPES.times) },
            { ALT: () => this.CONSUME(TYPES.divide) },
            { ALT: () => this.CONSUME(TYPES.compare) },
            { ALT: () => this.CONSUME(TYPES.and) },
            { ALT: () => this.CONSUME(TYPES.or) },
          ]);
          const right = this.SUBRULE2(this.operand);
          this.ACTION(() => {
            operators.push(operatorOf(token));
            operands.push(right);
          });
        },
      });
      return this.ACTION(() => climb(operands, operators));
    },
  );

  private operatorAhead(reach: Reach): boolean {
    if (!this.isNext(OPERATOR_LETTERS[reach])) return false;
    if (reach === 'all' || !this.isNext('-')) return true;
    return !(/[qpdoK]/.test(this.letters.charAt(this.index - 1)) && this.sees(/-[qpdoa]/y));
  }

  private readonly operands = {
    leaf: () => this.leaf(this.CONSUME(LEAF)),
    composed: () => this.SUBRULE(this.composed),
  };

  private readonly operand: ParserMethod<[], Expression> = this.RULE('operand', (): Expression =>
    this.choose(this.operands, () => (this.leafAhead() ? 'leaf' : 'composed')),
  );

  /** Most operands are one token, with nothing before or behind that belongs to it. */
  private leafAhead(): boolean {
    const behind = this.letters.charAt(this.index + 1);
    return this.isNext(LEAF_LETTERS) && behind !== 'J' && behind !== 'A';
  }

  private readonly composed: ParserMethod<[], Expression> = this.RULE('composed', (): Expression => {
    const signs: IToken[] = [];
    this.MANY(() => {
      const sign = this.OR([
        { ALT: () => this.CONSUME(TYPES.dash) },
        { ALT: () => this.CONSUME(TYPES.plus) },
        { ALT: () => this.CONSUME(TYPES.not) },
      ]);
      this.ACTION(() => signs.unshift(sign));
    });
    const operand = this.SUBRULE(this.picked);
    return this.ACTION(() => signs.reduce(signed, operand));
  });

  private readonly picked: ParserMethod<[], Expression> = this.RULE('picked', (): Expression => {
    const items: Expression[] = [this.SUBRULE(this.sized)];
    let pick: IToken | undefined;
    this.OPTION({
      GATE: () => this.sees(/(J[NqpP])+T/y),
      DEF: () => {
        this.AT_LEAST_ONE(() => {
          this.CONSUME(TYPES.joint);
          const item = this.SUBRULE2(this.sized);
          this.ACTION(() => items.push(item));
        });
        pick = this.CONSUME(TYPES.pick);
      },
    });
    return this.ACTION((): Expression => {
      const [first] = items;
      if (pick === undefined && first !== undefined) return first;
      const span = cover(...items.map((item) => item.span), ...(pick === undefined ? [] : [spanOf(pick)]));
      return pickedFrom(pick === undefined ? '' : payloadOf(pick).value, items, span);
    });
  });

  /** |甲| */
  private readonly barred: ParserMethod<[], Expression> = this.RULE('barred', (): Expression => {
    const open = this.CONSUME(TYPES.bar);
    const inner = this.SUBRULE(this.expression, { ARGS: ['arithmetic'] });
    this.OPTION(() => this.CONSUME2(TYPES.bar));
    return this.ACTION((): Expression => ({
      kind: 'call',
      name: '绝对值',
      arguments: [inner],
      span: { start: open.startOffset, end: this.here },
    }));
  });

  /** 甲的绝对值, 正负甲 */
  private readonly sized: ParserMethod<[], Expression> = this.RULE('sized', (): Expression => {
    const before = this.OPTION(() => this.CONSUME(TYPES.absolute));
    const inner = this.SUBRULE(this.primary);
    const behind = this.OPTION2(() => this.CONSUME2(TYPES.absolute));
    return this.ACTION((): Expression => {
      const words = [before, behind].filter((token) => token !== undefined);
      if (words.length === 0) return inner;
      return { kind: 'call', name: '绝对值', arguments: [inner], span: cover(inner.span, ...words.map(spanOf)) };
    });
  });

  private readonly primary: ParserMethod<[], Expression> = this.RULE('primary', (): Expression => {
    return this.OR([
      { ALT: () => this.leaf(this.CONSUME(LEAF)) },
      { ALT: () => this.SUBRULE(this.bracket) },
      { ALT: () => this.SUBRULE(this.barred) },
      { ALT: () => this.SUBRULE(this.call) },
      { ALT: () => this.SUBRULE(this.conditional) },
      { ALT: () => this.ACTION(() => this.missing('数、名称或左括号')) },
    ]);
  });

  private readonly bracket: ParserMethod<[], Expression> = this.RULE('bracket', (): Expression => {
    const open = this.CONSUME(TYPES.open);
    const inner = this.SUBRULE(this.expression, { ARGS: ['all'] });
    this.OPTION(() => this.CONSUME(TYPES.close));
    return this.ACTION((): Expression => ({
      kind: 'bracket',
      inner,
      span: { start: open.startOffset, end: this.here },
    }));
  });

  private readonly call: ParserMethod<[], Expression> = this.RULE('call', (): Expression => {
    const name = this.CONSUME(TYPES.function);
    this.OPTION2(() => this.CONSUME(TYPES.open));
    const items: Expression[] = [];
    this.MANY_SEP({
      SEP: TYPES.comma,
      DEF: () => {
        const item = this.SUBRULE(this.expression, { ARGS: ['all'] });
        this.ACTION(() => items.push(item));
      },
    });
    this.OPTION(() => this.CONSUME(TYPES.close));
    return this.ACTION((): Expression => ({
      kind: 'call',
      name: payloadOf(name).value,
      arguments: items,
      span: { start: name.startOffset, end: this.here },
    }));
  });

  private readonly conditional: ParserMethod<[], Expression> = this.RULE('conditional', (): Expression => {
    const start = this.CONSUME(TYPES.if);
    const condition = this.SUBRULE(this.expression, { ARGS: ['all'] });
    this.OPTION(() => this.CONSUME(TYPES.comma));
    let then: Expression | undefined;
    let otherwise: Expression | undefined;
    this.OPTION2(() => {
      this.CONSUME(TYPES.then);
      then = this.SUBRULE2(this.expression, { ARGS: ['all'] });
    });
    this.OPTION3({
      GATE: () => this.sees(/[,;]?[jQ]/y),
      DEF: () => {
        this.OPTION4(() =>
          this.OR([{ ALT: () => this.CONSUME2(TYPES.comma) }, { ALT: () => this.CONSUME(TYPES.hard) }]),
        );
        this.OR2([{ ALT: () => this.CONSUME(TYPES.else) }, { ALT: () => this.CONSUME(TYPES.otherwise) }]);
        otherwise = this.SUBRULE3(this.expression, { ARGS: ['all'] });
      },
    });
    return this.ACTION((): Expression => ({
      kind: 'if',
      condition,
      then: then ?? this.missing('“则”和得数'),
      otherwise: otherwise ?? this.missing('“否则”和得数'),
      span: { start: start.startOffset, end: this.here },
    }));
  });

  /** Reports a token that no rule takes. */
  protected leftOver(token: IToken): void {
    this.report(diagnose('not-understood', spanOf(token), { text: token.image }));
  }

  /** Stands in for what should follow and does not, and says so. */
  protected missing(expected: string): Expression {
    const span = { start: this.here, end: this.here };
    this.report(diagnose('incomplete', span, { expected }));
    return { kind: 'missing', span };
  }

  protected leaf(token: IToken): Expression {
    return this.ACTION((): Expression => {
      const { kind, value, unit } = payloadOf(token);
      const span = spanOf(token);
      if (kind === 'quantity' || kind === 'points') return { kind: 'quantity', figure: value, unit, span };
      if (kind === 'date') return { kind: 'date', text: value, span };
      if (kind === 'rank') return { kind: 'rank', figure: value, span };
      if (kind === 'name') return { kind: 'name', name: value, span };
      if (kind === 'weight' || kind === 'full') return { kind: 'weight', span };
      return { kind: 'phrase', text: this.text.slice(span.start, span.end), span };
    });
  }
}

function signed(operand: Expression, sign: IToken): Expression {
  const { kind } = payloadOf(sign);
  const span = cover(spanOf(sign), operand.span);
  if (kind === 'plus') return operand;
  return { kind: 'unary', operator: kind === 'not' ? '非' : '－', operand, span };
}

/** 甲与乙中较低者, 甲与乙相差, 甲与乙之比 */
function pickedFrom(pick: string, items: readonly Expression[], span: Span): Expression {
  const [left, right] = items;
  if (left === undefined || right === undefined || (pick !== '相差' && pick !== '之比'))
    return { kind: 'call', name: pick, arguments: items, span };
  if (pick === '之比') return { kind: 'binary', operator: '÷', left, right, span };
  const apart: Expression = { kind: 'binary', operator: '－', left, right, span: cover(left.span, right.span) };
  return { kind: 'call', name: '绝对值', arguments: [apart], span };
}

/** The quantity a token holds. */
export function quantityOf(token: IToken): Quantity {
  const { value, unit, also } = payloadOf(token);
  const quantity: Quantity = { kind: 'quantity', figure: value, unit, span: spanOf(token) };
  return also === undefined ? quantity : { ...quantity, also };
}

function operatorOf(token: IToken): BinaryOperator {
  const { kind, value } = payloadOf(token);
  if (kind === 'compare') return comparisonOf(value);
  return OPERATOR_OF[kind] ?? '＋';
}

/** The comparison a word of the vocabulary stands for. */
export function comparisonOf(value: string): '<' | '≤' | '=' | '≠' | '≥' | '>' {
  return value === '<' || value === '≤' || value === '≠' || value === '≥' || value === '>' ? value : '=';
}

/** Builds the tree of a flat run of operands by binding level; left-associative. */
function climb(operands: readonly Expression[], operators: readonly BinaryOperator[]): Expression {
  const values: Expression[] = [];
  const pending: BinaryOperator[] = [];
  const reduce = (): void => {
    const [right, left, operator] = [values.pop(), values.pop(), pending.pop()];
    if (left === undefined || right === undefined || operator === undefined)
      throw new Error('operators and operands do not pair');
    values.push({ kind: 'binary', operator, left, right, span: cover(left.span, right.span) });
  };
  operands.forEach((operand, index) => {
    values.push(operand);
    const next = operators[index];
    const top = (): number => levelOf(pending[pending.length - 1] ?? '或');
    while (pending.length > 0 && (next === undefined || top() >= levelOf(next))) reduce();
    if (next !== undefined) pending.push(next);
  });
  const [root] = values;
  if (root === undefined) throw new Error('an expression has at least one operand');
  return root;
}
