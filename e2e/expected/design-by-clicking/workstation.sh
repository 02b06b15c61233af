#!/bin/sh
# Runs one VM with QEMU, and ends what it started when the VM ends, or when it is itself ended.
# With --print it says QEMU's command line instead. Written by vmwright: change the design, not this file.
# shellcheck disable=SC1003,SC2016 # a backslash and a dollar in single quotes are meant so
set -eu

qemu() {
  "$@" \
    qemu-system-x86_64 \
    -name guest=workstation,debug-threads=on \
    -machine q35,usb=off,dump-guest-core=off,memory-backend=pc.ram,acpi=on,pflash0=libvirt-pflash0-format,pflash1=libvirt-pflash1-format \
    -accel kvm \
    -cpu host,migratable=on \
    -m size=33554432k \
    -overcommit mem-lock=off \
    -object memory-backend-memfd,id=pc.ram,share=on,x-use-canonical-path-for-ramblock-id=off,size=32768M \
    -smp 12,sockets=12,cores=1,threads=1 \
    -no-user-config \
    -nodefaults \
    -monitor unix:/var/lib/libvirt/images/workstation/monitor.sock,server=on,wait=off \
    -qmp unix:/var/lib/libvirt/images/workstation/qmp.sock,server=on,wait=off \
    -pidfile /var/lib/libvirt/images/workstation/qemu.pid \
    -rtc base=utc \
    -blockdev driver=file,filename=/usr/share/edk2/ovmf/OVMF_CODE.fd,node-name=libvirt-pflash0-storage,auto-read-only=on,discard=unmap \
    -blockdev node-name=libvirt-pflash0-format,read-only=on,driver=raw,file=libvirt-pflash0-storage \
    -blockdev driver=file,filename=/var/lib/libvirt/images/workstation/workstation_VARS.fd,node-name=libvirt-pflash1-storage,auto-read-only=on,discard=unmap \
    -blockdev node-name=libvirt-pflash1-format,read-only=off,driver=raw,file=libvirt-pflash1-storage \
    -boot strict=on \
    -device pcie-root-port,port=8,chassis=1,id=pci.1,bus=pcie.0,multifunction=on,addr=0x1 \
    -device pcie-root-port,port=9,chassis=2,id=pci.2,bus=pcie.0,addr=0x1.0x1 \
    -device pcie-root-port,port=10,chassis=3,id=pci.3,bus=pcie.0,addr=0x1.0x2 \
    -device pcie-root-port,port=11,chassis=4,id=pci.4,bus=pcie.0,addr=0x1.0x3 \
    -device pcie-root-port,port=12,chassis=5,id=pci.5,bus=pcie.0,addr=0x1.0x4 \
    -device pcie-root-port,port=13,chassis=6,id=pci.6,bus=pcie.0,addr=0x1.0x5 \
    -device pcie-root-port,port=14,chassis=7,id=pci.7,bus=pcie.0,addr=0x1.0x6 \
    -device pcie-root-port,port=15,chassis=8,id=pci.8,bus=pcie.0,addr=0x1.0x7 \
    -device pcie-root-port,port=16,chassis=9,id=pci.9,bus=pcie.0,multifunction=on,addr=0x2 \
    -device pcie-root-port,port=17,chassis=10,id=pci.10,bus=pcie.0,addr=0x2.0x1 \
    -device qemu-xhci,id=usb,bus=pci.3,addr=0x0 \
    -blockdev driver=file,filename=/var/lib/libvirt/images/workstation/disk.qcow2,node-name=libvirt-2-storage,auto-read-only=on,discard=unmap \
    -blockdev driver=qcow2,node-name=libvirt-2-format,read-only=off,file=libvirt-2-storage \
    -device virtio-blk-pci,drive=libvirt-2-format,id=virtio-disk0,bootindex=1,bus=pci.4,addr=0x0 \
    -blockdev driver=file,filename=/var/lib/libvirt/images/workstation/seed.iso,node-name=libvirt-1-storage,read-only=on \
    -device ide-cd,drive=libvirt-1-storage,id=sata0-0-0,bus=ide.0 \
    -chardev socket,id=chr-vu-fs0,path=/var/lib/libvirt/images/workstation/fs0.sock \
    -device vhost-user-fs-pci,id=fs0,chardev=chr-vu-fs0,queue-size=1024,tag=projects,bus=pci.1,addr=0x0 \
    -netdev stream,id=hostnet0,addr.type=unix,addr.path=/var/lib/libvirt/images/workstation/passt-net0.sock,server=off,reconnect-ms=5000 \
    -device virtio-net-pci,netdev=hostnet0,id=net0,bus=pci.2,addr=0x0 \
    -chardev pty,id=charserial0 \
    -device isa-serial,chardev=charserial0,id=serial0,index=0 \
    -audiodev none,id=audio1 \
    -display none \
    -device vfio-pci,host=0000:0b:00.0,id=hostdev0,bus=pci.5,addr=0x0 \
    -device vfio-pci,host=0000:0b:00.1,id=hostdev1,bus=pci.6,addr=0x0 \
    -device vfio-pci,host=0000:0b:00.2,id=hostdev2,bus=pci.7,addr=0x0 \
    -device vfio-pci,host=0000:0b:00.3,id=hostdev3,bus=pci.8,addr=0x0 \
    -global ICH9-LPC.noreboot=off \
    -watchdog-action reset \
    -device virtio-balloon-pci,id=balloon0,bus=pci.9,addr=0x0 \
    -sandbox on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny \
    -msg timestamp=on
}

fail() {
  echo "$1" >&2
  exit 1
}

# A dot stands behind each word while it is made: the shell takes line breaks off the end of what a command prints.
show() {
  for word; do
    word=$(printf '%s.' "$word" | sed "s/'/'\\\\''/g")
    printf "'%s' " "${word%.}"
  done
  echo
}

lacking=
need_program() {
  command -v "$1" >/dev/null && return
  echo "The program $1 is missing. $2" >&2
  lacking=yes
}

need_file() {
  [ -e "$1" ] && return
  echo "$2 is missing: $1. $3" >&2
  lacking=yes
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

# When a process began; nothing when it has ended.
began() { sed -n "s/.*) [^XZ]\( [^ ]*\)\{18\} \([0-9]*\) .*/\2/p" "/proc/$1/stat" 2>/dev/null || :; }

# Starts a program beside this script, which tells the keeper its number itself: so none gets lost.
start() { sh -c 'echo "$$" >&9 && exec "$@" 9>&-' sh "$@" <&3 3<&- & }

# Whether a process still runs; without a substitution, in which bash may lose a signal that has a trap.
runs() {
  stat=
  while read -r line; do stat=$line; done 2>/dev/null <"/proc/$1/stat" || :
  case ${stat##*) } in '' | [XZ]*) return 1 ;; esac
}

wait_for_socket() {
  tries=0
  until [ -S "$2" ]; do
    runs "$!" || fail "$1 has ended, and its socket is not there: $2"
    [ "$tries" -lt 100 ] || fail "$1 has not made its socket in 10 seconds: $2"
    tries=$((tries + 1))
    sleep 0.1
  done
}

case ${1-} in
  '') ;;
  --print)
    qemu show
    exit
    ;;
  *) fail 'usage: [--print]' ;;
esac

need_program qemu-system-x86_64 'Install it: sudo dnf install qemu-system-x86 (Fedora), sudo pacman -S qemu-base (Arch), sudo apt install qemu-system-x86 (Debian, Ubuntu), sudo zypper install qemu-x86 (openSUSE), nix-shell -p qemu (NixOS)'
need_program /usr/libexec/virtiofsd 'Install it: sudo dnf install virtiofsd (Fedora), sudo pacman -S virtiofsd (Arch), sudo apt install virtiofsd (Debian, Ubuntu), sudo zypper install virtiofsd (openSUSE), nix-shell -p virtiofsd (NixOS)'
need_program passt 'Install it: sudo dnf install passt (Fedora), sudo pacman -S passt (Arch), sudo apt install passt (Debian, Ubuntu), sudo zypper install passt (openSUSE), nix-shell -p passt (NixOS)'
need_file /usr/share/edk2/ovmf/OVMF_CODE.fd 'The firmware' 'Install it: sudo dnf install edk2-ovmf, or sudo pacman -S edk2-ovmf, or sudo apt install ovmf, or sudo zypper install qemu-ovmf-x86_64, or virtualisation.libvirtd.enable = true;'
[ -e /var/lib/libvirt/images/workstation/workstation_VARS.fd ] || need_file /usr/share/edk2/ovmf/OVMF_VARS.fd 'The template of the variable store' 'Install it: sudo dnf install edk2-ovmf, or sudo pacman -S edk2-ovmf, or sudo apt install ovmf, or sudo zypper install qemu-ovmf-x86_64, or virtualisation.libvirtd.enable = true;'
need_file /var/lib/libvirt/images/workstation/disk.qcow2 'The disk vda' 'Make it: curl -fL -o /var/lib/libvirt/images/workstation/disk.qcow2 https://geo.mirror.pkgbuild.com/images/latest/Arch-Linux-x86_64-cloudimg.qcow2 && qemu-img resize /var/lib/libvirt/images/workstation/disk.qcow2 100G'
need_file /var/lib/libvirt/images/workstation/seed.iso 'The seed of cloud-init' 'Make it of the files that vmwright convert … --to cloud-init writes: xorriso -as genisoimage -output /var/lib/libvirt/images/workstation/seed.iso -volid cidata -joliet -rock user-data meta-data'
need_file /srv/projects 'The directory of the share projects' 'Make it, or change it in the design.'
need_free_socket /var/lib/libvirt/images/workstation/monitor.sock own
need_free_socket /var/lib/libvirt/images/workstation/qmp.sock own
if ! [ -r /dev/kvm ] || ! [ -w /dev/kvm ]; then
  echo 'KVM can not be used: /dev/kvm is missing or closed to you. Switch virtualisation on in the setup of the firmware, and join the group kvm.' >&2
  lacking=yes
fi
[ -z "$lacking" ] || exit 1

qemu=
signal() {
  [ -n "$qemu" ] || exit "$1"
  again=yes
  kill "$qemu" 2>/dev/null || :
}
trap 'signal 129' HUP
trap 'signal 130' INT
trap 'signal 143' TERM

list=/var/lib/libvirt/images/workstation/made
# made KIND NAME: from now on destroy.sh may take this away.
made() {
  [ ! -h "$list" ] || fail "This is a link, and a link is not followed: $list"
  grep -qxF -e "$1 $2" -- "$list" 2>/dev/null || (umask 077 && printf '%s %s\n' "$1" "$2" >>"$list")
}

(umask 077 && mkdir -p -- /var/lib/libvirt/images/workstation)

lock=/var/lib/libvirt/images/workstation/vmwright.pid

# When this script has ended, however that was, the keeper ends what it started and deletes its files.
keep='
trap "" HUP INT TERM
script=$1
shift
began() { sed -n "s/.*) [^XZ]\( [^ ]*\)\{18\} \([0-9]*\) .*/\2/p" "/proc/$1/stat" 2>/dev/null || :; }
ours=
while read -r pid; do
  time=$(began "$pid")
  [ -z "$time" ] || ours="$pid:$time $ours"
done
for one in $ours; do
  tries=0
  while [ "${one%:*}:$(began "${one%:*}")" = "$one" ]; do
    case $tries in
      0 | 10 | 20 | 30 | 40) kill "${one%:*}" ;;
      50) kill -s KILL "${one%:*}" ;;
      60) break ;;
    esac
    tries=$((tries + 1))
    sleep 0.1
  done 2>/dev/null
done
[ -e "$1" ] && read -r pid time <"$1" && [ "$pid $time" = "$script" ] || exit
sockets=
for one; do
  shift
  if [ "$one" = -- ]; then
    sockets=yes
  elif [ -z "$sockets" ] || [ -S "$one" ]; then
    set -- "$@" "$one"
  fi
done
rm -f -- "$@"
'
script="$$ $(began "$$")"
pipe="$lock.$$"
mkfifo -m 600 -- "$pipe"
exec 3<&0 9<>"$pipe"
exec 8<"$pipe"
rm -f -- "$pipe"
setsid sh -c "$keep" sh "$script" "$lock" \
  /var/lib/libvirt/images/workstation/workstation_VARS.fd.part \
  /var/lib/libvirt/images/workstation/fs0.sock \
  /var/lib/libvirt/images/workstation/fs0.sock.pid \
  /var/lib/libvirt/images/workstation/passt-net0.sock \
  /var/lib/libvirt/images/workstation/qemu.pid \
  -- \
  /var/lib/libvirt/images/workstation/monitor.sock \
  /var/lib/libvirt/images/workstation/qmp.sock <&8 3<&- 8<&- 9>&- &
keeper=$!
exec 8<&-
trap 'trap "" HUP INT TERM; exec 9>&-; wait "$keeper" || :' EXIT

take_lock() { (set -C && echo "$script" >"$lock") 2>/dev/null; }
if ! take_lock; then
  [ ! -e "$lock" ] || while read -r pid time; do
    if [ -n "$time" ] && [ "$(began "$pid")" = "$time" ]; then fail "The VM runs already: process $pid."; fi
  done <"$lock"
  rm -f -- "$lock"
  take_lock || fail "$lock can not be written."
fi
echo "$keeper $(began "$keeper")" >>"$lock"

if ! [ -e /var/lib/libvirt/images/workstation/workstation_VARS.fd ]; then
  rm -f -- /var/lib/libvirt/images/workstation/workstation_VARS.fd.part
  cp -- /usr/share/edk2/ovmf/OVMF_VARS.fd /var/lib/libvirt/images/workstation/workstation_VARS.fd.part
  chmod 600 -- /var/lib/libvirt/images/workstation/workstation_VARS.fd.part
  mv -- /var/lib/libvirt/images/workstation/workstation_VARS.fd.part /var/lib/libvirt/images/workstation/workstation_VARS.fd
  made file workstation_VARS.fd
fi

rm -f -- /var/lib/libvirt/images/workstation/fs0.sock
start /usr/libexec/virtiofsd \
  --socket-path /var/lib/libvirt/images/workstation/fs0.sock \
  --shared-dir /srv/projects
wait_for_socket virtiofsd /var/lib/libvirt/images/workstation/fs0.sock

rm -f -- /var/lib/libvirt/images/workstation/passt-net0.sock
root=
[ "$(id -u)" -ne 0 ] || root=--runas=0
start passt ${root:+"$root"} \
  --foreground \
  --one-off \
  --socket /var/lib/libvirt/images/workstation/passt-net0.sock \
  --tcp-ports 127.0.0.1/2200:22,8080:80
wait_for_socket passt /var/lib/libvirt/images/workstation/passt-net0.sock

qemu start
qemu=$!
status=0
again=yes
while [ -n "$again" ]; do
  again=
  code=0
  wait "$qemu" || code=$?
  # 127: a signal came just after the end, whose status is known already.
  [ "$code" -eq 127 ] || status=$code
done
(exit "$status")
