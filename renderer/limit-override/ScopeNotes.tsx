/** Notes for a receptionist on their scope: its areas, and that a record they see is another desk's. */
import { useEffect, useEffectEvent } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import { formatClock } from '../messages/format.ts';
import { cx } from '../ui/cx.ts';
import { Note } from '../ui/Note.tsx';
import { scopeWords } from './area-words.ts';
import css from './limit-override.module.css';
import { openUntil } from './scope-store.ts';
import { scopeStore } from './stores.ts';

/** Nothing for somebody who looks after everything. */
export function OwnScope() {
  const { t } = useTranslation();
  const scope = useStore(scopeStore, (state) => state.scope);
  useEffect(() => void scopeStore.getState().read(), []);
  if (scope.length === 0) return null;
  return (
    <p className="quiet" data-testid="own-scope">
      {t('scope.own', { scope: scopeWords(t, scope) })}
    </p>
  );
}

interface OpenedOutsideProps {
  readonly personId: PersonId | null;
  readonly rooms: readonly RoomId[];
  /** Takes the record off the screen: it may be open no longer. */
  readonly onOver: () => void;
}

/** Nothing for a record of the own desk. */
export function OpenedOutside({ onOver, ...shown }: OpenedOutsideProps) {
  const { t } = useTranslation();
  const until = useStore(scopeStore, ({ opened }) => openUntil(opened, shown));
  const end = useEffectEvent(onOver);
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setTimeout(() => end(), Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  if (until === null) return null;
  return (
    <div className={cx(css.told)}>
      <Note kind="warn" testId="opened-outside">
        {t('scope.openedOutside', { time: formatClock(until) })}
      </Note>
    </div>
  );
}
