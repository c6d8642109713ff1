/**
 * How strict each mask is at least. It stands in the header, whose MAC takes the device secret: whoever has the store key can take a choice out of
 * the log, which is noticed when the log is checked, and loosens no mask by it.
 */
import {
  type MaskLevel,
  type MaskPolicy,
  POLICY_MASKS,
  type PolicyMask,
  USUAL_MASKS,
  strictness,
} from '../../../contract/policy/lists.ts';
import { anchorHeader, changeHeader } from '../key-change/slot-change.ts';
import type { Header } from '../keys/header.ts';
import type { Session } from '../session/session.ts';

/** The masks that a header holds. */
export const heldMasks = ({ masks }: Pick<Header, 'masks'>): MaskPolicy => masks ?? USUAL_MASKS;

/** Of each mask the level that hides more. */
export const strictest = (one: MaskPolicy, other: MaskPolicy): MaskPolicy =>
  choose(one, other, (a, b) => a >= b);

/** Of each mask the level that shows more. */
export const weakest = (one: MaskPolicy, other: MaskPolicy): MaskPolicy =>
  choose(one, other, (a, b) => a <= b);

function choose(one: MaskPolicy, other: MaskPolicy, isFirst: (a: number, b: number) => boolean): MaskPolicy {
  const level = (mask: PolicyMask): MaskLevel =>
    isFirst(strictness(mask, one[mask]), strictness(mask, other[mask])) ? one[mask] : other[mask];
  return Object.fromEntries(POLICY_MASKS.map((mask) => [mask, level(mask)])) as MaskPolicy;
}

/** Puts the masks into header and anchor, where they are others. Errors: those of `changeHeader` and `anchorHeader`. */
export async function holdMasks(session: Session, masks: MaskPolicy): Promise<void> {
  const held = heldMasks(session.header);
  if (POLICY_MASKS.every((mask) => held[mask] === masks[mask])) return;
  await changeHeader(session, { masks });
  await anchorHeader(session);
}
