/** A supervisor opens the desk to an inspector for a set time, and ends it with the PIN. */
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { INSPECTION_MINUTES } from '../../contract/inspection/lists.ts';
import type { InspectionMinutes } from '../../contract/inspection/lists.ts';
import type { Inspection } from '../../contract/inspection/routes.ts';
import { formatClock } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Select } from '../ui/Select.tsx';
import { PinInput } from '../ui/TextInput.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { inspectionStore } from './stores.ts';
import { areSaid, WordsField } from '../ui/WordsField.tsx';

export function InspectionPage() {
  const { t } = useTranslation();
  const { inspection, read } = useStore(inspectionStore);
  useEffect(() => void read(), [read]);
  return (
    <Page testId="screen-inspection">
      <PageHeader title={t('inspection.title')} lead={t('inspection.lead')} />
      <PageBody spaced label={t('inspection.title')}>
        {inspection === null ? <BeginForm /> : <EndForm inspection={inspection} />}
      </PageBody>
    </Page>
  );
}

function BeginForm() {
  const { t } = useTranslation();
  const begin = useStore(inspectionStore, (state) => state.begin);
  const { failure, busy, submit } = useSubmit();
  const [who, setWho] = useState('');
  const [minutes, setMinutes] = useState<InspectionMinutes>(INSPECTION_MINUTES[0]);
  const pin = useRef<SecretHandle>(null);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (busy || !areSaid(who)) return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    const request = { who: who.trim(), minutes, pin: pin.current?.take() ?? '' };
    void submit(
      () => begin(request),
      () => undefined,
    );
  };
  return (
    <form onSubmit={send} aria-label={t('inspection.begin')} data-testid="inspection-begin">
      <div className={cx(formCss.line)}>
        <WordsField
          label={t('inspection.who')}
          className={formCss.grow}
          autoFocus
          value={who}
          testId="inspection-who"
          onChange={setWho}
        />
        <Field label={t('inspection.minutes')}>
          {(ids) => (
            <Select
              ids={ids}
              value={minutes}
              choices={INSPECTION_MINUTES.map((count) => ({
                value: count,
                words: t('inspection.minutesOf', { count }),
              }))}
              testId="inspection-minutes"
              onChoose={setMinutes}
            />
          )}
        </Field>
        <Field label={t('pin.own')}>
          {(ids) => <PinInput {...ids} handle={pin} disabled={busy} data-testid="inspection-pin" />}
        </Field>
      </div>
      <FailureNote failure={failure} />
      <FormActions>
        <Button weight="main" type="submit" disabled={busy} data-testid="inspection-submit">
          {t('inspection.begin')}
        </Button>
      </FormActions>
    </form>
  );
}

function EndForm({ inspection: { who, until } }: { readonly inspection: Inspection }) {
  const { t } = useTranslation();
  const end = useStore(inspectionStore, (state) => state.end);
  const { failure, busy, submit } = useSubmit();
  const pin = useRef<SecretHandle>(null);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    const request = { pin: pin.current?.take() ?? '' };
    void submit(
      () => end(request),
      () => undefined,
    );
  };
  return (
    <form onSubmit={send} aria-label={t('inspection.end')} data-testid="inspection-end">
      <Note kind="warn">{t('inspection.now', { who, time: formatClock(until) })}</Note>
      <div className={cx(formCss.line)}>
        <Field label={t('pin.own')}>
          {(ids) => <PinInput {...ids} autoFocus handle={pin} disabled={busy} data-testid="inspection-pin" />}
        </Field>
      </div>
      <FailureNote failure={failure} />
      <FormActions>
        <Button weight="main" type="submit" disabled={busy} data-testid="inspection-end-submit">
          {t('inspection.end')}
        </Button>
      </FormActions>
    </form>
  );
}
