#!/bin/sh
# Runs one VM with QEMU. Written by vmwright: change the design, not this file.
set -eu

mkdir -p -- /home/anna/vms/gaming

[ -e /home/anna/vms/gaming/gaming_VARS.fd ] || cp -- /usr/share/edk2/ovmf/OVMF_VARS.fd /home/anna/vms/gaming/gaming_VARS.fd

exec qemu-system-x86_64 \
  -name guest=gaming,debug-threads=on \
  -machine q35,accel=kvm,mem-merge=off,memory-backend=ram,hpet=off \
  -cpu host,svm=on,kvm=off,hv-time=on,hv-relaxed=on,hv-vapic=on,hv-spinlocks=8191,hv-vpindex=on,hv-synic=on,hv-stimer=on,hv-vendor-id=vmwright,host-cache-info=on,l3-cache=off \
  -m size=16384M \
  -object memory-backend-memfd,id=ram,size=16384M,hugetlb=on,hugetlbsize=1024M,share=off,prealloc=on \
  -smp 8,sockets=1,dies=1,cores=4,threads=2 \
  -object iothread,id=iothread1 \
  -object iothread,id=iothread2 \
  -no-user-config \
  -nodefaults \
  -monitor unix:/home/anna/vms/gaming/monitor.sock,server=on,wait=off \
  -qmp unix:/home/anna/vms/gaming/qmp.sock,server=on,wait=off \
  -pidfile /home/anna/vms/gaming/qemu.pid \
  -rtc base=localtime,driftfix=slew \
  -drive if=pflash,format=raw,unit=0,readonly=on,file=/usr/share/edk2/ovmf/OVMF_CODE.fd \
  -drive if=pflash,format=raw,unit=1,file=/home/anna/vms/gaming/gaming_VARS.fd \
  -boot strict=on \
  -blockdev driver=qcow2,node-name=disk0,file.driver=file,file.filename=/var/lib/vms/gaming.qcow2 \
  -device virtio-blk-pci,id=disk0,drive=disk0,bootindex=1 \
  -blockdev driver=raw,node-name=disk1,cache.direct=on,cache.no-flush=off,file.driver=host_device,file.filename=/dev/disk/by-id/nvme-games,file.aio=native \
  -device virtio-blk-pci,id=disk1,drive=disk1,write-cache=on \
  -blockdev driver=raw,node-name=disk2,read-only=on,file.driver=file,file.filename=/var/lib/vms/virtio-win.iso \
  -device ide-cd,id=disk2,drive=disk2,bus=ide.1 \
  -netdev bridge,id=net0,br=virbr0 \
  -device virtio-net-pci,id=nic0,netdev=net0 \
  -chardev socket,id=char-serial0,path=/home/anna/vms/gaming/serial.sock,server=on,wait=off \
  -device isa-serial,id=serial0,chardev=char-serial0,index=0 \
  -device virtio-mouse-pci,id=input0 \
  -device virtio-keyboard-pci,id=input1 \
  -spice port=5930,addr=127.0.0.1,disable-ticketing=on \
  -display none \
  -device vfio-pci,host=0000:0a:00.0,id=hostdev0,romfile=/usr/share/vgabios/card.rom \
  -device vfio-pci,host=0000:0a:00.1,id=hostdev1 \
  -device qemu-xhci,id=usb0 \
  -device usb-host,id=hostdev2,vendorid=0x046d,productid=0xc52b \
  -object memory-backend-file,id=shmem-memory0,mem-path=/dev/shm/looking-glass,size=64M,share=on \
  -device ivshmem-plain,id=shmem0,memdev=shmem-memory0
