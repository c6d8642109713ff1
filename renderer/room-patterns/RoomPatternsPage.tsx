/** How this estate writes its rooms: patterns in plain form, what would come of them as they are typed, saved with the admin's PIN. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { MAX_PATTERNS, ROOM_PLACES } from '../../contract/search/room-patterns.ts';
import { SaveForm } from '../pages/SaveForm.tsx';
import { patternsStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Done } from '../ui/Done.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Note } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { type PatternLine, isChanged, problemOf } from './patterns-store.ts';
import css from './patterns.module.css';

export function RoomPatternsPage() {
  const { t } = useTranslation();
  const { kept, lines, busy, failure, done, read } = useStore(patternsStore);
  const changed = useStore(patternsStore, isChanged);
  useEffect(() => void read(), [read]);
  return (
    <Page testId="screen-room-patterns">
      <PageHeader title={t('roomPatterns.title')} lead={t('roomPatterns.lead')} />
      {busy === 'reading' && <Waiting testId="patterns-reading" />}
      {kept === null && <ReadFailure failure={failure} testId="patterns-again" onAgain={() => void read()} />}
      {done !== null && !changed && (
        <Note live testId="patterns-done">
          <Done>{t('roomPatterns.done', { count: done.moved })}</Done>
          {done.kept > 0 && <p>{t('roomPatterns.doneKept', { count: done.kept })}</p>}
        </Note>
      )}
      {kept !== null && (
        <PageBody label={t('roomPatterns.title')}>
          <div className={cx(css.columns)}>
            <section className={cx('stack3', css.lines)} aria-labelledby="patterns-list">
              <h2 id="patterns-list">{t('roomPatterns.list')}</h2>
              {lines.map((line, index) => (
                <Line key={line.key} line={line} number={index + 1} />
              ))}
              <div>
                <Button
                  weight="plain"
                  disabled={lines.length >= MAX_PATTERNS}
                  data-testid="pattern-add"
                  onClick={patternsStore.getState().add}
                >
                  <Icon name="plus" /> {t('roomPatterns.add')}
                </Button>
              </div>
              <dl className={cx(css.places)}>
                {ROOM_PLACES.map((place) => (
                  <div key={place}>
                    <dt className="digits">{`{${place}}`}</dt>
                    <dd>{t(`roomPatterns.places.${place}`)}</dd>
                  </div>
                ))}
              </dl>
              <p className={cx('small', 'quiet')}>{t('roomPatterns.width')}</p>
            </section>
            <Trial />
          </div>
        </PageBody>
      )}
      {changed && <SavePatterns />}
    </Page>
  );
}

function Line({ line: { key, text }, number }: { readonly line: PatternLine; readonly number: number }) {
  const { t } = useTranslation();
  const { write, remove } = patternsStore.getState();
  const problem = useStore(patternsStore, (state) => problemOf(state, key));
  return (
    <div className={cx(css.line)}>
      <TextField
        label={t('roomPatterns.pattern', { number })}
        problem={problem === null ? null : t(`patternProblems.${problem}`)}
        value={text}
        maxLength={80}
        inputClass="digits"
        placeholder="T{栋}-{房}"
        testId={`pattern-${number}`}
        onChange={(next) => write(key, next)}
      />
      <Button weight="plain" data-testid={`pattern-remove-${number}`} onClick={() => remove(key)}>
        {t('common.remove')}
        <span className="hidden-text"> {text}</span>
      </Button>
    </div>
  );
}

/** Nothing is written by it. */
function Trial() {
  const { t } = useTranslation();
  const { example, trial, tryExample } = useStore(patternsStore);
  const isFaulty = trial?.problems.some((problem) => problem !== null) === true;
  const [reading] = trial?.readings ?? [];
  return (
    <section className={cx('stack3', css.trial)} aria-labelledby="patterns-trial">
      <h2 id="patterns-trial">{t('roomPatterns.trial')}</h2>
      <TextField
        label={t('roomPatterns.example')}
        hint={t('roomPatterns.exampleHint')}
        value={example}
        maxLength={60}
        inputClass="digits"
        testId="pattern-example"
        onChange={tryExample}
      />
      <div role="status" className={cx('stack3', css.outcome)} data-testid="pattern-trial">
        {isFaulty ? <p className="quiet">{t('roomPatterns.faulty')}</p> : outcome()}
      </div>
    </section>
  );

  function outcome() {
    return (
      <>
        {reading !== undefined && reading.text === example.trim() && (
          <p data-testid="pattern-reading">
            {t('roomPatterns.reads')} <b className="digits">{reading.now}</b>
            {reading.now !== reading.usual && (
              <span className="quiet"> {t('roomPatterns.usually', { label: reading.usual })}</span>
            )}
          </p>
        )}
        {trial !== null && trial.conflicts.length > 0 && (
          <Note kind="warn" testId="pattern-conflicts">
            <p>
              <b>{t('roomPatterns.conflict')}</b>
            </p>
            {trial.conflicts.map(({ text, usual, now }) => (
              <p key={text} className="digits">
                {t('roomPatterns.conflictOf', { text, usual, now })}
              </p>
            ))}
          </Note>
        )}
        {trial !== null && (
          <>
            <p>
              {trial.rooms.moved === 0
                ? t('roomPatterns.noneMoved', { looked: trial.rooms.looked })
                : t('roomPatterns.moved', { looked: trial.rooms.looked, count: trial.rooms.moved })}
            </p>
            <ul className={cx(css.samples)}>
              {trial.rooms.samples.map(({ before, after }) => (
                <li key={before} className="digits">
                  {before} → {after}
                </li>
              ))}
            </ul>
            {trial.rooms.kept > 0 && <p>{t('roomPatterns.kept', { count: trial.rooms.kept })}</p>}
          </>
        )}
      </>
    );
  }
}

function SavePatterns() {
  const { t } = useTranslation();
  const { busy, failure, trial, save, discard } = useStore(patternsStore);
  return (
    <SaveForm
      title={t('roomPatterns.saveTitle')}
      testId="patterns-save"
      name="patterns"
      save={busy === 'saving' ? t('edit.saving') : t('common.save')}
      discard={t('policy.apply.discard')}
      ready={trial !== null && trial.problems.every((problem) => problem === null)}
      busy={busy !== 'none'}
      failure={failure}
      onSave={({ pin }) => void save(pin)}
      onDiscard={discard}
    >
      <p>{t('roomPatterns.saveLead')}</p>
    </SaveForm>
  );
}
