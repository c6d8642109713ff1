/** The rows of a notice: a room, months, an amount. Nothing else comes onto what is posted. */
import { useTranslation } from '../messages/translate.ts';
import { looksLikeNumber, MAX_ARREARS, MAX_NOTICE_WORDS } from '../../contract/print/lists.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { DayField } from '../ui/DayField.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import type { Bound } from '../ui/form-scope.ts';
import { TextField } from '../ui/TextField.tsx';
import { type ArrearsDraft, type ArrearsDraftRow, emptyRow, isPlaceWrong } from './arrears-draft.ts';
import css from './print.module.css';

const PLACES = [
  { name: 'room', example: '3-2-1801', most: 60 },
  { name: 'from', example: '2026-01', most: 12 },
  { name: 'until', example: '2026-06', most: 12 },
  { name: 'amount', example: '1200.00', most: 12 },
] as const;

export function ArrearsFields({ value: draft, onChange }: Bound<ArrearsDraft>) {
  const { t } = useTranslation();
  const change = (key: number, changes: Partial<ArrearsDraftRow>): void =>
    onChange({ ...draft, rows: draft.rows.map((row) => (row.key === key ? { ...row, ...changes } : row)) });
  return (
    <div className={cx(css.rows)}>
      <p className="quiet">{t('print.arrearsNote')}</p>
      {draft.rows.map((row, index) => (
        <div key={row.key} className={cx(css.arrears)}>
          {PLACES.map(({ name, example, most }) => (
            <TextField
              key={name}
              label={t(`print.${name}`)}
              required={name !== 'until'}
              missing={t(`print.wrong.${name}`)}
              validate={() => (isPlaceWrong(row, name) ? t(`print.wrong.${name}`) : null)}
              value={row[name]}
              placeholder={example}
              maxLength={most}
              testId={`arrears-${name}-${index}`}
              onChange={(text) => change(row.key, { [name]: text })}
            />
          ))}
          {draft.rows.length > 1 && (
            <Button
              weight="plain"
              onClick={() => onChange({ ...draft, rows: draft.rows.filter(({ key }) => key !== row.key) })}
            >
              {t('print.removeRow', { row: index + 1 })}
            </Button>
          )}
        </div>
      ))}
      <div className="line3">
        <Button
          disabled={draft.rows.length >= MAX_ARREARS}
          data-testid="arrears-add"
          onClick={() =>
            onChange({
              ...draft,
              rows: [...draft.rows, emptyRow(1 + Math.max(...draft.rows.map(({ key }) => key)))],
            })
          }
        >
          {t('print.addRow')}
        </Button>
      </div>
      <FieldLine>
        <DayField
          label={t('print.payBy')}
          required
          value={draft.payBy}
          testId="arrears-pay-by"
          onChange={(payBy) => onChange({ ...draft, payBy })}
        />
        <TextField
          label={t('print.below')}
          grow
          problem={looksLikeNumber(draft.words) ? t('print.number') : null}
          value={draft.words}
          maxLength={MAX_NOTICE_WORDS}
          testId="arrears-words"
          onChange={(text) => onChange({ ...draft, words: text })}
        />
      </FieldLine>
    </div>
  );
}
