/** Pages as they are laid out: what is printed and what a preview shows are drawn from the same. Lengths are points from the top left. */
import type { PrintPaper } from './lists.ts';

/** Something on a page. A text has the width that it takes in the face of the PDFs: another face is set to it. */
export type PageInk =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly strong: boolean;
      readonly width: number;
      readonly text: string;
    }
  | {
      readonly kind: 'line';
      readonly x: number;
      readonly y: number;
      readonly toX: number;
      readonly toY: number;
      readonly width: number;
    }
  | {
      readonly kind: 'shade';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'code';
      readonly x: number;
      readonly y: number;
      readonly side: number;
      readonly text: string;
    };

/** One page, from the back to the front. */
export type PrintPage = readonly PageInk[];

/** All pages of all copies, in the order in which they are printed. */
export interface PrintPages {
  readonly paper: PrintPaper;
  readonly pages: readonly PrintPage[];
}
