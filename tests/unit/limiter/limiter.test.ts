import { setImmediate } from 'node:timers/promises';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { SlotId } from '../../../contract/ids.ts';
import { type Attempt, LIMITER_FILE, type Limiter, createLimiter } from '../../../main/vault/keys/limiter.ts';
import { unpackLimiter } from '../../../main/vault/keys/limiter-state.ts';
import { type FakeClock, MINUTE_MS, createFakeClock } from '../../support/fake-clock.ts';
import { type MemoryKeychain, createMemoryAnchor, reopenAnchor } from '../../support/memory-anchor.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const ANNE = '00000000000000a1' as SlotId;
const BEA = '00000000000000b2' as SlotId;
const HOUR = 60 * MINUTE_MS;
const DAY = 24 * HOUR;

interface Desk {
  readonly clock: FakeClock;
  readonly keychain: MemoryKeychain;
  readonly vaultDir: string;
  limiter: Limiter;
  /** A new process on what is stored; nothing of the old one's memory is kept. */
  restart(): void;
}

async function makeDesk(): Promise<Desk> {
  const clock = createFakeClock();
  const vaultDir = makeTempDir();
  const { anchor, keychain } = createMemoryAnchor();
  const deviceSecret = new Uint8Array(32).fill(7);
  await anchor.update((state) => state);
  const desk: Desk = {
    clock,
    keychain,
    vaultDir,
    limiter: createLimiter({ anchor, vaultDir, deviceSecret, clock }),
    restart: () => {
      clock.restart();
      desk.limiter = createLimiter({ anchor: reopenAnchor(keychain), vaultDir, deviceSecret, clock });
    },
  };
  onTestFinished(() => desk.limiter.drain());
  return desk;
}

const NOTHING = { dispose: () => undefined };

async function begin(desk: Desk, ids: readonly SlotId[]): Promise<Attempt> {
  return (await desk.limiter.begin(ids, async () => NOTHING)).attempt;
}

async function guessWrong(desk: Desk, id: SlotId, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) {
    desk.clock.advance(desk.limiter.status(id).waitSeconds * 1000);
    await (await begin(desk, [id])).failed();
  }
}

async function typeRight(desk: Desk, id: SlotId): Promise<number> {
  desk.clock.advance(desk.limiter.status(id).waitSeconds * 1000);
  const { wrongTries } = await (await begin(desk, [id])).succeeded();
  await desk.limiter.drain();
  return wrongTries.get(id) ?? Number.NaN;
}

const filePath = (desk: Desk): string => join(desk.vaultDir, LIMITER_FILE);

describe('waits', () => {
  test('five tries are free, then each waits longer, at last twelve hours', async () => {
    const desk = await makeDesk();
    const waits: number[] = [];
    for (let i = 0; i < 13; i++) {
      desk.clock.advance(desk.limiter.status(ANNE).waitSeconds * 1000);
      waits.push((await (await begin(desk, [ANNE])).failed()).waitSeconds);
    }
    expect(waits).toEqual([0, 0, 0, 0, 60, 300, 900, 1800, 5400, 14_400, 43_200, 43_200, 43_200]);
  });

  test('is refused until the last second, and tried then', async () => {
    const desk = await makeDesk();
    await guessWrong(desk, ANNE, 5);
    desk.clock.advance(MINUTE_MS - 1);
    await expect(begin(desk, [ANNE])).rejects.toMatchObject({
      code: 'must-wait',
      details: { waitSeconds: 1 },
    });
    desk.clock.advance(1);
    await expect(begin(desk, [ANNE])).resolves.toBeDefined();
  });

  test('a refused try is not counted', async () => {
    const desk = await makeDesk();
    await guessWrong(desk, ANNE, 5);
    for (let i = 0; i < 20; i++) await begin(desk, [ANNE]).catch(() => undefined);
    desk.clock.advance(MINUTE_MS);
    expect((await (await begin(desk, [ANNE])).failed()).waitSeconds).toBe(300);
  });

  test('the clock that the user sets has no say, either way', async () => {
    const desk = await makeDesk();
    await guessWrong(desk, ANNE, 7);
    expect(desk.limiter.status(ANNE).waitSeconds).toBe(900);
    desk.clock.setBy(40 * DAY);
    expect(desk.limiter.status(ANNE).waitSeconds).toBe(900);
    desk.clock.setBy(-80 * DAY);
    expect(desk.limiter.status(ANNE).waitSeconds).toBe(900);
    desk.clock.setBy(40 * DAY);
    desk.restart();
    expect(desk.limiter.status(ANNE).waitSeconds).toBe(900);
  });

  test('a restart keeps what remains, to what the last tick wrote, and time while closed does not count', async () => {
    const desk = await makeDesk();
    await guessWrong(desk, ANNE, 8);
    desk.clock.advance(10 * MINUTE_MS);
    await desk.limiter.tick();
    desk.clock.advance(30_000);
    desk.restart();
    desk.clock.setBy(5 * HOUR);
    expect(desk.limiter.status(ANNE).waitSeconds).toBe(20 * 60);
  });

  test('tick writes nothing while nobody waits', async () => {
    const desk = await makeDesk();
    await guessWrong(desk, ANNE, 2);
    const { writes } = desk.keychain;
    await desk.limiter.tick();
    expect(desk.keychain.writes).toBe(writes);
  });

  test('the right PIN ends what was in a row and says how much that was', async () => {
    const desk = await makeDesk();
    await guessWrong(desk, ANNE, 6);
    expect(await typeRight(desk, ANNE)).toBe(6);
    expect(await typeRight(desk, ANNE)).toBe(0);
    await guessWrong(desk, ANNE, 4);
    expect(desk.limiter.status(ANNE)).toEqual({ waitSeconds: 0, closed: false });
  });

  test("a colleague's right PIN resets nothing of another slot", async () => {
    const desk = await makeDesk();
    for (let i = 0; i < 8; i++) {
      await guessWrong(desk, ANNE);
      await typeRight(desk, BEA);
    }
    expect(desk.limiter.status(ANNE).waitSeconds).toBe(1800);
    expect(desk.limiter.status(BEA)).toEqual({ waitSeconds: 0, closed: false });
  });

  test('both slots of a co-signature are counted, and none where one has to wait', async () => {
    const desk = await makeDesk();
    await guessWrong(desk, ANNE, 4);
    const attempt = await begin(desk, [ANNE, BEA]);
    expect(await attempt.failed()).toEqual({ waitSeconds: 60, freeTries: 0 });
    await expect(begin(desk, [BEA, ANNE])).rejects.toMatchObject({
      code: 'must-wait',
      details: { waitSeconds: 60 },
    });
    desk.clock.advance(MINUTE_MS);
    const { wrongTries } = await (await begin(desk, [ANNE, BEA])).succeeded();
    expect([wrongTries.get(ANNE), wrongTries.get(BEA)]).toEqual([5, 1]);
  });
});

describe('what is durable', () => {
  test('a try is in both halves before it may be made: a kill between count and check loses nothing', async () => {
    const desk = await makeDesk();
    for (let i = 0; i < 5; i++) {
      await begin(desk, [ANNE]);
      desk.restart();
    }
    expect(desk.limiter.status(ANNE).waitSeconds).toBe(60);
    const file = JSON.parse(readFileSync(filePath(desk), 'utf8')) as { state: string };
    const packed = [desk.keychain.read()?.state.limiter, Buffer.from(file.state, 'base64')];
    expect(packed.map((half) => half && unpackLimiter(half)?.slots.get(ANNE)?.consecutive)).toEqual([5, 5]);
  });

  test('begin waits for the keychain', async () => {
    const desk = await makeDesk();
    const release = desk.keychain.hold();
    let begun = false;
    const beginning = begin(desk, [ANNE]).then(() => {
      begun = true;
    });
    await desk.keychain.reached();
    await setImmediate();
    expect(begun).toBe(false);
    release();
    await beginning;
    expect(begun).toBe(true);
  });

  test('what is made ready meanwhile is handed out with the count and not before it', async () => {
    const desk = await makeDesk();
    const release = desk.keychain.hold();
    const made = { dispose: vi.fn() };
    let handed: unknown;
    const meanwhile = vi.fn(async () => made);
    const beginning = desk.limiter.begin([ANNE], meanwhile).then(({ ready }) => {
      handed = ready;
    });
    await desk.keychain.reached();
    await setImmediate();
    expect(meanwhile).toHaveBeenCalledOnce();
    expect(handed).toBeUndefined();
    release();
    await beginning;
    expect(handed).toBe(made);
    expect(made.dispose).not.toHaveBeenCalled();
  });

  test('what was made ready is disposed of when the count cannot be written, and never begun when a slot must wait', async () => {
    const desk = await makeDesk();
    const made = { dispose: vi.fn() };
    desk.keychain.failing = 'nothing-written';
    await expect(desk.limiter.begin([ANNE], async () => made)).rejects.toMatchObject({
      code: 'keychain-write-failed',
    });
    expect(made.dispose).toHaveBeenCalledOnce();
    desk.keychain.failing = 'no';
    await guessWrong(desk, BEA, 5);
    const meanwhile = vi.fn(async () => made);
    await expect(desk.limiter.begin([BEA], meanwhile)).rejects.toMatchObject({ code: 'must-wait' });
    expect(meanwhile).not.toHaveBeenCalled();
  });

  test('a try whose making ready fails stays counted', async () => {
    const desk = await makeDesk();
    await expect(desk.limiter.begin([ANNE], () => Promise.reject(new Error('no memory')))).rejects.toThrow(
      'no memory',
    );
    desk.restart();
    await guessWrong(desk, ANNE, 4);
    expect(desk.limiter.status(ANNE).waitSeconds).toBe(60);
  });

  test('no try without a written anchor, nor without the file; and what was begun stays counted', async () => {
    const desk = await makeDesk();
    desk.keychain.failing = 'torn';
    await expect(begin(desk, [ANNE])).rejects.toMatchObject({ code: 'keychain-write-failed' });
    desk.keychain.failing = 'no';
    rmSync(desk.vaultDir, { recursive: true });
    await expect(begin(desk, [ANNE])).rejects.toMatchObject({ code: 'disk-error' });
    desk.restart();
    expect(
      (await begin(desk, [ANNE]).catch(() => undefined), desk.limiter.status(ANNE).waitSeconds),
    ).toBeGreaterThan(0);
  });

  test('a kill right after a right PIN leaves at most one failure too many', async () => {
    const desk = await makeDesk();
    const attempt = await begin(desk, [ANNE]);
    const counted = readFileSync(filePath(desk), 'utf8');
    const release = desk.keychain.hold();
    await attempt.succeeded();
    await vi.waitFor(() => expect(readFileSync(filePath(desk), 'utf8')).not.toBe(counted));
    desk.restart();
    release();
    await guessWrong(desk, ANNE, 4);
    expect(desk.limiter.status(ANNE).waitSeconds).toBe(60);
  });
});

describe('halves', () => {
  test('a folder put back from before does not take failures away', async () => {
    const desk = await makeDesk();
    await guessWrong(desk, ANNE, 1);
    copyFileSync(filePath(desk), join(desk.vaultDir, 'older'));
    await guessWrong(desk, ANNE, 6);
    copyFileSync(join(desk.vaultDir, 'older'), filePath(desk));
    desk.restart();
    expect(desk.limiter.status(ANNE).waitSeconds).toBe(900);
  });

  test('nor does an older anchor copy', async () => {
    const desk = await makeDesk();
    await guessWrong(desk, ANNE, 1);
    const older = [...desk.keychain.copies];
    await guessWrong(desk, ANNE, 6);
    desk.keychain.copies.splice(0, 2, ...older);
    desk.restart();
    expect(desk.limiter.status(ANNE).waitSeconds).toBe(900);
  });

  test.each([
    ['missing', (path: string) => rmSync(path)],
    ['not JSON', (path: string) => writeFileSync(path, '{')],
    ['huge', (path: string) => writeFileSync(path, Buffer.alloc(100_000, 0x20))],
    [
      'with another count under the old MAC',
      (path: string) => {
        const file = JSON.parse(readFileSync(path, 'utf8')) as { state: string };
        const state = Buffer.from(file.state, 'base64');
        state[2] = (state[2] ?? 0) ^ 1;
        writeFileSync(path, JSON.stringify({ ...file, state: state.toString('base64') }));
      },
    ],
    [
      'with a MAC of nothing',
      (path: string) => writeFileSync(path, JSON.stringify({ format: 1, state: '', mac: '' })),
    ],
  ])('a file that is %s counts as ten failures of everybody', async (_, damage) => {
    const desk = await makeDesk();
    await guessWrong(desk, ANNE, 1);
    damage(filePath(desk));
    desk.restart();
    for (const id of [ANNE, BEA]) expect(desk.limiter.status(id).waitSeconds).toBe(14_400);
    await guessWrong(desk, BEA, 1);
    expect(desk.limiter.status(BEA).waitSeconds).toBe(43_200);
    desk.restart();
    // Writing the file again does not let the others off.
    expect(desk.limiter.status(BEA).waitSeconds).toBe(43_200);
    await guessWrong(desk, ANNE, 1);
    expect(desk.limiter.status(ANNE).waitSeconds).toBe(43_200);
  });

  test('an anchor half that is not valid counts as ten failures too', async () => {
    const desk = await makeDesk();
    await guessWrong(desk, ANNE, 1);
    await reopenAnchor(desk.keychain).update((state) => ({ ...state, limiter: state.limiter.slice(0, -1) }));
    desk.restart();
    expect(desk.limiter.status(ANNE).waitSeconds).toBe(14_400);
  });

  test('a vault that was just made owes nothing, even beside a file of an earlier one', async () => {
    const desk = await makeDesk();
    writeFileSync(filePath(desk), '{"format":1}');
    desk.restart();
    expect(desk.limiter.status(ANNE)).toEqual({ waitSeconds: 0, closed: false });
    expect(existsSync(filePath(desk))).toBe(true);
  });
});

describe('closing', () => {
  test('the hundredth failure in 30 days closes a slot, also where right PINs stand between', async () => {
    const desk = await makeDesk();
    for (let i = 0; i < 24; i++) {
      await guessWrong(desk, ANNE, 4);
      await typeRight(desk, ANNE);
      desk.clock.advance(DAY);
    }
    await guessWrong(desk, ANNE, 3);
    expect(desk.limiter.status(ANNE).closed).toBe(false);
    await guessWrong(desk, ANNE, 1);
    expect(desk.limiter.status(ANNE).closed).toBe(true);
    await expect(begin(desk, [ANNE])).rejects.toMatchObject({ code: 'slot-closed' });
    desk.restart();
    await expect(begin(desk, [BEA, ANNE])).rejects.toMatchObject({ code: 'slot-closed' });
  });

  test('the hundredth try with the right PIN does not close it', async () => {
    const desk = await makeDesk();
    for (let i = 0; i < 33; i++) {
      await guessWrong(desk, ANNE, 3);
      await typeRight(desk, ANNE);
    }
    await typeRight(desk, ANNE);
    expect(desk.limiter.status(ANNE).closed).toBe(false);
    await guessWrong(desk, ANNE, 1);
    expect(desk.limiter.status(ANNE).closed).toBe(true);
  });

  test('a failure counts for at least 30 days and is gone after 34', async () => {
    for (const [days, closed] of [
      [29.9, true],
      [34, false],
    ] as const) {
      for (let offset = 0; offset < 3; offset++) {
        const desk = await makeDesk();
        desk.clock.advance(offset * DAY);
        for (let i = 0; i < 33; i++) {
          await guessWrong(desk, ANNE, 3);
          await typeRight(desk, ANNE);
        }
        desk.clock.advance(days * DAY);
        await guessWrong(desk, ANNE, 1);
        expect(desk.limiter.status(ANNE).closed, `after ${days} days, offset ${offset}`).toBe(closed);
      }
    }
  });

  test('setting the clock forward ages failures by one day at a start, and back by none', async () => {
    const desk = await makeDesk();
    for (let i = 0; i < 33; i++) {
      await guessWrong(desk, ANNE, 3);
      await typeRight(desk, ANNE);
    }
    for (const days of [-40, 40]) {
      desk.clock.setBy(days * DAY);
      await typeRight(desk, BEA);
    }
    desk.clock.setBy(60 * DAY);
    for (let start = 0; start < 20; start++) {
      desk.restart();
      await typeRight(desk, BEA);
    }
    await typeRight(desk, ANNE);
    desk.clock.setBy(-90 * DAY);
    desk.restart();
    await guessWrong(desk, ANNE, 1);
    expect(desk.limiter.status(ANNE).closed).toBe(true);
  });

  test('a closed slot stays closed when its failures have aged, until it is cleared', async () => {
    const desk = await makeDesk();
    for (let i = 0; i < 25; i++) {
      await guessWrong(desk, ANNE, 4);
      if (i < 24) await typeRight(desk, ANNE);
    }
    for (let day = 0; day < 50; day++) {
      desk.clock.advance(DAY);
      await desk.limiter.tick();
      await typeRight(desk, BEA);
    }
    desk.restart();
    expect(desk.limiter.status(ANNE).closed).toBe(true);
    await desk.limiter.clear([ANNE]);
    desk.restart();
    expect(desk.limiter.status(ANNE)).toEqual({ waitSeconds: 0, closed: false });
    expect(await typeRight(desk, ANNE)).toBe(0);
  });

  test('one guess a day before each right PIN is let off, a second one is not: closed within 130 guesses', async () => {
    const desk = await makeDesk();
    let guesses = 0;
    while (!desk.limiter.status(ANNE).closed) {
      for (let i = 0; i < 5 && !desk.limiter.status(ANNE).closed; i++) {
        await guessWrong(desk, ANNE, 1);
        guesses += 1;
        if (!desk.limiter.status(ANNE).closed) await typeRight(desk, ANNE);
      }
      desk.clock.advance(DAY);
    }
    expect(guesses).toBeGreaterThanOrEqual(100);
    expect(guesses).toBeLessThanOrEqual(130);
  });
});

test('unknown slots cannot fill the anchor', async () => {
  const desk = await makeDesk();
  const codes = new Set<unknown>();
  for (let i = 1; i < 100; i++) {
    await begin(desk, [i.toString(16).padStart(16, '0') as SlotId]).catch((error: { code: string }) =>
      codes.add(error.code),
    );
  }
  expect([...codes]).toEqual(['unknown-slot']);
  expect(desk.keychain.read()?.state.limiter.length).toBeLessThanOrEqual(1300);
});
