// @vitest-environment happy-dom
/** The page of ID numbers: what is decided and what follows is said before it is, and a form and an import keep to it. */
import { expect, it } from 'vitest';
import type { IdChoice } from '../../../../contract/id-numbers/lists.ts';
import { ok } from '../../../../contract/result.ts';
import { type MemoryPage, openMemoryPage, typeInto, watchRoute } from '../../../support/memory-page.tsx';

const said = (vault: MemoryPage['vault'], choice: IdChoice | null): void => {
  vault['idNumbers.rule'] = async () => ok({ choice });
  vault['idNumbers.read'] = async () => ok({ choice, chosen: null, holders: 3, without: 2 });
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
