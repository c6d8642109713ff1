/** How many steps of the evening are done, and the way to the rest of them: nothing once every finding is put right. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { FINDINGS, STEPS, countHeld, isSettled } from '../../contract/evidence/findings.ts';
import type { Dashboard } from '../../contract/evidence/routes.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import css from './evidence.module.css';
import { evidenceStore } from './stores.ts';

/** Every finding is put right or explained: there is nothing left to do. */
export const isEveningSettled = (dashboard: Dashboard): boolean =>
  FINDINGS.every(({ points }) => isSettled(points, dashboard));

export function EveningProgress({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation();
  const done = STEPS.filter(({ points }) => countHeld(points, dashboard) === points.length).length;
  const words = t('evening.progress', { done, all: STEPS.length });
  return (
    <div className="stack2">
      <p data-testid="evening-progress" data-done={done}>
        {words}
      </p>
      <ProgressBar label={words} share={done / STEPS.length} />
    </div>
  );
}

export function EveningCard() {
  const { t } = useTranslation();
  const { dashboard, read } = useStore(evidenceStore);
  useEffect(() => void read(), [read]);
  if (dashboard === null || isEveningSettled(dashboard)) return null;
  return (
    <section className={cx(css.card)} aria-label={t('evening.title')} data-testid="evening-card">
      <div className="stack2">
        <h2>{t('evening.title')}</h2>
        <EveningProgress dashboard={dashboard} />
      </div>
      <Button weight="main" data-testid="evening-card-go" onClick={() => deskStore.getState().go('evening')}>
        {t('evening.go')}
      </Button>
    </section>
  );
}
