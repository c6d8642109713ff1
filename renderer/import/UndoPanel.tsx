/** Panel that undoes an import: what it takes back and what stays, in numbers and rows; done under a supervisor's PIN. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { ImportRun } from '../../contract/import/views.ts';
import { importsStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EditedSince } from '../ui/EditedSince.tsx';
import { Form } from '../ui/Form.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import css from './imports.module.css';

export function UndoPanel({ run }: { readonly run: ImportRun }) {
  const { t } = useTranslation();
  const { check, keepEdited, busy, failure, keep, undo, leave } = useStore(importsStore);
  if (check === null) return null;
  const lines = [
    check.created > 0 && t('imports.willRemove', { count: check.created }),
    check.changed > 0 && t('imports.willRestore', { count: check.changed }),
    check.rooms > 0 && t('imports.willFree', { count: check.rooms }),
    check.gone > 0 && t('imports.gone', { count: check.gone }),
  ].filter((line) => line !== false);
  return (
    <Form
      name="undo"
      testIds={{ form: 'undo-panel', submit: 'undo-apply' }}
      title={t('imports.undoOf', { file: run.fileName })}
      yes={t('imports.confirm')}
      isDanger
      ready={busy !== 'checking'}
      {...(busy === 'undoing' && { foot: <Undoing /> })}
      failure={failure}
      send={({ second }) => void undo(second)}
      onClose={() => leave()}
    >
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length === 0 && <li>{t('imports.nothing')}</li>}
      </ul>
      {check.edited > 0 && (
        <EditedSince
          count={check.edited}
          keep={keepEdited}
          onKeep={keep}
          rows={check.rows.map((row) => ({
            key: `${row.what}-${row.personId}-${row.roomLabel}`,
            cells: [t(`imports.what.${row.what}`), row.nameMask, row.roomLabel],
          }))}
        />
      )}
      <SecondPerson me="chosen" testId="supervisor" />
    </Form>
  );
}

/** What stands in the place of the ways out while it is under way. */
function Undoing() {
  const { t } = useTranslation();
  const { progress, cancelling, cancel } = useStore(importsStore);
  return (
    <div className={cx('row4', css.running)} data-testid="undo-running">
      <ProgressBar
        share={progress === null || progress.total === 0 ? null : progress.done / progress.total}
        label={t('imports.running')}
      />
      <Button disabled={cancelling} data-testid="undo-cancel" onClick={() => void cancel()}>
        {cancelling ? t('import.progress.cancelling') : t('policy.apply.cancel')}
      </Button>
    </div>
  );
}
