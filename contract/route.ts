/** Definition of a route: who may call it, its request and its reply. */
import { z } from 'zod';
import type { Role } from './fields.ts';
import type { MarksOf } from './marks.ts';

/**
 * When a route answers: `any` always; `no-vault` before set-up; `locked` while nobody is signed in; `closed`
 * also where nobody can sign in; `signed-out` in all three; a list of roles while one of them is signed in.
 * Advisory only; keys enforce what a role can open.
 */
type Access = 'any' | 'no-vault' | 'locked' | 'closed' | 'signed-out' | readonly Role[];

/**
 * Why a route enters nothing in the log.
 * - `signed-out`: nobody is signed in whom an entry could name, and no store is open that could take one.
 * - `masks`: residents by their masks alone, and no record of theirs; opening one is entered.
 * - `no-resident`: how it stands with desk, keys, staff or rules, and nothing about a resident.
 * - `preparation`: prepares something, or gives it up; what comes of it is entered when it is done.
 * - `logged-later`: a search, which is entered a second later, or with the record that is opened from it.
 * - `as-by-the-clock`: does now what is done by the clock anyway, which enters what is wrong and nothing else.
 * - `as-opened`: a part of the record that it names: the router enters that the record was opened, unless it was opened lately.
 */
const WITHOUT_ENTRY = [
  'signed-out',
  'masks',
  'no-resident',
  'preparation',
  'logged-later',
  'as-by-the-clock',
  'as-opened',
] as const;
export type WithoutEntry = (typeof WITHOUT_ENTRY)[number];

/** The actions of which each request that is done enters at least one, and no other. The join of the contract knows them all. */
export type Enters = readonly [string, ...string[]];

/**
 * How a route that a receptionist may call keeps to their scope.
 * - `ids`: every id and every room in words lies within it: the vault finds them in the request by its schema.
 * - `filtered`: as `ids`, and the reply leaves out what lies beyond.
 * - `supervised`: a supervisor's PIN comes with the request.
 * - `over`: goes over every scope, and every supervisor learns of it.
 * - `refused`: nobody with a scope may call it.
 * - `nobody`: neither request nor reply leads to a resident or a room.
 */
const SCOPE_RULES = ['ids', 'filtered', 'supervised', 'over', 'refused', 'nobody'] as const;
export type ScopeRule = (typeof SCOPE_RULES)[number];

/**
 * Kinds of content of residents in a reply: `nothing`; `ids` alone; `masks` of many, in a list; the `record` of one person or one room, or anything of whom
 * the request names, which counts as an opening; a `value` in clear.
 */
const SHOWN = ['nothing', 'ids', 'masks', 'record', 'value'] as const;
export type Shown = (typeof SHOWN)[number];

/** Whose PIN a request takes, or may take: of whoever asks, of somebody beside them, of `both`. */
const PROOFS = ['none', 'own', 'second', 'both'] as const;
export type ProofTaken = (typeof PROOFS)[number];

/**
 * Whom a file or a paper of a route tells of: `nobody`; people by their `masks` or numbers, for who oversees or for the one whom it is about; `one` person in
 * clear; rows of the company's `own-file` as it came; a `list` of people, which takes the information officer once there are `MIN_LIST` of them.
 */
const SENT = ['nobody', 'masks', 'one', 'own-file', 'list'] as const;
export type Sent = (typeof SENT)[number];

/** Facts of a route, stated beside it and nowhere else. */
export interface RouteFacts {
  readonly enters: Enters | WithoutEntry;
  readonly shows: Shown;
  readonly proof: ProofTaken;
  /** Undefined where no receptionist may call it. */
  readonly scope?: ScopeRule;
  /** Shows nothing but masks and writes nothing: it answers for a damaged store, too. */
  readonly maskedReadOnly?: true;
  /** It answers before a supervisor has acknowledged an alarm. */
  readonly beforeAcknowledged?: true;
  /** It answers while somebody inspects, as does what is masked and read-only: it shows no value and changes nothing of a resident. */
  readonly inInspection?: true;
  /** By it a file that was picked or a paper leaves the house, and what that has of residents. */
  readonly sends?: Sent;
  /** Topics of some manifest that it has changed once it is done; the vault tells every screen of them. */
  readonly changes?: readonly string[];
}

/** Facts of a route that tells how it stands with desk, keys, staff or rules. */
export const NO_RESIDENT = { enters: 'no-resident', shows: 'nothing', proof: 'none' } as const;
/** The same, of a route that an inspector asks as well, and somebody whose scope is part of the estate. */
export const OF_NOBODY = { ...NO_RESIDENT, scope: 'nobody', inInspection: true } as const;
/** Facts of a route that shows nothing of a resident and takes no PIN. */
export const PLAINLY = { shows: 'nothing', proof: 'none' } as const;
/** Facts of a route that shows nothing of a resident and takes the PIN of whoever asks. */
export const BY_OWN_PIN = { shows: 'nothing', proof: 'own' } as const;
/** The same, of a route that takes another's PIN as well. */
export const BY_BOTH_PINS = { shows: 'nothing', proof: 'both' } as const;
/** Facts of a route that shows masks to whoever gives their PIN. */
export const MASKS_BY_OWN_PIN = { shows: 'masks', proof: 'own' } as const;
/** Facts of a route that shows masks, which is not entered. */
export const MASKED = { enters: 'masks', shows: 'masks', proof: 'none' } as const;
/** Facts of a route that prepares something or gives it up, and shows nothing of a resident. */
export const PREPARATION = { enters: 'preparation', shows: 'nothing', proof: 'none' } as const;
/** Facts of a route that answers before anybody is signed in, and takes no PIN. */
export const SIGNED_OUT = { enters: 'signed-out', shows: 'nothing', proof: 'none' } as const;

/**
 * Access, the schemas of request and reply, and the facts. The types are those of what the schemas accept, not of the schemas: every process
 * compiles them, and those of schemas cost it many times as much.
 */
export interface Route<
  Allowed extends Access = Access,
  Request = unknown,
  Reply = unknown,
  Entered extends RouteFacts['enters'] = RouteFacts['enters'],
  Topics extends readonly string[] = readonly string[],
  Ids extends string = string,
> {
  readonly access: Allowed;
  readonly request: z.ZodType<Request>;
  readonly reply: z.ZodType<Reply>;
  readonly facts: RouteFacts & { readonly enters: Entered; readonly changes?: Topics };
  /** For the compiler alone: the ids of request and reply that lead to residents or rooms. */
  readonly ids?: Ids;
}

/** Routes of a feature by their names, `area.what`. */
export type Routes = Readonly<Record<string, Route>>;

type Leading = `${string}>${'people' | 'rooms' | 'both'}`;
type IsNever<T> = [T] extends [never] ? true : false;

/** Whether a request with these marks can name a person or a room. */
type NamesOne<M extends string> =
  IsNever<Extract<M, 'person>people' | 'room>rooms'>> extends true ? false : true;

/** Whether a reply shows a record: one is in it, or masks of whom the request names. */
type ShowsRecord<RequestMarks extends string, ReplyMarks extends string> = 'record' extends ReplyMarks
  ? true
  : 'mask' extends ReplyMarks
    ? NamesOne<RequestMarks>
    : false;

/** Values of `shows` that a route with these marks may state. */
type ShownOf<RequestMarks extends string, ReplyMarks extends string> = 'value' extends ReplyMarks
  ? 'value'
  : ShowsRecord<RequestMarks, ReplyMarks> extends true
    ? 'record' | 'value'
    : 'mask' extends ReplyMarks
      ? Exclude<Shown, 'nothing' | 'ids'>
      : IsNever<Extract<ReplyMarks, Leading>> extends true
        ? Shown
        : Exclude<Shown, 'nothing'>;

/** Of what shows a value or a record, an action; or, of a part of the record that the request names, that it is opened by it. */
type EntersOf<RequestMarks extends string, ReplyMarks extends string> = 'value' extends ReplyMarks
  ? Enters
  : ShowsRecord<RequestMarks, ReplyMarks> extends true
    ? Enters | (NamesOne<RequestMarks> extends true ? 'as-opened' : never)
    : Exclude<RouteFacts['enters'], 'as-opened'>;

type ProofOf<M extends string> = 'own-pin' extends M
  ? 'second-pin' extends M
    ? 'both'
    : 'own'
  : 'second-pin' extends M
    ? 'second'
    : 'none';

/** Whether a request with another's PIN has it in any case, and not only where it has to. */
type AlwaysProves<Request> = (
  Request extends unknown
    ? 'second-pin' extends {
        [K in keyof Request]-?: undefined extends Request[K] ? never : MarksOf<Request[K]>;
      }[keyof Request]
      ? true
      : false
    : never
) extends true
  ? true
  : false;

type ScopeOf<Request, RequestMarks extends string, ReplyMarks extends string> = Exclude<
  ScopeRule,
  | (IsNever<Extract<RequestMarks | ReplyMarks, Leading | 'room-text'>> extends true ? never : 'nobody')
  | (AlwaysProves<Request> extends true ? never : 'supervised')
>;

type IsAskedByReceptionist<Allowed extends Access> = Allowed extends readonly Role[]
  ? 'receptionist' extends Allowed[number]
    ? true
    : false
  : false;

/** Facts that a route with these marks can state; what contradicts its types does not compile. */
type FactsOf<
  Allowed extends Access,
  Request,
  RequestMarks extends string,
  ReplyMarks extends string,
> = RouteFacts & {
  readonly shows: ShownOf<RequestMarks, ReplyMarks>;
  readonly proof: ProofOf<RequestMarks>;
  readonly enters: EntersOf<RequestMarks, ReplyMarks>;
} & (IsAskedByReceptionist<Allowed> extends true
    ? { readonly scope: ScopeOf<Request, RequestMarks, ReplyMarks> }
    : { readonly scope?: never }) &
  // A list needs a place for the PIN of whoever answers for personal information.
  (Request extends { readonly approver?: unknown } ? unknown : { readonly sends?: Exclude<Sent, 'list'> }) &
  ('undeclared-id' extends RequestMarks | ReplyMarks
    ? { readonly 'an id has no kind (idOf of ids.ts)': never }
    : unknown);

/** What a request of these fields holds. */
type Taken<Shape extends z.core.$ZodLooseShape> = z.output<z.ZodObject<Shape, z.core.$strict>>;

/** A route of these parts with its facts, which have to fit what its request and its reply can hold. */
export const route = <
  const Allowed extends Access,
  Request extends z.core.$ZodType,
  Reply extends z.core.$ZodType,
  const Entered extends RouteFacts['enters'],
  const Topics extends readonly string[] = readonly [],
>(
  access: Allowed,
  request: Request,
  reply: Reply,
  facts: FactsOf<Allowed, z.output<Request>, MarksOf<z.output<Request>>, MarksOf<z.output<Reply>>> & {
    readonly enters: Entered;
    readonly changes?: Topics;
  },
): Route<
  Allowed,
  z.output<Request>,
  z.output<Reply>,
  Entered,
  Topics,
  Extract<MarksOf<z.output<Request>> | MarksOf<z.output<Reply>>, Leading>
> => ({
  access,
  request: request as unknown as z.ZodType<z.output<Request>>,
  reply: reply as unknown as z.ZodType<z.output<Reply>>,
  facts,
});

/** Routes of one `access` that answer with the same `reply` and change the same topics: what each takes, by the fields of its request, and its other facts. */
export const routesOf =
  <const Allowed extends Access, Reply extends z.core.$ZodType, const Topics extends readonly string[]>(
    access: Allowed,
    reply: Reply,
    changes: Topics,
  ) =>
  <Shape extends z.core.$ZodLooseShape, const Entered extends RouteFacts['enters']>(
    shape: Shape,
    facts: FactsOf<Allowed, Taken<Shape>, MarksOf<Taken<Shape>>, MarksOf<z.output<Reply>>> & {
      readonly enters: Entered;
    },
  ) =>
    route<Allowed, z.ZodObject<Shape, z.core.$strict>, Reply, Entered, Topics>(
      access,
      z.strictObject(shape),
      reply,
      // What `facts` has to fit was asked of it above; the compiler does not follow it through a spread.
      { ...facts, changes } as never,
    );

/** Every role. */
export const EVERYONE = ['receptionist', 'supervisor', 'admin'] as const;

/** Roles that work at the counter. */
export const DESK = ['receptionist', 'supervisor'] as const;

/** Roles that read the log and look after keys. */
export const OVERSIGHT = ['supervisor', 'admin'] as const;
