import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { asFunctions } from '../../../scripts/build/read-once.ts';

describe('modules that a bundle wraps', () => {
  it('become functions, with one parameter or two', () => {
    expect(asFunctions('var a=t((e=>{e.x=1})),b=t$(((e,t)=>{t.exports=e}));')).toBe(
      'var a=t((function(e){e.x=1})),b=t$((function(e,t){t.exports=e}));',
    );
  });

  it('still run', () => {
    expect(
      runInNewContext(asFunctions('const t=(work)=>{const e={};work(e);return e};var a=t((e=>{e.x=1}));a.x')),
    ).toBe(1);
  });

  it('are all that changes: no callback, no arrow that gives a value', () => {
    for (const code of [
      'a=f(e=>{e()})',
      'a=f((e,t)=>{e()})',
      'a=f((e=>e.x))',
      'f((e=>{e()}))',
      'a=f(((e,t,n)=>{e()}))',
    ])
      expect(asFunctions(code)).toBe(code);
  });
});
