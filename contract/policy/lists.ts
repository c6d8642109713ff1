/** The policy that an admin sets: how strict each mask is, and which optional fields are used. */
import { type MaskName, SWITCHED_FIELD_IDS, type SwitchedFieldId } from '../fields.ts';

/**
 * Levels of each mask, each hiding more than the one before. The first, `usual`, is the default and the
 * weakest.
 */
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

/** A mask that has levels. */
export type PolicyMask = keyof typeof MASK_LEVELS;
/** Every mask that has levels. */
export const POLICY_MASKS = Object.keys(MASK_LEVELS) as readonly PolicyMask[];
export type MaskLevel<M extends PolicyMask = PolicyMask> = (typeof MASK_LEVELS)[M][number];

/** The level in force of each mask. */
export type MaskPolicy = { readonly [M in PolicyMask]: MaskLevel<M> };

/** Every mask at its default level. */
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

/** Words that choose a level of every mask at once. */
export const MASK_PRESETS = ['standard', 'strict', 'strictest'] as const;
/** One of these words. */
export type MaskPreset = (typeof MASK_PRESETS)[number];

/** The masks of a word: each as by default, at the middle of its levels where it has three, or at its strictest. */
export const presetMasks = (preset: MaskPreset): MaskPolicy =>
  Object.fromEntries(
    POLICY_MASKS.map((mask) => {
      const levels: readonly MaskLevel[] = MASK_LEVELS[mask];
      const at = { standard: 0, strict: levels.length - 2, strictest: levels.length - 1 }[preset];
      return [mask, levels[at]];
    }),
  ) as MaskPolicy;

/** The word for these masks, or null where none says them. */
export const presetOfMasks = (masks: MaskPolicy): MaskPreset | null =>
  MASK_PRESETS.find((preset) => POLICY_MASKS.every((mask) => presetMasks(preset)[mask] === masks[mask])) ??
  null;

/** The policy in force. */
export interface Policy {
  readonly masks: MaskPolicy;
  /** Optional fields that are turned on. */
  readonly switchedOn: readonly SwitchedFieldId[];
}

/** The policy of a new vault. */
export const USUAL_POLICY: Policy = { masks: USUAL_MASKS, switchedOn: [] };

/** Index of a level among those of its mask: a higher one hides more. */
export const strictness = (mask: PolicyMask, level: MaskLevel): number =>
  (MASK_LEVELS[mask] as readonly MaskLevel[]).indexOf(level);

/** Name of one setting: the level of a mask, or whether an optional field is on. */
export type PolicySetting = `mask.${PolicyMask}` | `field.${SwitchedFieldId}`;
/** Every setting of the policy. */
export const POLICY_SETTINGS: readonly PolicySetting[] = [
  ...POLICY_MASKS.map((mask) => `mask.${mask}` as const),
  ...SWITCHED_FIELD_IDS.map((field) => `field.${field}` as const),
];
/** Value of a setting: the level of a mask, or `on` or `off` of an optional field. */
export type SettingValue = MaskLevel | 'on' | 'off';
/** Every value that some setting can have; `valuesOf` says which one can. */
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

/** Values that a setting can have. */
export function valuesOf(setting: PolicySetting): readonly SettingValue[] {
  const about = named(setting);
  return 'mask' in about ? MASK_LEVELS[about.mask] : ['off', 'on'];
}

/** The value of a setting in a policy. */
export function valueOf(policy: Policy, setting: PolicySetting): SettingValue {
  const about = named(setting);
  if ('mask' in about) return policy.masks[about.mask];
  return policy.switchedOn.includes(about.field) ? 'on' : 'off';
}

/** The policy with one setting changed. `value` must be one of `valuesOf(setting)`; this is not checked. */
export function withSetting(policy: Policy, setting: PolicySetting, value: SettingValue): Policy {
  const about = named(setting);
  if ('mask' in about) return { ...policy, masks: { ...policy.masks, [about.mask]: value } };
  const others = policy.switchedOn.filter((field) => field !== about.field);
  return { ...policy, switchedOn: value === 'on' ? [...others, about.field] : others };
}

/**
 * Whether a change shows more than before. That needs the values, and so a supervisor; turning a field on or
 * off never does.
 */
export function showsMore(setting: PolicySetting, was: SettingValue, becomes: SettingValue): boolean {
  const about = named(setting);
  return (
    'mask' in about && strictness(about.mask, becomes as MaskLevel) < strictness(about.mask, was as MaskLevel)
  );
}

/** Masks used within another mask: an emergency contact is a name and a phone, a WeChat id may be a phone. */
export const MASK_PARTS: Readonly<Partial<Record<MaskName, readonly PolicyMask[]>>> = {
  'contact-person': ['name', 'phone'],
  wechat: ['phone'],
};

/** Its actions, as log and papers call them. */
export const POLICY_ACTION_WORDS = { policy: ['修改规则', 'Changed the policy'] } as const;
