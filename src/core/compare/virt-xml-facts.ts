/**
 * What `virt-xml --edit` of virtinst 5.0 changes in a definition by a word of one of its options: from virtinst/cli.py, each
 * asked in the lab. What virsh has a command for is not here. A line of these is what a person would write; where one
 * difference has no such word, one new definition says them all.
 */
import type { Path } from '../finding.ts'
import { valueAt } from '../path.ts'
import { isRecord } from '../table/index.ts'
import { ownValue, setOwn } from '../text/index.ts'
import type { SettingAsked } from './setting-facts.ts'

/** `bootmenu.enable=yes`; '' behind `=` takes it out, and a key may stand alone. */
export type VirtXmlWord = readonly [key: string, value?: string]

/** The words that change a setting; undefined where there are none. */
type Setting = (asked: SettingAsked) => readonly VirtXmlWord[] | undefined

/** By option; the keys of the inner maps are places of a Domain, the values how virt-xml calls them. */
const options: Readonly<Record<string, Readonly<Record<string, Setting>>>> = {
  // Before --boot: firmware with Secure Boot is refused without SMM.
  '--features': {
    'features.apic': presence('apic'),
    'features.apic_eoi': value('apic.eoi'),
    'features.pae': presence('pae'),
    'features.pmu': value('pmu.state'),
    'features.vmport': value('vmport.state'),
    'features.smm': ({ wanted }) => (wanted === true ? [['smm.state', 'on']] : undefined),
    'features.vmcoreinfo': value('vmcoreinfo.state'),
    // libvirt takes it where there is any other word of these.
    'features.hyperv.mode': ({ wanted }) => (wanted === 'custom' ? [] : undefined),
    'features.hyperv.relaxed': value('hyperv.relaxed.state'),
    'features.hyperv.vapic': value('hyperv.vapic.state'),
    'features.hyperv.spinlocks.state': value('hyperv.spinlocks.state'),
    'features.hyperv.spinlocks.retries': value('hyperv.spinlocks.retries'),
    'features.hyperv.vpindex': value('hyperv.vpindex.state'),
    'features.hyperv.runtime': value('hyperv.runtime.state'),
    'features.hyperv.synic': value('hyperv.synic.state'),
    'features.hyperv.stimer.state': value('hyperv.stimer.state'),
    'features.hyperv.stimer.direct': value('hyperv.stimer.direct.state'),
    'features.hyperv.reset': value('hyperv.reset.state'),
    'features.hyperv.frequencies': value('hyperv.frequencies.state'),
    'features.hyperv.reenlightenment': value('hyperv.reenlightenment.state'),
    'features.hyperv.tlbflush.state': value('hyperv.tlbflush.state'),
    'features.hyperv.ipi': value('hyperv.ipi.state'),
    'features.kvm.hidden': value('kvm.hidden.state'),
    'features.kvm.hint_dedicated': value('kvm.hint-dedicated.state'),
    'features.kvm.poll_control': value('kvm.poll-control.state'),
    'features.pvspinlock': value('pvspinlock.state'),
  },
  '--boot': {
    'os.machine': value('machine'),
    'os.firmware': value('firmware'),
    'os.firmware_features': items('firmware.feature', 'name', ['enabled']),
    'os.boot': bootDevices,
    'os.bootmenu.enable': value('bootmenu.enable'),
    'os.bootmenu.timeout': value('bootmenu.timeout'),
  },
  '--cpu': {
    'cpu.mode': value('mode'),
    'cpu.match': value('match'),
    'cpu.check': value('check'),
    'cpu.migratable': value('migratable'),
    'cpu.model.value': cpuModel,
    'cpu.model.fallback': value('model.fallback'),
    'cpu.vendor': value('vendor'),
    'cpu.topology.sockets': unless(countsVcpus, number('topology.sockets')),
    'cpu.topology.cores': unless(countsVcpus, number('topology.cores')),
    'cpu.topology.threads': unless(countsVcpus, number('topology.threads')),
    'cpu.cache.mode': value('cache.mode'),
    'cpu.features': cpuFeatures,
  },
  // The number of vCPUs has to be the product of the topology: both are changed at once.
  '--vcpus': {
    'vcpu.value': number('vcpu'),
    'vcpu.current': value('vcpu.current'),
    'cpu.topology.sockets': number('sockets'),
    'cpu.topology.dies': number('dies'),
    'cpu.topology.cores': number('cores'),
    'cpu.topology.threads': number('threads'),
  },
  '--memorybacking': {
    'memory_backing.hugepages': presence('hugepages'),
    'memory_backing.nosharepages': presence('nosharepages'),
    'memory_backing.locked': presence('locked'),
    'memory_backing.discard': presence('discard'),
    'memory_backing.source.type': value('source.type'),
    'memory_backing.access.mode': value('access.mode'),
    'memory_backing.allocation.mode': value('allocation.mode'),
    'memory_backing.allocation.threads': value('allocation.threads'),
  },
  '--clock': {
    'clock.offset': value('offset'),
    'clock.timers': items('timer', 'name', ['present', 'tickpolicy', 'track', 'mode']),
  },
  '--pm': {
    'pm.suspend_to_mem': value('suspend_to_mem.enabled'),
    'pm.suspend_to_disk': value('suspend_to_disk.enabled'),
  },
  '--events': {
    on_reboot: value('on_reboot'),
    on_crash: value('on_crash'),
    on_lockfailure: value('on_lockfailure'),
  },
}

/** The option and the words that change a setting; undefined where virt-xml has none. @param key as `pattern` gives it */
export function virtXmlSetting(
  key: string,
  asked: SettingAsked,
): { readonly option: string; readonly words: readonly VirtXmlWord[] } | undefined {
  for (const [option, settings] of Object.entries(options)) {
    const words = ownValue(settings, key)?.(asked)
    if (words !== undefined) return { option, words }
  }
  return undefined
}

/** In the order in which the lines run. */
export const virtXmlOptions: readonly string[] = Object.keys(options)

/** A kind of device whose definition virsh can't change, or not this way. */
export interface VirtXmlDevice {
  readonly option: string
  /** How virt-xml calls what is below the device. */
  readonly keys: Readonly<Record<string, string>>
  /** What it needs to be added as it is: virt-xml would choose it. Never added when left out. */
  readonly addedWith?: readonly string[]
}

/** In the order in which they are taken out: libvirt adds a video card where there is a display. */
export const virtXmlDevices: Readonly<Record<string, VirtXmlDevice>> = {
  graphics: { option: '--graphics', keys: {} },
  tpm: {
    option: '--tpm',
    keys: { model: 'model', 'backend.type': 'backend.type', 'backend.version': 'backend.version' },
    addedWith: ['model', 'backend.type'],
  },
  panic: { option: '--panic', keys: { model: 'model' }, addedWith: ['model'] },
  video: {
    option: '--video',
    keys: {
      model: 'model.type',
      heads: 'model.heads',
      ram: 'model.ram',
      vram: 'model.vram',
      vgamem: 'model.vgamem',
    },
  },
  memballoon: { option: '--memballoon', keys: { model: 'model' } },
}

/** Devices that are booted from, and how virt-xml is told which of them is meant. */
export const virtXmlBootDevices: Readonly<
  Record<string, { readonly option: string; readonly knownBy: Path; readonly key: string }>
> = {
  disks: { option: '--disk', knownBy: ['target', 'dev'], key: 'target' },
  interfaces: { option: '--network', knownBy: ['mac', 'address'], key: 'mac.address' },
}

/**
 * A value as one word of virt-xml, which takes commas, quotes and backslashes for its own.
 *
 * @returns '' for none; undefined for what is more than a plain word
 */
export function plainValue(held: unknown): string | undefined {
  if (held === undefined) return ''
  if (typeof held === 'boolean') return held ? 'yes' : 'no'
  const text = String(held)
  return ['string', 'number'].includes(typeof held) && /^[\w.:+@/-]+$/.test(text) ? text : undefined
}

function value(key: string): Setting {
  return ({ wanted }) => {
    const text = plainValue(wanted)
    return text === undefined ? undefined : [[key, text]]
  }
}

/** An element that is there or not, without more in it. */
function presence(key: string): Setting {
  return ({ was, wanted }) => {
    const isPlain = [was, wanted].every(
      (held) => !isRecord(held) || Object.values(held).every((inner) => inner === undefined),
    )
    return isPlain ? [[key, wanted === undefined || wanted === false ? 'no' : 'yes']] : undefined
  }
}

/** A topology is whole, or not there: one that loses a number has no word. */
function number(key: string): Setting {
  return ({ wanted }) => (typeof wanted === 'number' ? [[key, String(wanted)]] : undefined)
}

function unless(isOther: (asked: SettingAsked) => boolean, setting: Setting): Setting {
  return (asked) => (isOther(asked) ? undefined : setting(asked))
}

function countsVcpus({ before, after }: SettingAsked): boolean {
  return before.vcpu?.value !== after.vcpu?.value
}

/** `hd,cdrom`: the keys have no value. */
function bootDevices({ wanted, after }: SettingAsked): readonly VirtXmlWord[] | undefined {
  if (Array.isArray(wanted)) return wanted.map((item) => [String(valueAt(item, ['dev']))] as const)
  // The first order at a device takes its place.
  return Object.keys(virtXmlBootDevices).some((kind) => hasBootOrder(valueAt(after, ['devices', kind])))
    ? []
    : undefined
}

function hasBootOrder(devices: unknown): boolean {
  return Array.isArray(devices) && devices.some((device) => valueAt(device, ['boot', 'order']) !== undefined)
}

/** virt-xml sets mode and match with a model, and drops what it knows as features for security. */
function cpuModel({ before, after, wanted }: SettingAsked): readonly VirtXmlWord[] | undefined {
  const text = plainValue(wanted)
  const isNoModel = text === undefined || ['host', 'none', 'clear', 'default'].includes(text)
  if (isNoModel || (before.cpu?.features?.length ?? 0) > 0) return undefined
  const { mode, match, migratable } = after.cpu ?? {}
  return [
    ['model', text],
    ['mode', plainValue(mode) ?? ''],
    ['match', plainValue(match) ?? ''],
    ['migratable', plainValue(migratable) ?? ''],
  ]
}

/** `require=vmx`: a key may stand there more than once. */
function cpuFeatures({ was, wanted }: SettingAsked): readonly VirtXmlWord[] | undefined {
  const before = named(was, 'name', ['policy'])
  const after = named(wanted, 'name', ['policy'])
  if (before === undefined || after === undefined || [...before.keys()].some((name) => !after.has(name)))
    return undefined
  const words = [...after].flatMap(([name, { values }]): VirtXmlWord[] => {
    const policy = values['policy'] || 'require'
    return policy === (before.get(name)?.values['policy'] || (before.has(name) && 'require'))
      ? []
      : [[policy, name]]
  })
  return words
}

/** Items of a list that have a name each: `timer0.name=hpet,timer0.present=no`. None is taken out. */
function items(prefix: string, nameKey: string, keys: readonly string[]): Setting {
  return ({ was, wanted }) => {
    const before = named(was, nameKey, keys)
    const after = named(wanted, nameKey, keys)
    if (before === undefined || after === undefined || [...before.keys()].some((name) => !after.has(name)))
      return undefined
    let next = before.size
    return [...after].flatMap(([name, { values }]): VirtXmlWord[] => {
      const known = before.get(name)
      const start = `${prefix}${known?.index ?? next++}`
      const changed = keys
        .filter((key) => (ownValue(values, key) ?? '') !== (ownValue(known?.values ?? {}, key) ?? ''))
        .map((key): VirtXmlWord => [`${start}.${key}`, ownValue(values, key) ?? ''])
      return known === undefined ? [[`${start}.${nameKey}`, name], ...changed] : changed
    })
  }
}

interface NamedItem {
  readonly index: number
  readonly values: Readonly<Record<string, string>>
}

/** The items of a list by name; undefined where a name is there twice or an item says more than the keys. */
function named(
  held: unknown,
  nameKey: string,
  keys: readonly string[],
): ReadonlyMap<string, NamedItem> | undefined {
  if (held === undefined) return new Map()
  if (!Array.isArray(held)) return undefined
  const found = new Map<string, NamedItem>()
  for (const [index, item] of held.entries()) {
    if (!isRecord(item)) return undefined
    const values: Record<string, string> = {}
    for (const [key, inner] of Object.entries(item)) {
      const text = plainValue(inner)
      if (text === undefined || (key !== nameKey && !keys.includes(key))) return undefined
      if (text !== '') setOwn(values, key, text)
    }
    const name = ownValue(values, nameKey)
    if (name === undefined || found.has(name)) return undefined
    found.set(name, { index, values })
  }
  return found
}
