// @vitest-environment happy-dom
/** The page of exports: what each role may give, what a form sends and does not, and a password that is there once. */
import { translateOf } from '../../../../renderer/messages/translate.ts';
import { expect, it, vi } from 'vitest';
import type { PersonId } from '../../../../contract/ids.ts';
import type { RequestView } from '../../../../contract/requests/routes.ts';
import { dayAhead } from '../../../support/features/disclosures.ts';
import { type MemoryPage, openMemoryPage, typeInto, watchRoute } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';
import { changeReply } from '../../../support/recorded-bridge.ts';

const PIN = PINS.supervisor;
const PERSON = 1 as PersonId;

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
  const offered = ['own-copy', 'extract', 'roster'].filter((kind) => page.offers(`disclosure-give-${kind}`));
  expect(offered).toEqual(kinds);
});

it('leads to the counter where no record is open', async () => {
  const page = await openPage();
  await page.click('disclosure-give-own-copy');
  await page.get('disclosure-no-person-form');
  expect(page.find('disclosure-form')).toBeNull();
});

async function openRecord(page: MemoryPage): Promise<void> {
  page.find('search-box')!.focus();
  page.type('29-2-1803');
  await page.get('result-row');
  page.press('Enter');
  await page.get('person-panel');
}

const AUTHORITY = {
  nameMask: '代*人',
  paper: 'power-of-attorney',
  until: '2020-01-01',
  isOver: true,
  at: 0,
  by: '班长',
} as const;

/** With the record of the resident open about whom the first request is. */
async function openCopyForm(changes: Partial<RequestView>): Promise<MemoryPage> {
  const page = await openMemoryPage('supervisor', (vault) => {
    answerTwo(vault);
    changeReply(vault, 'requests.list', (register) => {
      const known = { at: 0, by: '班长', kind: 'phone' } as const;
      const one = {
        ...register.requests[0]!,
        requestId: 7,
        version: 2,
        state: 'open',
        what: 'copy',
        asker: 'self',
      } as const;
      return { ...register, requests: [{ ...one, identity: known, personId: PERSON, ...changes }] };
    });
  });
  await openRecord(page);
  await page.open('disclosures');
  await page.get('disclosure-row');
  await page.click('disclosure-give-own-copy');
  return page;
}

it.each([
  ['whose identity was not verified for it', { identity: null }],
  ['of somebody else', { personId: 2 as PersonId }],
  ['that has ended', { state: 'done' }],
  ['for something else', { what: 'correct' }],
  ['of an agent who was not shown to act', { asker: 'agent' }],
  ['of an agent whose authority is over', { asker: 'agent', authority: AUTHORITY }],
] as const)('gives no own copy by a request %s, and leads to the requests', async (_, changes) => {
  const page = await openCopyForm(changes);
  await page.get('disclosure-copy-unasked-form');
  expect(page.find('disclosure-form')).toBeNull();
  await page.click('disclosure-copy-unasked-submit');
  await page.get('screen-requests');
});

it.each([
  ['copy', 'pdf'],
  ['transfer', 'zip'],
] as const)(
  'gives an agent of today an own copy by the request for a %s that it names, as %s',
  async (what, format) => {
    const page = await openCopyForm({ what, asker: 'agent', authority: { ...AUTHORITY, isOver: false } });
    const asked = watchRoute(page, 'disclosures.ownCopy');
    await typeInto(page, 'pin-input', PIN);
    await page.click('disclosure-submit');
    await vi.waitFor(() =>
      expect(asked).toMatchObject([{ requestId: 7, version: 2, personId: PERSON, format, pin: PIN }]),
    );
  },
);

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
    expect(page.find('disclosure-form')!.textContent).toMatch(
      /请先查找并选择房号.*请填写明天起一年以内的日期/,
    ),
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
