/** Pass before use, in a real vault: who sees residents' data without a passed quiz, for how long, and how it is opened again. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import { DAY_MS, type FakeClock, createFakeClock } from '../../support/fake-clock.ts';
import { passQuiz, publish } from '../../support/full-vault.ts';
import { draftOfPlanted, PLANTED } from '../../support/planted-people.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

let clock: FakeClock;
let desk: VaultHarness;

beforeAll(async () => {
  clock = createFakeClock(Date.UTC(2026, 10, 20, 2));
  desk = await createHarness({ clock, usualGraceDays: 7 });
  await desk.setUpWith(draftOfPlanted(PLANTED[0]));
});

/** What somebody of the role meets at the desk, after so many days. */
async function meets(role: Role, days = 0): Promise<string> {
  clock.advance(days * DAY_MS);
  await desk.switchTo(role);
  return desk.codeOf('people.search', { text: PLANTED[0].name.value });
}
const choose = async (graceDays: 0 | 30): Promise<void> => {
  await desk.switchTo('admin');
  await desk.call('training.rule', { pass: 80, months: 12, graceDays, pin: PINS.admin });
};

describe('whoever has not passed the quiz, in this order', () => {
  it('works until the grace is over, and sees nothing of residents from then on', async () => {
    expect(await meets('receptionist', 7)).toBe('ok');
    expect(await meets('receptionist', 1)).toBe('not-trained');
    expect(await meets('supervisor')).toBe('not-trained');
    expect(await desk.codeOf('print.order', {})).toBe('bad-request');
    expect(await desk.codeOf('evidence.read', {})).toBe('ok');
  });

  it('is never kept from the quiz, nor an admin from the rule, whose grace counts at once', async () => {
    await choose(30);
    expect(await meets('receptionist')).toBe('ok');
    await choose(0);
    expect(await meets('receptionist')).toBe('not-trained');
    await passQuiz(desk);
    expect(await desk.codeOf('people.search', { text: '1803' })).toBe('ok');
  });

  it('is shut out again when a new document is not passed in time, or the months of the last are over', async () => {
    await desk.switchTo('supervisor');
    await publish(desk);
    expect(await meets('receptionist')).toBe('ok');
    expect(await meets('receptionist', 1)).toBe('not-trained');
    await passQuiz(desk);
    expect(await meets('receptionist', 360)).toBe('ok');
    expect(await meets('receptionist', 10)).toBe('not-trained');
  });
});
