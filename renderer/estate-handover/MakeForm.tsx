/** The file of a handover: where it goes, until when other copies may stay, and both PINs again. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_KEPT_DAYS } from '../../contract/disclosures/lists.ts';
import { handoverNumber } from '../../contract/handover/lists.ts';
import type { HandoverView } from '../../contract/handover/routes.ts';
import { fail, ok } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { BothForm } from '../pages/BothForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom, today } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import type { MadeFile } from './MadeNote.tsx';

const DAY_MS = 86_400_000;

interface MakeFormProps {
  readonly handover: HandoverView;
  readonly onClose: (made?: MadeFile) => void;
  readonly onStale: () => Promise<void>;
}

export function MakeForm({ handover, ...form }: MakeFormProps) {
  const { t } = useTranslation();
  const tellUnsaved = useUnsaved();
  const [text, setText] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const dueOn = dayWithin(text);
  const number = handoverNumber(handover.handoverId);
  return (
    <BothForm
      {...form}
      name="handover"
      title={t('handoverOut.makeTitle', { number })}
      lead={t('handoverOut.makeLead')}
      yes={t('handoverOut.make')}
      isReady={() => {
        setIsAsked(true);
        return dueOn !== null;
      }}
      send={async (takeProof) => {
        if (dueOn === null) throw new RangeError('asked before it is ready');
        const picked = await bridge.shell.pickDisclosure({ of: 'handover' });
        if (!picked.ok) return picked;
        if (picked.value.file === null) return fail('cancelled');
        const { fileId, fileName } = picked.value.file;
        const reply = await bridge.vault['handover.make']({
          handoverId: handover.handoverId,
          fileId,
          dueOn,
          ...takeProof(),
        });
        return reply.ok ? ok({ ...reply.value, fileName, number }) : reply;
      }}
    >
      <Field
        label={t('handoverOut.dueOn')}
        problem={isAsked && dueOn === null ? t('handoverOut.dueBad') : null}
        className={formCss.half}
      >
        {(ids) => (
          <DayInput
            ids={ids}
            text={text}
            testId="handover-due"
            onChange={(next) => {
              tellUnsaved();
              setText(next);
            }}
          />
        )}
      </Field>
    </BothForm>
  );
}

/** The typed day where it is from tomorrow on and within a year, else null. */
function dayWithin(text: string): string | null {
  const day = dayFrom(text);
  if (day === null) return null;
  const days = Math.round((Date.parse(day) - Date.parse(today())) / DAY_MS);
  return days >= 1 && days <= MAX_KEPT_DAYS ? day : null;
}
