/** Papers to print: made by the vault, and handed to a page that is printed, that nobody sees and that gets nothing else. */
import type { Company } from './company/lists.ts';
import type { InspectionSheet } from './inspection/sheet.ts';
import type { Place } from './practice/lists.ts';
import type { PrintPages } from './print/pages.ts';
import type { RecoverySheetView } from './recovery/views.ts';
import type { Language } from './shell/settings.ts';
import type { ResidentAnswerSheet, AccessHistorySheet } from './access-history/sheets.ts';

/** `recovery-sheet`: the new sheet of the ceremony under way. `access-history`, `access-history-answer`: what was entered as printed, once. `inspection`: what a supervisor lets an inspector have, once. `print`: the copies of an order that a supervisor has approved, once. `document`: a document of the company's, entered as printed, once. */
export const PAPER_KINDS = [
  'recovery-sheet',
  'access-history',
  'access-history-answer',
  'inspection',
  'print',
  'document',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** PDFs that the vault writes where somebody says. */
export const PDF_KINDS = [
  'case-file',
  'print',
  'procedure',
  'form',
  'letter',
  'certificate',
  'incident',
  'pack',
  'walk-round',
  'destruction',
] as const;
export type PdfKind = (typeof PDF_KINDS)[number];

/** Mark on a paper that leads back to who had it, at which desk and when. */
export interface PaperMark {
  readonly name: string;
  /** Number of the computer among those that have kept the vault, from 1. */
  readonly desk: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** In groups, as it is printed; null where the store took no entry that it could lead to. */
  readonly code: string | null;
}

/** The content of a paper. */
export type Paper =
  | {
      readonly kind: 'recovery-sheet';
      /** Which vault it opens: at set-up nobody has said yet whose it is. */
      readonly estateName: string;
      readonly sheet: Pick<RecoverySheetView, 'lines' | 'fingerprint'>;
    }
  | { readonly kind: 'access-history'; readonly company: Company; readonly sheet: AccessHistorySheet }
  | {
      readonly kind: 'access-history-answer';
      readonly company: Company;
      readonly sheet: ResidentAnswerSheet;
    }
  | { readonly kind: 'inspection'; readonly company: Company; readonly sheet: InspectionSheet }
  /** Their pages have their marks already. */
  | { readonly kind: 'print' | 'document'; readonly sheet: PrintPages };

/** Contents of a print, from the vault. */
export interface PaperWithMark {
  readonly paper: Paper | null;
  /** Null where nobody is signed in, as at set-up. */
  readonly mark: PaperMark | null;
}

/** Settings that main adds to a paper: the language of its words, and whether it is one of practice. */
export interface PrintSettings {
  readonly language: Language;
  readonly place: Place;
}

/** Contents of the printed page: a paper, or null where the vault has none of the kind. */
export interface PaperGiven extends PrintSettings, PaperWithMark {}

/** The object that the printed page finds on `window`. */
export interface PaperBridge {
  /** The paper, each time the same. */
  read(): Promise<PaperGiven>;
  /** Tells main that the page can be printed, or that there is nothing on it. */
  laid(isThere: boolean): void;
}

/** Name of the property on `window`. */
export const PAPER_KEY = 'residentVaultPaper';
