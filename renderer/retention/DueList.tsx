/** People whose purpose is over, by the page, in masks; each opens to what may be done. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { RetentionList } from '../../contract/retention/lists.ts';
import type { RetentionCursor, RetentionPerson } from '../../contract/retention/routes.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { type InList, type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import type { Open } from './open-form.ts';

interface DueListProps {
  readonly list: RetentionList;
  readonly onOpen: (open: Open) => void;
}

export function DueList({ list, onOpen }: DueListProps) {
  const { t } = useTranslation();
  const { people, next, failure, more } = usePeople(list);
  if (failure !== null) return <FailureNote failure={failure} />;
  if (people === null) return <Waiting testId="retention-list-reading" />;
  if (people.length === 0)
    return <EmptyState small drawing="check" words={t(`retention.none.${list}`)} testId="retention-none" />;
  return (
    <>
      <RegisterTable label={t(`retention.lists.${list}`)} listing={PEOPLE} rows={people}>
        {(one) => <PersonDrawer of={one} list={list} onOpen={onOpen} />}
      </RegisterTable>
      {next !== null && (
        <div>
          <Button data-testid="retention-next" onClick={more}>
            {t('retention.next')}
          </Button>
        </div>
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

function PersonDrawer({ of, list, onOpen }: DueListProps & { readonly of: InList<RetentionPerson> }) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const person = of.row;
  const act = (open: Open): void => {
    of.onShow(null);
    onOpen(open);
  };
  return (
    <ListDrawer
      of={of}
      name="retention"
      title={t('retention.number', { number: person.personId, mask: person.nameMask })}
      hasSteps
      facts={[
        [t('retention.columns.what'), t(`retention.entities.${person.entity}`)],
        [t('retention.columns.room'), person.room],
        [t('retention.columns.ended'), person.endedOn],
        [t('retention.columns.due'), person.dueOn],
      ]}

      foot={
        <>
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
        </>
      }
    ></ListDrawer>
  );
}

const PEOPLE: Listing<RetentionPerson> = {
  idOf: ({ personId }) => personId,
  marksOf: ({ held }) => ({ 'data-testid': 'retention-row', 'data-held': String(held) }),
  columns: (t) => [
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
  ],
};
