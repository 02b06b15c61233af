#!/bin/sh
# Stops the VM headless and takes it away; its disk only when that is said. Run again, it changes nothing.
# Written by vmwright: change the design, not this file.
# shellcheck disable=SC1003,SC2016
set -eu
umask 022
LC_ALL=C
export LC_ALL

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd -- "$here"

name=headless
uri=qemu:///session
state="$HOME"/.local/share/vmwright/headless

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

on_libvirt() { virsh -q -c "$uri" "$@"; }
is_defined() { on_libvirt dominfo -- "$name" >/dev/null 2>&1; }
state_of() { on_libvirt domstate -- "$name" 2>/dev/null || :; }

usage() {
  cat <<'END'
usage: ./destroy.sh [--now] [--delete-disk | --keep-disk]
  --now          switch the VM off at once instead of asking it to shut down
  --delete-disk  delete the disk that create.sh made, without a question
  --keep-disk    keep it, without a question
END
}

now=
delete_disk=ask
while [ "$#" -gt 0 ]; do
  case $1 in
    --now) now=yes ;;
    --delete-disk) delete_disk=yes ;;
    --keep-disk) delete_disk=no ;;
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

if [ -e "$state/vmwright.pid" ]; then
  while read -r pid _; do
    ! kill -0 "$pid" 2>/dev/null || fail "The VM runs by qemu.sh: end that first, process $pid."
  done <"$state/vmwright.pid"
fi

if ! command -v virsh >/dev/null || ! is_defined; then
  say "There is no domain $name."
elif ! [ -e "$state/domain.xml" ]; then
  fail "The domain $name was not defined by this bundle, so it stays."
else
  case $(state_of) in
    'shut off' | crashed | '') ;;
    *)
      if [ -z "$now" ]; then
        say 'Shutting the VM down, up to 60 seconds.'
        on_libvirt shutdown -- "$name" >/dev/null || :
        tries=0
        while [ "$tries" -lt 60 ] && [ "$(state_of)" != 'shut off' ]; do
          tries=$((tries + 1))
          sleep 1
        done
      fi
      [ "$(state_of)" = 'shut off' ] || on_libvirt destroy -- "$name"
      did "The VM is off: $name"
      ;;
  esac
  on_libvirt undefine --managed-save --snapshots-metadata --nvram -- "$name"
  did "The domain is undefined: $name"
fi

unit=vmwright-headless.service
unit_file=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user/$unit
if [ -e "$unit_file" ]; then
  systemctl --user disable -q "$unit" || :
  rm -f -- "$unit_file"
  systemctl --user daemon-reload || :
  did "The VM does not start with the host any more. Your session still does: loginctl disable-linger ends that."
fi

for file in \
  "$HOME"/.local/share/vmwright/headless/seed.iso \
  "$HOME"/.local/share/vmwright/headless/domain.xml \
  "$HOME"/.local/share/vmwright/headless/qemu.sh \
  "$HOME"/.local/share/vmwright/headless/ssh-port \
  "$HOME"/.local/share/vmwright/headless/vmwright.pid \
  "$HOME"/.local/share/vmwright/headless/headless_VARS.fd; do
  [ -e "$file" ] || [ -h "$file" ] || continue
  rm -f -- "$file"
  did "Deleted: $file"
done

disk="$HOME"/.local/share/vmwright/headless/disk.qcow2
if [ -e "$disk" ]; then
  if [ "$delete_disk" = ask ] && [ -t 0 ]; then
    printf 'Delete the disk, and all that is on it: %s? [y/N] ' "$disk"
    read -r answer || answer=
    case $answer in [yY] | [yY][eE][sS]) delete_disk=yes ;; esac
  fi
  if [ "$delete_disk" = yes ]; then
    rm -f -- "$disk"
    rm -f -- ssh-key ssh-key.pub
    did "Deleted: $disk"
  else
    say "The disk stays: $disk. ./destroy.sh --delete-disk deletes it."
  fi
fi

rm -f -- known_hosts
rmdir -- "$state" 2>/dev/null || :
[ -n "$changed" ] || say 'Nothing was changed.'
