/** A failure, and where a supervisor may agree, the way on: beyond a limit, or to a record of another desk. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { describeFailure } from '../messages/describe-failure.ts';
import { Button } from '../ui/Button.tsx';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { Form } from '../ui/Form.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { WordsField } from '../ui/WordsField.tsx';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import type { Outside } from '../../contract/scope/routes.ts';
import { PinField } from '../ui/PinField.tsx';
import { scopeStore } from './stores.ts';

interface LimitFailureProps {
  readonly failure: Failure | null;
  /** Does again what was refused. */
  readonly onLifted: () => void;
}

export const LimitFailure = (props: LimitFailureProps) => (
  <>
    <FailureNote failure={props.failure} />
    <LimitLift {...props} />
  </>
);

/** The way on alone, where the failure is shown by the form that met it: a form that can be closed, and is there again when it is refused again. */
export function LimitLift({ failure, onLifted }: LimitFailureProps) {
  const { t } = useTranslation();
  const [closed, setClosed] = useState<Failure | null>(null);
  const about = failure === null ? null : outsideOf(failure);
  if (about === null && failure?.code !== 'limit-reached') return null;
  if (closed === failure)
    return (
      <Button data-testid="way-on" onClick={() => setClosed(null)}>
        {t(about === null ? 'limitsPage.override.title' : 'scope.open.title')}
      </Button>
    );
  const close = (): void => setClosed(failure);
  return about === null ? (
    <LiftForm failure={failure} onLifted={onLifted} onClose={close} />
  ) : (
    <OutsideForm key={JSON.stringify(about)} about={about} onAgreed={onLifted} onClose={close} />
  );
}

function LiftForm({ failure, onLifted, onClose }: LimitFailureProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  return (
    <Form
      name="override"
      testIds={{ form: 'limit-override' }}
      // It comes while somebody types, whose next letters are for the search and not for its words.
      title={t('limitsPage.override.title')}
      yes={t('limitsPage.override.yes')}
      onClose={onClose}
      send={({ second }) => bridge.vault['limits.override']({ supervisor: second, words: words.trim() })}
      onDone={onLifted}
    >
      {failure !== null && <p>{describeFailure(t, failure).what}</p>}
      <p>{t('limitsPage.override.lead')}</p>
      <WordsField label={t('scope.open.words')} value={words} testId="override-words" onChange={setWords} />
      <SecondPerson testId="override-supervisor" />
    </Form>
  );
}

/** The way to a record of another desk: a supervisor agrees on the spot, or, for a room in an emergency, the own PIN. Returns the person or room that a refusal names; null of a room that is not on record. */
function outsideOf({ code, details: { of, id } }: Failure): Outside | null {
  if (code !== 'outside-scope' || typeof id !== 'number' || id === 0) return null;
  return of === 'person' ? { of, personId: id as PersonId } : { of: 'room', roomId: id as RoomId };
}

interface OutsideFormProps {
  readonly about: Outside;
  readonly onAgreed: () => void;
  readonly onClose: () => void;
}

function OutsideForm({ about, onAgreed, onClose }: OutsideFormProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [alone, setAlone] = useState(false);
  return (
    <Form
      name="outside"
      title={t('scope.open.title')}
      focus="field"
      onClose={onClose}
      isDanger={alone}
      yes={t(alone ? 'scope.open.emergency' : 'scope.open.yes')}
      send={(typed) =>
        bridge.vault['scope.open'](
          alone && about.of === 'room'
            ? { about, words: words.trim(), emergency: typed.pin }
            : { about, words: words.trim(), supervisor: typed.second },
        )
      }
      onDone={(opened) => {
        scopeStore.getState().take(opened);
        onAgreed();
      }}
    >
      <p>{t(alone ? 'scope.open.emergencyLead' : `scope.open.lead.${about.of}`)}</p>
      <WordsField
        autoFocus
        label={t('scope.open.words')}
        value={words}
        testId="outside-words"
        onChange={setWords}
      />
      {about.of === 'room' && (
        <div>
          <Button weight="plain" data-testid="outside-alone" onClick={() => setAlone(!alone)}>
            {t(alone ? 'scope.open.withSupervisor' : 'scope.open.alone')}
          </Button>
        </div>
      )}
      {alone ? <PinField testId="outside-pin" /> : <SecondPerson testId="outside-supervisor" />}
    </Form>
  );
}
