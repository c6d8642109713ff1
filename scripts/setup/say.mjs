/** How set-up talks: one line a step on standard error, so that what a command prints on standard output stays its own. */

/** @param {string} line */
export function say(line) {
  process.stderr.write(`· ${line}\n`);
}

/** For what must not be overlooked. @param {readonly string[]} lines */
export function sayLoudly(lines) {
  const width = Math.max(...lines.map((line) => line.length));
  const bar = '!'.repeat(width + 4);
  process.stderr.write(
    `\n${bar}\n${lines.map((line) => `! ${line.padEnd(width)} !`).join('\n')}\n${bar}\n\n`,
  );
}

/** A set-up step that cannot go on; its message says what to do. */
export class SetupError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'SetupError';
  }
}
