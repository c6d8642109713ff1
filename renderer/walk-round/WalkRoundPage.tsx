/** Walk-rounds: when the next is due, what each has found, and the list of places with those of the company. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { MAX_PLACE_WORDS, WALK_MONTHS, type WalkMonths } from '../../contract/walk-round/lists.ts';
import type { Walk, WalkPlace, Walks } from '../../contract/walk-round/routes.ts';
import { bridge } from '../bridge.ts';
import { formatDate, formatMoment } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { type Given, printDocument, saveDocument } from '../pages/give-document.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { StepForm } from '../pages/StepForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { Drawer } from '../ui/Drawer.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { useSubmit } from '../ui/use-submit.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { EVERY, lookOf, titleOf } from './place-words.ts';
import { walksStore } from './stores.ts';
import { WalkForm } from './WalkForm.tsx';
import css from './walk-round.module.css';

type Open = { readonly form: 'walk' | 'add' } | { readonly form: 'remove'; readonly place: WalkPlace };

const { vault } = bridge;

export function WalkRoundPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { register: walks, failure, read, show } = useStore(walksStore);
  const [open, setOpen] = useState<Open | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const giving = useGiving();
  useEffect(() => void read(), [read]);
  const close = (next?: Walks): void => {
    if (next !== undefined) show(next);
    setOpen(null);
    list.current?.focus();
  };
  return (
    <Page testId="screen-walk-round" whole={open !== null}>
      <PageHeader title={t('walks.title')} lead={t('walks.lead')}>
        {open === null && walks !== null && (
          <>
            <Button disabled={giving.busy} data-testid="walk-print" onClick={() => giving.print(null)}>
              {t(giving.busy ? 'walks.working' : 'walks.sheet')}
            </Button>
            <Button disabled={giving.busy} data-testid="walk-save" onClick={() => giving.save(null)}>
              {t('walks.sheetFile')}
            </Button>
            {signedIn.role === 'supervisor' && (
              <Button weight="main" data-testid="walk-begin" onClick={() => setOpen({ form: 'walk' })}>
                <Icon name="check" /> {t('walks.begin')}
              </Button>
            )}
          </>
        )}
      </PageHeader>
      <FailureNote failure={giving.failure} />
      <ReadFailure failure={failure} testId="walks-again" onAgain={() => void read()} />
      {walks === null && failure === null && <Waiting testId="walks-reading" />}
      {walks !== null && (
        <PageBody ref={list} label={t('walks.title')} spaced>
          {open?.form === 'walk' && (
            <WalkForm places={walks.places} source={walks.source} onClose={close} onStale={read} />
          )}
          {open?.form === 'add' && <AddForm onClose={close} />}
          {open?.form === 'remove' && <RemoveForm place={open.place} onClose={close} onStale={read} />}
          {open === null && <Body walks={walks} giving={giving} onOpen={setOpen} />}
        </PageBody>
      )}
    </Page>
  );
}

interface Giving {
  readonly busy: boolean;
  readonly failure: ReturnType<typeof useSubmit>['failure'];
  readonly print: (walkId: number | null) => void;
  readonly save: (walkId: number | null) => void;
}

/** Nobody has picked a file. */
const NOT_GIVEN = { ok: true, value: null } as const;

/** A sheet goes to the printer or to a file; null: the empty one. */
function useGiving(): Giving {
  const { busy, failure, submit } = useSubmit();
  const tell = (words: (say: Translate) => string): void => toastsStore.getState().show({ words });
  return {
    busy,
    failure,
    print: (walkId) =>
      void submit(
        () => printDocument(() => vault['walks.print']({ walkId })),
        ({ printed }) => printed && tell((say) => say('walks.printed')),
      ),
    save: (walkId) =>
      void submit<Given<unknown> | null>(
        async () =>
          (await saveDocument('walk-round', (fileId) => vault['walks.print']({ walkId, fileId }))) ??
          NOT_GIVEN,
        (given) => given !== null && tell((say) => say('walks.saved', { file: given.file })),
      ),
  };
}

interface BodyProps {
  readonly walks: Walks;
  readonly giving: Giving;
  readonly onOpen: (open: Open) => void;
}

function Body({ walks, giving, onOpen }: BodyProps) {
  return (
    <>
      <State walks={walks} />
      <History walks={walks.walks} giving={giving} />
      <Places places={walks.places} source={walks.source} onOpen={onOpen} />
    </>
  );
}

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
            (due.dueOn ?? '—')
          )}
        </Fact>
      </Facts>
      <FailureNote failure={failure} />
      <Field label={t('walks.facts.every')} className={formCss.half}>
        {(ids) => (
          <Select
            ids={ids}
            value={String(everyMonths)}
            disabled={busy}
            choices={WALK_MONTHS.map((months) => ({
              value: String(months),
              words: t(`walks.months.${EVERY[months]}`),
            }))}
            testId="walk-every"
            onChoose={(months) =>
              void submit(
                () => vault['walks.schedule']({ everyMonths: Number(months) as WalkMonths }),
                walksStore.getState().show,
              )
            }
          />
        )}
      </Field>
    </>
  );
}

const keyOf = ({ walkId }: Walk): string => String(walkId);
const marksOf = ({ findings }: Walk) => ({ 'data-testid': 'walk', 'data-findings': String(findings) });
const lookedAt = ({ results }: Walk): number => results.filter(({ outcome }) => outcome !== 'absent').length;

const columnsIn = (t: Translate): readonly Column<Walk>[] => [
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
];

function History({ walks, giving }: { readonly walks: readonly Walk[]; readonly giving: Giving }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<number | null>(null);
  const columns = useMemo(() => columnsIn(t), [t]);
  const walk = walks.find(({ walkId }) => walkId === shown);
  return (
    <section aria-label={t('walks.history')} data-testid="walks-history">
      <h2>{t('walks.history')}</h2>
      {walks.length === 0 && <EmptyState drawing="shield" words={t('walks.empty')} testId="walks-empty" />}
      {walks.length > 0 && (
        <DataTable
          label={t('walks.history')}
          columns={columns}
          groups={[{ id: 'all', heading: null, rows: walks }]}
          keyOf={keyOf}
          marksOf={marksOf}
          opening={{
            words: ({ at }: Walk) => t('walks.open', { day: formatDate(at) }),
            shown: shown === null ? null : String(shown),
            open: ({ walkId }: Walk) => setShown(walkId),
          }}
        />
      )}
      {walk !== undefined && (
        <WalkDrawer
          walk={walk}
          giving={giving}
          onClose={() => setShown(null)}
          onStep={(by) => setShown(walks[walks.indexOf(walk) + by]?.walkId ?? shown)}
        />
      )}
    </section>
  );
}

interface WalkDrawerProps {
  readonly walk: Walk;
  readonly giving: Giving;
  readonly onClose: () => void;
  readonly onStep: (by: 1 | -1) => void;
}

function WalkDrawer({ walk, giving, onClose, onStep }: WalkDrawerProps) {
  const { t } = useTranslation();
  const { walkId, at, by, source, results } = walk;
  return (
    <Drawer
      title={formatDate(at)}
      testId="walk-drawer"
      onClose={onClose}
      onStep={onStep}
      foot={
        <>
          <Button disabled={giving.busy} data-testid="walk-print-one" onClick={() => giving.print(walkId)}>
            {t('walks.printWalk')}
          </Button>
          <Button disabled={giving.busy} data-testid="walk-save-one" onClick={() => giving.save(walkId)}>
            {t('walks.saveWalk')}
          </Button>
        </>
      }
    >
      <Facts layout="rows">
        <Fact name={t('walks.columns.at')}>{formatMoment(at)}</Fact>
        <Fact name={t('walks.columns.by')}>{by}</Fact>
      </Facts>
      <ul className={css.results}>
        {results.map((result) => (
          <li key={result.ref} data-outcome={result.outcome}>
            <b>{titleOf(result)}</b>{' '}
            <Badge tone={result.outcome === 'finding' ? 'amber' : 'plain'}>
              {t(`walks.outcomes.${result.outcome}`)}
            </Badge>
            <p className="quiet small">{lookOf(result).join(' · ')}</p>
            {result.words !== '' && <p>{result.words}</p>}
            {result.rectificationId !== null && (
              <p className="quiet">{t('walks.rectification', { number: result.rectificationId })}</p>
            )}
          </li>
        ))}
      </ul>
      <SourceNote {...sourceOf(source)} />
    </Drawer>
  );
}

interface PlacesProps {
  readonly places: readonly WalkPlace[];
  readonly source: Walks['source'];
  readonly onOpen: (open: Open) => void;
}

function Places({ places, source, onOpen }: PlacesProps) {
  const { t } = useTranslation();
  const title = t('walks.places', { count: places.length });
  return (
    <section aria-label={title} data-testid="walk-places">
      <h2>{title}</h2>
      <SourceNote {...sourceOf(source)} />
      {places.map((place) => (
        <div key={place.ref} className={css.place}>
          <b>{titleOf(place)}</b>
          <ul>
            {lookOf(place).map((look) => (
              <li key={look}>{look}</li>
            ))}
          </ul>
          {place.placeId !== null && (
            <div>
              <Button
                weight="plainDanger"
                aria-label={t('walks.removeOf', { title: titleOf(place) })}
                data-testid="walk-remove-place"
                onClick={() => onOpen({ form: 'remove', place })}
              >
                {t('walks.remove')}
              </Button>
            </div>
          )}
        </div>
      ))}
      <Button data-testid="walk-add-place" onClick={() => onOpen({ form: 'add' })}>
        <Icon name="plus" /> {t('walks.addPlace')}
      </Button>
    </section>
  );
}

interface FormProps {
  readonly onClose: (walks?: Walks) => void;
}

function AddForm({ onClose }: FormProps) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [title, setTitle] = useState('');
  const [look, setLook] = useState('');
  return (
    <StepForm
      name="walk-place"
      focus="field"
      title={t('walks.addTitle')}
      yes={t('walks.save')}
      ready={title.trim() !== ''}
      send={() => vault['walks.addPlace']({ title: title.trim(), look: look.trim() })}
      onClose={onClose}
    >
      <div className={formCss.line}>
        <Field label={t('walks.placeTitle')}>
          {(ids) => (
            <TextInput
              {...ids}
              autoFocus
              required
              maxLength={40}
              value={title}
              data-testid="walk-place-title"
              onChange={(event) => {
                markDirty();
                setTitle(event.currentTarget.value);
              }}
            />
          )}
        </Field>
        <Field label={t('walks.placeLook')} className={formCss.grow}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={MAX_PLACE_WORDS}
              value={look}
              data-testid="walk-place-look"
              onChange={(event) => {
                markDirty();
                setLook(event.currentTarget.value);
              }}
            />
          )}
        </Field>
      </div>
    </StepForm>
  );
}

interface RemoveFormProps extends FormProps {
  readonly place: WalkPlace;
  readonly onStale: () => Promise<void>;
}

function RemoveForm({ place, onClose, onStale }: RemoveFormProps) {
  const { t } = useTranslation();
  return (
    <StepForm
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
      onClose={onClose}
      onStale={onStale}
    />
  );
}
