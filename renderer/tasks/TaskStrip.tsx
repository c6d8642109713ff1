/** The task that is being done: its name, its steps, what may be said and what not, in two lines over list and record. */
import { memo } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { taskOf } from '../../contract/tasks/lists.ts';
import type { KeyId } from '../keys.ts';
import { deskStore } from '../pages/stores.ts';
import { personStore } from '../current-record/stores.ts';
import { taskStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { goToStep, mayGo } from './begin-task.ts';
import { type Step, isDone, nextStep, stepsOf } from './task-steps.ts';
import css from './tasks.module.css';

/** The keys of the desk do the same where a record is open. */
const SHORTCUTS: Partial<Readonly<Record<Step, KeyId>>> = {
  verify: 'verify',
  call: 'reveal',
  open: 'reveal',
  note: 'note',
};

export const TaskStrip = memo(function TaskStrip({ onSearch }: { readonly onSearch: () => void }) {
  const { t } = useTranslation();
  const { task: id, done, end, resume } = useStore(taskStore);
  const person = useStore(personStore, (state) => state.person);
  const personId = person?.personId ?? null;
  if (id === null) return null;
  const task = taskOf(id);
  const next = nextStep(task, done, personId);
  const finish = () =>
    deskStore.getState().leave(() => {
      end();
      deskStore.getState().hidePanel();
      onSearch();
      toastsStore.getState().show({
        words: (say) => say('task.ended'),
        undo: () => {
          resume({ task: id, done });
          return null;
        },
      });
    });
  return (
    <section
      className={cx(css.strip)}
      aria-label={t('task.strip', { task: t(`tasks.${id}.name`) })}
      data-testid="task-strip"
      data-task={id}
    >
      <h2 className="strong">{t(`tasks.${id}.name`)}</h2>
      <ol className={cx(css.steps)}>
        {stepsOf(task).map((step) => {
          const isNext = step === next;
          const shortcut = isNext && personId !== null ? SHORTCUTS[step] : undefined;
          return (
            <li
              key={step}
              aria-current={isNext ? 'step' : undefined}
              data-testid={`step-${step}`}
              data-done={isDone(step, done, personId)}
            >
              <Button
                weight={isNext ? 'main' : 'plain'}
                {...(shortcut === undefined ? {} : { shortcut })}
                disabled={!mayGo(step, task, person)}
                onClick={() => goToStep(step, task, onSearch)}
              >
                {isDone(step, done, personId) && <Icon name="check" />}
                {t(`task.steps.${step}`)}
              </Button>
            </li>
          );
        })}
      </ol>
      <Button weight="plain" onClick={finish} data-testid="task-end">
        {t('task.end')}
      </Button>
      <p className={cx(css.say)}>
        <span>{t(`tasks.${id}.say`)}</span>
        <span className="strong" data-testid="task-unsaid">
          {t('task.unsaid', { what: task.unsaid.map((one) => t(`unsaid.${one}`)).join(t('scope.and')) })}
        </span>
      </p>
    </section>
  );
});
