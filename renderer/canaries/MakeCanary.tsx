/** A new canary record in two steps: what it says, and then, with that off the screen, the PINs of the admin and of a supervisor. */
import { useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { CanariesView, CanaryDraft } from '../../contract/canaries/routes.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import { RELATIONS, type Relation, SEXES, type Sex } from '../../contract/fields.ts';
import { bridge } from '../bridge.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { useDraft } from '../pages/use-draft.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { PinField } from '../ui/PinField.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';

/** Failures that are about what was typed in the first step. */
const OF_FACTS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'invalid-value',
  'placeholder-value',
  'practice-invented',
  'room-not-understood',
]);

interface Facts {
  readonly name: string;
  readonly sex: Sex;
  readonly room: string;
  readonly relation: Relation;
}

export function MakeCanary({ onClose }: { readonly onClose: (view?: CanariesView) => void }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<'facts' | 'proof'>('facts');
  const { draft, of } = useDraft<Facts>({ name: '', sex: 'unknown', room: '', relation: 'owner' });
  const phone = useRef<SecretHandle>(null);
  const secondPhone = useRef<SecretHandle>(null);
  const markDirty = useUnsaved();
  const room = draft.room.trim();
  const person = (): CanaryDraft => ({
    name: draft.name.trim(),
    sex: draft.sex,
    phones: [phone, secondPhone]
      .map((input) => input.current?.peek().trim() ?? '')
      .filter((typed) => typed !== ''),
    room: room === '' ? null : { text: room, relation: draft.relation },
  });
  return (
    <Form
      name="canary"
      data={{ 'data-step': step }}
      title={t('canaries.add')}
      focus="field"
      yes={t(step === 'facts' ? 'common.next' : 'canaries.save')}
      send={(typed) =>
        step === 'facts'
          ? setStep('proof')
          : bridge.vault['canaries.make']({ person: person(), pin: typed.pin, supervisor: typed.second })
      }
      onFailed={({ code }) => {
        if (OF_FACTS.has(code)) setStep('facts');
      }}
      onClose={onClose}
      more={
        step === 'proof' && (
          <Button data-testid="canary-back" onClick={() => setStep('facts')}>
            {t('canaries.back')}
          </Button>
        )
      }
    >
      {/* Hidden and not taken away, so that what was typed is there again after a slip. */}
      <div hidden={step !== 'facts'} className={cx(step === 'facts' && 'stack3')}>
        <p>{t('canaries.addLead')}</p>
        <FieldLine>
          <TextField {...of('name')} label={t('canaries.name')} grow required autoFocus maxLength={100} />
          <SelectField
            {...of('sex')}
            label={t('canaries.sex')}
            choices={choicesOf(SEXES, (sex) => t(`sexes.${sex}`))}
          />
        </FieldLine>
        <FieldLine>
          <SecretField
            label={t('canaries.phone')}
            required
            maxLength={40}
            handle={phone}
            testId="canary-phone"
            onInput={markDirty}
          />
          <SecretField
            label={t('canaries.secondPhone')}
            maxLength={40}
            handle={secondPhone}
            testId="canary-second-phone"
            onInput={markDirty}
          />
        </FieldLine>
        <FieldLine>
          <TextField {...of('room')} label={t('canaries.room')} grow maxLength={60} />
          <SelectField
            {...of('relation')}
            label={t('canaries.relation')}
            disabled={room === ''}
            choices={choicesOf(RELATIONS, (relation) => t(`relations.${relation}`))}
          />
        </FieldLine>
      </div>
      {step === 'proof' && (
        <>
          <p>{t('canaries.proofLead')}</p>
          <FieldLine>
            <PinField autoFocus testId="canary-pin" />
            <SecondPerson testId="canary-supervisor" />
          </FieldLine>
        </>
      )}
    </Form>
  );
}
