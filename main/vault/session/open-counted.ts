/**
 * Opens slots with PINs. Every try is counted before it is known whether the PIN is right; Argon2id, which
 * reveals nothing, runs while the counts are written (docs/decisions/0013).
 */
import type { Header, StaffSlot } from '../keys/header.ts';
import type { Attempt, Disposable, Limiter } from '../keys/limiter.ts';
import { type OpenedSlot, type StretchedPin, openStretched, stretchPin } from '../keys/slots.ts';
import { zero } from '../crypto/zero.ts';

/** A slot and the PIN typed for it. */
interface Try {
  readonly slot: StaffSlot;
  readonly pin: string;
}

/** Outcome of a try: the opened slot, which the caller disposes, or the error. */
export type Outcome = { readonly opened: OpenedSlot } | { readonly error: unknown };

/**
 * One outcome for each try, in order. All are tried even after a failure, because the time taken must not
 * reveal which PIN was wrong. Errors: those of Limiter.begin. An outcome's error is `wrong-pin`,
 * `wrong-computer` or `header-forged`.
 */
export async function openCounted(
  keys: { readonly header: Header; readonly deviceSecret: Uint8Array; readonly limiter: Limiter },
  tries: readonly Try[],
): Promise<{ readonly attempt: Attempt; readonly outcomes: readonly Outcome[] }> {
  const { attempt, ready } = await keys.limiter.begin(
    tries.map(({ slot }) => slot.id),
    () => stretchAll(keys, tries),
  );
  return {
    attempt,
    outcomes: ready.stretched.map((one) => settle(() => openStretched(keys.header, take(one)))),
  };
}

type Stretched = StretchedPin | { readonly error: unknown };

/** One after another, because each takes as much memory as its slot's parameters say. */
async function stretchAll(
  { header, deviceSecret }: { readonly header: Header; readonly deviceSecret: Uint8Array },
  tries: readonly Try[],
): Promise<Disposable & { readonly stretched: readonly Stretched[] }> {
  const stretched: Stretched[] = [];
  for (const { slot, pin } of tries)
    stretched.push(
      await stretchPin({ header, slot, deviceSecret, pin }).catch((error: unknown) => ({ error })),
    );
  return {
    stretched,
    dispose: () => {
      for (const one of stretched) if ('innerKey' in one) zero(one.innerKey);
    },
  };
}

function take(one: Stretched): StretchedPin {
  if ('error' in one) throw one.error;
  return one;
}

function settle(open: () => OpenedSlot): Outcome {
  try {
    return { opened: open() };
  } catch (error) {
    return { error };
  }
}
