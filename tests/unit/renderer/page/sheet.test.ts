// @vitest-environment happy-dom
/** The recovery sheet on the screen: typed line by line or read by a scanner, each line judged as it is full; and the ways to it from a vault that is shut. */
import { describe, expect, it, vi } from 'vitest';
import { sheetQrText } from '../../../../contract/recovery/sheet-text.ts';
import { ok } from '../../../../contract/result.ts';
import type { RouteReply } from '../../../../contract/routes.ts';
import { type MemoryPage, openClosedPage } from '../../../support/memory-page.tsx';

/** A sheet as it is typed, a line each. */
const SHEET = ['0', '1', '2', '3'].map((first) => `${first}123456789ABCDEFG`) as [
  string,
  string,
  string,
  string,
];

const line = (page: MemoryPage, at: number): HTMLInputElement =>
  page.find(`sheet-line-${at}`) as HTMLInputElement;

async function atSheet(): Promise<MemoryPage> {
  const page = await openClosedPage(undefined, (vault) => {
    vault['recovery.checkLine'] = async (request) => ok({ right: request.text === SHEET[request.line - 1] });
  });
  await page.click('lock-forgot');
  await page.click('recovery-next');
  await page.get('sheet-line-0');
  line(page, 0).focus();
  return page;
}

describe('the sheet', () => {
  it('goes on in the next line when one is full, as a scanner types it, dashes, small letters and all', async () => {
    const page = await atSheet();
    page.type(sheetQrText(SHEET.map((text) => [text])).toLowerCase());
    expect([0, 1, 2, 3].map((at) => line(page, at).value.toUpperCase().replace('-', ''))).toEqual([...SHEET]);
    expect(page.focused()).toBe('sheet-line-3');
  });

  it('is never shown as text that a page keeps: four password inputs, empty once it was sent', async () => {
    const page = await atSheet();
    for (const [at, text] of SHEET.entries()) {
      line(page, at).focus();
      page.type(text);
    }
    expect([0, 1, 2, 3].map((at) => line(page, at).type)).toEqual([
      'password',
      'password',
      'password',
      'password',
    ]);
    await page.click('recovery-open');
    await page.get('recovery-fingerprint');
    for (const text of SHEET) expect(page.everything()).not.toContain(text);
  });

  it('says which line has a slip once it is full, and takes that back when it is mended', async () => {
    const page = await atSheet();
    page.type(`${SHEET[0].slice(0, 16)}Z`);
    await vi.waitFor(() => expect(line(page, 0).dataset['right']).toBe('false'));
    expect(page.everything()).toContain('这一行有误');
    line(page, 0).value = '';
    line(page, 0).focus();
    page.type(SHEET[0]);
    await vi.waitFor(() => expect(line(page, 0).dataset['right']).toBe('true'));
    expect(page.everything()).not.toContain('这一行有误');
  });

  it("stops where the fingerprint is not the paper's", async () => {
    const page = await atSheet();
    page.type(SHEET.join(''));
    await page.click('recovery-open');
    await page.click('recovery-not-same');
    await page.get('recovery-differs');
    expect(page.find('recovery-next')).toBeNull();
    await page.click('recovery-stop');
    await page.get('screen-lock');
  });
});

describe('a vault that is shut', () => {
  const looked = (ways: RouteReply<'recovery.look'>) => (vault: MemoryPage['vault']) => {
    vault['recovery.look'] = async () => ok(ways);
  };
  it.each(['keychain-item-missing', 'keychain-other-user', 'wrong-computer'] as const)(
    'offers the sheet: %s',
    async (problem) => {
      const page = await openClosedPage(problem, looked({ bySheet: true, previousHeader: false }));
      await page.get('keychain-help');
      await page.click('recover');
      await page.get('recovery-next');
      // What a locked desk is told of resetting a PIN has no place here.
      expect(page.find('recovery-easier')).toBeNull();
    },
  );

  it.each(['keychain-locked', 'keychain-no-service', 'keychain-no-bus'] as const)(
    'does not offer it while the keychain cannot be written: %s',
    async (problem) => {
      const page = await openClosedPage(problem, looked({ bySheet: false, previousHeader: false }));
      await page.get('keychain-help');
      await new Promise((resolve) => void setTimeout(resolve, 50));
      expect(page.find('recover')).toBeNull();
      expect(page.find('try-again')).not.toBeNull();
    },
  );

  it('offers the header before where the present one is damaged', async () => {
    const page = await openClosedPage('header-damaged', looked({ bySheet: true, previousHeader: true }));
    await page.get('previous-header');
    await page.click('use-previous-header');
    await page.get('screen-lock');
  });
});
