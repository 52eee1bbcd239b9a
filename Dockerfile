# The image of the program, for `docker build`, `podman build` and `buildah build` alike.
# Stages: dependencies, build, test (to work in: npm test, development server), production (the default).
# Build arguments: GIT_COMMIT and BUILD_TIME, which /_status shows. The same source and the same arguments
# on the same base give the same layers, save for the one of compiled code.

FROM node:24-bookworm-slim AS dependencies
# An init for process 1: it passes signals on and reaps what nobody waits for.
RUN apt-get update -qq \
 && apt-get install -qq --yes --no-install-recommends tini \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
# The base has Node already, so the script of the package "node", which would fetch another, need not run.
RUN npm ci --ignore-scripts && npm cache clean --force

FROM dependencies AS build
ARG GIT_COMMIT=unknown
ARG BUILD_TIME=unknown
ENV GIT_COMMIT=$GIT_COMMIT BUILD_TIME=$BUILD_TIME
COPY . .
RUN npm run build:all && node scripts/image/pack.ts /home/vcap

FROM dependencies AS test
ENV HOST=0.0.0.0
COPY . .
COPY deploy/image/entrypoint.sh /usr/local/bin/entrypoint
EXPOSE 7001
ENTRYPOINT ["/usr/bin/tini", "-s", "--", "/usr/local/bin/entrypoint"]
CMD ["npm", "run", "test:all"]

FROM node:24-bookworm-slim AS production
# What only a build needs goes, so that nobody can run it and no scanner has to report on it.
RUN rm -rf /usr/local/lib/node_modules /usr/local/include/node /opt/yarn-* \
      /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg \
 && echo 'notify:x:10001:' >> /etc/group \
 && echo 'notify:x:10001:10001::/home/vcap:/usr/sbin/nologin' >> /etc/passwd \
 && install --directory --owner 10001 --group 10001 /home/vcap/logs
COPY --from=dependencies /usr/bin/tini /usr/bin/tini
COPY --from=build /home/vcap/compile-cache /home/vcap/compile-cache
COPY --from=build /home/vcap/app /home/vcap/app
COPY deploy/image/entrypoint.sh /usr/local/bin/entrypoint
WORKDIR /home/vcap/app
ENV NODE_ENV=production \
    NODE_COMPILE_CACHE=/home/vcap/compile-cache \
    PORT=7001
USER 10001:10001
EXPOSE 7001
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s --retries=3 CMD ["node", "server/health-check.js"]
ENTRYPOINT ["/usr/bin/tini", "-s", "--", "/usr/local/bin/entrypoint"]
CMD ["web"]
ARG GIT_COMMIT=unknown
ARG BUILD_TIME=unknown
LABEL org.opencontainers.image.title="document-download-frontend" \
      org.opencontainers.image.description="The pages on which citizens open the secret links that public services e-mail them" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.revision="$GIT_COMMIT" \
      org.opencontainers.image.created="$BUILD_TIME"
