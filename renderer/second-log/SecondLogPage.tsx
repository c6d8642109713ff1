/** The second place for the log: whether it fits, how old it is, and where an admin has it. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { FileId } from '../../contract/ids.ts';
import type { LogAction } from '../../contract/log/entries.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { SecondPlace } from '../../contract/second-log/routes.ts';
import { bridge } from '../bridge.ts';
import { useNow } from '../countdown.ts';
import { formatMoment } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Actions } from '../ui/Actions.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { Done } from '../ui/Done.tsx';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { SheetFields, type SheetHandle } from '../ui/SheetFields.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import pageCss from '../ui/page.module.css';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { secondLogStore } from './stores.ts';

const { vault, shell } = bridge;
const DAY_MS = 86_400_000;

type Opened = RouteReply<'second.open'>;
type Panel = 'none' | 'choose' | 'stop' | 'open';

export function SecondLogPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { place, failure, busy, read, write, show } = useStore(secondLogStore);
  const [panel, setPanel] = useState<Panel>('none');
  const [opened, setOpened] = useState<Opened | null>(null);
  const isAdmin = signedIn.role === 'admin';
  const isAway = place?.state === 'away';
  const isChosen = place !== null && place.choice !== null;
  useEffect(() => void read(), [read]);
  const close = (changed?: SecondPlace): void => {
    if (changed !== undefined) show(changed);
    setPanel('none');
  };
  return (
    <Page testId="screen-second-log" data={{ 'data-state': place?.state ?? '' }}>
      <PageHeader title={t('secondLog.title')} lead={t('secondLog.lead')}>
        <Actions
          name="second"
          list={[
            isChosen && {
              testId: 'second-write',
              words: t('secondLog.write'),
              weight: isAway ? 'normal' : 'main',
              disabled: busy || isAway,
              run: () => void write(),
            },
            isAdmin &&
              place !== null && {
                testId: 'second-choose',
                words: t(isChosen ? 'secondLog.change' : 'secondLog.choose'),
                weight: isChosen && !isAway ? 'normal' : 'main',
                run: () => setPanel('choose'),
              },
            isAdmin &&
              isChosen && { testId: 'second-stop', words: t('secondLog.stop'), run: () => setPanel('stop') },
          ]}
        />
      </PageHeader>
      <ReadFailure failure={failure} disabled={busy} testId="second-again" onAgain={() => void read()} />
      {place === null && failure === null && <Waiting testId="second-reading" />}
      {place !== null && (
        <PageBody label={t('secondLog.title')}>
          {panel === 'choose' && <ChooseForm place={place} onClose={close} />}
          {panel === 'stop' && <StopForm onClose={close} />}
          <State place={place} />
          {place.choice?.entries === true && (
            <section className={cx(pageCss.section)} aria-label={t('secondLog.open.title')}>
              <h2>{t('secondLog.open.heading')}</h2>
              <div className="line3">
                <Button data-testid="second-open-ask" onClick={() => setPanel('open')}>
                  {t('secondLog.open.title')}…
                </Button>
              </div>
              {opened !== null && <Lost opened={opened} />}
            </section>
          )}
          {panel === 'open' && (
            <OpenLostForm
              onDone={(found) => {
                setOpened(found);
                setPanel('none');
              }}
              onClose={() => setPanel('none')}
            />
          )}
        </PageBody>
      )}
    </Page>
  );
}

function State({ place }: { readonly place: SecondPlace }) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const { choice, state, writtenAt, behind, overdue, sameDisk, lines } = place;
  if (choice === null)
    return <EmptyState drawing="drive" words={t(`secondLog.states.${state}`)} testId="second-state" />;
  const kind =
    state === 'good' ? 'plain' : ['shortened', 'differs', 'away'].includes(state) ? 'harm' : 'warn';
  return (
    <section className={cx(pageCss.section)} aria-label={t(`secondLog.states.${state}`)}>
      <Note kind={kind} live testId="second-state">
        {state === 'good' ? (
          <Done>{t('secondLog.states.good')}</Done>
        ) : (
          <p>{t(`secondLog.states.${state}`)}</p>
        )}
      </Note>
      {overdue && (
        <Note kind="harm" testId="second-overdue">
          <p>{t('secondLog.overdue')}</p>
        </Note>
      )}
      {sameDisk === true && (
        <Note kind="warn" testId="second-same-disk">
          <p>{t('secondLog.sameDisk')}</p>
        </Note>
      )}
      <Facts layout="columns" framed>
        <Fact name={t('secondLog.facts.folder')} testId="second-folder">
          {choice.folder}
        </Fact>
        <Fact name={t('secondLog.facts.what')}>
          {t(`secondLog.what.${choice.entries ? 'entries' : 'heads'}`)}
        </Fact>
        <Fact name={t('secondLog.facts.written')} testId="second-written">
          {writtenWords()}
          {behind > 0 && <small>{t('secondLog.behind', { number: behind })}</small>}
        </Fact>
        {/* Where the drive differs, none of it is said to match. */}
        {lines.good + lines.unreadable > 0 && state !== 'differs' && (
          <Fact name={t('secondLog.facts.lines')} testId="second-lines">
            {t(
              state === 'good' && lines.unreadable + lines.missing === 0
                ? 'secondLog.linesGood'
                : 'secondLog.lines',
              { ...lines },
            )}
          </Fact>
        )}
      </Facts>
    </section>
  );

  function writtenWords(): string {
    if (writtenAt === null) return t('secondLog.never');
    const time = formatMoment(writtenAt);
    const days = Math.max(0, Math.floor((now - writtenAt) / DAY_MS));
    return days === 0 ? t('secondLog.today', { time }) : t('secondLog.age', { time, days });
  }
}

interface FormProps {
  readonly onClose: (changed?: SecondPlace) => void;
}

function ChooseForm({ place: { choice }, onClose }: FormProps & { readonly place: SecondPlace }) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<{ readonly fileId: FileId; readonly fileName: string } | null>(null);
  const [entries, setEntries] = useState(choice?.entries ?? false);
  const folder = picked?.fileName ?? choice?.folder;
  const pick = async (): Promise<void> => {
    const reply = await shell.pickFile({ use: 'folder' });
    if (reply.ok && reply.value.file !== null) setPicked(reply.value.file);
  };
  return (
    <Form
      name="second"
      title={t('secondLog.form.title')}
      lead={t('secondLog.form.lead')}
      yes={t('common.save')}
      ready={folder !== undefined}
      pin="last"
      send={({ pin }) => vault['second.choose']({ folderId: picked?.fileId ?? null, entries, pin })}
      onClose={onClose}
    >
      <div className="line3">
        <Button data-testid="second-pick" onClick={() => void pick()}>
          {t('backup.settings.pick')}
        </Button>
        <b data-testid="second-picked">{folder ?? t('backup.settings.none')}</b>
      </div>
      <Switch
        label={t('secondLog.form.entries')}
        value={entries}
        onChange={setEntries}
        testId="second-entries"
      />
    </Form>
  );
}

const StopForm = ({ onClose }: FormProps) => {
  const { t } = useTranslation();
  return (
    <Form
      name="second"
      title={t('secondLog.stopForm.title')}
      lead={t('secondLog.stopForm.lead')}
      yes={t('secondLog.stopForm.yes')}
      isDanger
      pin="last"
      send={({ pin }) => vault['second.stop']({ pin })}
      onClose={onClose}
    />
  );
};

interface OpenLostProps {
  readonly onDone: (opened: Opened) => void;
  readonly onClose: () => void;
}

/** The sheet is typed for each look and kept nowhere. */
function OpenLostForm({ onDone, onClose }: OpenLostProps) {
  const { t } = useTranslation();
  const sheet = useRef<SheetHandle>(null);
  useEffect(() => sheet.current?.focus(), []);
  return (
    <Form
      name="second-open"
      testIds={{ submit: 'second-open' }}
      title={t('secondLog.open.title')}
      focus="field"
      yes={t('secondLog.open.show')}
      send={() => {
        const typed = sheet.current?.take() ?? null;
        return typed === null ? null : vault['second.open']({ sheet: typed });
      }}
      onDone={onDone}
      onClose={() => onClose()}
    >
      <SheetFields handle={sheet} />
    </Form>
  );
}

type LostEntry = Opened['lost'][number];

const LOST: Listing<LostEntry> = {
  idOf: ({ seq, time }) => `${seq} ${time}`,
  marksOf: () => ({ 'data-testid': 'second-lost-entry' }),
  columns: (t) => [
    { id: 'seq', header: t('log.columns.seq'), narrow: true, cell: ({ seq }) => seq },
    { id: 'time', header: t('log.columns.time'), narrow: true, cell: ({ time }) => formatMoment(time) },
    { id: 'who', header: t('secondLog.open.columns.who'), cell: ({ staffName }) => staffName },
    {
      id: 'what',
      header: t('log.columns.action'),
      // The vault sends actions that this version knows alone.
      cell: ({ action }) => t(`logActions.${action as LogAction}`),
    },
  ],
};

function Lost({ opened: { opened, lost, more } }: { readonly opened: Opened }) {
  const { t } = useTranslation();
  return (
    <div data-testid="second-lost">
      <Note kind={lost.length === 0 ? 'plain' : 'harm'} live>
        <p>{t('secondLog.open.done', { opened, lost: lost.length })}</p>
        {more && <p>{t('secondLog.open.more', { number: lost.length })}</p>}
      </Note>
      {lost.length > 0 && (
        <RegisterTable
          label={t('secondLog.open.done', { opened, lost: lost.length })}
          listing={LOST}
          rows={lost}
        />
      )}
    </div>
  );
}
