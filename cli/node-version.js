/**
 * The Node that Jichi needs, and what a person is told who runs an older one.
 * Plain JavaScript in an old dialect: a Node too old to read TypeScript must still be able to say so.
 */

/** Oldest version that runs TypeScript files as they are. */
const OLDEST = { major: 22, minor: 18 };

/**
 * Whether a version, as in `process.versions.node`, is new enough.
 * @param {string} version
 * @returns {boolean}
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
}

/**
 * Ends the process with exit code 2 and a message in both languages when the running Node is too old.
 * @returns {void}
 */
export function requireNode() {
  const running = process.versions.node;
  if (isSupportedNode(running)) return;
  const needed = `${OLDEST.major}.${OLDEST.minor}`;
  process.stderr.write(
    `jichi: 需要 Node ${needed} 或更新版本，当前是 ${running}。请用 “npm run -s jichi -- …” 运行：npm ci 已装好合适的 Node。\n` +
      `jichi: needs Node ${needed} or newer, this is ${running}. Run “npm run -s jichi -- …”: npm ci has installed a fitting Node.\n`,
  );
  process.exit(2);
}
