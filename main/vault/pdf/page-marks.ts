/** Marks on the pages of a laid-out document, each with its role for a screen reader. Lengths are points from the top left. */
import type { PageInk } from '../../../contract/print/pages.ts';

/** Standard structure types (ISO 32000-1, 14.8.4) that are used here. */
export type TagName =
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI'
  | 'Figure';

/** An element of the structure tree; its number is its place in the list. */
export interface Tag {
  readonly name: TagName;
  /** Null for what stands in the document itself. */
  readonly parent: number | null;
  readonly language?: string;
  readonly scope?: 'Column' | 'Row';
  /** Of a figure. */
  readonly alt?: string;
  /** Intended text where the face could not show all of it. */
  readonly actual?: string;
}

/** Null is decoration of the page: it is not read aloud. */
type TagOf = { readonly tag: number | null };

type InkOf<K extends PageInk['kind']> = Extract<PageInk, { readonly kind: K }>;

/** A mark on a page, with its role for a screen reader; the width of a text comes from its face. */
export type Ink =
  | (TagOf & Omit<InkOf<'text'>, 'width'>)
  | InkOf<'line'>
  | InkOf<'shade'>
  | (TagOf & InkOf<'code'>)
  | (TagOf & Picture);

/** A picture; what goes to a printer has none. */
interface Picture {
  readonly kind: 'picture';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

export interface LaidPage {
  readonly ink: readonly Ink[];
  /** Headings that begin here. */
  readonly headings: readonly Heading[];
}

export interface Heading {
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface LaidDocument {
  readonly pages: readonly LaidPage[];
  readonly tags: readonly Tag[];
}
