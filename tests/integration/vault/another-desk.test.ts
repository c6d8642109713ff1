/** A vault that was recovered on another computer is the next desk: a whole day there gives numbers of its own, above 2³², and reads those of before. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import {
  HEADER_FILE,
  HEADER_FORMAT,
  LINKED_FORMAT,
  type Header,
  bodyOf,
  parseHeader,
  sealHeader,
} from '../../../main/vault/keys/header.ts';
import { IDS_OF_A_DESK, PLACES_OF_A_DESK } from '../../../main/vault/store/ids.ts';
import { ENGINES } from '../../support/engines.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { recover, RECOVERY_PINS } from '../../support/recover.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { MemoryKeychain, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { WHY, noteOf, rotationOf } from '../../support/requests-of.ts';
import { previewRows } from '../../support/import-file.ts';

const pin = RECOVERY_PINS.supervisor;

describe.each(ENGINES.map(({ name }) => name))('desk 1 on %s', (engine) => {
  let first: VaultHarness;
  let desk: VaultHarness;
  let before: PersonId;

  beforeEach(async () => {
    first = await createHarness({ engine });
    const sheet = await first.setUp();
    await first.unlock('supervisor');
    ({ personId: before } = await first.addPerson(draftOf(1)));
    await first.vault.close();
    const vaultDir = join(makeTempDir(), 'vault');
    await cp(first.vaultDir, vaultDir, { recursive: true });
    desk = await createHarness({ engine, vaultDir, keychain: new MemoryKeychain() });
    await recover(desk, sheet);
  });

  const readHeader = async (at: VaultHarness = desk): Promise<Header> =>
    parseHeader(new Uint8Array(await readFile(join(at.vaultDir, HEADER_FILE))));
  const signIn = async (role: 'admin' | 'supervisor' = 'supervisor') =>
    desk.codeOf('session.unlock', { slotId: await desk.slotOf(role), pin: RECOVERY_PINS[role] });
  const reveal = async (personId: PersonId, field: 'phone' | 'idNumber' | 'note', ordinal: number) =>
    (await desk.call('people.reveal', { personId, field, ordinal, why: WHY, pin })).value;
  const supervisor = async () => ({ slotId: await desk.slotOf('supervisor'), pin });

  it('is what header and signed roster say, and the computer of before stays desk 0', async () => {
    expect(await readHeader()).toMatchObject({ format: HEADER_FORMAT, desk: 1, minFormat: HEADER_FORMAT });
    expect(await readHeader(first)).toMatchObject({
      format: HEADER_FORMAT,
      desk: 0,
      minFormat: HEADER_FORMAT,
    });
    expect(await signIn()).toBe('ok');
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
  });

  it('works a whole day', async () => {
    expect(await signIn()).toBe('ok');
    const isOurs = (id: number): boolean => Math.floor(id / IDS_OF_A_DESK) === 1;
    let added: MaskedPerson = await desk.addPerson(
      draftOf(2, {
        sealed: [
          { field: 'phone', value: phoneOf(2) },
          { field: 'phone', value: phoneOf(3) },
          { field: 'idNumber', value: idNumberOf(2) },
        ],
      }),
      pin,
    );
    expect(isOurs(added.personId)).toBe(true);
    const ours = PLACES_OF_A_DESK;
    const placesOf = (person: MaskedPerson, field: string) =>
      person.fields.filter((one) => one.field === field).map(({ ordinal }) => ordinal);
    expect([placesOf(added, 'phone'), placesOf(added, 'plate')]).toEqual([[ours, ours + 1], [ours]]);
    expect([await reveal(added.personId, 'phone', ours + 1), await reveal(before, 'phone', 0)]).toEqual([
      phoneOf(3),
      phoneOf(1),
    ]);

    // A second phone for somebody of desk 0: the screen asks for place 1, which desk 0 may give at the same time.
    const old = await desk.call('people.open', { personId: before });
    const edited = await desk.edit(
      { personId: before, version: old.version },
      {
        addPlates: ['桂M99999'],
        sealed: [
          { field: 'phone', ordinal: 0, value: phoneOf(4) },
          { field: 'phone', ordinal: 1, value: phoneOf(5) },
        ],
      },
      { pin, why: { reason: 'correction' } },
    );
    expect([placesOf(edited, 'phone'), placesOf(edited, 'plate')]).toEqual([
      [0, ours],
      [0, ours],
    ]);
    expect([await reveal(before, 'phone', 0), await reveal(before, 'phone', ours)]).toEqual([
      phoneOf(4),
      phoneOf(5),
    ]);

    const { noteId } = await desk.call('notes.add', noteOf(before, 'left at the desk'));
    expect(isOurs(noteId)).toBe(true);
    expect(await reveal(before, 'note', ours)).toBe('left at the desk');

    const rows = [
      ['房号', '业主名称', '手机号', '车牌'],
      ['9-1-101', '李四维', phoneOf(6), '桂M77777'],
    ];
    const { importId, created } = await (
      await previewRows(desk, rows, { supervisor: await supervisor() })
    ).apply('other');
    expect([isOurs(importId), created]).toEqual([true, 1]);
    const found = (await desk.call('people.search', { text: '9-1-101' })).groups[0]!.rows[0]!;
    expect([isOurs(found.personId), found.roomLabel]).toEqual([true, '9栋1单元101']);
    expect(await reveal(found.personId, 'phone', ours)).toBe(phoneOf(6));

    added = await desk.call('people.open', { personId: added.personId });
    const { version } = await desk.call('people.open', { personId: before });
    const merged = await desk.merge({ personId: before, version }, added, { pin, why: WHY });
    expect(placesOf(merged, 'phone')).toHaveLength(4);
    const { merges } = await desk.call('people.merges', { personId: before });
    expect(merges.every(({ mergeId }) => isOurs(mergeId))).toBe(true);
    await desk.call('people.undoMerge', {
      personId: before,
      version: merged.version,
      mergeId: merges[0]!.mergeId,
      keepEdited: true,
      pin,
      why: WHY,
    });
    expect(await reveal(added.personId, 'phone', ours)).toBe(phoneOf(2));

    expect(
      await desk.call(
        'keys.rotateTierKeys',
        rotationOf(pin, { slotId: await desk.slotOf('admin'), pin: RECOVERY_PINS.admin }),
      ),
    ).toMatchObject({ unreadable: 0 });
    expect([await reveal(added.personId, 'phone', ours), await reveal(before, 'note', ours)]).toEqual([
      phoneOf(2),
      'left at the desk',
    ]);
    await desk.call('import.undo', { importId, keepEdited: false, supervisor: await supervisor() });
    expect((await desk.call('people.search', { text: '9-1-101' })).groups).toEqual([]);
    expect((await desk.call('log.verify', {})).ok).toBe(true);
    await desk.lock();
    expect(await signIn('admin')).toBe('ok');
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
  });

  it.each([
    ['another desk', { desk: 0 }],
    ['a lower format', { minFormat: 1 }],
  ])('by the folder alone nobody makes the header name %s', async (_, change) => {
    await desk.vault.close();
    const header = JSON.stringify({ ...(await readHeader()), ...change });
    await writeFile(join(desk.vaultDir, HEADER_FILE), header);
    await desk.start();
    expect(await desk.call('vault.status', {})).toMatchObject({ state: 'refused', problem: 'header-forged' });
  });

  it('a header that asks for more than this program knows is a newer one', async () => {
    await desk.vault.close();
    const header = JSON.stringify({ ...(await readHeader()), minFormat: LINKED_FORMAT + 1 });
    await writeFile(join(desk.vaultDir, HEADER_FILE), header);
    await desk.start();
    expect(await desk.call('vault.status', {})).toMatchObject({ state: 'refused', problem: 'header-newer' });
  });

  it.each([
    ['a desk that was', { desk: 0 }],
    ['a desk that nobody has taken', { desk: 2 }],
    ['a format below the roster', { minFormat: 1 }],
  ])('nor is %s taken from whoever has the keychain: store and roster say otherwise', async (_, change) => {
    await desk.vault.close();
    const header = await readHeader();
    const secret = desk.keychain.deviceSecrets[header.deviceSecretId]!;
    const forged = sealHeader({ ...bodyOf(header), ...change }, secret);
    await writeFile(join(desk.vaultDir, HEADER_FILE), JSON.stringify(forged));
    await desk.start();
    expect(await signIn()).toBe('store-mismatch');
  });
});
