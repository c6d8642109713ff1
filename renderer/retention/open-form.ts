/** Form that is open on the page of retention. */
import type { RecordEntity } from '../../contract/retention/lists.ts';
import type { HoldView, RetentionPerson } from '../../contract/retention/routes.ts';

export type Open =
  | { readonly form: 'rules' | 'destroy' | 'recall' }
  /** One of them, or everybody who is due or back by a restore. */
  | { readonly form: 'erase'; readonly whom: RetentionPerson | 'due' | 'returned' }
  | { readonly form: 'hold' | 'open' | 'endRecall'; readonly person: RetentionPerson }
  | { readonly form: 'records'; readonly entity: RecordEntity }
  | { readonly form: 'endHold'; readonly hold: HoldView };
