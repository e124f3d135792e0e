#!/usr/bin/env bash
# Edits the seed article in VS Code itself: code-server, which is VS Code in a browser, driven in Chromium. Installs it from npm
# and Debian into DIR: about six minutes and 300 MB; an installation that is complete is left as it is. Screenshots are
# written to out/screenshots.
#   test/code-server.sh DIR
# MTLINT is the program (default: built from the source).
set -euo pipefail
version=4.100.3 # VS Code 1.100.3: the last one for Node 20
dir=$(mkdir -p "${1:?give a directory for code-server}" && cd "$1" && pwd)
cd "$(dirname "$0")/.."
server=$dir/node_modules/code-server

install_packages() {
  if [ "$(id -u)" = 0 ]; then
    apt-get install -y -qq --no-install-recommends \
      libkrb5-dev libx11-dev libxkbfile-dev libsecret-1-dev pkg-config python3 ripgrep chromium >/dev/null
  fi
}

# Code-server's own install script does not run under npm's rule against scripts, so its steps are taken here.
install_server() {
  local flags=(--no-audit --no-fund --ignore-scripts)
  cd "$dir"
  [ -f package.json ] || echo '{"private": true}' >package.json
  npm install "${flags[@]}" "code-server@$version"
  cd "$server/lib/vscode"
  npm install "${flags[@]}" --omit=dev --legacy-peer-deps
  mkdir -p node_modules/@vscode/ripgrep/bin # its script fetches a built program from elsewhere when there is none here
  cp "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
  npm_config_yes=true npm rebuild --foreground-scripts
  (cd extensions && npm install "${flags[@]}" --omit=dev)
  cd "$dir"
  npm rebuild argon2
  touch "$dir/complete"
}

if [ ! -f "$dir/complete" ]; then
  install_packages
  (install_server)
fi
[ -d node_modules ] || npm ci
npm run -s package

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "${MTLINT:-}" ]; then
  MTLINT=$work/mtlint
  (cd ../.. && go build -o "$MTLINT" ./cmd/mtlint)
fi
node "$server" --extensions-dir "$work/extensions" --user-data-dir "$work/user" --install-extension mtlint.vsix
npx esbuild test/code-server.ts --bundle --platform=node --external:playwright-core --outfile=out/code-server.js --log-level=warning
MTLINT=$MTLINT SERVER=$server SEEDS=$PWD/../../seeds WORK=$work node out/code-server.js
