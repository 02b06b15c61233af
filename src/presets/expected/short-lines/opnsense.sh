mkdir -p -- /var/vms/opnsense
[ -e /var/vms/opnsense/opnsense_VARS.fd ] || cp -- /usr/share/OVMF/OVMF_VARS_4M.fd /var/vms/opnsense/opnsense_VARS.fd
qemu-system-x86_64 \
  -name opnsense \
  -machine q35 \
  -accel kvm \
  -cpu host \
  -m 4G \
  -smp 4,sockets=4 \
  -nodefaults \
  -drive if=pflash,file=/usr/share/OVMF/OVMF_CODE_4M.fd,format=raw,readonly=on \
  -drive if=pflash,file=/var/vms/opnsense/opnsense_VARS.fd,format=raw \
  -device qemu-xhci \
  -drive if=none,id=disk0,file=/var/vms/opnsense/disk.qcow2,format=qcow2 \
  -device virtio-blk-pci,drive=disk0,bootindex=1 \
  -drive if=none,id=disc0,file=/var/lib/libvirt/images/opnsense.iso,format=raw,readonly=on \
  -device ide-cd,drive=disc0,bootindex=2,bus=ide.1 \
  -netdev tap,id=hostnet0,br=br-wan,helper=/usr/lib/qemu/qemu-bridge-helper,vhost=on \
  -device virtio-net-pci,netdev=hostnet0 \
  -netdev tap,id=hostnet1,br=br-lan,helper=/usr/lib/qemu/qemu-bridge-helper,vhost=on \
  -device virtio-net-pci,netdev=hostnet1 \
  -serial mon:stdio \
  -vnc 127.0.0.1:0 \
  -device VGA
