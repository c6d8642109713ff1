// @vitest-environment happy-dom
/** Limits at the desk: what a supervisor is asked for where one is reached, what an alert asks of a supervisor, and what an admin may change. */
import { expect, it } from 'vitest';
import {
  type Limits,
  PRESETS,
  PRESET_LIMITS,
  USUAL_LIMITS,
  loosens,
  presetOf,
} from '../../../../contract/limits/lists.ts';
import type { AlertView } from '../../../../contract/limits/routes.ts';
import { fail, ok } from '../../../../contract/result.ts';
import { type MemoryPage, openMemoryPage, typeInto } from '../../../support/memory-page.tsx';

const ALERT: AlertView = {
  alertId: 301,
  at: Date.UTC(2026, 4, 16, 9),
  kind: 'inOrder',
  count: 6,
  limit: 6,
  staffId: null,
  staffName: '前台甲',
  personId: null,
  personMask: null,
  roomLabel: '29栋 2单元 1803',
  reader: 'you',
  seen: null,
};

const withAlert = (page: MemoryPage, alert: AlertView = ALERT): void => {
  page.vault['alerts.list'] = async () => ok({ open: [alert], seen: [] });
};

/** Nobody has chosen others. */
const answerUsual = (page: MemoryPage): void => {
  page.vault['limits.read'] = async () => ok({ limits: USUAL_LIMITS, chosen: null });
};

it('asks for a supervisor where no further record may be opened, and opens it once one agrees', async () => {
  const page = await openMemoryPage('receptionist');
  const open = page.vault['people.open'];
  page.vault['people.open'] = async () => fail('limit-reached', { counted: 'open', span: 'hour', limit: 70 });
  page.find('search-box')!.focus();
  page.type('29-2-1803');
  await page.get('result-row');
  page.press('Enter');
  expect((await page.get('failure')).dataset['code']).toBe('limit-reached');
  const asked: unknown[] = [];
  page.vault['limits.override'] = async (request) => {
    asked.push(request);
    page.vault['people.open'] = open;
    return ok({ until: 0 });
  };
  await typeInto(page, 'override-words', '排队，主管在场');
  await typeInto(page, 'override-supervisor-pin-input', 'tabby-37-kite');
  await page.click('override-submit');
  await page.get('person-panel');
  expect(asked).toEqual([expect.objectContaining({ words: '排队，主管在场' })]);
});

it.each(['supervisor', 'admin'] as const)(
  'shows an alert to a %s, who is to explain it as a supervisor',
  async (role) => {
    const page = await openMemoryPage(role);
    withAlert(page);
    page.say('changed', { topics: ['alerts'] });
    await page.open('alerts');
    const shown = await page.get(role === 'supervisor' ? 'alert-open' : 'alert-of-others');
    expect(shown.textContent).toContain('按房号顺序连续查看 6 户');
    expect(shown.textContent).toContain('6，达到 6 即预警');
    expect(page.find('alert-explain-ask') !== null).toBe(role === 'supervisor');
  },
);

it('leaves an alert about the supervisor themselves to another one', async () => {
  const page = await openMemoryPage('supervisor');
  withAlert(page, { ...ALERT, reader: 'another' });
  await page.open('alerts');
  await page.get('alert-of-others');
  expect(page.find('alert-explain-ask')).toBeNull();
});

it('sends the words and the PIN of an explanation, and lists what is left', async () => {
  const page = await openMemoryPage('supervisor');
  withAlert(page);
  const asked: unknown[] = [];
  page.vault['alerts.explain'] = async (request) => {
    asked.push(request);
    page.vault['alerts.list'] = async () => ok({ open: [], seen: [] });
    return ok({});
  };
  await page.open('alerts');
  await page.click('alert-explain-ask');
  await typeInto(page, 'alert-words', '巡查三单元');
  await typeInto(page, 'pin-input', 'tabby-37-kite');
  await page.click('alert-explain');
  await page.get('alerts-none');
  expect(asked).toEqual([{ alertId: 301, words: '巡查三单元', pin: 'tabby-37-kite' }]);
});

it('asks for a supervisor where an admin allows more, and for none where less', async () => {
  const page = await openMemoryPage('admin');
  answerUsual(page);
  await page.open('limits');
  const field = (await page.get('quota-receptionist-open-hour')) as HTMLInputElement;
  const change = (to: string): void => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, to);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  expect(field.value).toBe(String(USUAL_LIMITS.quotas.receptionist.open.hour));
  change('10');
  await page.click('limits-ask');
  expect(page.find('supervisor-pin-input')).toBeNull();
  change('900');
  await page.get('supervisor-pin-input');
});

it('shows what limits would have done, and a supervisor cannot change them', async () => {
  const page = await openMemoryPage('supervisor');
  const asked: Limits[] = [];
  page.vault['limits.try'] = async ({ limits }) => {
    asked.push(limits);
    return ok({ days: 30, stopped: 2, waited: 1, alerts: [{ kind: 'quota', count: 2 }] });
  };
  answerUsual(page);
  await page.open('limits');
  await page.get('quota-receptionist-open-hour');
  await page.click('limits-try');
  expect((await page.get('limits-trial')).textContent).toContain('须主管同意 2 次');
  expect(asked).toEqual([USUAL_LIMITS]);
  expect(((await page.get('quota-receptionist-open-hour')) as HTMLInputElement).disabled).toBe(true);
});

it('offers a small company three words for its limits, each stricter than the one before, with the numbers folded', async () => {
  expect(PRESETS.map((preset) => presetOf(PRESET_LIMITS[preset]))).toEqual([...PRESETS]);
  expect(loosens(PRESET_LIMITS.strict, PRESET_LIMITS.standard)).toBe(true);
  expect(loosens(PRESET_LIMITS.standard, PRESET_LIMITS.strict)).toBe(false);
  expect(loosens(PRESET_LIMITS.standard, PRESET_LIMITS.loose)).toBe(true);
  const page = await openMemoryPage('admin');
  answerUsual(page);
  await page.open('limits');
  const standard = await page.get('limits-preset-standard');
  expect(standard.querySelector('input')!.checked).toBe(true);
  const numbers = page.find('limits-numbers')!.closest('details')!;
  expect(numbers.open).toBe(false);
  await page.click('limits-preset-strict');
  await page.get('limits-save');
  const input = page.find('quota-receptionist-reveal-day') as HTMLInputElement;
  expect(input.value).toBe(String(PRESET_LIMITS.strict.quotas.receptionist.reveal.day));
  expect(numbers.open).toBe(false);
  await typeInto(page, 'quota-receptionist-reveal-day', '9');
  expect(numbers.open).toBe(true);
});

it('offers a large company the same words, and says what they come to', async () => {
  const page = await openMemoryPage('admin', (vault) => {
    const read = vault['firstDay.read'];
    vault['firstDay.read'] = async (request) => {
      const reply = await read(request);
      return reply.ok ? ok({ ...reply.value, company: { isSmall: false, filled: [] } }) : reply;
    };
  });
  answerUsual(page);
  await page.open('limits');
  expect((await page.get('limits-numbers')).closest('details')!.open).toBe(false);
  const { hour, day } = USUAL_LIMITS.quotas.receptionist.reveal;
  expect(page.find('limits-in-short')!.textContent).toContain(`前台：一小时 ${hour}，一天 ${day}`);
});
