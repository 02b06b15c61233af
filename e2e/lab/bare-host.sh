#!/bin/sh
# bare-host.sh FOLDER: in the lab, as root. The lab becomes a host without KVM, and without any package for VMs. FOLDER has
# the folders `system` and `session`, in them bundles: each create.sh runs as it comes, as root and as dev. It has to end
# with 1 and make nothing; what it says is in FOLDER/said, below the name of the bundle.
set -eu
folder=$1

# A device is no program.
for program in virsh qemu-img qemu-system-x86_64 qemu-system-aarch64 passt swtpm swtpm_setup curl wget ssh ssh-keygen xorriso; do
  if found=$(command -v "$program"); then mount --bind /dev/null "$found"; fi
done
# virtiofsd is there.
mount -t tmpfs tmpfs /usr/libexec
mount -t tmpfs tmpfs /usr/share/qemu/firmware
mkdir /run/dev
mount -t tmpfs -o mode=755 tmpfs /run/dev
for device in null zero random urandom; do
  : >"/run/dev/$device"
  mount --bind "/dev/$device" "/run/dev/$device"
done
mount --rbind /run/dev /dev
mount -t tmpfs -o mode=755 tmpfs /sys
mount -t tmpfs -o mode=711 tmpfs /var/lib/libvirt/images

everything() { find "$folder/system" "$folder/session" /home/dev /var/lib/libvirt/images | sort; }

: >"$folder/said"
before=$(everything)
for connection in system session; do
  user=root
  [ "$connection" = system ] || user=dev
  for bundle in "$folder/$connection"/*/; do
    printf '== %s\n' "$(basename "$bundle")" >>"$folder/said"
    status=0
    setpriv --reuid "$user" --regid "$(id -g "$user")" --init-groups env HOME="$(getent passwd "$user" | cut -d: -f6)" \
      "$bundle/create.sh" >>"$folder/said" 2>&1 || status=$?
    [ "$status" = 1 ] || printf 'It ends with %s.\n' "$status" >>"$folder/said"
    [ "$before" = "$(everything)" ] || printf 'It has made something: %s\n' "$(everything)" >>"$folder/said"
  done
done
