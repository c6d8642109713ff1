/** Where and who, in sight however far the record is scrolled: whether they were verified, what can be done; below it the household and what was last noted. */
import type { Ref } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { PersonId } from '../../contract/ids.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { taskOf } from '../../contract/tasks/lists.ts';
import { bridge } from '../bridge.ts';
import { openPerson } from '../current-record/open-person.ts';
import { RoomLink } from '../current-record/RoomLink.tsx';
import { KEYS } from '../keys.ts';
import { formatClock, formatMoment } from '../messages/format.ts';
import { notesStore } from '../notes/stores.ts';
import { askAccessHistory } from '../page-intents/ask-access-history.ts';
import { askPrint } from '../page-intents/print-store.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { useReply } from '../pages/use-reply.ts';
import { taskStore } from '../tasks/stores.ts';
import { stepsOf } from '../tasks/task-steps.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button, CloseButton } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import css from '../person/person.module.css';

interface RecordHeadProps {
  readonly person: MaskedPerson;
  readonly onClose: () => void;
  /** Where stands what is to be seen as long as the record is. */
  readonly bar: Ref<HTMLDivElement>;
}

export function RecordHead({ person, onClose, bar }: RecordHeadProps) {
  const { t } = useTranslation();
  const { panel, show } = useStore(deskStore);
  const task = useStore(taskStore, (state) => state.task);
  const isAdmin = useDesk().signedIn.role === 'admin';
  const isFree = panel.kind === 'none';
  const verify = (): void => show({ kind: 'verify' });
  const name = person.fields.find(({ field }) => field === 'name');
  return (
    <>
      <header className={cx(css.head)}>
        <h1 className="room-number">
          {person.rooms.length === 0
            ? t('person.noRoom')
            : person.rooms
                .slice(0, 3)
                .map((room) => <RoomLink key={`${room.roomId}-${room.relation}`} room={room} />)}
          {person.rooms.length > 3 && <small>+{person.rooms.length - 3}</small>}
        </h1>
        <p className={cx(css.who)}>
          <span data-testid="person-name">{person.nameMask}</span>
          {person.kind === 'company' && <Badge>{t('person.company')}</Badge>}
          {name !== undefined && name.access !== 'shown' && (
            <Button
              weight="plain"
              data-testid="reveal-name-0"
              onClick={() => show({ kind: 'reveal', field: 'name', ordinal: 0 })}
            >
              {t('person.reveal')}
              <span className="hidden-text"> {t('fields.name')}</span>
            </Button>
          )}
          {[...new Set(person.rooms.map(({ relation }) => relation))].map((relation) => (
            <Badge key={relation} tone="accent">
              {t(`relations.${relation}`)}
            </Badge>
          ))}
        </p>
        <div className={cx('line1', css.headActions)}>
          {!isAdmin && (
            <>
              {person.verifiedAt === null ? (
                <Button
                  weight={task === null && isFree ? 'main' : 'normal'}
                  hidden={task !== null && stepsOf(taskOf(task)).includes('verify')}
                  title={KEYS.verify.shown}
                  data-testid="verify-button"
                  onClick={verify}
                >
                  {t('person.verify')}
                </Button>
              ) : (
                <Button className={cx(css.verified)} data-testid="verify-button" onClick={verify}>
                  <Icon name="check" />
                  <span data-testid="person-verified">
                    {t('person.verifiedAt', { time: formatClock(person.verifiedAt) })}
                  </span>
                  <span className="hidden-text">{t('person.verify')}</span>
                </Button>
              )}
              <Button
                title={KEYS.edit.shown}
                data-testid="edit-button"
                onClick={() => show({ kind: 'edit' })}
              >
                {t('person.edit')}
              </Button>
            </>
          )}
          <More person={person} />
          <CloseButton testId="close-person" onClose={onClose} />
        </div>
        <div ref={bar} className={cx(css.headBar)} />
      </header>
      <Beside person={person} />
    </>
  );
}

/** What is rarer than a verification. */
function More({ person: { personId } }: { readonly person: MaskedPerson }) {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  const { show } = deskStore.getState();
  const actions = [
    role !== 'admin' && {
      words: t('person.full'),
      testId: 'full-button',
      run: () => show({ kind: 'full' }),
    },
    { words: t('print.button'), testId: 'print-person', run: () => askPrint('record') },
    role !== 'receptionist' && {
      words: t('accessHistory.title'),
      testId: 'access-history-button',
      run: () => askAccessHistory({ by: 'person', personId }),
    },
    role === 'supervisor' && {
      words: t('replaced.title'),
      testId: 'replaced-button',
      run: () => show({ kind: 'replaced' }),
    },
    role === 'supervisor' && {
      words: t('merge.title'),
      testId: 'merge-button',
      run: () => show({ kind: 'merge', other: null }),
    },
  ].filter((action) => action !== false);
  return <Menu words={t('common.more')} label={t('common.more')} actions={actions} testId="person-more" />;
}

const askHousehold = (personId: PersonId) => bridge.vault['people.household']({ personId });

/** Who lives with them, and how the last visit ended. */
function Beside({ person: { personId, rooms } }: { readonly person: MaskedPerson }) {
  const { t } = useTranslation();
  // It stays out of the way where it cannot be read.
  const household = useReply(askHousehold, personId);
  const latest = useStore(notesStore, ({ personId: of, notes }) => (of === personId ? notes[0] : undefined));
  const { people, more } = household ?? { people: [], more: false };
  if (people.length === 0 && latest === undefined) return null;
  return (
    <div className={cx(css.beside)} data-testid="person-beside">
      {people.map(({ personId: other, nameMask, relation, roomLabel }) => (
        <Button
          key={other}
          weight="plain"
          className={cx(css.housemate)}
          data-testid="housemate"
          title={rooms.length > 1 ? roomLabel : undefined}
          onClick={() => openPerson(other)}
        >
          {nameMask} <span className="quiet">{t(`relations.${relation}`)}</span>
        </Button>
      ))}
      {more && <span className="quiet">…</span>}
      {latest !== undefined && (
        <span className="quiet" data-testid="latest-note">
          {t('note.latest')} {t(`tasks.${latest.task}.name`)} ·{' '}
          {latest.outcome === 'not-verified' ? (
            <Badge tone="harm">{t('noteOutcomes.not-verified')}</Badge>
          ) : (
            t(`noteOutcomes.${latest.outcome}`)
          )}{' '}
          · {formatMoment(latest.at)}
        </span>
      )}
    </div>
  );
}
