/** A room: its facts, who lives there and who did, its leases, spaces and renovations. Nobody but by their mask. */
import { useStore } from 'zustand';
import { useTranslation, type Translate } from '../messages/translate.ts';
import type { RecordKind, OpenDetail } from '../../contract/fields.ts';
import type { RoomView } from '../../contract/records/views.ts';
import { useDesk } from '../pages/desk-context.ts';
import { askAccessHistory } from '../page-intents/ask-access-history.ts';
import { askPrint } from '../page-intents/print-store.ts';
import { openPerson } from '../current-record/open-person.ts';
import personCss from '../person/person.module.css';
import { isOver } from '../records/record-inputs.ts';
import { lineOf, spanOf } from '../records/record-words.ts';
import records from '../records/records.module.css';
import { deskStore } from '../pages/stores.ts';
import { roomStore } from '../current-record/stores.ts';
import { roomFinder } from './stores.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button, CloseButton } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Fact, Facts } from '../ui/Facts.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { LimitFailure } from '../limit-override/LimitFailure.tsx';
import { OpenedOutside } from '../limit-override/ScopeNotes.tsx';
import css from './room.module.css';
import { RoomForm } from './RoomForm.tsx';

const KINDS: readonly RecordKind[] = ['lease', 'space', 'renovation'];

export function RoomPanel() {
  const { t } = useTranslation();
  const { room, opening, failure, again } = useStore(roomStore);
  // Said where it was looked for.
  const isUnknown = useStore(roomFinder, ({ asked, hits }) => asked && hits.length === 0);
  const editing = useStore(deskStore, (state) => state.panel.kind === 'room');
  return (
    <section
      className={cx(personCss.panel, room === null && personCss.nobody)}
      aria-label={t('room.panel')}
      aria-busy={room !== null && opening}
      data-testid={room === null ? 'room-empty' : 'room-panel'}
    >
      <LimitFailure failure={failure} onLifted={again} />
      {room === null && opening && <Waiting testId="room-loading" />}
      {room === null && !opening && failure === null && !isUnknown && (
        <EmptyState drawing="building" title={t('room.none')} words={t('room.noneLead')} />
      )}
      {room !== null &&
        (editing ? <RoomForm key={room.version} room={room} /> : <Room key={room.roomId} room={room} />)}
    </section>
  );
}

function Room({ room }: { readonly room: RoomView }) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const facts = factsOf(t, room);
  const now = room.people.filter(({ ended }) => !ended);
  const before = room.people.filter(({ ended }) => ended);
  return (
    <>
      <header className={cx(personCss.head)}>
        <h1 className="room-number">{room.label}</h1>
        <p className={cx(personCss.who)}>
          {room.status === null ? (room.statusText ?? '') : <Badge>{t(`roomStatuses.${room.status}`)}</Badge>}
        </p>
        <div className={cx('line1', personCss.headActions)}>
          {signedIn.role !== 'admin' && (
            <Button data-testid="edit-room" onClick={() => deskStore.getState().show({ kind: 'room' })}>
              {t('person.edit')}
            </Button>
          )}
          <Button weight="plain" data-testid="print-room" onClick={() => askPrint('roster')}>
            {t('print.roster')}
          </Button>
          {signedIn.role !== 'receptionist' && (
            <Button
              weight="plain"
              data-testid="access-history-room"
              onClick={() => askAccessHistory({ by: 'room', roomId: room.roomId })}
            >
              {t('accessHistory.title')}
            </Button>
          )}
          <CloseButton testId="close-room" onClose={() => roomStore.getState().close()} />
        </div>
      </header>
      <OpenedOutside personId={null} rooms={[room.roomId]} onOver={() => roomStore.getState().close()} />
      <div className="stack4">
        <section aria-label={t('room.people')}>
          <h2 className={cx('row2', personCss.tier)}>{t('room.people')}</h2>
          {now.map((person) => (
            <Resident key={`${person.personId}-${person.relation}`} person={person} />
          ))}
          {now.length === 0 && <EmptyState small drawing="person" words={t('room.nobody')} />}
          {before.length > 0 && (
            <details className={cx(records.over, css.before)} data-testid="room-before">
              <summary>{t('room.before', { count: before.length })}</summary>
              {before.map((person) => (
                <Resident key={`${person.personId}-${person.relation}-${person.until}`} person={person} />
              ))}
            </details>
          )}
          {room.morePeople && <p className="quiet">{t('room.morePeople')}</p>}
        </section>
        {facts.length > 0 && (
          <section aria-label={t('room.facts')}>
            <h2 className={cx('row2', personCss.tier)}>{t('room.facts')}</h2>
            <Facts layout="rows">
              {facts.map(({ name, words }) => (
                <Fact key={name} name={t(`details.${name}`)}>
                  {words}
                </Fact>
              ))}
            </Facts>
          </section>
        )}
        {KINDS.map((kind) => (
          <Kept key={kind} kind={kind} room={room} />
        ))}
      </div>
    </>
  );
}

function Resident({ person }: { readonly person: RoomView['people'][number] }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={cx(css.resident)}
      data-testid={`resident-${person.personId}`}
      onClick={() => openPerson(person.personId)}
    >
      <span className="quiet">{t(`relations.${person.relation}`)}</span>
      <b>{person.nameMask}</b>
      <span className="digits">{person.phoneMask}</span>
      <span className={cx('quiet', 'small', 'digits')}>
        {[person.share, spanOf(t, person.from, person.until)]
          .filter((part) => part !== null && part !== '')
          .join(' · ')}
      </span>
    </button>
  );
}

/** Its records of one kind, each with whose it is. */
function Kept({ kind, room }: { readonly kind: RecordKind; readonly room: RoomView }) {
  const { t } = useTranslation();
  const kept = room.records.filter(({ record }) => record.kind === kind);
  if (kept.length === 0) return null;
  return (
    <section aria-label={t(`recordKinds.${kind}`)}>
      <h2 className={cx('row2', personCss.tier)}>{t(`recordKinds.${kind}`)}</h2>
      {kept.map(({ personId, nameMask, record }) => (
        <button
          key={record.recordId}
          type="button"
          className={cx(css.resident)}
          data-over={isOver(record)}
          data-testid={`room-${kind}-${record.recordId}`}
          onClick={() => openPerson(personId)}
        >
          <b>{nameMask}</b>
          <span className={cx(css.wide, 'digits')}>{lineOf(t, record)}</span>
        </button>
      ))}
    </section>
  );
}

interface RoomFact {
  readonly name: OpenDetail;
  readonly words: string;
}

const NAMES = [
  'floor',
  'totalFloors',
  'lift',
  'layout',
  'usage',
  'area',
  'innerArea',
  'sharedArea',
  'deliveredOn',
] as const;
const AREAS: ReadonlySet<string> = new Set(['area', 'innerArea', 'sharedArea']);

/** Known facts of a room, in words; an unknown one has no row. Pure. */
const factsOf = (t: Translate, room: RoomView): readonly RoomFact[] =>
  NAMES.flatMap((name): RoomFact[] => {
    const value = room[name];
    if (value === null || value === '') return [];
    if (typeof value === 'boolean') return [{ name, words: t(`room.yesNo.${value ? 'yes' : 'no'}`) }];
    return [{ name, words: AREAS.has(name) ? t('room.area', { area: value }) : String(value) }];
  });
