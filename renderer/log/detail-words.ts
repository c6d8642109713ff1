/** The detail of an entry in words, where it is one of the forms that the vault writes; anything else stays as it is. Pure. */
import type { TFunction } from 'i18next';
import { ERROR_CODES } from '../../contract/errors.ts';
import { LOCK_REASONS } from '../../contract/host.ts';
import { RECORD_KINDS, ROLES } from '../../contract/fields.ts';
import { SEARCH_KINDS } from '../../contract/search-kinds.ts';
import type { LogEntryView } from '../../contract/views.ts';
import { backupDetailWords } from '../backup/backup-detail-words.ts';
import { formatMoment } from '../messages/format.ts';

const LOCKED = new RegExp(`^(${LOCK_REASONS.join('|')}) at (\\S+)$`);
const FOUND_BY_ID = /^idNumber (\d+)$/;
const PATTERNS = /^patterns (\d+), rooms (\d+), kept (\d+)$/;
const DAY = /^ended (\d+), let go (\d+)$/;
const ROOM_NOTE = /^note \d+ of the room$/;
/** As main/vault/staff/staff-log.ts writes it. */
const STAFF = new RegExp(
  `^(${ROLES.join('|')})(?: → (${ROLES.join('|')}))?(, two roles)?(, recovery sheet)?: (.+)$`,
);
const MERGES = {
  gone: /^merged into person (\d+)$/,
  into: /^person (\d+) merged into this one$/,
  apart: /^person (\d+) is apart from this one again, kept (\d+)$/,
  back: /^apart from person (\d+) again$/,
} as const;
const NUMBERED = /^(\w+) \d+$/;

export function detailWords(
  t: TFunction,
  { action, detail }: Pick<LogEntryView, 'action' | 'detail'>,
  language: string,
): string {
  if (detail === null) return '';
  if (action === 'locked') return lockWords(t, detail, language);
  if (action === 'search')
    return detail
      .split(', ')
      .map((part) => searchWords(t, part))
      .join(t('log.and'));
  if (action === 'search-id')
    return detail.replace(FOUND_BY_ID, (_, count: string) => `${t('fields.idNumber')} ${count}`);
  if (action === 'room-patterns')
    return detail.replace(PATTERNS, (_, patterns: string, moved: string, kept: string) =>
      t('log.patterns', { patterns, moved, kept }),
    );
  if (action === 'new-day')
    return detail.replace(DAY, (_, ended: string, gone: string) => t('log.newDay', { ended, gone }));
  if (
    action === 'backup' ||
    action === 'backup-test' ||
    action === 'backup-restore' ||
    action === 'backup-settings'
  )
    return backupDetailWords(t, detail);
  if (action === 'reveal') return detail.replace(ROOM_NOTE, t('log.roomNote'));
  if (action.startsWith('staff-') || action === 'slot-open') return staffWords(t, detail);
  if (action === 'pin-failed' && detail === 'recovery sheet') return t('log.sheet');
  if (action === 'rotation-begun' || action === 'rotation') return rotationWords(t, detail);
  if (action === 'merge' || action === 'merge-undo') return mergeWords(t, detail);
  const kind = RECORD_KINDS.find((one) => one === NUMBERED.exec(detail)?.[1]);
  return kind === undefined ? detail : t(`recordKinds.${kind}`);
}

/** What was done is for technicians, and stays as it is; what ended it is a code. */
function rotationWords(t: TFunction, detail: string): string {
  const code = ERROR_CODES.find((one) => one === detail);
  return code === undefined ? detail : t(`errors.${code}.what`);
}

function mergeWords(t: TFunction, detail: string): string {
  for (const form of ['gone', 'into', 'apart', 'back'] as const) {
    const [, id, kept] = MERGES[form].exec(detail) ?? [];
    if (id !== undefined) return t(`merge.logged.${form}`, { id, kept });
  }
  return detail;
}

function lockWords(t: TFunction, detail: string, language: string): string {
  const [, why, at] = LOCKED.exec(detail) ?? [];
  const reason = LOCK_REASONS.find((one) => one === why);
  return reason === undefined || at === undefined
    ? detail
    : `${t(`lockReasons.${reason}`)} · ${formatMoment(Date.parse(at), language)}`;
}

/** `room 3`, `name 16+`, `none of name`: what was found of a kind, or what was looked for in vain. */
function searchWords(t: TFunction, part: string): string {
  if (part === 'none') return t('counter.nothing');
  const [, none, word = '', count] = /^(none of )?(\w+)(?: (\d+\+?))?$/.exec(part) ?? [];
  const kind = SEARCH_KINDS.find((one) => one === word);
  if (kind === undefined) return part;
  if (none !== undefined) return `${t('counter.nothing')} · ${t(`searchKinds.${kind}`)}`;
  return count === undefined ? t(`searchKinds.${kind}`) : `${t(`searchKinds.${kind}`)} ${count}`;
}

function staffWords(t: TFunction, detail: string): string {
  const [, was, became, twoRoles, sheet, name = detail] = STAFF.exec(detail) ?? [];
  const roles = [was, became]
    .flatMap((word) => ROLES.filter((role) => role === word))
    .map((role) => t(`roles.${role}`))
    .join(' → ');
  return [
    name,
    roles,
    twoRoles !== undefined && t('staff.flags.twoRoles'),
    sheet !== undefined && t('log.sheet'),
  ]
    .filter((part) => part !== false && part !== '')
    .join(' · ');
}
