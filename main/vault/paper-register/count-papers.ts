/** The cabinet is counted: what its sheet lists (printed as `main/vault/print` does), then on the screen what was there and what was not. */
import type { PaperRegister, PaperView } from '../../../contract/paper-register/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { writePapers } from './keep-paper.ts';
import { readPapers, readRegister } from './register.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';

/**
 * Nothing is lost by being missed: somebody may have it on their desk, and says so. Errors: `changed-meanwhile` (one of them is kept no more), those of
 * `withSlots`, `not-allowed`, `log-unavailable`.
 */
export async function countPapers(
  session: Session,
  { counted, there, pin }: RouteRequest<'papers.count'>,
): Promise<PaperRegister> {
  const found = new Set(there);
  if (there.some((paperId) => !counted.includes(paperId))) throw new AppError('bad-request');
  return withOversight(session, pin, (present) =>
    writePapers(session, async (tx) => {
      const kept = new Set(
        (await readPapers(tx)).filter(({ state }) => state === 'kept').map(({ paperId }) => paperId),
      );
      if (counted.some((paperId) => !kept.has(paperId))) throw new AppError('changed-meanwhile');
      const now = session.clock.now();
      for (const paperId of new Set(counted))
        await tx.run(sql`
          UPDATE paper SET counted_at = ${now}, counted_there = ${found.has(paperId) ? 1 : 0}, version = version + 1 WHERE id = ${paperId}`);
      return [
        done(
          'paper-count',
          { there: found.size, missing: counted.filter((paperId) => !found.has(paperId)) },
          { signedBy: present },
        ),
      ];
    }),
  );
}

/** Papers on a count sheet: those kept, as far as whoever is signed in sees the register, by place. Errors: `not-found` where there are none. */
export async function readCountList(session: Session): Promise<readonly PaperView[]> {
  const { papers } = await readRegister(session, session.store);
  const kept = papers.filter(({ state }) => state === 'kept');
  if (kept.length === 0) throw new AppError('not-found');
  return kept.toSorted(
    (one, other) => one.place.localeCompare(other.place, 'zh') || one.paperId - other.paperId,
  );
}
