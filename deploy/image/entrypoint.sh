#!/bin/sh
# web: the production server; web-local: the development server, in an image of the stage "test";
# anything else is run as given.
set -eu

case "${1:-web}" in
  web)
    exec node server/start.js
    ;;
  web-local)
    if [ ! -f scripts/dev.ts ]; then
      echo 'web-local needs the sources: build the image with --target test.' >&2
      exit 64
    fi
    exec npm run --silent dev:run
    ;;
  *)
    exec "$@"
    ;;
esac
