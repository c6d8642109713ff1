/**
 * Reads details in the old format (before December 2026), when each was a sentence, into the present data.
 * The grammar is that of the code which wrote them (tests/fixtures/vault-2026-11); sentences are no longer
 * written.
 */
import { ERROR_CODES } from '../../../contract/errors.ts';
import { RECORD_KINDS, ROLES, type RecordKind, SEALED_TIERS } from '../../../contract/fields.ts';
import type { LogAction } from '../../../contract/log/entries.ts';
import { SEARCH_KINDS } from '../../../contract/search/lists.ts';

/** The columns of an entry that its sentence is read by. */
interface OldDetail {
  readonly action: LogAction;
  readonly field: string | null;
  readonly outcome: string;
  readonly detail: string | null;
}

/**
 * The detail that a sentence states, not yet checked against the action's schema. Undefined where no such
 * sentence was ever written; null for null.
 */
export function readOldDetail({ action, field, outcome, detail }: OldDetail): unknown {
  return detail === null ? null : readers(action)(detail, { field, outcome });
}

interface Columns {
  readonly field: string | null;
  readonly outcome: string;
}
type Reader = (sentence: string, columns: Columns) => unknown;

const nothing: Reader = () => undefined;

/** The reader of an action's sentences. */
function readers(action: LogAction): Reader {
  switch (action) {
    case 'locked':
      return matching(/^(?<why>[a-z-]+) at (?<at>\S+)$/, ({ why, at }) => ({
        why,
        at: Date.parse(at ?? ''),
      }));
    case 'sign-in-failed':
      return matching(COUNTED, countedOf);
    case 'pin-failed':
      return readPin;
    case 'refused':
      return readRefusal;
    case 'alarm':
      return (alarm) => ({ alarm });
    case 'new-day':
      return readDay;
    case 'handover':
      return (to) => ({ to });
    case 'search':
      return readSearch;
    case 'search-id':
      return counts(/^idNumber (?<found>\d+)$/);
    case 'open-room':
      return matching(ROOM, roomOf);
    case 'verify':
      return (kind) => ({ kind });
    case 'reveal':
      return (sentence) => readRoomNote(sentence, NO_COLUMNS) ?? readGuardian(sentence, NO_COLUMNS);
    case 'open-full':
    case 'extract':
      return readGuardian;
    case 'add':
    case 'edit':
      return (sentence) => matching(ROOM, roomOf)(sentence, NO_COLUMNS) ?? readRecord(sentence, NO_COLUMNS);
    case 'end':
    case 'remove':
      return readRecord;
    case 'replaced-list':
      return counts(/^(?<values>\d+) values$/);
    case 'merge':
    case 'merge-undo':
      return readMerge;
    case 'room-patterns':
      return counts(/^patterns (?<patterns>\d+), rooms (?<rooms>\d+), kept (?<kept>\d+)$/);
    case 'note':
      return (ended) => ({ outcome: ended });
    case 'room-check':
      return (answer) => ({ answer });
    case 'emergency-seen':
      return matching(/^entry (?<entry>\d+)(?<self>, self: no other supervisor)?$/, ({ entry, self }) => ({
        entry: Number(entry),
        alone: self !== undefined,
      }));
    case 'import-preview':
    case 'import-rejects':
      return counts(/^rows (?<rows>\d+)$/);
    case 'import':
      return counts(
        /^import (?<import>\d+), rows (?<rows>\d+), new (?<new>\d+), changed (?<changed>\d+), same (?<same>\d+), rejected (?<rejected>\d+)$/,
      );
    case 'import-undo':
      return counts(
        /^import (?<import>\d+), removed (?<removed>\d+), restored (?<restored>\d+), rooms (?<rooms>\d+), kept (?<kept>\d+)$/,
      );
    case 'import-dispose':
      return counts(/^bytes (?<bytes>\d+)$/);
    case 'import-layout':
      return (change) => ({ change });
    case 'log-verify':
      return (problem) => ({ problem });
    case 'policy':
      return matching(
        /^(?<was>\S+) → (?<became>\S+), masks made anew: (?<remasked>\d+)(?:, choice (?<choice>\d+))?$/,
        ({ was, became, remasked, choice }) => ({
          was,
          became,
          remasked: Number(remasked),
          choice: choice === undefined ? null : Number(choice),
        }),
      );
    case 'staff-add':
    case 'staff-role':
    case 'staff-reset':
    case 'staff-leave':
    case 'staff-suspend':
    case 'slot-open':
      return readMember;
    case 'staff-name':
      return readRenaming;
    case 'rotation-begun':
      return readBegun;
    case 'rotation':
      return readRotation;
    case 'backup':
    case 'backup-settings':
    case 'backup-test':
    case 'backup-restore':
    case 'recovery':
      return readersOfBackups[action];
    // Those that had no sentence, and those that came later.
    default:
      return nothing;
  }
}

// --- forms

const NO_COLUMNS: Columns = { field: null, outcome: '' };
type Groups = Readonly<Record<string, string | undefined>>;

/** Reads the named groups of a pattern; a group that did not match is undefined. */
const matching =
  (pattern: RegExp, read: (groups: Groups) => unknown): Reader =>
  (sentence) => {
    const groups = pattern.exec(sentence)?.groups;
    return groups === undefined ? undefined : read({ ...groups });
  };

/** Reads a pattern whose groups are all numbers. */
const counts = (pattern: RegExp): Reader =>
  matching(pattern, (groups) =>
    Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, Number(text)])),
  );

// --- around a session

const COUNTED = /^(?<count>\d+) since (?<since>\S+)$/;
const countedOf = ({ count, since }: Groups) => ({ count: Number(count), since: Date.parse(since ?? '') });

/** Entries of the time when ends were written on their day count them. */
const readDay: Reader = (sentence, columns) =>
  counts(/^let go (?<pruned>\d+)$/)(sentence, columns) ??
  counts(/^ended (?<ended>\d+), let go (?<pruned>\d+)$/)(sentence, columns);

const readPin: Reader = (sentence) => {
  if (sentence === 'own slot') return { of: 'own' };
  if (sentence === 'recovery sheet') return { of: 'sheet' };
  const [, either, slots = ''] = /^(own or )?slot ([0-9a-f]{16}(?:, [0-9a-f]{16})*)$/.exec(sentence) ?? [];
  return { of: either === undefined ? 'other' : 'either', slots: slots.split(', ') };
};

/** The vault's own refusals had two words. */
const readRefusal: Reader = (sentence) => {
  const [, count, since] = /^(\d+) while locked since (\S+)$/.exec(sentence) ?? [];
  if (count !== undefined && since !== undefined)
    return { of: 'locked', count: Number(count), since: Date.parse(since) };
  const [route = '', rest = ''] = sentence.split(': ');
  return route === 'shell'
    ? { of: 'shell', what: rest === 'port frame' ? 'port-frame' : rest }
    : { of: 'route', route, code: rest };
};

// --- residents

const ROOM = /^room (?<room>\d+)$/;
const roomOf = ({ room }: Groups) => ({ of: 'room', room: Number(room) });

/** `room 3, name 16+`; without a match `none of name, phone`, or `none` where nothing could be searched. */
const readSearch: Reader = (sentence) => {
  if (sentence === 'none') return { of: 'nothing', sought: [] };
  if (sentence.startsWith('none of '))
    return { of: 'nothing', sought: sentence.slice('none of '.length).split(', ') };
  const kinds = sentence.split(', ').map((part) => {
    const [, word, count, more] = /^([a-z]+) (\d+)(\+?)$/.exec(part) ?? [];
    const kind = SEARCH_KINDS.find((one) => one === word);
    return { kind, count: Number(count), more: more === '+' };
  });
  return { of: 'found', kinds };
};

const readRoomNote = matching(/^note (?<note>\d+) of the room$/, ({ note }) => ({
  of: 'room-note',
  note: Number(note),
}));
const readGuardian = matching(/^guardian of person (?<ward>\d+)$/, ({ ward }) => ({
  of: 'guardian',
  ward: Number(ward),
}));

const isRecordKind = (word: string | undefined): word is RecordKind =>
  RECORD_KINDS.some((kind) => kind === word);

const readRecord = matching(/^(?<kind>[a-z]+) (?<record>\d+)$/, ({ kind, record }) =>
  isRecordKind(kind) ? { of: 'record', kind, record: Number(record) } : undefined,
);

const MERGES: readonly Reader[] = [
  matching(/^person (?<other>\d+) merged into this one$/, ({ other }) => ({
    side: 'into',
    other: Number(other),
  })),
  matching(/^merged into person (?<other>\d+)$/, ({ other }) => ({
    side: 'away',
    other: Number(other),
  })),
  matching(/^person (?<other>\d+) is apart from this one again, kept (?<kept>\d+)$/, ({ other, kept }) => ({
    side: 'into',
    other: Number(other),
    kept: Number(kept),
  })),
  matching(/^apart from person (?<other>\d+) again$/, ({ other }) => ({
    side: 'away',
    other: Number(other),
  })),
];
const readMerge: Reader = (sentence, columns) =>
  MERGES.map((read) => read(sentence, columns)).find((found) => found !== undefined);

// --- staff

const ROLE = ROLES.join('|');
/** `receptionist → supervisor, two roles, recovery sheet: 王芳` */
const readMember = matching(
  new RegExp(
    `^(?<first>${ROLE})(?: → (?<second>${ROLE}))?(?<twoRoles>, two roles)?(?<sheet>, recovery sheet)?: (?<name>.*)$`,
  ),
  ({ first, second, twoRoles, sheet, name }) => ({
    name,
    role: second ?? first,
    was: second === undefined ? null : first,
    twoRoles: twoRoles !== undefined,
    sheet: sheet !== undefined,
  }),
);

/** Names may contain an arrow: with several arrows the names cannot be separated. */
const readRenaming: Reader = (sentence) => {
  const names = sentence.split(' → ');
  return names.length === 2 ? { was: names[0], became: names[1] } : undefined;
};

// --- keys

const isCode = (word: string): boolean => ERROR_CODES.some((code) => code === word);
const rosterOf = (n: string, hash: string) => ({ n: Number(n), hash });

/** What was begun; `field` names the key. */
const readBegun: Reader = (sentence, { field: key }) => {
  switch (key) {
    case 'store-key': {
      const [, epoch, n, hash] = /^epoch (\d+), roster (\d+) ([0-9a-f]{16})$/.exec(sentence) ?? [];
      return n === undefined || hash === undefined
        ? undefined
        : { key, epoch: Number(epoch), roster: rosterOf(n, hash) };
    }
    case 'device-secret':
      return matching(ITEM, ({ item }) => ({ key, item }))(sentence, NO_COLUMNS);
    case 'tier-keys':
      return { key, tiers: sentence.split(', ') };
    case 'recovery-sheet':
      return matching(/^generation (?<generation>\d+)$/, ({ generation }) => ({
        key,
        generation: Number(generation),
      }))(sentence, NO_COLUMNS);
    case 'theft': {
      const [, n, hash] = /^roster (\d+) ([0-9a-f]{16})$/.exec(sentence) ?? [];
      return n === undefined || hash === undefined ? undefined : { key, roster: rosterOf(n, hash) };
    }
    default:
      return undefined;
  }
};

const ITEM = /^item (?<item>[0-9a-f]{8})$/;
const LATE = ', entered at the next sign-in';

const readRotation: Reader = (sentence, { field: key, outcome }) => {
  if (outcome === 'failed') return isCode(sentence) ? { key, end: 'failed', code: sentence } : undefined;
  if (sentence.endsWith(LATE)) return readLate(sentence.slice(0, -LATE.length), key);
  switch (key) {
    case 'store-key':
      return made(key, /^epoch (?<epoch>\d+), tables (?<tables>\d+), rows (?<rows>\d+)$/, sentence);
    case 'device-secret':
      return matching(/^item (?<item>[0-9a-f]{8}), slots (?<slots>\d+)$/, ({ item, slots }) => ({
        key,
        end: 'made',
        item,
        slots: Number(slots),
      }))(sentence, NO_COLUMNS);
    case 'tier-keys':
      return readTierKeys(sentence);
    case 'recovery-sheet':
      return matching(
        /^generation (?<generation>\d+)(?<older>, opens what the one before opened)?$/,
        ({ generation, older }) => ({
          key,
          end: 'made',
          generation: Number(generation),
          opensOlder: older !== undefined,
        }),
      )(sentence, NO_COLUMNS);
    case 'theft':
      return made(key, /^renewed (?<renewed>\d+), shut out (?<shutOut>\d+)$/, sentence);
    default:
      return undefined;
  }
};

function made(key: string, pattern: RegExp, sentence: string): unknown {
  const found = counts(pattern)(sentence, NO_COLUMNS);
  return found === undefined ? undefined : { key, end: 'made', ...(found as object) };
}

function readLate(sentence: string, key: string | null): unknown {
  if (key === 'store-key')
    return matching(/^epoch (?<epoch>\d+)$/, ({ epoch }) => ({
      key,
      end: 'made-late',
      epoch: Number(epoch),
    }))(sentence, NO_COLUMNS);
  return matching(ITEM, ({ item }) => ({ key, end: 'made-late', item }))(sentence, NO_COLUMNS);
}

/** `contact epoch 3, identity epoch 2, values 14`, and `, unreadable 1` where there were any. */
function readTierKeys(sentence: string): unknown {
  const [, tiers, values, unreadable] =
    /^((?:[a-z]+ epoch \d+, )+)values (\d+)(?:, unreadable (\d+))?$/.exec(sentence) ?? [];
  if (tiers === undefined) return undefined;
  return {
    key: 'tier-keys',
    end: 'made',
    tiers: [...tiers.matchAll(/([a-z]+) epoch (\d+), /g)].map(([, word, epoch]) => ({
      tier: SEALED_TIERS.find((tier) => tier === word),
      epoch: Number(epoch),
    })),
    values: Number(values),
    unreadable: Number(unreadable ?? 0),
  };
}

// --- backups

const NAME = String.raw`(?<name>RV-\d{8}-\d{6})`;

const failed = (more: object) => (groups: Groups) => ({ ...groups, ...more });

const readersOfBackups = {
  backup: (sentence, { outcome }) =>
    outcome === 'failed'
      ? matching(/^(?<code>[a-z-]+), why (?<why>[a-z-]+)$/, failed({ end: 'failed' }))(sentence, NO_COLUMNS)
      : matching(
          new RegExp(
            String.raw`^${NAME}, bytes (?<bytes>\d+), rows (?<rows>\d+), let-go (?<pruned>\d+), why (?<why>[a-z-]+)$`,
          ),
          ({ name, bytes, rows, pruned, why }) => ({
            end: 'made',
            name,
            bytes: Number(bytes),
            rows: Number(rows),
            pruned: Number(pruned),
            why,
          }),
        )(sentence, NO_COLUMNS),
  'backup-settings': matching(/^(?<on>on|off), hour (?<hour>\d+)$/, ({ on, hour }) => ({
    on: on === 'on',
    hour: Number(hour),
  })),
  'backup-test': (sentence, { outcome }) =>
    outcome === 'failed'
      ? matching(new RegExp(`^${NAME}, why (?<code>[a-z-]+)$`), failed({ end: 'failed' }))(
          sentence,
          NO_COLUMNS,
        )
      : matching(new RegExp(String.raw`^${NAME}, rows (?<rows>\d+)$`), ({ name, rows }) => ({
          end: 'good',
          name,
          rows: Number(rows),
        }))(sentence, NO_COLUMNS),
  'backup-restore': (sentence, { outcome }) =>
    outcome === 'failed'
      ? matching(new RegExp(`^${NAME}, why (?<code>[a-z-]+)$`), failed({ step: 'failed' }))(
          sentence,
          NO_COLUMNS,
        )
      : (matching(new RegExp(`^${NAME}, step begun$`), ({ name }) => ({ step: 'begun', name }))(
          sentence,
          NO_COLUMNS,
        ) ??
        matching(
          new RegExp(String.raw`^from ${NAME}; the log before ended at (?<seq>\d+) (?<hash>[0-9a-f]{16})$`),
          ({ name, seq, hash }) => ({
            step: 'restored',
            name,
            before: { seq: Number(seq), hash },
          }),
        )(sentence, NO_COLUMNS)),
  recovery: matching(
    /^(?<place>anew|here), sheet (?<sheet>\d+), people (?<people>\d+), closed (?<closed>\d+)$/,
    ({ place, sheet, people, closed }) => ({
      place,
      sheet: Number(sheet),
      people: Number(people),
      closed: Number(closed),
    }),
  ),
} satisfies Partial<Record<LogAction, Reader>>;
