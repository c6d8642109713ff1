import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { RecoverySheetView } from '../../../contract/recovery/views.ts';
import { bytesOfBase64, sameBytes } from '../../../main/vault/crypto/bytes.ts';
import { HEADER_FILE, parseHeader } from '../../../main/vault/keys/header.ts';
import { sheetsKnownTo } from '../../../main/vault/keys/old-sheets.ts';
import { openGrant } from '../../../main/vault/keys/grants.ts';
import { deriveSheetKeys, parseSheet } from '../../../main/vault/keys/recovery-sheet.ts';
import { RECOVERY } from '../../../main/vault/keys/roster.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { chooseFolder, makeOne } from '../../support/backup-desk.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { breakIn, readAllSealed, readGrants } from '../../support/sealed-values.ts';
import { openBySheet } from '../../support/open-by-sheet.ts';
import { answersTo, sheetText } from '../../support/recover.ts';
import { allowRows, refuseRows } from '../../support/store-tools.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { rotationOf } from '../../support/requests-of.ts';

describe.each(FEATURE_ENGINE_NAMES)('a new recovery sheet on %s', (engine) => {
  let desk: VaultHarness;
  let first: string;

  beforeEach(async () => {
    desk = await createHarness({ engine });
    first = sheetText(await desk.setUp());
    await desk.unlock('supervisor');
    await desk.addPerson(draftOf(1));
  });

  const finish = async (sheet: RecoverySheetView, changes: Partial<RouteRequest<'keys.finishSheet'>> = {}) =>
    desk.codeOf('keys.finishSheet', {
      answers: answersTo(sheet),
      pin: PINS.supervisor,
      cosigner: await desk.proofOf('admin'),
      ...changes,
    });
  async function renew(oldSheet?: string): Promise<string> {
    const sheet = await desk.call('keys.beginSheet', {});
    expect(await finish(sheet, oldSheet === undefined ? {} : { oldSheet })).toBe('ok');
    return sheetText(sheet.lines);
  }
  const headerNow = async () => parseHeader(new Uint8Array(await readFile(join(desk.vaultDir, HEADER_FILE))));

  const vault = () => ({ vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets });
  const opensWith = (text: string) => openBySheet(desk.vaultDir, engine, text);

  it('opens the store, both tiers and the log, and the one before it opens nothing', async () => {
    await desk.vault.close();
    expect(await opensWith(first)).toEqual({ values: 3, segment: true });
    await desk.start();
    await desk.unlock('supervisor');
    const second = await renew();
    expect((await desk.call('log.verify', {})).ok).toBe(true);
    await desk.vault.close();
    expect(await opensWith(second)).toEqual({ values: 3, segment: true });
    expect(await opensWith(first)).toBe('sheet-mismatch');
    const loot = await breakIn(desk, 'supervisor', { engine });
    const old = deriveSheetKeys(parseSheet(first));
    for (const { tier, epoch, generation, sealed } of await readGrants(loot.store)) {
      for (const one of [1, generation])
        expect(
          openGrant(
            old.receive,
            { vaultId: loot.header.vaultId, tier, epoch, staffId: RECOVERY, generation: one },
            sealed,
          ),
        ).toBeNull();
    }
    await loot.close();
  });

  it('lets everybody in as before, and is granted the tiers by their next rotation', async () => {
    const second = await renew();
    for (const role of ['receptionist', 'admin', 'supervisor'] as const) {
      await desk.switchTo(role);
      expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    }
    await desk.answers('ok', 'keys.rotateTierKeys', rotationOf(PINS.supervisor, await desk.proofOf('admin')));
    await desk.vault.close();
    expect(await opensWith(second)).toEqual({ values: 3, segment: true });
    expect((await readAllSealed(desk, engine)).size).toBe(3);
    await desk.start();
  });

  it('is the one that was proved, also where it is cancelled or begun anew while it is being written', async () => {
    for (const other of ['keys.cancel', 'keys.beginSheet'] as const) {
      const sheet = await desk.call('keys.beginSheet', {});
      const request = {
        answers: answersTo(sheet),
        pin: PINS.supervisor,
        cosigner: await desk.proofOf('admin'),
      };
      const finishing = desk.codeOf('keys.finishSheet', request);
      await desk.call(other, {});
      expect(await finishing).toBe('ok');
      await desk.vault.close();
      expect(await opensWith(sheetText(sheet.lines))).toEqual({ values: 3, segment: true });
      await desk.start();
      await desk.unlock('supervisor');
    }
  });

  it('is on paper as long as it is to be proved, and no longer', async () => {
    const paper = () => desk.vault.paper('recovery-sheet');
    expect(await paper()).toBe(null);
    const { lines, fingerprint } = await desk.call('keys.beginSheet', {});
    expect(await paper()).toEqual({
      kind: 'recovery-sheet',
      estateName: 'Test Estate',
      sheet: { lines, fingerprint },
    });
    expect(await desk.vault.paper('print')).toBe(null);
    await desk.call('keys.cancel', {});
    expect(await paper()).toBe(null);
    const another = await desk.call('keys.beginSheet', {});
    expect(await finish(another)).toBe('ok');
    expect(await paper()).toBe(null);
  });

  it('is written when parts of it were typed back and by a supervisor and an admin, and not before', async () => {
    const before = await headerNow();
    const sheet = await desk.call('keys.beginSheet', {});
    expect(await headerNow()).toEqual(before);
    expect(await finish(sheet, { answers: ['0000', '0000'] })).toBe('sheet-mismatch');
    expect(await finish(sheet, { cosigner: await desk.proofOf('receptionist') })).toBe('not-allowed');
    expect(await finish(sheet, { pin: 'nobody-has-this' })).toBe('wrong-pin-either');
    expect(await headerNow()).toMatchObject({ generation: before.generation, recovery: before.recovery });
    // Another one takes the place of the one that was shown.
    const another = await desk.call('keys.beginSheet', {});
    expect(await finish(sheet)).toBe('sheet-mismatch');
    expect(await finish(another)).toBe('ok');
    expect(await finish(another)).toBe('sheet-not-begun');
  });

  it('is forgotten where it is cancelled', async () => {
    const sheet = await desk.call('keys.beginSheet', {});
    await desk.call('keys.cancel', {});
    expect(await finish(sheet)).toBe('sheet-not-begun');
  });

  it('knows the sheets before it where they were typed in, and no others', async () => {
    const second = await renew(first);
    const third = await renew(second);
    const fourth = await renew();
    const header = await headerNow();
    const known = (text: string) =>
      sheetsKnownTo(header, parseSheet(text)).map((secret) => Buffer.from(secret).toString('hex'));
    const [one, two, three, four] = [first, second, third, fourth].map((text) =>
      Buffer.from(parseSheet(text)).toString('hex'),
    );
    expect(known(third)).toEqual([three, two, one]);
    expect(known(second)).toEqual([two, one]);
    expect(known(fourth)).toEqual([four]);
    expect(known(first)).toEqual([one]);
    expect(JSON.stringify(header)).not.toContain(Buffer.from(parseSheet(first)).toString('base64'));
  });

  it.each([true, false])(
    'opens a backup made under the one before it, if that was chosen: %s',
    async (chosen) => {
      await desk.switchTo('admin');
      await chooseFolder(desk, makeTempDir());
      const name = await makeOne(desk);
      await desk.switchTo('supervisor');
      const second = await renew(chosen ? first : undefined);
      await desk.switchTo('admin');
      const test = (sheet: string) =>
        desk.codeOf('backup.test', { folderId: null, name, pin: PINS.admin, sheet });
      expect(await test(first)).toBe('ok');
      expect(await test(second)).toBe(chosen ? 'ok' : 'backup-wrong-sheet');
    },
  );

  it('takes no sheet for the one before it but that one', async () => {
    const second = await renew(first);
    const sheet = await desk.call('keys.beginSheet', {});
    expect(await finish(sheet, { oldSheet: first })).toBe('sheet-mismatch');
    expect(
      await finish(sheet, { oldSheet: `${second.slice(0, -1)}${second.endsWith('0') ? '1' : '0'}` }),
    ).toBe('sheet-mismatch');
    expect(await finish(sheet, { oldSheet: second })).toBe('ok');
  });

  it('is finished at the next sign-in where a kill came between header and store, with the segment of the log', async () => {
    await desk.switchTo('supervisor');
    const sheet = await desk.call('keys.beginSheet', {});
    await refuseRows(vault(), chooseEngine(engine), PINS.admin, 'roster_entry');
    expect(await finish(sheet)).toBe('change-unfinished');
    expect(desk.hostCalls).toContain('lock-me change-unfinished');
    await desk.vault.close();
    await allowRows(vault(), chooseEngine(engine), PINS.admin);
    await desk.start();
    await desk.unlock('receptionist');
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    await desk.switchTo('supervisor');
    expect(
      (await desk.call('keys.list', {})).keys.find(({ key }) => key === 'recovery-sheet')!.history[0]!.end,
    ).toBe('done');
    expect((await desk.call('log.verify', {})).ok).toBe(true);
    await desk.vault.close();
    expect(await opensWith(sheetText(sheet.lines))).toEqual({ values: 3, segment: true });
    await desk.start();
  });

  it('starts the segment at the next sign-in where a kill came before it', async () => {
    await desk.switchTo('supervisor');
    const sheet = await desk.call('keys.beginSheet', {});
    await refuseRows(vault(), chooseEngine(engine), PINS.admin, 'log_segment');
    // The new sheet counts, and whoever typed it is not told otherwise.
    expect(await finish(sheet)).toBe('change-unfinished');
    expect(desk.hostCalls).toContain('lock-me change-unfinished');
    await desk.vault.close();
    await allowRows(vault(), chooseEngine(engine), PINS.admin);
    expect(await opensWith(sheetText(sheet.lines))).toEqual({ values: 3, segment: false });
    await desk.start();
    // With the segment stands the word of a supervisor or an admin on it: a receptionist leaves it to them.
    await desk.unlock('receptionist');
    await desk.vault.close();
    expect(await opensWith(sheetText(sheet.lines))).toEqual({ values: 3, segment: false });
    await desk.start();
    await desk.unlock('supervisor');
    await desk.vault.close();
    expect(await opensWith(sheetText(sheet.lines))).toEqual({ values: 3, segment: true });
    await desk.start();
  });

  it('keeps the root fingerprint, which stands on every sheet of the vault', async () => {
    const sheet = await desk.call('keys.beginSheet', {});
    const again = await desk.call('keys.beginSheet', {});
    expect(again.fingerprint).toBe(sheet.fingerprint);
    expect(
      sameBytes(
        bytesOfBase64((await headerNow()).recovery.receiveKey),
        deriveSheetKeys(parseSheet(first)).receive.publicKey,
      ),
    ).toBe(true);
  });
});
