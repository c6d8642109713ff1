/** The cabinet is counted: each paper there or not, then the own PIN. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { paperNumber } from '../../contract/paper-register/lists.ts';
import type { PaperRegister, PaperView } from '../../contract/paper-register/routes.ts';
import { bridge } from '../bridge.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { Switch } from '../ui/Switch.tsx';
import css from './paper-register.module.css';

interface CountFormProps {
  readonly papers: readonly PaperView[];
  readonly onClose: (register?: PaperRegister) => void;
  readonly onStale: () => Promise<void>;
}

export function CountForm({ papers, onClose, onStale }: CountFormProps) {
  const { t } = useTranslation();
  const [missing, setMissing] = useState<ReadonlySet<number>>(new Set());
  const markDirty = useUnsaved();
  const turn = (paperId: number, isThere: boolean): void => {
    markDirty();
    setMissing((before) => {
      const next = new Set(before);
      if (isThere) next.delete(paperId);
      else next.add(paperId);
      return next;
    });
  };
  const ids = papers.map(({ paperId }) => paperId);
  return (
    <Form
      name="paper"
      title={t('papers.countTitle')}
      lead={t('papers.countLead')}
      yes={t('papers.countYes', { there: papers.length - missing.size, missing: missing.size })}
      pin="last"
      send={({ pin }) =>
        bridge.vault['papers.count']({
          counted: ids,
          there: ids.filter((paperId) => !missing.has(paperId)),
          pin,
        })
      }
      toast={(say) => say(missing.size === 0 ? 'papers.countWhole' : 'papers.countDone')}
      onClose={onClose}
      onStale={onStale}
    >
      <div className={cx(css.counted)}>
        {papers.map(({ paperId, title, place }) => (
          <Switch
            key={paperId}
            label={`${t('papers.countIsThere', { number: paperNumber(paperId) })} · ${title} · ${place}`}
            value={!missing.has(paperId)}
            testId={`paper-there-${paperNumber(paperId)}`}
            onChange={(isThere) => turn(paperId, isThere)}
          />
        ))}
      </div>
    </Form>
  );
}
