// @vitest-environment happy-dom
/** The page of exports: what each role may give, what a form sends and does not, and a password that is there once. */
import { translateOf } from '../../../../renderer/messages/translate.ts';
import { expect, it, vi } from 'vitest';
import { dayAhead } from '../../../support/features/disclosures.ts';
import { type MemoryPage, openMemoryPage, typeInto, watchRoute } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';
import { changeReply } from '../../../support/recorded-bridge.ts';

const PIN = PINS.supervisor;

/** An extract that is out, and somebody's own copy. */
function answerTwo(vault: MemoryPage['vault']): void {
  changeReply(vault, 'disclosures.list', (register) => {
    const [one] = register.disclosures;
    const extract = {
      ...one!,
      disclosureId: 1,
      version: 1,
      kind: 'extract',
      state: 'given',
      ended: null,
    } as const;
    return {
      ...register,
      disclosures: [
        extract,
        { ...extract, disclosureId: 2, kind: 'own-copy', to: 'self', dueOn: null, daysLeft: null },
      ],
    };
  });
}

async function openPage(role: 'supervisor' | 'admin' = 'supervisor'): Promise<MemoryPage> {
  const page = await openMemoryPage(role, answerTwo);
  await page.open('disclosures');
  await page.get('disclosure-row');
  return page;
}

it.each([
  ['supervisor', ['own-copy', 'extract', 'roster']],
  ['admin', ['roster']],
] as const)('lets a %s give %j', async (role, kinds) => {
  const page = await openPage(role);
  const offered = ['own-copy', 'extract', 'roster'].filter(
    (kind) => page.find(`disclosure-give-${kind}`) !== null,
  );
  expect(offered).toEqual(kinds);
});

it('leads to the counter where no record is open', async () => {
  const page = await openPage();
  await page.click('disclosure-give-own-copy');
  await page.get('disclosure-no-person');
  expect(page.find('disclosure-form')).toBeNull();
});

async function fillRecipient(page: MemoryPage): Promise<void> {
  await typeInto(page, 'disclosure-recipient', '河东街道办');
  await typeInto(page, 'disclosure-officer', '经办员');
  await typeInto(page, 'disclosure-document', '河办函 12 号');
  await typeInto(page, 'disclosure-purpose', '人口登记核对');
  await typeInto(page, 'pin-input', PIN);
  await typeInto(page, 'disclosure-other-pin-input', PINS.admin);
}

it('sends no roster without a room and a day, and says what is missing', async () => {
  const page = await openPage();
  const asked = watchRoute(page, 'disclosures.roster');
  await page.click('disclosure-give-roster');
  await fillRecipient(page);
  await page.click('disclosure-submit');
  await vi.waitFor(() =>
    expect(page.find('disclosure-form')!.textContent).toMatch(/请先查找并选定房号.*请填明天起一年以内的日期/),
  );
  expect(asked).toEqual([]);
});

it('shows the password of what was made until it is put away, and never again', async () => {
  const page = await openPage();
  const asked = watchRoute(page, 'disclosures.roster');
  await page.click('disclosure-give-roster');
  await typeInto(page, 'disclosure-room', '1栋1单元1');
  await page.click('disclosure-room-find');
  const rooms = await vi.waitFor(() => {
    const found = document.querySelectorAll<HTMLElement>('[data-testid^=disclosure-room-choice] input');
    if (found.length === 0) throw new Error('no room yet');
    return found;
  });
  rooms[0]!.click();
  await fillRecipient(page);
  await typeInto(page, 'disclosure-dueOn', dayAhead(30));
  await page.click('disclosure-submit');
  const { password } = page.recorded('disclosures.roster');
  expect((await page.get('disclosure-password')).textContent).toBe(password);
  expect(page.find('disclosure-given')!.textContent).toContain('请当面抄给对方');
  expect(asked).toMatchObject([
    { recipient: '河东街道办', officer: '经办员', pin: PIN, other: { pin: PINS.admin } },
  ]);
  await page.click('disclosure-done');
  expect(document.body.textContent).not.toContain(password);
});

it('calls back what is out, and offers that of nobody’s own copy', async () => {
  const page = await openPage();
  const asked = watchRoute(page, 'disclosures.recall');
  const [, second] = document.querySelectorAll<HTMLElement>('[data-row-button]');
  second!.click();
  await page.get('disclosure-drawer');
  expect(page.find('disclosure-recall')).toBeNull();
  await page.click('disclosure-newer');
  await page.click('disclosure-recall');
  await typeInto(page, 'disclosure-words', '文书已经撤销');
  await typeInto(page, 'pin-input', PIN);
  await page.click('disclosure-submit');
  await page.gone('disclosure-form');
  expect(asked).toEqual([{ disclosureId: 1, version: 1, words: '文书已经撤销', pin: PIN }]);
});

it('has what is overdue in the bell of who can see to it', async () => {
  const page = await openPage();
  page.vault['disclosures.due'] = async () => ({ ok: true, value: { overdue: 2, next: null } });
  const { disclosureAlert, i18n } = page.modules;
  const around = { t: translateOf(i18n), role: 'supervisor', now: 0 } as const;
  expect(disclosureAlert.alertOf(around)).toBeNull();
  // A receptionist would be refused, which is entered.
  await disclosureAlert.ask('receptionist');
  expect(disclosureAlert.alertOf(around)).toBeNull();
  await disclosureAlert.ask('supervisor');
  expect(disclosureAlert.alertOf(around)).toMatchObject({ tone: 'harm', page: 'disclosures' });
});
