/**
 * `npm run desks -- liar [RUNS] [RESTARTS]`: a mailbox that lies about the order, and somebody within who sends what no desk may. Holds where each lie is told to somebody
 * by the first op that goes from one desk to the other after it, what was sent from within counts nowhere or stops the order in the name of its desk, and no
 * restart with a true mailbox alarms.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DesksState } from '../../contract/desks-state.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { type Try, judgedAt } from '../support/insider.ts';
import { type LinkedDesk, linkDesks } from '../support/linked-desks.ts';
import { draftOf } from '../support/people-drafts.ts';
import { deskPair } from './keys.ts';
import { type Lie, LyingMailbox, type SentOp, honest } from './lying-mailbox.ts';

/** Desk 0 is told the truth, desk 1 is lied to. */
const LIED_TO = 1;
const NOWHERE = {
  host: '127.0.0.1',
  port: 1,
  database: 'none',
  login: 'none',
  password: '',
  pins: ['0'.repeat(64)],
};

export interface Estate {
  readonly desks: readonly [LinkedDesk, LinkedDesk];
  readonly mailbox: LyingMailbox;
  /** Both as they were at first, and the mailbox too. */
  putBack(): Promise<void>;
  close(): Promise<void>;
}

/** Two desks that have something of each other, at rest. */
export async function lieTo(engine: EngineName | 'auto'): Promise<Estate> {
  const mailbox = new LyingMailbox([0, LIED_TO]);
  const desks = (await linkDesks(
    [0, 1],
    async (desk) => ({ address: NOWHERE, open: async () => mailbox.open(desk) }),
    engine === 'auto' ? {} : { engine },
  )) as unknown as readonly [LinkedDesk, LinkedDesk];
  for (const { vault } of desks) await vault.unlock('supervisor');
  await carry(desks);
  const kept = await Promise.all(desks.map(keep));
  const shown = mailbox.copy();
  return {
    desks,
    mailbox,
    async putBack() {
      mailbox.lie = honest;
      mailbox.putBack(shown);
      for (const one of kept) await one.putBack();
      // The carriers look up anew how far their spools are.
      mailbox.isCut = true;
      for (const { carrier } of desks) await carrier.look();
      mailbox.isCut = false;
    },
    async close() {
      for (const one of kept) await one.forget();
    },
  };
}

async function keep({ vault }: LinkedDesk) {
  await vault.vault.close();
  const image = await mkdtemp(join(tmpdir(), 'rv-liar-'));
  await cp(vault.vaultDir, image, { recursive: true });
  const keychain = vault.keychain.snapshot();
  await vault.start();
  return {
    async putBack() {
      await vault.vault.close();
      await rm(vault.vaultDir, { recursive: true });
      await cp(image, vault.vaultDir, { recursive: true });
      vault.keychain.restore(keychain);
      vault.events.length = 0;
      await vault.start();
      await vault.unlock('supervisor');
    },
    forget: () => rm(image, { recursive: true }),
  };
}

export const stateOf = ({ vault }: LinkedDesk): DesksState | undefined =>
  vault.events.findLast(({ event }) => event === 'desks.state')?.payload as DesksState | undefined;

/** Whether somebody at one of them sees that something is wrong. */
const isTold = (desks: readonly LinkedDesk[]): boolean =>
  desks.some((desk) => ['stopped', 'trouble', 'refused'].includes(stateOf(desk)?.is ?? ''));

/** Looks until nothing moves any more: what waits is sent, and what is shown is taken in as far as it goes. */
export async function carry(desks: readonly LinkedDesk[]): Promise<void> {
  for (let last = '', same = 0; same < 3;) {
    const now: unknown[] = [];
    for (const { carrier, spool, vault } of desks) {
      const { got, sent } = await carrier.look();
      await vault.codeOf('session.alarms', {});
      now.push(
        got,
        sent,
        spool.readTaken()?.place,
        await spool.list('out'),
        stateOf({ vault } as LinkedDesk),
      );
    }
    const text = JSON.stringify(now);
    same = text === last ? same + 1 : 0;
    last = text;
    await sleep(10);
  }
}

/** What is done at the desks, and what the mailbox makes of it. */
type Story = (estate: Estate) => Promise<void>;
let added = 0;
export const act = ({ vault }: LinkedDesk): Promise<unknown> => vault.addPerson(draftOf((added += 1)));
const isOf = (op: SentOp, desk: number): boolean => op.desk === desk;

/** To the desk that is lied to, of the first ops of the other. */
function aboutFirst(count: number, tell: (ops: readonly SentOp[]) => readonly SentOp[]): Lie {
  const held: SentOp[] = [];
  return (op, to) => {
    if (to !== LIED_TO || !isOf(op, 0) || held.length >= count) return [op];
    held.push(op);
    return held.length < count ? [] : tell(held);
  };
}

const altered = ({ parts, ...op }: SentOp): SentOp => {
  const bytes = Buffer.from(parts[0]!);
  bytes[bytes.length - 1]! ^= 1;
  return { ...op, parts: [bytes] };
};

/** The first op of the desk that is lied to comes before what it was not yet shown, or that never comes. */
function ownFirst(isShownLater: boolean): Lie {
  const held: SentOp[] = [];
  let isOver = false;
  return (op, to) => {
    if (to !== LIED_TO || isOver) return [op];
    if (isOf(op, 0)) {
      held.push(op);
      return [];
    }
    isOver = isShownLater;
    return [op, ...(isShownLater ? held : [])];
  };
}

const once: Story = async ({ desks: [one] }) => void (await act(one));
const twice: Story = async (estate) => {
  await once(estate);
  await once(estate);
};
const byTurns: Story = async ({ desks: [one, other] }) => {
  await act(one);
  await one.carrier.look();
  await act(other);
};

/** The mailbox tells a lie while something is done. */
const telling =
  (lie: () => Lie, meanwhile: Story): Story =>
  async (estate) => {
    estate.mailbox.lie = lie();
    await meanwhile(estate);
  };

/** It is put back to what it was behind what both have taken in, and goes on from there. */
const older: Story = async (estate) => {
  const { desks, mailbox } = estate;
  const before = mailbox.copy();
  await byTurns(estate);
  await carry(desks);
  mailbox.putBack(before);
};

/** By what waits, which is sent in one look, it has as many places again as both have taken in. */
const olderCaughtUp: Story = async (estate) => {
  await older(estate);
  await twice(estate);
};

const LIES: Readonly<Record<string, Story>> = {
  'keeps an op back': telling(() => aboutFirst(1, () => []), twice),
  'keeps the last op back': telling(() => aboutFirst(1, () => []), once),
  'gives an op twice': telling(() => aboutFirst(1, ([op]) => [op!, op!]), twice),
  'swaps two ops of a desk': telling(() => aboutFirst(2, ([a, b]) => [b!, a!]), twice),
  'changes a byte': telling(() => aboutFirst(1, ([op]) => [altered(op!)]), twice),
  'makes an op up': telling(() => aboutFirst(1, ([op]) => [{ ...altered(op!), n: op!.n + 9 }, op!]), twice),
  'swaps ops of two desks': telling(() => ownFirst(true), byTurns),
  'gives each desk its own order': telling(() => ownFirst(false), byTurns),
  'is an older copy': older,
  'is an older copy, at which two wait': olderCaughtUp,
};

/** How many ops went from one desk to the other after the lie until somebody was told; null where nobody was. */
type Told = number | null;
const MOST_ACTS = 6;

async function crossingAfter(estate: Estate, story: Story): Promise<Told> {
  await estate.putBack();
  await carry(estate.desks);
  await story(estate);
  await carry(estate.desks);
  return crossingUntilTold(estate);
}

async function crossingUntilTold({ desks, mailbox }: Estate): Promise<Told> {
  let crossing = 0;
  for (let acts = 0; acts <= MOST_ACTS; acts += 1) {
    if (isTold(desks)) return crossing;
    const [desk, other] = (acts % 2 === 0 ? desks : desks.toReversed()) as Estate['desks'];
    const shown = mailbox.shownTo(other.number);
    const before = shown.length;
    await act(desk);
    await carry(desks);
    crossing += Number(shown.slice(before).some((op) => op.desk === desk.number));
  }
  return null;
}

/** With a true mailbox: how many of so many restarts alarm. */
async function restart({ desks, putBack }: Estate, times: number): Promise<number> {
  await putBack();
  let alarms = 0;
  for (let n = 0; n < times; n += 1) {
    const desk = desks[n % 2]!;
    await act(desk);
    desk.vault.events.length = 0;
    await desk.vault.lock();
    await desk.vault.unlock('supervisor');
    await carry(desks);
    alarms += Number(isTold(desks));
  }
  return alarms;
}

/** What somebody sends who has a desk's keys and PINs, by what becomes of it. */
const FROM_WITHIN: Readonly<Record<string, Readonly<Record<string, Try>>>> = {
  counted: { 'what it may': {} },
  forked: {
    'the hash of another order': { base: 'other-hash' },
    'a place that nobody had yet': { base: 'later' },
    'a number behind the next one': { skips: 1 },
  },
  refused: {
    'noise that it has signed': { noise: true },
    'a table that its action may not write': { beyond: true },
  },
  'newer-program': { 'rows of schema 999': { schema: 999 } },
};

async function tryFromWithin(engine: EngineName | 'auto'): Promise<readonly string[]> {
  const [one, other] = await deskPair(engine);
  const verdicts = await judgedAt(one, other, engine, Object.assign({}, ...Object.values(FROM_WITHIN)));
  return Object.entries(FROM_WITHIN).flatMap(([verdict, tries]) =>
    Object.keys(tries)
      .filter((name) => verdicts[name] !== verdict)
      .map((name) => `${name}: ${verdicts[name]} instead of ${verdict}`),
  );
}

interface Lied {
  readonly told: Readonly<Record<string, readonly Told[]>>;
  readonly wrong: readonly string[];
  readonly restarts: number;
  readonly alarms: number;
}

/** Each lie so many times; `restarts`: with a true mailbox. */
export async function lieAndLook(
  engine: EngineName | 'auto',
  { runs, restarts }: { readonly runs: number; readonly restarts: number },
): Promise<Lied> {
  const estate = await lieTo(engine);
  const told: Record<string, Told[]> = {};
  for (let run = 0; run < runs; run += 1)
    for (const [name, story] of Object.entries(LIES))
      (told[name] ??= []).push(await crossingAfter(estate, story));
  const wrong = await tryFromWithin(engine);
  const alarms = await restart(estate, restarts);
  await estate.close();
  return { told, wrong, restarts, alarms };
}

/** Prints the figures. Whether it held. */
export async function runLiar([runs = '100', restarts = '200']: readonly string[]): Promise<boolean> {
  const lied = await lieAndLook('auto', { runs: Number(runs), restarts: Number(restarts) });
  let holds = true;
  for (const [name, all] of Object.entries(lied.told)) {
    const later = all.filter((one) => one === null || one > 1).length;
    holds &&= later === 0;
    process.stdout.write(
      `a mailbox that ${name}: told at once ${all.filter((one) => one === 0).length}, by the first op that crosses ${all.filter((one) => one === 1).length}, later or never ${later}\n`,
    );
  }
  process.stdout.write(`from within: ${lied.wrong.length} judged wrong\n`);
  for (const what of lied.wrong) process.stdout.write(`  ${what}\n`);
  process.stdout.write(`${lied.restarts} restarts: ${lied.alarms} alarms\n`);
  return holds && lied.wrong.length + lied.alarms === 0;
}
