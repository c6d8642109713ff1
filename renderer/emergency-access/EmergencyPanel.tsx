/** An emergency: words, PIN, then contact and phones of the record at once while a ring runs down. The values are in this component's state alone. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { MaskedPerson, RevealedField } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { labelOfArea } from '../../contract/scope/lists.ts';
import { OwnPin } from '../pages/OwnPin.tsx';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { ShowActions } from '../reveal/ShowActions.tsx';
import { ShownValue } from '../reveal/ShownValue.tsx';
import { useShownFields } from '../reveal/use-shown-fields.ts';
import { emergencyStore } from './stores.ts';
import { taskStore } from '../tasks/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Form, type Typed } from '../ui/Form.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Ring } from '../ui/Ring.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import css from '../tasks/tasks.module.css';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';

export function EmergencyPanel({ person }: { readonly person: MaskedPerson }) {
  const { t } = useTranslation();
  const { shown, show, hide } = useShownFields();
  const own = useStore(emergencyStore, (state) => state.own);
  const readOwn = useStore(emergencyStore, (state) => state.readOwn);
  useEffect(() => void readOwn(), [readOwn]);
  if (shown === null)
    return own !== null && own.running === null && own.waiting ? (
      <LastOneWaits />
    ) : (
      <EmergencyForm person={person} onShown={show} />
    );
  return (
    <section
      className={cx(css.emergencyShown)}
      aria-label={t('emergency.shown')}
      data-testid="emergency-shown"
    >
      {shown.fields.map((one, at) => (
        <div
          key={`${one.field}-${one.ordinal}`}
          className={cx(css.emergencyRow)}
          data-testid={`emergency-${one.field}-${one.ordinal}`}
        >
          <span className="quiet">{t(`fields.${one.field}`)}</span>
          <ShownValue field={one.field} value={one.value} size="large" />
          {at === 0 && (
            <>
              <Ring
                left={shown.left}
                of={shown.seconds}
                label={t('reveal.secondsLeft', { seconds: Math.ceil(shown.left) })}
              />
              <Button shortcut="escape" autoFocus onClick={hide} data-testid="emergency-hide">
                {t('person.hide')}
              </Button>
            </>
          )}
        </div>
      ))}
    </section>
  );
}

/** No form is offered that the vault would refuse. */
function LastOneWaits() {
  const { t } = useTranslation();
  return (
    <section aria-label={t('task.steps.emergency')} data-testid="emergency-waits">
      <FailureNote failure={{ code: 'emergency-unacknowledged', details: {} }} />
    </section>
  );
}

function EmergencyForm({
  person,
  onShown,
}: {
  readonly person: MaskedPerson;
  readonly onShown: (fields: readonly RevealedField[]) => void;
}) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const running = useStore(emergencyStore, (state) => state.own?.running ?? null);
  const [words, setWords] = useState('');
  const [roomId, setRoomId] = useState(person.rooms[0]?.roomId ?? null);
  /** The vault says when: it knows how many were opened, and where. */
  const [takesSupervisor, setTakesSupervisor] = useState(false);
  const open = async (typed: Typed) => {
    const reply = await bridge.vault['emergency.begin']({
      personId: person.personId,
      ...(running === null && roomId !== null && { roomId }),
      words: words.trim(),
      pin: typed.pin,
      ...(typed.hasSecond && { cosigner: typed.second }),
    });
    void emergencyStore.getState().readOwn();
    return reply;
  };
  return (
    <Form
      name="emergency"
      title={t('task.steps.emergency')}
      focus="field"
      onClose={deskStore.getState().hidePanel}
      ready={isReasonValid(words)}
      refocus="pin"
      send={open}
      onDone={({ fields }) => {
        taskStore.getState().tell('emergency', person.personId);
        if (signedIn.role === 'supervisor') void emergencyStore.getState().read();
        onShown(fields);
      }}
      onFailed={({ code }) => setTakesSupervisor(takesSupervisor || code === 'needs-supervisor')}
      foot={
        <ShowActions label={t('emergency.open')} ready={isReasonValid(words)} testId="emergency-submit" />
      }
    >
      <p>{t('emergency.lead')}</p>
      <p className="quiet" data-testid="emergency-building">
        {running?.building
          ? t('emergency.inBuilding', { building: labelOfArea({ ...running.building, unit: null }) })
          : t('emergency.buildingHint')}
      </p>
      {running === null && person.rooms.length > 0 && (
        <SelectField
          label={t('emergency.room')}
          value={roomId}
          choices={person.rooms.map((room) => ({ value: room.roomId, words: room.label }))}
          testId="emergency-room"
          onChange={setRoomId}
        />
      )}
      <WordsField
        label={t('emergency.words')}
        hint={t('emergency.wordsHint')}
        autoFocus
        value={words}
        testId="emergency-words"
        onChange={setWords}
      />
      <OwnPin />
      {takesSupervisor && (
        <fieldset data-testid="emergency-supervisor">
          <legend>{t('emergency.supervisorLead')}</legend>
          <SecondPerson me="left-out" testId="emergency-cosigner" />
        </fieldset>
      )}
    </Form>
  );
}
