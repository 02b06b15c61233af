/** What the hypervisor shows of itself: `domain.features`, and the clock. */
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { ownValue, setOwn } from '../../../text/index.ts'
import { type Reading, ways } from '../reading.ts'
import { flag, flagAs, formed, renamed, same, whole } from '../words/codec.ts'
import { heldAt, setAt } from '../words/tree.ts'
import { readWords, says, sayWords } from '../words/words.ts'
import type { Writing } from '../writing.ts'
import { wantsSecureBoot } from './machine.ts'

const onOff = flagAs('on', 'off')

const enlightenments = [
  ...[
    'relaxed',
    'vapic',
    'vpindex',
    'runtime',
    'synic',
    'reset',
    'frequencies',
    'reenlightenment',
    'ipi',
    'evmcs',
  ].map((name) => says(`hyperv.${name}.enabled`, `hyperv.${name}`, onOff)),
  says('hyperv.spinlocks.enabled', 'hyperv.spinlocks.state', onOff),
  says('hyperv.spinlocks.spinlocks', 'hyperv.spinlocks.retries', whole(4095, 2 ** 32 - 1)),
  says('hyperv.synictimer.enabled', 'hyperv.stimer.state', onOff),
  says('hyperv.synictimer.direct.enabled', 'hyperv.stimer.direct', onOff),
  says('hyperv.vendorid.enabled', 'hyperv.vendor_id.state', onOff),
  says('hyperv.vendorid.vendorid', 'hyperv.vendor_id.value', formed(/^[^\p{Cc},]{1,12}$/u)),
  says('hyperv.tlbflush.enabled', 'hyperv.tlbflush.state', onOff),
  says('hyperv.tlbflush.direct.enabled', 'hyperv.tlbflush.direct', onOff),
  says('hyperv.tlbflush.extended.enabled', 'hyperv.tlbflush.extended', onOff),
  says('hypervPassthrough.enabled', 'hyperv.mode', flagAs('passthrough', 'custom')),
]

const words = [
  says('acpi.enabled', 'acpi', flag),
  says('apic.enabled', 'apic', flag),
  says('apic.endOfInterrupt', 'apic_eoi', flag),
  ...enlightenments,
  says('kvm.hidden', 'kvm.hidden', onOff),
  says('pvspinlock.enabled', 'pvspinlock', flag),
  says('smm.enabled', 'smm', flag),
]

/** An empty map means that the feature is on; so does one that says something else of it. */
const implied = words.filter(({ key }) => key.at(-1) === 'enabled').map(({ key }) => key.slice(0, -1))

const way = [...ways.domain, 'features']

export function readFeatures(reading: Reading): void {
  const { vm } = reading
  const held = vm.take(way)
  const features: Record<string, unknown> = isRecord(held) ? { ...held } : {}
  for (const feature of implied) {
    const map = heldAt(features, feature)
    if (isRecord(map) && map['enabled'] === undefined) setAt(features, [...feature, 'enabled'], true)
  }
  // What QEMU has anyway.
  const usual = heldAt(reading.domain, ['os', 'arch']) === 'x86_64' ? ['acpi', 'apic'] : ['acpi']
  for (const key of usual) if (ownValue(features, key) === undefined) setOwn(features, key, { enabled: true })
  vm.putBack(way, features)
  const read = readWords(words, vm, way)
  reading.say({ features: withoutFalse(read) })
}

/** What is there or not in XML has no false. */
function withoutFalse(read: UnknownRecord): UnknownRecord {
  return Object.fromEntries(
    Object.entries(read).filter(([key, value]) => value !== false || (key !== 'acpi' && key !== 'apic')),
  )
}

export function sayFeatures(writing: Writing): void {
  const { features, os } = writing.domain
  const isX86 = (os?.arch ?? 'x86_64') === 'x86_64'
  const said = sayWords(words, {
    ...features,
    ...(isX86 ? { acpi: features?.acpi === true } : {}),
    ...(wantsSecureBoot(writing) ? { smm: true } : {}),
  })
  for (const [key, value] of Object.entries(said)) writing.say(`features.${key}`, value)
  sayClock(writing)
}

const timer = [
  says('present', 'present', flagAs('yes', 'no')),
  says('tickPolicy', 'tickpolicy', same('delay', 'catchup', 'merge', 'discard')),
  says('track', 'track', renamed({ guest: 'guest', wall: 'wall' })),
]
const timers = { rtc: 'rtc', pit: 'pit', hpet: 'hpet', kvm: 'kvmclock', hyperv: 'hypervclock' } as const
const zone = formed(/^[A-Za-z][\w+/-]{0,63}$/)
const clockWay = [...ways.domain, 'clock']

export function readClock(reading: Reading): void {
  const { vm } = reading
  const timezone = vm.takeAs([...clockWay, 'timezone'], zone.read)
  const seconds = vm.takeAs([...clockWay, 'utc', 'offsetSeconds'], whole(-(2 ** 31), 2 ** 31).read)
  vm.takePresence([...clockWay, 'utc'])
  reading.say({
    clock: {
      offset: timezone === undefined ? 'utc' : 'timezone',
      ...(timezone === undefined ? {} : { timezone }),
      ...(seconds === undefined ? {} : { adjustment: String(seconds) }),
    },
  })
  const read = Object.entries(timers).flatMap(([theirs, name]): UnknownRecord[] => {
    const own = [...clockWay, 'timer', theirs]
    if (!isRecord(vm.peek(own))) return []
    const said = readWords(timer, vm, own)
    vm.takePresence(own)
    return [{ name, ...(Object.keys(said).length === 0 ? { present: 'yes' } : {}), ...said }]
  })
  if (read.length > 0) reading.say({ clock: { timers: read } })
}

function sayClock(writing: Writing): void {
  const { clock } = writing.domain
  const { offset = 'utc', adjustment } = clock ?? {}
  // Their clock knows no local time but that of a zone.
  const guestZone = writing.resolved.design.spec.cloud_init?.timezone
  const timezone = zone.write(
    offset === 'timezone' ? clock?.timezone : offset === 'localtime' ? guestZone : undefined,
  )
  if (timezone === undefined)
    writing.say(
      'clock.utc',
      offset === 'utc' && /^-?\d{1,9}$/.test(adjustment ?? '') ? { offsetSeconds: Number(adjustment) } : {},
    )
  else writing.say('clock.timezone', timezone)
  for (const [theirs, name] of Object.entries(timers)) {
    const found = clock?.timers?.find((one) => one.name === name)
    if (found === undefined) continue
    const said = sayWords(name === 'rtc' ? timer : timer.filter(({ key }) => key[0] !== 'track'), found)
    const takes = name === 'rtc' || name === 'pit' || name === 'hpet'
    writing.say(`clock.timer.${theirs}`, takes ? said : { present: found.present !== 'no' })
  }
}
