/** destroy.sh: the VM goes, and what it stands on stays unless it is given up in so many words. */
import { autostartEnd } from './autostart.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { beginning, messages, virshFunctions, written } from './shell-functions.ts'
import { oneLine, pathWord, word } from './shell-words.ts'

/** @param directories those that qemu.sh makes */
export function destroyScript(plan: BundlePlan, directories: readonly string[]): string {
  const { design, libvirt, uri } = plan
  return [
    `#!/bin/sh
# Stops the VM ${oneLine(design.name)} and takes it away; its disk only when that is said. Run again, it changes nothing.
${written}`,
    beginning.slice(1),
    `
name=${word(design.name)}
uri=${uri}
state=${pathWord(libvirt.paths.stateDir)}
`,
    messages,
    virshFunctions,
    options,
    ofQemu,
    ofLibvirt,
    autostartEnd(plan),
    leftovers(plan, directories),
    disk(plan),
    `
rm -f -- known_hosts
rmdir -- "$state" 2>/dev/null || :
[ -n "$changed" ] || say 'Nothing was changed.'
`,
  ].join('')
}

const options = `
usage() {
  cat <<'END'
usage: ./destroy.sh [--now] [--delete-disk | --keep-disk]
  --now          switch the VM off at once instead of asking it to shut down
  --delete-disk  delete the disk that create.sh made, without a question
  --keep-disk    keep it, without a question
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

/** A domain of this name that create.sh has not defined is somebody else's. */
const ofLibvirt = `
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
  on_libvirt undefine --managed-save --snapshots-metadata --nvram -- "$name"
  did "The domain is undefined: $name"
fi
`

/** What create.sh, libvirt and qemu.sh have made and can make again. */
function leftovers(plan: BundlePlan, directories: readonly string[]): string {
  const { stateDir, seed, nvram } = plan.libvirt.paths
  const { domain } = plan.libvirt
  const sockets = [
    ...(domain.devices?.channels ?? []).map(({ source }) => source?.path),
    ...(domain.devices?.graphics ?? []).flatMap(({ listen }) => (listen ?? []).map(({ socket }) => socket)),
  ].filter((path) => path !== undefined)
  const own = [...sockets.filter((path) => path.startsWith(`${stateDir}/`)), nvram]
  const files = [
    ...(plan.hasSeed ? [seed] : []),
    ...['domain.xml', 'qemu.sh', 'ssh-port', 'vmwright.pid'].map((name) => `${stateDir}/${name}`),
    ...new Set(own),
  ]
  const ofQemu = directories.filter((one) => one.startsWith(`${stateDir}/`) && !isAbove(one, plan))
  const removed = ofQemu.map(
    (one) => `
if [ -d ${pathWord(one)} ]; then
  rm -rf -- ${pathWord(one)}
  did ${word(`Deleted: ${one}`)}
fi
`,
  )
  return `
for file in \\
${files.map((file) => `  ${pathWord(file)}`).join(' \\\n')}; do
  [ -e "$file" ] || [ -h "$file" ] || continue
  rm -f -- "$file"
  did "Deleted: $file"
done
${removed.join('')}`
}

/** Where the disk is in there, too, the directory is more than qemu.sh's. */
function isAbove(directory: string, { libvirt }: BundlePlan): boolean {
  const files = (libvirt.domain.devices?.disks ?? []).map(({ source }) => source?.file ?? source?.dir ?? '')
  return [...files, libvirt.paths.disk].some((file) => `${file}/`.startsWith(`${directory}/`))
}

const keepsDisks = `
[ "$delete_disk" = no ] || say 'The disks stay: they were there before this VM.'
`

/** An image that the disk stands on, and a disk that was there before, are never touched. */
function disk({ rootDisk, key }: BundlePlan): string {
  if (rootDisk?.source?.file === undefined) return keepsDisks
  const hasPair = key.kind === 'generate' || key.kind === 'own'
  return `
disk=${pathWord(rootDisk.source.file)}
if [ -e "$disk" ]; then
  if [ "$delete_disk" = ask ] && [ -t 0 ]; then
    printf 'Delete the disk, and all that is on it: %s? [y/N] ' "$disk"
    read -r answer || answer=
    case $answer in [yY] | [yY][eE][sS]) delete_disk=yes ;; esac
  fi
  if [ "$delete_disk" = yes ]; then
    rm -f -- "$disk"
${hasPair ? '    rm -f -- ssh-key ssh-key.pub\n' : ''}    did "Deleted: $disk"
  else
    say "The disk stays: $disk. ./destroy.sh --delete-disk deletes it."
  fi
fi
`
}
