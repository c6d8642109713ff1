/** SIGKILL in a rotation of the device secret. Afterwards one of the two opens, to everybody, without an alarm and with the count of wrong tries; the log says what became of it; the other is gone. */
import { describe, expect, it } from 'vitest';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import { type PhaseOf, createPace, expectSide, killInPhase } from '../support/kills/kill-in-phase.ts';
import {
  createAims,
  createKillRecord,
  KILL_ENGINES,
  killsTimeout,
  residentsOr,
} from '../support/kills/kill-plan.ts';
import { expectWhole, filledDesk, hashesOf, headerOf } from '../support/kills/rotated-vault.ts';
import { isNamed, sideOf, SIDES } from '../support/kills/signs.ts';
import { PINS } from '../support/vault-harness.ts';

const RESIDENTS = residentsOr(200);
const PHASES = ['asked', 'writing the item', 'switched', 'deleting the item', 'acknowledged'] as const;

/** The header is replaced after the new item is written; the limiter and the log's entry follow. */
const phaseOf: PhaseOf = (sign, before) => {
  if (sign.type === 'write-device-secret') return 'writing the item';
  if (sign.type === 'delete-device-secret') return 'deleting the item';
  return isNamed(sign, HEADER_FILE) && before === 'writing the item' ? 'switched' : null;
};

describe.each(KILL_ENGINES)('kill of a rotation of the device secret on %s', (engine) => {
  it(
    'leaves one that opens, and the count of wrong tries',
    { timeout: killsTimeout(RESIDENTS) },
    async () => {
      const desk = await filledDesk(engine, RESIDENTS);
      const before = await hashesOf(desk, engine);
      const killed = createKillRecord('device secret', engine);
      const pace = createPace(59);
      const aims = createAims({ 'device secret': PHASES });
      for (let aim = aims.next(); aim !== undefined; aim = aims.next()) {
        const { deviceSecretId } = await headerOf(desk);
        const work = {
          route: 'keys.rotateDeviceSecret',
          phases: PHASES,
          phaseOf,
          request: () => ({ pin: PINS.admin }),
        } as const;
        const fell = await killInPhase(desk, engine, work, aim, pace);
        const found = (await headerOf(desk)).deviceSecretId;
        const isMade = found !== deviceSecretId;
        killed.record(fell.phase);
        killed.record(sideOf(isMade));
        expectSide({ phases: PHASES, behindSwitch: 'switched' }, aim, fell, isMade);
        await expectWhole(desk, 'device-secret', { isMade, maybeNotBegun: fell.phase === 'asked' });
        expect(Object.keys(desk.keychain.deviceSecrets), `after a kill while ${fell.phase}`).toEqual([found]);
      }
      expect(await hashesOf(desk, engine)).toEqual(before);
      expect(killed.tooFew([...PHASES, ...SIDES])).toEqual([]);
      await desk.dispose();
    },
  );
});
