// @vitest-environment happy-dom
/** Whatever shows the content of a data file says where it comes from, of which version and how sure it is, and that it is to be compared first; in English also whose the English is. */
import { describe, expect, it, vi } from 'vitest';
import { type MemoryPage, openMemoryPage } from '../../../support/memory-page.tsx';

/** The way to each screen that shows one, by its page. */
const WAYS: Readonly<Record<string, (page: MemoryPage) => Promise<void>>> = {
  forms: async (page) => {
    await page.open('forms');
    await page.click('form-row-self-audit');
  },
  inventory: (page) => page.open('inventory'),
  retention: (page) => page.open('retention'),
  incidents: async (page) => {
    await page.open('incidents');
    await page.click('incident-row');
    await page.click('incident-do-facts');
  },
  procedures: async (page) => {
    await page.open('procedures');
    await page.click('procedure-sign-begin');
  },
  requests: (page) => page.open('requests'),
  'walk-round': (page) => page.open('walk-round'),
  training: async (page) => {
    await page.open('training');
    await page.click('training-begin');
  },
};

describe('a screen with the content of a data file', () => {
  it.each(Object.keys(WAYS))(
    '%s says source, version, grade, and that it is to be compared',
    async (name) => {
      const page = await openMemoryPage('supervisor');
      await WAYS[name]!(page);
      const { textContent } = await page.get('law-source');
      expect(textContent).toMatch(/版本 \S+/);
      expect(textContent).toMatch(/可靠程度 [PFSIM]（/);
      // The articles stand first there, and are the law itself.
      if (name !== 'retention') expect(textContent).toContain('使用前请与官方附件核对');
      await page.modules.i18n.changeLanguage('en');
      await vi.waitFor(() =>
        expect(page.find('law-source')?.textContent).toMatch(/Version .*Grade|Grade .*Version/),
      );
      expect(page.find('law-source')?.textContent).toContain("this product's own translation");
    },
  );
});
