/** A new recovery sheet: shown and put on paper, then proved by what stands there; the sheet stays here, out of any store, and goes with this screen. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { RecoverySheetView } from '../../contract/recovery/views.ts';
import { bridge } from '../bridge.ts';
import { SheetStep } from '../set-up/SheetStep.tsx';
import { appStore } from '../stores.ts';
import { keysStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { FieldPair } from '../ui/FieldPair.tsx';
import { FailureNote } from '../ui/Note.tsx';
import type { ProofHandle } from '../ui/ProofFields.tsx';
import { type SheetHandle, SheetLines } from '../ui/SheetLines.tsx';
import { Switch } from '../ui/Switch.tsx';
import { PinInput, type SecretHandle, ShownSecretInput } from '../ui/TextInput.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import css from './keys.module.css';
import { OtherOfTwo } from './OtherOfTwo.tsx';

export function SheetCeremony({ step }: { readonly step: 'sheet' | 'prove' }) {
  const estateName = useStore(appStore, ({ status }) => status?.estateName ?? '');
  const [sheet, setSheet] = useState<RecoverySheetView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let here = true;
    void bridge.vault['keys.beginSheet']({}).then((reply) => {
      if (!here) return;
      if (reply.ok) setSheet(reply.value);
      else setFailure(reply.error);
    });
    return () => {
      here = false;
    };
  }, []);
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
  const [failure, setFailure] = useState<Failure | null>(null);
  const [keepsOld, setKeepsOld] = useState(false);
  const groups = [useRef<SecretHandle>(null), useRef<SecretHandle>(null)] as const;
  const old = useRef<SheetHandle>(null);
  const pin = useRef<SecretHandle>(null);
  const other = useRef<ProofHandle>(null);

  const finish = async (event: FormEvent) => {
    event.preventDefault();
    if (busy !== 'none') return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    const oldSheet = keepsOld ? (old.current?.take() ?? null) : undefined;
    if (oldSheet === null) return old.current?.focus();
    const cosigner = other.current?.take() ?? null;
    if (cosigner === null) return other.current?.focus();
    const [first, second] = groups;
    setFailure(null);
    const refused = await finishSheet({
      answers: [first.current?.peek() ?? '', second.current?.peek() ?? ''],
      pin: pin.current?.take() ?? '',
      cosigner,
      ...(oldSheet === undefined ? {} : { oldSheet }),
    });
    if (refused === null) return;
    setFailure(refused);
    if (refused.code === 'sheet-mismatch') first.current?.focus();
  };

  return (
    <form className={cx(css.form)} onSubmit={(event) => void finish(event)}>
      <p>{t('setup.prove.lead')}</p>
      <FieldPair>
        {ask.map(({ line, group }, index) => (
          <Field
            key={`${line}-${group}`}
            label={t('setup.prove.group', { line: line + 1, group: group + 1 })}
          >
            {(ids) => (
              <ShownSecretInput
                {...ids}
                handle={index === 0 ? groups[0] : groups[1]}
                maxLength={16}
                required
                data-testid={`prove-${index}`}
              />
            )}
          </Field>
        ))}
      </FieldPair>
      <Switch
        label={t('keysPage.recovery-sheet.keepsOld')}
        on={keepsOld}
        onChange={setKeepsOld}
        testId="keeps-old"
      />
      {keepsOld && <p className="small">{t('keysPage.recovery-sheet.typeOld')}</p>}
      {keepsOld && (
        <FieldPair>
          <SheetLines handle={old} />
        </FieldPair>
      )}
      <Field label={t('pin.own')}>{(ids) => <PinInput {...ids} handle={pin} required />}</Field>
      <OtherOfTwo handle={other} />
      <FailureNote failure={failure} />
      <FormActions>
        <Button weight="main" type="submit" disabled={busy !== 'none'} data-testid="sheet-finish">
          {t('keysPage.recovery-sheet.begin')}
        </Button>
        <Button disabled={busy !== 'none'} data-testid="sheet-again" onClick={() => turnSheet('sheet')}>
          {t('setup.prove.showAgain')}
        </Button>
      </FormActions>
    </form>
  );
}
