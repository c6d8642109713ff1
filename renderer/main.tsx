/** Starts the page: words, theme, the vault's state, then the screen. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme.css';
import { App } from './app.tsx';
import { setLanguage, initI18n } from './messages/i18n.ts';
import { appStore } from './stores.ts';
import { applyTheme } from './theme.ts';

const { settings } = appStore.getState();
initI18n(settings.language);
setLanguage(settings.language);
applyTheme(settings.theme);
appStore.subscribe((now, before) => {
  if (now.settings.language !== before.settings.language) setLanguage(now.settings.language);
  if (now.settings.theme !== before.settings.theme) applyTheme(now.settings.theme);
});

async function start(root: HTMLElement): Promise<void> {
  const heard = appStore.getState().refresh();
  await appStore.getState().readSettings();
  const { status, info } = appStore.getState();
  // A practice vault that is being made says nothing yet: there is its progress to be seen.
  if (status === null && info?.practice?.making !== true) await heard;
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
void start(root);
