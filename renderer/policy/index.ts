/** The page of the policy: how much of each field a mask leaves. */
import { definePage } from '../pages/define-page.ts';

export const policyPage = definePage({
  name: 'policy',
  at: { tab: 'rules', place: 10 },
  mends: { policy: { by: 'both' } },
  roles: ['supervisor', 'admin'],
  title: (t) => t('policy.title'),
  called: ['打码 遮盖 隐藏 星号', 'hide, masks, stars'],
  load: () => import('./PolicyPage.tsx').then(({ PolicyPage }) => PolicyPage),
});
