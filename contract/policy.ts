/** What an admin chooses: how strict each mask is, and which fields are used at all. */
import type { MaskName, SwitchedFieldId } from './fields.ts';

/** The usual mask comes first, each later one hides more. There is none that is weaker than the usual. */
export const MASK_LEVELS = {
  name: ['usual', 'hidden'],
  phone: ['usual', 'last-four', 'hidden'],
  email: ['usual', 'domain', 'hidden'],
  wechat: ['usual', 'hidden'],
  address: ['usual', 'province', 'hidden'],
  'contact-person': ['usual', 'hidden'],
  'id-number': ['usual', 'hidden'],
  birthday: ['usual', 'hidden'],
  plate: ['usual', 'province', 'hidden'],
  'bank-card': ['usual', 'hidden'],
} as const satisfies Record<Exclude<MaskName, 'none' | 'hidden'>, readonly ['usual', ...string[]]>;

/** A mask that can be tightened. */
export type PolicyMask = keyof typeof MASK_LEVELS;
export const POLICY_MASKS = Object.keys(MASK_LEVELS) as readonly PolicyMask[];
export type MaskLevel<M extends PolicyMask = PolicyMask> = (typeof MASK_LEVELS)[M][number];

export type MaskPolicy = { readonly [M in PolicyMask]: MaskLevel<M> };

export const USUAL_MASKS: MaskPolicy = {
  name: 'usual', phone: 'usual', email: 'usual', wechat: 'usual', address: 'usual', 'contact-person': 'usual', 'id-number': 'usual',
  birthday: 'usual', plate: 'usual', 'bank-card': 'usual',
};

export interface Policy {
  readonly masks: MaskPolicy;
  /** Those of SWITCHED_FIELD_IDS that are used. */
  readonly switchedOn: readonly SwitchedFieldId[];
}

export const USUAL_POLICY: Policy = { masks: USUAL_MASKS, switchedOn: [] };

/** How much of its row of levels a choice has used up: a higher one hides more. */
export const strictness = (mask: PolicyMask, level: MaskLevel): number => (MASK_LEVELS[mask] as readonly MaskLevel[]).indexOf(level);
