// @vitest-environment happy-dom
/** What differs at a sign-in, as a supervisor sees it. */
import { expect, it } from 'vitest';
import type { Alarm } from '../../../../contract/sign-in/alarms.ts';
import { ok } from '../../../../contract/result.ts';
import { zhCN } from '../../../../renderer/messages/words.ts';
import { openClosedPage } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';

it.each<{ readonly alarms: readonly Alarm[]; readonly saysHowToEndIt: boolean }>([
  { alarms: ['roster-differs'], saysHowToEndIt: true },
  { alarms: ['restored'], saysHowToEndIt: false },
])(
  'says how it ends where an acknowledgment does not end it: $alarms',
  async ({ alarms, saysHowToEndIt }) => {
    const page = await openClosedPage();
    const unlock = page.vault['session.unlock'];
    page.vault['session.unlock'] = async (request) => {
      const reply = await unlock(request);
      return reply.ok ? ok({ ...reply.value, alarms: [...alarms] }) : reply;
    };
    await page.click('person-button-supervisor');
    (await page.get('pin-input')).focus();
    page.type(PINS.supervisor);
    await page.click('unlock');
    const screen = await page.get('screen-alarm');
    expect(screen.textContent).toContain(zhCN.alarms[alarms[0]!]);
    expect(screen.textContent?.includes(zhCN.lock.forgot)).toBe(saysHowToEndIt);
  },
);
