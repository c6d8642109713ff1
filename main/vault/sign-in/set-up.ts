/** Set-up: names and PINs are taken, the recovery sheet is shown, and only when parts of it were typed back is anything written. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { PinProblem } from '../../../contract/staff/lists.ts';
import type { RecoverySheetView } from '../../../contract/recovery/views.ts';
import type { Role } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import type { Clock } from '../clock.ts';
import type { Argon2Params } from '../crypto/kdf.ts';
import type { PreparedVault, StaffInput } from '../keys/create-vault.ts';
import { prepareVault } from '../keys/create-vault.ts';
import { checkPin, describePin } from '../keys/pin-rules.ts';
import { chooseGroups, provesSheet } from '../keys/recovery-sheet.ts';

interface Begun {
  readonly prepared: PreparedVault;
  readonly ask: RecoverySheetView['ask'];
}

export interface SetUp {
  /** What is wrong with a PIN, for the screen to say while it is typed. */
  describePin(request: RouteRequest<'setup.checkPin'>): RouteReply<'setup.checkPin'>;
  begin(request: RouteRequest<'setup.begin'>): Promise<RecoverySheetView>;
  /** Writes the vault. Errors: `setup-not-begun`, `sheet-mismatch`, `disk-full`, `keychain-write-failed`; after an error it can be tried again. */
  finish(request: RouteRequest<'setup.finish'>): Promise<void>;
  cancel(): void;
}

export interface SetUpDependencies {
  readonly clock: Clock;
  readonly calibrate?: () => Promise<Argon2Params>;
  readonly write: (prepared: PreparedVault) => Promise<void>;
}

export function createSetUp({ write, ...preparing }: SetUpDependencies): SetUp {
  let begun: Begun | null = null;
  return {
    describePin,
    async begin(request) {
      requireGoodPins(request);
      const prepared = await prepareVault(request, preparing);
      const ask = chooseGroups(prepared.sheet);
      begun?.prepared.dispose();
      begun = { prepared, ask };
      return { lines: prepared.sheet, fingerprint: prepared.fingerprint, ask };
    },
    async finish({ answers }) {
      if (begun === null) throw new AppError('setup-not-begun');
      const { prepared, ask } = begun;
      if (!provesSheet(prepared.sheet, ask, answers)) throw new AppError('sheet-mismatch');
      await write(prepared);
      prepared.dispose();
      begun = null;
    },
    cancel() {
      begun?.prepared.dispose();
      begun = null;
    },
  };
}

function requireGoodPins(request: RouteRequest<'setup.begin'>): void {
  const staff: readonly (readonly [Role, StaffInput])[] = [
    ['admin', request.admin],
    ['supervisor', request.supervisor],
    ['receptionist', request.receptionist],
  ];
  for (const [role, { name, pin }] of staff) {
    const otherPins = staff.filter(([other]) => other !== role).map(([, other]) => other.pin);
    const problem: PinProblem | undefined = checkPin(role, pin, { name, otherPins })[0];
    if (problem !== undefined) throw new AppError('pin-too-weak', { role, problem });
  }
}
