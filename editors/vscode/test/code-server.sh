#!/usr/bin/env bash
# Installs code-server, which is VS Code in a browser, from npm into DIR, with what it needs of Debian: about six minutes,
# 285 MB. An installation that is complete is left as it is.
#   test/code-server.sh DIR
set -euo pipefail
version=4.100.3 # VS Code 1.100.3; the last that runs on Node 20
dir=$(mkdir -p "$1" && cd "$1" && pwd)
server=$dir/node_modules/code-server
[ -f "$dir/complete" ] && exit 0

if [ "$(id -u)" = 0 ]; then
  apt-get install -y -qq --no-install-recommends libkrb5-dev libx11-dev libxkbfile-dev libsecret-1-dev pkg-config python3 ripgrep chromium >/dev/null
fi
flags=(--no-audit --no-fund --ignore-scripts)
cd "$dir"
[ -f package.json ] || echo '{"private": true}' >package.json
npm install "${flags[@]}" "code-server@$version"
cd "$server/lib/vscode"
npm install "${flags[@]}" --omit=dev --legacy-peer-deps
mkdir -p node_modules/@vscode/ripgrep/bin # its own script would fetch a built program from elsewhere when there is none
cp "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
npm_config_yes=true npm rebuild --foreground-scripts
(cd extensions && npm install "${flags[@]}" --omit=dev)
cd "$dir"
npm rebuild argon2
node "$server" --version
touch "$dir/complete"
