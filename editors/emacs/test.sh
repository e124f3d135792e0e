#!/usr/bin/env bash
# Edits the seed article in Emacs without a screen: are the findings there, do repairs and decisions arrive?
# EMACS is the editor (default emacs), MTLINT the program (default: built from the source).
set -euo pipefail
cd "$(dirname "$0")"
emacs=${EMACS:-emacs}
command -v "$emacs" >/dev/null || { echo "skipped: $emacs is not installed"; exit 0; }

packages=/usr/share/emacs/site-lisp/elpa # where Debian has them
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

"$emacs" --version | head -1
"$emacs" -Q --batch --eval "(add-to-list 'package-directory-list \"$packages\")" -f package-initialize -L . \
  --eval "(setq byte-compile-error-on-warn t byte-compile-dest-file-function (lambda (_) \"$work/mtlint.elc\"))" \
  -f batch-byte-compile mtlint.el
PACKAGES=$packages MTLINT=$MTLINT SEEDS=$root/seeds WORK=$work/articles HOME=$work/home \
  timeout 100 "$emacs" -Q --batch -L . -l test/seed.el </dev/null
