// @vitest-environment happy-dom
/** What may be done stands in a head or a foot, or lies in its menu. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { initI18n } from '../../../renderer/messages/i18n.ts';
import { Actions, type Action } from '../../../renderer/ui/Actions.tsx';

const actionsOf = (number: number): readonly Action[] =>
  ['one', 'two', 'three', 'four', 'five'].slice(0, number).map((testId) => ({
    testId,
    words: testId,
    run: vi.fn(),
  }));

it.each([
  [1, 'one', ''],
  [2, 'one two', ''],
  [3, 'one', 'two three'],
  [4, 'one two', 'three four'],
  [5, 'one two', 'three four five'],
])('of %i actions shows %j and folds %j into a menu', async (number, standing, folded) => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  initI18n('en');
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  await act(async () => root.render(<Actions name="x" list={[false, ...actionsOf(number)]} />));
  const buttons = [...place.querySelectorAll<HTMLElement>('button:not([data-holds])')];
  expect(buttons.map(({ dataset }) => dataset['testid']).join(' ')).toBe(standing);
  expect(place.querySelector<HTMLElement>('[data-holds]')?.dataset['holds'] ?? '').toBe(folded);
  await act(async () => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

it('gives the place and the focus of a main action that is done to the next one', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  initI18n('en');
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const [print, next] = actionsOf(2) as [Action, Action];
  await act(async () => root.render(<Actions name="x" list={[print]} />));
  place.querySelector('button')!.focus();
  await act(async () => root.render(<Actions name="x" list={[next, print]} />));
  expect((document.activeElement as HTMLElement).dataset['testid']).toBe('two');
  await act(async () => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});
