/** Where an admin lands: whether everything that an admin looks after is as it should be, a tile each, and the way to it. */
import { type ComponentProps, useEffect } from 'react';
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
import { StatTile } from '../ui/StatTile.tsx';
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

interface TileProps extends Pick<ComponentProps<typeof StatTile>, 'icon' | 'title' | 'reading' | 'failure'> {
  readonly page: PageName;
  /** On the button that leads there. */
  readonly go: string;
  readonly read: () => Promise<void>;
}

function Tile({ page, go, read, ...tile }: TileProps) {
  useEffect(() => void read(), [read]);
  return (
    <StatTile {...tile} onAgain={() => void read()} testId={`tile-${page}`}>
      <Button data-testid={`tile-${page}-go`} onClick={() => deskStore.getState().go(page)}>
        {go}
      </Button>
    </StatTile>
  );
}

function KeysTile() {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  const now = useNow(LOOK_EVERY);
  const { view, failure, read } = useStore(keysStore);
  useStore(dueStore);
  const urgent = dueAlert.alertOf({ t, role, now })?.words ?? null;
  const reading = view === null ? null : readKeys(t, view, urgent, now);
  const words = { title: t('overview.keys.title'), go: t('overview.keys.go') };
  return <Tile page="keys" icon="lock" {...words} {...{ reading, failure, read }} />;
}

function BackupTile() {
  const { t } = useTranslation();
  const { warning, lastAt, known, failure, read } = useStore(backupWarningStore);
  const reading = known ? readBackups(t, { warning, lastAt }) : null;
  const words = { title: t('overview.backup.title'), go: t('overview.backup.go') };
  return <Tile page="backup" icon="shield" {...words} {...{ reading, failure, read }} />;
}

function StaffTile() {
  const { t } = useTranslation();
  const { members, known, failure, read } = useStore(staffStore);
  const reading = known ? readStaff(t, members) : null;
  const words = { title: t('staff.title'), go: t('overview.staff.go') };
  return <Tile page="staff" icon="two" {...words} {...{ reading, failure, read }} />;
}

function SystemsTile() {
  const { t } = useTranslation();
  const { register, failure, read } = useStore(otherSystemsStore);
  const reading = register === null ? null : readSystems(t, register.systems);
  const words = { title: t('overview.systems.title'), go: t('overview.systems.go') };
  return <Tile page="other-systems" icon="cable" {...words} {...{ reading, failure, read }} />;
}

function EvidenceTile() {
  const { t } = useTranslation();
  const { dashboard, failure, read } = useStore(evidenceStore);
  const reading = dashboard === null ? null : readEvidence(t, dashboard.evidence);
  const words = { title: t('overview.evidence.title'), go: t('overview.evidence.go') };
  return <Tile page="evidence" icon="compliance" {...words} {...{ reading, failure, read }} />;
}
