/** The copies of an order on the page that is printed: a sheet for each page, with no margin of the printer's. */
import type { PrintPages } from '../../contract/print/pages.ts';
import { cx } from '../ui/cx.ts';
import css from './print.module.css';
import { PrintedPage } from './PrintedPage.tsx';

export function PrintPaper({ sheet: { paper, pages } }: { readonly sheet: PrintPages }) {
  return pages.map((page, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- pages never change
    <div key={index} className={cx(css.sheet)} data-size={paper}>
      <PrintedPage page={page} paper={paper} />
    </div>
  ));
}
