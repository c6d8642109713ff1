/** A whole vault in this process: real SQLCipher file, real keys, a keychain held in memory, a clock that tests turn. */
import { statSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileUse, KeychainItems, KeychainReading, LastLock, SealedDraft } from '../../contract/host.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Role } from '../../contract/fields.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { IdChoice } from '../../contract/id-numbers/lists.ts';
import type { LogEntryView } from '../../contract/log/entries.ts';
import type { Place } from '../../contract/practice/lists.ts';
import type { PersonDraft } from '../../contract/people/requests.ts';
import type { RouteReply, RouteRequest } from '../../contract/routes.ts';
import type { Result } from '../../contract/result.ts';
import type { PersonId, SlotId } from '../../contract/ids.ts';
import type { DeskPerson } from '../../contract/sign-in/views.ts';
import type { RunningProgram } from '../../main/files/updates/running-program.ts';
import type { CarrierLine } from '../../main/vault/carrier-line.ts';
import type { ComputerLine } from '../../main/vault/computer-line.ts';
import { type Clock, dayOf, systemClock } from '../../main/vault/clock.ts';
import { ARGON2_FLOOR } from '../../main/vault/crypto/kdf.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { type Vault, startVault } from '../../main/vault/vault.ts';
import { atEnd } from './at-end.ts';
import { createGate } from './gate.ts';
import { PINS } from './pins.ts';
import { removeFolder } from './remove-folder.ts';
import { editOf, mergeOf, recordOf, revealOf } from './requests-of.ts';
import { type ScannersHere, scannersHere } from './scanners-here.ts';
import { testProgram } from './update-folder.ts';
import { type Limits, NO_LIMITS } from '../../contract/limits/lists.ts';
import {
  type AcquiredImage,
  type KeychainSnapshot,
  type SetUpResult,
  acquireVaultImage,
} from './vault-images.ts';

export { PINS };

/** One of each role, by the PINs of `PINS`. */
export const TEST_ESTATE: RouteRequest<'setup.begin'> = {
  estateName: 'Test Estate',
  admin: { name: 'Admin One', pin: PINS.admin },
  supervisor: { name: 'Super One', pin: PINS.supervisor },
  receptionist: { name: 'Desk One', pin: PINS.receptionist },
  adminIsSupervisor: false,
};

/** A keychain in memory: what main would keep in the operating system's. */
export class MemoryKeychain {
  deviceSecrets: Record<string, Uint8Array> = {};
  anchors: (Uint8Array | undefined)[] = [undefined, undefined];
  /** Faults: the next writes are refused. */
  refusing = false;
  mailboxPassword: string | null = null;
  readonly #gate = createGate();

  /** Writes of the anchor hang from now on, until the returned function is called. */
  hold(): () => void {
    return this.#gate.hold();
  }

  /** Resolves when a write of the anchor hangs. */
  reached(): Promise<void> {
    return this.#gate.reached();
  }

  reading(): KeychainReading {
    const items: KeychainItems = {
      deviceSecrets: { ...this.deviceSecrets },
      anchors: this.anchors.filter((copy) => copy !== undefined),
    };
    return Object.keys(this.deviceSecrets).length === 0
      ? { state: 'item-missing' }
      : { state: 'found', items };
  }

  async writeAnchor(copy: 0 | 1, bytes: Uint8Array): Promise<void> {
    await this.#gate.passed();
    if (this.refusing) throw new Error('keychain refuses');
    this.anchors[copy] = Uint8Array.from(bytes);
  }

  async writeDeviceSecret(id: string, bytes: Uint8Array): Promise<void> {
    if (this.refusing) throw new Error('keychain refuses');
    this.deviceSecrets[id] = Uint8Array.from(bytes);
  }

  async writeMailboxPassword(password: string): Promise<void> {
    if (this.refusing) throw new Error('keychain refuses');
    this.mailboxPassword = password;
  }

  async deleteDeviceSecret(id: string): Promise<void> {
    if (this.refusing) throw new Error('keychain refuses');
    delete this.deviceSecrets[id];
  }

  snapshot(): KeychainSnapshot {
    return { deviceSecrets: { ...this.deviceSecrets }, anchors: [...this.anchors] };
  }

  restore({ deviceSecrets, anchors }: KeychainSnapshot): void {
    Object.assign(this, { deviceSecrets: { ...deviceSecrets }, anchors: [...anchors] });
  }
}

export interface HarnessOptions {
  readonly engine?: EngineName;
  readonly clock?: Clock;
  readonly keychain?: MemoryKeychain;
  readonly vaultDir?: string;
  readonly place?: Place;
  /** None unless a test is about them. */
  readonly usualLimits?: Limits;
  /** Weeks pass in many tests: none unless a test is about them. */
  readonly usualGraceDays?: number;
  /** What holds of ID numbers until a test decides; null, as in the product, where a test is about that. */
  readonly usualIdNumbers?: IdChoice | null;
  /** Of data files of the law; the product's own unless a test replaces them. */
  readonly lawFolder?: string;
  /** Scanners over no folder unless a test is about them. */
  readonly scanners?: ScannersHere;
  /** Nobody tells of the computer unless a test is about it. */
  readonly computer?: ComputerLine;
  /** None unless a test is about several desks. */
  readonly carrier?: CarrierLine;
  /** Takes updates of `update-folder.ts` unless a test is about another. */
  readonly program?: RunningProgram;
  /** Told of each event as the vault says it, in the midst of its work. */
  readonly onEvent?: (event: string, payload: unknown) => void;
  /** Has a new vault to itself before the test does, locked before and afterwards. */
  readonly onSetUp?: (desk: VaultHarness) => Promise<void>;
}

/** A file or a folder as it was when it was picked. */
interface Picked {
  readonly path: string;
  readonly use: FileUse;
  state: string | null;
}

/** Changes whenever a file is written; null of a folder, and where there is none. */
export function stateOfFile(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat?.isFile() === true ? `${stat.ino} ${stat.size} ${stat.mtimeNs}` : null;
}

export class VaultHarness {
  readonly vaultDir: string;
  readonly keychain: MemoryKeychain;
  readonly events: { event: string; payload: unknown }[] = [];
  readonly hostCalls: string[] = [];
  /** Files and folders that were picked at this desk. */
  readonly picked: Picked[] = [];
  #options: HarnessOptions;
  #vault: Vault | undefined;
  #program: RunningProgram | undefined;
  #lastLock: LastLock | null = null;
  /** As main keeps them over a lock. */
  drafts: readonly SealedDraft[] = [];
  #images: AcquiredImage[] = [];
  readonly #heard = new Map<string, () => void>();

  constructor(vaultDir: string, keychain: MemoryKeychain, options: HarnessOptions) {
    this.vaultDir = vaultDir;
    this.keychain = keychain;
    this.#options = options;
  }

  /** A vault process as main starts it: keyless, told what the keychain said. */
  async start(reading: KeychainReading = this.keychain.reading()): Promise<void> {
    const vault = await startVault({
      vaultDir: this.vaultDir,
      place: this.#options.place ?? 'real',
      engine: this.#options.engine ?? 'auto',
      keychain: reading,
      lastLock: this.#lastLock,
      drafts: this.drafts,
      onDrafts: (drafts) => {
        this.drafts = drafts;
      },
      clock: this.#options.clock ?? systemClock,
      keychainWriter: this.keychain,
      calibrate: async () => ARGON2_FLOOR,
      usualLimits: this.#options.usualLimits ?? NO_LIMITS,
      usualGraceDays: this.#options.usualGraceDays ?? null,
      ...(this.#options.usualIdNumbers === null
        ? {}
        : { usualIdNumbers: this.#options.usualIdNumbers ?? 'consent' }),
      ...(this.#options.lawFolder === undefined ? {} : { lawFolder: this.#options.lawFolder }),
      scanners: this.#options.scanners ?? scannersHere(),
      ...(this.#options.computer === undefined ? {} : { computer: this.#options.computer }),
      ...(this.#options.carrier === undefined ? {} : { carrier: this.#options.carrier }),
      program: () => (this.#program ??= this.#options.program ?? testProgram()),
      emit: (event, payload) => {
        this.events.push({ event, payload });
        this.#heard.get(event)?.();
        this.#options.onEvent?.(event, payload);
      },
      onDeskBoard: () => undefined,
      onSession: (unlocked) => void this.hostCalls.push(`session ${unlocked}`),
      onLongWork: (running) => void this.hostCalls.push(`long-work ${running}`),
      onCopied: () => void this.hostCalls.push('copied'),
      onShared: (shared) => void this.hostCalls.push(`screen-shared ${shared}`),
      lockMe: (why) => void this.hostCalls.push(`lock-me ${why}`),
    });
    this.#vault = {
      ...vault,
      offerFile: (fileId, path, use) => {
        this.picked.push({ path, use: use ?? 'workbook', state: stateOfFile(path) });
        vault.offerFile(fileId, path, use);
      },
    };
  }

  /** The same folder, keychain and surroundings for another copy of the program, which has not started. */
  anewIn(Harness: typeof VaultHarness): VaultHarness {
    return new Harness(this.vaultDir, this.keychain, this.#options);
  }

  /** From the next start on. */
  carryBy(carrier: CarrierLine): void {
    this.#options = { ...this.#options, carrier };
  }

  /** Resolves as the vault says an event of that name again. */
  hear(event: string): Promise<void> {
    return new Promise((resolve) => void this.#heard.set(event, resolve));
  }

  /** What a lock leaves behind: a fresh vault that knows nothing but folder and keychain. */
  async lock(why: LastLock['why'] = 'key'): Promise<void> {
    await this.#vault?.close();
    this.#lastLock = { why, at: (this.#options.clock ?? systemClock).now() };
    await this.start();
  }

  /** A day (`YYYY-MM-DD`) so many from today, by its clock. */
  dayAhead(days: number): string {
    return dayOf((this.#options.clock ?? systemClock).now() + days * 86_400_000);
  }

  /** Another computer takes its place: no folder, nothing in the keychain. */
  async loseComputer(): Promise<void> {
    await this.#vault?.close();
    await rm(this.vaultDir, { recursive: true, force: true });
    this.keychain.restore({ deviceSecrets: {}, anchors: [undefined, undefined] });
    this.#lastLock = null;
    await this.start();
  }

  get vault(): Vault {
    if (this.#vault === undefined) throw new Error('the vault was not started');
    return this.#vault;
  }

  /** The Result as a screen gets it. */
  async ask<N extends RouteName>(route: N, payload: unknown): Promise<Result<RouteReply<N>>> {
    return (await this.vault.handle(route, payload)) as Result<RouteReply<N>>;
  }

  /** The reply; a failure is an error that names its code. */
  async call<N extends RouteName>(route: N, payload: RouteRequest<N>): Promise<RouteReply<N>> {
    const result = await this.ask(route, payload);
    if (!result.ok) throw new Error(`${route}: ${result.error.code} ${JSON.stringify(result.error.details)}`);
    return result.value;
  }

  async codeOf<N extends RouteName>(route: N, payload: unknown): Promise<ErrorCode | 'ok'> {
    const result = await this.ask(route, payload);
    return result.ok ? 'ok' : result.error.code;
  }

  /** Throws unless this is the code that the route answers with; `ok` where it does what is asked. */
  async answers(code: ErrorCode | 'ok', route: RouteName, payload: unknown): Promise<void> {
    const answered = await this.codeOf(route, payload);
    if (answered !== code) throw new Error(`${route} answered ${answered} instead of ${code}`);
  }

  /** Leaves a new vault, locked, and returns its recovery sheet. Copies a cached image where those are enabled (vault-images.ts). */
  async setUp(): Promise<string[][]> {
    if ((await this.call('vault.status', {})).state !== 'no-vault' || this.keychain.refusing)
      return this.setUpForReal();
    const { engine = 'auto', clock = systemClock } = this.#options;
    const kind = `${engine} ${clock === systemClock ? 'now' : clock.now()}`;
    const image = await acquireVaultImage(kind, (vaultDir) => setUpAtRest(vaultDir, this.#options));
    if (image === undefined) return this.setUpForReal();
    this.#images.push(image);
    await this.vault.close();
    await cp(image.folder, this.vaultDir, { recursive: true });
    this.keychain.restore(image.keychain);
    await this.start();
    await this.#options.onSetUp?.(this);
    return image.lines;
  }

  /** The same, with the first in that role signed in. */
  async setUpAs(role: Role): Promise<void> {
    await this.setUp();
    await this.unlock(role);
  }

  /** Goes through the routes of set-up, with the real Argon2id for its new salts. */
  async setUpForReal(): Promise<string[][]> {
    const sheet = await this.call('setup.begin', TEST_ESTATE);
    const [first, second] = sheet.ask;
    await this.call('setup.finish', {
      answers: [sheet.lines[first.line]![first.group]!, sheet.lines[second.line]![second.group]!],
    });
    return sheet.lines;
  }

  /** A vault with one resident, added by the supervisor; whoever is named is signed in afterwards. */
  async setUpWith(person: PersonDraft, signedIn: Role = 'supervisor'): Promise<PersonId> {
    await this.setUpAs('supervisor');
    const { personId } = await this.addPerson(person);
    if (signedIn !== 'supervisor') await this.switchTo(signedIn);
    return personId;
  }

  /** `pin`: of whoever is signed in. */
  addPerson(person: PersonDraft, pin: string = PINS.supervisor): Promise<RouteReply<'people.add'>> {
    return this.call('people.add', { person, pin });
  }

  edit(...request: Parameters<typeof editOf>): Promise<RouteReply<'people.edit'>> {
    return this.call('people.edit', editOf(...request));
  }

  merge(...request: Parameters<typeof mergeOf>): Promise<RouteReply<'people.merge'>> {
    return this.call('people.merge', mergeOf(...request));
  }

  addRecord(...request: Parameters<typeof recordOf>): Promise<RouteReply<'records.add'>> {
    return this.call('records.add', recordOf(...request));
  }

  /** The value that is shown. */
  async reveal(...request: Parameters<typeof revealOf>): Promise<string> {
    return (await this.call('people.reveal', revealOf(...request))).value;
  }

  /** Of so many entries of the log those of one action, the newest first. */
  async logged(action: string, among: number): Promise<readonly LogEntryView[]> {
    const { entries } = await this.call('log.list', { before: null, limit: among });
    return entries.filter((entry) => entry.action === action);
  }

  async people(): Promise<readonly DeskPerson[]> {
    return (await this.call('vault.status', {})).people;
  }

  async slotOf(role: Role): Promise<SlotId> {
    return (await this.people()).find((person) => person.role === role)!.slotId;
  }

  async proofOf(role: Role): Promise<{ slotId: SlotId; pin: string }> {
    return { slotId: await this.slotOf(role), pin: PINS[role] };
  }

  async unlock(role: Role): Promise<RouteReply<'session.unlock'>> {
    return this.call('session.unlock', await this.proofOf(role));
  }

  async switchTo(role: Role): Promise<void> {
    await this.lock();
    await this.unlock(role);
  }

  /** Closes it and removes its folder; done by itself at the end of the test. */
  async dispose(): Promise<void> {
    await this.letGo();
    // A carrier that was told to end may write a last file.
    await removeFolder(this.vaultDir);
  }

  /** Leaves the folder, which may be another's. */
  async letGo(): Promise<void> {
    for (const image of this.#images.splice(0)) image.release();
    const vault = this.#vault;
    this.#vault = undefined;
    await vault?.close();
  }
}

/** A started vault in a folder of its own, not set up yet. Gone when the test is over. */
export async function createHarness(options: HarnessOptions = {}): Promise<VaultHarness> {
  const vaultDir = options.vaultDir ?? (await mkdtemp(join(tmpdir(), 'resident-vault-')));
  const harness = new VaultHarness(vaultDir, options.keychain ?? new MemoryKeychain(), options);
  atEnd(() => (options.vaultDir === undefined ? harness.dispose() : harness.letGo()));
  await harness.start();
  return harness;
}

/** One that is set up, with the first in that role signed in. */
export async function openDesk(role: Role, options: HarnessOptions = {}): Promise<VaultHarness> {
  const harness = await createHarness(options);
  await harness.setUpAs(role);
  return harness;
}

/** Sets up a vault in `vaultDir` for real and closes it. */
async function setUpAtRest(vaultDir: string, options: HarnessOptions): Promise<SetUpResult> {
  const itsOwn = { vaultDir, keychain: new MemoryKeychain(), onEvent: () => undefined };
  const harness = await createHarness({ ...options, ...itsOwn });
  const lines = await harness.setUpForReal();
  await harness.vault.close();
  return { keychain: harness.keychain.snapshot(), lines };
}
