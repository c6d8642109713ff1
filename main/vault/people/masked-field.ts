/** One value as a screen sees it: its mask, what is needed to open it, when it was last confirmed. */
import { ROLE_TIERS, type Role, type SealedTier } from '../../../contract/fields.ts';
import type { MaskPolicy } from '../../../contract/policy/lists.ts';
import type { MaskedField } from '../../../contract/people/views.ts';
import type { ConfirmedAt } from './confirmed.ts';
import { maskValue } from '../values/mask.ts';
import type { SealedValueRow, VehicleRow } from './sealed-values.ts';

/** Inputs of a masked view: policy, the viewer's role, and the person's confirmations. */
export interface Seen {
  readonly masks: MaskPolicy;
  readonly role: Role;
  readonly confirmedAt: ConfirmedAt;
}

/** The view of a sealed value, by its stored mask. */
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

/** The view of a plate, masked by the policy. */
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
