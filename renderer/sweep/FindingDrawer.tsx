/** One file: where it lies, how many people are in it, and what may become of it. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { SweepFinding } from '../../contract/sweep/routes.ts';
import { bridge } from '../bridge.ts';
import { importStore } from '../import/stores.ts';
import { formatBytes, formatMoment } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { Drawer } from '../ui/Drawer.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { countOf, nameOf } from './FindingTable.tsx';
import { sweepStore } from './stores.ts';

interface FindingDrawerProps {
  readonly finding: SweepFinding;
  readonly onClose: () => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onDecide: (form: 'accept' | 'dispose') => void;
}

export function FindingDrawer({ finding, onClose, onStep, onDecide }: FindingDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      title={nameOf(t, finding)}
      testId="sweep-drawer"
      onClose={onClose}
      onStep={onStep}
      foot={<Actions finding={finding} onDecide={onDecide} />}
    >
      <FindingFacts finding={finding} />
    </Drawer>
  );
}

function FindingFacts({ finding }: { readonly finding: SweepFinding }) {
  const { t } = useTranslation();
  const { folder, place, kind, size, people, ids, phones, firstAt, lastAt, copies, decision, unread } =
    finding;
  return (
    <Facts layout="rows">
      <Fact name={t('sweep.columns.people')}>{countOf(people)}</Fact>
      <Fact name={t('sweep.columns.numbers')}>{`${ids} / ${phones}`}</Fact>
      <Fact name={t('sweep.columns.place')}>{t(`sweep.places.${place}`)}</Fact>
      <Fact name={t('sweep.detail.folder')}>{folder ?? t('sweep.hiddenName')}</Fact>
      <Fact name={t('sweep.detail.kind')}>{t(`sweep.kinds.${kind}`)}</Fact>
      <Fact name={t('sweep.detail.size')}>{formatBytes(size)}</Fact>
      <Fact name={t('sweep.detail.first')}>{formatMoment(firstAt)}</Fact>
      <Fact name={t('sweep.detail.seen')}>{formatMoment(lastAt)}</Fact>
      <Fact name={t('sweep.detail.copies')}>{copies === 0 ? t('sweep.noCopies') : copies}</Fact>
      {unread !== null && <Fact name={t('sweep.detail.unread')}>{t(`sweep.unreadReasons.${unread}`)}</Fact>}
      {decision !== null && (
        <Fact name={t('sweep.detail.decided')}>
          {decision.until === null
            ? t('sweep.states.imported')
            : t('sweep.states.accepted', { until: decision.until })}{' '}
          {decision.words}{' '}
          {t('sweep.detail.decidedBy', { time: formatMoment(decision.at), name: decision.by })}
        </Fact>
      )}
    </Facts>
  );
}

/** What an import reads. */
const IMPORTED: ReadonlySet<SweepFinding['kind']> = new Set(['workbook', 'text']);

function Actions({ finding, onDecide }: Pick<FindingDrawerProps, 'finding' | 'onDecide'>) {
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
        {signedIn.role === 'supervisor' && IMPORTED.has(kind) && (
          <Button
            weight="main"
            disabled={busy}
            data-testid="sweep-import"
            onClick={() => void giveToImport()}
          >
            {t('sweep.actions.import')}
          </Button>
        )}
        <Button disabled={busy} data-testid="sweep-show" onClick={() => void showFile(findingId)}>
          {t('sweep.actions.show')}
        </Button>
        <Button disabled={busy} data-testid="sweep-accept" onClick={() => onDecide('accept')}>
          {t('sweep.actions.accept')}
        </Button>
        <Button
          weight="plainDanger"
          disabled={busy}
          data-testid="sweep-dispose"
          onClick={() => onDecide('dispose')}
        >
          {t('sweep.actions.dispose')}
        </Button>
      </FormActions>
    </>
  );
}
