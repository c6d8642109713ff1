/** Lets V8 read the modules that a bundle wraps once. */
import type { Plugin } from 'vite';

/**
 * `=t((e=>{` or `=t(((e,t)=>{`: how the bundler hands a CommonJS module to its helper. `=t((e,t)=>{` is a plain argument,
 * whose parentheses are those of its parameters.
 */
const WRAPPED_ARROW =
  /=([A-Za-z_$][\w$]*)\(\((?:([A-Za-z_$][\w$]*)|\(([A-Za-z_$][\w$]*(?:,[A-Za-z_$][\w$]*)?)\))=>\{/g;

/**
 * V8 compiles at once a function that stands in parentheses, as one that is about to run. The stand-in's does not do so for an arrow, and
 * reads it twice: of react-dom that was 15 ms of a lock screen (decision 0012). What is wrapped so uses no `this` and no `arguments`.
 */
export function readWrappedModulesOnce(): Plugin {
  return {
    name: 'read-wrapped-modules-once',
    generateBundle: (_options, bundle) => {
      for (const output of Object.values(bundle))
        if (output.type === 'chunk') output.code = asFunctions(output.code);
    },
  };
}

export const asFunctions = (code: string): string =>
  code.replace(
    WRAPPED_ARROW,
    (_whole, helper: string, one: string | undefined, several: string | undefined) =>
      `=${helper}((function(${one ?? several ?? ''}){`,
  );
