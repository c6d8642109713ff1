/** One field as a screen sees it: its mask, what opening it takes, when it was last confirmed. */
import type { Role, SealedTier } from '../../../contract/fields.ts';
import { ROLE_TIERS } from '../../../contract/fields.ts';
import type { MaskPolicy } from '../../../contract/policy/lists.ts';
import type { MaskedField } from '../../../contract/residents/views.ts';
import type { ConfirmedAt } from './confirmed.ts';
import { maskValue } from '../values/mask.ts';
import type { SealedValueRow, VehicleRow } from './read-person.ts';

/** Whose eyes, by which policy, and what was confirmed of the person. */
export interface Seen {
  readonly masks: MaskPolicy;
  readonly role: Role;
  readonly confirmedAt: ConfirmedAt;
}

export const maskedSealed = (
  { field, ordinal, tier, mask, valid, note }: SealedValueRow,
  { role, confirmedAt }: Seen,
): MaskedField => ({
  field,
  ordinal,
  tier,
  mask,
  valid: valid === 1,
  access: accessTo(tier, role),
  verifiedAt: confirmedAt(field, ordinal),
  note,
});

export const maskedPlate = (
  { ordinal, plate }: Pick<VehicleRow, 'ordinal' | 'plate'>,
  { masks, confirmedAt }: Seen,
): MaskedField => ({
  field: 'plate',
  ordinal,
  tier: 'masked',
  ...maskValue(masks, 'plate', plate),
  access: 'own-pin',
  verifiedAt: confirmedAt('plate', ordinal),
  note: null,
});

const accessTo = (tier: SealedTier, role: Role): MaskedField['access'] =>
  ROLE_TIERS[role].includes(tier) ? 'own-pin' : 'co-sign';
