/** What the kernel says of processes: which belong together, what they hold, whether they are gone. Linux alone tells it this way. */
import { readdirSync, readFileSync } from 'node:fs';

function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return '';
  }
}

const kilobytes = (text: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);

/** A process and all that it or its children have started, by their ids. */
export function familyOf(pid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? /^PPid:\s+(\d+)/m.exec(readProc(`${name}/status`))?.[1] : undefined;
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const family = new Set([pid]);
  for (let grown = -1; grown !== family.size;) {
    grown = family.size;
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child);
  }
  return [...family];
}

/** A page's process, or one that runs a service of our own in Node: of an application that has one window, the vault. */
export const isVaultOrPage = (pid: number): boolean =>
  /--type=renderer|--utility-sub-type=node\.mojom\.NodeService/.test(readProc(`${pid}/cmdline`));

/** The most that one has held so far, in MB (VmHWM). */
export const mostMegabytes = (pid: number): number => kilobytes(readProc(`${pid}/status`), 'VmHWM') / 1000;

/** From -20, which is served first, to 19. */
export const priorityOf = (pid: number): number =>
  Number(readProc(`${pid}/stat`).split(') ')[1]?.split(' ')[16]);

/** Memory of a family in MB: what is shared is counted once, by shares (PSS). */
export function familyMegabytes(pid: number): number {
  return (
    familyOf(pid).reduce((sum, member) => sum + kilobytes(readProc(`${member}/smaps_rollup`), 'Pss'), 0) /
    1000
  );
}

export interface MemorySample {
  readonly at: bigint;
  readonly megabytes: number;
}

const SAMPLE_EVERY_MS = 10;

/** What a process has in memory (RSS), a hundred times a second, each with the kernel's monotonic time in ns. */
export function watchMemory(pid: number): { stop(): readonly MemorySample[] } {
  const samples: MemorySample[] = [];
  const look = (): void =>
    void samples.push({
      at: process.hrtime.bigint(),
      megabytes: kilobytes(readProc(`${pid}/status`), 'VmRSS') / 1000,
    });
  const timer = setInterval(look, SAMPLE_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      look();
      return samples;
    },
  };
}

/** No such process any more, or one whose memory is given back and that only waits to be buried, every thread of it. */
function isGone(pid: number): boolean {
  if (!/^State:\s+[A-WY]/m.test(readProc(`${pid}/status`).replace(/^State:\s+Z/m, 'State: X'))) {
    try {
      return readdirSync(`/proc/${pid}/task`).length <= 1;
    } catch {
      return true;
    }
  }
  return false;
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Looks three times a millisecond, without handing over the turn. Monotonic nanoseconds at which all were gone. */
export function waitUntilGone(pids: readonly number[], mostMs: number): bigint {
  const end = process.hrtime.bigint() + BigInt(mostMs) * 1_000_000n;
  for (let now = process.hrtime.bigint(); now < end; now = process.hrtime.bigint()) {
    if (pids.every(isGone)) return process.hrtime.bigint();
    Atomics.wait(pause, 0, 0, 0.3);
  }
  throw new Error(`not all of ${pids.join(', ')} were gone within ${mostMs} ms`);
}
