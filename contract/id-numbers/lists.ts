/** ID numbers of residents: what the company has decided, and what that means. Without schemas, so that pages can read it. */
import type { Purpose } from '../fields.ts';

/** `consent`: kept of whoever consents to it by itself (PIPL, Article 29); `none`: of nobody. Nothing is kept before one of them was chosen. */
export const ID_CHOICES = ['consent', 'none'] as const;
/** One of them. */
export type IdChoice = (typeof ID_CHOICES)[number];

/** The purpose that a consent to keep an ID number is given for. */
export const ID_PURPOSE: Purpose = 'identity';
/** People of one page of the work list. */
export const ID_ROWS_AT_ONCE = 50;

/** Its actions, as log and papers call them. */
export const ID_NUMBERS_ACTION_WORDS = {
  'id-numbers': ['决定证件号码', 'Decided on ID numbers'],
  'id-removal': ['删除证件号码', 'Removed ID numbers'],
} as const;
