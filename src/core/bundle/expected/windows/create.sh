#!/bin/sh
# Makes the VM windows 11 on this host, and starts it. Run again, it changes nothing that is there.
# Written by vmwright: change the design, not this file.
# shellcheck disable=SC1003,SC2016
set -eu
umask 022
LC_ALL=C
export LC_ALL

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd -- "$here"

name='windows 11'
# As one types it.
typed=''\''windows 11'\'''
uri=qemu:///system
state='/var/lib/libvirt/images/windows 11'

say() { printf '%s\n' "$1"; }

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

changed=
did() {
  changed=yes
  say "$1"
}

part=
trap '[ -z "$part" ] || rm -f -- "$part"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

lacking=
lack() {
  printf '%s\n' "$1" >&2
  lacking=yes
}

# need_program HOW NAME...: one of these has to be there.
need_program() {
  how=$1
  shift
  for program; do
    ! command -v "$program" >/dev/null || return 0
  done
  lack "The program $1 is missing. $how"
}

need_file() { [ -e "$1" ] || lack "$2 is missing: $1. $3"; }

# put FILE WHAT: the finished $part becomes FILE. The same is kept, another one is never overwritten.
put() {
  if ! [ -e "$1" ]; then
    mv -- "$part" "$1"
    part=
    did "$2 is made: $1"
  elif cmp -s -- "$part" "$1"; then
    rm -f -- "$part"
    part=
    say "$2 is there already: $1"
  else
    fail "$1 is there, and it is not what this bundle holds. Run ./destroy.sh, which keeps the disk, then this again."
  fi
}

on_libvirt() { virsh -q -c "$uri" "$@"; }
is_defined() { on_libvirt dominfo -- "$name" >/dev/null 2>&1; }
state_of() { on_libvirt domstate -- "$name" 2>/dev/null || :; }

usage() {
  cat <<'END'
usage: ./create.sh [--files] [--make-shares] [--no-start] [--wait SECONDS]
  --files         make the disk and the seed only, for ./qemu.sh: libvirt is not asked
  --make-shares   make the directories of the shares that are missing
  --no-start      define the VM, and leave it off
  --wait SECONDS  how long to wait for SSH after the start; 600 when it is not said, 0 for not at all
END
}

libvirt=yes
start=yes
limit=600
while [ "$#" -gt 0 ]; do
  case $1 in
    --files) libvirt= ;;
    --make-shares) ;;
    --no-start) start= ;;
    --wait)
      shift
      limit=${1-}
      case $limit in '' | *[!0-9]*) fail '--wait needs a number of seconds.' ;; esac
      ;;
    --help)
      usage
      exit
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
  shift
done

# What this host needs.
need_program 'Install it: sudo dnf install qemu-img' qemu-img
if [ -n "$libvirt" ]; then
  need_program 'Install it: sudo dnf install libvirt-client libvirt-daemon-kvm' virsh
  need_program 'Install it: sudo dnf install qemu-system-x86' qemu-system-x86_64 /usr/libexec/qemu-kvm
  need_program 'Install it: sudo dnf install swtpm' swtpm
  need_program 'Install it: sudo dnf install swtpm-tools' swtpm_setup
fi
need_file /var/lib/libvirt/images/Win11.iso 'The CD sdb' 'Change its path in the design, or put it there.'
[ -e /dev/kvm ] || lack 'KVM can not be used: /dev/kvm is missing. Switch virtualisation on in the setup of the firmware.'
[ -z "$lacking" ] || exit 1

mask=077
[ "$(id -u)" -ne 0 ] || mask=066
(umask "$mask" && mkdir -p -- '/var/lib/libvirt/images/windows 11') || fail "The directory of the VM can not be made: $state. Run this as root: sudo ./create.sh"
[ -w "$state" ] || fail "You may not write to the directory of the VM: $state. Run this as root: sudo ./create.sh"

disk='/var/lib/libvirt/images/windows 11/disk.qcow2'
if [ -e "$disk" ]; then
  say "The disk is there already: $disk"
else
  mkdir -p -- "$(dirname -- "$disk")"
  part=$disk.part
  rm -f -- "$part"
  qemu-img create -q -f qcow2 "$part" 85899345920
  chmod 600 -- "$part"
  mv -- "$part" "$disk"
  part=
  did "The disk is made: $disk"
fi

# As XML and the right side of an s command of sed want it.
home=$(printf '%s' "${HOME-}" | sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e "s/'/\&apos;/g" -e 's/"/\&quot;/g' -e 's/[\\&|]/\\&/g')
fill_in() {
  sed -e "s|/@HOME@/|$home/|g"
}

qemu_script=./qemu.sh

if [ -z "$libvirt" ]; then
  [ -n "$changed" ] || say 'Nothing was changed.'
  say "Start the VM: $qemu_script"
  exit
fi

part=$state/domain.xml.part
fill_in <domain.xml >"$part"
if ! is_defined; then
  on_libvirt define --validate "$part"
  mv -- "$part" "$state/domain.xml"
  part=
  did "The domain is defined: $name"
elif ! [ -e "$state/domain.xml" ]; then
  fail "There is a domain $name already, which this bundle has not made. Give the VM another name in the design, or undefine the other."
elif cmp -s -- "$part" "$state/domain.xml"; then
  rm -f -- "$part"
  part=
  say "The domain is defined already: $name"
else
  fail "The domain $name was defined from another design. Run ./destroy.sh, which keeps the disk, then this again."
fi

if on_libvirt dominfo -- "$name" | grep -q '^Autostart: *enable'; then
  say 'The VM starts with the host already.'
else
  on_libvirt autostart -- "$name"
  did 'The VM starts with the host from now on.'
fi

if [ "$(state_of)" = running ]; then
  say "The VM runs already: $name"
elif [ -n "$start" ]; then
  on_libvirt start -- "$name"
  did "The VM is started: $name"
else
  say "The VM is off. Start it: virsh -c $uri start $typed"
  limit=0
fi

say "The addresses of the guest, once it has some: virsh -c $uri domifaddr $typed"

[ -n "$changed" ] || say 'Nothing was changed.'
