/** Starts the component pages: words and theme of the address, somebody signed in, then the page. */
import { createRoot } from 'react-dom/client';
import '../../../../renderer/theme.css';
import { initI18n } from '../../../../renderer/messages/i18n.ts';
import { appStore } from '../../../../renderer/stores.ts';
import { wearAddress } from './address.ts';
import { Pages } from './Pages.tsx';

initI18n('zh-CN');
wearAddress();

async function start(root: HTMLElement): Promise<void> {
  await appStore.getState().readSettings();
  await appStore.getState().refresh();
  createRoot(root).render(<Pages />);
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
void start(root);
