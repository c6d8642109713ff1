/** The cabinet is counted: each paper there or not, then the own PIN. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { paperNumber } from '../../contract/paper-register/lists.ts';
import type { PaperRegister, PaperView } from '../../contract/paper-register/routes.ts';
import { bridge } from '../bridge.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';
import css from './paper-register.module.css';

const FOUND = ['there', 'missing'] as const;
type Found = (typeof FOUND)[number];

interface CountFormProps {
  readonly papers: readonly PaperView[];
  readonly onClose: (register?: PaperRegister) => void;
  readonly onStale: () => Promise<void>;
}

export function CountForm({ papers, onClose, onStale }: CountFormProps) {
  const { t } = useTranslation();
  const [found, setFound] = useState<ReadonlyMap<number, Found>>(new Map());
  const markDirty = useUnsaved();
  const ids = papers.map(({ paperId }) => paperId);
  const there = ids.filter((paperId) => found.get(paperId) === 'there');
  const missing = found.size - there.length;
  return (
    <Form
      name="paper"
      title={t('papers.countTitle')}
      lead={t('papers.countLead')}
      yes={
        found.size < ids.length ? t('papers.count') : t('papers.countYes', { there: there.length, missing })
      }
      pin="last"
      send={({ pin }) => bridge.vault['papers.count']({ counted: ids, there, pin })}
      toast={(say) => say(missing === 0 ? 'papers.countWhole' : 'papers.countDone')}
      onClose={onClose}
      onStale={onStale}
    >
      <div className={cx(css.counted)}>
        {papers.map(({ paperId, title, place }) => (
          <Chips
            key={paperId}
            label={`${paperNumber(paperId)} · ${title} · ${place}`}
            choices={choicesOf(FOUND, (one) => t(`papers.countFound.${one}`))}
            value={found.get(paperId) ?? null}
            required
            testId={`paper-count-${paperNumber(paperId)}`}
            onChange={(one) => {
              markDirty();
              setFound((before) => new Map(before).set(paperId, one));
            }}
          />
        ))}
      </div>
    </Form>
  );
}
