/** What was merged or imported is undone by its journal also after the keys have changed, or the vault was recovered: the log vouches for it, and the log goes on. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import type { ImportResult } from '../../../contract/import/views.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { sheet } from '../../support/import-desk.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { recover, RECOVERY_PINS } from '../../support/recover.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { rotationOf } from '../../support/requests-of.ts';
import { previewRows } from '../../support/import-file.ts';

describe.each(FEATURE_ENGINE_NAMES)('a merge and an import on %s are undone', (engine) => {
  let desk: VaultHarness;
  let lines: Awaited<ReturnType<VaultHarness['setUp']>>;
  let one: MaskedPerson;
  let mergeId: number;
  let imported: ImportResult;
  beforeEach(async () => {
    desk = await createHarness({ engine });
    lines = await desk.setUp();
    await desk.unlock('supervisor');
    one = await desk.addPerson(draftOf(1));
    const other = await desk.addPerson(draftOf(2));
    await desk.merge(one, other, { pin: PINS.supervisor, why: { reason: 'correction' } });
    ({ mergeId } = (await desk.call('people.merges', { personId: one.personId })).merges[0]!);
    imported = await importBook();
    await desk.lock();
  });

  async function importBook(): Promise<ImportResult> {
    const { rows } = sheet(['8-1-101', '赵六', '男', phoneOf(61)]);
    return (await previewRows(desk, rows)).apply();
  }

  async function expectUndone(pin: string): Promise<void> {
    const slotId = await desk.slotOf('supervisor');
    await desk.call('session.unlock', { slotId, pin });
    expect(await desk.call('import.checkUndo', { importId: imported.importId })).toMatchObject({
      created: 2,
    });
    expect(
      await desk.call('import.undo', {
        importId: imported.importId,
        keepEdited: true,
        supervisor: { slotId, pin },
      }),
    ).toMatchObject({ removed: 2 });
    const { version } = await desk.call('people.open', { personId: one.personId });
    const { otherId } = await desk.call('people.undoMerge', {
      personId: one.personId,
      version,
      mergeId,
      keepEdited: true,
      pin,
      why: { reason: 'correction' },
    });
    expect((await desk.call('people.open', { personId: otherId as PersonId })).nameMask).toBe('张**');
  }

  it('under another device secret, another store key and other tier keys', async () => {
    await desk.unlock('admin');
    await desk.call('keys.rotateDeviceSecret', { pin: PINS.admin });
    await desk.call('keys.rotateStoreKey', { pin: PINS.admin });
    await desk.call('keys.rotateTierKeys', rotationOf(PINS.admin, await desk.proofOf('supervisor')));
    await desk.lock();
    await expectUndone(PINS.supervisor);
  });

  it('after a recovery on this computer', async () => {
    await recover(desk, lines);
    await expectUndone(RECOVERY_PINS.supervisor);
  });

  it('after a recovery on a computer that has lost its keychain', async () => {
    desk.keychain.restore({ deviceSecrets: {}, anchors: [undefined, undefined] });
    await desk.vault.close();
    await desk.start();
    await recover(desk, lines);
    await expectUndone(RECOVERY_PINS.supervisor);
  });
});
