/**
 * Kinds of requests that the shell refuses. Only the kind is recorded: an address or payload could contain
 * what must not be logged.
 */
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
  'paper',
] as const;
export type ShellRefusal = (typeof SHELL_REFUSALS)[number];
