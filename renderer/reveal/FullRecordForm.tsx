/** Asks for a supervisor and a reason before every field of one person is opened, or those that an authority's document asks for. */
import { type FormEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Reason } from '../../contract/fields.ts';
import type { Failure } from '../../contract/result.ts';
import type { MaskedPerson, RevealedField } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { reasonsStore } from '../reasons/stores.ts';
import { usualReason } from '../tasks/begin-task.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import css from './reveal.module.css';
import { type ExtractDraft, NO_EXTRACT, finishExtract } from './extract.ts';
import { ExtractFields } from './ExtractFields.tsx';
import { ShowActions } from './ShowActions.tsx';
import { WhyFields } from './WhyFields.tsx';
import { finishWhy, noWhy } from './access-reason.ts';

interface FullRecordFormProps {
  readonly person: MaskedPerson;
  /** Chosen from the start, whatever reason was given last. */
  readonly reason: Reason | null;
  readonly onShown: (fields: readonly RevealedField[], step: 'full' | 'extract') => void;
}

export function FullRecordForm({ person, reason, onShown }: FullRecordFormProps) {
  const { t } = useTranslation();
  const { signedIn, people } = useDesk();
  const [why, setWhy] = useState(() => noWhy(reason ?? usualReason()));
  const reasons = useStore(reasonsStore, (state) => state.list);
  const [extract, setExtract] = useState<ExtractDraft>(NO_EXTRACT);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const supervisor = useRef<ProofHandle>(null);

  const asExtract = why.reason === 'authority';
  const scope = asExtract ? finishExtract(extract) : undefined;
  const finished = finishWhy(reasons, why);
  const ready = finished !== null && scope !== null;

  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (finished === null || scope === null || busy) return;
    const proof = supervisor.current?.take() ?? null;
    if (proof === null) return supervisor.current?.focus();
    setBusy(true);
    setFailure(null);
    deskStore.getState().giveReason(finished.reason);
    const reply = await bridge.vault['people.openFull']({
      personId: person.personId,
      why: finished,
      supervisor: proof,
      ...(scope === undefined ? {} : { extract: scope }),
    });
    if (reply.ok) return onShown(reply.value.fields, asExtract ? 'extract' : 'full');
    setBusy(false);
    setFailure(reply.error);
    supervisor.current?.focus();
  };

  return (
    <form
      className={cx(css.form, css.box)}
      onSubmit={(event) => void open(event)}
      aria-label={t(asExtract ? 'reveal.extractTitle' : 'reveal.fullTitle')}
      data-testid="full-form"
    >
      <p className={cx(css.formHead)}>
        <b>{t(asExtract ? 'reveal.extractTitle' : 'reveal.fullTitle')}</b>
        <span className={cx(css.aboutTo)}>
          <Icon name="eye" /> {t(asExtract ? 'reveal.extractLead' : 'reveal.fullLead')}
        </span>
      </p>
      <div className={cx(css.columns, css.withCosigner)}>
        <div className={cx(css.column)}>
          <WhyFields why={why} onChange={setWhy} />
          {asExtract && <ExtractFields person={person} extract={extract} onChange={setExtract} />}
        </div>
        <fieldset className={cx(css.cosigner)}>
          <legend>
            <Icon name="shield" /> {t('roles.supervisor')}
          </legend>
          <ProofFields
            people={people.filter((one) => one.role === 'supervisor')}
            preferred={signedIn.slotId}
            handle={supervisor}
            testId="supervisor"
            autoFocus
          />
        </fieldset>
      </div>
      <FailureNote failure={failure} />
      <ShowActions
        label={t(asExtract ? 'reveal.extractShow' : 'reveal.fullShow')}
        busy={busy}
        ready={ready}
        testId="full-submit"
      />
    </form>
  );
}
