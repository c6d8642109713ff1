/** Kinds, states and bounds of the register of other systems and holders. Without schemas, so that pages can read it. */
import type { Grade } from '../forms/lists.ts';

/** Systems of a vendor's, each with a contract and an account. */
const SYSTEM_KINDS = ['parking', 'door', 'payment', 'video', 'property-software', 'other'] as const;
/** Where else data of residents lies: with people, on their phones, on paper. */
const HOLDER_KINDS = ['guard-post', 'phone', 'chat', 'visitor-book'] as const;
/** Systems and holders, in the order in which they are offered. */
export const OTHER_SYSTEM_KINDS = [...SYSTEM_KINDS, ...HOLDER_KINDS] as const;
/** A kind of system or holder. */
export type OtherSystemKind = (typeof OTHER_SYSTEM_KINDS)[number];

/** Whether it is a holder, which has no vendor, contract or account. */
export const isHolder = (kind: OtherSystemKind): boolean => HOLDER_KINDS.some((one) => one === kind);

/** States of an account's password, which itself is kept nowhere here. */
const ACCOUNT_STATES = ['changed', 'default', 'shared', 'unknown'] as const;
/** How a holder keeps it: one person under lock or screen lock, within reach of others, or nobody knows. */
const KEEPING_STATES = ['locked', 'open', 'unknown'] as const;
/** The states of both. */
export const PASSWORD_STATES = ['changed', 'default', 'shared', 'locked', 'open', 'unknown'] as const;
/** State of an account's password, or how a holder keeps it. */
export type PasswordState = (typeof PASSWORD_STATES)[number];

/** The states that one of the kind may have. */
export const statesOf = (kind: OtherSystemKind): readonly PasswordState[] =>
  isHolder(kind) ? KEEPING_STATES : ACCOUNT_STATES;

/** Nothing is left to be done about it. */
export const isSafe = (state: PasswordState): boolean => state === 'changed' || state === 'locked';

/**
 * What an agreement with whoever processes for the company has to settle, by Article 21 of the Personal Information Protection Law: the paragraph of
 * `pipl-21` in assets/law/articles.json and its words. P: the law asks for it in the agreement; I: the law has the rule, and inferred is that it is written down.
 */
export const AGREEMENT_CLAUSES = {
  purpose: { paragraph: 1, says: '委托处理的目的', grade: 'P' },
  term: { paragraph: 1, says: '期限', grade: 'P' },
  way: { paragraph: 1, says: '处理方式', grade: 'P' },
  kinds: { paragraph: 1, says: '个人信息的种类', grade: 'P' },
  measures: { paragraph: 1, says: '保护措施', grade: 'P' },
  duties: { paragraph: 1, says: '双方的权利和义务', grade: 'P' },
  supervision: { paragraph: 1, says: '对受托人的个人信息处理活动进行监督', grade: 'I' },
  return: { paragraph: 2, says: '返还个人信息处理者或者予以删除，不得保留', grade: 'I' },
  'sub-processor': { paragraph: 3, says: '未经个人信息处理者同意，受托人不得转委托他人', grade: 'I' },
} as const satisfies Readonly<
  Record<string, { readonly paragraph: 1 | 2 | 3; readonly says: string; readonly grade: Grade }>
>;
/** One of them. */
export type AgreementClause = keyof typeof AGREEMENT_CLAUSES;
/** All of them, in the order in which they are read. */
export const CLAUSES = Object.keys(AGREEMENT_CLAUSES) as [AgreementClause, ...AgreementClause[]];

/** Of an agreement: those that are not in it. All are missing where nobody has read one; none where the vendor processes nothing. */
export const missingClauses = (
  agreement: { readonly isProcessor: boolean; readonly clauses: readonly AgreementClause[] } | null,
): readonly AgreementClause[] =>
  agreement?.isProcessor === false ? [] : CLAUSES.filter((one) => agreement?.clauses.includes(one) !== true);

/** Its actions, as log and papers call them. */
export const OTHER_SYSTEMS_ACTION_WORDS = {
  'other-system-add': ['登记其他系统', 'Other system added'],
  'other-system-change': ['修改其他系统', 'Other system changed'],
  'other-system-check': ['检查其他系统', 'Other system checked'],
  'other-system-agreement': ['核对委托协议', 'Processing agreement checked'],
  'other-system-remove': ['删除其他系统', 'Other system removed'],
} as const;
