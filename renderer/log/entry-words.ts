/** Fields and reasons of an entry in words. Pure. */
import type { Translate } from '../messages/translate.ts';
import {
  FIELDS,
  type FieldId,
  OPEN_DETAILS,
  type OpenDetail,
  REASONS,
  RECORD_KINDS,
  type RecordKind,
} from '../../contract/fields.ts';
import { ROTATED_KEYS, type RotatedKey } from '../../contract/key-management/lists.ts';
import type { OwnReasonWords } from '../reasons/reason-words.ts';
import { POLICY_SETTINGS, type PolicySetting } from '../../contract/policy/lists.ts';

const isField = (name: string): name is FieldId => Object.hasOwn(FIELDS, name);
const isDetail = (name: string): name is OpenDetail => OPEN_DETAILS.some((detail) => detail === name);
const isRecord = (name: string): name is RecordKind => RECORD_KINDS.some((kind) => kind === name);
const isSetting = (name: string): name is PolicySetting =>
  POLICY_SETTINGS.some((setting) => setting === name);

const isRotatedKey = (name: string): name is RotatedKey => ROTATED_KEYS.some((key) => key === name);

/** Names of fields as the log keeps them, in words; what is no field is shown as it is. */
export function fieldWords(t: Translate, names: string | null): string {
  const wordOf = (name: string): string => {
    if (isField(name)) return t(`fields.${name}`);
    if (isDetail(name)) return t(`details.${name}`);
    if (isSetting(name)) return t(`policy.${name}`);
    if (isRotatedKey(name)) return t(`keysPage.names.${name}`);
    if (name === 'theft') return t('keysPage.theft.name');
    return isRecord(name) ? t(`recordKinds.${name}`) : name;
  };
  return (names ?? '')
    .split(',')
    .map((name) => wordOf(name.trim()))
    .join(t('scope.and'));
}

/** A reason of the list in words, with what was added to it. `own`: words of those that an admin has added. */
export function reasonWords(t: Translate, own: OwnReasonWords, reason: string | null): string {
  if (reason === null) return '';
  const [id = '', ...words] = reason.split(':');
  const known = REASONS.find((one) => one === id);
  const name = known === undefined ? own.get(id) : t(`reasons.${known}`);
  return name === undefined
    ? reason
    : [name, words.join(':').trim()].filter((part) => part !== '').join(' · ');
}
