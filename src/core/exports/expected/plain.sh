#!/bin/sh
# Runs one VM with QEMU. Written by vmwright: change the design, not this file.
set -eu

mkdir -p -- /var/vms/vm

exec qemu-system-x86_64 \
  -name guest=vm,debug-threads=on \
  -machine q35,accel=kvm \
  -cpu host \
  -m size=1024M \
  -smp 2,sockets=2,cores=1,threads=1 \
  -no-user-config \
  -nodefaults \
  -monitor unix:/var/vms/vm/monitor.sock,server=on,wait=off \
  -qmp unix:/var/vms/vm/qmp.sock,server=on,wait=off \
  -pidfile /var/vms/vm/qemu.pid \
  -rtc base=utc \
  -boot strict=on \
  -netdev user,id=net0 \
  -device virtio-net-pci,id=nic0,netdev=net0 \
  -chardev socket,id=char-serial0,path=/var/vms/vm/serial.sock,server=on,wait=off \
  -device isa-serial,id=serial0,chardev=char-serial0,index=0 \
  -display none
