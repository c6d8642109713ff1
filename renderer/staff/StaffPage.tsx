/** Who works here: since when, last seen, what is the matter with their way in; and what an admin can do about it, each a short ceremony. */
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { StaffMember } from '../../contract/staff/views.ts';
import { scopeWords } from '../limit-override/area-words.ts';
import { useDesk } from '../pages/desk-context.ts';
import { formatDate, formatDuration, formatMoment } from '../messages/format.ts';
import { staffStore } from './stores.ts';
import { Badge, type BadgeTone } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { CeremonyView } from './CeremonyView.tsx';
import css from './staff.module.css';
import type { StaffCeremony } from './staff-store.ts';

export function StaffPage() {
  const { ceremony, read } = useStore(staffStore);
  useEffect(() => void read(), [read]);
  if (ceremony === null) return <StaffList />;
  const { kind, step, member } = ceremony;
  return (
    <div className={cx(css.ceremony)} data-testid="screen-staff" data-ceremony={kind} data-step={step}>
      <CeremonyView key={`${kind} ${member?.staffId ?? ''}`} ceremony={ceremony} />
    </div>
  );
}

function StaffList() {
  const { t } = useTranslation();
  const { members, known, failure, read, begin } = useStore(staffStore);
  const { staffId: me } = useDesk().signedIn;
  const columns = useMemo(() => columnsIn(t, me), [t, me]);
  return (
    <Page testId="screen-staff" data={{ 'data-ceremony': 'list' }}>
      <PageHeader title={t('staff.title')} lead={t('staff.lead')}>
        <Button weight="main" autoFocus data-testid="staff-add" onClick={() => begin('add', null)}>
          <Icon name="plus" /> {t('staff.actions.add')}
        </Button>
      </PageHeader>
      <ReadFailure failure={failure} testId="staff-again" onAgain={() => void read()} />
      {!known && failure === null && <Waiting testId="staff-reading" />}
      {known && (
        <PageBody label={t('staff.title')}>
          <DataTable
            label={t('staff.title')}
            columns={columns}
            groups={[{ id: 'all', heading: null, rows: members }]}
            keyOf={keyOf}
            marksOf={marksOf}
          />
        </PageBody>
      )}
    </Page>
  );
}

const keyOf = ({ staffId }: StaffMember): string => staffId;
const marksOf = ({ displayName }: StaffMember) => ({
  'data-testid': 'staff-member',
  'data-name': displayName,
});

const columnsIn = (t: Translate, me: StaffMember['staffId']): readonly Column<StaffMember>[] => [
  {
    id: 'name',
    header: t('staff.columns.name'),
    cell: ({ displayName, staffId }) => (
      <>
        {displayName}
        {staffId === me && <small> {t('staff.you')}</small>}
      </>
    ),
  },
  {
    id: 'role',
    header: t('staff.columns.role'),
    cell: ({ role, scope }) => (
      <>
        {t(`roles.${role}`)}
        {scope.length > 0 && (
          <p className={cx('quiet', 'small')} data-testid="staff-scope-of">
            {t('staff.flags.scope', { scope: scopeWords(t, scope) })}
          </p>
        )}
      </>
    ),
  },
  { id: 'since', header: t('staff.columns.since'), narrow: true, cell: ({ since }) => formatDate(since) },
  {
    id: 'last',
    header: t('staff.columns.last'),
    narrow: true,
    cell: ({ lastSignInAt }) => (lastSignInAt === null ? t('staff.never') : formatMoment(lastSignInAt)),
  },
  { id: 'state', header: t('staff.columns.state'), cell: (member) => <Flags member={member} /> },
  {
    id: 'actions',
    header: t('staff.columns.actions'),
    narrow: true,
    second: true,
    cell: (member) => <Actions member={member} isMe={member.staffId === me} />,
  },
];

function Actions({ member, isMe }: { readonly member: StaffMember; readonly isMe: boolean }) {
  const { t } = useTranslation();
  const kinds = actionsFor(member, isMe);
  const folded = kinds.filter((kind) => kind !== 'open');
  return (
    <div className="row1">
      {/* Who cannot sign in waits for it. */}
      {kinds.includes('open') && (
        <Button
          weight="plain"
          aria-label={`${t('staff.actions.open')} · ${member.displayName}`}
          data-testid="staff-open"
          onClick={() => staffStore.getState().begin('open', member)}
        >
          {t('staff.actions.open')}
        </Button>
      )}
      <Menu
        words={t('staff.more')}
        label={`${t('staff.more')} · ${member.displayName}`}
        testId="staff-menu"
        actions={folded.map((kind) => ({
          words: t(`staff.actions.${kind}`),
          isDanger: kind === 'leave',
          testId: `staff-${kind}`,
          run: () => staffStore.getState().begin(kind, member),
        }))}
      />
    </div>
  );
}

/** Nobody resets, moves or dismisses themselves; the last of a role stays until somebody takes their place. */
function actionsFor(
  { last, closed, waitSeconds, role }: StaffMember,
  isMe: boolean,
): readonly StaffCeremony[] {
  if (isMe) return ['rename', 'link'];
  const open: readonly StaffCeremony[] = closed || waitSeconds > 0 ? ['open'] : [];
  const scope: readonly StaffCeremony[] = role === 'receptionist' ? ['scope'] : [];
  return [...open, ...scope, 'reset', 'rename', 'link', ...(last ? [] : (['role', 'leave'] as const))];
}

function Flags({ member }: { readonly member: StaffMember }) {
  const { t } = useTranslation();
  const { closed, waitSeconds, dormant, twoRoles, suspended, resident, last } = member;
  const flags: readonly (readonly [is: boolean, tone: BadgeTone, words: string, testId?: string])[] = [
    [closed, 'harm', t('staff.flags.closed'), 'staff-closed'],
    [!closed && waitSeconds > 0, 'harm', t('staff.flags.waiting', { wait: formatDuration(t, waitSeconds) })],
    [suspended, 'harm', t('staff.flags.suspended'), 'staff-suspended'],
    [dormant, 'amber', t('staff.flags.dormant'), 'staff-dormant'],
    [twoRoles, 'amber', t('staff.flags.twoRoles'), 'staff-two-roles'],
    [!closed && waitSeconds === 0 && !suspended, 'good', t('staff.flags.usual')],
    [resident !== null, 'plain', t('staff.flags.resident'), 'staff-resident'],
    [last, 'plain', t('staff.flags.last')],
  ];
  return (
    <ul className="line1">
      {flags.map(
        ([is, tone, words, testId]) =>
          is && (
            <li key={words} data-testid={testId}>
              <Badge tone={tone}>{words}</Badge>
            </li>
          ),
      )}
    </ul>
  );
}
