/** What becomes of a paper: longer, back, destroyed, lost, found. */
import { useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { SlotId } from '../../contract/ids.ts';
import { DESTROYED_BY, paperNumber } from '../../contract/paper-register/lists.ts';
import type { PaperRegister, PaperView } from '../../contract/paper-register/routes.ts';
import { assertNever } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { PinForm } from '../pages/PinForm.tsx';
import { StepForm } from '../pages/StepForm.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import { Select } from '../ui/Select.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import { CustodianField } from './CustodianField.tsx';
import { PlaceField } from './PlaceField.tsx';

const { vault } = bridge;

/** Something that becomes of a paper. */
export type PaperStep = 'extend' | 'giveBack' | 'destroy' | 'lose' | 'found';

interface PaperStepFormProps {
  readonly paper: PaperView;
  readonly onClose: (register?: PaperRegister) => void;
  readonly onStale: () => Promise<void>;
}

export function PaperStepForm({ step, ...form }: PaperStepFormProps & { readonly step: PaperStep }) {
  switch (step) {
    case 'extend':
      return <ExtendForm {...form} />;
    case 'giveBack':
    case 'found':
      return <KeptAgainForm step={step} {...form} />;
    case 'destroy':
      return <DestroyForm {...form} />;
    case 'lose':
      return <LoseForm {...form} />;
    default:
      return assertNever(step);
  }
}

const seenOf = ({ paperId, version }: PaperView) => ({ paperId, version });

function ExtendForm({ paper, ...form }: PaperStepFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const dueOn = dayFrom(typed);
  const isLater = dueOn !== null && (paper.dueOn === null || dueOn > paper.dueOn);
  return (
    <PinForm
      {...form}
      name="paper"
      title={t('papers.extendTitle', { number: paperNumber(paper.paperId) })}
      lead={paper.dueOn === null ? t('papers.extendLeadNone') : t('papers.extendLead', { day: paper.dueOn })}
      yes={t('papers.extend')}
      isReady={() => {
        setIsAsked(true);
        return isLater && isReasonValid(words);
      }}
      send={(pin) =>
        vault['papers.extend']({ ...seenOf(paper), dueOn: dueOn ?? '', words: words.trim(), pin })
      }
    >
      <div className={formCss.line}>
        <Field label={t('papers.extendTo')} problem={isAsked && !isLater ? t('day.none') : null}>
          {(ids) => <DayInput ids={ids} text={typed} testId="paper-until" onChange={setTyped} />}
        </Field>
        <WordsField
          label={t('papers.extendWhy')}
          className={formCss.grow}
          value={words}
          testId="paper-words"
          onChange={setWords}
        />
      </div>
    </PinForm>
  );
}

/** Back from wherever it was, or found where nobody looked for it. */
function KeptAgainForm({
  step,
  paper,
  ...form
}: PaperStepFormProps & { readonly step: 'giveBack' | 'found' }) {
  const { t } = useTranslation();
  const [custodian, setCustodian] = useState<SlotId | null>(paper.custodian.slotId);
  const [place, setPlace] = useState(paper.place);
  const route = step === 'giveBack' ? 'papers.giveBack' : 'papers.find';
  return (
    <StepForm
      {...form}
      name="paper"
      focus="title"
      title={t(`papers.${step}Title`, { number: paperNumber(paper.paperId) })}
      lead={t(`papers.${step}Lead`)}
      yes={t(`papers.${step}Yes`)}
      ready={custodian !== null}
      send={() => {
        if (custodian === null) throw new RangeError('asked before it is ready');
        return vault[route]({ ...seenOf(paper), custodian, place: place.trim() });
      }}
    >
      <div className={formCss.line}>
        <CustodianField value={custodian} onChoose={setCustodian} />
        <PlaceField label={t('papers.fields.place')} value={place} testId="paper-place" onChange={setPlace} />
      </div>
    </StepForm>
  );
}

function DestroyForm({ paper, ...form }: PaperStepFormProps) {
  const { t } = useTranslation();
  const { people, signedIn } = useDesk();
  const [how, setHow] = useState<(typeof DESTROYED_BY)[number]>('shredded');
  const witness = useRef<ProofHandle>(null);
  const number = paperNumber(paper.paperId);
  const own = people.find(({ slotId }) => slotId === signedIn.slotId)?.displayName;
  const others = people.filter(
    ({ slotId, displayName, role }) =>
      slotId !== signedIn.slotId &&
      displayName !== own &&
      (signedIn.role !== 'receptionist' || role !== 'receptionist'),
  );
  return (
    <PinForm
      {...form}
      name="paper"
      isDanger
      title={t('papers.destroyTitle', { number, title: paper.title })}
      lead={t('papers.destroyLead')}
      yes={t('papers.destroyYes', { number })}
      send={(pin) => {
        const proof = witness.current?.take() ?? null;
        if (proof === null) throw new RangeError('asked before it is ready');
        return vault['papers.destroy']({ ...seenOf(paper), how, pin, witness: proof });
      }}
      isReady={() => {
        const isThere = witness.current?.isTyped() === true;
        if (!isThere) witness.current?.focus();
        return isThere;
      }}
    >
      <div className={formCss.line}>
        <Field label={t('papers.destroyHow')}>
          {(ids) => (
            <Select
              ids={ids}
              value={how}
              choices={DESTROYED_BY.map((value) => ({ value, words: t(`papers.ways.${value}`) }))}
              testId="paper-how"
              onChoose={setHow}
            />
          )}
        </Field>
        <ProofFields
          people={others}
          handle={witness}
          testId="paper-witness"
          words={{
            who: t('papers.witness'),
            pin: t('papers.witnessPin'),
            choose: t('papers.witnessChoose'),
          }}
        />
      </div>
    </PinForm>
  );
}

function LoseForm({ paper, ...form }: PaperStepFormProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const number = paperNumber(paper.paperId);
  return (
    <PinForm
      {...form}
      name="paper"
      isDanger
      title={t('papers.loseTitle', { number })}
      lead={t('papers.loseLead')}
      yes={t('papers.loseYes', { number })}
      ready={isReasonValid(words)}
      send={(pin) => vault['papers.lose']({ ...seenOf(paper), words: words.trim(), pin })}
    >
      <WordsField label={t('papers.loseWords')} value={words} testId="paper-words" onChange={setWords} />
    </PinForm>
  );
}
