#!/bin/sh
# set.sh: in the lab, in the folder of an unpacked set of VMs. Its create.sh makes all and starts none, a second run changes
# nothing; two are started by their own; its destroy.sh takes all away.
set -eu
export LIBVIRT_DEFAULT_URI=qemu:///session
say() { echo "== $1"; }
fail() { echo "$1"; exit 1; }
count() { virsh -q list "$@" --name | grep -c .  || :; }
vms=$(find . -mindepth 2 -name create.sh | wc -l)

say 'create.sh makes all'
./create.sh --no-start --wait 0 >said 2>&1 || fail "$(cat said)"
grep -x "All $vms VMs are made." said
say 'they are there, and none runs'
[ "$(count --all)" = "$vms" ] || fail "there are $(count --all)"
[ "$(count)" = 0 ] || fail "$(count) run"
say 'each has what the table says of it'
for vm in */; do
  vm=${vm%/}
  virsh dumpxml "$vm" | grep -q "mac address='52:54:00:12:34:" || fail "$vm has no MAC address of the table"
done
[ "$(for vm in */; do virsh dumpxml "${vm%/}"; done | grep -o "mac address='[^']*'" | sort -u | wc -l)" = "$vms" ]
say 'a second run changes nothing'
./create.sh --no-start --wait 0 >said 2>&1 || fail "$(cat said)"
[ "$(grep -c '^Nothing was changed\.$' said)" = "$vms" ] || fail "$(cat said)"
say 'two of them are started'
for vm in "$@"; do
  "./$vm/create.sh" --wait 0 >said 2>&1 || fail "$(cat said)"
  virsh -q domstate "$vm" | grep -x running
done
[ "$(count)" = "$#" ] || fail "$(count) run"
say 'destroy.sh takes all away'
./destroy.sh --now --delete-disk >said 2>&1 || fail "$(cat said)"
[ "$(count --all)" = 0 ] || fail "there are $(count --all)"
say 'done'
