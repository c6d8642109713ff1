/** Every request passes here: parse, authorise, handle, check the reply, answer with a Result. Nothing else answers a port. */
import type { z } from 'zod';
import type { Failure, Result } from '../../contract/result.ts';
import { fail, ok } from '../../contract/result.ts';
import type { Role } from '../../contract/fields.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { Access, RouteReply, RouteRequest } from '../../contract/routes.ts';
import { MOST_REQUEST_CHARACTERS, ROUTES } from '../../contract/routes.ts';
import { AppError } from './app-error.ts';

export type Handlers = { readonly [N in RouteName]: (request: RouteRequest<N>) => Promise<RouteReply<N>> };

/** Where the vault stands, as far as permission to call a route goes. */
export type Standing =
  | { readonly state: 'no-vault' | 'refused' | 'locked' }
  | {
      readonly state: 'unlocked';
      readonly role: Role;
      readonly acknowledged: boolean;
      readonly readOnly: boolean;
    };

export interface RouterDependencies {
  readonly handlers: Handlers;
  readonly standing: () => Standing;
  /** Told of every refused request, so that it can be logged (at once, or counted while locked). */
  readonly onRefused: (route: string, failure: Failure) => Promise<void>;
}

export type Router = (route: string, payload: unknown) => Promise<Result<unknown>>;

export function createRouter(dependencies: RouterDependencies): Router {
  return async (name, payload) => {
    try {
      return ok(await answer(dependencies, name, payload));
    } catch (error) {
      const failure = describeFailure(error);
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
  'store-mismatch',
]);

/** What may be called before a supervisor has acknowledged an alarm. */
const BEFORE_ACKNOWLEDGEMENT = new Set<RouteName>(['vault.status', 'session.alarms', 'session.acknowledge']);

/** What shows nothing but masks and writes nothing: all that a damaged store is asked for. */
const READ_ONLY = new Set<RouteName>([
  'vault.status',
  'session.alarms',
  'people.search',
  'people.searchNext',
  'people.open',
  'rooms.find',
  'rooms.open',
  'notes.list',
  'log.list',
  'policy.read',
]);

async function answer(dependencies: RouterDependencies, name: string, payload: unknown): Promise<unknown> {
  if (!isRoute(name)) throw new AppError('unknown-route');
  if (measure(payload) > MOST_REQUEST_CHARACTERS) throw new AppError('too-large');
  authorise(ROUTES[name].access, name, dependencies.standing());
  const request = parseRequest(name, payload);
  const handle = dependencies.handlers[name] as (request: unknown) => Promise<unknown>;
  return checkReply(name, await handle(request));
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

function authorise(access: Access, name: RouteName, standing: Standing): void {
  if (access === 'any') return;
  if (access === 'signed-out') {
    if (standing.state === 'unlocked') throw new AppError('not-allowed');
    return;
  }
  if (access === 'no-vault' || access === 'locked' || access === 'closed') {
    if (
      standing.state === access ||
      (access === 'closed' && (standing.state === 'locked' || standing.state === 'refused'))
    )
      return;
    throw new AppError(
      access === 'no-vault' ? 'vault-exists' : standing.state === 'no-vault' ? 'no-vault' : 'not-allowed',
    );
  }
  if (standing.state !== 'unlocked') throw new AppError('locked');
  if (!access.includes(standing.role)) throw new AppError('not-allowed');
  if (!standing.acknowledged && !BEFORE_ACKNOWLEDGEMENT.has(name)) throw new AppError('store-mismatch');
  if (standing.readOnly && !READ_ONLY.has(name)) throw new AppError('store-read-only');
}

function parseRequest(name: RouteName, payload: unknown): unknown {
  const parsed = ROUTES[name].request.safeParse(payload ?? {});
  if (!parsed.success) throw new AppError('bad-request', { where: describeIssue(parsed.error) });
  return parsed.data;
}

/** Where a request is wrong: the path alone, never the value found there. */
const describeIssue = (error: z.ZodError): string =>
  error.issues[0]?.path.map(String).join('.').slice(0, 60) ?? '';

/** A reply with a field too many stops here, before it can reach a screen. */
function checkReply(name: RouteName, reply: unknown): unknown {
  const checked = ROUTES[name].reply.safeParse(reply);
  if (!checked.success) throw new AppError('internal', { where: `reply of ${name}` });
  return checked.data;
}

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
