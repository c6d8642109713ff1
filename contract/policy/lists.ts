/** What an admin chooses: how strict each mask is, and which fields are used at all. */
import type { MaskName, SwitchedFieldId } from '../fields.ts';
import { SWITCHED_FIELD_IDS } from '../fields.ts';

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
  name: 'usual',
  phone: 'usual',
  email: 'usual',
  wechat: 'usual',
  address: 'usual',
  'contact-person': 'usual',
  'id-number': 'usual',
  birthday: 'usual',
  plate: 'usual',
  'bank-card': 'usual',
};

export interface Policy {
  readonly masks: MaskPolicy;
  /** Those of SWITCHED_FIELD_IDS that are used. */
  readonly switchedOn: readonly SwitchedFieldId[];
}

export const USUAL_POLICY: Policy = { masks: USUAL_MASKS, switchedOn: [] };

/** How much of its row of levels a choice has used up: a higher one hides more. */
export const strictness = (mask: PolicyMask, level: MaskLevel): number =>
  (MASK_LEVELS[mask] as readonly MaskLevel[]).indexOf(level);

/** One thing that is chosen: a mask by its level, a field by being on or off. */
export type PolicySetting = `mask.${PolicyMask}` | `field.${SwitchedFieldId}`;
export const POLICY_SETTINGS: readonly PolicySetting[] = [
  ...POLICY_MASKS.map((mask) => `mask.${mask}` as const),
  ...SWITCHED_FIELD_IDS.map((field) => `field.${field}` as const),
];
export type SettingValue = MaskLevel | 'on' | 'off';
export const SETTING_VALUES: readonly SettingValue[] = [
  ...new Set(POLICY_MASKS.flatMap((mask): readonly MaskLevel[] => MASK_LEVELS[mask])),
  'on',
  'off',
];

type Named = { readonly mask: PolicyMask } | { readonly field: SwitchedFieldId };
const named = (setting: PolicySetting): Named =>
  setting.startsWith('mask.')
    ? { mask: setting.slice('mask.'.length) as PolicyMask }
    : { field: setting.slice('field.'.length) as SwitchedFieldId };

/** What a setting may be. */
export function valuesOf(setting: PolicySetting): readonly SettingValue[] {
  const about = named(setting);
  return 'mask' in about ? MASK_LEVELS[about.mask] : ['off', 'on'];
}

export function valueOf(policy: Policy, setting: PolicySetting): SettingValue {
  const about = named(setting);
  if ('mask' in about) return policy.masks[about.mask];
  return policy.switchedOn.includes(about.field) ? 'on' : 'off';
}

/** The policy with one choice made; the value has to be one of the setting's. */
export function withSetting(policy: Policy, setting: PolicySetting, value: SettingValue): Policy {
  const about = named(setting);
  if ('mask' in about) return { ...policy, masks: { ...policy.masks, [about.mask]: value } };
  const others = policy.switchedOn.filter((field) => field !== about.field);
  return { ...policy, switchedOn: value === 'on' ? [...others, about.field] : others };
}

/** Whether a choice shows more than the one before it: that takes the values, and so a supervisor. */
export function showsMore(setting: PolicySetting, was: SettingValue, becomes: SettingValue): boolean {
  const about = named(setting);
  return (
    'mask' in about && strictness(about.mask, becomes as MaskLevel) < strictness(about.mask, was as MaskLevel)
  );
}

/** The masks that stand in a mask: an emergency contact is a name and a phone, a WeChat id may be a phone. */
export const MASK_PARTS: Readonly<Partial<Record<MaskName, readonly PolicyMask[]>>> = {
  'contact-person': ['name', 'phone'],
  wechat: ['phone'],
};
