/** Makes the features that features.ts joins, and asks all of them at once. */
import { DUTIES, type Duty } from '../../contract/evidence/lists.ts';
import type { Paper, PaperKind } from '../../contract/paper.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { LeadingKind } from '../../contract/routes.ts';
import { AppError } from './app-error.ts';
import { standingOf } from './evidence/read-standing.ts';
import type { Feature, FeatureFactory, HandlersOf, Showing, VaultContext } from './feature.ts';
import * as features from './features.ts';
import type { Leads } from './session/leads.ts';
import type { Session } from './session/session.ts';
import type { SignInRoute } from './sign-in/index.ts';
import { sql } from './store/sql.ts';

const FACTORIES = Object.values(features);

/** A feature without its routes, with the types of its handlers erased. */
type AnyFeature = Omit<Feature<never>, 'handlers' | 'leads'> & {
  readonly handlers: object;
  readonly leads?: Leads;
};

type Factory = (typeof FACTORIES)[number];
/** Routes that some feature handles. */
type HandledRoute = Factory extends infer F ? (F extends FeatureFactory<infer N, string> ? N : never) : never;
/** Kinds of ids of which some feature says to whom they lead. */
type LedKind = Factory extends infer F ? (F extends FeatureFactory<never, infer K> ? K : never) : never;
/** Does not compile where a route has ids of a kind that leads to somebody, and no feature says to whom. */
export const EVERY_ID_LEADS: [Exclude<LeadingKind, LedKind | 'person' | 'room'>] extends [never]
  ? true
  : { readonly 'nobody says to whom these lead': Exclude<LeadingKind, LedKind | 'person' | 'room'> } = true;

/** All but those that are there before the features are. */
export type FeatureRoute = Exclude<RouteName, SignInRoute>;

export interface Features {
  readonly handlers: HandlersOf<FeatureRoute>;
  /** To whom ids lead, by their kinds. */
  readonly leads: Leads;
  /** Somebody is signed in. */
  signedIn(session: Session): void;
  /** The paper that may be printed now, or null. */
  paper(kind: PaperKind): Paper | null;
  /** Does all work that is due by the clock. Never rejects. */
  followClock(session: Session): Promise<void>;
}

export function createFeatures(context: VaultContext): Features {
  const showing: Showing = {
    evidence: async (session) => {
      const residents = await session.store.get<{ readonly is: number }>(
        sql`SELECT EXISTS (SELECT 1 FROM person) AS "is"`,
      );
      return standingOf(await collect((feature) => feature.evidence?.(session)), residents?.is === 1);
    },
    packParts: (session, work, openPicture) => {
      const asked = made.filter(({ packParts }) => packParts !== undefined).length;
      let done = 0;
      return collect((feature) => {
        if (work.signal.aborted) throw new AppError('cancelled');
        if (feature.packParts === undefined) return undefined;
        work.tell({ phase: 'reading', done: done++, total: asked, secondsLeft: null });
        return feature.packParts(session, work, openPicture);
      });
    },
  };
  const made: readonly AnyFeature[] = FACTORIES.map((create) => create(context, showing));
  /** In the order of the duties, whatever order the features stand in. */
  async function collect<T extends { readonly duty: Duty }>(
    ask: (feature: AnyFeature) => Promise<readonly T[]> | undefined,
  ): Promise<readonly T[]> {
    const found: T[] = [];
    for (const feature of made) found.push(...((await ask(feature)) ?? []));
    return DUTIES.flatMap((duty) => found.filter((one) => one.duty === duty));
  }
  const handlers: Record<string, unknown> = {};
  for (const feature of made) addHandlers(handlers, feature.handlers);
  return {
    // Does not compile while a route has no handler.
    handlers: handlers as HandlersOf<HandledRoute> satisfies HandlersOf<FeatureRoute>,
    leads: Object.assign({}, ...made.map(({ leads }) => leads)) as Leads,
    signedIn: (session) => {
      for (const feature of made) feature.onSignedIn?.(session);
    },
    paper: (kind) => {
      for (const feature of made) {
        const paper = feature.paper?.(kind);
        if (paper) return paper;
      }
      return null;
    },
    followClock: async (session) => {
      for (const feature of made) await feature.everyMinute?.(session);
      for (const feature of made) await feature.everyMinuteAtLast?.(session);
    },
  };
}

/** Errors: a route that two features handle. */
function addHandlers(all: Record<string, unknown>, added: object): void {
  for (const [name, handler] of Object.entries(added)) {
    if (Object.hasOwn(all, name)) throw new Error(`two features handle ${name}`);
    all[name] = handler;
  }
}
