/** The search box that is on the screen, for the keys and panels that are not in it. */
import { createRef } from 'react';
import type { SearchKind } from '../../contract/search/lists.ts';

export interface SearchHandle {
  readonly focus: () => void;
  readonly clear: () => void;
  /** A record was opened by what stands there: the next character begins a new search. */
  readonly markSpent: () => void;
  /** More of one kind of match, asked again the next fifty of it, or with null of every kind again, for the text that stands there. */
  readonly narrow: (only: SearchKind | null) => void;
  /** Returns the text of the box, for a question that is asked with a PIN. */
  readonly peek: () => string;
  /** Takes a key that was pressed elsewhere: what it types arrives here. */
  readonly receive: (event: KeyboardEvent) => void;
}

/** Null where no search box is shown. */
export const searchBox = createRef<SearchHandle>();
