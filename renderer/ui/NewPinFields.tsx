/** A new PIN, typed twice by its owner and judged while it is typed. */
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Role } from '../../contract/fields.ts';
import type { Result } from '../../contract/result.ts';
import type { PinProblem } from '../../contract/staff/lists.ts';
import { Field } from './Field.tsx';
import { FieldPair } from './FieldPair.tsx';
import { PinInput, type SecretHandle } from './TextInput.tsx';

export interface NewPinHandle {
  /** The PIN once; both fields are empty afterwards. */
  readonly take: () => string;
  /**
   * Whether both agree and nothing is wrong with them, once what was typed last is judged: Enter may come before the
   * judgement. Of two that ask at once, the second is told no.
   */
  readonly isGood: () => Promise<boolean>;
  readonly focus: () => void;
  /** The owner's name is another while the PIN stands there. */
  readonly judgeFor: (name: string) => void;
}

interface NewPinFieldsProps {
  readonly role: Role;
  /** Of the owner: a PIN must not be like it. */
  readonly name: string;
  /** PINs that are taken, where they are known here. */
  readonly others?: readonly string[];
  readonly judge: (request: {
    readonly role: Role;
    readonly pin: string;
    readonly name: string;
  }) => Promise<Result<{ readonly problems: readonly PinProblem[] }>>;
  readonly handle: Ref<NewPinHandle>;
  /** Told when both agree and nothing is known to be wrong with them, and when that is no longer so. */
  readonly onReady: (ready: boolean) => void;
  /** Test hooks: the first field and the second. */
  readonly testIds?: readonly [string, string];
}

const NOBODY: readonly string[] = [];
const TEST_IDS = ['pin-input', 'pin-confirm'] as const;

interface Judged {
  readonly problems: readonly PinProblem[] | null;
  /** The vault has the last typed PIN and has not answered yet. */
  readonly pending: boolean;
  readonly same: boolean;
  readonly differs: boolean;
}

const UNJUDGED: Judged = { problems: null, pending: false, same: false, differs: false };

const isReady = ({ same, pending, problems }: Judged): boolean => same && (pending || problems?.length === 0);

export function NewPinFields({
  role,
  name,
  others = NOBODY,
  judge,
  handle,
  onReady,
  testIds = TEST_IDS,
}: NewPinFieldsProps) {
  const { t } = useTranslation();
  const [{ problems, differs }, setJudged] = useState(UNJUDGED);
  const latest = useRef(UNJUDGED);
  const pin = useRef<SecretHandle>(null);
  const again = useRef<SecretHandle>(null);
  const asked = useRef(0);
  const judging = useRef<Promise<readonly PinProblem[] | null> | null>(null);
  const isAsked = useRef(false);
  /** The form hears of it within the same event: Enter may be the very next, and a disabled button would swallow it. */
  const put = (changed: Partial<Judged>): void => {
    latest.current = { ...latest.current, ...changed };
    setJudged(latest.current);
    onReady(isReady(latest.current));
  };
  /** The second field is judged once it is as long as the first, not while it is still being typed. */
  const compare = () => {
    const [first, second] = [pin.current?.peek() ?? '', again.current?.peek() ?? ''];
    put({
      same: first !== '' && first === second,
      differs:
        second !== '' && first !== second && (second.length >= first.length || !first.startsWith(second)),
    });
  };
  /** Returns the problems of a PIN; null where nobody could tell. */
  const problemsOf = async (typed: string, judgedName: string): Promise<readonly PinProblem[] | null> => {
    const reply = await judge({ role, pin: typed, name: judgedName });
    if (!reply.ok) return null;
    const found = reply.value.problems;
    return others.includes(typed) ? [...new Set<PinProblem>([...found, 'same-as-other'])] : found;
  };
  const judgeTyped = async (judgedName: string) => {
    const typed = pin.current?.peek() ?? '';
    const turn = ++asked.current;
    judging.current = typed === '' ? null : problemsOf(typed, judgedName);
    put({ pending: judging.current !== null });
    compare();
    const found = await judging.current;
    if (turn === asked.current) put({ pending: false, problems: found });
  };
  const isGood = async (): Promise<boolean> => {
    if (isAsked.current) return false;
    isAsked.current = true;
    const found = await judging.current;
    isAsked.current = false;
    const [first, second] = [pin.current?.peek() ?? '', again.current?.peek() ?? ''];
    const good = found?.length === 0 && first === second;
    if (!good) pin.current?.focus();
    return good;
  };
  useImperativeHandle(handle, () => ({
    take: () => {
      again.current?.clear();
      judging.current = null;
      put({ same: false, problems: null });
      return pin.current?.take() ?? '';
    },
    isGood,
    focus: () => pin.current?.focus(),
    judgeFor: (changed) => void judgeTyped(changed),
  }));

  return (
    <FieldPair>
      <Field
        label={t('setup.person.pin')}
        hint={problems?.length === 0 ? `✓ ${t('setup.person.good')}` : t(`setup.person.pinHint.${role}`)}
        problem={
          problems
            ?.map((problem) => (
              <span key={problem} data-testid={`pin-problem-${problem}`}>
                {t(`pinProblems.${problem}`)}{' '}
              </span>
            ))
            .slice(0, 2) ?? null
        }
      >
        {(ids) => (
          <PinInput
            {...ids}
            aria-invalid={(problems?.length ?? 0) > 0}
            handle={pin}
            data-testid={testIds[0]}
            onInput={() => void judgeTyped(name)}
          />
        )}
      </Field>
      <Field label={t('setup.person.confirm')} problem={differs ? t('setup.person.differs') : null}>
        {(ids) => <PinInput {...ids} handle={again} data-testid={testIds[1]} onInput={compare} />}
      </Field>
    </FieldPair>
  );
}
