/** What a route is: who may call it, what goes in, what comes out. */
import type { z } from 'zod';
import type { ChangeTopic } from './changes.ts';
import type { Role } from './fields.ts';

/**
 * When a route answers: `any` always, `no-vault` before set-up, `locked` while nobody is signed in, `closed` then too and where nobody can
 * sign in, `signed-out` in all of these, else the roles that may call it while signed in. Advisory only; keys enforce what a role can open.
 */
export type Access = 'any' | 'no-vault' | 'locked' | 'closed' | 'signed-out' | readonly Role[];

/** What few routes are beside that. */
export interface RouteFacts {
  /** Shows nothing but masks and writes nothing: it answers for a damaged store, too. */
  readonly showsMasksAlone?: true;
  /** It answers before a supervisor has acknowledged an alarm. */
  readonly beforeAcknowledged?: true;
  /** What it has changed once it is done, of which the vault tells every screen. */
  readonly changes?: readonly ChangeTopic[];
}

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

export const route = <const Allowed extends Access, Request extends z.ZodType, Reply extends z.ZodType>(
  access: Allowed,
  request: Request,
  reply: Reply,
  facts: RouteFacts = {},
): Route<Allowed, Request, Reply> => ({ access, request, reply, facts });

export const EVERYONE = ['receptionist', 'supervisor', 'admin'] as const;

export const DESK = ['receptionist', 'supervisor'] as const;

export const OVERSIGHT = ['supervisor', 'admin'] as const;
