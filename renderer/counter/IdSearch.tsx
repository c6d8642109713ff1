/** A whole ID number in the search box: a supervisor's PIN lets it be looked for. The number stays in the box and goes with the PIN. */
import { type RefObject, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { bridge } from '../bridge.ts';
import { searchStore } from './stores.ts';
import { cx } from '../ui/cx.ts';
import { type ProofHandle, useFormScope } from '../ui/form-scope.ts';
import { Form } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Note } from '../ui/Note.tsx';
import css from './counter.module.css';
import { useDesk } from '../pages/desk-context.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
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
  const { signedIn } = useDesk();
  const [partly, setPartly] = useState(false);
  if (signedIn.role === 'admin')
    return (
      <div className={cx('stack2', css.empty)} data-testid="id-search">
        <h2>{t('idSearch.title')}</h2>
        <p>{t('idSearch.notAdmin')}</p>
      </div>
    );

  const find = async () => {
    const idNumber = readTyped();
    setPartly(!isWholeId(idNumber));
    const supervisor = isWholeId(idNumber) ? (idForm.current?.take() ?? null) : null;
    if (supervisor === null) return null;
    const { seq } = searchStore.getState();
    const reply = await bridge.vault['people.findById']({ idNumber, supervisor });
    if (!reply.ok) return reply;
    searchStore.getState().takeFound(seq, reply.value.rows);
    if (reply.value.rows.length > 0) onFound();
    return reply;
  };

  return (
    <Form
      name="id"
      testIds={{ form: 'id-search' }}
      className={cx('stack2', css.empty, css.idSearch)}
      label={t('idSearch.title')}
      yes={t('idSearch.find')}
      busyWords={t('idSearch.finding')}
      send={find}
      onFailed={() => idForm.current?.focus()}
    >
      <h2>
        <Icon name="shield" /> {t('idSearch.title')}
      </h2>
      <p>{t('idSearch.lead')}</p>
      <SecondPerson me="chosen" handle={idForm} testId="id-supervisor" />
      {partly && (
        <Note kind="warn" live testId="id-partly">
          {t('idSearch.partly')}
        </Note>
      )}
      {answered && <NobodyFound />}
    </Form>
  );
}

/** Until it is looked for again. */
function NobodyFound() {
  const { t } = useTranslation();
  const scope = useFormScope();
  if (scope === null || scope.isBusy || scope.failure !== null) return null;
  return (
    <Note live testId="id-none">
      {t('idSearch.none')}
    </Note>
  );
}
