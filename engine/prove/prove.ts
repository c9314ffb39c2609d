/**
 * Proofs over a whole ruleset, beyond what linking says of each sentence: which way points go, what is never used, cross-checks that
 * cannot hold. Nothing here bears on scoring; waivers of these findings are heard here.
 */
import { collector } from '../../dsl/index.ts';
import type { Linked } from '../ruleset/link.ts';
import { isProofCode } from '../files/messages-proofs.ts';
import { Memory } from '../ruleset/memory.ts';
import { proveChecks } from './checks.ts';
import { proveDirections } from './direction.ts';
import { proveUse } from './use.ts';
import { waive } from '../ruleset/waivers.ts';

/** A linked ruleset with what the proofs found as well; the `memory` it was linked with spares what is as it was. */
export function prove({ ruleset, diagnostics, waived }: Linked, memory = new Memory()): Linked {
  const { report, diagnostics: found } = collector();
  proveDirections(ruleset, memory, report);
  proveUse(ruleset, report);
  proveChecks(ruleset, report);
  const proved = waive(ruleset.file, found, isProofCode);
  return {
    ruleset,
    diagnostics: [...diagnostics, ...proved.diagnostics],
    waived: [...waived, ...proved.waived],
  };
}
