/** Expressions rebuilt: from changed parts, or with what they read put for something else. */
import type { Core } from './core.ts';

/** The expression with each direct part mapped; what is gathered over rows or units is left as it is, as partsOf leaves it. */
export function mapParts(core: Core, map: (part: Core) => Core): Core {
  switch (core.kind) {
    case 'constant':
    case 'truth':
    case 'input':
    case 'is':
    case 'weight':
    case 'rows':
    case 'peers':
      return core;
    case 'negate':
    case 'not':
      return { ...core, of: map(core.of) };
    case 'arithmetic':
    case 'compare':
      return { ...core, left: map(core.left), right: map(core.right) };
    case 'all':
    case 'any':
    case 'count':
      return { ...core, of: core.of.map(map) };
    case 'choose':
      return { ...core, condition: map(core.condition), then: map(core.then), otherwise: map(core.otherwise) };
    case 'call':
      return { ...core, arguments: core.arguments.map(map) };
  }
}

/** An expression with `change` made to its inputs and tables, bottom up. */
export function mapCore(core: Core, change: (part: Core) => Core): Core {
  const inner = (part: Core): Core => mapCore(part, change);
  if (core.kind === 'input' || core.kind === 'is') return change(core);
  if (core.kind === 'rows') return change({ ...core, of: core.of && inner(core.of) });
  return core.kind === 'peers' ? { ...core, of: inner(core.of) } : mapParts(core, inner);
}
