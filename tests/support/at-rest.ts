/** When an application that nobody is attached to has done what it was asked: nothing else shows it but its pixels. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { processTree } from '../../scripts/desktop/process-tree.ts';

const LOOK_EVERY_MS = 100;
const LOOKS = 8;

/** Resolves when no thread of the process and its children has run, or waited for a processor or a disk, at eight looks in a row. */
export async function untilAtRest(root: number): Promise<void> {
  for (let quiet = 0; quiet < LOOKS; quiet++) {
    await sleep(LOOK_EVERY_MS);
    if (processTree(root).some(isBusy)) quiet = -1;
  }
}

function isBusy(pid: number): boolean {
  try {
    return readdirSync(`/proc/${pid}/task`).some((thread) =>
      /^State:\s*[RD]/m.test(readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8')),
    );
  } catch {
    // It has ended meanwhile.
    return true;
  }
}
