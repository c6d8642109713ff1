/** Notice and consent: the notice in force, what is missing as a work list, what was posted where. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { MISSING_KINDS } from '../../contract/consent/lists.ts';
import type { ConsentSummary, MissingRow, PostingView } from '../../contract/consent/routes.ts';
import { labelOfArea } from '../../contract/scope/lists.ts';
import { formatDate, formatMoment } from '../messages/format.ts';
import { openPerson } from '../current-record/open-person.ts';
import { ledTo } from '../pages/lead-store.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { Actions } from '../ui/Actions.tsx';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { cx } from '../ui/cx.ts';
import css from './consent.module.css';
import { Note } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { FindForm, PostForm, TakeDownForm, VersionForm } from './ConsentForms.tsx';
import { consentStore } from './stores.ts';

type Open =
  | { readonly form: 'version' | 'post' | 'find' }
  | { readonly form: 'takeDown'; readonly posting: PostingView };

export function ConsentPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { summary, failure, read, show } = useStore(consentStore);
  const [isLed] = useState(() => ledTo('notice-and-consent') !== null);
  const [open, setOpen] = useState<Open | null>(isLed ? { form: 'version' } : null);
  // Who was found is here and in no store, and goes with the page.
  const [found, setFound] = useState<readonly MissingRow[] | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => void read(), [read]);
  // What a form has changed stands at the top.
  useEffect(() => {
    if (open === null) list.current?.scrollTo({ top: 0 });
  }, [open]);
  const isSupervisor = signedIn.role === 'supervisor';
  const close = (next?: ConsentSummary): void => {
    if (next !== undefined) show(next);
    setOpen(null);
    list.current?.focus();
  };
  return (
    <Page testId="screen-consent">
      <PageHeader title={t('consent.title')} lead={t('consent.lead')}>
        {open === null && summary !== null && (
          <Actions
            name="consent"
            list={[
              isSupervisor &&
                summary.notice !== null && {
                  testId: 'consent-post',
                  words: t('consent.post'),
                  weight: 'main',
                  run: () => setOpen({ form: 'post' }),
                },
              {
                testId: 'consent-version',
                words: t('consent.setVersion'),
                weight: summary.notice === null ? 'main' : 'normal',
                run: () => setOpen({ form: 'version' }),
              },
              isSupervisor && {
                testId: 'consent-find',
                words: t('consent.find'),
                run: () => setOpen({ form: 'find' }),
              },
            ]}
          />
        )}
      </PageHeader>
      <ReadFailure failure={failure} testId="consent-again" onAgain={() => void read()} />
      {summary === null && failure === null && <Waiting testId="consent-reading" />}
      {summary !== null && (
        <PageBody ref={list} label={t('consent.title')} spaced>
          {open !== null && (
            <OpenForm
              isFirst={isLed && summary.notice === null && isSupervisor}
              open={open}
              onClose={close}
              onFound={setFound}
              onStale={read}
            />
          )}
          {found !== null && found.length > 0 && open === null && <Found rows={found} />}
          <Standing summary={summary} />
          <WorkList summary={summary} />
          {summary.postings.length > 0 && (
            <Postings
              postings={summary.postings}
              onTakeDown={
                isSupervisor && open === null ? (posting) => setOpen({ form: 'takeDown', posting }) : null
              }
            />
          )}
        </PageBody>
      )}
    </Page>
  );
}

interface OpenFormProps {
  /** Somebody is led here before any notice is in force: it is posted everywhere along with it. */
  readonly isFirst: boolean;
  readonly open: Open;
  readonly onClose: (summary?: ConsentSummary) => void;
  readonly onFound: (rows: readonly MissingRow[]) => void;
  readonly onStale: () => Promise<void>;
}

function OpenForm({ isFirst, open, onClose, onFound, onStale }: OpenFormProps) {
  switch (open.form) {
    case 'version':
      return <VersionForm isFirst={isFirst} onClose={onClose} />;
    case 'post':
      return <PostForm onClose={onClose} />;
    case 'takeDown':
      return <TakeDownForm posting={open.posting} onClose={onClose} onStale={onStale} />;
    case 'find':
      return (
        <FindForm
          onClose={(reply) => {
            if (reply !== undefined) onFound(reply.rows);
            onClose(reply?.summary);
          }}
        />
      );
  }
}

function Standing({ summary: { notice, people, missing, children } }: { readonly summary: ConsentSummary }) {
  const { t } = useTranslation();
  if (notice === null)
    return (
      <Note testId="consent-no-notice">
        <p>{t('consent.noNotice')}</p>
      </Note>
    );
  return (
    <Facts layout="columns" framed testId="consent-standing">
      <Fact name={t('consent.notice')} testId="consent-notice">
        {notice.version}
        <small>{t('consent.since', { day: formatDate(notice.since), name: notice.by })}</small>
      </Fact>
      <Fact name={t('consent.people')}>{people}</Fact>
      <Fact name={t('consent.told')} testId="consent-told">
        {people - missing.notice}
      </Fact>
      <Fact name={t('consent.guardians')} testId="consent-children">
        {children === null
          ? t('consent.neverLooked')
          : t('consent.lastLook', { time: formatDate(children.at), count: children.found })}
      </Fact>
    </Facts>
  );
}

function Found({ rows }: { readonly rows: readonly MissingRow[] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('consent.guardians')} data-testid="consent-found">
      <Note kind="warn" live>
        <p>{t('consent.found', { count: rows.length })}</p>
      </Note>
      <People label={t('consent.guardians')} rows={rows} />
    </section>
  );
}

function WorkList({ summary: { missing } }: { readonly summary: ConsentSummary }) {
  const { t } = useTranslation();
  const { kind, rows, next, choose, more } = useStore(consentStore);
  return (
    <section className="stack3" aria-label={t('consent.list')}>
      <Chips
        label={t('consent.list')}
        choices={choicesOf(MISSING_KINDS, (id) =>
          t('consent.kindCount', { kind: t(`consent.kinds.${id}`), count: missing[id] }),
        )}
        value={kind}
        testId="consent-kind"
        onChange={(chosen) => void choose(chosen)}
      />
      <p className="quiet">{t(`consent.kindLeads.${kind}`)}</p>
      {kind === 'sensitive' && (
        <div className="line3">
          <Button
            weight="plain"
            data-testid="consent-to-ids"
            onClick={() => deskStore.getState().go('id-numbers')}
          >
            {t('consent.toIds')}
          </Button>
        </div>
      )}
      {rows === null && <Waiting testId="consent-listing" />}
      {rows?.length === 0 && (
        <EmptyState drawing="check" words={t('consent.none')} live testId="consent-none" />
      )}
      {rows !== null && rows.length > 0 && <People label={t(`consent.kinds.${kind}`)} rows={rows} />}
      {next !== null && (
        <div className="line3">
          <Button data-testid="consent-more" onClick={() => void more()}>
            {t('consent.more')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Each opens at the counter. */
function People({ label, rows }: { readonly label: string; readonly rows: readonly MissingRow[] }) {
  return (
    <div className={cx(css.people)}>
      <RegisterTable
        label={label}
        listing={PEOPLE}
        rows={rows}
        shown={null}
        onShow={(one) => one !== null && openPerson(one.personId)}
      />
    </div>
  );
}

const PEOPLE: Listing<MissingRow> = {
  idOf: ({ personId }) => personId,
  marksOf: () => ({ 'data-testid': 'consent-row' }),
  words: (t, { room, nameMask }) =>
    t('consent.open', { room: room === '' ? t('consent.noRoom') : room, name: nameMask }),
  columns: (t) => [
    {
      id: 'room',
      header: t('consent.columns.room'),
      cell: ({ room }) => (room === '' ? t('consent.noRoom') : room),
    },
    { id: 'name', header: t('consent.columns.name'), cell: ({ nameMask }) => nameMask },
    {
      id: 'relation',
      header: t('consent.columns.relation'),
      narrow: true,
      cell: ({ relation }) => (relation === null ? '' : t(`relations.${relation}`)),
    },
  ],
};

interface PostingsProps {
  readonly postings: readonly PostingView[];
  readonly onTakeDown: ((posting: PostingView) => void) | null;
}

function Postings({ postings, onTakeDown }: PostingsProps) {
  const { t } = useTranslation();
  return (
    <section className="stack3" aria-label={t('consent.postings')} data-testid="consent-postings">
      <h2>{t('consent.postings')}</h2>
      {postings.map((posting) => (
        <div key={posting.postingId} className="line3" data-testid="consent-posting">
          <span className="digits">
            {t('consent.posting', {
              day: posting.on,
              area: labelOfArea(posting.area) || t('consent.wholeEstate'),
              version: posting.noticeVersion,
              count: posting.people,
              name: posting.by,
            })}
          </span>
          {onTakeDown !== null && (
            <Button
              weight="plain"
              aria-label={`${t('consent.takeDown')} · ${posting.on} ${labelOfArea(posting.area)} ${formatMoment(posting.at)}`}
              data-testid="consent-take-down"
              onClick={() => onTakeDown(posting)}
            >
              {t('consent.takeDown')}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
}
