/** Frames on the message port between preload and vault. */
import { z } from 'zod';
import type { Result } from './result.ts';
import type { VaultEventName } from './route-names.ts';

/**
 * First frame of the preload. Nothing else is sent before its answer, because early frames are relayed
 * through main.
 */
export const HELLO = 'hello';
/** The vault's answer to `HELLO`. */
export const HELLO_ANSWER = 'hello-answer';

/** A request as the vault parses it; `payload` is parsed by the route's own schema. */
export const requestFrameSchema = z.strictObject({
  id: z.number().int().nonnegative(),
  route: z.string().max(60),
  payload: z.unknown(),
});
/** A request as the preload sends it; `id` is repeated in the reply. */
export interface RequestFrame {
  readonly id: number;
  readonly route: string;
  readonly payload?: unknown;
}
/** The reply to the request of the same `id`. */
export interface ReplyFrame {
  readonly id: number;
  readonly result: Result<unknown>;
}
/** An event of the vault, not bound to a request. */
export interface EventFrame {
  readonly event: VaultEventName;
  readonly payload: unknown;
}

/**
 * Channel that the preload asks before any other: main answers once it knows the page's frame. A preload runs before
 * main has heard that its page is there, and a message of then comes from nobody.
 */
export const KNOWN_CHANNEL = 'page-known';
/** Prefix of the ipcMain channels of the shell's routes. */
export const SHELL_CHANNEL_PREFIX = 'shell:';
/** Prefix of the channels on which main sends its events to the page. */
export const SHELL_EVENT_PREFIX = 'shell-event:';
/** Channel on which main hands the vault's MessagePort to the preload. */
export const PORT_CHANNEL = 'vault-port';
/** Request of a page that is printed, over its own port, once the vault has answered its `HELLO`; the answer is a paper or null. */
export const GIVE_PAPER = 'give-paper';
/** Channel on which main hands that port, with the language, to the preload of the printed page. */
export const PAPER_CHANNEL = 'paper-port';
/** Channel on which the printed page says whether a paper is on it. */
export const PAPER_LAID_CHANNEL = 'paper-laid';
