/** Limits of what anybody may do at the desk, and alerts about what looks like a harvest. */
import { defineFeature } from '../feature.ts';
import { allChains } from '../log/chains.ts';
import type { Session } from '../session/session.ts';
import { processNewEntries } from '../access-monitor/desk-watch.ts';
import { explainAlert, listAlerts } from './alerts.ts';
import { changeLimits, overrideLimits, readLimits } from './change-limits.ts';
import { tryLimits } from './try-limits.ts';
import { sql } from '../store/sql.ts';

const leads = {
  /** By its entry. */
  alert: (id: number) =>
    allChains(sql`SELECT person_id AS personId, NULL AS roomId FROM $log WHERE seq = ${id}`),
};

export const limitsFeature = defineFeature(() => ({
  leads,
  handlers: {
    'limits.read': readLimits,
    'limits.change': changeLimits,
    'limits.try': tryLimits,
    'limits.override': overrideLimits,
    'alerts.list': listAlerts,
    'alerts.explain': explainAlert,
  },
  // The last day is read while nobody has asked for anything yet.
  onSignedIn: (session) => void follow(session),
  // What the last act before a pause has raised.
  everyMinute: follow,
}));

/** Where the log takes nothing now, what is raised is entered with the next act. */
async function follow(session: Session): Promise<void> {
  if (session.readOnly || session.alarms.length > 0) return;
  await processNewEntries(session).catch(() => undefined);
}
