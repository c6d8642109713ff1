/** What a sign says, for those who tell phases by them. */
import type { VaultEventName } from '../../../contract/route-names.ts';
import type { AnchorState } from '../../../main/vault/anchor/anchor.ts';
import { decodeAnchor } from '../../../main/vault/anchor/anchor-codec.ts';
import type { Sign } from '../child-vault.ts';
import type { PhaseOf } from './kill-in-phase.ts';

export const isNamed = (sign: Sign, name: string): boolean => sign.type === 'name' && sign.name === name;

export const isBegin = (sign: Sign): boolean => sign.type === 'sql' && sign.text.startsWith('BEGIN');
export const isCommit = (sign: Sign): boolean => sign.type === 'sql' && sign.text.startsWith('COMMIT');

/** The phase that a word of progress names; null for every other sign. */
export const phaseIn = (sign: Sign, event: VaultEventName): string | null =>
  sign.type === 'event' && sign.event === event ? (sign.payload as { readonly phase: string }).phase : null;

/** What is about to be anchored; undefined for every other sign. */
export const anchoredIn = (sign: Sign): AnchorState | undefined =>
  sign.type === 'write-anchor' ? decodeAnchor(sign.bytes)?.state : undefined;

export const changePhase: PhaseOf = (sign, before) => {
  if (sign.type === 'write-anchor') return before === 'committed' ? 'anchoring' : 'PIN counted';
  if (isBegin(sign)) return 'in the transaction';
  return isCommit(sign) && before === 'in the transaction' ? 'committed' : null;
};

/** A change that is one transaction, made with a PIN. */
export const ONE_TRANSACTION = {
  phases: ['PIN counted', 'in the transaction', 'committed', 'anchoring'],
  phaseOf: () => changePhase,
  behindSwitch: 'committed',
} as const;

/** A change with its entry in one transaction, then what is done outside of the store, told in another. `doing` and `done` are the phases of that. */
export const inTwoTransactions = (doing: string, done: string) => {
  const phases = ['PIN counted', 'entering', 'entered', 'anchoring', doing, done];
  const phaseOf: PhaseOf = (sign, before) => {
    const isEntered = phases.indexOf(before) >= phases.indexOf('entered');
    // The PIN may still be anchored when the transaction has begun.
    if (sign.type === 'write-anchor') return isEntered ? 'anchoring' : 'PIN counted';
    if (isBegin(sign)) return isEntered ? doing : 'entering';
    return isCommit(sign) ? (isEntered ? done : 'entered') : null;
  };
  return { phases, phaseOf: () => phaseOf };
};

/** What of an anchor has moved on since the last one was written; null for every other sign. Of one kill. */
export function watchAnchors(): (
  sign: Sign,
) => Readonly<Record<'log' | 'segment' | 'roster' | 'epoch', boolean>> | null {
  let last: AnchorState | undefined;
  return (sign) => {
    const state = anchoredIn(sign);
    if (state === undefined) return null;
    const before = last ?? state;
    last = state;
    return {
      log: state.log.seq > before.log.seq,
      segment: state.log.segment > before.log.segment,
      roster: state.rosterHead.n > before.rosterHead.n,
      epoch: state.epoch > before.epoch,
    };
  };
}

/** On which side of its switch a change was killed, as the record has it. */
export const SIDES = ['side: before the switch', 'side: behind the switch'] as const;
export const sideOf = (isMade: boolean): (typeof SIDES)[number] => SIDES[isMade ? 1 : 0];
