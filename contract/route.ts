/** Definition of a route: who may call it, its request and its reply. */
import type { z } from 'zod';
import type { ChangeTopic } from './changes.ts';
import type { Role } from './fields.ts';

/**
 * When a route answers: `any` always; `no-vault` before set-up; `locked` while nobody is signed in; `closed`
 * also where nobody can sign in; `signed-out` in all three; a list of roles while one of them is signed in.
 * Advisory only; keys enforce what a role can open.
 */
export type Access = 'any' | 'no-vault' | 'locked' | 'closed' | 'signed-out' | readonly Role[];

/** What few routes are beside that. */
export interface RouteFacts {
  /** Shows nothing but masks and writes nothing: it answers for a damaged store, too. */
  readonly showsMasksAlone?: true;
  /** It answers before a supervisor has acknowledged an alarm. */
  readonly beforeAcknowledged?: true;
  /** It answers while somebody inspects, as does what shows masks alone: it shows no value and changes nothing of a resident. */
  readonly inInspection?: true;
  /** What it has changed once it is done, of which the vault tells every screen. */
  readonly changes?: readonly ChangeTopic[];
}

/** Access and the schemas of request and reply. */
export interface Route<
  Allowed extends Access = Access,
  Request extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly access: Allowed;
  readonly request: Request;
  readonly reply: Reply;
  readonly facts: RouteFacts;
}

/** What a feature brings: its routes by their names, `area.what`. */
export type Routes = Readonly<Record<string, Route>>;

/** A route of these parts; `facts` for the few that have any. */
export const route = <const Allowed extends Access, Request extends z.ZodType, Reply extends z.ZodType>(
  access: Allowed,
  request: Request,
  reply: Reply,
  facts: RouteFacts = {},
): Route<Allowed, Request, Reply> => ({ access, request, reply, facts });

/** Every role. */
export const EVERYONE = ['receptionist', 'supervisor', 'admin'] as const;

/** Roles that work at the counter. */
export const DESK = ['receptionist', 'supervisor'] as const;

/** Roles that read the log and look after keys. */
export const OVERSIGHT = ['supervisor', 'admin'] as const;
