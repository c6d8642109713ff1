/** One page as it is printed, and as a preview shows it: drawn from where the vault has set each line. */
import { PRINT_PAPERS, type PrintPaper } from '../../contract/print/lists.ts';
import type { PageInk, PrintPage } from '../../contract/print/pages.ts';
import { cx } from '../ui/cx.ts';
import { qrPath } from '../ui/QrCode.tsx';
import css from './print.module.css';

const POINTS_OF_MM = 72 / 25.4;
/** Colour of the paper that the printer gets, in either theme. */
const PAPER = '#fff';
const INK = '#000';
const SHADE = '#e8e8e8';
/** From the upper edge of a line to its base, in sizes of its text: that of the face of the PDFs. */
const ASCENT = 1.16;

export function PrintedPage({ page, paper }: { readonly page: PrintPage; readonly paper: PrintPaper }) {
  const [width, height] = PRINT_PAPERS[paper];
  return (
    <svg
      className={cx(css.page)}
      viewBox={`0 0 ${width * POINTS_OF_MM} ${height * POINTS_OF_MM}`}
      fill={INK}
      data-testid="printed-page"
    >
      <rect width={width * POINTS_OF_MM} height={height * POINTS_OF_MM} fill={PAPER} />
      {page.map((ink, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a page never changes
        <Drawn key={index} ink={ink} />
      ))}
    </svg>
  );
}

function Drawn({ ink }: { readonly ink: PageInk }) {
  if (ink.kind === 'text') {
    const { x, y, size, strong, width, text } = ink;
    return (
      <text
        x={x}
        y={y + ASCENT * size}
        fontSize={size}
        textLength={width > 0 ? width : undefined}
        lengthAdjust="spacingAndGlyphs"
        className={cx(strong && css.strong)}
      >
        {text}
      </text>
    );
  }
  if (ink.kind === 'line')
    return <line x1={ink.x} y1={ink.y} x2={ink.toX} y2={ink.toY} stroke={INK} strokeWidth={ink.width} />;
  if (ink.kind === 'shade')
    return <rect x={ink.x} y={ink.y} width={ink.width} height={ink.height} fill={SHADE} />;
  const { path, size } = qrPath(ink.text);
  return (
    <g transform={`translate(${ink.x} ${ink.y}) scale(${ink.side / size})`} data-code={ink.text}>
      <path d={path} shapeRendering="crispEdges" />
    </g>
  );
}
