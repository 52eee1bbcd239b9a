import * as z from 'zod';
import { ask } from '../ask.ts';
import { right, wrong, type Check } from '../check.ts';

const status = z.object({
  status: z.string(),
  git_commit: z.string(),
  build_time: z.string(),
});

/** The instance answers, and is the build that it should be. */
export const checkVersion: Check = {
  name: 'version',
  async examine({ url, commit }) {
    const response = await ask(`${url}/_status`);
    if (response.status !== 200) return wrong(`/_status answers ${response.status}`);
    const { git_commit: running, build_time: builtAt } = status.parse(await response.json());
    if (running === 'unknown') return wrong('it was built without GIT_COMMIT');
    if (commit !== undefined && running !== commit) return wrong(`${running} is running`);
    return right(`${running}, built ${builtAt}`);
  },
};
