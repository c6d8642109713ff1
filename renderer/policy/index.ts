/** The page of the policy: how much of each field a mask leaves. */
import { definePage } from '../pages/define-page.ts';

export const policyPage = definePage({
  name: 'policy',
  area: 'system',
  place: 30,
  mends: {
    policy: { by: 'both' },
  },
  roles: ['supervisor', 'admin'],
  title: (t) => t('policy.title'),
  tab: (t) => t('counter.policy'),
  load: () => import('./PolicyPage.tsx').then(({ PolicyPage }) => PolicyPage),
});
