/** Laid-out pages as they go to a printer: what is drawn, each text with its width, without what a reader that reads aloud needs. */
import type { PageInk, PrintPage } from '../../../contract/print/pages.ts';
import type { Ink, LaidDocument } from './page-marks.ts';
import type { Measure } from './readable-text.ts';

/** The pages of a document, in their order. */
export const pagesOf = ({ pages }: LaidDocument, measure: Measure): PrintPage[] =>
  pages.map(({ ink }) => ink.flatMap((one) => (one.kind === 'picture' ? [] : [printed(one, measure)])));

function printed(ink: Exclude<Ink, { readonly kind: 'picture' }>, measure: Measure): PageInk {
  if (ink.kind === 'text') {
    const { kind, x, y, size, strong, text } = ink;
    return { kind, x, y, size, strong, text, width: measure.widthOf(text) * size };
  }
  if (ink.kind !== 'code') return ink;
  const { kind, x, y, side, text } = ink;
  return { kind, x, y, side, text };
}
