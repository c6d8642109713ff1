/** Which page is shown and how, as the address says it: `#button?language=en&theme=dark`. */
import { useSyncExternalStore } from 'react';
import type { Settings } from '../../../../contract/shell/routes.ts';
import type { Language } from '../../../../contract/shell/settings.ts';
import { setLanguage } from '../../../../renderer/messages/i18n.ts';
import { applyTheme } from '../../../../renderer/theme.ts';

export interface Address {
  /** Empty for the list of all pages. */
  readonly page: string;
  /** Empty for the first state, where one is shown at a time. */
  readonly state: string;
  readonly language: Language;
  readonly theme: Settings['theme'];
  /** Without what leads to other pages. */
  readonly isBare: boolean;
}

const THEMES: Readonly<Record<string, Settings['theme'] | undefined>> = { light: 'light', dark: 'dark' };

function parseHash(hash: string): Address {
  const [path = '', query = ''] = hash.slice(1).split('?');
  const [page = '', state = ''] = path.split('/');
  const asked = new URLSearchParams(query);
  return {
    page,
    state,
    language: asked.get('language') === 'en' ? 'en' : 'zh-CN',
    theme: THEMES[asked.get('theme') ?? ''] ?? 'system',
    isBare: asked.has('bare'),
  };
}

/** The hash of an address, with what is changed in it. */
export function hashOf(address: Address, changes: Partial<Address>): string {
  const { page, state, language, theme, isBare } = { ...address, ...changes };
  const query = new URLSearchParams({ language, theme, ...(isBare ? { bare: '' } : {}) });
  return `#${page}${state === '' ? '' : `/${state}`}?${query.toString()}`;
}

let shown = parseHash(location.hash);

/** Language and theme are the document's, and have to be there before anything is drawn in them. */
export function wearAddress(): void {
  shown = parseHash(location.hash);
  setLanguage(shown.language);
  applyTheme(shown.theme);
}

function subscribe(tell: () => void): () => void {
  const hear = (): void => {
    wearAddress();
    tell();
  };
  window.addEventListener('hashchange', hear);
  return () => window.removeEventListener('hashchange', hear);
}

/** The address now, and from now on. */
export const useAddress = (): Address => useSyncExternalStore(subscribe, () => shown);
