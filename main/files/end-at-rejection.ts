/** Ends a process whose promise failed and nobody heard of it: Electron prints that since 37 and lets the process go on. */

/** For the entry of a process that holds keys or reads what is hostile: what it would be afterwards, nobody has thought of. */
export function endAtRejection(): void {
  process.on('unhandledRejection', () => process.exit(1));
}
