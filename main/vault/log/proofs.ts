/**
 * Verifies signatures of the log beside the thread that reads it: one takes as long as twenty to fifty entries without. Whatever ends first, the first
 * in order that does not hold is named.
 */
import { availableParallelism } from 'node:os';
import { verify, verifyInThread } from '../crypto/ed25519.ts';
import type { SignatureClaim } from './signatures.ts';
import type { LogDoubt } from './verify.ts';

/** Pending verifications: no more than two batches, so that memory stays as it is however many are signed. */
export interface Proofs {
  /** Begins to verify the signatures of a row. */
  begin(doubt: LogDoubt): void;
  /** The first doubt that was right, among those begun before the last call; those since go on. */
  ofEarlier(): Promise<LogDoubt | undefined>;
  /** The first of all that was right; none goes on. */
  ofAll(): Promise<LogDoubt | undefined>;
}

interface Begun {
  readonly doubt: LogDoubt;
  readonly holds: Promise<boolean>;
}

/** Verification of one pass over the log. */
export function createProofs(): Proofs {
  let earlier: readonly Begun[] = [];
  let begun: Begun[] = [];
  const holds = availableParallelism() > 1 ? holdsInThreads : holdsHere;
  const ofAll = async (): Promise<LogDoubt | undefined> => {
    const all = [...earlier, ...begun];
    earlier = [];
    begun = [];
    return firstRefuted(all);
  };
  return {
    begin: (doubt) => void begun.push({ doubt, holds: holds(doubt.claims) }),
    ofEarlier: async () => {
      const refuted = await firstRefuted(earlier);
      earlier = begun;
      begun = [];
      if (refuted !== undefined) await ofAll();
      return refuted;
    },
    ofAll,
  };
}

async function firstRefuted(all: readonly Begun[]): Promise<LogDoubt | undefined> {
  const held = await Promise.all(all.map(({ holds }) => holds));
  return all[held.indexOf(false)]?.doubt;
}

const holdsInThreads = async (claims: readonly SignatureClaim[]): Promise<boolean> => {
  const held = await Promise.all(claims.map(({ key, message, sig }) => verifyInThread(key, message, sig)));
  return !held.includes(false);
};

/** On a single processor another thread would only take turns with this one. */
const holdsHere = async (claims: readonly SignatureClaim[]): Promise<boolean> =>
  claims.every(({ key, message, sig }) => verify(key, message, sig));
