/**
 * An alarm that a supervisor acknowledges on a disk that is full for it at each size: it is acknowledged, or it says so and stays, and nobody works
 * behind it; once there is room it is acknowledged, and the log holds together with the alarm and the words in it.
 */
import { describe, expect, it } from 'vitest';
import { ENGINES_HERE } from '../../support/platform.ts';
import { putOlderFolderBack } from '../../support/older-folder.ts';
import { shareOf } from '../../support/share.ts';
import { canMountDisks } from '../../support/small-disk.ts';
import { PINS } from '../../support/vault-harness.ts';
import { blocks, openPlace } from './full-disk-desk.ts';

describe.skipIf(!canMountDisks())('on a full disk', () => {
  it.each(ENGINES_HERE)(
    'an alarm is acknowledged whole, or says so and stays, at each size: %s',
    { timeout: 180_000 },
    async (engine) => {
      const { desk, disk } = await openPlace(engine);
      const words = (at: number): string => `put back on purpose, ${at}`;
      const codes: string[] = [];
      for (const bytes of shareOf(blocks(0, 1, 2, 4, 8, 12, 16, 24, 32, 64)())) {
        await putOlderFolderBack(desk);
        await desk.start();
        const { alarms } = await desk.unlock('supervisor');
        expect(alarms, `with ${bytes} bytes left`).not.toEqual([]);
        disk.leave(bytes);
        const code = await desk.codeOf('session.acknowledge', { words: words(bytes), pin: PINS.supervisor });
        codes.push(code);
        if (code !== 'ok') {
          expect(code, `with ${bytes} bytes left`).toBe('disk-full');
          expect(await desk.call('session.alarms', {})).toEqual({ alarms });
          expect(await desk.codeOf('people.search', { text: '1' })).toBe('store-mismatch');
          // Nor has it vanished for whoever signs in next.
          await desk.vault.close();
          disk.free();
          await desk.start();
          expect((await desk.unlock('supervisor')).alarms, `with ${bytes} bytes left`).not.toEqual([]);
          await desk.call('session.acknowledge', { words: words(bytes), pin: PINS.supervisor });
        }
        disk.free();
        expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
        const { entries } = await desk.call('log.list', { before: null, limit: 50 });
        expect(
          entries.filter(({ action, reason }) => action === 'acknowledge' && reason === words(bytes)),
          `with ${bytes} bytes left`,
        ).toHaveLength(1);
        expect(entries).toContainEqual(
          expect.objectContaining({ action: 'alarm', detail: { alarm: alarms[0] } }),
        );
        await desk.vault.close();
        await desk.start();
        expect((await desk.unlock('receptionist')).alarms, `with ${bytes} bytes left`).toEqual([]);
        await desk.vault.close();
      }
      expect(codes).toContain('disk-full');
      expect(codes).toContain('ok');
      await desk.dispose();
    },
  );
});
