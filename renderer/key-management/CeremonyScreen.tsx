/** A rotation as a ceremony: what will happen, what is needed, how far it is, what happened. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { RotatedKey } from '../../contract/key-management/lists.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { formatBytes, formatDuration } from '../messages/format.ts';
import { deskStore } from '../pages/stores.ts';
import { keysStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyShell, CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { cx } from '../ui/cx.ts';
import { Done } from '../ui/Done.tsx';
import { Form, type Typed } from '../ui/Form.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { PinField } from '../ui/PinField.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ReadFirst } from '../ui/ReadFirst.tsx';
import css from './keys.module.css';
import { type CeremonyStep, stepsOf, takesTwo, writesStore } from './keys-store.ts';
import { OtherOfTwo } from './OtherOfTwo.tsx';
import { useRef, useState } from 'react';
import type { RecoverySheetView } from '../../contract/recovery/views.ts';
import { bridge } from '../bridge.ts';
import { useAnswer } from '../pages/use-reply.ts';
import { SheetStep } from '../set-up/SheetStep.tsx';
import { appStore } from '../stores.ts';
import { FieldPair } from '../ui/FieldPair.tsx';
import { type SheetHandle, SheetLines } from '../ui/SheetLines.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { resultOf } from '../ui/use-submit.ts';

interface CeremonyProps {
  readonly ceremony: { readonly key: RotatedKey; readonly step: CeremonyStep };
}

/** A larger ceremony of which this one is a step: its own words over it, and what comes behind it. */
interface Within {
  readonly title: string;
  readonly words: string;
  readonly onDone: () => void;
}

export function CeremonyScreen({ ceremony: { key, step } }: CeremonyProps) {
  const { t } = useTranslation();
  const { busy, leave } = useStore(keysStore);
  return (
    <CeremonyShell
      title={t(`keysPage.${key}.title`)}
      rail={t('keysPage.rail')}
      steps={stepsOf(key).map((name) => t(`keysPage.steps.${name}`))}
      now={stepsOf(key).indexOf(step)}
      leave={
        step !== 'result' && (
          <Button
            weight="plain"
            shortcut="escape"
            disabled={busy === 'rotating'}
            data-testid="ceremony-leave"
            onClick={leave}
          >
            {t('keysPage.leave')}
          </Button>
        )
      }
      testId="screen-keys"
      data={{ 'data-step': step, 'data-key': key }}
    >
      <CeremonyBody ceremony={{ key, step }} />
    </CeremonyShell>
  );
}

/** The step that it has come to, without the frame. */
export function CeremonyBody({
  ceremony: { key, step },
  within,
}: CeremonyProps & { readonly within?: Within }) {
  const { t } = useTranslation();
  const words = t(`keysPage.steps.${step}`);
  return (
    <>
      <CeremonyTitle key={step}>{within === undefined ? words : `${within.title} · ${words}`}</CeremonyTitle>
      {renderStep()}
    </>
  );

  function renderStep() {
    if (step === 'plan') return <PlanStep ceremony={key} />;
    if (step === 'result') return <ResultStep ceremony={key} within={within} />;
    if (key === 'recovery-sheet') return <SheetCeremony step={step === 'prove' ? 'prove' : 'sheet'} />;
    return step === 'work' ? (
      <WorkStep ceremony={key} />
    ) : (
      <NeedsStep ceremony={key} canGoBack={within === undefined} />
    );
  }
}

interface StepProps {
  readonly ceremony: RotatedKey;
}
interface RotationProps {
  readonly ceremony: Exclude<RotatedKey, 'recovery-sheet'>;
}

/** Whether the disk has room for what writes the store anew. */
export function RoomNeed({
  room: { enough, neededBytes, freeBytes },
}: {
  readonly room: RouteReply<'keys.checkStoreKey'>;
}) {
  const { t } = useTranslation();
  return (
    <li data-met={enough} data-testid="needs-room">
      <Icon name={enough ? 'check' : 'warn'} />
      <span className="digits">
        {t(enough ? 'keysPage.room.enough' : 'keysPage.room.short', {
          needed: formatBytes(neededBytes),
          free: formatBytes(freeBytes),
        })}
      </span>
    </li>
  );
}

function PlanStep({ ceremony }: StepProps) {
  const { t } = useTranslation();
  const { view, prepare } = useStore(keysStore);
  const values = view === null ? {} : { ...view.touches, size: formatBytes(view.touches.storeBytes) };
  return (
    <>
      <ol className={cx('stack3', css.points)}>
        {(['first', 'second', 'third'] as const).map((n) => (
          <li key={n}>{t(`keysPage.${ceremony}.plan.${n}`, values)}</li>
        ))}
      </ol>
      <Note>{t(`keysPage.${ceremony}.plan.keeps`)}</Note>
      <details className={cx(css.technical)}>
        <summary>{t('keysPage.technical')}</summary>
        <p className="small">{t(`keysPage.${ceremony}.plan.technical`)}</p>
      </details>
      <FormActions>
        <Button weight="main" data-testid="ceremony-next" onClick={() => void prepare()}>
          {t('common.next')}
        </Button>
      </FormActions>
    </>
  );
}

function NeedsStep({ ceremony, canGoBack }: RotationProps & { readonly canGoBack: boolean }) {
  const { t } = useTranslation();
  const { check, busy, failure, plan, prepare, rotate } = useStore(keysStore);
  const short = writesStore(ceremony) && check?.enough === false;
  const ready = !writesStore(ceremony) || check?.enough === true;
  return (
    <Form
      name="ceremony"
      testIds={{ submit: 'ceremony-begin', cancel: 'ceremony-back' }}
      className="stack4"
      busy={busy !== 'none'}
      failure={failure}
      yes={short ? null : t(`keysPage.${ceremony}.begin`)}
      no={t('common.back')}
      ready={ready}
      send={(typed) => void rotate({ pin: typed.pin, ...(typed.hasSecond && { cosigner: typed.second }) })}
      onClose={canGoBack ? () => plan() : undefined}
      more={
        short && (
          <Button
            weight="main"
            disabled={busy !== 'none'}
            data-testid="needs-again"
            onClick={() => void prepare()}
          >
            {t('keysPage.room.again')}
          </Button>
        )
      }
    >
      <ReadFirst>
        <ul className={cx('stack2', css.needs)}>
          {writesStore(ceremony) && check !== null && <RoomNeed room={check} />}
          {(['first', 'second'] as const).map((n) => (
            <li key={n} data-asked="true">
              <span>{t(`keysPage.${ceremony}.needs.${n}`)}</span>
            </li>
          ))}
        </ul>
      </ReadFirst>
      {!short && <PinField />}
      {!short && takesTwo(ceremony) && <OtherOfTwo />}
    </Form>
  );
}

function WorkStep({ ceremony }: RotationProps) {
  const { t } = useTranslation();
  const { progress, cancelling, cancel } = useStore(keysStore);
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total;
  const phase = progress?.phase ?? null;
  const left = progress?.secondsLeft ?? null;
  return (
    <>
      <p>{t(`keysPage.${ceremony}.working`)}</p>
      <ProgressBar share={share} label={t(`keysPage.${ceremony}.title`)} />
      <p className={cx('quiet', 'digits')} data-testid="ceremony-phase">
        {phase === null ? t('keysPage.starting') : t(`keysPage.phases.${phase}`)}
        {left !== null && ` · ${t('keysPage.left', { time: formatDuration(t, left) })}`}
      </p>
      {writesStore(ceremony) && (
        <FormActions>
          <Button
            disabled={cancelling || phase === 'switching'}
            data-testid="ceremony-cancel"
            onClick={() => void cancel()}
          >
            {t(cancelling ? 'keysPage.cancelling' : 'keysPage.cancel')}
          </Button>
        </FormActions>
      )}
    </>
  );
}

function ResultStep({ ceremony, within }: StepProps & { readonly within: Within | undefined }) {
  const { t } = useTranslation();
  const { result, failure, leave, prepare } = useStore(keysStore);
  const [onward, words] =
    within === undefined ? [leave, t('keysPage.toList')] : [within.onDone, within.words];
  if (result === null) {
    return (
      <>
        <p data-testid="ceremony-not-made">
          {t(failure?.code === 'cancelled' ? 'keysPage.cancelled' : 'keysPage.notMade')}
        </p>
        {failure?.code !== 'cancelled' && <FailureNote failure={failure} />}
        <FormActions>
          {within === undefined && (
            <Button weight="main" data-testid="ceremony-done" onClick={leave}>
              {t('keysPage.toList')}
            </Button>
          )}
          <Button
            weight={within === undefined ? 'normal' : 'main'}
            data-testid="ceremony-again"
            onClick={() => void prepare()}
          >
            {t('common.again')}
          </Button>
        </FormActions>
      </>
    );
  }
  return (
    <>
      <Note>
        <Done data-testid="ceremony-made">{t(`keysPage.${ceremony}.made`)}</Done>
        {result.kind === 'compared' && (
          <p className="digits">{t('keysPage.compared', { rows: result.rows, tables: result.tables })}</p>
        )}
        {result.kind === 'resealed' && (
          <p className="digits">{t('keysPage.resealed', { values: result.values })}</p>
        )}
      </Note>
      {result.kind === 'resealed' && result.unreadable > 0 && (
        <Note kind="warn" testId="unreadable">
          {t('keysPage.unreadable', { number: result.unreadable })}
        </Note>
      )}
      <Note>{t(`keysPage.${ceremony}.after`)}</Note>
      <FormActions>
        {within === undefined && (
          <Button
            weight="main"
            data-testid="ceremony-backup"
            onClick={() => {
              leave();
              deskStore.getState().go('backup');
            }}
          >
            {t('keysPage.backupNext')}
          </Button>
        )}
        <Button
          weight={within === undefined ? 'normal' : 'main'}
          data-testid="ceremony-done"
          onClick={onward}
        >
          {words}
        </Button>
      </FormActions>
    </>
  );
}

const beginSheet = () => bridge.vault['keys.beginSheet']({});

/** A new recovery sheet: shown and put on paper, then proved by what stands there; the sheet stays here, out of any store, and goes with this screen. */
function SheetCeremony({ step }: { readonly step: 'sheet' | 'prove' }) {
  const estateName = useStore(appStore, ({ status }) => status?.estateName ?? '');
  const { reply: sheet, failure } = useAnswer(beginSheet, undefined);
  if (sheet === null)
    return failure === null ? <Waiting testId="sheet-waiting" /> : <FailureNote failure={failure} />;
  if (step === 'sheet')
    return (
      <SheetStep
        sheet={sheet}
        estateName={estateName}
        titled={false}
        onNext={() => keysStore.getState().turnSheet('prove')}
      />
    );
  return <ProveForm ask={sheet.ask} />;
}

function ProveForm({ ask }: Pick<RecoverySheetView, 'ask'>) {
  const { t } = useTranslation();
  const { busy, finishSheet, turnSheet } = useStore(keysStore);
  const [keepsOld, setKeepsOld] = useState(false);
  const groups = [useRef<SecretHandle>(null), useRef<SecretHandle>(null)] as const;
  const old = useRef<SheetHandle>(null);
  const [first, second] = groups;
  const finish = (typed: Typed) => {
    const oldSheet = keepsOld ? (old.current?.take() ?? null) : undefined;
    if (oldSheet === null) return null;
    return resultOf(
      finishSheet({
        answers: [first.current?.peek() ?? '', second.current?.peek() ?? ''],
        pin: typed.pin,
        cosigner: typed.second,
        ...(oldSheet === undefined ? {} : { oldSheet }),
      }),
    );
  };

  return (
    <Form
      name="sheet"
      testIds={{ submit: 'sheet-finish', cancel: 'sheet-again' }}
      className="stack4"
      busy={busy !== 'none'}
      yes={t('keysPage.recovery-sheet.begin')}
      no={t('setup.prove.showAgain')}
      send={finish}
      onDone={() => undefined}
      onFailed={({ code }) => {
        if (code === 'sheet-mismatch') first.current?.focus();
      }}
      onClose={() => turnSheet('sheet')}
    >
      <p>{t('setup.prove.lead')}</p>
      <FieldPair>
        {ask.map(({ line, group }, index) => (
          <SecretField
            key={`${line}-${group}`}
            label={t('setup.prove.group', { line: line + 1, group: group + 1 })}
            handle={index === 0 ? groups[0] : groups[1]}
            maxLength={16}
            required
            testId={`prove-${index}`}
          />
        ))}
      </FieldPair>
      <Switch
        label={t('keysPage.recovery-sheet.keepsOld')}
        value={keepsOld}
        onChange={setKeepsOld}
        testId="keeps-old"
      />
      {keepsOld && <p className="small">{t('keysPage.recovery-sheet.typeOld')}</p>}
      {keepsOld && (
        <FieldPair>
          <SheetLines handle={old} />
        </FieldPair>
      )}
      <FieldPair>
        <PinField />
        <OtherOfTwo />
      </FieldPair>
    </Form>
  );
}
