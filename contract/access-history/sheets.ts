/** Answers on paper, which go from the vault to the page that is printed and through no route. */
import type { FieldId, Role } from '../fields.ts';
import type { LogAction, LogEntryView } from '../log/entries.ts';
import type { LogOutcome } from '../log/outcomes.ts';
import type { OwnReason } from '../reasons/schemas.ts';
import type { Seeing } from './lists.ts';
import type { NamedPerson, AccessHistorySummary, AccessHistoryWhom } from './views.ts';

/** When it was made, in milliseconds since 1970, and by whom. */
export interface Printed {
  readonly at: number;
  readonly by: string;
}

/** An answer for the supervisor's file: masks, and the staff by name. */
export interface AccessHistorySheet {
  readonly whom: AccessHistoryWhom;
  /** Null where it was narrowed by nothing of the kind. */
  readonly narrowed: { readonly field: FieldId | null; readonly how: Seeing | null };
  readonly summary: AccessHistorySummary;
  /** Newest first; the summary says how many there are. */
  readonly entries: readonly LogEntryView[];
  /** Words of the reasons that an admin has added: the page that is printed has no other way to them. */
  readonly ownReasons: readonly OwnReason[];
  readonly printed: Printed;
}

/** One act as a resident is told of it: no name of the staff and no words of theirs, which may say something of others. */
export interface ActForResident {
  /** Number of the entry. */
  readonly seq: number;
  readonly at: number;
  readonly action: LogAction;
  /** Names of fields, comma separated. */
  readonly field: string | null;
  readonly outcome: LogOutcome;
  /** Today's role of whoever did it, and of the co-signer where there was one; `left` of somebody who has left. */
  readonly roles: readonly (Role | 'left')[];
  /** Id of the reason; null where none is asked for. */
  readonly reason: string | null;
}

/** The answer to a resident who asks who has looked at their data (PIPL, Articles 44 and 45). */
export interface ResidentAnswerSheet {
  readonly person: NamedPerson;
  /** How many there are; the sheet has the newest of them. */
  readonly total: number;
  readonly acts: readonly ActForResident[];
  readonly ownReasons: readonly OwnReason[];
  readonly madeAt: number;
}
