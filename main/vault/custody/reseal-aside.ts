/** The threads that open and seal for a rotation of tier keys, within this process and no longer than the rotation: meanwhile the engine reads and writes. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SealedTier } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { zero } from '../crypto/zero.ts';
import type { PartText, ResealedPart, ResealOrder, TierChange, TierChanges } from './reseal-part.ts';

/** The bundle lies beside this one; the tests run the source. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './reseal-worker.ts' : './reseal-worker.cjs', import.meta.url);
/** With more of them the engine is what is waited for. */
const MOST_THREADS = 3;

export interface ResealThreads {
  readonly count: number;
  /** Errors: AppError `internal` where the thread has ended. */
  reseal(part: PartText): Promise<ResealedPart>;
  /** Ends them wherever they are, and zeroes the keys that they had. */
  close(): Promise<void>;
}

export function startResealThreads({ vaultId, changes, tagged, firstId }: Pick<ResealOrder, 'vaultId' | 'changes' | 'tagged'> & { readonly firstId: number }): ResealThreads {
  const shared = shareKeys(changes);
  const count = Math.max(1, Math.min(MOST_THREADS, availableParallelism()));
  const threads = Array.from({ length: count }, (_, index) => startThread({ vaultId, changes: shared.changes, tagged, ids: { first: firstId + index, step: count } }));
  return {
    count,
    reseal: (part) => threads.reduce((least, one) => (one.waiting() < least.waiting() ? one : least)).reseal(part),
    async close() {
      await Promise.all(threads.map((thread) => thread.end()));
      shared.zero();
    },
  };
}

/** In memory that all threads see and that is zeroed once: a copy for each would be left behind wherever it was unpacked. What they need not have, they do not get. */
export function shareKeys(changes: TierChanges): { readonly changes: TierChanges; readonly zero: () => void } {
  const secrets: Uint8Array[] = [];
  const share = (key: Uint8Array): Uint8Array => {
    const bytes = new Uint8Array(new SharedArrayBuffer(key.length));
    bytes.set(key);
    secrets.push(bytes);
    return bytes;
  };
  const shared = [...changes].map(([tier, { from, to }]): [SealedTier, TierChange] =>
    [tier, { from: { ...from, privateKey: share(from.privateKey), matchKey: NOTHING }, to: { ...to, privateKey: NOTHING, matchKey: share(to.matchKey) } }]);
  return { changes: new Map(shared), zero: () => zero(...secrets) };
}

const NOTHING = new Uint8Array();

interface Thread {
  waiting(): number;
  reseal(part: PartText): Promise<ResealedPart>;
  end(): Promise<void>;
}

function startThread(order: ResealOrder): Thread {
  const worker = new Worker(ENTRY, { workerData: order, env: {}, stdout: true, stderr: true });
  const asked: { readonly resolve: (part: ResealedPart) => void; readonly reject: (error: AppError) => void }[] = [];
  let hasEnded = false;
  const end = (): void => {
    hasEnded = true;
    for (const { reject } of asked.splice(0)) reject(new AppError('internal', { what: 'reseal' }));
  };
  worker.on('message', (part: ResealedPart) => asked.shift()?.resolve(part));
  worker.on('error', end);
  worker.on('exit', end);
  return {
    waiting: () => asked.length,
    reseal: (part) => new Promise((resolve, reject) => {
      if (hasEnded) return reject(new AppError('internal', { what: 'reseal' }));
      asked.push({ resolve, reject });
      worker.postMessage(part);
    }),
    async end() { await worker.terminate(); },
  };
}
