/** What the log says of a change of staff: role and name, never a PIN. renderer/log/detail-words.ts reads it back. */
import type { Role } from '../../../contract/fields.ts';

interface Change {
  readonly role: Role;
  readonly displayName: string;
  /** The role before. */
  readonly was?: Role | undefined;
  readonly twoRoles?: boolean;
  /** The recovery sheet stood behind it. */
  readonly sheet?: boolean;
}

/** `receptionist → supervisor, two roles, recovery sheet: 王芳` */
export function detailOf({ role, displayName, was, twoRoles = false, sheet = false }: Change): string {
  const flags = [twoRoles && 'two roles', sheet && 'recovery sheet'].filter((flag) => flag !== false);
  return `${[was === undefined ? role : `${was} → ${role}`, ...flags].join(', ')}: ${displayName}`;
}
