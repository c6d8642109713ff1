/** Puts the page in light or dark, following the system where the setting says so. */
import type { Settings } from '../contract/shell/routes.ts';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
let worn: Settings['theme'] = 'system';

export function applyTheme(theme: Settings['theme']): void {
  worn = theme;
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark.matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

systemIsDark.addEventListener('change', () => applyTheme(worn));
