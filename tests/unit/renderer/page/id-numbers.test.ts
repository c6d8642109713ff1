// @vitest-environment happy-dom
/** The page of ID numbers: what is decided and what follows is said before it is, and a form and an import keep to it. */
import { expect, it } from 'vitest';
import type { IdChoice } from '../../../../contract/id-numbers/lists.ts';
import { ok } from '../../../../contract/result.ts';
import { PINS } from '../../../support/pins.ts';
import { type MemoryPage, openMemoryPage, typeInto, watchRoute } from '../../../support/memory-page.tsx';

const said = (vault: MemoryPage['vault'], choice: IdChoice | null): void => {
  vault['idNumbers.rule'] = async () => ok({ choice, needsConsent: false });
  const counts = { holders: 3, without: 2, held: 1, values: 4, merges: 0, unread: 5 };
  vault['idNumbers.read'] = async () =>
    ok({ choice, chosen: null, ...counts, removed: false, wordsOpen: false });
};

it('says what follows from each choice before an admin makes it, and chooses nothing beforehand', async () => {
  const page = await openMemoryPage('admin', (vault) => said(vault, null));
  const asked = watchRoute(page, 'idNumbers.decide');
  await page.open('id-numbers');
  await page.get('id-numbers-undecided');
  expect((await page.get('id-numbers-without')).textContent).toContain('2');
  await page.click('id-numbers-decide');
  await typeInto(page, 'id-numbers-words', '物业服务用不到');
  await typeInto(page, 'pin-input', 'mango-64-rail');
  expect((page.find('id-numbers-submit') as HTMLButtonElement).disabled).toBe(true);
  (await page.get('id-choice-none')).querySelector('input')!.click();
  expect((await page.get('id-numbers-means-none')).textContent).toContain('不能再按证件号码查找');
  await page.click('id-numbers-submit');
  await page.gone('id-numbers-form');
  expect(asked).toMatchObject([{ choice: 'none', words: '物业服务用不到' }]);
});

it.each([
  [null, '还没有决定'],
  ['none', '不保存证件号码'],
] as const)(
  'has no place for one in the form of a resident where the choice is %s',
  async (choice, words) => {
    const page = await openMemoryPage('receptionist', (vault) => said(vault, choice));
    page.press('n', { ctrlKey: true });
    expect((await page.get('edit-no-ids')).textContent).toContain(words);
    expect(page.find('sealed-input-idNumber-0')).toBeNull();
    expect(page.find('add-field-idNumber')).toBeNull();
  },
);

it('says what stops working before two people remove them, and what was done afterwards', async () => {
  const page = await openMemoryPage('supervisor', (vault) => said(vault, 'consent'));
  const asked = watchRoute(page, 'retention.eraseIds');
  await page.open('id-numbers');
  await page.click('id-numbers-remove');
  const stops = (await page.get('id-numbers-stops')).textContent;
  for (const words of ['不能再按证件号码查找', '1 人因争议', '图片和 PDF 附件 5 个', '此前的备份仍含有'])
    expect(stops).toContain(words);
  expect((await page.get('id-numbers-form')).textContent).toContain('1 位住户的 4 个号码');
  await typeInto(page, 'id-numbers-words', '没有单独同意');
  await typeInto(page, 'pin-input', PINS.supervisor);
  await page.choose('id-numbers-other-choice', 'Admin One');
  await typeInto(page, 'id-numbers-other-pin-input', PINS.admin);
  await page.click('id-numbers-submit');
  await page.gone('id-numbers-form');
  expect(asked).toMatchObject([{ words: '没有单独同意' }]);
});
