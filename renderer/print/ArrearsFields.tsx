/** The rows of a notice: a room, months, an amount. Nothing else comes onto what is posted. */
import { useTranslation } from '../messages/translate.ts';
import { looksLikeNumber, MAX_ARREARS, MAX_NOTICE_WORDS } from '../../contract/print/lists.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { TextInput } from '../ui/TextInput.tsx';
import { type ArrearsDraft, type ArrearsDraftRow, emptyRow, isPlaceWrong } from './arrears-draft.ts';
import css from './print.module.css';

const PLACES = [
  { name: 'room', example: '3-2-1801', most: 60 },
  { name: 'from', example: '2026-01', most: 12 },
  { name: 'until', example: '2026-06', most: 12 },
  { name: 'amount', example: '1200.00', most: 12 },
] as const;

interface ArrearsFieldsProps {
  /** It was sent, so that what is missing is said. */
  readonly isAsked: boolean;
  readonly draft: ArrearsDraft;
  readonly onChange: (draft: ArrearsDraft) => void;
}

export function ArrearsFields({ draft, isAsked, onChange }: ArrearsFieldsProps) {
  const { t } = useTranslation();
  const change = (key: number, changes: Partial<ArrearsDraftRow>): void =>
    onChange({ ...draft, rows: draft.rows.map((row) => (row.key === key ? { ...row, ...changes } : row)) });
  return (
    <div className={cx(css.rows)}>
      <p className="quiet">{t('print.arrearsNote')}</p>
      {draft.rows.map((row, index) => (
        <div key={row.key} className={cx(formCss.line)}>
          {PLACES.map(({ name, example, most }) => (
            <Field
              key={name}
              label={t(`print.${name}`)}
              className={name === 'room' ? undefined : css.short}
              problem={isAsked && isPlaceWrong(row, name) ? t(`print.wrong.${name}`) : null}
            >
              {(ids) => (
                <TextInput
                  {...ids}
                  value={row[name]}
                  placeholder={example}
                  maxLength={most}
                  data-testid={`arrears-${name}-${index}`}
                  onChange={(event) => change(row.key, { [name]: event.currentTarget.value })}
                />
              )}
            </Field>
          ))}
          {draft.rows.length > 1 && (
            <Button
              weight="plain"
              className={formCss.level}
              onClick={() => onChange({ ...draft, rows: draft.rows.filter(({ key }) => key !== row.key) })}
            >
              {t('print.removeRow', { row: index + 1 })}
            </Button>
          )}
        </div>
      ))}
      <div className={cx(formCss.actions)}>
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
      <div className={cx(formCss.line)}>
        <Field
          label={t('print.payBy')}
          problem={isAsked && dayFrom(draft.payBy) === null ? t('day.none') : null}
        >
          {(ids) => (
            <DayInput
              ids={ids}
              text={draft.payBy}
              testId="arrears-pay-by"
              onChange={(payBy) => onChange({ ...draft, payBy })}
            />
          )}
        </Field>
        <Field
          label={t('print.below')}
          className={formCss.grow}
          problem={looksLikeNumber(draft.words) ? t('print.number') : null}
        >
          {(ids) => (
            <TextInput
              {...ids}
              value={draft.words}
              maxLength={MAX_NOTICE_WORDS}
              data-testid="arrears-words"
              onChange={(event) => onChange({ ...draft, words: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}
