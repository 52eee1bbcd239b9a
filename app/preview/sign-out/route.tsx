import { staffRoute } from '../staff-route.tsx';
import { signOut } from './sign-out.tsx';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = staffRoute({ POST: signOut });
