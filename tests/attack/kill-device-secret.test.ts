/** SIGKILL in a rotation of the device secret. Afterwards one of the two opens, to everybody, without an alarm and with the count of wrong tries; the log says what became of it; the other is gone. */
import { expect } from 'vitest';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import { readCurrentHeader } from '../support/backup-desk.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import type { PhaseOf } from '../support/kills/kill-in-phase.ts';
import { residentsOr } from '../support/kills/kill-plan.ts';
import { expectWhole, filledDesk, hashesOf } from '../support/kills/rotated-vault.ts';
import { isNamed } from '../support/kills/signs.ts';
import { PINS } from '../support/vault-harness.ts';

const RESIDENTS = residentsOr(200);

/** The header is replaced after the new item is written; the limiter and the log's entry follow. */
const phaseOf: PhaseOf = (sign, before) => {
  if (sign.type === 'write-device-secret') return 'writing the item';
  if (sign.type === 'delete-device-secret') return 'deleting the item';
  return isNamed(sign, HEADER_FILE) && before === 'writing the item' ? 'switched' : null;
};

describeKill('kill of a rotation of the device secret', {
  title: 'leaves one that opens, and the count of wrong tries',
  changes: {
    'device secret': {
      route: 'keys.rotateDeviceSecret',
      phases: ['writing the item', 'switched', 'deleting the item'],
      phaseOf: () => phaseOf,
      behindSwitch: 'switched',
    },
  },
  by: 'admin',
  residents: RESIDENTS,
  async setUp(engine) {
    const desk = await filledDesk(engine, RESIDENTS);
    const before = await hashesOf(desk, engine);
    let { deviceSecretId: known } = await readCurrentHeader(desk);
    return {
      desk,
      request: () => ({ pin: PINS.admin }),
      async expectAfter(what, { phase }) {
        const { deviceSecretId: found } = await readCurrentHeader(desk);
        const isMade = found !== known;
        known = found;
        await expectWhole(desk, 'device-secret', { isMade, maybeNotBegun: phase === 'asked' });
        expect(Object.keys(desk.keychain.deviceSecrets), what).toEqual([found]);
        return isMade;
      },
      expectInTheEnd: async () => expect(await hashesOf(desk, engine)).toEqual(before),
    };
  },
});
