/** A reason of refusal in the language of the screen; its name where the data has it no more, nothing where there is none. */
import type { Refusal } from '../../contract/requests/routes.ts';

export function refusalWords(refusals: readonly Refusal[], id: string | null, language: string): string {
  if (id === null) return '';
  const found = refusals.find((one) => one.id === id);
  if (found === undefined) return id;
  return language === 'en' ? found.en : found.zh;
}
