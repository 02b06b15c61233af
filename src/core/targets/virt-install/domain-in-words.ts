/** The domain that the options of virt-install say. */
import { qemuNamespace } from '../../domain/index.ts'
import { guestSystem } from '../../systems/index.ts'
import { ownValue, virtInstallValue } from '../../text/index.ts'
import type { PlainElement } from '../../xml/index.ts'
import { completeDisks, type MadeDisk } from './disks-in-words.ts'
import { GrownElement } from './grown-element.ts'
import { type OptionRow, optionRows, suboptionsOf } from './options.ts'
import { aboutTheRun, firstWords, otherNames } from './shorthands.ts'
import { type Option, pairsOf, shellWords } from './words.ts'

const rows = new Map(optionRows.map((row) => [row.option, row]))
const places = new Map(
  optionRows.map((row) => [row, new Map([...suboptionsOf(row)].map(([place, name]) => [name, place]))]),
)

interface Pair {
  readonly name: string
  readonly value: string
}

export class DomainInWords {
  private readonly domain = new GrownElement('domain')
  private readonly away: string[] = []
  private readonly disks: GrownElement[] = []
  private readonly sizes = new Map<GrownElement, number>()
  private readonly topology = new Map<string, string>()
  private startsFromCd = false
  autostart = false
  /** The system that it is for. */
  guest: string | undefined
  /** The images that are made, once the element was asked for. */
  made: readonly MadeDisk[] = []
  /** What was not understood, as sentences. */
  readonly notRead: string[] = []

  constructor(name: string) {
    this.domain.set('@type', 'kvm')
    this.domain.set('name', name)
    this.domain.set('os/type', 'hvm')
  }

  element(): PlainElement {
    this.made = completeDisks(this.disks, this.sizes, this.domain.get('name') ?? 'vm')
    this.completeTopology()
    if (this.startsFromCd && this.domain.get('os/boot/@dev') === undefined)
      for (const [index, dev] of ['hd', 'cdrom'].entries()) this.domain.set(`os/boot[${index + 1}]/@dev`, dev)
    // What they take away may be an addition of virt-install's own, which is not here.
    for (const place of this.away) this.domain.delete(place)
    return this.domain.plain()
  }

  read({ name, value }: Option): void {
    const whole = ownValue(wholeOptions, name)
    if (whole !== undefined) {
      if (!this.domain.set(whole, value)) this.skip(name, value)
    } else if (name === 'autostart') this.autostart = true
    else if (name === 'memory') this.memory(value)
    else if (name === 'xml') this.xml(value)
    else if (name === 'qemu-commandline') this.qemu(value)
    else if (name === 'boot' && value.startsWith('emulator=')) this.emulator(value)
    else if (name === 'nographics') return
    else if (name === 'osinfo') this.osinfo(value)
    else if (name === 'location') this.location(value)
    else if (name === 'extra-args') this.extraArguments(value)
    else if (name === 'cdrom' && !/^\w+:\/\//.test(value)) this.installer(value)
    else if (rows.has(name)) this.byRow(rows.get(name), value)
    else if (!aboutTheRun.has(name)) this.skip(name, value)
  }

  private skip(name: string, value: string): void {
    this.notRead.push(`--${name}${value === '' ? '' : ` ${value}`} is not read.`)
  }

  /** What is not said of it is one, but for the cores, which are the rest. */
  private completeTopology(): void {
    if (this.topology.size === 0) return
    const count = (name: string) => Number(this.topology.get(name) ?? 1)
    const others = count('sockets') * count('dies') * count('threads')
    const cores =
      this.topology.get('cores') ??
      String(Math.max(1, Math.floor(Number(this.domain.get('vcpu') ?? 1) / others)))
    const all = new Map([['sockets', '1'], ['cores', cores], ['threads', '1'], ...this.topology])
    for (const [name, value] of all) this.domain.set(`cpu/topology/@${name}`, value)
  }

  /** It starts from the CD once, then from the disk: that is a disk which is tried first, and holds nothing at first. */
  private installer(file: string): void {
    this.byRow(rows.get('disk'), `device=cdrom,readonly=on,path=${virtInstallValue(file)}`)
    this.startsFromCd = true
  }

  /**
   * By it virt-install asks libosinfo what the system wants, where the line says nothing: that is not known here, and not
   * filled in. `detect=on` looks at the CD.
   */
  private osinfo(value: string): void {
    const said = new Map(
      pairsOf(value).map((pair) => [pair.value === undefined ? 'name' : pair.name, pair.value ?? pair.name]),
    )
    const name = said.get('name') ?? said.get('short-id')
    if (name === undefined && said.get('detect') === 'off') return
    // Words of libosinfo for what it knows no version of.
    if (name === undefined || /^(?:detect|generic|unknown|linux\d{4})$/.test(name)) this.skip('osinfo', value)
    else if (guestSystem(name) === undefined)
      this.notRead.push(
        `--osinfo ${value} names a system that is not known here: say which one it is in guest.`,
      )
    else this.guest = guestSystem(name)?.id
  }

  /** virt-install takes the kernel of the installer out of an ISO, which starts by itself as well, or out of a tree. */
  private location(value: string): void {
    const [first, ...others] = pairsOf(value)
    const place = first === undefined ? '' : (first.value ?? first.name)
    if (first === undefined || (first.value !== undefined && first.name !== 'location'))
      this.skip('location', value)
    else if (/^\w+:\/\//.test(place) || !/\.iso$/i.test(place))
      this.notRead.push(
        `--location ${place} is a tree of a distribution, which virt-install takes a kernel for the installation from: say the ISO of the same release in installer.url, or in installer.path.`,
      )
    else this.installer(place)
    for (const { name, value: word } of others) this.skip('location', `${name}=${word ?? ''}`)
  }

  private extraArguments(value: string): void {
    this.notRead.push(
      `--extra-args ${value} is for the kernel of the installer, which is started from its CD here: say it in the menu of that CD.`,
    )
  }

  private emulator(value: string): void {
    const [pair] = pairsOf(value)
    this.devices().set('emulator', pair?.value ?? '')
  }

  private qemu(value: string): void {
    this.domain.set('@xmlns:qemu', qemuNamespace[1])
    this.line ??= this.domain.add('qemu:commandline')
    const environment = /^env=([^=]*)=(.*)$/s.exec(value)
    if (environment !== null) {
      const [, name = '', text = ''] = environment
      const variable = this.line.add('qemu:env')
      variable.set('@name', name)
      variable.set('@value', text)
      return
    }
    for (const text of shellWords(value.replace(/^args=/, '')))
      if (!this.line.add('qemu:arg').set('@value', text)) this.skip('qemu-commandline', text)
  }

  private memory(value: string): void {
    for (const { name, value: amount } of named('memory', value)) {
      const element = ownValue(memoryElements, name)
      if (name === 'maxMemory.slots') this.domain.set('maxMemory/@slots', amount)
      else if (element === undefined || !/^\d+$/.test(amount)) this.skip('memory', value)
      else {
        this.domain.set(element, amount)
        this.domain.set(`${element}/@unit`, 'MiB')
      }
    }
  }

  private xml(value: string): void {
    const pairs = value.startsWith('xpath.') ? pairsOf(value) : [{ name: 'xpath.set', value }]
    const said = new Map(pairs.map((pair) => [pair.name, pair.value ?? '']))
    const gone = said.get('xpath.delete')
    if (gone !== undefined) {
      this.away.push(gone.replace(/^\.\//, ''))
      return
    }
    if (!setByXpath(this.domain, said, 'xpath')) this.skip('xml', value)
  }

  private byRow(row: OptionRow | undefined, value: string): void {
    if (row === undefined || value === 'none') {
      if (row?.option === 'memballoon') this.domain.set('devices/memballoon/@model', 'none')
      return
    }
    if (/^num_pcie_root_ports=\d+$/.test(value)) return
    const pairs = expanded(row.option, named(row.option, value))
    // What takes away all of virt-install's own.
    if (
      row.option === 'controller' &&
      pairs.every(({ name, value: word }) => `${name}=${word}` === 'type=usb' || word === 'none')
    )
      return
    const isDevice = row.at.startsWith('devices/')
    const element = isDevice ? this.devices().add(row.at.slice('devices/'.length)) : this.domain
    if (row.option === 'disk') this.disks.push(element)
    const before = isDevice || row.at === '' ? '' : `${row.at}/`
    const byXpath = new Map<string, string>()
    for (const { name, value: word } of pairs) {
      // How it is made of a model; what is made is said.
      if (row.option === 'cpu' && name === 'secure') continue
      if (row.option === 'vcpus' && /^(?:sockets|dies|cores|threads)$/.test(name)) {
        this.topology.set(name, word)
        continue
      }
      if (row.option === 'disk' && name === 'size' && /^\d{1,6}$/.test(word)) {
        this.sizes.set(element, Number(word))
        continue
      }
      if (/^xpath\d*\./.test(name)) byXpath.set(name, word)
      else if (!sayIn(element, before, row, name, word)) this.skip(`${row.option}`, `${name}=${word}`)
    }
    const numbers = new Set([...byXpath.keys()].map((key) => key.replace(/\..*/, '')))
    for (const number of numbers)
      if (!setByXpath(element, byXpath, number, before))
        this.skip(row.option, byXpath.get(`${number}.set`) ?? '')
  }

  private line: GrownElement | undefined
  private list: GrownElement | undefined

  private devices(): GrownElement {
    this.list ??= this.domain.add('devices')
    return this.list
  }
}

const memoryElements = {
  memory: 'memory',
  currentMemory: 'currentMemory',
  maxMemory: 'maxMemory',
  maxmemory: 'maxMemory',
} as const

const wholeOptions: Readonly<Record<string, string>> = {
  name: 'name',
  uuid: 'uuid',
  arch: 'os/type/@arch',
  machine: 'os/type/@machine',
  'virt-type': '@type',
  description: 'description',
}

function setByXpath(
  element: GrownElement,
  said: ReadonlyMap<string, string>,
  prefix: string,
  before = '',
): boolean {
  const made = said.get(`${prefix}.create`)
  if (made !== undefined) return element.set(before + made.replace(/^\.\//, ''), undefined)
  const set = said.get(`${prefix}.set`)
  if (set === undefined) return false
  const value = said.get(`${prefix}.value`)
  const sign = value === undefined ? set.lastIndexOf('=') : set.length
  if (sign < 0) return false
  // What is set to nothing is taken away.
  if (value === undefined && sign === set.length - 1) {
    element.delete(before + set.slice(0, sign).replace(/^\.\//, ''))
    return true
  }
  return element.set(before + set.slice(0, sign).replace(/^\.\//, ''), value ?? set.slice(sign + 1))
}

/** The pairs of an option with the names that the table has. */
function named(option: string, text: string): readonly Pair[] {
  const first = [...(ownValue(firstWords, option) ?? [])]
  let isFirst = true
  return pairsOf(text)
    .map(({ name, value }) => {
      if (value === undefined && isFirst && first.length > 0)
        return { name: first.shift() ?? '', value: name }
      isFirst = false
      return { name, value: value ?? 'yes' }
    })
    .map(({ name, value }) => ({ name: ownValue(ownValue(otherNames, option), name) ?? name, value }))
}

/** What stands for several words. */
function expanded(option: string, pairs: readonly Pair[]): readonly Pair[] {
  const says = (name: string) => pairs.some((pair) => pair.name === name)
  const out: Pair[] = []
  for (const pair of pairs) {
    const { name, value } = pair
    if (option === 'network' && name === 'source' && says('type')) {
      const type = pairs.find((one) => one.name === 'type')?.value
      out.push({ name: type === 'network' || type === 'bridge' ? `source.${type}` : 'source.dev', value })
      continue
    }
    if (option === 'network' && name === 'source') {
      if (value === 'user') out.push({ name: 'type', value })
      else if (value === 'passt') out.push({ name: 'type', value: 'user' }, { name: 'backend.type', value })
      else out.push({ name: 'type', value: 'network' }, { name: 'source.network', value })
      continue
    }
    if (option === 'network' && !says('type') && (name === 'bridge' || name === 'network')) {
      out.push({ name: 'type', value: name }, { name: `source.${name}`, value })
      continue
    }
    if (option === 'boot' && name === 'uefi') out.push({ name: 'firmware', value: 'efi' })
    else if (option === 'boot' && /^(?:hd|cdrom|network|fd)$/.test(name)) {
      const count = out.filter((one) => /^boot\d+\.dev$/.test(one.name)).length
      out.push({ name: `boot${count}.dev`, value: name })
    } else if (option === 'cpu' && name === 'model' && /^host-(?:passthrough|model)$|^maximum$/.test(value))
      out.push({ name: 'mode', value })
    else if (option === 'tpm' && name === 'type' && value === 'emulator')
      out.push({ name: 'backend.type', value })
    else if (option === 'rng' && name === 'type' && value.startsWith('/'))
      out.push({ name: 'backend.model', value: 'random' }, { name: 'backend', value })
    else out.push(pair)
  }
  if (option === 'disk' && !says('type')) {
    const isBlock = pairs.some(({ name, value }) => name === 'path' && value.startsWith('/dev/'))
    out.unshift({ name: 'type', value: says('source.volume') ? 'volume' : isBlock ? 'block' : 'file' })
    return out.map((one) => (isBlock && one.name === 'path' ? { name: 'source.dev', value: one.value } : one))
  }
  return out
}

/** Says one sub-option in its element; false when the table has none of that name. */
function sayIn(element: GrownElement, before: string, row: OptionRow, name: string, value: string): boolean {
  const parts = name.split('.').map((part) => /^([A-Za-z_-]+)(\d{1,4})$/.exec(part) ?? [part, part])
  const numbers = parts.flatMap(([, , number]) => (number === undefined ? [] : [Number(number)]))
  const known = places.get(row)
  const exact = known?.get(name)
  const place =
    exact ??
    known?.get(parts.map(([, word, number]) => (number === undefined ? word : `${word}[]`)).join('.'))
  if (place === undefined) return false
  let index = 0
  const filled = place.replaceAll('[]', () => `[${(numbers[index++] ?? 0) + 1}]`)
  if (!filled.endsWith('!')) return element.set(before + filled, value)
  return /^(?:yes|on|true)$/.test(value) ? element.set(before + filled.slice(0, -1), undefined) : true
}
