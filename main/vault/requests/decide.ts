/** A request ends: done by what the log has of it, refused for a reason of the data, or withdrawn. */
import { type RequestAct, actsOf } from '../../../contract/requests/lists.ts';
import type { RequestRegister } from '../../../contract/requests/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { WORDS } from '../../../contract/words.ts';
import { AppError } from '../app-error.ts';
import { keepEdition } from '../law/editions.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { findActs } from './acts.ts';
import { requireKnown } from './identity.ts';
import { readRegister } from './register.ts';
import { type RequestRow, logReference, requireOpen } from './row.ts';
import { REQUESTS_FILE, type RequestRules } from './rules.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

interface Decision {
  readonly act: RequestAct | null;
  readonly entry: number | null;
  readonly refusal: string | null;
}

/**
 * Errors: `not-found` (it has ended), `changed-meanwhile`, `identity-not-verified` (of one that is to be done: nobody was verified for it, or whoever acts
 * for them has shown no papers), `request-not-answered` (the log has nothing since then that answers it), `bad-request` {where: refusal or act}, those of
 * `withSlots`, `not-allowed`, `log-unavailable`.
 */
export function decide(
  session: Session,
  request: RouteRequest<'requests.decide'>,
  rules: RequestRules,
): Promise<RequestRegister> {
  const { how, papers, words, pin } = request;
  return withOversight(session, pin, (present) =>
    commitValue(session, async (tx) => {
      const row = await requireOpen(tx, request);
      const { act, entry, refusal } = await decisionOf(tx, row, request, rules);
      const edition = await keepEdition(tx, REQUESTS_FILE, rules.file);
      await tx.run(sql`
        UPDATE subject_request SET edition = ${edition}, state = ${how}, ended_at = ${session.clock.now()}, ended_by = ${session.signedIn.staffId}, act = ${act},
          refusal = ${refusal}, words = ${words}, papers = ${papers ? 1 : 0}, version = version + 1 WHERE id = ${row.requestId}`);
      return {
        value: await readRegister(session, tx, rules),
        entries: [
          done(
            'request-decide',
            { ...logReference(row), how, act, entry, refusal, papers },
            { personId: row.personId, reason: words === '' ? null : words, signedBy: present },
          ),
        ],
      };
    }),
  );
}

async function decisionOf(
  store: ReadableStore,
  row: RequestRow,
  request: RouteRequest<'requests.decide'>,
  { view }: RequestRules,
): Promise<Decision> {
  if (request.how === 'withdrawn') return { act: null, entry: null, refusal: null };
  if (request.how === 'refused') {
    if (!view.refusals.some(({ id }) => id === request.refusal))
      throw new AppError('bad-request', { where: 'refusal' });
    return { act: null, entry: null, refusal: request.refusal };
  }
  const { act, papers, words } = request;
  if (!actsOf(row.what).includes(act)) throw new AppError('bad-request', { where: 'act' });
  const identity = await requireKnown(store, row, papers);
  if (act === 'explained') {
    if (words.length < WORDS.least) throw new AppError('bad-request', { where: 'words' });
    return { act, entry: null, refusal: null };
  }
  const found = (await findActs(store, row, identity.seq)).find((one) => one.act === act);
  if (found === undefined) throw new AppError('request-not-answered');
  return { act, entry: found.seq, refusal: null };
}
