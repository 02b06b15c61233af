#!/bin/sh
# make-guest.sh IMAGE: a Debian 13 cloud image of our own, for BIOS: cloud-init, guest agent, SSH, GRUB, a console on the
# serial port. For root on Debian; about three minutes.
set -eu
image=$1
work=$image.making
root=$work/root
mirror=$(sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb \(\[[^]]*\] \)*\([^ ]*\) .*/\2/p' \
  /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1)

umount "$root/proc" "$root/dev" 2>/dev/null || :
rm -rf -- "$work"
mkdir -p -- "$work"
debootstrap --variant=minbase --include=systemd-sysv,udev,dbus,iproute2,openssh-server,cloud-init,qemu-guest-agent,ca-certificates,python3,sudo,netplan.io,systemd-resolved,kmod,cloud-guest-utils,e2fsprogs,fdisk \
  trixie "$root" "$mirror" >/dev/null
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod +x "$root/usr/sbin/policy-rc.d"
mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
trap 'umount "$root/proc" "$root/dev"' EXIT
DEBIAN_FRONTEND=noninteractive chroot "$root" apt-get install -qq -y --no-install-recommends \
  linux-image-cloud-amd64 initramfs-tools grub-pc-bin grub-common >/dev/null
umount "$root/proc" "$root/dev"
trap - EXIT
rm -f -- "$root/usr/sbin/policy-rc.d" "$root"/etc/ssh/ssh_host_*
: >"$root/etc/machine-id"
echo 'LABEL=root / ext4 defaults 0 1' >"$root/etc/fstab"
# Only the seed is asked for: the other sources wait for a network that is not there.
mkdir -p "$root/etc/cloud/cloud.cfg.d"
echo 'datasource_list: [NoCloud, None]' >"$root/etc/cloud/cloud.cfg.d/90-seed.cfg"
apt-get -o Dir="$root" -o Dir::State::status="$root/var/lib/dpkg/status" clean 2>/dev/null || rm -rf -- "$root"/var/cache/apt/archives/*.deb

kernel=$(basename "$(find "$root/boot" -name "vmlinuz-*")")
initrd=$(basename "$(find "$root/boot" -name "initrd.img-*")")
mkdir -p "$root/boot/grub"
cat >"$root/boot/grub/grub.cfg" <<CONFIG
serial --unit=0
terminal_output serial
linux /boot/$kernel root=LABEL=root rw console=ttyS0
initrd /boot/$initrd
boot
CONFIG

# One partition from 1 MiB on; GRUB's core is in the gap before it, as grub-install puts it.
size_mib=1536
mke2fs -q -t ext4 -L root -d "$root" "$work/partition" "${size_mib}M"
truncate -s "$((size_mib + 2))M" "$work/disk"
echo 'start=2048, type=83, bootable' | sfdisk -q "$work/disk"
dd if="$work/partition" of="$work/disk" bs=1M seek=1 conv=notrunc,sparse status=none
grub=$root/usr/lib/grub/i386-pc
chroot "$root" grub-mkimage -O i386-pc -o /core.img -p '(hd0,msdos1)/boot/grub' \
  biosdisk part_msdos ext2 normal configfile linux serial terminal boot
dd if="$grub/boot.img" of="$work/disk" bs=1 count=440 conv=notrunc status=none
dd if="$root/core.img" of="$work/disk" bs=512 seek=1 conv=notrunc status=none
qemu-img convert -q -f raw -O qcow2 -c "$work/disk" "$work/image"
mv -- "$work/image" "$image"
rm -rf -- "$work"
