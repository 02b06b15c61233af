mkdir -p -- /var/vms/linux-development
/usr/libexec/virtiofsd --socket-path /var/vms/linux-development/fs0.sock --shared-dir /var/vms/linux-development/workspace &
until [ -S /var/vms/linux-development/fs0.sock ]; do sleep 0.1; done
qemu-system-x86_64 \
  -name linux-development \
  -machine q35,memory-backend=pc.ram \
  -accel kvm \
  -cpu host \
  -m 8G \
  -object memory-backend-memfd,id=pc.ram,share=on,size=8G \
  -smp 4,sockets=4 \
  -smbios type=11,value=io.systemd.credential.binary:tmpfiles.extra=ZCAvaG9tZS9kZWJpYW4vLnNzaCAwNzAwIGRlYmlhbiBkZWJpYW4gLQpmfiAvaG9tZS9kZWJpYW4vLnNzaC9hdXRob3JpemVkX2tleXMgMDYwMCBkZWJpYW4gZGViaWFuIC0gYzNOb0xXVmtNalUxTVRrZ1FVRkJRV1Y0WVcxd2JHVWdZV1JoUUdWNFlXMXdiR1VLCg== \
  -nodefaults \
  -device qemu-xhci \
  -device virtio-serial-pci \
  -drive if=virtio,file=/var/vms/linux-development/disk.qcow2,format=qcow2 \
  -cdrom /var/vms/linux-development/seed.iso \
  -chardev socket,id=chr-vu-fs0,path=/var/vms/linux-development/fs0.sock \
  -device vhost-user-fs-pci,chardev=chr-vu-fs0,queue-size=1024,tag=workspace \
  -nic user,model=virtio-net-pci,hostfwd=tcp:127.0.0.1:2222-:22,hostfwd=tcp:127.0.0.1:8080-:8080 \
  -serial mon:stdio \
  -chardev socket,id=charchannel0,path=/var/vms/linux-development/org.qemu.guest_agent.0.sock,server=on,wait=off \
  -device virtserialport,chardev=charchannel0,name=org.qemu.guest_agent.0 \
  -display none \
  -device virtio-rng-pci \
  -device virtio-balloon-pci
