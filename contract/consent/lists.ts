/** Notice and consent: what is missing, and how it stands with one person. Without schemas, so that pages can read it. */
import type { FieldId, NoticeWay, Purpose, Relation } from '../fields.ts';
import type { MaskedPerson } from '../people/views.ts';

/**
 * Kinds of gaps. `notice`: not told by the current version. `consent`: a relation that is no party to the contract, and no consent.
 * `sensitive`: sensitive data is held without a consent of its own (PIPL, Article 29). `guardian`: a guardian is on record who has not
 * consented (PIPL, Article 31).
 */
export const MISSING_KINDS = ['notice', 'consent', 'sensitive', 'guardian'] as const;
/** Something that is missing. */
export type MissingKind = (typeof MISSING_KINDS)[number];

/** The purpose that stands for all that the notice says: told, and agreed to, by this one row. */
export const GENERAL: Purpose = 'service';
/** The purpose that a guardian consents to. */
export const OF_MINORS: Purpose = 'minors';

/** Ways of telling one person; a posting tells many. */
export const WAYS_AT_DESK = ['counter', 'signed'] as const satisfies readonly NoticeWay[];

/** Most postings that the page lists, newest first. */
export const MAX_POSTINGS = 50;
/** Rows of the work list that are read at once. */
export const MISSING_AT_ONCE = 50;

/** Rules that consent is judged by: the notice in force and the inventory. */
export interface ConsentRules {
  /** Version of the notice in force; null where nobody has said one. */
  readonly noticeVersion: string | null;
  /** Relations whose basis is consent. */
  readonly consenting: readonly Relation[];
  /** Fields that need a consent of their own, each with its purpose. */
  readonly sensitive: readonly { readonly field: FieldId; readonly purpose: Purpose }[];
}

/** How it stands with one person. */
export interface ConsentStanding {
  /** Told by the version in force. */
  readonly told: boolean;
  /** Purposes that their consent is asked for, the general one first. */
  readonly needs: readonly Purpose[];
  /** Of these, what there is no consent for and was none that has been withdrawn. */
  readonly missing: readonly Purpose[];
  /** Purposes whose consent they have withdrawn and not given again. */
  readonly withdrawn: readonly Purpose[];
  /** A guardian is on record: they are told and consent. */
  readonly byGuardian: boolean;
}

type About = Pick<MaskedPerson, 'kind' | 'rooms' | 'fields' | 'records'>;
type NoticeRecord = Extract<MaskedPerson['records'][number], { readonly kind: 'notice' }>;

/** Null of a company: it is no natural person. */
export function standingOf(
  { kind, rooms, fields, records }: About,
  rules: ConsentRules,
): ConsentStanding | null {
  if (kind === 'company') return null;
  const notices = records.filter((record): record is NoticeRecord => record.kind === 'notice');
  const holds = (field: FieldId): boolean => fields.some((one) => one.field === field);
  const needsGeneral = rooms.length > 0 && rooms.every(({ relation }) => rules.consenting.includes(relation));
  const needs = [
    ...(needsGeneral ? [GENERAL] : []),
    ...rules.sensitive.flatMap(({ field, purpose }) => (holds(field) ? [purpose] : [])),
  ].filter((purpose, at, all) => all.indexOf(purpose) === at);
  const agreed = (purpose: Purpose): boolean =>
    notices.some(
      (one) =>
        one.purpose === purpose &&
        one.consentedOn !== null &&
        one.withdrawnOn === null &&
        (purpose !== OF_MINORS || one.consenter === 'guardian'),
    );
  const withdrawn = notices
    .filter(({ purpose, withdrawnOn }) => withdrawnOn !== null && !agreed(purpose))
    .map(({ purpose }) => purpose);
  return {
    told: notices.some(
      ({ noticeVersion, givenOn }) =>
        noticeVersion !== null && noticeVersion === rules.noticeVersion && givenOn !== null,
    ),
    needs,
    // Nobody is asked again for what they have refused (Network Data Regulation, Article 22).
    missing: needs.filter((purpose) => !agreed(purpose) && !withdrawn.includes(purpose)),
    withdrawn: [...new Set(withdrawn)],
    byGuardian: holds('guardian'),
  };
}

/** Its actions, as log and papers call them. */
export const CONSENT_ACTION_WORDS = {
  'consent-tell': ['登记告知或同意', 'Notice or consent recorded'],
  'consent-undo': ['撤销告知登记', 'Notice entry undone'],
  'consent-withdraw': ['登记撤回同意', 'Withdrawal recorded'],
  'consent-form': ['输出同意书', 'Consent form given out'],
  'consent-version': ['启用告知书', 'Notice activated'],
  'consent-post': ['登记张贴告知', 'Posting recorded'],
  'consent-take-down': ['撤回张贴登记', 'Posting undone'],
  'consent-children': ['查找未满 14 周岁', 'Under 14s looked for'],
} as const;
