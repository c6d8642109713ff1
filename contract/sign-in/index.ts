/** The manifest of sign in. */
import { defineContract } from '../manifest.ts';
import { sessionActions } from './log.ts';
import { signInRoutes } from './routes.ts';
import { SIGN_IN_ACTION_WORDS } from './lists.ts';

export const signInContract = defineContract({
  routes: signInRoutes,
  areas: { session: '登录', setup: '创建档案柜', vault: '档案库状态' },
  actions: sessionActions,
  actionWords: SIGN_IN_ACTION_WORDS,
});
