/**
 * What takes the place of a vault, of its keys or of what the day is judged by, over a store that somebody has changed. Each is a walk of its own, because
 * nothing goes on in the same vault afterwards; it ends with somebody who comes in and looks at what there is now.
 */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, SEALED_TIERS } from '../../../contract/fields.ts';
import type { FileId, StaffId } from '../../../contract/ids.ts';
import type { RequestWhat } from '../../../contract/requests/lists.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { HEADER_FILE, PREVIOUS_HEADER_FILE } from '../../../main/vault/keys/header.ts';
import { dayAhead } from '../features/disclosures.ts';
import { orderOf } from '../features/estate-transfer.ts';
import { ONE_RECORD } from '../features/limits.ts';
import { A_YEAR } from '../features/retention.ts';
import { draftOf, phoneOf } from '../people-drafts.ts';
import { RECOVERY_PINS, answersTo, peopleFor, sheetText } from '../recover.ts';
import { applyOf, previewOf } from '../requests-of.ts';
import { RENEWED_PINS } from '../theft-desk.ts';
import { TEST_ESTATE } from '../vault-harness.ts';
import { words } from '../words.ts';
import { BACKUPS, FOLDER, VAULT } from './build-image.ts';
import type { Walk } from './walk-store.ts';

const BOOK = 'e7'.repeat(16) as FileId;
const FILE = 'e8'.repeat(16) as FileId;
const WORDS = 'the walk passes by';
const HOUR_MS = 3_600_000;

/** Refused in any vault that is as this one is: what they are for is over, or not there. */
export const REFUSED_HERE: ReadonlySet<RouteName> = new Set(
  words(
    'setup.checkPin setup.begin setup.finish setup.cancel papers.stateNone incidents.stateNone losses.seen keys.inviteDesk keys.admitDesk keys.endDesk',
    'keys.beginEstate join.begin join.read join.finish join.cancel',
  ),
);

/** Whoever comes next, what they see, and what the log says to them. */
async function comeIn(walk: Walk): Promise<void> {
  await walk.signIn('supervisor');
  await walk.lookAround();
  await walk.reveal('phone');
  await walk.reveal('idNumber');
  await walk.ask('policy.read', {});
  await walk.ask('log.verify', {});
}

/** As somebody who finds the header gone and the one before it there. */
async function recover(walk: Walk): Promise<void> {
  const header = join(walk.folder, VAULT, HEADER_FILE);
  cpSync(header, join(walk.folder, VAULT, PREVIOUS_HEADER_FILE));
  rmSync(header);
  await walk.begin();
  await walk.ask('recovery.usePreviousHeader', {});
  await walk.ask('recovery.look', {});
  await walk.ask('recovery.checkLine', { line: 1, text: walk.image.sheet[0]!.join(' ') });
  await walk.ask('recovery.begin', { sheet: sheetText(walk.image.sheet) });
  await walk.ask('recovery.cancel', {});
  await bySheet(walk);
}

async function bySheet(walk: Walk): Promise<void> {
  const view = await walk.ask('recovery.begin', { sheet: sheetText(walk.image.sheet) });
  if (view === null) return;
  await walk.ask('recovery.checkPin', { role: 'admin', pin: RECOVERY_PINS.admin, name: 'Admin One' });
  const made = await walk.ask('recovery.prepare', { people: peopleFor(view, ['admin', 'supervisor']) });
  if (made === null) return void (await walk.ask('recovery.cancel', {}));
  if ((await walk.ask('recovery.finish', { answers: answersTo(made) })) === null) return;
  Object.assign(walk.pins, RECOVERY_PINS);
  const status = await walk.ask('vault.status', {});
  for (const { role, slotId } of status?.people ?? []) walk.slots[role] = slotId;
  await comeIn(walk);
}

/** The computer is gone: what was changed is in the last backup alone. */
async function recoverFromBackup(walk: Walk): Promise<void> {
  await walk.signIn('admin');
  const name = (await walk.ask('backup.make', {}))?.name ?? walk.image.backup;
  await walk.desk.loseComputer();
  walk.desk.vault.offerFile(FOLDER, join(walk.folder, BACKUPS), 'folder');
  await walk.ask('recovery.findBackups', { folderId: FOLDER });
  const sheet = sheetText(walk.image.sheet);
  if ((await walk.ask('recovery.stageBackup', { folderId: FOLDER, name, sheet })) !== null)
    await bySheet(walk);
}

/** Every key there is, by the ceremony after a theft. */
async function changeKeys(walk: Walk): Promise<void> {
  await walk.signIn('admin');
  const both = () => ({ pin: walk.pin, cosigner: walk.proof('supervisor') });
  const begun = await walk.ask('theft.begin', both());
  if (begun === null) return;
  const members = (await walk.ask('staff.list', {}))?.members ?? [];
  await walk.ask('staff.changePin', { pin: walk.pin, newPin: RENEWED_PINS.admin });
  walk.pins.admin = RENEWED_PINS.admin;
  const renewed = new Set<Role>(['admin']);
  for (const { staffId, role } of members) {
    if (role === 'admin') continue;
    if (renewed.has(role)) await walk.ask('theft.shutOut', { staffId, ...both() });
    else await renew(walk, staffId, role);
    renewed.add(role);
  }
  await walk.ask('keys.rotateTierKeys', { tiers: [...SEALED_TIERS], ...both() });
  await walk.ask('keys.rotateStoreKey', { pin: walk.pin });
  await walk.ask('keys.rotateDeviceSecret', { pin: walk.pin });
  // The only desk lets no other in, and is not ended.
  const keeper = '0'.repeat(20);
  await walk.ask('keys.drawKeeper', {});
  await walk.ask('keys.beginEstate', { address: ' ', name: '前台', keeper, ...both() });
  await walk.ask('keys.inviteDesk', { name: '门岗', keeper, pin: walk.pin });
  await walk.ask('keys.admitDesk', { code: '0', keeper, ...both() });
  await walk.ask('keys.endDesk', { desk: 1, ...both() });
  await walk.ask('theft.end', {});
  await comeIn(walk);
}

async function renew(walk: Walk, staffId: StaffId, role: Role): Promise<void> {
  const newPin = RENEWED_PINS[role];
  const reset = { staffId, newPin, pin: walk.pin, second: walk.proof('supervisor') };
  if ((await walk.ask('staff.reset', reset)) !== null) walk.pins[role] = newPin;
}

async function restore(walk: Walk): Promise<void> {
  await walk.signIn('admin');
  const name = walk.image.backup;
  await walk.ask('backup.restore', { folderId: null, name, pin: walk.pin, words: WORDS });
  await comeIn(walk);
}

/** By the last backup, where one can be made of what is there. */
async function repair(walk: Walk): Promise<void> {
  await walk.signIn('admin');
  const name = (await walk.ask('backup.make', {}))?.name ?? walk.image.backup;
  await walk.begin();
  await walk.ask('repair.find', { folderId: null });
  await walk.ask('repair.restore', { folderId: null, name, ...walk.proof('admin'), words: WORDS });
  await comeIn(walk);
}

async function importAgain(walk: Walk): Promise<void> {
  await walk.signIn('supervisor');
  const path = join(walk.folder, VAULT, 'owners.csv');
  writeFileSync(
    path,
    `房号,业主名称,手机号,备注\n,李虚六,,丙\n5-1-103,李虚三,${phoneOf(5003)},甲\n5-1-104,李虚四,1.41E+10,乙\n`,
  );
  walk.desk.vault.offerFile(BOOK, path);
  const supervisor = walk.proof('supervisor');
  const opened = await walk.ask('import.open', { fileId: BOOK });
  if (opened === null) return;
  const which = { fileId: BOOK, sheet: opened.sheets[0]?.name ?? '', headerRow: 1 };
  await walk.ask('import.sheet', which);
  await walk.ask('import.forgetLayout', which);
  const previewed = await walk.ask('import.preview', previewOf(BOOK, opened.sheets, supervisor));
  if (previewed === null) return void (await walk.ask('import.cancel', {}));
  await walk.ask('import.apply', applyOf(previewed.planId, 'same', supervisor));
  walk.desk.vault.offerFile(FILE, join(walk.folder, VAULT, 'rejects.xlsx'), 'rejects');
  await walk.ask('import.saveRejects', { fileId: FILE, language: 'zh-CN', supervisor });
  await walk.ask('import.dispose', { fileId: BOOK });
  await walk.ask('import.cancel', {});
  await comeIn(walk);
}

/** Where a vault is. */
async function setUpAgain(walk: Walk): Promise<void> {
  await walk.begin();
  await walk.ask('setup.checkPin', { role: 'admin', pin: walk.pin, name: 'Admin One' });
  await walk.ask('setup.begin', TEST_ESTATE);
  await walk.ask('setup.finish', { answers: ['ABCD', 'EFGH'] });
  await walk.ask('setup.cancel', {});
  await walk.ask('join.begin', { address: '', secret: '' });
  await walk.ask('join.read', {});
  await walk.ask('join.finish', { slotId: walk.proof('admin').slotId, pin: walk.pin });
  await walk.ask('join.cancel', {});
  await comeIn(walk);
}

async function erase(walk: Walk): Promise<void> {
  const { mergedId } = walk.known;
  await walk.signIn('admin');
  await walk.ask('retention.setRules', { rules: A_YEAR, words: WORDS, pin: walk.pin });
  await walk.signIn('supervisor');
  const both = { words: WORDS, pin: walk.pin, other: walk.proof('admin') };
  await walk.ask('retention.erase', { people: 'due', ...both });
  await walk.ask('retention.eraseRecords', { entity: 'lease', ...both });
  const erasureId = (await walk.ask('retention.read', {}))?.erasures[0]?.erasureId;
  if (erasureId !== undefined) {
    await walk.ask('retention.check', { erasureId });
    walk.desk.vault.offerFile(FILE, join(walk.folder, VAULT, 'certificate.pdf'), 'pdf');
    await walk.ask('retention.certificate', { erasureId, fileId: FILE });
  }
  await walk.ask('retention.recall', { people: [mergedId], isAll: true, words: WORDS, pin: walk.pin });
  await walk.ask('retention.endRecall', { personId: mergedId, ...both });
  await eraseByRequest(walk);
  await restrictByRequest(walk);
  // Backups are told apart by the second.
  walk.clock.advance(2_000);
  await walk.signIn('admin');
  await walk.ask('backup.make', {});
  await walk.signIn('supervisor');
  await walk.ask('retention.destroyBackups', both);
  await comeIn(walk);
}

/** The company keeps no ID numbers from then on, so that none is revealed afterwards. */
async function removeIdNumbers(walk: Walk): Promise<void> {
  await walk.signIn('admin');
  await walk.ask('idNumbers.decide', { choice: 'none', words: WORDS, pin: walk.pin });
  await walk.signIn('supervisor');
  await walk.ask('retention.eraseIds', { words: WORDS, pin: walk.pin, other: walk.proof('admin') });
  await walk.signIn('supervisor');
  await walk.lookAround();
  await walk.reveal('phone');
  await walk.ask('log.verify', {});
}

/** Of somebody who has asked for it. */
async function eraseByRequest(walk: Walk): Promise<void> {
  const requestId = await takeVerified(walk, 11, 'delete');
  if (requestId === undefined) return;
  await walk.ask('requests.erase', { requestId, version: 2, pin: walk.pin, other: walk.proof('admin') });
}

/** Of two people: one has their record restricted and freed again, one withdraws a consent. */
async function restrictByRequest(walk: Walk): Promise<void> {
  const { pin } = walk;
  const restricted = await takeVerified(walk, 12, 'restrict');
  if (restricted === undefined) return;
  await walk.ask('requests.restrict', { requestId: restricted, version: 2, words: WORDS, pin });
  await walk.ask('requests.lift', { requestId: restricted, version: 3, words: WORDS, pin });
  const requestId = await takeVerified(walk, 13, 'withdraw-consent');
  if (requestId === undefined) return;
  const ends = { purposes: ['service'], follows: 'restrict' } as const;
  await walk.ask('requests.withdrawConsent', {
    requestId,
    version: 2,
    ...ends,
    purposes: [...ends.purposes],
    pin,
  });
}

/** A request of somebody new who has consented, once they were verified for it. */
async function takeVerified(
  walk: Walk,
  n: number,
  what: RequestWhat,
): Promise<RouteReply<'requests.takeIn'>['requestId'] | undefined> {
  const { pin } = walk;
  const said = phoneOf(n);
  const person = draftOf(n, { sealed: [{ field: 'phone', value: said }] });
  const added = await walk.ask('people.add', { person, pin });
  if (added === undefined || added === null) return undefined;
  const { personId, version } = added;
  if (what === 'withdraw-consent')
    await walk.ask('consent.tell', {
      personId,
      version,
      purposes: ['service'],
      agreed: true,
      way: 'counter',
      consenter: 'self',
      pin,
    });
  const asked = { what, asker: 'self', way: 'counter' } as const;
  const requestId = (await walk.ask('requests.takeIn', { personId, fields: [], ...asked }))?.requestId;
  if (requestId === undefined) return undefined;
  await walk.ask('requests.verify', { requestId, version: 1, personId, kind: 'phone', said, pin });
  return requestId;
}

async function handOver(walk: Walk): Promise<void> {
  await walk.signIn('supervisor');
  const both = { pin: walk.pin, other: walk.proof('admin') };
  const ordered = await walk.ask('estateTransfer.order', { ...orderOf(), ...both });
  const transferId = ordered?.transfers.find(({ state }) => state === 'ordered')?.transferId;
  if (transferId === undefined) return;
  walk.desk.vault.offerFile(FILE, join(walk.folder, VAULT, 'estate.xlsx'), 'disclosure');
  walk.clock.advance(25 * HOUR_MS);
  const dueOn = dayAhead(30, walk.clock.now());
  await walk.ask('estateTransfer.make', { transferId, fileId: FILE, dueOn, ...both });
  await walk.ask('estateTransfer.confirm', { transferId, words: WORDS, pin: walk.pin });
  await walk.ask('estateTransfer.erase', { transferId, words: WORDS, ...both });
  await walk.signIn('supervisor');
  await walk.ask('log.verify', {});
}

/** Limits, alerts, scopes, a search of many rooms, an inspection, and what the sheet opens of another place. */
async function oversee(walk: Walk): Promise<void> {
  const { personId, roomId } = walk.known;
  const supervisor = walk.proof('supervisor');
  await walk.signIn('admin');
  await walk.ask('limits.change', { limits: ONE_RECORD, words: WORDS, pin: walk.pin });
  walk.desk.vault.offerFile(FOLDER, join(walk.folder, BACKUPS), 'folder');
  await walk.ask('second.choose', { folderId: FOLDER, entries: true, pin: walk.pin });
  await walk.ask('second.open', { sheet: sheetText(walk.image.sheet) });
  await walk.signIn('receptionist');
  const about = { of: 'room', roomId } as const;
  await walk.ask('scope.open', { about, words: WORDS, supervisor });
  await walk.ask('people.open', { personId });
  await walk.desk.ask('people.open', { personId });
  await walk.signIn('supervisor');
  const [alert] = (await walk.ask('alerts.list', {}))?.open ?? [];
  if (alert !== undefined)
    await walk.ask('alerts.explain', { alertId: alert.alertId, words: WORDS, pin: walk.pin });
  await walk.ask('losses.seen', { desk: 1, n: 1, pin: walk.pin });
  await walk.ask('papers.stateNone', { pin: walk.pin });
  await walk.ask('incidents.stateNone', { words: WORDS, pin: walk.pin });
  await searchManyRooms(walk);
  await walk.ask('inspection.begin', { who: WORDS, minutes: 30, shared: false, pin: walk.pin });
  await walk.ask('inspection.print', { what: { of: 'record', personId }, pin: walk.pin });
  await walk.ask('inspection.end', { pin: walk.pin });
  await comeIn(walk);
}

/** More than one reply shows. */
async function searchManyRooms(walk: Walk): Promise<void> {
  for (const building of [71, 72, 73]) {
    const rooms = Array.from({ length: 20 }, (_, at) => `${building}-1-${101 + at}`);
    const person = draftOf(building, {
      plates: [],
      rooms: rooms.map((text) => ({ text, relation: 'owner' })),
    });
    await walk.ask('people.add', { person, pin: walk.pin });
  }
  const next = (await walk.ask('people.search', { text: '7', only: 'room' }))?.next ?? null;
  if (next !== null) await walk.ask('people.searchNext', { next });
}

async function administer(walk: Walk): Promise<void> {
  await walk.signIn('admin');
  const supervisor = walk.proof('supervisor');
  await walk.ask('policy.change', { masks: { email: 'usual' }, words: WORDS, pin: walk.pin, supervisor });
  await walk.ask('policy.cancel', {});
  const members = (await walk.ask('staff.list', {}))?.members ?? [];
  const staffId = members.find(({ role }) => role === 'receptionist')?.staffId;
  if (staffId !== undefined) {
    await walk.ask('staff.rename', { staffId, name: 'Desk Six', pin: walk.pin });
    await walk.ask('staff.link', { staffId, personId: walk.known.personId, pin: walk.pin });
    await walk.ask('staff.remove', { staffId, pin: walk.pin });
  }
  await comeIn(walk);
}

/** By turns, by what each replaces or ends. */
export const REPLACINGS: Readonly<Record<string, (walk: Walk) => Promise<void>>> = {
  'every key': changeKeys,
  'a recovery': recover,
  'a recovery from a backup': recoverFromBackup,
  'a restore': restore,
  'a repair': repair,
  'an import': importAgain,
  'a set-up': setUpAgain,
  deletions: erase,
  'a removal of ID numbers': removeIdNumbers,
  'a handover': handOver,
  'what oversight ends': oversee,
  'what an admin changes': administer,
};
