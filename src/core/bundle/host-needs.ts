/** Lines of create.sh that look for what the host itself has to have: libvirt would say it one at a time, and late. */
import { needFreeSocket } from '../exports/index.ts'
import {
  firmwareInstallFor,
  formatPciAddress,
  hugePages,
  nameInStateDir,
  pciAddressFromParts,
  withoutDots,
} from '../host/index.ts'
import { ownValue } from '../text/index.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { pathWord, word } from './shell-words.ts'

/**
 * What is named does not depend on what else is missing: so all of it is seen at the first run. A VM that runs already
 * has what it needs, and holds some of it.
 */
export function ofHost(plan: BundlePlan): string[] {
  const ofLibvirt = [
    ...networks(plan),
    ...bridges(plan),
    ...pciDevices(plan),
    ...firmware(plan),
    ...hugePagesOf(plan),
  ]
  return [
    ...kvm(plan),
    ...launchSecurity(plan),
    'if [ -n "$libvirt" ] && command -v virsh >/dev/null && ! libvirt_answers; then',
    `  lack ${plan.uri === 'qemu:///session' ? session : system}`,
    'fi',
    'if ! runs_already; then',
    ...sockets(plan).map((line) => `  ${line}`),
    ...(ofLibvirt.length === 0
      ? ['  :']
      : ['  if [ -n "$libvirt" ]; then', ...ofLibvirt.map((line) => `    ${line}`), '  fi']),
    'fi',
    `need_place ${word(plan.uri === 'qemu:///session' ? 'Name another directory in the host facts, as paths.state_dir.' : 'Run this as root: sudo ./create.sh')}`,
  ]
}

const session = `"libvirt does not answer at $uri."`
const system = `"libvirt does not answer at $uri. Start it (sudo systemctl start libvirtd, or virtqemud), and run this as root: sudo ./create.sh"`

export const hostNeedFunctions = String.raw`
libvirt_answers() { on_libvirt uri >/dev/null 2>&1; }
runs_already() {
  [ ! -e "$state/vmwright.pid" ] || return 0
  [ -n "$libvirt" ] && command -v virsh >/dev/null && [ "$(state_of)" = running ]
}
${needFreeSocket}
need_network() {
  ! on_libvirt net-info --network "$1" 2>/dev/null | grep -q '^Active: *yes' || return 0
  what='is not there, or not started'
  libvirt_answers || what='is needed, and only libvirt can tell whether it is there'
  lack "libvirt's network $1 $what: virsh -c $uri net-start $1. It is one of libvirt itself when it is called default (Debian: libvirt-daemon-config-network)."
}

need_pages() {
  free=$(cat "/sys/kernel/mm/hugepages/hugepages-$1kB/free_hugepages" 2>/dev/null) || free=0
  [ "$free" -ge "$2" ] || lack "$2 huge pages of $1 KiB are needed, and $free are free. ./host-setup.sh says how to set them aside."
}

# need_firmware SECURE HOW TYPE ARCH MACHINE: whether libvirt finds firmware by itself.
need_firmware() {
  if can=$(on_libvirt domcapabilities --virttype "$3" --arch "$4" --machine "$5" 2>/dev/null); then
    printf '%s\n' "$can" | sed -n "/<enum name='firmware'>/,/<\/enum>/p" | grep -q '<value>efi<' || lack "libvirt finds no UEFI firmware. $2"
    [ -z "$1" ] || printf '%s\n' "$can" | sed -n "/<enum name='secure'>/,/<\/enum>/p" | grep -q '<value>yes<' || lack "libvirt finds no UEFI firmware with Secure Boot. $2"
  elif ! firmware_is_described "$1" "$4"; then
    lack "There is no UEFI firmware for $4${'$'}{1:+ with Secure Boot} in /usr/share/qemu/firmware. $2"
  fi
}

# Where libvirt looks, too: QEMU, docs/interop/firmware.json.
firmware_is_described() {
  for file in /usr/share/qemu/firmware/*.json /etc/qemu/firmware/*.json; do
    if [ -e "$file" ] && grep -q '"uefi"' "$file" && grep -q "\"$2\"" "$file"; then
      if [ -z "$1" ] || grep -q '"secure-boot"' "$file"; then return; fi
    fi
  done
  return 1
}

# need_place HOW: the directory of the VM, or the one in which it can be made.
need_place() {
  place=$state
  while ! [ -e "$place" ]; do place=$(dirname -- "$place"); done
  [ -w "$place" ] || lack "The files of the VM belong in $state, and you may not write to $place. $1"
}
`

/** As root, and through the system's libvirt, who may use it is no matter of the person. */
function kvm({ libvirt, uri }: BundlePlan): string[] {
  if ((libvirt.domain.type ?? 'kvm') !== 'kvm') return []
  const missing = `lack ${word('KVM can not be used: /dev/kvm is missing. Switch virtualisation on in the setup of the firmware.')}`
  if (uri !== 'qemu:///session') return [`[ -e /dev/kvm ] || ${missing}`]
  return [
    'if ! [ -e /dev/kvm ]; then',
    `  ${missing}`,
    'elif ! [ -r /dev/kvm ] || ! [ -w /dev/kvm ]; then',
    `  lack ${word('KVM can not be used: you have no right to /dev/kvm. Join the group kvm (sudo usermod -aG kvm NAME), and log in anew.')}`,
    'fi',
  ]
}

/** The modules say Y where the processor and the firmware have it. Linux, arch/x86/kvm: svm/sev.c, vmx/tdx.c. */
const launchParameters = {
  sev: ['kvm_amd', 'sev', 'AMD SEV'],
  'sev-snp': ['kvm_amd', 'sev_snp', 'AMD SEV-SNP'],
  tdx: ['kvm_intel', 'tdx', 'Intel TDX'],
} as const

function launchSecurity({ libvirt }: BundlePlan): string[] {
  const [module, parameter, name] =
    ownValue(launchParameters, libvirt.domain.launch_security?.type ?? '') ?? []
  if (name === undefined) return []
  return [
    `grep -q '[Y1]' /sys/module/${module}/parameters/${parameter} 2>/dev/null || lack ${word(`The host does not encrypt guests with ${name}: its processor and firmware have to do so, and the module ${module} with ${parameter}=1.`)}`,
  ]
}

function sockets({ sockets: paths, libvirt }: BundlePlan): string[] {
  const places = paths.flatMap((path) => [path, withoutDots(path)])
  return [...new Set(places)].map((path) => {
    const own = nameInStateDir(libvirt.paths, path) === undefined ? '' : ' own'
    return `need_free_socket ${pathWord(path)}${own}`
  })
}

function networks({ libvirt }: BundlePlan): string[] {
  const names = (libvirt.domain.devices?.interfaces ?? []).flatMap(({ type, source }) =>
    type === 'network' && source?.network !== undefined ? [source.network] : [],
  )
  return [...new Set(names)].map((name) => `need_network ${word(name)}`)
}

function bridges({ libvirt }: BundlePlan): string[] {
  const names = (libvirt.domain.devices?.interfaces ?? []).flatMap(({ type, source }) =>
    type === 'bridge' && source?.bridge !== undefined ? [source.bridge] : [],
  )
  return [...new Set(names)].map(
    (name) =>
      `[ -e /sys/class/net/${word(name)} ] || lack ${word(`The bridge ${name} is missing. Make it, or name another one in the design.`)}`,
  )
}

function pciDevices({ libvirt }: BundlePlan): string[] {
  return (libvirt.domain.devices?.hostdevs ?? []).flatMap(({ type, source }) => {
    if (type !== 'pci' || source?.bus === undefined) return []
    const { domain = '0x0', bus, slot = '0x0', function: one = '0x0' } = source
    const { address } = pciAddressFromParts({ domain, bus, slot, function: one })
    if (address === undefined) return []
    const text = formatPciAddress(address)
    return `[ -e /sys/bus/pci/devices/${text} ] || lack ${word(`The host has no device at ${text}. Pick another one in the design.`)}`
  })
}

function firmware({ libvirt, host }: BundlePlan): string[] {
  const { os, type = 'kvm' } = libvirt.domain
  if (os?.firmware !== 'efi') return []
  const arch = os.arch ?? 'x86_64'
  const isSecure = os.firmware_features?.some(
    ({ name, enabled }) => name === 'secure-boot' && enabled === true,
  )
  const packages = firmwareInstallFor(host.distro, arch).map(({ text }) => text)
  const how = packages.length === 0 ? '' : `Install it: ${packages.join(', or ')}`
  const words = [isSecure === true ? 'yes' : '', how, type, arch, os.machine ?? 'q35']
  return [`need_firmware ${words.map(word).join(' ')}`]
}

function hugePagesOf({ libvirt, host }: BundlePlan): string[] {
  return (hugePages(host, libvirt.domain)?.needs ?? []).map(
    ({ sizeKib, needed }) => `need_pages ${sizeKib} ${needed}`,
  )
}
