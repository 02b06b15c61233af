#!/bin/sh
# Runs one VM with QEMU, and ends what it started when the VM ends, or when it is itself ended.
# With --print it says QEMU's command line instead. Written by vmwright: change the design, not this file.
# shellcheck disable=SC1003,SC2016 # a backslash and a dollar in single quotes are meant so
# There is a password in this file: keep it from others (chmod 700).
set -eu

qemu() {
  "$@" \
    qemu-system-x86_64 \
    -name guest=secure,debug-threads=on \
    -machine q35,usb=off,dump-guest-core=off,memory-backend=pc.ram,smm=on,acpi=on,pflash0=libvirt-pflash0-format,pflash1=libvirt-pflash1-format \
    -accel kvm \
    -cpu host,migratable=on,svm=on,hv-crash=on \
    -m size=4194304k \
    -overcommit mem-lock=off \
    -object memory-backend-memfd,id=pc.ram,share=on,x-use-canonical-path-for-ramblock-id=off,size=4096M \
    -smp 4,sockets=4,cores=1,threads=1 \
    -smbios 'type=1,manufacturer=Müller & Söhne,product=Büro "1" <test>,serial=it'\''s 1' \
    -smbios 'type=11,value=io.systemd.credential.binary:tmpfiles.extra=ZCAvaG9tZS9hbm5hLy5zc2ggMDcwMCBhbm5hIGFubmEgLQpmfiAvaG9tZS9hbm5hLy5zc2gvYXV0aG9yaXplZF9rZXlzIDA2MDAgYW5uYSBhbm5hIC0gYzNOb0xXVmtNalUxTVRrZ1FVRkJRVU16VG5waFF6RnNXa1JKTVU1VVJUVkJRVUZCU1VGdWJtRnpTMlY1Um05eVZHVnpkSE1nWVc1dVlVQmtaWE5yQ2c9PQo=,value=note: don'\''t' \
    -no-user-config \
    -nodefaults \
    -monitor unix:/home/anna/vms/secure/monitor.sock,server=on,wait=off \
    -qmp unix:/home/anna/vms/secure/qmp.sock,server=on,wait=off \
    -pidfile /home/anna/vms/secure/qemu.pid \
    -rtc base=utc \
    -global driver=cfi.pflash01,property=secure,value=on \
    -blockdev driver=file,filename=/usr/share/edk2/ovmf/OVMF_CODE.secboot.fd,node-name=libvirt-pflash0-storage,auto-read-only=on,discard=unmap \
    -blockdev node-name=libvirt-pflash0-format,read-only=on,driver=raw,file=libvirt-pflash0-storage \
    -blockdev driver=file,filename=/home/anna/vms/secure/secure_VARS.fd,node-name=libvirt-pflash1-storage,auto-read-only=on,discard=unmap \
    -blockdev node-name=libvirt-pflash1-format,read-only=off,driver=raw,file=libvirt-pflash1-storage \
    -boot strict=on \
    -device pcie-root-port,port=16,chassis=1,id=pci.1,bus=pcie.0,multifunction=on,addr=0x2 \
    -device pcie-root-port,port=17,chassis=2,id=pci.2,bus=pcie.0,addr=0x2.0x1 \
    -device pcie-root-port,port=18,chassis=3,id=pci.3,bus=pcie.0,addr=0x2.0x2 \
    -device pcie-root-port,port=19,chassis=4,id=pci.4,bus=pcie.0,addr=0x2.0x3 \
    -device pcie-root-port,port=20,chassis=5,id=pci.5,bus=pcie.0,addr=0x2.0x4 \
    -device pcie-root-port,port=21,chassis=6,id=pci.6,bus=pcie.0,addr=0x2.0x5 \
    -device pcie-root-port,port=22,chassis=7,id=pci.7,bus=pcie.0,addr=0x2.0x6 \
    -device qemu-xhci,p2=8,p3=8,id=usb,bus=pci.3,addr=0x0 \
    -device virtio-serial-pci,id=virtio-serial0,bus=pci.4,addr=0x0 \
    -blockdev driver=file,filename=/home/anna/vms/secure/disk.qcow2,node-name=libvirt-2-storage,auto-read-only=on,discard=unmap \
    -blockdev driver=qcow2,node-name=libvirt-2-format,read-only=off,file=libvirt-2-storage \
    -device virtio-blk-pci,drive=libvirt-2-format,id=virtio-disk0,bootindex=1,bus=pci.5,addr=0x0 \
    -blockdev driver=file,filename=/home/anna/vms/secure/seed.iso,node-name=libvirt-1-storage,read-only=on \
    -device ide-cd,drive=libvirt-1-storage,id=sata0-0-0,bus=ide.0 \
    -chardev socket,id=chr-vu-fs0,path=/home/anna/vms/secure/fs0.sock \
    -device vhost-user-fs-pci,id=fs0,chardev=chr-vu-fs0,queue-size=1024,tag=files,bus=pci.1,addr=0x0 \
    -netdev tap,id=hostnet0,br=br0,helper=/usr/libexec/qemu-bridge-helper,vhost=on \
    -device virtio-net-pci,netdev=hostnet0,id=net0,bus=pci.2,addr=0x0 \
    -chardev pty,id=charserial0 \
    -device isa-serial,chardev=charserial0,id=serial0,index=0 \
    -chardev spicevmc,id=charchannel0,name=vdagent \
    -device virtserialport,bus=virtio-serial0.0,nr=1,chardev=charchannel0,id=channel0,name=com.redhat.spice.0 \
    -chardev socket,id=charchannel1,path=/home/anna/vms/secure/org.qemu.guest_agent.0.sock,server=on,wait=off \
    -device virtserialport,bus=virtio-serial0.0,nr=2,chardev=charchannel1,id=channel1,name=org.qemu.guest_agent.0 \
    -chardev socket,id=chrtpm,path=/home/anna/vms/secure/tpm0.sock \
    -tpmdev emulator,id=tpm-tpm0,chardev=chrtpm \
    -device tpm-crb,tpmdev=tpm-tpm0,id=tpm0 \
    -device usb-tablet,id=input0,bus=usb.0,port=1 \
    -object input-linux,id=input1,evdev=/dev/input/by-id/pedal \
    -audiodev spice,id=audio1 \
    -spice unix=on,addr=/home/anna/vms/secure/spice.sock,disable-ticketing=on,seamless-migration=on \
    -object secret,id=graphics1-password,file=/home/anna/vms/secure/graphics1-password \
    -vnc 127.0.0.1:1,password-secret=graphics1-password,audiodev=audio1 \
    -device virtio-vga,id=video0,max_outputs=2,bus=pcie.0,addr=0x1 \
    -device ich9-intel-hda,id=sound0,bus=pcie.0,addr=0x1b \
    -device hda-duplex,id=sound0-codec0,bus=sound0.0,cad=0,audiodev=audio1 \
    -chardev spicevmc,id=charredir0,name=usbredir \
    -device usb-redir,chardev=charredir0,id=redir0,bus=usb.0,port=2 \
    -global ICH9-LPC.noreboot=off \
    -watchdog-action reset \
    -device virtio-balloon-pci,id=balloon0,bus=pci.6,addr=0x0 \
    -sandbox on,obsolete=deny,resourcecontrol=deny \
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

need_program qemu-system-x86_64 'Install it: sudo dnf install qemu-system-x86'
need_program /usr/libexec/virtiofsd 'Install it: sudo dnf install virtiofsd'
need_program swtpm 'Install it: sudo dnf install swtpm'
need_file /usr/share/edk2/ovmf/OVMF_CODE.secboot.fd 'The firmware' 'Install it: sudo dnf install edk2-ovmf'
[ -e /home/anna/vms/secure/secure_VARS.fd ] || need_file /usr/share/edk2/ovmf/OVMF_VARS.secboot.fd 'The template of the variable store' 'Install it: sudo dnf install edk2-ovmf'
need_file /home/anna/vms/secure/disk.qcow2 'The disk vda' 'Make it: curl -fL -o /home/anna/vms/secure/disk.qcow2 https://download.example/Fedora-Cloud-Base.qcow2 && qemu-img resize /home/anna/vms/secure/disk.qcow2 40G'
need_file /home/anna/vms/secure/seed.iso 'The seed of cloud-init' 'Make it of the files that vmwright convert … --to cloud-init writes: xorriso -as genisoimage -output /home/anna/vms/secure/seed.iso -volid cidata -joliet -rock user-data meta-data'
need_file '/srv/anna'\''s files' 'The directory of the share files' 'Make it, or change it in the design.'
need_free_socket /home/anna/vms/secure/monitor.sock own
need_free_socket /home/anna/vms/secure/qmp.sock own
need_free_socket /home/anna/vms/secure/org.qemu.guest_agent.0.sock own
need_free_socket /home/anna/vms/secure/spice.sock own
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

list=/home/anna/vms/secure/made
# made KIND NAME: from now on destroy.sh may take this away.
made() {
  [ ! -h "$list" ] || fail "This is a link, and a link is not followed: $list"
  grep -qxF -e "$1 $2" -- "$list" 2>/dev/null || (umask 077 && printf '%s %s\n' "$1" "$2" >>"$list")
}

(umask 077 && mkdir -p -- /home/anna/vms/secure)
[ -d /home/anna/vms/secure/tpm0 ] || { (umask 077 && mkdir -- /home/anna/vms/secure/tpm0) && made swtpm tpm0; }

lock=/home/anna/vms/secure/vmwright.pid

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
  /home/anna/vms/secure/secure_VARS.fd.part \
  /home/anna/vms/secure/graphics1-password \
  /home/anna/vms/secure/fs0.sock \
  /home/anna/vms/secure/fs0.sock.pid \
  /home/anna/vms/secure/tpm0.sock \
  /home/anna/vms/secure/qemu.pid \
  -- \
  /home/anna/vms/secure/monitor.sock \
  /home/anna/vms/secure/qmp.sock \
  /home/anna/vms/secure/org.qemu.guest_agent.0.sock \
  /home/anna/vms/secure/spice.sock <&8 3<&- 8<&- 9>&- &
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

if ! [ -e /home/anna/vms/secure/secure_VARS.fd ]; then
  rm -f -- /home/anna/vms/secure/secure_VARS.fd.part
  cp -- /usr/share/edk2/ovmf/OVMF_VARS.secboot.fd /home/anna/vms/secure/secure_VARS.fd.part
  chmod 600 -- /home/anna/vms/secure/secure_VARS.fd.part
  mv -- /home/anna/vms/secure/secure_VARS.fd.part /home/anna/vms/secure/secure_VARS.fd
  made file secure_VARS.fd
fi

rm -f -- /home/anna/vms/secure/graphics1-password
(umask 077 && printf %s secret >/home/anna/vms/secure/graphics1-password)

rm -f -- /home/anna/vms/secure/fs0.sock
start /usr/libexec/virtiofsd \
  --socket-path /home/anna/vms/secure/fs0.sock \
  --shared-dir '/srv/anna'\''s files' \
  --uid-map :0:165536:1000: \
  --uid-map :1000:1001:1: \
  --uid-map :1001:166536:64536: \
  --gid-map :0:165536:1000: \
  --gid-map :1000:1001:1: \
  --gid-map :1001:166536:64536:
wait_for_socket virtiofsd /home/anna/vms/secure/fs0.sock

rm -f -- /home/anna/vms/secure/tpm0.sock
start swtpm socket \
  --tpmstate dir=/home/anna/vms/secure/tpm0,mode=0600 \
  --ctrl type=unixio,path=/home/anna/vms/secure/tpm0.sock \
  --terminate \
  --tpm2
wait_for_socket swtpm /home/anna/vms/secure/tpm0.sock

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
