/** Runs the last thirty days of the log through other limits: what they would have stopped, and what they would have raised. */
import type { AlertKind } from '../../../contract/limits/lists.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { Session } from '../session/session.ts';
import type { DeskAct } from '../access-monitor/desk-act.ts';
import { countResidents, readActs } from '../access-monitor/read-acts.ts';
import { createWatch } from '../access-monitor/watch.ts';
import { readSince } from '../log/chains.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = 30;

export async function tryLimits(
  session: Session,
  { limits }: RouteRequest<'limits.try'>,
): Promise<RouteReply<'limits.try'>> {
  const now = session.clock.now();
  const watch = createWatch(limits, await countResidents(session.store));
  const alerts = new Map<AlertKind, number>();
  let [first, stopped, waited] = [now, 0, 0];
  const count = (kind: AlertKind): void => void alerts.set(kind, (alerts.get(kind) ?? 0) + 1);
  const judge = (act: DeskAct): void => {
    if (act.act !== 'search' && act.act !== 'open' && act.act !== 'verify' && act.act !== 'reveal') return;
    const role =
      session.roster.members.get(act.staffId)?.role === 'receptionist' ? 'receptionist' : 'supervisor';
    const { may } = watch.judge(act.staffId, role, act.act, act.time);
    if (may === 'wait') waited++;
    if (may !== 'with-supervisor') return;
    stopped++;
    for (const { kind } of watch.stopped(act.staffId, act.time)) count(kind);
  };
  const days = await readSince(session.store, now - DAYS * DAY_MS);
  await readActs(session, days, (act) => {
    first = Math.min(first, act.time);
    // What was raised and allowed then was by other limits.
    if (act.act === 'alert' || act.act === 'lift') return;
    judge(act);
    for (const { kind } of watch.observe(act)) count(kind);
  });
  return {
    days: Math.min(DAYS, Math.ceil((now - first) / DAY_MS)),
    stopped,
    waited,
    alerts: [...alerts].map(([kind, times]) => ({ kind, count: times })),
  };
}
