/** Waits for what was written before, so that a figure is of its own work: a commit of a hundred megabytes would otherwise wait for those of the step before it. */
import { execFileSync } from 'node:child_process';

/** Linux and macOS have the command; elsewhere nothing is waited for. */
export function settleDisk(): void {
  if (process.platform !== 'win32') execFileSync('sync');
}
