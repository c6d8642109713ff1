/** The frames on the message port between preload and vault. */
import { z } from 'zod';
import type { Result } from './result.ts';
import type { VaultEventName } from './route-names.ts';

/** Sent first by the preload; nothing else travels until it is answered, because early frames are relayed through main. */
export const HELLO = 'hello';
export const HELLO_ANSWER = 'hello-answer';

export const requestFrameSchema = z.strictObject({
  id: z.number().int().nonnegative(),
  route: z.string().max(60),
  payload: z.unknown(),
});
export interface RequestFrame {
  readonly id: number;
  readonly route: string;
  readonly payload?: unknown;
}
export interface ReplyFrame {
  readonly id: number;
  readonly result: Result<unknown>;
}
export interface EventFrame {
  readonly event: VaultEventName;
  readonly payload: unknown;
}

/** ipcMain channels: the shell's routes carry this prefix; the port is handed over on `PORT_CHANNEL`. */
export const SHELL_CHANNEL_PREFIX = 'shell:';
export const SHELL_EVENT_PREFIX = 'shell-event:';
export const PORT_CHANNEL = 'vault-port';
