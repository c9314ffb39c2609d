/**
 * One source file as the architecture sees it: what it imports, what it exports wholesale, how it begins, how long it is.
 * Read by TypeScript's own parser, so a comment or a string that looks like an import is none.
 */
import { posix } from 'node:path';
import ts from 'typescript';

/** An import, re-export, dynamic import or import type. */
interface Import {
  /** As written: `./lexer.ts`, `../dsl/index.ts`, `node:fs`, `@noble/hashes/sha2.js`. */
  readonly specifier: string;
  /** Path of the file meant, from the root of the repository; undefined for libraries and for Node itself. */
  readonly target: string | undefined;
}

/** A source file; `path` is from the root of the repository, with `/`. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly exportsAll: boolean;
  readonly exportsDefault: boolean;
  readonly beginsWithComment: boolean;
  readonly lines: number;
}

/** Reads a file's text as a Source. */
export function readSource(path: string, text: string): Source {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  let exportsAll = false;
  let exportsDefault = false;

  const add = (literal: ts.Node | undefined): void => {
    if (literal === undefined || !ts.isStringLiteralLike(literal)) return;
    const specifier = literal.text;
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined;
    imports.push({ specifier, target });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier);
    if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier);
      const clause = node.exportClause;
      if (clause === undefined || ts.isNamespaceExport(clause)) exportsAll = true;
      else if (clause.elements.some((element) => element.name.text === 'default')) exportsDefault = true;
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    if (ts.isExportAssignment(node) || hasDefaultModifier(node)) exportsDefault = true;
    ts.forEachChild(node, visit);
  };
  visit(file);

  return {
    path,
    text,
    imports,
    exportsAll,
    exportsDefault,
    beginsWithComment: /^(#!.*\n)?\/[*/]/.test(text),
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
  };
}

/** `export default function …` and `export default class …`; every other default is an export assignment. */
function hasDefaultModifier(node: ts.Node): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false;
}
