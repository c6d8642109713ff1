/**
 * SIGKILL while somebody is added, given a new PIN or leaves. Afterwards it is done as a whole or not at all, for everybody who signs in,
 * without an alarm and with one entry in the log or none. The phase of each kill is recorded, by what it left on the disk.
 */
import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { RouteName } from '../../contract/route-names.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { SlotId, StaffId } from '../../contract/views.ts';
import { HEADER_FILE, osUserHash, readHeader } from '../../main/vault/keys/header.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { ENGINE_NAMES } from '../../main/vault/store/store.ts';
import { ChildVault } from '../support/child-vault.ts';
import { createKillRecord, createSpread, KILLS, killsTimeout, sleep } from '../support/kill-phases.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { STORE_FILE, storeKeyOf } from '../support/store-tools.ts';
import type { VaultHarness } from '../support/vault-harness.ts';
import { createHarness, PINS } from '../support/vault-harness.ts';

const NAME = 'Desk Two';
/** The PIN changes with each reset. */
const NEWCOMER_PINS = ['804926', '903718'] as const;

const CHANGES = ['add', 'reset', 'remove'] as const;
type Change = (typeof CHANGES)[number];
type Phase =
  | 'before anything was written'
  | 'waiting in the store, header as before'
  | 'header switched, store not yet'
  | 'store followed'
  | 'acknowledged';
const phases = createKillRecord();
afterAll(() => phases.write());

/** What the newcomer is after a kill; the test goes on from there. */
interface Newcomer {
  readonly staffId: StaffId;
  readonly slotId: SlotId;
  readonly pin: (typeof NEWCOMER_PINS)[number];
}

describe.each(ENGINE_NAMES)('kill of a change of staff on %s', (engine) => {
  it(`leaves all or nothing of it in ${KILLS} kills`, { timeout: killsTimeout() }, async () => {
    const desk = await createHarness({ engine });
    const personId = await desk.setUpWith(draftOf(7), 'admin');
    const [admin, supervisor] = [await desk.proofOf('admin'), await desk.proofOf('supervisor')];
    await desk.vault.close();
    let newcomer: Newcomer | null = null;
    let resets = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const change: Change = newcomer === null ? 'add' : Math.floor(kill / 3) % 2 === 0 ? 'reset' : 'remove';
      const next = NEWCOMER_PINS.find((pin) => pin !== newcomer?.pin)!;
      const [route, payload] = requestOf(change, newcomer, next, supervisor);
      const before = await onDisk(desk, engine);
      const child = await ChildVault.start({ vaultDir: desk.vaultDir, keychain: desk.keychain, engine });
      await child.call('session.unlock', admin);
      let acknowledged = false;
      const asked = child.ask(route, payload).then((result) => {
        acknowledged = result.ok;
      });
      await momentOf(desk.vaultDir, kill, asked);
      await child.kill();
      const after = await onDisk(desk, engine);
      phases.record(`${change} on ${engine}`, acknowledged ? 'acknowledged' : phaseOf(before, after));

      const isDone = await settle(desk, change, newcomer !== null, resets);
      if (change === 'reset' && isDone) resets++;
      expect(isDone, `after a kill at ${phaseOf(before, after)}`).toBe(after.generation > before.generation);
      if (acknowledged) expect(isDone).toBe(true);
      newcomer = await newcomerOf(desk, change === 'remove' ? newcomer?.pin : isDone ? next : newcomer?.pin);
      if (newcomer !== null) await expectToWork(desk, newcomer, personId);
      await desk.vault.close();
    }
    const behindTheSwitch = CHANGES.reduce(
      (sum, change) => sum + phases.count(`${change} on ${engine}`, 'header switched, store not yet'),
      0,
    );
    const beforeIt = CHANGES.reduce(
      (sum, change) => sum + phases.count(`${change} on ${engine}`, 'waiting in the store, header as before'),
      0,
    );
    expect(Math.min(behindTheSwitch, beforeIt), 'kills on either side of the switch').toBeGreaterThan(0);
    await desk.dispose();
  });
});

function requestOf(
  change: Change,
  newcomer: Newcomer | null,
  newPin: string,
  second: { readonly slotId: SlotId; readonly pin: string },
): readonly [RouteName, object] {
  const pin = PINS.admin;
  switch (change) {
    case 'add':
      return ['staff.add', { name: NAME, role: 'receptionist', twoRoles: false, newPin, pin, second }];
    case 'reset':
      return ['staff.reset', { staffId: newcomer?.staffId, newPin, pin, second }];
    case 'remove':
      return ['staff.remove', { staffId: newcomer?.staffId, pin }];
  }
}

const spread = createSpread(53);

/** By turns: as the new header is begun, as it is renamed into place, a few milliseconds behind that, or anywhere. */
async function momentOf(vaultDir: string, kill: number, asked: Promise<void>): Promise<void> {
  if (kill % 4 === 3) return void (await Promise.race([asked, sleep(spread(2500))]));
  const files = kill % 4 === 0 ? [`${HEADER_FILE}.new`] : [HEADER_FILE];
  let watcher: FSWatcher | undefined;
  const seen = new Promise<void>((resolve) => {
    watcher = watch(vaultDir, (_event, name) => {
      if (name !== null && files.includes(name)) resolve();
    });
  });
  await Promise.race([seen, asked]);
  watcher?.close();
  if (kill % 4 === 2) await sleep(spread(100));
}

interface OnDisk {
  readonly generation: number;
  readonly roster: number;
  readonly pending: boolean;
}

async function onDisk(desk: VaultHarness, engine: EngineName): Promise<OnDisk> {
  const { deviceSecrets } = desk.keychain;
  const header = (await readHeader({ vaultDir: desk.vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;
  const key = await storeKeyOf(desk.vaultDir, deviceSecrets, 'admin', PINS.admin);
  const store = await openStore({
    path: join(desk.vaultDir, STORE_FILE),
    key,
    create: false,
    engine: chooseEngine(engine),
  });
  const count = async (table: string): Promise<number> =>
    (await store.get<{ readonly n: number }>({ text: `SELECT count(*) AS n FROM ${table}`, values: [] }))!.n;
  try {
    return {
      generation: header.generation,
      roster: await count('roster_entry'),
      pending: (await count('pending_change')) > 0,
    };
  } finally {
    await store.close();
  }
}

function phaseOf(before: OnDisk, after: OnDisk): Phase {
  if (after.generation === before.generation)
    return after.pending ? 'waiting in the store, header as before' : 'before anything was written';
  return after.pending ? 'header switched, store not yet' : 'store followed';
}

/** The next sign-in, a supervisor's; whether the change has been made. Header, roster and log say the same. */
async function settle(
  desk: VaultHarness,
  change: Change,
  wasThere: boolean,
  resetsBefore: number,
): Promise<boolean> {
  await desk.start();
  expect((await desk.unlock('supervisor')).alarms).toEqual([]);
  expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
  const isThere = (await desk.people()).some(({ displayName }) => displayName === NAME);
  if (change !== 'reset') return isThere !== wasThere;
  // Each reset takes a roster entry, and has one in the log.
  return (await countResets(desk)) > resetsBefore;
}

const countResets = async (desk: VaultHarness): Promise<number> => {
  let [count, before]: [number, number | null] = [0, null];
  for (;;) {
    const { entries, more }: RouteReply<'log.list'> = await desk.call('log.list', { before, limit: 200 });
    count += entries.filter(({ action }) => action === 'staff-reset').length;
    if (!more) return count;
    before = entries.at(-1)!.seq;
  }
};

async function newcomerOf(desk: VaultHarness, pin: Newcomer['pin'] | undefined): Promise<Newcomer | null> {
  await desk.switchTo('admin');
  const { members } = await desk.call('staff.list', {});
  expect(members.map(({ slotId }) => slotId)).toEqual((await desk.people()).map(({ slotId }) => slotId));
  const member = members.find(({ displayName }) => displayName === NAME);
  return member === undefined ? null : { staffId: member.staffId, slotId: member.slotId!, pin: pin! };
}

/** Their one PIN opens, the other does not, and what it opens is what their role holds. */
async function expectToWork(desk: VaultHarness, { slotId, pin }: Newcomer, personId: number): Promise<void> {
  await desk.lock();
  expect(
    await desk.codeOf('session.unlock', { slotId, pin: NEWCOMER_PINS.find((other) => other !== pin) }),
  ).toBe('wrong-pin');
  expect(await desk.codeOf('session.unlock', { slotId, pin })).toBe('ok');
  expect(
    await desk.ask('people.reveal', { personId, field: 'phone', ordinal: 0, why: { reason: 'repair' }, pin }),
  ).toMatchObject({ ok: true, value: { value: phoneOf(7) } });
}
