/** The inventory: how many people, what is held of them, for what and by what right. An admin settles purpose and basis; a supervisor reads. */
import { useMemo } from 'react';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { InventoryLine, InventoryView, PeopleLimit } from '../../contract/inventory/routes.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { GiveButtons } from '../pages/GiveButtons.tsx';
import { SourceNote } from '../pages/SourceNote.tsx';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { Badge } from '../ui/Badge.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { Note } from '../ui/Note.tsx';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { Table } from '../ui/Table.tsx';
import { GroundsForm } from './GroundsForm.tsx';
import { basisWords, limitTone, purposeWords } from './line-words.ts';
import { LineDrawer } from './LineDrawer.tsx';
import { inventoryStore } from './stores.ts';

const { vault } = bridge;

export function InventoryPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { frame, open, setOpen, close, read } = useRegisterPage<InventoryView, InventoryLine>(inventoryStore);
  return (
    <RegisterPage
      {...frame}
      screen="inventory"
      name="inventory"
      title={t('inventory.title')}
      lead={t('inventory.lead')}
      buttons={
        frame.register !== null && (
          <GiveButtons
            of="form"
            name="inventory"
            ask={(fileId) => vault['inventory.give'](fileId === undefined ? {} : { fileId })}
          />
        )
      }
      form={open !== null && <GroundsForm line={open} onClose={close} onStale={read} />}
    >
      {(view) => <View view={view} onChange={signedIn.role === 'admin' ? setOpen : null} />}
    </RegisterPage>
  );
}

const LIMIT_COLUMNS = ['limit', 'state', 'means', 'source'] as const;

const limitWords = (t: Translate, language: string, { title, titleEn, people }: PeopleLimit): string =>
  t('inventory.limit', { title: language === 'en' ? titleEn : title, people: people.toLocaleString('en') });

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
  // What is to be completed stands first.
  const lines = useMemo(
    () => view.lines.toSorted((one, other) => Number(other.finding) - Number(one.finding)),
    [view.lines],
  );
  return (
    <RegisterTable label={t('inventory.title')} listing={LINES} rows={lines}>
      {(one) => <LineDrawer of={one} view={view} onChange={onChange} />}
    </RegisterTable>
  );
}

const LINES: Listing<InventoryLine> = {
  idOf: ({ item }) => item,
  marksOf: ({ item, finding }) => ({
    'data-testid': 'inventory-line',
    'data-item': item,
    'data-state': finding ? 'finding' : 'fine',
  }),
  columns: (t) => [
    { id: 'item', header: t('inventory.columns.item'), cell: ({ item }) => t(`inventory.items.${item}`) },
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
  ],
};
