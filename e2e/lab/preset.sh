#!/bin/sh
# preset.sh FOLDER CONNECTION: in the lab. Each folder of FOLDER is the bundle of a preset that is called the same: its
# create.sh names what is missing and makes nothing, then it is given that, and makes a VM that starts; its destroy.sh
# leaves nothing of it, and what was brought as it was. A row for each: NAME, then `ok` or what went wrong, with a tab
# between.
set -eu
folder=$1
uri=qemu:///$2
export LIBVIRT_DEFAULT_URI="$uri"

# What a host of the system's has: a network, bridges, and a place for images that is empty.
if [ "$2" = system ]; then
  mount -t tmpfs -o mode=711 tmpfs /var/lib/libvirt/images
  for bridge in br0 br-wan br-lan; do
    ip link add "$bridge" type bridge
    ip link set "$bridge" up
  done
fi

wrong() {
  printf '%s\t%s\n' "$name" "$(printf '%s' "$1" | tr '\n\t' '  ')"
  virsh destroy "$name" >/dev/null 2>&1 || :
  virsh undefine --nvram --tpm "$name" >/dev/null 2>&1 || :
  for file in $(to_bring); do rm -f "$file"; done
}

# The paths that the README says are to be put there.
to_bring() { sed -n 's/^- The \(CD\|disk\) [a-z]*: `\(.*\)`$/\2/p' "$folder/$name/README.md"; }
everything() { find "$place" "$folder/$name" -mindepth 1 | sort; }

try() {
  cd "$folder/$name"
  before=$(everything)
  if [ -n "$(to_bring)" ]; then
    ! ./create.sh --make-shares >said 2>&1 || { wrong 'create.sh runs without the files'; return; }
    for file in $(to_bring); do
      grep -q "is missing: $file\\." said || { wrong "create.sh does not name $file: $(cat said)"; return; }
    done
    rm said
    [ "$before" = "$(everything)" ] || { wrong "create.sh has made something: $(everything)"; return; }
    for file in $(to_bring); do
      case $file in
        *.qcow2) qemu-img create -q -f qcow2 "$file" 1M ;;
        *) printf 'a small disc' >"$file" ;;
      esac
    done
  fi
  if [ "$2" = system ]; then
    if grep -q "<source network='default'/>" domain.xml; then
      ! ./create.sh >said 2>&1 || { wrong 'create.sh runs without the network default'; return; }
      grep -q "libvirt's network default is not there, or not started" said || { wrong "$(cat said)"; return; }
      rm said
      virsh net-start default >/dev/null
    fi
  fi
  brought=$(for file in $(to_bring); do sha256sum "$file"; done)
  ./create.sh --make-shares --wait 0 >"$folder/said" 2>&1 || { wrong "$(cat "$folder/said")"; return; }
  [ "$(virsh domstate "$name" | head -n 1)" = running ] || { wrong 'it does not run'; return; }
  ./create.sh --make-shares --wait 0 >"$folder/said" 2>&1 || { wrong "the second time: $(cat "$folder/said")"; return; }
  grep -q '^Nothing was changed\.$' "$folder/said" || { wrong "the second time: $(cat "$folder/said")"; return; }
  open=$(find "$place/$name" -type f -perm /077)
  [ -z "$open" ] || { wrong "others may read $open"; return; }
  case $(stat -c %a "$place/$name") in 700 | 710) ;; *) wrong "the directory is open to others: $(stat -c %A "$place/$name")"; return ;; esac
  ./destroy.sh --now --delete-disk >"$folder/said" 2>&1 || { wrong "$(cat "$folder/said")"; return; }
  ! virsh dominfo "$name" >/dev/null 2>&1 || { wrong 'it is defined still'; return; }
  [ "$brought" = "$(for file in $(to_bring); do sha256sum "$file"; done)" ] || { wrong 'what was brought has changed'; return; }
  for file in $(to_bring); do rm "$file"; done
  # What is shared stays, it is the person's, and so does an image that was fetched.
  rmdir "$place/$name/workspace" "$place/$name" 2>/dev/null || :
  [ "$before" = "$(everything)" ] || { wrong "left behind: $(everything)"; return; }
  [ "$2" != system ] || virsh net-destroy default >/dev/null 2>&1 || :
  printf '%s\tok\n' "$name"
}

place=/var/lib/libvirt/images
[ "$2" = system ] || place=$HOME/.local/share/vmwright
mkdir -p "$place"
for bundle in "$folder"/*/; do
  name=$(basename "$bundle")
  try "$@"
done
