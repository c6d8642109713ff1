/** The threads that open and seal for a rotation of tier keys: meanwhile the engine reads and writes. */
import type { SealedTier } from '../../../contract/fields.ts';
import { zero } from '../crypto/zero.ts';
import type { TierPrivate } from '../keys/tier-keys.ts';
import { entryBeside, shareSecret, startThreads, threadCount } from '../long-work/threads.ts';
import type { PartText, ResealedPart, ResealOrder, TierChange, TierChanges } from './reseal-part.ts';

export interface ResealThreads {
  readonly count: number;
  /** Errors: AppError `internal` where the thread has ended. */
  reseal(part: PartText): Promise<ResealedPart>;
  /** Ends them wherever they are, and zeroes the keys that they had. */
  close(): Promise<void>;
}

export function startResealThreads({
  vaultId,
  changes,
  tagged,
  firstId,
}: Pick<ResealOrder, 'vaultId' | 'changes' | 'tagged'> & { readonly firstId: number }): ResealThreads {
  const shared = shareKeys(changes);
  const step = threadCount();
  const orders = Array.from({ length: step }, (_, index): ResealOrder => ({
    vaultId,
    changes: shared.changes,
    tagged,
    ids: { first: firstId + index, step },
  }));
  const threads = startThreads<PartText, ResealedPart>(entryBeside(import.meta.url, 'reseal-worker'), orders);
  return {
    count: threads.count,
    reseal: threads.ask,
    async close() {
      await threads.end();
      shared.zero();
    },
  };
}

/** The keys in shared memory, without those that the threads need not have; `zero` wipes them. */
export function shareKeys(changes: TierChanges): {
  readonly changes: TierChanges;
  readonly zero: () => void;
} {
  const secrets: Uint8Array[] = [];
  const share = (key: Uint8Array): Uint8Array => {
    const shared = shareSecret(key);
    secrets.push(shared);
    return shared;
  };
  const opening = ({ earlier, ...key }: TierPrivate): TierPrivate => ({
    ...key,
    privateKey: share(key.privateKey),
    matchKey: NOTHING,
    ...(earlier === undefined ? {} : { earlier: earlier.map(opening) }),
  });
  const shared = [...changes].map(([tier, { from, to }]): [SealedTier, TierChange] => [
    tier,
    {
      from: opening(from),
      to: { ...to, privateKey: NOTHING, matchKey: share(to.matchKey) },
    },
  ]);
  return { changes: new Map(shared), zero: () => zero(...secrets) };
}

const NOTHING = new Uint8Array();
