/** Files in columns; each opens in a drawer. */
import { type Translate, useTranslation } from '../messages/translate.ts';
import { MAX_SWEEP_COUNT } from '../../contract/sweep/lists.ts';
import type { SweepFinding } from '../../contract/sweep/routes.ts';
import { formatDate } from '../messages/format.ts';
import { Badge } from '../ui/Badge.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';

interface FindingTableProps {
  readonly label: string;
  readonly findings: readonly SweepFinding[];
  readonly shown: number | null;
  readonly onOpen: (findingId: number) => void;
}

export function FindingTable({ label, findings, shown, onOpen }: FindingTableProps) {
  return (
    <RegisterTable
      label={label}
      listing={FINDINGS}
      rows={findings}
      shown={shown}
      onShow={(finding) => finding !== null && onOpen(finding.findingId)}
    />
  );
}

/** A file with very many is counted so far and no further. */
export const countOf = (people: number): string =>
  people >= MAX_SWEEP_COUNT / 2 ? `${people}+` : String(people);

/** The name of a file, or that it is not shown now. */
export const nameOf = (t: Translate, { name }: SweepFinding): string => name ?? t('sweep.hiddenName');

const FINDINGS: Listing<SweepFinding> = {
  idOf: ({ findingId }) => findingId,
  marksOf: ({ isOpen }) => ({ 'data-testid': 'sweep-finding', 'data-open': String(isOpen) }),
  columns: (t) => [
    { id: 'name', header: t('sweep.columns.name'), cell: (finding) => nameOf(t, finding) },
    {
      id: 'people',
      header: t('sweep.runs.people'),
      narrow: true,
      number: true,
      cell: ({ people }) => countOf(people),
    },
    {
      id: 'numbers',
      header: t('sweep.columns.numbers'),
      narrow: true,
      number: true,
      cell: ({ ids, phones }) => `${ids} / ${phones}`,
    },
    {
      id: 'place',
      header: t('sweep.columns.place'),
      narrow: true,
      second: true,
      cell: ({ place }) => t(`sweep.places.${place}`),
    },
    {
      id: 'changed',
      header: t('sweep.columns.changed'),
      narrow: true,
      second: true,
      cell: ({ changed }) => formatDate(changed),
    },
    {
      id: 'state',
      header: t('backup.columns.state'),
      second: true,
      cell: (finding) => <State {...finding} />,
    },
  ],
};

function State({ decision, isOpen, people, unread, copies }: SweepFinding) {
  const { t } = useTranslation();
  const isKept = decision?.what === 'accepted' && !isOpen;
  if (unread !== null && people === 0 && !isKept) return <Badge>{t(`sweep.unreadReasons.${unread}`)}</Badge>;
  const more = copies === 0 ? null : <small> {t('sweep.copies', { number: copies })}</small>;
  if (decision?.what === 'accepted')
    return isOpen ? (
      <>
        <Badge tone="amber">{t('sweep.states.due')}</Badge>
        {more}
      </>
    ) : (
      <Badge>{t('sweep.states.accepted', { until: decision.until })}</Badge>
    );
  return (
    <>
      <Badge tone="amber">
        {t(decision?.what === 'imported' ? 'sweep.states.imported' : 'sweep.states.open')}
      </Badge>
      {more}
    </>
  );
}
