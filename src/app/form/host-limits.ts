/**
 * What the host can't do: words that its QEMU does not have, and fields that came with a newer libvirt. One way for the
 * whole form; where the host has not said what it can, nothing is held back.
 */

import { ownValue } from '../../core/index.ts'
import { atLeast, type HostFacts, isRecord, type Path, type VmSpec } from '../core.ts'
import { useVmDocument } from '../store.ts'
import { t } from '../words/index.ts'
import { fieldAt } from './field-at.ts'

type Emulator = NonNullable<HostFacts['emulators']>[number]

/** The words that a QEMU has for a field; undefined when it has not said. */
type WordsOf = (emulator: Emulator) => readonly string[] | undefined

const devices = 'libvirt.devices'

/** The fields whose words `virsh domcapabilities` lists, by their path without indexes. */
const limited: ReadonlyMap<string, WordsOf> = new Map<string, WordsOf>([
  [`${devices}.video.model`, named('video')],
  [`${devices}.graphics.type`, named('graphics')],
  [`${devices}.disks.target.bus`, named('disk.bus')],
  [`${devices}.disks.device`, named('disk.diskDevice')],
  [`${devices}.tpm.model`, named('tpm.model')],
  [`${devices}.tpm.backend.type`, named('tpm.backendModel')],
  [`${devices}.filesystems.driver.type`, named('filesystem.driver')],
  [`${devices}.rng.model`, named('rng.model')],
])

function named(name: string): WordsOf {
  const part = name.split('.')[0] ?? name
  // A part that is not there at all has an empty list under its own name.
  return ({ words }) => ownValue(words, name) ?? (ownValue(words, part)?.length === 0 ? [] : undefined)
}

/** Words that come with a machine type, so that the list for another one says nothing about them. */
const ofMachine = new Set(['ide', 'sata', 'fdc'])

/** `virsh domcapabilities` names one machine alone; a list of all has more than these. */
const fewMachines = 3

/** Words that came later than their field. Source: formatdomain.html of libvirt, "Since". */
const wordsSince: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['libvirt.launch_security.type', { 's390-pv': '7.6.0', 'sev-snp': '10.5.0', tdx: '11.6.0' }],
  [`${devices}.graphics.type`, { dbus: '8.4.0' }],
  [`${devices}.tpm.backend.type`, { external: '9.0.0' }],
  [`${devices}.interfaces.backend.type`, { passt: '9.0.0' }],
  [`${devices}.memory.model`, { 'virtio-pmem': '7.1.0', 'virtio-mem': '7.9.0', 'sgx-epc': '8.10.0' }],
])

/** What libvirt calls a word of ours. */
const synonyms: Readonly<Record<string, string>> = { '9p': 'path', i440fx: 'pc' }

/** Names of machines by the family that a design names. */
const machineFamilies: Readonly<Record<string, RegExp>> = {
  q35: /^(?:pc-)?q35\b/,
  pc: /^pc(?:-i440fx|-[\d.]+)?\b(?!-q35)/,
  i440fx: /^pc(?:-i440fx|-[\d.]+)?\b(?!-q35)/,
  virt: /^virt\b/,
}

/**
 * Why a word can't be chosen on this host.
 *
 * @param path of the field in the spec
 * @returns undefined when it can be, or when the host has not said
 */
export function hostMisfit(
  host: HostFacts | undefined,
  spec: VmSpec,
  path: Path,
  word: string,
): string | undefined {
  const name = withoutIndexes(path)
  const since = ownValue(wordsSince.get(name), word)
  if (since !== undefined && host?.libvirt !== undefined && !atLeast(host.libvirt, since))
    return needs(since, host.libvirt)
  if (name === 'libvirt.type' && word === 'kvm' && host?.kvm === false)
    return t`KVM can not be used on this host: /dev/kvm is not there, or not yours`
  if (host?.emulators === undefined || ofMachine.has(word)) return undefined
  if (name === 'machine') return machineMisfit(host, host.emulators, word)
  const wordsOf = limited.get(name)
  if (wordsOf === undefined) return undefined
  const arch = spec.libvirt?.os?.arch ?? host.arch
  const said = host.emulators
    .filter((emulator) => arch === undefined || emulator.arch === arch)
    .flatMap((emulator) => {
      const words = wordsOf(emulator)
      return words === undefined ? [] : [words]
    })
  if (said.length === 0) return undefined
  const all = new Set(said.flat())
  if (all.has(word) || all.has(ownValue(synonyms, word) ?? word)) return undefined
  return t`${qemuOf(host)} has no ${word}${all.size === 0 ? '' : t`: it has ${[...all].join(', ')}`}`
}

function machineMisfit(host: HostFacts, emulators: readonly Emulator[], word: string): string | undefined {
  const said = emulators.flatMap(({ machines }) => machines ?? [])
  const family = ownValue(machineFamilies, word)
  if (said.length <= fewMachines || family === undefined || said.some((machine) => family.test(machine)))
    return undefined
  return t`${qemuOf(host)} has no ${word} machine`
}

function qemuOf({ qemu }: HostFacts): string {
  return qemu === undefined ? t`QEMU on this host` : t`QEMU ${qemu} on this host`
}

/**
 * Why something can't be added: the first word in it that this host can't do, or the first field that is too new for
 * its libvirt.
 *
 * @param path where it would stand
 */
export function valueMisfit(
  host: HostFacts | undefined,
  spec: VmSpec,
  path: Path,
  value: unknown,
): string | undefined {
  const tooNew = newerThanHost(path, host?.libvirt)
  if (tooNew !== undefined) return tooNew
  if (Array.isArray(value)) return first(value.map((one, index) => [index, one]))
  if (isRecord(value)) return first(Object.entries(value))
  return typeof value === 'string' ? hostMisfit(host, spec, path, value) : undefined

  function first(entries: readonly (readonly [string | number, unknown])[]): string | undefined {
    for (const [key, held] of entries) {
      const misfit = valueMisfit(host, spec, [...path, key], held)
      if (misfit !== undefined) return misfit
    }
    return undefined
  }
}

const sinceOfPath = new Map<string, string | undefined>()

/** The libvirt that a field needs: its own or that of what is around it, whichever is newer. */
function sinceOf(path: Path): string | undefined {
  const name = withoutIndexes(path)
  if (!sinceOfPath.has(name)) {
    let newest: string | undefined
    for (let length = 1; length <= path.length; length += 1) {
      const since = fieldAt(path.slice(0, length))?.meta.since
      if (since !== undefined && (newest === undefined || !atLeast(newest, since))) newest = since
    }
    sinceOfPath.set(name, newest)
  }
  return sinceOfPath.get(name)
}

/** What a field needs that this host's libvirt is too old for; undefined when it is not, or not known. */
export function newerThanHost(path: Path, libvirt: string | undefined): string | undefined {
  if (libvirt === undefined) return undefined
  const since = sinceOf(path)
  return since === undefined || atLeast(libvirt, since) ? undefined : needs(since, libvirt)
}

function needs(since: string, libvirt: string): string {
  return t`Needs libvirt ${since}; this host has ${libvirt}`
}

function withoutIndexes(path: Path): string {
  return path.filter((segment) => typeof segment === 'string').join('.')
}

/** Says of the words of one field why this host can't do them. */
function useHostMisfits(path: Path): (word: string) => string | undefined {
  const host = useVmDocument((state) => state.host)
  const arch = useVmDocument((state) => state.design.spec.libvirt?.os?.arch)
  const spec: VmSpec = arch === undefined ? {} : { libvirt: { os: { arch } } }
  return (word) => hostMisfit(host, spec, path, word)
}

/** Cards or rows of a choice, those that this host can't do greyed with the reason; the chosen one can stay. */
export function useHostChoices<
  T extends { readonly value: string; readonly disabledReason?: string | undefined },
>(path: Path, choices: readonly T[], chosen: string | undefined): readonly T[] {
  const misfit = useHostMisfits(path)
  return choices.map((choice) => {
    const reason = choice.value === chosen ? undefined : misfit(choice.value)
    return reason === undefined || choice.disabledReason !== undefined
      ? choice
      : { ...choice, disabledReason: reason }
  })
}
