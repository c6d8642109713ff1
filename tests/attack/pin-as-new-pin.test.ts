/** An admin and a second who give somebody keys anew learn from the refusal of a PIN that it was the old one: that is a try at the slot, and counted. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectDir } from '../../scripts/setup/paths.mjs';
import { FEATURE_ENGINE_NAMES } from '../support/engines.ts';
import { openDesk, PINS } from '../support/vault-harness.ts';

const FREE_TRIES = 5;

describe.each(FEATURE_ENGINE_NAMES)('the old PIN as the new one on %s', (engine) => {
  it('is counted at the slot that it opens, also where nothing is changed', async () => {
    const desk = await openDesk('admin', { engine });
    const { members } = await desk.call('staff.list', {});
    const { staffId } = members.find(({ role }) => role === 'receptionist')!;
    const second = await desk.proofOf('supervisor');
    for (let tried = 0; tried < FREE_TRIES; tried++)
      expect(
        await desk.ask('staff.reset', { staffId, newPin: PINS.receptionist, pin: PINS.admin, second }),
      ).toMatchObject({ ok: false, error: { code: 'pin-too-weak', details: { problem: 'same-as-before' } } });
    await desk.lock();
    expect(await desk.codeOf('session.unlock', await desk.proofOf('receptionist'))).toBe('must-wait');
  });
});

it('a slot is opened by a PIN in no place but where tries are counted', () => {
  const vault = join(projectDir, 'main', 'vault');
  const using = readdirSync(vault, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\b(?:openStretched|stretchPin)\b/.test(readFileSync(path, 'utf8')))
    .map((path) => relative(vault, path).replaceAll('\\', '/'));
  expect(using.toSorted()).toEqual([
    // A desk that joins has no limiter yet: five tries, each counted before it is made.
    'joining/join-estate.ts',
    // A slot that was just made anew, held against the PIN that has just opened the one before it.
    'key-management/rotate-device-secret.ts',
    'keys/slots.ts',
    'session/open-counted.ts',
  ]);
});
