#!/bin/sh
# Runs one VM with QEMU. Written by vmwright: change the design, not this file.
set -eu

mkdir -p -- /home/anna/vms/builder

exec qemu-system-x86_64 \
  -name guest=builder,debug-threads=on \
  -machine q35,accel=kvm \
  -cpu host,svm=on \
  -m size=1536M \
  -smp 2,sockets=2,cores=1,threads=1 \
  -smbios type=11,value=io.systemd.credential.binary:tmpfiles.extra=ZCAvaG9tZS9kZWJpYW4vLnNzaCAwNzAwIGRlYmlhbiBkZWJpYW4gLQpmfiAvaG9tZS9kZWJpYW4vLnNzaC9hdXRob3JpemVkX2tleXMgMDYwMCBkZWJpYW4gZGViaWFuIC0gYzNOb0xXVmtNalUxTVRrZ1FVRkJRVU16VG5waFF6RnNXa1JKTVU1VVJUVkJRVUZCU1VGdWJtRnpTMlY1Um05eVZHVnpkSE1nWVc1dVlVQmtaWE5yQ2c9PQo= \
  -no-user-config \
  -nodefaults \
  -monitor unix:/home/anna/vms/builder/monitor.sock,server=on,wait=off \
  -qmp unix:/home/anna/vms/builder/qmp.sock,server=on,wait=off \
  -pidfile /home/anna/vms/builder/qemu.pid \
  -rtc base=utc \
  -boot strict=on \
  -blockdev driver=qcow2,node-name=disk0,file.driver=file,file.filename=/home/anna/vms/builder/disk.qcow2 \
  -device virtio-blk-pci,id=disk0,drive=disk0,bootindex=1 \
  -blockdev driver=raw,node-name=disk1,read-only=on,file.driver=file,file.filename=/home/anna/vms/builder/seed.iso \
  -device ide-cd,id=disk1,drive=disk1,bus=ide.0 \
  -netdev user,id=net0,hostfwd=tcp:127.0.0.1:2222-:22,hostfwd=tcp:127.0.0.1:8080-:80,hostfwd=tcp:127.0.0.1:8443-:443 \
  -device virtio-net-pci,id=nic0,netdev=net0,mac=52:54:00:12:34:56 \
  -chardev socket,id=char-serial0,path=/home/anna/vms/builder/serial.sock,server=on,wait=off \
  -device isa-serial,id=serial0,chardev=char-serial0,index=0 \
  -chardev socket,id=char-channel0,path=/home/anna/vms/builder/org.qemu.guest_agent.0.sock,server=on,wait=off \
  -device virtio-serial-pci,id=virtio-serial0 \
  -device virtserialport,id=channel0,chardev=char-channel0,name=org.qemu.guest_agent.0 \
  -display none \
  -object rng-random,id=rng-source0,filename=/dev/urandom \
  -device virtio-rng-pci,rng=rng-source0,id=rng0,max-bytes=1024,period=1000 \
  -global ICH9-LPC.noreboot=off \
  -action watchdog=reset \
  -device vhost-vsock-pci,id=vsock0,guest-cid=3
