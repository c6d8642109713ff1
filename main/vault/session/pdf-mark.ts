/** The mark of a session on the pages of a PDF. Pure. */
import type { PaperMark } from '../../../contract/paper.ts';
import { minuteOf } from '../clock.ts';
import type { PageMark } from '../pdf/document.ts';

/** Who, at which desk and when, and the code that leads back. */
export const pdfMarkOf = ({ name, desk, at, code }: PaperMark): PageMark => ({
  line: `${name} · 第 ${desk} 台电脑 · ${minuteOf(at)}`,
  code: code ?? '',
});
