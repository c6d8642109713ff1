/** A sweep over a real store and real files: what it finds, how it goes on, what becomes of a file, and that nothing of a file is kept. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileId } from '../../../contract/ids.ts';
import type { SweepView } from '../../../contract/sweep/routes.ts';
import { DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { csvOf, rosterRows } from '../../support/features/sweep.ts';
import { scannersHere } from '../../support/scanners-here.ts';
import { packWorkbook } from '../../support/sweep-corpus/pack.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';

const home = makeTempDir();
const documents = join(home, 'Documents');
const scanners = scannersHere({ home, documents, desktop: join(home, 'Desktop') });
const clock = createFakeClock();
let desk: VaultHarness;

const lay = (name: string, bytes: string | Buffer): string => {
  const path = join(documents, name);
  writeFileSync(path, bytes);
  return path;
};

/** Until no sweep runs. */
async function toItsEnd(): Promise<SweepView> {
  for (;;) {
    const view = await desk.call('sweep.read', {});
    if (view.sweeps[0]?.endedAt !== null) return view;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
async function sweep(): Promise<SweepView> {
  await desk.call('sweep.begin', { drives: false });
  return toItsEnd();
}
const entries = (action: string) => desk.logged(action, 50);
const findingOf = ({ findings }: SweepView, name: string) => findings.find((one) => one.name === name)!;
const pin = PINS.supervisor;

/** A minute passes, and what is due by the clock is done; `until`: what then holds. */
async function minute(until: (view: SweepView) => boolean): Promise<SweepView> {
  vi.advanceTimersByTime(60_000);
  await expect.poll(async () => until(await desk.call('sweep.read', {}))).toBe(true);
  return desk.call('sweep.read', {});
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  mkdirSync(documents);
  desk = await openDesk('supervisor', { scanners, clock });
});
beforeEach(() => {
  scanners.meet = () => 'read';
  rmSync(documents, { recursive: true });
  mkdirSync(documents);
});
afterAll(() => void vi.useRealTimers());

describe('a sweep', () => {
  it('counts the people in files and tells copies by their content', async () => {
    const rows = rosterRows(9, 4);
    lay('名册.xlsx', packWorkbook(rows, 'xlsx'));
    lay('名册.xls', packWorkbook(rows, 'xls'));
    lay(
      '两个人.csv',
      rosterRows(2, 6)
        .slice(0, 2)
        .map((row) => row.join(','))
        .join('\n'),
    );
    const view = await sweep();
    expect(view.sweeps[0]).toMatchObject({ state: 'done', files: 3, found: 2, unread: 0, byHand: true });
    expect(view.open).toBe(2);
    for (const name of ['名册.xlsx', '名册.xls'])
      expect(findingOf(view, name)).toMatchObject({
        place: 'documents',
        kind: 'workbook',
        copies: 1,
        isOpen: true,
        folder: documents,
      });
    expect(findingOf(view, '名册.xlsx').ids).toBe(new Set(rows.map(([, , , id]) => id)).size);
  });

  it('drops what is gone or cleaned, and keeps what is still there with its number', async () => {
    lay('一.csv', csvOf(8, 1));
    lay('二.csv', csvOf(8, 2));
    const before = await sweep();
    rmSync(join(documents, '一.csv'));
    const after = await sweep();
    expect(after.findings.map(({ name }) => name)).toEqual(['二.csv']);
    expect(findingOf(after, '二.csv').findingId).toBe(findingOf(before, '二.csv').findingId);
    lay('二.csv', 'nothing any more');
    expect((await sweep()).findings).toEqual([]);
  });

  it('goes on after a file at which the scanner hangs, ends or grows, and names each', async () => {
    lay('甲.csv', csvOf(8, 1));
    lay('乙.csv', csvOf(8, 2));
    lay('丙.csv', csvOf(8, 3));
    scanners.meet = (path) => (path.includes('乙') ? 'grow' : path.includes('丙') ? 'end' : 'read');
    const started = scanners.started();
    const view = await sweep();
    expect(view.findings.map(({ name }) => name)).toEqual(['甲.csv']);
    expect(view.unread.map(({ name, unread }) => [name, unread])).toEqual([
      ['丙.csv', 'stopped'],
      ['乙.csv', 'too-large'],
    ]);
    expect(scanners.started() - started).toBe(3);
  });

  it.each([
    { type: 'scanned', id: 0, file: { kind: 'text' } },
    { type: 'scanned', id: 7, file: {} },
    { type: 'clear', value: 'x' },
    'x',
  ])('ends where the scanner says what it cannot have said: %j', async (answer) => {
    lay('甲.csv', csvOf(8, 1));
    scanners.meet = () => ({ answer });
    const view = await sweep();
    expect(view.sweeps[0]).toMatchObject({ state: 'cancelled', files: 0 });
    expect((await entries('sweep'))[0]).toMatchObject({ outcome: 'failed' });
  });

  it('is paused, goes on where it stopped, and reads no file twice', async () => {
    for (let n = 0; n < 30; n += 1) lay(`${10 + n}.csv`, csvOf(5, n));
    let read = 0;
    const paused = new Promise<void>((resolve) => {
      scanners.meet = () => {
        read += 1;
        if (read === 10) resolve();
        return read < 10 ? 'read' : 'hang';
      };
    });
    await desk.call('sweep.begin', { drives: false });
    await paused;
    const view = await desk.call('sweep.pause', {});
    expect(view.sweeps[0]).toMatchObject({ state: 'paused', endedAt: null });
    const kept = view.sweeps[0]!.files;
    expect(kept).toBeGreaterThan(0);
    let again = 0;
    scanners.meet = () => {
      again += 1;
      return 'read';
    };
    await desk.call('sweep.resume', {});
    const done = await toItsEnd();
    expect(done.sweeps[0]).toMatchObject({ state: 'done', files: 30, found: 30 });
    expect(again).toBe(30 - kept);
  });

  it('goes on after a lock, by the clock, and is only one', async () => {
    for (let n = 0; n < 12; n += 1) lay(`${10 + n}.csv`, csvOf(5, n));
    scanners.meet = (path) => (path.includes('15') ? 'hang' : 'read');
    await desk.call('sweep.begin', { drives: false });
    expect(await desk.codeOf('sweep.begin', { drives: false })).toBe('busy');
    await desk.switchTo('supervisor');
    scanners.meet = () => 'read';
    expect((await desk.call('sweep.read', {})).sweeps[0]).toMatchObject({ state: 'running', endedAt: null });
    const view = await minute(({ sweeps }) => sweeps[0]?.endedAt !== null);
    expect(view.sweeps[0]).toMatchObject({ state: 'done', found: 12 });
  });

  it('can be cancelled, which keeps what it has found', async () => {
    lay('1.csv', csvOf(5, 1));
    lay('2.csv', csvOf(5, 2));
    scanners.meet = (path) => (path.includes('2.csv') ? 'hang' : 'read');
    scanners.said.splice(0);
    await desk.call('sweep.begin', { drives: false });
    await expect.poll(() => scanners.said.at(-1)).toMatchObject({ type: 'scanned' });
    const view = await desk.call('sweep.cancel', {});
    expect(view.sweeps[0]).toMatchObject({ state: 'cancelled', files: 1 });
    expect(view.findings.map(({ name }) => name)).toContain('1.csv');
  });

  it('is begun by the clock a week after the last, and not where nobody wants that', async () => {
    await sweep();
    const { nextAt } = await desk.call('sweep.read', {});
    expect(nextAt).toBe(clock.now() + 7 * DAY_MS);
    const { length } = (await desk.call('sweep.read', {})).sweeps;
    clock.advance(6 * DAY_MS);
    await minute(({ sweeps }) => sweeps.length === length);
    clock.advance(DAY_MS);
    const begun = await minute(({ sweeps }) => sweeps.length === length + 1 && sweeps[0]?.endedAt !== null);
    expect(begun.sweeps[0]).toMatchObject({ byHand: false, state: 'done' });
    expect((await desk.call('sweep.schedule', { everyDays: 0 })).nextAt).toBeNull();
    clock.advance(60 * DAY_MS);
    expect(await desk.call('sweep.due', {})).toEqual({ open: 0, openUnread: 0, overdueSince: null, left: 0 });
    await minute(({ sweeps }) => sweeps.length === length + 1);
    // What is overdue is begun by the next minute.
    expect((await desk.call('sweep.schedule', { everyDays: 7 })).nextAt).toBeLessThan(clock.now());
  });

  it('looks into a folder that was picked, and no longer once it is removed', async () => {
    const folder = makeTempDir();
    writeFileSync(join(folder, '旧.csv'), csvOf(6, 3));
    const fileId = 'ab'.repeat(16) as FileId;
    expect(await desk.codeOf('sweep.addFolder', { fileId })).toBe('not-found');
    desk.vault.offerFile(fileId, folder, 'sweep-folder');
    const { folders } = await desk.call('sweep.addFolder', { fileId });
    expect(await desk.codeOf('sweep.addFolder', { fileId })).toBe('already-there');
    expect(findingOf(await sweep(), '旧.csv')).toMatchObject({ place: 'picked' });
    await desk.call('sweep.removeFolder', { folderId: folders[0]!.folderId });
    expect((await sweep()).findings).toEqual([]);
  });
});

describe('a file that was found', () => {
  const until = (days: number): string => new Date(clock.now() + days * DAY_MS).toISOString().slice(0, 10);

  it('is left until a day with a reason and the own PIN, and comes back then', async () => {
    lay('名册.csv', csvOf(8, 1));
    const { findingId } = findingOf(await sweep(), '名册.csv');
    const accept = { findingId, words: '验收前要用', until: until(20), pin };
    expect(await desk.codeOf('sweep.accept', { ...accept, pin: 'wrong-pin-12' })).toBe('wrong-pin');
    expect(await desk.codeOf('sweep.accept', { ...accept, until: until(0) })).toBe('invalid-value');
    expect(await desk.codeOf('sweep.accept', { ...accept, until: until(200) })).toBe('invalid-value');
    const view = await desk.call('sweep.accept', accept);
    expect(view.open).toBe(0);
    expect(findingOf(view, '名册.csv')).toMatchObject({ isOpen: false, decision: { what: 'accepted' } });
    expect((await desk.call('sweep.due', {})).open).toBe(0);
    expect(findingOf(await sweep(), '名册.csv').isOpen).toBe(false);
    clock.advance(21 * DAY_MS);
    expect((await desk.call('sweep.due', {})).open).toBe(1);
    expect(findingOf(await desk.call('sweep.read', {}), '名册.csv').isOpen).toBe(true);
  });

  it('is to be dealt with again once its content is another', async () => {
    lay('名册.csv', csvOf(8, 1));
    const { findingId } = findingOf(await sweep(), '名册.csv');
    await desk.call('sweep.accept', { findingId, words: '验收前要用', until: until(20), pin });
    lay('名册.csv', csvOf(9, 7));
    expect(findingOf(await sweep(), '名册.csv')).toMatchObject({ isOpen: true, decision: null });
  });

  it('is destroyed with the own PIN, after its entry; a copy stays and is told', async () => {
    const path = lay('名册.csv', csvOf(8, 1));
    lay('名册 - 副本.csv', csvOf(8, 1));
    const { findingId } = findingOf(await sweep(), '名册.csv');
    expect(await desk.codeOf('sweep.dispose', { findingId, pin: 'wrong-pin-12' })).toBe('wrong-pin');
    expect(existsSync(path)).toBe(true);
    const done = await desk.call('sweep.dispose', { findingId, pin });
    expect(existsSync(path)).toBe(false);
    expect(done).toMatchObject({ otherNames: false, copies: 1 });
    expect(done.view.findings.map(({ name, copies }) => [name, copies])).toEqual([['名册 - 副本.csv', 0]]);
    expect((await entries('sweep-dispose'))[0]).toMatchObject({ outcome: 'done' });
    expect(await desk.codeOf('sweep.dispose', { findingId, pin })).toBe('not-found');
  });

  it('is not destroyed once it is another file, and the log says so', async () => {
    const path = lay('名册.csv', csvOf(8, 1));
    const { findingId } = findingOf(await sweep(), '名册.csv');
    const other = `${csvOf(8, 1)}\nx`;
    writeFileSync(path, other);
    expect(await desk.codeOf('sweep.dispose', { findingId, pin })).toBe('file-changed');
    expect(readFileSync(path, 'utf8')).toBe(other);
    expect((await entries('sweep-dispose'))[0]).toMatchObject({ outcome: 'failed' });
  });

  it('is given to an import, and shown by main alone', async () => {
    const path = lay('名册.csv', csvOf(8, 1));
    const { findingId } = findingOf(await sweep(), '名册.csv');
    const { fileId, fileName } = await desk.call('sweep.import', { findingId });
    expect(fileName).toBe('名册.csv');
    expect((await desk.call('import.open', { fileId })).sheets.length).toBe(1);
    await desk.call('sweep.show', { findingId });
    expect(scanners.shown).toEqual([path]);
    expect(await desk.codeOf('sweep.show', { findingId: 9_999 })).toBe('not-found');
  });

  it('has neither name nor folder while somebody inspects', async () => {
    lay('张三名册.csv', csvOf(8, 1));
    await sweep();
    await desk.call('inspection.begin', { who: '街道办，检查文书第 1 号', minutes: 30, shared: false, pin });
    const view = await desk.call('sweep.read', {});
    expect(view.findings[0]).toMatchObject({ name: null, folder: null });
    expect(JSON.stringify(view)).not.toContain('张三');
    expect(await desk.codeOf('sweep.begin', { drives: false })).toBe('in-inspection');
  });
});

it('sends no value between the processes: what goes over the line is paths and counts', async () => {
  await desk.switchTo('supervisor');
  const rows = rosterRows(30, 12);
  lay('名册.csv', rows.map((row) => row.join(',')).join('\n'));
  lay('名册.xlsx', packWorkbook(rows, 'xlsx'));
  scanners.said.splice(0);
  await sweep();
  const said = JSON.stringify(scanners.said);
  expect(said).toContain('名册.csv');
  for (const [, name, phone, id] of rows)
    for (const value of [name, phone, id]) if (value) expect(said).not.toContain(value);
});
