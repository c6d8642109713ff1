/** One place where what the shell refuses is noted, by kind alone: an address or a payload could hold what must not be written down. */

export const REFUSALS = [
  'page-address',
  'permission',
  'navigation',
  'new-window',
  'webview',
  'download',
  'request',
  'sender',
  'payload',
  'reply',
  'port',
  'certificate',
] as const;
export type Refusal = (typeof REFUSALS)[number];

let tell: (refusal: Refusal) => void = () => undefined;

/** Who is told of each refusal as it happens: the vault, which logs it. */
export function onRefusal(listener: (refusal: Refusal) => void): void {
  tell = listener;
}

/** `detail` is a name from our own code or Chromium's (a permission, a route), never a value from a page. */
export function reportRefusal(refusal: Refusal, detail: string): void {
  tell(refusal);
  process.stderr.write(`refused: ${refusal} (${detail.replace(/[^\w.:-]/g, '?').slice(0, 40)})\n`);
}
