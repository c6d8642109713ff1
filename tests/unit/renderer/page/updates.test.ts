// @vitest-environment happy-dom
/** The update of the program on the page of the computer's checks. */
import { expect, it } from 'vitest';
import { fail, ok } from '../../../../contract/result.ts';
import { openMemoryPage } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';

const STANDING = { version: '1.0.0', takesUpdates: true, taken: null, appliesItself: false, last: null };

it('shows an admin what a folder offers and takes it with the PIN, and says why it was refused before', async () => {
  const page = await openMemoryPage('admin');
  page.vault['updates.read'] = async () => ok(STANDING);
  const look = page.vault['updates.look'];
  page.vault['updates.look'] = async () => fail('update-forged');
  await page.open('computer-checks');
  await page.click('update-look');
  expect((await page.get('failure')).textContent).toContain('未通过校验');
  page.vault['updates.look'] = look;
  await page.click('update-look');
  const form = (await page.get('update-form')).textContent;
  const { from, to, signedBy } = page.recorded('updates.look');
  expect(form).toContain(`从 ${from} 更新到 ${to}`);
  expect(form).toContain(signedBy[0]?.slice(0, 4));
  (await page.get('pin-input')).focus();
  page.type(PINS.admin);
  await page.click('update-submit');
  const taken = page.recorded('updates.take').taken!;
  expect((await page.get('update-taken')).textContent).toContain(taken.folder);
  expect(page.find('update-form')).toBeNull();
});

it('offers nothing to a supervisor', async () => {
  const page = await openMemoryPage('supervisor');
  page.vault['updates.read'] = async () => ok(STANDING);
  await page.open('computer-checks');
  await page.get('update-version');
  expect(page.find('update-look')).toBeNull();
});

it('offers nothing where the build takes no updates, and says so', async () => {
  const trial = await openMemoryPage('admin');
  trial.vault['updates.read'] = async () => ok({ ...STANDING, takesUpdates: false });
  await trial.open('computer-checks');
  expect((await trial.get('update-version')).textContent).toContain('试用版');
  expect(trial.find('update-look')).toBeNull();
});

it('says what is applied at the next start, and what became of the last', async () => {
  const page = await openMemoryPage('supervisor');
  page.vault['updates.read'] = async () =>
    ok({
      ...STANDING,
      appliesItself: true,
      taken: { version: '1.2.0', folder: '/profile/updates/ready' },
      last: { from: '1.0.0', to: '1.1.0', end: 'not-started' },
    });
  await page.open('computer-checks');
  expect((await page.get('update-taken')).textContent).toBe('1.2.0 已校验，下次启动本程序时更新。');
  expect((await page.get('update-last')).textContent).toBe(
    '1.1.0 没有正常启动，已恢复 1.0.0。请告诉管理员。',
  );
});
