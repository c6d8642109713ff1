/** Recordings as their file keeps them: a long reply that was given before stands there once. */
import type { Recording } from './recordings.ts';

/** `as`: the reply is that of the earlier recording of this route, role and request. */
export type KeptRecording =
  | Recording
  | (Omit<Recording, 'reply'> & {
      readonly as: readonly [route: string, role: Recording['role'], request: Recording['request']];
    });

const MIN_LENGTH = 200;
const nameOf = (route: string, role: Recording['role'], request: Recording['request']): string =>
  JSON.stringify([route, role, request]);

/** For the file. */
export function keepOnce(all: readonly Recording[]): readonly KeptRecording[] {
  const first = new Map<string, Recording>();
  return all.map((one) => {
    const reply = JSON.stringify(one.reply);
    const before = first.get(reply);
    if (before === undefined) first.set(reply, one);
    if (before === undefined || reply.length < MIN_LENGTH) return one;
    return {
      route: one.route,
      role: one.role,
      request: one.request,
      as: [before.route, before.role, before.request],
    };
  });
}

/** Each with its reply. Errors: where an earlier one that is named is not there. */
export function fillIn(kept: readonly KeptRecording[]): readonly Recording[] {
  const replies = new Map<string, unknown>();
  return kept.map((one) => {
    const { route, role, request } = one;
    if ('as' in one && !replies.has(nameOf(...one.as))) throw new Error(`${route}: no recording before it`);
    const reply = 'as' in one ? replies.get(nameOf(...one.as)) : one.reply;
    replies.set(nameOf(route, role, request), reply);
    return { route, role, request, reply };
  });
}
