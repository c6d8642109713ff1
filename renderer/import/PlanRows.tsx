/** The rows of a plan by room: what each becomes, and beside it the cells that it stands in. */
import { useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { ROOM_PARTS } from '../../contract/import/lists.ts';
import type { CellFlag, PlanRow, RowNote } from '../../contract/import/views.ts';
import type { SealedFieldId } from '../../contract/fields.ts';
import { lineOfSpace, lineOfVehicle } from '../records/record-words.ts';
import { Badge } from '../ui/Badge.tsx';
import { cx } from '../ui/cx.ts';
import css from './import.module.css';
import { letterOf } from './letter-of.ts';
import { importStore } from './stores.ts';

/** Pixels of a usual row; measured once it is there. */
const USUAL = 30;

const TONES = {
  new: 'good',
  changed: 'accent',
  same: 'plain',
  ambiguous: 'amber',
  rejected: 'amber',
} as const;

/** How a value was typed, which is taken as it is meant, and where the room was read, which stands in its own column: nothing to look at. */
const FORMS: ReadonlySet<RowNote> = new Set<RowNote>([
  'number-cell',
  'full-width',
  'merged-cell',
  'room-from-sheet',
]);

interface Line {
  readonly row: PlanRow;
  /** The first of its room. */
  readonly isFirst: boolean;
}

/** Rooms in their natural order (101 before 1001), rows without a room last; rows of a room in the order of the list. */
function linesByRoom(rows: readonly PlanRow[]): readonly Line[] {
  const { compare } = new Intl.Collator('zh-CN', { numeric: true });
  const rooms = groupedBy(rows, ({ roomLabel }) => roomLabel);
  return [...rooms]
    .sort(([a], [b]) => (a === '' || b === '' ? Number(a === '') - Number(b === '') : compare(a, b)))
    .flatMap(([, ofRoom]) => ofRoom.map((row, at) => ({ row, isFirst: at === 0 })));
}

export function groupedBy<One>(
  all: readonly One[],
  keyOf: (one: One) => string,
): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** Each with a key of its own: some are equal. */
const keyed = <One,>(all: readonly One[]): readonly { readonly key: string; readonly one: One }[] =>
  all.map((one, at) => ({ key: String(at), one }));

export const rowKey = ({ sheet, row }: Pick<PlanRow, 'sheet' | 'row'>): string => `${row}\n${sheet}`;

interface PlanRowsProps {
  readonly rows: readonly PlanRow[];
  /** Of each row that has any, by `rowKey`. */
  readonly flags: ReadonlyMap<string, readonly CellFlag[]>;
}

export function PlanRows({ rows, flags }: PlanRowsProps) {
  const { t } = useTranslation();
  const lines = linesByRoom(rows);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL,
    overscan: 6,
    initialRect: { width: 800, height: 430 },
  });
  return (
    <div className={cx(css.plan)}>
      <div className={cx(css.planHead, css.planRow)} data-headings="" aria-hidden="true">
        <span>{t('roomParts.room')}</span>
        <span>{t('import.preview.becomes')}</span>
        <span className={cx(css.rowNumber)}>{t('import.preview.rowNumber')}</span>
        <span>{t('import.preview.cells')}</span>
      </div>
      <div
        className={cx(css.planRows)}
        ref={scroller}
        // A scrolled region has to be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="list"
        aria-label={t('import.preview.list')}
        data-testid="plan-rows"
      >
        <div className={cx(css.planList)} style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            if (line === undefined) return null;
            const { row, isFirst } = line;
            return (
              <div
                key={rowKey(row) + index}
                ref={virtual.measureElement}
                data-index={index}
                role="listitem"
                aria-setsize={lines.length}
                aria-posinset={index + 1}
                className={cx(css.planRow)}
                data-first={isFirst}
                data-outcome={row.outcome}
                data-testid="plan-row"
                style={{ transform: `translateY(${start}px)` }}
              >
                <b className="digits">
                  <span className={isFirst ? undefined : 'hidden-text'}>
                    {row.roomLabel || t('import.preview.noRoom')}
                  </span>
                </b>
                <Becomes row={row} />
                <span className={cx(css.rowNumber, 'digits')}>
                  <span className="hidden-text">{t('import.preview.row', { row: row.row })}</span>
                  <span aria-hidden="true">{row.row}</span>
                </span>
                <Cells row={row} isFirst={isFirst} flags={flags.get(rowKey(row)) ?? []} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** A vehicle or a space a line, as a record shows it. */
const carsOf = (t: Translate, { vehicles, spaces }: PlanRow): readonly string[] => [
  ...vehicles.map((vehicle) => `${t('recordKinds.vehicle')} ${lineOfVehicle(vehicle)}`),
  ...spaces.map((space) => `${t('recordKinds.space')} ${lineOfSpace(t, space)}`),
];

/** What its mask alone says enough of, so that a usual row stays one line. */
const PLAIN: ReadonlySet<SealedFieldId> = new Set<SealedFieldId>(['phone', 'idNumber']);

function Becomes({ row }: { readonly row: PlanRow }) {
  const { t } = useTranslation();
  const notes = [
    ...(row.reason === null ? [] : [t(`rejectReasons.${row.reason}`)]),
    ...row.notes.filter((note) => !FORMS.has(note)).map((note) => t(`rowNotes.${note}`)),
  ];
  return (
    <span>
      <Badge tone={TONES[row.outcome]}>{t(`outcomes.${row.outcome}`)}</Badge>{' '}
      <span className={cx(css.planName)}>{row.nameMask}</span>{' '}
      {row.relation !== null && <span className="quiet">{t(`relations.${row.relation}`)}</span>}{' '}
      {row.values.length === 0 && <span className="digits">{row.phoneMask}</span>}
      {keyed(row.values).map(({ key, one: { field, mask } }) => (
        <span key={key} className={cx(css.planValue, 'digits')}>
          {!PLAIN.has(field) && <span className="quiet">{t(`fields.${field}`)} </span>}
          {mask}{' '}
        </span>
      ))}
      {keyed(carsOf(t, row)).map(({ key, one: line }) => (
        <span key={key} className={cx(css.planLine, 'digits')} data-testid="plan-car">
          {line}
        </span>
      ))}
      {notes.length > 0 && <span className={cx(css.notes)}>{notes.join(' · ')}</span>}
    </span>
  );
}

interface CellsProps {
  readonly row: PlanRow;
  readonly isFirst: boolean;
  readonly flags: readonly CellFlag[];
}

/** What is said of a room stands beside the first of its rows alone. */
function Cells({ row: { sheet, cells }, isFirst, flags }: CellsProps) {
  const { t } = useTranslation();
  const { sheets } = useStore(importStore);
  const choice = sheets.find((one) => one.sheet.name === sheet);
  const columns = choice?.sheet.columns ?? [];
  const headerOf = (column: number): string =>
    columns.find(({ index }) => index === column)?.header || letterOf(column);
  const isOfRoom = (column: number): boolean =>
    ROOM_PARTS.some((part) => part === choice?.targets[columns.findIndex(({ index }) => index === column)]);
  return (
    <span className={cx(css.cells, 'digits')}>
      {sheets.length > 1 && <span className="quiet">{sheet}</span>}
      {cells
        .filter(({ column }) => isFirst || !isOfRoom(column) || flags.some((one) => one.column === column))
        .map(({ column, text }) => (
          <span
            key={column}
            title={headerOf(column)}
            data-flagged={flags.some((one) => one.column === column)}
          >
            {text}
          </span>
        ))}
      {keyed(flags).map(({ key, one: { column, why } }) => (
        <span key={key} className={cx(css.why)} data-testid="flag" data-why={why}>
          {column === null ? '' : `${headerOf(column)} `}
          {t(`flagReasons.${why}`)}
        </span>
      ))}
    </span>
  );
}
