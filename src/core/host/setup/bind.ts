/** Gives devices to vfio-pci before a driver of the host takes them. */
import type { Finding } from '../../finding.ts'
import { configurationWord, ownValue } from '../../text/index.ts'
import { distroFamily } from '../distro-family.ts'
import type { HostFacts } from '../facts.ts'
import { formatPciAddress } from '../pci-address.ts'
import type { PciDevice } from '../pci-device.ts'
import { pciKind } from '../pci-kind.ts'
import { idsOf, type PassedDevices } from './passed-devices.ts'
import { type SetupFile, type SetupStep, unsayable } from './step.ts'

const overrideScript = '/usr/local/sbin/vfio-pci-override'

const nixosFile = '/etc/nixos/configuration.nix'

/** Drivers that a device of a class has, when the host does not say which. */
const usualDrivers: Readonly<Record<string, readonly string[]>> = {
  '10de': ['nvidia', 'nouveau'],
  '1002': ['amdgpu', 'radeon'],
  '8086': ['i915', 'xe'],
}

/**
 * libvirt takes most devices from their drivers by itself (`managed`); a graphics card lets go badly, and has to be bound
 * at the start. The host's only card is bound by hooks instead, since the host needs it until then.
 * @returns undefined when nothing has to be bound
 */
export function vfioBindStep(facts: HostFacts | undefined, passed: PassedDevices): SetupStep | undefined {
  const bound = boundDevices(passed)
  if (bound.length === 0) return undefined
  const twins = passed.twins.filter((twin) => bound.some((device) => idsOf(device) === idsOf(twin)))
  const findings: Finding[] = []
  const softdeps = [...new Set(bound.flatMap(driversOf))]
    .flatMap((driver) => {
      const word = configurationWord(driver)
      if (word === undefined) findings.push(unsayable(driver, 'A file of modprobe'))
      return word === undefined ? [] : [`softdep ${word} pre: vfio-pci\n`]
    })
    .join('')
  const done = bound.every(({ driver }) => driver === 'vfio-pci')
  const nixos = distroFamily(facts?.distro) === 'nixos'
  const known = bound.some(({ driver }) => driver !== undefined) ? { done } : {}
  const why =
    'A graphics card that its driver has started rarely lets go of it, so vfio-pci has to be there first.'
  if (twins.length === 0) {
    const ids = [...new Set(bound.map(idsOf))].join(',')
    const content = `options vfio-pci ids=${ids}\n${softdeps}`
    return {
      id: 'vfio-bind',
      title: 'Bind the graphics card to vfio-pci, by its ids',
      why,
      files: [modprobeFile(nixos, content, '/etc/modprobe.d/vfio.conf')],
      commands: [],
      ...known,
      findings,
    }
  }
  const names = twins.map((twin) => formatPciAddress(twin.address)).join(', ')
  return {
    id: 'vfio-bind',
    title: 'Bind the graphics card to vfio-pci, by its address',
    why: `${why} ${names} of the host has the same ids, so they cannot tell which card is meant: the address does.`,
    files: nixos ? [overrideForNixos(bound)] : overrideFiles(bound, softdeps),
    commands: [],
    ...known,
    findings,
  }
}

/** NixOS makes the files of modprobe out of its configuration. */
/** Options of kernel modules; NixOS makes such a file of its configuration. */
export function modprobeFile(nixos: boolean, content: string, path: string): SetupFile {
  if (!nixos) return { path, content }
  const indented = content.replace(/^(?=.)/gm, '  ')
  return { path: nixosFile, content: `boot.extraModprobeConfig = ''\n${indented}'';\n`, append: true }
}

/** Runs in its initramfs before udev loads a driver. */
function overrideForNixos(bound: readonly PciDevice[]): SetupFile {
  const lines = bound.map(
    (device) =>
      `  echo vfio-pci > /sys/bus/pci/devices/${formatPciAddress(device.address)}/driver_override\n`,
  )
  const content = `boot.initrd.preDeviceCommands = ''\n${lines.join('')}  modprobe -i vfio-pci\n'';\n`
  return { path: nixosFile, content, append: true }
}

function overrideFiles(bound: readonly PciDevice[], softdeps: string): SetupFile[] {
  const addresses = bound.map((device) => formatPciAddress(device.address)).join(' ')
  const script =
    '#!/bin/sh\n' +
    `for address in ${addresses}; do\n` +
    '  echo vfio-pci > "/sys/bus/pci/devices/$address/driver_override"\n' +
    'done\n' +
    'modprobe -i vfio-pci\n'
  return [
    { path: overrideScript, content: script, mode: '0755' },
    { path: '/etc/modprobe.d/vfio.conf', content: `install vfio-pci ${overrideScript}\n${softdeps}` },
  ]
}

/** Puts the modules, and the script where there is one, into the initramfs. */
export function initramfsStep(facts: HostFacts | undefined, passed: PassedDevices): SetupStep | undefined {
  const bound = boundDevices(passed)
  if (bound.length === 0) return undefined
  const script = passed.twins.some((twin) => bound.some((device) => idsOf(device) === idsOf(twin)))
  const { files, commands } = initramfsOf(makerOf(facts), script)
  const done = bound.every(({ driver }) => driver === 'vfio-pci')
  return {
    id: 'initramfs',
    title: 'Load vfio-pci from the initramfs',
    why: 'Drivers of graphics cards are loaded from the initramfs, long before the root file system is there.',
    files,
    commands,
    ...(bound.some(({ driver }) => driver !== undefined) ? { done } : {}),
  }
}

type Maker = 'mkinitcpio' | 'dracut' | 'initramfs-tools' | 'booster' | 'nixos'

function makerOf(facts: HostFacts | undefined): Maker | undefined {
  const family = distroFamily(facts?.distro)
  if (family === 'nixos') return 'nixos'
  if (facts?.boot?.initramfs !== undefined) return facts.boot.initramfs
  if (family === 'arch') return 'mkinitcpio'
  if (family === 'debian') return 'initramfs-tools'
  return family === 'fedora' || family === 'opensuse' ? 'dracut' : undefined
}

const modules = 'vfio_pci vfio vfio_iommu_type1'

function initramfsOf(
  maker: Maker | undefined,
  script: boolean,
): { readonly files: readonly SetupFile[]; readonly commands: readonly string[] } {
  switch (maker) {
    case 'mkinitcpio': {
      const own = script ? `FILES+=(${overrideScript} /etc/modprobe.d/vfio.conf)\n` : ''
      const content = `MODULES=(${modules} "\${MODULES[@]}")\n${own}`
      return { files: [{ path: '/etc/mkinitcpio.conf.d/vfio.conf', content }], commands: ['mkinitcpio -P'] }
    }
    case 'dracut': {
      const own = script ? `install_items+=" ${overrideScript} /etc/modprobe.d/vfio.conf "\n` : ''
      const content = `force_drivers+=" ${modules} "\n${own}`
      return {
        files: [{ path: '/etc/dracut.conf.d/vfio.conf', content }],
        commands: ['dracut --force --regenerate-all'],
      }
    }
    case 'initramfs-tools': {
      const files: SetupFile[] = [
        { path: '/etc/initramfs-tools/modules', content: `${modules.replaceAll(' ', '\n')}\n`, append: true },
      ]
      if (script) {
        const content =
          '#!/bin/sh\n[ "$1" = prereqs ] && exit 0\n. /usr/share/initramfs-tools/hook-functions\n' +
          `copy_exec ${overrideScript} ${overrideScript}\n`
        files.push({ path: '/etc/initramfs-tools/hooks/vfio-pci-override', content, mode: '0755' })
      }
      return { files, commands: ['update-initramfs -u -k all'] }
    }
    case 'booster': {
      const content = `modules_force_load: ${modules.replaceAll(' ', ',')}\n`
      return {
        files: [{ path: '/etc/booster.yaml', content, append: true }],
        commands: ['/usr/lib/booster/regenerate_images'],
      }
    }
    case 'nixos': {
      const list = modules
        .split(' ')
        .map((name) => `"${name}"`)
        .join(' ')
      const content = `boot.initrd.kernelModules = [ ${list} ];\n`
      return {
        files: [{ path: '/etc/nixos/configuration.nix', content, append: true }],
        commands: ['nixos-rebuild boot'],
      }
    }
    case undefined:
      return {
        files: [],
        commands: [
          `# put the modules ${modules} into the initramfs, before those of graphics cards:`,
          '# mkinitcpio: MODULES=( ) in /etc/mkinitcpio.conf, then mkinitcpio -P',
          '# dracut: force_drivers+=" " in /etc/dracut.conf.d/vfio.conf, then dracut --force --regenerate-all',
          '# initramfs-tools: /etc/initramfs-tools/modules, then update-initramfs -u -k all',
        ],
      }
  }
}

/** Graphics cards, and the other functions of their slots that go with them. */
function boundDevices(passed: PassedDevices): PciDevice[] {
  if (passed.onlyGpu) return []
  const slot = ({ address }: PciDevice) => `${address.domain}:${address.bus}:${address.slot}`
  const cards = new Set(
    passed.devices
      .filter((device) => pciKind(device.class_code) === 'gpu' && device.physical_function === undefined)
      .map(slot),
  )
  return passed.devices.filter((device) => cards.has(slot(device)))
}

function driversOf(device: PciDevice): readonly string[] {
  const { driver } = device
  const own = [...(device.modules ?? []), ...(driver === undefined || driver === 'vfio-pci' ? [] : [driver])]
  if (own.length > 0) return own.filter((name) => name !== 'vfio-pci')
  if (pciKind(device.class_code) === 'gpu') return ownValue(usualDrivers, device.vendor_id) ?? []
  return pciKind(device.class_code) === 'audio' ? ['snd_hda_intel'] : []
}
