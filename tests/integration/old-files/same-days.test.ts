/** The days that made the vault of November 2026, lived again: today's entries say in data what the sentences of then said. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { LogAction, LogEntryView } from '../../../contract/log/entries.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { readDetail } from '../../../main/vault/log/detail.ts';
import { liveEventfulDays } from '../../support/eventful-day.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { readOldLog } from '../../support/old-vault.ts';
import { driveStaff } from '../../support/staff-desk.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { createHarness } from '../../support/vault-harness.ts';

/** What is random, and what only one of the two versions has. */
const OTHERWISE = new Set([
  'hash',
  'slots',
  'item',
  'ended',
  'choice',
  'comparedIds',
  'recognised',
  'journal',
]);

/** Without the numbers: of bytes, rows and ids another version has others. */
const said = (
  entries: readonly { readonly action: string; readonly detail: unknown }[],
): readonly string[] => [
  ...new Set(
    entries.map(({ action, detail }) =>
      JSON.stringify([action, detail], (key, value: unknown) =>
        OTHERWISE.has(key) ? undefined : typeof value === 'number' ? 0 : value,
      ),
    ),
  ),
];

it('every action is entered, and says what it said before', async () => {
  const [folder, scratch] = ['backups', 'scratch'].map((name) => {
    const path = join(makeTempDir(), name);
    mkdirSync(path);
    return path;
  }) as [string, string];
  const clock = createFakeClock(Date.UTC(2026, 10, 9, 1));
  const desk = await createHarness({ engine: 'better-sqlite3', clock });
  try {
    const { pins } = await liveEventfulDays({ desk, folder, scratch, advance: (ms) => clock.advance(ms) });
    await desk.start();
    await desk.call('session.unlock', {
      slotId: await driveStaff(desk).slotNamed('Super One'),
      pin: pins.supervisor,
    });
    const entries: LogEntryView[] = [];
    let next: number | null = null;
    do {
      const page: RouteReply<'log.list'> = await desk.call('log.list', { before: next, limit: 100 });
      entries.push(...page.entries);
      ({ next } = page);
    } while (next !== null);
    const before = await readOldLog();
    const today = entries.toReversed();
    expect(before.filter(({ action }) => !today.some((entry) => entry.action === action))).toEqual([]);
    const told = said(
      before.map((entry) => ({
        ...entry,
        detail: readDetail({ ...entry, action: entry.action as LogAction }),
      })),
    );
    const tells = said(today);
    // How much was overwritten is said today as well.
    expect(told.filter((one) => !tells.includes(one))).toEqual([JSON.stringify(['import-dispose', null])]);
  } finally {
    await desk.dispose();
  }
});
