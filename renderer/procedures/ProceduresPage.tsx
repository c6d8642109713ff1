/** Documents by which the company handles personal information. Whoever oversees keeps them; everybody signs what is theirs to sign. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { Point } from '../../contract/evidence/findings.ts';
import { MAX_TITLE, TEMPLATE_KINDS, type TemplateKind } from '../../contract/procedures/lists.ts';
import type {
  OwnDocument,
  OwnList,
  ProcedureRegister,
  ProcedureView,
} from '../../contract/procedures/views.ts';
import type { Failure, Result } from '../../contract/result.ts';
import { WORDS } from '../../contract/words.ts';
import { bridge } from '../bridge.ts';
import { isTrained } from '../../contract/training/lists.ts';
import { beginAt, ledTo } from '../pages/lead-store.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useDraft } from '../pages/use-draft.ts';
import { deskStore } from '../pages/stores.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { appStore } from '../stores.ts';
import { Badge } from '../ui/Badge.tsx';
import { Actions } from '../ui/Actions.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Form } from '../ui/Form.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { TextField } from '../ui/TextField.tsx';
import { isReasonValid } from '../ui/WordsField.tsx';
import { signingStore } from '../ui/signing.ts';
import { toastsStore } from '../ui/toasts.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { EditForm } from './EditForm.tsx';
import { OwnDocuments } from './OwnDocuments.tsx';
import { OwnReading } from './OwnReading.tsx';
import { type ProcedureAct, ProcedureDrawer } from './ProcedureDrawer.tsx';
import { ReadToEnd } from './ReadToEnd.tsx';
import { ReadView } from './ReadView.tsx';
import { SignForm } from './SignForm.tsx';
import { readyDrafts, stateOf } from './state-words.ts';
import { proceduresStore } from './stores.ts';

const { vault } = bridge;

type Drafts = ReturnType<typeof readyDrafts>;
type Open =
  | { readonly form: 'add' }
  | { readonly form: 'publish'; readonly drafts: Drafts }
  | { readonly form: 'sign'; readonly documents: readonly OwnDocument[] }
  | { readonly form: 'read' | 'edit' | 'discard'; readonly procedure: ProcedureView };

export function ProceduresPage() {
  const { signedIn } = useDesk();
  return signedIn.role === 'receptionist' ? <OwnPage /> : <OversightPage />;
}

/** Points that are seen to here. */
const LED_TO = [
  'responsible-persons',
  'management-system',
  'counter-procedures',
  'incident-plan',
  'resident-notices',
  'undertakings',
  'sign-offs',
] as const satisfies readonly Point[];

const tell = (words: (t: Translate) => string): void => toastsStore.getState().show({ words });
const tellSigned = async (own?: OwnList): Promise<void> => {
  if (own === undefined) return;
  tell((t) => t('procedures.signedDone'));
  await proceduresStore.getState().readDue();
};

/** Of somebody who only signs. */
function OwnPage() {
  const { t } = useTranslation();
  const { due, readDue } = useStore(proceduresStore);
  const [signing, setSigning] = useState<readonly OwnDocument[] | null>(null);
  const [reading, setReading] = useState<OwnDocument | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => void readDue(), [readDue]);
  const begin = async (documents: readonly OwnDocument[]): Promise<void> => {
    const own = await vault['training.own']({});
    // The quiz on them follows, and its PIN signs them as well.
    if (own.ok && !isTrained(own.value.standing.state)) signingStore.getState().gather('sign-offs');
    setSigning(documents);
  };
  const [led] = useState(() => ledTo('undertakings') !== null);
  const begun = useRef(false);
  useEffect(() => {
    const waiting = due?.documents.filter((one) => one.due) ?? [];
    if (!led || begun.current || waiting.length === 0) return;
    begun.current = true;
    void begin(waiting);
  });
  const close = async (own?: OwnList): Promise<void> => {
    await tellSigned(own);
    if (signing !== null && signingStore.getState().deeds.length > 0) return beginAt('training', 'training');
    signingStore.getState().gather(null);
    setSigning(null);
    setReading(null);
    list.current?.focus();
  };
  return (
    <Page testId="screen-procedures">
      <PageHeader title={t('procedures.title')} lead={t('procedures.leadOwn')} />
      {due === null && <Waiting testId="procedures-reading" />}
      {due !== null && (
        <PageBody ref={list} label={t('procedures.title')} spaced>
          {signing !== null && <SignForm documents={signing} onClose={close} onStale={readDue} />}
          {reading !== null && <OwnReading document={reading} onClose={() => void close()} />}
          {signing === null && reading === null && (
            <OwnDocuments
              alone
              documents={due.documents}
              onSign={(documents) => void begin(documents)}
              onRead={setReading}
            />
          )}
        </PageBody>
      )}
    </Page>
  );
}

function OversightPage() {
  const { t } = useTranslation();
  const { due, readDue } = useStore(proceduresStore);
  const { frame, open, setOpen, close, read, show } = useRegisterPage<ProcedureRegister, Open>(
    proceduresStore,
  );
  const { register } = frame;
  useEffect(() => void readDue(), [readDue]);
  const make = useMake(show);
  const [led] = useState(() => ledTo(...LED_TO));
  const unused = TEMPLATE_KINDS.filter((kind) => register?.unused.includes(kind));
  const useTemplates = {
    testId: 'procedures-templates',
    disabled: make.isBusy,
    run: () => void make.run(() => draftFromTemplates(unused)),
  };
  /** The deed that somebody was led here for: what waits for their signature, or else what is to be put in force. */
  const beginLed = async (): Promise<void> => {
    const documents = due?.documents.filter((one) => one.due) ?? [];
    if (led === 'undertakings' || led === 'sign-offs')
      return documents.length > 0 ? setOpen({ form: 'sign', documents }) : undefined;
    if (unused.length > 0 && !(await make.run(() => draftFromTemplates(unused)))) return;
    const ready = readyDrafts(proceduresStore.getState().register?.procedures ?? []);
    if (ready.length > 0) setOpen({ form: 'publish', drafts: ready });
  };
  const begun = useRef(false);
  useEffect(() => {
    if (led === null || begun.current || register === null || due === null) return;
    begun.current = true;
    void beginLed();
  });
  const drafts = register === null ? [] : readyDrafts(register.procedures);
  const hasGaps = register?.procedures.some(({ draft }) => (draft?.gaps.length ?? 0) > 0) ?? false;
  const redraft = async (procedure: ProcedureView): Promise<void> => {
    const { procedureId } = procedure;
    if (await make.run(() => vault['procedures.beginDraft']({ procedureId })))
      setOpen({ form: 'edit', procedure });
  };
  const act = (what: ProcedureAct, procedure: ProcedureView): void => {
    switch (what) {
      case 'read':
      case 'edit':
      case 'discard':
        return setOpen({ form: what, procedure });
      case 'publish':
        return setOpen({ form: 'publish', drafts: readyDrafts([procedure]) });
      case 'redraft':
        return void redraft(procedure);
      case 'retemplate':
        return void make.run(() =>
          draftFromTemplates(TEMPLATE_KINDS.filter((kind) => kind === procedure.kind)),
        );
    }
  };
  const shown = open !== null && register !== null && <OpenForm open={open} onClose={close} onStale={read} />;
  // A text takes the place of the list.
  const isReading = open !== null && ['read', 'sign', 'publish'].includes(open.form);
  return (
    <RegisterPage
      {...frame}
      screen="procedures"
      name="procedures"
      title={t('procedures.title')}
      lead={t('procedures.lead')}
      buttons={
        register !== null &&
        register.procedures.length > 0 && (
          <Actions
            name="procedures"
            list={[
              hasGaps && {
                testId: 'procedures-facts',
                words: t('procedures.facts'),
                weight: 'main',
                run: () => deskStore.getState().go('company'),
              },
              drafts.length > 0 && {
                testId: 'procedures-publish-all',
                words: t('procedures.publishAll', { count: drafts.length }),
                weight: hasGaps ? 'normal' : 'main',
                run: () => setOpen({ form: 'publish', drafts }),
              },
              {
                testId: 'procedures-add',
                words: t('procedures.add'),
                icon: 'plus',
                run: () => setOpen({ form: 'add' }),
              },
              unused.length > 0 && { ...useTemplates, words: t('procedures.useRest') },
            ]}
          />
        )
      }
      notes={<FailureNote failure={make.failure} />}
      form={shown}
    >
      {({ procedures }) =>
        isReading ? null : (
          <>
            <OwnDocuments
              alone={false}
              documents={due?.documents ?? []}
              onSign={(documents) => setOpen({ form: 'sign', documents })}
            />
            {procedures.length === 0 ? (
              <EmptyState drawing="paper" words={t('procedures.empty')} testId="procedures-empty">
                <Actions
                  name="procedures-first"
                  list={[
                    { ...useTemplates, words: t('procedures.useAll'), weight: 'main' },
                    {
                      testId: 'procedures-add',
                      words: t('procedures.add'),
                      run: () => setOpen({ form: 'add' }),
                    },
                  ]}
                />
              </EmptyState>
            ) : (
              <List procedures={procedures} onAct={act} />
            )}
          </>
        )
      }
    </RegisterPage>
  );
}

const draftFromTemplates = (kinds: readonly TemplateKind[]) =>
  vault['procedures.useTemplates']({
    kinds: [...kinds],
    idleSeconds: appStore.getState().settings.idleSeconds,
  });

/** Hook for the actions that make drafts and ask nothing first. */
function useMake(show: (register: ProcedureRegister) => void) {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (ask: () => Promise<Result<ProcedureRegister>>): Promise<boolean> => {
    setIsBusy(true);
    const reply = await ask();
    setIsBusy(false);
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok) show(reply.value);
    return reply.ok;
  };
  return { isBusy, failure, run };
}

interface OpenFormProps {
  readonly open: Open;
  readonly onClose: (register?: ProcedureRegister) => void;
  readonly onStale: () => Promise<void>;
}

function OpenForm({ open, onClose, onStale }: OpenFormProps) {
  // Read again before the list is shown: what is opened from it names the version that is kept.
  const again = async (done?: unknown): Promise<void> => {
    if (done !== undefined) await onStale();
    onClose();
  };
  switch (open.form) {
    case 'add':
      return <AddForm onClose={onClose} />;
    case 'publish':
      return <PublishForm drafts={open.drafts} onClose={onClose} onStale={onStale} />;
    case 'sign':
      return (
        <SignForm
          documents={open.documents}
          onClose={async (own) => {
            await tellSigned(own);
            await again(own);
          }}
          onStale={onStale}
        />
      );
    case 'read':
      return <ReadView procedure={open.procedure} onClose={() => onClose()} />;
    case 'edit':
      return <EditForm procedureId={open.procedure.procedureId} onClose={again} onStale={onStale} />;
    case 'discard':
      return <DiscardForm procedure={open.procedure} onClose={onClose} onStale={onStale} />;
  }
}

function AddForm({ onClose }: Pick<OpenFormProps, 'onClose'>) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ title: '' });
  return (
    <Form
      name="procedure-add"
      focus="field"
      title={t('procedures.add')}
      yes={t('procedures.addYes')}
      ready={draft.title.trim() !== ''}
      send={() => vault['procedures.add'](draft)}
      onClose={onClose}
    >
      <TextField
        {...of('title')}
        label={t('procedures.name')}
        hint={t('procedures.addHint')}
        autoFocus
        required
        maxLength={MAX_TITLE}
      />
    </Form>
  );
}

interface PublishFormProps extends Pick<OpenFormProps, 'onClose' | 'onStale'> {
  readonly drafts: Drafts;
}

/** Nothing is put in force that was not shown: what is in each document stands above the PIN. */
function PublishForm({ drafts, onClose, onStale }: PublishFormProps) {
  const { t } = useTranslation();
  const { draft, of: field } = useDraft({ why: '' });
  const why = draft.why.trim();
  const cut = drafts.flatMap(({ removed }) => removed);
  const of = drafts.length;
  return (
    <ReadToEnd
      documents={drafts}
      title={(at) => t('procedures.publishReading', { at, of })}
      testId="procedure-publish"
      onCancel={() => onClose()}
    >
      <Form
        name="procedure-publish"
        title={t('procedures.publishTitle', { count: of })}
        lead={t('procedures.publishLead')}
        yes={t('procedures.publish')}
        pin="last"
        ready={why === '' || isReasonValid(why)}
        send={({ pin }) =>
          vault['procedures.publish']({
            drafts: drafts.map(({ procedureId, version }) => ({ procedureId, version })),
            ...(why === '' ? {} : { why }),
            pin,
          })
        }
        onClose={onClose}
        toast={(say) => say('procedures.published')}
        onStale={onStale}
      >
        <p className="quiet">{t('law.compare')}</p>
        {cut.length > 0 && (
          <TextField
            {...field('why')}
            label={t('procedures.whyCut', { sections: cut.join(t('procedures.comma')) })}
            hint={t('procedures.whyCutHint')}
            maxLength={WORDS.most}
          />
        )}
      </Form>
    </ReadToEnd>
  );
}

interface DiscardFormProps extends Pick<OpenFormProps, 'onClose' | 'onStale'> {
  readonly procedure: ProcedureView;
}

function DiscardForm({ procedure: { procedureId, title, draft }, ...form }: DiscardFormProps) {
  const { t } = useTranslation();
  return (
    <Form
      {...form}
      name="procedure-discard"
      focus="back"
      isDanger
      title={t('procedures.discardTitle', { title })}
      lead={t('procedures.discardLead')}
      yes={t('procedures.discard')}
      send={() => vault['procedures.discardDraft']({ procedureId, version: draft?.version ?? 1 })}
    />
  );
}

interface ListProps {
  readonly procedures: readonly ProcedureView[];
  readonly onAct: (act: ProcedureAct, procedure: ProcedureView) => void;
}

function List({ procedures, onAct }: ListProps) {
  const { t } = useTranslation();
  return (
    <>
      <RegisterTable label={t('procedures.title')} listing={PROCEDURES} rows={procedures}>
        {(one) => <ProcedureDrawer of={one} onAct={(act) => onAct(act, one.row)} />}
      </RegisterTable>
      <p className="quiet small">{t('law.compare')}</p>
    </>
  );
}

const PROCEDURES: Listing<ProcedureView> = {
  idOf: ({ procedureId }) => procedureId,
  marksOf: ({ kind }) => ({ 'data-testid': 'procedure-row', 'data-kind': kind }),
  columns: (t) => [
    { id: 'document', header: t('procedures.columns.document'), cell: ({ title }) => title },
    {
      id: 'version',
      header: t('procedures.columns.version'),
      narrow: true,
      second: true,
      cell: ({ versions: [current] }) =>
        current === undefined
          ? t('procedures.noVersion')
          : t('procedures.version', { number: current.number }),
    },
    {
      id: 'signed',
      header: t('procedures.columns.signed'),
      narrow: true,
      second: true,
      cell: ({ signed, versions }) =>
        signed === null
          ? versions.length === 0
            ? null
            : t('procedures.nobodySigns')
          : t('procedures.signedOf', { count: signed.count, all: signed.count + signed.missing.length }),
    },
    {
      id: 'state',
      header: t('procedures.columns.state'),
      narrow: true,
      cell: (procedure) => {
        const { tone, words } = stateOf(t, procedure);
        return <Badge tone={tone}>{words}</Badge>;
      },
    },
  ],
};
