/** Log entries of a change of staff: role and name, never a PIN. */
import type { Role } from '../../../contract/fields.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';

interface Change {
  readonly role: Role;
  readonly displayName: string;
  /** The role before, where it is another. */
  readonly was?: Role | undefined;
  readonly twoRoles?: boolean;
  /** The recovery sheet stood behind it. */
  readonly sheet?: boolean;
}

/** The detail of every entry about one member of the staff. */
export const memberDetail = ({
  role,
  displayName,
  was,
  twoRoles = false,
  sheet = false,
}: Change): LogDetail<'staff-add'> => ({ name: displayName, role, was: was ?? null, twoRoles, sheet });
