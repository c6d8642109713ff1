/** What is being filled in on the page of retention. */
import type { RecordEntity } from '../../contract/retention/lists.ts';
import type { HoldView, RetentionPerson } from '../../contract/retention/routes.ts';

export type Open =
  | { readonly form: 'rules' | 'destroy' }
  /** Null: everybody who is due. */
  | { readonly form: 'erase'; readonly person: RetentionPerson | null }
  | { readonly form: 'hold' | 'open'; readonly person: RetentionPerson }
  | { readonly form: 'records'; readonly entity: RecordEntity }
  | { readonly form: 'endHold'; readonly hold: HoldView };
