/** Who is at the desk now: each of them chooses a PIN next, all others have no way in until the staff page gives them one. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { ROLES } from '../../contract/fields.ts';
import css from '../set-up/set-up.module.css';
import { recoveryStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextField } from '../ui/TextField.tsx';
import own from './recovery.module.css';
import { inTwoRoles, thoseThere, whyNotThese } from './recovery-store.ts';

export function PeopleStep({ onNext, onBack }: { readonly onNext: () => void; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { people, setThere, add, rename, drop } = useStore(recoveryStore);
  const why = whyNotThese(people);
  const absent = people.filter(({ there }) => !there).length;
  return (
    <Form
      name="recovery"
      testIds={{ submit: 'recovery-next', cancel: 'recovery-back' }}
      className="stack4"
      yes={t('common.next')}
      no={t('common.back')}
      ready={why === null}
      send={onNext}
      onClose={() => onBack()}
    >
      <CeremonyTitle>{t('staff.second.who')}</CeremonyTitle>
      <p>{t('recovery.people.lead')}</p>
      <ul className={cx(own.people)}>
        {people.map((person, index) =>
          person.staffId !== null ? (
            <li key={person.staffId}>
              <Switch
                label={`${person.name} · ${t(`roles.${person.role}`)}`}
                value={person.there}
                onChange={(there) => setThere(index, there)}
                testId={`recovery-there-${index}`}
              />
            </li>
          ) : (
            // Somebody new has nothing but a place in the list until they are named.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`new-${index}`} className={cx('row3', own.newcomer)}>
              <TextField
                label={t('recovery.people.newcomer', { role: t(`roles.${person.role}`) })}
                value={person.name}
                maxLength={30}
                testId={`recovery-name-${index}`}
                onChange={(text) => rename(index, text)}
              />
              <Button weight="plain" onClick={() => drop(index)} data-testid={`recovery-drop-${index}`}>
                {t('common.remove')}
              </Button>
            </li>
          ),
        )}
      </ul>
      <div className={cx(css.actions)} role="group" aria-label={t('recovery.people.add')}>
        {ROLES.slice()
          .reverse()
          .map((role) => (
            <Button key={role} weight="plain" onClick={() => add(role)} data-testid={`recovery-add-${role}`}>
              {t('recovery.people.addRole', { role: t(`roles.${role}`) })}
            </Button>
          ))}
      </div>
      {thoseThere(people).some((person) => inTwoRoles(people, person)) && (
        <Note kind="warn" testId="recovery-two-roles">
          {t('setup.supervisor.sameWarn')}
        </Note>
      )}
      {absent > 0 && <Note testId="recovery-absent">{t('recovery.people.absent', { count: absent })}</Note>}
      <p role="status" className={cx('small', 'quiet')} data-testid="recovery-why-not">
        {why === null ? '' : t(`recovery.people.why.${why}`)}
      </p>
    </Form>
  );
}
