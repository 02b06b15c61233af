#!/bin/sh
# Runs one VM with QEMU. Written by vmwright: change the design, not this file.
set -eu

mkdir -p -- /var/vms/vm \
  /var/vms/vm/tpm0

[ -e /var/vms/vm/vm_VARS.fd ] || cp -- /usr/share/edk2/x64/OVMF_VARS.4m.fd /var/vms/vm/vm_VARS.fd

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

rm -f -- /var/vms/vm/fs0.sock
/usr/lib/virtiofsd \
  --socket-path /var/vms/vm/fs0.sock \
  --shared-dir '/srv/a b' &
pids="$pids $!"
wait_for_socket /var/vms/vm/fs0.sock

rm -f -- /var/vms/vm/tpm0.sock
swtpm socket \
  --tpmstate dir=/var/vms/vm/tpm0,mode=0600 \
  --ctrl type=unixio,path=/var/vms/vm/tpm0.sock \
  --terminate \
  --tpm2 &
pids="$pids $!"
wait_for_socket /var/vms/vm/tpm0.sock

qemu-system-x86_64 \
  -name guest=vm,debug-threads=on \
  -machine q35,accel=kvm,memory-backend=ram \
  -cpu host \
  -m size=2048M \
  -object memory-backend-memfd,id=ram,size=2048M,share=on \
  -smp 2,sockets=2,cores=1,threads=1 \
  -no-user-config \
  -nodefaults \
  -monitor unix:/var/vms/vm/monitor.sock,server=on,wait=off \
  -qmp unix:/var/vms/vm/qmp.sock,server=on,wait=off \
  -pidfile /var/vms/vm/qemu.pid \
  -rtc base=utc \
  -drive if=pflash,format=raw,unit=0,readonly=on,file=/usr/share/edk2/x64/OVMF_CODE.4m.fd \
  -drive if=pflash,format=raw,unit=1,file=/var/vms/vm/vm_VARS.fd \
  -boot strict=on \
  -kernel /boot/vmlinuz \
  -append 'it'\''s
two lines' \
  -blockdev driver=qcow2,node-name=disk0,file.driver=file,file.filename=/var/vms/vm/disk.qcow2 \
  -device virtio-blk-pci,id=disk0,drive=disk0 \
  -chardev socket,id=char-fs0,path=/var/vms/vm/fs0.sock \
  -device vhost-user-fs-pci,id=fs0,chardev=char-fs0,tag=data,queue-size=1024 \
  -netdev user,id=net0,hostfwd=tcp:127.0.0.1:8080-:80 \
  -device virtio-net-pci,id=nic0,netdev=net0 \
  -chardev socket,id=char-serial0,path=/var/vms/vm/serial.sock,server=on,wait=off \
  -device isa-serial,id=serial0,chardev=char-serial0,index=0 \
  -chardev socket,id=char-tpm0,path=/var/vms/vm/tpm0.sock \
  -tpmdev emulator,id=tpm0,chardev=char-tpm0 \
  -device tpm-crb,tpmdev=tpm0,id=tpm-device0 \
  -display none
