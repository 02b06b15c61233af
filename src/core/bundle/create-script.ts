/** create.sh: from the files of the bundle to a VM that runs. */

import { madeFunction } from '../exports/index.ts'
import { nameInStateDir } from '../host/index.ts'
import { autostartStep } from './autostart.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { diskFunctions, diskSteps } from './disk-steps.ts'
import { hostNeedFunctions } from './host-needs.ts'
import {
  installedStep,
  installerFunctions,
  installerSteps,
  installingWords,
  pressKey,
} from './installer-steps.ts'
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
    installerFunctions(plan),
    options(plan),
    '\n# What this host needs.\n',
    needLines(plan),
    stateDirectory(plan),
    lockState,
    makeDirectories(plan),
    installedStep(plan),
    makeShares(plan),
    keyStep(plan),
    portStep(plan),
    diskSteps(plan),
    installerSteps(plan),
    seedStep(plan, keyPlaces),
    substitution(plan),
    qemuScript(plan),
    filesOnly(plan),
    define(plan),
    autostartStep(plan),
    start,
    pressKey(plan),
    '\nexec 8<&-\n',
    waiting(plan),
    end,
  ].join('')
}

/** Before the system is installed there is nothing to wait for. */
function waiting(plan: BundlePlan): string {
  if (plan.libvirt.installation === undefined) return waitStep(plan)
  return `
if ! is_installed; then
${installingWords(plan)}else${waitStep(plan)}fi
`
}

function options({ design, libvirt }: BundlePlan): string {
  const installs = libvirt.installation !== undefined
  const hasShares = shareDirectories(libvirt.domain).length > 0
  return `
usage() {
  cat <<'END'
usage: ./create.sh [--files] [--make-shares] ${installs ? '[--installed] ' : ''}[--no-start] [--wait SECONDS]
  --files         make the disk and the seed only, for ./qemu.sh: libvirt is not asked
  --make-shares   make the directories of the shares that are missing
${installs ? "  --installed     the system is installed: take the installer's CDs out, and start from the disk\n" : ''}  --no-start      define the VM, and leave it off
  --wait SECONDS  how long to wait for SSH after the start; 600 when it is not said, 0 for not at all
END
}

libvirt=${design.spec.backend === 'qemu' ? '' : 'yes'}
start=yes
${hasShares ? 'make_shares=\n' : ''}${installs ? 'installed=\n' : ''}limit=600
while [ "$#" -gt 0 ]; do
  case $1 in
    --files) libvirt= ;;
    --make-shares) ${hasShares ? 'make_shares=yes ' : ''};;
    --no-start) start= ;;
${installs ? '    --installed) installed=yes ;;\n' : ''}    --wait)
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
function qemuScript({ key, firstPort, libvirt: { installation } }: BundlePlan): string {
  const choice =
    installation === undefined ? '' : '\nqemu_name=qemu.sh\n! is_installed || qemu_name=qemu-installed.sh'
  const name = installation === undefined ? 'qemu.sh' : '"$qemu_name"'
  if (!isPutInLater(key) && firstPort === undefined) return `${choice}\nqemu_script=./${name}\n`
  return `${choice}
qemu_script=$state/${name}
begin_file "$qemu_script"
fill_in <${name} >"$part"
chmod 700 "$part"
put "$qemu_script" 'The script that runs QEMU by itself' file ${name}
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
function define({ libvirt, sockets, windows, storesSpec }: BundlePlan): string {
  const installs = libvirt.installation !== undefined
  const names = sockets.map((socket) => nameInStateDir(libvirt.paths, socket))
  const listed = names.flatMap((name) =>
    name === undefined ? [] : [`  [ -e "$state"/${word(name)} ] || made socket ${word(name)}\n`],
  )
  const choice = `
xml=domain.xml
! is_installed || xml=domain-installed.xml
${windows ? 'newly_defined=\n' : ''}`
  return `${storesSpec ? withoutSpec : ''}${installs ? choice : '\n'}begin_file "$state/domain.xml"
fill_in <${installs ? '"$xml"' : 'domain.xml'} >"$part"
if ! is_defined; then
${listed.join('')}  on_libvirt define --validate "$part"
  mv -- "$part" "$state/domain.xml"
  part=
  made file domain.xml
  did "The domain is defined: $name"
${installs && windows ? '  newly_defined=yes\n' : ''}elif ! [ -e "$state/domain.xml" ]; then
  fail "There is a domain $name already, which this bundle has not made. Give the VM another name in the design, or undefine the other."
elif ${storesSpec ? sameDomain : 'cmp -s -- "$part" "$state/domain.xml"'}; then
  rm -f -- "$part"
  part=
  say "The domain is defined already: $name"
${installs ? redefine : ''}else
  fail "The domain $name was defined from another design. Run ./destroy.sh, which keeps the disk, then this again."
fi
`
}

/** The design in it may say something else of what is not the domain's, such as cloud-init. */
const sameDomain = `[ "$(without_spec "$part")" = "$(without_spec "$state/domain.xml")" ]`

const withoutSpec = `
without_spec() { sed '/^    <vmwright:spec /,/^    <\\/vmwright:spec>/d' "$1"; }
`

/** libvirt keeps the variables of the firmware and the state of the TPM by the UUID. */
const redefine = `elif [ -n "$installed" ]; then
  uuid=$(on_libvirt domuuid -- "$name")
  if grep -q '<uuid>' "$part"; then uuid=; else uuid="<uuid>$uuid</uuid>"; fi
  sed "s|^  <name>.*</name>|&$uuid|" "$part" | on_libvirt define --validate /dev/stdin
  mv -- "$part" "$state/domain.xml"
  part=
  did "The domain is defined without the installer: $name"
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
