/** The papers that there are, as data. Lengths are points: 72 to the inch. */

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

/** Continuous paper is 241 mm wide with its strips of holes, 12.7 mm each, and folded every 11 inches, or cut at a half or a third of that. */
export const PAPER_SIZES = {
  a4: { width: mm(210), height: mm(297), top: mm(16), bottom: mm(12), side: mm(18), text: 10 },
  a5: { width: mm(148), height: mm(210), top: mm(12), bottom: mm(9), side: mm(12), text: 9 },
  'continuous-241': {
    width: mm(241),
    height: mm(279.4),
    top: mm(14),
    bottom: mm(12),
    side: mm(20),
    text: 10,
  },
  'continuous-241-half': {
    width: mm(241),
    height: mm(139.7),
    top: mm(9),
    bottom: mm(8),
    side: mm(20),
    text: 10,
  },
  'continuous-241-third': {
    width: mm(241),
    height: mm(93.1),
    top: mm(7),
    bottom: mm(6),
    side: mm(20),
    text: 9,
  },
} as const satisfies Readonly<Record<string, PaperSize>>;

export type PaperSizeName = keyof typeof PAPER_SIZES;
