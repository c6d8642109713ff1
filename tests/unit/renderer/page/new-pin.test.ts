// @vitest-environment happy-dom
/** A new PIN that is sent before the vault has said whether it may be one. */
import { describe, expect, it } from 'vitest';
import type { PinProblem } from '../../../../contract/staff/lists.ts';
import { ok } from '../../../../contract/result.ts';
import { type MemoryPage, openMemoryPage } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';

const NEW_PIN = '730164';

/** Everything typed and sent twice, and the judgement of the last character not there yet. */
async function sentEarly(): Promise<{
  readonly page: MemoryPage;
  readonly asked: readonly string[];
  readonly judge: (problems: PinProblem[]) => void;
}> {
  const page = await openMemoryPage();
  const asked: string[] = [];
  const changePin = page.vault['staff.changePin'];
  page.vault['staff.changePin'] = (request) => {
    asked.push(request.newPin);
    return changePin(request);
  };
  let judge: (problems: PinProblem[]) => void = () => undefined;
  page.vault['staff.checkPin'] = ({ pin }) =>
    pin === NEW_PIN
      ? new Promise((resolve) => {
          judge = (problems) => resolve(ok({ problems }));
        })
      : Promise.resolve(ok({ problems: ['too-short'] }));
  await page.click('account');
  await page.click('menu-settings');
  await page.click('open-change-pin');
  for (const [field, text] of [
    ['own-pin', PINS.receptionist],
    ['new-pin', NEW_PIN],
    ['new-pin-confirm', NEW_PIN],
  ] as const) {
    (await page.get(field)).focus();
    page.type(text);
  }
  // Before the next key: an Enter that finds the button disabled is swallowed.
  await Promise.resolve();
  expect((page.find('pin-submit') as HTMLButtonElement).disabled).toBe(false);
  await page.click('pin-submit');
  await page.click('pin-submit');
  expect(asked).toEqual([]);
  return { page, asked, judge: (problems) => judge(problems) };
}

describe('a new PIN that is sent before it is judged', () => {
  it('is sent once when it is found good', async () => {
    const { page, asked, judge } = await sentEarly();
    judge([]);
    await page.get('toast');
    expect(asked).toEqual([NEW_PIN]);
  });

  it('is not sent when it is found bad, and says why where it was typed', async () => {
    const { page, asked, judge } = await sentEarly();
    judge(['repeat']);
    await page.get('pin-problem-repeat');
    expect(page.focused()).toBe('new-pin');
    expect(asked).toEqual([]);
  });
});
