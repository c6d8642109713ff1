/** Which column is what, guessed from the headers and shown with masked samples. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useIdRule } from '../id-number-rule/stores.ts';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { OWN_FIELD_IDS, type SwitchedFieldId, isOffered } from '../../contract/fields.ts';
import {
  CAR_PARTS,
  HOUSEHOLD_PARTS,
  MAX_HEADER_ROW,
  ROOM_FACTS,
  type RoomPart,
} from '../../contract/import/lists.ts';
import type { ColumnTarget, WorkbookSheet } from '../../contract/import/views.ts';
import { useDesk } from '../pages/desk-context.ts';
import { importStore } from './stores.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { ComboBox } from '../ui/ComboBox.tsx';
import { cx } from '../ui/cx.ts';
import { type ChoiceGroup, choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Table } from '../ui/Table.tsx';
import tableCss from '../ui/table.module.css';
import css from './import.module.css';
import { type SheetChoice, asksOf, canPreview, hasIds, isChecked, says } from './import-store.ts';
import { letterOf } from './letter-of.ts';
import { SheetPlace } from './SheetPlace.tsx';
import { SupervisorProof } from './SupervisorProof.tsx';

const PARTS: readonly RoomPart[] = [
  'roomText',
  'unitRoom',
  'building',
  'unit',
  'room',
  'estate',
  ...ROOM_FACTS,
];
const OTHERS_OF_PERSON = ['pinyin', 'idType', 'relation', 'ownerCode'] as const;

export function ColumnsStep() {
  const { t } = useTranslation();
  const { fileName, sheets, busy, failure, takesIds, preview, backTo } = useStore(importStore);
  const isSaid = canPreview(sheets);
  // The vault finds those that stand in a cell of another column.
  const asksIds = hasIds(sheets) || takesIds !== null || failure?.code === 'ids-undecided';
  const missing = isSaid
    ? 'import.columns.ids.needed'
    : sheets.every(({ use, targets }) => !use || says(targets))
      ? 'import.asks.needed'
      : 'import.columns.needs';
  const ready = isSaid && (!asksIds || takesIds !== null);
  return (
    <div className={cx('stack4', css.body)}>
      <div className={cx(css.planTitle)}>
        <h2>{t('import.columns.title')}</h2>
        <p>
          {t('import.columns.lead')} <span className="quiet">{fileName}</span>
        </p>
      </div>
      {asksIds && <IdsQuestion />}
      {sheets.map((choice, index) => (
        <SheetTable key={choice.sheet.name} choice={choice} index={index} />
      ))}
      <SupervisorProof
        title={t('import.columns.supervisor')}
        needed={ready ? null : t(missing)}
        action={busy ? t('import.columns.previewing') : t('import.steps.preview')}
        disabled={!ready || busy}
        failure={failure}
        testId="import-preview"
        onProof={(proof) => void preview(proof)}
      >
        <Button disabled={busy} onClick={() => backTo('file')}>
          {t('common.back')}
        </Button>
      </SupervisorProof>
    </div>
  );
}

const ANSWERS = ['yes', 'no'] as const;

/** ID numbers are taken only as the company has decided. A list that is to go without them may, whatever is decided. */
function IdsQuestion() {
  const { t } = useTranslation();
  const { takesIds, sayIds } = useStore(importStore);
  const { choice, needsConsent } = useIdRule();
  useEffect(() => {
    if (choice === 'consent' && takesIds === null) sayIds(true);
    if (choice === 'none' && takesIds !== false) sayIds(false);
    if (choice === null && takesIds === true) sayIds(false);
  }, [choice, takesIds, sayIds]);
  if (choice === undefined) return null;
  return (
    <section className={cx(css.ids)} aria-labelledby="ids-title" data-testid="take-ids">
      <h3 id="ids-title">{t('import.columns.ids.title')}</h3>
      <p>
        {t(
          `import.columns.ids.leads.${choice === 'consent' && needsConsent ? 'needsConsent' : (choice ?? 'undecided')}`,
        )}
      </p>
      <Chips
        label={t('import.columns.ids.label')}
        testId="take-ids"
        value={takesIds === null ? null : takesIds ? 'yes' : 'no'}
        choices={choicesOf(choice === 'consent' ? ANSWERS : (['no'] as const), (answer) =>
          t(`import.columns.ids.${answer}`),
        )}
        onChange={(answer) => sayIds(answer === 'yes')}
      />
    </section>
  );
}

/** Where a column says the building of each row, nothing is left to say of the sheet. */
const asksPlace = ({ sheet, targets }: SheetChoice): boolean =>
  !targets.includes('building') ||
  sheet.placeFrom !== null ||
  sheet.asks.includes('place') ||
  sheet.asks.includes('estate');

/** Rows among which the header may be, as far as the sheet is known to go. */
const headerRows = ({ headerRow, dataRows, otherRows }: WorkbookSheet): number =>
  Math.min(MAX_HEADER_ROW, Math.max(1, headerRow ?? 0, dataRows + otherRows + (headerRow ? 1 : 0)));

function SheetTable({ choice, index }: { readonly choice: SheetChoice; readonly index: number }) {
  const { t } = useTranslation();
  const { switchedOn } = useDesk().signedIn;
  const { sheets, takeSheet, mapColumn, check, chooseHeader, forgetLayout, busy } = useStore(importStore);
  const { sheet, use, targets } = choice;
  const asks = asksOf(choice);
  const named = ({ header, index: column }: WorkbookSheet['columns'][number]): string =>
    header || t('import.columns.letter', { letter: letterOf(column) });
  const usable = sheet.headerRow !== null;
  return (
    <section
      className={cx('stack2', css.sheet)}
      aria-label={`${t('import.columns.sheet')} ${sheet.name}`}
      data-testid={`sheet-${index}`}
    >
      <div className={cx('row4', css.sheetHead)}>
        <h3>
          {sheet.name} <span className="quiet">{t('import.columns.rows', { count: sheet.dataRows })}</span>
        </h3>
        {usable && (
          <Switch
            label={t('import.columns.use')}
            value={use}
            onChange={(on) => takeSheet(index, on)}
            testId={`use-sheet-${index}`}
          />
        )}
      </div>
      {!usable && <p className="quiet">{t('import.columns.noHeader')}</p>}
      <div className="line4">
        <SelectField
          label={t('import.columns.headerRow')}
          className={css.headerRow}
          value={sheet.headerRow ?? null}
          choices={[
            { value: 0, words: t('import.columns.noRow') },
            ...Array.from({ length: headerRows(sheet) }, (_, row) => ({
              value: row + 1,
              words: t('import.preview.row', { row: row + 1 }),
            })),
          ]}
          placeholder={t('import.columns.chooseRow')}
          disabled={busy}
          testId={`header-row-${index}`}
          onChange={(row) => void chooseHeader(index, row)}
        />
        {usable && sheet.otherRows > 0 && (
          <span className="quiet" data-testid={`other-rows-${index}`}>
            {t('import.columns.otherRows', { count: sheet.otherRows })}
          </span>
        )}
        {sheet.remembered && (
          <span className="row2" data-testid={`remembered-${index}`}>
            {t('import.columns.remembered')}{' '}
            <Button
              weight="plain"
              disabled={busy}
              data-testid={`forget-layout-${index}`}
              onClick={() => void forgetLayout(index)}
            >
              {t('import.columns.forget')}
            </Button>
          </span>
        )}
        {usable && !sheet.remembered && (
          <span data-testid={`guess-${index}`}>
            {t(
              sheet.columns.some(({ target }) => target !== null)
                ? 'import.columns.guessed'
                : 'import.columns.notGuessed',
            )}
          </span>
        )}
      </div>
      {sheet.firstRows.length > 0 && <FirstRows sheet={sheet} index={index} />}
      {!usable && (
        <div>
          <Button
            disabled={busy}
            data-testid={`no-header-${index}`}
            onClick={() => void chooseHeader(index, 0)}
          >
            {t('import.columns.useNoRow')}
          </Button>
        </div>
      )}
      {usable && use && asksPlace(choice) && <SheetPlace choice={choice} index={index} />}
      {usable && use && asks.length > 0 && (
        <div className={cx('row4', css.asks)} data-testid={`asks-${index}`}>
          <p>{asks.map((ask) => t(`import.asks.${ask}`)).join(' ')}</p>
          <Switch
            label={t('import.asks.checked')}
            value={isChecked(sheets, choice)}
            onChange={(on) => check(index, on)}
            testId={`checked-${index}`}
          />
        </div>
      )}
      {usable && use && (
        <Table
          columns={['header', 'sample', 'target'] as const}
          words={(column) => t(`import.columns.${column}`)}
          className={css.columns}
        >
          {sheet.columns.map((column, at) => (
            <tr key={column.index} data-unused={(targets[at] ?? null) === null} data-unsure={!column.sure}>
              <th scope="row">
                {named(column)} {!column.sure && <Badge tone="amber">{t('import.asks.unsure')}</Badge>}
              </th>
              <td className="digits">{column.sample}</td>
              <td>
                <ComboBox
                  label={t('import.columns.targetOf', { header: named(column) })}
                  value={targets[at] ?? null}
                  choices={targetsIn(t, switchedOn)}
                  none={{ words: t('import.columns.skip'), onChoose: () => mapColumn(index, at, null) }}
                  testId={`map-${index}-${column.index}`}
                  onChoose={(target) => mapColumn(index, at, target)}
                />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

/** Returns the targets that a column may have, in groups. */
function targetsIn(
  t: Translate,
  switchedOn: readonly SwitchedFieldId[],
): readonly ChoiceGroup<ColumnTarget>[] {
  return [
    {
      heading: t('import.columns.targetGroups.person'),
      choices: [
        ...OWN_FIELD_IDS.filter((id) => isOffered(id, switchedOn)).map((id) => ({
          value: id,
          words: t(`fields.${id}`),
        })),
        ...OTHERS_OF_PERSON.map((id) => ({ value: id, words: t(`import.columns.${id}`) })),
      ],
    },
    {
      heading: t('import.columns.targetGroups.room'),
      choices: PARTS.map((part) => ({ value: part, words: t(`roomParts.${part}`) })),
    },
    {
      heading: t('import.columns.targetGroups.household'),
      choices: HOUSEHOLD_PARTS.map((part) => ({ value: part, words: t(`householdParts.${part}`) })),
    },
    {
      heading: t('import.columns.targetGroups.car'),
      choices: CAR_PARTS.map((part) => ({ value: part, words: t(`carParts.${part}`) })),
    },
  ];
}

/** Cells come masked; whoever has the file knows its rows by their beginnings. */
function FirstRows({ sheet, index }: { readonly sheet: WorkbookSheet; readonly index: number }) {
  const { t } = useTranslation();
  const { chooseHeader, busy } = useStore(importStore);
  const letters = Array.from(
    { length: Math.max(...sheet.firstRows.map(({ cells }) => cells.length)) },
    (_, column) => letterOf(column),
  );
  return (
    <div
      className={cx(css.firstRows)}
      role="region"
      // A scrolled region has to be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={t('import.columns.firstRows')}
      data-testid={`first-rows-${index}`}
    >
      <table className={cx(tableCss.table)}>
        <tbody>
          {sheet.firstRows.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">
                <Button
                  disabled={busy}
                  data-testid={`use-header-${index}-${row}`}
                  onClick={() => void chooseHeader(index, row)}
                >
                  {t('import.columns.useRow', { row })}
                </Button>
              </th>
              {letters.map((letter, column) => (
                <td key={letter} className="digits">
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
