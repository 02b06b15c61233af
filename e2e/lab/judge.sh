#!/bin/sh
# judge.sh: in the lab, as root, in a folder of designs: defines and starts each NAME.xml, and writes verdicts.tsv, a row for
# each: NAME; `define` or `start`, which refused it, `ok`, or `schema` for one that runs and that the schema refuses; and the
# words, with tabs between. The designs find images from 0.raw and 0.qcow2 on, and a folder `share`, in /tmp/images.
set -eu
export LIBVIRT_DEFAULT_URI=qemu:///system
# Definitions and running VMs of its own: others may be in the lab at the same time.
mount -t tmpfs tmpfs /etc/libvirt/qemu
for place in /var/lib/libvirt/qemu /var/log/libvirt; do
  mkdir -p "/tmp/own$place"
  cp -a "$place/." "/tmp/own$place"
  chown --reference="$place" "/tmp/own$place"
  mount --bind "/tmp/own$place" "$place"
done
mkdir -p /tmp/images/share
number=0
while [ "$number" -lt 40 ]; do
  truncate -s 16M "/tmp/images/$number.raw"
  qemu-img create -q -f qcow2 "/tmp/images/$number.qcow2" 16M
  number=$((number + 1))
done

# The words of the last command that failed, in one line, without QEMU's warnings.
words() {
  sed -e '/^error: Failed to /d' -e 's/^error: //' -e '/qemu-system-[a-z0-9_]*: warning: /d' answer | tr '\n\t' '  ' | cut -c 1-600
}

: >verdicts.tsv
for file in *.xml; do
  name=${file%.xml}
  if ! timeout 30 virsh define "$file" >answer 2>&1; then
    printf '%s\tdefine\t%s\n' "$name" "$(words)" >>verdicts.tsv
    # Some designs end libvirt itself.
    if grep -q 'End of file while reading data\|client socket is closed' answer; then libvirtd -d; sleep 2; fi
    continue
  fi
  vm=$(sed -n "s/^Domain '\(.*\)' defined from .*/\1/p" answer)
  stage=start
  said=
  if timeout 60 virsh -q start --paused "$vm" >answer 2>&1; then
    stage=ok
  elif [ "$?" = 124 ]; then
    said='timed out'
  else
    said=$(words)
  fi
  virsh -q destroy "$vm" >/dev/null 2>&1 || :
  virsh -q undefine --nvram --tpm "$vm" >/dev/null 2>&1 || virsh -q undefine --nvram "$vm" >/dev/null 2>&1 || :
  if [ "$stage" = ok ] && ! timeout 30 virsh -q define --validate "$file" >answer 2>&1; then
    stage=schema
    said=$(words)
  elif [ "$stage" = ok ]; then
    virsh -q undefine --nvram --tpm "$vm" >/dev/null 2>&1 || virsh -q undefine --nvram "$vm" >/dev/null 2>&1 || :
  fi
  printf '%s\t%s\t%s\n' "$name" "$stage" "$said" >>verdicts.tsv
done
