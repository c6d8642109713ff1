/** The tasks beside the desk, the next one with how it is done. They tick themselves. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { TOUR_TASKS, type TourTask } from '../../contract/practice/lists.ts';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { isAtCounter } from './at-counter.ts';
import { tourStore } from './stores.ts';
import css from './tour.module.css';

export function TourPanel() {
  const { t } = useTranslation();
  const { done, shown, show, restart } = useStore(tourStore);
  const atCounter = useStore(appStore, (state) => isAtCounter(state) && !state.settings.privacy);
  if (!atCounter || !shown) return null;
  const next = TOUR_TASKS.find((task) => !done.includes(task));
  return (
    <aside className={cx('stack2', css.panel)} aria-labelledby="tour-title" data-testid="tour">
      <h2 id="tour-title">{t('tour.title')}</h2>
      <p className={cx('quiet', 'small')} role="status">
        {next === undefined ? t('tour.allDone') : t('tour.lead')}
      </p>
      <ol className="stack1">
        {TOUR_TASKS.map((task) => (
          <Task key={task} task={task} done={done.includes(task)} next={task === next} />
        ))}
      </ol>
      <div className={cx(css.actions)}>
        <Button weight="plain" data-testid="tour-hide" onClick={() => show(false)}>
          {t('tour.hide')}
        </Button>
        <Button weight="plain" data-testid="tour-restart" onClick={restart}>
          {t('tour.restart')}
        </Button>
      </div>
    </aside>
  );
}

interface TaskProps {
  readonly task: TourTask;
  readonly done: boolean;
  readonly next: boolean;
}

function Task({ task, done, next }: TaskProps) {
  const { t } = useTranslation();
  return (
    <li
      className={cx(css.task, done && 'quiet', next && css.next)}
      data-testid={`tour-${task}`}
      data-done={done}
      aria-current={next ? 'step' : undefined}
    >
      <span className={cx(css.mark)}>{done && <Icon name="check" />}</span>
      <span>
        {t(`tour.tasks.${task}.title`)}
        {done && <span className="hidden-text">{`（${t('tour.isDone')}）`}</span>}
        {next && <span className={cx(css.how)}>{t(`tour.tasks.${task}.how`)}</span>}
      </span>
    </li>
  );
}
