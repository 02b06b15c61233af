/** create.sh: from the files of the bundle to a VM that runs. */

import { autostartStep } from './autostart.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { diskFunctions, diskStep } from './disk-steps.ts'
import { keyStep, substitution } from './key-steps.ts'
import { needLines, shareDirectories } from './needs.ts'
import { portStep } from './port-step.ts'
import {
  beginning,
  messages,
  needFunctions,
  partFile,
  put,
  virshFunctions,
  written,
} from './shell-functions.ts'
import { oneLine, pathWord, word } from './shell-words.ts'
import { isPutInLater } from './ssh-key.ts'
import { waitStep } from './wait-step.ts'

/** @param keyPlaces where the placeholder of the key stands in seed.iso, in bytes */
export function createScript(plan: BundlePlan, keyPlaces: readonly number[]): string {
  const { design, libvirt, uri } = plan
  return [
    `#!/bin/sh
# Makes the VM ${oneLine(design.name)} on this host, and starts it. Run again, it changes nothing that is there.
${written}`,
    beginning.slice(1),
    `
name=${word(design.name)}
# As one types it.
typed=${word(word(design.name))}
uri=${uri}
state=${pathWord(libvirt.paths.stateDir)}
`,
    messages,
    partFile,
    needFunctions,
    put,
    virshFunctions,
    diskFunctions(plan),
    options(plan),
    '\n# What this host needs.\n',
    needLines(plan),
    directories(plan),
    keyStep(plan),
    portStep(plan),
    diskStep(plan),
    seedStep(plan, keyPlaces),
    substitution(plan),
    qemuScript(plan),
    filesOnly(plan),
    define,
    autostartStep(plan),
    start,
    waitStep(plan),
    end,
  ].join('')
}

function options({ design, libvirt }: BundlePlan): string {
  const hasShares = shareDirectories(libvirt.domain).length > 0
  return `
usage() {
  cat <<'END'
usage: ./create.sh [--files] [--make-shares] [--no-start] [--wait SECONDS]
  --files         make the disk and the seed only, for ./qemu.sh: libvirt is not asked
  --make-shares   make the directories of the shares that are missing
  --no-start      define the VM, and leave it off
  --wait SECONDS  how long to wait for SSH after the start; 600 when it is not said, 0 for not at all
END
}

libvirt=${design.spec.backend === 'qemu' ? '' : 'yes'}
start=yes
${hasShares ? 'make_shares=\n' : ''}limit=600
while [ "$#" -gt 0 ]; do
  case $1 in
    --files) libvirt= ;;
    --make-shares) ${hasShares ? 'make_shares=yes ' : ''};;
    --no-start) start= ;;
    --wait)
      shift
      limit=\${1-}
      case $limit in '' | *[!0-9]*) fail '--wait needs a number of seconds.' ;; esac
      ;;
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
}

/** In a session the VM's files are its owner's alone; the QEMU that root's libvirt starts is another user and has to come through. */
function directories({ libvirt, uri }: BundlePlan): string {
  const shares = shareDirectories(libvirt.domain)
  const who = uri === 'qemu:///session' ? '' : ' Run this as root: sudo ./create.sh'
  const makeShare = (dir: string) => `  if ! [ -e ${pathWord(dir)} ]; then
    mkdir -p -- ${pathWord(dir)}
    did ${word(`The directory of a share is made: ${dir}`)}
  fi
`
  return `
mask=077
[ "$(id -u)" -ne 0 ] || mask=066
(umask "$mask" && mkdir -p -- ${libvirt.directories.map(pathWord).join(' ')}) || fail "The directory of the VM can not be made: $state.${who}"
[ -w "$state" ] || fail "You may not write to the directory of the VM: $state.${who}"
${shares.length === 0 ? '' : `if [ -n "$make_shares" ]; then\n${shares.map(makeShare).join('')}fi\n`}`
}

function seedStep({ hasSeed, libvirt, key }: BundlePlan, keyPlaces: readonly number[]): string {
  if (!hasSeed) return ''
  const putKey = `put_key() { printf '%s' "$key" | dd of="$part" bs=1 seek="$1" conv=notrunc 2>/dev/null; }
${keyPlaces.map((place) => `put_key ${place}\n`).join('')}`
  return `
seed=${pathWord(libvirt.paths.seed)}
part=$seed.part
cp -- seed.iso "$part"
${isPutInLater(key) && keyPlaces.length > 0 ? putKey : ''}put "$seed" 'The seed of cloud-init'
`
}

/** qemu.sh holds the key and the port too, so the one that runs is the one with the true ones. */
function qemuScript({ key, firstPort }: BundlePlan): string {
  if (!isPutInLater(key) && firstPort === undefined) return '\nqemu_script=./qemu.sh\n'
  return `
qemu_script=$state/qemu.sh
part=$qemu_script.part
fill_in <qemu.sh >"$part"
chmod 755 "$part"
put "$qemu_script" 'The script that runs QEMU by itself'
`
}

function filesOnly({ design }: BundlePlan): string {
  const why = design.spec.backend === 'qemu' ? ' # The design says backend: qemu.' : ''
  return `
if [ -z "$libvirt" ]; then${why}
  [ -n "$changed" ] || say 'Nothing was changed.'
  say "Start the VM: $qemu_script"
  exit
fi
`
}

const define = `
part=$state/domain.xml.part
fill_in <domain.xml >"$part"
if ! is_defined; then
  on_libvirt define --validate "$part"
  mv -- "$part" "$state/domain.xml"
  part=
  did "The domain is defined: $name"
elif ! [ -e "$state/domain.xml" ]; then
  fail "There is a domain $name already, which this bundle has not made. Give the VM another name in the design, or undefine the other."
elif cmp -s -- "$part" "$state/domain.xml"; then
  rm -f -- "$part"
  part=
  say "The domain is defined already: $name"
else
  fail "The domain $name was defined from another design. Run ./destroy.sh, which keeps the disk, then this again."
fi
`

const start = `
if [ "$(state_of)" = running ]; then
  say "The VM runs already: $name"
elif [ -n "$start" ]; then
  on_libvirt start -- "$name"
  did "The VM is started: $name"
else
  say "The VM is off. Start it: virsh -c $uri start $typed"
  limit=0
fi
`

const end = `
[ -n "$changed" ] || say 'Nothing was changed.'
`
