/**
 * `npm run desks -- coordinated [RUNS]`: what all other desks wait for, with a kill at each of its steps, a line that is cut once it was sent, and a mailbox that
 * lies about the hold and the order. Holds where it is whole at every desk or at none, what was answered is what became of it, and free work goes on.
 */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Mailbox, MailboxError, openMailbox } from '../../main/carrier/mailbox-client.ts';
import { type Place, startOfOrder } from '../../main/files/spool/envelope.ts';
import { SPOOL_FOLDER } from '../../main/files/spool/spool.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { FACTS } from '../support/features/company.ts';
import { runCarrier } from '../support/joining-desk.ts';
import { type LinkedDesk, differing, linkDesks, orderAt, settleDesks } from '../support/linked-desks.ts';
import { draftOf } from '../support/people-drafts.ts';
import { NO_POSTGRES } from '../support/postgres.ts';
import { PINS } from '../support/vault-harness.ts';
import { type Estate, type World, startWorld } from './server-world.ts';

/** What stands between a carrier and its mailbox. */
export class Line {
  isCut = false;
  /** Asked before each call and after it; may wait, or throw. */
  before: (call: keyof Mailbox, given: readonly unknown[]) => Promise<void> = async () => undefined;
  after: (call: keyof Mailbox) => Promise<void> = async () => undefined;
  /** In the place of what the mailbox does. */
  instead: Partial<Mailbox> = {};

  mend(): void {
    Object.assign(this, new Line());
  }

  /** A mailbox whose calls go by this line. */
  over(box: Mailbox): Mailbox {
    const call =
      (name: keyof Mailbox) =>
      async (...given: readonly unknown[]): Promise<unknown> => {
        if (name === 'close') return box.close();
        this.expectOpen();
        await this.before(name, given);
        const its = (this.instead[name] ?? box[name]) as (...all: readonly unknown[]) => Promise<unknown>;
        const answer = await its.apply(box, given as unknown[]);
        await this.after(name);
        this.expectOpen();
        return answer;
      };
    const calls = Object.keys(box).map((name) => [name, call(name as keyof Mailbox)]);
    return Object.fromEntries(calls) as Mailbox;
  }

  expectOpen(): void {
    if (this.isCut) throw new MailboxError('unreachable', 'cut');
  }
}

export interface Two {
  readonly one: LinkedDesk;
  readonly other: LinkedDesk;
  readonly desks: readonly LinkedDesk[];
  readonly lines: readonly [Line, Line];
  /** No desk holds the vault any more, as when its time is over. */
  letGo(): Promise<void>;
}

/** Two desks over a mailbox of their own, with their carriers at work and somebody at each. */
export async function twoDesks(world: World, engine: EngineName | 'auto', patienceMs = 20_000): Promise<Two> {
  let estate: Estate | undefined;
  const lines = [new Line(), new Line()] as const;
  const desks = await linkDesks(
    [0, 1],
    async (desk, vault) => {
      estate ??= await world.addEstate(Buffer.from(startOfOrder(vault).hash));
      const { address } = await estate.addDesk(desk);
      const line = lines[desk]!;
      const open = async (): Promise<Mailbox> => {
        line.expectOpen();
        return line.over(await openMailbox(address));
      };
      return { address, open };
    },
    { patienceMs, ...(engine === 'auto' ? {} : { engine }) },
  );
  const [one, other] = desks as [LinkedDesk, LinkedDesk];
  for (const desk of desks) {
    runCarrier(desk);
    await desk.vault.unlock('admin');
  }
  await settleDesks(desks);
  const letGo = async (): Promise<void> => {
    await world.admin('UPDATE mailbox.vault SET held_until = NULL');
  };
  return { one, other, desks, lines, letGo };
}

/** States the company anew, as which nobody has stated it: `ok`, or the code that it is answered with. */
export const change = ({ vault }: LinkedDesk, which: number): Promise<string> =>
  vault.codeOf('company.change', { facts: { ...FACTS, seal: sealOf(which) }, pin: PINS.admin });

const sealOf = (which: number): string => `公章第 ${which} 号`;

/** Which of the changes holds at a desk. */
async function holding({ vault }: LinkedDesk): Promise<number> {
  const { facts } = await vault.call('company.read', {});
  return Number(/\d+/.exec(facts.seal)?.[0] ?? -1);
}

/**
 * At which a vault is killed, in their order: as it takes the hold, once its entries are committed and before its op lies in the spool, before the anchor has
 * them, before the op has its place, before the answer is there, once the op is back, once it is done.
 */
const STEPS = ['hold', 'intent', 'anchor', 'append', 'answer', 'fetch', 'commit'] as const;
type Step = (typeof STEPS)[number];

/** What came of a kill. */
interface Outcome {
  /** Of the change. */
  readonly became: 'everywhere' | 'nowhere';
  readonly wrong: readonly string[];
}

/**
 * Desk one changes something while others wait, is killed at a step, and comes again. `which`: none that was before. `meanwhile`: the other desk changes the same
 * before it does, since no hold lasts longer than two minutes.
 */
async function killAt(two: Two, step: Step, which: number, meanwhile: boolean): Promise<Outcome> {
  const { one, other, desks } = two;
  const [line] = two.lines;
  const before = await holding(one);
  const image = await mkdtemp(join(tmpdir(), 'rv-kill-'));
  const killed = reached(one, which, line, step, image);
  const answer = change(one, which);
  const { keychain, laid, taken } = await killed;
  await one.vault.vault.close();
  await answer;
  // What it has done since that moment has never been.
  const isLaid = step !== 'hold' && step !== 'intent' && step !== 'anchor';
  const spool = join(one.vault.vaultDir, SPOOL_FOLDER);
  for (const n of await one.spool.list('out'))
    if (!isLaid || !laid.includes(n)) await one.spool.remove('out', n);
  // Else its carrier drops what the store that comes back has not taken in.
  one.spool.putTaken(taken);
  for (const name of await readdir(one.vault.vaultDir))
    if (join(one.vault.vaultDir, name) !== spool)
      await rm(join(one.vault.vaultDir, name), { recursive: true });
  await cp(image, one.vault.vaultDir, { recursive: true });
  await rm(image, { recursive: true });
  one.vault.keychain.restore(keychain);
  const wrong: string[] = [];
  if (meanwhile) {
    await two.letGo();
    const code = await change(other, which + 1);
    if (code !== 'ok') wrong.push(`the other desk was answered ${code}`);
  }
  line.mend();
  await one.vault.start();
  const { alarms } = await one.vault.unlock('admin');
  await settleDesks(desks);
  if (alarms.length > 0) wrong.push(`alarms: ${alarms.join(', ')}`);
  const [here, there] = [await holding(one), await holding(other)];
  const isPut = step === 'answer' || step === 'fetch' || step === 'commit';
  const expected = meanwhile ? which + 1 : step === 'hold' ? before : which;
  if (here !== expected || there !== expected)
    wrong.push(`${here} at one and ${there} at the other instead of ${expected}`);
  return { became: isPut || here === which ? 'everywhere' : 'nowhere', wrong };
}

/** What a kill leaves of a folder: files that are being written take their place whole, or are gone as they are copied. */
async function copyAsKilled(from: string, to: string): Promise<void> {
  const isLeft = (path: string): boolean => !path.includes(SPOOL_FOLDER) && !/(-shm|\.new)$/.test(path);
  for (let tries = 1; ; tries += 1)
    try {
      await cp(from, to, { recursive: true, filter: isLeft });
      return;
    } catch (error) {
      if (tries === 5) throw error;
    }
}

/** Resolves when it holds. */
async function once(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}

/** Resolves with the keychain as it was at a step, what lay in the spool to be sent and what was said to be taken in, once the folder as it was then lies in `image`; nothing is carried from then on. */
function reached(desk: LinkedDesk, which: number, line: Line, step: Step, image: string) {
  const { vault } = desk;
  interface Killed {
    readonly keychain: ReturnType<typeof vault.keychain.snapshot>;
    readonly laid: readonly number[];
    readonly taken: Place;
  }
  return new Promise<Killed>((resolve, reject) => {
    let isTaken = false;
    const takeOnce = async (): Promise<void> => {
      if (isTaken) return;
      isTaken = true;
      // Of what is done from now on nothing is sent: it will never have been.
      line.isCut = true;
      const laid = await desk.spool.list('out');
      const taken = desk.spool.readTaken()!;
      await copyAsKilled(vault.vaultDir, image);
      resolve({ keychain: vault.keychain.snapshot(), laid, taken });
      line.expectOpen();
    };
    const take = (): Promise<void> =>
      takeOnce().catch((error: unknown) => {
        // Cut is what it is to be.
        if (!(error instanceof MailboxError)) reject(error);
        throw error;
      });
    const beforeCall = (call: keyof Mailbox): void => {
      line.before = async (made) => (made === call ? take() : undefined);
    };
    const hangAtAnchor = async (): Promise<void> => {
      const seen = { isEntered: false };
      line.before = async (call) => {
        seen.isEntered ||= call === 'append';
        if (seen.isEntered) throw new MailboxError('unreachable', 'cut');
      };
      for (;;) {
        const letGo = vault.keychain.hold();
        await vault.keychain.reached();
        // Others are of the PIN.
        for (let look = 0; look < 20 && !seen.isEntered; look += 1) await sleep(50);
        if (seen.isEntered) await take().catch(() => undefined);
        letGo();
        if (seen.isEntered) return;
      }
    };
    const hooks: Readonly<Record<Step, () => void>> = {
      hold: () => beforeCall('hold'),
      intent: () => beforeCall('append'),
      anchor: () => void hangAtAnchor().then(undefined, reject),
      append: () => beforeCall('append'),
      answer: () => (line.after = async (call) => (call === 'append' ? take() : undefined)),
      fetch: () => {
        let isPut = false;
        line.after = async (call) => {
          isPut ||= call === 'append';
          if (call === 'ack' && isPut) await take();
        };
      },
      commit: () =>
        void once(async () => (await holding(desk)) === which)
          .then(take)
          .catch(() => undefined),
    };
    hooks[step]();
  });
}

/** What a whole run came to. */
export interface Coordinated {
  readonly kills: number;
  readonly everywhere: number;
  readonly nowhere: number;
  readonly wrong: readonly string[];
}

/** Kills at each step, so many times; every other time the other desk is first. */
export async function killsAtEachStep(two: Two, times: number): Promise<Coordinated> {
  const became = { everywhere: 0, nowhere: 0 };
  const wrong: string[] = [];
  for (let run = 0; run < times * STEPS.length; run += 1) {
    const step = STEPS[run % STEPS.length]!;
    const meanwhile = run % 2 === 1;
    const outcome = await killAt(two, step, 2 * run + 1, meanwhile);
    became[outcome.became] += 1;
    wrong.push(...outcome.wrong.map((what) => `${step}${meanwhile ? ', late' : ''}: ${what}`));
  }
  return { kills: times * STEPS.length, ...became, wrong: [...wrong, ...(await notAlike(two))] };
}

/** Tables in which the two differ; places that are neither counted nor decided against. Somebody is at each again afterwards. */
async function notAlike({ desks }: Two): Promise<readonly string[]> {
  await settleDesks(desks);
  const wrong = (await differing(desks, 'auto')).map((table) => `${table} differs`);
  const orders = [];
  for (const desk of desks) orders.push(await orderAt(desk, 'auto'));
  for (const { verdicts } of orders) {
    const passedOver = verdicts.filter((verdict) => verdict !== 'counted' && verdict !== 'void');
    wrong.push(...passedOver);
  }
  for (const { vault } of desks) await vault.unlock('admin');
  await settleDesks(desks);
  return wrong;
}

class Findings {
  readonly wrong: string[] = [];
  is(what: string, found: unknown, wanted: unknown): void {
    if (found !== wanted) this.wrong.push(`${what}: ${String(found)} instead of ${String(wanted)}`);
  }
}

/** Sent, and then the line is cut before the answer: unknown, until it is decided. `isPut`: whether the mailbox had it by then; else the other desk is first. */
export async function cutOnceSent(two: Two, isPut: boolean, which: number): Promise<readonly string[]> {
  const { one, other, desks, lines } = two;
  const [line] = lines;
  const found = new Findings();
  const before = await holding(one);
  line[isPut ? 'after' : 'before'] = async (call: keyof Mailbox) => {
    line.isCut ||= call === 'append';
    line.expectOpen();
  };
  found.is('once it is cut', await change(one, which), 'outcome-unknown');
  found.is('meanwhile', await holding(one), before);
  found.is('off the line', await change(one, which + 1), 'desks-offline');
  await one.vault.switchTo('supervisor');
  await one.vault.addPerson(draftOf(which));
  if (!isPut) {
    await two.letGo();
    found.is('at the other desk', await change(other, which + 2), 'ok');
  }
  line.mend();
  await settleDesks(desks);
  await one.vault.switchTo('admin');
  await settleDesks(desks);
  const becomes = isPut ? which : which + 2;
  found.is('decided here', await holding(one), becomes);
  found.is('decided there', await holding(other), becomes);
  if (!isPut) await toldAsNotDone(one);
  return [...found.wrong, ...(await notAlike(two))];
}

/** Resolves once it is entered that what the desk has entered was not done. Errors: after so long. */
async function toldAsNotDone({ vault }: LinkedDesk): Promise<void> {
  for (let look = 0; (await vault.logged('not-done', 30)).length === 0; look += 1) {
    if (look > 600) throw new Error('what was not done is not entered');
    await sleep(50);
  }
}

/** A mailbox that gives both the hold, and takes what each appends: one change counts, and whoever made the other is told. */
export async function twoHolds(two: Two, which: number): Promise<readonly string[]> {
  const { one, other, desks, lines } = two;
  const found = new Findings();
  let appends = 0;
  let bothAreThere = (): void => undefined;
  const both = new Promise<void>((resolve) => (bothAreThere = resolve));
  for (const line of lines) {
    line.instead = {
      hold: async () => ({ given: 1, seconds: 120 }),
      // Kept back until each has made its own on one state.
      append: async function append(this: Mailbox, op, known) {
        appends += 1;
        if (appends === 2) bothAreThere();
        await both;
        return this.append(op, known, null);
      },
    };
  }
  const answers = await Promise.all([change(one, which), change(other, which + 1)]);
  found.is('answers', answers.toSorted().join(), 'not-done,ok');
  for (const line of lines) line.mend();
  await settleDesks(desks);
  const becomes = answers[0] === 'ok' ? which : which + 1;
  found.is('here', await holding(one), becomes);
  found.is('there', await holding(other), becomes);
  await toldAsNotDone(answers[0] === 'ok' ? other : one);
  return [...found.wrong, ...(await notAlike(two))];
}

/** A mailbox that refuses what it has kept, and orders it later, behind what another desk has done meanwhile. */
export async function orderedLater(two: Two, which: number): Promise<readonly string[]> {
  const { one, other, desks, lines } = two;
  const [line] = lines;
  const found = new Findings();
  let isLate = false;
  line.instead = {
    append: async function append(this: Mailbox, op, known) {
      if (!isLate) throw new MailboxError('fence-over');
      return this.append(op, known, null);
    },
  };
  found.is('refused', await change(one, which), 'outcome-unknown');
  await two.letGo();
  found.is('at the other desk', await change(other, which + 1), 'ok');
  isLate = true;
  await settleDesks(desks);
  line.mend();
  found.is('here', await holding(one), which + 1);
  found.is('there', await holding(other), which + 1);
  await toldAsNotDone(one);
  return [...found.wrong, ...(await notAlike(two))];
}

async function close({ desks }: Two): Promise<void> {
  for (const { carrier, vault } of desks) {
    await carrier.stop();
    await vault.vault.close();
  }
}

/** Rounds over the same two desks: a kill may leave a try of a right PIN counted, and a hundred of those close its slot. */
const ROUNDS = 5;

/** Prints the figures. Whether it held. */
export async function runCoordinated([times = '20']: readonly string[]): Promise<boolean> {
  if (NO_POSTGRES !== null) throw new Error(NO_POSTGRES);
  const world = await startWorld();
  try {
    let isRight = true;
    const tell = (what: string, wrong: readonly string[]): void => {
      isRight &&= wrong.length === 0;
      process.stdout.write(`${what}: ${wrong.length} wrong\n${wrong.map((one) => `  ${one}\n`).join('')}`);
    };
    for (let left = Number(times); left > 0; left -= ROUNDS) {
      const two = await twoDesks(world, 'auto');
      const { kills, everywhere, nowhere, wrong } = await killsAtEachStep(two, Math.min(left, ROUNDS));
      tell(`${kills} kills at ${STEPS.join(', ')}: ${everywhere} everywhere, ${nowhere} nowhere`, wrong);
      await close(two);
    }
    const two = await twoDesks(world, 'auto');
    const hurried = await twoDesks(world, 'auto', 4_000);
    tell('cut once it was put into the order', await cutOnceSent(hurried, true, 1));
    tell('cut before it was, and another desk first', await cutOnceSent(hurried, false, 11));
    tell('two that hold', await twoHolds(two, 21));
    tell('refused and ordered later', await orderedLater(hurried, 31));
    for (const each of [two, hurried]) await close(each);
    return isRight;
  } finally {
    await world.stop();
  }
}
