/** Form for a step of a request: who asks is verified for it, it is put off, done, refused or withdrawn. */
import { type ComponentType, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import {
  IDENTITY_KINDS,
  type IdentityKind,
  type AuthorityPaper,
  type RequestAct,
  actsOf,
  authorityPapersOf,
  endsByDay,
  requestNumber,
} from '../../contract/requests/lists.ts';
import { type Purpose, WITHDRAWALS, type Withdrawal } from '../../contract/fields.ts';
import type { RequestRegister, RequestView } from '../../contract/requests/routes.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { useDraft } from '../pages/use-draft.ts';
import { WordsForm } from '../pages/WordsForm.tsx';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { DayField } from '../ui/DayField.tsx';
import { dayTyped } from '../ui/days.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import type { RequestStep } from './RequestDrawer.tsx';
import { requestsStore } from './stores.ts';

const { vault } = bridge;

interface StepProps {
  readonly request: RequestView;
  readonly rules: RequestRegister['rules'];
  readonly onClose: (register?: RequestRegister) => void;
  readonly onStale: () => Promise<void>;
}

const FORMS: Readonly<Record<RequestStep, ComponentType<StepProps>>> = {
  verify: VerifyForm,
  extend: ExtendForm,
  done: DoneForm,
  authorise: AuthoriseForm,
  restrict: RestrictForm,
  lift: LiftForm,
  withdrawConsent: WithdrawConsentForm,
  erase: EraseForm,
  refuse: RefuseForm,
  withdraw: WithdrawForm,
};

export function RequestStepForm({ step, ...form }: StepProps & { readonly step: RequestStep }) {
  const StepForm = FORMS[step];
  return <StepForm {...form} />;
}

const nameOf = ({ personMask, room }: RequestView): string => `${personMask ?? ''} ${room}`.trim();
const seenOf = ({ requestId, version }: RequestView) => ({ requestId, version });

/** A yes or a no, as at the counter, and nothing more of the record. */
function VerifyForm({ request, onClose, onStale }: StepProps) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const [kind, setKind] = useState<IdentityKind>('phone');
  const [wrong, setWrong] = useState<number | null>(null);
  const [seen, setSeen] = useState(seenOf(request));
  const said = useRef<SecretHandle>(null);
  const number = requestNumber(request.requestId);
  const coSigned = kind === 'id-number' && signedIn.role !== 'supervisor';
  const { personId } = request;
  return (
    <Form
      name="request"
      title={t('requests.verifyTitle', { number })}
      lead={t('requests.verifyLead')}
      yes={t('requests.verifyYes')}
      ready={personId !== null && wrong !== 0}
      pin="last"
      send={(typed) =>
        personId === null
          ? null
          : vault['requests.verify']({
              ...seen,
              personId,
              kind,
              said: said.current?.take() ?? '',
              pin: typed.pin,
              ...(typed.hasSecond && { cosigner: typed.second }),
            })
      }
      onDone={(answer) => {
        requestsStore.getState().show(answer.register);
        if (answer.match) {
          toastsStore.getState().show({ words: (say) => say('requests.matched', { number }) });
          return onClose(answer.register);
        }
        const now = answer.register.requests.find(({ requestId }) => requestId === request.requestId);
        if (now !== undefined) setSeen(seenOf(now));
        setWrong(answer.triesLeft);
      }}
      onClose={() => onClose()}
      onStale={onStale}
    >
      <Chips
        label={t('requests.verifyKind')}
        choices={choicesOf(IDENTITY_KINDS, (one) => t(`verifyKinds.${one}`))}
        name="kind"
        value={kind}
        onChange={setKind}
      />
      <SecretField label={t('requests.said')} required handle={said} testId="request-said" />
      {coSigned && <SecondPerson me="left-out" testId="cosigner" />}
      {wrong !== null && (
        <Note kind="harm" live testId="request-no-match">
          <p>{wrong === 0 ? t('requests.closed') : t('requests.notMatched', { count: wrong })}</p>
        </Note>
      )}
    </Form>
  );
}

function ExtendForm({ request, ...form }: StepProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ until: '', words: '' });
  const lead = t('requests.extendLead', { day: request.latest });
  return (
    <Form
      {...form}
      about={`extend ${request.requestId}`}
      name="request"
      title={t('requests.extendTitle', { number: requestNumber(request.requestId) })}
      lead={lead}
      yes={t('requests.extend')}
      ready={isReasonValid(draft.words)}
      pin="last"
      send={({ pin }) =>
        vault['requests.extend']({
          ...seenOf(request),
          dueOn: dayTyped(draft.until),
          words: draft.words.trim(),
          pin,
        })
      }
    >
      <FieldLine>
        <DayField
          {...of('until')}
          label={t('requests.extendUntil')}
          required
          missing={lead}
          validate={(day) => (day > request.dueOn && day <= request.latest ? null : lead)}
        />
        <WordsField {...of('words')} label={t('requests.extendWhy')} grow />
      </FieldLine>
    </Form>
  );
}

interface AuthorityDraft {
  readonly name: string;
  readonly paper: AuthorityPaper;
  readonly until: string;
  readonly checked: boolean;
}

/** Who acts for the person, and by which paper; their own identity document is compared with it. */
function AuthoriseForm({ request, ...form }: StepProps) {
  const { t } = useTranslation();
  const papers = authorityPapersOf(request.asker);
  const { draft, of } = useDraft<AuthorityDraft>(() => ({
    name: '',
    paper: papers[0] ?? 'power-of-attorney',
    until: '',
    checked: false,
  }));
  const hasEnd = endsByDay(request.asker);
  return (
    <Form
      {...form}
      about={`authorise ${request.requestId}`}
      name="request"
      title={t('requests.authoriseTitle', { number: requestNumber(request.requestId) })}
      lead={t('requests.authoriseLead')}
      yes={t('requests.authoriseYes')}
      ready={draft.checked && draft.name.trim().length >= 2}
      pin="last"
      send={({ pin }) =>
        draft.checked
          ? vault['requests.authorise']({
              ...seenOf(request),
              name: draft.name.trim(),
              paper: draft.paper,
              until: hasEnd ? dayTyped(draft.until) : null,
              identityChecked: true,
              pin,
            })
          : null
      }
    >
      <Chips
        {...of('paper')}
        label={t('requests.authorityPaper')}
        choices={choicesOf(papers, (one) => t(`requests.authorityPapers.${one}`))}
        testId="request-paper"
      />
      <FieldLine>
        <TextField {...of('name')} label={t('requests.agentName')} required grow />
        {hasEnd && (
          <DayField
            {...of('until')}
            label={t('requests.authorityUntil')}
            required
            missing={t('requests.authorityUntil')}
          />
        )}
      </FieldLine>
      <Switch {...of('checked')} label={t('requests.agentChecked')} />
    </Form>
  );
}

interface DoneDraft {
  readonly act: RequestAct | null;
  readonly words: string;
}

function DoneForm({ request, ...form }: StepProps) {
  const { t } = useTranslation();
  const acts = actsOf(request.what);
  const found = new Set(request.found.map(({ act }) => act));
  const mayBe = (one: RequestAct): boolean => one === 'explained' || found.has(one);
  const { draft, of } = useDraft<DoneDraft>(() => ({
    act: acts.find(mayBe) ?? null,
    words: '',
  }));
  const { act, words } = draft;
  const isExplained = act === 'explained';
  return (
    <Form
      {...form}
      about={`done ${request.requestId}`}
      name="request"
      title={t('requests.doneTitle', { number: requestNumber(request.requestId) })}
      lead={t(act === null ? 'requests.doneNone' : 'requests.doneLead')}
      yes={t('requests.done')}
      ready={act !== null && (!isExplained || isReasonValid(words))}
      pin="last"
      send={({ pin }) =>
        act === null
          ? null
          : vault['requests.decide']({
              ...seenOf(request),
              how: 'done',
              act,
              words: words.trim(),
              pin,
            })
      }
    >
      {request.identity === null && (
        <Note kind="warn">
          <p>{t('requests.todoIdentity')}</p>
        </Note>
      )}
      <Chips
        {...of('act')}
        label={t('requests.doneAct')}
        choices={acts.map((value) => ({
          value,
          words: t(`requests.acts.${value}`),
          disabled: !mayBe(value),
        }))}
      />
      <WordsField {...of('words')} label={t(isExplained ? 'requests.explainedWhat' : 'requests.words')} />
    </Form>
  );
}

/** A supervisor and an admin delete the whole record. */
function EraseForm({ request, ...form }: StepProps) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const name = nameOf(request);
  return (
    <Form
      {...form}
      name="request"
      isDanger
      title={t('requests.eraseTitle', { name })}
      lead={t('requests.eraseLead')}
      yes={t('requests.eraseYes', { name })}
      pin="last"
      send={({ pin, second }) => vault['requests.erase']({ ...seenOf(request), pin, other: second })}
    >
      <SecondPerson role={signedIn.role === 'admin' ? 'supervisor' : 'admin'} testId="request-other" />
    </Form>
  );
}

/** Nothing but storing, until it is lifted. */
function RestrictForm({ request, ...form }: StepProps) {
  const { t } = useTranslation();
  return (
    <WordsForm
      {...form}
      name="request"
      title={t('requests.restrictTitle', { name: nameOf(request) })}
      lead={t('requests.restrictLead')}
      words={t('requests.restrictWords')}
      yes={t('requests.restrict')}
      send={(said) => vault['requests.restrict']({ ...seenOf(request), ...said })}
    />
  );
}

function LiftForm({ request, ...form }: StepProps) {
  const { t } = useTranslation();
  return (
    <WordsForm
      {...form}
      name="request"
      title={t('requests.liftTitle', { number: requestNumber(request.requestId) })}
      lead={t('requests.liftLead')}
      words={t('requests.extendWhy')}
      yes={t('requests.lift')}
      send={(said) => vault['requests.lift']({ ...seenOf(request), ...said })}
    />
  );
}

interface WithdrawConsentDraft {
  readonly purpose: readonly Purpose[];
  readonly follows: Withdrawal;
}

function WithdrawConsentForm(props: StepProps) {
  const { t } = useTranslation();
  const { request, rules: _, ...form } = props;
  const { consents } = request;
  const { draft, of } = useDraft<WithdrawConsentDraft>(() => ({
    purpose: consents.length === 1 ? consents : [],
    follows: 'delete',
  }));
  // There is nothing to be withdrawn: it can only be refused.
  if (consents.length === 0) return <RefuseForm {...props} note={t('requests.noConsent')} />;
  return (
    <Form
      {...form}
      about={`withdraw-consent ${request.requestId}`}
      name="request"
      title={t('requests.withdrawConsentTitle', { number: requestNumber(request.requestId) })}
      lead={t('requests.withdrawConsentLead')}
      yes={t('requests.withdrawConsent')}
      ready={draft.purpose.length > 0}
      pin="last"
      send={({ pin }) =>
        vault['requests.withdrawConsent']({
          ...seenOf(request),
          purposes: [...draft.purpose],
          follows: draft.follows,
          pin,
        })
      }
    >
      <SeveralChips
        {...of('purpose')}
        label={t('requests.withdrawPurposes')}
        choices={choicesOf(consents, (one) => t(`purposes.${one}`))}
        testId="request-purpose"
      />
      <Chips
        {...of('follows')}
        label={t('requests.withdrawFollows')}
        choices={choicesOf(WITHDRAWALS, (one) => t(`withdrawals.${one}`))}
      />
      {draft.follows === 'restrict' && (
        <Note kind="warn" testId="request-restricts">
          <p>{t('requests.restrictLead')}</p>
        </Note>
      )}
    </Form>
  );
}

interface RefuseDraft {
  readonly refusal: string | null;
  readonly words: string;
}

function RefuseForm({ request, rules, note, ...form }: StepProps & { readonly note?: string }) {
  const { t, i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  const { draft, of } = useDraft<RefuseDraft>({ refusal: null, words: '' });
  const { refusal, words } = draft;
  const refusals = rules.refusals.filter(
    ({ of: whats }) => whats.length === 0 || whats.includes(request.what),
  );
  const chosen = refusals.find(({ id }) => id === refusal);
  return (
    <Form
      {...form}
      about={`refuse ${request.requestId}`}
      name="request"
      isDanger
      title={t('requests.refuseTitle', { number: requestNumber(request.requestId) })}
      lead={note ?? t('requests.refuseLead')}
      yes={t('requests.refuse')}
      ready={refusal !== null && isReasonValid(words)}
      pin="last"
      send={({ pin }) =>
        refusal === null
          ? null
          : vault['requests.decide']({
              ...seenOf(request),
              how: 'refused',
              refusal,
              words: words.trim(),
              pin,
            })
      }
    >
      <SelectField
        {...of('refusal')}
        label={t('requests.facts.reason')}
        hint={isEnglish ? chosen?.basisEn : chosen?.basis}
        choices={refusals.map(({ id, zh, en }) => ({ value: id, words: isEnglish ? en : zh }))}
        placeholder="—"
      />
      <SourceNote {...sourceOf(rules.source)} />
      <WordsField {...of('words')} label={t('requests.refuseWords')} />
    </Form>
  );
}

function WithdrawForm({ request, ...form }: StepProps) {
  const { t } = useTranslation();
  return (
    <WordsForm
      {...form}
      name="request"
      title={t('requests.withdrawTitle', { number: requestNumber(request.requestId) })}
      lead={t('requests.withdrawLead')}
      words={t('requests.withdrawWords')}
      yes={t('requests.withdraw')}
      send={(said) => vault['requests.decide']({ ...seenOf(request), how: 'withdrawn', ...said })}
    />
  );
}
