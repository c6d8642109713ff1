// @vitest-environment happy-dom
/** The page of the company's facts: what is missing is said, an admin alone fills in, and what cannot be is not sent. */
import { expect, it } from 'vitest';
import type { Role } from '../../../../contract/fields.ts';
import { COMPANY_FACTS, type CompanyFacts } from '../../../../contract/company/lists.ts';
import { FACTS } from '../../../support/features/company.ts';
import { type MemoryPage, openMemoryPage, typeInto, watchRoute } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';
import { changeReply } from '../../../support/recorded-bridge.ts';

const NOTHING = Object.fromEntries(COMPANY_FACTS.map((fact) => [fact, ''])) as CompanyFacts;

async function openPage(role: Role): Promise<MemoryPage> {
  const page = await openMemoryPage(role);
  changeReply(page.vault, 'company.read', () => ({ facts: NOTHING, missing: ['company', 'creditCode'] }));
  changeReply(page.vault, 'company.change', (_, { facts }) => ({ facts, missing: [] }));
  await page.open('company');
  return page;
}

it('says what papers lack, and offers a supervisor nothing to fill in', async () => {
  const page = await openPage('supervisor');
  expect((await page.get('company-missing')).textContent).toContain('公司全称、统一社会信用代码');
  expect(page.find('company-change')).toBeNull();
});

const { company, creditCode } = FACTS;

it.each([
  ['a code whose check character is wrong', { company, creditCode: '91350100M000100Y44' }, false],
  ['a day that there is not', { company, creditCode, effectiveOn: '2026-02-30' }, false],
  ['what can be', { company, creditCode }, true],
])('asks an admin, and of %s it sends all or nothing', async (_, stated, isSent) => {
  const page = await openPage('admin');
  const asked = watchRoute(page, 'company.change');
  await page.click('company-change');
  for (const [fact, value] of Object.entries(stated)) await typeInto(page, `company-fact-${fact}`, value);
  await typeInto(page, 'pin-input', PINS.admin);
  await page.click('company-submit');
  if (isSent) await page.gone('company-form');
  expect(asked).toEqual(isSent ? [{ facts: expect.objectContaining(stated), pin: PINS.admin }] : []);
});

it("proposes the phone for requests as the officers', in sight, and never as that for day and night", async () => {
  const page = await openPage('admin');
  const asked = watchRoute(page, 'company.change');
  await page.click('company-change');
  await typeInto(page, 'company-fact-networkPhone', '内线 9');
  await typeInto(page, 'company-fact-complaintPhone', '内线 803');
  const shown = async (fact: string) => ((await page.get(`company-fact-${fact}`)) as HTMLInputElement).value;
  expect(await shown('informationPhone')).toBe('内线 803');
  await typeInto(page, 'pin-input', PINS.admin);
  await page.click('company-submit');
  await page.gone('company-form');
  expect(asked[0]!.facts).toMatchObject({
    informationPhone: '内线 803',
    networkPhone: '内线 9',
    dutyPhone: '',
  });
});
