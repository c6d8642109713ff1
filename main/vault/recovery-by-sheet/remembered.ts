/** Items of the vault to be recovered in this computer's keychain. */
import type { KeychainReading } from '../../../contract/host.ts';
import { type Anchor, type StoredAnchor, readAnchor } from '../anchor/anchor.ts';
import { toHex } from '../crypto/bytes.ts';
import type { Header } from '../keys/header.ts';

/** Device secret and anchor are there and the header's MAC was right. */
export interface KnownVault {
  readonly header: Header;
  readonly deviceSecret: Uint8Array;
  readonly anchor: Anchor;
}

export interface Remembered {
  /** Of this vault, whether or not its device secret is there; the log goes on from it. */
  readonly anchored: StoredAnchor | null;
  /** Of the newest anchor there is, whosesoever it is: what is written over it has to count on from there. */
  readonly counter: number;
  /** Null where a device secret is to be made; otherwise it and the anchor go on. */
  readonly known: KnownVault | null;
}

/** Of another vault's items, nothing. */
export function rememberedOf(
  keychain: KeychainReading,
  known: KnownVault | null,
  header: Header,
): Remembered {
  if (known !== null) return { anchored: { state: known.anchor.state(), counter: 0 }, counter: 0, known };
  const stored = keychain.state === 'found' ? readAnchor(keychain.items.anchors) : undefined;
  const isOurs = stored !== undefined && toHex(stored.state.vaultId) === header.vaultId;
  return { anchored: isOurs ? stored : null, counter: stored?.counter ?? 0, known: null };
}
