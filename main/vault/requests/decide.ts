/** A request ends: done by what the log has of it, refused for a reason of the data, or withdrawn. */
import { actsOf } from '../../../contract/requests/lists.ts';
import type { RequestRegister } from '../../../contract/requests/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { WORDS } from '../../../contract/words.ts';
import { AppError } from '../app-error.ts';
import { readRestrictedOnRequest } from '../retention-rules/on-request.ts';
import type { Session } from '../session/session.ts';
import { followMerges } from '../store/follow-merges.ts';
import type { ReadableStore } from '../store/store.ts';
import { findActs } from './acts.ts';
import { type Ending, endRequest } from './end-request.ts';
import { requireKnown } from './identity.ts';
import { readRegister } from './register.ts';
import { type RequestRow, requireOpen } from './row.ts';
import type { RequestRules } from './rules.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { commitValue } from '../session/commit.ts';

type Decision = Pick<Ending, 'act' | 'entry' | 'refusal'>;

/**
 * Errors: `not-found` (it has ended), `changed-meanwhile`, `identity-not-verified` (of one that is to be done: nobody was verified for it, or whoever acts
 * for them was not shown to), `request-not-answered` (the log has nothing since then that answers it), `bad-request` {where: refusal or act}, those of
 * `withSlots`, `not-allowed`, `log-unavailable`.
 */
export function decide(
  session: Session,
  request: RouteRequest<'requests.decide'>,
  rules: RequestRules,
): Promise<RequestRegister> {
  const { how, words, pin } = request;
  return withOversight(session, pin, (present) =>
    commitValue(session, async (tx) => {
      const row = await requireOpen(tx, request);
      const decision = await decisionOf(session, tx, row, request, rules);
      const entry = await endRequest(tx, session, present, row, rules, { how, words, ...decision });
      return { value: await readRegister(session, tx, rules), entries: [entry] };
    }),
  );
}

async function decisionOf(
  session: Session,
  store: ReadableStore,
  row: RequestRow,
  request: RouteRequest<'requests.decide'>,
  { view }: RequestRules,
): Promise<Decision> {
  if (request.how === 'withdrawn') return { act: null, entry: null, refusal: null };
  if (request.how === 'refused') {
    if (
      !view.refusals.some(
        ({ id, of }) => id === request.refusal && (of.length === 0 || of.includes(row.what)),
      )
    )
      throw new AppError('bad-request', { where: 'refusal' });
    return { act: null, entry: null, refusal: request.refusal };
  }
  const { act, words } = request;
  if (!actsOf(row.what).includes(act)) throw new AppError('bad-request', { where: 'act' });
  const identity = await requireKnown(session, store, row);
  if (act === 'explained') {
    if (words.length < WORDS.least) throw new AppError('bad-request', { where: 'words' });
    return { act, entry: null, refusal: null };
  }
  const found = (await findActs(store, row, identity.seq)).find((one) => one.act === act);
  // What was restricted and is free again is not done.
  const isFree =
    act === 'restricted' &&
    !(await readRestrictedOnRequest(store)).includes(await followMerges(store, row.personId));
  if (found === undefined || isFree) throw new AppError('request-not-answered');
  return { act, entry: found.seq, refusal: null };
}
