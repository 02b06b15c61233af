#!/bin/sh
# Stops the 2 VMs of web and takes them away: one after the other, up to the first that fails. Its words go to the script of each.
# Written by vmwright: change the design, not this file.
# shellcheck disable=SC1003,SC2016

set -eu
umask 077
LC_ALL=C
export LC_ALL

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd -- "$here"

case ${1-} in
  --help)
    ./web-2/destroy.sh --help
    exit
    ;;
esac

run() {
  vm=$1
  shift
  printf '== %s\n' "$vm"
  "./$vm/"destroy.sh "$@" || {
    status=$?
    printf '%s\n' "$vm could not be taken away; those after it were not tried." >&2
    exit "$status"
  }
}

run web-2 "$@"
run web-1 "$@"
