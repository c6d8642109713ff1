/** A new export: what of the log, for whom and what for, and the PINs of whoever asks and whoever approves. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import {
  LOG_EXPORT_FORMATS,
  type LogExportFormat,
  MAX_EXPORT_WORDS,
  MIN_EXPORT_WORDS,
  hasDigits,
} from '../../contract/log-export/lists.ts';
import type { Language } from '../../contract/shell/settings.ts';
import { formatDuration } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useDraft } from '../pages/use-draft.ts';
import { Button } from '../ui/Button.tsx';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom } from '../ui/days.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { PinField } from '../ui/PinField.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ProofFields } from '../ui/ProofFields.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { ExportPlan } from './log-export-store.ts';
import { appStore } from '../stores.ts';
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
  const { draft, of } = useDraft(EMPTY);
  const language = useStore(appStore, (state) => state.settings.language);
  const isBusy = busy !== 'none';
  const [from, to] = [dayFrom(draft.from), dayFrom(draft.to)];
  const words = (which: 'purpose' | 'recipient') => (
    <TextField
      {...of(which)}
      label={t(`logExport.${which}`)}
      hint={which === 'purpose' ? t('logExport.noDigits') : null}
      grow
      required
      minLength={MIN_EXPORT_WORDS}
      disabled={isBusy}
      maxLength={MAX_EXPORT_WORDS}
      validate={(text) => (hasDigits(text) ? t('logExport.noDigits') : null)}
    />
  );
  return (
    <Form
      name="log-export"
      testIds={{ cancel: 'log-export-close' }}
      title={t('logExport.open')}
      focus="field"
      busy={isBusy}
      failure={failure}
      yes={t('logExport.submit')}
      send={async (typed) => {
        await write(planOf(draft, language), () => ({
          pin: typed.pin,
          ...(typed.hasSecond && { approver: typed.second }),
        }));
      }}
      onClose={() => close()}
      {...(busy === 'writing' ? { foot: <Progress /> } : {})}
    >
      <SelectField
        {...of('format')}
        label={t('logExport.columns.format')}
        hint={t(`logExport.formatHints.${draft.format}`)}
        autoFocus
        disabled={isBusy}
        choices={choicesOf(LOG_EXPORT_FORMATS, (format) => t(`logExport.formats.${format}`))}
      />
      <FieldLine>
        <DayField {...of('from')} label={t('logExport.from')} disabled={isBusy} />
        <DayField
          {...of('to')}
          label={t('logExport.to')}
          disabled={isBusy}
          validate={() => (from !== null && to !== null && to < from ? t('log.filters.order') : null)}
        />
      </FieldLine>
      <FieldLine>
        {words('purpose')}
        {words('recipient')}
      </FieldLine>
      <PinField disabled={isBusy} testId="log-export-pin" />
      <Approver />
    </Form>
  );
}

/** A supervisor's export is approved by an admin or by another supervisor; an admin's by nobody else. */
function Approver() {
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
        <SelectField
          label={t('logExport.approvedBy')}
          value={role}
          choices={choicesOf(roles, (value) => t(`roles.${value}`))}
          testId="log-export-approver-role"
          onChange={setRole}
        />
      )}
      <ProofFields
        key={role}
        people={others.filter((other) => other.role === role)}
        role={role}
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

function planOf({ format, from, to, purpose, recipient }: Draft, language: Language): ExportPlan {
  const [first, last] = [dayFrom(from), dayFrom(to)];
  return {
    format,
    ...(first === null ? {} : { from: first }),
    ...(last === null ? {} : { to: last }),
    purpose: purpose.trim(),
    recipient: recipient.trim(),
    language,
  };
}
