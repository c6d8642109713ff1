/** Set-up: names and PINs are taken, the recovery sheet is shown, and only when parts of it were typed back is anything written. */
import type { Paper } from '../../../contract/paper.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { PinProblem } from '../../../contract/staff/lists.ts';
import type { RecoverySheetView } from '../../../contract/recovery/views.ts';
import type { Role } from '../../../contract/fields.ts';
import type { Place } from '../../../contract/practice/lists.ts';
import { AppError } from '../app-error.ts';
import type { Clock } from '../clock.ts';
import type { Argon2Params } from '../crypto/kdf.ts';
import { type PreparedVault, type StaffInput, prepareVault } from '../keys/create-vault.ts';
import { checkPin, describePin } from '../keys/pin-rules.ts';
import { chooseGroups, provesSheet } from '../keys/recovery-sheet.ts';
import { createTurns } from '../long-work/turns.ts';

export interface SetUp {
  /** Problems of a PIN, for the screen to show while it is typed. */
  describePin(request: RouteRequest<'setup.checkPin'>): RouteReply<'setup.checkPin'>;
  begin(request: RouteRequest<'setup.begin'>): Promise<RecoverySheetView>;
  /** Writes the vault. Errors: `setup-not-begun`, `sheet-mismatch`, `disk-full`, `keychain-write-failed`; after an error it can be tried again. */
  finish(request: RouteRequest<'setup.finish'>): Promise<void>;
  /** After what is under way: no key that is being written with is zeroed. */
  cancel(): Promise<void>;
  /** The sheet that is to be proved; null where none is. */
  paper(): Paper | null;
}

interface SetUpDependencies {
  readonly clock: Clock;
  readonly calibrate?: () => Promise<Argon2Params>;
  readonly place: Place;
  readonly write: (prepared: PreparedVault) => Promise<void>;
}

export function createSetUp({ write, ...preparing }: SetUpDependencies): SetUp {
  const turns = createTurns();
  let begun: { readonly prepared: PreparedVault; readonly ask: RecoverySheetView['ask'] } | null = null;
  const drop = (): void => {
    begun?.prepared.dispose();
    begun = null;
  };

  async function begin(request: RouteRequest<'setup.begin'>): Promise<RecoverySheetView> {
    requireGoodPins(request, preparing.place);
    const prepared = await prepareVault(request, preparing);
    const ask = chooseGroups(prepared.sheet);
    drop();
    begun = { prepared, ask };
    return { lines: prepared.sheet, fingerprint: prepared.fingerprint, ask };
  }

  async function finish({ answers }: RouteRequest<'setup.finish'>): Promise<void> {
    if (begun === null) throw new AppError('setup-not-begun');
    const { prepared, ask } = begun;
    if (!provesSheet(prepared.sheet, ask, answers)) throw new AppError('sheet-mismatch');
    await write(prepared);
    drop();
  }

  return {
    describePin,
    begin: (request) => turns.take(() => begin(request)),
    finish: (request) => turns.take(() => finish(request)),
    cancel: () => turns.take(async () => drop()),
    paper() {
      if (begun === null) return null;
      const { sheet: lines, fingerprint, header } = begun.prepared;
      return { kind: 'recovery-sheet', estateName: header.estateName, sheet: { lines, fingerprint } };
    },
  };
}

function requireGoodPins(request: RouteRequest<'setup.begin'>, place: Place): void {
  const staff: readonly (readonly [Role, StaffInput])[] = [
    ['admin', request.admin],
    ['supervisor', request.supervisor],
    ['receptionist', request.receptionist],
  ];
  for (const [role, { name, pin }] of staff) {
    const otherPins = staff.filter(([other]) => other !== role).map(([, other]) => other.pin);
    const problem: PinProblem | undefined = checkPin(role, pin, { name, otherPins, place })[0];
    if (problem !== undefined) throw new AppError('pin-too-weak', { role, problem });
  }
}
