/** Asks for a supervisor and a reason before every field of one person is opened. */
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../contract/result.ts';
import type { PersonId, RevealedField } from '../../contract/views.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../counter/desk-context.ts';
import { deskStore } from '../stores.ts';
import { usualReason } from '../tasks/begin-task.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { ProofFields } from '../ui/ProofFields.tsx';
import type { ProofHandle } from '../ui/ProofFields.tsx';
import css from './reveal.module.css';
import { ShowActions } from './ShowActions.tsx';
import { WhyFields } from './WhyFields.tsx';
import { finishWhy, noWhy } from './why.ts';

export function FullRecordForm({ personId, onShown }: { readonly personId: PersonId; readonly onShown: (fields: readonly RevealedField[]) => void }) {
  const { t } = useTranslation();
  const { signedIn, people } = useDesk();
  const [why, setWhy] = useState(() => noWhy(usualReason()));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const supervisor = useRef<ProofHandle>(null);

  const open = async (event: FormEvent) => {
    event.preventDefault();
    const finished = finishWhy(why);
    if (finished === null || busy) return;
    const proof = supervisor.current?.take() ?? null;
    if (proof === null) return supervisor.current?.focus();
    setBusy(true);
    setFailure(null);
    deskStore.getState().giveReason(finished.reason);
    const reply = await bridge.vault['people.openFull']({ personId, why: finished, supervisor: proof });
    if (reply.ok) return onShown(reply.value.fields);
    setBusy(false);
    setFailure(reply.error);
    supervisor.current?.focus();
  };

  return (
    <form className={cx(css.form, css.box)} onSubmit={(event) => void open(event)} aria-label={t('reveal.fullTitle')} data-testid="full-form">
      <p className={cx(css.formHead)}><b>{t('reveal.fullTitle')}</b><span className={cx(css.aboutTo)}><Icon name="eye" /> {t('reveal.fullLead')}</span></p>
      <div className={cx(css.columns, css.withCosigner)}>
        <div className={cx(css.column)}><WhyFields why={why} onChange={setWhy} /></div>
        <fieldset className={cx(css.cosigner)}>
          <legend><Icon name="shield" /> {t('roles.supervisor')}</legend>
          <ProofFields people={people.filter((one) => one.role === 'supervisor')} preferred={signedIn.slotId} handle={supervisor} testId="supervisor" autoFocus />
        </fieldset>
      </div>
      <FailureNote failure={failure} />
      <ShowActions label={t('reveal.fullShow')} busy={busy} ready={finishWhy(why) !== null} testId="full-submit" />
    </form>
  );
}
