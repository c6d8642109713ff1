/** Adds a record of somebody, changes it, ends it, or takes away what was entered by mistake. Which inputs there are says the one list. */
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import {
  ENDING_KINDS,
  type EndingKind,
  FIELDS,
  type RecordKind,
  type SealedFieldId,
} from '../../contract/fields.ts';
import type { Failure, Result } from '../../contract/result.ts';
import type { MaskedPerson, RecordView } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { ChangeProof, type ChangeProofHandle } from '../person/ChangeProof.tsx';
import css from '../person/person.module.css';
import { SealedInput } from '../person/SealedInput.tsx';
import { focusWrong, withoutWrongField, wrongField } from '../person/wrong-field.ts';
import { deskStore } from '../pages/stores.ts';
import { personStore } from '../current-record/stores.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { FailureNote } from '../ui/Note.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom, today } from '../ui/days.ts';
import { DetailField } from './DetailField.tsx';
import {
  type Answers,
  type InputName,
  type SealedAnswer,
  answersOf,
  changesOf,
  fieldsOf,
  inputsFor,
  isOver,
  newRecordOf,
  sealedOf,
  wrongIn,
} from './record-inputs.ts';
import { lineOf } from './record-words.ts';
import { undoOfRecord } from './undo-record.ts';

interface RecordFormProps {
  readonly person: MaskedPerson;
  readonly kind: RecordKind;
  /** Null adds one. */
  readonly record: RecordView | null;
}

type Fate = 'keep' | 'replace' | 'remove';

export function RecordForm({ person, kind, record }: RecordFormProps) {
  const { t } = useTranslation();
  const [before] = useState(() => answersOf(kind, record, person));
  const [answers, setAnswers] = useState<Answers>(before);
  const [fates, setFates] = useState<Readonly<Partial<Record<SealedFieldId, Fate>>>>({});
  /** Which sealed inputs hold something: that alone, not what. */
  const [filled, setFilled] = useState<Readonly<Partial<Record<SealedFieldId, boolean>>>>({});
  const [problem, setProblem] = useState<{ readonly at: InputName | null; readonly words: string } | null>(
    null,
  );
  const [way, setWay] = useState<'save' | 'end' | 'remove'>('save');
  const [endDay, setEndDay] = useState(today);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const sealed = useRef(new Map<SealedFieldId, Pick<SecretHandle, 'peek'>>());
  const proof = useRef<ChangeProofHandle>(null);
  const form = useRef<HTMLFormElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const markDirty = useUnsaved();
  const touch = () => {
    markDirty();
    setFailure(withoutWrongField);
  };
  const inputs = inputsFor(kind, record);

  const maskOf = (field: SealedFieldId): string | null =>
    fieldsOf(record).find((one) => one.field === field)?.mask ?? null;
  const read = (field: SealedFieldId): string => sealed.current.get(field)?.peek().trim() ?? '';
  const touched = sealedOf(kind).filter((field) =>
    way === 'remove' ? maskOf(field) !== null : fates[field] === 'remove' || filled[field] === true,
  );
  const needsProof = way !== 'end' && touched.length > 0;
  const identity = touched.some((field) => FIELDS[field].tier === 'identity');

  const answer = (name: InputName, text: string): void => {
    setAnswers((old) => ({ ...old, [name]: text }));
    setProblem(null);
    touch();
  };
  const complain = (at: InputName | null, words: string): void => {
    setProblem({ at, words });
    if (at !== null) form.current?.querySelector<HTMLElement>(`[data-input=${at}]`)?.focus();
  };
  const sealedAnswers = (): readonly SealedAnswer[] =>
    sealedOf(kind).flatMap((field): SealedAnswer[] => {
      if (fates[field] === 'remove') return [{ field, value: null }];
      return read(field) === '' ? [] : [{ field, value: read(field) }];
    });

  /** What is to be asked of the vault, or null with a word on what is missing. */
  const ask = (): (() => Promise<Result<MaskedPerson>>) | null => {
    const { personId, version } = person;
    const given = needsProof ? (proof.current?.take() ?? null) : null;
    const proven = given === null ? {} : { proof: given };
    if (needsProof && given === null) return null;
    if (record !== null && way === 'remove')
      return () =>
        bridge.vault['records.remove']({ personId, version, kind, recordId: record.recordId, ...proven });
    if (record !== null && way === 'end') {
      const on = dayFrom(endDay);
      if (on === null) return (complain(null, t('records.wrong.day')), null);
      return () =>
        bridge.vault['records.end']({
          personId,
          version,
          kind: kind as EndingKind,
          recordId: record.recordId,
          on,
        });
    }
    if (record === null)
      return () =>
        bridge.vault['records.add']({
          personId,
          version,
          record: newRecordOf(kind, answers, sealedAnswers()),
          ...proven,
        });
    const changes = changesOf(kind, before, answers, sealedAnswers());
    if (changes === null) return (complain(null, t('edit.nothingChanged')), null);
    return () =>
      bridge.vault['records.edit']({ personId, version, recordId: record.recordId, changes, ...proven });
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const wrong = way === 'save' ? wrongIn(inputs, answers) : null;
    if (wrong !== null) return complain(wrong.name, t(`records.wrong.${wrong.why}`));
    const send = ask();
    if (send === null) return;
    setBusy(true);
    setFailure(null);
    setProblem(null);
    const reply = await send();
    setBusy(false);
    if (reply.ok) {
      personStore.getState().take(reply.value);
      return deskStore
        .getState()
        .tellSaved(needsProof ? null : undoOfRecord(kind, record, person, reply.value));
    }
    setFailure(reply.error);
    focusWrong(form.current);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Escape alone would throw away what was typed: it leads to the button that does.
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) cancel.current?.focus();
  };
  const wrong = wrongField(failure);
  const problemAt = (name: string): string | null =>
    wrong === name && failure !== null ? t(`errors.${failure.code}.what`) : null;
  const vehicles = person.records.flatMap((one) =>
    one.kind === 'vehicle' ? [{ value: String(one.recordId), words: lineOf(t, one) }] : [],
  );
  const kindWords = t(`recordKinds.${kind}`);
  const mayEnd = record !== null && !isOver(record) && ENDING_KINDS.some((one) => one === kind);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in the form
    <form
      ref={form}
      className={cx(css.form)}
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
      data-testid="record-form"
      data-kind={kind}
    >
      <h1>
        {t(record === null ? 'records.addTitle' : 'records.editTitle', { kind: kindWords })} ·{' '}
        {person.nameMask}
      </h1>
      {kind === 'notice' && person.fields.some(({ field }) => field === 'guardian') && (
        <p className="quiet" data-testid="minor">
          {t('guardian.minor')}
        </p>
      )}
      {way === 'save' && (
        <>
          <section className={cx(css.formSection)} aria-label={kindWords}>
            <div className={cx(css.two)}>
              {inputs.map((input, index) => (
                <DetailField
                  key={input.name}
                  input={input}
                  text={answers[input.name] ?? ''}
                  vehicles={vehicles}
                  autoFocus={index === 0}
                  problem={problem?.at === input.name ? problem.words : problemAt(input.name)}
                  onChange={(text) => answer(input.name, text)}
                />
              ))}
            </div>
          </section>
          {sealedOf(kind).length > 0 && (
            <section className={cx(css.formSection)} aria-label={t('edit.sealedTitle')}>
              {sealedOf(kind).map((field) => (
                <SealedField
                  key={field}
                  field={field}
                  problem={filled[field] === true ? problemAt(field) : null}
                  mask={maskOf(field)}
                  fate={fates[field] ?? 'keep'}
                  onFate={(fate) => {
                    setFates((old) => ({ ...old, [field]: fate }));
                    setFilled((old) => ({ ...old, [field]: false }));
                    touch();
                  }}
                  onInput={() => {
                    setFilled((old) => ({ ...old, [field]: read(field) !== '' }));
                    touch();
                  }}
                  attach={(handle) => {
                    if (handle === null) sealed.current.delete(field);
                    else sealed.current.set(field, handle);
                  }}
                />
              ))}
            </section>
          )}
        </>
      )}
      {way === 'end' && (
        <Field label={t(kind === 'notice' ? 'records.withdrawnOn' : 'records.endsOn')} className={css.half}>
          {(ids) => (
            <DayInput
              ids={ids}
              text={endDay}
              autoFocus
              testId="record-end-day"
              onChange={(text) => {
                setEndDay(text);
                touch();
              }}
            />
          )}
        </Field>
      )}
      {way === 'remove' && <p>{t('records.removeLead')}</p>}
      {needsProof && (
        <ChangeProof key={way} handle={proof} identity={identity} failure={failure} busy={busy} />
      )}
      <FailureNote failure={failure} />
      {problem !== null && problem.at === null && (
        <p className={cx('small')} role="alert" data-testid="edit-complaint">
          {problem.words}
        </p>
      )}
      <FormActions>
        <Button
          weight={way === 'remove' ? 'danger' : 'main'}
          type="submit"
          disabled={busy}
          data-testid="edit-save"
        >
          {busy ? t('edit.saving') : t(`records.ways.${way}`, { kind: kindWords })}
        </Button>
        <Button
          ref={cancel}
          onClick={way === 'save' ? deskStore.getState().hidePanel : () => setWay('save')}
          data-testid="edit-cancel"
        >
          {t('common.cancel')}
        </Button>
        {way === 'save' && mayEnd && (
          <Button weight="plain" data-testid="record-end" onClick={() => setWay('end')}>
            {t(kind === 'notice' ? 'records.withdraw' : 'records.end')}
          </Button>
        )}
        {way === 'save' && record !== null && (
          <Button weight="plainDanger" data-testid="record-remove" onClick={() => setWay('remove')}>
            {t('records.remove')}
          </Button>
        )}
      </FormActions>
    </form>
  );
}

interface SealedFieldProps {
  readonly field: SealedFieldId;
  readonly problem: string | null;
  readonly mask: string | null;
  readonly fate: Fate;
  readonly onFate: (fate: Fate) => void;
  readonly onInput: () => void;
  readonly attach: (handle: Pick<SecretHandle, 'peek'> | null) => void;
}

/** A sealed value that is there is kept, replaced or removed, never shown. */
function SealedField({ field, problem, mask, fate, onFate, onInput, attach }: SealedFieldProps) {
  const { t } = useTranslation();
  const label = t(`fields.${field}`);
  const hidden = <span className="hidden-text"> {label}</span>;
  if (mask === null)
    return (
      <SealedInput
        field={field}
        label={label}
        handle={attach}
        problem={problem}
        onInput={onInput}
        testId={`record-${field}`}
      />
    );
  if (fate === 'replace') {
    return (
      <div className={cx(css.lineOne)}>
        <SealedInput
          field={field}
          label={t('edit.newValue', { field: label })}
          handle={attach}
          problem={problem}
          onInput={onInput}
          autoFocus
          testId={`record-${field}`}
        />
        <Button weight="plain" onClick={() => onFate('keep')}>
          {t('common.undo')}
          {hidden}
        </Button>
      </div>
    );
  }
  return (
    <div className={cx(css.kept)}>
      <span className="quiet">{label}</span>
      <span className={cx('digits', fate === 'remove' && css.gone)}>{mask}</span>
      <div>
        {fate === 'keep' && (
          <Button weight="plain" data-testid={`replace-${field}`} onClick={() => onFate('replace')}>
            {t('edit.replace')}
            {hidden}
          </Button>
        )}
        <Button
          weight={fate === 'keep' ? 'plainDanger' : 'plain'}
          onClick={() => onFate(fate === 'keep' ? 'remove' : 'keep')}
        >
          {t(fate === 'keep' ? 'common.remove' : 'common.undo')}
          {hidden}
        </Button>
      </div>
    </div>
  );
}
