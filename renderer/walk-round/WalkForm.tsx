/** Form for the findings of a walk, place by place, then the own PIN. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { MAX_PLACE_WORDS, WALK_OUTCOMES, type WalkOutcome } from '../../contract/walk-round/lists.ts';
import type { WalkPlace, Walks } from '../../contract/walk-round/routes.ts';
import { bridge } from '../bridge.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Chip } from '../ui/Chips.tsx';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { TextField } from '../ui/TextField.tsx';
import { ReadFirst } from '../ui/ReadFirst.tsx';
import { lookOf, titleOf } from './place-words.ts';
import { cx } from '../ui/cx.ts';
import css from './walk-round.module.css';

interface WalkFormProps {
  readonly places: readonly WalkPlace[];
  readonly source: Walks['source'];
  readonly onClose: (walks?: Walks) => void;
  readonly onStale: () => Promise<void>;
}

interface Typed {
  readonly outcome: WalkOutcome | null;
  readonly words: string;
}
const NOTHING: Typed = { outcome: null, words: '' };

const isWhole = ({ outcome, words }: Typed): boolean =>
  outcome !== null && (outcome !== 'finding' || words.trim() !== '');

export function WalkForm({ places, source, ...form }: WalkFormProps) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(new Map());
  const [isAsked, setIsAsked] = useState(false);
  const of = (ref: string): Typed => typed.get(ref) ?? NOTHING;
  const put = (ref: string, changed: Partial<Typed>): void => {
    markDirty();
    setTyped((before) => new Map(before).set(ref, { ...(before.get(ref) ?? NOTHING), ...changed }));
  };
  const missing = places.filter(({ ref }) => !isWhole(of(ref))).length;
  const findings = places.filter(({ ref }) => of(ref).outcome === 'finding').length;
  return (
    <Form
      about=""
      name="walk"
      title={t('walks.form.title')}
      lead={t('walks.form.lead')}
      yes={findings === 0 ? t('walks.form.none') : t('walks.form.yes', { count: findings })}
      pin="last"
      gathers
      check={() => {
        setIsAsked(missing > 0);
        return missing === 0;
      }}
      send={({ pin }) =>
        bridge.vault['walks.finish']({
          results: places.map(({ ref }) => {
            const { outcome, words } = of(ref);
            return { ref, outcome: outcome ?? 'absent', words: outcome === 'finding' ? words.trim() : '' };
          }),
          pin,
        })
      }
      toast={(say) =>
        findings === 0 ? say('walks.form.done') : say('walks.form.doneFindings', { count: findings })
      }
      {...form}
    >
      {places.map((place) => (
        <PlaceFields
          key={place.ref}
          place={place}
          typed={of(place.ref)}
          onPut={(changed) => put(place.ref, changed)}
        />
      ))}
      <SourceNote {...sourceOf(source)} />
      {isAsked && missing > 0 && (
        <Note kind="warn" live testId="walk-missing">
          <p>{t('walks.form.missing', { count: missing })}</p>
        </Note>
      )}
    </Form>
  );
}

interface PlaceFieldsProps {
  readonly place: WalkPlace;
  readonly typed: Typed;
  readonly onPut: (changed: Partial<Typed>) => void;
}

function PlaceFields({ place, typed, onPut }: PlaceFieldsProps) {
  const { t } = useTranslation();
  const title = titleOf(place);
  return (
    <fieldset className={cx('stack2', css.place)} data-testid={`walk-place-${place.ref}`}>
      <legend>{title}</legend>
      <ReadFirst>
        <ul className="bullets quiet">
          {lookOf(place).map((look) => (
            <li key={look}>{look}</li>
          ))}
        </ul>
      </ReadFirst>
      <div className="line2" role="radiogroup" aria-label={t('walks.result', { place: title })}>
        {WALK_OUTCOMES.map((outcome) => (
          <Chip
            key={outcome}
            type="radio"
            name={`walk-${place.ref}`}
            chosen={typed.outcome === outcome}
            testId={`walk-${outcome}`}
            onChoose={() => onPut({ outcome })}
          >
            {t(`walks.outcomes.${outcome}`)}
          </Chip>
        ))}
      </div>
      {typed.outcome === 'finding' && (
        <TextField
          label={t('walks.form.words')}
          required
          missing={t('walks.form.words')}
          maxLength={MAX_PLACE_WORDS}
          value={typed.words}
          testId="walk-words"
          onChange={(words) => onPut({ words })}
        />
      )}
    </fieldset>
  );
}
