/** Every request passes here: parse, authorise, handle, check the reply, answer with a Result. Nothing else answers a port. */
import type { z } from 'zod';
import type { ChangeTopic } from '../../contract/changes.ts';
import { ACTIONS, type LogAction } from '../../contract/log/entries.ts';
import type { ActionFacts } from '../../contract/manifest.ts';
import { type Failure, type Result, fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { Route, RouteFacts } from '../../contract/route.ts';
import { MAX_REQUEST_CHARACTERS, ROUTES } from '../../contract/routes.ts';
import { findMarked, marksIn } from '../../contract/find-marked.ts';
import { mapWords } from '../../contract/map-words.ts';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import { enterOpening, withinLimits } from './access-monitor/desk-watch.ts';
import type { RecordOf } from './access-monitor/watch.ts';
import { AppError } from './app-error.ts';
import { requireUnrestricted } from './retention-rules/restricted.ts';
import { requireWithinScope } from './scope/guard.ts';
import type { Leads } from './session/leads.ts';
import type { CallerState } from './session/caller-state.ts';
import type { Session } from './session/session.ts';
import type { TrainingGate } from './training/gate.ts';
import { maskLongDigits } from './values/long-digits.ts';

export interface RouterDependencies {
  /** Its feature may have to be loaded first. */
  readonly handlerOf: (name: RouteName) => Promise<AnyHandler>;
  /** To whom ids lead, of all features; they may have to be loaded first. */
  readonly leads: () => Promise<Leads>;
  readonly session: () => Session | null;
  readonly callerState: () => CallerState;
  /** Has all other desks wait for what is done, where there are any. */
  readonly coordinate: <T>(work: () => Promise<T>, endsDesk: boolean) => Promise<T>;
  /** Explains an error that was not thrown on purpose: the error to tell instead. */
  readonly whyFailed: (error: unknown) => Promise<unknown>;
  readonly requireTrained: TrainingGate;
  /** Told of what a request has changed, once it is done. */
  readonly onChanged: (topics: readonly ChangeTopic[]) => void;
  /** Told of every refused request, so that it can be logged (at once, or counted while locked). */
  readonly onRefused: (route: string, failure: Failure) => Promise<void>;
}

/** As `Handler` of feature.ts, of whichever route: what it is handed is of that route once it has been parsed. */
export type AnyHandler = (...given: readonly never[]) => Promise<unknown>;

export type Router = (route: string, payload: unknown) => Promise<Result<unknown>>;

export function createRouter(dependencies: RouterDependencies): Router {
  return async (name, payload) => {
    try {
      return ok(await answer(dependencies, name, payload));
    } catch (error) {
      const failure = describeFailure(await dependencies.whyFailed(error));
      if (REFUSALS.has(failure.code)) await noteRefusal(dependencies, name, failure);
      return fail(failure.code, failure.details);
    }
  };
}

/** Failures of the request itself, as against those of the person's input; these are what an attack looks like. */
const REFUSALS = new Set<string>([
  'bad-request',
  'unknown-route',
  'too-large',
  'locked',
  'not-allowed',
  'vault-exists',
  'no-vault',
  'needs-supervisor',
  'in-inspection',
  'store-mismatch',
  'store-tampered',
]);

async function answer(dependencies: RouterDependencies, name: string, payload: unknown): Promise<unknown> {
  if (!isRoute(name)) throw new AppError('unknown-route');
  if (measure(payload) > MAX_REQUEST_CHARACTERS) throw new AppError('too-large');
  authorise(ROUTES[name], dependencies.callerState());
  const request = parseRequest(name, payload);
  const reply = keptFromInspector(
    dependencies,
    name,
    checkReply(name, (await call(dependencies, name, request)) ?? {}),
  );
  const { changes } = ROUTES[name].facts;
  if (changes !== undefined) dependencies.onChanged(changes);
  return reply;
}

/**
 * A role's route is handed the session that it is called in, once all that it names is within that person's scope; what shows a record, once the limits
 * let it be opened. Errors: `locked`, where the session ended while the feature was loaded; those of `requireWithinScope`, `requireUnrestricted`, the gate of training and `withinLimits`.
 */
async function call(dependencies: RouterDependencies, name: RouteName, request: unknown): Promise<unknown> {
  const handle = (await dependencies.handlerOf(name)) as (...given: readonly unknown[]) => Promise<unknown>;
  if (typeof ROUTES[name].access === 'string') return handle(request);
  const session = dependencies.session();
  if (session === null) throw new AppError('locked');
  await requireWithinScope(session, name, request, await dependencies.leads());
  await requireUnrestricted(session, name, request);
  await dependencies.requireTrained(session, name);
  const act = (): Promise<unknown> =>
    ROUTES[name].facts.shows === 'record'
      ? showRecord(session, name, request, () => handle(session, request))
      : handle(session, request);
  return isCoordinated(name) ? dependencies.coordinate(act, name === 'keys.endDesk') : act();
}

/** Whether all that it enters is done while other desks wait. What may be either waits once it is known. */
function isCoordinated(name: RouteName): boolean {
  const { enters } = ROUTES[name].facts as RouteFacts;
  return (
    typeof enters !== 'string' &&
    enters.length > 0 &&
    enters.every((action) => (ACTIONS[action as LogAction] as ActionFacts).work === 'coordinated')
  );
}

/** Of whomever a request names: a list that may be narrowed to somebody, and is not, shows no record. Errors: those of `withinLimits` and of `show`. */
async function showRecord(
  session: Session,
  name: RouteName,
  request: unknown,
  show: () => Promise<unknown>,
): Promise<unknown> {
  const { facts, reply } = ROUTES[name];
  const { enters } = facts as RouteFacts;
  const named = recordsNamed(name, request);
  if (named.length === 0 && !marksIn(reply).has('record')) return show();
  const opens =
    typeof enters !== 'string' &&
    enters.some((action) => (ACTIONS[action as LogAction] as ActionFacts).opens);
  return withinLimits(session, 'open', { records: opens ? [] : named }, async () => {
    const shown = await show();
    if (enters === 'as-opened') await enterOpening(session, named);
    return shown;
  });
}

/** The people whom a request names, or the rooms where it names nobody: whose record it shows. */
function recordsNamed(name: RouteName, request: unknown): readonly RecordOf[] {
  const parts = findMarked(ROUTES[name].request, request);
  const people = parts.filter(({ mark }) => mark === 'person>people');
  return people.length > 0
    ? people.map(({ value }) => ({ personId: value as PersonId }))
    : parts.flatMap(({ mark, value }) => (mark === 'room>rooms' ? [{ roomId: value as RoomId }] : []));
}

const isRoute = (name: string): name is RouteName => Object.hasOwn(ROUTES, name);

/** Length of the request as JSON text, which bounds what parsing it can cost. */
function measure(payload: unknown): number {
  try {
    return JSON.stringify(payload ?? {}).length;
  } catch {
    throw new AppError('bad-request');
  }
}

function authorise({ access, facts }: Route, caller: CallerState): void {
  if (access === 'any') return;
  if (access === 'signed-out') {
    if (caller.state === 'unlocked') throw new AppError('not-allowed');
    return;
  }
  if (access === 'no-vault' || access === 'locked' || access === 'closed') {
    if (
      caller.state === access ||
      (access === 'closed' && (caller.state === 'locked' || caller.state === 'refused'))
    )
      return;
    throw new AppError(
      access === 'no-vault' ? 'vault-exists' : caller.state === 'no-vault' ? 'no-vault' : 'not-allowed',
    );
  }
  if (caller.state !== 'unlocked') throw new AppError('locked');
  if (!access.includes(caller.role)) throw new AppError('not-allowed');
  if (!caller.acknowledged && facts.beforeAcknowledged !== true) throw new AppError('store-mismatch');
  if (caller.readOnly && facts.maskedReadOnly !== true) throw new AppError('store-read-only');
  if (caller.inspected && facts.maskedReadOnly !== true && facts.inInspection !== true)
    throw new AppError('in-inspection');
}

function parseRequest(name: RouteName, payload: unknown): unknown {
  const parsed = ROUTES[name].request.safeParse(payload ?? {});
  if (!parsed.success) throw new AppError('bad-request', { where: describeIssue(parsed.error) });
  return parsed.data;
}

/** Where a request is wrong: the path alone, never the value found there. */
const describeIssue = (error: z.ZodError): string =>
  error.issues[0]?.path.map(String).join('.').slice(0, 60) ?? '';

/**
 * A reply with a field too many stops here, before it can reach a screen. One with a value that the application never writes does so too: somebody
 * has written it into the store.
 */
function checkReply(name: RouteName, reply: unknown): unknown {
  const checked = ROUTES[name].reply.safeParse(reply);
  if (checked.success) return checked.data;
  const where = `reply of ${name}`;
  if (hasFieldTooMany(checked.error.issues)) throw new AppError('internal', { where });
  throw new AppError('store-damaged', { part: 'value', where });
}

/** Whoever inspects reads masks alone: what staff typed may have a resident's number in it. */
function keptFromInspector(dependencies: RouterDependencies, name: RouteName, reply: unknown): unknown {
  const caller = dependencies.callerState();
  return caller.state === 'unlocked' && caller.inspected
    ? mapWords(ROUTES[name].reply, reply, maskLongDigits)
    : reply;
}

/** At any depth, and in each of several that a value may be. */
const hasFieldTooMany = (issues: readonly z.core.$ZodIssue[]): boolean =>
  issues.some(
    (issue) =>
      issue.code === 'unrecognized_keys' ||
      (issue.code === 'invalid_union' && issue.errors.some(hasFieldTooMany)),
  );

function describeFailure(error: unknown): Failure {
  if (error instanceof AppError) return { code: error.code, details: error.details };
  return { code: 'internal', details: {} };
}

async function noteRefusal(dependencies: RouterDependencies, name: string, failure: Failure): Promise<void> {
  try {
    await dependencies.onRefused(isRoute(name) ? name : 'unknown', failure);
  } catch {
    // The request is refused either way; a log that cannot be written must not turn the refusal into an answer.
  }
}
