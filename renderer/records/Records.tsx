/** Records of a resident beside their own fields: a section a kind that has any, folded, ended ones folded again; and one menu that adds. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { RECORD_KINDS, type RecordKind } from '../../contract/fields.ts';
import type { MaskedPerson, RecordView, RevealedField } from '../../contract/people/views.ts';
import { useDesk } from '../pages/desk-context.ts';
import { FieldRow } from '../person/FieldRow.tsx';
import { RoomLink } from '../current-record/RoomLink.tsx';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { fieldsOf, isOver } from './record-inputs.ts';
import { lineOf } from './record-words.ts';
import css from './records.module.css';

interface RecordsProps {
  readonly person: MaskedPerson;
  /** The clear values while the full record is open. */
  readonly shown: readonly RevealedField[] | null;
}

export function Records({ person, shown }: RecordsProps) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const mayChange = signedIn.role !== 'admin';
  const kinds = RECORD_KINDS.map((kind) => ({
    kind,
    records: person.records.filter((record) => record.kind === kind),
  })).filter(({ records }) => records.length > 0);
  return (
    <div className={cx(css.records)}>
      {kinds.map(({ kind, records }) => (
        <Section
          key={kind}
          person={person}
          kind={kind}
          records={records}
          shown={shown}
          mayChange={mayChange}
        />
      ))}
      {kinds.length === 0 && <EmptyState small drawing="records" words={t('records.nothing')} />}
      {mayChange && shown === null && <AddMenu />}
    </div>
  );
}

interface SectionProps extends RecordsProps {
  readonly kind: RecordKind;
  readonly records: readonly RecordView[];
  readonly mayChange: boolean;
}

function Section({ person, kind, records, shown, mayChange }: SectionProps) {
  const { t } = useTranslation();
  const current = records.filter((record) => !isOver(record));
  const over = records.filter(isOver);
  const row = (record: RecordView) => (
    <Row key={record.recordId} person={person} record={record} shown={shown} mayChange={mayChange} />
  );
  const first = current[0] ?? over[0];
  // The room and the plate stand above.
  const isTold = records.length === 1 && (kind === 'occupancy' || kind === 'vehicle');
  return (
    <details className={cx(css.section)} open={shown !== null || undefined} data-testid={`records-${kind}`}>
      <summary>
        <Icon name="right" />
        <b>{t(`recordKinds.${kind}`)}</b>
        <span className={cx(css.count, 'digits')}>
          {current.length === 0 ? t('records.over', { count: over.length }) : current.length}
        </span>
        {first !== undefined && !isTold && (
          <span className={cx(css.gist)}>
            {first.kind === 'notice'
              ? [t(`purposes.${first.purpose}`), first.consentedOn ?? first.givenOn]
                  .filter(Boolean)
                  .join(' · ')
              : [labelOf(first), lineOf(t, first)].filter((part) => part !== '').join(' · ')}
          </span>
        )}
      </summary>
      {current.map(row)}
      {over.length > 0 && (
        <details className={cx(css.over)} data-testid={`records-over-${kind}`}>
          <summary>
            <Icon name="right" />
            {t('records.over', { count: over.length })}
          </summary>
          {over.map(row)}
        </details>
      )}
    </details>
  );
}

const labelOf = (record: RecordView): string => ('room' in record ? record.room.label : '');

interface RowProps extends RecordsProps {
  readonly record: RecordView;
  readonly mayChange: boolean;
}

function Row({ person, record, shown, mayChange }: RowProps) {
  const { t } = useTranslation();
  const line = lineOf(t, record);
  return (
    <div
      className={cx(css.record)}
      data-over={isOver(record)}
      data-testid={`record-${record.kind}-${record.recordId}`}
    >
      <div className={cx('row3', css.line)}>
        <p className="digits">
          {'room' in record && <RoomLink room={record.room} />}
          {'room' in record && line !== '' && ' · '}
          {line}
        </p>
        {mayChange && shown === null && (
          <Button
            weight="plain"
            data-testid={`edit-${record.kind}-${record.recordId}`}
            onClick={() =>
              deskStore.getState().show({ kind: 'record', record: record.kind, recordId: record.recordId })
            }
          >
            {t('person.edit')}
            <span className="hidden-text">
              {' '}
              {t(`recordKinds.${record.kind}`)} {labelOf(record)} {line}
            </span>
          </Button>
        )}
      </div>
      {/* A plate stands among the person's own fields. */}
      {fieldsOf(record)
        .filter(({ field }) => field !== 'plate')
        .map((field) => (
          <FieldRow
            key={`${field.field}-${field.ordinal}`}
            person={person}
            field={field}
            shown={
              shown?.find((one) => one.field === field.field && one.ordinal === field.ordinal)?.value ?? null
            }
          />
        ))}
    </div>
  );
}

function AddMenu() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className={cx('stack2', css.add)}>
      <Button weight="plain" aria-expanded={open} data-testid="add-record" onClick={() => setOpen(!open)}>
        <Icon name="plus" /> {t('records.add')}
      </Button>
      {open && (
        <div className={cx('line2', css.kinds)} role="group" aria-label={t('records.add')}>
          {RECORD_KINDS.map((kind, index) => (
            <Button
              key={kind}
              autoFocus={index === 0}
              data-testid={`add-record-${kind}`}
              onClick={() => {
                setOpen(false);
                deskStore.getState().show({ kind: 'record', record: kind, recordId: null });
              }}
            >
              {t(`recordKinds.${kind}`)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
