/** The inventory: how many people, what is held of them, for what and by what right. An admin settles purpose and basis; a supervisor reads. */
import { useMemo, type ReactNode } from 'react';
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
import { type Listing, RegisterTable, type InList } from '../ui/RegisterTable.tsx';
import { Table } from '../ui/Table.tsx';
import { basisNames, basisWords, limitTone, purposeWords, said } from './line-words.ts';
import { inventoryStore } from './stores.ts';
import { BASES, PURPOSES } from '../../contract/fields.ts';
import { MAX_RETENTION_WORDS } from '../../contract/inventory/lists.ts';
import { useDraft } from '../pages/use-draft.ts';
import { SeveralChips } from '../ui/Chips.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { OptionalSelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { formatMoment } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';

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
      cell: (line) => basisNames(t, line),
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

interface GroundsFormProps {
  readonly line: InventoryLine;
  readonly onClose: (view?: InventoryView) => void;
  readonly onStale: () => Promise<void>;
}

interface Draft {
  readonly purpose: readonly InventoryLine['purposes'][number][];
  readonly bases: InventoryLine['bases'];
  readonly retention: string;
}

/** An admin settles what a line of the inventory is for, and by what right towards each group of people. */
function GroundsForm({ line, ...form }: GroundsFormProps) {
  const { t, i18n } = useTranslation();
  const { draft, put, of } = useDraft<Draft>({
    purpose: line.purposes,
    bases: line.bases,
    retention: line.ownRetention ?? '',
  });
  const { item, version } = line;
  const retention = draft.retention.trim();
  const byRules = line.ownRetention === null ? said(i18n.language, line.retention) : '';
  return (
    <Form
      {...form}
      name="inventory"
      title={t('inventory.changeTitle', { item: t(`inventory.items.${item}`) })}
      lead={t('inventory.changeLead')}
      yes={t('common.save')}
      pin="last"
      send={({ pin }) =>
        bridge.vault['inventory.change']({
          item,
          version,
          purposes: [...draft.purpose],
          bases: draft.bases,
          retention: retention === '' ? null : retention,
          pin,
        })
      }
      toast={(say) => say('edit.saved')}
    >
      <SeveralChips
        {...of('purpose')}
        label={t('inventory.columns.purposes')}
        choices={choicesOf(PURPOSES, (purpose) => t(`purposes.${purpose}`))}
      />
      <FieldLine>
        {draft.bases.map(({ subject, basis }, at) => (
          <OptionalSelectField
            key={subject}
            label={t('inventory.basisOf', { subject: t(`inventory.subjects.${subject}`) })}
            value={basis}
            choices={choicesOf(BASES, (one) => t(`bases.${one}`))}
            none={t('inventory.none')}
            testId={`inventory-basis-${subject}`}
            onChange={(chosen) => put({ bases: draft.bases.with(at, { subject, basis: chosen }) })}
          />
        ))}
      </FieldLine>
      <TextField
        {...of('retention')}
        label={t('inventory.wording')}
        hint={t('inventory.wordingHint')}
        maxLength={MAX_RETENTION_WORDS}
      />
      {byRules !== '' && (
        <details className="small quiet">
          <summary>{t('inventory.facts.retention')}</summary>
          <Parts words={byRules} />
        </details>
      )}
    </Form>
  );
}

interface LineDrawerProps {
  readonly of: InList<InventoryLine>;
  readonly view: InventoryView;
  readonly onChange: ((line: InventoryLine) => void) | null;
}

/** One line of the inventory in full. */
function LineDrawer({ of, view, onChange }: LineDrawerProps) {
  const { t, i18n } = useTranslation();
  const line = of.row;
  return (
    <ListDrawer
      of={of}
      name="inventory"
      title={t(`inventory.items.${line.item}`)}
      hasSteps
      facts={factsOf(t, i18n.language, line, view)}
      foot={
        onChange !== null && (
          <Button weight="main" data-testid="inventory-change" onClick={() => onChange(line)}>
            {t('inventory.change')}
          </Button>
        )
      }
    >
      <SourceNote {...view.law} />
    </ListDrawer>
  );
}

/** A time for each kind of people, a line each. */
const Parts = ({ words }: { readonly words: string }) =>
  words.split(/[；;] ?/u).map((part) => <p key={part}>{part}</p>);

/** Facts of the line. */
function factsOf(
  t: Translate,
  language: string,
  line: InventoryLine,
  { access }: InventoryView,
): readonly (readonly [string, ReactNode])[] {
  const who = access.find(({ tier }) => tier === line.tier);
  const { changed, note, noteEn } = line;
  const own = line.ownRetention === null ? '' : ` (${t('inventory.ownRetention')})`;
  return [
    [
      t('inventory.columns.class'),
      `${t(`inventory.classes.${line.class}`)} · ${t(`inventory.grounds.${line.ground}`)}`,
    ],
    [t('inventory.columns.purposes'), purposeWords(t, line)],
    ...basisWords(t, line).map((words, at) => [at === 0 ? t('inventory.columns.bases') : '', words] as const),
    [
      t('inventory.facts.retention'),
      <Parts key="retention" words={`${said(language, line.retention)}${own}`} />,
    ],
    [t('inventory.columns.tier'), t(`inventory.tiers.${line.tier}`)],
    [
      t('inventory.facts.who'),
      who === undefined
        ? ''
        : t('inventory.who', {
            roles: who.roles.map((role) => t(`roles.${role}`)).join(t('scope.and')),
            names: who.names.join(t('scope.and')),
          }),
    ],
    [t('inventory.facts.count'), line.count],
    [t('inventory.facts.note'), language === 'en' ? noteEn : note],
    [
      t('inventory.facts.changed'),
      <Badge key="changed" tone={changed === null ? 'amber' : 'good'}>
        {changed === null
          ? t('inventory.proposed')
          : t('inventory.changedBy', { name: changed.by, time: formatMoment(changed.at) })}
      </Badge>,
    ],
  ];
}
