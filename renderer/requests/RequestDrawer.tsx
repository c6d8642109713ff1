/** One request in full: what is known of it, what is still to be done, and where. */
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { Role } from '../../contract/fields.ts';
import { type RequestAct, actsOf, needsAuthority, requestNumber } from '../../contract/requests/lists.ts';
import type { RequestRegister, RequestView } from '../../contract/requests/routes.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { askAccessHistory } from '../page-intents/ask-access-history.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { personStore } from '../current-record/stores.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useGiving } from '../pages/use-giving.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { deskStore } from '../pages/stores.ts';
import { Actions } from '../ui/Actions.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import type { InList } from '../ui/RegisterTable.tsx';
import { dueWords } from '../messages/due-words.ts';
import { requestsStore } from './stores.ts';

/** Step that a request may be opened for. */
export type RequestStep =
  | 'verify'
  | 'authorise'
  | 'extend'
  | 'done'
  | 'erase'
  | 'restrict'
  | 'withdrawConsent'
  | 'lift'
  | 'refuse'
  | 'withdraw';

interface RequestDrawerProps {
  readonly of: InList<RequestView>;
  readonly rules: RequestRegister['rules'];
  readonly onStep: (step: RequestStep) => void;
}

export function RequestDrawer({ of, rules, onStep }: RequestDrawerProps) {
  const { t, i18n } = useTranslation();
  const { signedIn } = useDesk();
  const request = of.row;
  const { requestId } = request;
  const letter = useGiving(({ register }: RouteReply<'requests.letter'>) =>
    requestsStore.getState().show(register),
  );
  const askLetter = bridge.vault['requests.letter'];
  const isAnswered = request.state !== 'open' && signedIn.role !== 'receptionist';
  return (
    <ListDrawer
      of={of}
      name="request"
      title={`${requestNumber(request.requestId)} · ${t(`requests.whats.${request.what}`)}`}
      hasSteps
      facts={factsOf(t, request, i18n.language)}
      foot={
        <Actions
          name="request"
          list={[
            ...actsLeft(request, signedIn.role).map((act, at) => ({
              testId: `request-go-${act}`,
              words: t(`requests.todoActs.${act}`),
              weight: at === 0 ? ('main' as const) : ('normal' as const),
              run: () => {
                const step = STEP_OF[act];
                if (step !== undefined) onStep(step);
                else if (request.personId !== null) void goTo(act, request.personId);
              },
            })),
            ...stepsOf(request, signedIn.role).map((one) => ({
              testId: `request-${one}`,
              words: t(`requests.${one}`),
              weight: one === firstStepOf(request) ? ('main' as const) : ('normal' as const),
              run: () => onStep(one),
            })),
            isAnswered && {
              testId: 'request-letter',
              words: t('requests.saveLetter'),
              disabled: letter.busy,
              run: () => void letter.save('letter', (fileId) => askLetter({ requestId, fileId })),
            },
            isAnswered && {
              testId: 'request-print',
              words: t('requests.printLetter'),
              disabled: letter.busy,
              run: () => void letter.print(() => askLetter({ requestId })),
            },
          ]}
        />
      }
    >
      {request.state === 'open' && <Todo request={request} />}
      <FailureNote failure={letter.failure} />
      <SourceNote {...sourceOf(rules.source)} />
    </ListDrawer>
  );
}

/** Who asks comes before what is done for them, and that before it is called done; null where it is done elsewhere. */
function firstStepOf(request: RequestView): RequestStep | null {
  if (request.identity === null) return 'verify';
  if (lacksAuthority(request)) return 'authorise';
  return request.found.length > 0 || request.what === 'explain' ? 'done' : null;
}

/** Whoever acts for somebody was not shown to, or no longer may. */
const lacksAuthority = ({ asker, authority }: RequestView): boolean =>
  needsAuthority(asker) && (authority === null || authority.isOver);

function stepsOf(request: RequestView, role: Role): readonly RequestStep[] {
  const { state, personId, identity, restricts } = request;
  if (state !== 'open') return restricts && role !== 'receptionist' ? ['lift'] : [];
  return [
    ...(role === 'admin' || personId === null || identity !== null ? [] : (['verify'] as const)),
    ...(role !== 'admin' && lacksAuthority(request) ? (['authorise'] as const) : []),
    ...(role === 'receptionist' ? [] : (['done', 'extend', 'refuse', 'withdraw'] as const)),
  ];
}

/** What comes first, or acts in the log that answer the request by now. */
function Todo({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation();
  const first = firstStepOf(request);
  if (first === 'verify' || first === 'authorise')
    return (
      <Note testId="request-todo">
        <p>{t(first === 'verify' ? 'requests.todoIdentity' : 'requests.todoAuthority')}</p>
      </Note>
    );
  if (request.found.length === 0) return null;
  return (
    <Note testId="request-found">
      {request.found.map(({ act, at }) => (
        <p key={act}>{t('requests.found', { act: t(`requests.acts.${act}`), time: formatMoment(at) })}</p>
      ))}
    </Note>
  );
}

/** What would answer it, and nothing has yet. */
const actsLeft = (request: RequestView, role: Role): readonly RequestAct[] =>
  request.state !== 'open' || firstStepOf(request) !== null || request.personId === null
    ? []
    : actsOf(request.what).filter((act) => mayDo(act, request, role));

/** Acts that are done here. */
const STEP_OF: Readonly<Partial<Record<RequestAct, RequestStep>>> = {
  erased: 'erase',
  restricted: 'restrict',
  'consent-withdrawn': 'withdrawConsent',
};

/** An admin opens no record; parts of one are deleted as they are changed. */
function mayDo(act: RequestAct, { fields }: RequestView, role: Role): boolean {
  if (act === 'explained') return false;
  if (act === 'erased' && fields.length > 0) return false;
  return STEP_OF[act] === undefined ? role !== 'admin' : role !== 'receptionist';
}

/** Each is done where it is always done; the record is open there. */
async function goTo(act: RequestAct, personId: NonNullable<RequestView['personId']>): Promise<void> {
  if (act === 'access-history') return askAccessHistory({ by: 'person', personId });
  await personStore.getState().open(personId);
  const { go, show } = deskStore.getState();
  go(act === 'own-copy' ? 'disclosures' : 'counter');
  if (act === 'opened') show({ kind: 'full', reason: 'subject-request' });
  if (act === 'changed') show({ kind: 'edit' });
}

/** Returns the known facts of a request as pairs of name and words, empty where one is unknown. */
function factsOf(t: Translate, one: RequestView, language: string): readonly (readonly [string, string])[] {
  const { takenIn, identity, ended, authority } = one;
  const said = (zh = '', en = ''): string => (language === 'en' ? en : zh);
  const by = (at: number, name: string): string => t('requests.facts.by', { time: formatMoment(at), name });
  return [
    [t('requests.facts.what'), t(`requests.whats.${one.what}`)],
    [t('requests.facts.fields'), one.fields.map((field) => t(`fields.${field}`)).join('、')],
    [t('requests.columns.about'), `${one.personMask ?? t('requests.gone')} ${one.room}`.trim()],
    [t('requests.asker'), t(`requests.askers.${one.asker}`)],
    [t('requests.way'), t(`requests.ways.${one.way}`)],
    [t('requests.columns.taken'), by(takenIn.at, takenIn.by)],
    [t('requests.columns.due'), one.state === 'open' ? dueWords(t, one) : ''],
    [
      t('requests.facts.identity'),
      identity === null
        ? t('requests.facts.noIdentity')
        : t('requests.facts.identityBy', {
            time: formatMoment(identity.at),
            name: identity.by,
            kind: t(`verifyKinds.${identity.kind}`),
          }),
    ],
    [
      t('requests.facts.authority'),
      authority === null
        ? ''
        : [
            authority.nameMask,
            t(`requests.authorityPapers.${authority.paper}`),
            authority.until === null ? '' : t('requests.facts.authorityUntil', { day: authority.until }),
            by(authority.at, authority.by),
          ].join(' '),
    ],
    [t('requests.facts.others'), one.others.map(requestNumber).join(' ')],
    [
      t('requests.facts.ended'),
      ended === null
        ? ''
        : [
            t(`requests.states.${one.state}`),
            ...(ended.act === null ? [] : [t(`requests.acts.${ended.act}`)]),
            by(ended.at, ended.by),
          ].join(' · '),
    ],
    [t('requests.facts.reason'), said(ended?.refusal?.zh, ended?.refusal?.en)],
    [t('requests.facts.basis'), said(ended?.refusal?.basis, ended?.refusal?.basisEn)],
    [t('requests.facts.said'), ended?.words ?? ''],
    [t('requests.facts.restricts'), one.restricts ? t('requests.facts.restrictsNow') : ''],
    [t('requests.facts.letter'), one.letterAt === null ? '' : formatMoment(one.letterAt)],
  ];
}
