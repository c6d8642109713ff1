/** Leftover files in the tests that go over every feature. */
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Disposals } from '../../../contract/file-disposal/routes.ts';
import type { FileId } from '../../../contract/ids.ts';
import type { SweepView } from '../../../contract/sweep/routes.ts';
import type { AtDesk } from '../../screens/screen-list.ts';
import { click, featureFlow, get, showing, submitAs } from '../../screens/steps.ts';
import { generateEstate } from '../generate-people.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';
import { packWorkbook } from '../sweep-corpus/pack.ts';
import { makeTempDir } from '../temp-dir.ts';

const FOLDER = '5e'.repeat(16) as FileId;

/** Rows of people who cannot exist. */
export const rosterRows = (residents: number, seed: number): (readonly string[])[] =>
  generateEstate({ residents, seed }).households.flatMap(({ parsed, people }) =>
    people.map(({ name, sealed }) => [
      parsed.label,
      name,
      ...(['phone', 'idNumber'] as const).map(
        (field) => sealed.find((one) => one.field === field)?.value ?? '',
      ),
    ]),
  );

/** The same as text, a row a line. */
export const csvOf = (residents: number, seed: number): string =>
  rosterRows(residents, seed)
    .map((row) => row.join(','))
    .join('\n');

/** Lays files into a folder that a sweep is told of. */
function layFiles(folder: string): void {
  const rows = [['房号', '姓名', '电话', '身份证号'], ...rosterRows(24, 5)];
  writeFileSync(join(folder, '业主名册.xlsx'), packWorkbook(rows, 'xlsx'));
  writeFileSync(join(folder, '业主名册.xlsx.~bak'), packWorkbook(rows, 'xlsx'));
  writeFileSync(join(folder, '装修联系人.csv'), csvOf(6, 8));
  writeFileSync(join(folder, '通知.txt'), '请按时缴纳物业费。');
}

// --- the walk over the routes

/** The only one that is picked. */
async function addFolder({ desk, ask }: Walk): Promise<SweepView> {
  for (const { folderId } of (await ask('sweep.read', {})).folders)
    await ask('sweep.removeFolder', { folderId });
  const folder = makeTempDir();
  layFiles(folder);
  desk.vault.offerFile(FOLDER, folder, 'sweep-folder');
  return ask('sweep.addFolder', { fileId: FOLDER });
}

/** A sweep of a folder of its own, to its end. */
async function swept(walk: Walk): Promise<SweepView> {
  await stopped(walk);
  await addFolder(walk);
  await walk.ask('sweep.begin', { drives: false });
  for (;;) {
    const view = await walk.ask('sweep.read', {});
    if (view.sweeps[0]?.endedAt !== null) return view;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** No sweep is open afterwards. */
async function stopped(walk: Walk): Promise<void> {
  const { sweeps } = await walk.ask('sweep.read', {});
  if (sweeps[0]?.endedAt === null) await walk.ask('sweep.cancel', {});
}

/** One that is paused: it was begun over a folder without end. */
async function paused(walk: Walk): Promise<SweepView> {
  await stopped(walk);
  await addFolder(walk);
  await walk.ask('sweep.begin', { drives: false });
  return walk.ask('sweep.pause', {});
}

/** A roster whose copy lies beside it is destroyed, and the copy is found. */
async function checked(walk: Walk): Promise<Disposals> {
  const roster = (await swept(walk)).findings.find(
    ({ copies, decision }) => copies > 0 && decision === null,
  )!;
  const { disposalId } = await walk.ask('sweep.dispose', { findingId: roster.findingId, pin: walk.pin });
  await walk.ask('disposals.check', { disposalId });
  for (;;) {
    const known = await walk.ask('disposals.list', {});
    if (known.disposals[0]?.state === 'checked') return known;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const copyOf = ({ disposals }: Disposals) => disposals[0]!.copies.find(({ isDestroyed }) => !isDestroyed)!;

const firstOf = ({ findings }: SweepView) => findings.find(({ decision }) => decision === null)!.findingId;

export const visits: VisitsOf<'sweep' | 'disposals'> = {
  'sweep.read': swept,
  'sweep.begin': swept,
  'sweep.pause': paused,
  'sweep.resume': async (walk) => {
    await paused(walk);
    await walk.ask('sweep.resume', {});
    await swept(walk);
  },
  'sweep.cancel': async (walk) => {
    await paused(walk);
    await walk.ask('sweep.cancel', {});
  },
  'sweep.schedule': (walk) => walk.ask('sweep.schedule', { everyDays: 1 }),
  'sweep.addFolder': addFolder,
  'sweep.removeFolder': async (walk) => {
    const { folders } = await addFolder(walk);
    await walk.ask('sweep.removeFolder', { folderId: folders[0]!.folderId });
  },
  'sweep.accept': async (walk) => {
    const view = await swept(walk);
    const findingId = firstOf(view);
    const begunAt = view.sweeps[0]?.begunAt ?? 0;
    const until = new Date(begunAt + 20 * 86_400_000).toISOString().slice(0, 10);
    await walk.ask('sweep.accept', { findingId, words: '装修验收前要用', until, pin: walk.pin });
  },
  'sweep.dispose': async (walk) => {
    const findingId = firstOf(await swept(walk));
    await walk.ask('sweep.dispose', { findingId, pin: walk.pin });
  },
  'disposals.list': checked,
  'disposals.check': checked,
  'disposals.destroy': async (walk) => {
    const { copyId } = copyOf(await checked(walk));
    await walk.ask('disposals.destroy', { copyId, pin: walk.pin });
  },
  'disposals.show': async (walk) => {
    await walk.ask('disposals.show', { copyId: copyOf(await checked(walk)).copyId });
  },
  'sweep.import': async (walk) => walk.ask('sweep.import', { findingId: firstOf(await swept(walk)) }),
  'sweep.show': async (walk) => walk.ask('sweep.show', { findingId: firstOf(await swept(walk)) }),
};

// --- the screens

const MANY_NOTES = 1_500;

/** At the page: adds a folder, and begins a sweep of it and of what else is looked through. */
export async function beginSweep(walk: AtDesk, folder: string): Promise<void> {
  await walk.desk.answerDialog(folder);
  await click(walk, 'sweep-add-folder');
  await get(walk, 'sweep-folder').waitFor();
  await click(walk, 'sweep-begin');
}

/** Waits for the end of the first one. */
export const awaitSweep = (walk: AtDesk): Promise<void> =>
  get(walk, 'sweep-trend').waitFor({ timeout: 180_000 });

/** A supervisor has a folder swept, keeps one file for a time and destroys another. */
export const flow = featureFlow({
  place: 200,
  as: 'supervisor',
  screens: {
    ...showing(['page:sweep'], 'sweep-first', 'sweep-running', 'sweep-found', 'sweep-file', 'sweep-accept'),
    ...showing(['page:sweep'], 'sweep-accepted', 'sweep-dispose', 'sweep-disposed', 'sweep-checked'),
    'sweep-copies': ['page:sweep'],
  },
  async run(walk, look, desk) {
    const folder = `${walk.backupFolder}-leftover`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    layFiles(folder);
    // Enough to be seen while it runs.
    for (let n = 0; n < MANY_NOTES; n += 1) writeFileSync(join(folder, `通知${n}.txt`), '请按时缴纳物业费。');
    // The application's user is another, who is to destroy what lies there.
    chmodSync(folder, 0o777);
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o666);
    await desk.open('sweep');
    await look('sweep-first', { wait: 'sweep-none' });
    await beginSweep(walk, folder);
    await look('sweep-running', { press: 'sweep-pause', wait: 'sweep-resume' });
    await click(walk, 'sweep-resume');
    await awaitSweep(walk);
    await look('sweep-found');
    await get(walk, 'sweep-finding').first().getByRole('button').click();
    await look('sweep-file', { wait: 'sweep-drawer' });
    await click(walk, 'sweep-accept');
    await get(walk, 'sweep-accept-words').fill('装修验收前要用');
    const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await get(walk, 'sweep-accept-until').fill(until);
    await look('sweep-accept');
    await submitAs(walk, 'supervisor', 'sweep-accept-submit', 'sweep-accept-form');
    await get(walk, 'sweep-accept-form').waitFor({ state: 'detached' });
    await look('sweep-accepted');
    await get(walk, 'sweep-finding').first().getByRole('button').click();
    await look('sweep-dispose', { press: 'sweep-dispose', wait: 'sweep-dispose-form' });
    await submitAs(walk, 'supervisor', 'sweep-dispose-submit', 'sweep-dispose-form');
    await get(walk, 'sweep-dispose-form').waitFor({ state: 'detached' });
    await look('sweep-disposed');
    // Either roster is a copy of the other.
    const disposal = desk.page.locator('[data-testid=disposal][data-state=checked]');
    await disposal.waitFor({ timeout: 180_000 });
    await look('sweep-checked');
    await disposal.getByRole('button').click();
    await look('sweep-copies', { wait: 'disposal-drawer' });
    await desk.page.keyboard.press('Escape');
  },
});
