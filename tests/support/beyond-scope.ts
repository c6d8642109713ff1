/** Asks what visits asked once more, as a receptionist who looks after a building without rooms: whatever a reply then has of anybody lies beyond their scope. */
import { findMarked } from '../../contract/find-marked.ts';
import type { RouteName } from '../../contract/route-names.ts';
import { ROUTES } from '../../contract/routes.ts';
import { findClear, masksOf } from './clear-values.ts';
import { limitDesk } from './features/scope.ts';
import { PLANTED } from './planted-people.ts';
import type { VaultHarness } from './vault-harness.ts';

/** A question, and what it was answered. */
export interface Said {
  readonly route: RouteName;
  readonly request: unknown;
  readonly reply: unknown;
}

const NOTHING_THERE = [{ estate: '', building: '9999', unit: null }] as const;
/** A room outside that was typed as a whole is told with whose desk it is of, whether or not anybody lives there (docs/scope.md). */
const TELLS_A_DESK = /^(?:people\.search|rooms\.find): room>rooms$/;
/** Cells of the file that whoever asks has picked, of whom nobody is on record yet: heads, rooms and relations hide nothing. */
const OF_THEIR_FILE = /^import\.(?:open|sheet|preview|forgetLayout)$/;
const OF_ANYBODY = /^(?:person>people|room>rooms)$/;
const MASKS = masksOf(PLANTED);

/** `route: what it has of somebody`. A supervisor is signed in before and afterwards, and the receptionist looks after everything. */
export async function findBeyond(
  desk: VaultHarness,
  asked: readonly Omit<Said, 'reply'>[],
): Promise<readonly string[]> {
  await desk.switchTo('admin');
  await limitDesk(desk, NOTHING_THERE);
  await desk.switchTo('receptionist');
  const found = new Set<string>();
  const known = new Set<string>();
  for (const { route, request } of asked) {
    const key = `${route} ${JSON.stringify(request)}`;
    if (ROUTES[route].facts.scope !== 'filtered' || known.has(key)) continue;
    known.add(key);
    const answer = await desk.ask(route, request);
    if (answer.ok) for (const what of ofPeople({ route, reply: answer.value })) found.add(what);
  }
  await desk.switchTo('admin');
  await limitDesk(desk, []);
  await desk.switchTo('supervisor');
  return [...found].filter((line) => !TELLS_A_DESK.test(line));
}

/** What replies have of planted people although their route says that it leads to nobody: `route: what`. */
export const findOfPeople = (said: readonly Said[]): readonly string[] => [
  ...new Set(
    said
      .filter(({ route }) => ROUTES[route].facts.scope === 'nobody' && !OF_THEIR_FILE.test(route))
      .flatMap(ofPeople),
  ),
];

/** Masks that hide nothing: `route: words`. */
export const findUnmasked = (said: readonly Said[]): readonly string[] => [
  ...new Set(
    said
      .filter(({ route }) => ROUTES[route].facts.shows !== 'value' && !OF_THEIR_FILE.test(route))
      .flatMap(({ route, reply }) =>
        findMarked(ROUTES[route].reply, reply)
          .filter(({ mark, value }) => mark === 'mask' && typeof value === 'string' && hidesNothing(value))
          .map(({ value }) => `${route}: ${String(value)}`),
      ),
  ),
];

const hidesNothing = (mask: string): boolean => mask !== '' && !mask.includes('*');

const ofPeople = ({ route, reply }: Omit<Said, 'request'>): readonly string[] => [
  ...findMarked(ROUTES[route].reply, reply)
    .filter(({ mark, value }) => OF_ANYBODY.test(mark) && value !== null)
    .map(({ mark }) => `${route}: ${mark}`),
  ...findClear(MASKS, reply).map((mask) => `${route}: ${mask}`),
];
