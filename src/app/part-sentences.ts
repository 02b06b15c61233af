/** What each part of the VM is now, in words. What is in the XML is read from the Domain, whoever said it. */

import { ownValue } from '../core/index.ts'
import { type Design, formatSize, type Resolved, sizeInBytes } from './core.ts'
import { none, words } from './sentence-words.ts'
import { counted, t } from './words/index.ts'

const sourceNames = {
  cloud_image: t`cloud image`,
  bootc: t`bootc container`,
  clone: 'clone',
  imported: t`disk that is there`,
  bootstrap: 'bootstrapped',
}

export function sourceSentence(design: Design, resolved: Resolved): string {
  const { source = {}, disk_size, installer, guest } = design.spec
  // A disk that is there keeps its size, whatever the system would like.
  const size = source.kind === 'imported' ? disk_size : saidOrGiven('disk_size', design, resolved)?.toString()
  const { kind, distro } = source
  if (kind === undefined)
    return words(
      [
        guest,
        size !== undefined && installer === undefined && t`new disk, ${size}`,
        installer !== undefined && (installer.done === true ? 'installed' : t`from its installer`),
      ],
      t`Not chosen yet`,
    )
  const what = {
    cloud_image: distro ?? fileName(source.url),
    bootc: source.box,
    clone: source.from_vm,
    imported: source.libvirt_name,
    bootstrap: distro ?? source.builder,
  }[kind]
  const name = sourceNames[kind]
  return words([what === undefined ? name : `${name} ${what}`, size], t`Not chosen yet`)
}

function fileName(url: string | undefined): string | undefined {
  return url?.split('/').at(-1)
}

export function cpuSentence(_: Design, { domain: { vcpu, cpu, cputune } }: Resolved): string {
  const { value = 1, current } = vcpu ?? {}
  const pins = cputune?.vcpupin?.length ?? 0
  return words(
    [
      current === undefined || current === value ? t`${value} vCPU` : t`${current} of ${value} vCPU`,
      cpu?.mode,
      cpu?.model?.value,
      pins > 0 && 'pinned',
    ],
    'default',
  )
}

export function memorySentence({ spec }: Design, { domain: { memory, memory_backing: backing } }: Resolved) {
  const isOfRam = spec.libvirt?.memory?.value === undefined
  const bytes = sizeInBytes(memory?.value ?? '', 1024)
  return words(
    [
      (isOfRam ? spec.ram : undefined) ?? (bytes === undefined ? memory?.value : formatSize(bytes)),
      backing?.hugepages !== undefined && 'hugepages',
      backing?.access?.mode === 'shared' && 'shared',
      backing?.locked !== undefined && 'locked',
    ],
    'default',
  )
}

const firmwareNames = {
  bios: 'BIOS',
  'uefi-insecure': 'UEFI',
  'uefi-secure': t`UEFI, Secure Boot`,
}

/** A word of the design, or what its system gives where the author says none. */
export function saidOrGiven(word: 'firmware' | 'disk_size', { spec }: Design, { guestWords }: Resolved) {
  return spec[word] ?? guestWords.find(({ path }) => path[0] === word)?.value
}

/** What the XML says stands; where none of it could be made, the wish. */
function firmwareName(design: Design, resolved: Resolved): string | undefined {
  const { firmware, firmware_features: features, loader } = resolved.domain.os ?? {}
  if (firmware === 'efi' || loader?.type === 'pflash') {
    const isSecure =
      loader?.secure === true ||
      features?.some(({ name, enabled }) => name === 'secure-boot' && enabled === true) === true
    return firmwareNames[isSecure ? 'uefi-secure' : 'uefi-insecure']
  }
  if (firmware === 'bios') return firmwareNames.bios
  if (loader?.value !== undefined) return t`firmware of its own`
  return ownValue(firmwareNames, String(saidOrGiven('firmware', design, resolved) ?? 'bios'))
}

export function firmwareSentence(design: Design, resolved: Resolved): string {
  return words(
    [
      firmwareName(design, resolved),
      resolved.domain.os?.machine,
      design.spec.autostart === true && t`starts with the host`,
    ],
    'BIOS',
  )
}

export function securitySentence(_: Design, { domain: { devices, launch_security, seclabel } }: Resolved) {
  return words(
    [(devices?.tpm?.length ?? 0) > 0 && 'TPM', launch_security?.type, seclabel !== undefined && 'label'],
    t`libvirt’s defaults`,
  )
}

export function tuningSentence({
  spec: { libvirt: { iothreads, features, clock, numatune } = {} },
}: Design): string {
  return words(
    [
      iothreads !== undefined && counted(iothreads, 'I/O thread'),
      features !== undefined && 'features',
      clock !== undefined && 'clock',
      numatune !== undefined && 'NUMA',
    ],
    none,
  )
}

export function accessSentence({ spec: { ssh, source, cloud_init } }: Design): string {
  const packages = cloud_init?.package?.length ?? 0
  const users = cloud_init?.users?.length ?? 0
  return words(
    [
      ssh?.user ?? source?.base_user,
      t`key ${ssh?.key_source ?? 'auto'}`,
      users > 0 && counted(users, 'user'),
      packages > 0 && counted(packages, 'package'),
    ],
    'default',
  )
}

export function snippetSentence({ spec: { libvirt } }: Design): string {
  const count = libvirt?.snippets?.length ?? 0
  return words(
    [count > 0 && counted(count, 'snippet'), libvirt?.xml_passthrough !== undefined && t`domain XML`],
    none,
  )
}
