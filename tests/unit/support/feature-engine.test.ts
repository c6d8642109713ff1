/** Which engine the feature tests of a run use. */
import { expect, it } from 'vitest';
import { ENGINE_NAMES } from '../../../main/vault/store/store.ts';
import { chooseFeatureEngine } from '../../support/feature-engine.ts';

const COMMIT = '4a31c1a0d9e4c5f00aa1b2c3d4e5f60718293a4';

it('alternates by the last digit of the commit', () => {
  const chosen = [...'0123456789abcdef'].map((digit) => chooseFeatureEngine({}, `${COMMIT}${digit}`).name);
  for (const name of ENGINE_NAMES) expect(chosen.filter((one) => one === name)).toHaveLength(8);
});

it('is the first engine where there is no commit', () => {
  expect(chooseFeatureEngine({}, null).name).toBe(ENGINE_NAMES[0]);
});

it('is the one that RV_ENGINE names, and no unknown one', () => {
  for (const name of ENGINE_NAMES) expect(chooseFeatureEngine({ RV_ENGINE: name }, COMMIT).name).toBe(name);
  expect(() => chooseFeatureEngine({ RV_ENGINE: 'other' }, COMMIT)).toThrow('RV_ENGINE');
});

it('is both under RV_FULL=1, whatever RV_ENGINE names', () => {
  expect(chooseFeatureEngine({ RV_FULL: '1', RV_ENGINE: ENGINE_NAMES[1] }, COMMIT).name).toBe('both');
});
