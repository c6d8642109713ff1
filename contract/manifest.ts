/** Manifest of a feature for every process: its routes, the log entries that it writes, and the topics that its requests change. */
import type { z } from 'zod';
import type { Duty } from './evidence/lists.ts';
import type { LogGroup } from './log/groups.ts';
import type { SigningRule } from './log/signing.ts';
import type { Routes } from './route.ts';
import type { Words } from './vocabulary/wording.ts';

/** What is done to rows of a table: `+` added, `~` changed, `-` removed. */
export type Writes = '+' | '~' | '-' | '+~' | '+-' | '~-' | '+~-';

/** Facts of one action of the log. */
export interface ActionFacts {
  /** Schema of an entry's detail, which its columns do not hold; null is a detail of its own where the schema takes it. */
  readonly detail: z.core.$ZodType;
  /** Whose signature an entry needs. */
  readonly signing: SigningRule;
  /** The kind by which the log page filters. */
  readonly group: LogGroup;
  /** With many desks: done on the line or off it, or only while all others wait. */
  readonly work: 'free' | 'coordinated';
  /** What is done along with it to rows that every desk has alike, but the log's, by table; what foreign keys remove is among it. */
  readonly writes: Readonly<Record<string, Writes>>;
  /** With many desks: where a part of it does not count because another desk was first, nothing of it does. */
  readonly whole?: true;
  /** Duties whose evidence such an entry belongs to. */
  readonly duties?: readonly Duty[];
  /** Those of `duties` that an entry with this detail belongs to; all of them where it is left out. */
  readonly dutiesOf?: (detail: never) => readonly Duty[];
  /**
   * The vault goes by its entries: a choice, a permission, an order, an acknowledgement. They are read with their signatures alone (`log/decisions.ts`),
   * and by nobody who does not check them. `anybody`: whoever signs in first enters what a kill has left, so that each role may sign.
   */
  readonly decides?: true | 'anybody';
  /** Opens a record: each counts, where a change counts that nobody had opened the record for. */
  readonly opens?: true;
  /** Entered along with whatever is asked: a refusal, a wrong PIN, a search that has settled by then, an alert that the act before has raised, the first sign-in of a desk that has joined. */
  readonly besideAny?: true;
  /** Entered by the clock, too, with nobody asking. */
  readonly byTheClock?: true;
}

/** Log actions of a feature, by name. A list only grows after a release: an entry is read for as long as its log exists. */
export type Actions = Readonly<Record<string, ActionFacts>>;

type WrittenTo = ActionFacts['writes'];
const doneAs =
  <S extends SigningRule, K extends ActionFacts['work']>(signing: S, work: K) =>
  <const G extends LogGroup, const W extends WrittenTo>(group: G, writes: W) => ({
    signing,
    group,
    work,
    writes,
  });
/** Facts of an action, by its kind and what it writes: whoever did it signs. */
export const signed = doneAs('own', 'free');
/** No PIN was asked for. */
export const unsigned = doneAs('free', 'free');
/** The co-signer signs, where there is one. */
export const signedByEither = doneAs('either', 'free');
/** Whoever did it signs, while all other desks wait. */
export const signedCoordinated = doneAs('own', 'coordinated');
/** No PIN was asked for, and all other desks wait. */
export const unsignedCoordinated = doneAs('free', 'coordinated');
/** The co-signer signs, where there is one, while all other desks wait. */
export const eitherCoordinated = doneAs('either', 'coordinated');

/** The manifest of a feature. */
export interface Contract<
  R extends Routes = Routes,
  A extends Actions = Actions,
  T extends readonly string[] = readonly string[],
  W extends AreaWords = AreaWords,
> {
  readonly routes: R;
  readonly actions: A;
  /** What log and papers call each action, from a file without schemas, so that pages read it too. */
  readonly actionWords: Words<keyof A & string>;
  /** Topics that its requests change; the vault tells every screen of each. */
  readonly topics: T;
  /** Chinese names, in the matrix of permissions, of the areas: the parts of its routes' names before the dot. */
  readonly areas: W;
}

/** By the area of routes. */
export type AreaWords = Readonly<Record<string, string>>;

type None = Readonly<Record<never, never>>;
/** Words of all actions, where there are some. */
type WordsFor<A extends Actions> = [keyof A] extends [never]
  ? { readonly actionWords?: never }
  : { readonly actionWords: Words<keyof A & string> };

/** A manifest of these parts; a feature that enters nothing, or changes nothing that another screen shows, leaves that out. */
export const defineContract = <
  const R extends Routes = None,
  const A extends Actions = None,
  const T extends readonly string[] = readonly [],
  const W extends AreaWords = None,
>({
  routes = {} as R,
  actions = {} as A,
  actionWords = {} as Words<keyof A & string>,
  topics = [] as unknown as T,
  areas = {} as W,
}: Partial<Omit<Contract<R, A, T, W>, 'actionWords'>> & WordsFor<A>): Contract<R, A, T, W> => ({
  routes,
  actions,
  actionWords,
  topics,
  areas,
});
