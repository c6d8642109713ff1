/** Kinds, states and bounds of the register of other systems and holders. Without schemas, so that pages can read it. */

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

/** Its actions, as log and papers call them. */
export const OTHER_SYSTEMS_ACTION_WORDS = {
  'other-system-add': ['登记其他系统', 'Other system added'],
  'other-system-change': ['修改其他系统', 'Other system changed'],
  'other-system-check': ['检查其他系统', 'Other system checked'],
  'other-system-remove': ['删除其他系统', 'Other system removed'],
} as const;
