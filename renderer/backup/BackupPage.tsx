/** Whether there is a backup to fall back on: the last one, the last that was tried out, all that lie there, and the way back. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { BackupView } from '../../contract/backup/views.ts';
import { bridge } from '../bridge.ts';
import { formatBytes, formatMoment } from '../messages/format.ts';
import { backupStore } from './stores.ts';
import { ledTo, leadStore } from '../pages/lead-store.ts';
import { Button } from '../ui/Button.tsx';
import { Done } from '../ui/Done.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { Note } from '../ui/Note.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { BackupList } from './BackupList.tsx';
import { BackupProgress } from './BackupProgress.tsx';
import { RestoreCeremony } from './RestoreCeremony.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import css from './backup.module.css';
import { OpenFields, type OpenHandle } from './OpenFields.tsx';
import { PinField } from '../ui/PinField.tsx';
import { Switch } from '../ui/Switch.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { ReadFirst } from '../ui/ReadFirst.tsx';

export function BackupPage() {
  const { panel, busy, read, show, tellProgress } = useStore(backupStore);
  useEffect(() => {
    void read();
    if (ledTo('backups') !== null) show({ kind: 'settings' });
  }, [read, show]);
  useEffect(() => bridge.onVault['backup.progress'](tellProgress), [tellProgress]);
  if (panel.kind === 'restore') return <RestoreCeremony name={panel.name} />;
  return (
    <Page testId="screen-backup" data={{ 'data-busy': busy }}>
      <Head />
      <Overview />
    </Page>
  );
}

function Head() {
  const { t } = useTranslation();
  const { view, busy, made, make, show } = useStore(backupStore);
  const chosen = view?.settings.folder !== null && view !== null;
  return (
    <PageHeader title={t('backup.title')} lead={t('backup.lead')}>
      {chosen && (
        <Button
          weight={made === null ? 'main' : 'normal'}
          disabled={busy !== 'none'}
          data-testid="backup-make"
          onClick={() => void make()}
        >
          {t('backup.make')}
        </Button>
      )}
      {view !== null && (
        <Button
          weight={chosen ? 'normal' : 'main'}
          disabled={busy !== 'none'}
          data-testid="backup-settings"
          onClick={() => show({ kind: 'settings' })}
        >
          {t(chosen ? 'backup.change' : 'backup.chooseFirst')}
        </Button>
      )}
    </PageHeader>
  );
}

function Overview() {
  const { t } = useTranslation();
  const { view, panel, busy, failure, made, read, show } = useStore(backupStore);
  // Never tried out: what was just made is.
  const newest = view?.tested === null ? view.backups.find(({ state }) => state === 'ok') : undefined;
  const isShownByPanel = panel.kind !== 'none';
  return (
    <>
      {busy === 'making' && (
        <BackupProgress title={t('backup.making')} cancelWords={t('backup.cancelMake')} />
      )}
      {made !== null && (
        <Note live testId="backup-made">
          <Done>
            {t('backup.made', { count: made.rows })}
            {made.pruned > 0 && ` ${t('backup.pruned', { count: made.pruned })}`}
          </Done>
          {newest !== undefined && panel.kind === 'none' && (
            <Button
              weight="main"
              data-testid="backup-next"
              onClick={() => show({ kind: 'test', name: newest.name })}
            >
              {t('backup.testNext')}
            </Button>
          )}
        </Note>
      )}
      {!isShownByPanel && <ReadFailure failure={failure} testId="backup-again" onAgain={() => void read()} />}
      {view === null && busy === 'reading' && <Waiting testId="backup-reading" />}
      {view !== null && <State view={view} />}
      {panel.kind === 'settings' && view !== null && <BackupSettings view={view} />}
      {panel.kind === 'test' && <TestPanel name={panel.name} />}
      {view !== null && <BackupList view={view} />}
    </>
  );
}

/** Three facts, and what is wrong with them before anything else. */
function State({ view }: { readonly view: BackupView }) {
  const { t } = useTranslation();
  const { made, tested, settings, folder } = view;
  const free = folder !== null && folder.path === settings.folder ? folder.bytesFree : null;
  return (
    <>
      <Warnings view={view} />
      <Facts layout="columns" framed testId="backup-state">
        <Fact name={t('backup.facts.last')} testId="backup-last">
          {made === null ? t('backup.never') : formatMoment(made.at)}
        </Fact>
        <Fact name={t('backup.facts.tested')} testId="backup-tested">
          {tested === null
            ? t('backup.neverTested')
            : `${formatMoment(tested.at)} · ${t(tested.ok ? 'backup.testGood' : 'backup.testBad')}`}
        </Fact>
        <Fact name={t('backup.facts.schedule')}>
          {settings.folder === null
            ? t('common.notSet')
            : settings.on
              ? t('backup.daily', { hour: settings.hour })
              : t('backup.byHand')}
        </Fact>
        <Fact name={t('backup.facts.folder')}>
          {settings.folder ?? t('common.notSet')}
          {free !== null && (
            <small>
              {' '}
              {t('backup.free', {
                free: formatBytes(free),
                needed: formatBytes(view.bytesNeeded),
              })}
            </small>
          )}
        </Fact>
      </Facts>
    </>
  );
}

function Warnings({
  view: { warning, settings, folder, failedAt, made, kept },
}: {
  readonly view: BackupView;
}) {
  const { t } = useTranslation();
  const isGone =
    settings.folder !== null && folder !== null && folder.path === settings.folder && !folder.isThere;
  return (
    <>
      {settings.folder === null && (
        <Note testId="backup-first">
          <p>{t('backup.first')}</p>
        </Note>
      )}
      {settings.folder !== null && warning === 'overdue' && (
        <Note kind="warn" testId="backup-overdue">
          <p>{t('backup.warn.overdue')}</p>
        </Note>
      )}
      {warning !== 'same-disk' &&
        settings.folder !== null &&
        folder?.path === settings.folder &&
        folder.sameDisk === true && (
          <Note kind="warn" testId="backup-same-disk">
            <p>{t('backup.warn.sameDisk')}</p>
          </Note>
        )}
      {warning === 'same-disk' && (
        <Note kind="warn" testId="backup-same-disk">
          <p>{t('backup.warn.sameDisk')}</p>
        </Note>
      )}
      {isGone && (
        <Note kind="harm" testId="backup-gone">
          <p>{t('backup.warn.gone')}</p>
        </Note>
      )}
      {!isGone && failedAt !== null && (made === null || failedAt > made.at) && (
        <Note kind="harm" testId="backup-failed">
          <p>{t('backup.warn.failed', { time: formatMoment(failedAt) })}</p>
        </Note>
      )}
      {kept.length > 0 && (
        <Note testId="backup-kept">
          <p>{t('backup.kept', { names: kept.join(', ') })}</p>
        </Note>
      )}
    </>
  );
}

/** Tries out whether a backup could be restored, without putting it in place. */
function TestPanel({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const { view, busy, failure, tested, test, show } = useStore(backupStore);
  const fields = useRef<OpenHandle>(null);
  const backup = view?.backups.find((one) => one.name === name);
  const bySheet = backup?.opensBy !== 'pin';
  if (busy === 'testing')
    return <BackupProgress title={t('backup.test.running')} cancelWords={t('backup.test.cancel')} />;
  if (tested !== null) {
    return (
      <Note live testId="backup-test-good">
        <Done>
          {t('backup.test.good', {
            time: formatMoment(tested.createdAt),
            tables: tested.tables,
            rows: tested.rows,
          })}
        </Done>
        <Button data-testid="backup-test-close" onClick={() => show({ kind: 'none' })}>
          {t('common.close')}
        </Button>
      </Note>
    );
  }
  return (
    <Form
      name="backup-test"
      testIds={{ submit: 'backup-test' }}
      title={t('backup.test.title', { name })}
      busy={busy !== 'none'}
      failure={failure}
      yes={t('backup.test.start')}
      send={() => {
        const proof = fields.current?.take() ?? null;
        if (proof !== null) void test(proof);
      }}
      onClose={() => show({ kind: 'none' })}
    >
      <p className="quiet">
        {t('backup.test.lead')} {bySheet && t('backup.needsSheet')}
      </p>
      <div className={cx('line4', css.line)}>
        <OpenFields bySheet={bySheet} handle={fields} />
      </div>
    </Form>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Where backups go, and when: a folder picked in the system's own dialog, an hour, the own PIN. */
function BackupSettings({ view: { settings } }: { readonly view: BackupView }) {
  const { t } = useTranslation();
  const { picked, busy, failure, pickFolder, choose, show } = useStore(backupStore);
  const [on, setOn] = useState(settings.on);
  const [hour, setHour] = useState(settings.hour);
  const isLed = useStore(leadStore, ({ isLed: led, at }) => led && at === 'backups');
  const folder = picked?.fileName ?? settings.folder;

  return (
    <Form
      name="backup-settings"
      testIds={{ submit: 'backup-save' }}
      title={t('backup.settings.title')}
      busy={busy !== 'none'}
      failure={failure}
      yes={t('common.save')}
      ready={folder !== null}
      gathers={false}
      send={({ pin }) => void choose({ on, hour, pin, tries: isLed && settings.folder === null })}
      onClose={() => show({ kind: 'none' })}
    >
      <ReadFirst>
        <p className="quiet">{t('backup.settings.lead')}</p>
      </ReadFirst>
      <div className={cx('line4', css.line)}>
        <Button data-testid="backup-pick" onClick={() => void pickFolder()}>
          {t('backup.settings.pick')}
        </Button>
        <b data-testid="backup-folder">{folder ?? t('backup.settings.none')}</b>
      </div>
      <div className={cx('line4', css.line)}>
        <Switch label={t('backup.settings.daily')} value={on} onChange={setOn} testId="backup-on" />
        {on && (
          <SelectField
            label={t('backup.settings.hour')}
            value={hour}
            choices={choicesOf(HOURS, (one) =>
              t('backup.settings.oClock', { hour: String(one).padStart(2, '0') }),
            )}
            testId="backup-hour"
            onChange={setHour}
          />
        )}
      </div>
      <PinField />
    </Form>
  );
}
