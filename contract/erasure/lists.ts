/** Deleting people for good: why, and what is said of it afterwards. Without schemas, so that pages can read it. */

/**
 * `retention`: the time is over; `request`: the person has asked for it (PIPL, Article 47); `handover`: their estate was handed over; `restore`: they
 * had been deleted before, and a restored backup brought them back; `id-numbers`: of people who stay, the ID numbers that may not be kept.
 */
export const ERASURE_CAUSES = ['retention', 'request', 'estate-transfer', 'restore', 'id-numbers'] as const;
/** Why people were deleted. */
export type ErasureCause = (typeof ERASURE_CAUSES)[number];

/** Why somebody may not be deleted for now. */
export const HOLD_KINDS = ['dispute', 'claim', 'authority', 'other'] as const;
/** One of them. */
export type HoldKind = (typeof HOLD_KINDS)[number];

/** Masks that a certificate names one by one; of more it gives their number. */
export const MAX_NAMED_ERASED = 200;
/** Longest legal basis or rule, in UTF-16 code units. */
export const MAX_BASIS_WORDS = 200;

/** The number of a deletion as it is listed and written on its certificate: X-0012. */
export const erasureNumber = (erasureId: number): string =>
  `X-${String(erasureId % 2 ** 32).padStart(4, '0')}`;

/** Its actions, as log and papers call them. */
export const ERASURE_ACTION_WORDS = {
  erase: ['彻底删除', 'Deleted for good'],
  'erase-check': ['删除后检查', 'Checked a deletion'],
  hold: ['暂缓删除', 'Held a record'],
  'hold-end': ['解除暂缓', 'Ended a hold'],
} as const;
