/** Content of a PDF: plain data, so that it can be handed to a thread. docs/pdf.md shows how it is used. */
import type { PaperSizeName } from './paper-sizes.ts';

/** A document, from its first page to its last. */
export interface PdfDocument {
  /** Its name in the window of whoever reads it, and in its information. */
  readonly title: string;
  /** The language of its words: of the tags, of the page numbers. A block may be in another. */
  readonly language: PdfLanguage;
  readonly paper: PaperSizeName;
  /** At the top of each page, on the left; its page number is on the right. */
  readonly header: string;
  /** At the foot of each page: what leads back to whoever made it. */
  readonly mark: PageMark;
  /** A margin at the right edge of each page, with these characters, for a seal that is set across all pages. */
  readonly seam?: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly blocks: readonly Block[];
  /** Files within it, which its reader lists; what goes to a printer has none. */
  readonly attachments?: readonly PdfAttachment[];
}

/** A file within a document. */
export interface PdfAttachment {
  readonly name: string;
  readonly media: 'text/csv';
  /** What it is to the document (ISO 32000-2, 7.11.3, AFRelationship): numbers of its tables, or more than it shows. */
  readonly relationship: 'Data' | 'Supplement';
  readonly description: string;
  readonly bytes: Uint8Array;
}

export type PdfLanguage = 'zh-CN' | 'en';

/** In black, and large enough for a photocopy. */
export interface PageMark {
  /** Person, desk, time, in words. */
  readonly line: string;
  /** The same as a code, in print and as a QR code. */
  readonly code: string;
  /** Number of the copy in the register, beside the code in print and in the QR code. */
  readonly number?: string;
}

/** Of a text: as the document is where it is left out. */
interface Worded {
  readonly language?: PdfLanguage;
}

export type Block =
  | ({ readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string } & Worded)
  /** A line feed begins a new line. */
  | ({
      readonly kind: 'paragraph';
      readonly text: string;
      readonly look?: 'usual' | 'small' | 'strong';
    } & Worded)
  | ({ readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean } & Worded)
  /** Two columns: what it is, and what is so. */
  | ({ readonly kind: 'facts'; readonly rows: readonly Fact[] } & Worded)
  | ({ readonly kind: 'table' } & Table & Worded)
  /** A QR code with its text beside it. */
  | ({ readonly kind: 'code'; readonly text: string; readonly beside: string } & Worded)
  /** A PNG or a JPEG as large as it fits, with its caption below; a printer gets the caption alone. */
  | ({
      readonly kind: 'picture';
      readonly bytes: Uint8Array;
      /** Its pixels. */
      readonly width: number;
      readonly height: number;
      readonly caption: string;
    } & Worded)
  /** An empty frame, for a seal or a signature. */
  | ({
      readonly kind: 'box';
      readonly title: string;
      readonly width: number;
      readonly height: number;
    } & Worded)
  /** The headings of levels 1 and 2 with their pages. */
  | ({ readonly kind: 'contents'; readonly title: string } & Worded)
  /** Points of nothing. */
  | { readonly kind: 'space'; readonly height: number }
  | { readonly kind: 'page-break' };

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** Breaks over pages; its header is repeated on each. */
export interface Table {
  /** Above it; read out before it. */
  readonly caption?: string;
  /** The name, without its ending, under which the same rows are attached as a file, where a document does that. */
  readonly attachedAs?: string;
  readonly columns: readonly Column[];
  /** A cell for each column. */
  readonly rows: readonly (readonly string[])[];
}

export interface Column {
  readonly title: string;
  /** Its part of the width, against that of the others. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}
