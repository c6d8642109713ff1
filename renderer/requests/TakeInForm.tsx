/** What somebody asks for of the record that is open at the counter, who asks, and how it came in. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { FieldId } from '../../contract/fields.ts';
import {
  REQUEST_ASKERS,
  REQUEST_WAYS,
  REQUEST_WHATS,
  type RequestAsker,
  type RequestWay,
  type RequestWhat,
  requestNumber,
} from '../../contract/requests/lists.ts';
import type { RequestRegister, RequestView } from '../../contract/requests/routes.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { StepForm } from '../pages/StepForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { taskStore } from '../tasks/stores.ts';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { Note } from '../ui/Note.tsx';

interface TakeInFormProps {
  readonly person: MaskedPerson;
  /** Those that there are, among which may be others of the same person. */
  readonly requests: readonly RequestView[];
  readonly onClose: () => void;
  readonly onTaken: (register: RequestRegister, requestId: number) => void;
}

export function TakeInForm({ person, requests, onClose, onTaken }: TakeInFormProps) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [what, setWhat] = useState<RequestWhat>('access');
  const [asker, setAsker] = useState<RequestAsker>('self');
  const [way, setWay] = useState<RequestWay>('counter');
  const [fields, setFields] = useState<readonly FieldId[]>([]);
  const open = requests.filter(({ state, personId }) => state === 'open' && personId === person.personId);
  const held = [...new Set(person.fields.map(({ field }) => field))];
  const namesParts = what === 'correct' || what === 'delete';
  const choose =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      markDirty();
      set(value);
    };
  return (
    <StepForm
      name="request"
      focus="title"
      title={t('requests.takeInTitle', { name: person.nameMask })}
      lead={t('requests.takeInLead')}
      yes={t('requests.takeInYes')}
      send={() =>
        bridge.vault['requests.takeIn']({
          personId: person.personId,
          what,
          asker,
          way,
          fields: namesParts ? [...fields] : [],
        })
      }
      onClose={(taken) => {
        if (taken === undefined) return onClose();
        taskStore.getState().tell('request', person.personId);
        onTaken(taken.register, taken.requestId);
      }}
    >
      {open.length > 0 && (
        <Note kind="warn" testId="request-open-already">
          <p>
            {t('requests.openAlready', {
              numbers: open.map(({ requestId }) => requestNumber(requestId)).join(' '),
            })}
          </p>
        </Note>
      )}
      <Chips
        label={t('requests.what')}
        options={REQUEST_WHATS.map((id) => ({ id, label: t(`requests.whats.${id}`) }))}
        chosen={what}
        testId="request-what"
        onChoose={choose(setWhat)}
      />
      {namesParts && held.length > 0 && (
        <SeveralChips
          label={t('requests.fields')}
          options={held.map((id) => ({ id, label: t(`fields.${id}`) }))}
          chosen={fields}
          testId="request-field"
          onChoose={choose(setFields)}
        />
      )}
      <Chips
        label={t('requests.asker')}
        options={REQUEST_ASKERS.map((id) => ({ id, label: t(`requests.askers.${id}`) }))}
        chosen={asker}
        testId="request-asker"
        onChoose={choose(setAsker)}
      />
      <Chips
        label={t('requests.way')}
        options={REQUEST_WAYS.map((id) => ({ id, label: t(`requests.ways.${id}`) }))}
        chosen={way}
        testId="request-way"
        onChoose={choose(setWay)}
      />
    </StepForm>
  );
}
