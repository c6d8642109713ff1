// @vitest-environment happy-dom
/** Records that do not open, repaired from the lock screen by an admin: what is said when it is done. */
import { expect, it } from 'vitest';
import { fail } from '../../../../contract/result.ts';
import { zhCN } from '../../../../renderer/messages/words.ts';
import { openClosedPage } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';

it.each(['store-damaged', 'store-tampered', 'store-newer'] as const)(
  'says who has to come next, and that a ceremony after a theft may have to be begun again, since the program cannot tell: %s',
  async (code) => {
    const page = await openClosedPage();
    page.vault['session.unlock'] = async () => fail(code);
    await page.click('person-button-receptionist');
    (await page.get('pin-input')).focus();
    page.type(PINS.receptionist);
    await page.click('unlock');
    await page.click('repair-open');
    await page.get('repair-found');
    (await page.get('repair-words')).focus();
    page.type('磁盘坏了');
    (await page.get('pin-input')).focus();
    page.type(PINS.admin);
    await page.click('repair-start');
    const done = await page.get('repair-done');
    for (const words of [zhCN.repair.doneNext, zhCN.repair.doneTheft])
      expect(done.textContent).toContain(words);
  },
);
