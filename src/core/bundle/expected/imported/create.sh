#!/bin/sh
# Makes the VM imported on this host, and starts it. Run again, it changes nothing that is there.
# Written by vmwright: change the design, not this file.
# shellcheck disable=SC1003,SC2016
set -eu
umask 077
LC_ALL=C
export LC_ALL

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd -- "$here"

name=imported
uri=qemu:///session
state="$HOME"/.local/share/vmwright/imported
list=$state/made
# As one types it.
typed=imported

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
need_program 'Install it: sudo dnf install util-linux (Fedora), sudo pacman -S util-linux (Arch), sudo apt install util-linux (Debian, Ubuntu), sudo zypper install util-linux (openSUSE), nix-shell -p util-linux (NixOS)' flock
need_program 'Install it: sudo dnf install openssh-clients (Fedora), sudo pacman -S openssh (Arch), sudo apt install openssh-client (Debian, Ubuntu), sudo zypper install openssh-clients (openSUSE), nix-shell -p openssh (NixOS)' ssh
if [ -n "$libvirt" ]; then
  need_program 'Install it: sudo dnf install libvirt-client libvirt-daemon-kvm (Fedora), sudo pacman -S libvirt (Arch), sudo apt install libvirt-clients libvirt-daemon-system (Debian, Ubuntu), sudo zypper install libvirt-client libvirt-daemon-qemu (openSUSE), nix-shell -p libvirt (NixOS)' virsh
  need_program 'Install it: sudo dnf install qemu-system-x86 (Fedora), sudo pacman -S qemu-base (Arch), sudo apt install qemu-system-x86 (Debian, Ubuntu), sudo zypper install qemu-x86 (openSUSE), nix-shell -p qemu (NixOS)' qemu-system-x86_64 /usr/libexec/qemu-kvm
  need_program 'Install it: sudo dnf install passt (Fedora), sudo pacman -S passt (Arch), sudo apt install passt (Debian, Ubuntu), sudo zypper install passt (openSUSE), nix-shell -p passt (NixOS)' passt
fi
need_file /srv/old.qcow2 'The disk vda' 'Put it there, or say where it is in source.disk_path.'
if ! [ -e /dev/kvm ]; then
  lack 'KVM can not be used: /dev/kvm is missing. Switch virtualisation on in the setup of the firmware.'
elif ! [ -r /dev/kvm ] || ! [ -w /dev/kvm ]; then
  lack 'KVM can not be used: you have no right to /dev/kvm. Join the group kvm (sudo usermod -aG kvm NAME), and log in anew.'
fi
if [ -n "$libvirt" ] && command -v virsh >/dev/null && ! libvirt_answers; then
  lack "libvirt does not answer at $uri."
fi
if ! runs_already; then
  need_free_socket "$HOME"/.local/share/vmwright/imported/monitor.sock own
  need_free_socket "$HOME"/.local/share/vmwright/imported/qmp.sock own
  :
fi
need_place 'Name another directory in the host facts, as paths.state_dir.'
[ -z "$lacking" ] || exit 1

[ ! -h "$state" ] || fail "The directory of the VM is a link, and a link is not followed: $state"
is_new=
if ! [ -d "$state" ]; then
  mask=077
  [ "$(id -u)" -ne 0 ] || mask=066
  (umask "$mask" && mkdir -p -- "$(dirname -- "$state")") || fail "The directory of the VMs can not be made: $(dirname -- "$state")."
  # Another create.sh may have been faster.
  if mkdir -- "$state" 2>/dev/null; then is_new=yes; fi
  [ -d "$state" ] || fail "The directory of the VM can not be made: $state."
fi
[ -w "$state" ] || fail "You may not write to the directory of the VM: $state."

exec 8<"$state"
if ! flock -n 8; then
  say 'Another create.sh or destroy.sh is at work on this VM. Waiting for it.'
  flock 8
  [ -d "$state" ] || fail 'The VM was taken away meanwhile. Run this again.'
fi
[ -z "$is_new" ] || made directory .
! grep -qxF 'directory .' -- "$list" 2>/dev/null || chmod 700 "$state"

identity=
port=2222

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

# Names beside this script: ssh reads those of its options in a language of its own.
log_in() {
  ssh -F none -o BatchMode=yes -o ConnectTimeout=5 -o StrictHostKeyChecking=accept-new -o UserKnownHostsFile=known_hosts \
    ${identity:+-i "$identity"} -p "$port" -l me -- 127.0.0.1 true </dev/null 2>&1
}

if [ "$limit" -gt 0 ]; then
  [ -e known_hosts ] || made beside known_hosts
  say "Waiting for SSH on port $port, up to $limit seconds."
  until_time=$(($(date +%s) + limit))
  refused=0
  while :; do
    ! answer=$(log_in) || { answer=; break; }
    case $answer in *'Permission denied'*) refused=$((refused + 1)) ;; esac
    [ "$refused" -lt 1 ] || break
    [ "$(state_of)" = running ] || fail "The VM has stopped. Its console: virsh -c $uri console $typed"
    [ "$(date +%s)" -lt "$until_time" ] || fail "SSH does not let you in after $limit seconds: $answer. The guest's console: virsh -c $uri console $typed"
    sleep 2
  done
  [ -n "$answer" ] || say 'SSH lets you in.'
  [ -z "$answer" ] || say 'SSH answers; whether it lets you in is between you and your key.'
fi
say "Log in, in this directory: ssh -F ssh.config imported"

[ -n "$changed" ] || say 'Nothing was changed.'
