/** Where an admin lands: whether everything that an admin looks after is as it should be, a tile each, and the way to it. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { backupWarningStore } from '../backup/stores.ts';
import { useNow } from '../countdown.ts';
import { dueAlert } from '../key-management/due-alert.ts';
import { dueStore, keysStore } from '../key-management/stores.ts';
import { EveningCard } from '../evidence/EveningCard.tsx';
import { evidenceStore } from '../evidence/stores.ts';
import { FirstDayCard } from '../first-day/FirstDayCard.tsx';
import { otherSystemsStore } from '../other-systems/stores.ts';
import type { PageName } from '../pages/define-page.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { staffStore } from '../staff/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { type StatReading, StatTile } from '../ui/StatTile.tsx';
import css from './overview.module.css';
import { readBackups, readEvidence, readKeys, readStaff, readSystems } from './readings.ts';

/** Milliseconds: days left change at midnight. */
const LOOK_EVERY = 60_000;

export function OverviewPage() {
  const { t } = useTranslation();
  return (
    <Page testId="screen-overview">
      <PageHeader title={t('overview.title')} lead={t('overview.lead')} />
      <PageBody label={t('overview.title')} spaced>
        <FirstDayCard then={<EveningCard />} />
        <div className={cx(css.tiles)}>
          <KeysTile />
          <BackupTile />
          <StaffTile />
          <SystemsTile />
          <EvidenceTile />
        </div>
      </PageBody>
    </Page>
  );
}

function KeysTile() {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  const now = useNow(LOOK_EVERY);
  const { view, failure, read } = useStore(keysStore);
  useStore(dueStore);
  useEffect(() => void read(), [read]);
  const urgent = dueAlert.alertOf({ t, role, now })?.words ?? null;
  return (
    <StatTile
      icon="lock"
      title={t('overview.keys.title')}
      reading={view === null ? null : readKeys(t, view, urgent, now)}
      failure={failure}
      onAgain={() => void read()}
      testId="tile-keys"
    >
      <GoButton page="keys" words={t('overview.keys.go')} />
    </StatTile>
  );
}

function BackupTile() {
  const { t } = useTranslation();
  const { warning, lastAt, known, failure, read } = useStore(backupWarningStore);
  useEffect(() => void read(), [read]);
  const reading: StatReading | null = known ? readBackups(t, { warning, lastAt }) : null;
  return (
    <StatTile
      icon="shield"
      title={t('overview.backup.title')}
      reading={reading}
      failure={failure}
      onAgain={() => void read()}
      testId="tile-backup"
    >
      <GoButton page="backup" words={t('overview.backup.go')} />
    </StatTile>
  );
}

function StaffTile() {
  const { t } = useTranslation();
  const { members, known, failure, read } = useStore(staffStore);
  useEffect(() => void read(), [read]);
  return (
    <StatTile
      icon="two"
      title={t('staff.title')}
      reading={known ? readStaff(t, members) : null}
      failure={failure}
      onAgain={() => void read()}
      testId="tile-staff"
    >
      <GoButton page="staff" words={t('overview.staff.go')} />
    </StatTile>
  );
}

function SystemsTile() {
  const { t } = useTranslation();
  const { register, failure, read } = useStore(otherSystemsStore);
  useEffect(() => void read(), [read]);
  return (
    <StatTile
      icon="cable"
      title={t('overview.systems.title')}
      reading={register === null ? null : readSystems(t, register.systems)}
      failure={failure}
      onAgain={() => void read()}
      testId="tile-other-systems"
    >
      <GoButton page="other-systems" words={t('overview.systems.go')} />
    </StatTile>
  );
}

function EvidenceTile() {
  const { t } = useTranslation();
  const { dashboard, failure, read } = useStore(evidenceStore);
  useEffect(() => void read(), [read]);
  return (
    <StatTile
      icon="compliance"
      title={t('overview.evidence.title')}
      reading={dashboard === null ? null : readEvidence(t, dashboard.evidence)}
      failure={failure}
      onAgain={() => void read()}
      testId="tile-evidence"
    >
      <GoButton page="evidence" words={t('overview.evidence.go')} />
    </StatTile>
  );
}

function GoButton({ page, words }: { readonly page: PageName; readonly words: string }) {
  return (
    <Button data-testid={`tile-${page}-go`} onClick={() => deskStore.getState().go(page)}>
      {words}
    </Button>
  );
}
