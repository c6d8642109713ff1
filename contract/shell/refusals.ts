/** What the shell refuses a page, by kind alone: an address or a payload could hold what must not be written down. */
export const SHELL_REFUSALS = [
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
  'port-frame',
  'certificate',
] as const;
export type ShellRefusal = (typeof SHELL_REFUSALS)[number];
