/** Checks of the computer in a real vault: what main says is hostile until it is read, what is kept, what is due, what the log and a pack say. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  COMPUTER_CHECKS,
  type CheckReading,
  unknownReading,
} from '../../../contract/computer-checks/lists.ts';
import { createComputerHost } from '../../../main/vault/computer-host.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { type VaultHarness, openDesk } from '../../support/vault-harness.ts';

const READINGS: readonly CheckReading[] = COMPUTER_CHECKS.map((check) =>
  check === 'disk-encryption'
    ? { check, answer: 'no', why: null, figure: null }
    : { check, answer: 'yes', why: null, figure: check === 'updates' ? 3 : null },
);
const FOUND = { system: 'windows', readings: READINGS } as const;

let said: unknown = FOUND;
let clock: FakeClock;
let desk: VaultHarness;
beforeAll(async () => {
  clock = createFakeClock(Date.UTC(2026, 2, 10, 1));
  desk = await openDesk('supervisor', { clock, computer: { look: async () => said } });
});
beforeEach(() => {
  said = FOUND;
});

const read = () => desk.call('computer.read', {});
const check = () => desk.call('computer.check', {});
const entries = () => desk.logged('computer-check', 50);

describe('a check of the computer in the vault', () => {
  it('is for supervisor and admin alone', async () => {
    await desk.switchTo('receptionist');
    expect(await desk.codeOf('computer.read', {})).toBe('not-allowed');
    expect(await desk.codeOf('computer.check', {})).toBe('not-allowed');
    await desk.switchTo('admin');
    expect((await read()).due).toEqual({ state: 'never', on: null });
    await desk.switchTo('supervisor');
  });

  it.each([
    ['no readings', { ...FOUND, readings: [] }],
    ['a check twice', { ...FOUND, readings: [READINGS[0], READINGS[0]] }],
    ['checks in another order', { ...FOUND, readings: READINGS.toReversed() }],
    ['a check that there is not', { ...FOUND, readings: [{ ...READINGS[0], check: 'people' }] }],
    ['a field too many', { ...FOUND, name: '王芳' }],
    ['words in the place of a figure', { ...FOUND, readings: [{ ...READINGS[0], figure: '138' }] }],
    ['a figure beyond all measure', { ...FOUND, readings: [{ ...READINGS[0], figure: 13_812_341_234 }] }],
    ['an unknown answer without its why', { ...FOUND, readings: [{ ...READINGS[0], answer: 'unknown' }] }],
    ['a known answer with a why', { ...FOUND, readings: [{ ...READINGS[0], why: 'no-answer' }] }],
    ['a text', 'yes'],
  ])('keeps nothing of an answer with %s', async (_what, answer) => {
    said = answer;
    const before = (await read()).checks.length;
    expect(await desk.codeOf('computer.check', {})).toBe('internal');
    expect((await read()).checks).toHaveLength(before);
    expect(await entries()).toHaveLength(before);
  });

  it('keeps what was found and enters it, without a word of anybody', async () => {
    const { checks, due } = await check();
    expect(checks[0]).toMatchObject({ ...FOUND, staffName: 'Super One', at: clock.now() });
    expect(due).toEqual({ state: 'fine', on: '2026-04-09' });
    const [entry] = await entries();
    expect(entry).toMatchObject({ outcome: 'done', detail: { system: 'windows', readings: READINGS } });
  });

  it('has what is not as it should be put right, once', async () => {
    const opened = async () =>
      (await desk.call('log.list', { before: null, limit: 50 })).entries.flatMap(({ action, detail }) =>
        action === 'rectification-add' ? [detail] : [],
      );
    expect(await opened()).toEqual([
      { rectification: expect.any(Number), source: 'computer-check', dueOn: '2026-04-09' },
    ]);
    await check();
    expect(await opened()).toHaveLength(1);
  });

  it('says that nothing could be told where main does not answer', async () => {
    said = null;
    const { checks } = await check();
    expect(checks[0]?.readings).toEqual(COMPUTER_CHECKS.map((one) => unknownReading(one, 'no-answer')));
  });

  it('is due again after a month, near it before, and over on the day after', async () => {
    clock.advance(DAY_MS);
    await desk.switchTo('supervisor');
    await check();
    const stateIn = async (days: number) => {
      clock.advance(days * DAY_MS);
      await desk.switchTo('supervisor');
      return (await read()).due.state;
    };
    expect(await stateIn(24)).toBe('fine');
    expect(await stateIn(1)).toBe('soon');
    expect(await stateIn(5)).toBe('soon');
    expect(await stateIn(1)).toBe('overdue');
  });
});

describe('the line to main', () => {
  it('asks once for each look, takes the answer of that look alone, and waits no longer than it may', async () => {
    const told: unknown[] = [];
    const host = createComputerHost((message) => told.push(message), 20);
    const first = host.computer.look();
    const second = host.computer.look();
    expect(told).toEqual([
      { type: 'check-computer', id: 1 },
      { type: 'check-computer', id: 2 },
    ]);
    host.hear({ type: 'computer-readings', id: 3, readings: 'another' });
    host.hear({ type: 'computer-readings', id: 2, readings: FOUND });
    expect(await second).toBe(FOUND);
    expect(await first).toBeNull();
    host.hear({ type: 'computer-readings', id: 1, readings: FOUND });
  });
});
