/** A store of which some pages are damaged: it can be looked at, masks alone; nothing is given that needs an entry in the log, and nothing is written to it. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { LINKED_FORMAT, parseHeader } from '../../../main/vault/keys/header.ts';
import { AppError } from '../../../main/vault/app-error.ts';
import { ENGINES_HERE } from '../../support/platform.ts';
import { hashFolder } from '../../support/folder-hash.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { pagesBehindFirst, shareUntil } from '../../support/share.ts';
import { flipBit } from '../../support/store-tools.ts';
import { PINS } from '../../support/vault-harness.ts';
import {
  EVERYBODY,
  type FaultDesk,
  PAGE,
  PEOPLE,
  STORE_FILE,
  makeFaultDesk,
  refusalAtStart,
  signIn,
} from '../faults/fault-desk.ts';
import { revealOf } from '../../support/requests-of.ts';

/** Counts of PINs, and what SQLite keeps beside a store while it is open: an index, and a WAL that is empty here. */
const COUNTS = ['limiter.json', 'limiter.json.new', `${STORE_FILE}-shm`, `${STORE_FILE}-wal`];
/** Pseudo-random, the same every time. */
const spread = (n: number, below: number): number => Math.floor(((n * 0.618_033_988_75) % 1) * below);

describe.each(ENGINES_HERE)('a damaged store on %s', (engine) => {
  let desk: FaultDesk;
  beforeAll(async () => {
    desk = await makeFaultDesk(engine);
  });
  afterAll(() => desk.dispose());
  beforeEach(() => desk.putBack());
  const store = (): string => desk.path(STORE_FILE);
  const damage = (page: number): void => flipBit(store(), (page - 1) * PAGE + 1500, 3);
  const pagesOf = (): readonly number[] => pagesBehindFirst(statSync(store()).size / PAGE);
  const { reveal, add } = {
    reveal: (id: number) =>
      desk.harness.codeOf('people.reveal', revealOf(id as PersonId, 'phone', PINS.supervisor)),
    add: () => desk.harness.codeOf('rooms.add', { text: '9-9-909' }),
  };

  it('that cannot take the sign-in into its log opens read-only: masks are shown, nothing else is done, no file is changed', async () => {
    let opened = 0;
    for (const page of shareUntil(pagesOf(), () => opened > 0)) {
      await desk.putBack();
      damage(page);
      if (
        (await signIn(desk, 'supervisor')) !== 'ok' ||
        !(await desk.harness.call('vault.status', {})).readOnly
      )
        continue;
      opened += 1;
      const before = hashFolder(desk.dir, COUNTS);
      expect(statSync(`${store()}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
      const found = await desk.harness.ask('people.search', { text: EVERYBODY });
      const masked = await desk.harness.ask('people.open', { personId: 1 as PersonId });
      for (const reply of [found, masked])
        expect(reply.ok || reply.error.code === 'store-damaged').toBe(true);
      expect(JSON.stringify([found, masked])).not.toMatch(new RegExp(`${phoneOf(1)}|${idNumberOf(1)}`));
      for (const code of [
        await reveal(1),
        await add(),
        await desk.harness.codeOf('session.acknowledge', { words: 'never mind', pin: PINS.supervisor }),
      ])
        expect(code).toBe('store-read-only');
      await desk.harness.vault.close();
      expect(hashFolder(desk.dir, COUNTS)).toBe(before);
    }
    expect(opened).toBeGreaterThan(0);
  });

  it('is read-only from the moment that a request meets the damage', async () => {
    let met = 0;
    for (const page of shareUntil(pagesOf(), () => met > 0)) {
      await desk.putBack();
      damage(page);
      if (
        (await signIn(desk, 'supervisor')) !== 'ok' ||
        (await desk.harness.call('vault.status', {})).readOnly
      )
        continue;
      for (let id = 1; id <= PEOPLE && !(await desk.harness.call('vault.status', {})).readOnly; id++)
        await reveal(id);
      if (!(await desk.harness.call('vault.status', {})).readOnly) continue;
      met += 1;
      expect(desk.harness.events.some(({ event }) => event === 'session.readOnly')).toBe(true);
      expect(await reveal(1)).toBe('store-read-only');
      expect(await add()).toBe('store-read-only');
      // One page in one tree: the others are still there to be looked at.
      const replies = [
        await desk.harness.ask('people.search', { text: EVERYBODY }),
        await desk.harness.ask('rooms.find', { text: '3-2-1801' }),
      ];
      expect(replies.some(({ ok }) => ok)).toBe(true);
    }
    expect(met).toBeGreaterThan(0);
  });

  it('is whole again for the next sign-in once the file is', async () => {
    for (const page of pagesOf()) {
      await desk.putBack();
      damage(page);
      if (
        (await signIn(desk, 'supervisor')) !== 'ok' ||
        !(await desk.harness.call('vault.status', {})).readOnly
      )
        continue;
      await desk.putBack();
      expect(await signIn(desk, 'supervisor')).toBe('ok');
      expect((await desk.harness.call('vault.status', {})).readOnly).toBe(false);
      return;
    }
    throw new Error('no page made it read-only');
  });
});

describe('200 flipped bits', () => {
  let desk: FaultDesk;
  beforeAll(async () => {
    desk = await makeFaultDesk();
  });
  afterAll(() => desk.dispose());
  beforeEach(() => desk.putBack());

  it('in the header are noticed, each, before a PIN is asked for, and nothing is written over', async () => {
    const whole = readFileSync(desk.path('header.json'));
    const told: Record<string, number> = {};
    for (let n = 1; n <= 200; n++) {
      await desk.putBack();
      flipBit(desk.path('header.json'), spread(n, whole.length), n % 8);
      const before = hashFolder(desk.dir);
      const code = (await refusalAtStart(desk)) ?? 'not noticed';
      told[code] = (told[code] ?? 0) + 1;
      expect(hashFolder(desk.dir)).toBe(before);
    }
    expect(
      Object.keys(told).filter(
        (code) =>
          ![
            'header-damaged',
            'header-forged',
            'header-newer',
            'wrong-computer',
            'keychain-other-user',
            'keychain-item-missing',
          ].includes(code),
      ),
    ).toEqual([]);
    // Told apart: what is no header any more, and what is one that this computer has not written.
    expect(told['header-damaged']).toBeGreaterThan(0);
    expect(told['header-forged']).toBeGreaterThan(0);
  });

  it("of which one makes it another version's are told as that", async () => {
    const header = JSON.parse(readFileSync(desk.path('header.json'), 'utf8')) as { format: number };
    writeFileSync(desk.path('header.json'), JSON.stringify({ ...header, format: LINKED_FORMAT + 1 }));
    expect(await refusalAtStart(desk)).toBe('header-newer');
    expect(() => parseHeader(readFileSync(desk.path('header.json')))).toThrow(AppError);
  });
});

describe('the header before', () => {
  let desk: FaultDesk;
  beforeAll(async () => {
    desk = await makeFaultDesk();
  });
  afterAll(() => desk.dispose());

  it('is offered where the present one is damaged, and takes its place; the damaged one is kept, and a supervisor acknowledges', async () => {
    await desk.putBack();
    await signIn(desk, 'receptionist');
    await desk.harness.answers('ok', 'staff.changePin', { pin: PINS.receptionist, newPin: '804926' });
    await desk.harness.vault.close();
    writeFileSync(desk.path('header.json'), 'garbage');
    expect(await refusalAtStart(desk)).toBe('header-damaged');
    expect(await desk.harness.call('recovery.look', {})).toEqual({ bySheet: true, previousHeader: true });
    expect(await desk.harness.call('recovery.usePreviousHeader', {})).toMatchObject({
      state: 'locked',
      people: [{}, {}, {}],
    });
    const kept = hashFolder(desk.dir)
      .split('\n')
      .filter((line) => /^header\.json\.damaged-\d{8}T\d{6} /.test(line));
    expect(kept).toHaveLength(1);
    // The change of the PIN is in the store and not in this header.
    await desk.harness.answers('store-mismatch', 'session.unlock', {
      slotId: await desk.harness.slotOf('receptionist'),
      pin: PINS.receptionist,
    });
    expect((await desk.harness.unlock('supervisor')).alarms).toContain('older-store');
    await desk.harness.call('session.acknowledge', { words: 'the header was damaged', pin: PINS.supervisor });
    expect(await desk.harness.codeOf('people.search', { text: EVERYBODY })).toBe('ok');
  });

  it("is not offered, nor taken, where it is not this computer's or the present one is good", async () => {
    await desk.putBack();
    writeFileSync(
      desk.path('header.prev.json'),
      readFileSync(desk.path('header.json'), 'utf8').replace('"role":"receptionist"', '"role":"supervisor"'),
    );
    await desk.harness.vault.close();
    await desk.harness.start();
    expect(await desk.harness.call('recovery.look', {})).toEqual({ bySheet: true, previousHeader: false });
    expect(await desk.harness.codeOf('recovery.usePreviousHeader', {})).toBe('not-allowed');
    await desk.harness.vault.close();
    writeFileSync(desk.path('header.json'), 'garbage');
    expect(await refusalAtStart(desk)).toBe('header-damaged');
    expect(await desk.harness.call('recovery.look', {})).toEqual({ bySheet: true, previousHeader: false });
    expect(await desk.harness.codeOf('recovery.usePreviousHeader', {})).toBe('header-missing');
  });
});
