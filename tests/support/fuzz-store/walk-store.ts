/** A day of the honest application in a vault, the same one whatever has become of its store: who signs in, what they look at, open, undo and back up. */
import { join } from 'node:path';
import type { Role } from '../../../contract/fields.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { PersonId, SlotId } from '../../../contract/ids.ts';
import type { Result } from '../../../contract/result.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { type FakeClock, HOUR_MS, createFakeClock } from '../fake-clock.ts';
import { MemoryKeychain, PINS, VaultHarness } from '../vault-harness.ts';
import { withDatabase } from './attacker.ts';
import { BACKUPS, FOLDER, FUZZED_ENGINE, type StoreImage, VAULT } from './build-image.ts';
import { type LastRole, visit } from './walk-visits.ts';
import { WHY, noteOf } from '../requests-of.ts';

/** One thing that was asked for. */
export interface Step {
  readonly route: RouteName | 'lock';
  readonly as: Role;
  readonly reply: unknown;
  /** Why it was refused; null where it was answered. */
  readonly refused: ErrorCode | null;
  /** Words of an error that was no answer at all. */
  readonly thrown: string | null;
  /** Milliseconds of this process's processor time. */
  readonly busy: number;
  /** It asked to see a value, with a PIN. */
  readonly opened?: boolean;
}

/** An entry of the log as the store has it. */
export interface Entry {
  readonly seq: number;
  readonly staff: string;
  readonly action: string;
  readonly outcome: string;
  readonly hash: string;
}

export interface Walked {
  /** Of the day, the same for every seed. */
  readonly steps: readonly Step[];
  /** What was asked after it, and which of these visits were answered whatever they asked. */
  readonly later: readonly Step[];
  readonly answered: readonly RouteName[];
  /** Number of the last entry of the day. */
  readonly dayEnds: number;
  /** Everything that the page was told. */
  readonly events: readonly unknown[];
  /** What the log holds in the end; null where the store cannot be read. */
  readonly log: readonly Entry[] | null;
}

/** A walk that replaces something, alone: no day comes before it. */
export type Replaced = Pick<Walked, 'steps' | 'later' | 'events'>;

/** What is asked after the day, by whoever is signed in last. */
interface Later {
  readonly last: LastRole;
  /** By what the day itself has asked. */
  readonly visits: (asked: ReadonlySet<RouteName>) => readonly RouteName[];
  /** Of arguments that are not valid; 0 for none of them. */
  readonly seed: number;
}

/** At the desk of a copy in `folder`. */
function sitDown(image: StoreImage, folder: string) {
  const keychain = new MemoryKeychain();
  keychain.restore(image.keychain);
  const vaultDir = join(folder, VAULT);
  const clock = createFakeClock(image.at + HOUR_MS);
  const desk = new VaultHarness(vaultDir, keychain, { engine: FUZZED_ENGINE, clock, vaultDir, keychain });
  return { clock, desk, vaultDir, walk: new Walk(desk, image, folder, clock) };
}

/** In `folder`, which holds a copy of the image: a walk that replaces something, alone. */
export async function walkReplacing(
  image: StoreImage,
  folder: string,
  replacing: (walk: Walk) => Promise<void>,
): Promise<Replaced> {
  const { desk, walk } = sitDown(image, folder);
  await replacing(walk);
  await walk.end();
  return { steps: walk.steps, later: [], events: desk.events };
}

/** In `folder`, which holds a copy of the image. */
export async function walkStore(image: StoreImage, folder: string, later: Later): Promise<Walked> {
  const { clock, desk, vaultDir, walk } = sitDown(image, folder);
  const others = ['receptionist', 'supervisor', 'admin'] as const;
  for (const role of [...others.filter((one) => one !== later.last), later.last]) {
    await walk.signIn(role);
    await walk.lookAround();
    await TASKS[role](walk, join(folder, BACKUPS));
    clock.advance(HOUR_MS);
  }
  const listed = await walk.ask('log.list', { before: null, limit: 1 });
  const dayEnds = listed?.entries[0]?.seq ?? Number.MAX_SAFE_INTEGER;
  const steps = walk.steps.splice(0);
  const answered: RouteName[] = [];
  // Where nobody is signed in by now, nothing more can be asked.
  for (const route of listed === null ? [] : later.visits(routesIn(steps)))
    if (
      await visit(route, {
        desk,
        role: later.last,
        personId: image.known.personId,
        advance: (ms) => clock.advance(ms),
        seed: later.seed,
        keep: (name, request, opened) => walk.ask(name, request, opened),
      })
    )
      answered.push(route);
  const [end] = [walk.steps.splice(0), await walk.end()];
  return {
    steps: [...steps, ...walk.steps],
    later: end,
    answered,
    dayEnds,
    events: desk.events,
    log: readLog(image, join(vaultDir, image.storeFile)),
  };
}

/** Everything that these steps have asked. */
export const routesIn = (steps: readonly Step[]): ReadonlySet<RouteName> =>
  new Set(steps.flatMap(({ route }) => (route === 'lock' ? [] : [route])));

/** Asks, keeps what was answered, and goes on whatever it was. */
export class Walk {
  readonly steps: Step[] = [];
  readonly image: StoreImage;
  readonly known: StoreImage['known'];
  readonly desk: VaultHarness;
  /** With the vault and its backups in it. */
  readonly folder: string;
  readonly clock: FakeClock;
  /** As they are by now. */
  readonly pins: Record<Role, string> = { ...PINS };
  readonly slots: Record<Role, SlotId>;
  #role: Role = 'receptionist';
  #begun = false;

  constructor(desk: VaultHarness, image: StoreImage, folder: string, clock: FakeClock) {
    this.desk = desk;
    this.image = image;
    this.known = image.known;
    this.slots = { ...image.known.slots };
    this.folder = folder;
    this.clock = clock;
  }

  /** To the lock screen, where nobody is signed in. */
  async begin(): Promise<void> {
    await this.#keep('lock', () => (this.#begun ? this.desk.lock() : this.desk.start()));
    this.#begun = true;
  }

  async signIn(role: Role): Promise<void> {
    this.#role = role;
    await this.begin();
    await this.ask('vault.status', {});
    const reply = await this.ask('session.unlock', this.proof(role));
    if (reply === null || reply.alarms.length === 0) return;
    await this.ask('session.acknowledge', { words: 'looked into it', pin: this.pin });
  }

  async end(): Promise<void> {
    await this.#keep('lock', () => this.desk.vault.close());
  }

  get pin(): string {
    return this.pins[this.#role];
  }

  proof(role: Role): { slotId: SlotId; pin: string } {
    return { slotId: this.slots[role], pin: this.pins[role] };
  }

  /** The reply; null where it was refused. */
  async ask<N extends RouteName>(
    route: N,
    request: RouteRequest<N>,
    opened = false,
  ): Promise<RouteReply<N> | null> {
    const result = await this.#keep(route, () => this.desk.ask(route, request), opened);
    return result?.ok === true ? (result.value as RouteReply<N>) : null;
  }

  /** What every role may see. */
  async lookAround(): Promise<void> {
    const { personId, childId, roomId } = this.known;
    for (const text of ['29-2-1803', '5084', '桂M', '邢']) await this.ask('people.search', { text });
    await this.ask('people.open', { personId });
    await this.ask('people.open', { personId: childId });
    await this.ask('rooms.find', { text: '29-2-1803' });
    await this.ask('rooms.open', { roomId });
    await this.ask('notes.list', { personId, before: null });
    await this.ask('backup.warning', {});
    await this.ask('keys.due', {});
    await this.ask('shift.read', {});
  }

  async reveal(
    field: RouteRequest<'people.reveal'>['field'],
    more: Partial<RouteRequest<'people.reveal'>> = {},
  ): Promise<void> {
    const { personId } = this.known;
    await this.ask('people.reveal', { personId, field, ordinal: 0, why: WHY, pin: this.pin, ...more });
  }

  async versionOf(personId: PersonId): Promise<number> {
    return (await this.ask('people.open', { personId }))?.version ?? 1;
  }

  async #keep<T extends Result<unknown> | void>(
    route: Step['route'],
    work: () => Promise<T>,
    opened = false,
  ): Promise<T | undefined> {
    const began = process.cpuUsage();
    const step = { route, as: this.#role, reply: null, refused: null, thrown: null, opened };
    const busy = (): number => {
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1000;
    };
    try {
      const result = await work();
      const answer =
        result === undefined
          ? {}
          : result.ok
            ? { reply: structuredClone(result.value) }
            : { refused: result.error.code, reply: result.error.details };
      this.steps.push({ ...step, ...answer, busy: busy() });
      return result;
    } catch (error) {
      this.steps.push({ ...step, thrown: String(error), busy: busy() });
      return undefined;
    }
  }
}

const TASKS: Readonly<Record<Role, (walk: Walk, backups: string) => Promise<void>>> = {
  receptionist: async (walk) => {
    const { personId, roomNote } = walk.known;
    await walk.reveal('phone');
    await walk.reveal('plate');
    await walk.reveal('name');
    await walk.reveal('idNumber', { cosigner: walk.proof('supervisor') });
    await walk.reveal('note', { roomNote });
    await walk.ask('people.verify', { personId, kind: 'phone', said: '14127365084', pin: walk.pin });
    await walk.ask('tasks.checkRoom', { text: '29-2-1803' });
    await walk.ask('notes.add', noteOf(personId, ''));
  },
  supervisor: async (walk) => {
    const { personId, importId, mergeId } = walk.known;
    await walk.ask('session.alarms', {});
    await walk.ask('policy.read', {});
    await walk.ask('people.replaced', { personId });
    await walk.ask('people.openFull', { personId, why: WHY, supervisor: walk.proof('supervisor') });
    await walk.ask('people.merges', { personId });
    const version = await walk.versionOf(personId);
    await walk.ask('people.undoMerge', {
      personId,
      version,
      mergeId,
      keepEdited: true,
      pin: walk.pin,
      why: WHY,
    });
    await walk.ask('people.open', { personId });
    await walk.ask('people.open', { personId: walk.known.mergedId });
    await walk.ask('import.list', { before: null });
    await walk.ask('import.checkUndo', { importId });
    await walk.ask('import.undo', { importId, keepEdited: true, supervisor: walk.proof('supervisor') });
    await walk.ask('people.search', { text: '28-1-0602' });
    await walk.ask('emergency.list', {});
    await walk.ask('keys.list', {});
    await walk.ask('log.list', { before: null, limit: 200 });
    await walk.ask('log.verify', {});
  },
  admin: async (walk, backups) => {
    await walk.ask('staff.list', {});
    await walk.ask('keys.list', {});
    await walk.ask('keys.desks', {});
    await walk.ask('theft.read', {});
    await walk.ask('policy.read', {});
    await walk.ask('systems.list', {});
    await walk.ask('rooms.patterns', {});
    walk.desk.vault.offerFile(FOLDER, backups, 'folder');
    await walk.ask('backup.read', { folderId: FOLDER });
    await walk.ask('backup.make', {});
    await walk.ask('log.list', { before: null, limit: 200 });
    await walk.ask('log.verify', {});
  },
};

/** Of the store at `path`; null where it cannot be read. */
export function readLog({ storeKey }: StoreImage, path: string): readonly Entry[] | null {
  try {
    return withDatabase(path, storeKey, (db) =>
      (
        db
          .prepare('SELECT seq, staff_id AS staff, action, outcome, hash FROM log_entry ORDER BY seq')
          .all() as (Omit<Entry, 'hash'> & { readonly hash: unknown })[]
      ).map((row) => ({
        ...row,
        hash: row.hash instanceof Uint8Array ? Buffer.from(row.hash).toString('hex') : String(row.hash),
      })),
    );
  } catch {
    return null;
  }
}
