/** The vault's end of the line over which main tells what it has found on the computer. */
import type { HostToVault, VaultToHost } from '../../contract/host.ts';
import type { ComputerLine } from './computer-line.ts';

export interface ComputerHost {
  readonly computer: ComputerLine;
  /** Takes an answer of main; one that nobody waits for any more is dropped. */
  hear(message: Extract<HostToVault, { type: 'computer-readings' }>): void;
}

/** Milliseconds in which main has to answer: longer than its own programs may take. */
const MAX_MS = 40_000;

export function createComputerHost(tellHost: (message: VaultToHost) => void, maxMs = MAX_MS): ComputerHost {
  const waiting = new Map<number, (found: unknown) => void>();
  let last = 0;
  return {
    computer: {
      look: () =>
        new Promise((resolve) => {
          const id = ++last;
          const end = (found: unknown): void => {
            clearTimeout(timer);
            waiting.delete(id);
            resolve(found);
          };
          const timer = setTimeout(() => end(null), maxMs);
          waiting.set(id, end);
          tellHost({ type: 'check-computer', id });
        }),
    },
    hear: ({ id, readings }) => waiting.get(id)?.(readings),
  };
}
