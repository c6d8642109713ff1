/** Requests of individuals: what is open and until when; taken in, known, ended, answered. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import {
  requestNumber,
  REQUEST_ASKERS,
  REQUEST_WAYS,
  REQUEST_WHATS,
  type RequestAsker,
  type RequestWay,
  type RequestWhat,
} from '../../contract/requests/lists.ts';
import type { RequestRegister, RequestView } from '../../contract/requests/routes.ts';
import { formatDate } from '../messages/format.ts';
import { personStore } from '../current-record/stores.ts';
import { useDesk } from '../pages/desk-context.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { deskStore } from '../pages/stores.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { taskStore } from '../tasks/stores.ts';
import { Badge, dueTone } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Form } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { dueWords } from '../messages/due-words.ts';
import { RequestDrawer, type RequestStep } from './RequestDrawer.tsx';
import { RequestStepForm } from './RequestStepForm.tsx';
import { requestsStore } from './stores.ts';
import type { FieldId } from '../../contract/fields.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { Note } from '../ui/Note.tsx';
import { choicesOf } from '../ui/Select.tsx';

type Open = { readonly form: 'takeIn' } | { readonly form: RequestStep; readonly request: RequestView };

export function RequestsPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  // Whoever is in the midst of the counter's task has come to register what was asked there.
  const { frame, open, setOpen, close, read } = useRegisterPage<RequestRegister, Open>(requestsStore, () =>
    taskStore.getState().task === 'subject-request' &&
    personStore.getState().person !== null &&
    signedIn.role !== 'admin'
      ? { form: 'takeIn' }
      : null,
  );
  const [opened, setOpened] = useState<number | null>(null);
  const takeIn = signedIn.role !== 'admin' && (
    <Button
      weight="main"
      disabled={frame.register === null}
      data-testid="request-take-in"
      onClick={() => setOpen({ form: 'takeIn' })}
    >
      <Icon name="plus" /> {t('requests.takeIn')}
    </Button>
  );
  return (
    <RegisterPage
      {...frame}
      screen="requests"
      name="requests"
      title={t('requests.title')}
      lead={t('requests.lead')}
      buttons={frame.register?.requests.length !== 0 && takeIn}
      form={
        open !== null &&
        frame.register !== null && (
          <OpenForm
            open={open}
            register={frame.register}
            onClose={close}
            onTaken={(next, requestId) => {
              close(next);
              setOpened(requestId);
            }}
            onStale={read}
          />
        )
      }
    >
      {(register) =>
        register.requests.length === 0 ? (
          <EmptyState drawing="person" words={t('requests.none')} testId="requests-none">
            {takeIn}
          </EmptyState>
        ) : (
          <List register={register} opened={opened} onOpened={setOpened} onStep={setOpen} />
        )
      }
    </RegisterPage>
  );
}

interface OpenFormProps {
  readonly open: Open;
  readonly register: RequestRegister;
  readonly onClose: (register?: RequestRegister) => void;
  readonly onTaken: (register: RequestRegister, requestId: number) => void;
  readonly onStale: () => Promise<void>;
}

function OpenForm({ open, register, onClose, onTaken, onStale }: OpenFormProps) {
  const { t } = useTranslation();
  const person = useStore(personStore, (state) => state.person);
  if (open.form !== 'takeIn')
    return (
      <RequestStepForm
        step={open.form}
        request={open.request}
        rules={register.rules}
        onClose={onClose}
        onStale={onStale}
      />
    );
  if (person === null)
    return (
      <Form
        name="request-no-person"
        title={t('requests.takeIn')}
        lead={t('requests.noPerson')}
        yes={t('requests.toCounter')}
        send={() => deskStore.getState().go('counter')}
        onClose={() => onClose()}
      />
    );
  return <TakeInForm person={person} register={register} onClose={() => onClose()} onTaken={onTaken} />;
}

interface ListProps {
  readonly register: RequestRegister;
  readonly opened: number | null;
  readonly onOpened: (requestId: number | null) => void;
  readonly onStep: (open: Open) => void;
}

function List({ register: { requests, more, rules }, opened, onOpened, onStep }: ListProps) {
  const { t } = useTranslation();
  return (
    <>
      <RegisterTable
        label={t('requests.title')}
        listing={REQUESTS}
        rows={requests}
        shown={opened}
        onShow={(request) => onOpened(request?.requestId ?? null)}
      >
        {(one) => (
          <RequestDrawer of={one} rules={rules} onStep={(form) => onStep({ form, request: one.row })} />
        )}
      </RegisterTable>
      {more && <p className="quiet">{t('requests.more')}</p>}
      <SourceNote {...sourceOf(rules.source)} />
    </>
  );
}

const REQUESTS: Listing<RequestView> = {
  idOf: ({ requestId }) => requestId,
  marksOf: ({ state, daysLeft }) => ({
    'data-testid': 'request-row',
    'data-state': state === 'open' && (daysLeft ?? 0) < 0 ? 'overdue' : state,
  }),
  columns: (t) => [
    {
      id: 'which',
      header: t('requests.columns.which'),
      cell: ({ requestId, what }) => `${requestNumber(requestId)} · ${t(`requests.whats.${what}`)}`,
    },
    {
      id: 'about',
      header: t('requests.columns.about'),
      cell: ({ personMask, room }) => `${personMask ?? t('requests.gone')} ${room}`.trim(),
    },
    {
      id: 'asker',
      header: t('requests.asker'),
      second: true,
      cell: ({ asker }) => t(`requests.askers.${asker}`),
    },
    {
      id: 'taken',
      header: t('requests.columns.taken'),
      second: true,
      cell: ({ takenIn }) => `${formatDate(takenIn.at)} ${takenIn.by}`,
    },
    { id: 'due', header: t('requests.columns.due'), narrow: true, cell: (one) => <Standing request={one} /> },
  ],
};

function Standing({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation();
  const { state, daysLeft } = request;
  if (state !== 'open' || daysLeft === null)
    return <Badge tone={state === 'done' ? 'good' : 'plain'}>{t(`requests.states.${state}`)}</Badge>;
  return <Badge tone={dueTone(daysLeft, 3)}>{dueWords(t, request)}</Badge>;
}

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

/** Form that takes in a request about the record that is open at the counter: its subject, who asks, and how it came in. */
function TakeInForm({ person, register, onClose, onTaken }: TakeInFormProps) {
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
