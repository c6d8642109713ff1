/** What the folder and the keychain say of the vault before anybody has typed a PIN. */
import type { ErrorCode } from '../../../contract/errors.ts';
import type { DeskBoard, DeskPerson, VaultStatus } from '../../../contract/sign-in/views.ts';
import type { Anchor } from '../anchor/anchor.ts';
import { AppError } from '../app-error.ts';
import type { Header } from '../keys/header.ts';
import type { Limiter } from '../keys/limiter.ts';
import type { Session } from './session.ts';

/** A header whose MAC is right under this computer's device secret, and an anchor that is whole. */
export interface ProvedVault {
  readonly kind: 'vault';
  readonly header: Header;
  readonly deviceSecret: Uint8Array;
  readonly anchor: Anchor;
  readonly limiter: Limiter;
}

export type VaultState =
  { readonly kind: 'no-vault' } | { readonly kind: 'refused'; readonly problem: ErrorCode } | ProvedVault;

/** The one place that knows the state of the moment; whoever changes the files puts the new one here. */
export interface VaultStateHolder {
  current(): VaultState;
  /** The lock screen shows it from now on. */
  replace(state: VaultState): void;
  /** Reads folder and keychain items anew. */
  reread(): Promise<void>;
}

/** Errors: AppError `no-vault`. */
export function provedVault(holder: VaultStateHolder): ProvedVault {
  const state = holder.current();
  if (state.kind !== 'vault') throw new AppError('no-vault');
  return state;
}

/** Why nobody can sign in, where it is so. */
export const problemOf = (state: VaultState): ErrorCode | null =>
  state.kind === 'refused' ? state.problem : null;

/** Estate and people, as the lock screen shows them; null where there is no vault to open. */
export function boardOf(state: VaultState): DeskBoard | null {
  if (state.kind !== 'vault') return null;
  const { header, limiter } = state;
  return {
    estateName: header.estateName,
    people: header.slots.map((slot): DeskPerson => ({
      slotId: slot.id,
      displayName: slot.displayName,
      role: slot.role,
      ...limiter.status(slot.id),
    })),
  };
}

export function describeStatus(state: VaultState, session: Session | null): VaultStatus {
  const board = boardOf(state);
  if (board === null)
    return {
      state: state.kind === 'no-vault' ? 'no-vault' : 'refused',
      problem: problemOf(state),
      estateName: null,
      people: [],
      signedIn: null,
      readOnly: false,
    };
  return {
    state: session === null ? 'locked' : 'unlocked',
    problem: null,
    ...board,
    signedIn: session?.signedIn ?? null,
    readOnly: session?.readOnly ?? false,
  };
}
