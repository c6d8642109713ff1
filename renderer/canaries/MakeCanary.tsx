/** A new canary record in two steps: what it says, and then, with that off the screen, the PINs of the admin and of a supervisor. */
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { CanariesView, CanaryDraft } from '../../contract/canaries/routes.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import { RELATIONS, type Relation, SEXES, type Sex } from '../../contract/fields.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import { Select } from '../ui/Select.tsx';
import { PinInput, type SecretHandle, ShownSecretInput, TextInput } from '../ui/TextInput.tsx';
import { useKeptInView } from '../ui/use-kept-in-view.ts';
import { useEscapeToCancel, useSubmit } from '../ui/use-submit.ts';

/** Failures that are about what was typed in the first step. */
const OF_FACTS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'invalid-value',
  'placeholder-value',
  'practice-invented',
  'room-not-understood',
]);

export function MakeCanary({ onClose }: { readonly onClose: (view?: CanariesView) => void }) {
  const { t } = useTranslation();
  const { people } = useDesk();
  const [step, setStep] = useState<'facts' | 'proof'>('facts');
  const [name, setName] = useState('');
  const [sex, setSex] = useState<Sex>('unknown');
  const [room, setRoom] = useState('');
  const [relation, setRelation] = useState<Relation>('owner');
  const form = useRef<HTMLFormElement>(null);
  const phone = useRef<SecretHandle>(null);
  const secondPhone = useRef<SecretHandle>(null);
  const pin = useRef<SecretHandle>(null);
  const supervisor = useRef<ProofHandle>(null);
  const { failure, busy, submit } = useSubmit();
  const { cancel, onKeyDown } = useEscapeToCancel();
  const markDirty = useUnsaved();
  useKeptInView(form);

  const typedPhones = (): string[] =>
    [phone, secondPhone].map((input) => input.current?.peek().trim() ?? '').filter((typed) => typed !== '');
  const draft = (): CanaryDraft => ({
    name: name.trim(),
    sex,
    phones: typedPhones(),
    room: room.trim() === '' ? null : { text: room.trim(), relation },
  });
  const send = async (): Promise<void> => {
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    const proof = supervisor.current?.take() ?? null;
    if (proof === null) return supervisor.current?.focus();
    const own = pin.current?.take() ?? '';
    await submit(async () => {
      const reply = await bridge.vault['canaries.make']({ person: draft(), pin: own, supervisor: proof });
      if (!reply.ok && OF_FACTS.has(reply.error.code)) setStep('facts');
      return reply;
    }, onClose);
  };
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (step === 'proof') return send();
    if (typedPhones().length === 0) return phone.current?.focus();
    setStep('proof');
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in the form
    <form
      ref={form}
      className={cx(pageCss.section, pageCss.pending)}
      aria-label={t('canaries.add')}
      data-testid="canary-form"
      data-step={step}
      onSubmit={(event) => void onSubmit(event)}
      onKeyDown={onKeyDown}
    >
      <h2>{t('canaries.add')}</h2>
      {/* Hidden and not taken away, so that what was typed is there again after a slip. */}
      <div hidden={step !== 'facts'}>
        <p>{t('canaries.addLead')}</p>
        <div className={cx(formCss.line)}>
          <Field label={t('canaries.name')} className={formCss.grow}>
            {(ids) => (
              <TextInput
                {...ids}
                required
                autoFocus
                maxLength={100}
                value={name}
                data-testid="canary-name"
                onChange={(event) => {
                  markDirty();
                  setName(event.currentTarget.value);
                }}
              />
            )}
          </Field>
          <Field label={t('canaries.sex')}>
            {(ids) => (
              <Select
                ids={ids}
                value={sex}
                choices={SEXES.map((one) => ({ value: one, words: t(`sexes.${one}`) }))}
                testId="canary-sex"
                onChoose={setSex}
              />
            )}
          </Field>
        </div>
        <div className={cx(formCss.line)}>
          <Field label={t('canaries.phone')}>
            {(ids) => (
              <ShownSecretInput
                {...ids}
                required
                maxLength={40}
                handle={phone}
                data-testid="canary-phone"
                onInput={markDirty}
              />
            )}
          </Field>
          <Field label={t('canaries.secondPhone')}>
            {(ids) => (
              <ShownSecretInput
                {...ids}
                maxLength={40}
                handle={secondPhone}
                data-testid="canary-second-phone"
                onInput={markDirty}
              />
            )}
          </Field>
        </div>
        <div className={cx(formCss.line)}>
          <Field label={t('canaries.room')} className={formCss.grow}>
            {(ids) => (
              <TextInput
                {...ids}
                maxLength={60}
                value={room}
                data-testid="canary-room"
                onChange={(event) => {
                  markDirty();
                  setRoom(event.currentTarget.value);
                }}
              />
            )}
          </Field>
          <Field label={t('canaries.relation')}>
            {(ids) => (
              <Select
                ids={ids}
                value={relation}
                disabled={room.trim() === ''}
                choices={RELATIONS.map((one) => ({ value: one, words: t(`relations.${one}`) }))}
                testId="canary-relation"
                onChoose={setRelation}
              />
            )}
          </Field>
        </div>
      </div>
      {step === 'proof' && (
        <>
          <p>{t('canaries.proofLead')}</p>
          <div className={cx(formCss.line)}>
            <Field label={t('pin.own')}>
              {(ids) => <PinInput {...ids} handle={pin} required autoFocus data-testid="canary-pin" />}
            </Field>
            <ProofFields
              people={people.filter((one) => one.role === 'supervisor')}
              handle={supervisor}
              testId="canary-supervisor"
            />
          </div>
        </>
      )}
      <FailureNote failure={failure} />
      <FormActions>
        <Button weight="main" type="submit" disabled={busy} data-testid="canary-submit">
          {t(step === 'facts' ? 'canaries.next' : 'canaries.save')}
        </Button>
        {step === 'proof' && (
          <Button disabled={busy} data-testid="canary-back" onClick={() => setStep('facts')}>
            {t('canaries.back')}
          </Button>
        )}
        <Button ref={cancel} disabled={busy} data-testid="canary-cancel" onClick={() => onClose()}>
          {t('common.cancel')}
        </Button>
      </FormActions>
    </form>
  );
}
