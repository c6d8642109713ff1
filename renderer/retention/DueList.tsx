/** People whose purpose is over, by the page, in masks; each opens to what may be done. */
import { useEffect, useMemo, useState } from 'react';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { RetentionList } from '../../contract/retention/lists.ts';
import type { RetentionCursor, RetentionPerson } from '../../contract/retention/routes.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { Drawer } from '../ui/Drawer.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import formCss from '../ui/form.module.css';
import { FailureNote } from '../ui/Note.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import type { Open } from './open-form.ts';
import css from './retention.module.css';

interface DueListProps {
  readonly list: RetentionList;
  readonly onOpen: (open: Open) => void;
}

export function DueList({ list, onOpen }: DueListProps) {
  const { t } = useTranslation();
  const { people, next, failure, more } = usePeople(list);
  const [opened, setOpened] = useState<number | null>(null);
  const columns = useMemo(() => columnsIn(t), [t]);
  const opening = useMemo(
    () => ({
      words: ({ personId, nameMask }: RetentionPerson) =>
        t('retention.number', { number: personId, mask: nameMask }),
      open: ({ personId }: RetentionPerson) => setOpened(personId),
    }),
    [t],
  );
  if (failure !== null) return <FailureNote failure={failure} />;
  if (people === null) return <Waiting testId="retention-list-reading" />;
  if (people.length === 0)
    return <EmptyState small drawing="check" words={t(`retention.none.${list}`)} testId="retention-none" />;
  const person = people.find(({ personId }) => personId === opened);
  return (
    <>
      <DataTable
        label={t(`retention.lists.${list}`)}
        columns={columns}
        groups={[{ id: 'all', heading: null, rows: people }]}
        keyOf={keyOf}
        marksOf={marksOf}
        opening={{ ...opening, shown: opened === null ? null : String(opened) }}
      />
      {next !== null && (
        <div>
          <Button data-testid="retention-next" onClick={more}>
            {t('retention.next')}
          </Button>
        </div>
      )}
      {person !== undefined && (
        <PersonDrawer people={people} person={person} list={list} onShow={setOpened} onOpen={onOpen} />
      )}
    </>
  );
}

function usePeople(list: RetentionList) {
  const [people, setPeople] = useState<readonly RetentionPerson[] | null>(null);
  const [next, setNext] = useState<RetentionCursor | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = async (after: RetentionCursor | null): Promise<void> => {
    const reply = await bridge.vault['retention.list']({ of: list, after });
    if (!reply.ok) return setFailure(reply.error);
    setPeople((before) => [...(after === null ? [] : (before ?? [])), ...reply.value.people]);
    setNext(reply.value.next);
  };
  useEffect(() => {
    void read(null);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the list is drawn anew for each kind
  }, []);
  return { people, next, failure, more: () => void read(next) };
}

interface PersonDrawerProps extends DueListProps {
  readonly people: readonly RetentionPerson[];
  readonly person: RetentionPerson;
  readonly onShow: (personId: number | null) => void;
}

function PersonDrawer({ people, person, list, onShow, onOpen }: PersonDrawerProps) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const at = people.indexOf(person);
  const step = (by: 1 | -1): void => {
    const next = people[at + by];
    if (next !== undefined) onShow(next.personId);
  };
  const act = (open: Open): void => {
    onShow(null);
    onOpen(open);
  };
  return (
    <Drawer
      title={t('retention.number', { number: person.personId, mask: person.nameMask })}
      testId="retention-drawer"
      onClose={() => onShow(null)}
      onStep={step}
      foot={
        <>
          <Button disabled={at === 0} data-testid="retention-newer" onClick={() => step(-1)}>
            {t('retention.newer')}
          </Button>
          <Button disabled={at === people.length - 1} data-testid="retention-older" onClick={() => step(1)}>
            {t('retention.older1')}
          </Button>
        </>
      }
    >
      <Facts layout="rows">
        <Fact name={t('retention.columns.what')}>{t(`retention.entities.${person.entity}`)}</Fact>
        {person.room !== '' && <Fact name={t('retention.columns.room')}>{person.room}</Fact>}
        <Fact name={t('retention.columns.ended')}>{person.endedOn}</Fact>
        <Fact name={t('retention.columns.due')}>{person.dueOn}</Fact>
      </Facts>
      <div className={cx(formCss.actions, css.acts)}>
        <Button data-testid="retention-hold" onClick={() => act({ form: 'hold', person })}>
          {t('retention.hold')}
        </Button>
        {signedIn.role === 'supervisor' && (
          <Button data-testid="retention-open" onClick={() => act({ form: 'open', person })}>
            {t('retention.openPerson')}
          </Button>
        )}
        {person.recalled && (
          <Button data-testid="retention-end-recall" onClick={() => act({ form: 'endRecall', person })}>
            {t('retention.endRecall')}
          </Button>
        )}
        {list !== 'restricted' && !person.held && (
          <Button
            weight="plainDanger"
            data-testid="retention-erase-one"
            onClick={() => act({ form: 'erase', whom: person })}
          >
            {t('retention.eraseOne')}
          </Button>
        )}
      </div>
    </Drawer>
  );
}

const keyOf = ({ personId }: RetentionPerson): string => String(personId);
const marksOf = ({ held }: RetentionPerson) => ({
  'data-testid': 'retention-row',
  'data-held': String(held),
});

const columnsIn = (t: Translate): readonly Column<RetentionPerson>[] => [
  {
    id: 'name',
    header: t('retention.columns.name'),
    cell: ({ personId, nameMask }) => t('retention.number', { number: personId, mask: nameMask }),
  },
  {
    id: 'what',
    header: t('retention.columns.what'),
    cell: ({ entity }) => t(`retention.entities.${entity}`),
  },
  { id: 'room', header: t('retention.columns.room'), second: true, cell: ({ room }) => room },
  {
    id: 'ended',
    header: t('retention.columns.ended'),
    second: true,
    narrow: true,
    cell: ({ endedOn }) => endedOn,
  },
  {
    id: 'due',
    header: t('retention.columns.due'),
    narrow: true,
    cell: ({ dueOn, held }) => (held ? <Badge tone="amber">{t('retention.held')}</Badge> : dueOn),
  },
];
