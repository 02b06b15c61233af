mkdir -p -- /var/vms/looking-glass/tpm0 /var/vms/looking-glass
[ -e /var/vms/looking-glass/looking-glass_VARS.fd ] || cp -- /usr/share/OVMF/OVMF_VARS_4M.ms.fd /var/vms/looking-glass/looking-glass_VARS.fd
swtpm socket --tpmstate dir=/var/vms/looking-glass/tpm0,mode=0600 --ctrl type=unixio,path=/var/vms/looking-glass/tpm0.sock --terminate --tpm2 &
until [ -S /var/vms/looking-glass/tpm0.sock ]; do sleep 0.1; done
qemu-system-x86_64 \
  -name looking-glass \
  -machine q35,hpet=off,smm=on \
  -accel kvm \
  -cpu host,hv-time=on,hv-relaxed=on,hv-vapic=on,hv-vpindex=on,hv-runtime=on,hv-synic=on,hv-frequencies=on,hv-ipi=on,hv-spinlocks=8191,hv-stimer=on,hv-tlbflush=on,hv-vendor-id=vmwright,kvm=off,host-cache-info=on,l3-cache=off \
  -m 16G \
  -smp 8,threads=2 \
  -nodefaults \
  -global kvm-pit.lost_tick_policy=delay \
  -rtc base=localtime,driftfix=slew \
  -global driver=cfi.pflash01,property=secure,value=on \
  -drive if=pflash,file=/usr/share/OVMF/OVMF_CODE_4M.ms.fd,format=raw,readonly=on \
  -drive if=pflash,file=/var/vms/looking-glass/looking-glass_VARS.fd,format=raw \
  -device qemu-xhci \
  -device virtio-serial-pci \
  -drive if=none,id=disk0,file=/var/vms/looking-glass/disk.qcow2,format=qcow2 \
  -device virtio-blk-pci,drive=disk0,bootindex=2 \
  -drive if=none,id=disc0,file=/var/lib/libvirt/images/windows-11.iso,format=raw,readonly=on \
  -device ide-cd,drive=disc0,bootindex=1,bus=ide.1 \
  -cdrom /var/lib/libvirt/images/virtio-win.iso \
  -netdev tap,id=hostnet0,br=virbr0,helper=/usr/lib/qemu/qemu-bridge-helper,vhost=on \
  -device virtio-net-pci,netdev=hostnet0 \
  -serial mon:stdio \
  -chardev spicevmc,id=charchannel0,name=vdagent \
  -device virtserialport,chardev=charchannel0,name=com.redhat.spice.0 \
  -chardev socket,id=chrtpm,path=/var/vms/looking-glass/tpm0.sock \
  -tpmdev emulator,id=tpm-tpm0,chardev=chrtpm \
  -device tpm-crb,tpmdev=tpm-tpm0 \
  -device virtio-mouse-pci \
  -device virtio-keyboard-pci \
  -audiodev spice,id=audio1 \
  -spice port=5900,addr=127.0.0.1,disable-ticketing=on \
  -device ich9-intel-hda \
  -device hda-duplex,audiodev=audio1 \
  -object memory-backend-file,id=shmmem-shmem0,mem-path=/dev/shm/looking-glass,size=64M,share=on \
  -device ivshmem-plain,memdev=shmmem-shmem0
