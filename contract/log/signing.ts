/** Whose signature an entry of the log needs. Without schemas, so that pages can read it. */

/** The columns of an entry that its rule may depend on. */
export interface SigningColumns {
  readonly field: string | null;
  readonly outcome: string;
}

/**
 * `own`: whoever did it, and the co-signer where there is one. `either`: the co-signer where there is one, otherwise whoever did it;
 * for what takes one PIN, a supervisor's, at anybody's desk. `free`: nobody, because no PIN was asked for; a signature that is there is checked all the same.
 */
export type Signing = 'own' | 'either' | 'free';

/** The rule of one action: the same for all its entries, or by what the entry says. */
export type SigningRule = Signing | ((columns: SigningColumns) => Signing);
