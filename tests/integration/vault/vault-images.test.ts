/** A set-up that copies a cached image leaves the same kind of vault as a real one, and no two vaults of one test share keys. */
import { readdirSync } from 'node:fs';
import { onTestFinished, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../support/fake-clock.ts';
import { readCurrentHeader } from '../../support/backup-desk.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

async function openDesk(): Promise<VaultHarness> {
  const desk = await createHarness({ clock: createFakeClock() });
  onTestFinished(() => desk.dispose());
  return desk;
}

/** Vault id and device secret of each set-up in this file's tests, in order. */
const seen: string[] = [];

describe('a set-up from a cached image', () => {
  it('leaves the files, the people and the log of a real set-up', async () => {
    const [copied, real] = [await openDesk(), await openDesk()];
    const [copiedLines, realLines] = [await copied.setUp(), await real.setUpForReal()];
    expect(copiedLines.map((line) => line.length)).toEqual(realLines.map((line) => line.length));
    const look = async (desk: VaultHarness): Promise<unknown> => {
      await desk.lock();
      const files = readdirSync(desk.vaultDir).sort();
      const status = await desk.call('vault.status', {});
      const people = status.people.map(({ displayName, role }) => `${displayName} ${role}`);
      await desk.unlock('supervisor');
      const { entries } = await desk.call('log.list', { before: null, limit: 50 });
      return {
        state: status.state,
        people,
        files,
        log: entries.map(({ action, detail }) => [action, detail]),
      };
    };
    expect(await look(copied)).toEqual(await look(real));
  });

  it.each(['first', 'second'])('never shares keys with another vault of the same test: %s test', async () => {
    const [one, other] = [await openDesk(), await openDesk()];
    const sheets = [await one.setUp(), await other.setUp()];
    expect(sheets[0]).not.toEqual(sheets[1]);
    const ids = [(await readCurrentHeader(one)).vaultId, (await readCurrentHeader(other)).vaultId];
    expect(new Set(ids).size).toBe(2);
    seen.push(...ids);
    await one.dispose();
    const third = await openDesk();
    await third.setUp();
    expect(ids).not.toContain((await readCurrentHeader(third)).vaultId);
  });

  it('uses the images of finished tests again', () => {
    expect(seen.slice(2)).toEqual(seen.slice(0, 2));
  });

  it('leaves a copy that changes without the image', async () => {
    const changed = await openDesk();
    await changed.setUp();
    await changed.unlock('admin');
    await changed.call('staff.changePin', { pin: PINS.admin, newPin: 'cedar-18-mill' });
    expect(seen).toContain((await readCurrentHeader(changed)).vaultId);
  });

  it('is untouched by the test before', async () => {
    const desk = await openDesk();
    await desk.setUp();
    expect(seen[0]).toBe((await readCurrentHeader(desk)).vaultId);
    await desk.unlock('admin');
  });
});
