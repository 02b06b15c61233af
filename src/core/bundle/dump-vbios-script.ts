/** dump-vbios.sh: reads the ROM of a passed-through graphics card into the file that the design names. */
import { romDumps } from '../host/index.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { messages, partFile, written } from './shell-functions.ts'
import { oneLine, word } from './shell-words.ts'

/** @returns undefined when the design names no such file */
export function dumpVbiosScript({ design, host, libvirt }: BundlePlan): string | undefined {
  const dumps = romDumps(host, libvirt.domain)
  if (dumps.length === 0) return undefined
  const calls = dumps.map(({ address, file }) => `dump ${word(address)} ${word(file)}\n`)
  return `#!/bin/sh
# Reads the ROM of the graphics card of the VM ${oneLine(design.name)}, for the guest to be shown. A file that is there stays.
${written}set -eu
umask 022
LC_ALL=C
export LC_ALL
${messages}${partFile}${dumpFunction}
[ "$(id -u)" -eq 0 ] || fail 'Run this as root: sudo ./dump-vbios.sh'
${calls.join('')}`
}

/** The kernel gives the ROM only while 1 is written there; what the driver or firmware has changed may be read instead. */
const dumpFunction = String.raw`
# dump ADDRESS FILE
dump() {
  rom=/sys/bus/pci/devices/$1/rom
  if [ -e "$2" ] || [ -L "$2" ]; then
    say "There already, and left as it is: $2"
    return
  fi
  [ -e "$rom" ] || fail "The device $1 is not there, or has no ROM: $rom"
  mkdir -p -- "$(dirname -- "$2")"
  begin_file "$2"
  echo 1 >"$rom"
  whole=yes
  cat -- "$rom" >"$part" || whole=
  echo 0 >"$rom"
  [ -n "$whole" ] && [ -s "$part" ] ||
    fail "The ROM of $1 can't be read. Start the host with another card as its screen, or before a driver has this one, and try again."
  signature=$(od -An -tx1 -N2 -- "$part" | tr -d ' \n')
  [ "$signature" = 55aa ] ||
    fail "What $1 gives is no ROM: it begins with $signature and not with 55aa. The firmware has shadowed it; see dmesg."
  chmod 644 "$part"
  # ln refuses where a file has come to be meanwhile.
  ln -- "$part" "$2"
  rm -f -- "$part"
  part=
  did "Written: $2"
}
`
