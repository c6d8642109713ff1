/** A new recovery sheet: shown and put on paper, then proved by what stands there; the sheet stays here, out of any store, and goes with this screen. */
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { RecoverySheetView } from '../../contract/recovery/views.ts';
import { bridge } from '../bridge.ts';
import { useAnswer } from '../pages/use-reply.ts';
import { SheetStep } from '../set-up/SheetStep.tsx';
import { appStore } from '../stores.ts';
import { keysStore } from './stores.ts';
import { FieldPair } from '../ui/FieldPair.tsx';
import { Form, type Typed } from '../ui/Form.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { type SheetHandle, SheetLines } from '../ui/SheetLines.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { PinField } from '../ui/PinField.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { resultOf } from '../ui/use-submit.ts';
import { OtherOfTwo } from './OtherOfTwo.tsx';

const beginSheet = () => bridge.vault['keys.beginSheet']({});

export function SheetCeremony({ step }: { readonly step: 'sheet' | 'prove' }) {
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
      <PinField />
      <OtherOfTwo />
    </Form>
  );
}
