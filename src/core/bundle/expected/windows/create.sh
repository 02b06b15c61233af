#!/bin/sh
# Makes the VM windows 11 on this host, and starts it. Run again, it changes nothing that is there.
# Written by vmwright: change the design, not this file.
# shellcheck disable=SC1003,SC2016
set -eu
umask 077
LC_ALL=C
export LC_ALL

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd -- "$here"

name='windows 11'
uri=qemu:///system
state='/var/lib/libvirt/images/windows 11'
list=$state/made
# As one types it.
typed=''\''windows 11'\'''

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
begin_file() { part=$(mktemp -- "$1.XXXXXX"); }
trap '[ -z "$part" ] || rm -f -- "$part"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# made KIND NAME: from now on destroy.sh may take this away.
made() {
  [ ! -h "$list" ] || fail "This is a link, and a link is not followed: $list"
  grep -qxF -e "$1 $2" -- "$list" 2>/dev/null || (umask 077 && printf '%s %s\n' "$1" "$2" >>"$list")
}

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

# put FILE WHAT [KIND NAME]: the finished $part becomes FILE. The same is kept, another one is never overwritten.
put() {
  if ! [ -e "$1" ] && ! [ -h "$1" ]; then
    mv -- "$part" "$1"
    part=
    [ -z "${4-}" ] || made "$3" "$4"
    did "$2 is made: $1"
  elif cmp -s -- "$part" "$1"; then
    rm -f -- "$part"
    part=
    say "$2 is there already: $1"
  else
    fail "$1 is there, and it is not what this bundle holds. Run ./destroy.sh, which keeps the disk, then this again."
  fi
}

on_libvirt() { virsh -q -c "$uri" "$@" 8<&-; }
is_defined() { on_libvirt dominfo -- "$name" >/dev/null 2>&1; }
state_of() { on_libvirt domstate -- "$name" 2>/dev/null || :; }

libvirt_answers() { on_libvirt uri >/dev/null 2>&1; }
runs_already() {
  [ ! -e "$state/vmwright.pid" ] || return 0
  [ -n "$libvirt" ] && command -v virsh >/dev/null && [ "$(state_of)" = running ]
}

# need_free_socket PATH [own]: QEMU puts a new socket there, whatever it was.
need_free_socket() {
  if [ -e "$1" ] && ! [ -S "$1" ]; then
    echo "This is no socket, and QEMU would put one in its place: $1. Change the path in the design." >&2
    lacking=yes
  elif [ -S "$1" ] && [ -z "${2-}" ]; then
    while read -r _ _ _ _ _ _ _ listens; do
      [ "$listens" = "$1" ] || continue
      echo "Another program listens at $1, and QEMU would take its place. Change the path in the design." >&2
      lacking=yes
    done </proc/net/unix
  fi
}

need_network() {
  ! on_libvirt net-info --network "$1" 2>/dev/null | grep -q '^Active: *yes' || return 0
  what='is not there, or not started'
  libvirt_answers || what='is needed, and only libvirt can tell whether it is there'
  lack "libvirt's network $1 $what: virsh -c $uri net-start $1. It is one of libvirt itself when it is called default (Debian: libvirt-daemon-config-network)."
}

need_pages() {
  free=$(cat "/sys/kernel/mm/hugepages/hugepages-$1kB/free_hugepages" 2>/dev/null) || free=0
  [ "$free" -ge "$2" ] || lack "$2 huge pages of $1 KiB are needed, and $free are free. ./host-setup.sh says how to set them aside."
}

# need_firmware SECURE HOW TYPE ARCH MACHINE: whether libvirt finds firmware by itself.
need_firmware() {
  if can=$(on_libvirt domcapabilities --virttype "$3" --arch "$4" --machine "$5" 2>/dev/null); then
    printf '%s\n' "$can" | sed -n "/<enum name='firmware'>/,/<\/enum>/p" | grep -q '<value>efi<' || lack "libvirt finds no UEFI firmware. $2"
    [ -z "$1" ] || printf '%s\n' "$can" | sed -n "/<enum name='secure'>/,/<\/enum>/p" | grep -q '<value>yes<' || lack "libvirt finds no UEFI firmware with Secure Boot. $2"
  elif ! firmware_is_described "$1" "$4"; then
    lack "There is no UEFI firmware for $4${1:+ with Secure Boot} in /usr/share/qemu/firmware. $2"
  fi
}

# Where libvirt looks, too: QEMU, docs/interop/firmware.json.
firmware_is_described() {
  for file in /usr/share/qemu/firmware/*.json /etc/qemu/firmware/*.json; do
    if [ -e "$file" ] && grep -q '"uefi"' "$file" && grep -q "\"$2\"" "$file"; then
      if [ -z "$1" ] || grep -q '"secure-boot"' "$file"; then return; fi
    fi
  done
  return 1
}

# need_place HOW: the directory of the VM, or the one in which it can be made.
need_place() {
  place=$state
  while ! [ -e "$place" ]; do place=$(dirname -- "$place"); done
  [ -w "$place" ] || lack "The files of the VM belong in $state, and you may not write to $place. $1"
}

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
need_program 'Install it: sudo dnf install util-linux' flock
need_program 'Install it: sudo dnf install qemu-img' qemu-img
if [ -n "$libvirt" ]; then
  need_program 'Install it: sudo dnf install libvirt-client libvirt-daemon-kvm' virsh
  need_program 'Install it: sudo dnf install qemu-system-x86' qemu-system-x86_64 /usr/libexec/qemu-kvm
  need_program 'Install it: sudo dnf install swtpm' swtpm
  need_program 'Install it: sudo dnf install swtpm-tools' swtpm_setup
fi
need_file /var/lib/libvirt/images/Win11.iso 'The CD sdb' 'Change its path in the design, or put it there.'
[ -e /dev/kvm ] || lack 'KVM can not be used: /dev/kvm is missing. Switch virtualisation on in the setup of the firmware.'
if [ -n "$libvirt" ] && command -v virsh >/dev/null && ! libvirt_answers; then
  lack "libvirt does not answer at $uri. Start it (sudo systemctl start libvirtd, or virtqemud), and run this as root: sudo ./create.sh"
fi
if ! runs_already; then
  need_free_socket '/var/lib/libvirt/images/windows 11/monitor.sock' own
  need_free_socket '/var/lib/libvirt/images/windows 11/qmp.sock' own
  need_free_socket '/var/lib/libvirt/images/windows 11/spice.sock' own
  if [ -n "$libvirt" ]; then
    need_network default
    need_firmware yes 'Install it: sudo dnf install edk2-ovmf' kvm x86_64 q35
  fi
fi
need_place 'Run this as root: sudo ./create.sh'
[ -z "$lacking" ] || exit 1

[ ! -h "$state" ] || fail "The directory of the VM is a link, and a link is not followed: $state"
is_new=
if ! [ -d "$state" ]; then
  mask=077
  [ "$(id -u)" -ne 0 ] || mask=066
  (umask "$mask" && mkdir -p -- "$(dirname -- "$state")") || fail "The directory of the VMs can not be made: $(dirname -- "$state"). Run this as root: sudo ./create.sh"
  # Another create.sh may have been faster.
  if mkdir -- "$state" 2>/dev/null; then is_new=yes; fi
  [ -d "$state" ] || fail "The directory of the VM can not be made: $state. Run this as root: sudo ./create.sh"
fi
[ -w "$state" ] || fail "You may not write to the directory of the VM: $state. Run this as root: sudo ./create.sh"

exec 8<"$state"
if ! flock -n 8; then
  say 'Another create.sh or destroy.sh is at work on this VM. Waiting for it.'
  flock 8
  [ -d "$state" ] || fail 'The VM was taken away meanwhile. Run this again.'
fi
[ -z "$is_new" ] || made directory .
mode=700
gid=
[ -z "$libvirt" ] || gid=$(on_libvirt capabilities | sed -n 's/.*<baselabel[^>]*>+[0-9]*:+\([0-9]*\)<.*/\1/p' | sed -n 1p)
if grep -qxF 'directory .' -- "$list" 2>/dev/null; then
  if [ "${gid:-0}" -ne 0 ]; then
    chgrp "$gid" "$state"
    mode=710
  fi
  chmod "$mode" "$state"
fi

disk='/var/lib/libvirt/images/windows 11/disk.qcow2'
if [ -e "$disk" ]; then
  say "The disk is there already: $disk"
else
  [ ! -h "$disk" ] || fail "This is a link that leads nowhere: $disk"
  mkdir -p -- "$(dirname -- "$disk")"
  begin_file "$disk"
  qemu-img create -q -f qcow2 "$part" 85899345920
  [ ! -e "$disk" ] || fail "The disk has come from elsewhere meanwhile: $disk"
  mv -- "$part" "$disk"
  part=
  made disk disk.qcow2
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

begin_file "$state/domain.xml"
fill_in <domain.xml >"$part"
if ! is_defined; then
  [ -e "$state"/monitor.sock ] || made socket monitor.sock
  [ -e "$state"/qmp.sock ] || made socket qmp.sock
  [ -e "$state"/spice.sock ] || made socket spice.sock
  on_libvirt define --validate "$part"
  mv -- "$part" "$state/domain.xml"
  part=
  made file domain.xml
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

exec 8<&-

say "The addresses of the guest, once it has some: virsh -c $uri domifaddr $typed"

[ -n "$changed" ] || say 'Nothing was changed.'
