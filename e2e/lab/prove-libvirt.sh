#!/bin/sh
# In the lab, in the folder of an unpacked bundle: makes the VM, looks whether it is what the design says, takes it away.
# prove-libvirt.sh NAME SHARE...: SHARE is a directory of the host; the first is /workspace in the guest.
set -eu
name=$1
shift
say() { echo "== $1"; }
in_guest() { ssh -F ssh.config "$name" "$@"; }

# What the guest says on its serial port, for whoever asks why it let nobody in. virsh wants a terminal.
console() {
  until virsh -q -c qemu:///session domstate "$name" 2>/dev/null | grep -qx running; do sleep 1; done
  script -q -f -c "virsh -q -c qemu:///session console $name" "$1" </dev/null >/dev/null 2>&1
}

say 'create.sh makes it'
console console.log &
./create.sh --wait 500 || { say 'the console'; tail -n 60 console.log; exit 1; }
say 'a second run changes nothing'
./create.sh --wait 60 | tee second
grep -q '^Nothing was changed\.$' second
say 'the domain runs'
virsh -q -c qemu:///session domstate "$name" | grep -x running
say 'cloud-init has finished without an error'
in_guest cloud-init status --wait | grep 'status: done'
say 'the shares are mounted, and what the first user writes is ours'
count=0
for share; do
  count=$((count + 1))
  place=$(in_guest findmnt --noheadings --output TARGET --types virtiofs | sed -n "${count}p")
  in_guest "echo written >$place/by-guest"
done
for share; do
  [ "$(stat -c %u "$share/by-guest")" = "$(id -u)" ]
done
say 'the agent answers'
virsh -q -c qemu:///session qemu-agent-command "$name" '{"execute": "guest-ping"}' | grep return
say 'destroy.sh leaves the disk alone'
echo n | ./destroy.sh
! virsh -q -c qemu:///session list --all --name | grep -x "$name"
find "$HOME/vms/$name" -mindepth 1 ! -name made | tee left
[ "$(cat left)" = "$HOME/vms/$name/disk.qcow2" ]
grep -x 'disk disk.qcow2' "$HOME/vms/$name/made"
say 'done'
