/** Walk-rounds over a real store: places, results, items that are put right, when the next is due, what is shown of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FileId } from '../../../contract/ids.ts';
import { monthsAfter } from '../../../main/vault/walk-round/walks.ts';
import { DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { resultsOf } from '../../support/features/walk-round.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';

const FILE = 'fa'.repeat(16) as FileId;
const clock = createFakeClock();
const pin = PINS.supervisor;
let desk: VaultHarness;

beforeAll(async () => {
  desk = await openDesk('supervisor', { clock });
});

const newestEntries = async (count: number) =>
  (await desk.call('log.list', { before: null, limit: count })).entries;

/** All text of a PDF, without spaces. */
async function textOf(path: string): Promise<string> {
  const { text } = await extractText(new Uint8Array(readFileSync(path)), { mergePages: true });
  return text.replaceAll(/\s/g, '');
}

describe('a walk-round', () => {
  it('has a result for each place, and what is found is to be put right, in one commit', async () => {
    expect((await desk.call('walks.due', {})).dueOn).toBeNull();
    const { places } = await desk.call('walks.list', {});
    expect(places.length).toBeGreaterThan(3);
    const results = [...resultsOf(places)];
    expect(await desk.codeOf('walks.finish', { results, pin: 'wrong-pin-12' })).toBe('wrong-pin');
    expect(await desk.codeOf('walks.finish', { results: results.slice(1), pin })).toBe('changed-meanwhile');
    const mute = results.map((one) => ({ ...one, words: '' }));
    expect(await desk.codeOf('walks.finish', { results: mute, pin })).toBe('bad-request');
    expect((await desk.call('walks.list', {})).walks).toEqual([]);

    const { walks, due } = await desk.call('walks.finish', { results, pin });
    expect(walks).toHaveLength(1);
    expect(walks[0]).toMatchObject({ findings: 1 });
    expect(walks[0]!.results[0]).toMatchObject({
      outcome: 'finding',
      rectificationId: expect.any(Number) as number,
    });
    expect(walks[0]!.results.slice(1).every(({ rectificationId }) => rectificationId === null)).toBe(true);
    expect(due.daysLeft).toBeGreaterThan(85);
    const entries = await newestEntries(3);
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['walk-round', 'rectification-add']),
    );
    expect(JSON.stringify(entries)).not.toContain('抽屉');
  });

  it('is due again a quarter later, and as often as is chosen', async () => {
    const { everyMonths } = await desk.call('walks.schedule', { everyMonths: 1 });
    expect(everyMonths).toBe(1);
    clock.advance(40 * DAY_MS);
    expect((await desk.call('walks.due', {})).daysLeft).toBeLessThan(0);
    await desk.call('walks.schedule', { everyMonths: 3 });
    expect((await desk.call('walks.due', {})).daysLeft).toBeGreaterThan(0);
    expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28');
    expect(monthsAfter('2026-12-15', 1)).toBe('2027-01-15');
  });

  it('has places of the company, which earlier walks keep once they are removed', async () => {
    const { places } = await desk.call('walks.addPlace', { title: '快递柜', look: '没有写着姓名的面单' });
    const own = places.at(-1)!;
    expect(own).toMatchObject({ title: '快递柜', ref: `own-${own.placeId}` });
    await desk.call('walks.finish', { results: [...resultsOf(places)], pin });
    const after = await desk.call('walks.removePlace', { placeId: own.placeId! });
    expect(after.places.map(({ ref }) => ref)).not.toContain(own.ref);
    expect(after.walks[0]!.results.at(-1)).toMatchObject({ title: '快递柜', outcome: 'absent' });
    expect(await desk.codeOf('walks.removePlace', { placeId: own.placeId })).toBe('not-found');
  });

  it('goes on paper, empty and as it was found, with an entry', async () => {
    const { walks } = await desk.call('walks.list', {});
    const path = join(makeTempDir(), 'sheet.pdf');
    for (const walkId of [null, walks[0]!.walkId]) {
      writeFileSync(path, '');
      desk.vault.offerFile(FILE, path, 'pdf');
      await desk.call('walks.print', { walkId, fileId: FILE });
      const text = await textOf(path);
      expect(text).toContain('前台');
      expect(text).toContain(walkId === null ? '□' : '抽屉里有一本旧登记本');
      expect((await newestEntries(4)).find(({ action }) => action === 'walk-print')).toMatchObject({
        action: 'walk-print',
        detail: { walk: walkId },
      });
    }
    expect(await desk.codeOf('walks.print', { walkId: 9_999 })).toBe('not-found');
  });

  it('is entered by a supervisor alone', async () => {
    const { places } = await desk.call('walks.list', {});
    const results = [...resultsOf(places)];
    await desk.switchTo('admin');
    expect(await desk.codeOf('walks.finish', { results, pin: PINS.admin })).toBe('not-allowed');
    await desk.switchTo('receptionist');
    expect(await desk.codeOf('walks.list', {})).toBe('not-allowed');
  });
});
