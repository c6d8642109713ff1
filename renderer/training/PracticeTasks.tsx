/** The tasks of practice, which somebody says of themselves that they have done there, and the way there. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { TourTask } from '../../contract/practice/lists.ts';
import type { OwnTraining } from '../../contract/training/routes.ts';
import { bridge } from '../bridge.ts';
import { PracticeSetting } from '../practice/index.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { StatusRing } from '../ui/StatusRing.tsx';
import { Switch } from '../ui/Switch.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { useSubmit } from '../ui/use-submit.ts';
import { trainingStore } from './stores.ts';
import css from './training.module.css';

export function PracticeTasks({ own }: { readonly own: OwnTraining }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<readonly TourTask[]>([]);
  const { failure, busy, submit } = useSubmit();
  const onConfirm = (): void =>
    void submit(
      () => bridge.vault['training.practise']({ tasks: [...said] }),
      (next) => {
        trainingStore.getState().showOwn(next);
        setSaid([]);
        toastsStore.getState().show({ words: (say) => say('training.practice.confirmed') });
      },
    );
  return (
    <section className={cx(pageCss.section)} aria-label={t('training.practice.title')}>
      <h2>{t('training.practice.title')}</h2>
      <p>{t('training.practice.lead')}</p>
      <PracticeSetting held={false} />
      <ul className={cx(css.tasks)}>
        {own.practised.map(({ task, on }) => (
          <li key={task} data-testid={`training-task-${task}`} data-done={on !== null}>
            {on === null ? (
              <Switch
                label={t(`tour.tasks.${task}.title`)}
                value={said.includes(task)}
                testId={`training-say-${task}`}
                onChange={(isOn) =>
                  setSaid((before) => (isOn ? [...before, task] : before.filter((one) => one !== task)))
                }
              />
            ) : (
              <p className="line3">
                <StatusRing share={1} /> {t(`tour.tasks.${task}.title`)}{' '}
                <span className="small quiet">{t('training.practice.on', { day: on })}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
      <FailureNote failure={failure} />
      <div>
        <Button disabled={busy || said.length === 0} data-testid="training-confirm" onClick={onConfirm}>
          {t('training.practice.confirm')}
        </Button>
      </div>
    </section>
  );
}
