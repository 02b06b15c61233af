mkdir -p -- /var/vms/home-assistant
[ -e /var/vms/home-assistant/home-assistant_VARS.fd ] || cp -- /usr/share/OVMF/OVMF_VARS_4M.fd /var/vms/home-assistant/home-assistant_VARS.fd
qemu-system-x86_64 \
  -name home-assistant \
  -machine q35 \
  -accel kvm \
  -cpu host \
  -m 4G \
  -smp 2,sockets=2 \
  -nodefaults \
  -drive if=pflash,file=/usr/share/OVMF/OVMF_CODE_4M.fd,format=raw,readonly=on \
  -drive if=pflash,file=/var/vms/home-assistant/home-assistant_VARS.fd,format=raw \
  -device qemu-xhci \
  -device virtio-serial-pci \
  -drive if=virtio,file=/var/lib/libvirt/images/haos_ova.qcow2,format=qcow2 \
  -netdev tap,id=hostnet0,br=br0,helper=/usr/lib/qemu/qemu-bridge-helper,vhost=on \
  -device virtio-net-pci,netdev=hostnet0 \
  -serial mon:stdio \
  -chardev socket,id=charchannel0,path=/var/vms/home-assistant/org.qemu.guest_agent.0.sock,server=on,wait=off \
  -device virtserialport,chardev=charchannel0,name=org.qemu.guest_agent.0 \
  -display none \
  -device virtio-rng-pci \
  -device virtio-balloon-pci
