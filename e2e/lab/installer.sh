#!/bin/sh
# installer.sh FOLDER: in the lab. The bundle in FOLDER makes a VM that starts Debian's installer, whose serial console is
# the file `serial` there: it has to say that the answers are read, and to come past all questions that they answer.
# Then the installer is taken out, and everything goes away.
set -eu
cd "$1/bundle"
serial=$1/serial
export LIBVIRT_DEFAULT_URI=qemu:///session

wrong() {
  printf '%s\n' "$1" >&2
  tr -d '\000' <"$serial" | tail -c 3000 >&2 || :
  virsh destroy new >/dev/null 2>&1 || :
  exit 1
}

./create.sh || wrong 'create.sh fails'
virsh dumpxml new | grep -q "<kernel>" || wrong "the kernel of the installer is not started"

# Where the installer has come to, from the titles of its dialogs. Emulated on a busy machine it takes minutes.
until_time=$(($(date +%s) + 900))
while :; do
  [ "$(date +%s)" -lt "$until_time" ] || wrong 'the installer does not come to the network'
  case $(tr -d '\000' <"$serial" 2>/dev/null) in
    *'Select a language'* | *'Choose language'* | *'Select your location'* | *'Configure the keyboard'*) wrong 'the installer asks what is answered' ;;
    *'Detecting network'* | *'Detecting link'* | *'onfiguring the network'* | *'Downloading Release files'* | *'Bad archive mirror'* | *'Retrieving '* | *'Loading additional components'* | *'Choose a mirror'*) break ;;
  esac
  sleep 2
done
tr -d '\000\r' <"$serial" | grep -a 'vmwright:' || wrong 'nothing tells that the answers are read'

virsh destroy new >/dev/null
./create.sh --installed --no-start || wrong 'create.sh --installed fails'
! virsh dumpxml --inactive new | grep -E '<kernel>|debian.iso' || wrong 'the installer is still there'
./create.sh --no-start | grep -q '^Nothing was changed' || wrong 'the second time it is changed again'
./destroy.sh --now --delete-disk
[ ! -e "$HOME/vms/new" ] || wrong "left behind: $(ls -A "$HOME/vms/new")"
echo '== done'
