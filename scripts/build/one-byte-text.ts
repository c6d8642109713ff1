/** Writes what a script says in Chinese as escapes: V8 keeps the text of a script for as long as it runs, with two bytes for every character of it once a single one is beyond Latin-1. */
import type { Plugin } from 'vite';

/** Beyond Latin-1, with any backslashes before it. */
const BEYOND = /(\\*)([\u0100-\uffff])/g;

/**
 * The same script in characters of one byte. A string, a template, a regular expression and a name mean the same with escapes; of a template only its
 * `raw` would not, and nothing reads that.
 * @throws Error where a character is escaped already: `\中` would become a backslash and `u4e2d`
 */
export function inOneByte(script: string): string {
  return script.replaceAll(BEYOND, (_found, backslashes: string, character: string) => {
    if (backslashes.length % 2 === 1) throw new Error(`a backslash stands before ${character}`);
    return `${backslashes}\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

export const oneByteText = (): Plugin => ({
  name: 'one-byte-text',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk') chunk.code = inOneByte(chunk.code);
    },
  },
});
