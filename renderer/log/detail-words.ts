/** The detail of an entry in words: one way for each action that no feature brings words of, and one without does not compile. Pure. */
import type { Translate } from '../messages/translate.ts';
import type { SealedTier } from '../../contract/fields.ts';
import { erasureNumber } from '../../contract/erasure/lists.ts';
import type { LogAction, LogEntryView, Unreadable } from '../../contract/log/entries.ts';
import {
  POLICY_MASKS,
  POLICY_SETTINGS,
  type PolicySetting,
  type SettingValue,
  valuesOf,
} from '../../contract/policy/lists.ts';
import { scopeWords } from '../limit-override/area-words.ts';
import { requestNumber } from '../../contract/requests/lists.ts';
import { ROUTE_AREAS } from '../../contract/route-names.ts';
import type { BroughtAction } from '../messages/i18n.ts';
import type { words } from '../messages/words.ts';
import { labelOfArea } from '../../contract/scope/lists.ts';
import { rowNumber } from '../../contract/row-number.ts';
import { formatBytes, formatFullMoment } from '../messages/format.ts';
import {
  type Detail,
  type DetailWords,
  type EntryContext,
  broughtDetailWords,
  together,
} from '../pages/detail-words.ts';
import { exampleOf } from '../policy/mask-examples.ts';

type Context = EntryContext;
/** Actions that the words of the program itself name. */
type OwnAction = Exclude<LogAction & keyof (typeof words)['logActions'], BroughtAction>;
/** Null for an action whose detail is always null. */
type OwnWords = {
  readonly [A in OwnAction]: [Detail<A>] extends [never] ? null : DetailWords<A>;
};

/** The schemas' own name for it lies in a file that pages do not read. */
const UNREADABLE: Unreadable = 'unreadable';

/** Returns the words of an entry's detail; empty where it has none. */
export function detailWords(
  t: Translate,
  { action, field, detail }: Pick<LogEntryView, 'action' | 'field' | 'detail'>,
): string {
  if (detail === null) return '';
  if (detail === UNREADABLE) return t('log.unreadable');
  // The action and its detail go together (contract/log/entries.ts), which the compiler cannot follow through a table.
  const words = isOwn(action) ? (WORDS[action] as DetailWords<LogAction> | null) : broughtDetailWords(action);
  return words === null ? t('log.unreadable') : words({ t, field }, detail);
}

const isOwn = (action: LogAction): action is keyof OwnWords => Object.hasOwn(WORDS, action);

const member = ({ t }: Context, { name, role, was, twoRoles, sheet }: Detail<'staff-add'>): string =>
  together([
    name,
    was === null ? t(`roles.${role}`) : `${t(`roles.${was}`)} → ${t(`roles.${role}`)}`,
    twoRoles && t('staff.flags.twoRoles'),
    sheet && t('log.sheet'),
  ]);
const guardian = ({ t }: Context, { ward }: Detail<'extract'>): string => t('log.guardian', { id: ward });
const recordOrRoom = ({ t }: Context, detail: Detail<'add'>): string =>
  detail.of === 'room' ? t('log.room') : t(`recordKinds.${detail.kind}`);
const record = ({ t }: Context, { kind }: Detail<'end'>): string => t(`recordKinds.${kind}`);
const attachment = (
  { t }: Context,
  { attachment: id, media, bytes, sha256 }: Detail<'attachment-show'>,
): string =>
  together([
    t('attached.log.which', { number: rowNumber(id), kind: t(`media.${media}`) }),
    formatBytes(bytes),
    sha256.slice(0, 12),
  ]);
const itemToPutRight = (
  { t }: Context,
  { rectification, source, dueOn }: Pick<Detail<'rectification-add'>, 'rectification' | 'source' | 'dueOn'>,
): string =>
  together([
    t('attached.item', { number: rowNumber(rectification), source: t(`rectificationSources.${source}`) }),
    dueOn !== null && t('attached.until', { day: dueOn }),
  ]);
const rows = ({ t }: Context, detail: Detail<'import-rejects'>): string =>
  t('log.rows', { count: detail.rows });
const preview = (context: Context, { rows: number, comparedIds }: Detail<'import-preview'>): string =>
  together([
    rows(context, { rows: number }),
    comparedIds.length > 0 && context.t('log.comparedIds', { number: countIn(comparedIds) }),
  ]);
const countIn = (ranges: readonly (readonly [first: number, last: number])[]): number =>
  ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);

const WORDS: OwnWords = {
  // --- around a session
  'set-up': null,
  'sign-in': null,
  'sign-in-failed': ({ t }, { count, since }) =>
    t('log.times', { number: count, since: formatFullMoment(since) }),
  locked: ({ t }, { why, at }) => together([t(`lockReasons.${why}`), formatFullMoment(at)]),
  'pin-failed': ({ t }, { of }) => (of === 'sheet' ? t('log.sheet') : t(`log.pins.${of}`)),
  refused: refusalWords,
  alarm: ({ t }, { alarm }) => t(`alarms.${alarm}`),
  acknowledge: null,
  'new-day': ({ t }, { pruned }) => t('log.pruned', { count: pruned }),
  'not-done': ({ t }, { from, to }) => t('log.notDone', { from, to }),
  handover: ({ t }, { to }) => t('log.handedTo', { name: to }),

  // --- residents, records, rooms
  search: searchWords,
  'search-id': ({ t }, { found }) => `${t('fields.idNumber')} ${found}`,
  open: null,
  'open-room': ({ t }) => t('log.room'),
  verify: ({ t }, { kind, request }) =>
    together([t(`verifyKinds.${kind}`), request !== undefined && requestNumber(request)]),
  reveal: (context, detail) =>
    detail.of === 'room-note' ? context.t('log.roomNote') : guardian(context, detail),
  copy: null,
  'open-full': guardian,
  extract: guardian,
  add: recordOrRoom,
  edit: recordOrRoom,
  end: record,
  remove: record,
  confirm: null,
  restore: null,
  'replaced-list': ({ t }, { values }) => t('log.values', { number: values }),
  merge: ({ t }, { side, other }) => t(`merge.logged.${side === 'into' ? 'into' : 'gone'}`, { id: other }),
  erase: ({ t }, { erasure, cause }) => together([erasureNumber(erasure), t(`erasure.causes.${cause}`)]),
  'erase-check': ({ t }, { erasure, people, found, backups }) =>
    together([
      erasureNumber(erasure),
      t('erasure.people', { count: people }),
      t(found === 0 ? 'erasure.clean' : 'erasure.found', { count: found }),
      backups > 0 && t('erasure.backups', { count: backups }),
    ]),
  hold: ({ t }, { kind, until }) =>
    together([t(`erasure.holds.${kind}`), until !== null && t('erasure.until', { day: until })]),
  'hold-end': ({ t }, { kind }) => t(`erasure.holds.${kind}`),
  'merge-undo': ({ t }, detail) =>
    detail.side === 'into'
      ? t('merge.logged.apart', { id: detail.other, kept: detail.kept })
      : t('merge.logged.back', { id: detail.other }),
  'room-patterns': ({ t }, { patterns, rooms, kept }) => t('log.patterns', { patterns, moved: rooms, kept }),

  // --- tasks
  note: ({ t }, { outcome }) => t(`noteOutcomes.${outcome}`),
  'room-check': ({ t }, { answer }) => t(`roomAnswers.${answer}`),
  'emergency-access': ({ t }, detail) =>
    'first' in detail
      ? t('log.emergency', { number: detail.first })
      : t('emergency.inBuilding', { building: labelOfArea({ ...detail, unit: null }) }),
  'emergency-end': ({ t }, { entry, records, why }) =>
    together([
      t('log.emergency', { number: entry }),
      t('emergency.ended', { records, why: t(`emergency.ends.${why}`) }),
    ]),
  'emergency-seen': ({ t }, { entry, alone }) =>
    together([t('log.emergency', { number: entry }), alone && t('log.alone')]),

  // --- imports
  'import-preview': preview,
  import: ({ t }, detail) =>
    t('log.import', {
      ...detail,
      number: detail.import,
      ids: t(detail.idNumbers ? 'log.importIds.kept' : 'log.importIds.left'),
    }),
  'import-undo-check': (context, { shown }) => rows(context, { rows: shown }),
  'import-undo': ({ t }, detail) => t('log.importUndo', { ...detail, number: detail.import }),
  'import-rejects': rows,
  'import-dispose': (_, { bytes }) => formatBytes(bytes),
  'import-flag': ({ t }, detail) => t('log.importFlag', { row: detail.row, number: detail.import }),
  'import-layout': ({ t }, { change }) => t(`log.layout.${change}`),

  // --- the log itself
  'log-read': ({ t }, { by }) =>
    t('log.narrowed', { by: by.map((one) => t(`log.filterNames.${one}`)).join(t('log.and')) }),
  'log-verify': ({ t }, { problem }) => t(`logProblems.${problem}`),

  // --- what an admin chooses
  policy: choiceWords,
  'pin-change': null,
  'staff-add': member,
  'staff-role': member,
  'staff-reset': member,
  'staff-name': (_, { was, became }) => `${was} → ${became}`,
  'staff-link': ({ t }, { name, record: sealed }) =>
    together([name, t(`staff.resident.${sealed === null ? 'elsewhere' : 'here'}`)]),
  'staff-leave': member,
  'staff-suspend': member,
  'slot-open': member,
  'staff-scope': ({ t }, { name, was, becomes }) =>
    together([name, `${scopeWords(t, was)} → ${scopeWords(t, becomes)}`]),
  'scope-open': ({ t }, { room, by }) => together([room !== null && t('log.room'), t(`scope.by.${by}`)]),
  'scope-refused': ({ t }, { room, route }) =>
    together([room !== null && t('log.room'), areaOfRoute(t, route)]),

  // --- what is put right, and what shows it
  'attachment-add': (context, detail) =>
    together([attachment(context, detail), context.t('attached.log.shows', { day: detail.showsOn })]),
  'attachment-show': attachment,
  'attachment-save': attachment,
  'attachment-remove': attachment,
  'rectification-add': itemToPutRight,
  'rectification-change': itemToPutRight,
  'rectification-done': (context, { doneOn, ...detail }) =>
    together([itemToPutRight(context, { ...detail, dueOn: null }), doneOn]),
  'rectification-reopen': (context, detail) => itemToPutRight(context, { ...detail, dueOn: null }),
  'police-notice': ({ t }, { notice, items, dueOn }) =>
    together([
      t('attached.notice', { number: rowNumber(notice), items }),
      t('attached.until', { day: dueOn }),
    ]),
  'police-answer': ({ t }, { notice, items, done, sha256 }) =>
    together([
      t('attached.notice', { number: rowNumber(notice), items }),
      t('attached.answered', { done }),
      sha256 !== null && sha256.slice(0, 12),
    ]),

  // --- keys
  'rotation-begun': begunWords,
  'desk-begin': ({ t }, { desk }) => t('log.keys.desk', { desk }),
  'desk-slip': ({ t }, { desk }) => t('log.keys.desk', { desk }),
  'desk-admit': ({ t }, { desk }) => t('log.keys.desk', { desk }),
  'desk-joined': ({ t }, { desk }) => t('log.keys.desk', { desk }),
  'desk-end': ({ t }, { desk }) => t('log.keys.desk', { desk }),
  'tries-ask': null,
  'tries-give': ({ t }, { desk, people }) =>
    together([t('log.keys.desk', { desk }), t('log.keys.people', { count: people })]),
  rotation: rotationWords,

  // --- backups
  backup: ({ t }, detail) =>
    together([
      ...(detail.end === 'failed'
        ? [
            t(`errors.${detail.code}.what`),
            detail.kept !== undefined && t('backup.log.kept', { name: detail.kept }),
          ]
        : [
            detail.name,
            formatBytes(detail.bytes),
            t('log.rows', { count: detail.rows }),
            detail.pruned > 0 && t('backup.log.pruned', { number: detail.pruned }),
          ]),
      t(`backup.log.${detail.why}`),
    ]),
  'backup-settings': ({ t }, { on, hour }) =>
    on ? together([t('policy.on'), t('backup.log.hour', { hour })]) : t('policy.off'),
  'backup-test': ({ t }, detail) =>
    together([
      detail.name,
      detail.end === 'good' ? t('log.rows', { count: detail.rows }) : t(`errors.${detail.code}.what`),
    ]),
  'backup-restore': ({ t }, detail) => {
    if (detail.step === 'restored')
      return t('backup.log.restored', {
        name: detail.name,
        seq: detail.before.seq,
        hash: detail.before.hash,
      });
    return together([
      detail.name,
      detail.step === 'begun' ? t('backup.log.begun') : t(`errors.${detail.code}.what`),
    ]);
  },
  recovery: ({ t }, { place, sheet, people, closed }) =>
    together([
      t(`log.recovered.${place}`),
      t('log.recovered.sheet', { number: sheet }),
      t('log.recovered.people', { number: people }),
      closed > 0 && t('log.recovered.closed', { number: closed }),
    ]),
};

/** A route by what it is about: its own name is for programs. */
function refusalWords({ t }: Context, detail: Detail<'refused'>): string {
  if (detail.of === 'shell') return t(`log.shellRefusals.${detail.what}`);
  if (detail.of === 'locked')
    return t('log.whileLocked', { count: detail.count, since: formatFullMoment(detail.since) });
  return together([areaOfRoute(t, detail.route), t(`errors.${detail.code}.what`)]);
}

function areaOfRoute(t: Translate, route: string): string {
  const area = ROUTE_AREAS.find((one) => one === route.split('.')[0]);
  return area === undefined ? t('log.unknownRoute') : t(`log.areas.${area}`);
}

function searchWords({ t }: Context, detail: Detail<'search'>): string {
  if (detail.of === 'found')
    return detail.kinds
      .map(({ kind, count, more }) => `${t(`searchKinds.${kind}`)} ${count}${more ? '+' : ''}`)
      .join(t('log.and'));
  return together([
    t('counter.nothing'),
    detail.sought.map((kind) => t(`searchKinds.${kind}`)).join(t('log.and')),
  ]);
}

const isSetting = (name: string | null): name is PolicySetting =>
  POLICY_SETTINGS.some((setting) => setting === name);

/** The levels by their look, as the policy page shows them; which setting they are of says the entry's field. */
function choiceWords({ t, field }: Context, { was, became, remasked }: Detail<'policy'>): string {
  if (!isSetting(field) || ![was, became].every((value) => valuesOf(field).includes(value)))
    return t('log.unreadable');
  return together([
    `${levelWords(t, field, was)} → ${levelWords(t, field, became)}`,
    remasked > 0 && t('log.remasked', { count: remasked }),
  ]);
}

function levelWords(t: Translate, setting: PolicySetting, value: SettingValue): string {
  if (value === 'on' || value === 'off') return t(`policy.${value}`);
  const mask = POLICY_MASKS.find((one) => setting === `mask.${one}`);
  return (mask === undefined ? null : exampleOf(mask, value)) ?? t('policy.hidden');
}

function begunWords({ t }: Context, detail: Detail<'rotation-begun'>): string {
  switch (detail.key) {
    case 'store-key':
      return t('log.keys.epoch', { number: detail.epoch });
    case 'device-secret':
      return t('log.keys.item', { id: detail.item });
    case 'tier-keys':
      return tierWords(t, detail.tiers);
    case 'recovery-sheet':
      return t('log.recovered.sheet', { number: detail.generation });
    case 'theft':
      return t('log.keys.roster', { number: detail.roster.n });
  }
}

function rotationWords({ t }: Context, detail: Detail<'rotation'>): string {
  if (detail.end === 'failed') return t(`errors.${detail.code}.what`);
  const late = detail.end === 'made-late' && t('log.keys.late');
  switch (detail.key) {
    case 'store-key':
      return together([
        t('log.keys.epoch', { number: detail.epoch }),
        detail.end === 'made' && t('log.keys.tables', { tables: detail.tables, rows: detail.rows }),
        late,
      ]);
    case 'device-secret':
      return together([
        t('log.keys.item', { id: detail.item }),
        detail.end === 'made' && t('log.keys.slots', { count: detail.slots }),
        late,
      ]);
    case 'tier-keys':
      return together([
        ...detail.tiers.map(({ tier, epoch }) =>
          [tierWords(t, [tier]), t('log.keys.epoch', { number: epoch })].join(' '),
        ),
        t('log.keys.values', { count: detail.values }),
        detail.unreadable > 0 && t('log.keys.unreadable', { number: detail.unreadable }),
      ]);
    case 'recovery-sheet':
      return together([
        t('log.recovered.sheet', { number: detail.generation }),
        detail.opensOlder && t('log.keys.opensOlder'),
      ]);
    case 'theft':
      return t('log.keys.theft', { renewed: detail.renewed, closed: detail.shutOut });
  }
}

const tierWords = (t: Translate, tiers: readonly SealedTier[]): string =>
  tiers.map((tier) => t(`log.keys.tiers.${tier}`)).join(t('log.and'));
