#!/bin/sh
# enter-lab.sh LAB FOLDER USER COMMAND...: runs a command in the lab, as a user of it, with libvirt's system daemon beside
# it. FOLDER of the host is seen at the same path, and FOLDER/.home is the home of dev: the lab itself stays as it is. For
# root; everything that was started ends with the command.
#
# The root is changed by pivot_root: below a chroot nobody may make a user namespace, and passt and virtiofsd need one.
# bubblewrap would take the right from newuidmap to map ids.
#
# With LAB_NETWORK=own it has a network of its own too, where bridges may be made, and which leads nowhere.
set -eu
lab=$(readlink -f -- "$1")
folder=$2
user=$3
shift 3
export lab folder user
network=
[ "${LAB_NETWORK-}" != own ] || network=--net
# shellcheck disable=SC2086 # no word when the network is that of the host
exec unshare --mount --pid --ipc $network --fork --kill-child --mount-proc sh -c '
  set -eu
  mount --make-rprivate /
  mount --bind "$lab" "$lab"
  mkdir -p "$lab/old" "$folder/.home"
  mount -t tmpfs -o mode=1777 tmpfs "$lab/tmp"
  mkdir -p "$lab$folder"
  chown 1000:1000 "$folder/.home"
  mount --rbind /dev "$lab/dev"
  if [ "${LAB_NETWORK-}" = own ]; then
    # Of its own, too: it shows the devices of the network that it was mounted in.
    mount -t sysfs sysfs "$lab/sys"
    mount --rbind /sys/fs/cgroup "$lab/sys/fs/cgroup"
  else
    mount --rbind /sys "$lab/sys"
  fi
  mount -t tmpfs -o mode=1777 tmpfs "$lab/dev/shm"
  mount -t proc proc "$lab/proc"
  mount -t tmpfs -o mode=755 tmpfs "$lab/run"
  mount --bind "$folder" "$lab$folder"
  mount --bind "$folder/.home" "$lab/home/dev"
  cd "$lab"
  pivot_root . old
  cd /
  umount -l /old
  mkdir -p /run/libvirt /run/lock /run/user
  [ "${LAB_NETWORK-}" != own ] || ip link set lo up
  virtlogd -d
  libvirtd -d
  tries=0
  until virsh -q -c qemu:///system uri >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || { echo "libvirtd does not answer" >&2; exit 3; }
    sleep 0.2
  done
  id=$(id -u "$user")
  mkdir -p "/run/user/$id"
  chown "$user:" "/run/user/$id"
  cd "$folder"
  status=0
  setpriv --reuid "$user" --regid "$(id -g "$user")" --init-groups --reset-env \
    env XDG_RUNTIME_DIR="/run/user/$id" HOME="$(getent passwd "$user" | cut -d: -f6)" PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    "$@" || status=$?
  exit "$status"
' sh "$@"
