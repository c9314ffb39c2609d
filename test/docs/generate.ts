/** `npm run docs`: writes docs/language.md from the language’s own tables and tested examples. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { languagePage } from './page.ts';

const folder = new URL('../../docs/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('language.md', folder), languagePage());
