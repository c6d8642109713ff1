/** One file: where it lies, how many people are in it, and what may become of it. */
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { SweepFinding } from '../../contract/sweep/routes.ts';
import { bridge } from '../bridge.ts';
import { importStore } from '../import/stores.ts';
import { formatBytes, formatMoment } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { Actions } from '../ui/Actions.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import { FailureNote } from '../ui/Note.tsx';
import type { InList } from '../ui/RegisterTable.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { countOf, nameOf } from './FindingTable.tsx';
import { sweepStore } from './stores.ts';

interface FindingDrawerProps {
  readonly of: InList<SweepFinding>;
  readonly onDecide: (form: 'accept' | 'dispose') => void;
}

export function FindingDrawer({ of, onDecide }: FindingDrawerProps) {
  const { t } = useTranslation();
  const finding = of.row;
  return (
    <ListDrawer
      of={of}
      name="sweep"
      title={nameOf(t, finding)}
      facts={factsOf(t, finding)}
      foot={<FindingActions finding={finding} onDecide={onDecide} />}
    />
  );
}

function factsOf(t: Translate, finding: SweepFinding) {
  const { folder, place, kind, size, people, ids, phones, firstAt, lastAt, copies, unread } = finding;
  return [
    [t('sweep.runs.people'), countOf(people)],
    [t('sweep.columns.numbers'), `${ids} / ${phones}`],
    [t('sweep.columns.place'), t(`sweep.places.${place}`)],
    [t('sweep.kinds.folder'), folder ?? t('sweep.hiddenName')],
    [t('sweep.detail.kind'), t(`sweep.kinds.${kind}`)],
    [t('backup.columns.size'), formatBytes(size)],
    [t('sweep.detail.first'), formatMoment(firstAt)],
    [t('sweep.detail.seen'), formatMoment(lastAt)],
    [t('sweep.gone.kinds.copy'), copies === 0 ? t('sweep.noCopies') : String(copies)],
    [t('sweep.detail.unread'), unread === null ? '' : t(`sweep.unreadReasons.${unread}`)],
    [t('sweep.detail.decided'), decisionWords(t, finding)],
  ] as const;
}

function decisionWords(t: Translate, { decision }: SweepFinding): string {
  if (decision === null) return '';
  const { until, words, at, by } = decision;
  return [
    until === null ? t('sweep.states.imported') : t('sweep.states.accepted', { until }),
    words,
    t('sweep.detail.decidedBy', { time: formatMoment(at), name: by }),
  ].join(' ');
}

/** Kinds of files that an import can read. */
const IMPORTED: ReadonlySet<SweepFinding['kind']> = new Set(['workbook', 'text']);

function FindingActions({
  finding,
  onDecide,
}: Pick<FindingDrawerProps, 'onDecide'> & { readonly finding: SweepFinding }) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { showFile } = useStore(sweepStore);
  const { failure, busy, submit } = useSubmit();
  const { findingId, kind, name } = finding;
  if (name === null) return null;
  const giveToImport = (): Promise<unknown> =>
    submit(
      () => bridge.vault['sweep.import']({ findingId }),
      (file) => {
        deskStore.getState().go('import');
        void importStore.getState().take(file);
      },
    );
  return (
    <>
      <FailureNote failure={failure} />
      <FormActions>
        <Actions
          name="sweep"
          list={[
            kind !== 'folder' && {
              testId: 'sweep-dispose',
              words: t('sweep.actions.dispose'),
              weight: 'danger',
              disabled: busy,
              run: () => onDecide('dispose'),
            },
            {
              testId: 'sweep-accept',
              words: t('sweep.actions.accept'),
              disabled: busy,
              run: () => onDecide('accept'),
            },
            signedIn.role === 'supervisor' &&
              IMPORTED.has(kind) && {
                testId: 'sweep-import',
                words: t('sweep.actions.import'),
                disabled: busy,
                run: () => void giveToImport(),
              },
            {
              testId: 'sweep-show',
              words: t('sweep.actions.show'),
              disabled: busy,
              run: () => void showFile(findingId),
            },
          ]}
        />
      </FormActions>
    </>
  );
}
