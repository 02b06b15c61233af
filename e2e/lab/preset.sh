#!/bin/sh
# preset.sh FOLDER CONNECTION: in the lab. Each folder of FOLDER is the bundle of a preset that is called the same: its
# create.sh, run as it comes, names all that is missing at once and makes nothing; then it is given that, and makes a VM
# that starts; its destroy.sh leaves nothing of it, and what was brought as it was. A row for each: NAME, then `ok` or what
# went wrong, with a tab between.
set -eu
folder=$1
uri=qemu:///$2
export LIBVIRT_DEFAULT_URI="$uri"

# A place for images that is empty.
[ "$2" != system ] || mount -t tmpfs -o mode=711 tmpfs /var/lib/libvirt/images

wrong() {
  printf '%s\t%s\n' "$name" "$(printf '%s' "$1" | tr '\n\t' '  ')"
  virsh destroy "$name" >/dev/null 2>&1 || :
  virsh undefine --nvram --tpm "$name" >/dev/null 2>&1 || :
  take_away >/dev/null 2>&1 || :
}

# The paths that the README says are to be put there.
to_bring() { sed -n 's/^- The \(CD\|disk\) [a-z]*: `\(.*\)`$/\2/p' "$folder/$name/README.md"; }
everything() { find "$place" "$folder/$name" -mindepth 1 | sort; }
# What the domain names of that kind: its attribute of <source>.
of_source() { sed -n "s|.*<source $1='\([^']*\)'.*|\1|p" "$folder/$name/domain.xml" | sed "s|^/@HOME@/|$HOME/|"; }
image=$folder/image.qcow2

# What create.sh has to say, a line for each thing, by the README and the domain.
lacking() {
  for file in $(to_bring); do echo " is missing: $file. "; done
  if grep -qF -e "$image" "$folder/$name/create.sh"; then echo "The image is missing: $image. "; fi
  for share in $(of_source dir); do echo "The directory of a share is missing: $share. "; done
  for bridge in $(of_source bridge); do echo "The bridge $bridge is missing. "; done
  for network in $(of_source network); do echo "libvirt's network $network is not there, or not started: "; done
}

bring() {
  for file in $(to_bring); do
    case $file in
      *.qcow2) qemu-img create -q -f qcow2 "$file" 1M ;;
      *) printf 'a small disc' >"$file" ;;
    esac
  done
  for bridge in $(of_source bridge); do
    ip link add "$bridge" type bridge
    ip link set "$bridge" up
  done
  for network in $(of_source network); do virsh net-start "$network" >/dev/null; done
}

take_away() {
  for file in $(to_bring); do rm "$file"; done
  for bridge in $(of_source bridge); do ip link delete "$bridge"; done
  for network in $(of_source network); do virsh net-destroy "$network" >/dev/null 2>&1 || :; done
}

try() {
  cd "$folder/$name"
  before=$(everything)
  lacking >"$folder/lacking"
  mv "$image" "$image.away"
  status=0
  [ ! -s "$folder/lacking" ] || ./create.sh >"$folder/said" 2>&1 || status=$?
  mv "$image.away" "$image"
  if [ -s "$folder/lacking" ]; then
    [ "$status" = 1 ] || { wrong "create.sh ends with $status: $(cat "$folder/said")"; return; }
    while read -r line; do
      grep -qF -e "$line" "$folder/said" || { wrong "create.sh does not say '$line': $(cat "$folder/said")"; return; }
    done <"$folder/lacking"
    [ "$(wc -l <"$folder/lacking")" = "$(wc -l <"$folder/said")" ] || { wrong "create.sh says more: $(cat "$folder/said")"; return; }
    [ "$before" = "$(everything)" ] || { wrong "create.sh has made something: $(everything)"; return; }
  fi
  bring
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
  take_away
  # What is shared stays, it is the person's, and so does an image that was fetched.
  rmdir "$place/$name/workspace" "$place/$name" 2>/dev/null || :
  [ "$before" = "$(everything)" ] || { wrong "left behind: $(everything)"; return; }
  printf '%s\tok\n' "$name"
}

place=/var/lib/libvirt/images
[ "$2" = system ] || place=$HOME/.local/share/vmwright
mkdir -p "$place"
for bundle in "$folder"/*/; do
  name=$(basename "$bundle")
  try "$@"
done
