/** Texts that are numbers on their own: weights, tolerances, rounding. */
import {
  type Core,
  type Rational,
  type Scope,
  ZERO,
  fromExactText,
  parseDecimal,
  readExpression,
} from '../dsl/index.ts';
import { compile } from './compile.ts';
import { isNumber } from './value.ts';

/** The number a text is, in base units; undefined when it is none. A unit 分 may follow. */
export function constantOf(text: string): Rational | undefined {
  return parseDecimal(text.trim().replace(/\s*分$/, '')) ?? fromExactText(text.trim());
}

/** The value of an expression that reads no data. */
export function constantValue(core: Core): Rational | undefined {
  const value = compile(core, () => -1)({ get: () => ({ lack: 'missing', keys: [] }), weight: ZERO });
  return isNumber(value) ? value : undefined;
}

/** The value of an expression text that may use parameters; `define` gives a parameter's expression. */
export function evaluateConstant(
  text: string,
  scope: Scope,
  define: (key: string) => Core | undefined,
): Rational | undefined {
  const plain = constantOf(text);
  if (plain !== undefined) return plain;
  const read = readExpression(text, scope, () => undefined);
  return read === undefined ? undefined : constantValue(withDefinitions(read.core, define));
}

function withDefinitions(core: Core, define: (key: string) => Core | undefined): Core {
  switch (core.kind) {
    case 'input':
      return define(core.measure.key) ?? core;
    case 'negate':
    case 'not':
      return { ...core, of: withDefinitions(core.of, define) };
    case 'arithmetic':
    case 'compare':
      return { ...core, left: withDefinitions(core.left, define), right: withDefinitions(core.right, define) };
    case 'all':
    case 'any':
    case 'count':
      return { ...core, of: core.of.map((part) => withDefinitions(part, define)) };
    case 'choose':
      return {
        ...core,
        condition: withDefinitions(core.condition, define),
        then: withDefinitions(core.then, define),
        otherwise: withDefinitions(core.otherwise, define),
      };
    case 'call':
      return { ...core, arguments: core.arguments.map((part) => withDefinitions(part, define)) };
    case 'constant':
    case 'truth':
    case 'is':
    case 'weight':
      return core;
  }
}
