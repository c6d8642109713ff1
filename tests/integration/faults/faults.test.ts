/** Everything that may be wrong with folder, keychain, store, workbook or disk: each has its own name, and nothing is written over. */
import { copyFileSync, cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KeychainReading } from '../../../contract/host.ts';
import type { FileId } from '../../../contract/ids.ts';
import { HEADER_FORMAT, HEADER_FILE } from '../../../main/vault/keys/header.ts';
import { LIMITER_FILE } from '../../../main/vault/keys/limiter.ts';
import { createRandom } from '../../support/generate-people.ts';
import { ENGINES } from '../../support/engines.ts';
import {
  brokenWorkbook,
  emptyWorkbook,
  encryptedWorkbook,
  workbookWithoutColumns,
  writeSheets,
} from '../../support/fixture-workbooks.ts';
import { residentsSheet } from '../../support/desk-residents.ts';
import { hashFolder } from '../../support/folder-hash.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { pagesBehindFirst, shareUntil } from '../../support/share.ts';
import { proposedMapping } from '../../support/proposed-mapping.ts';
import { canMountDisks, mountSmallDisk } from '../../support/small-disk.ts';
import { flipBit, makeStoreNewer, STORE_FILE, storeKeyOf } from '../../support/store-tools.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import {
  MemoryKeychain,
  PINS,
  type VaultHarness,
  createHarness,
  openDesk,
} from '../../support/vault-harness.ts';
import { revealOf } from '../../support/reveal-of.ts';

/** The count of a try is written before it is made, whatever comes of it. */
const COUNTED = [LIMITER_FILE, `${LIMITER_FILE}.new`];

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('a vault on %s', (_, engine) => {
  let desk: VaultHarness;
  let whole: string;
  let secrets: Readonly<Record<string, Uint8Array>>;
  let anchors: (Uint8Array | undefined)[];
  /** Folder and keychain as they were, so that nothing but what a test damages differs. */
  const restore = (): void => {
    rmSync(desk.vaultDir, { recursive: true, force: true });
    cpSync(whole, desk.vaultDir, { recursive: true });
    desk.keychain.deviceSecrets = { ...secrets };
    desk.keychain.anchors = [...anchors];
  };
  beforeAll(async () => {
    desk = await openDesk('supervisor', { engine: engine.name });
    for (let n = 1; n <= 30; n++) await desk.call('people.add', { person: draftOf(n), pin: PINS.supervisor });
    await desk.vault.close();
    whole = `${desk.vaultDir}-whole`;
    cpSync(desk.vaultDir, whole, { recursive: true });
    ({ deviceSecrets: secrets, anchors } = desk.keychain.snapshot());
  });
  beforeEach(restore);
  afterAll(async () => {
    await desk.dispose();
    rmSync(whole, { recursive: true, force: true });
  });
  const at = (name: string): string => join(desk.vaultDir, name);

  /** Why nothing can be tried; nothing is offered but that, and nothing is changed. */
  async function refusal(reading: KeychainReading = desk.keychain.reading()): Promise<string | null> {
    const before = hashFolder(desk.vaultDir);
    await desk.start(reading);
    const { state, problem, people } = await desk.call('vault.status', {});
    expect(state).toBe('refused');
    expect(people).toEqual([]);
    const person = { name: 'Somebody', pin: PINS.admin };
    expect(
      await desk.codeOf('setup.begin', {
        estateName: 'Over it',
        admin: person,
        supervisor: person,
        receptionist: person,
        adminIsSupervisor: false,
      }),
    ).not.toBe('ok');
    expect(await desk.codeOf('session.unlock', { slotId: '0'.repeat(16), pin: PINS.receptionist })).not.toBe(
      'ok',
    );
    await desk.vault.close();
    expect(hashFolder(desk.vaultDir)).toBe(before);
    return problem;
  }

  /** What a right PIN is told; header and store stay as they are. */
  async function unlockCode(): Promise<string> {
    const before = hashFolder(desk.vaultDir, COUNTED);
    await desk.start();
    const code = await desk.codeOf('session.unlock', await desk.proofOf('supervisor'));
    await desk.vault.close();
    if (code !== 'ok') expect(hashFolder(desk.vaultDir, COUNTED)).toBe(before);
    return code;
  }

  it('opens when nothing is wrong', async () => {
    expect(await unlockCode()).toBe('ok');
    restore();
    await desk.start();
    expect(await readEverything()).toBe('ok');
    await desk.vault.close();
  });

  it.each([
    ['locked', 'keychain-locked'],
    ['no-service', 'keychain-no-service'],
    ['no-bus', 'keychain-no-bus'],
    ['item-missing', 'keychain-item-missing'],
  ] as const)('tells a keychain that is %s', async (state, code) => {
    expect(await refusal({ state })).toBe(code);
  });

  it('tells another computer, and a keychain that has lost the secret or both anchors', async () => {
    const [secret] = Object.values(secrets);
    expect(
      await refusal({ state: 'found', items: { deviceSecrets: { ['f'.repeat(32)]: secret! }, anchors: [] } }),
    ).toBe('wrong-computer');
    expect(
      await refusal({
        state: 'found',
        items: { deviceSecrets: {}, anchors: anchors.filter((copy) => copy !== undefined) },
      }),
    ).toBe('keychain-item-missing');
    expect(await refusal({ state: 'found', items: { deviceSecrets: secrets, anchors: [] } })).toBe(
      'keychain-item-missing',
    );
  });

  it('tells a header that is garbage, cut, emptied, forged, newer or gone', async () => {
    const header = readFileSync(at(HEADER_FILE));
    for (const damaged of [
      Buffer.from('garbage'),
      Buffer.alloc(0),
      Buffer.alloc(900, 0xff),
      header.subarray(0, header.length / 2),
    ]) {
      writeFileSync(at(HEADER_FILE), damaged);
      expect(await refusal()).toBe('header-damaged');
    }
    writeFileSync(at(HEADER_FILE), header.toString().replace('Test Estate', 'Best Estate'));
    expect(await refusal()).toBe('header-forged');
    writeFileSync(
      at(HEADER_FILE),
      JSON.stringify({ ...(JSON.parse(header.toString()) as object), format: HEADER_FORMAT + 1 }),
    );
    expect(await refusal()).toBe('header-newer');
    rmSync(at(HEADER_FILE));
    expect(await refusal()).toBe('header-missing');
  });

  it("tells a store that is gone, another's, newer, cut or garbage", async () => {
    const store = readFileSync(at(STORE_FILE));
    rmSync(at(STORE_FILE));
    expect(await unlockCode()).toBe('store-missing');
    // An engine must not have made an empty one in its place.
    expect(() => readFileSync(at(STORE_FILE))).toThrow('ENOENT');

    const other = await createHarness({ engine: engine.name });
    await other.setUp();
    await other.vault.close();
    copyFileSync(join(other.vaultDir, STORE_FILE), at(STORE_FILE));
    expect(await unlockCode()).toBe('store-wrong-key');
    await other.dispose();

    writeFileSync(at(STORE_FILE), store);
    truncateSync(at(STORE_FILE), store.length - 1000);
    expect(await unlockCode()).toBe('store-damaged');
    writeFileSync(at(STORE_FILE), Buffer.alloc(store.length, 'SQLite format 3\0'));
    expect(await unlockCode()).toBe('store-damaged');

    writeFileSync(at(STORE_FILE), store);
    await makeStoreNewer(
      engine,
      desk.vaultDir,
      await storeKeyOf(desk.vaultDir, secrets, 'supervisor', PINS.supervisor),
    );
    expect(await unlockCode()).toBe('store-newer');
  });

  it('tells a damaged store from a wrong key, by one bit anywhere on its first page', async () => {
    const random = createRandom(5);
    for (let n = 0; n < 12; n++) {
      writeFileSync(at(STORE_FILE), readFileSync(join(whole, STORE_FILE)));
      flipBit(at(STORE_FILE), Math.floor(random() * 4096), n % 8);
      expect(await unlockCode()).toBe('store-damaged');
    }
  });

  it('gives back no value that differs, whichever page is damaged', async () => {
    const pages = pagesBehindFirst(readFileSync(join(whole, STORE_FILE)).length / 4096);
    const all = new Set(['ok', 'store-damaged', 'store-read-only']);
    const codes = new Set<string>();
    for (const page of shareUntil(pages, () => codes.size === all.size)) {
      restore();
      flipBit(at(STORE_FILE), (page - 1) * 4096 + 1000, page % 8);
      await desk.start();
      codes.add(await readEverything());
      await desk.vault.close();
    }
    // A page that nothing asked for is damaged all the same; what was asked for says so, or the sign-in has met it and lets nothing but masks be looked at.
    expect(codes).toEqual(all);
  });

  /** First failure of a sign-in, a search, a record, a reveal and a check of the log, or `ok`. */
  async function readEverything(): Promise<string> {
    const proof = await desk.proofOf('supervisor');
    const unlocked = await desk.ask('session.unlock', proof);
    if (!unlocked.ok) return unlocked.error.code;
    if (unlocked.value.alarms.length > 0) return 'store-mismatch';
    const found = await desk.ask('people.search', { text: phoneOf(7).slice(-4) });
    if (!found.ok) return found.error.code;
    const row = found.value.groups.find(({ kind }) => kind === 'phone')?.rows[0];
    if (row === undefined) return 'nothing found';
    const opened = await desk.ask('people.open', { personId: row.personId });
    if (!opened.ok) return opened.error.code;
    const shown = await desk.ask('people.reveal', revealOf(row.personId, 'phone', PINS.supervisor));
    if (!shown.ok) return shown.error.code;
    if (shown.value.value !== phoneOf(7)) return 'another value';
    const checked = await desk.ask('log.verify', {});
    if (!checked.ok) return checked.error.code;
    return checked.value.ok ? 'ok' : 'log-broken';
  }

  it('tells workbooks that cannot be taken apart, and is none the worse', async () => {
    const dir = makeTempDir();
    const files = {
      'workbook-unreadable': brokenWorkbook(),
      'workbook-encrypted': encryptedWorkbook(),
      'workbook-empty': emptyWorkbook(),
      'workbook-no-columns': workbookWithoutColumns(),
    };
    await desk.start();
    await desk.unlock('supervisor');
    for (const [index, [code, bytes]] of Object.entries(files).entries()) {
      const path = join(dir, `${code}.xlsx`);
      writeFileSync(path, bytes);
      const fileId = String(index).repeat(32) as FileId;
      desk.vault.offerFile(fileId, path);
      const opened = await desk.ask('import.open', { fileId });
      expect(
        opened.ok ? opened.value.sheets.map(({ headerRow }) => headerRow) : opened.error.code,
        code,
      ).toEqual(code);
    }
    expect(await readEverythingOf(3)).toBe(phoneOf(3));
    await desk.vault.close();
  });

  async function readEverythingOf(n: number): Promise<string> {
    const { groups } = await desk.call('people.search', { text: phoneOf(n).slice(-4) });
    const { personId } = groups.find(({ kind }) => kind === 'phone')!.rows[0]!;
    return (await desk.call('people.reveal', revealOf(personId, 'phone', PINS.supervisor))).value;
  }
});

describe.skipIf(!canMountDisks()).each(ENGINES.map((engine) => [engine.name, engine] as const))(
  'a full disk under a vault on %s',
  (_, engine) => {
    it('stops set-up, an edit and an import with a word, and keeps what is there', async () => {
      const root = makeTempDir();
      const vaultDir = join(root, 'vault');
      const disk = mountSmallDisk(vaultDir, 3 * 1024 * 1024);
      try {
        const desk = await createHarness({ engine: engine.name, vaultDir, keychain: new MemoryKeychain() });
        const sheet = await desk.call('setup.begin', {
          estateName: 'Test Estate',
          adminIsSupervisor: false,
          admin: { name: 'Admin One', pin: PINS.admin },
          supervisor: { name: 'Super One', pin: PINS.supervisor },
          receptionist: { name: 'Desk One', pin: PINS.receptionist },
        });
        const answers = sheet.ask.map(({ line, group }) => sheet.lines[line]![group]!) as [string, string];
        disk.fill();
        expect(await desk.codeOf('setup.finish', { answers })).toBe('disk-full');
        disk.free();
        await desk.call('setup.finish', { answers });

        await desk.unlock('supervisor');
        const { personId, version } = await desk.call('people.add', {
          person: draftOf(1),
          pin: PINS.supervisor,
        });
        disk.fill();
        const codes: string[] = [];
        for (let n = 2; n <= 40 && !codes.includes('disk-full'); n++)
          codes.push(await desk.codeOf('people.add', { person: draftOf(n), pin: PINS.supervisor }));
        const kept = codes.filter((code) => code === 'ok').length + 1;
        expect(codes.at(-1)).toBe('disk-full');
        const why = { reason: 'correction' } as const;
        await desk.answers('disk-full', 'people.edit', {
          personId,
          version,
          changes: { sealed: [{ field: 'phone', ordinal: 0, value: phoneOf(999) }] },
          proof: { pin: PINS.supervisor, why },
        });

        const path = join(root, 'owners.xlsx');
        writeSheets(path, [residentsSheet(400)], 'xlsx');
        const fileId = 'a'.repeat(32) as FileId;
        desk.vault.offerFile(fileId, path);
        const { sheets } = await desk.call('import.open', { fileId });
        const supervisor = await desk.proofOf('supervisor');
        disk.free();
        const { planId } = await desk.call('import.preview', {
          fileId,
          sheets: proposedMapping(sheets),
          supervisor,
        });
        disk.fill();
        await desk.answers('disk-full', 'import.apply', {
          planId,
          answers: { rest: 'leave-out', rows: [] },
          supervisor,
        });
        disk.free();

        await desk.switchTo('supervisor');
        expect((await desk.call('log.verify', {})).ok).toBe(true);
        const shown = await desk.call('people.reveal', revealOf(personId, 'phone', PINS.supervisor, why));
        expect(shown.value).toBe(phoneOf(1));
        expect((await desk.call('people.search', { text: '邢婉蓉' })).groups).toEqual([]);
        expect(
          (await desk.call('people.search', { text: '张明亮' })).groups.flatMap(({ rows }) => rows),
        ).toHaveLength(kept);
        await desk.vault.close();
      } finally {
        disk.unmount();
      }
    });
  },
);
