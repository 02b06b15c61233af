#!/bin/sh
# make-lab.sh DIR: a Debian 13 in DIR with libvirt 11.3 and QEMU 10.0. For root on Debian; two minutes, 1.5 GB.
set -eu
dir=$1
mirror=$(sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb \(\[[^]]*\] \)*\([^ ]*\) .*/\2/p' \
  /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1)

# Whatever is in DIR while it is made is not a lab yet.
making=$dir.making
umount "$making/proc" "$making/dev" 2>/dev/null || :
rm -rf -- "$making"
mkdir -p -- "$making"
debootstrap --variant=minbase --include=ca-certificates trixie "$making" "$mirror" >/dev/null
# No service starts while packages are installed.
printf '#!/bin/sh\nexit 101\n' >"$making/usr/sbin/policy-rc.d"
chmod +x "$making/usr/sbin/policy-rc.d"
mount --bind /proc "$making/proc"
mount --bind /dev "$making/dev"
trap 'umount "$making/proc" "$making/dev"' EXIT
DEBIAN_FRONTEND=noninteractive chroot "$making" apt-get install -qq -y --no-install-recommends \
  libvirt-daemon-driver-qemu libvirt-daemon libvirt-clients libvirt-daemon-system \
  qemu-system-x86 qemu-system-arm qemu-system-modules-spice qemu-system-modules-opengl qemu-utils qemu-efi-aarch64 \
  passt virtiofsd ovmf swtpm swtpm-tools iproute2 openssh-client openssl curl uidmap xorriso virtinst \
  incus-base incus-client dnsmasq-base nftables nix-bin >/dev/null
umount "$making/proc" "$making/dev"
trap - EXIT
# Whoever works in the lab: a person with ids of their own to give away.
chroot "$making" useradd --create-home --shell /bin/bash dev
printf '%s:100000:65536\n' dev | tee "$making/etc/subuid" >"$making/etc/subgid"
mv -- "$making" "$dir"
