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

/** Of a change that is one transaction, made with a PIN. */
export const CHANGE = [
  'asked',
  'PIN counted',
  'in the transaction',
  'committed',
  'anchoring',
  'acknowledged',
] as const;
export const CHANGE_PHASES = { phases: CHANGE, behindSwitch: 'committed' } as const;

export const changePhase: PhaseOf = (sign, before) => {
  if (sign.type === 'write-anchor') return before === 'committed' ? 'anchoring' : 'PIN counted';
  if (isBegin(sign)) return 'in the transaction';
  return isCommit(sign) && before === 'in the transaction' ? 'committed' : null;
};

/** On which side of its switch a change was killed, as the record has it. */
export const SIDES = ['side: before the switch', 'side: behind the switch'] as const;
export const sideOf = (isMade: boolean): (typeof SIDES)[number] => SIDES[isMade ? 1 : 0];
