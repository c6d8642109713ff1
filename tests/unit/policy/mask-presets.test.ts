import { expect, it } from 'vitest';
import {
  MASK_LEVELS,
  MASK_PRESETS,
  POLICY_MASKS,
  USUAL_MASKS,
  presetMasks,
  presetOfMasks,
  strictness,
} from '../../../contract/policy/lists.ts';

it('chooses a level of every mask by each word, each word stricter than the one before, and knows the word again', () => {
  expect(presetMasks('standard')).toEqual(USUAL_MASKS);
  for (const preset of MASK_PRESETS) expect(presetOfMasks(presetMasks(preset))).toBe(preset);
  for (const mask of POLICY_MASKS) {
    const levels = MASK_PRESETS.map((preset) => strictness(mask, presetMasks(preset)[mask]));
    expect(levels).toEqual([0, MASK_LEVELS[mask].length - 2, MASK_LEVELS[mask].length - 1]);
  }
  expect(presetOfMasks({ ...USUAL_MASKS, name: 'hidden' })).toBeNull();
});
