/** Alerts, for a supervisor to explain one by one; an admin reads them. */
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AlertView } from '../../contract/limits/routes.ts';
import type { Failure } from '../../contract/result.ts';
import { formatMoment } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { PinInput, TextInput } from '../ui/TextInput.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { alertsStore } from './stores.ts';

/** Fewest characters of the words. */
const FEWEST = 4;

export function AlertsPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { known, open, seen, failure, read } = useStore(alertsStore);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => void read(), [read]);
  const mayExplain = (alert: AlertView): boolean =>
    signedIn.role === 'supervisor' && alert.reader !== 'another';
  const first = open.find(mayExplain);
  return (
    <Page testId="screen-alerts">
      <PageHeader title={t('alertsPage.title')} lead={t('alertsPage.lead')} />
      <ReadFailure failure={failure} testId="alerts-again" onAgain={() => void read()} />
      <PageBody spaced ref={list} label={t('alertsPage.title')}>
        {known && open.length === 0 && (
          <EmptyState drawing="shield" words={t('alertsPage.none')} testId="alerts-none" />
        )}
        {open.map((alert) =>
          mayExplain(alert) ? (
            <Explainable
              key={alert.alertId}
              alert={alert}
              autoFocus={alert === first}
              onDone={() => list.current?.focus()}
            />
          ) : (
            <section key={alert.alertId} className={cx(pageCss.section)} data-testid="alert-of-others">
              <What alert={alert} />
              <p className="quiet">
                {t(signedIn.role === 'supervisor' ? 'alertsPage.others' : 'alertsPage.readOnly')}
              </p>
            </section>
          ),
        )}
        {seen.length > 0 && <h2 className="quiet">{t('alertsPage.seenBefore')}</h2>}
        {seen.map((alert) => (
          <section key={alert.alertId} className={cx(pageCss.section)} data-testid="alert-seen">
            <What alert={alert} />
            {alert.seen !== null && (
              <p className="quiet">
                <span className="digits">{formatMoment(alert.seen.at)}</span>{' '}
                {t('alertsPage.seenBy', { name: alert.seen.staffName, words: alert.seen.words })}
              </p>
            )}
          </section>
        ))}
      </PageBody>
    </Page>
  );
}

function What({ alert }: { readonly alert: AlertView }) {
  const { t } = useTranslation();
  const about = [alert.personMask, alert.roomLabel].filter((part) => part !== null);
  return (
    <p>
      <span className={cx('digits', 'quiet')}>{formatMoment(alert.at)}</span>{' '}
      <b>{alert.staffName ?? t('alertsPage.several')}</b> ·{' '}
      {[t(`alertsPage.kinds.${alert.kind}`, { count: alert.count }), ...about].join(' · ')}
    </p>
  );
}

interface ExplainableProps {
  readonly alert: AlertView;
  readonly autoFocus: boolean;
  readonly onDone: () => void;
}

function Explainable({ alert, autoFocus, onDone }: ExplainableProps) {
  const { t } = useTranslation();
  const explain = useStore(alertsStore, (state) => state.explain);
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const pin = useRef<SecretHandle>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || words.trim().length < FEWEST) return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    setBusy(true);
    const problem = await explain({
      alertId: alert.alertId,
      words: words.trim(),
      pin: pin.current?.take() ?? '',
    });
    if (problem === null) return onDone();
    setBusy(false);
    setFailure(problem);
    pin.current?.focus();
  };
  return (
    <form
      className={cx(pageCss.section, pageCss.pending)}
      onSubmit={(event) => void send(event)}
      aria-label={t('alertsPage.explainOf', { name: alert.staffName ?? t('alertsPage.several') })}
      data-testid="alert-open"
      data-kind={alert.kind}
    >
      <What alert={alert} />
      {alert.reader === 'you-alone' && <p className="quiet">{t('alertsPage.alone')}</p>}
      <div className={cx(formCss.line)}>
        <Field label={t('alertsPage.words')} className={formCss.grow}>
          {(ids) => (
            <TextInput
              {...ids}
              required
              autoFocus={autoFocus}
              minLength={FEWEST}
              maxLength={120}
              value={words}
              data-testid="alert-words"
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('pin.own')}>
          {(ids) => <PinInput {...ids} handle={pin} disabled={busy} data-testid="alert-pin" />}
        </Field>
      </div>
      <FailureNote failure={failure} />
      <FormActions>
        <Button
          weight="main"
          type="submit"
          disabled={busy || words.trim().length < FEWEST}
          data-testid="alert-explain"
        >
          {t('alertsPage.explain')}
        </Button>
      </FormActions>
    </form>
  );
}
