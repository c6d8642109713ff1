/** The rows of a plan by room: what each becomes, and beside it the cells that it stands in. */
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { ROOM_ADDRESS_PARTS, ROOM_FACTS } from '../../contract/import/lists.ts';
import type { CellFlag, PlanRow, RowNote } from '../../contract/import/views.ts';
import type { SealedFieldId } from '../../contract/fields.ts';
import { lineOfSpace, lineOfVehicle } from '../records/record-words.ts';
import { Badge } from '../ui/Badge.tsx';
import { cx } from '../ui/cx.ts';
import css from './import.module.css';
import { letterOf } from './letter-of.ts';
import type { SheetChoice } from './import-store.ts';
import { importStore } from './stores.ts';
import { LongList } from './LongList.tsx';

/** Pixels of a usual row; measured once it is there. */
const USUAL = 32;

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

const BECOMES = ['import.preview.becomes', 'fields.name', 'fields.phone', 'fields.idNumber'] as const;

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
  const { sheets } = useStore(importStore);
  const sources = new Map(sheets.map((choice) => [choice.sheet.name, sourceOf(choice)]));
  const [of, ...others] = new Set(rows.map(({ sheet }) => sheet));
  const only = of === undefined || others.length > 0 ? undefined : sources.get(of);
  return (
    <div className={cx(css.plan)}>
      <div className={cx(css.planHead, css.planRow)} data-headings="" aria-hidden="true">
        <span>{t('roomParts.room')}</span>
        <span className={cx(css.becomes)}>
          {BECOMES.map((key) => (
            <span key={key}>{t(key)}</span>
          ))}
        </span>
        <span className={cx(css.rowNumber)}>{t('import.preview.rowNumber')}</span>
        {only === undefined ? (
          <span>{t('import.preview.cells')}</span>
        ) : (
          <span className={cx(css.cells)}>
            {only
              .filter(({ isSaid }) => !isSaid)
              .map(({ index, words }) => (
                <span key={index}>{words}</span>
              ))}
          </span>
        )}
      </div>
      <LongList
        all={lines}
        usual={USUAL}
        rowClass={css.planRow}
        marksOf={({ row, isFirst }) => ({
          'data-first': isFirst,
          'data-outcome': row.outcome,
          'data-testid': 'plan-row',
        })}
        // A scrolled region has to be reachable by keyboard.
        tabIndex={0}
        aria-label={t('import.preview.list')}
        data-testid="plan-rows"
      >
        {({ row, isFirst }) => (
          <>
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
            <Cells
              row={row}
              isFirst={isFirst}
              source={sources.get(row.sheet)}
              isNamed={only === undefined}
              flags={flags.get(rowKey(row)) ?? []}
            />
          </>
        )}
      </LongList>
    </div>
  );
}

/** A vehicle or a space a line, as a record shows it. */
const carsOf = (t: Translate, { vehicles, spaces }: PlanRow): readonly string[] => [
  ...vehicles.map((vehicle) => `${t('recordKinds.vehicle')} ${lineOfVehicle(vehicle)}`),
  ...spaces.map((space) => `${t('recordKinds.space')} ${lineOfSpace(t, space)}`),
];

/** What has a column of its own. */
const PLAIN: ReadonlySet<SealedFieldId> = new Set<SealedFieldId>(['phone', 'idNumber']);

function Becomes({ row }: { readonly row: PlanRow }) {
  const { t } = useTranslation();
  const masksOf = (field: SealedFieldId) => keyed(row.values.filter((value) => value.field === field));
  const beyond = row.values.filter(({ field }) => !PLAIN.has(field));
  const notes = [
    ...(row.reason === null ? [] : [t(`rejectReasons.${row.reason}`)]),
    ...row.notes.filter((note) => !FORMS.has(note)).map((note) => t(`rowNotes.${note}`)),
  ];
  return (
    <span className={cx(css.becomes)}>
      <span>
        <Badge tone={TONES[row.outcome]}>{t(`outcomes.${row.outcome}`)}</Badge>
      </span>
      <span>
        <span className="strong">{row.nameMask}</span>{' '}
        {row.relation !== null && <span className="quiet">{t(`relations.${row.relation}`)}</span>}
      </span>
      <span className="digits">
        {row.values.length === 0 && row.phoneMask}
        {masksOf('phone').map(({ key, one: { mask } }) => (
          <span key={key} className={cx(css.planLine)}>
            {mask}
          </span>
        ))}
      </span>
      <span className="digits">{masksOf('idNumber').map(({ one: { mask } }) => mask)}</span>
      {beyond.length > 0 && (
        <span className={cx('line3', css.beyond, 'digits')}>
          {keyed(beyond).map(({ key, one: { field, mask } }) => (
            <span key={key}>
              {t(`fields.${field}`)} {mask}
            </span>
          ))}
        </span>
      )}
      {keyed(carsOf(t, row)).map(({ key, one: line }) => (
        <span key={key} className={cx(css.beyond, 'digits')} data-testid="plan-car">
          {line}
        </span>
      ))}
      {notes.length > 0 && <span className={cx(css.beyond, css.notes)}>{notes.join(' · ')}</span>}
    </span>
  );
}

const PERSON_AND_CAR = ['name', 'relation', 'phone', 'idNumber', 'plate', 'brand', 'colour', 'vehicleKind'];

/** What the columns before it say of a row. */
const SAID = new Set<string>([...PERSON_AND_CAR, ...ROOM_ADDRESS_PARTS]);

/** The columns of a sheet, each with what it says: more than the row becomes, something of its room, or what stands before it. */
const sourceOf = ({ sheet: { columns }, targets }: SheetChoice) =>
  columns.map(({ index, header }, at) => ({
    index,
    words: header || letterOf(index),
    isOfRoom: ROOM_FACTS.some((fact) => fact === targets[at]),
    isSaid: SAID.has(targets[at] ?? ''),
    isAddress: ROOM_ADDRESS_PARTS.some((part) => part === targets[at]),
  }));

interface CellsProps {
  readonly row: PlanRow;
  readonly isFirst: boolean;
  readonly source: ReturnType<typeof sourceOf> | undefined;
  /** Rows of several sheets stand in one list: each cell has its own heading. */
  readonly isNamed: boolean;
  readonly flags: readonly CellFlag[];
}

/** Beside what the row becomes: what else its sheet has of it, and each cell that is to be looked at. */
function Cells({ row: { sheet, cells, outcome }, isFirst, source, isNamed, flags }: CellsProps) {
  const { t } = useTranslation();
  if (source === undefined) return <span>{sheet}</span>;
  const besides = source.filter(({ isSaid }) => !isSaid);
  const textOf = (column: number | null): string => cells.find((cell) => cell.column === column)?.text ?? '';
  const wordsOf = (column: number): string =>
    source.find(({ index }) => index === column)?.words ?? letterOf(column);
  const isFlagged = (column: number): boolean => flags.some((one) => one.column === column);
  // It becomes nothing: what it says of the person stands in its cells alone.
  const unsaid = source.filter(
    ({ index, isSaid, isAddress }) => outcome === 'rejected' && isSaid && !isAddress && textOf(index) !== '',
  );
  return (
    <span className={cx(css.cells, 'digits')} data-named={isNamed}>
      {besides.map(({ index, words, isOfRoom }) => (
        <span key={index} data-words={words} data-flagged={isFlagged(index)}>
          {(isFirst || !isOfRoom || isFlagged(index)) && textOf(index)}
        </span>
      ))}
      {unsaid.length > 0 && (
        <span className={cx(css.beyond)}>
          {unsaid.map(({ index, words }) => `${words} ${textOf(index)}`).join(' · ')}
        </span>
      )}
      {isNamed && <span className={cx(css.beyond)}>{sheet}</span>}
      {keyed(flags).map(({ key, one: { column, why } }) => (
        <span key={key} className={cx(css.beyond, css.why)} data-testid="flag" data-why={why}>
          {column === null ? '' : `${wordsOf(column)} ${textOf(column)} `}
          {t(`flagReasons.${why}`)}
        </span>
      ))}
    </span>
  );
}
