/** At the foot of every screen, where several desks keep one estate: whether this one is in step with the others. */
import { useStore } from 'zustand';
import type { DesksState } from '../../contract/desks-state.ts';
import { formatClock } from '../messages/format.ts';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { desksStore } from '../stores.ts';
import { cx } from '../ui/cx.ts';
import css from './desk.module.css';

/** What passes by itself is said where there is room; what does not is not quiet. */
const WEIGHTS: Readonly<Record<DesksState['is'], 'passing' | 'plain' | 'alarming'>> = {
  synced: 'passing',
  waiting: 'passing',
  receiving: 'passing',
  held: 'plain',
  offline: 'plain',
  trouble: 'alarming',
  behind: 'alarming',
  stopped: 'alarming',
  refused: 'alarming',
};

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
      data-weight={WEIGHTS[state.is]}
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
