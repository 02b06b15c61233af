/** What create.sh and destroy.sh have in common. POSIX shell, with what busybox has too. */
import { madeList } from '../exports/index.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { pathWord, word } from './shell-words.ts'

/** At the top of each script. A dollar or a backslash in single quotes is a character of the design's. */
export const written = `# Written by vmwright: change the design, not this file.
# shellcheck disable=SC1003,SC2016
`

/**
 * Where the script is: it works there, so that the names of what is beside it are short and the same everywhere. There
 * are keys and passwords in what is made, also when root makes it: nobody else reads it.
 */
export const beginning = `
set -eu
umask 077
LC_ALL=C
export LC_ALL

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd -- "$here"
`

/** `$state` is the VM's own directory, `$list` the list of what was made in it. */
export function names({ design, libvirt, uri }: BundlePlan): string {
  return `
name=${word(design.name)}
uri=${uri}
state=${pathWord(libvirt.paths.stateDir)}
list=$state/${madeList}
`
}

export const messages = String.raw`
say() { printf '%s\n' "$1"; }

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

changed=
did() {
  changed=yes
  say "$1"
}
`

/** `$part` is a file in the making: it goes when the script ends before it is whole. Its name is its own, beside FILE. */
export const partFile = `
part=
begin_file() { part=$(mktemp -- "$1.XXXXXX"); }
trap '[ -z "$part" ] || rm -f -- "$part"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
`

export const needFunctions = String.raw`
lacking=
lack() {
  printf '%s\n' "$1" >&2
  lacking=yes
}

# need_program HOW NAME...: one of these has to be there.
need_program() {
  how=$1
  shift
  for program; do
    ! command -v "$program" >/dev/null || return 0
  done
  lack "The program $1 is missing. $how"
}

need_file() { [ -e "$1" ] || lack "$2 is missing: $1. $3"; }
`

/** Who comes second waits. The lock is on the directory itself, so that nothing is left of it; it ends with the script. */
export const lockState = `
exec 8<"$state"
if ! flock -n 8; then
  say 'Another create.sh or destroy.sh is at work on this VM. Waiting for it.'
  flock 8
  [ -d "$state" ] || fail 'The VM was taken away meanwhile. Run this again.'
fi
`

/** The file `$part` becomes `$1`. */
export const put = `
# put FILE WHAT [KIND NAME]: the finished $part becomes FILE. The same is kept, another one is never overwritten.
put() {
  if ! [ -e "$1" ] && ! [ -h "$1" ]; then
    mv -- "$part" "$1"
    part=
    [ -z "\${4-}" ] || made "$3" "$4"
    did "$2 is made: $1"
  elif cmp -s -- "$part" "$1"; then
    rm -f -- "$part"
    part=
    say "$2 is there already: $1"
  else
    fail "$1 is there, and it is not what this bundle holds. Run ./destroy.sh, which keeps the disk, then this again."
  fi
}
`

/** `$uri` and `$name` are set. */
export const virshFunctions = `
on_libvirt() { virsh -q -c "$uri" "$@" 8<&-; }
is_defined() { on_libvirt dominfo -- "$name" >/dev/null 2>&1; }
state_of() { on_libvirt domstate -- "$name" 2>/dev/null || :; }
`
