/** Both halves of opening a slot, without a limiter in between: what somebody does who has taken the checks out. */
import type { OpenedSlot } from '../../main/vault/header/slots.ts';
import { openStretched, stretchPin } from '../../main/vault/header/slots.ts';

/** Errors: those of `stretchPin` and `openStretched`. */
export async function openSlot(options: Parameters<typeof stretchPin>[0]): Promise<OpenedSlot> {
  return openStretched(options.header, await stretchPin(options));
}
