#!/usr/bin/env bash
# Edits the seed article in Neovim without a screen: are the findings there, do repairs and decisions arrive?
# NVIM is the editor (default nvim), MTLINT the program (default: built from the source).
set -euo pipefail
cd "$(dirname "$0")"
nvim=${NVIM:-nvim}
command -v "$nvim" >/dev/null || { echo "skipped: $nvim is not installed"; exit 0; }

root=$(cd ../.. && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/articles" "$work/home"
cp "$root/seeds/newsweek-iraq.txt" "$work/articles"
echo 'They went to the the market.' >"$work/articles/other.txt"
if [ -z "${MTLINT:-}" ]; then
  MTLINT=$work/mtlint
  (cd "$root" && go build -o "$MTLINT" ./cmd/mtlint)
fi

"$nvim" --version | head -1
env MTLINT="$MTLINT" SEEDS="$root/seeds" WORK="$work/articles" HOME="$work/home" XDG_STATE_HOME="$work/home" \
  timeout 100 "$nvim" --headless -n -u NONE --cmd "set runtimepath^=$PWD" -S test/seed.lua </dev/null
