/** The inventory: how many people, what is held of them, for what and by what right. An admin settles purpose and basis; a supervisor reads. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { InventoryItemId } from '../../contract/inventory/lists.ts';
import type { InventoryLine, InventoryView, PeopleLimit } from '../../contract/inventory/routes.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { GiveButtons } from '../pages/GiveButtons.tsx';
import { SourceNote } from '../pages/SourceNote.tsx';
import { Badge } from '../ui/Badge.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { Note } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Table } from '../ui/Table.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { GroundsForm } from './GroundsForm.tsx';
import { basisWords, itemWords, limitTone, purposeWords } from './line-words.ts';
import { LineDrawer } from './LineDrawer.tsx';
import { inventoryStore } from './stores.ts';

const { vault } = bridge;

export function InventoryPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { register, failure, read, show } = useStore(inventoryStore);
  const [changing, setChanging] = useState<InventoryLine | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => void read(), [read]);
  const close = (next?: InventoryView): void => {
    if (next !== undefined) show(next);
    setChanging(null);
    list.current?.focus();
  };
  return (
    <Page testId="screen-inventory" whole={changing !== null}>
      <PageHeader title={t('inventory.title')} lead={t('inventory.lead')}>
        {changing === null && register !== null && (
          <GiveButtons
            of="form"
            name="inventory"
            ask={(fileId) => vault['inventory.give'](fileId === undefined ? {} : { fileId })}
          />
        )}
      </PageHeader>
      <ReadFailure failure={failure} testId="inventory-again" onAgain={() => void read()} />
      {register === null && failure === null && <Waiting testId="inventory-reading" />}
      {register !== null && (
        <PageBody ref={list} label={t('inventory.title')} spaced>
          {changing === null ? (
            <View view={register} onChange={signedIn.role === 'admin' ? setChanging : null} />
          ) : (
            <GroundsForm line={changing} onClose={close} onStale={read} />
          )}
        </PageBody>
      )}
    </Page>
  );
}

const LIMIT_COLUMNS = ['limit', 'state', 'means', 'source'] as const;

const limitWords = (t: Translate, language: string, { title, titleEn, people }: PeopleLimit): string =>
  t('inventory.limit', {
    title: language === 'en' ? titleEn : title,
    people: people.toLocaleString('en'),
  });

interface ViewProps {
  readonly view: InventoryView;
  readonly onChange: ((line: InventoryLine) => void) | null;
}

function View({ view, onChange }: ViewProps) {
  const { t, i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  const { lines, people, limits, law } = view;
  const findings = lines.filter(({ finding }) => finding).length;
  return (
    <>
      {findings > 0 && (
        <Note kind="harm" testId="inventory-findings">
          <p>{t('inventory.findings', { count: findings })}</p>
        </Note>
      )}
      <Facts layout="columns" framed testId="inventory-people">
        <Fact name={t('inventory.people')}>{people.held.toLocaleString('en')}</Fact>
        <Fact name={t('inventory.companies')}>{people.companies.toLocaleString('en')}</Fact>
        {limits.slice(0, 1).map((limit) => (
          <Fact key={limit.id} name={limitWords(t, i18n.language, limit)} testId="inventory-limit">
            <Badge tone={limitTone(limit)}>{t(`inventory.limitStates.${limit.state}`)}</Badge>
          </Fact>
        ))}
      </Facts>
      <Lines view={view} onChange={onChange} />
      <h2>{t('inventory.limits')}</h2>
      <Table columns={LIMIT_COLUMNS} words={(column) => t(`inventory.limitColumns.${column}`)}>
        {limits.map((limit) => (
          <tr key={limit.id} data-testid={`inventory-limit-${limit.id}`}>
            <td>{limitWords(t, i18n.language, limit)}</td>
            <td>
              <Badge tone={limitTone(limit)}>{t(`inventory.limitStates.${limit.state}`)}</Badge>
            </td>
            <td>{isEnglish ? limit.meansEn : limit.means}</td>
            <td className="quiet">{`${isEnglish ? limit.sourceEn : limit.source} · ${limit.grade}`}</td>
          </tr>
        ))}
      </Table>
      <SourceNote {...law} />
    </>
  );
}

function Lines({ view, onChange }: ViewProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<InventoryItemId | null>(null);
  const columns = useMemo(() => columnsIn(t), [t]);
  const opening = useMemo(
    () => ({
      words: ({ item }: InventoryLine) => t('inventory.open', { item: itemWords(t, item) }),
      open: ({ item }: InventoryLine) => setOpened(item),
    }),
    [t],
  );
  // What is to be completed stands first.
  const lines = useMemo(
    () => view.lines.toSorted((one, other) => Number(other.finding) - Number(one.finding)),
    [view.lines],
  );
  const line = lines.find(({ item }) => item === opened);
  return (
    <>
      <DataTable
        label={t('inventory.title')}
        columns={columns}
        groups={[{ id: 'all', heading: null, rows: lines }]}
        keyOf={keyOf}
        marksOf={marksOf}
        opening={{ ...opening, shown: opened }}
      />
      {line !== undefined && (
        <LineDrawer view={view} lines={lines} line={line} onOpen={setOpened} onChange={onChange} />
      )}
    </>
  );
}

const keyOf = ({ item }: InventoryLine): string => item;
const marksOf = ({ item, finding }: InventoryLine) => ({
  'data-testid': 'inventory-line',
  'data-item': item,
  'data-state': finding ? 'finding' : 'fine',
});

const columnsIn = (t: Translate): readonly Column<InventoryLine>[] => [
  {
    id: 'item',
    header: t('inventory.columns.item'),
    cell: ({ item }) => itemWords(t, item),
  },
  {
    id: 'class',
    header: t('inventory.columns.class'),
    narrow: true,
    cell: (line) =>
      line.class === 'general' ? (
        t('inventory.classes.general')
      ) : (
        <Badge tone="amber">{t('inventory.classes.sensitive')}</Badge>
      ),
  },
  {
    id: 'purposes',
    header: t('inventory.columns.purposes'),
    cell: (line) =>
      line.finding ? <Badge tone="harm">{t('inventory.needs')}</Badge> : purposeWords(t, line),
  },
  {
    id: 'bases',
    header: t('inventory.columns.bases'),
    second: true,
    cell: (line) => basisWords(t, line).join(t('inventory.apart')),
  },
  {
    id: 'tier',
    header: t('inventory.columns.tier'),
    narrow: true,
    second: true,
    cell: ({ tier }) => t(`inventory.tiers.${tier}`),
  },
  { id: 'count', header: t('inventory.columns.count'), number: true, cell: ({ count }) => count },
];
