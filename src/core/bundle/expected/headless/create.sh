#!/bin/sh
# Makes the VM headless on this host, and starts it. Run again, it changes nothing that is there.
# Written by vmwright: change the design, not this file.
# shellcheck disable=SC1003,SC2016
set -eu
umask 022
LC_ALL=C
export LC_ALL

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd -- "$here"

name=headless
# As one types it.
typed=headless
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

# fetch URL FILE
fetch() {
  if command -v curl >/dev/null; then curl -fL --retry 3 -o "$2" --url "$1"; else wget -O "$2" -- "$1"; fi
}

# check_sum TYPE WANTED FILE: the checksum is printed when none is wanted.
check_sum() {
  sum=$("$1sum" <"$3")
  sum=${sum%% *}
  [ -n "$2" ] || say "The image is not checked, since the design has no checksum. Its $1 is $sum"
  [ -z "$2" ] || [ "$2" = "$sum" ]
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
make_shares=
limit=600
while [ "$#" -gt 0 ]; do
  case $1 in
    --files) libvirt= ;;
    --make-shares) make_shares=yes ;;
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
need_program 'Install it: sudo pacman -S qemu-img' qemu-img
need_program 'Install it: sudo pacman -S curl' curl wget
need_program 'Install it: sudo pacman -S coreutils' sha256sum
need_program 'Install it: sudo pacman -S openssh' ssh-keygen
need_program 'Install it: sudo pacman -S coreutils' base64
need_program 'Install it: sudo pacman -S openssh' ssh
if [ -n "$libvirt" ]; then
  need_program 'Install it: sudo pacman -S libvirt' virsh
  need_program 'Install it: sudo pacman -S qemu-base' qemu-system-x86_64 /usr/libexec/qemu-kvm
  need_program 'Install it: sudo pacman -S passt' passt
  need_program 'Install it: sudo pacman -S virtiofsd' virtiofsd /usr/libexec/virtiofsd /usr/lib/virtiofsd /usr/lib/qemu/virtiofsd
fi
[ -n "$make_shares" ] || need_file /home/me/src 'The directory of a share' 'Make it, or let ./create.sh --make-shares do it.'
[ -n "$make_shares" ] || need_file '/srv/a b' 'The directory of a share' 'Make it, or let ./create.sh --make-shares do it.'
[ -e /dev/kvm ] || lack 'KVM can not be used: /dev/kvm is missing. Switch virtualisation on in the setup of the firmware.'
[ -z "$lacking" ] || exit 1

mask=077
[ "$(id -u)" -ne 0 ] || mask=066
(umask "$mask" && mkdir -p -- "$HOME"/.local/share/vmwright/headless) || fail "The directory of the VM can not be made: $state."
[ -w "$state" ] || fail "You may not write to the directory of the VM: $state."
if [ -n "$make_shares" ]; then
  if ! [ -e /home/me/src ]; then
    mkdir -p -- /home/me/src
    did 'The directory of a share is made: /home/me/src'
  fi
  if ! [ -e '/srv/a b' ]; then
    mkdir -p -- '/srv/a b'
    did 'The directory of a share is made: /srv/a b'
  fi
fi

make_pair() {
  if [ -e ssh-key.pub ]; then
    say 'The SSH key is there already: ssh-key'
    return
  fi
  ssh-keygen -q -t ed25519 -N '' -C vmwright -f ssh-key
  [ -z "${SUDO_UID-}" ] || chown "$SUDO_UID:${SUDO_GID-}" ssh-key ssh-key.pub
  did 'The SSH key is made: ssh-key'
}
key_file=ssh-key.pub
make_pair
key=$(sed -n 's/^\(ssh-ed25519 [A-Za-z0-9+/]\{68\}\)\( .*\)*$/\1 vmwright/p' "$key_file" | sed -n 1p)
[ -n "$key" ] || fail "This holds no Ed25519 public key, the only kind that can be put in here: $key_file. For another kind put the key into the host facts as ssh_public_key, and make the bundle anew."
identity=${key_file%.pub}
[ -e "$identity" ] || identity=
port=2224

disk="$HOME"/.local/share/vmwright/headless/disk.qcow2
if [ -e "$disk" ]; then
  say "The disk is there already: $disk"
else
  mkdir -p -- "$(dirname -- "$disk")"
  part=$disk.part
  rm -f -- "$part"
  url=https://example.org/Arch-Linux-x86_64-cloudimg.qcow2
  image="$HOME"/.local/share/vmwright/.images/1f5f58dd-Arch-Linux-x86_64-cloudimg.qcow2
  if ! [ -e "$image" ]; then
    mkdir -p -- "$(dirname -- "$image")"
    part=$image.part
    say "Fetching $url"
    fetch "$url" "$part" || fail "The image can not be fetched: $url"
    check_sum sha256 abababababababababababababababababababababababababababababababab "$part" || fail "The sha256 of what came from $url is $sum, and the design wants abababababababababababababababababababababababababababababababab. It is not kept."
    mv -- "$part" "$image"
    part=$disk.part
    did "The image is fetched: $image"
  else
    check_sum sha256 abababababababababababababababababababababababababababababababab "$image" || fail "The sha256 of $image is $sum, and the design wants abababababababababababababababababababababababababababababababab. Delete it to have it fetched again."
  fi

  format=$(qemu-img info "$image" | sed -n 's/^file format: //p')
  [ -n "$format" ] || fail "This is no image of a disk: $image"
  # An image that names another file would show the guest that file.
  ! qemu-img info "$image" | grep -q '^backing file:' || fail "The image names another file that it stands on: $image"
  qemu-img create -q -f qcow2 -F "$format" -b "$image" "$part"
  qemu-img resize -q -f qcow2 "$part" 42949672960
  chmod 600 -- "$part"
  mv -- "$part" "$disk"
  part=
  did "The disk is made: $disk"
fi

seed="$HOME"/.local/share/vmwright/headless/seed.iso
part=$seed.part
cp -- seed.iso "$part"
put_key() { printf '%s' "$key" | dd of="$part" bs=1 seek="$1" conv=notrunc 2>/dev/null; }
put_key 53329
put "$seed" 'The seed of cloud-init'

# As XML and the right side of an s command of sed want it.
home=$(printf '%s' "${HOME-}" | sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e "s/'/\&apos;/g" -e 's/"/\&quot;/g' -e 's/[\\&|]/\\&/g')
coded() { base64 | tr -d '\n'; }
coded_credential=ZCAvaG9tZS9hcmNoLy5zc2ggMDcwMCBhcmNoIGFyY2ggLQpmfiAvaG9tZS9hcmNoLy5zc2gvYXV0aG9yaXplZF9rZXlzIDA2MDAgYXJjaCBhcmNoIC0gYzNOb0xXVmtNalUxTVRrZ1VIVjBTVzVDZVVOeVpXRjBaVk5vTURBd01EQXdNREF3TURBd01EQXdNREF3TURBd01EQXdNREF3TURBd01EQXdNREF3TURBd01EQXdNREF3TURBd01EQXdNREFnZG0xM2NtbG5hSFFLCg==
coded_placeholder=$(printf '%s\n' 'ssh-ed25519 PutInByCreateSh00000000000000000000000000000000000000000000000000000 vmwright' | coded)
coded_key=$(printf '%s\n' "$key" | coded)
credential=$(printf '%s' "$coded_credential" | base64 -d | sed "s|$coded_placeholder|$coded_key|" | coded)
fill_in() {
  sed -e "s|/@HOME@/|$home/|g" \
    -e "s|ssh-ed25519 PutInByCreateSh00000000000000000000000000000000000000000000000000000 vmwright|$key|g" \
    -e "s|$coded_credential|$credential|g"
}

qemu_script=$state/qemu.sh
part=$qemu_script.part
fill_in <qemu.sh >"$part"
chmod 755 "$part"
put "$qemu_script" 'The script that runs QEMU by itself'

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

unit=vmwright-headless.service
unit_file=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user/$unit
if ! systemctl --user show-environment >/dev/null 2>&1; then
  say "The VM does not start with the host: your session has no systemd that could start it." >&2
else
  mkdir -p -- "$(dirname -- "$unit_file")"
  part=$unit_file.part
  printf '%s' '[Unit]
Description=VM headless

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=virsh -c qemu:///session start "headless"
ExecStop=virsh -c qemu:///session shutdown "headless"
KillMode=process

[Install]
WantedBy=default.target
' >"$part"
  put "$unit_file" 'The unit that starts the VM with the host'
  systemctl --user daemon-reload
  systemctl --user enable -q "$unit"
  if [ "$(loginctl show-user "$(id -un)" -p Linger --value 2>/dev/null)" != yes ]; then
    loginctl enable-linger
    did 'Your session begins with the host from now on: loginctl enable-linger'
  fi
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

# Names beside this script: ssh reads those of its options in a language of its own.
log_in() {
  ssh -F none -o BatchMode=yes -o ConnectTimeout=5 -o StrictHostKeyChecking=accept-new -o UserKnownHostsFile=known_hosts \
    ${identity:+-i "$identity"} -p "$port" -l arch -- 127.0.0.1 true </dev/null 2>&1
}

if [ "$limit" -gt 0 ]; then
  say "Waiting for SSH on port $port, up to $limit seconds."
  until_time=$(($(date +%s) + limit))
  refused=0
  while :; do
    ! answer=$(log_in) || { answer=; break; }
    case $answer in *'Permission denied'*) refused=$((refused + 1)) ;; esac
    :
    [ "$(state_of)" = running ] || fail "The VM has stopped. Its console: virsh -c $uri console $typed"
    [ "$(date +%s)" -lt "$until_time" ] || fail "SSH does not let you in after $limit seconds: $answer. The guest's console: virsh -c $uri console $typed"
    sleep 2
  done
  [ -n "$answer" ] || say 'SSH lets you in.'
  [ -z "$answer" ] || say 'SSH answers; whether it lets you in is between you and your key.'
fi
say "Log in, in this directory: ssh -F ssh.config headless"

[ -n "$changed" ] || say 'Nothing was changed.'
