/** Picker of the counter's tasks: a quiet list, by number, first letters or arrows. */
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { TASK_IDS, taskOf } from '../../contract/tasks/lists.ts';
import { deskStore } from '../pages/stores.ts';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { beginTask } from './begin-task.ts';
import { findTasks } from './find-tasks.ts';
import css from './tasks.module.css';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export function TaskPicker() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const found = findTasks(typed, (id) => t(`tasks.${id}.name`));
  const chosen = found[Math.min(active, found.length - 1)];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = STEPS[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setActive((at) => Math.min(found.length - 1, Math.max(0, at + by)));
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      beginTask(chosen);
    }
  };

  return (
    <Sheet title={t('task.title')} testId="dialog-tasks" onClose={deskStore.getState().closeDialog}>
      <TextInput
        autoFocus
        role="combobox"
        aria-label={t('task.find')}
        aria-expanded
        aria-controls="tasks"
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : `task-${chosen}`}
        placeholder={t('task.find')}
        maxLength={20}
        value={typed}
        data-testid="task-find"
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
      />
      <div id="tasks" role="listbox" aria-label={t('task.title')} className={cx(css.picker)}>
        {found.map((id) => (
          // The keys of this list are those of the input above, which keeps the focus (combobox pattern).
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={id}
            id={`task-${id}`}
            role="option"
            aria-selected={id === chosen}
            className={cx('row3', css.task)}
            data-testid={`task-${id}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => beginTask(id)}
          >
            <span className={cx(css.number, 'digits')} aria-hidden="true">
              {TASK_IDS.indexOf(id) + 1}
            </span>
            <span className={cx(css.taskName)}>{t(`tasks.${id}.name`)}</span>
            {taskOf(id).supervisor && (
              <span className={cx(css.mark)}>
                <Icon name="two" /> {t('roles.supervisor')}
              </span>
            )}
            {taskOf(id).opening === 'emergency' && (
              <span className={cx(css.mark, css.amber)}>
                <Icon name="warn" />
              </span>
            )}
          </div>
        ))}
      </div>
      {found.length === 0 && <EmptyState small live drawing="search" words={t('task.none')} />}
    </Sheet>
  );
}
