/**
 * A recovery on a disk that is full for it at each size. It says `disk-full` and nothing has changed, the old sheet included, or it is done whole: the new PINs
 * and the new sheet open, the old ones do not. Nothing is left over, and with room it is done.
 */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { RecoveryView } from '../../../contract/recovery/views.ts';
import { BACKUP_FOLDER, makeOne, readCurrentHeader, strangersIn } from '../../support/backup-desk.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { answersTo, peopleFor, RECOVERY_PINS, sheetText } from '../../support/recover.ts';
import { shareOf } from '../../support/share.ts';
import { canMountDisks } from '../../support/small-disk.ts';
import { MemoryKeychain, PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { hashFolder } from '../../support/folder-hash.ts';
import {
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
type Pins = Readonly<Record<Role, string>>;

interface Full {
  readonly name: string;
  /** Behind the recovery's own look at the disk. */
  readonly at: Moment;
  /** Bytes that are left of it then, by the size of the store. */
  readonly leaves: (store: number) => readonly number[];
}

const FULL: readonly Full[] = [
  {
    name: 'while it is copied',
    at: 'recovering',
    leaves: ofStore(0, 0.1, 0.3, 0.6, 0.9, 1, 1.2, 1.5, 2, 2.49),
  },
  { name: 'at the switch', at: 'header.json.new', leaves: blocks(0, 1, 2, 3, 4, 6, 8, 12, 16, 32) },
];

/** A vault that is recovered again and again: which PINs and which sheet count. */
interface InForce {
  pins: Pins;
  sheet: string;
}

describe.skipIf(!canMountDisks()).each(FEATURE_ENGINE_NAMES)(
  'a recovery on a disk that fills, on %s',
  (engine) => {
    it.each(FULL)(
      'here $name says so and changes nothing, or is done whole, at each size',
      async ({ at, leaves }) => {
        const place = await openPlace(engine);
        const inForce: InForce = { pins: PINS, sheet: place.sheets[0]! };
        const before = await whatIsIn(place);
        const size = await sizeOfStore(place.desk);
        expect(await beginWith(place, inForce, 0.3 * size)).toBe('disk-full');
        // Refused before it is begun where there is no room for it; where the disk fills behind that look, the writing fails.
        expect(await tryHere(place, inForce, size / 2, before, 'asked')).toBe('disk-full');
        const codes: string[] = [];
        const sizes = leaves(size);
        expect(sizes).toHaveLength(10);
        for (const bytes of shareOf(sizes)) codes.push(await tryHere(place, inForce, bytes, before, at));
        expect(codes).toEqual(expect.arrayContaining(['disk-full', 'ok']));
        expect(await tryHere(place, inForce, null, before, at)).toBe('ok');
      },
    );

    it.each(FULL)(
      'from a backup, on a computer that has nothing, $name says so and can be done once there is room, at each size',
      async ({ at, leaves }) => {
        const place = await openPlace(engine);
        const before = await whatIsIn(place);
        const size = await sizeOfStore(place.desk);
        await place.desk.start();
        await place.desk.unlock('admin');
        const backup = await makeOne(place.desk);
        await place.desk.vault.close();
        const codes: string[] = [];
        const sizes = leaves(size);
        expect(sizes).toHaveLength(10);
        for (const bytes of shareOf(sizes)) codes.push(await tryFromBackup(place, backup, bytes, before, at));
        expect(codes).toEqual(expect.arrayContaining(['disk-full', 'ok']));
        expect(await tryFromBackup(place, backup, size / 2, before, 'asked')).toBe('disk-full');
      },
    );
  },
);

const sizeOfStore = async (desk: VaultHarness): Promise<number> =>
  statSync(join(desk.vaultDir, (await readCurrentHeader(desk)).storeFile)).size;
/** What a header that was not switched to leaves is dropped by the next sign-in. */
const filesOf = (desk: VaultHarness): string => hashFolder(desk.vaultDir, ['header.prev.json']);

/** The sheet is typed where its copy finds no room. The vault is closed before and after. */
async function beginWith(place: Place, { sheet }: InForce, bytes: number): Promise<string> {
  const { desk, disk } = place;
  await desk.start();
  const was = filesOf(desk);
  const code = await takeLastStep(place, () => desk.codeOf('recovery.begin', { sheet }), 'asked', bytes);
  disk.free();
  expect(filesOf(desk)).toEqual(was);
  await desk.vault.close();
  return code;
}

/** One recovery with so many bytes left, of a vault that is closed before and after; null: with all the room there is. Answers what was said. */
async function tryHere(
  place: Place,
  inForce: InForce,
  bytes: number | null,
  before: unknown,
  when: Moment,
): Promise<string> {
  const { desk } = place;
  const next = inForce.pins === PINS ? RECOVERY_PINS : PINS;
  await desk.start();
  const kept = keptIn(desk);
  const { code, shown } = await recoverWith(
    place,
    await desk.call('recovery.begin', { sheet: inForce.sheet }),
    next,
    bytes,
    when,
  );
  const at = `with ${bytes} bytes left at ${when}: ${code}`;
  expect(['ok', 'disk-full'], at).toContain(code);
  if (code === 'ok') Object.assign(inForce, { pins: next, sheet: shown });
  place.sheets.push(shown);
  await desk.vault.close();
  await desk.start();
  await expectOpens(
    place,
    inForce,
    next === inForce.pins ? [PINS, RECOVERY_PINS].find((pins) => pins !== next)! : next,
    at,
  );
  expect(keptIn(desk), at).toHaveLength(kept.length + (code === 'ok' ? 1 : 0));
  expect(keptIn(desk), at).toEqual(expect.arrayContaining([...kept]));
  expect(await whatIsIn(place, inForce.pins.supervisor), at).toEqual(before);
  return code;
}

/** The same on a computer that has nothing but the backup; where it finds no room, it is done by the same screen as soon as there is. */
async function tryFromBackup(
  origin: Place,
  backup: string,
  bytes: number,
  before: unknown,
  when: Moment,
): Promise<string> {
  const [first = ''] = origin.sheets;
  const desk = await createHarness({
    engine: origin.engine,
    clock: origin.clock,
    keychain: new MemoryKeychain(),
    vaultDir: emptyFolder(`${origin.backups}-elsewhere`),
  });
  const place: Place = { ...origin, desk, sheets: [first] };
  const at = `with ${bytes} bytes left at ${when}`;
  desk.vault.offerFile(BACKUP_FOLDER, origin.backups, 'folder');
  const view = await desk.call('recovery.stageBackup', {
    folderId: BACKUP_FOLDER,
    name: backup,
    sheet: first,
  });
  const { code, shown, again } = await recoverWith(place, view, RECOVERY_PINS, bytes, when);
  if (code === 'disk-full') expect(await again(), at).toBe('ok');
  else expect(code, at).toBe('ok');
  place.sheets.push(shown);
  await desk.vault.close();
  await desk.start();
  await expectOpens(place, { pins: RECOVERY_PINS, sheet: shown }, PINS, at);
  expect(keptIn(desk), at).toHaveLength(1);
  expect(await whatIsIn(place, RECOVERY_PINS.supervisor), at).toEqual(before);
  // Another computer is another desk, however often it was begun.
  expect((await readCurrentHeader(desk)).desk, at).toBe(1);
  await desk.dispose();
  return code;
}

function emptyFolder(path: string): string {
  mkdirSync(path);
  return path;
}

interface Tried {
  readonly code: string;
  readonly shown: string;
  readonly again: () => Promise<string>;
}

/** From the typed sheet on. What it could not do has left no file. */
async function recoverWith(
  place: Place,
  view: RecoveryView,
  pins: Pins,
  bytes: number | null,
  when: Moment,
): Promise<Tried> {
  const { desk, disk } = place;
  const sheet = await desk.call('recovery.prepare', { people: peopleFor(view, ROLES, pins) });
  const finish = () => desk.codeOf('recovery.finish', { answers: answersTo(sheet) });
  const was = filesOf(desk);
  const code = await takeLastStep(place, finish, when, bytes);
  disk.free();
  if (code !== 'ok') expect(filesOf(desk), `with ${bytes} bytes left at ${when}`).toEqual(was);
  return { code, shown: sheetText(sheet.lines), again: finish };
}

const keptIn = (desk: VaultHarness): readonly string[] =>
  readdirSync(desk.vaultDir).filter((name) => name.startsWith('kept-'));

/** To everybody by the PINs that count and by no other, without an alarm; to one sheet alone. Nothing is left over. The vault is closed afterwards. */
async function expectOpens(
  { desk, sheets }: Place,
  { pins, sheet }: InForce,
  others: Pins,
  at: string,
): Promise<void> {
  for (const role of ROLES) {
    const slotId = await desk.slotOf(role);
    expect(await desk.codeOf('session.unlock', { slotId, pin: others[role] }), `${at}, ${role}`).toBe(
      'wrong-pin',
    );
    expect((await desk.call('session.unlock', { slotId, pin: pins[role] })).alarms, `${at}, ${role}`).toEqual(
      [],
    );
    if (role === 'supervisor') expect(await desk.call('log.verify', {}), at).toMatchObject({ ok: true });
    await desk.lock();
  }
  await desk.vault.close();
  const header = await readCurrentHeader(desk);
  expect(sheetsInForce(header, sheets), at).toEqual([sheet]);
  expect(
    strangersIn(desk.vaultDir, header).filter((name) => !name.startsWith('kept-')),
    at,
  ).toEqual([]);
  expect(Object.keys(desk.keychain.deviceSecrets), at).toEqual([header.deviceSecretId]);
}
