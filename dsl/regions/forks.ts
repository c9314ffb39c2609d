/** Numbers that are one thing or another: absolute values, the larger of several, 若…则…否则…, taken apart into a condition and both ways. */
import { type Core, partsOf } from '../expressions/core.ts';
import { mapParts } from '../expressions/map-core.ts';
import { ZERO } from '../numbers/number.ts';

/** An expression that is `then` where a condition holds, else `otherwise`. */
export interface Fork {
  readonly condition: Core;
  readonly then: Core;
  readonly otherwise: Core;
}

/** The first fork in a number, the rest of the number put around both ways; undefined where there is none. */
export function forkIn(core: Core): Fork | undefined {
  const own = forkOf(core);
  if (own !== undefined) return own;
  if (core.kind !== 'arithmetic' && core.kind !== 'negate' && core.kind !== 'call') return undefined;
  for (const part of partsOf(core)) {
    const fork = forkIn(part);
    if (fork === undefined) continue;
    const around = (way: Core): Core => mapParts(core, (other) => (other === part ? way : other));
    return { condition: fork.condition, then: around(fork.then), otherwise: around(fork.otherwise) };
  }
  return undefined;
}

function forkOf(core: Core): Fork | undefined {
  if (core.kind === 'choose') return core;
  if (core.kind !== 'call') return undefined;
  const { name, arguments: all, span } = core;
  const [first, second, ...others] = all;
  if (first === undefined) return undefined;
  if (name === 'abs') {
    const condition: Core = { kind: 'compare', operator: '≥', left: first, right: constantZero(core), span };
    return { condition, then: first, otherwise: { kind: 'negate', of: first, span } };
  }
  if ((name !== 'max' && name !== 'min') || second === undefined) return undefined;
  const rest: Core = others.length === 0 ? second : { ...core, arguments: [second, ...others] };
  const operator = name === 'max' ? '≥' : '≤';
  return { condition: { kind: 'compare', operator, left: first, right: rest, span }, then: first, otherwise: rest };
}

function constantZero({ span }: Core): Core {
  return { kind: 'constant', value: ZERO, span };
}
