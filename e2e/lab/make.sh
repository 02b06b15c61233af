#!/bin/sh
# make.sh [FOLDER]: makes what the lab tests need, unless it is there: a Debian with libvirt, and a guest's image. Both are
# kept by what makes them, so that a changed script makes them anew. For root on Debian; six minutes, 2 GB.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
folder=${1:-/var/cache/vmwright-lab}
mkdir -p -- "$folder"

# One at a time: who comes second finds everything made.
exec 9>"$folder/lock"
flock 9

version() { sha256sum <"$here/$1" | cut -c 1-12; }
lab=$folder/lab-$(version make-lab.sh)
guest=$folder/guest-$(version make-guest.sh).qcow2
[ -e "$lab" ] || "$here/make-lab.sh" "$lab"
[ -e "$guest" ] || "$here/make-guest.sh" "$guest"
# Names that stay, for whoever looks for them.
ln -sfn -- "$lab" "$folder/lab"
ln -sfn -- "$guest" "$folder/guest.qcow2"
