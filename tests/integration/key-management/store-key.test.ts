/** The store key rotated in a whole vault: what changes, what stays, who may, and what a rotation that comes to nothing leaves. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { copyFile, cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { RotationPhase } from '../../../contract/key-management/lists.ts';
import { decodeAnchor } from '../../../main/vault/anchor/anchor-codec.ts';
import { receivePairOf } from '../../../main/vault/crypto/hpke.ts';
import { toBase64 } from '../../../main/vault/crypto/bytes.ts';
import {
  HEADER_FILE,
  type Header,
  bodyOf,
  osUserHash,
  readHeader,
  sealHeader,
  writeHeader,
} from '../../../main/vault/keys/header.ts';
import { openRecoverySlot } from '../../../main/vault/keys/slots.ts';
import { parseSheet } from '../../../main/vault/keys/recovery-sheet.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { ENGINES } from '../../support/engines.ts';
import { ChildVault } from '../../support/child-vault.ts';
import { DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { STORE_FILE, vaultAtRest, openStoreOf, storeKeyOf } from '../../support/store-tools.ts';
import { hashTables } from '../../support/table-hashes.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { WHY, revealOf } from '../../support/requests-of.ts';

const ROLES = ['receptionist', 'supervisor', 'admin'] as const;
const NEW_STORE = 'store-0002.db';

const headerOf = async ({ vaultDir, keychain: { deviceSecrets } }: VaultHarness): Promise<Header> =>
  (await readHeader({ vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;
const storesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.db')).sort();

describe.each(ENGINES)('the store key rotated on $name', (engine) => {
  let desk: VaultHarness;
  const clock = createFakeClock();
  let onPhase: ((phase: string) => void) | null = null;
  beforeEach(async () => {
    desk = await createHarness({
      engine: engine.name,
      clock,
      onEvent: (event, payload) => {
        if (event === 'keys.progress') onPhase?.((payload as { readonly phase: string }).phase);
      },
    });
  });

  const rotate = () => desk.ask('keys.rotateStoreKey', { pin: PINS.admin });
  const phases = (): readonly RotationPhase[] => [
    ...new Set(
      desk.events
        .filter(({ event }) => event === 'keys.progress')
        .map(({ payload }) => (payload as { readonly phase: RotationPhase }).phase),
    ),
  ];
  const anchored = () =>
    desk.keychain.anchors
      .map((copy) => (copy === undefined ? null : decodeAnchor(copy)!))
      .sort((a, b) => (b?.counter ?? 0) - (a?.counter ?? 0))[0]!.state;
  const hashes = async () => {
    await using store = await openStoreOf(vaultAtRest(desk), engine, PINS.admin);
    return await hashTables(store, ['meta', 'log_']);
  };
  /** What is reached while a rotation goes on: `act` runs once it has told of the phase. */
  async function during(
    phase: RotationPhase,
    act: () => Promise<unknown>,
  ): Promise<Awaited<ReturnType<typeof rotate>>> {
    let acting: Promise<unknown> | undefined;
    onPhase = (now) => {
      if (now === phase) acting ??= act();
    };
    const result = await rotate();
    onPhase = null;
    expect(acting, 'it never came to this phase').toBeDefined();
    await acting;
    return result;
  }

  it('is another key and another file with every row, which opens to everybody as before; the one before is gone', async () => {
    const personId = await desk.setUpWith(draftOf(7), 'admin');
    const before = await hashes();
    const oldKey = await storeKeyOf(desk.vaultDir, desk.keychain.deviceSecrets, 'admin', PINS.admin);
    const result = await rotate();
    expect(result).toMatchObject({ ok: true });
    expect(phases()).toEqual(['copying', 'comparing', 'checking', 'switching']);
    expect(await storesIn(desk.vaultDir)).toEqual([NEW_STORE]);
    expect(await readdir(desk.vaultDir)).not.toContain('header.prev.json');
    // The admin's word on what the sheet opens now is behind the roster.
    const { roster_entry: _added, ...after } = await hashes();
    expect(before).toMatchObject(after);
    await expect(
      engine.open({ path: join(desk.vaultDir, NEW_STORE), key: oldKey, create: false }),
    ).rejects.toMatchObject({ code: 'store-wrong-key' });
    expect(anchored()).toMatchObject({ epoch: 2, headerGeneration: (await headerOf(desk)).generation });
    for (const role of ROLES) {
      await desk.lock();
      expect((await desk.unlock(role)).alarms).toEqual([]);
    }
    await desk.switchTo('supervisor');
    expect(
      await desk.call('people.reveal', revealOf(personId, 'idNumber', PINS.supervisor, WHY)),
    ).toMatchObject({ value: idNumberOf(7) });
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
  });

  it('goes on in the session that rotated it: it reads, writes and rotates again', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    expect(await rotate()).toMatchObject({ ok: true });
    expect(
      (await desk.call('people.search', { text: phoneOf(7) })).groups.flatMap(({ rows }) => rows),
    ).toHaveLength(1);
    await desk.call('rooms.savePatterns', { patterns: ['T{栋}-{房}'], pin: PINS.admin });
    expect(await rotate()).toMatchObject({ ok: true });
    expect(await storesIn(desk.vaultDir)).toEqual(['store-0003.db']);
    await desk.switchTo('admin');
    expect(await desk.call('rooms.patterns', {})).toEqual({ patterns: ['T{栋}-{房}'] });
  });

  it('opens to the recovery sheet as before', async () => {
    const lines = await desk.setUp();
    await desk.unlock('admin');
    expect(await rotate()).toMatchObject({ ok: true });
    const opened = openRecoverySlot(await headerOf(desk), parseSheet(lines.flat().join(' ')));
    const store = await engine.open({
      path: join(desk.vaultDir, NEW_STORE),
      key: opened.storeKey,
      create: false,
    });
    expect(await store.get(sql`SELECT count(*) AS n FROM roster_entry`)).toEqual({ n: 6 });
    await store.close();
  });

  it('is in the log as begun and as done, and on the key page with its age, its next date and what it touches', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    const made = clock.now();
    clock.advance(400 * DAY_MS);
    await desk.switchTo('admin');
    const before = await desk.call('keys.list', {});
    expect(before.keys.find(({ key }) => key === 'store-key')).toMatchObject({
      madeAt: made,
      rotated: false,
      dueAt: made + 365 * DAY_MS,
      history: [],
    });
    expect(before.touches).toMatchObject({ people: 3, holders: 2, values: 3 });
    const result = await rotate();
    const after = await desk.call('keys.list', {});
    expect(result).toMatchObject({ ok: true, value: { view: after } });
    const storeKey = after.keys.find(({ key }) => key === 'store-key')!;
    expect(storeKey).toMatchObject({ madeAt: clock.now(), rotated: true, dueAt: clock.now() + 365 * DAY_MS });
    expect(storeKey.history).toMatchObject([
      { staffName: 'Admin One', cosignerName: null, end: 'done', begunAt: clock.now(), endedAt: clock.now() },
    ]);
    expect(after.keys.find(({ key }) => key === 'device-secret')).toMatchObject({
      madeAt: made,
      rotated: false,
    });
    const { entries } = await desk.call('log.list', { before: null, limit: 20 });
    expect(
      entries
        .filter(({ action }) => action.startsWith('rotation'))
        .map(({ action, field, outcome, detail }) => ({ action, field, outcome, detail })),
    ).toEqual([
      {
        action: 'rotation',
        field: 'store-key',
        outcome: 'done',
        detail: {
          key: 'store-key',
          end: 'made',
          epoch: 2,
          tables: expect.any(Number) as number,
          rows: expect.any(Number) as number,
        },
      },
      {
        action: 'rotation-begun',
        field: 'store-key',
        outcome: 'done',
        detail: {
          key: 'store-key',
          epoch: 2,
          roster: { n: 5, hash: expect.stringMatching(/^[0-9a-f]{16}$/) as string },
        },
      },
    ]);
  });

  it('takes an admin and their PIN; a wrong one changes nothing', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    const before = await readFile(join(desk.vaultDir, HEADER_FILE));
    expect(await desk.codeOf('keys.rotateStoreKey', { pin: PINS.supervisor })).toBe('wrong-pin');
    for (const role of ['supervisor', 'receptionist'] as const satisfies readonly Role[]) {
      await desk.switchTo(role);
      expect(await desk.codeOf('keys.rotateStoreKey', { pin: PINS[role] })).toBe('not-allowed');
    }
    expect(await readFile(join(desk.vaultDir, HEADER_FILE))).toEqual(before);
    expect(await storesIn(desk.vaultDir)).toEqual([STORE_FILE]);
  });

  it('lets people be searched for meanwhile and refuses every write, which the new store would miss', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    let found = 0;
    const codes: string[] = [];
    const result = await during('copying', async () => {
      found = (await desk.call('people.search', { text: phoneOf(7) })).groups.flatMap(
        ({ rows }) => rows,
      ).length;
      codes.push(await desk.codeOf('people.open', { personId: 1 }), await desk.codeOf('log.verify', {}));
    });
    expect(result).toMatchObject({ ok: true });
    expect(found).toBe(1);
    expect(codes).toEqual(['rotating', 'rotating']);
    expect(desk.hostCalls.filter((call) => call.startsWith('long-work'))).toEqual([
      'long-work true',
      'long-work false',
    ]);
    expect(desk.hostCalls.filter((call) => call.startsWith('lock-me'))).toEqual([]);
  });

  it.each(['copying', 'comparing'] as const)(
    'can be cancelled while %s: the key and the file before are in use, nothing is left over, and it can be begun again',
    async (phase) => {
      await desk.setUpWith(draftOf(7), 'admin');
      const before = await hashes();
      const result = await during(phase, () => desk.call('keys.cancel', {}));
      expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
      expect(await storesIn(desk.vaultDir)).toEqual([STORE_FILE]);
      expect(await hashes()).toEqual(before);
      expect((await desk.call('keys.list', {})).keys[0]).toMatchObject({
        rotated: false,
        history: [{ end: 'cancelled' }],
      });
      expect(await rotate()).toMatchObject({ ok: true });
      expect((await desk.call('keys.list', {})).keys[0]).toMatchObject({
        rotated: true,
        history: [{ end: 'done' }, { end: 'cancelled' }],
      });
    },
  );

  it.each(['of an index', 'that is free'])(
    'is not made where a page %s is damaged, which no row tells of and the copy would make look whole',
    async (which) => {
      await desk.setUp();
      await desk.vault.close();
      const store = await openStoreOf(vaultAtRest(desk), engine, PINS.admin);
      await store.transaction(async (tx) => {
        await tx.run(sql`CREATE TABLE junk (bytes BLOB)`);
        await tx.run(sql`INSERT INTO junk VALUES (${new Uint8Array(40_000)})`);
        await tx.run(sql`DROP TABLE junk`);
      });
      const { index, last, free } = (await store.get<{ index: number; last: number; free: number }>(sql`
      SELECT (SELECT rootpage FROM sqlite_schema WHERE name = 'plate_key_vehicle') AS "index", page_count AS last, freelist_count AS free FROM pragma_page_count, pragma_freelist_count`))!;
      expect(free).toBeGreaterThan(5);
      await store.checkpoint();
      await store.close();
      const path = join(desk.vaultDir, STORE_FILE);
      const bytes = await readFile(path);
      // In its HMAC: what else is on it reads as before.
      bytes[(which === 'of an index' ? index : last) * 4096 - 10]! ^= 1;
      await writeFile(path, bytes);
      await desk.start();
      await desk.unlock('admin');
      expect(await rotate()).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
      expect(await storesIn(desk.vaultDir)).toEqual([STORE_FILE]);
      expect((await headerOf(desk)).epoch).toBe(1);
    },
  );

  it('is not made when the header cannot be replaced', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    // A folder in the place of the file that is to be written.
    mkdirSync(join(desk.vaultDir, `${HEADER_FILE}.new`));
    expect(await rotate()).toMatchObject({ ok: false, error: { code: 'disk-error' } });
    expect(await storesIn(desk.vaultDir)).toEqual([STORE_FILE]);
    expect((await desk.call('keys.list', {})).keys[0]).toMatchObject({
      history: [{ end: 'failed', code: 'disk-error' }],
    });
    await rm(join(desk.vaultDir, `${HEADER_FILE}.new`), { recursive: true });
    expect(await rotate()).toMatchObject({ ok: true });
  });

  it('locks where the keychain refuses the anchor after the switch; the next sign-in, of anybody, enters what was done', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    await during('switching', async () => {
      // The header is announced to the anchor before it is in force; every later write is refused.
      const { keychain } = desk;
      const write = keychain.writeAnchor.bind(keychain);
      keychain.writeAnchor = async (copy, bytes) => {
        await write(copy, bytes);
        keychain.refusing = true;
        keychain.writeAnchor = write;
      };
    });
    expect(desk.hostCalls).toContain('lock-me change-unfinished');
    desk.keychain.refusing = false;
    expect((await headerOf(desk)).epoch).toBe(2);
    expect(anchored().epoch).toBe(1);
    await desk.lock();
    expect((await desk.unlock('receptionist')).alarms).toEqual([]);
    expect(anchored().epoch).toBe(2);
    await desk.switchTo('supervisor');
    expect(await storesIn(desk.vaultDir)).toEqual([NEW_STORE]);
    expect((await desk.call('keys.list', {})).keys[0]).toMatchObject({
      rotated: true,
      history: [{ end: 'done' }],
    });
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
  });

  it('killed between the switch and the entry, is entered once at the next sign-in, and only then the file before goes', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    const admin = await desk.proofOf('admin');
    await desk.vault.close();
    let switching = false;
    let lastSeq = 0;
    let reached: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const child = await ChildVault.start({
      vaultDir: desk.vaultDir,
      engine: engine.name,
      keychain: {
        reading: () => desk.keychain.reading(),
        writeDeviceSecret: async () => undefined,
        deleteDeviceSecret: async () => undefined,
        writeAnchor: async (copy, bytes) => {
          const { seq } = decodeAnchor(bytes)!.state.log;
          // The right PIN is written back to the anchor too; it is the entry behind the switch that has to wait.
          if (!switching || seq === lastSeq) {
            lastSeq = seq;
            return desk.keychain.writeAnchor(copy, bytes);
          }
          reached();
          return new Promise(() => undefined);
        },
      },
      onSign: (sign) => {
        if (sign.type === 'event' && (sign.payload as { readonly phase?: string }).phase === 'switching')
          switching = true;
        return 'go';
      },
    });
    await child.call('session.unlock', admin);
    void child.ask('keys.rotateStoreKey', { pin: PINS.admin });
    await held;
    await child.kill();
    expect(await storesIn(desk.vaultDir)).toEqual([STORE_FILE, NEW_STORE]);
    await desk.start();
    expect(await storesIn(desk.vaultDir)).toEqual([STORE_FILE, NEW_STORE]);
    expect((await desk.unlock('supervisor')).alarms).toEqual([]);
    await desk.switchTo('supervisor');
    expect(await storesIn(desk.vaultDir)).toEqual([NEW_STORE]);
    expect(await desk.logged('rotation', 50)).toHaveLength(1);
    expect(anchored().epoch).toBe(2);
  });

  it('leaves no orphan: a start removes stores of other epochs and what was being written, and nothing else', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    await desk.vault.close();
    const orphans = [
      NEW_STORE,
      `${NEW_STORE}-wal`,
      `${NEW_STORE}-shm`,
      `${NEW_STORE}-journal`,
      `${HEADER_FILE}.new`,
      'limiter.json.new',
      'header.prev.json.new',
    ];
    for (const name of orphans) await writeFile(join(desk.vaultDir, name), randomBytes(100));
    await writeFile(join(desk.vaultDir, 'notes.txt'), 'not ours');
    await desk.start();
    const names = await readdir(desk.vaultDir);
    expect(names.filter((name) => orphans.includes(name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining([STORE_FILE, HEADER_FILE, 'notes.txt']));
    expect((await desk.unlock('admin')).alarms).toEqual([]);
  });

  it('makes an older folder be noticed, in which nothing is deleted; acknowledged, the newer store is kept aside', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    await desk.vault.close();
    const yesterday = makeTempDir();
    await cp(desk.vaultDir, yesterday, { recursive: true });
    await desk.start();
    await desk.unlock('admin');
    expect(await rotate()).toMatchObject({ ok: true });
    await desk.vault.close();
    await cp(yesterday, desk.vaultDir, { recursive: true });
    await desk.start();
    expect(await storesIn(desk.vaultDir)).toEqual([STORE_FILE, NEW_STORE]);
    expect(await desk.codeOf('session.unlock', await desk.proofOf('admin'))).toBe('store-mismatch');
    expect((await desk.unlock('supervisor')).alarms).toEqual(
      expect.arrayContaining(['epoch-differs', 'older-store']),
    );
    expect(await storesIn(desk.vaultDir)).toEqual([STORE_FILE, NEW_STORE]);
    await desk.call('session.acknowledge', { words: 'put back on purpose', pin: PINS.supervisor });
    await desk.lock();
    expect((await desk.unlock('supervisor')).alarms).toEqual([]);
    expect(await storesIn(desk.vaultDir)).toEqual([`archived-${NEW_STORE}`, STORE_FILE]);
  });

  it('seals nothing to a slot that somebody writes into the header meanwhile', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    const header = await headerOf(desk);
    const own = header.slots[0]!;
    const planted = {
      ...own,
      id: 'f'.repeat(16) as typeof own.id,
      staffId: 'e'.repeat(16) as typeof own.staffId,
      receiveKey: toBase64(receivePairOf(new Uint8Array(randomBytes(32))).publicKey),
    };
    const secret = desk.keychain.deviceSecrets[header.deviceSecretId]!;
    await writeHeader(
      desk.vaultDir,
      sealHeader(
        { ...bodyOf(header), generation: header.generation + 1, slots: [...header.slots, planted] },
        secret,
      ),
    );
    expect(await rotate()).toMatchObject({ ok: true });
    expect((await headerOf(desk)).slots.map(({ id }) => id)).toEqual(header.slots.map(({ id }) => id));
  });

  it('leaves what was copied before open to its time alone: not to what changes after', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    await desk.vault.close();
    const copy = makeTempDir();
    await cp(desk.vaultDir, copy, { recursive: true });
    const oldKey = await storeKeyOf(copy, desk.keychain.deviceSecrets, 'receptionist', PINS.receptionist);
    await desk.start();
    await desk.unlock('admin');
    expect(await rotate()).toMatchObject({ ok: true });
    const then = await engine.open({ path: join(copy, STORE_FILE), key: oldKey, create: false });
    await then.close();
    await expect(
      engine.open({ path: join(desk.vaultDir, NEW_STORE), key: oldKey, create: false }),
    ).rejects.toMatchObject({ code: 'store-wrong-key' });
    // The header of before, put beside the new store, names a file that is not there.
    await desk.vault.close();
    await copyFile(join(copy, HEADER_FILE), join(desk.vaultDir, HEADER_FILE));
    await desk.start();
    expect(await desk.codeOf('session.unlock', await desk.proofOf('supervisor'))).toBe('store-missing');
  });

  it('says what it needs and has, and is not begun where the disk is too small', async () => {
    await desk.setUpWith(draftOf(7), 'admin');
    const check = await desk.call('keys.checkStoreKey', {});
    const { size } = await stat(join(desk.vaultDir, STORE_FILE));
    expect(check.storeBytes).toBeGreaterThanOrEqual(size);
    expect(check.neededBytes).toBe(Math.ceil(check.storeBytes * 2.5));
    expect(check.enough).toBe(check.freeBytes >= check.neededBytes);
  });
});
