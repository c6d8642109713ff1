/** Who signs an entry: somebody whose PIN the request took, with the key that it opened. */
import type { StaffId } from '../../../contract/ids.ts';
import { type SignPair, sign } from '../crypto/ed25519.ts';

/** Somebody whose PIN is open for the time of a request. */
export interface EntrySigner {
  readonly staffId: StaffId;
  /** Number of the roster's last entry, by which their key is theirs. */
  readonly rosterN: number;
  /** The signature (64 bytes) of a message. Errors: Error once the request has ended. */
  sign(message: Uint8Array): Uint8Array;
}

/** Those whose PINs a request took. */
export type EntrySigners = readonly [EntrySigner, ...EntrySigner[]];

/** The owner of an opened slot as signer. `rosterN`: number of the roster's last entry. */
export const signerOfSlot = (
  { staffId, sign: pair }: { readonly staffId: StaffId; readonly sign: SignPair },
  rosterN: number,
): EntrySigner => ({
  staffId,
  rosterN,
  sign: (message) => {
    if (pair.privateKey.every((byte) => byte === 0)) throw new Error('the request of this PIN has ended');
    return sign(pair.privateKey, message);
  },
});
