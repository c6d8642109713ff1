/**
 * Steps common to all files that leave the house: made in memory under a password of the vault's own, then entered, value by value, then written to the place
 * that somebody chose, then entered as written. A kill in between leaves a line of the register that says that nobody knows whether the file is there.
 */
import { sha256Hex } from '../crypto/sha256.ts';
import {
  type DisclosureFormat,
  type DisclosureKind,
  MAX_KEPT_DAYS,
} from '../../../contract/disclosures/lists.ts';
import type { Given } from '../../../contract/disclosures/routes.ts';
import type { RequestAsker } from '../../../contract/requests/lists.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { replaceSharedFile } from '../../files/durable-files.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { makeFilePassword } from '../crypto/file-password.ts';
import { requireOfficer } from '../company-facts/officer.ts';
import { cosignedBy } from '../key-change/dual-control.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import type { Outgoing } from '../retention-rules/outgoing.ts';
import type { Session } from '../session/session.ts';
import type { AllVerified } from '../session/with-slots.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import { checkDay, daysBetween } from '../values/days.ts';
import { readRegister } from './register.ts';
import { commitAndRead, commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** A value that is in the file. */
export interface GivenValue {
  readonly personId: PersonId;
  /** Several of one person, separated by commas, where a file has thousands of people. */
  readonly field: string;
  /** It is the name of the guardian of that person. */
  readonly ward?: PersonId;
}

/** A file to be given, and its line of the register. */
interface Gift {
  readonly kind: DisclosureKind;
  readonly format: DisclosureFormat;
  readonly personId: PersonId | null;
  readonly scope: string;
  readonly people: number;
  readonly recipient: string;
  /** Of a copy: by which request, and by whom. */
  readonly asked: {
    readonly request: number;
    readonly asker: RequestAsker;
  } | null;
  readonly officer: string;
  readonly document: string;
  readonly purpose: string;
  readonly dueOn: string | null;
  /** Each once; there is an entry for each. */
  readonly values: Outgoing<GivenValue>;
}

/**
 * Makes, enters and writes it. `path`: as main has offered it. `make` gets the password and the number of the file.
 * Errors: `needs-officer` of a list; those of `make`; `log-unavailable` and its like (nothing is written then); `file-not-written`.
 */
export async function give(
  session: Session,
  present: AllVerified,
  path: string,
  gift: Gift,
  make: (password: string) => Promise<Uint8Array>,
): Promise<Given> {
  const approved = await requireOfficer(session, present, peopleIn(gift.values));
  const password = makeFilePassword();
  const bytes = await make(password);
  const sha256 = sha256Hex(bytes);
  const disclosureId = await enter(session, present, { gift, sha256, approved });
  const written = await replaceSharedFile(path, bytes).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  const register = await settle(session, present, { disclosureId, kind: gift.kind }, written === null);
  if (written !== null) throw new AppError('file-not-written', {}, { cause: written.error });
  return { register, disclosureId, password, sha256 };
}

const peopleIn = (values: readonly GivenValue[]): number =>
  new Set(values.map(({ personId }) => personId)).size;

interface Entering {
  readonly gift: Gift;
  readonly sha256: string;
  /** Of a list, the entry of whoever has agreed to it. */
  readonly approved: readonly SessionEntry[];
}

const enter = (
  session: Session,
  present: AllVerified,
  { gift, sha256, approved }: Entering,
): Promise<number> =>
  commitValue(session, async (tx) => {
    const { kind, format, people, dueOn, asked } = gift;
    const { cosignerId, signedBy } = cosignedBy(present);
    const disclosureId = await takeId(tx, 'disclosure');
    await tx.run(sql`
      INSERT INTO disclosure (id, kind, format, person_id, scope, people, recipient, copy_to, officer, document, purpose, made_at, made_by, made_with,
        due_on, state, sha256, version)
      VALUES (${disclosureId}, ${kind}, ${format}, ${gift.personId}, ${gift.scope}, ${people}, ${gift.recipient}, ${asked?.asker ?? null}, ${gift.officer},
        ${gift.document}, ${gift.purpose}, ${session.clock.now()}, ${session.signedIn.staffId}, ${cosignerId}, ${dueOn}, 'writing', ${sha256}, 1)`);
    const said = {
      reason: reasonOf(gift),
      ticket: gift.document === '' ? null : gift.document,
      cosignerId,
      signedBy,
    };
    return {
      value: disclosureId,
      entries: [
        ...approved,
        done(
          'disclosure',
          { disclosure: disclosureId, kind, format, people, sha256, dueOn, asked },
          { ...said, personId: gift.personId },
        ),
        ...gift.values.map(({ personId, field, ward = null }) =>
          done('disclose', { disclosure: disclosureId, kind, ward }, { ...said, personId, field }),
        ),
      ],
    };
  });

/** As reasons of the list are written, so that whoever reads no more than those finds what was typed left out. */
const reasonOf = ({ kind, recipient, purpose }: Gift): string =>
  kind === 'own-copy' ? 'subject-request' : `authority: ${recipient}; ${purpose}`;

const settle = (
  session: Session,
  present: AllVerified,
  { disclosureId, kind }: { readonly disclosureId: number; readonly kind: DisclosureKind },
  isWritten: boolean,
): Promise<Given['register']> =>
  commitAndRead(session, readRegister, async (tx) => {
    await tx.run(sql`
      UPDATE disclosure SET state = ${isWritten ? 'given' : 'failed'}, version = version + 1 WHERE id = ${disclosureId}`);
    return [
      {
        action: 'disclosure-file',
        outcome: isWritten ? 'done' : 'failed',
        detail: { disclosure: disclosureId, kind },
        ...cosignedBy(present),
      },
    ];
  });

/** The day by which a recipient is to delete it. Errors: `invalid-value` {field: until} for none, one that is over, or one too far away. */
export function requireDueOn({ clock }: Session, day: string): string {
  checkDay('until', day);
  const days = daysBetween(dayOf(clock.now()), day);
  if (days < 1 || days > MAX_KEPT_DAYS) throw new AppError('invalid-value', { field: 'until' });
  return day;
}
