#!/bin/sh
# Runs one VM with QEMU. Written by vmwright: change the design, not this file.
set -eu

mkdir -p -- "$HOME"/.local/share/vmwright/workstation

[ -e "$HOME"/.local/share/vmwright/workstation/workstation_VARS.fd ] || cp -- /usr/share/edk2/ovmf/OVMF_VARS.fd "$HOME"/.local/share/vmwright/workstation/workstation_VARS.fd

pids=
stop_helpers() {
  for pid in $pids; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
}
trap stop_helpers EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

wait_for_socket() {
  tries=0
  until [ -S "$1" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ]; then
      echo "The socket $1 did not appear." >&2
      exit 1
    fi
    sleep 0.1
  done
}

rm -f -- "$HOME"/.local/share/vmwright/workstation/fs0.sock
/usr/libexec/virtiofsd \
  --socket-path "$HOME"/.local/share/vmwright/workstation/fs0.sock \
  --shared-dir /srv/projects &
pids="$pids $!"
wait_for_socket "$HOME"/.local/share/vmwright/workstation/fs0.sock

qemu-system-x86_64 \
  -name guest=workstation,debug-threads=on \
  -machine q35,accel=kvm,memory-backend=ram \
  -cpu host \
  -m size=32768M \
  -object memory-backend-memfd,id=ram,size=32768M,share=on \
  -smp 12,sockets=12,cores=1,threads=1 \
  -no-user-config \
  -nodefaults \
  -monitor unix:"$HOME"/.local/share/vmwright/workstation/monitor.sock,server=on,wait=off \
  -qmp unix:"$HOME"/.local/share/vmwright/workstation/qmp.sock,server=on,wait=off \
  -pidfile "$HOME"/.local/share/vmwright/workstation/qemu.pid \
  -rtc base=utc \
  -drive if=pflash,format=raw,unit=0,readonly=on,file=/usr/share/edk2/ovmf/OVMF_CODE.fd \
  -drive if=pflash,format=raw,unit=1,file="$HOME"/.local/share/vmwright/workstation/workstation_VARS.fd \
  -boot strict=on \
  -blockdev driver=qcow2,node-name=disk0,file.driver=file,file.filename="$HOME"/.local/share/vmwright/workstation/disk.qcow2 \
  -device virtio-blk-pci,id=disk0,drive=disk0,bootindex=1 \
  -blockdev driver=raw,node-name=disk1,read-only=on,file.driver=file,file.filename="$HOME"/.local/share/vmwright/workstation/seed.iso \
  -device ide-cd,id=disk1,drive=disk1,bus=ide.0 \
  -chardev socket,id=char-fs0,path="$HOME"/.local/share/vmwright/workstation/fs0.sock \
  -device vhost-user-fs-pci,id=fs0,chardev=char-fs0,tag=projects,queue-size=1024 \
  -netdev user,id=net0,hostfwd=tcp:127.0.0.1:2200-:22,hostfwd=tcp:127.0.0.1:8080-:80 \
  -device virtio-net-pci,id=nic0,netdev=net0 \
  -chardev socket,id=char-serial0,path="$HOME"/.local/share/vmwright/workstation/serial.sock,server=on,wait=off \
  -device isa-serial,id=serial0,chardev=char-serial0,index=0 \
  -display none \
  -device vfio-pci,host=0000:0b:00.0,id=hostdev0 \
  -device vfio-pci,host=0000:0b:00.1,id=hostdev1 \
  -device vfio-pci,host=0000:0b:00.2,id=hostdev2 \
  -device vfio-pci,host=0000:0b:00.3,id=hostdev3
