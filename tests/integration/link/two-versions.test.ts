/** Two desks of one estate, one of which has the next version of the program. */
import { describe, expect, it, vi } from 'vitest';
import { change } from '../../desks/coordinated.ts';
import { act, carry, stateOf } from '../../desks/liar.ts';
import { LyingMailbox } from '../../desks/lying-mailbox.ts';
import { newestVersion } from '../../../main/vault/store/migrate.ts';
import type { EngineName } from '../../../main/vault/store/store.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { type LinkedDesk, linkDesks } from '../../support/linked-desks.ts';
import { NEXT_MIGRATION } from '../../support/next-migration.ts';
import { backToPresentVersion, openAgainIn } from '../../support/next-version.ts';

const NOWHERE = {
  host: '127.0.0.1',
  port: 1,
  database: 'none',
  login: 'none',
  password: '',
  pins: ['0'.repeat(64)],
};

backToPresentVersion();

const NEWEST = newestVersion();

/** Least version whose ops count there, and what it makes of one of the version before by another desk. Loaded anew: by whichever version was started last. */
async function floorAt(
  desk: LinkedDesk,
  other: LinkedDesk,
  engine: EngineName,
): Promise<{ readonly least: number; readonly verdicts: Readonly<Record<string, string>> }> {
  const [{ atRest }, { leastSchema }, { judgedAt }] = await Promise.all([
    import('../../support/second-desk.ts'),
    import('../../../main/vault/ops/desk-versions.ts'),
    import('../../support/insider.ts'),
  ]);
  let least = -1;
  await atRest(desk.vault, engine, async (store) => {
    least = await leastSchema(store);
  });
  const verdicts = await judgedAt(desk, other, engine, { older: { schema: NEWEST }, same: {} });
  return { least, verdicts };
}

describe.each(FEATURE_ENGINES)('a desk whose program is older than another one on $name', ({ name }) => {
  it('works on, takes in nothing from there, says so, and has all once it has the newer program', async () => {
    const mailbox = new LyingMailbox([0, 1]);
    const linked = await linkDesks(
      [0, 1],
      async (desk) => ({ address: NOWHERE, open: async () => mailbox.open(desk) }),
      { engine: name, patienceMs: 8_000 },
    );
    for (const desk of linked) {
      await desk.vault.unlock('supervisor');
      await act(desk);
    }
    await carry(linked);
    // One after the other: what a version loads late it would else be given of the other's.
    const start = async (version: 'present' | 'next', desk: LinkedDesk): Promise<LinkedDesk> => {
      const started = { ...desk, vault: await openAgainIn(version, desk.vault) };
      await started.vault.unlock('supervisor');
      return started;
    };
    /** An engine may be longer at an op than a carrier looks for more. */
    const inStep = (desks: readonly LinkedDesk[]): Promise<void> =>
      vi.waitFor(
        async () => {
          await carry(desks);
          for (const desk of desks) expect(stateOf(desk)?.is).toBe('synced');
        },
        { timeout: 30_000 },
      );
    let newer = await start('next', linked[1]!);
    await act(newer);
    await carry([newer]);
    await newer.vault.letGo();
    const older = await start('present', linked[0]!);
    await carry([older]);
    expect(stateOf(older)).toMatchObject({ is: 'behind', desk: 1 });
    await act(older);
    await older.vault.switchTo('admin');
    expect(await change(older, 1)).toBe('desks-stopped');
    await older.vault.switchTo('supervisor');
    await carry([older]);
    expect(stateOf(older)).toMatchObject({ is: 'behind', desk: 1 });
    // Sent, and waiting for its place to come back behind what it cannot read.
    const sent = mailbox.shownTo(1).filter(({ desk }) => desk === 0).length;
    expect((await older.spool.list('out')).at(-1)).toBe(sent);
    newer = await start('next', newer);
    await inStep([newer]);
    // One of two has moved.
    expect(await floorAt(newer, older, name)).toEqual({
      least: NEWEST,
      verdicts: { older: 'counted', same: 'counted' },
    });
    await newer.vault.unlock('supervisor');
    const updated = await start('next', older);
    await inStep([updated, newer]);
    await act(updated);
    await inStep([updated, newer]);
    // Loaded by the next version, which alone opens its stores.
    const { differing } = await import('../../support/linked-desks.ts');
    expect(await differing([updated, newer], name)).toEqual([]);
    // Both have: what an older program says counts nowhere any more.
    const floor = { least: NEXT_MIGRATION.id, verdicts: { older: 'refused', same: 'counted' } };
    expect(await floorAt(updated, newer, name)).toEqual(floor);
    expect(await floorAt(newer, updated, name)).toEqual(floor);
  });
});
