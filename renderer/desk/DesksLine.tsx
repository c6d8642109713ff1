/** At the foot of every screen, where several desks keep one estate: whether this one is in step with the others. */
import { useStore } from 'zustand';
import type { DesksState } from '../../contract/desks-state.ts';
import { formatClock } from '../messages/format.ts';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { desksStore } from '../stores.ts';
import { cx } from '../ui/cx.ts';
import css from './desk.module.css';

/** What does not pass by itself is not quiet. */
const ALARMING: ReadonlySet<DesksState['is']> = new Set(['trouble', 'behind', 'stopped', 'refused']);

export function DesksLine() {
  const { t } = useTranslation();
  const state = useStore(desksStore, (shown) => shown.state);
  if (state === null) return null;
  const words = wordsOf(t, state);
  return (
    <p
      className={cx(css.desks)}
      role="status"
      title={words}
      data-alarming={ALARMING.has(state.is)}
      data-testid="desks-state"
    >
      {words}
    </p>
  );
}

function wordsOf(t: Translate, { is, waiting, since, desk }: DesksState): string {
  const said =
    is === 'offline' && since === null
      ? t('desks.unmet')
      : t(`desks.${is}`, { waiting, desk: desk ?? 0, time: since === null ? '' : formatClock(since) });
  // Of what goes out later, how much there is.
  return is === 'waiting' || waiting === 0 ? said : `${said} · ${t('desks.waiting', { waiting })}`;
}
