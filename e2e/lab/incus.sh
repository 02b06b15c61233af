#!/bin/sh
# incus.sh FOLDER: in the lab, as root, in a network of its own: gives each instance of FOLDER to a server that begins with
# nothing. A profile has the same keys and devices as an instance, and is looked at in the same way; an instance itself
# takes the kernel module vhost_vsock, which not every machine has. A row for each: NAME, what the server says, with a tab
# between; `ok` where it takes it.
set -eu
cd -- "$1"

# Both are the lab's own, and stay as they were.
mount -t tmpfs tmpfs /var/lib/incus
mount -t tmpfs tmpfs /var/log
/usr/libexec/incus/incusd >incusd.log 2>&1 &
server=$!
trap 'kill $server' EXIT
tries=0
until incus list >/dev/null 2>&1; do
  tries=$((tries + 1))
  [ "$tries" -lt 150 ] || { cat incusd.log; exit 3; }
  sleep 0.2
done
incus storage create default dir >/dev/null
for network in $(sed -n 's/^    network: "\{0,1\}\([a-z0-9-]*\)"\{0,1\}$/\1/p' ./*.yaml | sort -u); do
  incus network create "$network" ipv4.address=none ipv6.address=none >/dev/null
done

for file in *.yaml; do
  name=${file%.yaml}
  printf '%s\t' "$name"
  if incus profile create "$name" <"$file" >answer 2>&1; then echo ok; else tr '\n\t' '  ' <answer; echo; fi
done
