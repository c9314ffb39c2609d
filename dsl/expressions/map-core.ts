/** Expressions rebuilt: what they read put for something else. */
import type { Core } from './core.ts';

/** An expression with `change` made to its inputs and tables, bottom up. */
export function mapCore(core: Core, change: (part: Core) => Core): Core {
  const inner = (part: Core): Core => mapCore(part, change);
  switch (core.kind) {
    case 'input':
    case 'is':
      return change(core);
    case 'negate':
    case 'not':
      return { ...core, of: inner(core.of) };
    case 'arithmetic':
    case 'compare':
      return { ...core, left: inner(core.left), right: inner(core.right) };
    case 'all':
    case 'any':
    case 'count':
      return { ...core, of: core.of.map(inner) };
    case 'choose':
      return {
        ...core,
        condition: inner(core.condition),
        then: inner(core.then),
        otherwise: inner(core.otherwise),
      };
    case 'call':
      return { ...core, arguments: core.arguments.map(inner) };
    case 'rows':
      return change({ ...core, of: core.of && inner(core.of) });
    case 'peers':
      return { ...core, of: inner(core.of) };
    case 'constant':
    case 'truth':
    case 'weight':
      return core;
  }
}
