/** State of the vault from folder and keychain, before anybody has typed a PIN. */
import type { CarrierSettings } from '../../../contract/carrier.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { DeskBoard, DeskPerson, VaultStatus } from '../../../contract/sign-in/views.ts';
import type { Anchor } from '../anchor/anchor.ts';
import { AppError } from '../app-error.ts';
import type { Clock } from '../clock.ts';
import type { Header } from '../keys/header.ts';
import { type Limiter, createLimiter } from '../keys/limiter.ts';
import type { Session } from './session.ts';

/** A vault whose header has a right MAC under this computer's device secret, with a valid anchor. */
export interface ProvedVault {
  readonly kind: 'vault';
  readonly header: Header;
  readonly deviceSecret: Uint8Array;
  readonly anchor: Anchor;
  readonly limiter: Limiter;
}

/** The state of a vault whose header and anchor are those given, with the limiter that follows from them. */
export const proveVault = (
  place: { readonly vaultDir: string; readonly clock: Clock },
  { header, deviceSecret, anchor }: Pick<ProvedVault, 'header' | 'deviceSecret' | 'anchor'>,
): ProvedVault => ({
  kind: 'vault',
  header,
  deviceSecret,
  anchor,
  limiter: createLimiter({ anchor, vaultDir: place.vaultDir, deviceSecret, clock: place.clock }),
});

/** No vault, a vault that cannot be used and why, or a proved vault. */
export type VaultState =
  | { readonly kind: 'no-vault' }
  | { readonly kind: 'refused'; readonly problem: ErrorCode }
  | ProvedVault;

/** Holds the present state; code that changes the files replaces it here. */
export interface VaultStateHolder {
  current(): VaultState;
  /** Sets the state that the lock screen shows. */
  replace(state: VaultState): void;
  /** Reads folder and keychain items again. */
  reread(): Promise<void>;
}

/** The proved vault. Errors: AppError `no-vault` where there is none. */
export function provedVault(holder: VaultStateHolder): ProvedVault {
  const state = holder.current();
  if (state.kind !== 'vault') throw new AppError('no-vault');
  return state;
}

/** Why nobody can sign in; null where they can. */
export const problemOf = (state: VaultState): ErrorCode | null =>
  state.kind === 'refused' ? state.problem : null;

/** Estate and people for the lock screen; null where there is no proved vault. */
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

/** What the carrier needs to know; null where there is one desk, or no proved vault. */
export function carrierSettingsOf(state: VaultState): CarrierSettings | null {
  if (state.kind !== 'vault' || state.header.link === undefined) return null;
  const { vaultId, desk, link } = state.header;
  return {
    vaultId,
    desk,
    mailbox: link.mailbox,
    publicKeys: link.desks.map((one) => ({ desk: one.desk, signKey: one.signKey })),
  };
}

/** The reply of `vault.status`. */
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
