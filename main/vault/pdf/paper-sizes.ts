/** The papers that there are, as data. Lengths are points: 72 to the inch. */
import { PRINT_PAPERS, type PrintPaper } from '../../../contract/print/lists.ts';

const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

export interface PaperSize {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  /** Left and right. */
  readonly side: number;
  /** Of usual text. */
  readonly text: number;
}

const outerOf = (name: PrintPaper): Pick<PaperSize, 'width' | 'height'> => ({
  width: mm(PRINT_PAPERS[name][0]),
  height: mm(PRINT_PAPERS[name][1]),
});

/** Continuous paper is 241 mm wide with its strips of holes, 12.7 mm each, and folded every 11 inches, or cut at a half or a third of that. */
export const PAPER_SIZES = {
  a4: { ...outerOf('a4'), top: mm(16), bottom: mm(12), side: mm(18), text: 10 },
  a5: { ...outerOf('a5'), top: mm(12), bottom: mm(9), side: mm(12), text: 9 },
  'continuous-241': {
    ...outerOf('continuous-241'),
    top: mm(14),
    bottom: mm(12),
    side: mm(20),
    text: 10,
  },
  'continuous-241-half': {
    ...outerOf('continuous-241-half'),
    top: mm(9),
    bottom: mm(8),
    side: mm(20),
    text: 10,
  },
  'continuous-241-third': {
    ...outerOf('continuous-241-third'),
    top: mm(7),
    bottom: mm(6),
    side: mm(20),
    text: 9,
  },
} as const satisfies Readonly<Record<PrintPaper, PaperSize>>;

export type PaperSizeName = PrintPaper;
