/** Visits the mailbox for a vault that has no link to it yet: of the first desk of an estate once, of one that joins again and again. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CarrierState, VisitSettings } from '../../contract/carrier.ts';
import { joinsOf } from '../files/spool/joins.ts';
import { loginOf } from '../files/spool/mailbox-login.ts';
import { createJoiner } from './give-snapshot.ts';
import { type openMailbox, troubleOf } from './mailbox-client.ts';

const REST_MS = 1_000;

/** What has come of it, again and again while a desk joins. Returns what ends it. */
export function visitMailbox(
  { vaultDir, settings }: { readonly vaultDir: string; readonly settings: VisitSettings },
  open: typeof openMailbox,
  onSaid: (said: Pick<CarrierState, 'trouble' | 'since' | 'pin'>) => void,
): () => Promise<void> {
  const { vaultId, desk, mailbox, by } = settings;
  const openAs = (who: number | 'keeper', password: string) =>
    open({ ...mailbox, login: loginOf(vaultId, who), password, pins: null });
  if ('keeper' in by) {
    const lettingIn = (async () => {
      const box = await openAs('keeper', by.keeper);
      await box.addDesk(desk, by.verifier, false, 0).finally(() => box.close());
      return box.pin;
    })().then(
      (pin) => onSaid({ trouble: null, since: Date.now(), pin }),
      (error: unknown) => onSaid({ trouble: troubleOf(error), since: Date.now(), pin: null }),
    );
    return () => lettingIn;
  }
  const joiner = createJoiner({
    joins: joinsOf(vaultDir),
    desk,
    passwords: by.passwords,
    open: (password) => openAs(desk, password),
  });
  const ended = new AbortController();
  const going = (async () => {
    while (!ended.signal.aborted) {
      onSaid({ trouble: await joiner.look(), since: Date.now(), pin: null });
      await sleep(REST_MS, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    ended.abort();
    await going;
    await joiner.stop();
  };
}
