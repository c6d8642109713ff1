/** A desk joins: from the slip to a note that it has added and the old desk has, with real stores and a real mailbox. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinsOf } from '../../../main/files/spool/joins.ts';
import { AppError } from '../../../main/vault/app-error.ts';
import { openPost, sealPost } from '../../../main/vault/joining/posts.ts';
import { secretsOfSlip } from '../../../main/vault/joining/slip.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { type World, startWorld } from '../../desks/server-world.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { inviteDesk, postKeys, runCarrier, startJoining } from '../../support/joining-desk.ts';
import { differing, settleDesks } from '../../support/linked-desks.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { NO_POSTGRES } from '../../support/postgres.ts';
import { atRest } from '../../support/second-desk.ts';
import { PINS } from '../../support/vault-harness.ts';

describe.skipIf(NO_POSTGRES !== null).each(FEATURE_ENGINES)('a desk that joins on $name', ({ name }) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world?.stop());

  const invited = () => inviteDesk(world, name);

  it('opens by the same PINs, finds who is there, and its note arrives at the old one', async () => {
    const { old, personId, slip, heard } = await invited();
    const joining = await startJoining(slip, { engine: name });
    const { code, estateName, fingerprint } = await joining.shows(() => true);
    expect([estateName, fingerprint]).toEqual([
      'Test Estate',
      expect.stringMatching(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/),
    ]);
    await heard(code);
    const { admins } = await joining.shows((view) => view.admins.length > 0);
    await joining.join.finish({ slotId: admins[0]!.id, pin: PINS.admin });
    const fresh = await joining.become();
    runCarrier(fresh);
    const desks = [old, fresh];
    // Nobody has signed for what the sheet opens here before an admin comes in.
    await fresh.vault.unlock('admin');
    expect(await fresh.vault.call('session.alarms', {})).toEqual({ alarms: [] });
    await settleDesks(desks);
    expect(await old.vault.logged('desk-joined', 50)).toHaveLength(1);
    await fresh.vault.switchTo('supervisor');
    expect(await fresh.vault.call('session.alarms', {})).toEqual({ alarms: [] });
    expect(await fresh.vault.reveal(personId, 'phone', PINS.supervisor)).toBe(phoneOf(1));
    const added = await fresh.vault.addPerson(draftOf(2));
    await settleDesks(desks);
    expect((await old.vault.call('keys.desks', {})).desks).toMatchObject([
      { desk: 0, isEnded: false },
      { desk: 1, name: '东门岗', isEnded: false },
    ]);
    const { groups } = await old.vault.call('people.search', { text: draftOf(2).name });
    expect(groups.flatMap(({ rows }) => rows.map((row) => row.personId))).toContain(added.personId);
    await settleDesks(desks);
    expect(await differing(desks, name)).toEqual([]);
  });

  it('is one of them also where it was killed as its vault stood, before it could say so', async () => {
    const { old, slip, heard } = await invited();
    const joining = await startJoining(slip, { engine: name });
    await heard((await joining.shows(() => true)).code);
    const { admins } = await joining.shows((view) => view.admins.length > 0);
    const joins = joinsOf(joining.vault.vaultDir);
    const notDone = joins.read(1, 'word')!;
    await joining.join.finish({ slotId: admins[0]!.id, pin: PINS.admin });
    await joins.put(1, 'word', notDone);
    const fresh = await joining.become();
    runCarrier(fresh);
    await fresh.vault.unlock('admin');
    await settleDesks([old, fresh]);
    expect(await old.vault.logged('desk-joined', 50)).toHaveLength(1);
    expect(await joins.list()).toEqual([]);
  });

  it('is let in by no other characters, no other slip, none that was used or is a day old', async () => {
    const { old, keeper, slip, askWith, admit, heard } = await invited();
    expect(await admit('0000-0000-0000')).toBe('desk-not-in');
    const other = { ...slip, secret: slip.secret.replace(/^./, (first) => (first === '0' ? '1' : '0')) };
    const stranger = await startJoining(other, { engine: name });
    expect(await stranger.joiner.look()).toBe('wrong-login');
    // What it would have posted is of nobody, also where the server lets it.
    const joins = joinsOf(old.vault.vaultDir);
    await joins.put(1, 'word', joinsOf(stranger.vault.vaultDir).read(1, 'word')!);
    expect(await admit('0000-0000-0000')).toBe('desk-not-in');
    const joining = await startJoining(slip, { engine: name });
    const { code } = await joining.shows(() => true);
    await expect.poll(() => admit('0000-0000-0000'), { timeout: 20_000 }).toBe('desk-code');
    const [receptionist, admin] = [await old.vault.proofOf('receptionist'), await old.vault.proofOf('admin')];
    for (const [cosigner, told] of [
      [receptionist, 'needs-supervisor'],
      [admin, 'same-person'],
      [{ ...askWith('').cosigner, pin: PINS.receptionist }, 'wrong-pin-either'],
    ] as const)
      expect(await old.vault.codeOf('keys.admitDesk', { ...askWith(code), cosigner })).toBe(told);
    const wrongKeeper = { ...askWith(code), keeper: '0'.repeat(30) };
    expect(await old.vault.codeOf('keys.admitDesk', wrongKeeper)).toBe('keeper-refused');
    await heard(code);
    // The slip's password opens nothing any more, and another desk's keys under it are not let in.
    const second = await startJoining(slip, { engine: name });
    expect(await second.joiner.look()).toBe('wrong-login');
    const others = await postKeys(joining.vault.vaultDir, slip);
    expect(await joining.joiner.look()).toBeNull();
    await expect.poll(() => admit(others), { timeout: 20_000 }).toBe('slip-over');
    const next = await old.vault.call('keys.inviteDesk', { name: '办公室', keeper, pin: PINS.admin });
    const late = await postKeys(old.vault.vaultDir, next);
    await atRest(old.vault, name, (store) => store.runAlone(sql`UPDATE desk_slip SET until = 1`));
    await old.vault.unlock('admin');
    expect(await admit(late)).toBe('slip-over');
    expect((await old.vault.call('keys.desks', {})).desks).toHaveLength(2);
  });

  it('makes no vault by a wrong PIN, of another snapshot, or under roots that are not the estate’s', async () => {
    const { old, slip, heard } = await invited();
    const joining = await startJoining(slip, { engine: name });
    const { code } = await joining.shows(() => true);
    await heard(code);
    const { admins } = await joining.shows((view) => view.admins.length > 0);
    const { vaultDir } = joining.vault;
    const finish = (pin: string = PINS.admin): Promise<string> =>
      joining.join.finish({ slotId: admins[0]!.id, pin }).then(
        () => 'ok',
        (error: unknown) => (error instanceof AppError ? error.code : String(error)),
      );
    const joins = joinsOf(vaultDir);
    const whole = readFileSync(joins.snapshotOf(1));
    const changed = Buffer.from(whole);
    changed[changed.length - 2000]! ^= 1;
    writeFileSync(joins.snapshotOf(1), changed);
    expect(await finish()).toBe('store-damaged');
    writeFileSync(joins.snapshotOf(1), whole);
    const offer = joins.read(1, 'offer')!;
    const { key } = secretsOfSlip(joining.slip);
    const real = openPost('offer', joining.slip, key, offer)!;
    const roots = { ...real.roots, supervisorSign: real.roots.adminSign };
    await joins.put(1, 'offer', sealPost('offer', joining.slip, key, { ...real, roots }));
    expect(await finish()).toBe('store-mismatch');
    await joins.put(1, 'offer', offer);
    // A head that this desk was not given by the one that it names.
    const head = Uint8Array.from(joins.read(1, 'head')!);
    await joins.put(1, 'head', Uint8Array.from([...head.subarray(0, -1), head.at(-1)! ^ 1]));
    expect(await finish()).toBe('store-mismatch');
    await joins.put(
      1,
      'head',
      Uint8Array.from(head, (byte, at) => (at === 60 ? byte ^ 1 : byte)),
    );
    expect(await finish()).toBe('desk-not-in');
    await joins.put(1, 'head', head);
    expect(readdirSync(vaultDir)).toEqual(['spool']);
    expect(joining.vault.keychain.snapshot()).toEqual({ deviceSecrets: {}, anchors: [undefined, undefined] });
    for (let wrong = 0; wrong < 4; wrong += 1) expect(await finish('wrong pin 0')).toBe('wrong-pin');
    // The old desk was locked meanwhile, and is asked again.
    await old.vault.lock();
    await old.vault.unlock('admin');
    await heard(code);
    await joining.shows((view) => view.admins.length > 0);
    expect(await finish()).toBe('ok');
    await joining.become();
    await joining.vault.unlock('receptionist');
  });

  it('tries five PINs, also of many that are typed at once', async () => {
    const { slip, heard } = await invited();
    const joining = await startJoining(slip, { engine: name });
    await heard((await joining.shows(() => true)).code);
    const { admins } = await joining.shows((view) => view.admins.length > 0);
    const finish = (pin: string): Promise<string> =>
      joining.join.finish({ slotId: admins[0]!.id, pin }).then(
        () => 'ok',
        (error: AppError) => error.code,
      );
    const codes = await Promise.all(Array.from({ length: 8 }, () => finish('wrong pin 0')));
    expect(codes.toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => 'slip-over'),
      ...Array.from({ length: 5 }, () => 'wrong-pin'),
    ]);
    expect(await finish(PINS.admin)).toBe('slip-over');
  });
});
