/** Files that leave the house: what is out and until when; a personal copy, an extract, a roster; and the password of what was made, once. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { DISCLOSURE_KINDS, type DisclosureKind, disclosureNumber } from '../../contract/disclosures/lists.ts';
import type { DisclosureRegister, DisclosureView } from '../../contract/disclosures/routes.ts';
import { personStore } from '../current-record/stores.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { aboutWords, dueWords, isOut, recipientWords } from './about-words.ts';
import { DisclosureDrawer } from './DisclosureDrawer.tsx';
import { DisclosureStepForm } from './DisclosureStepForm.tsx';
import type { Made } from './GiveForm.tsx';
import { GivenNote } from './GivenNote.tsx';
import { ExtractForm, OwnCopyForm } from './PersonForms.tsx';
import { RosterForm } from './RosterForm.tsx';
import { disclosuresStore } from './stores.ts';

/** A handover has a page of its own. */
type GivenHere = Exclude<DisclosureKind, 'estate-transfer'>;
const GIVEN_HERE = DISCLOSURE_KINDS.filter((kind): kind is GivenHere => kind !== 'estate-transfer');

type Open =
  | { readonly form: GivenHere }
  | { readonly form: 'recall' | 'end'; readonly disclosure: DisclosureView };

export function DisclosuresPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { register, failure, read, show } = useStore(disclosuresStore);
  const [open, setOpen] = useState<Open | null>(null);
  // The password is here and in no store, and goes with the page.
  const [made, setMade] = useState<Made | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => void read(), [read]);
  const isAdmin = signedIn.role === 'admin';
  const kinds = GIVEN_HERE.filter((kind) => !isAdmin || kind === 'roster');
  const close = (next?: DisclosureRegister): void => {
    if (next !== undefined) show(next);
    setOpen(null);
    list.current?.focus();
  };
  const given = (next?: Made): void => {
    close(next?.given.register);
    setMade(next ?? null);
  };
  const isIdle = open === null && made === null;
  return (
    <Page testId="screen-disclosures" whole={!isIdle}>
      <PageHeader
        title={t('disclosures.title')}
        lead={t(isAdmin ? 'disclosures.leadAdmin' : 'disclosures.lead')}
      >
        {isIdle &&
          kinds.map((kind) => (
            <Button
              key={kind}
              disabled={register === null}
              data-testid={`disclosure-give-${kind}`}
              onClick={() => setOpen({ form: kind })}
            >
              {t(`disclosures.give.${kind}`)}
            </Button>
          ))}
      </PageHeader>
      <ReadFailure failure={failure} testId="disclosures-again" onAgain={() => void read()} />
      {register === null && failure === null && <Waiting testId="disclosures-reading" />}
      {register !== null && (
        <PageBody ref={list} label={t('disclosures.title')} spaced>
          {made !== null && <GivenNote made={made} onDone={() => setMade(null)} />}
          {open !== null && <OpenForm open={open} onGiven={given} onClose={close} onStale={read} />}
          {open === null && <List register={register} onOpen={setOpen} />}
        </PageBody>
      )}
    </Page>
  );
}

interface OpenFormProps {
  readonly open: Open;
  readonly onGiven: (made?: Made) => void;
  readonly onClose: (register?: DisclosureRegister) => void;
  readonly onStale: () => Promise<void>;
}

function OpenForm({ open, onGiven, onClose, onStale }: OpenFormProps) {
  const { t } = useTranslation();
  const person = useStore(personStore, (state) => state.person);
  if ('disclosure' in open)
    return (
      <DisclosureStepForm step={open.form} disclosure={open.disclosure} onClose={onClose} onStale={onStale} />
    );
  if (open.form === 'roster') return <RosterForm onClose={onGiven} />;
  if (person === null)
    return (
      <EmptyState drawing="person" words={t('disclosures.noPerson')} live testId="disclosure-no-person">
        <Button data-testid="disclosure-to-counter" onClick={() => deskStore.getState().go('counter')}>
          {t('disclosures.toCounter')}
        </Button>
        <Button weight="plain" data-testid="disclosure-no-person-close" onClick={() => onClose()}>
          {t('common.cancel')}
        </Button>
      </EmptyState>
    );
  return open.form === 'own-copy' ? (
    <OwnCopyForm person={person} onClose={onGiven} />
  ) : (
    <ExtractForm person={person} onClose={onGiven} />
  );
}

interface ListProps {
  readonly register: DisclosureRegister;
  readonly onOpen: (open: Open) => void;
}

function List({ register: { disclosures, more }, onOpen }: ListProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<number | null>(null);
  const columns = useMemo(() => columnsIn(t), [t]);
  const opening = useMemo(
    () => ({
      words: ({ disclosureId, kind }: DisclosureView) =>
        t('disclosures.open', {
          number: disclosureNumber(disclosureId),
          kind: t(`disclosures.kinds.${kind}`),
        }),
      open: ({ disclosureId }: DisclosureView) => setOpened(disclosureId),
    }),
    [t],
  );
  const disclosure = disclosures.find(({ disclosureId }) => disclosureId === opened);
  if (disclosures.length === 0)
    return <EmptyState drawing="sheet" words={t('disclosures.none')} testId="disclosures-none" />;
  return (
    <>
      <DataTable
        label={t('disclosures.title')}
        columns={columns}
        groups={[{ id: 'all', heading: null, rows: disclosures }]}
        keyOf={keyOf}
        marksOf={marksOf}
        opening={{ ...opening, shown: opened === null ? null : String(opened) }}
      />
      {more && <p className="quiet">{t('disclosures.more')}</p>}
      {disclosure !== undefined && (
        <DisclosureDrawer
          disclosures={disclosures}
          disclosure={disclosure}
          onOpen={setOpened}
          onAct={(form, of) => onOpen({ form, disclosure: of })}
        />
      )}
    </>
  );
}

const keyOf = ({ disclosureId }: DisclosureView): string => String(disclosureId);
const marksOf = (one: DisclosureView) => ({
  'data-testid': 'disclosure-row',
  'data-state': isOut(one) && (one.daysLeft ?? 0) < 0 ? 'overdue' : one.state,
});

const columnsIn = (t: Translate): readonly Column<DisclosureView>[] => [
  {
    id: 'which',
    header: t('disclosures.columns.which'),
    cell: ({ disclosureId, kind }) => `${disclosureNumber(disclosureId)} · ${t(`disclosures.kinds.${kind}`)}`,
  },
  { id: 'about', header: t('disclosures.columns.about'), second: true, cell: (one) => aboutWords(t, one) },
  { id: 'recipient', header: t('disclosures.columns.recipient'), cell: (one) => recipientWords(t, one) },
  { id: 'made', header: t('disclosures.columns.made'), second: true, cell: ({ made }) => made.by },
  {
    id: 'due',
    header: t('disclosures.columns.due'),
    narrow: true,
    cell: (one) => <State disclosure={one} />,
  },
];

function State({ disclosure }: { readonly disclosure: DisclosureView }) {
  const { t } = useTranslation();
  const { state, daysLeft } = disclosure;
  if (isOut(disclosure) && daysLeft !== null) {
    const words = dueWords(t, disclosure);
    if (daysLeft < 0) return <Badge tone="harm">{words}</Badge>;
    if (state === 'given') return daysLeft <= 7 ? <Badge tone="amber">{words}</Badge> : words;
  }
  return (
    <Badge tone={state === 'writing' || state === 'failed' || state === 'recalled' ? 'amber' : 'plain'}>
      {t(`disclosures.states.${state}`)}
    </Badge>
  );
}
