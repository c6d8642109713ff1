/** Both halves of opening a slot and its store key, without a limiter in between: what somebody does who has taken the checks out. */
import { type OpenedSlot, openSlotStoreKey, openStretched, stretchPin } from '../../main/vault/keys/slots.ts';
import { zero } from '../../main/vault/crypto/zero.ts';

export interface OpenedWithStoreKey extends OpenedSlot {
  readonly storeKey: Uint8Array;
}

/** `dispose` zeroes the store key as well. Errors: those of `stretchPin`, `openStretched` and `openSlotStoreKey`. */
export async function openSlot(options: Parameters<typeof stretchPin>[0]): Promise<OpenedWithStoreKey> {
  const opened = openStretched(options.header, await stretchPin(options));
  const storeKey = openSlotStoreKey(options.header, options.slot, opened);
  return { ...opened, storeKey, dispose: () => (opened.dispose(), zero(storeKey)) };
}
