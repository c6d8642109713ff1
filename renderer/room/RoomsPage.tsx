/** Rooms by building and unit, or by how they are written, lived in or not; one that is missing is added. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { RoomHit, Unit } from '../../contract/records/views.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { appStore } from '../stores.ts';
import { roomFinder } from './stores.ts';
import { roomStore } from '../current-record/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Form } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { TextField } from '../ui/TextField.tsx';
import { openRoom } from '../current-record/open-room.ts';
import css from './room.module.css';
import { RoomPanel } from './RoomPanel.tsx';
import { labelOfArea } from '../../contract/scope/lists.ts';
import { focusQuietly } from '../ui/focus-quietly.ts';

export function RoomsPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { asked, hits, more, failure, find, browse } = useStore(roomFinder);
  useEffect(() => void browse(null), [browse]);
  const isReadOnly = useStore(appStore, ({ status }) => status?.readOnly === true);
  const open = useStore(roomStore, (state) => state.room !== null || state.opening || state.failure !== null);
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<Failure | null>(null);
  const list = useRef<HTMLUListElement>(null);

  const first = (): void => {
    if (hits[0] !== undefined) openRoom(hits[0].roomId);
  };
  const add = async () => {
    const reply = await bridge.vault['rooms.add']({ text });
    setRefused(reply.ok ? null : reply.error);
    if (reply.ok) deskStore.getState().leave(() => roomStore.getState().take(reply.value));
    void find(text);
  };
  const adder = asked && !isFound(hits, text) && signedIn.role !== 'admin' && !isReadOnly && (
    <Button weight="plain" data-testid="add-room-here" onClick={() => void add()}>
      <Icon name="plus" /> {t('room.add', { text: text.trim() })}
    </Button>
  );
  /** Down from the box into the list, and up and down in it. */
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    if (by === undefined || buttons.length === 0) return;
    event.preventDefault();
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, at + by))]?.focus();
  };
  return (
    <div className={cx(css.page)} data-open={open} data-testid="screen-rooms">
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows go from the box into the list */}
      <div className={cx('stack4', css.finder)} onKeyDown={onKeyDown}>
        <h1 className="hidden-text">{t('room.title')}</h1>
        <Form name="room-find" className="" send={first}>
          <TextField
            label={t('room.find')}
            hint={t('edit.roomHint')}
            value={text}
            maxLength={60}
            autoFocus
            testId="room-text"
            onChange={(text) => {
              setText(text);
              setRefused(null);
              void find(text);
            }}
          />
        </Form>
        <FailureNote failure={refused ?? failure} />
        <p className="hidden-text" role="status">
          {asked ? t('counter.found', { count: hits.length }) : ''}
        </p>
        <ul className={cx(css.hits)} ref={list}>
          {hits.map((hit) => (
            <li key={hit.roomId}>
              <button
                type="button"
                className={cx(css.hit)}
                data-testid="room-hit"
                onClick={() => openRoom(hit.roomId)}
              >
                <b className="room-number">{hit.label}</b>
                <span className={cx('quiet', 'small')}>
                  {[hit.status === null ? null : t(`roomStatuses.${hit.status}`), livingWords(t, hit)]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {asked && more && <p className={cx('quiet', 'small')}>{t('room.more')}</p>}
        {asked && hits.length === 0 && (
          <EmptyState drawing="building" words={t('room.unknown')} testId="no-rooms">
            {adder}
          </EmptyState>
        )}
        {hits.length > 0 && <div>{adder}</div>}
        {!asked && <UnitList />}
      </div>
      <RoomPanel />
    </div>
  );
}

/** Nothing where its status has told already what those who are registered there say. */
function livingWords(t: Translate, { status, livedIn }: RoomHit): string | null {
  if (livedIn === null) return t('scope.notYours');
  if (status === (livedIn ? 'lived-in' : 'not-lived-in')) return null;
  return t(livedIn ? 'room.livedIn' : 'room.notLivedIn');
}

/** Whether there is nothing to add: it is there as it was typed, or nothing else can have been meant. */
const isFound = (hits: readonly RoomHit[], text: string): boolean =>
  hits.length === 1 || hits.some(({ label }) => label === text.trim());

/** The estate without typing: its buildings with their units, and the rooms of the one that was chosen. */
function UnitList() {
  const { t } = useTranslation();
  const { units, unit } = useStore(roomFinder);
  if (unit !== null) return <RoomsOf unit={unit} />;
  if (units === null) return null;
  if (units.length === 0)
    return <EmptyState drawing="building" words={t('room.noRooms')} testId="rooms-none" />;
  return (
    <dl className={cx('stack3', css.buildings)} aria-label={t('room.browse')} data-testid="room-units">
      {buildingsOf(units).map(({ label, of }) => (
        <div key={label}>
          <dt className="room-number">{label === '' ? t('room.noBuilding') : label}</dt>
          <dd>
            {of.map((one) => (
              <Button
                key={one.unit}
                aria-label={`${labelOfArea(one)} · ${t('room.count', { count: one.rooms })}`}
                data-testid="room-unit"
                onClick={() => void roomFinder.getState().browse(one)}
              >
                {one.unit === ''
                  ? t('room.wholeBuilding')
                  : labelOfArea({ ...one, estate: '', building: '' })}
                <span className={cx('quiet', 'small', 'digits')}>{one.rooms}</span>
              </Button>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One after the other, as they come. */
function buildingsOf(
  units: readonly Unit[],
): readonly { readonly label: string; readonly of: readonly Unit[] }[] {
  const buildings = new Map<string, Unit[]>();
  for (const one of units) {
    const label = labelOfArea({ ...one, unit: null });
    const same = buildings.get(label);
    if (same === undefined) buildings.set(label, [one]);
    else same.push(one);
  }
  return [...buildings].map(([label, of]) => ({ label, of }));
}

function RoomsOf({ unit }: { readonly unit: Unit }) {
  const { t } = useTranslation();
  const { rooms, more, browse } = useStore(roomFinder);
  const shown = useStore(roomStore, (state) => state.room?.roomId);
  const label = labelOfArea(unit);
  return (
    <section className={cx('stack3', css.unit)} aria-label={label} data-testid="room-unit-shown">
      <Button weight="plain" ref={focusQuietly} data-testid="rooms-back" onClick={() => void browse(null)}>
        ‹ {t('room.allUnits')}
      </Button>
      <h2 className="room-number">{label === '' ? t('room.noBuilding') : label}</h2>
      <ul className={cx(css.grid)}>
        {rooms.map((one) => (
          <li key={one.roomId}>
            <Button
              weight="plain"
              className={cx(css.cell, 'room-number')}
              aria-label={one.label}
              aria-current={one.roomId === shown ? 'true' : undefined}
              data-testid="room-cell"
              onClick={() => openRoom(one.roomId)}
            >
              {one.room}
            </Button>
          </li>
        ))}
      </ul>
      {more && <p className={cx('quiet', 'small')}>{t('room.more')}</p>}
    </section>
  );
}
