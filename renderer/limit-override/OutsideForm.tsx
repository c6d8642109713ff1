/** The way to a record of another desk: a supervisor agrees on the spot, or, for a room in an emergency, the own PIN. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import type { Failure } from '../../contract/result.ts';
import type { Outside } from '../../contract/scope/routes.ts';
import { bridge } from '../bridge.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { PinField } from '../ui/PinField.tsx';
import { WordsField } from '../ui/WordsField.tsx';
import { scopeStore } from './stores.ts';

/** Returns the person or room that a refusal names; null of a room that is not on record. */
export function outsideOf({ code, details: { of, id } }: Failure): Outside | null {
  if (code !== 'outside-scope' || typeof id !== 'number' || id === 0) return null;
  return of === 'person' ? { of, personId: id as PersonId } : { of: 'room', roomId: id as RoomId };
}

interface OutsideFormProps {
  readonly about: Outside;
  readonly onAgreed: () => void;
  readonly onClose: () => void;
}

export function OutsideForm({ about, onAgreed, onClose }: OutsideFormProps) {
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
      more={
        about.of === 'room' && (
          <Button weight="plain" data-testid="outside-alone" onClick={() => setAlone(!alone)}>
            {t(alone ? 'scope.open.withSupervisor' : 'scope.open.alone')}
          </Button>
        )
      }
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
      {alone ? <PinField testId="outside-pin" /> : <SecondPerson testId="outside-supervisor" />}
    </Form>
  );
}
