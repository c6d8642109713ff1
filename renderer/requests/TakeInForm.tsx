/** Form that takes in a request about the record that is open at the counter: its subject, who asks, and how it came in. */
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
import type { RequestRegister } from '../../contract/requests/routes.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { taskStore } from '../tasks/stores.ts';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { choicesOf } from '../ui/Select.tsx';

interface TakeInFormProps {
  readonly person: MaskedPerson;
  /** Among its requests may be others of the same person. */
  readonly register: RequestRegister;
  readonly onClose: () => void;
  readonly onTaken: (register: RequestRegister, requestId: number) => void;
}

interface Draft {
  readonly what: RequestWhat;
  readonly asker: RequestAsker;
  readonly way: RequestWay;
  readonly field: readonly FieldId[];
}

export function TakeInForm({ person, register, onClose, onTaken }: TakeInFormProps) {
  const { t, i18n } = useTranslation();
  const { requests, rules } = register;
  const { draft, of } = useDraft<Draft>({ what: 'access', asker: 'self', way: 'counter', field: [] });
  const { field, ...asked } = draft;
  const open = requests.filter(({ state, personId }) => state === 'open' && personId === person.personId);
  const held = [...new Set(person.fields.map((one) => one.field))];
  const term = rules.terms.find(({ what }) => what === asked.what);
  const namesParts = asked.what === 'correct' || asked.what === 'delete';
  return (
    <Form
      about="take-in"
      name="request"
      title={t('requests.takeInTitle', { name: person.nameMask })}
      lead={t('requests.takeInLead')}
      yes={t('requests.takeInYes')}
      send={() =>
        bridge.vault['requests.takeIn']({
          personId: person.personId,
          ...asked,
          fields: namesParts ? [...field] : [],
        })
      }
      onDone={(taken) => {
        taskStore.getState().tell('request', person.personId);
        onTaken(taken.register, taken.requestId);
      }}
      onClose={() => onClose()}
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
        {...of('what')}
        label={t('requests.what')}
        choices={choicesOf(REQUEST_WHATS, (what) => t(`requests.whats.${what}`))}
      />
      {term !== undefined && (
        <p className="quiet" data-testid="request-term">
          {t('requests.term', {
            days: term.days,
            most: term.most,
            basis: i18n.language === 'en' ? term.basisEn : term.basis,
          })}
        </p>
      )}
      {namesParts && held.length > 0 && (
        <SeveralChips
          {...of('field')}
          label={t('requests.fields')}
          choices={choicesOf(held, (one) => t(`fields.${one}`))}
        />
      )}
      <Chips
        {...of('asker')}
        label={t('requests.asker')}
        choices={choicesOf(REQUEST_ASKERS, (asker) => t(`requests.askers.${asker}`))}
      />
      <Chips
        {...of('way')}
        label={t('requests.way')}
        choices={choicesOf(REQUEST_WAYS, (way) => t(`requests.ways.${way}`))}
      />
    </Form>
  );
}
