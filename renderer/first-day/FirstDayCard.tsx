/** Card of the steps left in a new vault: each leads to where it is done, until all are done or the card is put away; one checklist at a time. */
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { PracticeSetting } from '../practice/index.ts';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import { StatusRing } from '../ui/StatusRing.tsx';
import { toastsStore } from '../ui/toasts.ts';
import css from './first-day.module.css';
import steps from '../ui/step-list.module.css';
import { FIRST_DAY_STEPS, type FirstDayFacts, type FirstDayStep, type PageStep } from './steps.ts';
import { firstDayStore } from './stores.ts';

/** `then`: what follows once it is done. */
export function FirstDayCard({ then }: { readonly then: ReactNode }) {
  const { facts: vault, read } = useStore(firstDayStore);
  const { firstDayPutAway: isPutAway, practised } = useStore(appStore, ({ settings }) => settings);
  useEffect(() => {
    if (!isPutAway) void read();
  }, [isPutAway, read]);
  if (isPutAway) return then;
  if (vault === null) return null;
  const facts = { ...vault, practised };
  if (FIRST_DAY_STEPS.every(({ isDone }) => isDone(facts))) return then;
  return <Checklist facts={facts} />;
}

function Checklist({ facts }: { readonly facts: FirstDayFacts }) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const left = FIRST_DAY_STEPS.filter(({ isDone }) => !isDone(facts)).length;
  const putAway = async (): Promise<void> => {
    const { changeSettings } = appStore.getState();
    const refused = await changeSettings({ firstDayPutAway: true });
    if (refused !== null) return setFailure(refused);
    toastsStore.getState().show({
      words: (say) => say('firstDay.isPutAway'),
      undo: () => changeSettings({ firstDayPutAway: false }),
    });
  };
  return (
    <section className={cx('stack3', css.card)} aria-labelledby="first-day-title" data-testid="first-day">
      <div className={cx('line4', css.head)}>
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
        {FIRST_DAY_STEPS.toSorted(
          (one, other) => Number(one.isDone(facts)) - Number(other.isDone(facts)),
        ).map((step) => (
          <Step key={step.id} step={step} isDone={step.isDone(facts)} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step, isDone }: { readonly step: FirstDayStep; readonly isDone: boolean }) {
  const { t } = useTranslation();
  return (
    <li className={cx('line3', steps.step)} data-testid={`first-day-${step.id}`} data-done={isDone}>
      <StatusRing share={isDone ? 1 : 0} />
      <p className={cx(steps.what)}>
        {t(`firstDay.steps.${step.id}.what`)}{' '}
        <span className="hidden-text">{t(isDone ? 'firstDay.done' : 'firstDay.open')}</span>
      </p>
      {!isDone && (step.id === 'practice' ? <PracticeSetting held={false} /> : <WayTo step={step} />)}
    </li>
  );
}

function WayTo({ step: { id, page, roles } }: { readonly step: PageStep }) {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  if (!roles.includes(role)) return <p className={cx('small', 'quiet')}>{t(`firstDay.steps.${id}.hint`)}</p>;
  const go = t(`firstDay.steps.${id}.go`);
  return (
    <Button
      aria-label={`${go} · ${t(`firstDay.steps.${id}.what`)}`}
      data-testid={`first-day-${id}-go`}
      onClick={() => deskStore.getState().go(page)}
    >
      {go}
    </Button>
  );
}
