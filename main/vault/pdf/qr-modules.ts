/** A text as the modules of a QR code (ISO/IEC 18004). */
import { encodeQR } from 'qr';

/** Modules that stay white around it. */
const QUIET_MODULES = 4;

/** Rows of modules, true where dark, with the quiet margin; a quarter of the code may be spoilt. */
export const qrModules = (text: string): readonly (readonly boolean[])[] =>
  encodeQR(text, 'raw', { ecc: 'quartile', border: QUIET_MODULES });
