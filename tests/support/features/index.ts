/** What a feature brings to the tests that go over all of them: a visit to each of its routes, the way to its screens. */
import type { Together } from '../../../contract/joined.ts';
import * as list from './list.ts';

type Listed = typeof list;
type Listing = Listed[keyof Listed];
type FlowOf<Feature> = Feature extends { readonly flow: infer F } ? F : never;

/** By route. */
export const FEATURE_VISITS = Object.assign(
  {},
  ...Object.values(list).map(({ visits }) => visits),
) as Together<Listing['visits']>;

/** In the order of their places: what one leaves is what the next finds. */
export const FEATURE_FLOWS: readonly FlowOf<Listing>[] = Object.values<Listing>(list)
  .flatMap((feature) => ('flow' in feature ? [feature.flow] : []))
  .toSorted((one, other) => one.place - other.place);
