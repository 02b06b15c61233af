#!/bin/sh
# Makes the VM headless on this host, and starts it. Run again, it changes nothing that is there.
# Written by vmwright: change the design, not this file.
# shellcheck disable=SC1003,SC2016
set -eu
umask 077
LC_ALL=C
export LC_ALL

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd -- "$here"

name=headless
uri=qemu:///session
state="$HOME"/.local/share/vmwright/headless
list=$state/made
# As one types it.
typed=headless

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

# image_format IMAGE: $format becomes qcow2 or raw. Anything else is refused, and an image that names another file.
image_format() {
  head=$(od -A n -v -t x1 -N 80 -- "$1" | tr -d ' \n')
  format=raw
  case $head in
    514649fb*) format=qcow2 ;;
    4b444d56* | 434f5744* | 23204469736b20446573*) fail "This is an image of VMware (vmdk), and only qcow2 and raw are taken: $1" ;;
    7668647866696c65* | 636f6e6563746978*) fail "This is an image of Hyper-V (vhdx, vpc), and only qcow2 and raw are taken: $1" ;;
    514544* | 4c554b53babe* | 576974686f7574* | 576974686f7546* | 426f636873*)
      fail "This is no image in the format qcow2 or raw, and only these are taken: $1"
      ;;
    1f8b* | fd377a585a00* | 504b0304* | 28b52ffd* | 425a68*) fail "The image is compressed. Unpack it, and name what comes out: $1" ;;
    '') fail "The image is empty: $1" ;;
  esac
  [ "$(printf '%s' "$head" | cut -c 129-136)" != 7f10dabe ] || fail "This is an image of VirtualBox (vdi), and only qcow2 and raw are taken: $1"
  if [ "$format" = qcow2 ]; then
    [ "$(printf '%s' "$head" | cut -c 17-32)" = 0000000000000000 ] || refuse_image "$1" 'a backing file'
    case $(printf '%s' "$head" | cut -c 9-16,160) in 00000003[4567cdef]) refuse_image "$1" 'a data file' ;; esac
    [ "$(printf '%s' "$head" | cut -c 65-72)" = 00000000 ] || fail "The image is encrypted: $1"
  fi
  info=$(qemu-img info -f "$format" --output=json -- "$1") || fail "This is no image of a disk: $1"
  # In a text of JSON a quotation mark has a backslash before it, so none of these can be a part of one.
  case $info in
    *'"backing-filename"'* | *'"full-backing-filename"'*) refuse_image "$1" 'a backing file' ;;
    *'"data-file"'*) refuse_image "$1" 'a data file' ;;
    *'"extents"'*) refuse_image "$1" 'extents' ;;
    *'"encrypted": true'* | *'"encrypt"'*) fail "The image is encrypted: $1" ;;
  esac
}

refuse_image() { fail "The image names another file of the host, which the guest would see ($2): $1"; }

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
need_program 'Install it: sudo pacman -S util-linux' flock
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
if ! [ -e /dev/kvm ]; then
  lack 'KVM can not be used: /dev/kvm is missing. Switch virtualisation on in the setup of the firmware.'
elif ! [ -r /dev/kvm ] || ! [ -w /dev/kvm ]; then
  lack 'KVM can not be used: you have no right to /dev/kvm. Join the group kvm (sudo usermod -aG kvm NAME), and log in anew.'
fi
if [ -n "$libvirt" ] && command -v virsh >/dev/null && ! libvirt_answers; then
  lack "libvirt does not answer at $uri."
fi
if ! runs_already; then
  need_free_socket "$HOME"/.local/share/vmwright/headless/monitor.sock own
  need_free_socket "$HOME"/.local/share/vmwright/headless/qmp.sock own
  need_free_socket "$HOME"/.local/share/vmwright/headless/org.qemu.guest_agent.0.sock own
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

if [ -n "$make_shares" ]; then
  if ! [ -e /home/me/src ]; then
    (umask 022 && mkdir -p -- /home/me/src)
    did 'The directory of a share is made: /home/me/src'
  fi
  if ! [ -e '/srv/a b' ]; then
    (umask 022 && mkdir -p -- '/srv/a b')
    did 'The directory of a share is made: /srv/a b'
  fi
fi

make_pair() {
  if [ -e ssh-key.pub ]; then
    say 'The SSH key is there already: ssh-key'
    return
  fi
  ssh-keygen -q -t ed25519 -N '' -C vmwright -f ssh-key
  made beside ssh-key
  made beside ssh-key.pub
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
  [ ! -h "$disk" ] || fail "This is a link that leads nowhere: $disk"
  url=https://example.org/Arch-Linux-x86_64-cloudimg.qcow2
  image="$HOME"/.local/share/vmwright/.images/1f5f58dd-Arch-Linux-x86_64-cloudimg.qcow2
  (umask 022 && mkdir -p -- "$(dirname -- "$image")")
  exec 9<"$(dirname -- "$image")"
  flock -n 9 || { say "Another create.sh fetches an image. Waiting for it." && flock 9; }
  if ! [ -e "$image" ]; then
    begin_file "$image"
    say "Fetching $url"
    fetch "$url" "$part" || fail "The image can not be fetched: $url"
    check_sum sha256 abababababababababababababababababababababababababababababababab "$part" || fail "The sha256 of what came from $url is $sum, and the design wants abababababababababababababababababababababababababababababababab. It is not kept."
    chmod 644 -- "$part"
    mv -- "$part" "$image"
    part=
    did "The image is fetched: $image"
  else
    check_sum sha256 abababababababababababababababababababababababababababababababab "$image" || fail "The sha256 of $image is $sum, and the design wants abababababababababababababababababababababababababababababababab. Delete it to have it fetched again."
  fi
  exec 9<&-
  image_format "$image"
  mkdir -p -- "$(dirname -- "$disk")"
  begin_file "$disk"
  qemu-img create -q -f qcow2 -F "$format" -b "$image" "$part"
  qemu-img resize -q -f qcow2 "$part" 42949672960
  [ ! -e "$disk" ] || fail "The disk has come from elsewhere meanwhile: $disk"
  mv -- "$part" "$disk"
  part=
  made disk disk.qcow2
  did "The disk is made: $disk"
fi

seed="$HOME"/.local/share/vmwright/headless/seed.iso
begin_file "$seed"
cat seed.iso >"$part"
put_key() { printf '%s' "$key" | dd of="$part" bs=1 seek="$1" conv=notrunc 2>/dev/null; }
put_key 53329
put "$seed" 'The seed of cloud-init' file seed.iso

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
begin_file "$qemu_script"
fill_in <qemu.sh >"$part"
chmod 700 "$part"
put "$qemu_script" 'The script that runs QEMU by itself' file qemu.sh

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
  [ -e "$state"/org.qemu.guest_agent.0.sock ] || made socket org.qemu.guest_agent.0.sock
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

unit=vmwright-headless.service
unit_file=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user/$unit
if ! systemctl --user show-environment >/dev/null 2>&1; then
  say "The VM does not start with the host: your session has no systemd that could start it." >&2
else
  mkdir -p -- "$(dirname -- "$unit_file")"
  begin_file "$unit_file"
  printf '%s' '[Unit]
Description=VM headless

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=virsh -c qemu:///session start -- "headless"
ExecStop=virsh -c qemu:///session shutdown -- "headless"
KillMode=process

[Install]
WantedBy=default.target
' >"$part"
  put "$unit_file" 'The unit that starts the VM with the host' unit "$unit"
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

exec 8<&-

# Names beside this script: ssh reads those of its options in a language of its own.
log_in() {
  ssh -F none -o BatchMode=yes -o ConnectTimeout=5 -o StrictHostKeyChecking=accept-new -o UserKnownHostsFile=known_hosts \
    ${identity:+-i "$identity"} -p "$port" -l arch -- 127.0.0.1 true </dev/null 2>&1
}

if [ "$limit" -gt 0 ]; then
  [ -e known_hosts ] || made beside known_hosts
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
