// @vitest-environment happy-dom
/** The way to a page: by its tab and its section, by the palette, and what a small company is offered of it. */
import { expect, it, vi } from 'vitest';
import type { Company, FirstDay } from '../../../../contract/first-day/routes.ts';
import type { Role } from '../../../../contract/fields.ts';
import { ok } from '../../../../contract/result.ts';
import { type MemoryPage, openMemoryPage } from '../../../support/memory-page.tsx';

/** In a company of three; what it has registered so far is put into `company`. */
async function openSmall(role: Role): Promise<{ readonly page: MemoryPage; readonly facts: FirstDay }> {
  const company: Company = { isSmall: true, filled: [] };
  const facts: FirstDay = {
    hasResidents: true,
    hasCompany: false,
    hasBackupFolder: true,
    admins: 1,
    idNumbersDecided: true,
    company,
  };
  const page = await openMemoryPage(role, (vault) => {
    vault['firstDay.read'] = async () => ok(facts);
  });
  return { page, facts };
}

const sections = (page: MemoryPage): readonly (string | undefined)[] =>
  [...(page.find('sections')?.querySelectorAll('button') ?? [])].map(({ dataset }) => dataset['testid']);

it('keeps the focus on a section that was chosen, and leads back to it from another tab', async () => {
  const page = await openMemoryPage('supervisor');
  await page.open('log');
  expect(page.find('sections')).toBeNull();
  await page.open('alerts');
  const section = await page.get('section-activity');
  section.focus();
  section.click();
  await page.get('activity-basis');
  expect(page.focused()).toBe('section-activity');
  expect(section.getAttribute('aria-current')).toBe('page');
  await page.click('tab-log');
  await page.get('screen-log');
  await page.click('tab-pending');
  await page.get('activity-basis');
});

it('leads from a register to what is a button of it, and shows the way back beside it', async () => {
  const page = await openMemoryPage('supervisor');
  await page.open('paper-register');
  await page.get('paper-take-in');
  expect(page.find('sections')).toBeNull();
  await page.click('paper-print');
  await page.get('section-print');
  expect(sections(page)).toEqual(['section-paper-register', 'section-print']);
  await page.click('tab-papers');
  await page.get('paper-take-in');
});

it.each([
  ['receptionist', 'compliance', '投诉', 'todo', 'requests'],
  ['supervisor', 'paper', '公安', 'outgoing', 'disclosures'],
  ['admin', 'records', '空置', 'rooms', 'rooms'],
] as const)(
  'leads a %s of a company of three by Ctrl+K to a page that is not offered, and offers it as long as it is shown',
  async (role, area, typed, tab, name) => {
    const { page } = await openSmall(role);
    if (page.find(`area-${area}`) !== null) await page.click(`area-${area}`);
    expect(page.find(`tab-${tab}`)).toBeNull();
    page.press('k', { ctrlKey: true });
    (await page.get('palette-input')).focus();
    page.type(typed);
    await page.click(`palette-${name}`);
    expect((await page.get(`tab-${tab}`)).getAttribute('aria-current')).toBe('page');
    page.press('Escape');
    await page.gone(`tab-${tab}`);
  },
);

it('offers a register once the vault has said that something changed and its first entry is there', async () => {
  const { page, facts } = await openSmall('supervisor');
  await page.click('area-paper');
  await page.get('tab-cleanup');
  expect(page.find('tab-papers')).toBeNull();
  Object.assign(facts, { company: { isSmall: true, filled: ['papers'] } });
  page.say('changed', { topics: ['paper'] });
  await page.get('tab-papers');
});

it('opens the palette from the foot of the rail', async () => {
  const page = await openMemoryPage('receptionist');
  await page.click('rail-palette');
  await vi.waitFor(() => expect(page.focused()).toBe('palette-input'));
});
