/** What follows from a form and its answers. */
import { describe, expect, it } from 'vitest';
import {
  answerDueOn,
  formDueOn,
  isFinding,
  monthsAfter,
  unanswered,
} from '../../../main/vault/forms/form-rules.ts';
import { suggest } from '../../../main/vault/forms/open-form.ts';
import { readForm } from '../../../main/vault/law/read-law.ts';

const FORM = readForm('computer-checklist');
const itemOf = (id: string) => FORM.items.find((item) => item.id === id)!;
const answer = (item: string, on: string, shown: readonly string[] = []) => ({
  item,
  choice: 'yes',
  on,
  shown,
});

describe('months', () => {
  it.each([
    ['2026-03-10', 12, '2027-03-10'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-01-31', 1, '2026-02-28'],
  ])('%s and %i months are %s', (day, months, then) => {
    expect(monthsAfter(day, months)).toBe(then);
  });
});

describe('an answer is due again', () => {
  it('so long after it was given, by its item or by its form', () => {
    expect(answerDueOn(FORM, itemOf('antivirus'), answer('antivirus', '2026-03-10'))).toBe('2026-06-10');
    expect(answerDueOn(FORM, itemOf('usb'), answer('usb', '2026-03-10'))).toBe('2026-09-10');
  });

  it('from the newest day that its evidence shows, and never from one after the answer', () => {
    const shown = (...days: readonly string[]) =>
      answerDueOn(FORM, itemOf('usb'), answer('usb', '2026-03-10', days));
    expect(shown('2026-01-05', '2026-02-05')).toBe('2026-08-05');
    expect(shown('2026-03-11')).toBe('2026-09-10');
  });
});

it('a form is due with the first of its answers', () => {
  const answers = [answer('usb', '2026-03-10'), answer('antivirus', '2026-03-01')];
  expect(formDueOn(FORM, answers, '2026-03-10')).toBe('2026-06-01');
  expect(formDueOn(FORM, [], '2026-03-10')).toBe('2026-09-10');
});

it('a result that the form does not have is no answer, and only what says so is a finding', () => {
  expect(unanswered(FORM, [{ item: 'usb', choice: 'perhaps' }]).map(({ id }) => id)).toContain('usb');
  expect(unanswered(FORM, [{ item: 'usb', choice: 'no' }]).map(({ id }) => id)).not.toContain('usb');
  expect(isFinding(FORM, itemOf('usb'), 'no')).toBe(true);
  expect(isFinding(FORM, itemOf('usb'), 'yes')).toBe(false);
  expect(isFinding(FORM, itemOf('usb'), null)).toBe(false);
});

it('a result is proposed only where all of its evidence is there', () => {
  const known = (state: 'there' | 'stale' | 'missing') =>
    ({ duty: 'walk-round', state, points: [] as never[], at: null, dueOn: null, count: null }) as const;
  const proposed = (state: 'there' | 'stale' | 'missing') =>
    suggest(FORM, [known(state)]).find(({ item }) => item === 'screen-angle')?.choice;
  expect([proposed('there'), proposed('stale'), proposed('missing')]).toEqual(['yes', null, null]);
  expect(suggest(FORM, [])).toEqual([]);
});

it('what the computer was asked itself is proposed by its answer, whatever the others were', () => {
  const proposed = (state: 'there' | 'stale' | 'unknown') =>
    suggest(FORM, [
      {
        duty: 'computer-checks',
        state: 'stale',
        points: [
          { point: 'firewall', state },
          { point: 'antivirus', state: 'stale' },
        ],
        at: null,
        dueOn: null,
        count: null,
      },
    ]).find(({ item }) => item === 'firewall')?.choice;
  expect([proposed('there'), proposed('stale'), proposed('unknown')]).toEqual(['yes', 'no', null]);
});
