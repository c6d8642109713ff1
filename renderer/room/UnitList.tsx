/** The estate without typing: its buildings with their units, and the rooms of the one that was chosen. */
import { useStore } from 'zustand';
import { labelOfArea } from '../../contract/scope/lists.ts';
import type { Unit } from '../../contract/records/views.ts';
import { openRoom } from '../current-record/open-room.ts';
import { roomStore } from '../current-record/stores.ts';
import { useTranslation } from '../messages/translate.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { focusQuietly } from '../ui/focus-quietly.ts';
import css from './room.module.css';
import { roomFinder } from './stores.ts';

export function UnitList() {
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
