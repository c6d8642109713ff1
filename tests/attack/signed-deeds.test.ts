/**
 * Whoever has the keychain as well as the store key can make the log's order right: the moving key is theirs. What they cannot make is the signature of
 * somebody else for a deed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RouteReply } from '../../contract/routes.ts';
import { HEADER_FILE, parseHeader } from '../../main/vault/keys/header.ts';
import { readRosterEntries } from '../../main/vault/keys/roster.ts';
import { signEntry } from '../../main/vault/log/signatures.ts';
import type { LogRow } from '../../main/vault/log/audit-log.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { FEATURE_ENGINE_NAMES } from '../support/engines.ts';
import { type Forging, forgeLog } from '../support/forge-log.ts';
import { openSlot } from '../support/open-slot.ts';
import { driveStaff } from '../support/staff-desk.ts';
import { draftOf } from '../support/people-drafts.ts';
import { openStoreOf } from '../support/store-tools.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';
import { signerOfSlot } from '../../main/vault/log/entry-signer.ts';

describe.each(FEATURE_ENGINE_NAMES)('a log whose keys somebody else has, on %s', (engine) => {
  let desk: VaultHarness;
  beforeEach(async () => {
    desk = await createHarness({ engine });
    const personId = await desk.setUpWith(draftOf(7), 'supervisor');
    await desk.call('people.reveal', {
      personId,
      field: 'phone',
      ordinal: 0,
      why: { reason: 'repair', ticket: 'R-17' },
      pin: PINS.supervisor,
    });
    await desk.switchTo('supervisor');
    await desk.vault.close();
  });

  /** As `forgeLog`, of this desk. */
  const forge = (change: Forging): Promise<void> => forgeLog(desk, engine, change);

  /** What the whole log says to a supervisor who signs in, who sees no alarm: its order is right. */
  async function check(): Promise<RouteReply<'log.verify'>> {
    await desk.start();
    expect(await desk.codeOf('session.unlock', await desk.proofOf('supervisor'))).toBe('ok');
    return desk.call('log.verify', {});
  }

  const revealOf = (rows: readonly LogRow[]): LogRow => rows.find(({ action }) => action === 'reveal')!;
  const after = (rows: readonly LogRow[], row: LogRow): readonly LogRow[] =>
    rows.slice(rows.indexOf(row) + 1);

  it('is good where nothing was forged, and signed from the first entry on', async () => {
    await forge((rows) => rows);
    expect(await check()).toMatchObject({ ok: true, problem: null });
  });

  it('tells a deed that was put in under the name of somebody who did not do it', async () => {
    let at = 0;
    await forge((rows) => {
      at = rows.at(-1)!.seq + 1;
      return [...rows, { ...revealOf(rows), reason: 'other', ticket: null }];
    });
    expect(await check()).toMatchObject({ ok: false, problem: 'not-signed', firstBad: at });
  });

  it('tells a deed that was signed once and put in a second time', async () => {
    let at = 0;
    await forge((rows) => {
      at = rows.at(-1)!.seq + 1;
      return [...rows, { ...revealOf(rows) }];
    });
    expect(await check()).toMatchObject({ ok: false, problem: 'not-signed', firstBad: at });
  });

  it('tells a deed whose reason was made another, with everything behind it written anew', async () => {
    let at = 0;
    await forge((rows) => {
      const reveal = revealOf(rows);
      at = reveal.seq;
      const kept = rows.slice(0, rows.indexOf(reveal));
      return [...kept, { ...reveal, reason: 'fees', prevHash: new Uint8Array(32) }, ...after(rows, reveal)];
    });
    expect(await check()).toMatchObject({ ok: false, problem: 'not-signed', firstBad: at });
  });

  it('tells a deed that was left out, by the next signed entry, which was signed over it', async () => {
    let next = 0;
    await forge((rows) => {
      const reveal = revealOf(rows);
      next = after(rows, reveal).find(({ signature }) => signature !== null)!.seq - 1;
      return rows.filter((row) => row !== reveal);
    });
    expect(await check()).toMatchObject({ ok: false, problem: 'not-signed', firstBad: next });
  });

  it('tells a deed that somebody has signed who had left', async () => {
    const header = parseHeader(readFileSync(join(desk.vaultDir, HEADER_FILE)));
    const slot = header.slots.find(({ role }) => role === 'receptionist')!;
    const deviceSecret = desk.keychain.deviceSecrets[header.deviceSecretId]!;
    const kept = await openSlot({ header, slot, deviceSecret, pin: PINS.receptionist });
    const vault = { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets };
    const store = await openStoreOf(vault, chooseEngine(engine), PINS.admin);
    const theirs = signerOfSlot(kept, (await readRosterEntries(store)).length);
    await store.close();
    await desk.start();
    await desk.unlock('admin');
    expect(await driveStaff(desk).remove(slot.displayName)).toBe('ok');
    await desk.vault.close();
    let at = 0;
    await forge((rows, vaultId) => {
      const last = rows.at(-1)!;
      at = last.seq + 1;
      const deed = { ...revealOf(rows), staffId: slot.staffId, seq: at, prevHash: last.hash };
      return [...rows, { ...deed, signature: signEntry(vaultId, deed, [theirs]) }];
    });
    expect(await check()).toMatchObject({ ok: false, problem: 'not-signed', firstBad: at });
  });

  it.each<[string, (deed: LogRow, others: readonly LogRow[]) => readonly LogRow[]]>([
    ['at another time', (deed, others) => [{ ...deed, time: deed.time + 86_400_000 }, ...others]],
    ['in another place', (deed, others) => [...Array<LogRow>(70).fill(others.at(-1)!), deed]],
  ])(
    'tells a deed of a change of people, signed before it had its place, that stands %s',
    async (_what, place) => {
      await desk.start();
      await desk.unlock('admin');
      expect(await driveStaff(desk).add('receptionist', 'Desk Two')).toBe('ok');
      await desk.switchTo('supervisor');
      await desk.vault.close();
      await forge((rows) => {
        const deed = rows.findLast(({ action }) => action === 'staff-add')!;
        const others = after(rows, deed).filter(({ signature }) => signature === null);
        return [...rows.slice(0, rows.indexOf(deed)), ...place(deed, others)];
      });
      expect(await check()).toMatchObject({ ok: false, problem: 'not-signed' });
    },
  );

  it('tells a signature that was taken off, also where all of them are', async () => {
    await forge((rows) => rows.map((row) => ({ ...row, signature: null, prevHash: new Uint8Array(32) })));
    expect(await check()).toMatchObject({ ok: false, problem: 'not-signed' });
  });
});
