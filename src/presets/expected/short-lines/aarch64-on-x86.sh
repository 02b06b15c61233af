mkdir -p -- /var/vms/aarch64-on-x86
[ -e /var/vms/aarch64-on-x86/aarch64-on-x86_VARS.fd ] || cp -- /usr/share/AAVMF/AAVMF_VARS.fd /var/vms/aarch64-on-x86/aarch64-on-x86_VARS.fd
qemu-system-aarch64 \
  -name aarch64-on-x86 \
  -machine virt \
  -accel tcg \
  -cpu max \
  -m 4G \
  -smp 4,sockets=4 \
  -smbios type=11,value=io.systemd.credential.binary:tmpfiles.extra=ZCAvaG9tZS9kZWJpYW4vLnNzaCAwNzAwIGRlYmlhbiBkZWJpYW4gLQpmfiAvaG9tZS9kZWJpYW4vLnNzaC9hdXRob3JpemVkX2tleXMgMDYwMCBkZWJpYW4gZGViaWFuIC0gYzNOb0xXVmtNalUxTVRrZ1FVRkJRV1Y0WVcxd2JHVWdZV1JoUUdWNFlXMXdiR1VLCg== \
  -drive if=pflash,file=/usr/share/AAVMF/AAVMF_CODE.fd,format=raw,readonly=on \
  -drive if=pflash,file=/var/vms/aarch64-on-x86/aarch64-on-x86_VARS.fd,format=raw \
  -device ahci,id=sata0 \
  -drive if=none,id=disk0,file=/var/vms/aarch64-on-x86/disk.qcow2,format=qcow2 \
  -device virtio-blk-pci,drive=disk0,bootindex=1 \
  -drive if=none,id=disc0,file=/var/vms/aarch64-on-x86/seed.iso,format=raw,readonly=on \
  -device ide-cd,drive=disc0,bus=sata0.0 \
  -nic user,model=virtio-net-pci,hostfwd=tcp:127.0.0.1:2222-:22 \
  -serial mon:stdio \
  -display none \
  -device virtio-rng-pci
