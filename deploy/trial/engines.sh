#!/usr/bin/env bash
# engines.sh FOLDER RELEASE: unpacks Patroni and etcd of that Debian release into FOLDER, without
# installing them. trixie has Patroni 4.0.7 and etcd 3.5, bookworm the Patroni 3.0.2 that loses data.
set -euo pipefail
folder=$1 release=$2

[ -e "$folder/.whole" ] && exit 0
command -v apt-get >/dev/null || {
  echo "Patroni and etcd come from Debian packages; apt-get is not here." >&2
  exit 1
}
# Where this machine gets its own packages, so that mirrors and proxies keep working.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' |
  grep -v security | head -n 1)
keyring=$(ls /usr/share/keyrings/debian-archive-keyring.* | head -n 1)

rm -rf "$folder"
mkdir -p "$folder"/lists/partial "$folder"/cache/archives/partial "$folder"/packages
echo "deb [signed-by=$keyring] $mirror $release main" >"$folder/sources.list"
chmod -R a+rX "$folder"
options=(-qq
  -o "Dir::Etc::sourcelist=$folder/sources.list" -o Dir::Etc::sourceparts=/dev/null
  -o Dir::Etc::preferencesparts=/dev/null
  -o "Dir::State::lists=$folder/lists" -o "Dir::Cache=$folder/cache"
  -o APT::Sandbox::User=root)
apt-get "${options[@]}" update
(cd "$folder/packages" && apt-get "${options[@]}" download patroni etcd-server)
for package in "$folder"/packages/*.deb; do
  dpkg -x "$package" "$folder"
done
rm -rf "$folder"/lists "$folder"/cache
touch "$folder/.whole"
