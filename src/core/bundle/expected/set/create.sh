#!/bin/sh
# Makes the 2 VMs of web on this host, and starts them: one after the other, up to the first that fails. Its words go to the script of each.
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
    ./web-1/create.sh --help
    exit
    ;;
esac

run() {
  vm=$1
  shift
  printf '== %s\n' "$vm"
  "./$vm/"create.sh "$@" || {
    status=$?
    printf '%s\n' "$vm could not be made; those after it were not tried." >&2
    exit "$status"
  }
}

run web-1 "$@"
run web-2 "$@"
printf '%s\n' 'All 2 VMs are made.'
