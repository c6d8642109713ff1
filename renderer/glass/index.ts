/** The page of emergencies: what was opened without a second person, and who has read of it. */
import { definePage } from '../pages/define-page.ts';
import { glassAlert } from './glass-alert.ts';

export const glassPage = definePage({
  name: 'glass',
  area: 'oversight',
  roles: ['supervisor', 'admin'],
  title: (t) => t('glass.page'),
  tab: (t) => t('glass.tab'),
  alert: glassAlert,
  load: () => import('./GlassPage.tsx').then(({ GlassPage }) => GlassPage),
});
