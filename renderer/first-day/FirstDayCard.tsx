/** What is still to be done in a new vault: each step leads to where it is done, until all are done or the card is put away. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { FirstDay } from '../../contract/first-day/routes.ts';
import type { Failure } from '../../contract/result.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { toasts } from '../ui/toasts.ts';
import css from './first-day.module.css';
import { FIRST_DAY_STEPS } from './steps.ts';
import type { FirstDayStep } from './steps.ts';
import { firstDayStore } from './stores.ts';

export function FirstDayCard() {
  const { facts, read } = useStore(firstDayStore);
  const isPutAway = useStore(appStore, ({ settings }) => settings.firstDayPutAway);
  useEffect(() => {
    if (!isPutAway) void read();
  }, [isPutAway, read]);
  if (isPutAway || facts === null || FIRST_DAY_STEPS.every(({ isDone }) => isDone(facts))) return null;
  return <Checklist facts={facts} />;
}

function Checklist({ facts }: { readonly facts: FirstDay }) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const left = FIRST_DAY_STEPS.filter(({ isDone }) => !isDone(facts)).length;
  const putAway = async (): Promise<void> => {
    const { changeSettings } = appStore.getState();
    const refused = await changeSettings({ firstDayPutAway: true });
    if (refused !== null) return setFailure(refused);
    toasts.show({
      words: (say) => say('firstDay.isPutAway'),
      undo: () => changeSettings({ firstDayPutAway: false }),
    });
  };
  return (
    <section className={cx(css.card)} aria-labelledby="first-day-title" data-testid="first-day">
      <div className={cx(css.head)}>
        <div>
          <h2 id="first-day-title">{t('firstDay.title')}</h2>
          <p className="quiet">{t('firstDay.lead', { left })}</p>
        </div>
        <Button weight="plain" data-testid="first-day-put-away" onClick={() => void putAway()}>
          {t('firstDay.putAway')}
        </Button>
      </div>
      <FailureNote failure={failure} />
      <ol>
        {FIRST_DAY_STEPS.map((step) => (
          <Step key={step.id} step={step} isDone={step.isDone(facts)} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step, isDone }: { readonly step: FirstDayStep; readonly isDone: boolean }) {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  const mayDo = step.roles.includes(role);
  const what = t(`firstDay.steps.${step.id}.what`);
  const go = t(`firstDay.steps.${step.id}.go`);
  return (
    <li className={cx(css.step)} data-testid={`first-day-${step.id}`} data-done={isDone}>
      <span className={cx(css.mark)}>{isDone && <Icon name="check" />}</span>
      <div className={cx(css.what)}>
        <p>
          {what} <span className="hidden-text">{t(isDone ? 'firstDay.done' : 'firstDay.open')}</span>
        </p>
        {!isDone && !mayDo && <p className={cx('small', 'quiet')}>{t(`firstDay.steps.${step.id}.hint`)}</p>}
      </div>
      {!isDone && mayDo && (
        <Button
          aria-label={`${go} · ${what}`}
          data-testid={`first-day-${step.id}-go`}
          onClick={() => deskStore.getState().go(step.page)}
        >
          {go}
        </Button>
      )}
    </li>
  );
}
