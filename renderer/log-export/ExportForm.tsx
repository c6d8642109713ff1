/** A new export: what of the log, for whom and what for, and the PINs of whoever asks and whoever approves. */
import { type FormEvent, type Ref, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import {
  LOG_EXPORT_FORMATS,
  type LogExportFormat,
  MAX_EXPORT_WORDS,
  MIN_EXPORT_WORDS,
  hasDigits,
} from '../../contract/log-export/lists.ts';
import { formatDuration } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import { Select } from '../ui/Select.tsx';
import { PinInput, type SecretHandle, TextInput } from '../ui/TextInput.tsx';
import { useEscapeToCancel } from '../ui/use-submit.ts';
import type { ExportPlan } from './log-export-store.ts';
import { logExportStore } from './stores.ts';

interface Draft {
  readonly format: LogExportFormat;
  /** As typed. */
  readonly from: string;
  readonly to: string;
  readonly purpose: string;
  readonly recipient: string;
}

const EMPTY: Draft = { format: 'jsonl', from: '', to: '', purpose: '', recipient: '' };

export function ExportForm() {
  const { t } = useTranslation();
  const { busy, failure, close, write } = useStore(logExportStore);
  const [draft, setDraft] = useState(EMPTY);
  const [isAsked, setIsAsked] = useState(false);
  const pin = useRef<SecretHandle>(null);
  const approver = useRef<ProofHandle>(null);
  const { cancel, onKeyDown } = useEscapeToCancel();
  const isBusy = busy !== 'none';
  const put = (changed: Partial<Draft>): void => setDraft((before) => ({ ...before, ...changed }));
  const problems = problemsOf(t, draft);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsAsked(true);
    if (isBusy || Object.values(problems).some((problem) => problem !== null)) return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    void write(planOf(t, draft), () => {
      const proof = approver.current?.take() ?? null;
      return { pin: pin.current?.take() ?? '', ...(proof === null ? {} : { approver: proof }) };
    });
  };
  const day = (which: 'from' | 'to') => (
    <Field label={t(`logExport.${which}`)} problem={isAsked ? problems[which] : null}>
      {(ids) => (
        <DayInput
          ids={ids}
          text={draft[which]}
          disabled={isBusy}
          testId={`log-export-${which}`}
          onChange={(text) => put({ [which]: text })}
        />
      )}
    </Field>
  );
  const words = (which: 'purpose' | 'recipient') => (
    <Field
      label={t(`logExport.${which}`)}
      hint={t('logExport.noDigits')}
      problem={isAsked ? problems[which] : null}
      className={formCss.grow}
    >
      {(ids) => (
        <TextInput
          {...ids}
          required
          disabled={isBusy}
          maxLength={MAX_EXPORT_WORDS}
          value={draft[which]}
          data-testid={`log-export-${which}`}
          onChange={(event) => put({ [which]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in the form
    <form
      className={cx(pageCss.section, pageCss.pending)}
      aria-label={t('logExport.open')}
      data-testid="log-export-form"
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <div className={cx(formCss.line)}>
        <Field label={t('logExport.columns.format')} hint={t(`logExport.formatHints.${draft.format}`)}>
          {(ids) => (
            <Select
              ids={ids}
              autoFocus
              disabled={isBusy}
              value={draft.format}
              choices={LOG_EXPORT_FORMATS.map((value) => ({ value, words: t(`logExport.formats.${value}`) }))}
              testId="log-export-format"
              onChoose={(format) => put({ format })}
            />
          )}
        </Field>
        {day('from')}
        {day('to')}
      </div>
      <div className={cx(formCss.line)}>
        {words('purpose')}
        {words('recipient')}
      </div>
      <div className={cx(formCss.line)}>
        <Field label={t('pin.own')}>
          {(ids) => (
            <PinInput {...ids} handle={pin} required disabled={isBusy} data-testid="log-export-pin" />
          )}
        </Field>
        <Approver handle={approver} />
      </div>
      <FailureNote failure={failure} />
      {busy === 'writing' ? (
        <Progress />
      ) : (
        <FormActions>
          <Button weight="main" type="submit" disabled={isBusy} data-testid="log-export-submit">
            {t('logExport.submit')}
          </Button>
          <Button ref={cancel} disabled={isBusy} data-testid="log-export-close" onClick={close}>
            {t('common.cancel')}
          </Button>
        </FormActions>
      )}
    </form>
  );
}

/** A supervisor's export is approved by an admin or by another supervisor; an admin's by nobody else. */
function Approver({ handle }: { readonly handle: Ref<ProofHandle> }) {
  const { t } = useTranslation();
  const { people, signedIn } = useDesk();
  const [role, setRole] = useState<'admin' | 'supervisor'>('admin');
  if (signedIn.role !== 'supervisor') return null;
  const others = people.filter(({ slotId }) => slotId !== signedIn.slotId);
  const roles = (['admin', 'supervisor'] as const).filter((one) =>
    others.some((other) => other.role === one),
  );
  return (
    <>
      {roles.length > 1 && (
        <Field label={t('logExport.approvedBy')}>
          {(ids) => (
            <Select
              ids={ids}
              value={role}
              choices={roles.map((value) => ({ value, words: t(`roles.${value}`) }))}
              testId="log-export-approver-role"
              onChoose={setRole}
            />
          )}
        </Field>
      )}
      <ProofFields
        key={role}
        people={others.filter((other) => other.role === role)}
        role={role}
        handle={handle}
        testId="log-export-approver"
      />
    </>
  );
}

function Progress() {
  const { t } = useTranslation();
  const { progress, isCancelling, cancel } = useStore(logExportStore);
  const words = t('logExport.writing');
  return (
    <>
      <ProgressBar
        share={progress === null || progress.total === 0 ? null : progress.done / progress.total}
        label={words}
      />
      <p className="quiet" data-testid="log-export-progress">
        {words}
        {progress !== null &&
          progress.secondsLeft !== null &&
          ` · ${t('import.progress.left', { time: formatDuration(t, progress.secondsLeft) })}`}
      </p>
      <div>
        <Button disabled={isCancelling} data-testid="log-export-cancel" onClick={() => void cancel()}>
          {t(isCancelling ? 'import.progress.cancelling' : 'common.cancel')}
        </Button>
      </div>
    </>
  );
}

type Problems = Readonly<Record<'from' | 'to' | 'purpose' | 'recipient', string | null>>;

function problemsOf(t: Translate, { from, to, purpose, recipient }: Draft): Problems {
  const [first, last] = [dayFrom(from), dayFrom(to)];
  const noDay = (text: string): string | null =>
    text.trim() !== '' && dayFrom(text) === null ? t('day.none') : null;
  const wrongWords = (words: string): string | null =>
    words.trim().length < MIN_EXPORT_WORDS || hasDigits(words) ? t('logExport.noDigits') : null;
  return {
    from: noDay(from),
    to: noDay(to) ?? (first !== null && last !== null && last < first ? t('log.filters.order') : null),
    purpose: wrongWords(purpose),
    recipient: wrongWords(recipient),
  };
}

function planOf(t: Translate, { format, from, to, purpose, recipient }: Draft): ExportPlan {
  const [first, last] = [dayFrom(from), dayFrom(to)];
  return {
    format,
    ...(first === null ? {} : { from: first }),
    ...(last === null ? {} : { to: last }),
    purpose: purpose.trim(),
    recipient: recipient.trim(),
    words: {
      columns: t('logExport.cells', { returnObjects: true }),
      actions: t('logActions', { returnObjects: true }),
      outcomes: t('logOutcomes', { returnObjects: true }),
    },
  };
}
