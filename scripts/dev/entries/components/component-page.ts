/** Type of the page of a component. */
import type { ReactNode } from 'react';

/** One text in both languages: Chinese, then English. */
export type Said = readonly [chinese: string, english: string];

/** Chooses the text of the language that is shown. */
export type Say = (...said: Said) => string;

export interface ComponentState {
  /** In the address, where states are shown one at a time. */
  readonly id: string;
  readonly name: Said;
  /** Its first control takes the focus; of one state of a page. */
  readonly focused?: true;
  /** Takes the whole width of the page. */
  readonly wide?: true;
  readonly show: (say: Say) => ReactNode;
}

export interface ComponentPage {
  /** In the address: `#button`. */
  readonly id: string;
  /** The components, as code names them. */
  readonly title: string;
  /** `together` unless said: all states below one another; `alone`: one at a time, as they need the same store; `window`: one at a time, each over the whole window. */
  readonly frame?: 'together' | 'alone' | 'window';
  readonly states: readonly ComponentState[];
}
