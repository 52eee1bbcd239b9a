import { staffRoute } from '../staff-route.tsx';
import { showLinkForm, takeLinkForm } from './take-link-form.tsx';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = staffRoute({
  GET: showLinkForm,
  POST: takeLinkForm,
});
