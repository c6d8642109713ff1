/** The words: both languages say everything, and say it with the same blanks to fill. */
import '../../../renderer/recovery/words.ts';
import '../../../renderer/startup-errors/words.ts';
import '../../../renderer/verify/words.ts';
import { translateOf } from '../../../renderer/messages/translate.ts';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { CAR_PARTS, REJECT_REASONS, ROOM_PARTS } from '../../../contract/import/lists.ts';
import { ERROR_CODES } from '../../../contract/errors.ts';
import {
  FIELD_IDS,
  ID_TYPES,
  PERSON_KINDS,
  REASONS,
  RELATIONS,
  ROLES,
  SEXES,
} from '../../../contract/fields.ts';
import { ALARMS } from '../../../contract/sign-in/alarms.ts';
import { VERIFY_KINDS } from '../../../contract/people/verify-kinds.ts';
import { LOCK_REASONS } from '../../../contract/sign-in/lock-reasons.ts';
import { LANGUAGES } from '../../../contract/shell/settings.ts';
import { NOTE_OUTCOMES, TASK_IDS, UNSAID } from '../../../contract/tasks/lists.ts';
import { PIN_PROBLEMS } from '../../../contract/staff/lists.ts';
import { ROW_NOTES } from '../../../contract/import/views.ts';
import { ROOM_ANSWERS } from '../../../contract/tasks/views.ts';
import { LOG_OUTCOMES } from '../../../contract/log/outcomes.ts';
import { LOG_ACTIONS } from '../../../contract/log/entries.ts';
import { AREA_WORDS } from '../../../contract/routes.ts';
import { SEARCH_KINDS } from '../../../contract/search/lists.ts';
import { describeFailure } from '../../../renderer/messages/describe-failure.ts';
import { wordsIn } from '../../../renderer/messages/i18n.ts';
import { CEREMONY_STEPS, STAFF_CEREMONIES } from '../../../renderer/staff/staff-store.ts';
import { stepsOf } from '../../../renderer/key-management/keys-store.ts';
import { KEYCHAIN_HELP, SYSTEMS } from '../../../renderer/startup-errors/keychain-help.ts';
import { ALL_KEYS, KEY_IDS, PAGES } from '../../support/page-registry.ts';

function flatten(node: unknown, path = ''): Map<string, string> {
  if (typeof node === 'string') return new Map([[path, node]]);
  return new Map(
    Object.entries(node as Record<string, unknown>).flatMap(([key, value]) => [
      ...flatten(value, path === '' ? key : `${path}.${key}`),
    ]),
  );
}

const chinese = flatten(wordsIn('zh-CN'));
const english = flatten(wordsIn('en'));
/** Chinese says one and several alike, under the key of one. */
const ofAnyCount = (key: string): string => key.replace(/_other$/, '');
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
const translator = async (lng: 'zh-CN' | 'en') => {
  const instance = i18next.createInstance();
  await instance.init({
    lng,
    resources: { 'zh-CN': { translation: wordsIn('zh-CN') }, en: { translation: wordsIn('en') } },
    interpolation: { escapeValue: false },
  });
  return translateOf(instance);
};

describe('both languages', () => {
  it('have the same keys, none of them empty', () => {
    expect([...new Set([...english.keys()].map(ofAnyCount))].sort()).toEqual([...chinese.keys()].sort());
    for (const words of [chinese, english])
      for (const [key, text] of words) expect(text.trim(), key).not.toBe('');
  });

  it('leave the same blanks to be filled', () => {
    for (const [key, text] of english)
      expect(blanks(chinese.get(ofAnyCount(key)) ?? ''), key).toEqual(blanks(text));
  });

  it('call each area of the routes as the papers do', () => {
    const onPages = Object.keys(AREA_WORDS).map((area) => [area, chinese.get(`log.areas.${area}`)]);
    expect(onPages.filter(([, words]) => words !== undefined)).toEqual(
      Object.entries(AREA_WORDS).filter(([area]) => chinese.has(`log.areas.${area}`)),
    );
  });

  it('use the punctuation of their own script', () => {
    for (const [key, text] of chinese) expect(text, key).not.toMatch(/[\u4e00-\u9fff][,;:?!()]/);
    // The faces of the product draw curly quotation marks a whole character wide.
    for (const [key, text] of english) expect(text, key).not.toMatch(/[‘’“”，。；：（）]/);
  });
});

describe('every name that may cross has words', () => {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['roles', ROLES],
    ['relations', RELATIONS],
    ['kinds', PERSON_KINDS],
    ['sexes', SEXES],
    ['idTypes', ID_TYPES],
    ['fields', FIELD_IDS],
    ['roomParts', ROOM_PARTS],
    ['carParts', CAR_PARTS],
    ['reasons', REASONS],
    ['pinProblems', PIN_PROBLEMS],
    ['searchKinds', SEARCH_KINDS],
    ['rejectReasons', REJECT_REASONS],
    ['rowNotes', ROW_NOTES],
    ['verifyKinds', VERIFY_KINDS],
    ['alarms', ALARMS],
    ['tasks', TASK_IDS.flatMap((id) => [`${id}.name`, `${id}.say`])],
    ['unsaid', UNSAID],
    ['noteOutcomes', NOTE_OUTCOMES],
    ['roomAnswers', ROOM_ANSWERS],
    ['logActions', LOG_ACTIONS],
    ['logOutcomes', LOG_OUTCOMES],
    ['language', LANGUAGES],
    ['help.keys', KEY_IDS],
    ['lockReasons', LOCK_REASONS],
    ['staff.steps', CEREMONY_STEPS],
    ...(['actions', 'titles', 'submit', 'done'] as const).map(
      (group) => [`staff.${group}`, STAFF_CEREMONIES] as const,
    ),
    ['keysPage.steps', [...new Set([...stepsOf('store-key'), ...stepsOf('recovery-sheet')])]],
    [
      'keychainHelp',
      ['title', 'commands', ...KEYCHAIN_HELP.flatMap((help) => SYSTEMS.map((system) => `${help}.${system}`))],
    ],
  ];
  it.each(lists)('%s', (group, names) => {
    for (const name of names) expect(chinese.has(`${group}.${name}`), name).toBe(true);
    expect([...chinese.keys()].filter((key) => key.startsWith(`${group}.`))).toHaveLength(names.length);
  });

  it('pages and keys: no two pages and no two keys are called the same', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const t = await translator(language);
      const titles = PAGES.map((page) => page.title(t));
      expect([...titles, ...ALL_KEYS.map(({ key }) => key.words(t))].filter((words) => words === '')).toEqual(
        [],
      );
      expect(new Set(titles).size).toBe(PAGES.length);
      expect(new Set(ALL_KEYS.map(({ key }) => key.words(t))).size).toBe(ALL_KEYS.length);
    }
  });

  it('errors: what happened, and what to do, no two alike', () => {
    for (const code of ERROR_CODES) {
      for (const words of [chinese, english]) {
        expect(words.has(`errors.${code}.what`), code).toBe(true);
        expect(words.has(`errors.${code}.todo`), code).toBe(true);
      }
    }
    const keychain = ERROR_CODES.filter(
      (code) => code.startsWith('keychain-') || code.startsWith('header-') || code.startsWith('store-'),
    );
    expect(new Set(keychain.map((code) => chinese.get(`errors.${code}.what`))).size).toBe(keychain.length);
  });

  it('name no code to the reader', () => {
    for (const words of [chinese, english]) {
      for (const [key, text] of words)
        if (key.startsWith('errors.'))
          for (const code of ERROR_CODES.filter((one) => one.includes('-')))
            expect(text, key).not.toContain(code);
    }
  });
});

describe('describeFailure', () => {
  it('says how long to wait rather than how many tries are left', async () => {
    const t = await translator('zh-CN');
    const words = describeFailure(t, { code: 'wrong-pin', details: { waitSeconds: 90, freeTries: 0 } });
    expect(words.what).toBe('PIN 不对。');
    expect(words.todo).toContain('1 分 30 秒');
  });

  it('says how many tries are left before a wait', async () => {
    const t = await translator('en');
    expect(
      describeFailure(t, { code: 'wrong-pin', details: { waitSeconds: 0, freeTries: 3 } }).todo,
    ).toContain('3');
  });

  it('names the field in words and repeats no other detail', async () => {
    const t = await translator('en');
    const { todo } = describeFailure(t, {
      code: 'invalid-value',
      details: { field: 'idNumber', value: 'secret' },
    });
    expect(todo).toContain('ID number');
    expect(todo).not.toContain('secret');
  });
});
