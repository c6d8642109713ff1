/** One place where what the shell refuses is noted, by kind alone: an address or a payload could hold what must not be written down. */
import type { ShellRefusal } from '../../contract/shell/refusals.ts';

let tell: (refusal: ShellRefusal) => void = () => undefined;

/** Who is told of each refusal as it happens: the vault, which logs it. */
export function onRefusal(listener: (refusal: ShellRefusal) => void): void {
  tell = listener;
}

/** `detail` is a name from our own code or Chromium's (a permission, a route), never a value from a page. */
export function reportRefusal(refusal: ShellRefusal, detail: string): void {
  tell(refusal);
  process.stderr.write(`refused: ${refusal} (${detail.replace(/[^\w.:-]/g, '?').slice(0, 40)})\n`);
}
