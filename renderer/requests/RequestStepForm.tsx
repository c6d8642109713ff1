/** What becomes of a request: who asks is verified for it, it is put off, done, refused or withdrawn. */
import { useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import {
  IDENTITY_KINDS,
  type IdentityKind,
  type RequestAct,
  actsOf,
  needsPapers,
  requestNumber,
} from '../../contract/requests/lists.ts';
import type { RequestRegister, RequestView } from '../../contract/requests/routes.ts';
import { assertNever } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { PinForm } from '../pages/PinForm.tsx';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { Chips } from '../ui/Chips.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Note } from '../ui/Note.tsx';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { type SecretHandle, ShownSecretInput } from '../ui/TextInput.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import type { RequestStep } from './RequestDrawer.tsx';
import { requestsStore } from './stores.ts';

const { vault } = bridge;

interface RequestFormProps {
  readonly request: RequestView;
  readonly rules: RequestRegister['rules'];
  readonly onClose: (register?: RequestRegister) => void;
  readonly onStale: () => Promise<void>;
}

export function RequestStepForm({ step, ...form }: RequestFormProps & { readonly step: RequestStep }) {
  switch (step) {
    case 'verify':
      return <VerifyForm {...form} />;
    case 'extend':
      return <ExtendForm {...form} />;
    case 'done':
      return <DoneForm {...form} />;
    case 'erase':
      return <EraseForm {...form} />;
    case 'refuse':
      return <RefuseForm {...form} />;
    case 'withdraw':
      return <WithdrawForm {...form} />;
    default:
      return assertNever(step);
  }
}

const seenOf = ({ requestId, version }: RequestView) => ({ requestId, version });

/** A yes or a no, as at the counter, and nothing more of the record. */
function VerifyForm({ request, onClose, onStale }: RequestFormProps) {
  const { t } = useTranslation();
  const { people, signedIn } = useDesk();
  const [kind, setKind] = useState<IdentityKind>('phone');
  const [wrong, setWrong] = useState<number | null>(null);
  const [seen, setSeen] = useState(seenOf(request));
  const said = useRef<SecretHandle>(null);
  const cosigner = useRef<ProofHandle>(null);
  const number = requestNumber(request.requestId);
  const coSigned = kind === 'id-number' && signedIn.role !== 'supervisor';
  const { personId } = request;
  return (
    <PinForm
      name="request"
      title={t('requests.verifyTitle', { number })}
      lead={t('requests.verifyLead')}
      yes={t('requests.verifyYes')}
      ready={personId !== null && wrong !== 0}
      isReady={() => {
        const isSaid = (said.current?.peek() ?? '').trim() !== '';
        if (!isSaid) said.current?.focus();
        const isThere = !coSigned || cosigner.current?.isTyped() === true;
        if (isSaid && !isThere) cosigner.current?.focus();
        return isSaid && isThere;
      }}
      send={(pin) => {
        if (personId === null) throw new RangeError('asked before it is ready');
        const second = coSigned ? (cosigner.current?.take() ?? null) : null;
        return vault['requests.verify']({
          ...seen,
          personId,
          kind,
          said: said.current?.take() ?? '',
          pin,
          ...(second === null ? {} : { cosigner: second }),
        });
      }}
      onClose={(answer) => {
        if (answer === undefined) return onClose();
        requestsStore.getState().show(answer.register);
        if (answer.match) {
          toastsStore.getState().show({ words: (say) => say('requests.matched', { number }) });
          return onClose(answer.register);
        }
        const now = answer.register.requests.find(({ requestId }) => requestId === request.requestId);
        if (now !== undefined) setSeen(seenOf(now));
        setWrong(answer.triesLeft);
      }}
      onStale={onStale}
    >
      <Chips
        label={t('requests.verifyKind')}
        options={IDENTITY_KINDS.map((id) => ({ id, label: t(`requests.kinds.${id}`) }))}
        chosen={kind}
        testId="request-kind"
        onChoose={setKind}
      />
      <Field label={t('requests.said')} className={formCss.half}>
        {(ids) => <ShownSecretInput {...ids} handle={said} data-testid="request-said" />}
      </Field>
      {coSigned && (
        <ProofFields
          people={people.filter((one) => one.role === 'supervisor' && one.slotId !== signedIn.slotId)}
          handle={cosigner}
          testId="cosigner"
        />
      )}
      {wrong !== null && (
        <Note kind="harm" live testId="request-no-match">
          <p>{wrong === 0 ? t('requests.closed') : t('requests.notMatched', { count: wrong })}</p>
        </Note>
      )}
    </PinForm>
  );
}

function ExtendForm({ request, onClose, onStale }: RequestFormProps) {
  const { t } = useTranslation();
  const [until, setUntil] = useState('');
  const [words, setWords] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const dueOn = dayFrom(until);
  const isNoDay = dueOn === null || dueOn <= request.dueOn || dueOn > request.latest;
  return (
    <PinForm
      name="request"
      title={t('requests.extendTitle', { number: requestNumber(request.requestId) })}
      lead={t('requests.extendLead', { day: request.latest })}
      yes={t('requests.extend')}
      ready={isReasonValid(words)}
      isReady={() => {
        setIsAsked(true);
        return !isNoDay;
      }}
      send={(pin) => {
        if (dueOn === null) throw new RangeError('asked before it is ready');
        return vault['requests.extend']({ ...seenOf(request), dueOn, words: words.trim(), pin });
      }}
      onClose={onClose}
      onStale={onStale}
    >
      <div className={formCss.line}>
        <Field
          label={t('requests.extendUntil')}
          problem={isAsked && isNoDay ? t('requests.extendLead', { day: request.latest }) : null}
        >
          {(ids) => (
            <DayInput
              ids={ids}
              text={until}
              testId="request-until"
              onChange={(text) => {
                setUntil(text);
                setIsAsked(false);
              }}
            />
          )}
        </Field>
        <WordsField
          label={t('requests.extendWhy')}
          className={formCss.grow}
          value={words}
          testId="request-words"
          onChange={setWords}
        />
      </div>
    </PinForm>
  );
}

/** Whoever acts for somebody shows papers as well. */
function PapersSwitch({
  request,
  seen,
  onChange,
}: {
  readonly request: RequestView;
  readonly seen: boolean;
  readonly onChange: (seen: boolean) => void;
}) {
  const { t } = useTranslation();
  return needsPapers(request.asker) ? (
    <Switch label={t('requests.papersSeen')} on={seen} testId="request-papers" onChange={onChange} />
  ) : null;
}

function DoneForm({ request, onClose, onStale }: RequestFormProps) {
  const { t } = useTranslation();
  const acts = actsOf(request.what);
  const found = new Set(request.found.map(({ act }) => act));
  const mayBe = (act: RequestAct): boolean => act === 'explained' || found.has(act);
  const [act, setAct] = useState<RequestAct | null>(() => acts.find(mayBe) ?? null);
  const [words, setWords] = useState('');
  const [papers, setPapers] = useState(false);
  const isExplained = act === 'explained';
  return (
    <PinForm
      name="request"
      title={t('requests.doneTitle', { number: requestNumber(request.requestId) })}
      lead={t('requests.doneLead')}
      yes={t('requests.done')}
      ready={
        act !== null && (!isExplained || isReasonValid(words)) && (papers || !needsPapers(request.asker))
      }
      send={(pin) => {
        if (act === null) throw new RangeError('asked before it is ready');
        return vault['requests.decide']({
          ...seenOf(request),
          how: 'done',
          act,
          words: words.trim(),
          papers,
          pin,
        });
      }}
      onClose={onClose}
      onStale={onStale}
    >
      {request.identity === null && (
        <Note kind="warn">
          <p>{t('requests.todoIdentity')}</p>
        </Note>
      )}
      <Chips
        label={t('requests.doneAct')}
        options={acts.map((id) => ({ id, label: t(`requests.acts.${id}`), disabled: !mayBe(id) }))}
        chosen={act}
        testId="request-act"
        onChoose={setAct}
      />
      <WordsField
        label={t(isExplained ? 'requests.explainedWhat' : 'requests.words')}
        value={words}
        testId="request-words"
        onChange={setWords}
      />
      <PapersSwitch request={request} seen={papers} onChange={setPapers} />
    </PinForm>
  );
}

/** A supervisor and an admin delete the whole record. */
function EraseForm({ request, onClose, onStale }: RequestFormProps) {
  const { t } = useTranslation();
  const { people, signedIn } = useDesk();
  const [papers, setPapers] = useState(false);
  const second = useRef<ProofHandle>(null);
  const other = signedIn.role === 'admin' ? 'supervisor' : 'admin';
  const name = `${request.personMask ?? ''} ${request.room}`.trim();
  return (
    <PinForm
      name="request"
      isDanger
      title={t('requests.eraseTitle', { name })}
      lead={t('requests.eraseLead')}
      yes={t('requests.eraseYes', { name })}
      ready={papers || !needsPapers(request.asker)}
      isReady={() => {
        const isThere = second.current?.isTyped() === true;
        if (!isThere) second.current?.focus();
        return isThere;
      }}
      send={(pin) => {
        const proof = second.current?.take() ?? null;
        if (proof === null) throw new RangeError('asked before it is ready');
        return vault['requests.erase']({ ...seenOf(request), papers, pin, other: proof });
      }}
      onClose={onClose}
      onStale={onStale}
    >
      <PapersSwitch request={request} seen={papers} onChange={setPapers} />
      <ProofFields
        people={people.filter(({ role }) => role === other)}
        handle={second}
        testId="request-other"
        role={other}
      />
    </PinForm>
  );
}

function RefuseForm({ request, rules, onClose, onStale }: RequestFormProps) {
  const { t, i18n } = useTranslation();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [papers, setPapers] = useState(false);
  const chosen = rules.refusals.find(({ id }) => id === refusal);
  return (
    <PinForm
      name="request"
      isDanger
      title={t('requests.refuseTitle', { number: requestNumber(request.requestId) })}
      lead={t('requests.refuseLead')}
      yes={t('requests.refuse')}
      ready={refusal !== null && isReasonValid(words)}
      send={(pin) => {
        if (refusal === null) throw new RangeError('asked before it is ready');
        return vault['requests.decide']({
          ...seenOf(request),
          how: 'refused',
          refusal,
          words: words.trim(),
          papers,
          pin,
        });
      }}
      onClose={onClose}
      onStale={onStale}
    >
      <Field label={t('requests.refusal')} hint={i18n.language === 'en' ? chosen?.basisEn : chosen?.basis}>
        {(ids) => (
          <Select
            ids={ids}
            value={refusal}
            choices={rules.refusals.map(({ id, zh, en }) => ({
              value: id,
              words: i18n.language === 'en' ? en : zh,
            }))}
            placeholder="—"
            testId="request-refusal"
            onChoose={setRefusal}
          />
        )}
      </Field>
      <SourceNote {...sourceOf(rules.source)} />
      <WordsField
        label={t('requests.refuseWords')}
        value={words}
        testId="request-words"
        onChange={setWords}
      />
      <PapersSwitch request={request} seen={papers} onChange={setPapers} />
    </PinForm>
  );
}

function WithdrawForm({ request, onClose, onStale }: RequestFormProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  return (
    <PinForm
      name="request"
      title={t('requests.withdrawTitle', { number: requestNumber(request.requestId) })}
      lead={t('requests.withdrawLead')}
      yes={t('requests.withdraw')}
      ready={isReasonValid(words)}
      send={(pin) =>
        vault['requests.decide']({
          ...seenOf(request),
          how: 'withdrawn',
          words: words.trim(),
          papers: false,
          pin,
        })
      }
      onClose={onClose}
      onStale={onStale}
    >
      <WordsField
        label={t('requests.withdrawWords')}
        value={words}
        testId="request-words"
        onChange={setWords}
      />
    </PinForm>
  );
}
