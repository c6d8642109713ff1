/** Adds a record of somebody, changes it, ends it, or takes away what was entered by mistake. Which inputs there are says the one list. */
import { useRef, useState } from 'react';
import { type Translate, useTranslation } from '../messages/translate.ts';
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
import { personStore } from '../current-record/stores.ts';
import { deskStore } from '../pages/stores.ts';
import { useDraft } from '../pages/use-draft.ts';
import { ChangeProof, type ChangeProofHandle } from '../person/ChangeProof.tsx';
import css from '../person/person.module.css';
import { focusWrong, withoutWrongField, wrongField } from '../person/wrong-field.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { DayField } from '../ui/DayField.tsx';
import { dayTyped, today } from '../ui/days.ts';
import { Form, type Typed } from '../ui/Form.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
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
import { SealedInput } from '../person/SealedInput.tsx';

interface RecordFormProps {
  readonly person: MaskedPerson;
  readonly kind: RecordKind;
  /** Null adds one. */
  readonly record: RecordView | null;
}

/** What is done, and to which kind of record. */
function titleOf(t: Translate, { kind, record }: RecordFormProps, way: Way): string {
  const words = { kind: t(`recordKinds.${kind}`) };
  if (record === null) return t('records.addTitle', words);
  return t(`records.titles.${way === 'end' && kind === 'notice' ? 'withdraw' : way}`, words);
}

/** Action on an existing record. */
type Way = 'save' | 'end' | 'remove';

interface Problem {
  /** The input that it is about. */
  readonly at: InputName | null;
  readonly words: string;
}

interface Draft {
  readonly answers: Answers;
  readonly fates: Readonly<Partial<Record<SealedFieldId, Fate>>>;
  /** Which sealed inputs hold something: that alone, not what. */
  readonly filled: Readonly<Partial<Record<SealedFieldId, boolean>>>;
  readonly endDay: string;
}

export function RecordForm(props: RecordFormProps) {
  const { person, kind, record } = props;
  const { t } = useTranslation();
  const form = useRecord(props);
  const { way, draft, of, failure, problem, touched, needsProof } = form;
  const kindWords = t(`recordKinds.${kind}`);
  return (
    <Form
      formRef={form.element}
      about={`${kind} ${record?.recordId ?? ''}`}
      name="record"
      data={{ 'data-kind': kind }}
      testIds={{ submit: 'edit-save', cancel: 'edit-cancel' }}
      title={`${titleOf(t, props, way)} · ${person.nameMask}`}
      {...(way === 'save' && { lead: t('records.lead') })}
      focus="field"
      complaint={problem?.at === null ? problem.words : null}
      failure={failure}
      isDanger={way === 'remove'}
      yes={t(`records.ways.${way}`, { kind: kindWords })}
      busyWords={t('edit.saving')}
      aside={way === 'save' && <OtherWays kind={kind} record={record} onChoose={form.setWay} />}
      send={form.save}
      onClose={() => (way === 'save' ? deskStore.getState().hidePanel() : form.setWay('save'))}
    >
      {kind === 'notice' && person.fields.some(({ field }) => field === 'guardian') && (
        <p className="quiet" data-testid="minor">
          {t('guardian.minor')}
        </p>
      )}
      {way === 'save' && (
        <section className={cx('stack3', css.formSection)} aria-label={kindWords}>
          <div className={cx(css.two)}>
            {inputsFor(kind, record).map((input, index) => (
              <DetailField
                key={input.name}
                input={input}
                value={draft.answers[input.name] ?? ''}
                vehicles={vehiclesOf(t, person)}
                autoFocus={index === 0}
                problem={form.problemAt(input.name)}
                onChange={(text) => form.put({ answers: { ...draft.answers, [input.name]: text } })}
              />
            ))}
          </div>
        </section>
      )}
      {way === 'save' && sealedOf(kind).length > 0 && <SealedFields {...props} form={form} />}
      {way === 'end' && (
        <DayField
          {...of('endDay')}
          label={t(kind === 'notice' ? 'records.withdrawnOn' : 'records.endsOn')}
          required
          missing={t('records.wrong.day')}
          autoFocus
          testId="record-end-day"
        />
      )}
      {way === 'remove' && <p>{t('records.removeLead')}</p>}
      {needsProof && (
        <ChangeProof
          key={way}
          handle={form.proof}
          identity={touched.some((field) => FIELDS[field].tier === 'identity')}
        />
      )}
    </Form>
  );
}

const maskOf = (record: RecordView | null, field: SealedFieldId): string | null =>
  fieldsOf(record).find((one) => one.field === field)?.mask ?? null;

/** Hook for the draft of a record, and the requests that the vault is sent with it. */
function useRecord({ person, kind, record }: RecordFormProps) {
  const { t } = useTranslation();
  const [before] = useState(() => answersOf(kind, record, person));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [way, setWay] = useState<Way>('save');
  const { draft, put, of } = useDraft<Draft>(
    () => ({ answers: before, fates: {}, filled: {}, endDay: today() }),
    () => {
      setProblem(null);
      setFailure(withoutWrongField);
    },
  );
  const { answers, fates, filled } = draft;
  const sealed = useRef(new Map<SealedFieldId, Pick<SecretHandle, 'peek'>>());
  const proof = useRef<ChangeProofHandle>(null);
  const element = useRef<HTMLFormElement>(null);
  const read = (field: SealedFieldId): string => sealed.current.get(field)?.peek().trim() ?? '';
  const touched = sealedOf(kind).filter((field) =>
    way === 'remove' ? maskOf(record, field) !== null : fates[field] === 'remove' || filled[field] === true,
  );
  const needsProof = way !== 'end' && touched.length > 0;

  const complain = (at: InputName | null, words: string): null => {
    setProblem({ at, words });
    if (at !== null) element.current?.querySelector<HTMLElement>(`[data-input=${at}]`)?.focus();
    return null;
  };
  const sealedAnswers = (): readonly SealedAnswer[] =>
    sealedOf(kind).flatMap((field): SealedAnswer[] => {
      if (fates[field] === 'remove') return [{ field, value: null }];
      return read(field) === '' ? [] : [{ field, value: read(field) }];
    });
  /** The request, or null with a word on what is missing. */
  const ask = (typed: Typed): Promise<Result<MaskedPerson>> | null => {
    const { personId, version } = person;
    const wrong = way === 'save' ? wrongIn(inputsFor(kind, record), answers) : null;
    if (wrong !== null) return complain(wrong.name, t(`records.wrong.${wrong.why}`));
    const given = needsProof ? (proof.current?.take(typed) ?? null) : undefined;
    if (given === null) return null;
    const proven = given === undefined ? {} : { proof: given };
    if (record === null) {
      const added = newRecordOf(kind, answers, sealedAnswers());
      return bridge.vault['records.add']({ personId, version, record: added, ...proven });
    }
    const one = { personId, version, recordId: record.recordId };
    if (way === 'remove') return bridge.vault['records.remove']({ ...one, kind, ...proven });
    if (way === 'end')
      return bridge.vault['records.end']({ ...one, kind: kind as EndingKind, on: dayTyped(draft.endDay) });
    const changes = changesOf(kind, before, answers, sealedAnswers());
    if (changes === null) return complain(null, t('edit.nothingChanged'));
    return bridge.vault['records.edit']({ ...one, changes, ...proven });
  };
  const save = async (typed: Typed): Promise<void> => {
    const asked = ask(typed);
    if (asked === null) return;
    setFailure(null);
    setProblem(null);
    const reply = await asked;
    if (!reply.ok) {
      setFailure(reply.error);
      return focusWrong(element.current);
    }
    personStore.getState().take(reply.value);
    deskStore.getState().tellSaved(needsProof ? null : undoOfRecord(kind, record, person, reply.value));
  };
  const problemAt = (name: string): string | null => {
    if (problem?.at === name) return problem.words;
    return failure !== null && wrongField(failure) === name ? t(`errors.${failure.code}.what`) : null;
  };
  return {
    way,
    setWay,
    draft,
    put,
    of,
    failure,
    problem,
    problemAt,
    touched,
    needsProof,
    save,
    read,
    element,
    proof,
    sealed,
  };
}

interface SealedFieldsProps extends RecordFormProps {
  readonly form: ReturnType<typeof useRecord>;
}

function SealedFields({ kind, record, form }: SealedFieldsProps) {
  const { t } = useTranslation();
  const { draft, put, read, sealed } = form;
  const { fates, filled } = draft;
  return (
    <section className={cx('stack3', css.formSection)} aria-label={t('edit.sealedTitle')}>
      {sealedOf(kind).map((field) => (
        <SealedField
          key={field}
          field={field}
          problem={filled[field] === true ? form.problemAt(field) : null}
          mask={maskOf(record, field)}
          fate={fates[field] ?? 'keep'}
          onFate={(fate) =>
            put({ fates: { ...fates, [field]: fate }, filled: { ...filled, [field]: false } })
          }
          onInput={() => put({ filled: { ...filled, [field]: read(field) !== '' } })}
          attach={(handle) => {
            if (handle === null) sealed.current.delete(field);
            else sealed.current.set(field, handle);
          }}
        />
      ))}
    </section>
  );
}

const vehiclesOf = (t: Translate, { records }: MaskedPerson) =>
  records.flatMap((one) =>
    one.kind === 'vehicle' ? [{ value: String(one.recordId), words: lineOf(t, one) }] : [],
  );

interface OtherWaysProps extends Pick<RecordFormProps, 'kind' | 'record'> {
  readonly onChoose: (way: Way) => void;
}

/** Buttons that end or remove a record instead of changing it. */
function OtherWays({ kind, record, onChoose }: OtherWaysProps) {
  const { t } = useTranslation();
  if (record === null) return null;
  return (
    <div className={cx(css.otherWays)}>
      {!isOver(record) && ENDING_KINDS.some((one) => one === kind) && (
        <Button weight="plain" data-testid="record-end" onClick={() => onChoose('end')}>
          {t(kind === 'notice' ? 'records.withdraw' : 'records.end')}
        </Button>
      )}
      <Button weight="plainDanger" data-testid="record-remove" onClick={() => onChoose('remove')}>
        {t('records.remove')}
      </Button>
    </div>
  );
}

type Fate = 'keep' | 'replace' | 'remove';

interface SealedFieldProps {
  readonly field: SealedFieldId;
  readonly problem: string | null;
  readonly mask: string | null;
  readonly fate: Fate;
  readonly onFate: (fate: Fate) => void;
  readonly onInput: () => void;
  readonly attach: (handle: Pick<SecretHandle, 'peek'> | null) => void;
}

/** A sealed value of a record: one that is there is kept, replaced or removed, never shown. */
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
