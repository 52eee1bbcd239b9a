import { anyMethodRoute } from '#lib/page/page-route.tsx';
import { listPreviews } from './list/list-previews.tsx';
import { signIn } from './sign-in.tsx';
import { answerStaff } from './staff-route.tsx';

/** The list of previews; and the way in, since links to the previews lead here with their token. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = anyMethodRoute((visit) => {
  const token = visit.url.searchParams.get('token');
  // Not HEAD, by which programs look at links: the one use of a link is for a person.
  if (token !== null && visit.request.method === 'GET') return signIn(visit, token);
  return answerStaff(visit, { GET: listPreviews });
});
