import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readAnchor } from '../../../main/vault/anchor/anchor.ts';
import { sameBytes, toHex } from '../../../main/vault/crypto/bytes.ts';
import { ARGON2_FLOOR } from '../../../main/vault/crypto/kdf.ts';
import { HEADER_FILE, osUserHash, readHeader, SET_UP_MARKER } from '../../../main/vault/keys/header.ts';
import { openRecoverySlot } from '../../../main/vault/keys/slots.ts';
import { type VaultWriter, writeVault } from '../../../main/vault/keys/create-vault.ts';
import { openGrant, readGrants } from '../../../main/vault/keys/grants.ts';
import { openLogSegment } from '../../../main/vault/keys/log-segment.ts';
import { openStoredTier } from '../../support/open-stored-tier.ts';
import { createSheetSecret, fingerprintRoots, parseSheet } from '../../../main/vault/keys/recovery-sheet.ts';
import { RECOVERY } from '../../../main/vault/keys/roster.ts';
import { createSealBatch, openSealed } from '../../../main/vault/keys/seal.ts';
import { type SetUp, createSetUp } from '../../../main/vault/sign-in/set-up.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { ENGINES, FEATURE_ENGINES } from '../../support/engines.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { answersTo } from '../../support/recover.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { failureOf, makeDesk, PINS, prepareDesk } from './desk.ts';
import { TEST_ESTATE } from '../../support/vault-harness.ts';

describe.each(FEATURE_ENGINES)('a new vault on $name', (engine) => {
  it('opens to each person with what their role holds, and no more', async () => {
    const desk = await makeDesk(makeTempDir(), engine);
    const holds = { receptionist: ['contact'], supervisor: ['contact', 'identity'], admin: [] } as const;
    for (const role of ['receptionist', 'supervisor', 'admin'] as const) {
      await desk.unlock(role, async ({ opened, store, verified }) => {
        expect(verified).toMatchObject({ alarms: [], member: { role, generation: 1, twoRoles: false } });
        const opens: string[] = [];
        for (const tier of ['contact', 'identity'] as const) {
          const batch = createSealBatch({ vaultId: verified.keys.vaultId, ...verified.keys.tierKeys[tier] });
          const place = { personId: 1, field: 'remark', ordinal: 0 } as const;
          const { n, ciphertext } = batch.seal(place, 'something');
          const failure = await failureOf(async () => {
            const key = await openStoredTier(store, opened, verified.member.generation, tier, verified.keys);
            expect(openSealed(verified.keys.vaultId, key, batch, { ...place, n }, ciphertext)).toBe(
              'something',
            );
          });
          if (failure === 'no failure') opens.push(tier);
          else expect(failure).toBe('needs-supervisor');
        }
        expect(opens).toEqual(holds[role]);
      });
    }
  });

  it('opens to its recovery sheet: store, both tiers, the first key of the log; to no other sheet', async () => {
    const desk = await makeDesk(makeTempDir(), engine);
    const recovery = openRecoverySlot(desk.header, parseSheet(desk.prepared.sheet.flat().join(' ')));
    expect(fingerprintRoots(recovery.pins.roots)).toBe(desk.prepared.fingerprint);
    const store = await desk.openStore(recovery.storeKey);
    for (const tier of ['contact', 'identity'] as const) {
      const context = {
        vaultId: desk.header.vaultId,
        tier,
        epoch: 1,
        staffId: RECOVERY,
        generation: 1,
      } as const;
      expect(
        openGrant(recovery.receive, context, (await readGrants(store, context))[0]!.sealed)?.publicKey,
      ).toEqual(recovery.pins.tierKeys[tier].publicKey);
    }
    const segment = (await store.get<{ sealed: Uint8Array }>(
      sql`SELECT sealed_first_key AS sealed FROM log_segment WHERE id = 1`,
    ))!;
    expect(openLogSegment(desk.header.vaultId, 1, recovery.receive, segment.sealed)).toEqual(
      desk.prepared.logKey,
    );
    expect(openLogSegment(desk.header.vaultId, 2, recovery.receive, segment.sealed)).toBeNull();
    await store.close();
    expect(await failureOf(() => openRecoverySlot(desk.header, createSheetSecret()))).toBe('sheet-mismatch');
  });

  it('starts with one log entry, anchored, in both copies of the keychain', async () => {
    const dir = makeTempDir();
    const prepared = await prepareDesk();
    const copies: Uint8Array[] = [];
    await writeVault(prepared, {
      vaultDir: dir,
      clock: createFakeClock(),
      openStore: (path, key) => openStore({ path, key, create: true, engine }),
      keychainWriter: {
        writeDeviceSecret: async () => undefined,
        writeAnchor: async (copy, bytes) => {
          copies[copy] = bytes;
        },
      },
    });
    expect(copies).toHaveLength(2);
    const { state } = readAnchor(copies)!;
    const store = await openStore({
      path: join(dir, prepared.header.storeFile),
      key: prepared.storeKey,
      create: false,
      engine,
    });
    const entries = await store.all<{ seq: number; action: string; hash: Uint8Array }>(
      sql`SELECT seq, action, hash FROM log_entry`,
    );
    await store.close();
    expect(entries).toMatchObject([{ seq: 1, action: 'set-up' }]);
    expect(state).toMatchObject({ epoch: 1, headerGeneration: 1, log: { segment: 1, seq: 1 } });
    expect([toHex(state.vaultId), toHex(state.log.hash), toHex(state.rosterHead.hash)]).toEqual([
      prepared.header.vaultId,
      toHex(entries[0]!.hash),
      prepared.rosterHead.hash,
    ]);
    expect(sameBytes(state.log.key, prepared.logKey)).toBe(false);
  });
});

/** What a kill at any step would leave, by failing there and not tidying up: the writer throws, and what it threw past is put back. */
const STEPS = ['device-secret', 'open-store', 'anchor', 'anchor-again'] as const;

describe('set-up that fails', () => {
  const writerOf = (dir: string, failAt: (typeof STEPS)[number] | null): VaultWriter => {
    let anchors = 0;
    return {
      vaultDir: dir,
      clock: createFakeClock(),
      openStore: async (path, key) => {
        const store = await openStore({ path, key, create: true, engine: ENGINES[0]! });
        if (failAt !== 'open-store') return store;
        await store.close();
        throw new Error('no store');
      },
      keychainWriter: {
        writeDeviceSecret: async () => {
          if (failAt === 'device-secret') throw new Error('keychain refuses');
        },
        writeAnchor: async () => {
          if (failAt === (++anchors === 1 ? 'anchor' : 'anchor-again')) throw new Error('keychain refuses');
        },
      },
    };
  };

  it.each(STEPS)('at %s leaves no vault, says what failed, and can be tried again', async (step) => {
    const dir = join(makeTempDir(), 'vault');
    const prepared = await prepareDesk();
    const code = await failureOf(() => writeVault(prepared, writerOf(dir, step)));
    expect(code).toBe(step === 'open-store' ? 'disk-error' : 'keychain-write-failed');
    expect(readdirSync(dir)).toEqual([]);
    const { header } = await writeVault(prepared, writerOf(dir, null));
    expect(
      await readHeader({
        vaultDir: dir,
        deviceSecrets: { [header.deviceSecretId]: prepared.deviceSecret },
        osUserHash: osUserHash(),
      }),
    ).toEqual(header);
    expect(readdirSync(dir).sort()).toEqual([HEADER_FILE, header.storeFile]);
  });

  it('cleans up what a killed one has left, and nothing else', async () => {
    const dir = makeTempDir();
    for (const [name, text] of [
      [SET_UP_MARKER, 'store-0001.db'],
      ['store-0001.db', 'half'],
      ['store-0001.db-wal', 'half'],
      ['header.json.new', '{'],
      ['notes.txt', 'mine'],
    ] as const) {
      writeFileSync(join(dir, name), text);
    }
    await writeVault(await prepareDesk(), writerOf(dir, null));
    expect(readdirSync(dir).sort()).toEqual([HEADER_FILE, 'notes.txt', 'store-0001.db']);
  });

  it('never touches a vault that is there, whatever the marker says', async () => {
    const desk = await makeDesk(makeTempDir());
    const before = readFileSync(join(desk.dir, desk.header.storeFile));
    writeFileSync(join(desk.dir, SET_UP_MARKER), desk.header.storeFile);
    expect(await failureOf(async () => writeVault(await prepareDesk(), writerOf(desk.dir, null)))).toBe(
      'vault-exists',
    );
    expect(readFileSync(join(desk.dir, desk.header.storeFile))).toEqual(before);
    expect(await desk.read()).toEqual(desk.header);
  });

  it('takes no path from the marker', async () => {
    const root = makeTempDir();
    const dir = join(root, 'vault');
    const desk = await makeDesk(dir);
    const outside = join(root, 'outside.db');
    writeFileSync(outside, 'x');
    const other = join(root, 'other');
    await makeDesk(other);
    writeFileSync(join(dir, SET_UP_MARKER), '../outside.db');
    await failureOf(async () => writeVault(await prepareDesk(), writerOf(dir, null)));
    expect(existsSync(outside)).toBe(true);
    expect(await desk.read()).toEqual(desk.header);
  });

  it('refuses a folder that holds a store and no header', async () => {
    const dir = makeTempDir();
    writeFileSync(join(dir, 'store-0004.db'), "somebody's");
    expect(await failureOf(async () => writeVault(await prepareDesk(), writerOf(dir, null)))).toBe(
      'vault-exists',
    );
    expect(readFileSync(join(dir, 'store-0004.db'), 'utf8')).toBe("somebody's");
  });
});

describe('the files of a new vault', () => {
  it('hold none of its secrets', async () => {
    const desk = await makeDesk(makeTempDir());
    const { prepared } = desk;
    const secrets = [
      prepared.deviceSecret,
      prepared.storeKey,
      prepared.logKey,
      parseSheet(prepared.sheet.flat().join('')),
    ];
    const needles = [
      ...secrets.flatMap((secret) => [
        Buffer.from(secret),
        Buffer.from(toHex(secret)),
        Buffer.from(Buffer.from(secret).toString('base64')),
      ]),
      ...Object.values(PINS).map((pin) => Buffer.from(pin)),
    ];
    for (const name of readdirSync(desk.dir)) {
      const bytes = readFileSync(join(desk.dir, name));
      for (const needle of needles) expect(bytes.includes(needle), name).toBe(false);
    }
  });
});

describe('a set-up', () => {
  const request = TEST_ESTATE;

  it('is written with its own keys, also where it is cancelled meanwhile', async () => {
    let zeroed: readonly boolean[] = [];
    const setUp: SetUp = createSetUp({
      clock: createFakeClock(),
      place: 'real',
      calibrate: async () => ARGON2_FLOOR,
      write: async ({ deviceSecret, storeKey, logKey }) => {
        void setUp.cancel();
        await setImmediate();
        zeroed = [deviceSecret, storeKey, logKey].map((key) => key.every((byte) => byte === 0));
      },
    });
    await setUp.finish({ answers: answersTo(await setUp.begin(request)) });
    expect(zeroed).toEqual([false, false, false]);
  });

  it('has its sheet on paper as long as it is to be proved, and no longer', async () => {
    const setUp = createSetUp({
      clock: createFakeClock(),
      place: 'real',
      calibrate: async () => ARGON2_FLOOR,
      write: async () => undefined,
    });
    expect(setUp.paper()).toBe(null);
    for (const end of ['cancel', 'finish'] as const) {
      const sheet = await setUp.begin(request);
      const { lines, fingerprint } = sheet;
      expect(setUp.paper()).toEqual({
        kind: 'recovery-sheet',
        estateName: 'Test Estate',
        sheet: { lines, fingerprint },
      });
      if (end === 'cancel') await setUp.cancel();
      else await setUp.finish({ answers: answersTo(sheet) });
      expect(setUp.paper()).toBe(null);
    }
  });
});
