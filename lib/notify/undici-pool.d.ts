/** The pool as a module of its own: undici describes its classes only together. */
declare module 'undici/lib/dispatcher/pool.js' {
  export { Pool as default } from 'undici';
}
