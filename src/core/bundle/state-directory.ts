/** Lines of create.sh that make the VM's own directory, and the directories that its sockets need. */
import { withThoseAround } from '../exports/index.ts'
import { nameInStateDir } from '../host/index.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { pathWord, word } from './shell-words.ts'

/**
 * Made before the lock, which is on it. A link is not followed, and a directory that was there before keeps its mode.
 * The directories around it are the VMs' all together, so that the QEMU of root's libvirt has to come through.
 */
export function stateDirectory({ uri }: BundlePlan): string {
  const who = uri === 'qemu:///session' ? '' : ' Run this as root: sudo ./create.sh'
  return `
[ ! -h "$state" ] || fail "The directory of the VM is a link, and a link is not followed: $state"
is_new=
if ! [ -d "$state" ]; then
  mask=077
  [ "$(id -u)" -ne 0 ] || mask=066
  (umask "$mask" && mkdir -p -- "$(dirname -- "$state")") || fail "The directory of the VMs can not be made: $(dirname -- "$state").${who}"
  # Another create.sh may have been faster.
  if mkdir -- "$state" 2>/dev/null; then is_new=yes; fi
  [ -d "$state" ] || fail "The directory of the VM can not be made: $state.${who}"
fi
[ -w "$state" ] || fail "You may not write to the directory of the VM: $state.${who}"
`
}

/** Outside of the VM's directory they are the author's, who named them: made, and never taken away. */
export function makeDirectories(plan: BundlePlan): string {
  const { paths, directories } = plan.libvirt
  const own: string[] = []
  const others: string[] = []
  for (const directory of directories) {
    const name = nameInStateDir(paths, directory)
    if (name !== undefined) own.push(...withThoseAround(name))
    else if (directory !== paths.stateDir) others.push(directory)
  }
  return `[ -z "$is_new" ] || made directory .
${plan.uri === 'qemu:///system' ? openToQemu : closed}${own.length === 0 ? '' : makeDirectory}${[
  ...new Set(own),
]
  .map((name) => `make_directory ${word(name)}\n`)
  .join('')}${others.length === 0 ? '' : `(umask 022 && mkdir -p -- ${others.map(pathWord).join(' ')})\n`}`
}

const closed = `! grep -qxF 'directory .' -- "$list" 2>/dev/null || chmod 700 "$state"
`

/**
 * Root's libvirt gives QEMU the disks and the seed (dynamic ownership), but not the way to them: QEMU runs as a user of its
 * own. Its group, which the host says as "DAC" label, may go through the directory: it can neither list it nor write to
 * it, and what it is not given is for root alone. libvirt manual, capabilities XML, secmodel.
 */
const openToQemu = `mode=700
gid=
[ -z "$libvirt" ] || gid=$(on_libvirt capabilities | sed -n 's/.*<baselabel[^>]*>+[0-9]*:+\\([0-9]*\\)<.*/\\1/p' | sed -n 1p)
if grep -qxF 'directory .' -- "$list" 2>/dev/null; then
  if [ "\${gid:-0}" -ne 0 ]; then
    chgrp "$gid" "$state"
    mode=710
  fi
  chmod "$mode" "$state"
fi
`

/** It is for sockets. Those of a screen are made by QEMU itself, as its own user. */
const makeDirectory = `
# make_directory NAME: below the VM's directory.
make_directory() {
  [ ! -h "$state/$1" ] || fail "This is a link, and a link is not followed: $state/$1"
  if ! [ -d "$state/$1" ]; then
    mkdir -- "$state/$1"
    made directory "$1"
    [ "\${gid:-0}" -eq 0 ] || { chgrp "$gid" "$state/$1" && chmod 770 "$state/$1"; }
  fi
}
`
