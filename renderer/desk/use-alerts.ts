/** Everything that is overdue or alarming for whoever is signed in, the worst first: what the bell shows. */
import { useEffect, useReducer } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { useNow } from '../countdown.ts';
import { formatClock } from '../messages/format.ts';
import type { Alert } from '../pages/define-page.ts';
import { useDesk } from '../pages/desk-context.ts';
import { appStore, idleStore } from '../stores.ts';
import { ALERT_SOURCES } from './pages.ts';

/** Milliseconds: what is due changes with the hours. */
const ASK_EVERY = 10 * 60_000;
const LOOK_EVERY = 60_000;

export function useAlerts(): readonly Alert[] {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  const now = useNow(LOOK_EVERY);
  const wrongTries = useStore(appStore, (state) => state.wrongTries);
  const sessionEnd = useStore(idleStore, (state) => state.sessionEnd);
  const [, look] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const ends = ALERT_SOURCES.map(({ subscribe }) => subscribe(look));
    return () => ends.forEach((end) => end());
  }, []);
  useEffect(() => {
    const ask = (): void => ALERT_SOURCES.forEach((source) => void source.ask(role));
    ask();
    const asking = setInterval(ask, ASK_EVERY);
    return () => clearInterval(asking);
  }, [role]);
  return [
    ...(wrongTries === 0 ? [] : [triedByAnother(t, wrongTries)]),
    ...(sessionEnd === null ? [] : [endOfSession(t, sessionEnd)]),
    ...ALERT_SOURCES.flatMap(({ alertOf }) => alertOf({ t, role, now }) ?? []),
  ].sort((one, other) => Number(other.tone === 'harm') - Number(one.tone === 'harm'));
}

/** One who misses a key does so once or twice. */
const OWN_SLIPS = 2;

const triedByAnother = (t: Translate, count: number): Alert => {
  const words = t('lock.wrongTries', { count });
  return { id: 'wrong-tries', tone: count > OWN_SLIPS ? 'harm' : 'amber', words, page: null };
};

/** It comes by itself, whatever is done until then. */
const endOfSession = (t: Translate, end: number): Alert => ({
  id: 'session-end',
  tone: 'amber',
  words: t('counter.expiring', { time: formatClock(end) }),
  page: null,
});
