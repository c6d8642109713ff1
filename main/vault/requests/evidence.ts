/** How it stands with requests of individuals. */
import type { RequestState, RequestWhat } from '../../../contract/requests/lists.ts';
import type { Evidence } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { readDue } from './register.ts';

export interface CountRow {
  readonly requestId: number;
  readonly what: RequestWhat;
  readonly state: RequestState;
  readonly takenAt: number;
  readonly endedAt: number | null;
  readonly dueOn: string;
  /** When its letter was given out. */
  readonly letterAt: number | null;
}

/** Every request, as it was taken in and ended. */
export const readAll = ({ store }: Session): Promise<readonly CountRow[]> =>
  store.all<CountRow>(
    sql`SELECT id AS requestId, what, state, taken_at AS takenAt, ended_at AS endedAt, due_on AS dueOn, letter_at AS letterAt FROM subject_request ORDER BY id`,
  );

/** Answered as long as none is overdue: a company that nobody has asked anything is ready for it all the same, once its notice says how to ask. */
export async function requestEvidence(session: Session): Promise<readonly Evidence[]> {
  const { overdue, next } = await readDue(session);
  const all = await readAll(session);
  const at = all.reduce<number | null>((newest, { takenAt }) => Math.max(newest ?? 0, takenAt), null);
  return [
    {
      duty: 'requests',
      points: { answered: overdue > 0 ? 'stale' : 'there' },
      at,
      dueOn: next,
      count: all.length,
    },
  ];
}
