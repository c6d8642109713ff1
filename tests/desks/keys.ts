/**
 * `npm run desks -- keys`: who may give a desk a part in the estate, and take it. Holds where every op is judged as it has to be: what admin and supervisor have signed
 * counts, and nothing that one of them or a receptionist has signed alone, nor what another op key for an epoch would bring, nor anything of a desk that is not there.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { toBase64 } from '../../main/vault/crypto/bytes.ts';
import { MAX_FAILURES } from '../../main/vault/keys/limiter-state.ts';
import { MAX_LIVE_DESKS } from '../../main/vault/keys/roster-desks.ts';
import { isCode } from '../../main/vault/joining/posts.ts';
import { HEADER_FORMAT } from '../../main/vault/keys/header.ts';
import type { NewRosterEntry } from '../../main/vault/keys/roster.ts';
import { type LinkKeys, newLinkKeys, opKeyAt } from '../../main/vault/link/link-keys.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { openGrant } from '../../main/vault/link/op-key-grants.ts';
import { openOp } from '../../main/vault/ops/op-envelope.ts';
import { sql } from '../../main/vault/store/sql.ts';
import { inviteDesk, postKeys, runCarrier, startJoining } from '../support/joining-desk.ts';
import { draftOf } from '../support/people-drafts.ts';
import { NO_POSTGRES } from '../support/postgres.ts';
import { atRest } from '../support/second-desk.ts';
import { PINS } from '../support/vault-harness.ts';
import { MailboxError } from '../../main/carrier/mailbox-client.ts';
import { readHead } from '../../main/files/spool/envelope.ts';
import { estateOf } from './estate.ts';
import { type Guessed, guessOverDesks } from './guesses.ts';
import { rotateAway } from './rotation.ts';
import { type World, startWorld } from './server-world.ts';
import { type SignedBy, type Try, judgedAt } from '../support/insider.ts';
import {
  type LinkedDesk,
  differing,
  headerOf,
  linkDesks,
  orderAt,
  settleDesks,
} from '../support/linked-desks.ts';

/** Behind every part of a place. */
const MAX_PART = 256;
const GUESSED_DESKS = 5;
const BOTH = ['admin', 'supervisor'] as const;
/** Of whom none may give a desk a part alone, or end one. */
const ALONE = [['receptionist'], ['admin'], ['supervisor'], ['admin', 'receptionist']] as const;

const deskOf = (desk: number, { sign, receive }: LinkKeys): NewRosterEntry => ({
  kind: 'desk',
  at: 0,
  desk,
  minFormat: HEADER_FORMAT,
  keys: {
    name: '门岗',
    signKey: toBase64(sign.publicKey),
    receiveKey: toBase64(receive.publicKey),
  },
});
const opKeyOf = (epoch: number, digit = 'a'): { readonly epoch: number; readonly digest: string } => ({
  epoch,
  digest: digit.repeat(64),
});
const endOf = (desk: number, epoch = 2): NewRosterEntry => ({
  kind: 'desk-end',
  at: 0,
  desk,
  opKey: opKeyOf(epoch),
});
const opKeyEntry = (epoch: number, digit?: string): NewRosterEntry => ({
  kind: 'op-key',
  at: 0,
  opKey: opKeyOf(epoch, digit),
});

/** Desks behind the two that are there, so many in all. */
const many = (all: number): readonly SignedBy[] =>
  Array.from({ length: all - 2 }, (_, at) => [deskOf(at + 2, newLinkKeys([])), ...BOTH]);

/** Ops of desk 1 by what has to become of them. */
function triesOf(
  one: LinkedDesk,
  other: LinkedDesk,
): Readonly<Record<string, Readonly<Record<string, Try>>>> {
  const [fresh, stranger] = [newLinkKeys([]), newLinkKeys([])];
  const adds = (...entries: readonly SignedBy[]): Try => ({ adds: entries });
  const each = (what: string, entry: NewRosterEntry): Readonly<Record<string, Try>> =>
    Object.fromEntries(ALONE.map((by) => [`${what} by ${by.join(' and ')}`, adds([entry, ...by])]));
  return {
    counted: {
      'nothing at all': {},
      'a desk by both': adds([deskOf(2, fresh), ...BOTH]),
      'the end of a desk by both': adds([endOf(0), ...BOTH]),
      'an op key by both': adds([opKeyEntry(2), ...BOTH]),
      'a number without keys by one admin': adds([
        { kind: 'desk', at: 0, desk: 2, minFormat: HEADER_FORMAT },
        'admin',
      ]),
      'the last desk that there may be': {
        behind: many(MAX_LIVE_DESKS - 1),
        adds: [[deskOf(MAX_LIVE_DESKS - 1, fresh), ...BOTH]],
      },
      'what stands behind another desk': { behind: [[deskOf(2, fresh), ...BOTH]] },
      'of a desk that has just come': {
        behind: [[deskOf(2, fresh), ...BOTH]],
        desk: { number: 2, keys: fresh },
      },
    },
    refused: {
      ...each('a desk', deskOf(2, fresh)),
      ...each('the end of a desk', endOf(0)),
      ...each('an op key', opKeyEntry(2)),
      'a desk with the key to sign of another': adds([
        deskOf(2, { ...fresh, sign: other.keys.sign }),
        ...BOTH,
      ]),
      'a desk with the key to receive of another': adds([
        deskOf(2, { ...fresh, receive: one.keys.receive }),
        ...BOTH,
      ]),
      'a desk too many': { behind: many(MAX_LIVE_DESKS), adds: [[deskOf(MAX_LIVE_DESKS, fresh), ...BOTH]] },
      'a desk that has keys': adds([deskOf(1, fresh), ...BOTH]),
      'a desk that skips a number': adds([deskOf(3, fresh), ...BOTH]),
      'the end of a desk that is not there': adds([endOf(2), ...BOTH]),
      'the end of a desk twice': {
        behind: [[deskOf(2, fresh), ...BOTH]],
        adds: [
          [endOf(0), ...BOTH],
          [endOf(0, 3), ...BOTH],
        ],
      },
      'the end of the last desk': adds([endOf(0), ...BOTH], [endOf(1, 3), ...BOTH]),
      'the end of a desk with the op key of before': adds([endOf(0, 1), ...BOTH]),
      'a second op key for an epoch': adds([opKeyEntry(1, 'b'), ...BOTH]),
      'two op keys for one epoch': adds([opKeyEntry(2), ...BOTH], [opKeyEntry(2, 'b'), ...BOTH]),
      'an op key that skips an epoch': adds([opKeyEntry(3), ...BOTH]),
      'an op under a key that the roster has not': { epoch: 2 },
    },
    ended: { 'of a desk that is ended': { behind: [[endOf(1), ...BOTH]] } },
    unsigned: {
      'of a desk that the roster has not': { desk: { number: 2, keys: stranger } },
      'of a desk in the name of another': { desk: { number: 1, keys: stranger } },
    },
  };
}

/** What was found of who may do what: how many ops were tried, and which were judged otherwise than they have to be. */
export async function tryEntries(
  one: LinkedDesk,
  other: LinkedDesk,
  engine: EngineName | 'auto',
): Promise<{ readonly tried: number; readonly wrong: readonly string[] }> {
  const wanted = triesOf(one, other);
  const verdicts = await judgedAt(one, other, engine, Object.assign({}, ...Object.values(wanted)));
  const wrong = Object.entries(wanted).flatMap(([verdict, tries]) =>
    Object.keys(tries)
      .filter((name) => verdicts[name] !== verdict)
      .map((name) => `${name}: ${verdicts[name]} instead of ${verdict}`),
  );
  return { tried: Object.keys(verdicts).length, wrong };
}

/** Two desks with nothing between them, which have both entered something. */
export async function deskPair(engine: EngineName | 'auto'): Promise<readonly [LinkedDesk, LinkedDesk]> {
  const nowhere = {
    host: '127.0.0.1',
    port: 1,
    database: 'none',
    login: 'none',
    password: '',
    pins: ['0'.repeat(64)],
  };
  const desks = await linkDesks(
    [0, 1],
    async () => ({ address: nowhere, open: () => Promise.reject(new Error('no mailbox')) }),
    engine === 'auto' ? {} : { engine },
  );
  return desks as unknown as readonly [LinkedDesk, LinkedDesk];
}

/** What came of ending a desk. */
interface Ended {
  /** Ops of the others behind its end, and how many of them its keys open. */
  readonly later: number;
  readonly read: number;
  /** Ops of the ended desk behind its end, and how many of them count at another. */
  readonly sent: number;
  readonly counted: number;
  readonly wrong: readonly string[];
}

/** One of three desks is ended while it goes on and has all that the others have, its login too: as if the server had let it. */
export async function endOne(world: World, people: number): Promise<Ended> {
  const { desks, lines, watching } = await estateOf(world, [0, 1, 2]);
  const [one, other, gone] = desks as [LinkedDesk, LinkedDesk, LinkedDesk];
  const wrong: string[] = [];
  // What it has done off the line is sealed under the key that all have, and it takes in at once what the others see one after another.
  lines[1]!.isCut = true;
  await other.vault.switchTo('supervisor');
  await other.vault.addPerson(draftOf(3 * people + 1));
  await other.vault.lock();
  const cosigner = await one.vault.proofOf('supervisor');
  const ask = { desk: 2, pin: PINS.admin, cosigner };
  const { desks: left } = await one.vault.call('keys.endDesk', ask);
  if (left.find(({ desk }) => desk === 2)?.isEnded !== true) wrong.push('not ended where it was asked for');
  for (const desk of [2, 3]) {
    const code = await one.vault.codeOf('keys.endDesk', { ...ask, desk });
    if (code !== 'not-found') wrong.push(`desk ${desk} is ended: ${code}`);
  }
  const end = one.spool.readTaken()!.place;
  const { vaultId } = await headerOf(one.vault);
  const kept: LinkedDesk[] = [one, other];
  for (const desk of [one, gone, other]) {
    await desk.vault.switchTo('supervisor');
    lines[1]!.isCut = desk !== other;
    // It sends nothing before it has taken in what it fetches.
    lines[1]!.before = async (call) => {
      if (call === 'append' && (other.spool.readTaken()?.place ?? 0) < end)
        throw new MailboxError('unreachable', 'later');
    };
    for (let n = 0; n < people; n += 1) await desk.vault.addPerson(draftOf(desk.number * people + n + 1));
    await settleDesks([one]);
  }
  await settleDesks(kept);
  await sentAll(gone);
  await settleDesks(kept);
  const parts = await watching.fetch(end, MAX_PART, 8 * 2 ** 20);
  const envelopes = parts.map(({ bytes }) => bytes);
  const later = envelopes.filter((envelope) => readHead(envelope)!.desk !== 2);
  const opened = later.filter((envelope) => {
    const key = opKeyAt(gone.keys, vaultId, readHead(envelope)!);
    return key !== null && openOp(vaultId, envelope, key) !== null;
  });
  const { verdicts } = await orderAt(one, 'auto');
  const there = (await orderAt(other, 'auto')).verdicts;
  if (there.join() !== verdicts.join()) wrong.push('the order is another at the other desk');
  const ended = verdicts.filter((verdict) => verdict === 'ended').length;
  const others = verdicts.slice(end).filter((verdict) => verdict !== 'ended' && verdict !== 'counted');
  wrong.push(...others, ...(await differing(kept, 'auto')).map((table) => `${table} differs`));
  if ((await opensGrantOf(one, gone)) > 0) wrong.push('a grant of another desk opens');
  for (const { carrier } of desks) await carrier.stop();
  const sent = envelopes.length - later.length;
  return { later: later.length, read: opened.length, sent, counted: sent - ended, wrong };
}

/** Resolves once the mailbox has what a desk has laid out, which it takes in no more itself. */
async function sentAll({ spool, carrier }: LinkedDesk): Promise<void> {
  for (let look = 0; ; look += 1) {
    const [{ sent }, waiting] = [await carrier.look(), await spool.list('out')];
    if (sent > 0 && waiting.every((n) => n <= sent)) return;
    if (look > 300) throw new Error('the desk that is ended does not send');
    await sleep(100);
  }
}

/** How many grants in a desk's store another desk's key opens that are none of its own epoch. */
async function opensGrantOf(at: LinkedDesk, by: LinkedDesk): Promise<number> {
  let opened = 0;
  const { vaultId } = await headerOf(at.vault);
  await atRest(at.vault, 'auto', async (store) => {
    for (const { epoch, desk, sealed } of await store.all<{
      readonly epoch: number;
      readonly desk: number;
      readonly sealed: Uint8Array;
    }>(sql`SELECT epoch, desk, sealed FROM desk_grant`))
      for (const to of [desk, by.number])
        opened += Number(openGrant(vaultId, by.keys.receive, { epoch, desk: to, sealed }) !== null);
  });
  return opened;
}

/** What came of a desk that joins, and is put back later to what it was. */
interface JoinedAndPutBack {
  /** Attempts to come in by something else than the slip, its own keys and the right characters, and how many did. */
  readonly tried: number;
  readonly wrong: readonly string[];
  /** Ops that it makes once it was put back, and how many of them have a place. */
  readonly sent: number;
  readonly placed: number;
}

/** How many people its store has; whoever is signed in goes on. */
async function peopleAt({ vault }: LinkedDesk): Promise<number> {
  let n = 0;
  await atRest(vault, 'sqlcipher', async (store) => {
    n = (await store.all(sql`SELECT 1 FROM person`)).length;
  });
  await vault.unlock('admin');
  return n;
}

/** A desk joins; then its folder and keychain are put back to a moment from which on it has sent more. */
export async function joinOne(world: World, people: number): Promise<JoinedAndPutBack> {
  const { old, slip, admit, heard } = await inviteDesk(world, 'sqlcipher');
  const wrong: string[] = [];
  let tried = 0;
  const is = (what: string, found: unknown, expected: unknown): void => {
    tried += 1;
    if (found !== expected) wrong.push(`${what}: ${String(found)}`);
  };
  const joining = await startJoining(slip, { engine: 'sqlcipher' });
  const { code } = await joining.shows(() => true);
  const others = [...'0123456789AB'].map(
    (one, at) => code.slice(0, at) + (code[at] === one ? 'Z' : one) + code.slice(at + 1),
  );
  for (const other of others)
    if (!isCode(code, other)) {
      const told = await admit(other);
      if (told === 'desk-not-in') await sleep(500);
      is(`by ${other}`, told === 'desk-not-in' ? await admit(other) : told, 'desk-code');
    }
  await heard(code);
  is('a second computer with the slip', await (await startJoining(slip)).joiner.look(), 'wrong-login');
  const keys = await postKeys(joining.vault.vaultDir, slip);
  await joining.joiner.look();
  let told = 'desk-code';
  // They arrive with a later look of the old desk's carrier.
  for (let look = 0; told === 'desk-code' && look < 100; look += 1) {
    await sleep(100);
    told = await admit(keys);
  }
  is('other keys under the slip', told, 'slip-over');
  const { admins } = await joining.shows((view) => view.admins.length > 0);
  await joining.join.finish({ slotId: admins[0]!.id, pin: PINS.admin });
  const fresh = await joining.become();
  runCarrier(fresh);
  const desks = [old, fresh];
  await fresh.vault.unlock('admin');
  await settleDesks(desks);
  const { vault } = fresh;
  await vault.vault.close();
  const kept = await mkdtemp(join(tmpdir(), 'put-back-'));
  await cp(vault.vaultDir, kept, { recursive: true });
  const keychain = vault.keychain.snapshot();
  await vault.start();
  await vault.unlock('supervisor');
  for (let n = 0; n < people; n += 1) await vault.addPerson(draftOf(10 + n));
  await settleDesks(desks);
  const before = await peopleAt(old);
  await fresh.carrier.stop();
  await vault.vault.close();
  await rm(vault.vaultDir, { recursive: true });
  await cp(kept, vault.vaultDir, { recursive: true });
  await rm(kept, { recursive: true });
  vault.keychain.restore(keychain);
  await vault.start();
  const again = await joining.become();
  await vault.unlock('supervisor');
  for (let n = 0; n < people; n += 1) await vault.addPerson(draftOf(1000 + n));
  await again.carrier.look();
  is('a desk that was put back', (await again.carrier.look()).trouble, 'copied');
  await settleDesks([old]);
  const placed = (await peopleAt(old)) - before;
  return { tried, wrong, sent: people, placed };
}

/** Prints the figures. Whether it held. */
export async function runKeys([people = '20']: readonly string[]): Promise<boolean> {
  if (NO_POSTGRES !== null) throw new Error(NO_POSTGRES);
  const world = await startWorld();
  try {
    const [one, other] = await deskPair('auto');
    const { tried, wrong } = await tryEntries(one, other, 'auto');
    const ended = await endOne(world, Number(people));
    const joined = await joinOne(world, Number(people));
    process.stdout.write(
      `${tried} ops about desks and op keys: ${wrong.length} judged wrong\n` +
        `a desk is ended: ${ended.counted} of its ${ended.sent} later ops count, its keys open ${ended.read} of ${ended.later} later ops of others, ${ended.wrong.length} wrong\n`,
    );
    const rotated = await rotateAway(world, Number(people));
    process.stdout.write(
      `keys changed with 3 of 5 desks away: ${rotated.unreadable} of ${rotated.values} values unreadable afterwards, ${rotated.late} of them sealed to the keys of before\n`,
    );
    process.stdout.write(
      `a desk joins: ${joined.wrong.length} of ${joined.tried} other ways in are open; put back, ${joined.placed} of its ${joined.sent} later records come to another\n`,
    );
    const guessed: Guessed[] = [];
    for (const isOnLine of [true, false])
      guessed.push(await guessOverDesks(world, 'sqlcipher', GUESSED_DESKS, isOnLine));
    const [onLine, offLine] = guessed.map(({ guesses }) => guesses) as [number, number];
    process.stdout.write(
      `guesses at one PIN over ${GUESSED_DESKS} desks: ${onLine} heard with the line, ${offLine} without\n`,
    );
    for (const what of [...wrong, ...ended.wrong, ...joined.wrong, ...rotated.wrong])
      process.stdout.write(`  ${what}\n`);
    const isBlind = ended.sent === 0 || ended.later < 2 * Number(people) || rotated.late === 0;
    const isJoined = joined.wrong.length + joined.placed === 0;
    const isRotated = rotated.wrong.length + rotated.unreadable === 0;
    const isRight = wrong.length + ended.wrong.length + ended.counted + ended.read === 0;
    // Off the line some are on their way to a desk that nobody is at; very few would say that none is let in at all.
    const isLimited = [onLine, offLine].every((guesses) => guesses > 50 && guesses <= MAX_FAILURES);
    return isRight && isJoined && isRotated && isLimited && !isBlind;
  } finally {
    await world.stop();
  }
}
