/** create.sh: from the files of the bundle to a VM that runs. */

import { madeFunction } from '../exports/index.ts'
import { nameInStateDir } from '../host/index.ts'
import { autostartStep } from './autostart.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { diskFunctions, diskSteps } from './disk-steps.ts'
import { hostNeedFunctions } from './host-needs.ts'
import { keyStep, substitution } from './key-steps.ts'
import { needLines, shareDirectories } from './needs.ts'
import { portStep } from './port-step.ts'
import {
  beginning,
  lockState,
  messages,
  names,
  needFunctions,
  partFile,
  put,
  virshFunctions,
  written,
} from './shell-functions.ts'
import { oneLine, pathWord, word } from './shell-words.ts'
import { isPutInLater } from './ssh-key.ts'
import { makeDirectories, stateDirectory } from './state-directory.ts'
import { waitStep } from './wait-step.ts'

/** @param keyPlaces where the placeholder of the key stands in seed.iso, in bytes */
export function createScript(plan: BundlePlan, keyPlaces: readonly number[]): string {
  const { design } = plan
  return [
    `#!/bin/sh
# Makes the VM ${oneLine(design.name)} on this host, and starts it. Run again, it changes nothing that is there.
${written}`,
    beginning.slice(1),
    names(plan),
    `# As one types it.
typed=${word(word(design.name))}
`,
    messages,
    partFile,
    madeFunction,
    needFunctions,
    put,
    virshFunctions,
    hostNeedFunctions,
    diskFunctions(plan),
    options(plan),
    '\n# What this host needs.\n',
    needLines(plan),
    stateDirectory(plan),
    lockState,
    makeDirectories(plan),
    makeShares(plan),
    keyStep(plan),
    portStep(plan),
    diskSteps(plan),
    seedStep(plan, keyPlaces),
    substitution(plan),
    qemuScript(plan),
    filesOnly(plan),
    define(plan),
    autostartStep(plan),
    start,
    '\nexec 8<&-\n',
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

/** What is shared is the person's: it may be read by others, and it is never taken away. */
function makeShares({ libvirt }: BundlePlan): string {
  const shares = shareDirectories(libvirt.domain)
  if (shares.length === 0) return ''
  const makeShare = (dir: string) => `  if ! [ -e ${pathWord(dir)} ]; then
    (umask 022 && mkdir -p -- ${pathWord(dir)})
    did ${word(`The directory of a share is made: ${dir}`)}
  fi
`
  return `
if [ -n "$make_shares" ]; then
${shares.map(makeShare).join('')}fi
`
}

function seedStep({ hasSeed, libvirt, key }: BundlePlan, keyPlaces: readonly number[]): string {
  const listed = nameInStateDir(libvirt.paths, libvirt.paths.seed)
  if (!hasSeed) return ''
  const putKey = `put_key() { printf '%s' "$key" | dd of="$part" bs=1 seek="$1" conv=notrunc 2>/dev/null; }
${keyPlaces.map((place) => `put_key ${place}\n`).join('')}`
  return `
seed=${pathWord(libvirt.paths.seed)}
begin_file "$seed"
cat seed.iso >"$part"
${isPutInLater(key) && keyPlaces.length > 0 ? putKey : ''}put "$seed" 'The seed of cloud-init'${listed === undefined ? '' : ` file ${word(listed)}`}
`
}

/** qemu.sh holds the key and the port too, so the one that runs is the one with the true ones. */
function qemuScript({ key, firstPort }: BundlePlan): string {
  if (!isPutInLater(key) && firstPort === undefined) return '\nqemu_script=./qemu.sh\n'
  return `
qemu_script=$state/qemu.sh
begin_file "$qemu_script"
fill_in <qemu.sh >"$part"
chmod 700 "$part"
put "$qemu_script" 'The script that runs QEMU by itself' file qemu.sh
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

/** The sockets are libvirt's to make, but they are made for this VM. */
function define({ libvirt, sockets }: BundlePlan): string {
  const names = sockets.map((socket) => nameInStateDir(libvirt.paths, socket))
  const listed = names.flatMap((name) =>
    name === undefined ? [] : [`  [ -e "$state"/${word(name)} ] || made socket ${word(name)}\n`],
  )
  return `
begin_file "$state/domain.xml"
fill_in <domain.xml >"$part"
if ! is_defined; then
${listed.join('')}  on_libvirt define --validate "$part"
  mv -- "$part" "$state/domain.xml"
  part=
  made file domain.xml
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
}

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
