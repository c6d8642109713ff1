/** Every kind of bad input: words of its own in both languages for what happened, and for what to do about it. */
import { translateOf } from '../../../renderer/messages/translate.ts';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../contract/errors.ts';
import { LANGUAGES } from '../../../contract/shell/settings.ts';
import { describeFailure } from '../../../renderer/messages/describe-failure.ts';
import { en, zhCN } from '../../../renderer/messages/words.ts';
import { words } from '../../support/words.ts';

const BAD_INPUT = words(
  'wrong-pin must-wait slot-closed keychain-locked keychain-no-service keychain-no-bus',
  'keychain-item-missing keychain-other-user keychain-write-failed wrong-computer',
  'header-damaged header-forged header-missing header-newer store-missing store-damaged',
  'store-wrong-key store-newer store-mismatch store-tampered disk-full disk-error',
  'log-unavailable workbook-unreadable workbook-empty workbook-encrypted workbook-too-large',
  'workbook-no-columns',
) satisfies readonly ErrorCode[];

describe.each(LANGUAGES)('bad input in %s', (language) => {
  it('says what happened and what to do, as sentences, and nothing of it twice', async () => {
    const instance = i18next.createInstance();
    await instance.init({
      lng: language,
      resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
      interpolation: { escapeValue: false },
    });
    const said = BAD_INPUT.map((code) => ({
      code,
      ...describeFailure(translateOf(instance), { code, details: {} }),
    }));
    for (const { code, what, todo } of said) {
      for (const words of [what, todo])
        expect(words, code).toMatch(language === 'en' ? /^[A-Z].+[.!]$/ : /^.*[\u4e00-\u9fff].*。$/);
    }
    expect(new Set(said.map(({ what }) => what)).size).toBe(BAD_INPUT.length);
  });
});
