/** An order that somebody within has stopped goes on once two people have ended their desk, and by nothing else. */
import { describe, expect, it } from 'vitest';
import type { NewRosterEntry } from '../../../main/vault/keys/roster.ts';
import { newLinkKeys } from '../../../main/vault/link/link-keys.ts';
import type { EngineName } from '../../../main/vault/store/store.ts';
import { change } from '../../desks/coordinated.ts';
import { deskPair } from '../../desks/keys.ts';
import { act, carry, stateOf } from '../../desks/liar.ts';
import { LyingMailbox } from '../../desks/lying-mailbox.ts';
import { atEnd } from '../../support/at-end.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { isFullRun } from '../../support/full-run.ts';
import { type SignedBy, type Try, endingAt } from '../../support/insider.ts';
import {
  type LinkedDesk,
  differing,
  headerOf,
  linkDesks,
  orderAt,
  sealAs,
  settleDesks,
} from '../../support/linked-desks.ts';
import { PINS } from '../../support/vault-harness.ts';

const NOWHERE = {
  host: '127.0.0.1',
  port: 1,
  database: 'none',
  login: 'none',
  password: '',
  pins: ['0'.repeat(64)],
};
const BOTH = ['admin', 'supervisor'] as const;

/** Desks 0, 1 and 2 by a mailbox of which the hold keeps nobody from sending, their admins signed in, their carriers at work. */
async function threeDesks(engine: EngineName): Promise<readonly [LinkedDesk, LinkedDesk, LinkedDesk]> {
  const mailbox = new LyingMailbox([0, 1, 2]);
  const desks = await linkDesks(
    [0, 1, 2],
    async (desk) => ({ address: NOWHERE, open: async () => mailbox.open(desk) }),
    { engine, patienceMs: 8_000 },
  );
  for (const { vault } of desks) await vault.unlock('admin');
  await carry(desks);
  for (const { carrier } of desks) {
    carrier.rest(50);
    void carrier.run();
    atEnd(() => carrier.stop());
  }
  return desks as unknown as readonly [LinkedDesk, LinkedDesk, LinkedDesk];
}

/** Who of them has an end in the roster, as a desk's page says. */
const endedAt = async ({ vault }: LinkedDesk): Promise<readonly number[]> =>
  (await vault.call('keys.desks', {})).desks.flatMap(({ desk, isEnded }) => (isEnded ? desk : []));

describe.each(isFullRun ? FEATURE_ENGINES : [])('ends of desks at the same time on $name', ({ name }) => {
  it.each([
    ['two desks end a third', [2, 2], [0, 1]],
    ['two desks end each other', [1, 0], [2]],
  ] as const)('are one where %s', async (_what, [first, second], left) => {
    const desks = await threeDesks(name);
    const [one, other] = desks;
    const end = async ({ vault }: LinkedDesk, desk: number): Promise<string> => {
      const cosigner = await vault.proofOf('supervisor');
      return vault.codeOf('keys.endDesk', { desk, pin: PINS.admin, cosigner });
    };
    const answers = await Promise.all([end(one, first), end(other, second)]);
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1);
    const winner = answers[0] === 'ok' ? one : other;
    const goOn = [...new Set([winner, ...left.map((at) => desks[at]!)])];
    await settleDesks(goOn);
    const ended = answers[0] === 'ok' ? first : second;
    for (const desk of goOn) expect(await endedAt(desk)).toEqual([ended]);
    for (const desk of goOn) {
      await desk.vault.switchTo('supervisor');
      await act(desk);
    }
    await settleDesks(goOn);
    for (const desk of goOn) expect(stateOf(desk)?.is).toBe('synced');
    expect(await differing(goOn, name)).toEqual([]);
  });
});

describe.each(FEATURE_ENGINES)('an order that has stopped on $name', ({ name }) => {
  it('goes on at every desk once the desk whose op that is was ended, of which nothing counts from there', async () => {
    const mailbox = new LyingMailbox([0, 1, 2]);
    const desks = await linkDesks(
      [0, 1, 2],
      async (desk) => ({ address: NOWHERE, open: async () => mailbox.open(desk) }),
      { engine: name, patienceMs: 8_000 },
    );
    const [one, insider, other] = desks as [LinkedDesk, LinkedDesk, LinkedDesk];
    const left = [one, other];
    for (const { vault } of desks) await vault.unlock('admin');
    await carry(desks);
    await insider.vault.lock();
    const { vaultId } = await headerOf(one.vault);
    // A number is left out, which the mailbox could have kept back as well.
    const n = mailbox.shownTo(0).filter(({ desk }) => desk === 1).length + 2;
    const send = async (number: number): Promise<unknown> => {
      const whole = sealAs(insider, vaultId, number, new Uint8Array(200));
      return mailbox.open(1).append({ n: number, parts: 1, hash: whole, whole } as never, {} as never, null);
    };
    await send(n);
    await other.vault.switchTo('supervisor');
    await act(other);
    await carry(left);
    for (const desk of left) expect(stateOf(desk)).toMatchObject({ is: 'stopped', desk: 1 });
    for (const { carrier } of left) {
      carrier.rest(50);
      void carrier.run();
      atEnd(() => carrier.stop());
    }
    expect(await change(one, 1)).toBe('desks-stopped');
    const cosigner = await one.vault.proofOf('supervisor');
    const ask = { pin: PINS.admin, cosigner };
    expect(await one.vault.codeOf('keys.endDesk', { ...ask, desk: 2 })).toBe('desks-stopped');
    expect(await one.vault.codeOf('keys.endDesk', { ...ask, desk: 1 })).toBe('ok');
    await send(n + 1);
    // Of this mailbox the hold keeps nobody from sending.
    await carry(left);
    expect(await change(one, 2)).toBe('ok');
    await carry(left);
    for (const desk of left) expect(stateOf(desk)?.is).toBe('synced');
    const { verdicts } = await orderAt(one, name);
    expect(verdicts.filter((verdict) => verdict !== 'counted')).toEqual(['ended', 'ended']);
    expect((await orderAt(other, name)).verdicts).toEqual(verdicts);
    expect(await differing(left, name)).toEqual([]);
  });

  it('goes on by no end that names another op, that not both have signed, or that comes from elsewhere', async () => {
    const [one, other] = await deskPair(name);
    const stop = { desk: 0, n: 9, hash: 'c'.repeat(64) };
    const endOf = (changes: Partial<NewRosterEntry> = {}): NewRosterEntry =>
      ({
        kind: 'desk-end',
        at: 0,
        desk: 0,
        opKey: { epoch: 2, digest: 'a'.repeat(64) },
        stoppedAt: { n: stop.n, hash: stop.hash },
        ...changes,
      }) as NewRosterEntry;
    const by = (...signed: SignedBy): Try => ({ adds: [signed] });
    const right = by(endOf(), ...BOTH);
    const wrong: Readonly<Record<string, Try>> = {
      'names another number': by(endOf({ stoppedAt: { n: 8, hash: stop.hash } }), ...BOTH),
      'names another order': by(endOf({ stoppedAt: { n: 9, hash: 'd'.repeat(64) } }), ...BOTH),
      'names none': by({ ...endOf(), stoppedAt: undefined } as NewRosterEntry, ...BOTH),
      'names another desk': by(endOf({ desk: 1 }), ...BOTH),
      'is signed by an admin alone': by(endOf(), 'admin'),
      'is signed by a supervisor alone': by(endOf(), 'supervisor'),
      'is signed by a receptionist': by(endOf(), 'receptionist'),
      'is signed by an admin and a receptionist': by(endOf(), 'admin', 'receptionist'),
      'has a number that was there before': { ...right, skips: -1 },
      'goes on from another order': { ...right, base: 'other-hash' },
      'goes on from elsewhere': { ...right, base: 'later' },
      'is of a newer program': { ...right, schema: 999 },
      'is noise': { ...right, noise: true },
      'does more than its action may': { ...right, beyond: true },
      'comes from the desk itself': { ...right, desk: { number: 0, keys: one.keys } },
      'comes from nobody': { ...right, desk: { number: 1, keys: newLinkKeys([]) } },
      'stands behind another end': {
        ...right,
        behind: [[endOf({ stoppedAt: undefined } as never), ...BOTH]],
      },
    };
    const found = await endingAt(one, other, name, stop, { right, ...wrong });
    expect(found).toEqual({
      right: true,
      ...Object.fromEntries(Object.keys(wrong).map((what) => [what, false])),
    });
  });
});
