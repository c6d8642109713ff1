/**
 * What takes the place of a vault, or of its keys, over a store that somebody has changed: a recovery by the sheet, a restore, a repair, new keys, an import,
 * and a set-up where a vault is. Each is a walk of its own, because none goes on in the same vault. It ends in a refusal, or in a vault that somebody can
 * sign in to, whose log holds or is told not to.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileId, SlotId } from '../../../contract/ids.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { A_YEAR } from '../features/retention.ts';
import { proposedMapping } from '../proposed-mapping.ts';
import { RECOVERY_PINS, answersTo, peopleFor, sheetText } from '../recover.ts';
import { PINS } from '../vault-harness.ts';
import { REJECT_WORDS } from '../route-walk.ts';
import { BACKUPS, FOLDER, VAULT } from './build-image.ts';
import type { Walk } from './walk-store.ts';

const BOOK = 'e7'.repeat(16) as FileId;
const WORDS = 'the walk passes by';
const HOUR_MS = 3_600_000;

/** A walk that replaces something, from a vault that is locked. */
interface Replacing {
  readonly name: string;
  readonly walk: (walk: Walk) => Promise<void>;
}

/** Whoever comes next, and what the log says to them. */
async function comeIn(walk: Walk): Promise<void> {
  await walk.signIn('supervisor');
  await walk.ask('log.verify', {});
}

async function recover(walk: Walk): Promise<void> {
  await walk.begin();
  await walk.ask('recovery.look', {});
  await walk.ask('recovery.usePreviousHeader', {});
  await walk.ask('recovery.cancel', {});
  const [line] = walk.sheet;
  await walk.ask('recovery.checkLine', { line: 1, text: line!.join(' ') });
  const view = await walk.ask('recovery.begin', { sheet: sheetText(walk.sheet) });
  if (view === null) return;
  await walk.ask('recovery.checkPin', { role: 'admin', pin: RECOVERY_PINS.admin, name: 'Admin One' });
  const made = await walk.ask('recovery.prepare', { people: peopleFor(view, ['admin', 'supervisor']) });
  if (made === null) return void (await walk.ask('recovery.cancel', {}));
  if ((await walk.ask('recovery.finish', { answers: answersTo(made) })) === null) return;
  const status = await walk.ask('vault.status', {});
  const slots = status?.state === 'locked' ? status.people : [];
  const slotId = slots.find(({ role }) => role === 'supervisor')?.slotId as SlotId | undefined;
  if (slotId === undefined) return;
  await walk.ask('session.unlock', { slotId, pin: RECOVERY_PINS.supervisor });
  await walk.ask('session.acknowledge', { words: WORDS, pin: RECOVERY_PINS.supervisor });
  await walk.ask('log.verify', {});
}

async function rotate(walk: Walk): Promise<void> {
  await walk.signIn('admin');
  await walk.ask('keys.rotateDeviceSecret', { pin: walk.pin });
  await walk.ask('keys.rotateTierKeys', {
    tiers: ['contact', 'identity'],
    pin: walk.pin,
    cosigner: walk.proof('supervisor'),
  });
  await walk.ask('keys.rotateStoreKey', { pin: walk.pin });
  await comeIn(walk);
}

async function restore(walk: Walk): Promise<void> {
  await walk.signIn('admin');
  await walk.ask('backup.restore', { folderId: null, name: walk.backup, pin: walk.pin, words: WORDS });
  await comeIn(walk);
}

async function repair(walk: Walk): Promise<void> {
  await walk.begin();
  await walk.ask('repair.find', { folderId: null });
  await walk.ask('repair.restore', {
    folderId: null,
    name: walk.backup,
    ...walk.proof('admin'),
    words: WORDS,
  });
  await comeIn(walk);
}

async function importAgain(walk: Walk): Promise<void> {
  await walk.signIn('supervisor');
  const path = join(walk.folder, VAULT, 'owners.csv');
  writeFileSync(path, '房号,业主名称,备注\n5-1-103,李虚三,甲\n28-1-0602,欧阳砚秋,乙\n');
  walk.desk.vault.offerFile(BOOK, path);
  const supervisor = walk.proof('supervisor');
  const opened = await walk.ask('import.open', { fileId: BOOK });
  if (opened === null) return;
  const [first] = opened.sheets;
  const which = { fileId: BOOK, sheet: first?.name ?? '', headerRow: 1 };
  await walk.ask('import.sheet', which);
  await walk.ask('import.forgetLayout', which);
  const sheets = proposedMapping(opened.sheets);
  const previewed = await walk.ask('import.preview', { fileId: BOOK, sheets, supervisor });
  if (previewed === null) return void (await walk.ask('import.cancel', {}));
  await walk.ask('import.saveRejects', { fileId: BOOK, language: 'zh-CN', words: REJECT_WORDS, supervisor });
  await walk.ask('import.apply', {
    planId: previewed.planId,
    answers: { rest: 'same', rows: [] },
    supervisor,
  });
  await walk.ask('import.dispose', { fileId: BOOK });
  await walk.ask('import.cancel', {});
  await comeIn(walk);
}

async function setUpAgain(walk: Walk): Promise<void> {
  await walk.begin();
  await walk.ask('setup.checkPin', { role: 'admin', pin: PINS.admin, name: 'Admin One' });
  await walk.ask('setup.begin', {
    estateName: 'Test Estate',
    admin: { name: 'Admin One', pin: PINS.admin },
    supervisor: { name: 'Super One', pin: PINS.supervisor },
    receptionist: { name: 'Desk One', pin: PINS.receptionist },
    adminIsSupervisor: false,
  });
  await walk.ask('setup.finish', { answers: ['ABCD', 'EFGH'] });
  await walk.ask('setup.cancel', {});
  walk.desk.vault.offerFile(FOLDER, join(walk.folder, BACKUPS), 'folder');
  await walk.ask('recovery.findBackups', { folderId: FOLDER });
  await walk.ask('recovery.stageBackup', {
    folderId: FOLDER,
    name: walk.backup,
    sheet: sheetText(walk.sheet),
  });
  await comeIn(walk);
  await walk.ask('session.acknowledge', { words: WORDS, pin: walk.pin });
}

/** What cannot be undone, or changes what the walk of the day is judged by: deletions, a handover, what oversight ends, masks, staff, a theft. */
async function erase(walk: Walk): Promise<void> {
  const { childId, mergedId } = walk.known;
  await walk.signIn('admin');
  await walk.ask('retention.setRules', { rules: A_YEAR, words: WORDS, pin: walk.pin });
  await walk.signIn('supervisor');
  const both = { words: WORDS, pin: walk.pin, other: walk.proof('admin') };
  const view = await walk.ask('retention.read', {});
  const erasureId = view?.erasures[0]?.erasureId ?? null;
  if (erasureId !== null) {
    await walk.ask('retention.check', { erasureId });
    await walk.ask('retention.certificate', { erasureId });
  }
  await walk.ask('retention.erase', { people: [childId], ...both });
  await walk.ask('retention.eraseRecords', { entity: 'lease', ...both });
  await walk.ask('retention.recall', { people: [mergedId], isAll: true, words: WORDS, pin: walk.pin });
  await walk.ask('retention.endRecall', { personId: mergedId, ...both });
  await walk.ask('retention.destroyBackups', both);
  const requests = (await walk.ask('requests.list', {}))?.requests ?? [];
  for (const { requestId, version } of requests.slice(0, 1))
    await walk.ask('requests.erase', {
      requestId,
      version,
      papers: true,
      pin: walk.pin,
      other: walk.proof('admin'),
    });
  await comeIn(walk);
}

async function handOver(walk: Walk): Promise<void> {
  await walk.signIn('supervisor');
  const waiting = (await walk.ask('estateTransfer.list', {}))?.transfers.find(
    ({ state }) => state === 'ordered',
  );
  const transferId = (waiting?.transferId ?? 1) as RouteRequest<'estateTransfer.confirm'>['transferId'];
  walk.desk.vault.offerFile(BOOK, join(walk.folder, VAULT, 'handover.xlsx'), 'disclosure');
  walk.advance(25 * HOUR_MS);
  const both = { pin: walk.pin, other: walk.proof('admin') };
  await walk.ask('estateTransfer.make', { transferId, fileId: BOOK, dueOn: '2030-01-31', ...both });
  await walk.ask('estateTransfer.confirm', { transferId, words: WORDS, pin: walk.pin });
  await walk.ask('estateTransfer.erase', { transferId, words: WORDS, ...both });
  await comeIn(walk);
}

async function oversee(walk: Walk): Promise<void> {
  const { personId, roomId } = walk.known;
  await walk.signIn('receptionist');
  await walk.ask('scope.open', {
    about: { of: 'room', roomId },
    words: WORDS,
    supervisor: walk.proof('supervisor'),
  });
  await walk.signIn('supervisor');
  const alerts = (await walk.ask('alerts.list', {}))?.open ?? [];
  const alertId = alerts[0]?.alertId ?? (1 as RouteRequest<'alerts.explain'>['alertId']);
  await walk.ask('alerts.explain', { alertId, words: WORDS, pin: walk.pin });
  await walk.ask('papers.stateNone', { pin: walk.pin });
  await walk.ask('second.open', { sheet: sheetText(walk.sheet) });
  const next = (await walk.ask('people.search', { text: '1', only: 'room' }))?.next ?? null;
  await walk.ask('people.searchNext', { next: next ?? 1 });
  await walk.ask('inspection.begin', { who: WORDS, minutes: 30, shared: false, pin: walk.pin });
  await walk.ask('inspection.print', { what: { of: 'record', personId }, pin: walk.pin });
  await walk.ask('inspection.end', { pin: walk.pin });
  await comeIn(walk);
}

async function administer(walk: Walk): Promise<void> {
  await walk.signIn('admin');
  const supervisor = walk.proof('supervisor');
  await walk.ask('policy.change', { masks: { email: 'usual' }, words: WORDS, pin: walk.pin, supervisor });
  await walk.ask('policy.cancel', {});
  const members = (await walk.ask('staff.list', {}))?.members ?? [];
  const desk = members.find(({ role }) => role === 'receptionist');
  if (desk !== undefined) {
    const { staffId } = desk;
    await walk.ask('staff.rename', { staffId, name: 'Desk Six', pin: walk.pin });
    await walk.ask('staff.link', { staffId, personId: walk.known.personId, pin: walk.pin });
    await walk.ask('theft.begin', { pin: walk.pin, cosigner: supervisor });
    await walk.ask('theft.shutOut', { staffId, pin: walk.pin, cosigner: supervisor });
    await walk.ask('theft.end', {});
    await walk.ask('staff.remove', { staffId, pin: walk.pin });
  }
  await comeIn(walk);
}

/** By turns, one a seed. */
export const REPLACINGS: readonly Replacing[] = [
  { name: 'new keys', walk: rotate },
  { name: 'a recovery', walk: recover },
  { name: 'a restore', walk: restore },
  { name: 'a repair', walk: repair },
  { name: 'an import', walk: importAgain },
  { name: 'a set-up', walk: setUpAgain },
  { name: 'deletions', walk: erase },
  { name: 'a handover', walk: handOver },
  { name: 'what oversight ends', walk: oversee },
  { name: 'what an admin changes', walk: administer },
];
