mkdir -p -- /var/vms/windows-gaming/tpm0 /var/vms/windows-gaming
[ -e /var/vms/windows-gaming/windows-gaming_VARS.fd ] || cp -- /usr/share/OVMF/OVMF_VARS_4M.ms.fd /var/vms/windows-gaming/windows-gaming_VARS.fd
swtpm socket --tpmstate dir=/var/vms/windows-gaming/tpm0,mode=0600 --ctrl type=unixio,path=/var/vms/windows-gaming/tpm0.sock --terminate --tpm2 &
until [ -S /var/vms/windows-gaming/tpm0.sock ]; do sleep 0.1; done
qemu-system-x86_64 \
  -name windows-gaming \
  -machine q35,mem-merge=off,memory-backend=pc.ram,hpet=off,smm=on \
  -accel kvm \
  -cpu host,topoext=on,hv-time=on,hv-relaxed=on,hv-vapic=on,hv-vpindex=on,hv-runtime=on,hv-synic=on,hv-frequencies=on,hv-ipi=on,hv-spinlocks=8191,hv-stimer=on,hv-tlbflush=on,hv-vendor-id=vmwright,kvm=off,host-cache-info=on,l3-cache=off \
  -m 16G \
  -object memory-backend-memfd,id=pc.ram,hugetlb=on,hugetlbsize=2M,share=off,prealloc=on,size=16G \
  -smp 8,threads=2 \
  -object iothread,id=iothread1 \
  -nodefaults \
  -global kvm-pit.lost_tick_policy=delay \
  -rtc base=localtime,driftfix=slew \
  -global driver=cfi.pflash01,property=secure,value=on \
  -drive if=pflash,file=/usr/share/OVMF/OVMF_CODE_4M.ms.fd,format=raw,readonly=on \
  -drive if=pflash,file=/var/vms/windows-gaming/windows-gaming_VARS.fd,format=raw \
  -device qemu-xhci \
  -drive if=none,id=disk0,file=/var/vms/windows-gaming/disk.qcow2,format=qcow2,discard=unmap \
  -device virtio-blk-pci,iothread=iothread1,drive=disk0,bootindex=2 \
  -drive if=none,id=disc0,file=/var/lib/libvirt/images/windows-11.iso,format=raw,readonly=on \
  -device ide-cd,drive=disc0,bootindex=1,bus=ide.1 \
  -cdrom /var/lib/libvirt/images/virtio-win.iso \
  -netdev tap,id=hostnet0,br=virbr0,helper=/usr/lib/qemu/qemu-bridge-helper,vhost=on \
  -device virtio-net-pci,netdev=hostnet0 \
  -serial mon:stdio \
  -chardev socket,id=chrtpm,path=/var/vms/windows-gaming/tpm0.sock \
  -tpmdev emulator,id=tpm-tpm0,chardev=chrtpm \
  -device tpm-crb,tpmdev=tpm-tpm0 \
  -device usb-tablet \
  -spice port=5900,addr=127.0.0.1,disable-ticketing=on \
  -device virtio-vga
