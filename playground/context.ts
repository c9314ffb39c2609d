/** How every part of the page comes by the sitting and by its words. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Comparison } from './compare/comparison.ts';
import type { prepareMonaco } from './editor/monaco.ts';
import type { Desk } from './files/desk.ts';
import type { Session } from './session.ts';
import { type Words, wordsIn } from './words.ts';

/** The sitting all parts share. */
export const SessionContext = createContext<Session | undefined>(undefined);

/** The sitting. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('every part of the page stands inside a sitting');
  return session;
}

/** What lies between the sitting and the user's files. */
export const DeskContext = createContext<Desk | undefined>(undefined);

/** The way to files. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('every part of the page stands beside a desk');
  return desk;
}

/** What the ruleset is compared with. */
export const ComparisonContext = createContext<Comparison | undefined>(undefined);

/** The comparison of the sitting. */
export function useComparison(): Comparison {
  const comparison = useContext(ComparisonContext);
  if (comparison === undefined) throw new Error('every part of the page stands beside an edition to compare with');
  return comparison;
}

/** The page's words in the language it is shown in. */
export function useWords(): Words {
  return wordsIn(useSession().lang.value);
}

/** Brings the editors in, once. */
export const EditorsContext = createContext<(() => Promise<Editors>) | undefined>(undefined);

/** The way to editors. */
export type Editors = ReturnType<typeof prepareMonaco>;

/** The editors, loaded when first asked for. */
export function useEditors(): () => Promise<Editors> {
  const editors = useContext(EditorsContext);
  if (editors === undefined) throw new Error('every part of the page stands where editors are');
  return editors;
}
