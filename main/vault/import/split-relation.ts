/** Parts a name from the word in brackets behind it that says what somebody is to the owner: 李红（妻子）. */
import type { Relation } from '../../../contract/fields.ts';
import { relationOf } from './cell-words.ts';

/** The name as it is, and no relation, where what is in brackets says none. */
export function splitRelation(name: string): { readonly name: string; readonly relation: Relation | null } {
  const parts = /^(.+?)\s*[（(]\s*([^（()）]{1,8})\s*[)）]$/u.exec(name.trim());
  const relation = parts === null ? null : relationOf(parts[2] ?? '');
  return relation === null ? { name, relation: null } : { name: parts?.[1] ?? name, relation };
}
