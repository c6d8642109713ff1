/** How it stands with paper that holds residents' data. Numbers and days. */
import type { PointState } from '../../../contract/evidence/points.ts';
import type { PaperSort } from '../../../contract/paper-register/lists.ts';
import type { NoPaper } from '../../../contract/paper-register/routes.ts';
import { dayOf } from '../clock.ts';
import type { Evidence } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { readNoPaper } from './no-paper.ts';
import { readPapers } from './register.ts';
import { countOf } from '../store/rows.ts';

/** A count of the cabinet that is older says nothing any more. */
const COUNT_DAYS = 366;
const DAY_MS = 86_400_000;

export interface Standing {
  readonly kept: number;
  readonly overdue: number;
  readonly lost: number;
  readonly destroyed: number;
  /** Of the last count, in milliseconds since 1970. */
  readonly countedAt: number | null;
  readonly missing: number;
  readonly bySort: ReadonlyMap<PaperSort, number>;
  /** Statement that there is no paper, made while none is kept or lost. */
  readonly noPaper: NoPaper | null;
}

/** How it stands with the register today. */
export async function readStanding(session: Session): Promise<Standing> {
  const today = dayOf(session.clock.now());
  const papers = await readPapers(session.store);
  const kept = papers.filter(({ state }) => state === 'kept');
  const bySort = new Map<PaperSort, number>();
  for (const { sort } of kept) bySort.set(sort, (bySort.get(sort) ?? 0) + 1);
  const gone = await countOf(session.store, sql`SELECT count(*) AS n FROM paper WHERE state = 'destroyed'`);
  const counts = kept.flatMap(({ countedAt }) => countedAt ?? []);
  return {
    kept: kept.length,
    overdue: kept.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    lost: papers.length - kept.length,
    destroyed: gone,
    countedAt: counts.length === 0 ? null : Math.max(...counts),
    missing: kept.filter(({ countedThere }) => countedThere === 0).length,
    bySort,
    noPaper: papers.length > 0 ? null : await readNoPaper(session, session.store),
  };
}

/**
 * Missing before any paper was taken in; explained where somebody has stated that there is none; stale while some is overdue, lost or missed, or was not
 * counted for a year, and once the statement is over. Errors: those of the store.
 */
export async function paperEvidence(session: Session): Promise<readonly Evidence[]> {
  const { kept, overdue, lost, destroyed, missing, countedAt, noPaper } = await readStanding(session);
  if (noPaper !== null)
    return [
      {
        duty: 'paper',
        points: {
          registered: noPaper.isOver ? 'stale' : 'explained',
          returned: 'there',
          found: 'there',
          counted: 'there',
        },
        at: noPaper.at,
        dueOn: noPaper.until,
        count: 0,
      },
    ];
  const isOld = kept > 0 && (countedAt === null || countedAt < session.clock.now() - COUNT_DAYS * DAY_MS);
  const unless = (isOpen: boolean): PointState =>
    kept + lost + destroyed === 0 ? 'missing' : isOpen ? 'stale' : 'there';
  return [
    {
      duty: 'paper',
      points: {
        registered: unless(false),
        returned: unless(overdue > 0),
        found: unless(lost + missing > 0),
        counted: unless(isOld),
      },
      at: countedAt,
      dueOn: countedAt === null ? null : dayOf(countedAt + COUNT_DAYS * DAY_MS),
      count: kept,
    },
  ];
}
