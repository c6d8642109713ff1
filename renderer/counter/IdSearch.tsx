/** A whole ID number in the search box: a supervisor's PIN lets it be looked for. The number stays in the box and goes with the PIN. */
import { type FormEvent, type RefObject, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { searchStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import css from './counter.module.css';
import { useDesk } from '../pages/desk-context.ts';
import { isWholeId } from './number-mode.ts';

export interface IdSearchProps {
  readonly idForm: RefObject<ProofHandle | null>;
  readonly readTyped: () => string;
  readonly onFound: () => void;
}

export function IdSearch({
  idForm,
  readTyped,
  onFound,
  answered,
}: IdSearchProps & { readonly answered: boolean }) {
  const { t } = useTranslation();
  const { signedIn, people } = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [partly, setPartly] = useState(false);
  const [busy, setBusy] = useState(false);
  if (signedIn.role === 'admin')
    return (
      <div className={cx(css.empty)} data-testid="id-search">
        <h2>{t('idSearch.title')}</h2>
        <p>{t('idSearch.notAdmin')}</p>
      </div>
    );

  const find = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const idNumber = readTyped();
    setPartly(!isWholeId(idNumber));
    if (!isWholeId(idNumber)) return;
    const supervisor = idForm.current?.take() ?? null;
    if (supervisor === null) return idForm.current?.focus();
    const { seq } = searchStore.getState();
    setBusy(true);
    setFailure(null);
    const reply = await bridge.vault['people.findById']({ idNumber, supervisor });
    setBusy(false);
    if (!reply.ok) {
      setFailure(reply.error);
      return idForm.current?.focus();
    }
    searchStore.getState().takeFound(seq, reply.value.rows);
    if (reply.value.rows.length > 0) onFound();
  };

  return (
    <form
      className={cx(css.empty, css.idSearch)}
      onSubmit={(event) => void find(event)}
      aria-label={t('idSearch.title')}
      data-testid="id-search"
    >
      <h2>
        <Icon name="shield" /> {t('idSearch.title')}
      </h2>
      <p>{t('idSearch.lead')}</p>
      <ProofFields
        people={people.filter((one) => one.role === 'supervisor')}
        preferred={signedIn.slotId}
        handle={idForm}
        testId="id-supervisor"
      />
      <FailureNote failure={failure} />
      {partly && (
        <Note kind="warn" live testId="id-partly">
          {t('idSearch.partly')}
        </Note>
      )}
      {answered && !busy && failure === null && (
        <Note live testId="id-none">
          {t('idSearch.none')}
        </Note>
      )}
      <FormActions>
        <Button weight="main" type="submit" disabled={busy} data-testid="id-submit">
          {busy ? t('idSearch.finding') : t('idSearch.find')}
        </Button>
      </FormActions>
    </form>
  );
}
