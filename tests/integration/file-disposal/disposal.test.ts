/** What is left of a file that was destroyed: how it is found, what happens meanwhile, and what a stop of the computer leaves. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Disposal } from '../../../contract/file-disposal/routes.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { csvOf } from '../../support/features/sweep.ts';
import { scannersHere } from '../../support/scanners-here.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';

const home = makeTempDir();
const documents = join(home, 'Documents');
const scanners = scannersHere({ home, documents });
const pin = PINS.supervisor;
let desk: VaultHarness;

const lay = (name: string, text: string): string => {
  const path = join(documents, name);
  writeFileSync(path, text);
  return path;
};
const newest = async (): Promise<Disposal> => (await desk.call('disposals.list', {})).disposals[0]!;
const reaches = (state: Disposal['state']) => expect.poll(async () => (await newest()).state).toBe(state);

/** The number of the finding of a file. */
async function found(name: string): Promise<number> {
  await desk.call('sweep.begin', { drives: false });
  await expect.poll(async () => (await desk.call('sweep.read', {})).sweeps[0]?.endedAt).not.toBeNull();
  return (await desk.call('sweep.read', {})).findings.find((one) => one.name === name)!.findingId;
}

/** Destroys a roster, and looks for copies of it. */
async function destroyed(name: string): Promise<Disposal> {
  const { disposalId } = await desk.call('sweep.dispose', { findingId: await found(name), pin });
  await desk.call('disposals.check', { disposalId });
  await reaches('checked');
  return newest();
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  mkdirSync(documents);
  desk = await openDesk('supervisor', { scanners, clock: createFakeClock() });
});
beforeEach(() => {
  scanners.meet = () => 'read';
  rmSync(documents, { recursive: true });
  mkdirSync(documents);
});
afterAll(() => void vi.useRealTimers());

describe('a check', () => {
  it('finds what has the same content and nothing else, and counts what it has compared', async () => {
    lay('甲.csv', csvOf(8, 1));
    lay('乙.csv', csvOf(8, 1));
    lay('丙.csv', csvOf(8, 2));
    const disposal = await destroyed('甲.csv');
    expect(disposal).toMatchObject({ state: 'checked', wasRead: true, files: 2, unread: 0 });
    expect(disposal.copies.map(({ name, place, kind }) => [name, place, kind])).toEqual([
      ['乙.csv', 'documents', 'copy'],
    ]);
    expect((await desk.call('sweep.due', {})).left).toBe(1);
    await desk.call('disposals.destroy', { copyId: disposal.copies[0]!.copyId, pin });
    expect(readdirSync(documents)).toEqual(['丙.csv']);
    expect((await desk.call('sweep.due', {})).left).toBe(0);
    expect((await desk.call('sweep.read', {})).findings.map(({ name }) => name)).toEqual(['丙.csv']);
  });

  it('is made anew, and then tells what is there now', async () => {
    lay('甲.csv', csvOf(8, 3));
    const { disposalId } = await destroyed('甲.csv');
    expect((await newest()).copies).toEqual([]);
    lay('又来.csv', csvOf(8, 3));
    await desk.call('disposals.check', { disposalId });
    await expect.poll(async () => (await newest()).copies.map(({ name }) => name)).toEqual(['又来.csv']);
  });

  it('does not destroy a copy that is another file by then', async () => {
    lay('甲.csv', csvOf(8, 4));
    const copy = lay('乙.csv', csvOf(8, 4));
    const { copies } = await destroyed('甲.csv');
    writeFileSync(copy, 'another');
    const { copyId } = copies[0]!;
    expect(await desk.codeOf('disposals.destroy', { copyId, pin })).toBe('file-changed');
    expect(existsSync(copy)).toBe(true);
  });

  it('has a running sweep give way, which then goes on where it was', async () => {
    for (let n = 0; n < 12; n += 1) lay(`${10 + n}.csv`, csvOf(5, 40 + n));
    const findingId = await found('10.csv');
    const before = scanners.started();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    // The first scanner hangs from its sixth file on.
    scanners.meet = (path) => {
      if (scanners.started() > before + 1 || !/1[5-9]|2\d/.test(path)) return 'read';
      release();
      return 'hang';
    };
    await desk.call('sweep.begin', { drives: false });
    await held;
    const { disposalId } = await desk.call('sweep.dispose', { findingId, pin });
    await desk.call('disposals.check', { disposalId });
    await reaches('checked');
    await expect.poll(async () => (await desk.call('sweep.read', {})).sweeps[0]?.endedAt).not.toBeNull();
    expect((await desk.call('sweep.read', {})).sweeps[0]).toMatchObject({
      state: 'done',
      files: 12,
      found: 12,
      unread: 0,
    });
  });

  it('is made by the clock where nobody has asked for it, after a lock as well', async () => {
    lay('甲.csv', csvOf(8, 6));
    await desk.call('sweep.dispose', { findingId: await found('甲.csv'), pin });
    expect((await newest()).state).toBe('waiting');
    await desk.switchTo('supervisor');
    vi.advanceTimersByTime(60_000);
    await reaches('checked');
  });

  it('tells neither names nor folders while somebody inspects', async () => {
    lay('张三.csv', csvOf(8, 7));
    lay('张三2.csv', csvOf(8, 7));
    await destroyed('张三.csv');
    await desk.call('inspection.begin', { who: '街道办，检查文书第 1 号', minutes: 30, shared: false, pin });
    const told = await desk.call('disposals.list', {});
    expect(told.disposals[0]).toMatchObject({ name: null, copies: [{ name: null, folder: null }] });
    expect(JSON.stringify(told)).not.toContain('张三');
    await desk.switchTo('supervisor');
  });
});

describe('a file that could not be destroyed', () => {
  it('is told as still there, and no copies of it are looked for', async () => {
    const path = lay('甲.csv', csvOf(8, 8));
    const findingId = await found('甲.csv');
    writeFileSync(path, `${csvOf(8, 8)}\nx`);
    expect(await desk.codeOf('sweep.dispose', { findingId, pin })).toBe('file-changed');
    const { state, disposalId } = await newest();
    expect(state).toBe('not-destroyed');
    expect(await desk.codeOf('disposals.check', { disposalId })).toBe('not-found');
  });
});
