/** A recovery that ends at any of its steps, by a fault or with the process: old or new, never neither, and no file of it is left after the next start. */
import { chmod, cp, link, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HEADER_FILE } from '../../../main/vault/keys/header.ts';
import { ENGINES } from '../../support/engines.ts';
import { hashFolder } from '../../support/folder-hash.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import {
  RECOVERY_PINS,
  type RecoveryDone,
  answersTo,
  peopleFor,
  recover,
  sheetText,
} from '../../support/recover.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { MemoryKeychain, PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { revealOf } from '../../support/requests-of.ts';

const ENGINE = ENGINES[0]!.name;

/** What was there at a moment of the recovery: what a kill at it leaves. */
interface Moment {
  readonly folder: string;
  readonly keychain: ReturnType<MemoryKeychain['snapshot']>;
}

describe.each(['here', 'on another computer'] as const)('a recovery that is killed, %s', (where) => {
  let sheet: string[][];
  let origin: VaultHarness;
  let desk: VaultHarness;
  beforeEach(async () => {
    origin = await createHarness({ engine: ENGINE });
    sheet = await origin.setUp();
    await origin.unlock('supervisor');
    await origin.addPerson(draftOf(7));
    await origin.vault.close();
    desk = origin;
    if (where === 'here') return desk.start();
    const vaultDir = join(makeTempDir(), 'vault');
    await cp(origin.vaultDir, vaultDir, { recursive: true });
    desk = await createHarness({ engine: ENGINE, vaultDir, keychain: new MemoryKeychain() });
  });
  afterEach(async () => {
    if (desk !== origin) await origin.dispose();
  });

  /** Goes through a whole recovery and keeps folder and keychain as they were before each write to the keychain and at every change of the folder's names. */
  async function watched(): Promise<{ readonly moments: readonly Moment[]; readonly done: RecoveryDone }> {
    const moments: Moment[] = [];
    let copying: Promise<void> = Promise.resolve();
    const look = (): Promise<void> =>
      (copying = copying.then(async () => {
        const folder = join(makeTempDir(), 'vault');
        await cp(desk.vaultDir, folder, { recursive: true, preserveTimestamps: true });
        moments.push({ folder, keychain: desk.keychain.snapshot() });
      }));
    const { keychain } = desk;
    const [writeAnchor, writeSecret] = [
      keychain.writeAnchor.bind(keychain),
      keychain.writeDeviceSecret.bind(keychain),
    ];
    keychain.writeAnchor = async (copy, bytes) => {
      await look();
      await writeAnchor(copy, bytes);
      await look();
    };
    keychain.writeDeviceSecret = async (id, bytes) => {
      await look();
      await writeSecret(id, bytes);
      await look();
    };
    const done = await recover(desk, sheet);
    await look();
    return { moments, done };
  }

  /** A start on what a kill has left: it opens by the one sheet and PINs or by the other. */
  async function expectOneOpens({ folder, keychain }: Moment, done: RecoveryDone): Promise<'old' | 'new'> {
    const left = new MemoryKeychain();
    left.deviceSecrets = { ...keychain.deviceSecrets };
    left.anchors = [...keychain.anchors];
    const after = await createHarness({ engine: ENGINE, vaultDir: folder, keychain: left });
    const switched = JSON.parse(await readFile(join(folder, HEADER_FILE), 'utf8')).epoch === 2;
    try {
      if (switched) {
        await after.answers('ok', 'session.unlock', {
          slotId: await after.slotOf('supervisor'),
          pin: RECOVERY_PINS.supervisor,
        });
        expect(await after.call('session.alarms', {})).toEqual({ alarms: [] });
      } else {
        const problem = (await after.call('vault.status', {})).state;
        expect(problem).toBe(where === 'here' ? 'locked' : 'refused');
        if (where === 'here') await after.unlock('supervisor');
        else {
          await recover(after, sheet);
          await after.answers('ok', 'session.unlock', {
            slotId: await after.slotOf('supervisor'),
            pin: RECOVERY_PINS.supervisor,
          });
        }
      }
      const pin = switched || where !== 'here' ? RECOVERY_PINS.supervisor : PINS.supervisor;
      const [person] = (await after.call('people.search', { text: phoneOf(7).slice(-4) })).groups.flatMap(
        ({ rows }) => rows,
      );
      expect(await after.call('people.reveal', revealOf(person!.personId, 'phone', pin))).toMatchObject({
        value: phoneOf(7),
      });
      expect((await after.call('log.verify', {})).ok).toBe(true);
      await after.lock();
      await after.answers(switched || where === 'here' ? 'ok' : 'sheet-not-ours', 'recovery.begin', {
        sheet: sheetText(switched ? done.sheet.lines : sheet),
      });
      const names = await readdir(folder);
      expect(names.filter((name) => /^recovering|^keeping-|\.new$/.test(name))).toEqual([]);
      return switched ? 'new' : 'old';
    } finally {
      await after.vault.close();
    }
  }

  it('opens as it was or as it has become, whenever that was', async () => {
    const { moments, done } = await watched();
    const ends = [];
    for (const moment of moments) ends.push(await expectOneOpens(moment, done));
    expect(ends).toContain('new');
    // Here too: the anchor is told of the header before it is in force.
    expect(ends).toContain('old');
  });

  const begun = async () => {
    const view = await desk.call('recovery.begin', { sheet: sheetText(sheet) });
    return answersTo(
      await desk.call('recovery.prepare', { people: peopleFor(view, ['admin', 'supervisor']) }),
    );
  };

  it.each([
    [
      'the header cannot be written',
      () => mkdir(join(desk.vaultDir, `${HEADER_FILE}.new`)),
      () => rm(join(desk.vaultDir, `${HEADER_FILE}.new`), { recursive: true }),
    ],
    [
      'the folder takes no new file',
      async () => {
        await mkdir(join(desk.vaultDir, 'store-0002.db'), { recursive: true });
        await mkdir(join(desk.vaultDir, 'store-0002.db', 'x'));
      },
      () => rm(join(desk.vaultDir, 'store-0002.db'), { recursive: true }),
    ],
  ] as const)('leaves all as it was where %s, and can be tried again', async (_, spoil, mend) => {
    const answers = await begun();
    const before = hashFolder(desk.vaultDir, ['header.prev.json']);
    await spoil();
    expect(await desk.codeOf('recovery.finish', { answers })).toBe('disk-error');
    await mend();
    expect(hashFolder(desk.vaultDir, ['header.prev.json'])).toBe(before);
    expect(await desk.codeOf('recovery.finish', { answers })).toBe('ok');
    await desk.answers('ok', 'session.unlock', {
      slotId: await desk.slotOf('supervisor'),
      pin: RECOVERY_PINS.supervisor,
    });
  });

  it('has what it took the place of kept once, where another was killed between that and the switch', async () => {
    const { generation, storeFile } = JSON.parse(await readFile(join(desk.vaultDir, HEADER_FILE), 'utf8'));
    const undecided = join(desk.vaultDir, `keeping-20260105-090000-${generation}`);
    await mkdir(undecided);
    for (const name of [HEADER_FILE, storeFile]) await link(join(desk.vaultDir, name), join(undecided, name));
    await desk.vault.close();
    await desk.start();
    const { reply } = await recover(desk, sheet);
    expect((await readdir(desk.vaultDir)).filter((name) => /^keeping-|^kept-/.test(name))).toEqual([
      reply.keptAs,
    ]);
  });

  it('does not need the keychain before the switch where the computer knows the vault, and says so where it does not', async () => {
    const answers = await begun();
    const before = hashFolder(desk.vaultDir);
    desk.keychain.refusing = true;
    await desk.answers(where === 'here' ? 'ok' : 'keychain-write-failed', 'recovery.finish', { answers });
    desk.keychain.refusing = false;
    if (where === 'here') return;
    expect(hashFolder(desk.vaultDir)).toBe(before);
    expect(await desk.codeOf('recovery.finish', { answers })).toBe('ok');
  });

  it('is not made on a store that has changed since the sheet was shown it', async () => {
    const answers = await begun();
    if (where === 'here') {
      // By another program with the folder: the same vault, gone on without this one.
      const other = await createHarness({ engine: ENGINE, vaultDir: desk.vaultDir, keychain: desk.keychain });
      await other.unlock('receptionist');
      await other.answers('ok', 'staff.changePin', {
        pin: PINS.receptionist,
        newPin: RECOVERY_PINS.receptionist,
      });
      await other.vault.close();
      expect(await desk.codeOf('recovery.finish', { answers })).toBe('changed-meanwhile');
    } else {
      await chmod(desk.vaultDir, 0o700);
      expect(await desk.codeOf('recovery.finish', { answers })).toBe('ok');
    }
  });
});
