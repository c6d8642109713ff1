/**
 * Recovery as a ceremony: the sheet is typed, its fingerprint compared, whoever is at the desk types a PIN, another sheet is shown and proved, and
 * only then is anything written.
 */
import type { ErrorCode } from '../../../contract/errors.ts';
import type { Paper } from '../../../contract/paper.ts';
import type { Place } from '../../../contract/practice/lists.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { RecoverySheetView, RecoveryView } from '../../../contract/recovery/views.ts';
import { AppError } from '../app-error.ts';
import { type Argon2Params, calibrateArgon2id } from '../crypto/kdf.ts';
import type { Header } from '../keys/header.ts';
import { checkPin, describePin } from '../keys/pin-rules.ts';
import { requirePlace } from '../keys/practice-id.ts';
import { chooseGroups, fingerprintRoots, isRightLine, provesSheet } from '../keys/recovery-sheet.ts';
import { createTurns } from '../long-work/turns.ts';
import { type RecoveredKeys, recoverKeys } from '../recovery-by-sheet/regenerate-keys.ts';
import { type OpenedVault, openBySheet } from '../recovery-by-sheet/open-by-sheet.ts';
import {
  type Recovered,
  type RecoveryWriter,
  nextAfter,
  recoverVault,
} from '../recovery-by-sheet/recover-vault.ts';
import type { Remembered } from '../recovery-by-sheet/remembered.ts';
import { readUnprovedHeader } from './unproved-header.ts';
import { isRecoverable } from './recovery-options.ts';

export interface RecoveryDesk {
  checkLine(request: RouteRequest<'recovery.checkLine'>): RouteReply<'recovery.checkLine'>;
  checkPin(request: RouteRequest<'recovery.checkPin'>): RouteReply<'recovery.checkPin'>;
  /** Errors: those of `openBySheet`, `readUnprovedHeader`; `practice-mixed`; the problem of a keychain that could not be written to. */
  begin(request: RouteRequest<'recovery.begin'>): Promise<RecoveryView>;
  /** Errors: `recovery-not-begun`, `bad-request` (no admin, no supervisor, somebody twice), `not-found`, `pin-too-weak` {role, problem}. */
  prepare(request: RouteRequest<'recovery.prepare'>): Promise<RecoverySheetView>;
  /** Errors: `recovery-not-begun`, `sheet-mismatch`, those of `recoverVault`; it can be tried again then. */
  finish(request: RouteRequest<'recovery.finish'>): Promise<Recovered>;
  /** After what is under way: nothing that is still being opened or made stays, and no key that is being written with is zeroed. */
  cancel(): Promise<void>;
  /** The sheet that is to be proved; null where none is. */
  paper(): Paper | null;
}

interface RecoveryDependencies extends RecoveryWriter {
  readonly calibrate?: () => Promise<Argon2Params>;
  readonly place: Place;
  /** Items that the computer remembers of the vault with this header. */
  readonly remember: (header: Header) => Remembered;
  /** Why nobody can sign in, where it is so. */
  readonly problem: () => ErrorCode | null;
}

/** A sheet that was typed and not used is forgotten after this long, in milliseconds. */
const MAX_IDLE_MS = 30 * 60_000;

interface Begun {
  readonly opened: OpenedVault;
  readonly remembered: Remembered;
}

export function createRecoveryDesk(dependencies: RecoveryDependencies): RecoveryDesk {
  const turns = createTurns();
  let begun: Begun | null = null;
  let prepared: { readonly made: RecoveredKeys; readonly ask: RecoverySheetView['ask'] } | null = null;
  let forgetting: ReturnType<typeof setTimeout> | undefined;

  const drop = (): void => {
    clearTimeout(forgetting);
    prepared?.made.dispose();
    begun?.opened.dispose();
    [prepared, begun] = [null, null];
  };
  const cancel = (): Promise<void> => turns.take(async () => drop());
  const stillBegun = (): Begun => {
    if (begun === null) throw new AppError('recovery-not-begun');
    return begun;
  };

  async function begin({ sheet }: RouteRequest<'recovery.begin'>): Promise<RecoveryView> {
    const problem = dependencies.problem();
    if (problem !== null && !isRecoverable(problem)) throw new AppError(problem);
    drop();
    const { header } = await readUnprovedHeader(dependencies.vaultDir);
    requirePlace(header.vaultId, dependencies.place);
    const remembered = dependencies.remember(header);
    const opened = await openBySheet(dependencies, remembered.known?.header ?? header, sheet, remembered);
    begun = { opened, remembered };
    forgetting = setTimeout(() => void cancel(), MAX_IDLE_MS);
    forgetting.unref();
    return describeRecovery(begun);
  }

  async function prepare({ people }: RouteRequest<'recovery.prepare'>): Promise<RecoverySheetView> {
    const { opened, remembered } = stillBegun();
    requireWhole(people);
    requireGoodPins(people);
    const { known } = remembered;
    const params = await (dependencies.calibrate ?? calibrateArgon2id)();
    const made = await recoverKeys(opened, {
      ...(await nextAfter(dependencies.vaultDir, opened, remembered)),
      people,
      params,
      at: dependencies.clock.now(),
      deviceSecret: known === null ? null : { id: known.header.deviceSecretId, secret: known.deviceSecret },
    });
    prepared?.made.dispose();
    prepared = { made, ask: chooseGroups(made.sheet) };
    return { lines: made.sheet, fingerprint: made.fingerprint, ask: prepared.ask };
  }

  async function finish({ answers }: RouteRequest<'recovery.finish'>): Promise<Recovered> {
    const { opened, remembered } = stillBegun();
    if (prepared === null) throw new AppError('recovery-not-begun');
    const { made, ask } = prepared;
    if (!provesSheet(made.sheet, ask, answers)) throw new AppError('sheet-mismatch');
    const recovered = await recoverVault(opened, made, remembered, dependencies);
    drop();
    return recovered;
  }

  return {
    checkLine: ({ line, text }) => ({ right: isRightLine(line, text) }),
    checkPin: describePin,
    begin: (request) => turns.take(() => begin(request)),
    prepare: (request) => turns.take(() => prepare(request)),
    finish: (request) => turns.take(() => finish(request)),
    cancel,
    paper() {
      if (begun === null || prepared === null) return null;
      const { sheet: lines, fingerprint } = prepared.made;
      const { estateName } = begun.opened.header;
      return { kind: 'recovery-sheet', estateName, sheet: { lines, fingerprint } };
    },
  };
}

const describeRecovery = ({ opened: { header, roster, keys }, remembered }: Begun): RecoveryView => ({
  estateName: header.estateName,
  fingerprint: fingerprintRoots(keys.roots),
  knownHere: remembered.known !== null,
  people: [...roster.members.values()].map(({ staffId, displayName, role }) => ({
    staffId,
    displayName,
    role,
  })),
});

type People = RouteRequest<'recovery.prepare'>['people'];

/** Without both roles nobody could add anybody afterwards. */
function requireWhole(people: People): void {
  const known = people.flatMap(({ staffId }) => staffId ?? []);
  const whole = (['admin', 'supervisor'] as const).every((role) =>
    people.some((person) => person.role === role),
  );
  if (!whole || new Set(known).size !== known.length) throw new AppError('bad-request', { where: 'people' });
}

function requireGoodPins(people: People): void {
  for (const { role, name, pin } of people) {
    const problem = checkPin(role, pin, {
      name,
      otherPins: people.filter((other) => other.pin !== pin).map((other) => other.pin),
    })[0];
    const shared = people.filter((other) => other.pin === pin).length > 1;
    if (problem !== undefined || shared)
      throw new AppError('pin-too-weak', { role, problem: problem ?? 'same-as-other' });
  }
}
