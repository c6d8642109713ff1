/** The list of reasons: what an admin may change of it, and what holds of a vault where nobody has. Without schemas, so that pages can read it. */
import { type OwnReasonId, REASONS, type Reason, type ReasonId } from '../fields.ts';
import { REASONS_WITH_TICKET } from '../tasks/lists.ts';

/** Most reasons that an admin may add. */
export const MAX_OWN_REASONS = 40;
/** Most characters of the words of a reason. */
export const MAX_REASON_CHARACTERS = 20;

/** Name of a reason in each language. */
export interface ReasonWords {
  readonly zh: string;
  readonly en: string;
}

/** A reason of the list. */
export interface ListedReason {
  readonly id: ReasonId;
  /** Null of the program's own, whose words are the program's. */
  readonly words: ReasonWords | null;
  /** It is offered, and accepted by the vault. One out of use stays in the list: entries of before name it. */
  readonly used: boolean;
  /** It is accepted with a ticket alone. */
  readonly ticket: boolean;
}

/** Every reason that there is or was, in the order in which they are offered. */
export type ReasonList = readonly ListedReason[];

/** Reasons that the program needs itself: an emergency, an authority's request, and what no other reason says. */
const NEEDED: ReadonlySet<ReasonId> = new Set<ReasonId>(['emergency', 'authority', 'other']);

/** Whether a reason may be put out of use. */
export const mayBeOutOfUse = (id: ReasonId): boolean => !NEEDED.has(id);

/** Whether a reason may ask for a ticket, or be asked to no more: an authority always shows a document, and an emergency does not wait for one. */
export const mayChangeTicket = (id: ReasonId): boolean => id !== 'authority' && id !== 'emergency';

/** Reasons given most often at a counter, which stand first. */
const FIRST: readonly Reason[] = ['repair', 'fees', 'parcel', 'door-card', 'visitor'];

const own = (id: Reason): ListedReason => ({
  id,
  words: null,
  used: true,
  ticket: REASONS_WITH_TICKET.includes(id),
});

/** Of a vault where nobody has changed them. */
export const USUAL_REASONS: ReasonList = [
  ...FIRST,
  ...REASONS.filter((reason) => !FIRST.includes(reason)),
].map(own);

/** A list that an earlier version has kept, with what the program has gained since. */
export const completeList = (list: ReasonList): ReasonList => [
  ...list,
  ...USUAL_REASONS.filter(({ id }) => !list.some((one) => one.id === id)),
];

const numberOf = (id: ReasonId): number => (isOwn(id) ? Number(id.slice('own-'.length)) : 0);

/** Whether an admin has added it. */
export const isOwn = (id: ReasonId): id is OwnReasonId => id.startsWith('own-');

/** The id of the next reason that is added; no number is given twice. */
export const nextOwnId = (list: ReasonList): OwnReasonId =>
  `own-${Math.max(0, ...list.map(({ id }) => numberOf(id))) + 1}`;

/**
 * Whether a list may follow another: every reason of before is there, with the words of before, so that entries that name it say what they said;
 * what is new has words and a number of its own; what the program needs is in use.
 */
export function mayFollow(before: ReasonList, next: ReasonList): boolean {
  const known = new Map(before.map((one) => [one.id, one]));
  const highest = Math.max(0, ...before.map(({ id }) => numberOf(id)));
  const isRight = ({ id, words, used, ticket }: ListedReason): boolean => {
    const was = known.get(id);
    if (was === undefined) return numberOf(id) > highest && words !== null;
    return (
      was.words?.zh === words?.zh &&
      was.words?.en === words?.en &&
      (used || mayBeOutOfUse(id)) &&
      (ticket === was.ticket || mayChangeTicket(id))
    );
  };
  return (
    new Set(next.map(({ id }) => id)).size === next.length &&
    next.filter(({ id }) => isOwn(id)).length <= MAX_OWN_REASONS &&
    before.every(({ id }) => next.some((one) => one.id === id)) &&
    next.every(isRight)
  );
}

/** The reason of the list, where it is in use; undefined otherwise. */
export const usedReason = (list: ReasonList, id: ReasonId): ListedReason | undefined =>
  list.find((one) => one.id === id && one.used);

/** Its actions, as log and papers call them. */
export const REASONS_ACTION_WORDS = { reasons: ['更改事由', 'Reasons changed'] } as const;
