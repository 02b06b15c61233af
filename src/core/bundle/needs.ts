/** What has to be on the host before create.sh does anything. */
import type { Domain } from '../domain/index.ts'
import { howToInstall } from '../exports/index.ts'
import { firmwareInstallFor } from '../host/index.ts'
import { type NeededHelper, neededDirectories, neededHelpers } from '../needs.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { ofHost } from './host-needs.ts'
import { isFetched, localImage, packerOf, publishedSums } from './image-source.ts'
import { installerPrograms } from './installer-steps.ts'
import { neededFiles } from './needed-files.ts'
import { pathWord, word } from './shell-words.ts'
import { isPutInLater } from './ssh-key.ts'

/** Lines of create.sh; `$libvirt` and `$make_shares` say what is asked of it. */
export function needLines(plan: BundlePlan): string {
  return [
    ...programs(plan),
    ...libvirtPrograms(plan),
    ...neededFiles(plan.libvirt).map(
      ({ file, what, how }) => `${whileInstalling(plan, file)}${needFile(file, what, how)}`,
    ),
    ...firmwareFiles(plan),
    ...sourceFiles(plan),
    ...shares(plan),
    ...ofHost(plan),
    '[ -z "$lacking" ] || exit 1',
  ]
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('')
}

/** The ISO may be gone when the system is installed. */
function whileInstalling({ libvirt: { installation } }: BundlePlan, path: string): string {
  return installation?.media.some(({ file }) => file === path) === true ? 'is_installed || ' : ''
}

function program({ host }: BundlePlan, ...names: readonly string[]): string {
  const [first = ''] = names
  return `need_program ${word(howToInstall(first, host.distro))} ${names.map(word).join(' ')}`
}

function programs(plan: BundlePlan): string[] {
  const lines: string[] = []
  const { rootDisk, design, key, forward } = plan
  const { source } = design.spec
  lines.push(program(plan, 'flock'))
  if (plan.newDisks.length > 0 || (rootDisk !== undefined && source?.kind !== 'bootstrap'))
    lines.push(program(plan, 'qemu-img'))
  if (rootDisk !== undefined && source?.kind === 'cloud_image') {
    if (isFetched(source.url) || isFetched(publishedSums(source))) lines.push(program(plan, 'curl', 'wget'))
    const published = publishedSums(source)
    const sums = published !== undefined ? ['sha256', 'sha512'] : [source.checksum?.type ?? 'sha256']
    lines.push(...sums.map((sum) => program(plan, `${sum}sum`)))
    if (published !== undefined) lines.push(program(plan, 'awk'))
    const packer = packerOf(source)
    if (packer !== undefined) lines.push(program(plan, packer))
  }
  if (rootDisk !== undefined && source?.kind === 'bootc') lines.push(program(plan, 'podman'))
  if (source?.kind === 'clone') {
    lines.push(program(plan, 'virsh'), program(plan, 'awk'))
    if (source.cloud_init_clean === true) lines.push(program(plan, 'virt-customize'))
  }
  if (key.kind === 'generate' || key.kind === 'own') lines.push(program(plan, 'ssh-keygen'))
  if (isPutInLater(key)) lines.push(program(plan, 'base64'))
  if (forward !== undefined) lines.push(program(plan, 'ssh'))
  lines.push(...installerPrograms(plan).map((names) => program(plan, ...names)))
  return [...new Set(lines)]
}

/** libvirt starts these itself, and says less when one is missing. */
function libvirtPrograms(plan: BundlePlan): string[] {
  const { domain } = plan.libvirt
  const { devices, os } = domain
  const lines = [program(plan, 'virsh')]
  const emulator = devices?.emulator
  const system = `qemu-system-${os?.arch === 'i686' ? 'i386' : (os?.arch ?? 'x86_64')}`
  lines.push(program(plan, ...(emulator === undefined ? [system, '/usr/libexec/qemu-kvm'] : [emulator])))
  const helpers = neededHelpers(domain)
  for (const one of helperOrder)
    for (const helper of helpers)
      if (helper.name === one) lines.push(...programsOf(helper).map((names) => program(plan, ...names)))
  return ['if [ -n "$libvirt" ]; then', ...[...new Set(lines)].map((line) => `  ${line}`), 'fi']
}

const helperOrder = ['passt', 'swtpm', 'virtiofsd'] as const

/** Each program that a helper is made of, with the other paths at which it may be. */
function programsOf({ name, program }: NeededHelper): string[][] {
  switch (name) {
    case 'passt':
      return [['passt']]
    case 'swtpm':
      return [['swtpm'], ['swtpm_setup']]
    case 'virtiofsd':
      return [program === undefined ? ['virtiofsd', ...virtiofsdPaths] : [program]]
  }
}

/** It stands outside the PATH: Fedora and Debian 13, Arch, Debian 12, openSUSE. */
const virtiofsdPaths = ['/usr/libexec/virtiofsd', '/usr/lib/virtiofsd', '/usr/lib/qemu/virtiofsd']

function needFile(path: string, what: string, how: string): string {
  return `need_file ${pathWord(path)} ${word(what)} ${word(how)}`
}

/** Firmware that the design names; what libvirt chooses by itself is asked of libvirt. */
function firmwareFiles({ libvirt, host }: BundlePlan): string[] {
  const { os } = libvirt.domain
  const how = `Name another one in the design, or install it: ${firmwareInstallFor(
    host.distro,
    os?.arch ?? 'x86_64',
  )
    .map(({ text }) => text)
    .join(', or ')}`
  const { loader, nvram } = os ?? {}
  return [
    ...(loader?.value === undefined ? [] : [needFile(loader.value, 'The firmware', how)]),
    ...(nvram?.template === undefined
      ? []
      : [needFile(nvram.template, 'The template of the variable store', how)]),
  ]
}

/** What the disk and the seed are made of. */
function sourceFiles({ rootDisk, design, key }: BundlePlan): string[] {
  const { source = {} } = design.spec
  const change = word('Change its path in the design, or put it there.')
  const lines = key.kind === 'file' ? [`need_file ${word(key.path)} 'The public key' ${change}`] : []
  const disk = rootDisk?.source?.file
  if (disk === undefined || source.kind !== 'cloud_image') return lines
  const unlessMade = (file: string, what: string) =>
    `[ -e ${pathWord(disk)} ] || need_file ${file} ${word(what)} ${change}`
  const sums = publishedSums(source)
  if (source.url !== undefined && !isFetched(source.url))
    lines.push(unlessMade(localImage(source.url), 'The image'))
  if (sums !== undefined && !isFetched(sums)) lines.push(unlessMade(pathWord(sums), 'The file of sums'))
  return lines
}

/** Directories of the host that are shared, each once. */
export function shareDirectories(domain: Domain): string[] {
  return [...new Set(neededDirectories(domain).map(({ directory }) => directory))]
}

function shares({ libvirt }: BundlePlan): string[] {
  const how = 'Make it, or let ./create.sh --make-shares do it.'
  return shareDirectories(libvirt.domain).map(
    (dir) => `[ -n "$make_shares" ] || ${needFile(dir, 'The directory of a share', how)}`,
  )
}
