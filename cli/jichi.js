#!/usr/bin/env node
/**
 * The command `jichi`: checks the Node it runs on, then hands over to main.ts, which such a Node can read.
 * The import is dynamic because a static one would be resolved, and fail, before the check could speak.
 */
import { requireNode } from './node-version.js';

requireNode();
await import('./main.ts');
