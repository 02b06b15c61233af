#!/bin/sh
# Runs one VM with QEMU. Written by vmwright: change the design, not this file.
set -eu

mkdir -p -- /home/anna/vms/secure \
  /home/anna/vms/secure/tpm0

[ -e /home/anna/vms/secure/secure_VARS.fd ] || cp -- /usr/share/edk2/ovmf/OVMF_VARS.secboot.fd /home/anna/vms/secure/secure_VARS.fd

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

rm -f -- /home/anna/vms/secure/fs0.sock
/usr/libexec/virtiofsd \
  --socket-path /home/anna/vms/secure/fs0.sock \
  --shared-dir '/srv/anna'\''s files' \
  --uid-map :0:165536:1000: \
  --uid-map :1000:1001:1: \
  --uid-map :1001:166536:64536: \
  --gid-map :0:165536:1000: \
  --gid-map :1000:1001:1: \
  --gid-map :1001:166536:64536: &
pids="$pids $!"
wait_for_socket /home/anna/vms/secure/fs0.sock

rm -f -- /home/anna/vms/secure/tpm0.sock
swtpm socket \
  --tpmstate dir=/home/anna/vms/secure/tpm0,mode=0600 \
  --ctrl type=unixio,path=/home/anna/vms/secure/tpm0.sock \
  --terminate \
  --tpm2 &
pids="$pids $!"
wait_for_socket /home/anna/vms/secure/tpm0.sock

qemu-system-x86_64 \
  -name guest=secure,debug-threads=on \
  -machine q35,accel=kvm,memory-backend=ram,smm=on \
  -cpu host,svm=on,hv-crash=on \
  -m size=4096M \
  -object memory-backend-memfd,id=ram,size=4096M,share=on \
  -smp 4,sockets=4,cores=1,threads=1 \
  -smbios 'type=1,manufacturer=Müller & Söhne,product=Büro "1" <test>,serial=it'\''s 1' \
  -smbios 'type=11,value=io.systemd.credential.binary:tmpfiles.extra=ZCAvaG9tZS9hbm5hLy5zc2ggMDcwMCBhbm5hIGFubmEgLQpmfiAvaG9tZS9hbm5hLy5zc2gvYXV0aG9yaXplZF9rZXlzIDA2MDAgYW5uYSBhbm5hIC0gYzNOb0xXVmtNalUxTVRrZ1FVRkJRVU16VG5waFF6RnNXa1JKTVU1VVJUVkJRVUZCU1VGdWJtRnpTMlY1Um05eVZHVnpkSE1nWVc1dVlVQmtaWE5yQ2c9PQo=,value=note: don'\''t' \
  -no-user-config \
  -nodefaults \
  -monitor unix:/home/anna/vms/secure/monitor.sock,server=on,wait=off \
  -qmp unix:/home/anna/vms/secure/qmp.sock,server=on,wait=off \
  -pidfile /home/anna/vms/secure/qemu.pid \
  -rtc base=utc \
  -global driver=cfi.pflash01,property=secure,value=on \
  -drive if=pflash,format=raw,unit=0,readonly=on,file=/usr/share/edk2/ovmf/OVMF_CODE.secboot.fd \
  -drive if=pflash,format=raw,unit=1,file=/home/anna/vms/secure/secure_VARS.fd \
  -boot strict=on \
  -device qemu-xhci,id=usb0,p2=8,p3=8 \
  -blockdev driver=qcow2,node-name=disk0,file.driver=file,file.filename=/home/anna/vms/secure/disk.qcow2 \
  -device virtio-blk-pci,id=disk0,drive=disk0,bootindex=1 \
  -blockdev driver=raw,node-name=disk1,read-only=on,file.driver=file,file.filename=/home/anna/vms/secure/seed.iso \
  -device ide-cd,id=disk1,drive=disk1,bus=ide.0 \
  -chardev socket,id=char-fs0,path=/home/anna/vms/secure/fs0.sock \
  -device vhost-user-fs-pci,id=fs0,chardev=char-fs0,tag=files,queue-size=1024 \
  -netdev bridge,id=net0,br=br0 \
  -device virtio-net-pci,id=nic0,netdev=net0 \
  -chardev socket,id=char-serial0,path=/home/anna/vms/secure/serial.sock,server=on,wait=off \
  -device isa-serial,id=serial0,chardev=char-serial0,index=0 \
  -chardev spicevmc,id=char-channel0,name=vdagent \
  -device virtio-serial-pci,id=virtio-serial0 \
  -device virtserialport,id=channel0,chardev=char-channel0,name=com.redhat.spice.0 \
  -chardev socket,id=char-channel1,path=/home/anna/vms/secure/org.qemu.guest_agent.0.sock,server=on,wait=off \
  -device virtserialport,id=channel1,chardev=char-channel1,name=org.qemu.guest_agent.0 \
  -chardev socket,id=char-tpm0,path=/home/anna/vms/secure/tpm0.sock \
  -tpmdev emulator,id=tpm0,chardev=char-tpm0 \
  -device tpm-crb,tpmdev=tpm0,id=tpm-device0 \
  -device usb-tablet,id=input0 \
  -object input-linux,id=input1,evdev=/dev/input/by-id/pedal \
  -audiodev spice,id=audio1 \
  -spice unix=on,addr=/home/anna/vms/secure/spice.sock,disable-ticketing=on \
  -object secret,id=graphics1-password,file=/home/anna/vms/secure/graphics1-password \
  -vnc 127.0.0.1:1,password-secret=graphics1-password \
  -display none \
  -device virtio-vga,id=video0,max_outputs=2 \
  -device ich9-intel-hda,id=sound0 \
  -device hda-duplex,id=sound0-codec0,bus=sound0.0,cad=0,audiodev=audio1 \
  -chardev spicevmc,id=char-redir0,name=usbredir \
  -device usb-redir,id=redir0,chardev=char-redir0
