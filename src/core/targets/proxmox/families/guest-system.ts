/**
 * What Proxmox VE does for a kind of guest, by `ostype`: Hyper-V for Windows, its clock and timers. As seen in the
 * commands that it makes (qemu-server, get_cpu_options and config_to_command).
 */

import type { Resolved } from '../../../resolve/index.ts'
import type { UnknownRecord } from '../../../table/index.ts'
import { calendar, ownValue, secondsOf } from '../../../text/index.ts'
import type { Reading } from '../reading.ts'
import { flag } from '../words/codec.ts'
import { merged } from '../words/words.ts'
import type { Writing } from '../writing.ts'

/** The version that Windows has for each of their words: 6 is Vista, 7 is 7, 10 is 10 and 2016. */
const windowsVersions: Readonly<Record<string, number>> = {
  wxp: 5,
  w2k: 5,
  w2k3: 5,
  w2k8: 6,
  wvista: 6,
  win7: 7,
  win8: 8,
  win10: 10,
  win11: 11,
}

const ostypes: readonly string[] = ['other', 'l24', 'l26', 'solaris', ...Object.keys(windowsVersions)]

/** The version of Windows that an `ostype` stands for; 0 for anything else. */
export function windowsVersion(ostype: string): number {
  return ownValue(windowsVersions, ostype) ?? 0
}

/** Enlightenments by the version that they begin with. */
function hypervFor(version: number): UnknownRecord {
  return {
    relaxed: 'on',
    vapic: 'on',
    spinlocks: { state: 'on', retries: 8191 },
    ...(version >= 7 ? { reset: 'on', vpindex: 'on', runtime: 'on' } : {}),
    ...(version >= 10 ? { synic: 'on', stimer: { state: 'on' }, ipi: 'on' } : {}),
  }
}

export function readGuestSystem(reading: Reading): void {
  const ostype = reading.takeAs('ostype', (text) => (ostypes.includes(text) ? text : undefined)) ?? 'other'
  const version = windowsVersion(ostype)
  reading.ostype = ostype
  const features: UnknownRecord = {
    ...(reading.takeAs('acpi', flag.read) === false ? {} : { acpi: true }),
    apic: true,
    apic_eoi: true,
    pvspinlock: true,
    ...(version >= 6 ? { hyperv: hypervFor(version) } : {}),
  }
  reading.domain['features'] = features
  reading.domain['clock'] = clockOf(reading, version)
  if (ostype === 'solaris')
    reading.domain['cpu'] = merged({}, { features: [{ name: 'x2apic', policy: 'disable' }] })
}

function clockOf(reading: Reading, version: number): UnknownRecord {
  const localtime = reading.takeAs('localtime', flag.read) ?? version > 0
  const startdate = reading.takeAs('startdate', startOf)
  const driftFix = reading.takeAs('tdf', flag.read) ?? version > 0
  const timers: UnknownRecord[] = []
  if (version >= 6) timers.push({ name: 'hpet', present: 'no' }, { name: 'pit', tickpolicy: 'discard' })
  else if (reading.ostype === 'l26') timers.push({ name: 'hpet', present: 'no' })
  if (version >= 7) timers.push({ name: 'hypervclock', present: 'yes' })
  if (driftFix) timers.push({ name: 'rtc', tickpolicy: 'catchup' })
  const offset = startdate === undefined ? (localtime ? 'localtime' : 'utc') : 'absolute'
  return {
    offset,
    ...(startdate === undefined ? {} : { start: startdate }),
    ...(timers.length === 0 ? {} : { timers }),
  }
}

/** A date without a zone, which is UTC; `now` says nothing. */
function startOf(text: string): number | undefined {
  const two = (part: string) => part.padStart(2, '0')
  const [date = '', time] = text.split('T')
  const written =
    date.split('-').map(two).join('-') + (time === undefined ? '' : `T${time.split(':').map(two).join(':')}`)
  const seconds = secondsOf(written)
  return seconds === undefined || seconds < 0 ? undefined : seconds
}

export function sayGuestSystem(writing: Writing): void {
  const { features, clock } = writing.domain
  const ostype = ostypeOf(writing.resolved)
  const version = windowsVersion(ostype)
  writing.say('ostype', ostype)
  if (features?.acpi !== true) writing.say('acpi', '0')
  const offset = clock?.offset ?? 'utc'
  if (offset === 'localtime' ? version === 0 : version > 0 && offset === 'utc')
    writing.say('localtime', offset === 'localtime' ? '1' : '0')
  if (offset === 'absolute' && clock?.start !== undefined) writing.say('startdate', calendar(clock.start))
  const catchesUp =
    clock?.timers?.some(({ name, tickpolicy }) => name === 'rtc' && tickpolicy === 'catchup') === true
  if (catchesUp !== version > 0) writing.say('tdf', catchesUp ? '1' : '0')
}

/** By the system that the design names, else by what only Windows is told. */
function ostypeOf({ design, domain }: Resolved): string {
  const { guest } = design.spec
  const windows = /^windows-?(server-)?(.*)$/.exec(guest ?? '')
  if (windows !== null) return windowsWord(windows[2] ?? '', windows[1] !== undefined)
  if (guest !== undefined) return /bsd|opnsense|pfsense|truenas/i.test(guest) ? 'other' : 'l26'
  const { relaxed, vapic, spinlocks } = domain.features?.hyperv ?? {}
  if (relaxed !== 'on' && vapic !== 'on' && spinlocks?.state !== 'on') return 'l26'
  return domain.devices?.tpm === undefined ? 'win10' : 'win11'
}

/** `ostype` of Windows by its version, as the page of Proxmox VE has it: 2022 and 2025 are those of 11. */
function windowsWord(version: string, isServer: boolean): string {
  if (!isServer)
    return version === '11' ? 'win11' : version === '10' ? 'win10' : version.startsWith('8') ? 'win8' : 'win7'
  const year = Number(/^\d{4}/.exec(version)?.[0] ?? 2022)
  return year >= 2022 ? 'win11' : year >= 2016 ? 'win10' : year >= 2012 ? 'win8' : 'win7'
}
