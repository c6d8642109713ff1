/** The counter on a monitor that the visitor sees: a room and whether what they say is so, in large type; no mask, no name, no list. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { assertNever } from '../../contract/result.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import type { RoomElsewhere } from '../../contract/search/views.ts';
import { openPerson } from '../current-record/open-person.ts';
import { deskStore } from '../pages/stores.ts';
import { personStore } from '../current-record/stores.ts';
import { searchStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import { VerifyPanel } from '../verify/VerifyPanel.tsx';
import { useDesk } from '../pages/desk-context.ts';
import { SearchBox } from './SearchBox.tsx';
import { visitorChoice } from './visitor-choice.ts';
import css from './visitor.module.css';

export function VisitorView() {
  const { t } = useTranslation();
  useEffect(() => () => void searchStore.getState().search(''), []);
  const { person, failure } = useStore(personStore);
  const isRoom = useStore(searchStore, (state) => state.asked && visitorChoice(state.items).kind === 'room');
  const verifying = useStore(deskStore, (state) => state.panel.kind === 'verify');
  const searchFailure = useStore(searchStore, (state) => state.failure);
  return (
    <div className={cx(css.view)} data-testid="visitor-view">
      <SearchBox listed={person === null && isRoom} />
      <section
        className={cx('stack4', css.stage)}
        data-verifying={person !== null && verifying}
        aria-label={t('visitorView.title')}
      >
        <FailureNote failure={failure ?? searchFailure} />
        {person === null ? <Found /> : <Opened key={person.personId} person={person} />}
      </section>
    </div>
  );
}

function Found() {
  const { t } = useTranslation();
  const { items, asked, active, elsewhere } = useStore(searchStore);
  const choice = visitorChoice(items);
  if (!asked) return <p className={cx(css.say)}>{t('visitorView.ask')}</p>;
  switch (choice.kind) {
    case 'nobody':
      return (
        <p className={cx(css.say)} role="status" data-testid="visitor-nobody">
          {nobodyWords(t, elsewhere[0])}
        </p>
      );
    case 'several':
      return (
        <p className={cx(css.say)} role="status" data-testid="visitor-several">
          {t('visitorView.several')}
        </p>
      );
    case 'room':
      return (
        <>
          <h1 className={cx(css.room, 'room-number')} data-testid="visitor-room">
            {choice.label ?? t('person.noRoom')}
          </h1>
          <p className={cx(css.say)}>{t('visitorView.kind')}</p>
          <div id="results" role="listbox" aria-label={t('counter.results')} className={cx(css.relations)}>
            {choice.rows.map(({ row, position }) => (
              // The keys of this list are those of the search box, which keeps the focus (combobox pattern).
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={row.personId}
                id={`result-${position}`}
                role="option"
                aria-selected={position === active}
                className={cx(css.relation)}
                data-testid="visitor-relation"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => openPerson(row.personId)}
              >
                {row.relation === null ? t('kinds.person') : t(`relations.${row.relation}`)}
              </div>
            ))}
          </div>
        </>
      );
    default:
      return assertNever(choice);
  }
}

/** Where another desk looks after the room, the visitor is sent there. */
function nobodyWords(t: Translate, room: RoomElsewhere | undefined): string {
  if (room === undefined) return t('visitorView.nobody');
  return room.desk === '' ? t('scope.notYours') : t('scope.belongsTo', { desk: room.desk });
}

function Opened({ person }: { readonly person: MaskedPerson }) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { panel, show } = useStore(deskStore);
  return (
    <>
      <h1 className={cx(css.room, 'room-number')} data-testid="visitor-room">
        {person.rooms[0]?.label ?? t('person.noRoom')}
      </h1>
      {person.rooms[0] !== undefined && (
        <p className={cx(css.say)}>{t(`relations.${person.rooms[0].relation}`)}</p>
      )}
      {panel.kind === 'verify' ? (
        <div className={cx(css.verify)}>
          <VerifyPanel person={person} />
        </div>
      ) : (
        <div className={cx('line3', css.actions)}>
          {signedIn.role !== 'admin' && (
            <Button
              weight="main"
              shortcut="verify"
              data-testid="verify-button"
              onClick={() => show({ kind: 'verify' })}
            >
              {t('person.verify')}
            </Button>
          )}
          <Button shortcut="escape" data-testid="close-person" onClick={() => personStore.getState().close()}>
            {t('common.close')}
          </Button>
        </div>
      )}
    </>
  );
}
