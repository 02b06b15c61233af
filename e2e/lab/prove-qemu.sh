#!/bin/sh
# In the lab, in the folder of an unpacked bundle: runs the VM without libvirt, by qemu.sh, and ends it.
# prove-qemu.sh NAME SHARE...
set -eu
name=$1
shift
say() { echo "== $1"; }
in_guest() { ssh -F ssh.config -o ConnectTimeout=5 "$name" "$@"; }

say 'create.sh makes the files'
./create.sh --files
say 'qemu.sh runs it'
"$HOME/vms/$name/qemu.sh" &
script=$!
tries=0
until in_guest true 2>/dev/null; do
  tries=$((tries + 1))
  [ "$tries" -lt 200 ]
  kill -0 "$script"
  sleep 2
done
say 'the share is mounted'
in_guest findmnt --noheadings --output TARGET,FSTYPE --types virtiofs | grep /workspace
in_guest 'echo written >/workspace/by-qemu'
[ "$(stat -c %u "$1/by-qemu")" = "$(id -u)" ]
say 'nothing is left after the stop'
kill "$script"
wait "$script" || :
started() { for process in /proc/[0-9]*; do readlink "$process/exe" || :; done 2>/dev/null | grep 'qemu-system\|virtiofsd\|passt'; }
tries=0
while started >/dev/null; do
  tries=$((tries + 1))
  [ "$tries" -lt 20 ]
  sleep 0.5
done
find "$HOME/vms/$name" -type s -o -name '*.pid' >left
cat left
[ ! -s left ]
say 'done'
