// Formatting of ts, js and json. YAML and Markdown are official text or prose and stay as their authors set them.

/** @type {import('prettier').Config} */
export default {
  printWidth: 120,
  singleQuote: true,
  quoteProps: 'consistent',
};
