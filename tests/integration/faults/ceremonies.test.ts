/**
 * Each ceremony that changes keys or stores, on a disk that is full for it at each size. Whatever it comes to: it says `disk-full` and nothing has changed,
 * or it is done, or it is made and the vault locks until a sign-in has finished it. Exactly one state of the vault opens, all that was in it is there,
 * nothing was written over, and nothing is left over after the next start.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Role, SEALED_TIERS } from '../../../contract/fields.ts';
import type { Header } from '../../../main/vault/keys/header.ts';
import { isBackupName } from '../../../main/vault/backup-files/backup-files.ts';
import { makeOne, readCurrentHeader, strangersIn } from '../../support/backup-desk.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { answersTo, sheetText } from '../../support/recover.ts';
import { tierEpochOf } from '../../support/sealed-values.ts';
import { shareOf } from '../../support/share.ts';
import { canMountDisks } from '../../support/small-disk.ts';
import { PINS } from '../../support/vault-harness.ts';
import { hashFolder } from '../../support/folder-hash.ts';
import {
  type LastStep,
  type Moment,
  type Place,
  blocks,
  ofStore,
  openPlace,
  sheetsInForce,
  takeLastStep,
  whatIsIn,
} from './full-disk-desk.ts';

const ROLES = ['receptionist', 'admin', 'supervisor'] as const satisfies readonly Role[];

interface Ceremony {
  readonly name: string;
  readonly role: Role;
  /** Bytes that are left of the disk, by the size of the store. */
  readonly leaves: (store: number) => readonly number[];
  /** Behind the ceremony's own look at the disk: the disk fills at the first of it. */
  readonly fullAt: Moment;
  /** While there is room. */
  readonly prepare: (place: Place) => Promise<LastStep>;
  /** Tells what is in force before it from what is after it. */
  readonly inForce: (header: Header, place: Place) => unknown;
}

const backupsIn = ({ backups }: Place): readonly string[] => readdirSync(backups).sort();

const CEREMONIES: readonly Ceremony[] = [
  {
    name: 'a rotation of the store key',
    role: 'admin',
    fullAt: 'keys.progress',
    leaves: ofStore(0.1, 0.3, 0.6, 0.9, 1, 1.1, 1.3, 1.7, 2.2, 2.49),
    inForce: ({ epoch }) => epoch,
    prepare:
      async ({ desk }) =>
      () =>
        desk.codeOf('keys.rotateStoreKey', { pin: PINS.admin }),
  },
  {
    name: 'a rotation of the tier keys',
    role: 'supervisor',
    fullAt: 'keys.progress',
    leaves: ofStore(0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 1, 2.49),
    inForce: (_header, { desk, engine }) => tierEpochOf(desk, engine),
    prepare: async ({ desk }) => {
      const cosigner = await desk.proofOf('admin');
      return () =>
        desk.codeOf('keys.rotateTierKeys', { tiers: [...SEALED_TIERS], pin: PINS.supervisor, cosigner });
    },
  },
  {
    name: 'another recovery sheet',
    role: 'supervisor',
    fullAt: 'header.json.new',
    leaves: blocks(0, 2, 4, 8, 12, 16, 20, 24, 32, 48),
    inForce: ({ recovery }) => recovery.generation,
    prepare: async (place) => {
      const { desk } = place;
      const sheet = await desk.call('keys.beginSheet', {});
      const cosigner = await desk.proofOf('admin');
      const [oldSheet] = sheetsInForce(await readCurrentHeader(desk), place.sheets);
      place.sheets.push(sheetText(sheet.lines));
      return () =>
        desk.codeOf('keys.finishSheet', {
          answers: answersTo(sheet),
          pin: PINS.supervisor,
          cosigner,
          oldSheet,
        });
    },
  },
  {
    name: 'a rotation of the device secret',
    role: 'admin',
    fullAt: 'header.json.new',
    leaves: blocks(0, 1, 2, 3, 4, 6, 8, 12, 16, 32),
    inForce: ({ deviceSecretId }) => deviceSecretId,
    prepare:
      async ({ desk }) =>
      () =>
        desk.codeOf('keys.rotateDeviceSecret', { pin: PINS.admin }),
  },
  {
    name: 'a backup',
    role: 'admin',
    fullAt: 'backup.progress',
    leaves: ofStore(0, 0.1, 0.3, 0.5, 0.7, 0.9, 1, 1.1, 1.5, 2.2),
    inForce: (_header, place) => backupsIn(place).length,
    prepare: async ({ desk, clock }) => {
      // Its name is of the second.
      clock.advance(2_000);
      return () => desk.codeOf('backup.make', {});
    },
  },
  {
    name: 'a restore',
    role: 'admin',
    fullAt: 'backup.progress',
    leaves: ofStore(0, 0.1, 0.4, 0.8, 1, 1.2, 1.6, 2, 2.4, 3),
    inForce: ({ epoch }) => epoch,
    prepare: async (place) => {
      const { desk, clock } = place;
      clock.advance(2_000);
      const name = backupsIn(place)[0] ?? (await makeOne(desk));
      return () =>
        desk.codeOf('backup.restore', { folderId: null, name, pin: PINS.admin, words: 'a full disk' });
    },
  },
];

describe.skipIf(!canMountDisks()).each(FEATURE_ENGINE_NAMES)('on a disk that fills, on %s', (engine) => {
  it.each(CEREMONIES)(
    '$name says so and changes nothing, or is done whole, at each size',
    async (ceremony) => {
      const place = await openPlace(engine);
      const before = await whatIsIn(place);
      const { size } = statSync(join(place.desk.vaultDir, (await readCurrentHeader(place.desk)).storeFile));
      // Refused before it is begun where there is no room for it; where the disk fills behind that look, the writing fails.
      expect(await tryWith(place, ceremony, size / 2, before, 'asked')).toBe('disk-full');
      const codes: string[] = [];
      const sizes = ceremony.leaves(size);
      expect(sizes).toHaveLength(10);
      for (const bytes of shareOf(sizes)) codes.push(await tryWith(place, ceremony, bytes, before));
      // Both come up; behind the switch it fills only where the moment is right for it.
      expect(codes).toEqual(expect.arrayContaining(['disk-full', 'ok']));
      // With room, the same is done.
      expect(await tryWith(place, ceremony, null, before)).toBe('ok');
    },
  );
});

/** One try with so many bytes left, on a vault that is closed before and after; null: with all the room there is. Answers what was said. */
async function tryWith(
  place: Place,
  ceremony: Ceremony,
  bytes: number | null,
  before: unknown,
  when: Moment = ceremony.fullAt,
): Promise<string> {
  const { desk } = place;
  const was = {
    inForce: await ceremony.inForce(await readCurrentHeader(desk), place),
    kept: keptFiles(place),
  };
  await desk.start();
  await desk.unlock(ceremony.role);
  const code = await takeLastStep(place, await ceremony.prepare(place), when, bytes);
  const at = `${ceremony.name} with ${bytes} bytes left: ${code}`;
  const isLocked = desk.hostCalls.some((call) => call.startsWith('lock-me'));
  // Whoever is still signed in goes on looking people up.
  if (code === 'disk-full')
    expect((await desk.call('people.search', { text: '张' })).groups.length, at).toBeGreaterThan(0);
  place.disk.free();
  desk.hostCalls.length = 0;
  await desk.vault.close();
  await desk.start();
  await expectWhole(place, at, ceremony.name === 'a restore' && code === 'ok');
  await desk.vault.close();
  const is = await ceremony.inForce(await readCurrentHeader(desk), place);
  expect(['ok', 'disk-full', 'change-unfinished'], at).toContain(code);
  // What is told as full has changed nothing. Where the disk fills behind the switch the vault locks, and the sign-in has finished what was begun.
  if (code === 'disk-full') expect(is, at).toEqual(was.inForce);
  else expect(is, at).not.toEqual(was.inForce);
  expect(isLocked, at).toBe(code === 'change-unfinished');
  expectNothingLeft(place, await readCurrentHeader(desk), at);
  expect(keptFiles(place), at).toEqual(expect.arrayContaining([...was.kept]));
  expect(await whatIsIn(place), at).toEqual(before);
  return code;
}

/** Everybody gets in without an alarm, by keys of one epoch, and the log holds together. */
async function expectWhole({ desk }: Place, at: string, isRestored: boolean): Promise<void> {
  if (isRestored) {
    expect((await desk.unlock('supervisor')).alarms, at).toEqual(['restored']);
    await desk.call('session.acknowledge', { words: 'restored on a full disk', pin: PINS.supervisor });
    await desk.lock();
  }
  for (const role of ROLES) {
    expect((await desk.unlock(role)).alarms, `${at}, ${role}`).toEqual([]);
    if (role === 'supervisor') expect(await desk.call('log.verify', {}), at).toMatchObject({ ok: true });
    await desk.lock();
  }
}

function expectNothingLeft({ desk, backups, sheets }: Place, header: Header, at: string): void {
  expect(
    strangersIn(desk.vaultDir, header).filter((name) => !name.startsWith('kept-')),
    at,
  ).toEqual([]);
  expect(
    readdirSync(backups).filter((name) => !isBackupName(name)),
    at,
  ).toEqual([]);
  expect(Object.keys(desk.keychain.deviceSecrets), at).toEqual([header.deviceSecretId]);
  expect(sheetsInForce(header, sheets), at).toHaveLength(1);
}

/** What no ceremony may write over: backups, and what a restore has put aside. */
const keptFiles = ({ backups, desk }: Place): readonly string[] => [
  ...hashFolder(backups)
    .split('\n')
    .filter((line) => line !== ''),
  ...hashFolder(desk.vaultDir)
    .split('\n')
    .filter((line) => line.startsWith('kept-')),
];
