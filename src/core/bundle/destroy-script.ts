/** destroy.sh: the VM goes, and what it stands on stays unless it is given up in so many words. */
import { nameInStateDir } from '../host/index.ts'
import { autostartEnd } from './autostart.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { beginning, lockState, messages, names, virshFunctions, written } from './shell-functions.ts'
import { oneLine, pathWord } from './shell-words.ts'

export function destroyScript(plan: BundlePlan): string {
  return [
    `#!/bin/sh
# Stops the VM ${oneLine(plan.design.name)} and takes it away; its disk only when that is said. Run again, it changes nothing.
# What goes is what create.sh and qemu.sh have written on their list, and it has to be in the VM's own directory.
${written}`,
    beginning.slice(1),
    names(plan),
    messages,
    virshFunctions,
    options,
    `
[ ! -h "$state" ] || fail "The directory of the VM is a link, and a link is not followed: $state"
if [ -d "$state" ]; then
${lockState.trim()}
fi
`,
    ofQemu,
    ofLibvirt(plan),
    autostartEnd(plan),
    takeAway,
    disksElsewhere(plan),
    theRest,
  ].join('')
}

const options = `
usage() {
  cat <<'END'
usage: ./destroy.sh [--now] [--delete-disk | --keep-disk]
  --now          switch the VM off at once instead of asking it to shut down
  --delete-disk  delete the disks that create.sh made, without a question
  --keep-disk    keep them, without a question
END
}

now=
delete_disk=ask
while [ "$#" -gt 0 ]; do
  case $1 in
    --now) now=yes ;;
    --delete-disk) delete_disk=yes ;;
    --keep-disk) delete_disk=no ;;
    --help)
      usage
      exit
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
  shift
done
`

/** Whoever runs qemu.sh is in front of it. */
const ofQemu = `
if [ -e "$state/vmwright.pid" ]; then
  while read -r pid _; do
    ! kill -0 "$pid" 2>/dev/null || fail "The VM runs by qemu.sh: end that first, process $pid."
  done <"$state/vmwright.pid"
fi
`

/**
 * A domain of this name that create.sh has not defined is somebody else's. libvirt deletes the variable store and the
 * state of the TPM at whatever path the domain names, so a path of the author's is kept from it.
 */
function ofLibvirt({ libvirt }: BundlePlan): string {
  const { os, devices } = libvirt.domain
  const nvram = os?.nvram?.value ?? os?.nvram?.source?.file ?? os?.nvram?.source?.dev
  const isOwn = nvram === undefined || nameInStateDir(libvirt.paths, nvram) !== undefined
  const keepsTpm = (devices?.tpm ?? []).some(({ backend }) => backend?.source?.path !== undefined)
  const what = `${isOwn ? '--nvram' : '--keep-nvram'}${keepsTpm ? ' --keep-tpm' : ''}`
  return `
if ! command -v virsh >/dev/null || ! is_defined; then
  say "There is no domain $name."
elif ! [ -e "$state/domain.xml" ]; then
  fail "The domain $name was not defined by this bundle, so it stays."
else
  case $(state_of) in
    'shut off' | crashed | '') ;;
    *)
      if [ -z "$now" ]; then
        say 'Shutting the VM down, up to 60 seconds.'
        on_libvirt shutdown -- "$name" >/dev/null || :
        tries=0
        while [ "$tries" -lt 60 ] && [ "$(state_of)" != 'shut off' ]; do
          tries=$((tries + 1))
          sleep 1
        done
      fi
      [ "$(state_of)" = 'shut off' ] || on_libvirt destroy -- "$name"
      did "The VM is off: $name"
      ;;
  esac
  on_libvirt undefine --managed-save --snapshots-metadata ${what} -- "$name"
  did "The domain is undefined: $name"
fi
`
}

/** Each name of the list by its kind. What has become something else since, or a link, stays. */
const takeAway = `
# leads_out NAME: a name below the VM's directory could stand elsewhere, by a step upwards or by a link on the way.
leads_out() {
  case /$1/ in *//* | */./* | */../*) return 0 ;; esac
  place=$state
  rest=$1
  while :; do
    case $rest in */*) ;; *) return 1 ;; esac
    place=$place/\${rest%%/*}
    rest=\${rest#*/}
    [ ! -h "$place" ] || return 0
  done
}

lines=
[ -h "$list" ] || lines=$(sed -n '1!G;h;$p' "$list" 2>/dev/null) || :

# each KIND COMMAND: the command for each name of that kind, the last first.
each() {
  while IFS= read -r line <&3; do
    case $line in "$1 "*) ;; *) continue ;; esac
    entry=\${line#* }
    if [ "$entry" != . ] && leads_out "$entry"; then
      say "This may be outside of the VM's directory, so it stays: $entry"
    else
      "$2" "$state/$entry"
    fi
  done 3<<END
$lines
END
}

remove() {
  rm -f -- "$1"
  did "Deleted: $1"
}

remove_file() { if [ -f "$1" ] && [ ! -h "$1" ]; then remove "$1"; fi; }
remove_socket() { if [ -S "$1" ] && [ ! -h "$1" ]; then remove "$1"; fi; }

# The files of swtpm(8).
remove_tpm() {
  [ ! -h "$1" ] || return 0
  for one in tpm-00.permall tpm-00.volatilestate tpm2-00.permall tpm2-00.volatilestate .lock; do
    remove_file "$1/$one"
  done
  rmdir -- "$1" 2>/dev/null || :
}

remove_disk() {
  [ -f "$1" ] && [ ! -h "$1" ] || return 0
  answer=$delete_disk
  if [ "$answer" = ask ] && [ -t 0 ]; then
    printf 'Delete the disk, and all that is on it: %s? [y/N] ' "$1"
    read -r answer || answer=
    case $answer in [yY] | [yY][eE][sS]) answer=yes ;; esac
  fi
  if [ "$answer" = yes ]; then
    remove "$1"
  else
    disk_stays=yes
    say "The disk stays: $1. ./destroy.sh --delete-disk deletes it."
  fi
}

# These are beside this script. Without a disk the key opens nothing.
remove_beside() {
  case \${1##*/} in
    known_hosts) rm -f -- known_hosts ;;
    ssh-key | ssh-key.pub) [ -n "$disk_stays" ] || rm -f -- "\${1##*/}" ;;
  esac
}

remove_directory() { if [ -d "$1" ] && [ ! -h "$1" ]; then rmdir -- "$1" 2>/dev/null || :; fi; }

disk_stays=
each file remove_file
each socket remove_socket
each swtpm remove_tpm
each disk remove_disk
`

/** What create.sh has made where the author said, outside of the VM's directory, is the author's. */
function disksElsewhere({ libvirt, rootDisk, newDisks }: BundlePlan): string {
  const made = [rootDisk?.source?.file, ...newDisks.map(({ file }) => file)].filter(
    (file) => file !== undefined,
  )
  return made
    .filter((file) => nameInStateDir(libvirt.paths, file) === undefined)
    .map(
      (file) => `if [ -e ${pathWord(file)} ]; then
  disk_stays=yes
  say "The disk stays, since it is not in the VM's directory: "${pathWord(file)}
fi
`,
    )
    .join('')
}

/** The list keeps what is still there and may be given up another time. */
const theRest = `each beside remove_beside
left=
keep_line() {
  case $1 in
    "$state"/ssh-key | "$state"/ssh-key.pub) [ -e "\${1##*/}" ] || return 0 ;;
    *) [ -e "$1" ] || return 0 ;;
  esac
  left="$line
$left"
}
each directory remove_directory
if [ -d "$state" ] && [ -n "$lines" ]; then
  each disk keep_line
  each beside keep_line
  each directory keep_line
  case $left in
    '') rm -f -- "$list" ;;
    'directory .
')
      rm -f -- "$list"
      rmdir -- "$state" 2>/dev/null || say "There is more in the directory of the VM, so it stays: $state"
      ;;
    *) printf '%s' "$left" >"$list" ;;
  esac
fi
[ -n "$changed" ] || say 'Nothing was changed.'
`
