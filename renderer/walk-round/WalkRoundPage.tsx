/** Walk-rounds: when the next is due, what each has found, and the list of places with those of the company. */
import { useTranslation } from '../messages/translate.ts';
import { MAX_PLACE_WORDS, WALK_MONTHS, type WalkMonths } from '../../contract/walk-round/lists.ts';
import type { Walk, WalkPlace, Walks } from '../../contract/walk-round/routes.ts';
import { bridge } from '../bridge.ts';
import { formatDate, formatMoment } from '../messages/format.ts';
import { ledTo } from '../pages/lead-store.ts';
import { useDesk } from '../pages/desk-context.ts';
import { type Giving, useGiving } from '../pages/use-giving.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { useDraft } from '../pages/use-draft.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { Badge } from '../ui/Badge.tsx';
import { Actions } from '../ui/Actions.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { type InList, type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { Select, choicesOf } from '../ui/Select.tsx';
import { Table } from '../ui/Table.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { EVERY, lookOf, titleOf } from './place-words.ts';
import { walksStore } from './stores.ts';
import { WalkForm } from './WalkForm.tsx';
import { cx } from '../ui/cx.ts';
import css from './walk-round.module.css';

type Open = { readonly form: 'walk' | 'add' } | { readonly form: 'remove'; readonly place: WalkPlace };

const { vault } = bridge;

export function WalkRoundPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { frame, open, setOpen, close, read } = useRegisterPage<Walks, Open>(walksStore, () =>
    ledTo('walk-round') === null ? null : { form: 'walk' },
  );
  const giving = useGiving();
  return (
    <RegisterPage
      {...frame}
      screen="walk-round"
      name="walks"
      title={t('walks.title')}
      lead={t('walks.lead')}
      buttons={
        frame.register !== null && (
          <Actions
            name="walks"
            list={[
              signedIn.role === 'supervisor' && {
                testId: 'walk-begin',
                words: t('walks.begin'),
                weight: 'main',
                icon: 'check',
                run: () => setOpen({ form: 'walk' }),
              },
              {
                testId: 'walk-print',
                words: t(giving.busy ? 'walks.working' : 'walks.sheet'),
                disabled: giving.busy,
                run: () => printSheet(giving, null),
              },
              {
                testId: 'walk-save',
                words: t('walks.sheetFile'),
                disabled: giving.busy,
                run: () => saveSheet(giving, null),
              },
            ]}
          />
        )
      }
      notes={<FailureNote failure={giving.failure} />}
      form={
        open !== null &&
        frame.register !== null && (
          <OpenForm open={open} walks={frame.register} onClose={close} onStale={read} />
        )
      }
    >
      {(walks) => (
        <>
          <State walks={walks} />
          <History walks={walks.walks} giving={giving} />
          <Places places={walks.places} source={walks.source} onOpen={setOpen} />
        </>
      )}
    </RegisterPage>
  );
}

interface OpenFormProps {
  readonly open: Open;
  readonly walks: Walks;
  readonly onClose: (walks?: Walks) => void;
  readonly onStale: () => Promise<void>;
}

function OpenForm({ open, walks: { places, source }, onClose, onStale }: OpenFormProps) {
  switch (open.form) {
    case 'walk':
      return <WalkForm places={places} source={source} onClose={onClose} onStale={onStale} />;
    case 'add':
      return <AddForm onClose={onClose} />;
    case 'remove':
      return <RemoveForm place={open.place} onClose={onClose} onStale={onStale} />;
  }
}

/** A sheet goes to the printer or to a file; null: the empty one. */
const printSheet = ({ print }: Giving, walkId: Walk['walkId'] | null): void =>
  void print(() => vault['walks.print']({ walkId }));
const saveSheet = ({ save }: Giving, walkId: Walk['walkId'] | null): void =>
  void save('walk-round', (fileId) => vault['walks.print']({ walkId, fileId }));

function State({ walks: { due, walks, everyMonths } }: { readonly walks: Walks }) {
  const { t } = useTranslation();
  const { busy, failure, submit } = useSubmit();
  const last = walks[0];
  return (
    <>
      <Facts layout="columns" framed testId="walks-state">
        <Fact name={t('walks.facts.last')}>
          {last === undefined ? t('walks.never') : formatDate(last.at)}
        </Fact>
        <Fact name={t('walks.facts.next')}>
          {due.daysLeft !== null && due.daysLeft < 0 ? (
            <Badge tone="amber">{t('walks.due', { day: due.dueOn, count: -due.daysLeft })}</Badge>
          ) : (
            (due.dueOn ?? t('walks.now'))
          )}
        </Fact>
        <Fact name={t('walks.facts.every')}>
          <Select
            ids={t('walks.facts.every')}
            value={everyMonths}
            disabled={busy}
            choices={choicesOf(WALK_MONTHS, (months) => t(`walks.months.${EVERY[months]}`))}
            testId="walk-every"
            onChoose={(months: WalkMonths) =>
              void submit(() => vault['walks.schedule']({ everyMonths: months }), walksStore.getState().show)
            }
          />
        </Fact>
      </Facts>
      <FailureNote failure={failure} />
    </>
  );
}

const lookedAt = ({ results }: Walk): number => results.filter(({ outcome }) => outcome !== 'absent').length;

const WALKS: Listing<Walk> = {
  idOf: ({ walkId }) => walkId,
  marksOf: ({ findings }) => ({ 'data-testid': 'walk', 'data-findings': String(findings) }),
  columns: (t) => [
    { id: 'at', header: t('walks.columns.at'), cell: ({ at }) => formatMoment(at) },
    { id: 'by', header: t('walks.columns.by'), cell: ({ by }) => by },
    { id: 'places', header: t('walks.columns.places'), narrow: true, number: true, cell: lookedAt },
    {
      id: 'findings',
      header: t('walks.columns.findings'),
      narrow: true,
      number: true,
      cell: ({ findings }) => findings,
    },
  ],
};

function History({ walks, giving }: { readonly walks: readonly Walk[]; readonly giving: Giving }) {
  const { t } = useTranslation();
  return (
    <section className={css.grid} aria-label={t('walks.history')} data-testid="walks-history">
      <h2>{t('walks.history')}</h2>
      {walks.length === 0 && <EmptyState drawing="check" words={t('walks.empty')} testId="walks-empty" />}
      {walks.length > 0 && (
        <RegisterTable label={t('walks.history')} listing={WALKS} rows={walks}>
          {(one) => <WalkDrawer of={one} giving={giving} />}
        </RegisterTable>
      )}
    </section>
  );
}

function WalkDrawer({ of, giving }: { readonly of: InList<Walk>; readonly giving: Giving }) {
  const { t } = useTranslation();
  const { walkId, at, by, source, results } = of.row;
  const found = results.filter(({ outcome }) => outcome === 'finding');
  const rest = results.filter(({ outcome }) => outcome !== 'finding');
  return (
    <ListDrawer
      of={of}
      name="walk"
      title={formatDate(at)}
      facts={[
        [t('walks.columns.at'), formatMoment(at)],
        [t('walks.columns.by'), by],
      ]}
      foot={
        <>
          <Button
            disabled={giving.busy}
            data-testid="walk-print-one"
            onClick={() => printSheet(giving, walkId)}
          >
            {t('give.print')}
          </Button>
          <Button
            disabled={giving.busy}
            data-testid="walk-save-one"
            onClick={() => saveSheet(giving, walkId)}
          >
            {t('give.save')}
          </Button>
        </>
      }
    >
      {found.length > 0 && <Results results={found} />}
      {rest.length > 0 && (
        <details open={found.length === 0} className={css.rest}>
          <summary>{t('walks.rest', { count: rest.length })}</summary>
          <Results results={rest} />
        </details>
      )}
      {source !== null && <SourceNote {...sourceOf(source)} />}
    </ListDrawer>
  );
}

function Results({ results }: Pick<Walk, 'results'>) {
  const { t } = useTranslation();
  return (
    <ul className={cx('stack3', css.results)}>
      {results.map((result) => (
        <li key={result.ref} data-outcome={result.outcome}>
          <b>{titleOf(result)}</b>{' '}
          <Badge tone={result.outcome === 'finding' ? 'harm' : 'plain'}>
            {t(`walks.outcomes.${result.outcome}`)}
          </Badge>
          {result.words !== '' && <p>{result.words}</p>}
          {result.rectificationId !== null && (
            <p className="quiet">{t('walks.rectification', { number: result.rectificationId })}</p>
          )}
          <p className="quiet small">{lookOf(result).join(' · ')}</p>
        </li>
      ))}
    </ul>
  );
}

interface PlacesProps {
  readonly places: readonly WalkPlace[];
  readonly source: Walks['source'];
  readonly onOpen: (open: Open) => void;
}

const PLACE_COLUMNS = ['placeTitle', 'placeLook', 'do'] as const;

function Places({ places, source, onOpen }: PlacesProps) {
  const { t } = useTranslation();
  const title = t('walks.places', { count: places.length });
  return (
    <section className={cx('stack3', css.grid)} aria-label={title} data-testid="walk-places">
      <h2>{title}</h2>
      <Table columns={PLACE_COLUMNS} words={(column) => (column === 'do' ? '' : t(`walks.${column}`))}>
        {places.map((place) => (
          <tr key={place.ref}>
            <th scope="row">{titleOf(place)}</th>
            <td>{lookOf(place).join(t('walks.and'))}</td>
            <td>
              {place.placeId !== null && (
                <Button
                  weight="plainDanger"
                  aria-label={t('walks.removeOf', { title: titleOf(place) })}
                  data-testid="walk-remove-place"
                  onClick={() => onOpen({ form: 'remove', place })}
                >
                  {t('walks.remove')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
      <div className="line2">
        <Button data-testid="walk-add-place" onClick={() => onOpen({ form: 'add' })}>
          <Icon name="plus" /> {t('walks.addPlace')}
        </Button>
      </div>
      <SourceNote {...sourceOf(source)} />
    </section>
  );
}

interface FormProps {
  readonly onClose: (walks?: Walks) => void;
}

function AddForm({ onClose }: FormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ title: '', look: '' });
  return (
    <Form
      name="walk-place"
      focus="field"
      title={t('walks.addTitle')}
      yes={t('common.save')}
      ready={draft.title.trim() !== ''}
      send={() => vault['walks.addPlace']({ title: draft.title.trim(), look: draft.look.trim() })}
      onClose={onClose}
    >
      <FieldLine>
        <TextField {...of('title')} label={t('walks.placeTitle')} autoFocus required maxLength={40} />
        <TextField {...of('look')} label={t('walks.placeLook')} grow maxLength={MAX_PLACE_WORDS} />
      </FieldLine>
    </Form>
  );
}

interface RemoveFormProps extends FormProps {
  readonly place: WalkPlace;
  readonly onStale: () => Promise<void>;
}

function RemoveForm({ place, ...form }: RemoveFormProps) {
  const { t } = useTranslation();
  return (
    <Form
      {...form}
      name="walk-remove"
      focus="back"
      isDanger
      title={t('walks.removeTitle', { title: titleOf(place) })}
      lead={t('walks.removeLead')}
      yes={t('walks.remove')}
      send={() => {
        if (place.placeId === null) throw new RangeError('one of the product');
        return vault['walks.removePlace']({ placeId: place.placeId });
      }}
    />
  );
}
