export { DELETE, GET, OPTIONS, PATCH, POST, PUT } from '#app/security.txt/route.ts';
