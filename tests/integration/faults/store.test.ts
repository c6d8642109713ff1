/** A store that is missing, damaged, cut, mixed up or too new: named at the sign-in or at the read, never answered with wrong data, never written over. */
import {
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { openSlot } from '../../support/open-slot.ts';
import type { Engine } from '../../../main/vault/store/engine/engine.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { ENGINES_HERE } from '../../support/platform.ts';
import { pagesBehindFirst, shareOf } from '../../support/share.ts';
import { PINS } from '../../support/vault-harness.ts';
import {
  EVERYBODY,
  type FaultDesk,
  PAGE,
  PEOPLE,
  STORE_FILE,
  WAL_FILE,
  everythingButCounts,
  makeFaultDesk,
  signIn,
} from './fault-desk.ts';
import { revealOf } from '../../support/requests-of.ts';

const flipByte = (path: string, at: number): void => {
  const bytes = readFileSync(path);
  bytes[at]! ^= 0x10;
  writeFileSync(path, bytes);
};

describe.each(ENGINES_HERE)('a store on %s', (name) => {
  const engine: Engine = chooseEngine(name);
  let desk: FaultDesk;
  let other: FaultDesk;
  beforeAll(async () => {
    desk = await makeFaultDesk(name);
    other = await makeFaultDesk(name);
  });
  afterAll(async () => {
    await desk.dispose();
    await other.dispose();
  });
  beforeEach(async () => {
    await desk.putBack();
    await other.putBack();
  });

  const store = (): string => desk.path(STORE_FILE);

  const rowsFound = async (): Promise<number> =>
    (await desk.harness.call('people.search', { text: EVERYBODY })).groups.reduce(
      (sum, group) => sum + group.rows.length,
      0,
    );

  /** Refused to whoever signs in, twice; folder and anchor as they were; whole again, it opens with everybody in it. */
  async function expectRefused(code: string, image: 'closed' | 'killed' = 'closed'): Promise<void> {
    const before = everythingButCounts(desk);
    for (const role of ['receptionist', 'supervisor'] as const) {
      expect(await signIn(desk, role)).toBe(code);
      expect((await desk.harness.call('vault.status', {})).state).toBe('locked');
      await desk.harness.vault.close();
      expect(everythingButCounts(desk)).toEqual(before);
    }
    await desk.putBack(image);
    expect(await signIn(desk, 'supervisor')).toBe('ok');
    expect(await rowsFound()).toBe(PEOPLE);
    expect(await desk.harness.call('log.verify', {})).toMatchObject({ ok: true });
  }

  it('that is missing', async () => {
    rmSync(store());
    await expectRefused('store-missing');
    expect(existsSync(store())).toBe(true);
  });

  it('that is missing beside its WAL', async () => {
    await desk.putBack('killed');
    rmSync(store());
    await expectRefused('store-missing', 'killed');
  });

  it.each(['closed', 'killed'] as const)(
    'that is empty, of a vault that was %s: no new one is made in it',
    async (image) => {
      await desk.putBack(image);
      truncateSync(store(), 0);
      await expectRefused('store-damaged', image);
    },
  );

  it.each(['closed', 'killed'] as const)('that is garbage, of a vault that was %s', async (image) => {
    await desk.putBack(image);
    writeFileSync(store(), Buffer.alloc(100_000, 'garbage'));
    await expectRefused('store-damaged', image);
  });

  it.each([
    [1, 'page'],
    [10, 'pages'],
    [12.5, 'pages'],
  ])('that was cut to %f %s', async (pages) => {
    truncateSync(store(), pages * PAGE);
    await expectRefused('store-damaged');
  });

  it.each(['closed', 'killed'] as const)(
    'of another vault, in the place of one that was %s',
    async (image) => {
      await desk.putBack(image);
      copyFileSync(other.path(STORE_FILE), store());
      await expectRefused('store-wrong-key', image);
    },
  );

  it('that is no encrypted one', async () => {
    writeFileSync(store(), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(PAGE * 3 - 16)]));
    await expectRefused('store-damaged');
  });

  it('of a newer version', async () => {
    await withStore((open) => open.transaction((tx) => tx.run(sql`PRAGMA user_version = 9999`)));
    await expectRefused('store-newer');
  });

  it.each([20, 2000, 4090])('with a flipped bit in its first page, at byte %i', async (at) => {
    flipByte(store(), at);
    await expectRefused('store-damaged');
  });

  it('with its salt changed: its first page cannot be checked, the others neither', async () => {
    flipByte(store(), 3);
    await expectRefused('store-damaged');
  });

  async function withStore<T>(work: (open: Store) => Promise<T>): Promise<T> {
    const header = desk.header();
    const slot = header.slots.find((candidate) => candidate.role === 'supervisor')!;
    const opened = await openSlot({
      header,
      slot,
      deviceSecret: desk.harness.keychain.deviceSecrets[header.deviceSecretId]!,
      pin: PINS.supervisor,
    });
    const open = await engine.open({ path: store(), key: opened.storeKey, create: false });
    try {
      return await work(open);
    } finally {
      await open.close();
      opened.dispose();
    }
  }

  type Tour = Readonly<Record<string, unknown>>;
  const HONEST = ['store-damaged', 'store-mismatch', 'store-read-only'];
  /** What the desk answers to everything that it can be asked, or with which code it does not. */
  async function tour(): Promise<Tour> {
    const { harness } = desk;
    const signedIn = await signIn(desk, 'supervisor');
    if (signedIn !== 'ok') return { signIn: signedIn };
    const answers: Record<string, unknown> = { alarms: (await harness.call('session.alarms', {})).alarms };
    const ask = async (
      key: string,
      asked: Promise<{ ok: boolean; value?: unknown; error?: { code: string } }>,
      pick = (value: unknown): unknown => value,
    ): Promise<void> => {
      const reply = await asked;
      answers[key] = reply.ok ? pick(reply.value) : reply.error?.code;
    };
    for (const text of [EVERYBODY, 'zml', '张明', '0003', '12345'])
      await ask(`search ${text}`, harness.ask('people.search', { text }));
    for (let id = 1; id <= PEOPLE; id++) {
      await ask(`open ${id}`, harness.ask('people.open', { personId: id as PersonId }));
      if (id % 3 !== 0) continue;
      for (const field of ['phone', 'idNumber'] as const) {
        await ask(
          `reveal ${field} ${id}`,
          harness.ask('people.reveal', revealOf(id as PersonId, field, PINS.supervisor)),
          (value) => (value as { value: string }).value,
        );
      }
    }
    await ask('log', harness.ask('log.list', { before: 8, limit: 20 }));
    await ask('check', harness.ask('log.verify', {}), (value) => (value as { ok: boolean }).ok);
    return answers;
  }

  it('with a flipped bit in any other page: whatever is answered is right, the rest is named, and the check finds the page', async () => {
    const right = await tour();
    expect(
      Object.values(right).filter((answer) => typeof answer === 'string' && HONEST.includes(answer)),
    ).toEqual([]);
    expect(right['check']).toBe(true);
    await desk.putBack();
    const pages = shareOf(pagesBehindFirst(statSync(store()).size / PAGE));
    expect(pages.length).toBeGreaterThan(20);
    let noticed = 0;
    for (const page of pages) {
      await desk.putBack();
      flipByte(store(), (page - 1) * PAGE + 1000 + page);
      const damaged = await tour();
      const differences = Object.entries(damaged).filter(
        ([key, answer]) => key === 'signIn' || JSON.stringify(answer) !== JSON.stringify(right[key]),
      );
      for (const [key, answer] of differences)
        expect(HONEST, `page ${page}, ${key}: ${JSON.stringify(answer)}`).toContain(answer);
      noticed += differences.length > 0 ? 1 : 0;
      await desk.harness.vault.close();
      await desk.putBack();
      flipByte(store(), (page - 1) * PAGE + 1000 + page);
      const found = await withStore((open) => open.integrityCheck()).catch((error: { code?: string }) => [
        error.code,
      ]);
      expect(
        found.some((problem) => problem === 'store-damaged' || problem === `page ${page} fails its HMAC`),
        `page ${page}: ${found.join('; ')}`,
      ).toBe(true);
    }
    expect(noticed).toBeGreaterThan(pages.length / 3);
  });

  describe('with a damaged WAL', () => {
    beforeEach(() => desk.putBack('killed'));

    it('at its end: what was acknowledged and is gone is an alarm, and nobody but a supervisor comes in', async () => {
      flipByte(desk.path(WAL_FILE), statSync(desk.path(WAL_FILE)).size - 2000);
      const { log } = everythingButCounts(desk) as { log?: unknown };
      expect(await signIn(desk, 'receptionist')).toBe('store-mismatch');
      expect(await signIn(desk, 'supervisor')).toBe('ok');
      expect((await desk.harness.call('session.alarms', {})).alarms).toEqual(['head-differs']);
      expect(await desk.harness.codeOf('people.search', { text: EVERYBODY })).toBe('store-mismatch');
      expect((everythingButCounts(desk) as { log?: unknown }).log).toEqual(log);
    });

    it('cut in the middle of a frame, the same', async () => {
      truncateSync(desk.path(WAL_FILE), statSync(desk.path(WAL_FILE)).size - 3000);
      expect(await signIn(desk, 'receptionist')).toBe('store-mismatch');
      expect(await signIn(desk, 'supervisor')).toBe('ok');
      expect((await desk.harness.call('session.alarms', {})).alarms).toEqual(['head-differs']);
    });

    it('gone altogether, the same', async () => {
      rmSync(desk.path(WAL_FILE));
      expect(await signIn(desk, 'receptionist')).toBe('store-mismatch');
      expect(await signIn(desk, 'supervisor')).toBe('ok');
      expect((await desk.harness.call('session.alarms', {})).alarms).toContain('head-differs');
    });

    it('with bytes after its end is as it was: they belong to no frame', async () => {
      writeFileSync(desk.path(WAL_FILE), Buffer.alloc(9000, 7), { flag: 'a' });
      expect(await signIn(desk, 'receptionist')).toBe('ok');
      expect(await rowsFound()).toBe(PEOPLE);
    });
  });
});
