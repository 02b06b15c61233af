#!/bin/sh
# compare.sh FOLDER: in the lab, as root. Each NAME.xml of FOLDER is defined, and started where there is a NAME.running; what
# libvirt dumps is left in NAME.before. Then NAME.sh, which the test makes of it, is run as it is, and what it shows at its
# end is left in NAME.after, what its commands say in NAME.said, and what the VM is at its next start in NAME.defined.
set -eu
cd -- "$1"
export LIBVIRT_DEFAULT_URI=qemu:///system
mount -t tmpfs tmpfs /etc/libvirt/qemu

# Nothing in these VMs listens to a shutdown. A guest that boots gives memory back once its driver is there.
cat >prelude.sh <<'END'
virsh() {
  if [ "$1" = shutdown ]; then command virsh destroy "$2"; else command virsh "$@"; fi
  if [ "$1" = setmem ] && [ -n "$boots" ]; then follows "$2" "${3%KiB}"; fi
}
follows() {
  tries=0
  until command virsh dumpxml "$1" | grep "<currentMemory unit='KiB'>$2<"; do
    tries=$((tries + 1))
    [ "$tries" -lt 300 ] || exit 5
    sleep 1
  done
}
vmwright() { cat >"$after"; }
set -eu
END

LC_ALL=C
export LC_ALL
for file in *.xml; do
  name=${file%.xml}
  virsh -q define "$file"
  inactive=--inactive
  boots=
  if [ -e "$name.running" ]; then
    paused=--paused
    [ ! -e "$name.boots" ] || { boots=yes paused=; }
    # shellcheck disable=SC2086 # no word for one that boots
    virsh -q start $paused "$name"
    inactive=
  fi
  # shellcheck disable=SC2086 # no word for one that runs
  virsh dumpxml $inactive "$name" >"$name.dumping"
  mv "$name.dumping" "$name.before"
  tries=0
  until [ -e "$name.sh" ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || exit 4
    sleep 0.05
  done
  status=0
  cat prelude.sh "$name.sh" >"$name.run"
  after=$name.after boots=$boots sh "$name.run" >"$name.said" 2>&1 || status=$?
  echo "ended with $status" >>"$name.said"
  for vm in $(virsh list --all --name); do
    virsh dumpxml --inactive "$vm" >"$name.defined"
    virsh -q destroy "$vm" >/dev/null 2>&1 || :
    virsh -q undefine --nvram --tpm "$vm" >/dev/null 2>&1 || :
  done
  touch "$name.done"
done
