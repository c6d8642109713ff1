/** A text as a QR code, drawn black on white in either theme, with the quiet margin that scanners need. */
import { encodeQR } from 'qr';
import { cx } from './cx.ts';
import css from './ui.module.css';

/** Four modules on each side (ISO/IEC 18004). */
const QUIET = 4;

/** The modules of a code as a path, with its quiet margin; `size`: modules along a side. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'quartile', border: QUIET });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { path, size: rows.length };
}

export function QrCode({
  text,
  label,
  testId,
}: {
  readonly text: string;
  readonly label: string;
  readonly testId?: string;
}) {
  const { path, size } = qrPath(text);
  return (
    <svg
      className={cx(css.qr)}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      data-testid={testId}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
